"""The steps on the page for hosts, as written: another bank, name, look and words, without a change of code."""

import re
import shutil
from pathlib import Path

import pytest
from banks import SMALL
from html_text import Element, read
from projects import ROOT, SMALL_DOCS, build

PAGE = ROOT / "docs" / "method" / "hosting.md"
SETTINGS, WORDS = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def looks(folder: Path) -> None:
    """Put the style sheet and the logo of a host into the folder."""
    (folder / "ours.css").write_text(":root{--md-primary-fg-color:#123456}", encoding="utf-8")
    shutil.copy(ROOT / "docs" / "assets" / "logo.svg", folder / "ours.svg")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the settings on the page give, beside this project's own."""
    folder = tmp_path_factory.mktemp("brand")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    shutil.copytree(SMALL, folder / "our-bank")
    (folder / "our-docs" / "assets").mkdir(parents=True)
    shutil.copy(SMALL_DOCS / "index.md", folder / "our-docs")
    (folder / "our-bank" / "words.yml").write_text(WORDS, encoding="utf-8")
    looks(folder / "our-docs" / "assets")
    (folder / "ours.yml").write_text(SETTINGS, encoding="utf-8")
    run = build(folder / "ours.yml", folder / "site")
    assert run.returncode == 0, run.stderr + run.stdout
    return folder / "site"


def page(site: Path, path: str) -> Element:
    """A page of the site as elements."""
    return read((site / path / "index.html").read_text(encoding="utf-8"))[0]


def test_the_settings_fit_in_a_dozen_lines() -> None:
    assert len(SETTINGS.splitlines()) <= 13


def test_name_logo_and_colours_are_the_host_s(site: Path) -> None:
    found = page(site, "assessment")
    assert "Ask the Library" in found.one("title").text
    [logo] = {each.attributes["src"] for each in found.all("img") if "svg" in each.attributes["src"]}
    assert logo == "../assets/ours.svg"
    sheets = [each.attributes["href"] for each in found.all("link", rel="stylesheet")]
    assert sheets[-1] == "../assets/ours.css"  # after ours, so that it wins


def test_logo_and_colours_are_there_without_network_after_one_visit(site: Path) -> None:
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert '"assets/ours.css"' in worker
    assert '"assets/ours.svg"' in worker


def test_nothing_says_that_the_host_s_questions_are_ours(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert pages
    assert [path for path, html in pages.items() if "CC BY" in html or "your marketing" in html] == []


def test_the_look_alone_goes_onto_our_pages_and_questions(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("hooks", "assessment"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    looks(tmp_path / "docs" / "assets")
    [named] = re.findall(r"For your own look alone, keep only (.*), and put", PAGE.read_text(encoding="utf-8"))
    kept = tuple(f"{key}:" for key in re.findall(r"`(\w+)`", named))
    lines = [line for line in SETTINGS.splitlines() if line.startswith(kept)]
    assert len(lines) == len(kept)
    (tmp_path / "ours.yml").write_text("\n".join(lines), encoding="utf-8")
    run = build(tmp_path / "ours.yml", tmp_path / "site")
    assert run.returncode == 0, run.stderr + run.stdout
    assert "Ask the Library" in page(tmp_path / "site", "results").one("title").text


def test_questions_and_words_are_the_host_s(site: Path) -> None:
    assert "Who could see which tool was out?" in page(site, "assessment/quick").text
    words = (site / "assessment" / "quick" / "index.html").read_text(encoding="utf-8")
    assert "Keep a copy of my answers" in words
    assert "Save my answers as a file" not in words
