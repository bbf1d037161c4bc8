"""The theme's script comes late, and with it the whole of its style sheet; nobody sees the difference."""

import re
from urllib.parse import urlsplit

import pytest
from axe import WIDE
from playwright.sync_api import Page, expect
from visitor import KINDS, visit

FORMS = ("front page", "task list", "quick form", "questions", "review", "answers on this device", "result")
NATIVE = "() => [XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, Worker].map(String)"
IDLE = "() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 }))"  # a busy machine may never be idle


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the page has asked the host for, by name, of the theme's script, its style sheets and its search."""
    names: list[str] = []
    wanted = re.compile(r"/(bundle|main|palette|search_index|search)\.(?:\w+\.min\.)?(?:js|css|json)$")
    page.on("request", lambda request: names.extend(wanted.findall(urlsplit(request.url).path)))
    return names


def search(page: Page, words: str) -> None:
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially(words)
    expect(page.locator(".md-search-result__link").first).to_be_visible()


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_has_nothing_of_it_while_nobody_searches(page: Page, asked: list[str], kind: str) -> None:
    visit(page, KINDS[kind])
    page.wait_for_load_state("networkidle")
    page.evaluate(IDLE)
    assert asked == []


def test_a_form_has_all_of_it_once_somebody_searches(page: Page, asked: list[str]) -> None:
    visit(page, KINDS["quick form"])
    search(page, "newsletter")
    assert asked == ["main", "palette", "bundle", "search_index", "search"]


def test_a_page_that_is_read_has_it_once_loaded_and_the_index_with_the_first_word(page: Page, asked: list[str]) -> None:
    visit(page, KINDS["chapter"])
    page.set_viewport_size(WIDE)
    page.get_by_role("heading", level=2).last.scroll_into_view_if_needed()
    expect(page.locator(".md-nav--secondary .md-nav__link--active").last).to_be_visible()  # the menu follows the text
    page.wait_for_load_state("networkidle")
    assert asked == ["main", "palette", "bundle"]
    assert all("[native code]" in text for text in page.evaluate(NATIVE))
    search(page, "newsletter")
    assert asked[3:] == ["search_index", "search"]


def test_words_looked_for_are_marked_on_the_page_that_a_result_leads_to(page: Page) -> None:
    visit(page, KINDS["quick form"])
    search(page, "newsletter")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("mark").first).to_have_text(re.compile("newsletter", re.IGNORECASE))
    search(page, "budget")


def test_a_word_is_found_in_the_order_of_its_letters_while_the_index_is_on_its_way(page: Page) -> None:
    visit(page, KINDS["chapter"])
    with page.expect_request("**/search_index.json"):
        page.get_by_role("textbox", name="Search").press_sequentially("zz")
        page.get_by_role("textbox", name="Search").fill("testimonials")
        page.get_by_role("textbox", name="Search").press("End")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/independent-proof/"))


@pytest.mark.parametrize(("system", "scheme"), [("dark", "slate"), ("light", "default")])
def test_the_system_s_colours_are_there_without_the_theme_s_script(page: Page, system: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.route("**/*.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(KINDS["quick form"])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_colours_that_were_chosen_stay_and_follow_no_system(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    visit(page, KINDS["quick form"])
    for name in ("Switch to light colours", "Switch to dark colours"):
        page.locator(f'label[title="{name}"]').click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    for kind in ("result", "chapter"):  # without and with the theme's script
        visit(page, KINDS[kind])
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.get_by_title("Follow the system's colours")).to_be_visible()
    page.get_by_title("Follow the system's colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
