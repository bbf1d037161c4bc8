"""Pictures of the framework: every label is drawn, and within the frame."""

import re
from pathlib import Path

import pytest
from banks import own_bank
from html_text import read

from pushpull.pages.inserts import INSERTS, fill
from pushpull.pages.pages import Site
from pushpull.pages.pictures import WIDE, Picture, pictures
from pushpull.words import site_words

WORDS = site_words()["pictures"]
DRAWN = pictures(WORDS)


@pytest.mark.parametrize("name", DRAWN)
def test_every_label_is_drawn_once(name: str) -> None:
    labels = [WORDS[key] for key in WORDS if re.fullmatch(rf"{name}_[0-9]+", key)]
    drawn = [re.sub(r"^[0-9]+\. ", "", " ".join(shape.lines)) for shape in DRAWN[name].shapes]
    assert sorted(drawn) == sorted(labels)


@pytest.mark.parametrize("picture", DRAWN.values(), ids=list(DRAWN))
def test_every_shape_begins_and_every_label_stands_within_the_frame(picture: Picture) -> None:
    for shape in picture.shapes:
        x, y = (float(each) for each in re.findall(r"-?[0-9.]+", shape.path)[:2])
        assert (0 <= x <= WIDE, 0 <= y <= picture.high) == (True, True)
        assert (0 < shape.x < WIDE, 0 < shape.y < picture.high) == (True, True)
        assert max(len(line) for line in shape.lines) * 6.5 < 250


@pytest.mark.parametrize("name", [name for name in INSERTS if name.startswith("picture-")])
def test_a_picture_says_in_words_what_it_shows(name: str, root: Path) -> None:
    text, problems = fill(Site(own_bank()), "index.md", f"<!-- insert: {name} -->", "page.md")
    figure = read(text)[0]
    key = name.removeprefix("picture-")
    assert problems == []
    assert [each.attributes["aria-label"] for each in figure.all("svg")] == [WORDS[f"{key}_title"]]
    assert [each.text for each in figure.all("figcaption")] == [WORDS[f"{key}_text"]]


@pytest.mark.parametrize("name", ["map", *(name for name in INSERTS if name.startswith("picture-"))])
def test_each_picture_is_shown_in_one_chapter(name: str, root: Path) -> None:
    chapters = [path.read_text(encoding="utf-8") for path in (root / "docs" / "chapters").glob("*.md")]
    assert sum(text.count(f"<!-- insert: {name} -->") for text in chapters) == 1
