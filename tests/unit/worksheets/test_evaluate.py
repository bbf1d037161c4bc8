"""Figures of a sheet: the browser's module and an independent evaluator agree; nothing makes it throw or hang."""

import math
from typing import Any

from hypothesis import HealthCheck, given, settings
from node_bridge import call
from random_sheets import COLUMNS, QUESTIONS, as_text, filled, worksheets
from sheet_sums import Sums

from pushpull.formulas.sheet import compile_sheet
from pushpull.pages.sheet_json import sheet_data
from pushpull.schema.worksheet import Worksheet

TODAY = 20_300
Json = dict[str, Any]


def without_faults(data: Json) -> Worksheet:
    """The worksheet without figures that are at fault."""
    sheet = Worksheet.model_validate(data)
    while faults := compile_sheet(sheet).faults:
        bad = {fault.at[1] for fault in faults}
        kept = [figure for index, figure in enumerate(data["works_out"]) if index not in bad]
        data = {**data, "works_out": kept}
        sheet = Worksheet.model_validate(data)
    return sheet


def written(rows: list[Json], answers: Json) -> Json:
    texts = [{column["id"]: as_text(row[column["id"]], column) for column in COLUMNS} for row in rows]
    return {"rows": texts, "answers": {each["id"]: as_text(answers[each["id"]], each) for each in QUESTIONS}}


def plain(result: Json) -> Any:
    """What the browser found, as the independent evaluator says it."""
    if "each" in result:
        return [(key, outcome.get("value")) for key, outcome in result["each"]]
    return result.get("value")


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float) and not isinstance(one, bool):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=worksheets(), sheet_of=filled())
def test_random_sheets_agree_with_an_independent_evaluator(data: Json, sheet_of: tuple[list[Json], Json]) -> None:
    sheet = without_faults(data)
    rows, answers = sheet_of
    expected = Sums(sheet, rows, answers, TODAY).work_out()
    found = call("worksheets/evaluate", "workOut", sheet_data(sheet), written(rows, answers), TODAY)
    for id_, figure in expected.items():
        assert alike(plain(found[id_]), figure), (sheet.works_out, id_, plain(found[id_]), figure)
