"""modules.py: which scripts need which, and the hints that each page gives of them."""

import re
import subprocess
from pathlib import Path

from html_text import read

from pushpull.paths import APP
from pushpull.publish.assets import minify
from pushpull.publish.preload import closure, imports, with_preloads

TEXTS = {
    "main.mjs": 'import{a}from"./a.mjs";import("./late.mjs")',
    "a.mjs": 'export{b}from"./deep/b.mjs"\nexport const say=`import {x} from y`',
    "deep/b.mjs": 'import"../c.mjs";export const b=1',
    "c.mjs": "",
    "late.mjs": "",
    "pages/form.mjs": 'import {\n  c\n} from "../c.mjs"',
    "look.css": "",
}
PAGE = """<head><meta charset="utf-8"><title>A</title><link rel="stylesheet" href="../theme.css"></head><main{}></main>
<script src="../theme.js" defer></script><script src="../app/main.mjs" type="module"></script>"""


def hints(html: str) -> list[tuple[str, str]]:
    """What a page says it will ask for: kind, and place."""
    return re.findall(r'<link rel="((?:module)?preload)"[^>]* href="([^"]+)">', html)


def test_imports_are_found_by_place_and_those_for_later_are_not() -> None:
    assert imports(TEXTS) == {
        "main.mjs": {"a.mjs"},
        "a.mjs": {"deep/b.mjs"},
        "deep/b.mjs": {"c.mjs"},
        "c.mjs": set(),
        "late.mjs": set(),
        "pages/form.mjs": {"c.mjs"},
    }


def test_a_circle_ends() -> None:
    assert closure(["a"], {"a": {"b"}, "b": {"a", "c"}}) == {"a", "b", "c"}


def test_a_page_hints_at_what_it_starts_and_needs() -> None:
    html = with_preloads(PAGE.format(' data-module="form" data-needs="look.css late.mjs"'), imports(TEXTS))
    assert hints(html) == [
        ("preload", "../theme.css"),
        ("preload", "../theme.js"),
        *(("modulepreload", f"../app/{name}.mjs") for name in ("a", "c", "deep/b", "late", "main", "pages/form")),
        ("preload", "../app/look.css"),
        ("preload", "../app/outline.json"),
    ]
    assert html.index("charset") < html.index("preload") < html.index("<title>")


def test_a_page_that_starts_nothing_hints_at_the_main_script_alone() -> None:
    found = hints(with_preloads(PAGE.format(""), imports(TEXTS)))
    assert found == [
        ("preload", "../theme.css"),
        ("preload", "../theme.js"),
        *(("modulepreload", f"../app/{name}.mjs") for name in ("a", "c", "deep/b", "main")),
    ]
    assert with_preloads("<head></head>", imports(TEXTS)) == "<head></head>"


def test_the_imports_of_our_own_scripts_are_those_a_browser_follows(root: Path, node_path: Path) -> None:
    folder = root / "docs" / APP
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.mjs")}
    minified = {path: minify(path, text) for path, text in texts.items()}
    assert imports(texts) == imports(minified)
    run = subprocess.run(
        [
            node_path,
            "--experimental-vm-modules",
            "--no-warnings",
            root / "tests" / "support" / "node" / "module_graph.mjs",
            folder,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted((path, each) for path, found in imports(minified).items() for each in found) == sorted(
        tuple(line.split(" ")) for line in run.stdout.splitlines()
    )


def test_every_hint_of_a_built_page_leads_to_a_file(site_dir: Path) -> None:
    for path in ("assessment/quick", "results", "assessment/keep", ""):
        page = site_dir / path / "index.html"
        found = hints(page.read_text(encoding="utf-8"))
        assert "main.mjs" in {Path(place).name for _, place in found}
        assert [] == [place for _, place in found if not (page.parent / place).resolve().is_file()]
        asked = read(page.read_text(encoding="utf-8"))[0].all("link", rel="modulepreload")
        assert [each.attributes["href"] for each in asked] == [
            place for kind, place in found if kind == "modulepreload"
        ]
