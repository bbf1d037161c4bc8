"""The search, which costs nothing until somebody turns to it."""

from playwright.sync_api import Page, expect


def test_nothing_of_the_search_loads_until_it_is_used_and_then_it_finds(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("assessment/quick/")
    page.wait_for_load_state("networkidle")
    assert [] == [url for url in asked if "search" in url and "late-search" not in url]

    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("newsletter")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any("search_index.json" in url for url in asked)


def test_words_looked_for_are_marked_on_the_page_they_led_to(page: Page) -> None:
    page.goto("playbook/listening/listening-routine/?h=remarks")
    expect(page.locator("mark", has_text="remarks").first).to_be_visible()
