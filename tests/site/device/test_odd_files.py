"""Files that are hostile, odd in part or of another version, and files for which there is no room."""

import json
import re
from pathlib import Path

from faults import Faults
from file_page import PAGE, STORED, act, begun, choose_file, opening, response_with, told
from playwright.sync_api import Page, Route, expect
from visitor import Json, bank_of, choose, fill_storage, kept, sample, visit

MIB = 1024 * 1024
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
    page.evaluate("() => { Blob.prototype.arrayBuffer = () => { throw new Error('it was read'); }; }")
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
