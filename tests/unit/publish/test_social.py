"""What other sites show beside a link: a picture for each kind of page, small enough for all of them."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from html_text import read

from pushpull.publish.page.head import KINDS_OF_PAGE, Head
from site_server import SUB_PATH

HEAD = Head("app-1", {}, {}, None, "", offline=False, pictures={f"assets/social/{kind}.png" for kind in KINDS_OF_PAGE})
SITE = f"https://site.example{SUB_PATH}"
AT_MOST = 40_000  # bytes of a picture


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "front"),
        ("method/limits/", "front"),
        ("assessment/quick/", "front"),
        ("playbook/", "chapter"),
        ("playbook/listening/", "chapter"),
        ("playbook/listening/problem-chart/", "practice"),
        ("worksheets/noise-budget/", "worksheet"),
        ("team/answer/", "team"),
        ("results/", "result"),
    ],
)
def test_a_page_has_the_picture_of_its_kind(url: str, kind: str) -> None:
    assert HEAD.shown_as(url) == kind


def test_a_site_without_the_pictures_names_none() -> None:
    assert replace(HEAD, pictures=()).shown_as("results/") is None


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_each_picture_is_small_and_of_the_size_that_its_page_says(kind: str, root: Path) -> None:
    picture = (root / "docs" / "assets" / "social" / f"{kind}.png").read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) <= AT_MOST


def test_every_page_names_a_picture_of_the_site_by_its_whole_address(site_dir: Path) -> None:
    named: dict[str, list[str | None]] = {}
    for path in site_dir.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        metas = read(head)[0].all("meta")
        images = [each.attributes.get("content") for each in metas if each.attributes.get("property") == "og:image"]
        named[path.relative_to(site_dir).as_posix()] = images
    wrong = {
        page: images
        for page, images in named.items()
        if len(images) != 1
        or not str(images[0]).startswith(SITE)
        or not (site_dir / str(images[0]).removeprefix(SITE)).is_file()
    }
    assert wrong == {}
    assert {Path(str(images[0])).stem for images in named.values()} == set(KINDS_OF_PAGE)
