"""The fixtures themselves: a fault that they miss would pass unseen in every other test."""

from collections.abc import Callable

import pytest
from faults import Faults
from playwright.sync_api import Page


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
