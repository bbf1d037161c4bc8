"""What pages say of themselves for search: in the index, in the way of each generator, and never a filter."""

import json
from pathlib import Path

import pytest

from pushpull.publish.search_index import MATERIAL, ZENSICAL, put_in_place

WORDS = ["email", "emails", "opt"]
SAID = {"a/": {"search_words": WORDS, "description": "Ask & keep."}}


def written(site: Path, name: str, index: object) -> object:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(json.dumps(index), encoding="utf-8")
    put_in_place(site, SAID)
    return json.loads((site / name).read_text(encoding="utf-8"))


def test_material_looks_for_them_before_all_else(tmp_path: Path) -> None:
    entries = [{"location": place, "text": "Text."} for place in ("a/", "a/#part", "a/b/")]
    assert written(tmp_path, MATERIAL, {"config": {}, "docs": entries}) == {
        "config": {},
        "docs": [*({**entry, "tags": WORDS} for entry in entries[:2]), entries[2]],
    }


def test_a_page_that_begins_with_a_heading_shows_its_description(tmp_path: Path) -> None:
    entries = [{"location": place, "text": ""} for place in ("a/", "a/#part", "a/b/")]
    index = written(tmp_path, MATERIAL, {"docs": entries})
    assert isinstance(index, dict)
    assert [entry["text"] for entry in index["docs"]] == ["<p>Ask &amp; keep.</p>", "", ""]


def test_zensical_looks_for_them_in_the_text_and_offers_no_filter(tmp_path: Path) -> None:
    items: list[dict[str, object]] = [
        {"location": place, "level": 1, "text": "Text.", "tags": []} for place in ("a/", "a/b/")
    ]
    items += [{"location": "a/#part", "level": 2, "text": "Part.", "tags": []}]
    expected = [items[0] | {"text": "Text. email opt"}, *items[1:]]
    assert written(tmp_path, ZENSICAL, {"items": items}) == {"items": expected}


@pytest.mark.parametrize("name", [MATERIAL, ZENSICAL])
def test_a_site_without_an_index_gets_none(tmp_path: Path, name: str) -> None:
    put_in_place(tmp_path, SAID)
    assert not (tmp_path / name).exists()
