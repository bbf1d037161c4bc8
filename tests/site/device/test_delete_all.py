"""Deleting everything: what goes is named first, it is asked about, and then nothing is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from visitor import choose, kept, sample, tab_to, visit, visit_with

PAGE = "assessment/keep/"
HELD = """() => {
  const path = new URL(document.querySelector('.md-logo').href).pathname;
  return Object.keys(localStorage).filter(key => key.startsWith(`push-to-pull:${path}`) || key.startsWith(`${path}.`));
}"""
KEEP_MUCH = """() => {
  const path = new URL(document.querySelector('.md-logo').href).pathname;
  const own = `push-to-pull:${path}:push-to-pull`;
  const text = localStorage.getItem(own);
  const response = {...JSON.parse(text), label: 'Second'};
  const second = {format: 'push-to-pull/kept', version: 1, response, before: null};
  localStorage.setItem(`${own}:kept:b`, JSON.stringify(second));
  localStorage.setItem(`${own}:aside`, 'odd');
  localStorage.setItem(`${own}:before`, text);
  localStorage.setItem(`push-to-pull:${path}:settings`, '{}');
  localStorage.setItem('push-to-pull:/another/:push-to-pull', 'of another site');
  localStorage.setItem('somebody-else', 'stays');
}"""


def full(page: Page, root: Path) -> Page:
    """The page, in a browser that holds one thing of every kind, and things of other sites."""
    visit_with(page, sample(root, "low-cost-airline"), "")
    page.evaluate(KEEP_MUCH)
    return visit(page, PAGE)


def ask(page: Page) -> None:
    page.get_by_role("button", name="Delete everything on this device").click()


def test_what_would_be_deleted_is_named_and_files_are_offered_first(page: Page, root: Path) -> None:
    full(page, root)
    ask(page)
    group = page.get_by_role("group", name="This would be deleted from this browser:")
    expect(group).to_be_focused()
    for said in [sample(root, "low-cost-airline")["label"], "Second", "kept aside", "colours", "without network"]:
        expect(group).to_contain_text(said)
    expect(group).to_contain_text("It cannot be undone.")
    for number in range(2):
        with page.expect_download() as download:
            group.get_by_role("button", name="Save it as a file first").nth(number).click()
        assert download.value.path().stat().st_size > 1000


def test_cancelling_deletes_nothing(page: Page, root: Path) -> None:
    full(page, root)
    before = page.evaluate("() => JSON.stringify({...localStorage})")
    ask(page)
    page.locator("[data-confirm]").get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Delete everything on this device")).to_be_focused()
    assert page.evaluate("() => JSON.stringify({...localStorage})") == before


def test_deleting_leaves_nothing_of_this_site_and_all_of_others(page: Page, root: Path) -> None:
    full(page, root)
    tab_to(page, page.get_by_role("button", name="Delete everything on this device"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Delete all of this"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Everything is deleted.")).to_be_focused()
    assert page.evaluate(HELD) == []
    left = page.evaluate("() => Object.keys(localStorage).sort()")
    assert left == ["push-to-pull:/another/:push-to-pull", "somebody-else"]
    assert page.evaluate("() => window.name") == ""
    expect(page.locator("[data-told], [data-file], [data-wipe]")).to_have_count(0)
    visit(page, "assessment/")
    expect(page.locator("[data-progress]")).to_have_text("")


@pytest.mark.tabs
def test_another_tab_shows_that_all_is_gone_and_does_not_bring_it_back(page: Page, root: Path) -> None:
    full(page, root)
    other = visit(page.context.new_page(), "assessment/listening/")
    ask(page)
    page.get_by_role("button", name="Delete all of this").click()
    expect(other.locator(".pp-answers input:checked")).to_have_count(0)
    assert page.evaluate(HELD) == []
    choose(other, "listening-routine", 1)
    assert kept(other, "push-to-pull")["answers"] == {"listening-routine": {"value": 1, "rev": 2}}


def test_what_cannot_be_deleted_is_told(page: Page, root: Path) -> None:
    full(page, root)
    page.evaluate("() => { Storage.prototype.removeItem = () => {}; }")
    ask(page)
    page.get_by_role("button", name="Delete all of this").click()
    expect(page.get_by_role("alert")).to_contain_text("Not all of it could be deleted.")
    expect(page.get_by_role("button", name="Delete everything on this device")).to_be_focused()


@pytest.fixture
def with_worker(browser: Browser, site_url: str) -> Iterator[Page]:
    """A browser in which the worker is allowed, with the worker in charge."""
    context = browser.new_context(base_url=site_url, service_workers="allow")
    page = context.new_page()
    page.goto("")
    assert page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    yield page
    context.close()


def test_the_pages_kept_for_reading_without_network_go_too(with_worker: Page) -> None:
    page = visit(with_worker, PAGE)
    page.evaluate("() => caches.open('push-to-pull /another/ core x')")
    assert len(page.evaluate("() => caches.keys()")) > 1
    ask(page)
    page.get_by_role("button", name="Delete all of this").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_focused()
    assert page.evaluate("() => caches.keys()") == ["push-to-pull /another/ core x"]
    assert page.evaluate("() => navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_without_javascript_the_page_says_what_is_missing(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    expect(page.locator("noscript .pp-notice")).to_contain_text("this page can do nothing")
    for part in ("[data-part]", "[data-file]", "[data-wipe-section]"):
        expect(page.locator(part).first).to_be_hidden()
    context.close()
