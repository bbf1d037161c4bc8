"""What the page for hosts says, done to the letter: another bank, name, look and words, without a change of code."""

import re
import shutil
from pathlib import Path

import pytest

from banks import SMALL
from html_text import Element, read
from projects import ROOT, SMALL_DOCS, build

PAGE = ROOT / "docs" / "method" / "hosting.md"
SETTINGS, WORDS = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the settings on the page give, beside this project's own."""
    folder = tmp_path_factory.mktemp("brand")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    shutil.copytree(SMALL, folder / "our-bank")
    (folder / "our-docs").mkdir()
    shutil.copy(SMALL_DOCS / "index.md", folder / "our-docs")
    (folder / "our-bank" / "words.yml").write_text(WORDS, encoding="utf-8")
    (folder / "our-docs" / "ours.css").write_text(":root{--md-primary-fg-color:#123456}", encoding="utf-8")
    shutil.copy(ROOT / "docs" / "assets" / "logo.svg", folder / "our-docs" / "ours.svg")
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
    assert logo == "../ours.svg"
    sheets = [each.attributes["href"] for each in found.all("link", rel="stylesheet")]
    assert sheets[-1] == "../ours.css"  # after ours, so that it wins


def test_questions_and_words_are_the_host_s(site: Path) -> None:
    assert "Who could see which tool was out?" in page(site, "assessment/quick").text
    words = (site / "assessment" / "quick" / "index.html").read_text(encoding="utf-8")
    assert "Keep a copy of my answers" in words
    assert "Save my answers as a file" not in words
