"""What the text of a page says of the page: its front matter, and its title."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from pushpull.bank import Bank
from pushpull.problem import message
from pushpull.text import prose_lines

FRONT = re.compile(r"-{3}[ \t]*\n(?P<said>.*?\n)(?:\.{3}|-{3})[ \t]*\n\n*(?P<below>.*)", re.DOTALL)  # as for MkDocs
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HEADING = re.compile(r"#[ \t]+(?P<title>.+?)(?:[ \t]+#+)?(?:[ \t]*\{[^}]*\})?[ \t]*")


def parts(text: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter of a page, empty where it is no YAML, and what stands below it."""
    match = FRONT.fullmatch(text)
    if match is None:
        return {}, text
    try:
        said = yaml.load(match["said"], LOADER)  # noqa: S506 safe
    except (yaml.YAMLError, ValueError):
        said = None
    return said if isinstance(said, dict) else {}, match["below"]


def fault(text: str) -> tuple[int, str] | None:
    """Return the line and the message of what is wrong with the front matter of a page, None if it can be read.

    MkDocs says nothing of it, and shows as text what it could not read.
    """
    match = FRONT.fullmatch(text)
    if match is None:
        return None
    try:
        yaml.load(match["said"], LOADER)  # noqa: S506 safe
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1  # after the first ---
        said = getattr(error, "problem", None) or error
        must = "what stands between the two --- must be YAML"
        return line, message(must, f'the parser says "{said}"', "put text that holds a colon in double quotes")
    return None


def title_of(bank: Bank, uri: str, said: Mapping[str, Any], below: str) -> str:
    """Return the title of a page by its `parts`: as it says, else its heading; a chapter takes its dimension's name."""
    headings = (HEADING.fullmatch(line) for _, line, is_prose in prose_lines(below) if is_prose)
    if title := said.get("title") or next((heading["title"] for heading in headings if heading), None):
        return str(title)
    dimension = bank.dimension_by_id.get(PurePosixPath(uri).stem)
    return dimension.name if dimension else uri
