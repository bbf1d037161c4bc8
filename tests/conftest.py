"""Fixtures shared by all tests: the built site, a browser that tolerates no fault, Node and axe."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import violations
from faults import Faults
from playwright.sync_api import BrowserContext, Playwright

from chromium import ChromiumMissingError, find_chromium, launch_args
from node import node
from site_server import SUB_PATH, serve

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def node_path() -> Path:
    """A Node executable."""
    return node()


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built strictly."""
    folder = tmp_path_factory.mktemp("built") / "site"
    # Never --quiet here: it makes --strict pass over broken links (mkdocs#4126).
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    # The 404 page, alone of all, holds addresses from the root of the host.
    settings = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"https://site.example{SUB_PATH}"}
    build = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    if build.returncode:
        pytest.fail(f"mkdocs build --strict failed:\n{build.stdout}{build.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the built site, under a sub-path and with a slash at its end."""
    with serve(site_dir) as url:
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
        path = find_chromium(Path(playwright.chromium.executable_path))
    except ChromiumMissingError as error:
        pytest.fail(str(error), pytrace=False)
    return browser_type_launch_args | {"executable_path": path, "args": launch_args()}


@pytest.fixture
def faults() -> Iterator[Faults]:
    """What went wrong in the pages of this test; anything not expected fails it."""
    found = Faults()
    yield found
    if found.unexpected:
        pytest.fail("the pages had faults:\n" + "\n".join(found.unexpected), pytrace=False)


@pytest.fixture
def new_context(faults: Faults, new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """pytest-playwright's maker of contexts; `context` and `page` come from it too. All are watched."""

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        # Each test begins with an empty store: a worker would fetch half the site for it. test_offline.py has its own.
        context.add_init_script("delete Navigator.prototype.serviceWorker")
        faults.watch(context)
        return context

    return watched


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """A function of a page that gives axe's violations, one line each; [] when there is none."""
    return violations
