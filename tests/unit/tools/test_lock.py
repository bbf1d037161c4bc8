"""The lock files as `make lock` leaves them; a range changed without it would be noticed only on another machine."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-tools.txt")
NPM = "tools/npm/package-lock.json"
FETCHES = re.compile(r"\bpip\b.*\binstall\b|\bnpx\b|\bnpm (?:i|ci|install|exec)\b|\bcurl\b|\bwget\b")
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)", re.MULTILINE)
OF_A_NEW_SITE = "hooks/pushpull/templates/new/publish.yml"


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions pinned for each package: more than one when they depend on the Python."""
    found: dict[str, set[str]] = {}
    for pin in PIN.finditer(lock.read_text(encoding="utf-8")):
        found.setdefault(pin["name"], set()).add(pin["version"])
    return found


@pytest.mark.parametrize(("lock", "parts"), [(LOCKS[0], ["site"]), (LOCKS[1], ["site", "dev"]), (LOCKS[2], ["tools"])])
def test_every_range_is_met_by_its_pin(lock: str, parts: list[str], root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"] | {"site": project["project"]["dependencies"]}
    ranges = [each for part in parts for each in groups[part]]
    pinned = pins(root / lock)
    unmet = [
        wanted
        for wanted in map(Requirement, ranges)
        if not any(version in wanted.specifier for version in pinned.get(canonicalize_name(wanted.name), ()))
    ]
    assert unmet == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str, root: Path) -> None:
    entries = re.split(r"\n(?=\S)", (root / lock).read_text(encoding="utf-8"))
    assert [each for each in entries if not each.startswith("#") and "--hash=sha256:" not in each] == []


def test_every_file_of_npm_has_a_hash_and_no_address(root: Path) -> None:
    lock = json.loads((root / NPM).read_text(encoding="utf-8"))
    wanted = json.loads((root / "tools/npm/package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {path.removeprefix("node_modules/"): each for path, each in lock["packages"].items() if path}
    assert [name for name, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []
    assert wanted == {name: packages[name]["version"] for name in wanted}  # exact, not a range


@pytest.mark.parametrize("file", ["Makefile", ".github/workflows/site.yml", ".ci/run", OF_A_NEW_SITE])
def test_nothing_is_fetched_without_a_hash(file: str, root: Path) -> None:
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if FETCHES.search(line) and "--require-hashes" not in line] == []


def test_no_tool_fetches_without_a_hash(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (root / "tools").rglob("*.py")]
    assert [
        text for text in texts if '"pip", ' in text and '"install"' in text and '"--require-hashes"' not in text
    ] == []
    assert [text for text in texts if '"npx"' in text or '"npm", "install"' in text] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_of_an_index_is_pinned(lock: str, root: Path) -> None:
    assert "://" not in (root / lock).read_text(encoding="utf-8")


def test_the_larger_lock_holds_the_smaller_one(root: Path) -> None:
    small, large = (pins(root / lock) for lock in LOCKS[:2])
    assert small == {name: large.get(name) for name in small}
