"""The same journey on the site as each generator makes it: from the front page to a plan, and on without network."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from axe import violations
from faults import Faults
from playwright.sync_api import Browser, Page, expect
from projects import ROOT, build, python
from visitor import choose, complete, settled, visit

from site_server import SUB_PATH, serve

BuildOnce = Callable[[str, Callable[[Path], None]], Path]
ADDRESS = f"https://site.example{SUB_PATH}"
ZENSICAL = shutil.which("zensical")


def properdocs(folder: Path) -> None:
    """Build with a fork of MkDocs, which runs the hook as MkDocs does."""
    run = build(ROOT / "mkdocs.yml", folder / "site", "properdocs", SITE_URL=ADDRESS)
    assert run.returncode == 0, run.stderr


def zensical(folder: Path) -> None:
    """Build with a generator that runs no hook, from rendered files, and finish what it made."""
    run = python("-m", "pushpull", "render", "--to", str(folder / "tree"))
    assert run.returncode == 0, run.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        run = subprocess.run([str(ZENSICAL), "build"], cwd=folder / "tree", capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    run = python("-m", "pushpull", "finish", str(folder / "tree" / "site"), SITE_URL=ADDRESS)
    assert run.returncode == 0, run.stderr
    (folder / "tree" / "site").rename(folder / "site")


GENERATORS = {
    "MkDocs": (None, True),
    "ProperDocs": (properdocs, find_spec("properdocs") is not None),
    "Zensical": (zensical, ZENSICAL is not None),
}


@pytest.fixture(params=GENERATORS)
def site(request: pytest.FixtureRequest, build_once: BuildOnce) -> Iterator[tuple[Path, str]]:
    """The site of one generator, and its address."""
    fill, is_here = GENERATORS[request.param]
    if not is_here:
        pytest.skip(f"{request.param} is not on this machine")
    folder = build_once(request.param, fill) / "site" if fill else request.getfixturevalue("site_dir")
    with serve(folder) as url:
        yield folder, url


@pytest.fixture
def reader(browser: Browser, site: tuple[Path, str], faults: Faults) -> Iterator[Page]:
    """A browser in which the service worker is allowed; any fault of a page fails the test, a broken policy too."""
    context = browser.new_context(base_url=site[1], service_workers="allow")
    faults.watch(context)
    yield context.new_page()
    context.close()


def test_the_site_leads_to_a_plan_is_searched_and_works_without_network(reader: Page, site: tuple[Path, str]) -> None:
    visit(reader, "")
    expect(reader.locator("h1")).to_be_in_viewport()
    assert violations(reader) == []
    reader.locator("[data-door=quick]").click()
    settled(reader)
    assert violations(reader) == []
    names = reader.evaluate(
        "[...new Set([...document.querySelectorAll('.pp-answers input')].map((each) => each.name))]"
    )
    for practice in names[:3]:
        choose(reader, practice, 1)
    visit(reader, "results/")
    expect(reader.locator("[data-part=headline]")).not_to_be_empty()
    expect(reader.locator(".pp-play").first).to_contain_text("you answered")
    assert violations(complete(reader)) == []

    visit(reader, "playbook/")
    assert violations(reader) == []
    reader.locator(".md-search__button, .md-search__input").first.click()
    reader.keyboard.type("newsletter")
    found = reader.locator('a[href*="/usefulness/invited-contact/?h=newsletter"]').first
    expect(found).to_be_visible()

    reader.evaluate("navigator.serviceWorker.ready.then(() => true)")
    reader.reload()
    reader.context.set_offline(True)
    visit(reader, "assessment/quick/")
    expect(reader.locator(f"input[name={names[0]}][value='1']")).to_be_checked()
    visit(reader, "method/sources/")
    expect(reader.locator("h1")).to_have_text("You are offline")


def test_every_page_is_there_with_a_policy_and_what_its_content_names(site: tuple[Path, str], site_dir: Path) -> None:
    pages = {path.relative_to(site[0]): path.read_text(encoding="utf-8") for path in site[0].rglob("*.html")}
    assert {path.relative_to(site_dir) for path in site_dir.rglob("*.html")} == set(pages)
    assert [path for path, html in pages.items() if html.count('http-equiv="Content-Security-Policy"') != 1] == []
    assert [path for path, html in pages.items() if re.search(r'="[^">]*assets/app/', html)] == []
    for name in ("sw.js", "_headers", "llms.txt", "bank.json"):
        assert (site[0] / name).is_file(), name
    assert (site_dir / "llms.txt").read_bytes() == (site[0] / "llms.txt").read_bytes()
