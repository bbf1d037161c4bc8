from dataclasses import replace
from pathlib import Path

import pytest
from banks import SMALL, own_bank

from pushpull.bank import Bank
from pushpull.pages.play_index import WAYS, groups
from pushpull.rules.check import open_bank


@pytest.fixture(scope="module")
def small() -> Bank:
    return open_bank(SMALL)


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


def titles(bank: Bank, way: str) -> dict[str, dict[str, list[str]]]:
    """Ids of plays below the headings of their group and part."""
    found = groups(bank, way)
    return {group.title: {part.title: [play.id for play in part.plays] for part in group.parts} for group in found}


@pytest.mark.parametrize("way", ["effort", "role"])
def test_every_play_is_found_once(bank: Bank, way: str) -> None:
    found = [play.id for group in groups(bank, way) for play in group.plays]
    assert sorted(play.id for play in bank.plays) == sorted(found)


def test_each_worksheet_lists_the_plays_that_use_it(bank: Bank) -> None:
    found = {group.worksheet: {play.id for play in group.plays} for group in groups(bank, "worksheet")}
    assert found == {w.id: {play.id for play in bank.plays if play.worksheet == w.id} for w in bank.worksheets}


def test_efforts_stand_smallest_first_and_within_them_dimensions_in_order(small: Bank) -> None:
    found = titles(small, "effort")
    assert [effort.name for effort in small.model.effort] == list(found)
    assert [["Lending", "Care"]] * 2 == [list(parts) for parts in found.values()]


def test_a_bank_without_roles_or_worksheets_is_found_by_effort_alone(small: Bank) -> None:
    assert ["effort"] == [way for way in WAYS if groups(small, way)]


def test_an_effort_without_plays_has_no_heading(small: Bank) -> None:
    [first, *others] = small.model.effort
    idle = first.model_copy(update={"id": "X", "name": "Never"})
    model = small.model.model_copy(update={"effort": [idle, first, *others]})
    assert [first.name, *(effort.name for effort in others)] == list(titles(replace(small, model=model), "effort"))
