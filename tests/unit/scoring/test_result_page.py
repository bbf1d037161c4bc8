"""What the result page says, drawn without a browser: golden cases, one at least for each of its words."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from golden import CASES, differences, read_case
from page_cases import draw
from page_words import MARKED, plain, sentence_keys
from small_bank import Json

FILES = {file.stem: file for file in sorted((CASES / "result_page").glob("*.yml"))}
KEY = re.compile(r"[a-z]+(_[a-z]+)+")
WITHOUT_CASE = {
    "saved": "said on pages of questions alone",
    "large_sheets": "has tests beside the sheets",
    "unread": "said where a module did not come",
    "compare_table": "names a place that scrolls, for those who cannot see it",
    "qr_missing": "said where a module did not come",
    "qr_title": "names a picture, for those who cannot see it",
    "send_title": "goes to the system, which shows it in a window of its own",
}


@pytest.fixture
def drawn(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Callable[[str], Json]:
    """A function that gives what the page of a case says, drawn once for all workers."""

    def lines(name: str) -> Any:
        def fill(folder: Path) -> None:
            (folder / "page.json").write_text(json.dumps(draw(read_case(FILES[name]))), encoding="utf-8")

        return json.loads((build_once(f"page-{name}", fill) / "page.json").read_text(encoding="utf-8"))

    return lines


@pytest.mark.parametrize("name", FILES)
def test_what_the_page_says_is_as_looked_over_by_hand(drawn: Callable[[str], Json], name: str) -> None:
    said = {part: [plain(line) for line in lines] for part, lines in drawn(name).items()}
    assert differences(read_case(FILES[name])["expect"], said) == []
    assert [] == [line for lines in said.values() for line in lines if KEY.fullmatch(line)], "words are there"


def test_every_word_of_the_page_has_a_case(drawn: Callable[[str], Json]) -> None:
    """Each form of each word is said in what a case expects, here or among the cases of sentences."""
    expected = [(name, part) for name in FILES for part in read_case(FILES[name])["expect"]]
    said = {char for name, part in expected for line in drawn(name).get(part, []) for char in line if char in MARKED}
    sentences = sentence_keys()
    left = {form for mark, form in MARKED.items() if mark not in said}
    assert {key for section, key, _ in left if section != "results" or key not in sentences} == set(WITHOUT_CASE)
