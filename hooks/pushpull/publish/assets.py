"""Makes the browser's own files ready to publish: without comments and spare space, in a folder named by content."""

import hashlib
from collections.abc import Callable, Mapping
from itertools import chain
from typing import TypeVar

import rcssmin
import rjsmin

from pushpull.build_cache import kept
from pushpull.paths import APP
from pushpull.publish.bundle import join, package

T = TypeVar("T")

MODULE = ".mjs"
PUBLIC = "assets/pushpull-1.mjs"  # the number rises once a program written for the file before would fail with it


def minify(name: str, text: str) -> str:
    """Return the text of a script or style sheet with the same meaning in fewer bytes; other texts as they are."""
    if name.endswith((MODULE, ".js")):
        return str(rjsmin.jsmin(text)) + "\n"
    if name.endswith(".css"):
        return str(rcssmin.cssmin(text)) + "\n"
    return text


def publish(texts: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the folder in which our files are published, and the text of each by its path there.

    A module that has been joined to another has no place of its own. One hash for all, since modules import each other:
    an old page keeps the old set and a new page the new one.
    """
    joined = _made_of("modules", texts, join)
    others = {path: minify(path, text) for path, text in sorted(texts.items()) if not path.endswith(MODULE)}
    published = others | joined
    digest = hashlib.sha256("\0".join(f"{path}\0{text}" for path, text in published.items()).encode()).hexdigest()[:8]
    return f"{APP}-{digest}", published


def public_module(texts: Mapping[str, str]) -> str:
    """Return the text of the one module for other programs, from all of ours."""
    return _made_of("package", texts, package)


def _made_of(name: str, texts: Mapping[str, str], make: Callable[[Mapping[str, str]], T]) -> T:
    """Return what `make` makes of the modules among the texts, made small; as it was made before, if it was."""
    modules = {path: text for path, text in sorted(texts.items()) if path.endswith(MODULE)}
    inputs = [rjsmin.__version__, *chain(*modules.items())]
    return kept(name, inputs, lambda: make({path: minify(path, text) for path, text in modules.items()}))
