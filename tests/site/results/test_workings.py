"""The sums on the result page: whoever redoes them by hand gets the scores."""

import re
from pathlib import Path
from typing import Any

import pytest
from node_bridge import call
from playwright.sync_api import Page, expect
from result_page import key, sample, see_result, unfold
from visitor import Json, bank_of

NUMBER = r"-?\d+(?:\.\d+)?"
SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "–": "-"})
LABELS = {"Lowest": "low", "Highest": "high", "Score": "point", "Coverage": "coverage"}
ROUNDED = 0.0011  # terms are shown to three places


def worked(text: str) -> float:
    """The value of a written sum; bars stand for the absolute value."""
    plain = re.sub(rf"\|({NUMBER} - {NUMBER})\|", r"abs(\1)", text.translate(SIGNS))
    assert re.fullmatch(r"(?:abs|[\d\s.()*/+-])+", plain), text
    return float(eval(plain))  # noqa: S307 nothing but numbers, signs and abs, as just held


def sums(page: Page) -> dict[str, dict[str, tuple[str, float]]]:
    """By score and by label: the sum as written, and the result shown."""
    unfold(page, "sums")
    page.locator("[data-sums=balance]").wait_for()
    found: dict[str, dict[str, tuple[str, float]]] = {}
    for block in page.locator("[data-sums]").all():
        lines = [line.rsplit(" = ", 1) for line in block.locator("li").all_inner_texts() if " = " in line]
        pairs = [(re.split(r" = |: ", left, maxsplit=1), right) for left, right in lines]
        found[str(block.get_attribute("data-sums"))] = {label: (sum_, float(x)) for (label, sum_), x in pairs}
    return found


def scores(profile: Json) -> dict[str, Json]:
    return {"overall": profile["overall"], **profile["axes"], **profile["dimensions"], **profile["outcomes"]}


@pytest.fixture(params=["garden-centres", "kidney-association", "e-bike-motors", "low-cost-airline", "museum-friends"])
def response(request: pytest.FixtureRequest) -> Json:
    return sample(request.param)


def test_every_sum_redone_from_the_page_gives_the_score(page: Page, site_dir: Path, response: Json) -> None:
    profile: Any = call("scoring/score", "scoreResponse", bank_of(site_dir), response)
    see_result(page, response)
    written = sums(page)
    assert set(written) == {*scores(profile), "balance"}
    for name, score in scores(profile).items():
        expected = {label: score[field] for label, field in LABELS.items() if score[field] is not None}
        lines = {label: line for label, line in written[name].items() if label in LABELS}
        if name in profile["dimensions"] or name in profile["outcomes"]:
            assert set(lines) == set(expected), name
        else:
            assert set(lines) == set(expected) - {"Coverage"}, name
        for label, (sum_, shown) in lines.items():
            assert shown == pytest.approx(expected[label], abs=0.0005001), (name, label)
            assert worked(sum_) == pytest.approx(expected[label], abs=ROUNDED), (name, label)
    balance = {"Evenness": profile["evenness"], "Share unknown": profile["visibility"]}
    for label, (sum_, shown) in written["balance"].items():
        assert shown == pytest.approx(balance[label], abs=0.0005001)
        assert worked(sum_) == pytest.approx(balance[label], abs=ROUNDED)
    assert set(written["balance"]) == {label for label, value in balance.items() if value is not None}


@pytest.mark.parametrize("name", ["e-bike-motors", "museum-friends"], ids=["full", "quick"])
def test_the_answers_behind_a_dimension_s_sums_are_the_reader_s(page: Page, site_dir: Path, name: str) -> None:
    bank, response = bank_of(site_dir), sample(name)
    see_result(page, response)
    sums(page)
    for dimension in bank["dimensions"]:
        asked = [
            practice["id"]
            for practice in bank["practices"]
            if practice["dimension"] == dimension["id"]
            and practice["id"] in bank["forms"][response["form"]]
            and practice.get("scored", True)
        ]
        cells = page.locator(f"[data-sums={dimension['id']}] [data-value]").evaluate_all(
            "cells => cells.map(cell => cell.dataset.value)"
        )
        assert cells == [str(response["answers"][id_]["value"]) for id_ in asked]


def test_the_sums_lead_to_the_worked_examples_of_the_method_page(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    unfold(page, "sums")
    key(page, "sums").get_by_role("link", name="How scoring works").click()
    page.wait_for_url("**/method/#worked-examples")
    expect(page.locator("#worked-examples")).to_be_in_viewport()
