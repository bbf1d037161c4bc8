"""The check of the JavaScript, as far as it needs no npm."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

import check_javascript


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started, in place of starting them; each ends well."""
    started: list[list[str]] = []

    def note(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(check_javascript, "INSTALLED", tmp_path / "npm")
    monkeypatch.setattr(subprocess, "run", note)
    return started


def test_without_npm_it_says_what_was_not_checked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert check_javascript.main() == 0
    said = "npm is not on the PATH, so neither format nor types of the JavaScript were checked.\n"
    assert capsys.readouterr().out == said


def test_the_tools_are_installed_once_by_their_hashes_and_run_no_script(
    installed: list[list[str]], tmp_path: Path
) -> None:
    check_javascript.install("npm")
    check_javascript.install("npm")
    assert installed == [["npm", "ci", "--ignore-scripts", "--loglevel=error"]]
    assert sorted(path.name for path in (tmp_path / "npm").iterdir()) == [
        ".npmrc",
        "package-lock.json",
        "package.json",
        "stamp",
    ]


def test_what_cannot_be_installed_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(check_javascript, "INSTALLED", tmp_path / "file" / "npm")
    monkeypatch.setattr("shutil.which", lambda _: "npm")
    assert check_javascript.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("The tools in tools/npm could not be installed: ")
    assert said.count("\n") == 1


def test_all_javascript_is_checked_but_what_others_have_written(root: Path) -> None:
    looked_at = [path for folder in check_javascript.FILES for path in (root / folder).rglob("*.*js")]
    assert [path for path in root.rglob("*.*js") if not outside(path, root) and path not in looked_at] == []


def outside(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    return parts[0].startswith(".") or parts[0] in {"site", "test-results"}
