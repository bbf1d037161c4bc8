"""Stage two: documents in, typed entries or problems out."""

from typing import Any

import pytest
from golden import cases

from pushpull.loading.validate import MOST_FAULTS, PATTERNS, RULES, read_entry
from pushpull.loading.yaml_reader import parse_yaml
from pushpull.schema import fields
from pushpull.schema.entries import KINDS, Play, Practice
from pushpull.schema.json_files import JSON_KINDS


@cases("shape")
def test_a_file_has_the_shape_of_its_kind(case: dict[str, Any]) -> None:
    document = parse_yaml(case["text"], "file.yml")

    entry, problems = read_entry(document, KINDS[case["kind"]][0])

    told = [f"{problem.line}:{problem.column}: {problem.message}" for problem in sorted(problems)]
    # A case about one key of model.yml leaves the others out.
    told = [line for line in told if case["kind"] != "model" or "must be given" not in line]
    assert told == case["problems"]
    assert (entry is None) == bool(problems)


def test_missing_keys_are_all_named() -> None:
    _, problems = read_entry(parse_yaml('id: "a"\n', "file.yml"), Play)

    required = {name for name, field in Play.model_fields.items() if field.is_required()}
    assert {problem.message.split("`")[1] for problem in problems} == required - {"id"}


def test_an_entry_is_kept_when_only_its_writing_is_at_fault() -> None:
    text = 'terms: [{id: "a", term: No, means: "m"}]\n'

    entry, problems = read_entry(parse_yaml(text, "file.yml"), KINDS["glossary"][0])

    assert (entry is not None, len(problems)) == (True, 1)


def test_a_file_that_breaks_off_is_not_searched_for_missing_keys() -> None:
    document = parse_yaml('id: "a\n', "file.yml")

    assert read_entry(document, Play) == (None, document.problems)


def test_faults_without_end_are_cut_short() -> None:
    text = "terms: [" + "1, " * 500 + "]\n"

    _, problems = read_entry(parse_yaml(text, "file.yml"), KINDS["glossary"][0])

    assert len(problems) == MOST_FAULTS + 1
    assert problems[-1].message == (
        "a file must be free of faults, but it has 500, of which 50 are listed: cure these first"
    )


def test_every_pattern_has_its_words() -> None:
    patterns = {value for name, value in vars(fields).items() if name.isupper() and isinstance(value, str)}

    assert set(PATTERNS) == patterns


def test_every_rule_says_what_must_hold_and_what_to_do() -> None:
    words = [*RULES.values(), *PATTERNS.values()]

    assert [must for must, cure in words if not must.startswith("must ") or not cure] == []


@pytest.mark.parametrize("model", [model for model, _ in (*KINDS.values(), *JSON_KINDS.values())])
def test_entries_are_strict_and_frozen(model: type[fields.Entry]) -> None:
    assert (model.model_config["strict"], model.model_config["frozen"]) == (True, True)


def test_a_fault_that_has_no_words_yet_is_told_in_the_library_s() -> None:
    class Odd(Practice):
        number: bool

    _, problems = read_entry(parse_yaml('number: "x"\n', "file.yml"), Odd)

    assert '`number` Input should be a valid boolean, but found "x": correct it' in [p.message for p in problems]
