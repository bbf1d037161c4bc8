"""A bank with questions alone: no text of its site speaks of what it does not have."""

import re
from pathlib import Path

import pytest
from banks import FIXTURES

from pushpull.bank import Bank
from pushpull.pages.site import generate
from pushpull.rules.check import open_bank
from pushpull.words import ENDS, GAP, site_words, with_own_words

# What is said of patterns and of words for people where there are some alone.
OF_ITS_OWN = {
    ("results_page", "jump_patterns"),
    ("results_page", "patterns"),
    ("results", "no_patterns"),
    ("results", "rank_patterns"),
    ("exports", "patterns"),
    ("exports", "people"),
    ("tools", "cover_people"),
    ("practice_page", "patterns"),
    ("constants", "insight_bonus"),
    ("constants", "insight_bonus_most"),
}


@pytest.fixture(scope="module")
def bare() -> Bank:
    return open_bank(FIXTURES / "bare_bank")


def test_no_text_speaks_of_patterns_or_of_a_word_for_people(bare: Bank) -> None:
    speaking = {
        (section, key)
        for section, texts in bare.words.items()
        for key, text in texts.items()
        if re.search(r"\bpatterns?\b|word for people", GAP.sub("", str(text)), re.IGNORECASE)
    }
    assert speaking == OF_ITS_OWN


def test_pages_promise_no_play_and_leave_nothing_out_where_all_applies(bare: Bank, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Ours\n", encoding="utf-8")
    pages = {file.uri: file.text for file in generate(bare, tmp_path)}
    assert "each with its steps.</p>" in pages["playbook/index.md"]
    assert bare.words["paper"]["key_leave_out"] not in pages["print.md"]
    assert "<strong>score gained; how much work each step takes is not known here</strong>" in pages["results.md"]


def test_a_text_may_have_an_end_of_each_kind() -> None:
    said = with_own_words({}, plays=False, steps=True, patterns=False, people=False)
    given = site_words()["exports"]["about_rule_without_plays_without_patterns"]
    assert said["exports"]["about_rule"] == given
    assert [key for texts in said.values() for key in texts if key.endswith(ENDS)] == []
