"""The quick form inside a page of another site, by the lines that the page for hosts gives."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from visitor import bank_of, settled

from site_server import serve

# Both answer on this machine, yet browsers take them for two sites, with a storage each.
HERE, THERE = "127.0.0.1", "localhost"
WIDE, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=420, height=800)
TALL = "() => document.querySelector('iframe').getBoundingClientRect().height"
# Never so where a part takes its height from the frame: then each makes the other grow.
FITS = """(wide) => {
  const end = document.querySelector('.pp-embed').getBoundingClientRect().bottom + scrollY;
  const fits = document.documentElement.scrollHeight <= innerHeight && innerHeight - end < 100;
  return fits && innerWidth > 500 === wide;
}"""

BELOW = """() => {
  const [play, then] = ['.pp-play', '.pp-then'].map((part) => document.querySelector(part).getBoundingClientRect());
  return then.top >= play.bottom;
}"""


def lines_of(root: Path) -> str:
    page = (root / "docs" / "method" / "hosting.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"```html\n(.*?)```", page, re.DOTALL)
    assert len(lines.splitlines()) == 5
    return str(lines)


def test_another_site_embeds_the_form_and_its_result(
    new_context: Callable[..., BrowserContext], root: Path, site_url: str, site_dir: Path, tmp_path: Path
) -> None:
    lines = lines_of(root).replace("https://site.example/", site_url)
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8><h1>Elsewhere</h1>{lines}", "utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")
    context = new_context(viewport=WIDE)
    page: Page = context.new_page()
    with serve(tmp_path, "/") as elsewhere:
        page.goto(elsewhere.replace(HERE, THERE))
        frame = page.frame_locator("iframe")
        inner = page.frames[1]
        inner.wait_for_selector("[data-module=embed][data-started]")
        expect(frame.locator("header, footer, .md-tabs")).to_have_count(0)
        page.set_viewport_size(PHONE)
        inner.wait_for_function(FITS, arg=False)
        page.set_viewport_size(WIDE)
        inner.wait_for_function(FITS, arg=True)
        before = page.evaluate(TALL)
        for practice in bank_of(site_dir)["forms"]["quick"]:
            frame.locator(f"input[name={practice}][value='1']").check()
        frame.locator(".pp-actions").get_by_role("link", name="See the result").click()
        expect(frame.locator("[data-part=headline] h2")).not_to_be_empty()
        expect(frame.locator("[data-part=map] svg.pp-chart")).to_be_visible()
        page.wait_for_function(f"({TALL})() > {before}")
        inner.wait_for_function(FITS, arg=True)
        assert inner.evaluate(BELOW)
        name = frame.locator("[data-part=headline] h2").inner_text()
        with context.expect_page() as opened:
            frame.get_by_role("link", name="Open the whole result").click()
        whole = opened.value
        settled(whole)
        expect(whole.locator("[data-part=headline] h2")).to_have_text(name)
        assert page.url == elsewhere.replace(HERE, THERE)
