"""A shared result kept as a copy, beside one's own answers or in their place."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from result_page import see_result
from shared_result import BANNER, OTHER, OWN, follow, headline, stored
from visitor import kept, key_of, sample, settled, tab_to


def others(page: Page) -> list[Any]:
    """The responses kept beside the one in use."""
    prefix = key_of(page, "push-to-pull") + ":kept:"
    texts = page.evaluate(
        "prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => localStorage[key])",
        prefix,
    )
    return [json.loads(text)["response"] for text in texts]


def test_a_copy_is_kept_beside_ones_own_answers_and_can_be_undone(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before = stored(page)
    follow(page, link)
    keep = page.get_by_role("button", name="Keep as a copy")
    keep.focus()
    page.keyboard.press("Enter")
    status = page.locator("[data-shared] [role=status]")
    expect(status).to_contain_text("kept as “Shared result, ")
    expect(keep).to_be_focused()
    page.keyboard.press("Enter")  # once is enough
    (copy,) = others(page)
    values = {id_: each["value"] for id_, each in sample(root, OTHER)["answers"].items()}
    assert {id_: each["value"] for id_, each in copy["answers"].items()} == values
    assert stored(page) == before
    tab_to(page, status.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("The copy is gone again.")
    expect(page.get_by_role("group", name=BANNER)).to_be_focused()
    assert others(page) == []
    keep.click()
    status.get_by_role("link", name="Your answers on this device").click()
    settled(page)
    expect(page.locator("[data-others]")).to_contain_text(copy["label"])
    assert stored(page) == before


def test_where_there_are_no_answers_a_copy_becomes_ones_own_until_undone(page: Page, root: Path, link: str) -> None:
    follow(page, link)
    shown = headline(page)
    page.get_by_role("button", name="Keep as a copy").click()
    expect(page.get_by_role("alert")).to_contain_text("These are now your answers")
    assert headline(page) == shown
    assert len(kept(page, "push-to-pull")["answers"]) == 45
    assert others(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing is kept of the shared result")
    expect(page.locator("[data-empty]")).to_be_visible()
    assert kept(page, "push-to-pull")["answers"] == {}


def test_without_room_for_a_copy_nothing_changes_and_it_is_told(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before = stored(page)
    follow(page, link)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.get_by_role("button", name="Keep as a copy").click()
    expect(page.locator("[data-shared] [role=status]")).to_contain_text("nothing was changed")
    assert (stored(page), others(page)) == (before, [])
