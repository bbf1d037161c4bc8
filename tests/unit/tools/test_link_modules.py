import subprocess
from pathlib import Path

import pytest

GOOD = "export const known = 1\nconsole.log('never printed')\n"


def link(text: str, *, root: Path, node: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "good.mjs").write_text(GOOD)
    (folder / "main.mjs").write_text(text)
    script = root / "tools" / "link_modules.mjs"
    command = [str(node), "--experimental-vm-modules", "--no-warnings", str(script), "main.mjs"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\nconst x = ;\n", "main.mjs:2\nconst x = ;\n"),
        ("import { unknown } from './good.mjs'", "main.mjs: The requested module './good.mjs' does not provide"),
        ("import './missing.mjs'", "main.mjs: imports './missing.mjs', which is no file"),
        ("import 'lodash'", "main.mjs: imports 'lodash', which must start with"),
        ("import './good'", "main.mjs: imports './good', which must start with ./ or ../ and end in .mjs"),
    ],
)
def test_a_fault_in_a_module_is_named_with_its_place(
    text: str, fault: str, root: Path, node_path: Path, tmp_path: Path
) -> None:
    run = link(text, root=root, node=node_path, folder=tmp_path)
    assert fault in run.stderr
    assert run.returncode == 1


def test_modules_are_linked_without_being_run(root: Path, node_path: Path, tmp_path: Path) -> None:
    run = link("import { known } from './good.mjs'", root=root, node=node_path, folder=tmp_path)
    assert (run.stdout, run.stderr, run.returncode) == ("1 modules checked, 0 faults\n", "", 0)
