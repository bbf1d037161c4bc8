"""Where each idea is taught, assessed, advised and worked."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from banks import own_bank

from pushpull.bank import Bank
from pushpull.coverage import coverage, gaps
from pushpull.schema.entries import Practice


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture(scope="module")
def pages(root: Path) -> Mapping[str, str]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_every_idea_of_the_articles_is_taught_assessed_advised_and_worked(bank: Bank, pages: Mapping[str, str]) -> None:
    assert [str(problem) for problem in gaps(bank, pages)] == []


def test_an_idea_is_taught_where_a_page_cites_it(bank: Bank) -> None:
    written = {"one.md": "Push starts with you [S1-03].", "two.md": "A link [S1-03](x.md) is no citation."}
    rows = {row.idea.id: row for row in coverage(bank, written)}
    assert rows["S1-03"].taught == ("one.md",)
    assert rows["S1-04"].taught == ()


def test_an_idea_that_is_missing_everywhere_is_told_four_times_with_its_line(bank: Bank) -> None:
    entries = {
        path: entry.model_copy(update={"sources": [each for each in entry.sources if each != "S0-22"]})
        if isinstance(entry, Practice)
        else entry
        for path, entry in bank.entries.items()
        if path != "worksheets/gathering-plan.yml"
    }
    told = [str(problem) for problem in gaps(replace(bank, entries=entries), {}) if '"S0-22"' in str(problem)]
    assert [problem.split(":", 1)[0] for problem in told] == ["assessment/references.yml"] * 4
    assert [problem.split(": ", 1)[1].removesuffix(" [must hold]") for problem in told] == [
        'every idea must be taught on a page, but no page cites "S0-22": cite it where it belongs',
        'every idea must be asked about, but no practice cites "S0-22": cite it in the practice that asks about it',
        (
            'every idea must lead to a play, but no play lifts a practice that cites "S0-22": '
            "write one, or cite the idea elsewhere"
        ),
        (
            'every idea must have a worksheet, but none informs a practice that cites "S0-22": '
            "let a worksheet inform one of them"
        ),
    ]
