"""How the browser's modules hang together: what each imports."""

import posixpath
import re
from collections.abc import Iterable, Mapping

MAIN = "main.mjs"
IMPORT = re.compile(r"""(?:^|[;}\n])\s*(?:import|export)\b[^;"'()]*?["'](\.[^"']+)["']""")


def imports(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the modules that each module cannot start without, by path, from their texts by path."""
    return {
        path: {posixpath.normpath(posixpath.join(posixpath.dirname(path), found)) for found in IMPORT.findall(text)}
        for path, text in texts.items()
        if path.endswith(".mjs")
    }


def closure(paths: Iterable[str], graph: Mapping[str, set[str]]) -> set[str]:
    """Return these modules and all that they import, directly or not."""
    found: set[str] = set()
    waiting = set(paths)
    while waiting:
        path = waiting.pop()
        found.add(path)
        waiting |= graph.get(path, set()) - found
    return found
