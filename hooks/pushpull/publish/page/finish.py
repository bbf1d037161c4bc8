"""All that is done to the HTML of a finished page, whatever made it: what it loads, its repairs, and its policy.

The theme, Material for MkDocs, gets no more features, so its defects stay; `app.css` fixes what CSS can. Each repair is
one replacement, named after its defect; a test holds each against a page as the theme makes it, and fails once the
theme has no such defect.
"""

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import count

from pushpull.publish.page.head import Head, Meta
from pushpull.publish.page.loads import with_loads
from pushpull.publish.page.security_policy import with_policy
from pushpull.publish.page.tables import stackable
from pushpull.words import Words, fill


@dataclass(frozen=True)
class Repair:
    """One defect of the theme: what is wrong, how it looks in HTML, and what to put there.

    `put` is as for `re.sub`, with {gaps} for the words that words.yml has under `theme`.
    """

    defect: str
    looks_like: re.Pattern[str]
    put: str
    count: int = 1  # how many a page has; 0: any number


REPAIRS = (
    Repair(
        "the search dialog has no name",
        re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        r'\1 aria-label="{search}">',
    ),
    Repair(
        "the menu opens by a label that no key reaches, tied to a checkbox without a name (mkdocs-material#4101)",
        re.compile(r'(<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer")'),
        r'\1 aria-label="{menu}"',
    ),
    Repair(
        "on narrow screens the search opens by a label that no key reaches, as the menu does",
        re.compile(r'(<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search")'),
        r'\1 aria-label="{open_search}"',
    ),
    Repair(
        "the skip link stands behind the two checkboxes, which keys reach where no script gives them buttons",
        re.compile(
            r'(<input class="md-toggle" data-md-toggle="drawer".*?)(<div data-md-component="skip">.*?</div>)', re.DOTALL
        ),
        r"\2\1",
    ),
    Repair(
        "the switch that unfolds a section in the menu has an icon and no words, and so names its list with nothing",
        re.compile(
            # (?>…): every entry of the menu begins like this; one that goes on otherwise is not tried in other ways.
            r'(<span class="md-ellipsis">(?>\s*([^<]*[^<\s])\s*</span>)\s*+</a>\s*+'
            r'<label class="md-nav__link[^>]*id="__nav_\w+_label"[^>]*>\s*)'
            r'(<span class="md-nav__icon md-icon">)'
        ),
        r'\1<span class="pp-unseen">{pages_of}</span>\3',
        count=0,
    ),
)

TEXT = "<article"  # begins what is read; the defects of the theme are before it, or anywhere if there is none
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
"""A table from Markdown. The theme puts it in a box that scrolls on narrow screens but that no key reaches."""


@dataclass(frozen=True)
class Page:
    """A page as a generator made it: its address below the site's root, its front matter, and its HTML.

    `edit` is what its link for editing names, and what that should name.
    """

    url: str
    meta: Meta
    html: str
    edit: tuple[str, str] | None = None


def finished(page: Page, head: Head, words: Words, *, guarded: bool) -> str:
    """Return a page as it is published: with what it asks for, the theme's defects fixed and, if `guarded`, a policy.

    The policy lets in the site's own files only, and inline scripts by their hash.
    Raises: ValueError if the page cannot be read, has no place for the policy, or a script that it would block unseen.
    """
    html = _with_edit_link(page.html, *page.edit) if page.edit else page.html
    html = _with_tab(html, page)
    whole = with_loads(repaired(html, words), page.url, page.meta, head, words)
    return with_policy(whole, head.carried) if guarded else whole


def repaired(html: str, words: Words) -> str:
    """Return a page with the defects of its theme fixed."""
    frame, mark, text = html.partition(TEXT)
    for each, put in zip(REPAIRS, _puts(tuple(words["theme"].items())), strict=True):
        frame = each.looks_like.sub(put, frame, count=each.count)
    return TABLE.sub(_in_a_box(escape(words["theme"]["table"])), f"{frame}{mark}{text}")


@lru_cache(maxsize=1)  # the same for all pages of a site
def _puts(words: Iterable[tuple[str, str]]) -> list[str]:
    """Return what each repair puts in place, in these words of the theme."""
    said = {key: escape(text).replace("\\", r"\\") for key, text in words}
    said["pages_of"] = fill(said["pages_of"], section=r"\2")
    return [fill(each.put, **said) for each in REPAIRS]


def _with_edit_link(html: str, named: str, wanted: str) -> str:
    link = re.compile(rf'(<a href="[^">]*/){re.escape(named)}("[^>]* rel="edit")')
    return link.sub(lambda found: f"{found[1]}{wanted}{found[2]}", html)


def _with_tab(html: str, page: Page) -> str:
    """Return a page outside the menu with the tab marked that it stands under, the first that it names as above it."""
    match page.meta.get("above"):
        case [{"url": str(above)}, *_]:
            href = posixpath.relpath(f"/{above}", f"/{page.url}") + "/"
            tab = re.compile(rf'(<li class="md-tabs__item)(">\s*<a href="{re.escape(href)}")')
            return tab.sub(r"\1 md-tabs__item--active\2", html, count=1)
    return html


def _in_a_box(name: str) -> Callable[[re.Match[str]], str]:
    """Return what puts each table of a page in a box of its own, which scrolls by keys and has a name."""
    numbers = count(1)

    def box(table: re.Match[str]) -> str:
        marked = stackable(table[0].replace("<table>", '<table class="pp-table">', 1))
        label = fill(name, n=next(numbers))
        return f'<div class="pp-scroll" tabindex="0" role="region" aria-label="{label}">{marked}</div>'

    return box
