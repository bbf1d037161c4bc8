import hashlib
import re
from pathlib import Path

VENDOR = Path(__file__).resolve().parent / "vendor"
ROW = re.compile(r"^\| `(?P<file>[^`]+)` .*\| `(?P<hash>[0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_vendored_file_is_listed_with_its_hash() -> None:
    listed = dict(ROW.findall((VENDOR / "README.md").read_text(encoding="utf-8")))
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert listed == found
