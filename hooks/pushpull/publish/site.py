"""Finishes what a generator wrote: its pages, our scripts and styles, and the files that depend on all others."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Self

from pushpull.paths import APP, TEMPLATES
from pushpull.problem import SiteError, message
from pushpull.publish import assets, critical_css, llms, modules, response_headers, search_index, service_worker
from pushpull.publish.page.finish import Page, finished
from pushpull.publish.page.head import SOCIAL_FOLDER, Head
from pushpull.publish.page.loads import NOWHERE
from pushpull.publish.page.security_policy import carried_styles
from pushpull.publish.unread import unread
from pushpull.words import Words

TEMPLATE = "put it into the folder that `theme.custom_dir` names"
EARLY = TEMPLATES / "theme" / "early.js"


@dataclass(frozen=True)
class About:
    """What the settings say of a site."""

    name: str
    description: str
    url: str
    offline: bool
    embed: object  # who may embed the quick form

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """Return what the settings of a generator say."""
        extra = settings.get("extra") or {}
        name, description, url = (str(settings.get(f"site_{key}") or "") for key in ("name", "description", "url"))
        offline = bool(extra.get("offline", True))
        return cls(name, description, f"{url.rstrip('/')}/" if url else "", offline, extra.get("embed"))


def served_head(files: AbstractSet[str]) -> Head:
    """Return what pages load while an author watches: scripts as they are, and no worker that would keep old pages."""
    return Head(APP, files, {}, None, EARLY.read_text(encoding="utf-8"), offline=False)


def finish(
    site: Path, pages: Sequence[llms.Listed], about: About, words: Words, own: Mapping[str, str] | None = None
) -> str:
    """Finish the folder of a site in place; return what is wrong with its settings.

    `own` are our scripts and styles by their names, where the generator has not written them to the site.
    Raises: SiteError if a page cannot have its policy, or there is none for addresses that lead nowhere.
    """
    extra = [_unread(site, about, words)] if about.offline else []
    written = site / APP
    head, made = _published(site, _own(written) if own is None else own, about), {}
    for place, page in chain(_pages(site, {page.url: page for page in pages}), extra):
        try:
            made[place] = finished(page, head, words, guarded=True)
        except ValueError as error:
            raise SiteError(f"{place}: {error}") from None
    if own is None:
        shutil.rmtree(written)
    sheet = critical_css.put_in_place(site, made.values())
    while made:  # of a large site the pages are most of what is held
        place, html = made.popitem()
        (site / place).write_text(html.replace(critical_css.PLACE, sheet), encoding="utf-8")
    search_index.put_in_place(site, {page.url: page.meta for page in pages})
    (site / "sw.js").write_text(service_worker.worker(site, on=about.offline), encoding="utf-8")
    places = sorted(f"{path.name}/*" if path.is_dir() else path.name for path in site.iterdir())
    framers, wrong = response_headers.framers(about.embed)
    (site / "_headers").write_text(response_headers.headers_file(head.folder, framers, places), encoding="utf-8")
    if about.url:  # its links are absolute
        facts = {"name": about.name, "description": about.description, "url": about.url}
        for name, text in llms.files(pages, facts, words["llms"]).items():
            _place(site, name).write_text(text, encoding="utf-8", newline="\n")
    return wrong


def unknown(pages: Sequence[llms.Listed], head: Head) -> Iterator[str]:
    """Yield what is wrong with front matter that names no file of ours."""
    must = "styles, modules and needs must name files of assets/app"
    for page in pages:
        for name in head.unknown(page.meta):
            yield f"{page.source}: " + message(must, f'found "{name}"', "correct it or take it out")


def _own(folder: Path) -> dict[str, str]:
    """Return our scripts and styles as a generator has written them, by their names."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _published(site: Path, own: Mapping[str, str], about: About) -> Head:
    """Write our scripts and styles into a folder named by their content; return what pages take from there."""
    name, texts = assets.publish(own)
    for uri, text in texts.items():
        _place(site, f"{name}/{uri}").write_text(text, encoding="utf-8", newline="\n")
    early = assets.minify(EARLY.name, EARLY.read_text(encoding="utf-8")).strip()
    pictures = [f"{SOCIAL_FOLDER}/{path.name}" for path in (site / SOCIAL_FOLDER).glob("*")]
    graph, searches = modules.imports(texts), (site / search_index.MATERIAL).is_file()
    scripts = [path.read_text(encoding="utf-8") for path in (site / "assets" / "javascripts").glob("*.js")]
    carried = [each for script in scripts for each in carried_styles(script)]
    place = critical_css.PLACE
    return Head(name, texts, graph, place, early, about.offline, searches, about.url, carried, pictures)


def _unread(site: Path, about: About, words: Words) -> tuple[str, Page]:
    """Return the page for one that was not read before, and its place."""
    path = site / NOWHERE
    html = unread(path.read_text(encoding="utf-8"), about.url, words) if path.is_file() else None
    if html is None:
        raise SiteError(message(f"{NOWHERE} must be made from our template", "it is not", TEMPLATE))
    return service_worker.UNREAD, Page(service_worker.UNREAD, {}, html)


def _pages(site: Path, listed: Mapping[str, llms.Listed]) -> Iterator[tuple[str, Page]]:
    """Yield the pages of the site by their place, as the generator made them; others, such as redirects, stay."""
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site).as_posix()
        url = place.removesuffix("index.html") if path.name == "index.html" else place
        html, own = path.read_text(encoding="utf-8"), listed.get(url)
        if own:
            yield place, Page(url, own.meta, html, (own.source, own.made_from) if own.made_from else None)
        elif f"{APP}/" in html:
            yield place, Page(url, {}, html)


def _place(site: Path, uri: str) -> Path:
    path = site / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
