"""What a build keeps for the next one: only what the same inputs would make again, and never in the way of a build."""

import errno
from pathlib import Path

import jinja2
import pytest

from pushpull import build_cache


def make(value: object, calls: list[object]) -> object:
    """Return `value`, and note that it was made."""
    calls.append(value)
    return value


def test_the_same_inputs_are_worked_out_once(tmp_path: Path) -> None:
    calls: list[object] = []
    found = [build_cache.kept("a", ["x", "y"], lambda: make({"n": 1}, calls), tmp_path) for _ in range(2)]
    assert found == [{"n": 1}] * 2
    assert len(calls) == 1


@pytest.mark.parametrize(("name", "inputs"), [("a", ["x", "z"]), ("a", ["xy"]), ("a", ["x\0y"]), ("b", ["x", "y"])])
def test_other_inputs_are_worked_out_anew(name: str, inputs: list[str], tmp_path: Path) -> None:
    build_cache.kept("a", ["x", "y"], lambda: 1, tmp_path)
    assert build_cache.kept(name, inputs, lambda: 2, tmp_path) == 2


def test_other_code_works_everything_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_cache.kept("a", [], lambda: 1, tmp_path)
    monkeypatch.setattr(build_cache, "_code", lambda *_: "changed")
    assert build_cache.kept("a", [], lambda: 2, tmp_path) == 2


def test_a_damaged_file_is_worked_out_anew(tmp_path: Path) -> None:
    build_cache.kept("a", [], lambda: [1, 2], tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text(encoding="utf-8")[:-1], encoding="utf-8")
    assert build_cache.kept("a", [], lambda: [3], tmp_path) == [3]
    assert build_cache.kept("a", [], lambda: [4], tmp_path) == [3]


def test_where_nothing_can_be_written_everything_is_worked_out(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    calls: list[object] = []
    found = [build_cache.kept("a", [], lambda: make(1, calls), blocked) for _ in range(2)]
    assert found == calls == [1, 1]
    assert build_cache.templates("a", blocked) is None


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(path: Path, text: str, **_: object) -> None:
        path.write_bytes(text.encode()[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", half)
    assert build_cache.kept("a", [], lambda: [1], tmp_path) == [1]
    assert [*tmp_path.iterdir()] == []


def test_only_the_last_results_are_kept(tmp_path: Path) -> None:
    for number in range(build_cache.MOST + 3):
        build_cache.kept("a", [str(number)], lambda: 1, tmp_path)
    assert len([*tmp_path.iterdir()]) == build_cache.MOST


def test_a_template_that_changed_is_compiled_anew(tmp_path: Path) -> None:
    def rendered(text: str) -> str:
        loader = jinja2.DictLoader({"page": text})
        env = jinja2.Environment(loader=loader, autoescape=True, bytecode_cache=build_cache.templates("a", tmp_path))
        return env.get_template("page").render()

    assert [rendered(text) for text in ("one", "one", "two")] == ["one", "one", "two"]
    assert [*tmp_path.glob("a-*/*")]


def test_a_filter_that_changed_is_asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rendered(code: str) -> str:
        monkeypatch.setattr(build_cache, "_code", lambda *_: code)
        loader = jinja2.DictLoader({"page": "{{ 'a' | joined }}"})
        env = jinja2.Environment(loader=loader, autoescape=True, bytecode_cache=build_cache.templates("a", tmp_path))
        env.filters["joined"] = lambda text: text + code
        return env.get_template("page").render()

    assert [rendered(code) for code in ("1", "1", "2")] == ["a1", "a1", "a2"]
