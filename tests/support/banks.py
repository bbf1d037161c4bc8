"""Our own bank, and the small one with changes: what a change breaks shows in the problems, and in nothing else."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

from pushpull.bank import Bank
from pushpull.rules.check import open_bank

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SMALL = FIXTURES / "small_bank"
# Parts that the small bank lacks, so that they have pages too.
MORE: dict[str, dict[str, Any]] = {
    "references.yml": {
        "sources": [
            {"id": "B1", "title": "Book", "about": "Loans.", "ideas": [], "seen": "whole", "seen_on": "2026-11-28"}
        ]
    },
    "worksheets/shelf.yml": {
        "id": "shelf",
        "title": "Shelf",
        "purpose": "Counts tools.",
        "informs": ["loan-book"],
        "minutes": 20,
        "columns": [{"id": "tool", "title": "Tool"}],
        "steps": ["Look.", "Count.", "Note."],
    },
}


@cache
def own_bank() -> Bank:
    """This project's bank, read once for all tests of a worker: it cannot be changed in place."""
    return open_bank(FIXTURES.parents[1] / "assessment")


def changed_bank(folder: Path, case: dict[str, Any]) -> Path:
    """The small bank below `folder`, with `edit` {path: {old: new}}, `add` {path: text} and `remove` [paths] done."""
    bank = folder / "bank"
    shutil.copytree(SMALL, bank)
    for name, edits in case.get("edit", {}).items():
        path = bank / name
        text = path.read_text(encoding="utf-8")
        for old, new in edits.items():
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    for name, text in case.get("add", {}).items():
        (bank / name).parent.mkdir(parents=True, exist_ok=True)
        (bank / name).write_text(text, encoding="utf-8")
    for name in case.get("remove", []):
        (bank / name).unlink()
    return bank
