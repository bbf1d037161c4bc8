"""Which folder may import which, and which folders are pure: the map in CONTRIBUTING.md."""

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

SCRIPTS = {  # folder: folders it may import from; types.mjs is for all
    "response": set(),
    "scoring": {"response"},
    "links": {"response", "scoring"},
    "exports": {"response", "scoring"},
    "worksheets": {"response"},
    "group": {"response", "scoring", "links"},
    "storage": {"response"},
    "ui": set[str](),
    "charts": {"scoring", "ui", "vendor", "worksheets"},
    "theme": {"ui", "storage"},
    "pages": {"response", "scoring", "links", "exports", "worksheets", "group", "storage", "ui", "charts", "theme"},
    "main.mjs": {"pages", "theme", "storage", "ui"},
}
LIMIT = 14
CODE = ("py", "mjs", "css", "jinja")
PURE = ("response", "scoring", "links", "exports", "worksheets", "group")
TOUCHES = re.compile(r"\b(?:document|window|localStorage|sessionStorage|navigator|location|fetch)\b(?=[.(\[])")
STORES = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB)\b|\bcaches\.")
PACKAGES = {
    "problem": set(),
    "addresses": set[str](),
    "paths": set[str](),
    "build_cache": {"paths"},
    "collector": set[str](),
    "text": set[str](),
    "words": {"build_cache", "paths"},
    "schema": {"problem"},
    "loading": {"problem", "schema"},
    "bank": {"problem", "schema", "loading", "words", "collector"},
    "releases": {"problem", "schema", "bank"},
    "formulas": {"problem", "schema"},
    "new_site": {"paths"},
    "generators": {"bank", "loading", "pages", "paths", "problem", "publish", "words"},
    "coverage": {"problem", "schema", "bank"},
    "rules": {
        "addresses",
        "problem",
        "schema",
        "formulas",
        "loading",
        "bank",
        "releases",
        "text",
        "words",
        "collector",
    },
    "pages": {
        *("addresses", "problem", "schema", "formulas", "bank", "coverage", "releases", "rules", "paths"),
        *("build_cache", "collector", "text", "words"),
    },
    "prose": {"problem", "schema", "bank", "coverage", "text"},
    "publish": {"build_cache", "paths", "problem", "words"},
}
LATER = re.compile(r'import\("[^"]+"\)')  # once the module runs: no circle
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
HEADING = re.compile(r'\s*(?:// @ts-check\s+)?(?:"""(.*?)"""|/\*(.*?)\*/)', re.DOTALL)
NAMED = re.compile(r"[\w-]+\.(?:mjs|py)\b")
ROW = re.compile(r"^\| (`[a-z/`, ]+`) \|.*\| ?([^|]*) \|$", re.MULTILINE)  # of the map: folders, and what they may use
FROM = re.compile(r'(?:from |import\(|import )"(\.[^"]+)"')


def scripts(root: Path) -> dict[str, str]:
    """Each module by its path below the folder of scripts, without its comments."""
    app = root / "docs" / "assets" / "app"
    paths = [path for path in sorted(app.rglob("*.mjs")) if "vendor" not in path.parts]
    return {path.relative_to(app).as_posix(): COMMENT.sub("", path.read_text(encoding="utf-8")) for path in paths}


def imported(path: str, text: str) -> set[str]:
    """What a module imports, by path."""
    return {normpath(join(dirname(path), found)) for found in FROM.findall(text)}


def test_a_folder_of_scripts_imports_only_what_it_may(root: Path) -> None:
    found = [
        f"{path} imports {other}"
        for path, text in scripts(root).items()
        for other in imported(path, text)
        if path.split("/")[0] in SCRIPTS
        and other.split("/")[0] not in {path.split("/")[0], *SCRIPTS[path.split("/")[0]]}
    ]
    assert found == []


def test_every_folder_of_scripts_has_a_place_on_the_map(root: Path) -> None:
    folders = {path.split("/")[0] for path in scripts(root) if "/" in path}
    assert folders <= set(SCRIPTS)


def test_scripts_import_in_no_circle(root: Path) -> None:
    graph = {path: imported(path, LATER.sub("", text)) for path, text in scripts(root).items()}
    while leaves := {path for path, needs in graph.items() if not needs & set(graph)}:
        graph = {path: needs for path, needs in graph.items() if path not in leaves}
    assert graph == {}


def test_pure_folders_touch_neither_document_nor_storage(root: Path) -> None:
    found = {path: TOUCHES.findall(text) for path, text in scripts(root).items() if path.split("/")[0] in PURE}
    assert {path: names for path, names in found.items() if names} == {}


def test_only_the_storage_folder_touches_storage(root: Path) -> None:
    found = [path for path, text in scripts(root).items() if STORES.search(text) and not path.startswith("storage/")]
    assert found == []


def test_a_package_imports_only_what_it_may(root: Path) -> None:
    core = root / "hooks" / "pushpull"
    found = []
    for path in sorted(core.rglob("*.py")):
        own = path.relative_to(core).parts[0].removesuffix(".py")
        if own in ("__main__", "__init__"):
            continue
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r"from pushpull\.(\w+)", text))
        named |= {each.strip() for line in re.findall(r"from pushpull import (.+)", text) for each in line.split(",")}
        found += [f"{path.relative_to(core)} imports {other}" for other in sorted(named - {own} - PACKAGES[own])]
    assert found == []


@pytest.mark.parametrize(("table", "rules"), [(0, SCRIPTS), (1, PACKAGES)])
def test_the_map_says_what_each_folder_may_use(table: int, rules: dict[str, set[str]], root: Path) -> None:
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").split("| package of")[table]
    rows = [(re.findall(r"\w+", folders), may) for folders, may in ROW.findall(page)]
    mapped = {folder for folders, _ in rows for folder in folders}
    above, wrong = set[str](), []
    for folders, may in rows:
        named = set(re.findall(r"`(\w+)", may))
        said = named | (above if re.search("these|those", may) else set())
        for folder in folders:
            wrong += [f"{folder} uses {name}" for name in rules[folder] & mapped - said]
            wrong += [f"{folder} does not use {name}" for name in named - rules[folder]]
        above.update(folders)
    assert mapped
    assert wrong == []


@pytest.mark.parametrize("folder", ["hooks", "docs/assets/app", "tools", "tests/unit", "tests/site", "tests/support"])
def test_a_folder_holds_about_a_dozen_files(root: Path, folder: str) -> None:
    counts = {
        place.relative_to(root).as_posix(): len(files)
        for place in [root / folder, *(root / folder).rglob("*")]
        if place.is_dir() and "vendor" not in place.parts and "__pycache__" not in place.parts
        if len(files := [each for each in place.iterdir() if each.suffix in (".py", ".mjs", ".jinja")]) > LIMIT
    }
    assert counts == {}


def test_no_file_of_code_has_more_than_250_lines(root: Path) -> None:
    folders = [root / name for name in ("hooks", "tools", "docs/assets/app", "tests")]
    files = [path for folder in folders for ending in CODE for path in folder.rglob(f"*.{ending}")]
    lengths = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in files
        if "vendor" not in path.parts
    }
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_a_file_that_the_heading_of_another_names_is_there(root: Path) -> None:
    folders = [root / name for name in ("hooks", "tools", "docs/assets/app", "tests")]
    files = [path for folder in folders for ending in ("py", "mjs") for path in folder.rglob(f"*.{ending}")]
    headings = {path: HEADING.match(path.read_text(encoding="utf-8")) for path in files if "vendor" not in path.parts}
    named = {path.name: NAMED.findall(heading[0]) for path, heading in headings.items() if heading}
    there = {path.name for path in files}
    assert {name: gone for name, names in named.items() if (gone := [*{*names} - there])} == {}
