"""The service worker: which pages work without network after one visit, and how a new build takes over."""

import base64
import hashlib
import json
import os.path
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pushpull.paths import TEMPLATES
from pushpull.publish.bundle import PUBLIC

TEMPLATE = TEMPLATES / "worker" / "worker.js"
REMOVER = TEMPLATES / "worker" / "remover.js"
UNREAD = "offline.html"  # shown for a page that was not read before, when there is no network

# Kept from the first visit: what the quick form and its result take. The rest of the assessment is kept from the second
# page on, and everything else once it has been read.
FIRST = ("", "assessment/", "assessment/quick/", "results/", UNREAD)
# Scripts and words for which a reader asks by a button or a fold, on another page, or in the full form alone.
ON_DEMAND = (
    *("charts/card", "charts/image.mjs", "charts/qr.mjs", "charts/radar.mjs", "charts/table.mjs"),
    *("pages/results/plan/excluded.mjs", "pages/results/plan/targets.mjs"),
    *("pages/results/sections/ladders.mjs", "pages/results/sections/workings.mjs"),
    *("exports/", "links/", "pages/device/", "pages/practice/", "pages/words.mjs", "vendor/"),
    *("pages/results/card/", "pages/results/monday/", "pages/results/tools/"),
    *(
        "embed.css",
        "pages/embed.mjs",
        "device.css",
        "earlier.json",
        "pages/questionnaire/earlier-wording.mjs",
        "words.json",
    ),
    *("pages/questionnaire/previous-answers.mjs", "pages/review.mjs"),
    *(
        "group/",
        "pages/team/",
        "pages/link-actions.mjs",
        "pages/sheets-file.mjs",
        "storage/saved-rounds.mjs",
        "team.css",
    ),
    *("charts/worksheet/", "pages/worksheet/", "worksheets/", "worksheet.css", "worksheet-more.css"),
    "storage/all-sheets.mjs",
)
LINKED = re.compile(
    r'<(?:link|script|img)\b(?=(?P<late>[^>]*\bdata-late\b)?)[^>]*?\b(?:href|src)="?(?P<address>[^"> ]+)'
)
WITHOUT_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico")


def worker(site: Path, *, on: bool) -> str:
    """Return the text of `sw.js` for the built folder `site`; switched off, it takes itself and its stores away.

    Pages say nothing of it then: once one had let go of the worker before, the browser would not fetch this one.
    """
    if not on:
        return REMOVER.read_text(encoding="utf-8")
    core, rest = _kept(site)
    settings = {
        "build": _build(core | rest),
        "core": core,
        "rest": rest,
        # Folders and files at the root of the site: other sites may lie beside it under the same host.
        "places": sorted({"", *(f"{path.name}/" if path.is_dir() else path.name for path in site.iterdir())}),
    }
    return TEMPLATE.read_text(encoding="utf-8").replace("__SETTINGS__", json.dumps(settings, indent=2))


def _kept(site: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is kept from the first visit and from the second page on: hash by address below the site's root."""
    found = {path.parent.relative_to(site).as_posix() + "/": path for path in site.rglob("index.html")}
    pages = {url.removeprefix("./"): path for url, path in found.items()} | {UNREAD: site / UNREAD}
    first = {url: path for url, path in pages.items() if url in FIRST}
    later = {url: path for url, path in pages.items() if url.startswith(("assessment/", "team/")) or url == "print/"}
    for page in [*first.values()]:
        for path, is_late in _linked(page, site):
            (later if is_late else first)[path.relative_to(site).as_posix()] = path
    for folder in site.glob("assets/app-*"):
        for path in (path for path in folder.rglob("*") if path.suffix in (".mjs", ".css", ".json")):
            name = path.relative_to(folder).as_posix()
            if name not in PUBLIC:
                (later if name.startswith(ON_DEMAND) else first)[path.relative_to(site).as_posix()] = path
    return _hashes(first), _hashes({url: path for url, path in later.items() if url not in first})


def _linked(page: Path, site: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the files of the site that a page shows or runs, and whether late, as what search alone needs.

    Pictures are left out: each visit brings those it shows.
    """
    for match in LINKED.finditer(WITHOUT_SCRIPT.sub("", page.read_text(encoding="utf-8"))):
        path = Path(os.path.normpath(page.parent / match["address"].split("#")[0]))
        if path.is_relative_to(site / "assets") and path.is_file() and path.suffix not in PICTURES:
            yield path, match["late"] is not None


def _hashes(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the hash of each file, pages last: none is kept before what it asks for."""
    order = sorted(files, key=lambda url: (not url.startswith("assets/"), url))
    return {url: _integrity(files[url].read_bytes()) for url in order}


def _integrity(content: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def _build(files: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]
