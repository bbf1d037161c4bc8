"""What each released version of the bank asked."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from banks import SMALL, changed_bank

from pushpull.problem import BankError
from pushpull.releases import changes, earlier, released, write_release
from pushpull.rules.check import open_bank
from pushpull.schema.json_files import Release

QUESTION = "Who could see which tool was out?"
ANCHORS = [
    "Nobody could tell which tools were out.",
    "Volunteers found each loan in one list.",
    "All {people} saw the list from home.",
]
OTHERWISE = (
    "`rev` must be at least 2, since release 0.9.0 asked otherwise, but found 1: "
    'raise it, or write `reworded_since: "0.9.0"` if the meaning is the same'
)
NO_RELEASE = (
    "`reworded_since` must name a release that asked this in other words, but {}: "
    "name that release, or take the line out"
)


def release(version: str, **changes: Any) -> dict[str, str]:
    wordings = {"rev": 1, "question": QUESTION, "anchors": ANCHORS} | changes
    return {f"releases/{version}.json": json.dumps({"version": version, "practices": {"loan-book": wordings}})}


def problems_of(bank: Path) -> list[str]:
    try:
        open_bank(bank)
    except BankError as error:
        return [problem.message for problem in error.problems]
    return []


def test_a_release_holds_what_every_practice_asks() -> None:
    bank = open_bank(SMALL)

    asked = released(bank)

    assert (asked["version"], list(asked["practices"])) == ("1.0.0", [practice.id for practice in bank.practices])
    assert asked["practices"]["loan-book"] == {"number": 1, "rev": 1, "question": QUESTION, "anchors": ANCHORS}


def test_a_written_release_is_read_again_and_sound(tmp_path: Path) -> None:
    folder = changed_bank(tmp_path, {})

    path = write_release(open_bank(folder), folder)

    assert path == folder / "releases" / "1.0.0.json"
    assert open_bank(folder).releases == {"1.0.0": Release.model_validate_json(path.read_text(encoding="utf-8"))}


def test_a_release_may_be_written_again(tmp_path: Path) -> None:
    folder = changed_bank(tmp_path, {})
    write_release(open_bank(folder), folder)

    assert write_release(open_bank(folder), folder).exists()


def test_a_release_never_changes(tmp_path: Path) -> None:
    folder = changed_bank(tmp_path, {"add": release("0.9.0")})
    path = write_release(open_bank(folder), folder)
    path.write_text(path.read_text(encoding="utf-8").replace("Volunteers", "We"), encoding="utf-8")
    bank = open_bank(SMALL)

    with pytest.raises(FileExistsError, match=r"a release must never change, but 1\.0\.0 has asked something else"):
        write_release(bank, folder)


@pytest.mark.parametrize(
    ("before", "now", "problems"),
    [
        ({}, {}, []),
        (
            {"question": "Who saw?"},
            {},
            [OTHERWISE],
        ),
        ({"question": "Who saw?"}, {"rev: 1": "rev: 2"}, []),
        (
            {"anchors": [*ANCHORS[:2], "Everybody saw it."]},
            {},
            [OTHERWISE],
        ),
        ({"rev": 2}, {}, ["`rev` must be at least 2, since release 0.9.0 asked this, but found 1: raise it"]),
        ({"rev": 2}, {"rev: 1": "rev: 3"}, []),
        (
            {"number": 7},
            {},
            ["`number` must stay what it was in release 0.9.0, 7, but found 1: restore it"],
        ),
        ({"number": 1}, {}, []),
    ],
)
def test_changed_wording_needs_a_higher_rev(
    before: dict[str, Any], now: dict[str, str], problems: list[str], tmp_path: Path
) -> None:
    edits = {"edit": {"practices/lending/loan-book.yml": now}, "add": release("0.9.0", **before)}

    assert problems_of(changed_bank(tmp_path, edits)) == problems


@pytest.mark.parametrize(
    ("since", "problems"),
    [
        ("0.9.0", []),
        ("0.8.0", [OTHERWISE, NO_RELEASE.format("0.8.0 has not asked it")]),
    ],
)
def test_a_rewording_that_keeps_the_meaning_keeps_the_rev(since: str, problems: list[str], tmp_path: Path) -> None:
    edits = {
        "edit": {"practices/lending/loan-book.yml": {"rev: 1": f'rev: 1\nreworded_since: "{since}"'}},
        "add": release("0.9.0", question="Who saw?"),
    }

    assert problems_of(changed_bank(tmp_path, edits)) == problems


def test_a_rewording_that_changed_nothing_is_told(tmp_path: Path) -> None:
    edits = {
        "edit": {"practices/lending/loan-book.yml": {"rev: 1": 'rev: 1\nreworded_since: "0.9.0"'}},
        "add": release("0.9.0"),
    }

    assert problems_of(changed_bank(tmp_path, edits)) == [NO_RELEASE.format("release 0.9.0 asks it as it stands")]


def test_the_first_task_of_the_readme_works_as_written(root: Path, tmp_path: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    [task] = re.findall(r"^## Change a question.*?(?=^## )", text, flags=re.DOTALL | re.MULTILINE)
    [path] = re.findall(r"`(assessment/practices/[\w/-]+\.yml)`", task)
    [line] = re.findall(r"`(reworded_since: .+?)`", task)
    shutil.copytree(root / "assessment", tmp_path / "assessment")
    file = tmp_path / path
    question = re.search(r'^question: "(.+)"$', file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert question
    edited = file.read_text(encoding="utf-8").replace(question[1], f"Today, {question[1][0].lower()}{question[1][1:]}")
    file.write_text(edited, encoding="utf-8")
    bank = tmp_path / "assessment"
    [refused] = problems_of(bank)
    assert line in refused
    file.write_text(re.sub(r"^rev: 2$", f"rev: 2\n{line}", edited, flags=re.MULTILINE), encoding="utf-8")
    assert problems_of(bank) == []
    file.write_text(re.sub(r"^rev: 2$", "rev: 3", edited, flags=re.MULTILINE), encoding="utf-8")
    asked_again = problems_of(bank)  # by the samples alone, which answered what was asked before
    assert asked_again
    assert all("read the question again, then write its rev" in problem for problem in asked_again)


def test_the_last_release_counts_by_number_not_by_letter(tmp_path: Path) -> None:
    old, new = release("0.9.0", question="Who saw?"), release("0.10.0")

    assert problems_of(changed_bank(tmp_path, {"add": old | new})) == []


def test_earlier_wordings_are_given_oldest_first_and_once(tmp_path: Path) -> None:
    releases = (
        release("0.2.0", rev=2, question="Who saw the list?")
        | release("0.10.0", rev=3, question="Who read the list?", number=1)
        | release("0.1.0", rev=1, question="Is there a list?")
        | release("0.3.0", rev=2, question="Who saw the list?", anchors=["a", "b", "c"])
    )
    edits = {"edit": {"practices/lending/loan-book.yml": {"rev: 1": "rev: 4"}}, "add": releases}
    bank = open_bank(changed_bank(tmp_path, edits))

    assert earlier(bank, bank.practice_by_id["loan-book"]) == [
        {"rev": 1, "question": "Is there a list?", "anchors": ANCHORS},
        {"rev": 2, "question": "Who saw the list?", "anchors": ["a", "b", "c"]},
        {"rev": 3, "question": "Who read the list?", "anchors": ANCHORS},
    ]
    assert earlier(bank, bank.practice_by_id["reminders"]) == []


def test_a_practice_that_vanished_is_missed(tmp_path: Path) -> None:
    text = release("0.9.0")["releases/0.9.0.json"].replace("loan-book", "gone-book")

    assert problems_of(changed_bank(tmp_path, {"add": {"releases/0.9.0.json": text}})) == [
        'a released practice must be in use or in retired.yml, but "gone-book" is in neither: add a line to retired.yml'
    ]


def test_a_release_lies_under_its_version(tmp_path: Path) -> None:
    text = release("0.9.0")["releases/0.9.0.json"]

    assert problems_of(changed_bank(tmp_path, {"add": {"releases/0.8.0.json": text}})) == [
        '`version` must be the file\'s name, "0.8.0", but found "0.9.0": restore the file'
    ]


def test_changes_name_what_joined_was_reworded_and_ended_newest_first(tmp_path: Path) -> None:
    asked = {"rev": 1, "question": QUESTION, "anchors": ANCHORS}
    old = {"version": "0.8.0", "practices": {"loan-book": asked, "gone": {"rev": 1, "question": "Who?", "anchors": []}}}
    retired = 'practices: [{id: "gone", number: 9, since: "0.9.0", why: "It was two in one."}]'
    added = {"releases/0.8.0.json": json.dumps(old), "retired.yml": retired, **release("0.9.0", rev=1)}
    edit = {"practices/lending/loan-book.yml": {"rev: 1": "rev: 2"}}
    bank = open_bank(changed_bank(tmp_path, {"add": added, "edit": edit}))

    newest, middle, first = changes(bank)

    assert ("1.0.0", ["loan-book"], []) == (newest.version, newest.reworded, newest.ended)
    assert "sharp-blades" in newest.added
    assert ("0.9.0", [], [], ["gone"]) == (middle.version, middle.added, middle.reworded, middle.ended)
    assert ("0.8.0", ["loan-book", "gone"], [], []) == (first.version, first.added, first.reworded, first.ended)


def test_a_bank_never_released_has_one_version_in_which_all_is_new() -> None:
    bank = open_bank(SMALL)
    assert [(bank.model.version, len(bank.practices))] == [(each.version, len(each.added)) for each in changes(bank)]
