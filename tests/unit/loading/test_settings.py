"""Settings of a generator, read without it."""

from pathlib import Path

import pytest

from pushpull.loading.settings import read_settings
from pushpull.problem import BankError


def test_settings_take_what_they_inherit_and_what_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SET", "https://site.example/")
    monkeypatch.delenv("UNSET", raising=False)
    parent = "site_url: !ENV [UNSET, SET, '']\nedit_uri: !ENV UNSET\nextra: {offline: false, a: {b: 1}}\nnav: [a.md]"
    (tmp_path / "base.yml").write_text(parent, encoding="utf-8")
    own = "INHERIT: base.yml\nextra: {a: {c: !ENV [UNSET, 2]}}\nnav: [b.md]\nx: !!python/name:some.where"
    (tmp_path / "ours.yml").write_text(own, encoding="utf-8")
    assert read_settings(tmp_path / "ours.yml") == {
        "site_url": "https://site.example/",
        "edit_uri": None,
        "extra": {"offline": False, "a": {"b": 1, "c": 2}},
        "nav": ["b.md"],
        "x": None,
    }


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (b"a: 1\nb: [", r":2:5: settings must be YAML, but .*: correct it"),
        (b"a: 1\n\tb: 2", r":2:1: settings must be YAML, but .*: correct it"),
        (b"a: \x07", r":1:1: settings must be YAML, but they hold the character U\+0007: correct it"),
        (b"a: 2026-02-30", r":1:1: settings must be YAML, but day .*: correct it"),
        (b"a: caf\xe9", r":1:1: settings must be UTF-8 text, but they are not: save them again with that encoding"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_place(found: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(found)
    with pytest.raises(BankError, match=rf"mkdocs\.yml{told}"):
        read_settings(tmp_path / "mkdocs.yml")
