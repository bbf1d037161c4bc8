"""modules.py: which scripts need which."""

import subprocess
from pathlib import Path

from pushpull.paths import APP
from pushpull.publish.assets import minify
from pushpull.publish.modules import closure, imports

TEXTS = {
    "main.mjs": 'import{a}from"./a.mjs";import("./late.mjs")',
    "a.mjs": 'export{b}from"./deep/b.mjs"\nexport const say=`import {x} from y`',
    "deep/b.mjs": 'import"../c.mjs";export const b=1',
    "c.mjs": "",
    "late.mjs": "",
    "pages/form.mjs": 'import {\n  c\n} from "../c.mjs"',
}


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
