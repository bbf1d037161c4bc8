"""Stage three: a folder in, one bank out, in bank order."""

from pathlib import Path
from typing import Any

import pytest
from banks import SMALL, changed_bank

from pushpull.bank import Bank, name_of, read_bank, shown
from pushpull.problem import BankError, Problem, did_you_mean, report
from pushpull.schema.entries import Practice


@pytest.fixture(scope="module")
def small() -> Bank:
    bank, problems = read_bank(SMALL)
    assert (bank is not None, problems) == (True, [])
    assert bank is not None
    return bank


def test_practices_stand_in_the_order_of_the_model(small: Bank) -> None:
    assert [practice.id for practice in small.practices] == [
        "loan-book",
        "opening-times",
        "reminders",
        "sharp-blades",
        "first-lesson",
    ]


def test_plays_stand_in_the_order_of_practices_then_levels(small: Bank) -> None:
    assert [(play.practice, play.lifts_to) for play in small.plays] == [
        ("loan-book", 1),
        ("loan-book", 2),
        ("opening-times", 2),
        ("reminders", 2),
        ("sharp-blades", 1),
        ("sharp-blades", 2),
        ("first-lesson", 2),
    ]


def test_entries_are_found_by_id(small: Bank) -> None:
    assert small.practice_by_id["reminders"].number == 5
    assert small.play_by_id["one-list"].practice == "loan-book"
    assert small.dimension_by_practice["reminders"].id == "lending"
    assert [play.id for play in small.plays_by_practice["loan-book"]] == ["one-list", "list-online"]
    assert [practice.id for practice in small.practices_of(small.model.dimensions[1])] == [
        "sharp-blades",
        "first-lesson",
    ]


def test_files_that_may_be_absent_are_empty(small: Bank) -> None:
    assert (small.references.sources, small.references.works, small.glossary.terms) == ([], [], [])
    assert (small.retired.practices, small.retired.plays, small.worksheets, small.releases) == ([], [], (), {})


def test_everything_with_an_id_is_found_by_it(root: Path) -> None:
    bank, _ = read_bank(root / "assessment")
    assert bank is not None

    tables = [bank.idea_by_id, bank.worksheet_by_id, bank.term_by_id, bank.work_by_id, bank.dimension_by_id]
    entries: list[tuple[str, Any]] = [pair for table in tables for pair in table.items()]
    assert [name for name, entry in entries if name != entry.id] == []
    assert len(entries) > 100
    assert [worksheet.id for worksheet in bank.worksheets] == sorted(worksheet.id for worksheet in bank.worksheets)


def test_samples_are_data_by_file_name(small: Bank) -> None:
    sample = small.samples["corner-shed"]

    assert isinstance(sample, dict)
    assert sample["created"] == "2026-11-21T10:00:00Z"


def test_ids_of_unreadable_files_are_known(tmp_path: Path) -> None:
    bank, problems = read_bank(changed_bank(tmp_path, {"add": {"plays/one-list.yml": "["}}))
    assert bank is not None

    assert len(problems) == 1
    assert "one-list" in bank.ids("plays")
    assert bank.unread("plays/") == ["plays/one-list.yml"]


@pytest.mark.parametrize(("name", "found"), [("nowhere", "there is none"), ("file", "it is a file")])
def test_a_bank_is_a_folder(name: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert read_bank(Path(name)) == (
        None,
        [Problem(name, 1, 1, f"the bank must be a folder, but {found}: name the right one")],
    )


def test_an_empty_folder_lacks_its_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert read_bank(Path()) == (
        None,
        [Problem("model.yml", 1, 1, "a bank must have this file, but it is missing: add it")],
    )


def test_odd_things_in_the_folder_are_told_and_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = changed_bank(tmp_path, {})
    (bank / "plays" / "folder.yml").mkdir()
    (bank / "plays" / "loop").symlink_to(bank / "plays")
    (bank / "plays" / "circle.yml").symlink_to("circle.yml")
    (bank / "practices" / "gone.yml").symlink_to("nowhere")
    (bank / "practices" / "care" / "outside.yml").symlink_to("/dev/null")
    monkeypatch.chdir(bank)

    _, problems = read_bank(Path())

    no_file = "a bank file must be an ordinary file, but it is"
    assert [str(problem)[:90] for problem in sorted(problems)] == [
        line[:90]
        for line in [
            f"plays/circle.yml:1:1: {no_file} a link that leads nowhere, or no file: move or delete it",
            f"plays/folder.yml:1:1: {no_file} a folder: move or delete it",
            f"practices/care/outside.yml:1:1: {no_file} a link that leads nowhere, or no file: move or delete it",
            "practices/gone.yml:1:1: a bank file must be one of model.yml, practices/*/*.yml, plays/*.yml",
        ]
    ]


def test_paths_are_shown_from_the_working_folder_or_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert shown(Path("a") / ".." / "b.yml") == "b.yml"
    assert shown(tmp_path / "b.yml") == "b.yml"
    assert shown(tmp_path.parent / "b.yml") == (tmp_path.parent / "b.yml").as_posix()


def test_a_name_is_that_of_the_file() -> None:
    assert [name_of(path) for path in ("a/b.yml", "releases/1.0.0.json")] == ["b", "1.0.0"]


def test_a_bank_cannot_be_changed(small: Bank) -> None:
    with pytest.raises(Exception, match="frozen"):
        small.practices[0].rev = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        small.model = small.model  # type: ignore[misc]


def test_problems_are_sorted_told_once_and_counted() -> None:
    late, early = Problem("b.yml", 1, 1, "m", "a-rule"), Problem("a.yml", 10, 2, "n")

    error = BankError([late, early, late])

    assert error.problems == [early, late]
    counted = "2 problems in the bank, 1 of house style, which `style` in model.yml can soften."
    assert str(error) == f"a.yml:10:2: n [must hold]\nb.yml:1:1: m [house style: a-rule]\n{counted}"
    assert report([early]) == "a.yml:10:2: n [must hold]\n1 problem in the bank."


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("lisening", 'did you mean "listening"?'),
        ("istening", "correct it or take it out"),
        ("quite-another", "correct it or take it out"),
        ("S3-17", "correct it or take it out"),
    ],
)
def test_a_likely_name_is_proposed(name: str, cure: str) -> None:
    assert did_you_mean(name, ["listening", "leading", "S3-07"]) == cure


def test_every_practice_comes_with_its_path(small: Bank) -> None:
    assert ("practices/care/first-lesson.yml", small.practice_by_id["first-lesson"]) in list(small.files(Practice))
