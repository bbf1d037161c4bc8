"""What stops a build, or is only told, and how it reads."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from banks import FIXTURES, changed_bank
from projects import SMALL_DOCS, build, python, settings

from pushpull.publish.folder_lock import hold

# What breaks the small bank in three of its files.
BROKEN: dict[str, dict[str, Any]] = {
    "edit": {
        "practices/lending/loan-book.yml": {"weight: 1.5": "weight: 9"},
        "practices/care/first-lesson.yml": {"title:": "tilte:"},
    },
    "add": {"plays/one-list.yml": "id: [\n"},
}
unix = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be held there, nor a file be limited")


def test_advice_on_style_is_shown_in_a_strict_build_and_stops_nothing(tmp_path: Path) -> None:
    bank, docs = FIXTURES / "weighted_bank", FIXTURES / "bare_docs"
    run = build(settings(tmp_path, bank, docs, menu_of=(bank, docs)), tmp_path / "site")
    assert run.returncode == 0, run.stderr
    assert "practices/pipes/leaks.yml:4:9: a weight should lie between 0.5 and 2, but found 3" in run.stderr
    assert "[house style: weights-stay-close]" in run.stderr


def test_a_broken_bank_stops_the_build_with_the_report_of_the_check(tmp_path: Path) -> None:
    bank = changed_bank(tmp_path, BROKEN)
    run = build(settings(tmp_path, bank=bank), tmp_path / "site")
    check = python("-m", "pushpull", "check", "--bank", str(bank))
    assert (1, 1) == (run.returncode, check.returncode)
    report = check.stderr.strip()
    assert re.search(r"^\d+ problems in the bank\b", report, re.MULTILINE)
    assert all(path in report for paths in BROKEN.values() for path in paths)
    assert report in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert not (tmp_path / "site").exists()


def test_broken_pages_stop_the_build_all_at_once(tmp_path: Path) -> None:
    docs = Path(shutil.copytree(SMALL_DOCS, tmp_path / "docs"))
    for page in ("index.md", "about/how.md", "chapters/care.md"):
        (docs / page).write_text("# Page\n\n[x](play:gone)\n", encoding="utf-8")
    run = build(settings(tmp_path, docs=docs), tmp_path / "site")
    assert 1 == run.returncode
    told = 'a link by id must lead somewhere, but there is no play "gone": correct or remove it'
    for page in ("index.md", "about/how.md", "chapters/care.md"):
        assert f"{docs / page}:3:5: {told}" in run.stdout
    assert run.stdout.endswith("3 problems in the pages.\n")
    assert "Traceback" not in run.stdout + run.stderr


def test_front_matter_that_names_no_file_of_ours_stops_the_build(tmp_path: Path) -> None:
    docs = Path(shutil.copytree(SMALL_DOCS, tmp_path / "docs"))
    (docs / "index.md").write_text("---\nstyles: [froms]\nmodules: [home]\n---\n\n# Home\n", encoding="utf-8")
    run = build(settings(tmp_path, docs=docs), tmp_path / "site")
    assert 1 == run.returncode
    must = "styles, modules and needs must name files of assets/app"
    assert f'index.md: {must}, but found "froms.css": correct it or take it out' in run.stderr
    assert "Traceback" not in run.stdout + run.stderr


@unix
def test_two_builds_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with hold(tmp_path / "site"):
        (tmp_path / "site" / "index.html").write_text("half-way", encoding="utf-8")
        run = build(settings(tmp_path), tmp_path / "site")
    told = f"{tmp_path / 'site'} must be free, but another build is writing to it: wait for that one, or add --site-dir"
    assert 1 == run.returncode
    assert run.stdout.strip().startswith(told)
    assert "Traceback" not in run.stdout + run.stderr
    assert "half-way" == (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@unix
@pytest.mark.parametrize("trouble", ["full", "in the way"])
def test_what_the_system_refuses_is_told_in_a_line(trouble: str, tmp_path: Path) -> None:
    config = settings(tmp_path)
    if trouble == "in the way":
        (tmp_path / "site").write_text("", encoding="utf-8")
    # The largest file that may be written stands in for the space on a disk.
    limit = "ulimit -f 20; " if trouble == "full" else ""
    command = shlex.join([sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(tmp_path / "site")])
    run = subprocess.run(["/bin/sh", "-c", limit + command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert 1 == run.returncode
    assert re.fullmatch(rf"\n?(File too large|File exists): {tmp_path}/site\S*\n", run.stdout)
    assert "Traceback" not in run.stderr


def test_pages_without_folders_of_their_own_stop_the_build(tmp_path: Path) -> None:
    config = settings(tmp_path)
    flat = json.loads(config.read_text(encoding="utf-8")) | {"use_directory_urls": False}
    config.write_text(json.dumps(flat), encoding="utf-8")
    run = build(config, tmp_path / "site")
    assert run.returncode == 1
    assert "use_directory_urls must be true, but it is false: leave it out of mkdocs.yml" in run.stdout
    assert not (tmp_path / "site").exists()
