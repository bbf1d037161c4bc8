import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from projects import build, settings

from pushpull.publish import vendored

TESTS = Path(__file__).resolve().parents[2]
SITE = TESTS.parent / "docs" / "assets" / "app" / "vendor"
MARKUP = re.compile(r"\beval\(|new Function|document\.write|\.(?:inner|outer)HTML")


def test_every_vendored_file_of_the_tests_is_listed_with_its_hash() -> None:
    readme = TESTS / "vendor" / "README.md"
    listed = dict(vendored.ROW.findall(readme.read_text(encoding="utf-8")))
    found = {
        path.relative_to(readme.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in readme.parent.rglob("*")
        if path.is_file() and path != readme
    }
    assert listed == found


def test_what_the_site_serves_is_as_listed() -> None:
    vendored.verify()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("qrcode.mjs", "export const squares = steal;", "it has another"),
        ("more.mjs", "", "it is not listed"),
        ("qrcode.mjs", None, "it is not there"),
    ],
)
def test_what_is_not_as_listed_ends_the_build(name: str, text: str | None, found: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(TESTS.parent / "hooks", project / "hooks", ignore=ignored)
    folder = Path(shutil.copytree(SITE, project / "docs" / "assets" / "app" / "vendor"))
    (folder / name).unlink(missing_ok=True)
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    config = settings(tmp_path)
    own = json.loads(config.read_text(encoding="utf-8"))
    own["hooks"] = [str(project / "hooks" / "mkdocs_hooks.py")]
    config.write_text(json.dumps(own), encoding="utf-8")

    run = build(config, tmp_path / "site", PYTHONPATH="")

    told = f"docs/assets/app/vendor/{name}:1:1: a vendored file must have the hash that README.txt lists, but {found}: "
    assert run.returncode == 1
    assert run.stdout.strip().startswith(told)
    assert "Traceback" not in run.stdout + run.stderr
    assert not (tmp_path / "site").exists()


def test_vendored_code_that_the_site_serves_makes_no_markup_or_code_out_of_text() -> None:
    scripts = sorted(SITE.rglob("*.mjs"))
    assert scripts
    assert [path.name for path in scripts if MARKUP.search(path.read_text(encoding="utf-8"))] == []
