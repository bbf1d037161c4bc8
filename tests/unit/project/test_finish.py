"""What another generator built, finished by the command: the same files as the hook makes of what MkDocs builds."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from banks import SMALL, own_bank
from projects import ROOT, build, python

from pushpull.__main__ import main
from pushpull.generators.finish import finish_site
from pushpull.pages.bank_json import bank_json
from pushpull.problem import SiteError
from pushpull.publish.site import TEMPLATE
from site_server import SUB_PATH

BuildOnce = Callable[[str, Callable[[Path], None]], Path]
BANK, DOCS, SETTINGS = ROOT / "assessment", ROOT / "docs", ROOT / "mkdocs.yml"
IN_ANY_ORDER = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")  # that in which the pages were read
ADDRESS = f"https://site.example{SUB_PATH}"
FOLDERS = "set use_directory_urls to true, or leave it out, and build again"
RENDER = "build it from what `python -m pushpull render` writes, into an empty folder"


@pytest.fixture(scope="module")
def plain_site(build_once: BuildOnce) -> Path:
    """The real site, built strictly by MkDocs alone from what the command renders."""
    return build_once("way-out", build_plainly) / "site"


def build_plainly(folder: Path) -> None:
    rendering = python("-m", "pushpull", "render", "--to", str(folder / "tree"))
    assert 0 == rendering.returncode, rendering.stderr
    assert "hooks:" not in (folder / "tree" / "mkdocs.yml").read_text(encoding="utf-8")
    run = build(folder / "tree" / "mkdocs.yml", folder / "site", SITE_URL=ADDRESS)
    assert 0 == run.returncode, run.stderr


@pytest.fixture(scope="module")
def finished(plain_site: Path, build_once: BuildOnce) -> Path:
    """The same, finished in a copy."""

    def fill(folder: Path) -> None:
        finish(shutil.copytree(plain_site, folder / "site"))

    return build_once("finished", fill) / "site"


def finish(site: Path) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        return finish_site(site, own_bank(), BANK, DOCS, SETTINGS)


def files(site: Path) -> dict[str, bytes]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {uri: path.read_bytes() for uri, path in found.items()}


def test_a_site_built_without_the_hook_and_finished_is_the_one_that_the_hook_makes(
    site_dir: Path, finished: Path
) -> None:
    with_hook, without = files(site_dir), files(finished)
    assert sorted(with_hook) == sorted(without)
    other = [uri for uri in with_hook if with_hook[uri] != without[uri] and uri not in IN_ANY_ORDER]
    assert [] == other
    ours, theirs = (json.loads(each["search/search_index.json"]) for each in (with_hook, without))
    assert index(ours) == index(theirs)
    assert sorted(with_hook["sitemap.xml"].split()) == sorted(without["sitemap.xml"].split())


def index(found: dict[str, Any]) -> dict[str, Any]:
    return found | {"docs": sorted(found["docs"], key=lambda entry: entry["location"])}


def test_to_finish_a_site_twice_changes_nothing(finished: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(finished)
    assert 0 == finish(finished)
    assert before == files(finished)
    assert 0 == main(["finish", str(finished), "--bank", str(BANK), "--docs", str(DOCS), "--config", str(SETTINGS)])
    assert (
        f"{finished} is finished already: to change it, build it again and then finish it.\n" == capsys.readouterr().out
    )


# What is no site that can be finished: nothing is changed, and what must hold is told with what was found.

CANONICAL = f'<link rel="canonical" href="{ADDRESS}">'
PAGE = f'<html><head><meta charset="utf-8">{CANONICAL}<title>A</title></head><body></body></html>'
AS_BUILT = f"and mkdocs.yml says {ADDRESS}: set SITE_URL, or site_url, as it was in the build"
SOUND = {"index.html": PAGE, "404.html": PAGE, "bank.json": bank_json(own_bank()), "assets/app/main.mjs": ""}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "SITE must be a built site, with an index.html, but there is no such folder: build it first, or name it"),
        ({"a.txt": ""}, "SITE must be a built site, with an index.html, but there is none: build it first, or name it"),
        (
            SOUND | {"results.html": PAGE},
            f"SITE must have a folder for each page, but its result is a file, results.html: {FOLDERS}",
        ),
        (
            SOUND | {"bank.json": "{}"},
            f"SITE must be built from this bank, but its bank.json is another: name the bank by --bank, or {RENDER}",
        ),
        (
            {"index.html": PAGE},
            f"SITE must be built from this bank, but it has no bank.json: name the bank by --bank, or {RENDER}",
        ),
        (
            SOUND | {"assets/app-12345678/main.mjs": ""},
            f"SITE must hold assets/app as one build wrote it, but it holds app-12345678 beside it: {RENDER}",
        ),
        (
            {name: text for name, text in SOUND.items() if "main" not in name},
            f"SITE must hold assets/app as one build wrote it, but it is not there: {RENDER}",
        ),
        (
            SOUND | {"index.html": PAGE.replace(ADDRESS, "https://other.example/")},
            f"SITE must be finished for the address it was built for, but that is https://other.example/, {AS_BUILT}",
        ),
        (
            SOUND,
            f"404.html must be made from our template, but it is not: {TEMPLATE}",
        ),
    ],
)
def test_what_is_no_such_site_is_left_as_it_is(given: dict[str, str], told: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    for uri, text in given.items():
        (site / uri).parent.mkdir(parents=True, exist_ok=True)
        (site / uri).write_text(text, encoding="utf-8")
    before = files(site)
    with pytest.raises(SiteError) as error:
        finish(site)
    assert told == str(error.value).replace(str(site), "SITE").replace(str(SETTINGS), "mkdocs.yml")
    assert before == files(site)


def test_the_command_tells_it_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == main(["finish", str(tmp_path), "--bank", str(SMALL)])
    assert "must be a built site" in capsys.readouterr().err


def test_the_files_build_with_the_theme_that_the_page_for_hosts_names(plain_site: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "method" / "hosting.md").read_text(encoding="utf-8")
    [theme] = re.findall(r"`(theme: \{name: .*\})`", page)
    shutil.copytree(plain_site.parent / "tree", tmp_path / "tree")
    path = tmp_path / "tree" / "mkdocs.yml"
    text, found = re.subn(r"^theme:\n(?: .*\n)+", f"{theme}\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert found == 1
    path.write_text(text, encoding="utf-8")
    run = build(path, tmp_path / "site", SITE_URL=ADDRESS)
    assert 0 == run.returncode, run.stderr
    finish(tmp_path / "site")
    html = (tmp_path / "site" / "assessment" / "quick" / "index.html").read_text(encoding="utf-8")
    assert 'data-module="questionnaire/questionnaire"' in html
    assert "md-header" not in html
    assert "Content-Security-Policy" in html
    loading = re.findall(r"<(?:link|script)[^>]*>", html)
    assert [each for each in loading if "https:" in each and "canonical" not in each] == []
