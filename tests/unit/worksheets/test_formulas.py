"""The language of formulas: what it takes, how it tells a fault, and that no text makes it throw or hang."""

import random
import re
import string
from typing import Any

import pytest
from golden import cases
from node_bridge import call
from random_sheets import COLUMNS, QUESTIONS, SERIES

from pushpull.formulas.sheet import compile_sheet
from pushpull.pages.sheet_json import sheet_data
from pushpull.schema.worksheet import Worksheet

Json = dict[str, Any]
BEFORE: list[Json] = [
    {"id": "load", "formula": "sum(much)", "each": "kind"},
    {"id": "rank", "formula": "count(where=n > here.n) + 1", "each": "row"},
    {"id": "by_week", "formula": "week * rate", "each": SERIES},
    {"id": "whole", "formula": "sum(n)"},
]
SOUND = [
    "sum(much * n / 4) / sum(much)",
    "count(where=n <= 1 and hands_on.n >= 3) / count(where=n <= 1)",
    "max(load) - min(load, where=load > 0)",
    "share(not note, where=given(day) and today - day <= 365)",
    "distinct(name, kind, where=kind == 'a')",
    "sum(by_week, where=week > 1) if whole > 3 else -whole",
    "1 if 0 < rate < 5 else min(rate, 2, part)",
]


def sheet(formula: str, **more: Any) -> Worksheet:
    return sheet_of([{"id": "it", "formula": formula, **more}])


def sheet_of(figures: list[Json]) -> Worksheet:
    head: Json = {"id": "s", "title": "S", "purpose": "P.", "informs": ["x"], "minutes": 1, "steps": ["A.", "B.", "C."]}
    named = [{"name": "It", "how": "So.", **each} for each in [*BEFORE, *figures]]
    return Worksheet.model_validate({**head, "columns": COLUMNS, "questions": QUESTIONS, "works_out": named})


def faults(formula: str, **more: Any) -> list[str]:
    """Each fault of a figure with this formula, with the character at which it is."""
    return [
        f"{fault.error.at}: {fault.error.must}, but {fault.error.found}: {fault.error.cure}"
        for fault in compile_sheet(sheet(formula, **more)).faults
    ]


@pytest.mark.parametrize("formula", SOUND)
def test_a_sound_formula_has_no_fault(formula: str) -> None:
    assert faults(formula) == []


@cases("formulas")
def test_a_fault_is_told_with_its_character_and_its_cure(case: list[Json]) -> None:
    for each in case:
        figure = {"formula": "1", **each["figure"]}
        assert each["told"] in faults(**figure), figure


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("columns", {"title": "C"}),
        ("questions", {"title": "C"}),
        ("works_out", {"name": "C", "how": "So.", "formula": "1"}),
    ],
)
def test_no_id_of_a_worksheet_is_one_that_every_object_in_a_browser_has(kind: str, entry: Json) -> None:
    data = sheet("1").model_dump()
    data[kind].append({"id": "constructor", **entry})
    found = compile_sheet(Worksheet.model_validate(data)).faults
    assert [(fault.at[0], fault.error.found) for fault in found] == [(kind, '"constructor" means something else here')]


def test_a_figure_that_rests_on_one_at_fault_is_not_told_as_well() -> None:
    figures = [{"id": "a", "formula": "sum(nn)"}, {"id": "b", "formula": "a + 1"}, {"id": "c", "formula": "zz * b"}]
    data = sheet("1").model_dump() | {"works_out": [{"name": "N", "how": "H.", **each} for each in figures]}
    found = compile_sheet(Worksheet.model_validate(data)).faults
    assert [fault.error.found for fault in found] == ['there is no "nn"', 'there is no "zz"']


PIECES = [*"()+-*/<>=.,'\"% \n", "sum(", "where=", " and ", "here.", "hands_on", "load", " if ", " else ", "not "]
WORD = re.compile(r"\w+|[-+*/<>]")
WORDS = [
    "n",
    "much",
    "rate",
    "load",
    "whole",
    "week",
    "by_week",
    "0",
    "3",
    "sum",
    "max",
    "mean",
    "note",
    "+",
    "/",
    "-",
    "*",
]


def mutated(text: str, chance: random.Random) -> str:
    """A formula with one or two words put in the place of others, or with a piece of it cut, doubled or put in."""
    for _ in range(chance.randint(1, 2)):
        if chance.random() < 0.7:
            words = list(WORD.finditer(text))
            start, end, piece = *chance.choice(words).span(), chance.choice(WORDS)
        else:
            start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
            strange = chr(chance.choice([*range(128, 0x3000), 0x1F600]))
            piece = chance.choice([*PIECES, text[start:end] * 2, chance.choice(string.printable), strange, ""])
            end = chance.choice([start, end])
        text = text[:start] + piece + text[end:]
        if not WORD.search(text):
            return "1"
    return text[:400]


HOSTILE: Json = {
    "answers": {"rate": "1e999", "part": "=cmd|' /C calc'!A0", "__proto__": "1", "nobody": "2"},
    "rows": [
        {"name": "a", "kind": "a", "n": "3", "much": "99,999,999,999.5", "day": "2026-02-30", "hands-on": "a"},
        {"name": "a", "kind": "z", "n": "١٢", "sure": "perhaps", "hands-on": "nobody", "constructor": "x"},
        {},
        {"name": "x" * 5000, "n": "-0", "much": "1.2.3", "day": "2026-11-21", "sure": "y"},
    ],
}


def mutated_sheet(chance: random.Random) -> Json:
    """The hostile sheet with some cells and answers cut, doubled, swapped or filled with something strange."""
    texts = [text for row in HOSTILE["rows"] for text in row.values()] + [
        "",
        "1e309",
        "-",
        "0",
        "\u0000",
        "99:99",
        "100%%",
    ]

    def change(row: dict[str, str]) -> dict[str, str]:
        kept = {key: text for key, text in row.items() if chance.random() < 0.9}
        return kept | {column["id"]: chance.choice(texts) for column in COLUMNS if chance.random() < 0.3}

    rows = [change(row) for row in HOSTILE["rows"] * chance.randint(0, 3)]
    return {"answers": change(HOSTILE["answers"]), "rows": rows}


def test_ten_thousand_mutated_formulas_and_their_sheets_are_refused_or_worked_out() -> None:
    chance = random.Random(16)  # noqa: S311 no secret
    worked_out = 0
    for _ in range(500):
        figures = [{"id": f"f{index}", "formula": mutated(chance.choice(SOUND), chance)} for index in range(20)]
        at_fault = {fault.at[1] for fault in compile_sheet(sheet_of(figures)).faults}
        sound = [figure for index, figure in enumerate(figures, len(BEFORE)) if index not in at_fault]
        found = call("worksheets/evaluate", "workOut", sheet_data(sheet_of(sound)), mutated_sheet(chance), 20_000)
        worked_out += len(found) - len(BEFORE)
    assert worked_out > 500
