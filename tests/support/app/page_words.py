"""The words of the result page, each with a mark by which it is known where it is said; and those of sentences."""

import re
from pathlib import Path
from typing import Any

from pushpull.words import OF_STEPS, WITHOUT_PATTERNS, WITHOUT_PEOPLE, WITHOUT_PLAYS, site_words, with_own_words

SCORING = Path(__file__).resolve().parents[3] / "docs" / "assets" / "app" / "scoring"
SOURCES = ("sentences.mjs", "profile-sentences.mjs", "plan-reasons.mjs", "plan-sentences.mjs")
QUOTED = re.compile(r'"(\w+)"')
ENDS = ("", "_maybe", "_many")
SECTIONS = ("common", "results", "tools")
FIRST = 0xE000  # of the characters that Unicode leaves to private use

Form = tuple[str, str, int]
"""Section, key, and which of the forms of a word."""


def forms_of(text: str | list[str]) -> list[str]:
    """The one form of a word, or both."""
    return text if isinstance(text, list) else [text]


def _forms() -> list[Form]:
    return [
        (section, key, n)
        for section in SECTIONS
        for key, text in site_words()[section].items()
        for n in range(len(forms_of(text)))
    ]


MARKS: dict[Form, str] = {form: chr(FIRST + index) for index, form in enumerate(_forms())}
MARKED = {mark: form for form, mark in MARKS.items()}


def marked_words(*, plays: bool, steps: bool, bare: bool = False) -> dict[str, Any]:
    """The words of the site, with a mark in front of each that only the result page says."""
    said_here = with_own_words({}, plays=plays, steps=steps, patterns=not bare, people=not bare)
    words: dict[str, Any] = {section: dict(texts) for section, texts in said_here.items()}
    ends = [WITHOUT_PATTERNS, WITHOUT_PEOPLE] if bare else []
    ends += ["" if plays else WITHOUT_PLAYS, OF_STEPS if steps else "", ""]
    for section in SECTIONS:
        for key, text in words[section].items():
            said = next(key + end for end in ends if key + end in site_words()[section])
            forms = [MARKS[section, said, n] + form for n, form in enumerate(forms_of(text))]
            words[section][key] = forms if isinstance(text, list) else forms[0]
    return words


def plain(line: str) -> str:
    """The line without marks."""
    return "".join(char for char in line if char not in MARKED)


def sentence_keys() -> set[str]:
    """Keys of the words that the modules of sentences say."""
    known = set(site_words()["results"])
    source = "".join((SCORING / name).read_text("utf-8") for name in SOURCES)
    ids = {"quick", "now", "later"}  # a form and two waves
    keys = (set(QUOTED.findall(source)) & known) - ids
    keys |= {f"{end}{kind}" for end in ("strongest", "weakest") for kind in ENDS}
    return keys | {f"{key}{OF_STEPS}" for key in keys if f"{key}{OF_STEPS}" in known}
