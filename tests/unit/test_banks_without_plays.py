"""A bank without plays, or with some: its plan is made of steps, so its site speaks of those."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from banks import MORE, SMALL, changed_bank, own_bank
from yaml import safe_dump

from pushpull.bank import Bank
from pushpull.pages.site import generate
from pushpull.rules.check import open_bank
from pushpull.words import GAP, OF_STEPS, WITHOUT_PLAYS, site_words, with_own_words

PLAY = re.compile(r"(?<![-\w])plays?(?![-\w=])", re.IGNORECASE)
# What is said of a play that there is, and so is never said where there is none.
OF_A_PLAY = {
    "page": {"plays"},
    "results": {"read_play"},
    "exports": {"read"},
    "playbook": {"plays"},
    "play_index": {"by_effort", "by_role", "by_worksheet", "by_worksheet_lead", "takes"},
    "what_hurts": {"lead"},
    "practice_page": {"plays", "lifted_by"},
    "worksheet_page": {"play"},
    "sources": {"column_advised"},
    "changes": {"play", "play_moved"},
}
# The same of a bank with plays for some steps alone.
OF_SOME = OF_A_PLAY | {
    "chapter": {"practices"},
    "worksheets": {"description"},
    "sources": {"column_advised", "lead"},
}
INSERTS = ("doors", "map", "dimensions", "levels", "place", "ways-in", "what-hurts", "constants", "worked-examples")
ENDS = (OF_STEPS, WITHOUT_PLAYS)
VARIANTS = [
    (section, key, end) for section, texts in site_words().items() for key in texts for end in ENDS if key.endswith(end)
]


def texts_of(text: str | list[str]) -> list[str]:
    return text if isinstance(text, list) else [text]


@pytest.fixture(scope="module")
def without_plays(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The small bank without its plays, with a source and a worksheet."""
    plays = [f"plays/{path.name}" for path in (SMALL / "plays").iterdir()]
    added = {name: safe_dump(entry) for name, entry in MORE.items()}
    case = {"remove": [*plays, "symptoms.yml", "samples/corner-shed.json", "examples.yml"], "add": added}
    return open_bank(changed_bank(tmp_path_factory.mktemp("steps"), case))


def speaking_of_plays(bank: Bank, known: dict[str, set[str]]) -> set[str]:
    """The texts of the site that speak of plays, without those that may."""
    return {
        f"{section}.{key}"
        for section, texts in bank.words.items()
        for key, text in texts.items()
        if PLAY.search(GAP.sub("", str(text))) and key not in known.get(section, ())
    }


def test_no_text_of_the_site_speaks_of_plays(without_plays: Bank) -> None:
    assert speaking_of_plays(without_plays, OF_A_PLAY) == set()


def test_where_some_steps_have_no_play_no_text_says_that_they_have(tmp_path: Path) -> None:
    lenient = {"model.yml": {'window: "': 'style: "off"\nwindow: "'}}
    some = open_bank(changed_bank(tmp_path, {"remove": ["plays/note-ahead.yml"], "edit": lenient}))
    assert [(practice.id, level) for practice, level in some.steps_without_plays] == [
        ("reminders", 1),
        ("reminders", 2),
    ]
    assert len(some.plays) > 0
    assert some.words["exports"]["about_rule"].startswith("The plan ranks the next steps by score gained per effort")
    assert speaking_of_plays(some, OF_SOME) == set()


def test_no_page_and_no_words_for_scripts_speak_of_plays(without_plays: Bank, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("".join(f"<!-- insert: {name} -->\n" for name in INSERTS), encoding="utf-8")
    files = [file for file in generate(without_plays, tmp_path) if file.uri.endswith((".md", "words.json"))]
    unsaid = {
        json.dumps(text)
        for section, keys in OF_A_PLAY.items()
        for key in keys
        for text in texts_of(without_plays.words[section][key])
    }
    assert {"results.md", "embed/quick.md", "method/sources.md", "worksheets/index.md", "assets/app/words.json"} <= {
        file.uri for file in files
    }
    speaking: list[Any] = []
    for file in files:
        text = file.text
        for each in unsaid:
            text = text.replace(each, "")
        speaking += [
            (file.uri, text[max(0, at.start() - 60) : at.end() + 60]) for at in PLAY.finditer(GAP.sub("", text))
        ]
    assert speaking == []


def test_a_bank_with_plays_says_and_carries_no_text_of_steps() -> None:
    said = own_bank().words
    assert [key for texts in said.values() for key in texts if key.endswith(ENDS)] == []
    assert [] == [
        key for section, key, end in VARIANTS if said[section][key.removesuffix(end)] == site_words()[section][key]
    ]


def test_a_text_of_steps_has_no_gap_that_the_one_it_stands_for_lacks() -> None:
    for section, key, end in VARIANTS:
        usual, of_steps = (site_words()[section][each] for each in (key.removesuffix(end), key))
        assert isinstance(usual, list) == isinstance(of_steps, list), key
        assert set(GAP.findall(str(of_steps))) <= set(GAP.findall(str(usual))), key


def test_a_bank_s_own_words_go_before_those_of_steps() -> None:
    own = {"results": {"no_plays": "Well done."}, "chapter": {"practices": "Tools", "practices_without_plays": "Sheds"}}
    said = with_own_words(own, plays=False, steps=True)
    assert (said["results"]["no_plays"], said["chapter"]["practices"]) == ("Well done.", "Sheds")
    assert with_own_words(own, plays=True, steps=True)["chapter"]["practices"] == "Tools"
