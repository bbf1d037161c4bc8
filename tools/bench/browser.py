"""Measures what a person waits for in a browser: the first control on a slow phone, and each answer."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, sync_playwright

from bench import arrival
from bench.arrival import SLOWER, slow_down
from bench.bank import write_bank
from bench.build import ROOT
from bench.pages import build_site
from chromium import find_chromium, launch_args
from pushpull.pages.bank_json import browser_files
from pushpull.rules.check import open_bank
from site_server import serve

LARGE = 1000
SAMPLE = ROOT / "assessment" / "samples" / "e-bike-motors.json"
LIGHTHOUSE_PAGES = ("", "assessment/quick/", "results/", "playbook/the-shift/")
LIGHTHOUSE_RUNS = 3  # one alone may fall together with other work of the machine
LIGHTHOUSE_LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

NAMED = """all => all.map(({ name, value }) => `input[name="${name}"][value="${value}"]`)"""
# What one change takes until the script is through, and until the next frame is on the screen.
CHANGE = """async ([selector, value]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  if (value === null) control.click();
  else { control.value = value; control.dispatchEvent(new Event('change', { bubbles: true })); }
  const through = performance.now() - start;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return [through, performance.now() - start];
}"""


def rows(site: Path | None) -> list[list[str]]:
    """What was waited for, and for how long."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = site or build_site(Path(temporary) / "site")
        large = large_bank(Path(temporary) / "bank")
        with serve(folder, gzipped=True) as url, sync_playwright() as playwright:
            browser = started(playwright)
            found = list(changes(browser, url, large))
            browser.close()
            return [*found, *lighthouse(url, str(find_chromium(Path(playwright.chromium.executable_path))))]


def arrivals(site: Path | None, beside: Path | None) -> list[list[str]]:
    """How pages arrive on the slow phone at somebody new, and the result at somebody who has answered."""
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack, sync_playwright() as playwright:
        folders = [site or build_site(Path(temporary) / "site"), *filter(None, [beside])]
        urls = [stack.enter_context(serve(each, gzipped=True)) for each in folders]
        browser = started(playwright)
        found = list(arrival.rows(urls, lambda url, path: visitor(browser, url, answered=path == "results/")))
        browser.close()
    return found


def started(playwright: Playwright) -> Browser:
    """The Chromium that the tests use."""
    path = find_chromium(Path(playwright.chromium.executable_path))
    return playwright.chromium.launch(executable_path=path, args=launch_args())


def changes(browser: Browser, url: str, large: dict[str, str]) -> Iterator[list[str]]:
    """Milliseconds that the script takes for one change, and until it is on the screen."""
    for slower in (1, SLOWER):
        where = "" if slower == 1 else ", slow phone"
        with visitor(browser, url, answered=False) as page:
            page.goto(url + "assessment/leadership/", wait_until="networkidle")
            slow_down(page, slower)
            answers = page.locator(".pp-answer input").evaluate_all(NAMED)
            yield timed(f"answer saved and shown{where}", 16, page, [(each, None) for each in answers[:15]])
        with visitor(browser, url, answered=True) as page:
            page.goto(url + "results/", wait_until="networkidle")
            yield tried(f"what-if, 36 practices{where}", page, slower)
    with visitor(browser, url, answered=False) as page:
        for name, text in large.items():
            page.route(f"**/{name}", reply(text))
        remember(page, url, everything(json.loads(large["bank.json"])))
        page.goto(url + "results/", wait_until="networkidle")
        yield tried(f"what-if, {LARGE:,} practices", page, 1)


def tried(name: str, page: Page, slower: int) -> list[str]:
    """A row for answers changed one after another while trying things out."""
    page.locator("[data-try]").click()
    page.locator('details[data-key^="ladders-"] > summary').first.click()
    slow_down(page, slower)
    control = '[data-key^="try-"]'
    page.locator(control).first.wait_for(state="attached")  # what the fold holds is loaded first
    return timed(name, 100, page, [(control, str(value)) for value in (0, 1, 2, 3, 4, 3, 2, 1, 0)])


def timed(name: str, most: int, page: Page, deeds: list[tuple[str, str | None]]) -> list[str]:
    """A row for these changes: medians, beside the budget for the script's part."""
    times = [page.evaluate(CHANGE, list(deed)) for deed in deeds]
    through, seen = (statistics.median(pair[kind] for pair in times) for kind in (0, 1))
    verdict = "" if "slow" in name else "ok" if through < most else "over"
    return [f"{name}: script, seen", f"{through:.0f} ms, {seen:.0f} ms", f"{most} ms", verdict]


def lighthouse(url: str, chromium: str) -> Iterator[list[str]]:
    """Its scores for a phone, the median of some runs, where the command is there."""
    command = shutil.which("lighthouse")
    if command is None:
        yield ["Lighthouse", "not on PATH", "", ""]
        return
    for path in LIGHTHOUSE_PAGES:
        runs = [lighthouse_scores(command, url + path, chromium) for _ in range(LIGHTHOUSE_RUNS)]
        for kind, least in LIGHTHOUSE_LEAST.items():
            score = statistics.median(run[kind] for run in runs)
            verdict = "ok" if score >= least else "under"
            yield [f"Lighthouse, {path or '(home)'}, {kind}", f"{score:.0f}", f"{least} or more", verdict]


def lighthouse_scores(command: str, address: str, chromium: str) -> dict[str, float]:
    """The scores of one run by category, 0 to 100; all 0 where it failed."""
    flags = " ".join(["--headless=new", *launch_args()])
    options = [f"--only-categories={','.join(LIGHTHOUSE_LEAST)}", "--output=json", "--quiet", f"--chrome-flags={flags}"]
    run = subprocess.run(
        [command, address, *options], capture_output=True, text=True, check=False, env=chrome(chromium)
    )
    if run.returncode:
        return dict.fromkeys(LIGHTHOUSE_LEAST, 0.0)
    return {kind: 100 * each["score"] for kind, each in json.loads(run.stdout)["categories"].items()}


def chrome(path: str) -> dict[str, str]:
    """The environment in which Lighthouse finds the same Chromium."""
    return {**os.environ, "CHROME_PATH": path}


@contextmanager
def visitor(browser: Browser, url: str, *, answered: bool) -> Iterator[Page]:
    """A page of a new visitor; one who has answered has the answers of a sample."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True
    )
    page = context.new_page()
    if answered:
        remember(page, url, SAMPLE.read_text(encoding="utf-8"))
    yield page
    context.close()


def remember(page: Page, url: str, response: str) -> None:
    """Store this response in a browser that has loaded no file of the site yet."""
    key = f"push-to-pull:{urlsplit(url).path}:{json.loads(response)['bank']['id']}"
    page.route("**/nothing", reply("<title>nothing</title>", "text/html"))
    page.goto(url + "nothing")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, response])


def reply(text: str, kind: str = "application/json") -> Callable[[Route], None]:
    """Answers a request with this text."""
    return lambda route: route.fulfill(body=text, content_type=kind)


def large_bank(folder: Path) -> dict[str, str]:
    """What the browser is given of a bank of a thousand practices, by file."""
    write_bank(folder, LARGE)
    return browser_files(open_bank(folder))


def everything(bank: dict[str, Any]) -> str:
    """A response that answers every question of the bank."""
    answers = {each["id"]: {"value": n * 7 % len(bank["levels"])} for n, each in enumerate(bank["practices"])}
    whole = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return json.dumps(
        {**whole, "bank": {"id": bank["id"], "version": bank["bankVersion"]}, "answers": answers, "targets": {}}
    )
