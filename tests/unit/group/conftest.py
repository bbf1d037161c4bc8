"""The bank of the site and a response to it, for tests of a group."""

import json
from pathlib import Path

import pytest
from small_bank import Json

from pushpull.pages.bank_json import bank_json
from pushpull.rules.check import open_bank


@pytest.fixture(scope="session")
def bank(root: Path) -> Json:
    """As the site publishes it."""
    return dict(json.loads(bank_json(open_bank(root / "assessment"))))


@pytest.fixture(scope="session")
def response(root: Path) -> Json:
    """One of the samples."""
    return dict(json.loads((root / "assessment" / "samples" / "e-bike-motors.json").read_text(encoding="utf-8")))
