"""Several assessments in one browser: begun, named, switched, deleted and brought back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import CONTENT, violations_in_every_look
from kept_page import OTHERS, PAGE, PRACTICE, QUESTIONS, act, begun, entry, in_use, told
from playwright.sync_api import Page, expect
from visitor import choose, fill_storage, on_monday_card, radio, sample, tab_to, visit, write_on_monday_card


def test_answers_kept_before_there_were_several_are_the_ones_in_use(page: Page, root: Path) -> None:
    begun(page, root)
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])
    expect(page.locator("[data-in-use]")).to_contain_text("45 of 45 answered")
    assert page.evaluate(OTHERS) == 0


def test_another_is_begun_empty_and_named_and_the_first_is_switched_back_to(page: Page, root: Path) -> None:
    begun(page, root)
    first = in_use(page)
    page.get_by_role("button", name="Begin another, empty").click()
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("Outlet shops")
    page.keyboard.press("Enter")
    expect(entry(page, "Outlet shops").get_by_role("button", name="Rename")).to_be_focused()
    assert (in_use(page)["label"], in_use(page)["answers"]) == ("Outlet shops", {})
    visit(page, QUESTIONS)
    expect(page.locator("[data-for]")).to_contain_text("Outlet shops")
    choose(page, PRACTICE, 0)
    visit(page, PAGE)
    act(entry(page, first["label"]), "Switch to it")
    expect(told(page)).to_contain_text(f"“{first['label']}” is in use now.")
    expect(page.locator("[data-in-use]").get_by_role("heading")).to_be_focused()
    assert in_use(page) == first
    act(entry(page, "Outlet shops"), "Switch to it")
    assert in_use(page)["answers"] == {PRACTICE: {"value": 0, "rev": 2}}
    assert page.evaluate(OTHERS) == 1


def test_each_can_be_renamed_and_escape_leaves_its_name(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    for old, new in ((sample(root, "museum-friends")["label"], "Friends"), (in_use(page)["label"], "Bank")):
        act(entry(page, old), "Rename")
        page.get_by_label("Name").fill("Nonsense")
        page.keyboard.press("Escape")
        expect(entry(page, old).get_by_role("button", name="Rename")).to_be_focused()
        act(entry(page, old), "Rename")
        page.get_by_label("Name").fill(new)
        page.get_by_role("button", name="Keep this name").click()
        expect(entry(page, new)).to_be_visible()
    page.reload()
    expect(entry(page, "Friends")).to_be_visible()
    assert in_use(page)["label"] == "Bank"


def test_one_deleted_comes_back_by_undo(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    name = sample(root, "museum-friends")["label"]
    act(entry(page, name), "Delete")
    expect(told(page)).to_contain_text(f"“{name}” is deleted.")
    expect(entry(page, name)).to_have_count(0)
    assert page.evaluate(OTHERS) == 0
    undo = told(page).get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(entry(page, name)).to_be_visible()
    expect(told(page)).to_be_focused()
    assert page.evaluate(OTHERS) == 1


def test_the_one_in_use_deleted_comes_back_by_undo(page: Page, root: Path) -> None:
    begun(page, root)
    before = in_use(page)
    write_on_monday_card(page)
    act(entry(page, before["label"]), "Delete")
    assert (in_use(page)["answers"], on_monday_card(page)) == ({}, None)
    told(page).get_by_role("button", name="Undo").click()
    assert on_monday_card(page) == {"owner": "Ada"}
    expect(entry(page, before["label"])).to_be_visible()
    assert in_use(page) == before


@pytest.mark.tabs
def test_a_switch_in_another_tab_shows_in_this_one(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    friends = sample(root, "museum-friends")
    form = visit(page.context.new_page(), QUESTIONS)
    list_ = visit(page.context.new_page(), PAGE)
    act(entry(page, friends["label"]), "Switch to it")
    expect(form.locator("[data-label]")).to_have_text(friends["label"])
    choose(form, PRACTICE, 0)
    expect(list_.locator("[data-in-use]")).to_contain_text(friends["label"])
    expect(list_.locator("[data-others]")).to_contain_text(sample(root, "low-cost-airline")["label"])
    assert in_use(page)["label"] == friends["label"]
    act(entry(page, sample(root, "low-cost-airline")["label"]), "Switch to it")
    assert in_use(page)["answers"] == sample(root, "low-cost-airline")["answers"]
    expect(radio(form, PRACTICE, in_use(page)["answers"][PRACTICE]["value"])).to_be_checked()


@pytest.mark.tabs
def test_two_tabs_that_begin_another_lose_neither(page: Page, root: Path) -> None:
    begun(page, root)
    other = visit(page.context.new_page(), PAGE)
    for tab, name in ((page, "One"), (other, "Two")):
        tab.get_by_role("button", name="Begin another, empty").click()
        tab.get_by_label("Name").fill(name)
        tab.keyboard.press("Enter")
    for name in (sample(root, "low-cost-airline")["label"], "One", "Two"):
        expect(entry(page, name)).to_have_count(1)


@pytest.mark.parametrize("deed", ["Begin another, empty", "Answer again", "Switch to it"])
def test_without_room_nothing_changes_and_it_is_told(page: Page, root: Path, deed: str) -> None:
    begun(page, root, "museum-friends")
    fill_storage(page, 1000)
    stored = "() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('push')).sort())"
    before = page.evaluate(stored)
    page.get_by_role("button", name=deed).first.click()
    expect(told(page)).to_contain_text("no room left, so nothing was changed")
    expect(told(page)).to_be_focused()
    assert page.evaluate(stored) == before
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])


def test_one_that_cannot_be_read_can_be_saved_and_deleted_and_nothing_else(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(each => each.includes(':kept:'));
          localStorage.setItem(key, 'not to be read');
        }"""
    )
    page.reload()
    row = entry(page, "Cannot be read")
    expect(row).to_contain_text("not JSON")
    assert [button.get_attribute("data-act") for button in row.get_by_role("button").all()] == ["save", "delete"]
    with page.expect_download() as download:
        act(row, "Save as a file")
    assert download.value.path().read_text(encoding="utf-8") == "not to be read"


def test_what_was_kept_aside_can_be_saved_deleted_and_brought_back(page: Page, root: Path) -> None:
    begun(page, root)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(each => each.endsWith(':push-to-pull'));
          localStorage.setItem(`${key}:aside`, 'odd');
        }"""
    )
    page.reload()
    aside = page.locator("[data-aside]")
    with page.expect_download() as download:
        aside.get_by_role("button", name="Save what could not be read").click()
    assert download.value.path().read_text(encoding="utf-8") == "odd"
    aside.get_by_role("button", name="Delete it").click()
    expect(page.locator("[data-part=aside]")).to_be_hidden()
    told(page).get_by_role("button", name="Undo").click()
    expect(aside.get_by_role("button", name="Save what could not be read")).to_be_visible()
    expect(told(page)).to_be_focused()


def test_keys_alone_begin_name_and_switch(page: Page, root: Path) -> None:
    begun(page, root)
    tab_to(page, page.get_by_role("button", name="Begin another, empty"))
    page.keyboard.press("Enter")
    page.keyboard.type("Nps")  # n, p and s are keys of the theme
    page.keyboard.press("Enter")
    expect(entry(page, "Nps")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Switch to it"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])


def test_axe_finds_nothing_in_any_state(page: Page, root: Path, axe: Callable[..., list[str]]) -> None:
    begun(page, root, "museum-friends")
    act(entry(page, sample(root, "museum-friends")["label"]), "Answer again")
    assert axe(page) == []
    page.keyboard.press("Enter")
    text = json.dumps(sample(root, "museum-friends") | {"odd": 1}).encode()
    page.locator("[data-file]").set_input_files({"name": "f.json", "mimeType": "application/json", "buffer": text})
    expect(page.locator("[data-opening] h3")).to_be_focused()
    page.get_by_role("button", name="Delete everything on this device").click()
    page.evaluate("() => document.querySelectorAll('.md-content details').forEach(fold => { fold.open = true; })")
    assert violations_in_every_look(page, within=CONTENT) == []
