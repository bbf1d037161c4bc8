"""Measures first loads: what a browser asks for on each page, as bytes after gzip, by kind."""

import gzip
import json
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Response, sync_playwright

from bench.build import run
from chromium import find_chromium, launch_args
from site_server import serve

KINDS = ("HTML", "own CSS", "own JS", "theme CSS", "theme JS", "search", "JSON", "fonts and images")
OWN = ("own CSS", "own JS")
EXAMPLE = "[data-act=example]"
COMPRESSED_ALREADY = {".woff2", ".woff", ".png", ".jpg", ".webp", ".gif"}
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
}"""


@dataclass(frozen=True)
class Load:
    """What the first load of one page asked for: bytes by kind, and requests to other hosts."""

    path: str
    bytes_by_kind: Counter[str]
    requests: int
    foreign: list[str]

    @property
    def own(self) -> int:
        """Bytes of the project's own scripts and styles."""
        return sum(self.bytes_by_kind[kind] for kind in OWN)


def measure(site: Path | None) -> tuple[list[list[str]], list[list[str]]]:
    """The rows of two tables: bytes by kind of each page, and each budget beside what was measured."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = site or build_site(Path(temporary) / "site")
        plain = plain_site(Path(temporary))
        bank = json.loads((folder / "bank.json").read_text())
        question = f"assessment/{bank['dimensions'][0]['id']}/"
        sheets = [f"worksheets/{worksheet['id']}/" for worksheet in bank["worksheets"]]
        with serve(folder) as url, serve(plain) as plain_url, sync_playwright() as playwright:
            path = find_chromium(Path(playwright.chromium.executable_path))
            browser = playwright.chromium.launch(executable_path=path, args=launch_args())
            home, quick, asked, listed = (
                load(browser.new_context(service_workers="block"), url, page)
                for page in ("", "assessment/quick/", question, "worksheets/")
            )
            filled = [load(browser.new_context(service_workers="block"), url, page, EXAMPLE) for page in sheets]
            sheet = max(filled, key=lambda each: each.bytes_by_kind["own JS"])
            answered = browser.new_context(service_workers="block")
            answer_all(answered, url + "assessment/quick/")
            results = load(answered, url, "results/")
            bare = load(browser.new_context(service_workers="block"), plain_url, "")
            kept = kept_at_first(browser.new_context(), url)
            browser.close()
    bare, kept = replace(bare, path="(plain Material)"), replace(kept, path="(kept for offline)")
    rows = [row(page) for page in (home, quick, asked, sheet, results, bare, kept)]
    limits = [("whole first load, (home)", home.bytes_by_kind.total(), 60)]
    limits.append(("kept for offline, first visit", kept.bytes_by_kind.total(), 200))
    own = sheet.bytes_by_kind["own JS"] - listed.bytes_by_kind["own JS"]  # beside what every page has
    limits.append((f"JS of a filled worksheet itself, {sheet.path}", own, 14))
    limits.append(("pictures among them", kept.bytes_by_kind["fonts and images"], 1))  # the logo, drawn in text
    return rows, [*budgets([quick, asked], results), *map(budget, limits)]


def build_site(folder: Path) -> Path:
    """The folder with the real site in it, freshly built."""
    run(["-m", "mkdocs", "build", "--site-dir", str(folder)])
    return folder


def plain_site(folder: Path) -> Path:
    """The folder with a site of one short page, as the theme alone makes it."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# A page\n\nOne line.\n", encoding="utf-8")
    settings = {"site_name": "Plain", "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML too
    run(["-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml"), "--site-dir", str(folder / "plain")])
    return folder / "plain"


def load(context: BrowserContext, url: str, path: str, pressed: str | None = None) -> Load:
    """What the page asks for when nothing is cached, and what it asks for once a button is pressed."""
    page = context.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - a built-in is refused
    page.goto(url + path, wait_until="networkidle")
    if pressed:
        page.locator(pressed).click()
        page.wait_for_load_state("networkidle")
        page.locator(".pp-drawn > svg").wait_for()
    ours = [response for response in responses if response.url.startswith(url) and response.ok]
    foreign = [response.url for response in responses if not response.url.startswith((url, "data:", "blob:"))]
    sizes: Counter[str] = Counter()
    for response in ours:
        sizes[kind(urlsplit(response.url).path)] += size(response)
    page.close()
    return Load(path or "(home)", sizes, len(ours), foreign)


def kept_at_first(context: BrowserContext, url: str) -> Load:
    """What the service worker has kept after one visit to the front page."""
    page = context.new_page()
    page.goto(url)
    addresses: list[str] = page.evaluate(KEPT)
    sizes: Counter[str] = Counter()
    for address in addresses:
        path = urlsplit(address).path
        sizes[kind(path)] += gzipped(path, page.request.get(address).body())
    page.close()
    return Load("", sizes, len(addresses), [])


def kind(path: str) -> str:
    """Return which of KINDS a file belongs to, by its path."""
    suffix = Path(path).suffix
    if path.endswith("/search/search_index.json") or "/javascripts/workers/search." in path:
        return "search"
    if path.endswith("/") or suffix == ".html":
        return "HTML"
    theme = "/assets/javascripts/" in path or "/assets/stylesheets/" in path
    named = {".css": "CSS", ".js": "JS", ".mjs": "JS"}
    if suffix in named:
        return f"{'theme' if theme else 'own'} {named[suffix]}"
    return "JSON" if suffix == ".json" else "fonts and images"


def size(response: Response) -> int:
    """Bytes as a good host would send them: gzip at its best, except for what is compressed already."""
    return gzipped(urlsplit(response.url).path, response.body())


def gzipped(path: str, body: bytes) -> int:
    """Bytes of the body after gzip, unless the path is of a kind that is compressed already."""
    return len(body) if Path(path).suffix in COMPRESSED_ALREADY else len(gzip.compress(body, 9))


def answer_all(context: BrowserContext, url: str) -> None:
    """Choose the first answer of every question on the page, so that results have something to show."""
    page: Page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate(
        """() => {
            for (const group of document.querySelectorAll('fieldset'))
                group.querySelector('input[type=radio]')?.click()
        }"""
    )
    page.goto(url, wait_until="networkidle")  # leaving the page makes it save what it may have held back
    page.close()


def row(page: Load) -> list[str]:
    """The page's bytes by kind, in kB of 1,000 bytes."""
    sizes = [f"{page.bytes_by_kind[kind] / 1000:.1f}" for kind in KINDS]
    return [page.path, *sizes, f"{page.bytes_by_kind.total() / 1000:.1f}", str(page.requests)]


def budgets(questions: list[Load], results: Load) -> list[list[str]]:
    """Each budget, what was measured, and whether that is within it."""
    limits = [(f"own JS and CSS, {page.path}", page.own, 14) for page in questions]
    limits.append((f"own JS and CSS, {results.path}", results.own, 32))
    limits += [(f"whole first load, {page.path}", page.bytes_by_kind.total(), 60) for page in questions]
    limits += [
        (f"search index and worker before use, {page.path}", page.bytes_by_kind["search"], 0) for page in questions
    ]
    foreign = sum(len(page.foreign) for page in [*questions, results])
    return [*map(budget, limits), ["requests to other hosts", str(foreign), "0", verdict(foreign, 0)]]


def budget(limit: tuple[str, int, int]) -> list[str]:
    """The row of one budget: its name, kB found, kB allowed, and whether that is within it."""
    name, found, most = limit
    return [name, f"{found / 1000:.1f}", str(most), verdict(found, most * 1000)]


def verdict(found: float, most: float) -> str:
    """The word for being within a budget or not."""
    return "ok" if found <= most else "over"
