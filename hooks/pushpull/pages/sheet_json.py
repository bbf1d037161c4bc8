"""A worksheet as its page hands it to the browser: prompts, and figures as trees."""

from typing import Any

from pushpull.formulas.sheet import compile_sheet
from pushpull.formulas.tree import name_of
from pushpull.schema.sheet_uses import AnswerPrefill, TextCount
from pushpull.schema.worksheet import Cell, Figure, Prompt, Series, Worksheet


def sheet_data(worksheet: Worksheet) -> dict[str, Any]:
    """Return what the browser needs to fill in a worksheet and to work it out; gaps in sentences hold names."""
    compiled = compile_sheet(worksheet)
    figures = [_figure(figure) | {"formula": compiled.formulas[figure.id]} for figure in worksheet.works_out]
    for figure, data in zip(worksheet.works_out, figures, strict=True):
        if figure.needs:
            data["needs"] = {"that": compiled.needs[figure.id], "say": figure.needs.say}
    example = worksheet.example
    return {
        "id": worksheet.id,
        "title": worksheet.title,
        "columns": [_prompt(column) for column in worksheet.columns],
        "questions": [_prompt(question) for question in worksheet.questions],
        "rows": worksheet.rows,
        "begin": worksheet.begin,
        "figures": figures,
        "evidence": [
            {
                "practice": evidence.practice,
                "figure": evidence.figure,
                "suggests": [
                    {"level": each.level, "that": compiled.suggests[index, place], "because": each.because}
                    for place, each in enumerate(evidence.suggests)
                ],
            }
            for index, evidence in enumerate(worksheet.evidence)
        ],
        "prefill": _prefill(worksheet.prefill),
        "counts": worksheet.counts and _counts(worksheet.counts),
        "picture": worksheet.picture and _given(worksheet.picture.model_dump()),
        "example": example
        and {
            "of": example.of,
            "today": example.today,
            "answers": _texts(example.answers),
            "rows": [_texts(row) for row in example.rows],
        },
    }


def _prompt(prompt: Prompt) -> dict[str, Any]:
    return _given(prompt.model_dump(include={"id", "title", "type", "choices", "least", "most", "blank"}))


def _figure(figure: Figure) -> dict[str, Any]:
    each = figure.each
    if isinstance(each, Series):
        placed: Any = {"name": name_of(each.name), "first": each.first, "last": each.last}
    else:
        placed = each
    kept = _given(figure.model_dump(include={"id", "name", "format", "decimals", "unit", "reads"}))
    return kept | {"each": placed, "show": figure.show}


def _prefill(prefill: str | AnswerPrefill | None) -> str | dict[str, Any] | None:
    if not isinstance(prefill, AnswerPrefill):
        return prefill
    return prefill.model_dump() | {"rows": [_texts(row) for row in prefill.rows]}


def _counts(counts: TextCount) -> dict[str, Any]:
    return counts.model_dump() | {"lists": [{"words": []} | _given(each.model_dump()) for each in counts.lists]}


def _texts(cells: dict[str, Cell]) -> dict[str, str]:
    return {key: str(value) for key, value in cells.items()}


def _given(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, [])}
