"""The security policy of each page: the site's own files only, and inline scripts and styles by their hash."""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from html import escape

# What a page may load. No 'unsafe-inline', no 'unsafe-eval'; inline scripts of the theme are named by hash.
SOURCES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# No possessive quantifiers: Python 3.11.2, which Debian 12 ships, matches nothing where they nest.
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>[^<]*(?:<(?!/script>)[^<]*)*)</script>")
# It runs over every page: with the letter of its own, most tags are passed over at once.
BEGINS = re.compile(r"<[sS](?:cript|(?P<style>tyle))\b[^>]{0,80}", re.IGNORECASE)
DATA = re.compile(r'type="?application/(?:ld\+)?json"?')
STYLE = re.compile(r"<style[^>]*>(?P<text>[^<]*)</style>")
# A style sheet that a script of the theme puts in as it is: Zensical's search has one.
PUT_IN = re.compile(r'\("style",\{\},(\w+)')
CARRIED = re.compile(r"""\b(?P<name>\w+)=(?P<quote>['"`])(?P<text>[.:@][^'\\]{400,}\})(?P=quote)""")
HEAD = re.compile(r'(<meta charset="utf-8">)')


def carried_styles(script: str) -> list[str]:
    """Return the names, in a policy, of the style sheets that a script of the theme would put into a page."""
    put_in = PUT_IN.findall(script)
    carried = CARRIED.finditer(script) if put_in else ()  # which takes long to look for
    return [_hash(found["text"]) for found in carried if found["name"] in put_in]


def with_policy(html: str, styles: Collection[str] = ()) -> str:
    """Return the page with its policy as the first thing after the character set; `styles` may be put in by scripts.

    Raises: ValueError if the page has no place for the policy, or a script that it would block unseen.
    """
    inline, allowed = _inline(html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy(inline, allowed.union(styles)))}">'
    page, found = HEAD.subn(lambda match: match[1] + meta, html, count=1)
    if not found:
        raise ValueError('a page must have <meta charset="utf-8"> in its head, but the theme made one without')
    return page


def _inline(html: str) -> tuple[set[str], set[str]]:
    """Return the hashes of the scripts that run in a page and of its style sheets.

    Raises: ValueError if it has a script that cannot be read.
    """
    scripts, styles, end = set[str](), set[str](), 0
    for begins in BEGINS.finditer(html):
        if begins.start() < end:  # what the text of a script says of scripts is none
            continue
        if begins["style"]:
            if style := STYLE.match(html, begins.start()):
                styles.add(_hash(style["text"]))
        elif script := SCRIPT.match(html, begins.start()):
            end = script.end()
            if _runs(script["attributes"]):
                scripts.add(_hash(script["text"]))
        else:
            must = "every script of a page must be read whole to be named by hash, but this one was not"
            raise ValueError(f"{must}: {begins[0]}")
    return scripts, styles


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy under which the page at hand runs as it is, and with no inline script added to it."""
    sources = SOURCES | {"style-src": " ".join(["'self'", *sorted(styles)])}
    parts = [f"{kind} {source}" for kind, source in sources.items()]
    return "; ".join([parts[0], " ".join(["script-src", "'self'", *sorted(scripts)]), *parts[1:]])


def _runs(attributes: str) -> bool:
    return "src=" not in attributes and not DATA.search(attributes)


@lru_cache  # most pages have the same scripts
def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
