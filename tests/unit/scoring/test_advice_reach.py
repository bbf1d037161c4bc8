"""Every play of the bank comes up as advice for some answers; none is there to be read alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from banks import SMALL
from node_bridge import call
from small_bank import Json, expand_bank

from pushpull.pages.bank_json import bank_json
from pushpull.rules.check import open_bank


def response(bank: Json, play: Json) -> Json:
    """Answers at the top but for the practice of this play, which stands just below where its other plays lead."""
    top = len(bank["levels"]) - 1
    lower = [each["liftsTo"] for each in bank["plays"] if each["practice"] == play["practice"]]
    level = max((to for to in lower if to < play["liftsTo"]), default=play["liftsTo"] - 1)
    answers = {practice["id"]: {"value": top} for practice in bank["practices"]}
    return {
        "form": "full",
        "bank": {"version": bank["bankVersion"]},
        "answers": answers | {play["practice"]: {"value": level}},
        "targets": {},
    }


def advised(bank: Json, play: Json) -> bool:
    """Whether the plan for those answers holds the play, once plays that lead as far have been swapped for it."""
    rivals = [
        each["id"]
        for each in bank["plays"]
        if each["practice"] == play["practice"] and each["liftsTo"] == play["liftsTo"] and each["id"] != play["id"]
    ]
    plan = call("scoring/recommend", "recommend", bank, response(bank, play), {"dropped": rivals})["plays"]
    return play["id"] in {step["play"] for step in plan}


@pytest.mark.parametrize("folder", [Path("assessment"), SMALL], ids=["bank", "small"])
def test_every_play_is_advised_for_some_answers(root: Path, folder: Path) -> None:
    bank: dict[str, Any] = json.loads(bank_json(open_bank(root / folder)))
    assert len(bank["plays"]) > 5, "there is something to test"
    assert [] == [play["id"] for play in bank["plays"] if not advised(bank, play)]


def test_a_play_that_lifts_nothing_would_be_found() -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}, "plays": ["up: a -> 2 S", "nowhere: b -> 0 S"]})
    assert [True, False] == [advised(bank, play) for play in bank["plays"]]
