"""A link to the result of the other sample, for what is shared."""

from pathlib import Path

import pytest
from node_bridge import call
from shared_result import OTHER
from visitor import bank_of, sample


@pytest.fixture
def link(site_url: str, site_dir: Path, root: Path) -> str:
    """A link to the result of the other sample, as its page gives it."""
    return f"{site_url}results/#r={call('links/link', 'encode', bank_of(site_dir), sample(root, OTHER))}"
