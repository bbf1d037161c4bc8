"""The words of the site, and a bank's own in their place."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from pushpull.build_cache import kept
from pushpull.paths import TEMPLATES

Words = Mapping[str, Mapping[str, Any]]

OF_STEPS = "_of_steps"  # ends the key of a text said in place of another where a plan may hold steps without a play
WITHOUT_PLAYS = "_without_plays"  # the same where there is no play at all
WITHOUT_PATTERNS = "_without_patterns"  # the same where no pattern is looked for
WITHOUT_PEOPLE = "_without_people"  # the same where there is no word for people
ENDS = (WITHOUT_PATTERNS, WITHOUT_PEOPLE, OF_STEPS, WITHOUT_PLAYS)  # in this order; a key may have one of each
GAP = re.compile(r"\{(\w+)\}")  # in a text, to be filled
LOADED = (
    "open_file",
    "problems",
    "tools",
    "exports",
    "worksheet_more",
)  # few visits need them: the browser asks for them apart
THEME = (
    "theme",
    "not_found",
    "unread",
    "social",
)  # what the templates of the theme say, which other generators fill as well


@cache
def site_words() -> Words:
    """Return what the site says, by the part that says it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML has it, which is ten times as fast
    text = (TEMPLATES / "words.yml").read_text(encoding="utf-8")
    return kept("words", [text], lambda: yaml.load(text, loader))  # noqa: S506 safe


def with_own_words(own: Words, *, plays: bool, steps: bool, patterns: bool = True, people: bool = True) -> Words:
    """Return what the site says, with a bank's own words in place of ours; `steps`: whether some step has no play."""
    holds = dict(zip(ENDS, (not patterns, not people, steps, not plays), strict=True))
    return {
        section: _said(texts, holds) | _said(own.get(section, {}), holds) for section, texts in site_words().items()
    }


def _said(texts: Mapping[str, Any], holds: Mapping[str, bool]) -> dict[str, Any]:
    said = dict(texts)
    for end, is_said in holds.items():
        instead = {key.removesuffix(end): said.pop(key) for key in [*said] if key.endswith(end)}
        said |= instead if is_said else {}
    return said


def fill(text: str | Sequence[str], **values: object) -> str:
    """Return a text with each {gap} filled; of two forms, the first is for n = 1."""
    pattern = text if isinstance(text, str) else text[0 if values["n"] == 1 else 1]
    return GAP.sub(lambda gap: str(values[gap[1]]), pattern)


def of_the_theme(words: Words) -> dict[str, Any]:
    """Return the settings from which the templates of the theme take what they say, for `extra`."""
    return {"words": {section: dict(words[section]) for section in THEME}}
