"""The fixtures themselves: a fault that they miss would pass unseen in every other test."""

from collections.abc import Callable

import pytest
from faults import Faults
from one_page import OnePage
from playwright.sync_api import BrowserContext, Page


@pytest.mark.parametrize(
    ("script", "event", "fault"),
    [
        ("console.error('it broke')", "console", "console error: it broke"),
        ("setTimeout(() => { throw new Error('it threw') })", "weberror", "it threw"),
        ("fetch('no-such-file')", "console", "console error: Failed to load resource"),
        (
            "fetch('https://else.example/').catch(() => {})",
            "console",
            "console error: Connecting to 'https://else.example/'",
        ),
    ],
)
def test_a_fault_in_a_page_is_noted(page: Page, faults: Faults, script: str, event: str, fault: str) -> None:
    faults.expect("")
    page.goto("")
    with page.context.expect_event(event):
        page.evaluate(f"() => {{ {script} }}")
    assert any(fault in seen for seen in faults.seen)


def test_a_request_to_another_host_is_noted_where_no_policy_stops_it(page: Page, faults: Faults) -> None:
    faults.expect("else.example")
    page.goto("about:blank")
    with page.context.expect_event("requestfailed"):
        page.evaluate("() => { fetch('https://else.example/').catch(() => {}); }")
    assert "request to another host: https://else.example/" in faults.seen


def test_a_fault_that_is_not_expected_is_kept() -> None:
    faults = Faults()
    faults.seen = ["console error: storage is full", "console error: it broke"]
    faults.expect("storage is full")
    assert faults.unexpected == ["console error: it broke"]


def test_axe_names_rule_and_element(page: Page, axe: Callable[..., list[str]]) -> None:
    page.goto("404.html")
    page.evaluate("() => document.body.append(Object.assign(document.createElement('img'), { id: 'bare' }))")
    assert any(line.startswith("image-alt (critical) #bare: ") for line in axe(page))


def test_a_test_finds_the_page_of_the_one_before_it_as_new(context: BrowserContext, site_url: str) -> None:
    one = OnePage(context, site_url)
    page = one.give()
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark", media="print")
    page.goto("404.html")
    page.evaluate("() => { sessionStorage.setItem('a', 'b'); window.name = 'c'; }")
    one.forget()
    one.leave()
    assert (page, "about:blank") == (one.give(), page.url)
    page.goto("404.html")
    known = "[sessionStorage.length, window.name, innerWidth, matchMedia('print').matches]"
    assert page.evaluate(known) == [0, "", 1280, False]
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is False


@pytest.mark.parametrize("what", ["a route", "a script for each visit", "another site", "closed"])
def test_a_page_on_which_something_lasts_is_given_up(context: BrowserContext, site_url: str, what: str) -> None:
    one = OnePage(context, site_url)
    page = one.give()
    page.goto("404.html")
    if what == "a route":
        page.route("**/*", lambda route: route.continue_())
    elif what == "a script for each visit":
        page.add_init_script("window.broken = true")
    elif what == "another site":
        page.goto("about:blank")
    else:
        page.close()
    one.forget()
    one.leave()
    assert page.is_closed()
    assert one.give() is not page
