"""Writes a bank of any size, faultless and about as wordy as a real one, for measuring."""

import json
from pathlib import Path
from typing import Any

DIMENSIONS = 8
PLAYS_EACH = 3
LEVELS = ("none", "first", "some", "most", "all")
QUICK_AT_MOST = 12
FILLER = "the people who do the work meet those it is for and note what they say"


def write_bank(folder: Path, size: int) -> None:
    """Write to `folder` a bank of `size` practices, with three plays for each."""
    practices = [f"practice-{number}" for number in range(1, size + 1)]
    by_dimension = {f"group-{d}": practices[d::DIMENSIONS] for d in range(DIMENSIONS)}
    write(folder / "model.yml", model(by_dimension))
    write(folder / "insights.yml", {"insights": [insight(dimension) for dimension in by_dimension]})
    write(folder / "references.yml", {"sources": [], "works": []})
    write(folder / "glossary.yml", {"terms": []})
    write(folder / "retired.yml", {"practices": [], "plays": []})
    for dimension, ids in by_dimension.items():
        for practice_id in ids:
            number = int(practice_id.removeprefix("practice-"))
            write(folder / "practices" / dimension / f"{practice_id}.yml", practice(practice_id, number))
            for lifts_to in range(len(LEVELS) - PLAYS_EACH, len(LEVELS)):
                made = play(practice_id, number, lifts_to)
                write(folder / "plays" / f"{made['id']}.yml", made)


def write(path: Path, data: dict[str, Any]) -> None:
    """Write `data` to the file as YAML: a line for each key and each entry, JSON below that."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            lines += [f"{key}:", *(f"  - {json.dumps(entry)}" for entry in value)]
        else:
            lines.append(f"{key}: {json.dumps(value)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def model(by_dimension: dict[str, list[str]]) -> dict[str, Any]:
    """The frame: two axes, eight dimensions, five levels."""
    first = [ids[0] for ids in by_dimension.values()]
    second = [ids[1] for ids in by_dimension.values() if len(ids) > 1]
    return {
        "id": "bench",
        "version": "1.0.0",
        "title": "Bench",
        "window": "the last 12 months",
        "answer_rule": "Read every level, then pick the highest one that was wholly true. A guess does not count.",
        "levels": [{"id": name, "name": name.title(), "gist": sentence(f"level {name}", 12)} for name in LEVELS],
        "axes": [axis("across"), axis("along")],
        "dimensions": [
            {
                "id": name,
                "name": name.replace("-", " ").title(),
                "axis": "across" if d % 2 else "along",
                "asks": sentence(name, 12),
                "about": sentence(name, 40),
                "practices": ids,
            }
            for d, (name, ids) in enumerate(by_dimension.items())
        ],
        "quadrants": [quadrant(across, along) for across in ("low", "high") for along in ("low", "high")],
        "forms": {
            "quick": {"title": "Quick", "intro": sentence("quick", 20), "practices": (first + second)[:QUICK_AT_MOST]},
            "full": {"title": "Full", "intro": sentence("full", 20)},
        },
        "people": {"prompt": "What do you call them?", "options": ["customers", "members"]},
        "effort": [
            {"id": "S", "name": "Small", "days": 5, "cost": 1, "means": "up to 5 days"},
            {"id": "M", "name": "Medium", "days": 20, "cost": 2, "means": "up to 20 days"},
        ],
    }


def axis(name: str) -> dict[str, Any]:
    """An axis of the map."""
    return {"id": name, "name": name.title(), "meaning": sentence(name, 20)}


def quadrant(across: str, along: str) -> dict[str, Any]:
    """One reading of the map."""
    name = f"{across}-{along}"
    at = {"across": across, "along": along}
    return {"id": name, "name": name.title(), "at": at, "reading": sentence(name, 30), "next": sentence(name, 20)}


def insight(dimension: str) -> dict[str, Any]:
    """A pattern that points at the first practice of the dimension."""
    practice_id = f"practice-{int(dimension.removeprefix('group-')) + 1}"
    when = [{"mean": dimension, "at_least": 2.5}, {"practice": practice_id, "at_most": 1}]
    return {"id": f"pattern-{dimension}", "when": when, "practices": [practice_id], "say": sentence(dimension, 30)}


def practice(name: str, number: int) -> dict[str, Any]:
    """A practice with its question and five anchors."""
    return {
        "id": name,
        "number": number,
        "rev": 1,
        "title": f"How the work of case {number} is done",
        "facet": "who takes part in it",
        "question": f"What part did {{people}} play in the work of case {number} as it was done?",
        "hint": sentence(f"case {number}", 15),
        "anchors": [f"In case {number}, {{people}} took part in {level} of the steps taken." for level in LEVELS],
        "why": sentence(f"case {number}", 40),
        "evidence": [sentence(f"proof {part} of case {number}", 12) for part in "abc"],
        "metric": sentence(f"the figure of case {number}", 14),
        "find_out": sentence(f"whoever knows case {number}", 14),
        "sources": [],
    }


def play(practice_id: str, number: int, lifts_to: int) -> dict[str, Any]:
    """A play of five steps that lifts the practice to a level."""
    name = f"case {number} at level {lifts_to}"
    return {
        "id": f"play-{number}-{lifts_to}",
        "practice": practice_id,
        "title": f"Work on {name}",
        "lifts_to": lifts_to,
        "effort": "S" if lifts_to == 2 else "M",
        "lead": "those who do the work",
        "why": sentence(name, 18),
        "steps": [sentence(f"step {step} of {name}", 14) for step in range(1, 6)],
        "pitfall": sentence(name, 10),
        "worked_when": sentence(name, 14),
    }


def sentence(about: str, length: int) -> str:
    """A sentence of about `length` words."""
    words = FILLER.split()
    return f"For {about}, {' '.join(words[n % len(words)] for n in range(length))}."
