"""Fixtures shared by all tests: the built site, a browser that tolerates no fault, Node and axe.

Workers of one run (`pytest -n`) share what is built; each has one browser, and in it one context for `page`.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from axe import violations
from faults import Faults
from filelock import FileLock
from one_page import OnePage
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright, expect

from chromium import ChromiumMissingError, find_chromium, launch_args
from node import node
from site_server import SUB_PATH, serve

ROOT = Path(__file__).resolve().parent.parent
# Each test begins with an empty store: a worker would fetch half the site for it. test_offline.py has its own.
NO_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker"
BLANK = "<!doctype html><link rel=icon href=data:,>"
# Else each page starts a process, and a visit is a third more work.
ONE_PROCESS = "--renderer-process-limit=1"
# A request to another host fails, which is noted: to hear of each request that a page makes would be a tenth more work.
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"

# A claim that fails may take its time; one that holds is not to fail because the machine is busy.
expect.set_options(timeout=30_000)

BuildOnce: TypeAlias = Callable[[str, Callable[[Path], None]], Path]


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a worker that drives a browser waits now and then."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def node_path() -> Path:
    """A Node executable."""
    return node()


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """A function that gives the folder of this name, filled by whichever worker asks for it first."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def once(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                folder.mkdir(exist_ok=True)
                fill(folder)
                done.touch()
        return folder

    return once


@pytest.fixture(scope="session")
def site_dir(build_once: BuildOnce) -> Path:
    """The folder of the real site, built strictly."""
    return build_once("built", build_site) / "site"


def build_site(folder: Path) -> None:
    """Build the real site into `site` below the folder, or fail the test."""
    # Never --quiet here: it makes --strict pass over broken links (mkdocs#4126).
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    # The 404 page, alone of all, holds addresses from the root of the host.
    settings = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"https://site.example{SUB_PATH}"}
    build = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    if build.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{build.stdout}{build.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the built site, under a sub-path and with a slash at its end."""
    with serve(site_dir, kept=600) as url:
        yield url


@pytest.fixture(scope="session")
def base_url(site_url: str) -> str:
    """What page.goto("results/") is relative to; a leading slash would leave the sub-path."""
    return site_url


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright, browser_name: str
) -> dict[str, Any]:
    """pytest-playwright's launch options, with a Chromium that exists on this machine."""
    if browser_name != "chromium" or "channel" in browser_type_launch_args:
        return browser_type_launch_args
    try:
        headed = browser_type_launch_args.get("headless") is False
        path = find_chromium(Path(playwright.chromium.executable_path), headed=headed)
    except ChromiumMissingError as error:
        pytest.fail(str(error), pytrace=False)
    return browser_type_launch_args | {
        "executable_path": path,
        "args": [*launch_args(), "--disable-gpu", ONE_PROCESS, NO_OTHER_HOST],
    }


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What went wrong in the pages of this test; anything not expected fails it."""
    found = Faults()
    yield found
    if found.unexpected:
        pytest.fail("the pages had faults:\n" + "\n".join(found.unexpected), pytrace=False)


@pytest.fixture
def new_context(faults: Faults, new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """pytest-playwright's maker of contexts, for what `context` is not made for. All are watched for faults."""

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.add_init_script(NO_SERVICE_WORKER)
        faults.watch(context)
        return context

    return watched


@pytest.fixture(scope="session")
def browser_of_processes(
    launch_browser: Callable[..., Browser], browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """A browser in which each page has a process of its own, as tabs have that people open."""
    args = browser_type_launch_args.get("args", [])
    browser = launch_browser(args=[flag for flag in args if flag != ONE_PROCESS])
    yield browser
    browser.close()


class Shared(NamedTuple):
    """The context of all tests of a worker, and what is set up in it once."""

    context: BrowserContext
    heard: Faults
    store: CDPSession
    page: OnePage


@pytest.fixture(scope="session")
def shared(browser: Browser, browser_context_args: dict[str, Any], site_url: str) -> Shared:
    """The context of all tests of a worker, with one page that stays open, and the process of all with it."""
    context = browser.new_context(**browser_context_args)
    context.add_init_script(NO_SERVICE_WORKER)
    heard = Faults()
    heard.watch(context)
    stays = context.new_page()
    with stays.route(site_url, lambda route: route.fulfill(body=BLANK, content_type="text/html")):
        stays.goto(site_url)
    return Shared(context, heard, context.new_cdp_session(stays), OnePage(context, site_url))


def alone(request: pytest.FixtureRequest) -> bool:
    """Whether the test has a context for itself."""
    return request.node.get_closest_marker("tabs") is not None


def recorded(request: pytest.FixtureRequest) -> bool:
    """Whether something is kept of each test, which is only to be had of whole contexts."""
    return any(request.config.getoption(option) != "off" for option in ("--tracing", "--video", "--screenshot"))


@pytest.fixture
def context(request: pytest.FixtureRequest, faults: Faults) -> Iterator[BrowserContext]:
    """A context that holds nothing yet, and `page` is a page of it. It is shared: it is emptied after each test.

    What cannot be taken back (a clock, a script for every page, a setting of the browser) wants `new_context`.
    A test marked `tabs` has one for itself, whose pages are in different processes.
    """
    if alone(request):
        browser = request.getfixturevalue("browser_of_processes")
        own = browser.new_context(**request.getfixturevalue("browser_context_args"))
        own.add_init_script(NO_SERVICE_WORKER)
        faults.watch(own)
        yield own
        own.close()
        return
    if recorded(request):
        yield request.getfixturevalue("new_context")()
        return
    shared: Shared = request.getfixturevalue("shared")
    shared.heard.seen = faults.seen
    yield shared.context
    shared.page.forget()
    for page in shared.context.pages[1:]:
        if page is not shared.page.kept:
            page.close()
    shared.heard.seen = []
    shared.page.leave()
    shared.context.unroute_all()
    shared.store.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})


@pytest.fixture
def page(request: pytest.FixtureRequest, context: BrowserContext) -> Page:
    """A page of `context` that shows nothing yet: of the shared one always the same, as long as nothing lasts on it."""
    if alone(request) or recorded(request):
        return context.new_page()
    shared: Shared = request.getfixturevalue("shared")
    return shared.page.give()


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """A function of a page that gives axe's violations, one line each; [] when there is none."""
    return violations
