"""Values that are no text, or text of nothing, for what is to be given a text."""

from typing import Any

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
