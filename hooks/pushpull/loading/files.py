"""Stage one: files in, documents out; the only module that reads the bank's files."""

from collections.abc import Callable
from errno import ELOOP, ENOENT, ENOTDIR
from functools import lru_cache
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from pushpull.loading.document import Document, place_in
from pushpull.loading.json_reader import parse_json
from pushpull.loading.yaml_reader import parse_yaml

LARGEST_FILE = 1_000_000  # bytes; a bank file is a few kilobytes, so anything larger is a mistake
ORDINARY, NO_FILE = "a bank file must be an ordinary file", "it is a link that leads nowhere, or no file"
LEADS_NOWHERE = {ENOENT, ENOTDIR, ELOOP}


def read_yaml(path: Path, shown: str) -> Document:
    """Return the YAML document at `path`; what could not be read is in its `problems`, never raised."""
    document = Document(shown)
    text = _text(path, document)
    return document if text is None else _parsed(parse_yaml, text, shown)


def read_json(path: Path, shown: str) -> Document:
    """Return the JSON document at `path`; what could not be read is in its `problems`, never raised."""
    document = Document(shown)
    text = _text(path, document)
    return document if text is None else _parsed(parse_json, text, shown)


@lru_cache(maxsize=50_000)  # files: after an edit under `make serve`, all but one are as they were
def _parsed(parse: Callable[[str, str], Document], text: str, shown: str) -> Document:
    return parse(text, shown)


def _text(path: Path, document: Document) -> str | None:
    raw = b""
    try:
        about = path.stat()  # once for both: a bank has thousands of files
        if not S_ISREG(about.st_mode):
            found = "it is a folder" if S_ISDIR(about.st_mode) else NO_FILE
            document.note((1, 1), ORDINARY, found, "move or delete it")
        elif about.st_size > LARGEST_FILE:
            document.note((1, 1), f"a bank file must have at most {LARGEST_FILE} bytes", "it has more", "split it")
        else:
            raw = path.read_bytes()
            return raw.decode("utf-8-sig")
    except OSError as error:
        if error.errno in LEADS_NOWHERE:
            document.note((1, 1), ORDINARY, NO_FILE, "move or delete it")
        else:
            found = f"found: {error.strerror}"
            document.note((1, 1), "the file must be readable", found, "check it and its permissions")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = place_in(before, len(before))
        document.note(place, "the file must be UTF-8 text", "it is not", "save it again with that encoding")
    return None
