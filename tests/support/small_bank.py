"""Small banks and responses for tests, written in a line or two and expanded to the shapes of bank.json.

A bank in short, every key but `dimensions` optional:

    levels: 5
    axes: {pull: [listening, community], joined: [evidence]}
    dimensions: {listening: [a, b, "c *0.5"], community: [d], evidence: [e]}      # *0.5 = weight; in no axis: outcomes
    weights: {listening: 2}                                                       # of dimensions
    facts: [f]                                                                    # not scored
    counts_from: {a: 2}                                                           # with revs: {a: 2}
    quick: [a, d]
    plays: ["a-up: a -> 2 S", "a-top: a -> 4 M + b d"]                            # + = also lifts; effort - = unknown
    insights: {quiet: {when: [{mean: community, atMost: 1}], practices: [d]}}

Answers in short: "2, 3, unknown, na, -" in bank order, or {a: 2, b: "3 seen"}; "-" is a question left alone.
"""

import re
from typing import Any

Json = dict[str, Any]

PLAY = re.compile(r"(?P<id>\S+): (?P<practice>\S+) -> (?P<to>\d) (?P<effort>\S+)(?: \+ (?P<also>.+))?")


def _dimensions(short: Json, axes: Json) -> list[Json]:
    weights = short.get("weights", {})
    axis_of = {dimension: axis for axis, dimensions in axes.items() for dimension in dimensions}
    return [
        {"id": id_, "name": id_.title(), "axis": axis_of.get(id_), "weight": weights.get(id_, 1)}
        for id_ in short["dimensions"]
    ]


def _practice(text: str, dimension: str, short: Json, levels: int) -> Json:
    id_, _, weight = text.partition(" *")
    return {
        "id": id_,
        "dimension": dimension,
        "weight": float(weight or 1),
        "rev": short.get("revs", {}).get(id_, 1),
        **({"countsFrom": short["counts_from"][id_]} if id_ in short.get("counts_from", {}) else {}),
        **({"scored": False} if id_ in short.get("facts", []) else {}),
        "naReason": None if id_ in short.get("always_applies", []) else "Not here",
        "title": f"About {id_}",
        "question": f"How far with {id_}?",
        "anchors": [f"{id_} at {level}" for level in range(levels)],
        "url": f"playbook/{dimension}/{id_}/",
    }


def _play(text: str) -> Json:
    found = PLAY.fullmatch(text)
    assert found is not None, f"not a play in short: {text}"
    return {
        "id": found["id"],
        "practice": found["practice"],
        "title": found["id"],
        "liftsTo": int(found["to"]),
        "effort": None if found["effort"] == "-" else found["effort"],
        "alsoLifts": (found["also"] or "").split(),
    }


def _quadrants(axes: Json) -> list[Json]:
    sides: list[list[tuple[str, str]]] = [[]]
    for axis in axes:
        sides = [[*side, (axis, end)] for side in sides for end in ("low", "high")]
    return [{"id": "-".join(end for _, end in side), "at": dict(side)} for side in sides]


def expand_bank(short: Json) -> Json:
    """The bank as bank.json has it; scoring, effort, people, retired, renamed and bankVersion as they are given."""
    levels = short.get("levels", 5)
    axes = short.get("axes", {"pull": list(short["dimensions"])})
    practices = [
        _practice(str(text), dimension, short, levels)
        for dimension, texts in short["dimensions"].items()
        for text in texts
    ]
    bank: Json = {
        "format": "push-to-pull/bank",
        "version": 1,
        "id": short.get("id", "small"),
        "bankVersion": short.get("bankVersion", "1.0.0"),
        "levels": [{"value": value, "id": f"l{value}", "name": f"Level {value}"} for value in range(levels)],
        "axes": [{"id": axis, "name": axis.title()} for axis in axes],
        "dimensions": _dimensions(short, axes),
        "forms": {"quick": short.get("quick", []), "full": [practice["id"] for practice in practices]},
        "practices": practices,
        "plays": [_play(text) for text in short.get("plays", [])],
        "insights": [{"id": id_, **rest} for id_, rest in short.get("insights", {}).items()],
        "quadrants": _quadrants(axes) if short.get("quadrants", True) else [],
        "people": short.get("people", ["customers", "members"]),
    }
    return bank | {
        key: short[key] for key in ("scoring", "effort", "retired", "renamed", "retiredPlays") if key in short
    }


def expand_answer(short: Any) -> Json:
    """One answer: 3, "unknown", "na", "3 seen", or a table, which stays as it is."""
    if isinstance(short, dict):
        return short
    value, _, basis = str(short).partition(" ")
    answer: Json = {"value": int(value) if value.isdecimal() else value}
    return answer | ({"basis": basis} if basis else {})


def expand_answers(bank: Json, short: Any) -> Json:
    """Answers by practice id, without the questions left alone."""
    if isinstance(short, str):
        tokens = [token.strip() for token in short.split(",")]
        assert len(tokens) == len(bank["practices"]), "as many answers as practices"
        short = {practice["id"]: token for practice, token in zip(bank["practices"], tokens, strict=True)}
    return {id_: expand_answer(answer) for id_, answer in short.items() if answer != "-"}


def expand_response(bank: Json, /, answers: Any, **fields: Any) -> Json:
    """A response file with these answers, and these fields in place of its usual ones."""
    return {
        "format": "push-to-pull/response",
        "version": 1,
        "bank": {"id": bank["id"], "version": bank["bankVersion"]},
        "form": "full",
        "label": "",
        "role": "",
        "people": "customers",
        "created": "2026-11-21T10:00:00Z",
        "updated": "2026-11-21T10:20:00Z",
        "answers": expand_answers(bank, answers),
        "targets": {},
        "snapshots": [],
    } | fields
