"""Critical CSS: the part of the theme's style sheet that pages can need before the whole of it has come.

A rule is left out if it names an element, class, id or attribute that no page and no script of ours has: it matches
nothing until the theme's own script has run, which brings the whole sheet. A variable or an animation is left out if
nothing that is kept uses it.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
)

from pushpull.build_cache import kept

PLACE = "assets/stylesheets/critical.css"  # in pages, until its content and so its name is known
WHOLE = re.compile(r'<link rel="stylesheet" disabled data-late href="[^"]*?(assets/stylesheets/[^"]+)"')
OF_THE_THEME = (("assets", "javascripts"), ("assets", "stylesheets"))
# These two run over every page: written so that they stop at few letters.
TAG = re.compile(r"""<[a-zA-Z][^'">]*(?:(?:"[^"]*"|'[^']*')[^'">]*)*>""")
INLINE = re.compile(r"<script[^>]*>([^<]*(?:<(?!/script>)[^<]*)*)</script>")
WORD = re.compile(r"[\w-]+")
VARIABLE = re.compile(r"--[\w-]+")
PSEUDO = re.compile(r":([\w-]+)")
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
CONDITIONS = {"media", "supports", "layer", "container"}
# Every browser knows these. One that does not know a pseudo-class drops all selectors of the list that it is in, so a
# list with another one is left whole.
KNOWN = {
    *("active", "after", "before", "checked", "disabled", "empty", "enabled", "first-child", "focus", "hover"),
    *("last-child", "link", "not", "nth-child", "only-child", "root", "target", "visited"),
}


@dataclass(frozen=True)
class Part:
    """A declaration, or a rule that is kept or left out as one."""

    text: str
    sets: str | None  # the variable or animation that it makes, if it does nothing else
    uses: frozenset[str]  # variables and, as far as words tell, animations


@dataclass(frozen=True)
class Block:
    """A rule with its declarations, or a condition with its rules."""

    head: str
    body: Sequence["Block | Part"]


def put_in_place(site: Path, pages: Collection[str]) -> str:
    """Write the critical part of the theme's sheets into a built folder; return its place there, named by its content.

    In the pages stands PLACE until then, and stays where they have the whole sheets.

    What makes use of the sheets is every page, and every script and style sheet that is not the theme's.
    """
    files = [Path(folder, name) for folder, _, names in os.walk(site) for name in names]
    sheets = dict.fromkeys(address for html in pages for address in WHOLE.findall(html))
    if not sheets:
        return PLACE
    css = "".join((site / address).read_text(encoding="utf-8") for address in sheets)
    own = [path for path in files if path.relative_to(site).parts[:2] not in OF_THE_THEME]
    scripts, styles = [*_texts(own, ".mjs", ".js")], [*_texts(own, ".css")]
    in_pages = names_in_pages(pages)

    def made() -> str:
        names = in_pages | names_in_scripts(scripts)
        return critical(css, names, names.union(*map(VARIABLE.findall, styles)))

    text = kept("critical", [tinycss2.__version__, css, " ".join(sorted(in_pages)), *scripts, "", *styles], made)
    name = PLACE.replace(".css", f".{hashlib.sha256(text.encode()).hexdigest()[:8]}.css")
    (site / name).write_text(text, encoding="utf-8")
    return name


def _texts(files: Iterable[Path], *endings: str) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in files if path.suffix in endings)


def names_in_pages(pages: Iterable[str]) -> frozenset[str]:
    """Return every word in a tag or in an inline script, and so all elements, classes, ids and attributes."""
    parts = set[str]()
    for html in pages:
        parts.update(TAG.findall(html), INLINE.findall(html))
    # What stands in quotes differs from page to page in few attributes: most of it need not be looked at again.
    return frozenset(WORD.findall("\n".join({piece for part in parts for piece in part.split('"')})))


def names_in_scripts(texts: Iterable[str]) -> frozenset[str]:
    """Return every word of scripts, and for each the attribute that it stands for as `dataset.someWord`."""
    words = {word for text in texts for word in WORD.findall(text)}
    attributes = {f"data-{word if word.islower() else HUMP.sub('-', word).lower()}" for word in words}
    return frozenset(words | attributes)


def critical(css: str, names: AbstractSet[str], used: AbstractSet[str] = frozenset()) -> str:
    """Return the rules of a sheet that can match where there are only these names, in their order.

    `used` are variables and animations that others use.
    """
    kept = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names))
    return _text(kept, _reached(list(_parts(kept)), used))


def _kept(nodes: Iterable[Node], names: AbstractSet[str]) -> Iterator[Block | Part]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if selectors := _able(node.prelude, names):
                yield Block(",".join(selectors), list(_declarations(node.content)))
        elif isinstance(node, AtRule) and node.content is not None and node.lower_at_keyword in CONDITIONS:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Block(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", list(_kept(inner, names)))
        else:
            yield _whole(node)


def _whole(node: Node) -> Part:
    text, name = node.serialize(), None
    if isinstance(node, AtRule) and node.lower_at_keyword.endswith("keyframes"):
        name = tinycss2.serialize(node.prelude).strip()
    return Part(text, name, frozenset(VARIABLE.findall(text)))


def _able(prelude: Sequence[Node], names: AbstractSet[str]) -> list[str]:
    """Return those selectors of a list that can match where there are only these names."""
    lists: list[list[Node]] = [[]]
    for token in prelude:
        if _is(",", token):
            lists.append([])
        else:
            lists[-1].append(token)
    able = [tokens for tokens in lists if _needs(tokens) <= names]
    is_known = {*PSEUDO.findall(tinycss2.serialize(prelude))} <= KNOWN
    return [tinycss2.serialize(tokens).strip() for tokens in (able if is_known or not able else lists)]


def _needs(selector: Sequence[Node]) -> set[str]:
    """Return names without which a selector matches nothing; those inside :is() and the like are not looked at."""
    found = set()
    for before, token in zip([None, *selector], selector, strict=False):
        if isinstance(token, HashToken) or (isinstance(token, IdentToken) and not _is(":", before)):
            found.add(token.value)
        elif isinstance(token, SquareBracketsBlock):
            found |= _of_attribute([each for each in token.content if each.type != "whitespace"])
    return found


def _of_attribute(content: Sequence[Node]) -> set[str]:
    """Return the name of an attribute and, where it must be one word alone, that word."""
    words = [each.value if isinstance(each, IdentToken) else None for each in content]
    is_word = len(content) > 1 and _is("=", content[1])
    return {word for word in (words[:3] if is_word else words[:1]) if word}


def _is(sign: str, token: Node | None) -> bool:
    return isinstance(token, LiteralToken) and token.value == sign


def _declarations(content: Sequence[Node]) -> Iterator[Part]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declarations = [node for node in nodes if isinstance(node, Declaration)]
    if len(declarations) < len(nodes):  # something newer: kept as it is
        whole = tinycss2.serialize(content)
        yield Part(whole, None, frozenset(WORD.findall(whole)))
        return
    for node in declarations:
        text, value = f"{node.serialize()};", tinycss2.serialize(node.value)
        if node.name.startswith("--"):
            yield Part(text, node.name, frozenset(VARIABLE.findall(value)))
        else:
            yield Part(text, None, frozenset(WORD.findall(value)))


def _parts(items: Iterable[Block | Part]) -> Iterator[Part]:
    for item in items:
        if isinstance(item, Part):
            yield item
        else:
            yield from _parts(item.body)


def _reached(parts: Sequence[Part], used: AbstractSet[str]) -> set[str]:
    """Return what others use or these parts use, by way of variables too."""
    makers: dict[str, list[Part]] = {}
    for part in parts:
        if part.sets is not None:
            makers.setdefault(part.sets, []).append(part)
    found = set(used).union(*(part.uses for part in parts if part.sets is None))
    waiting = list(found & makers.keys())
    while waiting:
        for part in makers[waiting.pop()]:
            waiting += (part.uses - found) & makers.keys()
            found |= part.uses
    return found


def _text(items: Iterable[Block | Part], used: AbstractSet[str]) -> str:
    texts = []
    for item in items:
        if isinstance(item, Part):
            texts.append(item.text if item.sets is None or item.sets in used else "")
        elif inner := _text(item.body, used):
            texts.append(f"{item.head}{{{inner}}}")
    return "".join(texts)
