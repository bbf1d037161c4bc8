"""Other sites that open, name or send the tab: they learn nothing of the answers and change nothing."""

import json
from collections.abc import Callable

import pytest
from faults import Faults
from playwright.sync_api import BrowserContext, Page, Route, expect
from visitor import choose, key_of, radio, settled, visit

BANK = "push-to-pull"
PAGE, PRACTICE = "assessment/listening/", "listening-routine"
FOREIGN = "http://localhost:9/"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('storage is blocked', 'SecurityError'); } });"""
NO_TAB = BLOCKED.replace("localStorage", "sessionStorage")
FULL = """const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (this === localStorage && key.startsWith('push-to-pull:')) throw new DOMException('no room', 'QuotaExceededError');
  return write.call(this, key, value);
};"""


def foreign(page: Page) -> Page:
    """The page, on another site."""

    def answer(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>Elsewhere</title>", content_type="text/html")

    page.context.route(f"{FOREIGN}**", answer)
    page.goto(FOREIGN)
    return page


def old_name(page: Page) -> str:
    """What an older build left in the name of a tab that could not save, with another answer and another name."""
    response = {
        "format": "push-to-pull/response",
        "version": 1,
        "bank": {"id": BANK, "version": "1.0.0"},
        "label": "Written elsewhere",
        "answers": {PRACTICE: {"value": 0, "note": "Written elsewhere"}},
        "snapshots": [],
    }
    return f"{key_of(page, BANK)}\n{json.dumps(response)}"


@pytest.mark.parametrize("way", ["open", "location"])
def test_a_tab_named_by_another_site_changes_nothing_that_is_stored(page: Page, way: str) -> None:
    url = visit(page, PAGE).url
    choose(page, PRACTICE, 3)
    stored = "() => JSON.stringify(Object.entries(localStorage).sort())"
    before, name = page.evaluate(stored), old_name(page)
    foreign(page)
    if way == "open":
        with page.context.expect_page() as opened:
            page.evaluate("([url, name]) => void window.open(url, name)", [url, name])
        page = opened.value
    else:
        page.evaluate("([url, name]) => { window.name = name; location = url; }", [url, name])
        page.wait_for_url(url)
    settled(page)
    expect(radio(page, PRACTICE, 3)).to_be_checked()
    assert (before, "") == (page.evaluate(stored), page.evaluate("() => window.name"))


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_another_site_learns_nothing_from_a_tab_that_could_not_save(
    script: str, new_context: Callable[..., BrowserContext], faults: Faults
) -> None:
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    page = new_context().new_page()
    page.add_init_script(script)
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    expect(page.locator("[data-trouble-text]")).to_contain_text("as long as this tab is open")
    visit(page, "assessment/promise/")
    visit(page, PAGE)
    expect(radio(page, PRACTICE, 3)).to_be_checked()
    assert foreign(page).evaluate("() => [window.name, location.href, document.referrer]")[0] == ""
    page.go_back()
    expect(radio(settled(page), PRACTICE, 3)).to_be_checked()


def test_where_the_tab_keeps_nothing_either_it_is_said_before_the_page_is_left(
    new_context: Callable[..., BrowserContext], faults: Faults
) -> None:
    faults.expect("storage is blocked")
    page = new_context().new_page()
    page.add_init_script(BLOCKED + NO_TAB)
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    expect(page.locator("[data-trouble-text]")).to_contain_text("are lost when you leave this page")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a file").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {PRACTICE: {"value": 3, "rev": 2}} == saved["answers"]
