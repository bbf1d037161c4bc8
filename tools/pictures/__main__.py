"""Takes the picture of a result that the README shows, its card, and the pictures that other sites show with links."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from chromium import find_chromium, launch_args
from pictures.palette_png import with_palette
from pictures.social import HIGH, WIDE, drawings
from pushpull.rules.check import open_bank
from site_server import serve

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "docs" / "assets"
SAMPLE = ROOT / "assessment" / "samples" / "kidney-association.json"
SIZE = ViewportSize(width=1120, height=700)  # CSS pixels; the first screen of a small laptop


def main() -> None:
    """Write results-light.png, card.png and the folder social below docs/assets."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site], cwd=ROOT, check=True)
        with serve(site) as url, sync_playwright() as playwright:
            path = find_chromium(Path(playwright.chromium.executable_path))
            browser = playwright.chromium.launch(executable_path=path, args=launch_args())
            take(browser, url)
            take_card(browser, url)
            draw_social(browser)
            browser.close()


def open_result(browser: Browser, url: str) -> Page:
    """The result of the sample."""
    context = browser.new_context(viewport=SIZE, color_scheme="light", service_workers="block")
    page = context.new_page()
    page.goto(url)
    key = f"push-to-pull:{urlsplit(url).path}:push-to-pull"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, SAMPLE.read_text(encoding="utf-8")])
    page.goto(f"{url}results/")
    page.locator(".pp-chart").first.wait_for()
    return page


def take(browser: Browser, url: str) -> None:
    """Write the picture of the first screen."""
    page = open_result(browser, url)
    page.evaluate("document.querySelector('.md-header').remove(); document.querySelector('.md-tabs')?.remove()")
    page.screenshot(path=ASSETS / "results-light.png")
    page.context.close()


def take_card(browser: Browser, url: str) -> None:
    """Write the card as the page saves it, in few colours: the front page shows it."""
    page = open_result(browser, url)
    page.locator("[data-card]").click()
    with page.expect_download() as download:
        page.locator("dialog button", has_text="PNG").click()
    (ASSETS / "card.png").write_bytes(with_palette(Path(download.value.path()).read_bytes()))
    page.context.close()


def draw_social(browser: Browser) -> None:
    """Write the picture of each kind of page, in few colours: whoever fetches it wants it small."""
    page = browser.new_page(viewport=ViewportSize(width=WIDE, height=HIGH))
    for kind, svg in drawings(open_bank(ROOT / "assessment")).items():
        page.set_content(f'<body style="margin: 0">{svg}')
        (ASSETS / "social" / f"{kind}.png").write_bytes(with_palette(page.screenshot()))
    page.close()


if __name__ == "__main__":
    main()
