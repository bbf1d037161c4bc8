"""A bank of somebody else's: no page, file or script of its site speaks of our subject or by our name."""

import re
from pathlib import Path

import pytest
from banks import FIXTURES, own_bank
from export_bank import BANK, RESPONSE, export

from pushpull.pages.site import generate
from pushpull.rules.check import open_bank
from pushpull.words import site_words

OURS = re.compile(r"marketing|\bpush\b|\bpull\b", re.IGNORECASE)
# Names that other programs and stored answers know: of formats, of what a browser keeps, of a part somebody has.
KNOWN = re.compile(r"push-to-pull[/: ]|role_marketing|[\"'=]marketing[\"' >]")
DRAWN_WHERE_ASKED = "pictures"  # a page names each that it shows


def test_the_words_of_the_site_suit_any_subject() -> None:
    speaking = {
        f"{section}.{key}": text
        for section, texts in site_words().items()
        for key, text in texts.items()
        if section != DRAWN_WHERE_ASKED and OURS.search(str(text))
    }
    assert speaking == {}


@pytest.mark.parametrize("name", ["small_bank", "bare_bank"])
def test_no_page_and_no_file_speaks_of_our_subject(name: str, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Ours\n", encoding="utf-8")
    files = generate(open_bank(FIXTURES / name), tmp_path)
    assert {"assessment/index.md", "assessment/keep.md", "print.md", "bank.json"} <= {file.uri for file in files}
    found = {file.uri: OURS.findall(KNOWN.sub("", file.text)) for file in files}
    assert {} == {uri: words for uri, words in found.items() if words}


def test_no_script_names_a_file_or_a_program_after_us(root: Path) -> None:
    paths = (root / "docs" / "assets" / "app").rglob("*.mjs")
    texts = {path.name: KNOWN.sub("", path.read_text(encoding="utf-8")) for path in paths}
    assert [] == [name for name, text in texts.items() if re.search("push.to.pull|marketing", text, re.IGNORECASE)]


def test_a_calendar_names_the_bank_alone() -> None:
    theirs = BANK | {"id": "meetings", "title": "Meetings; ours"}
    text = export("planCalendar", theirs, RESPONSE, "2026-12-15")
    assert "PRODID:-//Meetings\\; ours//Plan//EN" in text
    assert "-now@meetings.meetings\r\n" in text
    assert not OURS.search(text)


def test_our_own_bank_says_whom_it_is_about() -> None:
    said = own_bank().words
    assert (said["page"]["serves"], said["exports"]["role_marketing"]) == ("You serve {word}", "marketing")
