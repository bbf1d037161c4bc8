"""Makes the browser's own files ready to publish: without comments and spare space, in a folder named by content."""

import hashlib
import re
from collections.abc import Mapping

import rcssmin
import rjsmin

FOLDER = "assets/app"  # below the docs folder; below the site, with the content's hash

QUESTIONS = 'class="pp-questions"'  # stands on each page of questions
READING = re.compile(r'<link rel="stylesheet" href="[^"]*/reading\.css">')


def squeeze(name: str, text: str) -> str:
    """Return the text of a script or style sheet with the same meaning in fewer bytes; other texts as they are."""
    if name.endswith((".mjs", ".js")):
        return str(rjsmin.jsmin(text)) + "\n"
    if name.endswith(".css"):
        return str(rcssmin.cssmin(text)) + "\n"
    return text


def publish(texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return, for each file by its path below the docs folder, where it is published and its text there.

    One hash for all, since modules import each other: an old page keeps the old set and a new page the new one.
    """
    squeezed = {uri: squeeze(uri, text) for uri, text in sorted(texts.items())}
    digest = hashlib.sha256("\0".join(f"{uri}\0{text}" for uri, text in squeezed.items()).encode()).hexdigest()[:8]
    return {uri: (f"{FOLDER}-{digest}{uri.removeprefix(FOLDER)}", text) for uri, text in squeezed.items()}


def fitted(html: str) -> str:
    """Return a page of questions without the styles of pages that are read; any other page as it is."""
    return READING.sub("", html) if QUESTIONS in html else html
