import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from banks import FIXTURES, SMALL, changed_bank
from html_text import Element, read
from projects import SMALL_DOCS, build, python, settings

from pushpull.publish.folder_lock import hold
from serve import HOST

# What breaks the small bank in three of its files.
BROKEN: dict[str, dict[str, Any]] = {
    "edit": {
        "practices/lending/loan-book.yml": {"weight: 1.5": "weight: 9"},
        "practices/care/first-lesson.yml": {"title:": "tilte:"},
    },
    "add": {"plays/one-list.yml": "id: [\n"},
}
PUBLISHED = "https://tools.example/a/b/"
GIVE_UP_SECONDS = 120
unix = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be held there, nor a file be limited")


@dataclass(frozen=True)
class Built:
    """A site of the small bank, with names that mean something in HTML."""

    site: Path
    log: str

    def page(self, uri: str) -> Element:
        """A page of it as elements."""
        return read((self.site / uri / "index.html").read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small bank with docs of its own, built strictly by settings that change bank, docs and navigation alone."""
    folder = tmp_path_factory.mktemp("host")
    odd = {
        "edit": {
            "model.yml": {'name: "Lending"': """name: 'R&D <b> "x"'"""},
            "practices/lending/loan-book.yml": {"Writing loans down": "Loans & </title><b>books"},
        }
    }
    config = settings(folder, bank=changed_bank(folder, odd))
    own = json.loads(config.read_text(encoding="utf-8"))
    own["extra_javascript"] = ["ours.js", {"path": "late.js", "async": True}]
    config.write_text(json.dumps(own), encoding="utf-8")
    run = build(config, folder / "site", EDIT_URI="https://forge.example/edit/main/docs/", SITE_URL=PUBLISHED)
    assert 0 == run.returncode, run.stderr
    return Built(folder / "site", run.stderr)


def test_another_bank_with_its_own_docs_builds_strictly(built: Built) -> None:
    assert "The village tool library" in built.page("").one("h1").text
    assert ["Question 1 of 2", "Question 2 of 2"] == [
        each.text for each in built.page("assessment/quick").classed("pp-question__number")
    ]
    assert "WARNING" not in built.log


def test_another_site_has_scripts_and_styles_without_copying_them(built: Built) -> None:
    page = built.page("")
    [script] = [each.attributes["src"] for each in page.all("script", type="module")]
    styles = [each.attributes["href"] for each in page.all("link", rel="stylesheet")]
    assert (built.site / script).is_file()
    ours = [style for style in styles if "assets/app" in style]
    assert ["app.css", "reading.css"] == [Path(style).name for style in ours]
    assert all((built.site / style).is_file() for style in ours)


def test_a_host_s_own_scripts_come_after_ours(built: Built) -> None:
    found = [each.attributes for each in built.page("").all("script") if "src" in each.attributes]
    assert ["main.mjs", "bundle", "ours.js", "late.js"] == [
        Path(each["src"]).name.removesuffix(".min.js").split(".a")[0] for each in found
    ]
    assert [None, "load", "load", None] == [each.get("data-late") for each in found]


def test_an_empty_section_is_not_in_the_menu(built: Built) -> None:
    assert "Assessment" in built.page("").one("header").text + built.page("").classed("md-nav--primary")[0].text
    assert "Worksheets" not in built.page("").classed("md-nav--primary")[0].text


def test_odd_names_show_letter_for_letter_around_the_page(built: Built) -> None:
    page = built.page("playbook/lending")
    assert 'R&D <b> "x" - Push to Pull' == page.one("title").text
    menu = [link.text for nav in page.classed("md-nav--primary") for link in nav.all("a")]
    assert 'R&D <b> "x"' in menu
    practice = built.page("playbook/lending/loan-book")
    assert "Loans & < /title><b>books - Push to Pull" == practice.one("title").text
    assert [] == practice.all("b")


def test_the_way_up_is_data_that_no_name_can_break_out_of(built: Built) -> None:
    def way_up(uri: str) -> list[tuple[str, str]]:
        html = (built.site / uri / "index.html").read_text(encoding="utf-8")
        [data] = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', html)
        found = json.loads(data)
        assert "BreadcrumbList" == found["@type"]
        steps = found["itemListElement"]
        assert [*range(1, len(steps) + 1)] == [each["position"] for each in steps]
        return [(each["name"], each["item"].removeprefix(PUBLISHED)) for each in steps]

    above = [("Playbook", "playbook/"), ('R&D <b> "x"', "playbook/lending/")]
    assert above == way_up("playbook/lending")
    practice = ("Loans & < /title><b>books", "playbook/lending/loan-book/")
    assert [*above, practice] == way_up("playbook/lending/loan-book")


def test_every_address_in_the_list_for_language_models_leads_to_a_file(built: Built) -> None:
    text = (built.site / "llms.txt").read_text(encoding="utf-8")
    addresses = [address.removeprefix(PUBLISHED) for address in re.findall(r"^- \[.*\]\((.*?)\)", text, re.MULTILINE)]
    assert "playbook/lending/loan-book/index.md" in addresses
    assert [] == [each for each in addresses if not (built.site / each.removesuffix("index.md")).is_dir()]
    assert [] == [each for each in addresses if each.endswith(".md") and not (built.site / each).is_file()]
    others = "".join((built.site / name).read_text(encoding="utf-8") for name in ("sitemap.xml", "sw.js"))
    assert ".md" not in others
    assert "llms.txt" not in others


def test_a_site_that_knows_no_address_has_no_way_up_as_data(tmp_path: Path) -> None:
    run = build(settings(tmp_path), tmp_path / "site", SITE_URL="")
    assert 0 == run.returncode, run.stderr
    assert [] == [path for path in (tmp_path / "site").rglob("*.html") if "ld+json" in path.read_text(encoding="utf-8")]
    assert not (tmp_path / "site" / "llms.txt").exists()


def test_an_edit_link_names_the_file_of_the_bank(built: Built) -> None:
    links = [each.attributes["href"] for each in built.page("playbook/lending/loan-book").all("a", rel="edit")]
    [link] = links
    assert link.startswith("https://forge.example/edit/main/docs/../")
    assert link.endswith("/bank/practices/lending/loan-book.yml")


def test_a_page_written_by_hand_keeps_its_own_edit_link(built: Built) -> None:
    links = [each.attributes["href"] for each in built.page("about/how").all("a", rel="edit")]
    assert ["https://forge.example/edit/main/docs/about/how.md"] == links


def test_advice_on_style_is_shown_in_a_strict_build_and_stops_nothing(tmp_path: Path) -> None:
    bank, docs = FIXTURES / "weighted_bank", FIXTURES / "bare_docs"
    run = build(settings(tmp_path, bank, docs, menu_of=(bank, docs)), tmp_path / "site")
    assert run.returncode == 0, run.stderr
    assert "practices/pipes/leaks.yml:4:9: a weight must lie between 0.5 and 2, but found 3" in run.stderr
    assert "[house style: weights-stay-close]" in run.stderr


def test_a_broken_bank_stops_the_build_with_the_report_of_the_check(tmp_path: Path) -> None:
    bank = changed_bank(tmp_path, BROKEN)
    run = build(settings(tmp_path, bank=bank), tmp_path / "site")
    check = python("-m", "pushpull", "check", "--bank", str(bank))
    assert (1, 1) == (run.returncode, check.returncode)
    report = check.stderr.strip()
    assert re.search(r"^\d+ problems in the bank\b", report, re.MULTILINE)
    assert all(path in report for paths in BROKEN.values() for path in paths)
    assert report in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert not (tmp_path / "site").exists()


def test_broken_pages_stop_the_build_all_at_once(tmp_path: Path) -> None:
    docs = Path(shutil.copytree(SMALL_DOCS, tmp_path / "docs"))
    for page in ("index.md", "about/how.md", "chapters/care.md"):
        (docs / page).write_text("# Page\n\n[x](play:gone)\n", encoding="utf-8")
    run = build(settings(tmp_path, docs=docs), tmp_path / "site")
    assert 1 == run.returncode
    told = 'a link by id must lead somewhere, but there is no play "gone": correct or remove it'
    for page in ("index.md", "about/how.md", "chapters/care.md"):
        assert f"{docs / page}:3:5: {told}" in run.stdout
    assert run.stdout.endswith("3 problems in the pages.\n")
    assert "Traceback" not in run.stdout + run.stderr


def test_front_matter_that_names_no_file_of_ours_stops_the_build(tmp_path: Path) -> None:
    docs = Path(shutil.copytree(SMALL_DOCS, tmp_path / "docs"))
    (docs / "index.md").write_text("---\nstyles: [froms]\nmodules: [home]\n---\n\n# Home\n", encoding="utf-8")
    run = build(settings(tmp_path, docs=docs), tmp_path / "site")
    assert 1 == run.returncode
    must = "styles, modules and needs must name files of assets/app"
    assert f'index.md: {must}, but found "froms.css": correct it or take it out' in run.stderr
    assert "Traceback" not in run.stdout + run.stderr


def test_a_host_that_wants_no_work_without_network_gets_none(tmp_path: Path) -> None:
    config = settings(tmp_path)
    own = json.loads(config.read_text(encoding="utf-8"))
    own["extra"]["offline"] = False
    config.write_text(json.dumps(own), encoding="utf-8")
    run = build(config, tmp_path / "site")
    assert 0 == run.returncode, run.stderr
    assert "unregister" in (tmp_path / "site" / "sw.js").read_text(encoding="utf-8")
    assert not (tmp_path / "site" / "offline.html").exists()
    assert "push-to-pull:offline" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@unix
def test_two_builds_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with hold(tmp_path / "site"):
        (tmp_path / "site" / "index.html").write_text("half-way", encoding="utf-8")
        run = build(settings(tmp_path), tmp_path / "site")
    told = f"{tmp_path / 'site'} must be free, but another build is writing to it: wait for that one, or add --site-dir"
    assert 1 == run.returncode
    assert run.stdout.strip().startswith(told)
    assert "Traceback" not in run.stdout + run.stderr
    assert "half-way" == (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@unix
@pytest.mark.parametrize("trouble", ["full", "in the way"])
def test_what_the_system_refuses_is_told_in_a_line(trouble: str, tmp_path: Path) -> None:
    config = settings(tmp_path)
    if trouble == "in the way":
        (tmp_path / "site").write_text("", encoding="utf-8")
    # The largest file that may be written stands in for the space on a disk.
    limit = "ulimit -f 20; " if trouble == "full" else ""
    command = shlex.join([sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(tmp_path / "site")])
    run = subprocess.run(["/bin/sh", "-c", limit + command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert 1 == run.returncode
    assert re.fullmatch(rf"\n?(File too large|File exists): {tmp_path}/site\S*\n", run.stdout)
    assert "Traceback" not in run.stderr


# Served for real, in a copy of the project with the small bank.


@dataclass(frozen=True)
class Served:
    """A project that is being served, and the address of its site."""

    project: Path
    url: str
    server: subprocess.Popen[bytes]

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
    """`make serve` in a copy of what it needs; the process is ended by an interrupt, as a person would."""
    project = tmp_path_factory.mktemp("served")
    for name in ("hooks", "tools", "docs/assets"):
        shutil.copytree(root / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SMALL_DOCS, project / "docs", dirs_exist_ok=True)
    shutil.copyfile(root / "mkdocs.yml", project / "mkdocs.yml")
    shutil.copytree(SMALL, project / "assessment")
    with socket.create_server((HOST, 0)) as probe:  # the system gives each worker another
        port = probe.getsockname()[1]
    command = [sys.executable, str(project / "tools" / "serve.py"), "--port", str(port)]
    with (project / "log.txt").open("wb") as log:
        # A session of its own, so that the interrupt reaches the server and whatever it has started, and no one else.
        server = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            site = Served(project, f"http://{HOST}:{port}/", server)
            site.once("", lambda page: bool(page.all("h1")))
            yield site
        finally:
            os.killpg(server.pid, signal.SIGINT)
            assert 0 == server.wait(GIVE_UP_SECONDS)


PRACTICE = "assessment/practices/care/sharp-blades.yml"
PAGE = "playbook/care/sharp-blades/"


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
