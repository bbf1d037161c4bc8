"""Finishes what another generator has built, as the hook does with what MkDocs builds."""

import re
from collections.abc import Iterator
from pathlib import Path

from pushpull.bank import Bank
from pushpull.generators.render import sources
from pushpull.loading.settings import read_settings
from pushpull.pages.bank_json import bank_json
from pushpull.pages.front_matter import parts, title_of
from pushpull.pages.site import edit_address
from pushpull.paths import APP
from pushpull.problem import SiteError, message
from pushpull.publish import folder_lock, llms
from pushpull.publish.response_headers import framers
from pushpull.publish.site import About, finish

CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^">]*)"')
FOLDERS = "set use_directory_urls to true, or leave it out, and build again"
RENDER = "build it from what `python -m pushpull render` writes, into an empty folder"


def finish_site(site: Path, bank: Bank, bank_folder: Path, docs: Path, settings: Path) -> int:
    """Finish the folder `site`, built from `bank` and `docs`; return how many pages it has, 0 if it was finished.

    Raises: SiteError if it is no such site, or cannot be finished.
    """
    _must_be_ours(site, bank)
    finished = [*site.glob(f"{APP}-*")]
    if not (site / APP).is_dir() and len(finished) == 1:
        return 0
    if finished or not (site / APP / "main.mjs").is_file():
        found = f"it holds {finished[0].name} beside it" if finished else "it is not there"
        raise SiteError(message(f"{site} must hold {APP} as one build wrote it", found, RENDER))
    about = _about(site, settings)
    pages = [*_listed(site, bank, bank_folder, docs)]
    try:
        with folder_lock.hold(site):
            finish(site, pages, about, bank.words)
    except BlockingIOError:
        raise SiteError(message(f"{site} must be free", "a build is writing to it", "wait for that one")) from None
    return len(pages)


def _about(site: Path, settings: Path) -> About:
    """Return what the settings say, which must be what the site was built with."""
    about = About.of(read_settings(settings))
    if wrong := framers(about.embed)[1]:
        raise SiteError(f"{settings}: {wrong}")
    built_for = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    found = built_for[1] if built_for else ""
    if found != about.url:
        must = f"{site} must be finished for the address it was built for"
        told = f"that is {found or 'none'}, and {settings} says {about.url or 'none'}"
        raise SiteError(message(must, told, "set SITE_URL, or site_url, as it was in the build"))
    return about


def _must_be_ours(site: Path, bank: Bank) -> None:
    if not (site / "index.html").is_file():
        found = "there is none" if site.is_dir() else "there is no such folder"
        raise SiteError(
            message(f"{site} must be a built site, with an index.html", found, "build it first, or name it")
        )
    if (site / "results.html").is_file():
        found = "its result is a file, results.html"
        raise SiteError(message(f"{site} must have a folder for each page", found, FOLDERS))
    path = site / "bank.json"
    if not path.is_file() or path.read_text(encoding="utf-8") != bank_json(bank):
        found = "its bank.json is another" if path.is_file() else "it has no bank.json"
        raise SiteError(message(f"{site} must be built from this bank", found, f"name the bank by --bank, or {RENDER}"))


def _listed(site: Path, bank: Bank, bank_folder: Path, docs: Path) -> Iterator[llms.Listed]:
    """Yield every page of the site as its source says: what the generator made of it need not say all."""
    for uri, (text, source) in sources(bank, docs).items():
        meta, markdown = parts(text)
        texts = (title_of(bank, uri, meta, markdown), str(meta.get("description", "")), markdown)
        made_from = (source and edit_address(bank_folder, docs, source)) or ""
        if (url := _url(site, uri)) is not None:
            yield llms.Listed(url, uri, *texts, meta, made_from)


def _url(site: Path, uri: str) -> str | None:
    """Return the address of the page that was made from this file, None if there is none."""
    place = uri.removesuffix(".md")
    folder, _, name = place.rpartition("/")
    index = "/".join([*filter(None, [folder if name in ("index", "README") else place]), ""])
    if (site / index / "index.html").is_file():
        return index
    return f"{place}.html" if (site / f"{place}.html").is_file() else None
