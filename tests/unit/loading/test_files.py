"""Stage one: files in, values with marks out."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from golden import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from pushpull.loading.document import Document
from pushpull.loading.files import LARGEST_FILE, read_json, read_yaml
from pushpull.loading.json_reader import parse_json
from pushpull.loading.yaml_reader import FAST, SURE, parse_yaml

# Text made of what YAML and JSON are sensitive to, in any order, with some of everything else.
SIGNS = [*"a0[]{},:#!@`'~\\\n\t\0\x85\u2028\ufeff\ud800😀", '"', "\r\n", "  ", " #", "- ", "? ", "|\n", ">-\n"]
WORDS = ["key: ", '"a": 1', "&x ", "& ", "*x", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x", "\\U"]
PIECES = st.sampled_from([*SIGNS, *WORDS, "1e5", "No", "NaN", "true", "null"])
SETTINGS = settings(max_examples=50, deadline=None)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=60))


def told(document: Document) -> list[str]:
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in document.problems]


@cases("source")
def test_yaml_is_read_as_its_author_sees_it(case: dict[str, Any]) -> None:
    document = parse_yaml(case["text"], "file.yml")

    assert told(document) == case.get("problems", [])
    assert document.data == case.get("data", document.data)


@pytest.mark.parametrize("parse", [parse_yaml, parse_json])
@SETTINGS
@given(text=TEXTS)
def test_no_text_raises_and_every_place_lies_inside(parse: Callable[[str, str], Document], text: str) -> None:
    document = parse(text, "file")

    lines = text.split("\n")
    places = [*document.keys.values(), *document.marks.values(), *((p.line, p.column) for p in document.problems)]
    assert [(line, column) for line, column in places if not 1 <= line <= len(lines)] == []
    assert [(line, column) for line, column in places if not 1 <= column <= len(lines[line - 1]) + 1] == []


@pytest.mark.parametrize("parse", [parse_yaml, parse_json])
@SETTINGS
@given(text=TEXTS)
def test_a_text_that_is_not_read_to_its_end_has_a_problem(parse: Callable[[str, str], Document], text: str) -> None:
    document = parse(text, "file")

    assert document.whole or document.problems
    assert [line for line in told(document) if len(line.splitlines()) != 1 or len(line) > 400] == []


@SETTINGS
@given(text=TEXTS)
def test_both_parsers_agree_on_values_and_places(text: str) -> None:
    fast, sure = parse_yaml(text, "file", FAST), parse_yaml(text, "file", SURE)
    assert (fast, fast.places) == (sure, sure.places)


def test_both_parsers_agree_on_every_file_of_the_bank(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "assessment").rglob("*.yml"))]

    assert len(texts) > 100
    for text in texts:
        fast, sure = parse_yaml(text, "file", FAST), parse_yaml(text, "file", SURE)
        assert (fast, fast.places) == (sure, sure.places)


def test_the_fast_parser_is_here() -> None:
    assert issubclass(FAST, yaml.CSafeLoader)


def test_marks_name_the_line_and_column_of_keys_and_values() -> None:
    document = parse_yaml('a: "b"\nc:\n  - d\n  - {e: 1}\n', "file.yml")

    assert document.keys == {("a",): (1, 1), ("c",): (2, 1), ("c", 1, "e"): (4, 6)}
    assert document.marks == {
        (): (1, 1),
        ("a",): (1, 4),
        ("c",): (3, 3),
        ("c", 0): (3, 5),
        ("c", 1): (4, 5),
        ("c", 1, "e"): (4, 9),
    }


def test_json_has_marks_too() -> None:
    document = parse_json('{"a": [1, {"b": "x, }"}],\n "c": {}}', "file.json")

    assert document.data == {"a": [1, {"b": "x, }"}], "c": {}}
    assert document.keys == {("a",): (1, 2), ("a", 1, "b"): (1, 12), ("c",): (2, 2)}
    assert document.marks == {
        (): (1, 1),
        ("a",): (1, 7),
        ("a", 0): (1, 8),
        ("a", 1): (1, 11),
        ("a", 1, "b"): (1, 17),
        ("c",): (2, 7),
    }


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the file must be valid JSON, but here it is not: correct it, or make it anew"),
        ('{"a": 1,\n "b": }', "2:7: the file must be valid JSON, but here it is not: correct it, or make it anew"),
        (
            '{"a": NaN}',
            "1:1: the file must be valid JSON, but found NaN, which is no number: correct it, or make it anew",
        ),
        (
            '{"a": 1, "a": 2}',
            '1:1: the file must be valid JSON, but the key "a" stands twice: correct it, or make it anew',
        ),
        ("[" * 30 + "]" * 30, "1:1: a file must be at most 20 deep, but it is nested deeper: flatten it"),
        ("[" * 100_000, "1:1: a file must be at most 20 deep, but it is nested deeper: flatten it"),
        ("9" * 5_000, "1:1: the file must be valid JSON, but a number is too long: correct it, or make it anew"),
    ],
)
def test_json_that_is_none_is_refused(text: str, problem: str) -> None:
    document = parse_json(text, "file.json")

    assert told(document) == [problem]


@pytest.mark.parametrize("read", [read_yaml, read_json])
@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'"caf\xe9"', "1:5: the file must be UTF-8 text, but it is not: save it again with that encoding"),
        (b'"a"\n"\xff\xfe"', "2:2: the file must be UTF-8 text, but it is not: save it again with that encoding"),
        ('"a"'.encode("utf-16"), "1:1: the file must be UTF-8 text, but it is not: save it again with that encoding"),
        (b" " * (LARGEST_FILE + 1), "1:1: a bank file must have at most 1000000 bytes, but it has more: split it"),
    ],
)
def test_bytes_that_are_no_bank_file_are_refused(
    read: Callable[[Path, str], Document], raw: bytes, problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    path.write_bytes(raw)

    assert told(read(path, "file")) == [problem]


@pytest.mark.parametrize("read", [read_yaml, read_json])
def test_a_byte_order_mark_is_passed_over(read: Callable[[Path, str], Document], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')

    document = read(path, "file")

    assert (document.data, document.problems, document.marks["a",]) == ({"a": 1}, [], (1, 7))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert told(read_yaml(tmp_path, "x.yml")) == [
        "1:1: a bank file must be an ordinary file, but it is a folder: move or delete it"
    ]


def test_links_in_a_circle_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "b.yml")
    (tmp_path / "b.yml").symlink_to(tmp_path / "a.yml")

    assert told(read_yaml(tmp_path / "a.yml", "a.yml")) == [
        "1:1: a bank file must be an ordinary file, but it is a link that leads nowhere, or no file: move or delete it"
    ]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")

    assert read_yaml(tmp_path / "pipe.yml", "pipe.yml").problems != []


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "file.yml"
    path.write_text("a: 1")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert told(read_yaml(path, "file.yml")) == [
        "1:1: the file must be readable, but found: Permission denied: check it and its permissions"
    ]


def test_a_file_is_parsed_again_when_its_text_has_changed_and_only_then(tmp_path: Path) -> None:
    path = tmp_path / "file.yml"
    path.write_text("a: 1")
    first = read_yaml(path, "file.yml")
    path.touch()
    again = read_yaml(path, "file.yml")
    path.write_text("a: 2")

    assert again is first
    assert read_yaml(path, "file.yml").data == {"a": 2}
