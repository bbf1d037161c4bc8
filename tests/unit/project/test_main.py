"""The commands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from banks import FIXTURES, SMALL, changed_bank

from pushpull.__main__ import main


def test_a_sound_bank_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--bank", str(SMALL)])

    assert (code, *capsys.readouterr()) == (
        0,
        "The bank is sound: 5 practices, 7 plays, 1 insight, 2 symptoms, 1 sample.\n",
        "",
    )


def test_a_broken_bank_is_told_on_the_error_stream(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FIXTURES)

    code = main(["check", "--bank", "broken_bank"])

    assert (code, *capsys.readouterr()) == (
        1,
        "",
        (FIXTURES / "broken_bank.expected.txt").read_text(encoding="utf-8"),
    )


def test_schemas_are_written_into_the_bank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["schema", "--bank", str(tmp_path)])

    assert (code, capsys.readouterr().out) == (
        0,
        f"11 schemas written to {tmp_path / 'schema'}, 2 to docs/assets/schema.\n",
    )
    assert (tmp_path / "schema" / "play.schema.json").exists()


def test_prose_is_told_apart_from_the_bank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A\n\nOne. Two!\n", encoding="utf-8")

    code = main(["prose", "--bank", str(SMALL), "--docs", str(tmp_path)])

    path = (tmp_path / "a.md").as_posix()
    softened = "1 of house style, which `style` in model.yml can soften"
    told = (
        "a page must not raise its voice, but found an exclamation mark: take it out [house style: pages-do-not-shout]"
    )
    assert (code, *capsys.readouterr()) == (1, "", f"{path}:3:1: {told}\n1 problem in the prose, {softened}.\n")


def test_a_page_that_is_no_text_is_told_and_the_prose_is_not_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_bytes("# Café\n".encode("latin-1"))

    code = main(["prose", "--bank", str(SMALL), "--docs", str(tmp_path)])

    told = "a page must be UTF-8 text, but it is not: save it again with that encoding [must hold]"
    path = (tmp_path / "a.md").as_posix()
    assert (code, *capsys.readouterr()) == (1, "", f"{path}:1:1: {told}\n1 problem in the prose.\n")


def test_prose_that_is_fit_to_read_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A\n\nOne is here. Two.\n", encoding="utf-8")

    code = main(["prose", "--bank", str(SMALL), "--docs", str(tmp_path)])

    heading, row = capsys.readouterr().out.splitlines()
    assert (code, ["words", "median", "longest", "grade"]) == (0, heading.split()[:4])
    assert ["4", "2", "3"] == row.split()[:3]


def test_a_release_is_kept_in_the_bank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = changed_bank(tmp_path, {})

    code = main(["release", "--bank", str(bank)])

    path = bank / "releases" / "1.0.0.json"
    assert (code, capsys.readouterr().out) == (0, f"What the bank asks is kept in {path}.\n")
    assert path.exists()


def test_another_release_of_one_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = changed_bank(tmp_path, {})
    main(["release", "--bank", str(bank)])
    path = bank / "practices" / "care" / "first-lesson.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("rev: 1", "rev: 2"), encoding="utf-8")
    capsys.readouterr()

    code = main(["release", "--bank", str(bank)])

    assert (code, *capsys.readouterr()) == (
        1,
        "",
        "a release must never change, but 1.0.0 has asked something else: raise `version` in model.yml\n",
    )


def test_pages_are_written_as_plain_files(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    (tmp_path / "docs").mkdir()

    code = main(["render", "--bank", str(SMALL), "--docs", str(tmp_path / "docs"), "--to", str(tmp_path / "out")])

    written = sum(path.is_file() for path in (tmp_path / "out").rglob("*"))
    assert (code, capsys.readouterr().out) == (0, f"{written} files written to {tmp_path / 'out'}.\n")
    assert (tmp_path / "out" / "docs" / "playbook" / "lending" / "loan-book.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a file in place of a folder is another error there")
def test_what_cannot_be_written_is_told_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    code = main(["schema", "--bank", str(tmp_path / "file")])

    assert (code, *capsys.readouterr()) == (1, "", f"Not a directory: {tmp_path / 'file' / 'schema'}\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["chekc"], "invalid choice: 'chekc'"),
        (["check", "--bnk", "x"], "unrecognized arguments: --bnk x"),
        (["render"], "the following arguments are required: --to"),
    ],
)
def test_a_wrong_command_shows_its_use(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    said = capsys.readouterr().err
    assert caught.value.code == 2
    assert said.startswith("usage: python -m pushpull")
    assert complaint in said


@pytest.mark.parametrize(("bank", "code"), [("assessment", 0), ("tests/fixtures/broken_bank", 1), ("nowhere", 1)])
def test_the_command_runs_from_the_project_s_folder(bank: str, code: int, root: Path) -> None:
    command = [sys.executable, "-m", "pushpull", "check", "--bank", bank]

    done = subprocess.run(
        command, cwd=root, env=os.environ | {"PYTHONPATH": "hooks"}, capture_output=True, text=True, check=False
    )

    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == bool(code)


@pytest.mark.skipif(sys.platform == "win32", reason="names may hold neither there")
@pytest.mark.parametrize("odd", ["two\nlines", "\x1b[31mred", "\x9b2J", "right\u202eleft", "\udcff"])
def test_a_file_s_name_neither_ends_the_line_nor_reaches_the_terminal_raw(
    odd: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bank = changed_bank(tmp_path, {})
    (bank / "plays" / f"{odd}.yml").write_text("id: [\n", encoding="utf-8")

    code = main(["check", "--bank", str(bank)])

    lines = capfd.readouterr().err.splitlines()
    spelled = odd.encode("unicode_escape").decode()
    assert code == 1
    assert [line for line in lines[:-1] if not re.match(r"[ -~]+\.yml:\d+:\d+: ", line)] == []
    assert any(f"/plays/{spelled}.yml:" in line for line in lines)


def test_advice_is_shown_and_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--bank", str(FIXTURES / "weighted_bank")])

    said = capsys.readouterr()
    *told, counted, sound = said.out.splitlines()
    assert (code, said.err, sound) == (0, "", "The bank is sound: 5 practices, 1 release.")
    assert counted == "38 of house style in the bank; what is advice stops nothing."
    assert all(line.endswith("]") and "[house style: " in line for line in told)


def test_the_readme_names_every_command_of_make(root: Path) -> None:
    commands = re.findall(r"^([a-z]+):.*##", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (root / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"[a-z]+", readme.partition("alone lists the other commands:")[2].partition(".")[0])
    assert [name for name in commands if name not in listed and f"make {name}" not in readme] == ["help"]
