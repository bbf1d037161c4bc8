"""Stage four: the rules across files."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from banks import FIXTURES, SMALL, changed_bank
from golden import cases
from html_text import read
from hypothesis import given, settings
from hypothesis import strategies as st

from pushpull.bank import Bank, read_bank
from pushpull.loading.json_reader import parse_json
from pushpull.loading.validate import read_entry
from pushpull.loading.yaml_reader import parse_yaml
from pushpull.pages.inserts import fill
from pushpull.pages.pages import Site
from pushpull.problem import BankError, Problem, advice
from pushpull.rules.check import (
    HOUSE_STYLE,
    MUST_HOLD,
    RESERVED,
    check,
    house_style,
    must_hold,
    open_bank,
    open_with_advice,
)
from pushpull.schema.entries import KINDS
from pushpull.schema.frame import Model
from pushpull.schema.house_style import PROSE_RULES, Style
from pushpull.schema.json_files import JSON_KINDS


def problems_of(bank: Path) -> list[str]:
    try:
        open_bank(bank)
    except BankError as error:
        return [str(problem).removeprefix("bank/") for problem in error.problems]
    return []


@cases("check")
def test_a_change_of_the_small_bank_is_told(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert problems_of(changed_bank(tmp_path, case)) == case["problems"]


def test_the_small_bank_is_sound() -> None:
    assert problems_of(SMALL) == []


def test_the_real_bank_is_sound(root: Path) -> None:
    assert problems_of(root / "assessment") == []


def test_every_fault_of_the_broken_bank_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FIXTURES)

    with pytest.raises(BankError) as caught:
        open_bank(Path("broken_bank"))

    assert f"{caught.value}\n" == (FIXTURES / "broken_bank.expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", [*MUST_HOLD, *HOUSE_STYLE], ids=lambda rule: rule.__name__)
def test_the_broken_bank_breaks_every_rule(rule: Callable[[Bank], Iterator[Problem]]) -> None:
    bank, _ = read_bank(FIXTURES / "broken_bank")
    assert bank is not None
    silent = replace(bank, model=bank.model.model_copy(update={"people": None}))

    assert [*rule(bank)] or [*rule(silent)]


def test_every_problem_says_what_must_hold_what_was_found_and_what_to_do() -> None:
    lines = (FIXTURES / "broken_bank.expected.txt").read_text(encoding="utf-8").splitlines()[:-1]

    assert [line for line in lines if ", but " not in line or ": " not in line.split(", but ")[1]] == []


@pytest.mark.parametrize("name", ["keep", "quick", "by-role", "index"])
def test_a_dimension_is_not_named_like_a_page_of_the_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bank = changed_bank(tmp_path, {"edit": {"model.yml": {'id: "care"': f'id: "{name}"'}}})
    told = f'an id must be free to use, but "{name}" is needed by the site itself: choose another'

    assert any(told in problem for problem in problems_of(bank))


@pytest.mark.parametrize(
    ("kind", "template"), [("plays", "playbook/practice.md.jinja"), ("works", "method/sources.md.jinja")]
)
def test_no_id_can_clash_with_a_heading_of_its_page(kind: str, template: str, root: Path) -> None:
    text = (root / "hooks" / "pushpull" / "templates" / template).read_text(encoding="utf-8")
    headings = set(re.findall(r"\{: #([a-z-]+) \}", text))

    assert headings
    assert headings - RESERVED[kind] == set()


WORDS = ["0", "-1", "99", "1.5", "true", "No", '"x"', '"lending"', '"loan-book"', '"constructor"', '["reminders"]']
SIGNS = [
    "",
    '""',
    "[]",
    "{}",
    "[1]",
    "[[]]",
    "{a: 1}",
    "[",
    '"',
    "\n",
    ": ",
    ",",
    "- ",
    "&a b",
    "\t",
    '"{"',
    '"{people}’s"',
]
PIECES = st.sampled_from([*WORDS, *SIGNS, '["loan-book", "loan-book"]'])
CUTS = st.tuples(st.integers(0, 10_000), st.sampled_from([0, 0, 1, 5, 20, 80]), PIECES)
SETTINGS = settings(max_examples=30, deadline=None)
SHAPES = [(pattern, model) for model, pattern in (*KINDS.values(), *JSON_KINDS.values())]


@pytest.mark.parametrize("folder", ["small_bank", "broken_bank"])
@SETTINGS
@given(data=st.data())
def test_nothing_written_anywhere_makes_a_rule_raise(folder: str, data: st.DataObject) -> None:
    root = FIXTURES / folder
    bank, _ = read_bank(root)
    assert bank is not None
    documents, entries = dict(bank.documents), dict(bank.entries)
    for name in data.draw(st.lists(st.sampled_from(sorted(documents)), min_size=1, max_size=3, unique=True)):
        text = (root / name).read_text(encoding="utf-8")
        for start, length, piece in data.draw(st.lists(CUTS, min_size=1, max_size=3)):
            at = start % (len(text) + 1)
            text = text[:at] + piece + text[at + length :]
        documents[name] = parse_json(text, name) if name.endswith(".json") else parse_yaml(text, name)
        model = next(model for pattern, model in SHAPES if fnmatch(name, pattern))
        entry, _ = read_entry(documents[name], model)
        entries.pop(name, None)
        if entry is not None:
            entries[name] = entry
    frame = entries.get("model.yml", bank.model)
    assert isinstance(frame, Model)

    for problem in check(Bank(frame, entries, documents)):
        assert problem.line >= 1
        assert "\n" not in problem.message


def test_no_rule_must_hold_and_be_house_style() -> None:
    assert not set(MUST_HOLD) & set(HOUSE_STYLE)
    assert len(house_style()) == len(HOUSE_STYLE) + len(PROSE_RULES)


@pytest.mark.parametrize("name", house_style())
def test_a_rule_that_is_off_is_passed_over_and_one_that_advises_is_shown(name: str) -> None:
    problem, other = Problem("a.yml", 1, 1, "m", name), Problem("a.yml", 1, 1, "m", "another")

    assert Style().sort([problem, other]) == ([problem, other], [])
    assert Style(rules={name: "advise"}).sort([problem, other]) == ([other], [problem])
    assert Style(level="off", rules={name: "strict"}).sort([problem, other]) == ([problem], [])


def test_a_house_style_that_is_off_leaves_what_must_hold() -> None:
    bank, _ = read_bank(FIXTURES / "broken_bank")
    assert bank is not None
    off = replace(bank, model=bank.model.model_copy(update={"style": Style(level="off")}))

    assert {problem for problem in check(bank) if not problem.style} - {*check(off)} == {
        problem for problem in check(bank) if "anchors-are-shrt" in problem.message
    }
    assert not any(problem.style for problem in check(off))


def test_an_advising_style_shows_what_it_lets_through_in_a_line_for_each_rule_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    edit = {"model.yml": {"window:": 'style: "advise"\nwindow:'}}
    bank = changed_bank(tmp_path, {"edit": edit, "remove": ["plays/note-ahead.yml"]})
    frame = bank / "model.yml"  # the lowest step comes first, whatever its name
    frame.write_text(frame.read_text(encoding="utf-8").replace('"Shed"', '"Tool heap"'), encoding="utf-8")

    _, advised = open_with_advice(bank)

    rule = "every-step-up-has-a-play"
    assert [problem.style for problem in advised] == [rule] * 2
    assert advice(advised) == (
        "bank/practices/lending/reminders.yml:1:5: from Tool heap (0) some play should lift reminders to level 1 or 2, "
        f"but none does: add a play (and 1 more like it) [house style: {rule}]\n"
        "2 of house style in the bank; what is advice stops nothing."
    )


def test_the_page_for_authors_lists_every_rule(root: Path) -> None:
    page = (root / "docs" / "method" / "authors.md").read_text(encoding="utf-8")
    text, _ = fill(Site(open_bank(SMALL)), "method/authors.md", page, "authors.md")
    rows = [row.all("td")[0].text for row in read(text)[0].all("tr") if row.all("td")]

    assert [*house_style()] == rows[-len(house_style()) :]
    assert all(asks.strip() for asks in (*house_style().values(), *must_hold()))
    assert len(must_hold()) <= text.count("<li>")
