import hashlib
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| `(?P<file>[^`]+)` .*\| `(?P<hash>[0-9a-f]{64})` \|$", re.MULTILINE)
SITE = TESTS.parent / "docs" / "assets" / "app" / "vendor"
MARKUP = re.compile(r"\beval\(|new Function|document\.write|\.(?:inner|outer)HTML")


@pytest.mark.parametrize("readme", [TESTS / "vendor" / "README.md", SITE / "README.txt"])
def test_every_vendored_file_is_listed_with_its_hash(readme: Path) -> None:
    listed = dict(ROW.findall(readme.read_text(encoding="utf-8")))
    found = {
        path.relative_to(readme.parent).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in readme.parent.rglob("*")
        if path.is_file() and path != readme
    }
    assert listed == found


def test_vendored_code_that_the_site_serves_makes_no_markup_or_code_out_of_text() -> None:
    scripts = sorted(SITE.rglob("*.mjs"))
    assert scripts
    assert [path.name for path in scripts if MARKUP.search(path.read_text(encoding="utf-8"))] == []
