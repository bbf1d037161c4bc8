"""A worksheet's figures, compiled in order: each formula may use the figures before it."""

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pushpull.formulas.compiler import compiled
from pushpull.formulas.totals import TOTALS
from pushpull.formulas.tree import (
    NUMBER,
    OF_FORMAT,
    TRUTH,
    FormulaError,
    Names,
    Scope,
    Tree,
    Typed,
    each_of,
    name_of,
    names_of,
)
from pushpull.problem import did_you_mean
from pushpull.schema.worksheet import Figure, Series, Worksheet

GAP = re.compile(r"\{(\w*)\}")
# "constructor" is none of the language's, but every object in a browser has it already.
TAKEN = {"today", "here", "row", "where", "given", "constructor", *TOTALS}
LONGEST_SERIES = 120

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """A fault of a worksheet: where in its file, at which character of the text there, and what to say."""

    at: Place
    error: FormulaError


@dataclass
class Compiled:
    """The trees of a worksheet's figures by id, those of what they need, and every fault."""

    formulas: dict[str, Tree] = field(default_factory=dict)
    needs: dict[str, Tree] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    suggests: dict[tuple[int, int], Tree] = field(default_factory=dict)  # by place among the evidence
    faults: list[Fault] = field(default_factory=list)


def compile_sheet(worksheet: Worksheet) -> Compiled:
    """Return figures and suggestions of a worksheet as trees, and all faults; what has a fault has no tree."""
    result = Compiled()
    before: dict[str, tuple[Figure, str]] = {}
    broken = set[str]()
    result.faults += _names(worksheet)
    for index, figure in enumerate(worksheet.works_out):
        known, at = names_of(worksheet, before), ("works_out", index)
        key = "each"
        try:
            scope = _scope(worksheet, figure)
            key = "formula"
            found = _tree(figure, known, scope)
            key = "needs"
            if figure.needs:
                result.needs[figure.id] = _condition(figure.needs.that, known, scope)
        except FormulaError as error:
            # What hangs on a figure that is at fault itself is not told as well.
            if not any(f'"{name}"' in error.found for name in broken):
                result.faults.append(Fault((*at, key, "that") if key == "needs" else (*at, key), error))
            broken.add(name_of(figure.id))
            continue
        before[name_of(figure.id)] = (figure, found.type)
        result.formulas[figure.id], result.types[figure.id] = found.tree, found.type
        result.faults += _sentence(figure, names_of(worksheet, before), at)
    result.faults += _suggestions(worksheet, names_of(worksheet, before), broken, result)
    return result


def _tree(figure: Figure, known: Names, scope: Scope) -> Typed:
    found = compiled(figure.formula, known, scope)
    wanted = OF_FORMAT.get(figure.format, (NUMBER,))
    if found.type not in wanted:
        must, cure = f"the format `{figure.format}` must show a {' or a '.join(wanted)}", "choose another format"
        raise FormulaError(must, f"this formula gives a {found.type}", cure)
    return found


def _condition(text: str, known: Names, scope: Scope) -> Tree:
    found = compiled(text, known, scope)
    if found.type != TRUTH:
        raise FormulaError("what is needed must be yes or no", f"found a {found.type}", "compare it")
    return found.tree


def _scope(worksheet: Worksheet, figure: Figure) -> Scope:
    each = figure.each
    if isinstance(each, Series):
        if not each.first <= each.last < each.first + LONGEST_SERIES:
            must = f"a series must have 1 to {LONGEST_SERIES} numbers"
            raise FormulaError(must, f"found {each.first} to {each.last}", "correct them")
        others = [other.each for other in worksheet.works_out if isinstance(other.each, Series)]
        if any(name_of(other.name) == name_of(each.name) and other != each for other in others):
            must, found = "a series must have the same numbers everywhere", f'"{each.name}" has others elsewhere'
            raise FormulaError(must, found, "make them alike, or choose another name")
        return Scope(each_of(figure), series=name_of(each.name))
    columns = [column.id for column in worksheet.columns if column.type in ("text", "choice")]
    if each not in (None, "row", *columns):
        cure = did_you_mean(str(each), columns, "write `row`, or the id of a column of texts")
        raise FormulaError("`each` must be `row`, a column of texts or choices, or a series", f'found "{each}"', cure)
    return Scope(each, here=each == "row")


def _names(worksheet: Worksheet) -> Iterator[Fault]:
    """Names in formulas are used once, and are none of the language itself."""
    seen = set[str]()
    figures = list(enumerate(worksheet.works_out))
    series = {name_of(figure.each.name) for _, figure in figures if isinstance(figure.each, Series)}
    ids = [
        *((("columns", index, "id"), entry.id) for index, entry in enumerate(worksheet.columns)),
        *((("questions", index, "id"), entry.id) for index, entry in enumerate(worksheet.questions)),
        *((("works_out", index, "id"), entry.id) for index, entry in figures),
    ]
    for at, id_ in ids:
        name = name_of(id_)
        if name in TAKEN or keyword.iskeyword(name) or name in series:
            must, found = "a name must be free to use", f'"{name}" means something else here'
            yield Fault(at, FormulaError(must, found, "choose another"))
        elif name in seen:
            must, found = "an id must be used once in a worksheet", f'"{id_}" is used before'
            yield Fault(at, FormulaError(must, found, "change one of them"))
        seen.add(name)


def _sentence(figure: Figure, known: Names, at: Place) -> Iterator[Fault]:
    """A sentence stands with a figure for the whole sheet, and is filled with such figures and with answers."""
    if figure.reads is not None and figure.each is not None:
        must, found = "a sentence must stand with one figure", f'"{figure.id}" is worked out for each of several'
        yield Fault((*at, "reads"), FormulaError(must, found, "move it to a figure for the whole sheet"))
        return
    yield from _gaps(figure.reads or "", known, (*at, "reads"))


def _suggestions(worksheet: Worksheet, known: Names, broken: set[str], result: Compiled) -> Iterator[Fault]:
    """What evidence suggests holds for the whole sheet, and says so with its figures."""
    for index, evidence in enumerate(worksheet.evidence):
        for place, suggestion in enumerate(evidence.suggests):
            at: Place = ("evidence", index, "suggests", place)
            try:
                result.suggests[index, place] = _condition(suggestion.that, known, Scope())
            except FormulaError as error:
                if not any(f'"{name}"' in error.found for name in broken):
                    yield Fault((*at, "that"), error)
            yield from _gaps(suggestion.because, known, (*at, "because"))


def _gaps(text: str, known: Names, at: Place) -> Iterator[Fault]:
    """The gaps of a sentence hold figures for the whole sheet, or answers."""
    fit = [name for name, (other, _) in known.figures.items() if other.each is None] + [*known.questions]
    for gap in GAP.finditer(text):
        if gap[1] not in fit:
            cure = did_you_mean(gap[1], fit, f"use one of {', '.join(fit)}")
            error = FormulaError("a gap must hold a figure or an answer", f"found {gap[0]}", cure, gap.start())
            yield Fault(at, error)
