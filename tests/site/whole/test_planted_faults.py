"""A journey again and again, each time with another file of the site that does not come, for as many as it asks for.

Faults of storage and of the worker are planted without a browser: tests/support/node/planted.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from node_bridge import call
from planted import MAIN, Reader, Visit, wrong
from playwright.sync_api import Browser
from result_page import SAMPLES, sample
from visitor import UNFOLD_ONE_OF_EACH, bank_of

FULL = sample("low-cost-airline", plan={"dropped": ["agree-then-adapt"]})
# With a snapshot of these very answers, so that none is taken at a reload.
SHORT = sample("museum-friends", snapshots=[sample("museum-friends", taken="2026-11-21T12:00:00Z")])
LINK = "{link}"


def press(selector: str) -> str:
    """A script that clicks whatever this finds."""
    return f"for (const each of document.querySelectorAll({json.dumps(selector)})) each.click()"


SNAPSHOT, CODE, PRINT = (
    "[data-desk=snapshots] form button",
    "[data-desk=sharing] .pp-tools button:last-of-type",
    "[data-desk=exporting] .pp-tools button",
)
RESULT = Visit("results/", {"": FULL}, [UNFOLD_ONE_OF_EACH, UNFOLD_ONE_OF_EACH])
JOURNEY = {
    "result": RESULT,
    "result handed on": replace(
        RESULT, deeds=[UNFOLD_ONE_OF_EACH, press(f"{SNAPSHOT}, {CODE}, {PRINT}")], beyond=RESULT
    ),
    "shared result": Visit(f"results/#r={LINK}", {"": SHORT}, [press("[data-shared] button")], beyond=RESULT),
    "front page": Visit("", {"": SHORT}, whole=True),
    "task list": Visit("assessment/", {"": SHORT}, files=[SAMPLES / "low-cost-airline.json"]),
    "quick form": Visit("assessment/quick/", {"": SHORT}, [press("input[type=radio][value='3']")]),
    "answered again": Visit("assessment/listening/", {"": SHORT, ":before": FULL}, [press("input[value=unknown]")]),
    "review": Visit("assessment/review/", {"": SHORT}),
    "what is kept": Visit("assessment/keep/", {"": SHORT}, files=[SAMPLES / "low-cost-airline.json"]),
    "practice": Visit("playbook/listening/listening-routine/", {"": SHORT}, [press("[data-play] button")], whole=True),
}


@pytest.fixture
def reader(browser: Browser, site_url: str) -> Iterator[Reader]:
    """A reader of the built site."""
    reader = Reader(browser, site_url)
    yield reader
    reader.close()


@pytest.mark.parametrize("name", JOURNEY)
def test_whichever_file_does_not_come_the_page_says_so_and_nothing_is_lost(
    name: str, reader: Reader, site_dir: Path
) -> None:
    visit = JOURNEY[name].with_link(LINK, call("links/link", "encode", bank_of(site_dir), FULL))
    if visit.beyond:
        reader.visit(visit.beyond)
    before = len(reader.asked)
    clean = reader.visit(visit)
    main = next(file for file in reader.asked if file.endswith(MAIN))
    asked = reader.asked[before:]
    sheets = [file for file in asked if file.endswith(".css")]  # these fail together: only the look is theirs
    # The main script comes first: that visit is made already.
    cases = [[main], *([file] for file in asked if file not in (main, *sheets)), *([sheets] if sheets else [])]
    unscripted = reader.visit(visit, without=[main])
    found = ["says that something is missing, and nothing is"] * clean.tells
    reloaded = [visit.held]
    for missing in cases:
        seen = unscripted if missing == [main] else reader.visit(visit, without=missing)
        found += [f"{missing}: {fault}" for fault in wrong(visit, seen, clean, unscripted, looks=missing == sheets)]
        if seen.stored not in reloaded:
            again = reader.again()
            found += [f"{missing}: not there after a reload"] * (again.tells or again.stored != seen.stored)
            reloaded.append(seen.stored)
    assert not found, "\n".join(found)
