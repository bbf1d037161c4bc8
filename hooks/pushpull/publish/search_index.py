"""The search index of a built site, with what pages say of themselves for it in their front matter.

`search_words` are the words by which people look for a page and which it need not show. They do not go by way of tags:
some generators offer every tag as a filter. A page that begins with a heading shows its `description`.
"""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path

MATERIAL = "search/search_index.json"
ZENSICAL = "search.json"


def put_in_place(site: Path, said: Mapping[str, Mapping[str, object]]) -> None:
    """Write what the front matter of each page says, by its address, into the index that the folder has, if any."""
    for name, add in ((MATERIAL, _to_entries), (ZENSICAL, _to_pages)):
        if (path := site / name).is_file():
            index = json.loads(path.read_text(encoding="utf-8"))
            add(index, said)
            path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _to_entries(index: dict[str, list[dict[str, object]]], said: Mapping[str, Mapping[str, object]]) -> None:
    """Material looks at the tags of each part of a page, and for them first; our worker hides them."""
    for entry in index["docs"]:
        page, _, part = str(entry["location"]).partition("#")
        own = said.get(page, {})
        if words := _words(own):
            entry["tags"] = words
        if not part and not entry["text"] and (description := own.get("description")):
            entry["text"] = f"<p>{escape(str(description), quote=False)}</p>"


def _to_pages(index: dict[str, list[dict[str, object]]], said: Mapping[str, Mapping[str, object]]) -> None:
    """Zensical looks at titles and texts, and shows these: without the plurals that Material needs."""
    for item in index["items"]:
        if item["level"] == 1 and (own := _words(said.get(str(item["location"]), {}))):
            single = [word for before, word in zip(["", *own], own, strict=False) if word != f"{before}s"]
            item["text"] = f"{item['text']} {' '.join(dict.fromkeys(single))}"


def _words(own: Mapping[str, object]) -> list[str]:
    words = own.get("search_words")
    return words if isinstance(words, list) else []
