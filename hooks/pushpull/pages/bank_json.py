"""Stage six: a bank in, the public `bank.json`, its outline and the words that the browser asks for out."""

import json
from collections.abc import Iterable
from typing import Any

from pushpull.bank import Bank
from pushpull.pages import reading_time as duration
from pushpull.pages.links import uri_of, url_of
from pushpull.releases import earlier
from pushpull.schema.entries import Condition, Play, Practice
from pushpull.schema.frame import Dimension, Model
from pushpull.words import LOADED, fill

FORMAT, VERSION = "push-to-pull/bank", 1


def json_files(bank: Bank) -> tuple[str, dict[str, str]]:
    """Return the texts of `bank_json` and of `browser_files`, which share what takes long for a large bank."""
    data = _data(bank)
    before = {practice.id: earlier(bank, practice) for practice in bank.practices}
    files = {
        "bank.json": _dump(data),
        "earlier.json": _dump({practice: found for practice, found in before.items() if found}),
        "outline.json": _dump(_outline(bank, [play["id"] for play in data["plays"]])),
        "words.json": _dump({section: bank.words[section] for section in LOADED}),
    }
    practices = [{**entry, "earlier": before[entry["id"]]} for entry in data["practices"]]
    return _dump({**data, "practices": practices}), files


def browser_files(bank: Bank) -> dict[str, str]:
    """Return the texts of the files that scripts ask for, by their names; one of them is `bank.json`.

    It goes without the wordings of earlier releases, which few visits need: `earlier.json` has them.
    """
    return json_files(bank)[1]


def bank_json(bank: Bank) -> str:
    """Return the text of `bank.json`, format version 1: everything it takes to score and advise, for programs.

    Shapes: as in the method pages; lists are in bank order; addresses are relative to the site's root.
    """
    return json_files(bank)[0]


def _data(bank: Bank) -> dict[str, Any]:
    model = bank.model
    return {
        **_head(bank),
        "title": model.title,
        "window": model.window,
        "answerRule": model.answer_rule,
        "levels": [{"value": value, **level.model_dump()} for value, level in enumerate(model.levels)],
        "axes": [axis.model_dump() for axis in model.axes],
        "dimensions": [
            {
                "id": d.id,
                "name": d.name,
                "axis": _axis(model, d),
                "weight": d.weight,
                "asks": d.asks,
                "url": _url(bank, "questions", d.id),
            }
            for d in model.dimensions
        ],
        "practices": [_practice(bank, practice) for practice in bank.practices],
        "plays": _plays(bank),
        "insights": [
            {
                "id": insight.id,
                "when": [_condition(condition) for condition in insight.when],
                "say": insight.say,
                "practices": insight.practices,
            }
            for insight in bank.insights.insights
        ],
        "worksheets": [{"id": each.id, "title": each.title} for each in bank.worksheets],
        "quadrants": [quadrant.model_dump() for quadrant in model.quadrants],
        "effort": [{"id": e.id, "name": e.name, "days": e.days, "cost": e.cost} for e in model.effort],
        "scoring": {_camel(key): value for key, value in model.constants.items()},
    }


def _outline(bank: Bank, plays: Iterable[str]) -> dict[str, Any]:
    """Return as much of `bank.json` as reading and saving answers takes, no more."""
    practices = [
        {
            "id": practice.id,
            "number": practice.number,
            "dimension": bank.dimension_by_practice[practice.id].id,
            "rev": practice.rev,
            **_apart(practice),
            "naReason": practice.na_reason,
            "seconds": round(duration.seconds(practice)),
        }
        for practice in bank.practices
    ]
    return {
        **_head(bank),
        "levels": [{"value": value} for value in range(len(bank.model.levels))],
        "dimensions": [{"id": dimension.id, "name": dimension.name} for dimension in bank.model.dimensions],
        "practices": practices,
        "plays": [{"id": play} for play in plays],
    }


def _head(bank: Bank) -> dict[str, Any]:
    model = bank.model
    renamed = [entry.id for entry in bank.retired.practices if entry.moved_to and entry.number is None]
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": model.id,
        "bankVersion": model.version,
        "forms": {name: form.practices for name, form in model.forms.short.items()}
        | {"full": [practice.id for practice in bank.practices]},
        "formTitles": {name: form.title for name, form in {**model.forms.short, "full": model.forms.full}.items()},
        "people": model.words_for_people,
        "retired": {entry.id: entry.moved_to for entry in bank.retired.practices},
        **({"renamed": renamed} if renamed else {}),
        "retiredPlays": {entry.id: entry.moved_to for entry in bank.retired.plays},
    }


def _axis(model: Model, dimension: Dimension) -> str | None:
    """Return the axis of a dimension: none for outcomes, and an empty one where no bank's dimension has any."""
    return dimension.axis if model.axes else ""


def _step(bank: Bank, practice: Practice, level: int) -> dict[str, Any]:
    """Return a step up that has no play as a play without effort, so that the plan can name the next answer.

    No play can have such an id.
    """
    name = bank.model.levels[level].name
    return {
        "id": f"{practice.id}--{level}",
        "practice": practice.id,
        "title": fill(bank.words["step"]["title"], practice=practice.title, level=name),
        "liftsTo": level,
        "effort": None,
        "alsoLifts": [],
        "lead": "",
        "firstStep": practice.anchors[level],
        "workedWhen": bank.words["step"]["evidence_join"].join(practice.evidence),
        "url": _url(bank, "practice", practice.id),
    }


def _plays(bank: Bank) -> list[dict[str, Any]]:
    """Return plays, and steps that have none, in bank order."""
    order = {practice.id: index for index, practice in enumerate(bank.practices)}
    plays = [*(_play(bank, play) for play in bank.plays), *(_step(bank, *step) for step in bank.steps_without_plays)]
    return sorted(plays, key=lambda play: order[play["practice"]])


def _practice(bank: Bank, practice: Practice) -> dict[str, Any]:
    return {
        "id": practice.id,
        "number": practice.number,
        "dimension": bank.dimension_by_practice[practice.id].id,
        "weight": practice.weight,
        "rev": practice.rev,
        **_apart(practice),
        "naReason": practice.na_reason,
        "title": practice.title,
        "question": practice.question,
        "hint": practice.hint,
        "anchors": practice.anchors,
        "findOut": practice.find_out,
        "url": _url(bank, "practice", practice.id),
        "questionUrl": _url(bank, "question", practice.id),
    }


def _apart(practice: Practice) -> dict[str, Any]:
    """Return what few practices have: that they are not scored, and that older answers wait."""
    return {
        **({} if practice.scored else {"scored": False}),
        **({} if practice.beside is None else {"beside": practice.beside}),
        **({} if practice.counts_from == 1 else {"countsFrom": practice.counts_from}),
    }


def _play(bank: Bank, play: Play) -> dict[str, Any]:
    return {
        "id": play.id,
        "practice": play.practice,
        "title": play.title,
        "liftsTo": play.lifts_to,
        "effort": play.effort,
        "alsoLifts": play.also_lifts,
        "lead": play.lead,
        "firstStep": play.steps[0],
        "workedWhen": play.worked_when,
        "url": _url(bank, "play", play.id),
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {_camel(key): value for key, value in condition.model_dump().items() if value is not None}


def _url(bank: Bank, kind: str, name: str) -> str:
    uri = uri_of(bank, kind, name)
    return url_of(uri) if uri else ""


def _camel(key: str) -> str:
    first, *rest = key.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
