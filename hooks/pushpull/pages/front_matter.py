"""What the text of a page says of the page: its front matter, and its title."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from pushpull.bank import Bank
from pushpull.text import prose_lines

FRONT = re.compile(r"-{3}[ \t]*\n(?P<said>.*?\n)(?:\.{3}|-{3})[ \t]*\n\n*(?P<below>.*)", re.DOTALL)  # as for MkDocs
HEADING = re.compile(r"#[ \t]+(?P<title>.+?)(?:[ \t]+#+)?(?:[ \t]*\{[^}]*\})?[ \t]*")


def parts(text: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter of a page, empty where it is no YAML, and what stands below it."""
    match = FRONT.fullmatch(text)
    if match is None:
        return {}, text
    try:
        said = yaml.load(match["said"], getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 safe
    except (yaml.YAMLError, ValueError):
        said = None
    return said if isinstance(said, dict) else {}, match["below"]


def title_of(bank: Bank, uri: str, said: Mapping[str, Any], below: str) -> str:
    """Return the title of a page by its `parts`: as it says, else its heading; a chapter takes its dimension's name."""
    headings = (HEADING.fullmatch(line) for _, line, is_prose in prose_lines(below) if is_prose)
    if title := said.get("title") or next((heading["title"] for heading in headings if heading), None):
        return str(title)
    dimension = bank.dimension_by_id.get(PurePosixPath(uri).stem)
    return dimension.name if dimension else uri
