"""`llms.txt`, a list of the site's pages for language models (llmstxt.org), and the playbook's pages as Markdown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin

LIST = "llms.txt"
AS_MARKDOWN = "playbook/"
EMBEDDED = "embed/"  # pages that stand inside those of others
OPTIONAL = "Optional"  # the proposal's own word for what may be left out
ATTRIBUTES = re.compile(r" *\{(?::| *[.#])[^}\n]*\}")
LINK = re.compile(r"(?<=\]\()(?P<target>[^)\s]+)(?=\))")
TAGS = re.compile(r"<[^>]*>")
SIDE_BY_SIDE = re.compile(r"</span> <span")
# A tag, or what is passed over as a whole. Python's own parser takes five times as long, for every page.
TAG = re.compile(
    r"""<(?:(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*)(?P<given>[^'">]*(?:(?:"[^"]*"|'[^']*')[^'">]*)*)>|!--.*?-->)""",
    re.DOTALL,
)
GIVEN = re.compile(r"""(?<![-\w])(href|value)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
RAW = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
UNSEEN = {"script", "style", "svg", "nav", "button", "noscript"}
BLOCKS = {"p", "div", "ol", "ul", "dl", "table", "figure", "figcaption", "details", "summary", "section", "blockquote"}
MARKS = {"strong": "**", "b": "**", "em": "_", "i": "_"}


@dataclass(frozen=True)
class Listed:
    """A page of the site: `url` and `source` below its root and the docs folder, texts as HTML, and its Markdown."""

    url: str
    source: str
    title: str
    description: str
    markdown: str
    meta: Mapping[str, Any] = field(default_factory=dict)  # its front matter
    made_from: str = ""  # the bank file behind it, from the docs folder, where its link for editing names the page


def files(pages: Sequence[Listed], site: Mapping[str, str], sections: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file by its place below the site's root.

    `site` has name, description and url; `sections` are headings, by the folder or the kind of page they stand for.
    """
    urls = {page.source: page.url for page in pages}
    copies = [page for page in pages if page.url.startswith(AS_MARKDOWN)]
    made = {f"{page.url}index.md": _markdown(page, site["url"], urls) for page in copies}
    return {LIST: _list(pages, site, sections), **made}


def _list(pages: Sequence[Listed], site: Mapping[str, str], sections: Mapping[str, str]) -> str:
    rows: dict[str, list[str]] = {heading: [] for heading in (*sections.values(), OPTIONAL)}
    for page in pages:
        if page.url in ("", "./") or page.url.startswith(EMBEDDED):
            continue
        folder, *below = page.url.rstrip("/").split("/")
        kind = "practices" if folder == "playbook" and len(below) > 1 else folder
        url = f"{site['url']}{page.url}{'index.md' if page.url.startswith(AS_MARKDOWN) else ''}"
        title = re.sub(r"([\[\]])", r"\\\1", _plain(page.title))
        said = f": {_plain(page.description)}" if page.description else ""
        rows[sections.get(kind, OPTIONAL)].append(f"- [{title}]({url}){said}")
    parts = [f"# {site['name']}", f"> {' '.join(site['description'].split())}"]
    for heading, lines in rows.items():
        if lines:
            parts += [f"## {heading}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _markdown(page: Listed, root: str, urls: Mapping[str, str]) -> str:
    """Return the page without what only a browser needs, its links absolute."""

    def absolute(link: re.Match[str]) -> str:
        address, place = urldefrag(urljoin(root + page.source, link["target"]))
        if address.startswith(root):
            below = address.removeprefix(root)
            address = root + urls.get(below, below)
        return f"{address}#{place}" if place else address

    text = LINK.sub(absolute, ATTRIBUTES.sub("", page.markdown))
    reader = _Reader(root + page.url)
    reader.read(SIDE_BY_SIDE.sub("</span> · <span", text))
    lines = (line.rstrip() for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _plain(html: str) -> str:
    return " ".join(unescape(TAGS.sub("", html)).split())


class _Reader:
    """Markdown with HTML in it to Markdown alone."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.parts: list[str] = []
        self.unseen: list[str] = []
        self.numbers: list[int | None] = []  # of the next item, for each list that is open
        self.targets: list[str] = []

    def read(self, html: str) -> None:
        """Add what `html` says to `parts`."""
        html, end = RAW.sub("", html), 0
        for match in TAG.finditer(html):
            self._text(unescape(html[end : match.start()]))
            end = match.end()
            tag = (match["name"] or "").lower()
            if match["end"]:
                self._end(tag)
            elif tag:
                self._start(tag, match["given"])
        self._text(unescape(html[end:]))

    def _start(self, tag: str, attributes: str) -> None:
        given = {name: unescape("".join(values)) for name, *values in GIVEN.findall(attributes)}
        if self.unseen or tag in UNSEEN:
            self.unseen += [tag] if tag in UNSEEN else []
        elif tag == "a":
            self.targets.append(urljoin(self.url, given.get("href") or ""))
            self.parts.append("[")
        elif tag == "li":
            value = given.get("value", "")
            number = int(value if value.isdecimal() else self.numbers[-1] or 0) if self.numbers else 0
            self._line(f"{number}. " if number or self._ordered() else "- ")
            if self._ordered():
                self.numbers[-1] = number + 1
        elif tag in ("dt", "tr"):
            self._line("- **" if tag == "dt" else "")
        elif re.fullmatch("h[1-6]", tag):
            self._line("\n" + "#" * int(tag[1]) + " ")
        elif tag in BLOCKS:
            self.parts.append("\n\n")
            if tag in ("ol", "ul"):
                self.numbers.append(1 if tag == "ol" else None)
        else:
            self.parts.append(MARKS.get(tag, ""))

    def _end(self, tag: str) -> None:
        if self.unseen:
            if tag == self.unseen[-1]:
                self.unseen.pop()
        elif tag == "a" and self.targets:
            self.parts.append(f"]({self.targets.pop()})")
        elif tag == "dt":
            self.parts.append(":** ")
        elif tag in BLOCKS or re.fullmatch("h[1-6]", tag):
            self.parts.append("\n\n")
            if tag in ("ol", "ul") and self.numbers:
                self.numbers.pop()
        else:
            self.parts.append(MARKS.get(tag, ""))

    def _text(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(data)

    def _ordered(self) -> bool:
        return bool(self.numbers) and self.numbers[-1] is not None

    def _line(self, start: str) -> None:
        ended = not self.parts or self.parts[-1].endswith("\n")
        self.parts.append(start if ended else f"\n{start}")
