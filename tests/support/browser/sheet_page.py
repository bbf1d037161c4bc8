"""A worksheet's page: its cells and figures, and what the browser keeps of it; for tests in a browser."""

import json
from typing import Any

from banks import FIXTURES
from playwright.sync_api import Page

Json = dict[str, Any]
SHEETS = sorted(path.stem for path in (FIXTURES.parents[1] / "assessment" / "worksheets").glob("*.yml"))
NOISE = "worksheets/noise-budget/"
FIGURES = """() => ['.pp-figure', '.pp-grid__figure'].map(kind =>
  [...document.querySelectorAll(kind)].map(each => each.innerText.trim()).filter(Boolean))"""
STORED = "id => Object.entries({...localStorage}).find(([key]) => key.endsWith(`:sheet:${id}`))?.[1] ?? null"


def cell(page: Page, row: int, column: str) -> Any:
    return page.locator(f'[data-row="{row}"][data-column="{column}"]')


def stored(page: Page, sheet: str) -> Json | None:
    text = page.evaluate(STORED, sheet)
    return None if text is None else dict(json.loads(text))
