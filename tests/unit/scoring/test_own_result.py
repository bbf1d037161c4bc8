"""The result page of our own bank, drawn without a browser: its sums can be redone, and each play has its reasons."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from node_bridge import call
from page_cases import draw_page
from page_words import plain
from small_bank import Json

from pushpull.pages.bank_json import bank_json

SAMPLES = {file.stem: file for file in (Path(__file__).resolve().parents[3] / "assessment" / "samples").glob("*.json")}
NUMBER = r"-?\d+(?:\.\d+)?"
SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-"})
LABELS = {"Lowest": "low", "Highest": "high", "Score": "point", "Coverage": "coverage"}
SAID = {"na": "left out"}
FACTS = ["The next step", "First step", "It worked when", "Who leads", "Effort"]
ROUNDED = 0.0011  # terms are shown to three places


@cache
def bank() -> Json:
    return dict(json.loads(bank_json(own_bank())))


def sample(name: str) -> Json:
    return dict(json.loads(SAMPLES[name].read_text(encoding="utf-8")))


@cache
def page(name: str) -> dict[str, list[str]]:
    """The lines of each part, with all tables."""
    drawn = draw_page(bank(), sample(name), whole=True)
    return {part: [plain(line) for line in lines] for part, lines in drawn.items()}


def parts(lines: list[str], heads: list[str]) -> dict[str, list[str]]:
    """The lines below each of these heads, which come in this order."""
    places = [lines.index(head) for head in heads]
    ends = [*places[1:], len(lines)]
    return {head: lines[start + 1 : end] for head, start, end in zip(heads, places, ends, strict=True)}


def worked(text: str) -> float:
    """The value of a written sum; bars stand for the absolute value."""
    signs = re.sub(rf"\|({NUMBER} - {NUMBER})\|", r"abs(\1)", text.translate(SIGNS))
    assert re.fullmatch(r"(?:abs|[\d\s.()*/+-])+", signs), text
    return float(eval(signs))  # noqa: S307 nothing but numbers, signs and abs, as just held


def sums(lines: list[str]) -> dict[str, tuple[str, float]]:
    """By label: the sum as written, and the result shown."""
    pairs = [line.rsplit(" = ", 1) for line in lines if " = " in line]
    split = [(re.split(r" = |: ", left, maxsplit=1), right) for left, right in pairs]
    return {label: (sum_, float(shown)) for (label, sum_), shown in split}


def named_scores(profile: Json) -> dict[str, Json]:
    """The scores by name, in the order of the page."""
    scores = profile["dimensions"] | profile["outcomes"] | profile["axes"]
    return {each["name"]: scores[each["id"]] for each in [*bank()["dimensions"], *bank()["axes"]]} | {
        "Overall": profile["overall"]
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sum_redone_from_the_page_gives_the_score(name: str) -> None:
    profile: Any = call("scoring/score", "scoreResponse", bank(), sample(name))
    scores = named_scores(profile)
    written = {head: sums(lines) for head, lines in parts(page(name)["sums"], [*scores, "Balance and view"]).items()}
    for head, score in scores.items():
        mean = head in ["Overall", *(axis["name"] for axis in bank()["axes"])]
        labels = [label for label in LABELS if not (mean and label == "Coverage")]
        expected = {label: score[LABELS[label]] for label in labels if score[LABELS[label]] is not None}
        lines = {label: line for label, line in written[head].items() if label in LABELS}
        assert set(lines) == set(expected), head
        for label, (sum_, shown) in lines.items():
            assert shown == pytest.approx(expected[label], abs=0.0005001), (head, label)
            assert worked(sum_) == pytest.approx(expected[label], abs=ROUNDED), (head, label)
    balance = {"Evenness": profile["evenness"], "Share unknown": profile["visibility"]}
    assert set(written["Balance and view"]) == {label for label, value in balance.items() if value is not None}
    for label, (sum_, shown) in written["Balance and view"].items():
        assert shown == pytest.approx(balance[label], abs=0.0005001)
        assert worked(sum_) == pytest.approx(balance[label], abs=ROUNDED)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_answers_behind_the_sums_are_the_reader_s(name: str) -> None:
    response = sample(name)
    asked = [each for each in bank()["practices"] if each["id"] in bank()["forms"][response["form"]]]
    values = [str(response["answers"][each["id"]]["value"]) for each in asked if each.get("scored", True)]
    rows = [line.rsplit(" | ", 2) for line in page(name)["sums"] if line.count(" | ") == 2]
    assert [row[2] for row in rows if row[2] != "Answer"] == [SAID.get(value, value) for value in values]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_play_says_why_what_next_how_much_who_and_how_to_tell(name: str) -> None:
    practices = {each["id"]: each["title"] for each in bank()["practices"]}
    advice: Any = call("scoring/recommend", "recommend", bank(), sample(name), {})
    lines = page(name)["plan"]
    reasons = [n for n, line in enumerate(lines) if line.startswith(("To “", "Once you are this far"))]
    assert len(reasons) == len(advice["plays"]) > 0
    for start, step in zip(reasons, advice["plays"], strict=True):
        title = practices[step["practice"]]
        goes_on = step["from"] > step["because"]["value"]
        assert lines[start].startswith(
            f"Once you are this far with “{title}”: " if goes_on else f"To “{title}” you answered: "
        )
        assert lines[start + 1 : start + 11 : 2] == FACTS
        end = lines.index("Why it ranks here", start)
        assert lines[end - 5] == "Read the whole play"
        assert " for effort = " in lines[end + 1]


@pytest.mark.parametrize("name", [each for each in SAMPLES if sample(each)["form"] == "full"])
def test_the_first_play_is_the_way_out_that_the_place_names(name: str) -> None:
    first = page(name)["first"][0]
    assert f"Your plan begins there: {first}" in page(name)["readings"]


@pytest.mark.parametrize("name", [each for each in SAMPLES if sample(each)["form"] == "full"])
def test_each_dimension_opens_to_the_chosen_anchor_and_the_next(name: str) -> None:
    response, lines = sample(name), page(name)["profile"]
    for practice in bank()["practices"]:
        value = response["answers"][practice["id"]]["value"]
        if not isinstance(value, int):
            continue
        levels = bank()["levels"][value : value + 2]
        anchors = [practice["anchors"][level["value"]].replace("{people}", response["people"]) for level in levels]
        heads = [f"You answered ({levels[0]['name']})", *(f"The next step ({each['name']})" for each in levels[1:])]
        told = [text for pair in zip(heads, anchors, strict=True) for text in pair]
        start = lines.index(practice["title"].replace("{people}", response["people"]))
        assert lines[start + 1 : start + 1 + len(told)] == told


@pytest.mark.parametrize("name", SAMPLES)
def test_each_pattern_leads_on_to_its_practices(name: str) -> None:
    titles = {each["id"]: each["title"] for each in bank()["practices"]}
    advice: Any = call("scoring/recommend", "recommend", bank(), sample(name), {})
    fired = [each for each in bank()["insights"] if each["id"] in advice["insights"]]
    leads = [line for line in page(name)["patterns"] if line.startswith("Read on: ")]
    assert leads == [f"Read on: {'; '.join(titles[id_] for id_ in each['practices'])}" for each in fired]
