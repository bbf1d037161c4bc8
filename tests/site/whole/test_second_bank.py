"""Another bank, with three levels, one axis and two dimensions, on the same code: it builds, asks, scores and advises.

The scores below are worked out by hand. Lending has weight 1, care has weight 2; loans in the book count 1.5.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from projects import build, settings
from visitor import answer_by_keys, choose, kept, visit

from site_server import serve

SUB_PATH = "/village/tools/"
ALL_KNOWN = {"loan-book": 2, "opening-times": 1, "reminders": 1, "sharp-blades": 0, "first-lesson": 1}


@pytest.fixture(scope="module")
def small_url(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[str]:
    """The address of the small bank's site, in a folder two levels deep."""

    def fill(folder: Path) -> None:
        run = build(settings(folder), folder / "site", SITE_URL=f"https://site.example{SUB_PATH}")
        assert run.returncode == 0, run.stderr

    with serve(build_once("small", fill) / "site", SUB_PATH) as url:
        yield url


def answered(page: Page, small_url: str, answers: dict[str, int | str]) -> Page:
    """The result of these answers, given on the pages of both dimensions."""
    for dimension, practices in (("lending", ["loan-book", "opening-times", "reminders"]), ("care", ["sharp-blades"])):
        visit(page, f"{small_url}assessment/{dimension}/")
        for practice in practices:
            choose(page, practice, answers[practice])
    answer_by_keys(page, "first-lesson", answers["first-lesson"])
    return visit(page, f"{small_url}results/")


def test_each_question_has_the_levels_of_its_bank(page: Page, small_url: str) -> None:
    visit(page, f"{small_url}assessment/lending/")
    expect(page.locator("[data-practice]")).to_have_count(3)
    values = page.locator("input[name=loan-book]").evaluate_all("radios => radios.map(radio => radio.value)")
    assert values == ["0", "1", "2", "unknown"]


def test_answers_are_kept_apart_from_those_to_another_bank(page: Page, small_url: str) -> None:
    visit(page, f"{small_url}assessment/quick/")
    choose(page, "loan-book", 1)
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('push'))") == [
        f"push-to-pull:{SUB_PATH}:tool-library"
    ]
    assert kept(page, "tool-library")["bank"]["id"] == "tool-library"


def test_point_level_and_reading_are_those_worked_out_by_hand(page: Page, small_url: str) -> None:
    # Lending (1.5·2 + 1 + 1) ÷ 3.5 = 1.43; care (0 + 1) ÷ 2 = 0.5; together (1.43 + 2·0.5) ÷ 3 = 0.81 of 2.
    answered(page, small_url, dict(ALL_KNOWN))
    expect(page.locator(".pp-headline__name")).to_have_text("Locked shed")
    expect(page.locator("[data-part=figures]")).to_contain_text("Overall 0.8 of 2: Shelf.")


def test_too_little_known_gives_the_range_worked_out_by_hand(page: Page, small_url: str) -> None:
    # Lending knows two of three, so it has no point: (3 + 1) ÷ 3.5 = 1.14 to (4 + 2) ÷ 3.5 = 1.71.
    # Together (1.14 + 1) ÷ 3 = 0.71 to (1.71 + 1) ÷ 3 = 0.90.
    answered(page, small_url, ALL_KNOWN | {"reminders": "unknown"})
    expect(page.locator("[data-part=figures]")).to_contain_text("from 0.7 to 0.9 on a scale from 0 to 2")
    expect(page.locator("[data-part=find-out]")).to_contain_text("Getting tools back")


def test_the_first_play_is_the_one_worked_out_by_hand(page: Page, small_url: str) -> None:
    # "Show the first cut" lifts both practices of care: (2 - 0.5·2) ÷ 3 = 0.67, for a weekend (1.5): 0.44.
    # "Look at each blade" gains (2·1 - 2·0.5) ÷ 3 = 0.33, times 1.3 for the pattern, for an evening (1): 0.43.
    answered(page, small_url, dict(ALL_KNOWN))
    first = page.locator(".pp-play")
    expect(first).to_contain_text("Show the first cut")
    expect(first).to_contain_text("you answered: A printed card came with the tool.")
    expect(page.locator("[data-part=patterns]")).to_contain_text("The list is in order and the tools are not.")
