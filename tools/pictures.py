"""Takes the pictures of the results page that the README and the front page show, from a sample of the bank."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from chromium import find_chromium, launch_args
from site_server import serve

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assessment" / "samples" / "kidney-association.json"
SIZE = ViewportSize(width=1120, height=700)  # CSS pixels; the first screen of a small laptop


def main() -> None:
    """Write docs/assets/results-light.png and results-dark.png."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site], cwd=ROOT, check=True)
        with serve(site) as url, sync_playwright() as playwright:
            path = find_chromium(Path(playwright.chromium.executable_path))
            browser = playwright.chromium.launch(executable_path=path, args=launch_args())
            for scheme in ("light", "dark"):
                take(browser, url, scheme)
            browser.close()


def take(browser: Browser, url: str, scheme: str) -> None:
    """Write the picture in one scheme of colours."""
    context = browser.new_context(
        viewport=SIZE, color_scheme="light" if scheme == "light" else "dark", service_workers="block"
    )
    page = context.new_page()
    page.goto(url)
    key = f"push-to-pull:{urlsplit(url).path}:push-to-pull"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, SAMPLE.read_text(encoding="utf-8")])
    page.goto(f"{url}results/")
    page.locator(".pp-chart").first.wait_for()
    page.evaluate("document.querySelector('.md-header').remove(); document.querySelector('.md-tabs')?.remove()")
    page.screenshot(path=ROOT / "docs" / "assets" / f"results-{scheme}.png")
    context.close()


if __name__ == "__main__":
    main()
