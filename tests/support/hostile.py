"""A bank whose every text holds what YAML, Markdown, HTML and templates would read as something else; no texts."""

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from pushpull.bank import Bank

MARK = (
    " <script>alert(1)</script></title> & &amp; \"q\" 'a' `c` *_[x](y)_* ![i](j)"
    " {{ 7*7 }} {% raw %} {: #own } {people} ---"
)

# Strings that name something, and words that are looked for in other texts.
NAMES = {
    *(
        "id",
        "axis",
        "practice",
        "practices",
        "play",
        "effort",
        "role",
        "sources",
        "informs",
        "worksheet",
        "works",
        "reading",
        "also_lifts",
        "mean",
        "gap",
    ),
    *("url", "seen", "seen_on", "version", "since", "moved_to", "options", "term", "also"),
    *(
        "type",
        "format",
        "each",
        "formula",
        "that",
        "choices",
        "blank",
        "reads",
        "because",
        "kind",
        "who",
        "words",
        "figure",
    ),  # what is worked out
}


# Values that are no text, or text of nothing, for what is to be given a text.
NO_TEXT: dict[str, Any] = {
    "undefined": {"$js": "undefined"},
    "null": None,
    "a number": 7,
    "NaN": {"$js": "NaN"},
    "a symbol": {"$js": "symbol"},
    "a function": {"$js": "function"},
    "a date": {"$js": "date"},
    "an object": {"text": "1"},
    "a list": ["1bb1"],
    "nothing": "",
    "blanks": " \n\t ",
}


def hostile(bank: Bank) -> Bank:
    """The bank with MARK at the end of every text."""
    return replace(
        bank, model=_marked(bank.model), entries={path: _marked(each) for path, each in bank.entries.items()}
    )


def _marked(value: Any, name: str = "") -> Any:
    if isinstance(value, BaseModel) and name != "each":  # the numbers of a series have a name in formulas
        fields = type(value).model_fields
        return value.model_copy(update={field: _marked(getattr(value, field), field) for field in fields})
    if isinstance(value, list):
        return [_marked(each, name) for each in value]
    return value + MARK if isinstance(value, str) and name not in NAMES else value
