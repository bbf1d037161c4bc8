"""The generated pages of our bank, of the small one, and of one whose texts mean something elsewhere."""

from pathlib import Path

import pytest
from banks import SMALL, own_bank
from generated_pages import Made, made
from hostile import hostile

from pushpull.bank import Bank
from pushpull.rules.check import open_bank


@pytest.fixture(scope="session")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture(scope="session")
def small() -> Bank:
    return open_bank(SMALL)


@pytest.fixture(scope="session")
def pages(bank: Bank) -> dict[str, Made]:
    return made(bank)


@pytest.fixture(scope="session")
def small_pages(small: Bank) -> dict[str, Made]:
    return made(small)


@pytest.fixture(scope="session")
def hostile_bank(bank: Bank) -> Bank:
    return hostile(bank)


@pytest.fixture(scope="session")
def hostile_pages(hostile_bank: Bank) -> dict[str, Made]:
    return made(hostile_bank)


@pytest.fixture(params=["pages", "small_pages", "hostile_pages"])
def any_pages(request: pytest.FixtureRequest) -> dict[str, Made]:
    found: dict[str, Made] = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["bank", "small"])
def any_bank(request: pytest.FixtureRequest) -> Bank:
    found: Bank = request.getfixturevalue(request.param)
    return found
