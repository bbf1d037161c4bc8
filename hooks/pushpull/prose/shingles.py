"""Runs of six words that occur in a source: recognised by their hashes, since the sources themselves are not ours.

`tools/hash_sources.py` makes the file of hashes from the texts; the check needs nothing but that file.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

LENGTH = 6  # words; shorter runs occur in any two texts on one subject
SIZE = 5  # bytes of each hash: among all runs of this site, one in some thousands would meet a source's by chance
WORD = re.compile(r"[^\W_]+")
HEADING = "# Salted hashes of all runs of six words in the sources, made by tools/hash_sources.py. Salt: "


@dataclass(frozen=True)
class Sources:
    """What is known of the sources: hashes of their runs, and the salt they were made with."""

    salt: str = ""
    hashes: Collection[str] = frozenset()


def runs(text: str) -> Iterator[tuple[int, str]]:
    """Return each run of six words in `text`, in small letters, with the place where it begins."""
    words = [(match.start(), match[0].casefold()) for match in WORD.finditer(text)]
    for index in range(len(words) - LENGTH + 1):
        part = words[index : index + LENGTH]
        yield part[0][0], " ".join(word for _, word in part)


def write_sources(texts: Iterable[str], salt: str) -> str:
    """Return the text of the file of hashes: its heading with the salt, then one hash a line, in order."""
    hashes = {_hash(run, salt) for text in texts for _, run in runs(text)}
    return "\n".join([HEADING + salt, *sorted(hashes)]) + "\n"


def read_sources(text: str) -> Sources:
    """Return what `write_sources` wrote.

    Raises: ValueError if the text does not begin as it should.
    """
    first, _, rest = text.partition("\n")
    if not first.startswith(HEADING):
        raise ValueError("a file of hashes must begin with its heading: make it anew with tools/hash_sources.py")
    return Sources(first.removeprefix(HEADING), frozenset(rest.split()))


def shared(text: str, sources: Sources, titles: Iterable[str] = ()) -> Mapping[int, str]:
    """Return the runs of `text` that occur in a source too, by their place; runs within one of `titles` may."""
    found = {place: run for place, run in runs(text) if _hash(run, sources.salt) in sources.hashes}
    if not found:
        return found  # as nearly always, and titles are many
    allowed = {run for title in titles for _, run in runs(title)}
    return {place: run for place, run in found.items() if run not in allowed}


def _hash(run: str, salt: str) -> str:
    return hashlib.blake2b(f"{salt} {run}".encode(), digest_size=SIZE).hexdigest()
