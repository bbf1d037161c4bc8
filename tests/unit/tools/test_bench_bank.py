from pathlib import Path

import pytest

from bench.bank import write_bank
from pushpull.rules.check import open_bank


@pytest.mark.parametrize("size", [8, 36, 100])
def test_a_bank_made_for_measuring_is_faultless(size: int, tmp_path: Path) -> None:
    write_bank(tmp_path, size)
    assert size == len(open_bank(tmp_path).practices)
