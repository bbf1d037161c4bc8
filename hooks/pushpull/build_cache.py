"""Keeps what a build works out from content alone for the next build, in a folder that may be deleted at any time.

A build that cannot read or write there works everything out anew.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import jinja2

from pushpull.paths import HERE, PROJECT

FOLDER = PROJECT / ".cache" / "pushpull"
MOST = 12  # results of one name: those of the last few states of the project
T = TypeVar("T")


def kept(name: str, inputs: Iterable[str], make: Callable[[], T], folder: Path = FOLDER) -> T:
    """Return what `make` returns, which must be JSON: as worked out before, for the same inputs and the same code."""
    path = folder / f"{name}-{_hash([_code('publish/*.py'), *inputs])}.json"
    with suppress(OSError, ValueError):
        value: T = json.loads(path.read_text(encoding="utf-8"))
        return value
    made = make()
    with suppress(OSError):
        _write(path, json.dumps(made))
        for old in sorted(folder.glob(f"{name}-*.json"), key=lambda each: each.stat().st_mtime)[:-MOST]:
            old.unlink()
    return made


def templates(name: str, folder: Path = FOLDER) -> jinja2.BytecodeCache | None:
    """Return where Jinja keeps its compiled templates, None where nothing can be written.

    `name` stands for an environment with its settings.
    """
    place = folder / f"{name}-{jinja2.__version__}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError:
        return None
    return _Compiled(str(place))


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Templates as compiled before, where their text and the code of our filters are the same.

    Jinja compares the text alone, but works out a filter of a constant when it compiles.
    """

    def get_source_checksum(self, source: str) -> str:
        """Return what stands for a template and for the code that it may have been worked out with."""
        return super().get_source_checksum(_code("*.py", "pages/*.py") + source)


def _write(path: Path, text: str) -> None:
    """Write the whole file or none: another build may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


@cache
def _code(*patterns: str) -> str:
    """Return what stands for the code in the files of these patterns, and for the Python that runs it."""
    own = [path.read_text(encoding="utf-8") for pattern in patterns for path in sorted(HERE.glob(pattern))]
    return _hash([*own, sys.version])


def _hash(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        content = text.encode()
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()
