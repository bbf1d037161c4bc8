"""Writes the site's pages as plain files, for another generator or for reading what a change of the bank changes."""

import shutil
from pathlib import Path

from pushpull.bank import Bank
from pushpull.site import CHAPTERS, generate, weave


def write_site(bank: Bank, docs: Path, target: Path) -> int:
    """Write the docs folder, filled from `bank`, and every generated file to `target`; return how many files.

    The tree is what the hook hands to MkDocs, so that any generator which reads Markdown can take over.
    Raises: FileExistsError if `target` holds anything, since what is there might be missed.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} must be a new or an empty folder: choose another, or empty it")
    written = 0
    for path in sorted(docs.rglob("*")):
        uri = path.relative_to(docs).as_posix()
        if path.is_dir() or uri.startswith(f"{CHAPTERS}/"):
            continue
        place = target / uri
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            place.write_text(weave(bank, uri, path.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            shutil.copyfile(path, place)
        written += 1
    for file in generate(bank, docs):
        place = target / file.uri
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")
        written += 1
    return written
