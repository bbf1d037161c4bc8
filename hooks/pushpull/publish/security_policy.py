"""The security policy of each page: the site's own files only, and inline scripts by their hash."""

import base64
import hashlib
import re
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
STRAY = re.compile(r"<script\b[^>]{0,80}", re.IGNORECASE)
DATA = re.compile(r'type="?application/(?:ld\+)?json"?')
HEAD = re.compile(r'(<meta charset="utf-8">)')


def with_policy(html: str) -> str:
    """Return the page with its policy as the first thing after the character set.

    Raises: ValueError if the page has no place for the policy, or a script that it would block unseen.
    """
    if left := STRAY.search(SCRIPT.sub("", html)):
        raise ValueError(
            f"every script of a page must be read whole to be named by hash, but this one was not: {left[0]}"
        )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy(html))}">'
    page, found = HEAD.subn(lambda match: match[1] + meta, html, count=1)
    if not found:
        raise ValueError('a page must have <meta charset="utf-8"> in its head, but the theme made one without')
    return page


def _policy(html: str) -> str:
    """Return the policy under which the page at hand runs as it is, and with no inline script added to it."""
    texts = [script["text"] for script in SCRIPT.finditer(html) if _runs(script["attributes"])]
    scripts = ["'self'", *sorted({_hash(text) for text in texts})]
    parts = [f"{kind} {sources}" for kind, sources in SOURCES.items()]
    return "; ".join([parts[0], f"script-src {' '.join(scripts)}", *parts[1:]])


def _runs(attributes: str) -> bool:
    return "src=" not in attributes and not DATA.search(attributes)


@lru_cache  # most pages have the same scripts
def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
