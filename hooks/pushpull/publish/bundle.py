"""Joins the browser's modules that are only ever loaded together: fewer journeys to the host, and fewer bytes.

For modules as ours are: imports and exports by name, no circles, no exported value that changes. Bundlers do more, and
all need Node.js, which making the site does not.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence

from pushpull.publish.modules import MAIN, closure, imports

IMPORT, EXPORT = (rf"{word}(?<![^;}}\n]{word})" for word in ("import", "export"))  # the word first: ten times as fast
NAMES = r"\{(?P<names>[^}]*)\}"
FROM = re.compile(rf'(?P<kind>{IMPORT}|{EXPORT})\s*{NAMES}\s*from\s*"(?P<path>[^"]+)";?')
LISTED = re.compile(rf"{EXPORT}\s*{NAMES}(?!\s*from\b);?")
DECLARED = re.compile(rf"{EXPORT}\s+(?=(?:const|(?:async\s+)?function\*?|class)\s+(?P<name>[\w$]+))")
LATER = re.compile(r'import\("(?P<path>\.[^"]+)"\)')
LEFT = re.compile(rf"(?:{IMPORT}(?!\s*[.(])|{EXPORT})\b")
VALUE = re.compile(r"\$\w+")
VENDORED = "vendor/"
HERE = re.compile(r"import(?<!\wimport)\.meta\.url\b")
# For other programs: no page asks for them.
PUBLIC = ("agreement.mjs", "recommend.mjs", "responses.mjs", "score.mjs", "share.mjs")
PACKAGE = "pushpull.mjs"  # all of these in one
LICENCE = "/* push-to-pull, MIT */\n"
# Pages that few visitors open take what they share with others from where it is: they change nothing for these.
GUESTS = ("pages/team/", "pages/embed.mjs")
SMALL = 1_000  # bytes that are sooner carried by every page than fetched apart
Graph = Mapping[str, set[str]]


def join(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the modules to publish, by path, from all of them; one that has been joined to another is left out.

    Raises: ValueError if a module is written in a way that this cannot join.
    """
    homes: dict[str, str] = {}
    joined: dict[str, set[str]] = {}
    pages = {path: text for path, text in texts.items() if path not in (*PUBLIC, PACKAGE)}
    whole = imports(texts)
    graph = {path: whole[path] for path in pages if path in whole}
    later = {path: {_from(path, each["path"]) for each in LATER.finditer(text)} for path, text in pages.items()}
    entries = _entries(graph, later)
    for group in _with_main(groups(graph, later), texts, graph, later):
        named = group & entries
        if len(group) > 1 and len(named) < 2:
            home = min(named or group)
            joined[home] = group
            homes |= dict.fromkeys(group, home)
    alone = {path: _alone(path, text, homes) for path, text in pages.items() if path not in homes}
    together = {home: _joined(home, _in_order(group, graph), texts, homes) for home, group in joined.items()}
    public = {path: _whole(path, texts, whole) for path in PUBLIC if path in texts}
    return _shortened(alone | together | public, [*sorted(pages), *PUBLIC])


def _shortened(joined: Mapping[str, str], paths: Sequence[str]) -> dict[str, str]:
    """Return the texts with a short name for each module of these paths: nobody types them."""
    short = {_name(path): f"${_letters(number)}" for number, path in enumerate(paths)}
    return {path: VALUE.sub(lambda found: short.get(found[0], found[0]), text) for path, text in joined.items()}


def _letters(number: int) -> str:
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)


def package(texts: Mapping[str, str]) -> str:
    """Return one module by itself that holds all public ones, from all modules.

    Raises: ValueError if something in it is fetched only once it runs.
    """
    graph = imports(texts)
    order = _in_order(closure([PACKAGE], graph), graph)
    if asking := [path for path in order if LATER.search(texts[path]) or HERE.search(texts[path])]:
        raise ValueError(f"a module that other programs use must ask for no file: {', '.join(asking)}")
    parts = [_member(path, PACKAGE, texts[path]) for path in order]
    _, names = _exports(texts[PACKAGE])
    return f"{LICENCE}{''.join(parts)}export const{{{','.join(names)}}}={_name(PACKAGE)};\n"


def _whole(path: str, texts: Mapping[str, str], graph: Graph) -> str:
    """Return a module with all it imports: elsewhere that is joined to what starts a page."""
    return _joined(path, _in_order(closure([path], graph), graph), texts, {})


def _entries(graph: Graph, later: Graph) -> set[str]:
    """Return what is asked for by name: by a page, which is what nothing imports, or by a module once it runs."""
    return (set(graph) - set().union(*graph.values())) | set().union(*later.values()) | {MAIN}


def groups(graph: Graph, later: Graph) -> list[set[str]]:
    """Return the modules in groups, of which each is loaded whole or not at all; vendored ones stay by themselves.

    `graph` holds what each module imports, `later` what it asks for once it runs.
    """
    first = _loaded_by(graph, later)
    # What has been asked for and asks for one of several things, brings what each of these needs.
    wanted = set().union(*later.values())
    carriers = {tuple(sorted(asked)): path for path, asked in later.items() if path in wanted and len(asked) > 1}
    found: dict[tuple[object, ...], set[str]] = {}
    for path, by in first.items():
        loaded = first[carriers[by]] if by in carriers else by
        key = (path,) if path.startswith(VENDORED) else (None, *loaded)
        found.setdefault(key, set()).add(path)
    return list(found.values())


def _loaded_by(graph: Graph, later: Graph) -> dict[str, tuple[str, ...]]:
    """Return for each module what is asked for by name and brings it, where nothing has brought it before."""
    entries = _entries(graph, later)
    loaded = {entry: closure([entry], graph) for entry in entries}
    after = {entry: _only_through(loaded[entry], later, graph) for entry in entries}
    after[MAIN] = entries - {MAIN}  # a page asks for the main script first
    found = {}
    for path in graph:
        every = {entry for entry in entries if path in loaded[entry]}
        by = {entry for entry in every if not entry.startswith(GUESTS)} or every
        found[path] = tuple(sorted(entry for entry in by if not any(entry in after[other] for other in by)))
    return found


def _with_main(found: list[set[str]], texts: Mapping[str, str], graph: Graph, later: Graph) -> list[set[str]]:
    """Return the groups, with what is small and needed by several pages in that of the main script."""
    entries = _entries(graph, later)
    pages = {entry for entry in entries if not entry.startswith(GUESTS)} - {MAIN} - set().union(*later.values())
    main = next((group for group in found if MAIN in group), set[str]())

    def is_carried(group: set[str]) -> bool:
        small = sum(len(texts[path]) for path in group) < SMALL
        shared = sum(group <= closure([page], graph) for page in pages) > 1
        return small and shared and not group & entries and closure(group, graph) <= main | group

    carried = [group for group in found if is_carried(group)]
    return [main.union(*carried), *(group for group in found if group is not main and group not in carried)]


def _only_through(own: set[str], later: Graph, graph: Graph) -> set[str]:
    """Return the modules that are asked for by `own`, or by what that has asked for, and by nothing else."""
    reached, found = set(own), set[str]()
    asked = {each: {path for path in later if each in later[path]} for each in set().union(*later.values()) - own}
    while more := {each for each in asked.keys() - found if asked[each] <= reached}:
        found |= more
        reached |= closure(more, graph)
    return found


def _joined(home: str, order: Sequence[str], texts: Mapping[str, str], homes: Mapping[str, str]) -> str:
    """Return the text of a group: each member as a value that holds its exports, in the order of their imports."""
    targets = {_from(path, match["path"]) for path in order for match in FROM.finditer(texts[path])}
    outside = _imports_of(sorted(targets - set(order)), home, homes)
    parts = [_member(path, home, texts[path]) for path in order]
    values = ",".join(_name(path) for path in order)
    own = ",".join(name for names in _exports(texts[home]) for name in names)
    return f"{outside}{''.join(parts)}export{{{values}}};export const{{{own}}}={_name(home)};\n"


def _member(path: str, home: str, text: str) -> str:
    """Return one module as a value that holds its exports."""
    own, passed_on = _exports(text)
    body = LISTED.sub("", DECLARED.sub("", text))
    body = HERE.sub(lambda _: f'new URL("{_relative(path, home)}",import.meta.url).href', body)
    body = FROM.sub(lambda match: _taken(match, path) if match["kind"] == "import" else "", body)
    body = LATER.sub(lambda match: f'import("{_relative(_from(path, match["path"]), home)}")', body)
    if LEFT.search(body):
        raise ValueError(f"{path} must import and export by name only, to be joined to {home}")
    given = [f"{name}:{_name(_from(path, place))}.{name}" for name, place in passed_on.items()]
    return f"const {_name(path)}=(()=>{{{body.strip()}\nreturn{{{','.join([*own, *given])}}}}})();\n"


def _alone(path: str, text: str, homes: Mapping[str, str]) -> str:
    """Return a module that stays by itself, with what it imports taken from where that now is."""
    there = set[str]()  # imports and exports may name the same module

    def moved(match: re.Match[str]) -> str:
        target = _from(path, match["path"])
        if target not in homes:
            return match[0]
        start = "export " if match["kind"] == "export" else ""
        outside = "" if target in there else _imports_of([target], path, homes)
        there.add(target)
        return f"{outside}{start}{_taken(match, path)}"

    return FROM.sub(moved, text)


def _taken(match: re.Match[str], importer: str) -> str:
    """Return what takes the imported names out of the value that holds them."""
    return f"const{{{_unpacked(match['names'])}}}={_name(_from(importer, match['path']))};"


def _imports_of(targets: Sequence[str], importer: str, homes: Mapping[str, str]) -> str:
    """Return the imports that give all exports of each target as one value."""
    apart = [f'import*as {_name(path)} from"{_relative(path, importer)}";' for path in targets if path not in homes]
    by_home: dict[str, list[str]] = {}
    for path in targets:
        if path in homes:
            by_home.setdefault(homes[path], []).append(_name(path))
    joined = [f'import{{{",".join(names)}}}from"{_relative(home, importer)}";' for home, names in by_home.items()]
    return "".join([*joined, *apart])


def _exports(text: str) -> tuple[list[str], dict[str, str]]:
    """Return the names a module exports: its own, and those it passes on with where they come from."""
    own = [match["name"] for match in DECLARED.finditer(text)]
    own += [name for match in LISTED.finditer(text) for name in _unpacked(match["names"]).split(",") if name]
    passed_on = {
        name: match["path"]
        for match in FROM.finditer(text)
        if match["kind"] == "export"
        for name in _unpacked(match["names"]).split(",")
    }
    if any(":" in name for name in (*own, *passed_on)):
        raise ValueError("an export must keep its name")
    return own, passed_on


def _in_order(members: set[str], graph: Mapping[str, set[str]]) -> list[str]:
    """Return the members such that each comes after what it imports."""
    done: dict[str, None] = {}

    def add(path: str) -> None:
        for each in sorted(graph[path] & members):
            if each not in done:
                add(each)
        done[path] = None

    for path in sorted(members):
        if path not in done:
            add(path)
    return list(done)


def _unpacked(names: str) -> str:
    """Return `{a, b as c}` without its braces as what takes a value apart: `a,b:c`."""
    return ",".join(":".join(name.split(" as ")) for each in names.split(",") if (name := " ".join(each.split())))


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".mjs"))


def _from(importer: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))


def _relative(path: str, importer: str) -> str:
    found = posixpath.relpath(path, posixpath.dirname(importer) or ".")
    return found if found.startswith(".") else f"./{found}"
