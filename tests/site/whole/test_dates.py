"""One moment has one date on every page and in the report: the reader's own, in the language of the site."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect
from visitor import complete, remember, sample, settled, visit

LATE = "2026-11-21T13:30:00Z"  # in Auckland the next day, at half past two in the night


def test_a_moment_has_the_same_date_everywhere(new_context: Callable[..., BrowserContext], root: Path) -> None:
    page = new_context(timezone_id="Pacific/Auckland", locale="de-DE").new_page()
    visit(page, "assessment/")
    response = sample(root, "e-bike-motors")
    snapshot = response | {"taken": LATE, "snapshots": []}
    remember(page, response | {"created": LATE, "updated": LATE, "snapshots": [snapshot]})
    page.reload()
    expect(settled(page).locator("[data-progress]")).to_contain_text("22 Nov 2026, 02:30")
    visit(page, "assessment/keep/")
    expect(page.locator("[data-in-use]")).to_contain_text("22 November 2026")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").first.click()
    assert "2026-11-22" in saved.value.suggested_filename
    visit(page, "results/")
    page.locator("[data-desk=snapshots] summary").click()
    expect(complete(page).locator(".pp-snapshots")).to_contain_text("22 November 2026")
    page.locator("[data-desk=exporting] summary").click()
    with page.expect_download() as report:
        complete(page).get_by_role("button", name="Markdown").click()
    assert "Last answered: 22 November 2026" in report.value.path().read_text(encoding="utf-8")
