"""The playbook: its ladders, plays and chapters."""

from dataclasses import replace
from pathlib import Path

import pytest
from generated_pages import Made, shown
from html_text import read

from pushpull.bank import Bank
from pushpull.pages.pages import Site, site_pages


def test_the_ladder_has_the_highest_level_on_top(small: Bank, small_pages: dict[str, Made]) -> None:
    page = small_pages["playbook/care/sharp-blades.md"]
    steps = page.root.classed("pp-ladder__step")
    assert ["Workshop", "Shelf", "Shed"] == [step.classed("pp-ladder__name")[0].text for step in steps]
    assert ["2", "1", "0"] == [step.attributes["data-level"] for step in steps]
    assert ["4", "2", "0"] == [step.attributes["data-step"] for step in steps]
    anchors = [shown(anchor, small) for anchor in reversed(small.practice_by_id["sharp-blades"].anchors)]
    assert anchors == [step.classed("pp-ladder__anchor")[0].text for step in steps]


def test_each_step_leads_to_the_plays_that_lift_to_it(small: Bank, small_pages: dict[str, Made]) -> None:
    led = {
        int(step.attributes["data-level"] or ""): [link.attributes["href"] for link in step.all("a")]
        for step in small_pages["playbook/care/sharp-blades.md"].root.classed("pp-ladder__step")
    }
    plays = small.plays_by_practice["sharp-blades"]
    assert plays
    assert led == {level: [f"#{play.id}" for play in plays if play.lifts_to == level] for level in led}


def test_every_play_can_be_linked_to(any_bank: Bank, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue("small_pages" if any_bank.model.id == "tool-library" else "pages")
    for play in any_bank.plays:
        dimension = any_bank.dimension_by_practice[play.practice]
        heading = found[f"playbook/{dimension.id}/{play.practice}.md"].root.one("h3", id=play.id)
        assert shown(play.title, any_bank) == heading.text.removesuffix("¶").strip()


def test_practices_are_joined_in_bank_order(any_bank: Bank) -> None:
    texts = {page.uri: page.text for page in site_pages(Site(any_bank), {})}
    uris = [f"playbook/{any_bank.dimension_by_practice[p.id].id}/{p.id}.md" for p in any_bank.practices]
    for index, uri in enumerate(uris):
        links = {
            each.attributes["rel"]: each.attributes["href"]
            for each in read(texts[uri])[0].all("a")
            if "rel" in each.attributes
        }
        around = {"prev": uris[index - 1] if index else None, "next": uris[index + 1] if uris[index + 1 :] else None}
        assert {rel: Path(there).stem for rel, there in around.items() if there} == {
            rel: Path(there).name for rel, there in links.items()
        }


def test_every_chapter_leads_to_a_complaint_a_worksheet_and_a_question(bank: Bank, pages: dict[str, Made]) -> None:
    wanted = {"what-hurts/", "worksheets/", "assessment/"}
    led = {
        dimension.id: {part for part in wanted if any(part in href for href in hrefs)}
        for dimension in bank.model.dimensions
        if (hrefs := [each.attributes.get("href", "") for each in pages[f"playbook/{dimension.id}.md"].root.all("a")])
    }
    assert led == {dimension.id: wanted for dimension in bank.model.dimensions}


def test_every_play_says_whom_to_involve_how_long_what_it_costs_and_what_can_stop(bank: Bank) -> None:
    asked = ("involve", "minutes", "cost", "make_room")
    assert [] == [(play.id, key) for play in bank.plays for key in asked if getattr(play, key) is None]


def test_every_play_of_the_quick_form_has_words_to_use(bank: Bank, pages: dict[str, Made]) -> None:
    assert bank.model.forms.quick is not None
    quick = bank.model.forms.quick.practices or []
    plays = [play for practice in quick for play in bank.plays_by_practice[practice]]
    assert [] == [play.id for play in plays if not play.script]
    page = pages["playbook/community/two-way-conversation.md"].root.text
    [play] = [play for play in plays if play.id == "ten-questions"]
    assert [] == [text for text in play.script if shown(text, bank) not in page]


def test_a_chapter_takes_the_place_of_what_a_dimension_is_about(small: Bank) -> None:
    pages = {page.uri: page.text for page in site_pages(Site(small), {"care": "## A chapter\n\nBy *hand*."})}
    assert ("## A chapter\n\nBy *hand*." in pages["playbook/care.md"], True) == (
        True,
        small.model.dimensions[1].about not in pages["playbook/care.md"],
    )
    assert small.model.dimensions[0].about in pages["playbook/lending.md"]


def test_an_outcome_has_as_many_answers_as_there_are_levels(small: Bank) -> None:
    lending, care = small.model.dimensions
    model = small.model.model_copy(update={"dimensions": [lending, care.model_copy(update={"axis": None})]})
    pages = {page.uri: page.text for page in site_pages(Site(replace(small, model=model)), {})}
    assert "## The three answers" in pages["playbook/care/first-lesson.md"]
    assert "## The three steps" in pages["playbook/lending/reminders.md"]


def test_a_practice_with_depth_argues_before_it_asks_and_warns_after_its_plays(
    bank: Bank, pages: dict[str, Made]
) -> None:
    deep = [practice for practice in bank.practices if practice.depth]
    assert deep
    for practice in deep:
        page = pages[f"playbook/{bank.dimension_by_practice[practice.id].id}/{practice.id}.md"]
        ids = [each.attributes["id"] for each in page.root.all("h2")]
        parts = ["explained", "steps", "evidence", "measure", "example", "plays", "pitfalls", "settings"]
        assert [part for part in ids if part in parts] == [part for part in parts if part in ids]
        assert set(parts) - set(ids) <= {"plays"}
