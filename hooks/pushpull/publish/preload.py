"""How the browser's modules hang together, so that a page can ask for all it needs at once."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape

MAIN = "main.mjs"
ALWAYS = "outline.json"  # what every module of a page begins with
IMPORT = re.compile(r"""(?:^|[;}\n])\s*(?:import|export)\b[^;"'()]*?["'](\.[^"']+)["']""")
HEAD = '<meta charset="utf-8">'
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SCRIPT = re.compile(r'<script src="([^"]+)"(?: defer)?>')
STARTED = re.compile(r'<script src="([^"]*)main\.mjs" type="module">')
WANTED = re.compile(r'data-module="([\w/-]+)"(?:[^>]*data-needs="([^"]*)")?')
KINDS = {".json": 'as="fetch" crossorigin', ".css": 'as="style"'}


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


def with_preloads(html: str, graph: Mapping[str, set[str]]) -> str:
    """Return the page with a hint for each file its modules will ask for.

    Without hints a browser learns of each import only from the module before it, one journey to the host after another;
    and as soon as it has met a policy in the page, it no longer looks ahead for scripts. So the hints come at the top.
    """
    start = STARTED.search(html)
    if start is None:
        return html
    wanted = WANTED.findall(html)
    needs = {need for _, needed in wanted for need in needed.split()} | ({ALWAYS} if wanted else set())
    entries = {need for need in needs if need.endswith(".mjs")}
    modules = closure([MAIN, *(f"pages/{name}.mjs" for name, _ in wanted), *entries], graph)
    base = escape(start[1])
    links = [f'<link rel="preload" as="style" href="{src}">' for src in SHEET.findall(html)]
    links += [f'<link rel="preload" as="script" href="{src}">' for src in SCRIPT.findall(html)]
    links += [f'<link rel="modulepreload" href="{base}{path}">' for path in sorted(modules)]
    links += [
        f'<link rel="preload" {KINDS[posixpath.splitext(need)[1]]} href="{base}{need}">'
        for need in sorted(needs - entries)
    ]
    return html.replace(HEAD, HEAD + "".join(links), 1)
