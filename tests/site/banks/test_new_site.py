"""What `python -m pushpull new` writes: it builds strictly as it is, wherever it is copied, and says what to change."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import violations
from playwright.sync_api import Page, expect
from projects import build, python
from visitor import begin_in_full, choose, complete, visit

from site_server import serve


@pytest.fixture(scope="module")
def own(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[str]:
    """The address of the new site, copied to another folder, built there and served below a path."""

    def fill(folder: Path) -> None:
        run = python("-m", "pushpull", "new", str(folder / "written"))
        assert run.returncode == 0, run.stderr
        shutil.copytree(folder / "written", folder / "clone")
        shutil.rmtree(folder / "written")
        run = build(folder / "clone" / "mkdocs.yml", folder / "site", PYTHONPATH="")
        assert run.returncode == 0, run.stderr + run.stdout

    with serve(build_once("new", fill) / "site", "/teams/meetings/") as url:
        yield url


def test_the_first_visit_says_what_to_change_first_and_the_questions_lead_to_a_plan(page: Page, own: str) -> None:
    visit(page, own)
    expect(page.locator("main li").filter(has_text="assessment/model.yml")).to_be_visible()
    assert violations(page) == []
    begin_in_full(page, own, {"agenda": 2, "guests": 0})
    visit(page, f"{own}assessment/deciding/")
    choose(page, "decisions", 1)
    choose(page, "tasks", 2)
    visit(page, f"{own}results/")

    # (2 + 0) ÷ 2 = 1 and (1 + 2) ÷ 2 = 1.5: together 1.25 of 3.
    expect(page.locator("[data-part=figures]")).to_contain_text("Overall 1.3 of 3: Now and then.")
    expect(page.locator(".pp-play")).to_contain_text("Lift “Who is invited” to “Now and then”")
    expect(complete(page).locator("[data-part=plan]")).to_contain_text("Guests who said nothing")
