"""The words of the site, and a bank's own in their place."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from pushpull.build_cache import kept
from pushpull.paths import TEMPLATES

Words = Mapping[str, Mapping[str, Any]]

OF_STEPS = "_of_steps"  # ends the key of a text that a bank without plays says in place of another
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


def with_own_words(own: Words, *, plays: bool) -> Words:
    """Return what the site says, with a bank's own words in place of ours; without plays, it speaks of steps."""
    return {
        section: _said(texts, plays=plays) | _said(own.get(section, {}), plays=plays)
        for section, texts in site_words().items()
    }


def _said(texts: Mapping[str, Any], *, plays: bool) -> dict[str, Any]:
    usual = {key: text for key, text in texts.items() if not key.endswith(OF_STEPS)}
    of_steps = {key.removesuffix(OF_STEPS): text for key, text in texts.items() if key.endswith(OF_STEPS)}
    return usual if plays else usual | of_steps


def fill(text: str | Sequence[str], **values: object) -> str:
    """Return a text with each {gap} filled; of two forms, the first is for n = 1."""
    pattern = text if isinstance(text, str) else text[0 if values["n"] == 1 else 1]
    return GAP.sub(lambda gap: str(values[gap[1]]), pattern)


def of_the_theme(words: Words) -> dict[str, Any]:
    """Return the settings from which the templates of the theme take what they say, for `extra`."""
    return {"words": {section: dict(words[section]) for section in THEME}}
