"""Prose written by hand: what it must not do, and how hard it is to read."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from banks import SMALL, own_bank

from pushpull.bank import Bank
from pushpull.prose.lint import Prose, blocks, figures, problems_of, reading
from pushpull.prose.shingles import Sources, read_sources, runs, shared, write_sources
from pushpull.rules.check import open_bank
from pushpull.schema.house_style import PROSE_RULES

SALT = "salt"
SOURCE = "Tools that rust in a shed help nobody at all, said the village."


@pytest.fixture(scope="module")
def bank() -> Bank:
    small = open_bank(SMALL)
    wording = small.model.wording.model_copy(update={"avoid_in_pages": ["leverage", "deep dive"]})
    return replace(small, model=small.model.model_copy(update={"wording": wording}))


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources(write_sources([SOURCE], SALT))


def told(bank: Bank, text: str, sources: Sources | None = None) -> list[str]:
    return [str(problem) for problem in problems_of(bank, Prose({"a.md": text}), sources or Sources())]


# Runs of words


def test_a_run_of_six_words_is_found_whatever_its_signs_and_capitals(sources: Sources) -> None:
    text = "We say: tools, that RUST in a\nshed, must go."
    assert ["tools that rust in a shed"] == [*shared(text, sources).values()]


def test_five_words_in_a_row_are_nobodys(sources: Sources) -> None:
    assert {} == shared("Tools that rust in a hut help nobody at all but the village.", sources)


def test_a_title_may_be_named_in_full(sources: Sources) -> None:
    text = "He wrote “Tools that rust in a shed”."
    assert {} == shared(text, sources, ["Tools that rust in a shed"])


def test_the_file_of_hashes_holds_no_word_of_a_source() -> None:
    heading, *hashes = write_sources([SOURCE], SALT).splitlines()
    assert heading.endswith(SALT)
    assert sorted(hashes) == hashes
    assert len(set(runs(SOURCE))) == len(hashes)
    assert all(len(each) == 10 and set(each) <= set("0123456789abcdef") for each in hashes)


def test_another_salt_makes_other_hashes() -> None:
    one, other = (set(write_sources([SOURCE], salt).splitlines()[1:]) for salt in ("a", "b"))
    assert set() == one & other


def test_a_file_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="must begin with its heading"):
        read_sources("0123456789\n")


def test_a_copied_run_is_told_with_its_line_in_pages_and_in_the_bank(bank: Bank, sources: Sources) -> None:
    path = "plays/first-cut.yml"
    play = bank.entries[path].model_copy(update={"why": SOURCE})
    changed = replace(bank, entries={**bank.entries, path: play})
    must = "no six words in a row may stand as in a source, but found"
    found = told(changed, "# Tools\n\nSome [tools that](practice:loan-book) rust in a shed.\n", sources)
    assert (
        f'a.md:3:1: {must} "tools that rust in a shed": say it in your own words [house style: nothing-is-copied]'
        in found
    )
    assert any(path in each and "help nobody at all said the" in each for each in found)


# Words, dates, chapters


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("# A\n\nWe leverage tools.", 3, 'a page must do without worn words, but found "leverage"'),
        ("A\nDeep\ndive.", 1, 'a page must do without worn words, but found "deep dive"'),
        ("One.\n\n- Two.\n- Stop!", 4, "a page must not raise its voice, but found an exclamation mark"),
        ("---\ntitle: x\n---\n\nIn 1999 it was so.", 5, "a date or a figure must have a reference beside it"),
        ("It sold 3.5 times as much.", 1, "a date or a figure must have a reference beside it"),
        ("Some 12 million people saw it, a tenfold rise.", 1, "a date or a figure must have a reference beside it"),
        ("| a | b |\n|---|---|\n| c | 12 per cent |", 3, "a date or a figure must have a reference beside it"),
    ],
)
def test_a_fault_is_told_with_its_line(bank: Bank, text: str, line: int, fault: str) -> None:
    [found] = told(bank, text)
    assert found.startswith(f"a.md:{line}:1: {fault}")


@pytest.mark.parametrize(
    "text",
    [
        'He would ban “leverage” and "deep dive".',
        "In 1999 [@hull-2011], in 2004 [T1-01].\n\n2010, as the [first source](method/sources.md#t1) says.",
        "In 1999, as [its makers say](https://example.org/news).",
        "`leverage!` and\n\n```\nleverage 1999!\n```\n\n    leverage!\n",
        "<!-- leverage! -->\n![leveraged](a.png)",
        "## In 1999",
        "Leveraged.",
        "Ask three times, and unfold the chart.",
    ],
)
def test_what_is_quoted_cited_or_code_may_be(bank: Bank, text: str) -> None:
    assert [] == told(bank, text)


def test_a_chapter_points_at_every_practice_and_every_dimension_has_one(bank: Bank) -> None:
    text = "[a](practice:loan-book) and [b](practice:reminders)"
    prose = Prose({"docs/chapters/lending.md": text}, {"lending": "docs/chapters/lending.md"})
    found = [problem.message for problem in problems_of(bank, prose, Sources())]
    must = "a chapter must point at each practice of its dimension"
    assert [
        f'{must}, but "opening-times" is missing: link to it where it belongs',
        'each dimension must have a chapter, but "care" has none: write it',
    ] == sorted(found)


def test_a_site_without_chapters_needs_none(bank: Bank) -> None:
    assert [] == problems_of(bank, Prose({}), Sources())


# Reading


def test_a_page_falls_into_blocks() -> None:
    text = (
        "---\na: b\n---\n\n# One\nTwo\nthree.\n\n- Four\n  five.\n1. Six\n\n| a | b |\n|---|---|\n| c | d |\n{: .x }\n"
    )
    assert [
        (5, "heading", "One"),
        (6, "text", "Two three."),
        (9, "text", "Four five."),
        (11, "text", "Six"),
        (13, "row", "| a | b |"),
        (15, "row", "| c | d |"),
    ] == [(block.line, block.kind, block.text) for block in blocks(text)]


def test_what_a_reader_sees_has_no_signs_of_markdown() -> None:
    [block] = blocks('**[Ask](play:ask "x"){ .y }** the *people* [S0-01] [@hull-2011] with `code`, <b>now</b>.')
    assert block.said == "Ask the people with , now."


def test_sentences_are_counted_in_words_and_graded() -> None:
    # 3 + 5 words in two sentences; 10 syllables: 0.39 * 4 + 11.8 * 10/8 - 15.59 = 0.72.
    found = reading("# Not counted\n\nPeople like cats. The cat sat there too-well.\n")
    assert found is not None
    assert (8, 4, 5) == (found.words, found.median, found.longest)
    assert found.grade == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59, abs=0.05)


def test_a_page_without_sentences_has_no_reading() -> None:
    assert reading("# Title\n\n| a |\n|---|\n") is None
    assert 1 == len(figures(Prose({"a.md": "# Title"})).splitlines())


def test_the_pages_of_this_site_are_fit_to_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    files = sorted(Path("docs").rglob("*.md"))
    pages = {path.as_posix(): path.read_text(encoding="utf-8") for path in files}
    chapters = {path.stem: path.as_posix() for path in files if path.parent.name == "chapters"}
    hashes = Path("assessment/source_hashes.txt").read_text(encoding="utf-8")
    assert [] == problems_of(open_bank(Path("assessment")), Prose(pages, chapters), read_sources(hashes))


def test_a_work_that_nothing_cites_is_told(root: Path) -> None:
    real = own_bank()
    pages = {path.as_posix(): path.read_text(encoding="utf-8") for path in (root / "docs").rglob("*.md")}
    # The first of them is still cited by a practice.
    left = {path: text.replace("[@vivek-2014]", "").replace("[@hurman-2022]", "") for path, text in pages.items()}
    told = [str(each) for each in problems_of(real, Prose(left), Sources()) if "every work" in str(each)]
    assert len(told) == 1
    assert told[0].endswith(
        'every work must be cited on a page or by a practice, but nothing cites "hurman-2022": '
        "cite it where it belongs, or take it out [house style: works-are-cited]"
    )


def test_every_rule_of_the_prose_is_known_by_its_name(root: Path) -> None:
    source = (root / "hooks" / "pushpull" / "prose" / "lint.py").read_text(encoding="utf-8")
    assert [name for name in PROSE_RULES if source.count(f'"{name}"') != 1] == []
    assert {*re.findall(r'style="([a-z-]+)"', source)} <= {*PROSE_RULES}
