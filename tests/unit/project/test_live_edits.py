"""Edits seen while the site is served for real, in a copy of the project with the small bank."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from banks import SMALL
from html_text import Element, read
from projects import SMALL_DOCS

from pushpull.pages.shown import Shown
from serve import HOST

GIVE_UP_SECONDS = 120
PRACTICE = "assessment/practices/care/sharp-blades.yml"
PAGE = "playbook/care/sharp-blades/"


@dataclass(frozen=True)
class Served:
    """A project that is being served, the address of its site, and the page it began with."""

    project: Path
    url: str
    server: subprocess.Popen[bytes]
    began: list[Element] = field(default_factory=list)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace `old`, which the file must hold once, by `new`."""
        path = self.project / name
        text = path.read_text(encoding="utf-8")
        assert 1 == text.count(old), f"{name} has {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def once(self, uri: str, holds: Callable[[Element], bool]) -> Element:
        """Return the page as soon as `holds` is true of it; fail when that takes far too long."""
        deadline = time.monotonic() + GIVE_UP_SECONDS
        page = Element("", {})
        while time.monotonic() < deadline and self.server.poll() is None:
            try:
                with urlopen(self.url + uri, timeout=GIVE_UP_SECONDS) as response:  # noqa: S310 our own server
                    page = read(response.read().decode())[0]
                if holds(page):
                    return page
            except (URLError, HTTPException, OSError):
                pass  # not up yet, or between two builds
            time.sleep(0.05)
        log = (self.project / "log.txt").read_text(encoding="utf-8", errors="replace")
        pytest.fail(f"{uri} did not become as expected; it says:\n{page.text[:2000]}\n{log[-4000:]}", pytrace=False)


def alerts(page: Element) -> str:
    """What the page says is wrong."""
    return " ".join(each.text for each in page.all("div", role="alert"))


@pytest.fixture(scope="module")
def served(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`make serve` in a copy of what it needs, begun with a fault that is then corrected, and ended by an interrupt."""
    project = tmp_path_factory.mktemp("served")
    for name in ("hooks", "tools", "docs/assets"):
        shutil.copytree(root / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SMALL_DOCS, project / "docs", dirs_exist_ok=True)
    shutil.copyfile(root / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(SMALL, project / "assessment")
    practice = project / PRACTICE
    practice.write_text(practice.read_text(encoding="utf-8").replace("rev:", "rve:"), encoding="utf-8")
    with socket.create_server((HOST, 0)) as probe:  # the system gives each worker another
        port = probe.getsockname()[1]
    command = [sys.executable, str(project / "tools" / "serve.py"), "--port", str(port)]
    with (project / "log.txt").open("wb") as log:
        # A session of its own, so that the interrupt reaches the server and whatever it has started, and no one else.
        server = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            site = Served(project, f"http://{HOST}:{port}/", server)
            site.began.append(site.once("", lambda page: bool(page.all("h1"))))
            site.change(PRACTICE, "rve:", "rev:")
            site.once(PAGE, lambda page: bool(page.all("h1")) and not alerts(page))
            yield site
        finally:
            os.killpg(server.pid, signal.SIGINT)
            assert 0 == server.wait(GIVE_UP_SECONDS)


def test_a_bank_that_is_faulty_from_the_start_is_served_as_one_page_of_faults(served: Served) -> None:
    [page] = served.began
    assert f"{PRACTICE}:" in alerts(page)
    assert "rve" in alerts(page)
    assert {link.attributes["href"].partition("#")[0] for link in page.all("a")} <= {"", ".", "./"}


def test_an_edit_of_a_practice_shows_on_its_page(served: Served) -> None:
    title = served.once(PAGE, lambda page: bool(page.all("h1"))).one("h1").text.removesuffix("¶").strip()
    served.change(PRACTICE, f'title: "{title}"', 'title: "Edges that cut"')
    assert "" == alerts(served.once(PAGE, lambda page: "Edges that cut" in page.one("h1").text))


def test_a_broken_bank_keeps_the_last_good_page_up_and_shows_its_faults(served: Served) -> None:
    before = served.once(PAGE, lambda page: bool(page.all("h1"))).one("h1").text
    served.change(PRACTICE, "title:", "tilte:")
    page = served.once(PAGE, lambda page: "tilte" in alerts(page))
    assert f"{PRACTICE}:" in alerts(page)
    assert "did you mean" in alerts(page)
    assert before == page.one("h1").text
    assert alerts(page) == alerts(served.once("", lambda page: bool(alerts(page))))
    served.change(PRACTICE, "tilte:", "title:")
    assert before == served.once(PAGE, lambda page: not alerts(page)).one("h1").text


def test_a_broken_page_keeps_its_last_good_state_and_shows_its_faults(served: Served) -> None:
    served.change("docs/index.md", "<!-- insert: doors -->", "<!-- insert: windows -->")
    page = served.once("", lambda page: "windows" in alerts(page))
    assert page.classed("pp-doors")
    served.change("docs/index.md", "<!-- insert: windows -->", "<!-- insert: doors -->")
    served.once("", lambda page: not alerts(page))


def test_an_edit_of_a_template_takes_effect_without_a_restart(served: Served) -> None:
    template = "hooks/pushpull/templates/playbook/practice.md.jinja"
    served.change(template, '{% import "macros.jinja"', '<p>Seen after an edit.</p>\n{% import "macros.jinja"')
    served.once(PAGE, lambda page: "Seen after an edit." in page.text)


def test_only_what_the_browser_does_not_have_has_changed() -> None:
    shown = Shown()
    assert shown.changed({"a": "1", "b": "1"}, "frame") == {"a", "b"}
    shown.keep()
    assert shown.changed({"a": "1", "b": "2", "c": "1"}, "frame") == {"b", "c"}


def test_what_a_failed_build_made_is_not_shown() -> None:
    shown = Shown()
    shown.changed({"a": "1"}, "frame")
    assert shown.changed({"a": "1"}, "frame") == {"a"}


def test_another_frame_changes_every_page() -> None:
    shown = Shown()
    shown.changed({"a": "1"}, "frame")
    shown.keep()
    assert shown.changed({"a": "1"}, "another") == {"a"}
