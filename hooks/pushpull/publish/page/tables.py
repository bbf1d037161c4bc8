"""Tables of words on narrow screens: each row can be shown as a small list, every cell below the name of its column."""

import re
from itertools import cycle

CELL = re.compile(r"<(t[hd])\b[^>]*>(.*?)</\1>", re.DOTALL)
HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")

COLUMNS = 3  # that many of words are too narrow to read beside each other on a phone
LETTERS = 12  # in a cell, on average; tables of figures stay tables, since columns are compared


def stackable(table: str) -> str:
    """Return the HTML of a table with the name of the column in each cell if it is wide and of words, else as it is."""
    head = HEAD.search(table)
    names = [_words(text) for _, text in CELL.findall(head[0])] if head else []
    cells = [_words(text) for tag, text in CELL.findall(table) if tag == "td"]
    has_own_heads = table.count("<th") > len(names) + bool(head)  # <thead> begins alike
    if len(names) < COLUMNS or has_own_heads or not cells or sum(map(len, cells)) < LETTERS * len(cells):
        return table
    name = cycle(names)
    named = re.sub(r"<td\b", lambda _: f'<td data-column="{next(name)}"', table)
    return named.replace('class="pp-table"', 'class="pp-table pp-table--words"', 1)


def _words(html: str) -> str:
    return " ".join(TAG.sub("", html).replace('"', "&quot;").split())
