"""The service worker: which pages work without network after one visit, and how a new build takes over."""

import hashlib
import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from pushpull.paths import TEMPLATES
from pushpull.words import with_own_words

TEMPLATE = TEMPLATES / "worker" / "worker.js"
REMOVER = TEMPLATES / "worker" / "remover.js"

# Kept from the first visit: what answering and the result take. Everything else is kept once it has been read.
ALWAYS = ("", "assessment/", "results/", "print/")


def worker(site: Path, *, on: bool) -> str:
    """Return the text of `sw.js` for the built folder `site`; switched off, it takes itself and its stores away."""
    if not on:
        return REMOVER.read_text(encoding="utf-8")
    files = {url: site / path for url, path in _core(site).items()}
    digest = hashlib.sha256()
    for url, path in sorted(files.items()):
        digest.update(f"{url}\0".encode() + path.read_bytes())
    settings = {"build": digest.hexdigest()[:12], "core": sorted(files)}
    return TEMPLATE.read_text(encoding="utf-8").replace("__SETTINGS__", json.dumps(settings, indent=2))


def with_setting(html: str, own: Mapping[str, Mapping[str, Any]], *, on: bool) -> str:
    """Return the page with what its script needs to work offline: that it may, and what to say of a new build.

    Switched off, the page says nothing: only the worker in `worker_off.js` can take its stores away, and the browser
    no longer fetches it once a page has let go of the worker before.
    """
    if not on:
        return html
    words = {f"data-{key}": text for key, text in with_own_words(own)["offline"].items()}
    attributes = {"name": "push-to-pull:offline", "content": "on", **words}
    meta = " ".join(f'{name}="{escape(value)}"' for name, value in attributes.items())
    return html.replace("</head>", f"<meta {meta}></head>", 1)


def _core(site: Path) -> Mapping[str, str]:
    """Return what is kept from the first visit: address below the site's root, and file below `site`."""
    pages = {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/": path.relative_to(site).as_posix()
        for path in site.rglob("index.html")
    }
    pages = {url.removeprefix("/"): path for url, path in pages.items()}
    kept = {url: path for url, path in pages.items() if url in ALWAYS or url.startswith("assessment/")}
    assets = [path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()]
    own = {
        path: path for path in assets if not path.endswith(".map") and "/lunr/" not in path and "/workers/" not in path
    }
    return {**kept, **own, "404.html": "404.html"}
