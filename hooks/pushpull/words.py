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


def with_own_words(own: Words, *, plays: bool, steps: bool) -> Words:
    """Return what the site says, with a bank's own words in place of ours; `steps`: whether some step has no play."""
    ends = [end for end, holds in ((OF_STEPS, steps), (WITHOUT_PLAYS, not plays)) if holds]
    return {section: _said(texts, ends) | _said(own.get(section, {}), ends) for section, texts in site_words().items()}


def _said(texts: Mapping[str, Any], ends: Sequence[str]) -> dict[str, Any]:
    said = {key: text for key, text in texts.items() if not key.endswith((OF_STEPS, WITHOUT_PLAYS))}
    for end in ends:
        said |= {key.removesuffix(end): text for key, text in texts.items() if key.endswith(end)}
    return said


def fill(text: str | Sequence[str], **values: object) -> str:
    """Return a text with each {gap} filled; of two forms, the first is for n = 1."""
    pattern = text if isinstance(text, str) else text[0 if values["n"] == 1 else 1]
    return GAP.sub(lambda gap: str(values[gap[1]]), pattern)


def of_the_theme(words: Words) -> dict[str, Any]:
    """Return the settings from which the templates of the theme take what they say, for `extra`."""
    return {"words": {section: dict(words[section]) for section in THEME}}
