"""Answers saved as a file, and a file opened: shown first, then taken, kept beside, or left; hostile ones refused."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from faults import Faults
from node_bridge import call
from playwright.sync_api import Locator, Page, Route, expect
from visitor import Json, bank_of, choose, fill_storage, kept, sample, tab_to, visit, visit_with

PAGE = "assessment/keep/"
MIB = 1024 * 1024
DROP = """([name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, {type: 'application/json'}));
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true});
    document.querySelector('[data-drop]').dispatchEvent(event);
  }
}"""
STORED = "() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('push-to-pull')).sort())"


def response_with(root: Path, **fields: Any) -> Json:
    return sample(root, "museum-friends") | fields


def choose_file(page: Page, text: str | bytes, name: str = "answers.json") -> None:
    """Choose a file with this text."""
    data = text.encode() if isinstance(text, str) else text
    page.locator("[data-file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})


def begun(page: Page, root: Path, path: str = PAGE) -> Page:
    """The page at `path`, in a browser that holds the answers of the airline."""
    return visit_with(page, sample(root, "low-cost-airline"), path)


def opening(page: Page) -> Locator:
    return page.locator("[data-opening]")


def told(page: Page) -> Locator:
    return page.locator("[data-opened]")


def act(page: Page, name: str) -> None:
    opening(page).get_by_role("button", name=name, exact=True).click()


def test_a_saved_file_opens_in_an_empty_browser_as_it_was(page: Page, root: Path) -> None:
    begun(page, root)
    before = kept(page, "push-to-pull")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename.startswith("low-cost-airline-imagined-answers-2026-")
    path = download.value.path()
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


HOSTILE = {
    "words": ("hello", "not JSON"),
    "a web page": ("<script>alert(1)</script>", "not JSON"),
    "another tool's": ('{"version": 3, "questions": [{"answer": 4}]}', "not a response"),
    "a report of nothing": ('{"format": "push-to-pull/report", "version": 1}', "not a response"),
    "a report in the prototype": ('{"__proto__": {"format": "push-to-pull/report", "version": 1}}', "not a response"),
    "nothing": ("", "no text"),
    "brackets": ("[" * 400_000, "not JSON"),
    "more than a response holds": (" " * (600 * 1024) + "x", "larger than 512 KiB"),
    "another bank's": ('{"format": "push-to-pull/response", "version": 1, "bank": {"id": "x"}}', "another set"),
    "a newer format's": ('{"format": "push-to-pull/response", "version": 9}', "saved in format 9"),
}


def test_what_is_no_response_is_refused_and_nothing_changes(page: Page, root: Path) -> None:
    begun(page, root)
    stored = page.evaluate(STORED)
    for what, (text, reason) in HOSTILE.items():
        choose_file(page, json.dumps(sample(root, "museum-friends")))
        expect(opening(page)).not_to_be_empty()
        choose_file(page, text)
        expect(told(page), what).to_contain_text(reason)
        expect(told(page), what).to_contain_text("Your answers are as they were.")
        expect(told(page), what).to_be_focused()
        expect(opening(page), what).to_be_empty()
        assert page.evaluate(STORED) == stored, what


def test_fifty_megabytes_are_refused_without_being_read(page: Page, root: Path, tmp_path: Path) -> None:
    begun(page, root)
    page.evaluate("() => { Blob.prototype.text = () => { throw new Error('it was read'); }; }")
    big = tmp_path / "big.json"
    big.write_bytes(b"[" * 50 * MIB)
    page.locator("[data-file]").set_input_files(big)
    expect(told(page)).to_contain_text("larger than any that is made here, so it was not read.")


def test_what_is_odd_in_part_is_read_in_part_with_the_list(page: Page, root: Path) -> None:
    mark = "<img src=x onerror=\"document.title='run'\">"
    theirs = response_with(root, label=mark, score=4)
    first, second, *_ = theirs["answers"]
    theirs["answers"] |= {first: {"value": 99}, second: {"value": 2, "note": mark}, "gone-practice": {"value": 3}}
    text = json.dumps(theirs).replace('"answers": {', '"answers": {"__proto__": {"value": 4}, ', 1)
    begun(page, root)
    choose_file(page, text)
    problems = opening(page).locator("[data-problems]")
    for said in ["does not offer", "it is kept aside", "left out"]:
        expect(problems).to_contain_text(said)
    expect(opening(page)).to_contain_text(mark)
    act(page, "Put them in place of mine")
    now = kept(page, "push-to-pull")
    assert first not in now["answers"]
    assert now["orphans"] == {"gone-practice": {"value": 3}}
    assert now["answers"][second]["note"] == mark
    visit(page, "assessment/review/")
    expect(page.locator(f"[data-review='{second}']")).to_contain_text(mark)
    expect(page).not_to_have_title("run")


def test_a_file_of_an_older_bank_has_its_answers_mapped_and_marked(page: Page, root: Path, site_dir: Path) -> None:
    bank, theirs = bank_of(site_dir), response_with(root)
    moved, changed, *_ = (each["id"] for each in bank["practices"] if each["id"] in theirs["answers"])
    theirs["answers"]["old-name"] = theirs["answers"].pop(moved)
    newer = {"bankVersion": "9.0.0", "retired": {"old-name": moved}}

    def upgraded(data: Json) -> Json:
        practices = [each | ({"rev": 3} if each["id"] == changed else {}) for each in data["practices"]]
        return data | newer | {"practices": practices}

    def answer(route: Route) -> None:
        route.fulfill(json=upgraded(route.fetch().json()))

    page.route(re.compile("/(outline|bank).json$"), answer)
    visit(page, PAGE)
    choose_file(page, json.dumps(theirs))
    expect(opening(page)).to_contain_text("answered in version 2.0.0; this site has version 9.0.0")
    expect(opening(page)).to_contain_text("took the place of its own")
    expect(opening(page)).to_contain_text("2 questions have changed since they were answered")
    opening(page).get_by_text("Which").last.click()
    title = next(each["title"] for each in bank["practices"] if each["id"] == changed)
    expect(opening(page)).to_contain_text(title)
    act(page, "Use these answers")
    now = kept(page, "push-to-pull")["answers"]
    assert now[moved]["value"] == theirs["answers"]["old-name"]["value"]


def test_two_files_at_once_are_too_many(page: Page, root: Path) -> None:
    begun(page, root)
    page.evaluate(
        """() => {
          const transfer = new DataTransfer();
          for (const name of ['a.json', 'b.json']) transfer.items.add(new File(['{}'], name));
          document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
        }"""
    )
    expect(told(page)).to_contain_text("one file at a time")


def test_where_nothing_is_kept_a_file_is_used_while_the_page_is_open(page: Page, root: Path, faults: Faults) -> None:
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    blocked = "{ get() { throw new DOMException('storage is blocked', 'SecurityError'); } }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {blocked})")
    visit(page, PAGE)
    choose_file(page, json.dumps(sample(root, "museum-friends")))
    act(page, "Use these answers")
    expect(told(page)).to_contain_text("in use while this page is open")


def test_an_opened_file_without_room_for_it_changes_nothing(page: Page, root: Path) -> None:
    begun(page, root)
    before = kept(page, "push-to-pull")["answers"]
    theirs = sample(root, "museum-friends")
    for answer in theirs["answers"].values():
        answer["note"] = "n" * 2000
    fill_storage(page, 4096)
    for name in ("Keep them beside mine", "Put them in place of mine"):
        choose_file(page, json.dumps(theirs))
        act(page, name)
        expect(told(page)).to_contain_text("This browser has no room left for it.")
        assert kept(page, "push-to-pull")["answers"] == before
    visit(page, "assessment/listening/")
    choose(page, "listening-routine", 0)
    assert kept(page, "push-to-pull")["answers"].keys() == before.keys()


def test_a_file_whose_reader_does_not_come_is_told_and_changes_nothing(page: Page, root: Path, faults: Faults) -> None:
    faults.expect("open-file:")
    faults.expect("Failed to load resource")
    begun(page, root)
    before = page.evaluate(STORED)
    page.route(re.compile("import-file|bank.json"), lambda route: route.abort())
    choose_file(page, json.dumps(response_with(root)))
    expect(told(page)).to_contain_text("This part could not be loaded. Check your connection")
    assert page.evaluate(STORED) == before
