"""bundle.py: modules that are only ever loaded together become one, and mean the same."""

import subprocess
from pathlib import Path

import pytest

from pushpull.paths import APP
from pushpull.publish import bundle as joining
from pushpull.publish.assets import minify
from pushpull.publish.bundle import GUESTS, PUBLIC, groups, join
from pushpull.publish.modules import closure, imports

# main keeps a count that all others share; form and list are started by pages, and list asks for more later.
TEXTS = {
    "main.mjs": 'import { add } from "./core/count.mjs";\nadd("main");\n',
    "core/count.mjs": 'import { log } from "./log.mjs";\nlet n = 0;\n'
    "export const add = (who) => log(`${who} ${(n += 1)}`);\n",
    "core/log.mjs": "export function log(text) { console.log(text); }\n",
    "form.mjs": 'import { add } from "./core/count.mjs";\n'
    'import { both as two } from "./both.mjs";\nadd(two("form"));\n',
    "list.mjs": 'import { start } from "./list/rows.mjs";\nexport { start };\nexport { both } from "./both.mjs";\n',
    "list/rows.mjs": 'import { both } from "../both.mjs";\nexport async function start() {\n'
    '  const { more } = await import("./more.mjs");\n  more(both("rows"));\n}\n',
    "list/more.mjs": 'import { add } from "../core/count.mjs";\nimport { row } from "./row.mjs";\n'
    "export const more = (who) => add(row(who));\n",
    "list/row.mjs": 'export const row = (who) => `${who}, import { x } from "y"`;\n',
    "both.mjs": 'import { half } from "./half.mjs";\nexport const both = (who) => half(who);\n',
    "half.mjs": "export class Half {}\nexport const half = (who) => `${who}!`;\n",
}
# more asks for one of two kinds, each of which needs the frame.
KINDS = {
    "list/more.mjs": 'const KINDS = { bar: () => import("./bar.mjs"), map: () => import("./map.mjs") };\n'
    "export const more = async (kind) => (await KINDS[kind]()).draw();\n",
    "list/bar.mjs": 'import { frame } from "./frame.mjs";\nexport const draw = () => frame("bar");\n',
    "list/map.mjs": 'import { frame } from "./frame.mjs";\nexport const draw = () => frame("map");\n',
    "list/frame.mjs": "export const frame = (kind) => `[${kind}]`;\n",
}

LATER = {path: {"list/more.mjs"} if path == "list/rows.mjs" else set() for path in TEXTS}
RUN = 'await import("./main.mjs"); await import("./form.mjs"); const { start, both } = await import("./list.mjs");'


def write(texts: dict[str, str], folder: Path) -> Path:
    """The folder with these files in it."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, node: Path) -> list[str]:
    """What is printed when a page starts the main script, the form and the list."""
    (folder / "run.mjs").write_text(f"{RUN} await start(); console.log(both('end'));", encoding="utf-8")
    return subprocess.run([node, "run.mjs"], cwd=folder, capture_output=True, text=True, check=True).stdout.splitlines()


def test_what_is_only_loaded_together_is_one_group() -> None:
    assert sorted(sorted(group) for group in groups(imports(TEXTS), LATER)) == [
        ["both.mjs", "half.mjs"],  # by the form and by the list
        ["core/count.mjs", "core/log.mjs", "main.mjs"],  # by every page; what comes later finds it there
        ["form.mjs"],
        ["list.mjs", "list/rows.mjs"],
        ["list/more.mjs", "list/row.mjs"],
    ]


def test_a_module_by_itself_imports_once_what_it_takes_from_and_passes_on() -> None:
    both = 'import { both } from "./both.mjs";\nexport { half } from "./both.mjs";\nboth("form");\n'
    texts = TEXTS | {"both.mjs": TEXTS["both.mjs"] + 'export { half } from "./half.mjs";\n', "form.mjs": both}
    assert join(texts)["form.mjs"].count("import{") == 1


def test_what_each_kind_needs_comes_with_what_chooses_between_them() -> None:
    asked = {"list.mjs": {"list/more.mjs"}, "list/more.mjs": {"list/bar.mjs", "list/map.mjs"}}
    graph = imports(KINDS) | {"list.mjs": set[str]()}
    found = groups(graph, {path: asked.get(path, set()) for path in graph})
    assert {"list/more.mjs", "list/frame.mjs"} in found


@pytest.mark.parametrize(
    ("small", "files"),
    [
        (0, ["both.mjs", "form.mjs", "list.mjs", "list/more.mjs", "main.mjs"]),
        (1_000, ["form.mjs", "list.mjs", "list/more.mjs", "main.mjs"]),  # what form and list share comes with main
    ],
)
def test_joined_modules_do_what_they_did(
    small: int, files: list[str], node_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "SMALL", small)
    joined = join({path: minify(path, text) for path, text in TEXTS.items()})
    assert sorted(joined) == files
    said = run(write(joined, tmp_path / "joined"), node_path)
    assert said == ["main 1", "form! 2", 'rows!, import { x } from "y" 3', "end!"]
    assert said == run(write(TEXTS, tmp_path / "apart"), node_path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("export default 1;\n", "must import and export by name only"),
        ('import * as all from "./half.mjs";\n', "must import and export by name only"),
        ("export { log as add };\n", "an export must keep its name"),
    ],
)
def test_what_cannot_be_joined_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        join({**TEXTS, "core/log.mjs": TEXTS["core/log.mjs"] + text})


def test_our_own_modules_fit_together_when_joined(root: Path, node_path: Path, tmp_path: Path) -> None:
    folder = root / "docs" / APP
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.mjs")}
    joined = join({path: minify(path, text) for path, text in texts.items()})
    assert len(joined) < len(texts) - 20
    link = root / "tools" / "link_modules.mjs"
    command: list[str | Path] = [node_path, "--experimental-vm-modules", "--no-warnings", link, *joined]
    run = subprocess.run(command, cwd=write(joined, tmp_path), capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


def test_what_few_visitors_open_changes_nothing_for_other_pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "_shortened", lambda joined, _: joined)  # names of modules are given by their number
    folder = root / "docs" / APP
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.mjs")}
    texts = {name: minify(name, path.read_text(encoding="utf-8")) for name, path in paths.items() if name not in PUBLIC}
    guests = {name for name in texts if name.startswith(GUESTS)}
    graph = {name: {*found, *_asked(name, texts[name])} for name, found in imports(texts).items()}
    others = closure([name for name in texts if name.startswith(("pages/", "main")) and name not in guests], graph)
    assert guests
    with_guests, without = join(texts), join({name: texts[name] for name in texts if name in others})
    assert {name: text for name, text in with_guests.items() if name in without} == without


def test_the_main_script_carries_nothing_of_worksheets_and_rounds(root: Path) -> None:
    folder = root / "docs" / APP
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.mjs")}
    texts = {name: minify(name, path.read_text(encoding="utf-8")) for name, path in paths.items() if name not in PUBLIC}
    graph, later = imports(texts), {name: _asked(name, text) for name, text in texts.items()}
    [main] = [group for group in joining._with_main(groups(graph, later), texts, graph, later) if "main.mjs" in group]
    parts = (
        "worksheets/",
        "group/",
        "pages/",
        "charts/",
        "storage/saved-sheets",
        "storage/all-sheets",
        "storage/saved-rounds",
    )
    assert [name for name in main if name.startswith(parts) and name != "pages/respondent.mjs"] == []


def _asked(name: str, text: str) -> set[str]:
    """What a module asks for once it runs."""
    return {joining._from(name, found["path"]) for found in joining.LATER.finditer(text)}
