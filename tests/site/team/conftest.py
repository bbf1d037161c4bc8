"""People who answer, for tests of rounds."""

from pathlib import Path

import pytest
from round_page import Json
from visitor import bank_of, sample

SAMPLES = ["e-bike-motors", "garden-centres", "kidney-association", "low-cost-airline"]


@pytest.fixture
def people(root: Path, site_dir: Path) -> list[Json]:
    """Eight people: each sample twice, the second time a level lower here and there."""
    version = bank_of(site_dir)["bankVersion"]
    found = []
    for number in range(8):
        response = sample(root, SAMPLES[number % 4])
        answers = {
            id_: answer | {"value": max(0, answer["value"] - 1)}
            if number >= 4 and isinstance(answer["value"], int) and place % 3 == number % 3
            else answer
            for place, (id_, answer) in enumerate(response["answers"].items())
        }
        found.append(response | {"answers": answers, "bank": response["bank"] | {"version": version}})
    return found
