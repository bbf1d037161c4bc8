"""Snapshots: taken by the page once a day or by hand, named, deleted and brought back; none without room for it."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from result_page import see_result
from visitor import kept, key_of, sample, tab_to, visit

NAME = "e-bike-motors"
FULL = """([key, times]) => {
  const set = Storage.prototype.setItem;
  const room = (localStorage.getItem(key) ?? "").length * times;
  Storage.prototype.setItem = function (name, text) {
    if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
    return set.call(this, name, text);
  };
}"""


def snapshots(page: Page) -> list[Any]:
    return list(kept(page, "push-to-pull")["snapshots"])


def unfold(page: Page) -> Any:
    page.locator("[data-desk=snapshots] > summary").click()
    expect(page.get_by_label("Name of the snapshot")).to_be_visible()
    return page.locator(".pp-snapshots > li")


def test_a_complete_result_is_kept_once_and_not_again_unless_answers_change(page: Page, root: Path) -> None:
    response = sample(root, NAME)
    see_result(page, response)
    assert [each["answers"] for each in snapshots(page)] == [response["answers"]]
    visit(page, "results/")
    assert len(snapshots(page)) == 1
    changed = kept(page, "push-to-pull")
    first = next(iter(changed["answers"]))
    changed["answers"][first] = {"value": "unknown"}
    see_result(page, changed)
    assert len(snapshots(page)) == 1  # at most one a day
    changed["snapshots"][0]["taken"] = "2026-01-02T10:00:00Z"
    see_result(page, changed)
    assert [each["answers"][first]["value"] for each in snapshots(page)] == [
        response["answers"][first]["value"],
        "unknown",
    ]
    expect(page.locator("[data-part=map]")).to_contain_text("2 January 2026")


def test_a_snapshot_is_taken_named_renamed_deleted_and_brought_back_with_keys_alone(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    before = snapshots(page)
    rows = unfold(page)
    tab_to(page, page.get_by_label("Name of the snapshot"))
    page.keyboard.type("Before the fair")
    page.keyboard.press("Enter")
    expect(rows.first).to_contain_text("Before the fair")
    assert [each["label"] for each in snapshots(page)] == [before[0]["label"], "Before the fair"]
    tab_to(page, rows.first.get_by_role("button", name="Rename"))
    page.keyboard.press("Enter")
    page.keyboard.type("After the fair")
    page.keyboard.press("Enter")
    expect(rows.first).to_contain_text("After the fair")
    expect(rows.first.get_by_role("button", name="Rename")).to_be_focused()
    whole = snapshots(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(1)
    assert snapshots(page) == before
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert snapshots(page) == whole


def test_without_room_it_is_told_and_nothing_is_lost(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    page.evaluate(FULL, [key_of(page, "push-to-pull"), 1.1])
    before = kept(page, "push-to-pull")
    unfold(page)
    page.get_by_role("button", name="Take a snapshot now").click()
    expect(page.locator("[data-desk=snapshots] [role=status]")).to_contain_text("nothing was changed")
    assert kept(page, "push-to-pull") == before
    expect(page.locator("[data-trouble]")).to_have_count(0)  # answers still find room


@pytest.mark.tabs
def test_a_name_being_written_outlasts_what_another_tab_does(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    rows = unfold(page)
    rows.first.get_by_role("button", name="Rename").click()
    page.keyboard.type("Spring")
    other = page.context.new_page()
    visit(other, "results/")
    unfold(other)
    other.get_by_label("Name of the snapshot").fill("From the other tab")
    other.get_by_role("button", name="Take a snapshot now").click()
    expect(other.locator(".pp-snapshots > li")).to_have_count(2)
    page.wait_for_function(
        "key => JSON.parse(localStorage.getItem(key)).snapshots.length === 2", arg=key_of(page, "push-to-pull")
    )
    page.keyboard.press("Enter")
    expect(rows).to_have_count(2)
    assert [each["label"] for each in snapshots(page)] == ["Spring", "From the other tab"]
    expect(other.locator(".pp-snapshots")).to_contain_text("Spring")
    rows.first.get_by_role("button", name="Delete").click()
    other.locator(".pp-snapshots > li").last.get_by_role("button", name="Delete").click()
    expect(other.locator(".pp-snapshots > li")).to_have_count(0)
    assert snapshots(page) == []
