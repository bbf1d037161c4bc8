"""Forms by name: each short one has a page, a place on the task list and in the menu, and a title in the data."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from banks import FIXTURES, changed_bank, own_bank
from html_text import read
from node_bridge import call

from pushpull.bank import Bank
from pushpull.pages.bank_json import bank_json, browser_files
from pushpull.pages.inserts import fill
from pushpull.pages.pages import Site, site_pages
from pushpull.pages.site import navigation
from pushpull.rules.check import open_bank

BOARD = 'board: {title: "For the board", intro: "Two questions.", practices: ["sharp-blades", "reminders"]}\n  full:'


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The small bank with a third form."""
    return open_bank(changed_bank(tmp_path_factory.mktemp("forms"), {"edit": {"model.yml": {"full:": BOARD}}}))


@pytest.fixture(scope="module")
def pages(bank: Bank) -> dict[str, str]:
    """Its pages by address."""
    return {page.uri: page.text for page in site_pages(Site(bank), {})}


@pytest.fixture(scope="module")
def data(bank: Bank) -> dict[str, Any]:
    """What it publishes."""
    return dict(json.loads(bank_json(bank)))


def response(form: str) -> dict[str, Any]:
    """A response that answers what the board is asked."""
    answers = {"sharp-blades": {"value": 1}, "reminders": {"value": 0}}
    return {"format": "push-to-pull/response", "version": 1, "bank": {"id": "tool-library", "version": "1.0.0"}} | {
        "form": form,
        "label": "",
        "role": "",
        "people": "",
        "created": None,
        "updated": None,
        "answers": answers,
        "targets": {},
        "snapshots": [],
    }


def test_a_short_form_has_a_page_with_its_questions_in_its_order(pages: dict[str, str]) -> None:
    root, faults = read(pages["assessment/board.md"].partition("---\n\n")[2])
    assert faults == []
    assert [
        each.attributes["data-practice"] for each in root.all("fieldset") if "data-practice" in each.attributes
    ] == [
        "sharp-blades",
        "reminders",
    ]
    assert 'data-form="board"' in pages["assessment/board.md"]


def test_every_form_can_be_chosen_alone_and_for_a_round(pages: dict[str, str]) -> None:
    for uri, mark in (("assessment/index.md", 'data-start="{}"'), ("team/index.md", 'name="form" value="{}"')):
        assert [form for form in ("quick", "board", "full") if mark.format(form) in pages[uri]] == [
            *("quick", "board", "full")
        ]
    assert "Begin: For the board" in pages["assessment/index.md"]
    assert '"board": "For the board, 2 questions, about 1 minute"' in pages["team/answer.md"]


def test_the_quick_form_stands_under_its_title_on_every_door(bank: Bank, pages: dict[str, str]) -> None:
    doors, _ = fill(Site(bank), "index.md", "<!-- insert: doors -->", "page.md")
    first, *_ = read(doors)[0].all("strong")
    assert first.text == "Three minutes"
    for uri in ("assessment/index.md", "results.md"):
        assert "Begin: Three minutes" in pages[uri]


def test_the_paper_form_names_its_bank_and_the_form_that_its_stars_mark(pages: dict[str, str]) -> None:
    assert "# The village tool library: paper form" in pages["print.md"]
    assert "The questions marked with a star make up “Three minutes”." in pages["print.md"]
    [bare] = [page.text for page in site_pages(Site(open_bank(FIXTURES / "bare_bank")), {}) if page.uri == "print.md"]
    assert "star" not in bare


def test_the_paper_key_weighs_questions_and_dimensions_as_the_screen_does(tmp_path: Path) -> None:
    weighted = paper_of(open_bank(FIXTURES / "weighted_bank"))
    assert [int(weight) for weight in re.findall(r"<small>weight (\d+)</small>", weighted)] == [9, 6, 4, 3, 2]
    assert "multiply each number you ticked by the weight of its question" in weighted
    assert "Trust it only if you know every answer that applies." in weighted  # no dimension asks more than three
    assert "multiply the score of each of these by its weight, add these up, and divide" in weighted
    assert "Overall" not in weighted  # of one axis, that is all there is
    edit = {"edit": {"model.yml": {"levels:": "scoring: {show_known: 1}\nlevels:"}}}
    assert "known is at least 60% of known + unknown" in paper_of(open_bank(changed_bank(tmp_path, edit)))


def test_the_paper_key_leads_to_every_score_of_the_screen() -> None:
    own, bare = paper_of(own_bank()), paper_of(open_bank(FIXTURES / "bare_bank"))
    names = [each.text for each in read(own)[0].all("th") if each.attributes.get("scope") == "row"]
    assert [name for name in names if name in ("Pull", "Joined-up", "Overall")] == ["Pull", "Joined-up", "Overall"]
    assert "Overall is the same mean over all of these dimensions." in own
    assert "weight 1" not in own
    assert "For Overall, multiply the score of each of these by its weight" in bare


def paper_of(bank: Bank) -> str:
    """The paper form of a bank."""
    [paper] = [page.text for page in site_pages(Site(bank), {}) if page.uri == "print.md"]
    return paper


def test_the_last_page_of_the_full_form_leads_to_the_result(pages: dict[str, str]) -> None:
    root, _ = read(pages["assessment/care.md"].partition("---\n\n")[2])
    offered = [each.text for each in root.classed("pp-actions")[0].all("a")]
    assert offered == ["See the result", "Look over your answers", "All dimensions"]


def test_our_own_doors_keep_their_words() -> None:
    doors, _ = fill(Site(own_bank()), "index.md", "<!-- insert: doors -->", "page.md")
    assert "<strong>Start the quick check</strong>" in doors


def test_the_menu_and_the_data_have_every_form(bank: Bank, data: dict[str, Any]) -> None:
    assert navigation(bank, ["bank:forms"]) == [
        {"Three minutes": "assessment/quick.md"},
        {"For the board": "assessment/board.md"},
    ]
    titles = {"quick": "Three minutes", "board": "For the board", "full": "The whole round"}
    assert [*data["forms"]] == [*data["formTitles"]] == [*titles]
    assert data["formTitles"] == json.loads(browser_files(bank)["outline.json"])["formTitles"] == titles


def test_files_and_links_carry_a_form_by_its_name(data: dict[str, Any]) -> None:
    given = response("board")
    assert call("responses", "readResponse", data, json.dumps(given))["response"]["form"] == "board"
    assert call("share", "decode", data, call("share", "encode", data, given))["response"]["form"] == "board"


def test_a_short_form_of_any_name_gives_ranges_and_three_steps_at_most(data: dict[str, Any]) -> None:
    profile = call("score", "scoreResponse", data, response("board"))
    assert (profile["form"], profile["overall"]["point"]) == ("board", None)
    assert len(call("recommend", "recommend", data, response("board"), None)["plays"]) <= 3


def test_a_form_that_the_bank_does_not_have_is_read_as_the_full_one(data: dict[str, Any]) -> None:
    found = call("responses", "readResponse", data, json.dumps(response("council")))
    assert (found["response"]["form"], [problem["code"] for problem in found["problems"]]) == ("full", ["bad-value"])


def test_a_sample_answers_a_form_of_its_bank(tmp_path: Path) -> None:
    edit = {"samples/corner-shed.json": {'"form": "full"': '"form": "board"'}, "model.yml": {"full:": BOARD}}
    assert open_bank(changed_bank(tmp_path, {"edit": edit})).samples
