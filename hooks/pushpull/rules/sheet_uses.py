"""Rules of what becomes of a filled worksheet: each names columns, questions, figures and practices that are there."""

from collections.abc import Iterator, Mapping

from pushpull.bank import Bank
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.sheet_uses import AnswerPrefill
from pushpull.schema.worksheet import NUMBERS, Worksheet

FIGURE, QUESTION = ("figure",), ("question",)
PARTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "bars": {"value": FIGURE, "doubt": FIGURE},
    "arrows": {"step": NUMBERS, "to": ("row",), "from": ("row",)},
    "calendar": {"start": NUMBERS, "length": NUMBERS, "load": FIGURE, "limit": QUESTION},
    "spokes": {"one": NUMBERS, "other": NUMBERS},
    "week": {"asked": FIGURE, "people": FIGURE},
    "month": {"group": ("text",), "times": NUMBERS, "ground": ("choice",), "load": FIGURE},
}
OPTIONAL = {"doubt"}
PLANNED = dict.fromkeys(("play", "because", "aim", "sign"), "text") | dict.fromkeys(
    ("start", "days", "weeks"), "number"
)
CAPACITY = "capacity"  # the question that takes the days a week
COUNTED = ("words", "sentences", "questions")


def pictures_have_their_parts(bank: Bank) -> Iterator[Problem]:
    """A picture has each part of its kind, taken from what that part can be drawn from."""
    for path, worksheet in bank.files(Worksheet):
        if worksheet.picture is None:
            continue
        parts, wanted = worksheet.picture.parts, PARTS[worksheet.picture.kind]
        for part in wanted.keys() - parts.keys() - OPTIONAL:
            must, cure = f"a picture `{worksheet.picture.kind}` must have the part `{part}`", "add it"
            yield bank.problem(path, ("picture", "parts"), must, "it is missing", cure)
        for part, name in parts.items():
            if part not in wanted:
                must, cure = f"a part must be one of {', '.join(wanted)}", did_you_mean(part, [*wanted])
                yield bank.problem(path, ("picture", "parts", part), must, f'found "{part}"', cure)
            elif name not in (known := _things(worksheet, wanted[part])):
                must, cure = f"`{part}` must name a {' or '.join(wanted[part])}", did_you_mean(name, known)
                yield bank.problem(path, ("picture", "parts", part), must, f'found "{name}"', cure)


def evidence_is_for_an_answer(bank: Bank) -> Iterator[Problem]:
    """Evidence is a figure for the whole sheet, for a practice of the bank, and suggests levels that there are."""
    practices, top = bank.ids("practices"), bank.model.top
    for path, worksheet in bank.files(Worksheet):
        figures = [figure.id for figure in worksheet.works_out if figure.each is None]
        for index, evidence in enumerate(worksheet.evidence):
            named = ("practice", "a practice", practices), ("figure", "a figure for the whole sheet", figures)
            for key, what, known in named:
                name = getattr(evidence, key)
                if name not in known:
                    must, cure = f"this must be the id of {what}", did_you_mean(name, known)
                    yield bank.problem(path, ("evidence", index, key), must, f'"{name}" is none', cure)
            for place, suggestion in enumerate(evidence.suggests):
                if suggestion.level > top:
                    at = ("evidence", index, "suggests", place, "level")
                    must, found = f"a level must be 0 to {top}", f"found {suggestion.level}"
                    yield bank.problem(path, at, must, found, "choose one of these")


def answers_fill_in_columns(bank: Bank) -> Iterator[Problem]:
    """What an answer fills in goes to columns of its worksheet, for a practice of the bank."""
    practices = bank.ids("practices")
    for path, worksheet in bank.files(Worksheet):
        if not isinstance(prefill := worksheet.prefill, AnswerPrefill):
            continue
        if prefill.practice not in practices:
            must, cure = "this must be the id of a practice", did_you_mean(prefill.practice, practices)
            yield bank.problem(path, ("prefill", "practice"), must, f'"{prefill.practice}" is none', cure)
        columns = [column.id for column in worksheet.columns]
        for index, row in enumerate(prefill.rows):
            for name in row.keys() - columns:
                must, cure = "this must be the id of a column", did_you_mean(name, columns)
                yield bank.problem(path, ("prefill", "rows", index, name), must, f'"{name}" is none', cure)


def plans_fill_in_columns(bank: Bank) -> Iterator[Problem]:
    """A worksheet filled in from the plan has the columns for it, and `capacity`, if it asks for that, is a number."""
    for path, worksheet in bank.files(Worksheet):
        if worksheet.prefill != "plan":
            continue
        for name, kind in PLANNED.items():
            if name not in _things(worksheet, (kind,)):
                must = f"a sheet filled in from the plan must have the column `{name}`, a {kind}"
                yield bank.problem(path, ("prefill",), must, "there is none", "add it, or take `prefill` out")
        for index, question in enumerate(worksheet.questions):
            if question.id == CAPACITY and question.type != "number":
                must, found = f"`{CAPACITY}`, which the plan fills in, must be a number", f"found `{question.type}`"
                yield bank.problem(path, ("questions", index, "type"), must, found, "correct it, or choose another id")


def counts_have_their_columns(bank: Bank) -> Iterator[Problem]:
    """What is counted in a text goes to columns of numbers; a list takes words from a worksheet that there is."""
    sheets = bank.worksheet_by_id
    for path, worksheet in bank.files(Worksheet):
        if worksheet.counts is None:
            continue
        known = _things(worksheet, ("number",))
        named: list[tuple[Location, str]] = [((key,), getattr(worksheet.counts, key)) for key in COUNTED]
        named += [(("lists", index, "column"), each.column) for index, each in enumerate(worksheet.counts.lists)]
        for at, name in named:
            if name not in known:
                must, cure = "this must be the id of a column of numbers", did_you_mean(name, known)
                yield bank.problem(path, ("counts", *at), must, f'"{name}" is none', cure)
        for index, chart in enumerate(each.chart for each in worksheet.counts.lists):
            if chart is None:
                continue
            columns = {f"{id_}: {column.id}" for id_, other in sheets.items() for column in other.columns}
            if (name := f"{chart.worksheet}: {chart.column}") not in columns:
                must, cure = "this must be a worksheet and one of its columns", did_you_mean(name, columns)
                yield bank.problem(path, ("counts", "lists", index, "chart"), must, f'"{name}" is none', cure)


def _things(worksheet: Worksheet, kinds: tuple[str, ...]) -> list[str]:
    """Return the ids of the columns of these types, of the questions or of the figures."""
    if kinds == FIGURE:
        return [figure.id for figure in worksheet.works_out]
    if kinds == QUESTION:
        return [question.id for question in worksheet.questions]
    return [column.id for column in worksheet.columns if column.type in kinds]
