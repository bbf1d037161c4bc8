"""What the head of a page asks for: the style sheets and modules that its front matter names, and all these need."""

import posixpath
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pushpull.publish.modules import MAIN, closure

ALWAYS = "outline.json"  # what every module of a page begins with
SHEET = "app"  # on every page
DEFAULT_STYLES = ("reading",)  # on a page that names none
LOAD, SEARCH = "load", "search"
STYLE = 'rel="preload" as="style"'
KINDS = {".css": STYLE, ".json": 'rel="preload" as="fetch" crossorigin', ".mjs": 'rel="modulepreload"'}
SOCIAL = {"playbook": "chapter", "worksheets": "worksheet", "team": "team", "results": "result"}  # by first folder
SOCIAL_FOLDER = "assets/social"
KINDS_OF_PAGE = ("front", "chapter", "practice", "worksheet", "team", "result")  # each has a picture of its own
Meta = Mapping[str, Any]


@dataclass(frozen=True)
class Hint:
    """A file that the browser should fetch at once: its place below the site's root, and the attributes of the link."""

    path: str
    attributes: str


@dataclass(frozen=True)
class Head:
    """What the scripts, style sheets and hints of each page are taken from.

    A page names in its front matter `styles`, the `modules` it starts and what else it `needs`.
    """

    folder: str  # of our scripts and styles, below the site's root
    files: Collection[str]  # in that folder
    imports: Mapping[str, set[str]]  # of each module there; none where no hints are wanted
    critical: str | None  # what a page needs of the theme's style sheet at first; none where it has the whole at once
    early: str  # the text of the script that runs before a page is painted
    offline: bool  # whether pages may work without network
    searches: bool = True  # whether our search stands before the theme's, which must be that of Material
    site_url: str = ""
    carried: Collection[str] = ()  # style sheets within scripts of the theme, as policies name them
    pictures: Collection[str] = ()  # for links to the site, by their places below its root
    _made: dict[Hashable, tuple[str, str]] = field(default_factory=dict, init=False, compare=False)

    def sheets(self, meta: Meta) -> list[str]:
        """Return our style sheets for a page with this front matter, in their order."""
        return [f"{self.folder}/{name}" for name in _sheets(meta)]

    def hints(self, meta: Meta) -> list[Hint]:
        """Return a hint for each file that a page with this front matter will load.

        Without hints a browser learns of each import only from the module before it, one journey to the host after
        another; and as soon as it has met a policy in the page, it no longer looks ahead for scripts.
        """
        if not self.imports:
            return []
        modules, needs = _modules(meta), _names(meta, "needs")
        entries = {need for need in needs if need.endswith(".mjs")}
        own = sorted(closure((MAIN, *modules, *sorted(entries)), self.imports))
        own += sorted({*needs, *([ALWAYS] if modules else [])} - entries)
        first = [self.critical] if self.critical else []
        return [
            *(Hint(path, STYLE) for path in (*first, *self.sheets(meta))),
            *(Hint(f"{self.folder}/{path}", KINDS[_ending(path)]) for path in own if self._has(path)),
        ]

    def shown_as(self, url: str) -> str | None:
        """Return the kind of page whose picture other sites show beside a link to this one; none if there is none."""
        parts = url.rstrip("/").split("/")
        kind = "practice" if parts[0] == "playbook" and len(parts) > 2 else SOCIAL.get(parts[0], "front")
        return kind if f"{SOCIAL_FOLDER}/{kind}.png" in self.pictures else None

    def unknown(self, meta: Meta) -> list[str]:
        """Return what a front matter names that is no file of ours."""
        named = [*_sheets(meta), *_modules(meta), *_names(meta, "needs")]
        return [name for name in named if not self._has(name)]

    def once(self, key: Hashable, make: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        """Return what `make` returns: what it returned for an earlier page, if that had the same `key`."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _has(self, path: str) -> bool:
        return path in self.files and _ending(path) in KINDS


def asked(meta: Meta) -> Hashable:
    """Return what stands for all that a front matter asks for: pages with the same load the same."""
    return tuple(_sheets(meta)), tuple(_modules(meta)), tuple(_names(meta, "needs"))


def late(meta: Meta, *, alone: bool) -> str:
    """Return when a page wants the theme's script: after it has loaded, or with the first search.

    Where neither of the theme's menus stands beside the text, it has no other work, unless it is not `alone`: the
    host's scripts come with it.
    """
    return SEARCH if {"navigation", "toc"} <= {*_names(meta, "hide")} and alone else LOAD


def _sheets(meta: Meta) -> list[str]:
    return [f"{name}.css" for name in (SHEET, *_names(meta, "styles", DEFAULT_STYLES))]


def _modules(meta: Meta) -> list[str]:
    return [f"pages/{name}.mjs" for name in _names(meta, "modules")]


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1]


def _names(meta: Meta, key: str, default: Sequence[str] = ()) -> list[str]:
    value = meta.get(key, default)
    names = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return [str(name) for name in names]
