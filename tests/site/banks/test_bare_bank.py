"""A bank without anything that can be left out: no axes, two levels, one form, and no plays, patterns or words."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from banks import FIXTURES
from playwright.sync_api import Page, expect
from projects import build, settings
from visitor import answer_by_keys, begin_in_full, choose, complete, visit

from site_server import serve

BANK, DOCS = FIXTURES / "bare_bank", FIXTURES / "bare_docs"


@pytest.fixture(scope="module")
def bare_site(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder of the bare bank's site, built strictly."""

    def fill(folder: Path) -> None:
        config = settings(folder, BANK, DOCS, menu_of=(BANK, DOCS))
        run = build(config, folder / "site", SITE_URL="https://site.example/kitchen/")  # without it, no llms.txt
        assert run.returncode == 0, run.stderr

    return build_once("bare", fill) / "site"


@pytest.fixture(scope="module")
def bare_url(bare_site: Path) -> Iterator[str]:
    with serve(bare_site, "/kitchen/") as url:
        yield url


def test_no_built_page_speaks_of_plays_where_there_are_none(bare_site: Path) -> None:
    pages = [path for path in bare_site.rglob("*") if path.suffix in (".html", ".md") or path.name == "llms.txt"]
    assert {"llms.txt", "404.html"} < {path.name for path in pages}
    texts = {path: path.read_text(encoding="utf-8").replace('"Read the whole play"', "") for path in pages}  # of a play
    assert [] == [path for path, text in texts.items() if re.search(r"(?<![-\w])[Pp]lays?(?![-\w=])", text)]


def test_form_result_and_plan_come_without_what_can_be_left_out(page: Page, bare_url: str) -> None:
    # Storing (1 + 0 + 0) ÷ 3 = 0.33; serving 0.5, of weight 2: together (0.33 + 2 · 0.5) ÷ 3 = 0.44 of 1.
    begin_in_full(page, bare_url, {"labels": 1, "cold-food": 0, "oldest-first": 0})
    visit(page, f"{bare_url}assessment/serving/")
    choose(page, "allergies", 1)
    answer_by_keys(page, "warm-plates", 0)
    visit(page, f"{bare_url}results/")

    expect(page.locator(".pp-headline__name")).to_have_text("Open")
    expect(page.locator("[data-part=figures]")).to_contain_text("Overall 0.4 of 1: Open.")
    # A plate weighs a third, a box a ninth: no effort is known, so the gain alone decides.
    expect(page.locator(".pp-play")).to_contain_text("Lift “Warm plates” to “Done”")
    expect(page.locator(".pp-play")).to_contain_text("The last plate is measured.")
    plan = complete(page).locator("[data-part=plan]")
    expect(plan.locator(".pp-advice > li")).to_have_count(3)
    expect(plan).to_contain_text("Once done: Overall 1.0")
    for left_out in ("person-day", "{people}", "undefined", "null", "NaN"):
        expect(page.locator("main")).not_to_contain_text(left_out)
    expect(page.locator(".pp-play__facts a")).to_have_text("Read about this practice")
    expect(page.locator(".pp-play__facts")).not_to_have_text(re.compile(r"·\s*$"))
    for button in ("[data-card]", "[data-open=exporting]"):
        page.locator(button).first.click()
        complete(page)
        expect(page.locator("main :is(ul, ol, dl):not(:has(*)):visible")).to_have_count(0)
        page.keyboard.press("Escape")
