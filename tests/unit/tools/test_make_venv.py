"""The first command of all: what it says where it cannot do its work."""

import shutil
import subprocess
import sys
from pathlib import Path


def test_what_the_system_refuses_is_told_in_a_line(root: Path, tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    shutil.copy(root / "tools" / "make_venv.py", tmp_path / "tools")
    shutil.copy(root / "requirements.txt", tmp_path)
    (tmp_path / ".venv").symlink_to("/dev/null/gone")

    command = [sys.executable, str(tmp_path / "tools" / "make_venv.py"), "site"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stderr.startswith(".venv could not be set up: ")
    assert run.stderr.count("\n") == 1


def test_what_a_link_leads_to_is_never_emptied(root: Path, tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    shutil.copy(root / "tools" / "make_venv.py", tmp_path / "tools")
    shutil.copy(root / "requirements.txt", tmp_path)
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "python").write_text("in use", encoding="utf-8")
    (tmp_path / ".venv").symlink_to(tmp_path / "theirs", target_is_directory=True)

    command = [sys.executable, str(tmp_path / "tools" / "make_venv.py"), "site"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr.splitlines()[0]) == (
        1,
        f".venv is out of date, and it is a link to {tmp_path / 'theirs'}: it is left as it is.",
    )
    assert (tmp_path / "theirs" / "python").read_text(encoding="utf-8") == "in use"
