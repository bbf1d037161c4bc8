"""Holds the code from elsewhere that the site serves against the hashes in its README."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pushpull.paths import APP, PROJECT
from pushpull.problem import BankError, Problem, message

FOLDER = PROJECT / "docs" / APP / "vendor"
README = "README.txt"
ROW = re.compile(r"^\| `(?P<file>[^`]+)` .*\| `(?P<hash>[0-9a-f]{64})` \|$", re.MULTILINE)
CURE = "take it from its source again, or read what changed and correct the table"


def verify(folder: Path = FOLDER) -> None:
    """Check the folder.

    Raises: BankError with every file that is not as listed.
    """
    if found := [*_changed(folder)]:
        raise BankError(found, "the vendored files")


def _changed(folder: Path) -> Iterator[Problem]:
    """Yield each file that is not as the table says, that is missing from it, or from the folder."""
    table = (folder / README).read_text(encoding="utf-8")
    listed = {row["file"]: row["hash"] for row in ROW.finditer(table)}
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    here = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    here.pop(README)
    for file in sorted({name for name, _ in listed.items() ^ here.items()}):
        found = "it is not there" if file not in here else "it has another" if file in listed else "it is not listed"
        must = f"a vendored file must have the hash that {README} lists"
        path = (folder / file).relative_to(PROJECT) if folder.is_relative_to(PROJECT) else folder / file
        yield Problem(path.as_posix(), 1, 1, message(must, found, CURE))
