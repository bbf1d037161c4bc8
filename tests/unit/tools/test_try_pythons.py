"""The build with each Python promised."""

import sys
from pathlib import Path

import pytest

import try_pythons
from pushpull.publish.page.security_policy import with_policy

PAGE = '<meta charset="utf-8"><script>start()</script><script type="application/json">{}</script><script src="a.js">'


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (with_policy(PAGE + "</script>"), []),
        (PAGE, ["the policy of index.html would block 'start()'"]),
        ("<p>", ["the policy of index.html holds no script, though the theme has some"]),
    ],
)
def test_an_inline_script_must_be_named_by_the_policy(page: str, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert told == list(try_pythons.faults(tmp_path))


def test_sites_are_compared_with_the_first() -> None:
    first = {"a": "1", "b": "2"}
    assert try_pythons.difference({"3.11": first}) is None
    assert try_pythons.difference({"3.11": first, "3.12": dict(first)}) is None
    told = "b is not as Python 3.11 makes it (1 differ)"
    assert told == try_pythons.difference({"3.11": first, "3.12": {"a": "1", "b": "3"}})


def test_a_python_that_is_not_here_is_told_and_none_at_all_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(try_pythons, "pythons", lambda: {"3.11": None})
    monkeypatch.setattr(sys, "argv", ["try_pythons.py"])
    assert try_pythons.main() == 1
    assert capsys.readouterr().out == "Python 3.11: not here\n"


def test_what_cannot_be_built_is_told_with_the_command_that_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(try_pythons, "ROOT", Path(__file__).parent)  # where no lock file is
    monkeypatch.setattr(sys, "argv", ["try_pythons.py", "--python", sys.executable])
    assert try_pythons.main() == 1
    said = capsys.readouterr().out
    assert "this failed: " in said
    assert "requirements.txt" in said


def test_the_oldest_of_a_version_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"python": "3.12.1", "other/python": "3.12.0"}
    monkeypatch.setattr(try_pythons, "candidates", lambda name: list(versions) if name == "3.12" else [])
    monkeypatch.setattr(try_pythons, "version_of", versions.get)
    assert {"3.11": None, "3.12": "other/python", "3.13": None, "3.14": None} == try_pythons.pythons()
