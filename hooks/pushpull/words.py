"""The words of the site, and a bank's own in their place."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from pushpull.paths import TEMPLATES

Words = dict[str, dict[str, Any]]


@cache
def site_words() -> Words:
    """Return what the site says, by the part that says it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML has it, which is ten times as fast
    words: Words = yaml.load((TEMPLATES / "words.yml").read_text(encoding="utf-8"), loader)  # noqa: S506 safe
    return words


def with_own_words(own: Mapping[str, Mapping[str, Any]]) -> Words:
    """Return what the site says, with a bank's own words in place of ours."""
    return {section: {**texts, **own.get(section, {})} for section, texts in site_words().items()}
