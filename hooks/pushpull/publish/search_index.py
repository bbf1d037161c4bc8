"""The search index of a built site, with the words by which people look for a page and which it need not show.

They do not go by way of tags: some generators offer every tag as a filter.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

MATERIAL = "search/search_index.json"
ZENSICAL = "search.json"


def put_in_place(site: Path, words: Mapping[str, Sequence[str]]) -> None:
    """Write the words of each page, by its address, into the index that the folder has, if any."""
    for name, add in ((MATERIAL, _to_entries), (ZENSICAL, _to_pages)):
        if (path := site / name).is_file():
            index = json.loads(path.read_text(encoding="utf-8"))
            add(index, words)
            path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _to_entries(index: dict[str, list[dict[str, object]]], words: Mapping[str, Sequence[str]]) -> None:
    """Material looks at the tags of each part of a page, and for them first."""
    for entry in index["docs"]:
        if own := words.get(_page(entry)):
            entry["tags"] = [*own]


def _to_pages(index: dict[str, list[dict[str, object]]], words: Mapping[str, Sequence[str]]) -> None:
    """Zensical looks at titles and texts, and shows these: without the plurals that Material needs."""
    for item in index["items"]:
        if item["level"] == 1 and (own := words.get(str(item["location"]))):
            single = [word for before, word in zip(["", *own], own, strict=False) if word != f"{before}s"]
            item["text"] = f"{item['text']} {' '.join(dict.fromkeys(single))}"


def _page(entry: Mapping[str, object]) -> str:
    return str(entry["location"]).partition("#")[0]
