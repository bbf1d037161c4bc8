"""Stage four: the rules across files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banks import FIXTURES, SMALL, changed_bank
from golden import cases
from pushpull.bank import Bank, read_bank
from pushpull.check import RULES, check, open_bank
from pushpull.document import Document
from pushpull.problem import BankError, Problem
from pushpull.shape import read_entry
from pushpull.yaml_text import parse_yaml


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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_broken_bank_breaks_every_rule(rule: Callable[[Bank], Iterator[Problem]]) -> None:
    bank, _ = read_bank(FIXTURES / "broken_bank")

    assert bank is not None
    assert next(rule(bank), None) is not None


def test_every_problem_says_what_must_hold_what_was_found_and_what_to_do() -> None:
    lines = (FIXTURES / "broken_bank.expected.txt").read_text(encoding="utf-8").splitlines()[:-1]

    assert [line for line in lines if ", but " not in line or ": " not in line.split(", but ")[1]] == []


WORDS = ["0", "-1", "99", "1.5", "true", "No", '"x"', '"lending"', '"loan-book"', '"constructor"', '["reminders"]']
SIGNS = ["", '""', "[]", "{}", "[1]", "[[]]", "{a: 1}", "[", '"', "&a b", "\t", '"{"', '"}"', '"{people}’s"']
VALUES = st.sampled_from([*WORDS, *SIGNS, '["loan-book", "loan-book"]'])


@pytest.fixture(scope="module")
def small_lines() -> list[tuple[str, int, str]]:
    """Each line of the small bank that has a value: its file, its number, and what comes before the value."""
    return [
        (path.relative_to(SMALL).as_posix(), number, line.partition(": ")[0] + ": ")
        for path in sorted(SMALL.rglob("*.yml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
        if ": " in line
    ]


@given(data=st.data())
def test_no_value_anywhere_makes_a_rule_raise(data: st.DataObject, small_lines: list[tuple[str, int, str]]) -> None:
    bank, _ = read_bank(SMALL)
    assert bank is not None
    documents, entries = dict(bank.documents), dict(bank.entries)
    for name, number, start in data.draw(st.lists(st.sampled_from(small_lines), min_size=1, max_size=3)):
        lines = (SMALL / name).read_text(encoding="utf-8").splitlines()
        lines[number] = start + data.draw(VALUES)
        document: Document = parse_yaml("\n".join(lines), name)
        entry, _ = read_entry(document, type(bank.entries[name]))
        documents[name] = document
        entries.pop(name, None)
        if entry is not None:
            entries[name] = entry
    model = entries.get("model.yml", bank.model)

    for problem in check(Bank(model, entries, documents)):  # type: ignore[arg-type]
        assert problem.line <= 60
