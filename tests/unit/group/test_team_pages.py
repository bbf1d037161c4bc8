"""Pages of a round without a browser: no file is passed over without a word, and nobody is counted twice."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from node_bridge import call
from small_bank import Json, expand_bank, expand_response

from pushpull.words import site_words


def printed(script: Path, node_path: Path) -> Json:
    run = subprocess.run([str(node_path), str(script)], capture_output=True, text=True, check=True)
    found: Json = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def said(root: Path, node_path: Path) -> Json:
    return printed(root / "tests" / "support" / "node" / "team" / "inbox.mjs", node_path)


def test_files_that_are_too_large_or_cannot_be_read_are_counted(said: Json) -> None:
    assert said["chosen"] == {
        "sound": "nothing",
        "large": "unread_files 1",
        "broken": "unread_files 1",
        "mixed": "nothing unread_files 2",
        "none": "",
    }
    assert said["begun"] == ["not_a_round", "unread_files 1", "unread_files 1", ""]


def test_who_has_handed_in_is_listed_only_where_answers_are_shown_with_names(said: Json) -> None:
    found = said["handedIn"]
    assert found["open"]["names"] == ["Ann", "Ben", "Cleo", "in_unnamed 2"]
    assert not found["open"]["hidden"]
    assert found["nobody"]["hidden"]
    for mode in ("closed", "agreed"):
        assert (found[mode]["names"], found[mode]["hidden"]) == ([], True)
        assert not re.search("Ann|Ben|Cleo", found[mode]["told"])


def test_a_file_let_fall_beside_the_box_goes_into_the_box_that_is_shown(said: Json) -> None:
    assert said["leaves"] == {"over": False, "drop": False}
    assert said["dropped"] == ["", "unread_files 1"]
    assert said["leavesHidden"]


def test_each_assessment_is_handed_in_under_one_mark_from_whichever_tab(root: Path, node_path: Path) -> None:
    marks = printed(root / "tests" / "support" / "node" / "team" / "invitations.mjs", node_path)
    ann, bert = marks["later"]["ann"], marks["later"]["bert"]
    assert ann != bert
    assert marks["first"] == {"ann": ann, "bert": bert, "annInTwo": ann, "bertInOne": bert}


@pytest.mark.parametrize(
    ("places", "missing"),
    [
        ([[1, 2], [3, 0]], None),
        ([[1, 2], [None, 0]], "1 person is not on it and may lie further out"),
        ([[1, 2], [None, 0], [2, None]], "2 people are not on it and may lie further out"),
    ],
)
def test_the_map_of_a_group_says_who_is_not_on_it(places: list[list[int | None]], missing: str | None) -> None:
    bank = expand_bank(
        {"dimensions": {"d": ["a"], "e": ["b"]}, "axes": {"pull": ["d"], "joined": ["e"]}, "quadrants": False}
    )
    dots = [{"axes": {"pull": x, "joined": y}} for x, y in places]
    given = {"bank": bank, "words": site_words(), "dots": dots}
    legend = str(call("../../../tests/support/node/team/group_map", "legendOf", given))
    assert legend.startswith("Each small dot is one person")
    assert legend.endswith("the highest of you.") if missing is None else missing in legend


def test_back_closes_the_screen_and_no_way_of_closing_it_leaves_an_entry(root: Path, node_path: Path) -> None:
    found = printed(root / "tests" / "support" / "node" / "team" / "screen_history.mjs", node_path)
    closed = {"back": [0, False], "button": [0, False], "forward": [0, False], "reload": [0]}
    assert found == {"opened": [1, True, 1], **closed, "listens": 0}


BANK = expand_bank({"dimensions": {"one": list("abcde"), "two": list("fghij")}})
LOW, HIGH = "0, 1, 2, 1, 0, 0, 1, 2, 0, 1", "4, 4, 2, 3, 4, 4, 3, 3, 1, 2"
FIGURES = re.compile("alpha|on average|chance", re.IGNORECASE)


def drawn(people: list[str], mode: str) -> Json:
    """What the pages of a round show of people who gave these answers."""
    round_ = {"name": "Shop", "form": "full", "mode": mode, "roles": False, "agreed": {}}
    persons = [{"name": "", "role": "", "response": expand_response(BANK, each)} for each in people]
    given = {"bank": BANK, "words": site_words(), "round": round_, "people": persons}
    found: Json = call("../../../tests/support/node/team/round_shown", "textsOf", given)
    return found


@pytest.mark.parametrize(("people", "chance"), [([LOW, HIGH] * 3, False), ([LOW, LOW, HIGH], True)])
def test_figures_are_in_one_closed_fold_of_the_page_and_never_on_the_screen(people: list[str], chance: bool) -> None:  # noqa: FBT001
    found = drawn(people, "open")
    assert FIGURES.findall(found["page"]) == FIGURES.findall(found["screen"]) == []
    assert found["isOpen"] is False
    assert found["fold"].startswith("Agreement in numbers")
    assert "Ordinal alpha over all questions: " in found["fold"]
    assert "Levels apart on average" in found["fold"]
    assert ("too few to rule out chance" in found["fold"]) == chance


def test_where_answers_are_not_shown_there_are_no_figures_of_them() -> None:
    assert drawn([LOW, HIGH] * 3, "agreed")["fold"] == ""
