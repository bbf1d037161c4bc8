"""Makes the browser's own files ready to publish: without comments and spare space, in a folder named by content."""

import hashlib
import re
from collections.abc import Mapping

import rcssmin
import rjsmin

from pushpull.paths import APP
from pushpull.publish.bundle import join

# Style sheets that some pages do without: the sheet, what a page has, and whether such a page needs it.
SHEETS = (
    ("form.css", re.compile(r'class="pp-(?:questions|tasks|review)"'), True),
    ("reading.css", re.compile(r'class="pp-(?:questions|results)"'), False),
)


def minify(name: str, text: str) -> str:
    """Return the text of a script or style sheet with the same meaning in fewer bytes; other texts as they are."""
    if name.endswith((".mjs", ".js")):
        return str(rjsmin.jsmin(text)) + "\n"
    if name.endswith(".css"):
        return str(rcssmin.cssmin(text)) + "\n"
    return text


def publish(texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return, for each file by its path below the docs folder, where it is published and its text there.

    A module that has been joined to another has no place of its own. One hash for all, since modules import each other:
    an old page keeps the old set and a new page the new one.
    """
    minified = {uri: minify(uri, text) for uri, text in sorted(texts.items())}
    modules = {uri.removeprefix(f"{APP}/"): text for uri, text in minified.items() if uri.endswith(".mjs")}
    minified = {uri: text for uri, text in minified.items() if not uri.endswith(".mjs")}
    minified |= {f"{APP}/{path}": text for path, text in join(modules).items()}
    digest = hashlib.sha256("\0".join(f"{uri}\0{text}" for uri, text in minified.items()).encode()).hexdigest()[:8]
    return {uri: (f"{APP}-{digest}{uri.removeprefix(APP)}", text) for uri, text in minified.items()}


def fitted(html: str) -> str:
    """Return the page with those of our style sheets that it needs."""
    for sheet, sign, needed in SHEETS:
        if bool(sign.search(html)) != needed:
            html = re.sub(rf'<link rel="stylesheet" href="[^"]*/{re.escape(sheet)}">', "", html)
    return html
