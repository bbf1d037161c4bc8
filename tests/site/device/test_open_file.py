"""Answers saved as a file, and a file opened: shown first, then taken, kept beside, or left."""

import json
from pathlib import Path

import pytest
from faults import Faults
from file_page import PAGE, STORED, act, begun, choose_file, opening, told
from node_bridge import call
from playwright.sync_api import Page, expect
from visitor import bank_of, kept, sample, tab_to, visit

DROP = """([name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, {type: 'application/json'}));
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true});
    document.querySelector('[data-drop]').dispatchEvent(event);
  }
}"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_saved_file_opens_in_an_empty_browser_as_it_was(page: Page, root: Path, encoding: str) -> None:
    begun(page, root)
    before = kept(page, "push-to-pull")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename.startswith("low-cost-airline-imagined-answers-2026-")
    path = download.value.path()
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    page.evaluate("() => localStorage.clear()")
    visit(page, PAGE)
    page.locator("[data-file]").set_input_files(path)
    act(page, "Use these answers")
    expect(told(page)).to_contain_text("These answers are in use now.")
    assert kept(page, "push-to-pull") == before


@pytest.mark.parametrize("path", [PAGE, "assessment/"])
def test_opening_shows_what_is_in_a_file_and_what_it_would_change(page: Page, root: Path, path: str) -> None:
    begun(page, root, path)
    mine, theirs = sample(root, "low-cost-airline"), sample(root, "museum-friends")
    stored = page.evaluate(STORED)
    choose_file(page, json.dumps(theirs), "friends.json")
    expect(opening(page).get_by_role("heading", name="What is in friends.json")).to_be_focused()
    for said in [theirs["label"], "Last changed", f"{len(theirs['answers'])} of"]:
        expect(opening(page)).to_contain_text(said)
    levels = [
        {key: each["value"] for key, each in given["answers"].items() if isinstance(each["value"], int)}
        for given in (mine, theirs)
    ]
    changed = sum(levels[0][key] != levels[1][key] for key in levels[0].keys() & levels[1].keys())
    gained, lost = len(levels[1].keys() - levels[0].keys()), len(levels[0].keys() - levels[1].keys())
    said = f"{changed} level{'s' * (changed != 1)} changed, {gained} new, {lost} lost"
    expect(opening(page).locator("[data-difference]")).to_contain_text(said)
    assert page.evaluate(STORED) == stored


def test_cancelling_leaves_everything_as_it_was(page: Page, root: Path) -> None:
    begun(page, root)
    stored = page.evaluate(STORED)
    choose_file(page, json.dumps(sample(root, "museum-friends")))
    act(page, "Cancel")
    expect(told(page)).to_contain_text("Your answers are as they were.")
    expect(opening(page)).to_be_empty()
    expect(page.locator("[data-file]")).to_be_focused()
    assert page.evaluate(STORED) == stored


def test_an_opened_file_takes_the_place_of_the_answers_and_they_can_be_brought_back(page: Page, root: Path) -> None:
    begun(page, root)
    before = kept(page, "push-to-pull")
    choose_file(page, json.dumps(sample(root, "museum-friends")))
    act(page, "Put them in place of mine")
    assert kept(page, "push-to-pull")["answers"] == sample(root, "museum-friends")["answers"]
    page.get_by_role("button", name="Bring my former answers back").click()
    expect(told(page)).to_contain_text("Your former answers are back.")
    expect(told(page)).to_be_focused()
    assert kept(page, "push-to-pull")["answers"] == before["answers"]


def test_an_opened_file_is_kept_beside_the_answers(page: Page, root: Path) -> None:
    begun(page, root, "assessment/")
    theirs = sample(root, "museum-friends")
    choose_file(page, json.dumps(theirs))
    act(page, "Keep them beside mine")
    expect(told(page)).to_contain_text(f"“{theirs['label']}” is kept beside your answers.")
    assert kept(page, "push-to-pull")["answers"] == sample(root, "low-cost-airline")["answers"]
    told(page).get_by_role("link").click()
    expect(page.locator("[data-others]").get_by_role("heading", name=theirs["label"])).to_be_visible()


@pytest.mark.parametrize("path", [PAGE, "assessment/"])
def test_a_file_let_fall_on_the_page_is_opened(page: Page, root: Path, path: str) -> None:
    begun(page, root, path)
    page.evaluate(DROP, ["fallen.json", json.dumps(sample(root, "museum-friends"))])
    expect(opening(page).get_by_role("heading", name="What is in fallen.json")).to_be_focused()


def test_keys_alone_open_a_file(page: Page, root: Path) -> None:
    # Asked for early: where it is asked for with the key press, the browser's own window may come first.
    page.on("filechooser", lambda _: None)
    begun(page, root)
    tab_to(page, page.locator("[data-file]"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    text = json.dumps(sample(root, "museum-friends")).encode()
    chooser.value.set_files({"name": "f.json", "mimeType": "application/json", "buffer": text})
    expect(opening(page).get_by_role("heading")).to_be_focused()
    tab_to(page, opening(page).get_by_role("button", name="Put them in place of mine"))
    page.keyboard.press("Enter")
    expect(told(page)).to_contain_text("in use now")


def test_a_report_opens_for_the_response_in_it(page: Page, root: Path, site_dir: Path) -> None:
    bank, theirs = bank_of(site_dir), sample(root, "museum-friends")
    profile, advice = (
        call("scoring/score", "scoreResponse", bank, theirs),
        call("scoring/recommend", "recommend", bank, theirs, {}),
    )
    visit(page, PAGE)
    choose_file(page, call("exports/json", "toJson", bank, theirs, profile, advice))
    act(page, "Use these answers")
    assert kept(page, "push-to-pull")["answers"] == theirs["answers"]


def test_where_nothing_is_kept_a_file_is_used_while_the_page_is_open(page: Page, root: Path, faults: Faults) -> None:
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    blocked = "{ get() { throw new DOMException('storage is blocked', 'SecurityError'); } }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {blocked})")
    visit(page, PAGE)
    choose_file(page, json.dumps(sample(root, "museum-friends")))
    act(page, "Use these answers")
    expect(told(page)).to_contain_text("in use while this page is open")
