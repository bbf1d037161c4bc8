"""The lock files as `make lock` leaves them; a range changed without it would be noticed only on another machine."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions pinned for each package: more than one when they depend on the Python."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(lock.read_text(encoding="utf-8")):
        found.setdefault(pin["name"], set()).add(pin["version"])
    return found


@pytest.mark.parametrize(("lock", "groups"), [(LOCKS[0], []), (LOCKS[1], ["dev"])])
def test_every_range_is_met_by_its_pin(lock: str, groups: list[str], root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    ranges = [*project["project"]["dependencies"], *(r for g in groups for r in project["dependency-groups"][g])]
    pinned = pins(root / lock)
    unmet = [
        wanted
        for wanted in map(Requirement, ranges)
        if not any(version in wanted.specifier for version in pinned.get(canonicalize_name(wanted.name), ()))
    ]
    assert unmet == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_of_an_index_is_pinned(lock: str, root: Path) -> None:
    assert "://" not in (root / lock).read_text(encoding="utf-8")


def test_the_larger_lock_holds_the_smaller_one(root: Path) -> None:
    small, large = (pins(root / lock) for lock in LOCKS)
    assert small == {name: large.get(name) for name in small}
