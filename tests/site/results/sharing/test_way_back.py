"""The address of a shared result: reload, Back, jumps, and closing it."""

from pathlib import Path

from playwright.sync_api import Page, expect
from result_page import see_result
from shared_result import BANNER, OWN, follow, headline
from visitor import sample, settled, tab_to


def code_in(page: Page) -> str:
    return str(page.evaluate("() => location.hash"))


def test_a_shared_result_is_there_again_after_a_reload_and_after_back(page: Page, link: str) -> None:
    follow(page, link)
    shown = headline(page)
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    page.locator("[data-part=find-out] a, [data-part=plan] .pp-play__tools a").first.click()
    settled(page)
    assert "/playbook/" in page.url
    page.go_back()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    assert (headline(page), page.url) == (shown, link)


def test_a_page_reached_from_a_shared_result_leads_back_to_it(page: Page, link: str) -> None:
    follow(page, link)
    page.locator("[data-part=plan] .pp-play__tools a").first.click()
    settled(page).get_by_role("link", name="Back to the shared result").click()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    page.goto(f"{page.url}../playbook/listening/listening-routine/")
    expect(settled(page).get_by_role("link", name="Back to the shared result")).to_have_count(0)


def test_a_jump_within_a_shared_result_leaves_its_code_in_the_address(page: Page, link: str) -> None:
    follow(page, link)
    jump = page.locator("[data-part=first] a[href^='#plan-']").first
    goal = str(jump.get_attribute("href"))
    tab_to(page, jump)
    page.keyboard.press("Enter")
    expect(page.locator(f"{goal} summary").first).to_be_focused()
    page.wait_for_function("code => location.hash === code", arg=f"#r={link.split('#r=')[1]}")
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()


def test_a_closed_shared_result_is_gone_from_the_address(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    follow(page, link)
    page.get_by_role("button", name="Close, and show my own result").click()
    assert code_in(page) == ""
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_have_count(0)
    assert headline(page) == own


def test_back_to_before_a_link_was_opened_on_the_page_shows_ones_own_again(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    page.goto(link)
    expect(page.get_by_text(BANNER)).to_be_visible()
    page.go_back()
    expect(page.get_by_text(BANNER)).to_have_count(0)
    assert (headline(page), code_in(page)) == (own, "")


def test_a_shared_result_is_closed_with_keys_alone(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    follow(page, link)
    expect(page.get_by_role("group", name=BANNER)).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Close, and show my own result"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(BANNER)).to_have_count(0)
    assert headline(page) == own
    expect(page.locator("h1")).to_be_focused()
