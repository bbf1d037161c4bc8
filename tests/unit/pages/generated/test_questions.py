"""The questions, on every page that asks them."""

import re
from collections.abc import Iterator

import pytest
from generated_pages import Made, quick_of
from html_text import Element, twice

from pushpull.bank import Bank
from pushpull.schema.entries import Practice


def questions(pages: dict[str, Made], bank: Bank) -> Iterator[tuple[str, Element, Practice]]:
    """Every question on every page that asks it."""
    for uri, page in pages.items():
        for fieldset in page.root.classed("pp-question"):
            yield uri, fieldset, bank.practice_by_id[fieldset.attributes["data-practice"]]


@pytest.fixture(params=["small", "bank"])
def asked(request: pytest.FixtureRequest) -> list[tuple[str, Element, Practice]]:
    pages = request.getfixturevalue("small_pages" if request.param == "small" else "pages")
    return [*questions(pages, request.getfixturevalue(request.param))]


def test_each_form_asks_its_practices_in_order(any_bank: Bank, request: pytest.FixtureRequest) -> None:
    found = request.getfixturevalue("small_pages" if any_bank.model.id == "tool-library" else "pages")
    order: dict[str, list[str]] = {}
    for uri, _, practice in questions(found, any_bank):
        order.setdefault(uri, []).append(practice.id)
    full = {f"assessment/{d.id}.md": d.practices for d in any_bank.model.dimensions}
    quick = dict.fromkeys(("assessment/quick.md", "embed/quick.md"), quick_of(any_bank))
    assert quick | full == order


def test_a_question_is_a_fieldset_whose_legend_asks(asked: list[tuple[str, Element, Practice]]) -> None:
    for _, fieldset, practice in asked:
        assert ("fieldset", f"q-{practice.id}") == (fieldset.tag, fieldset.attributes["id"])
        [legend, *_] = fieldset.all("legend")
        assert fieldset.within[0] is legend
        assert legend.text.startswith("Question ")


def test_a_question_says_how_far_one_is(asked: list[tuple[str, Element, Practice]]) -> None:
    numbers: dict[str, list[str]] = {}
    for uri, fieldset, _ in asked:
        numbers.setdefault(uri, []).append(fieldset.classed("pp-question__number")[0].text)
    for found in numbers.values():
        plain = [each.removesuffix(" · not scored") for each in found]
        assert [f"Question {number} of {len(found)}" for number in range(1, len(found) + 1)] == plain


def test_a_question_that_is_not_scored_says_so(asked: list[tuple[str, Element, Practice]]) -> None:
    for _, fieldset, practice in asked:
        said = fieldset.classed("pp-question__number")[0].text
        assert said.endswith(" · not scored") is not practice.scored


def test_every_level_can_be_answered_and_not_knowing_too(asked: list[tuple[str, Element, Practice]]) -> None:
    for _, fieldset, practice in asked:
        radios = fieldset.all("input", type="radio", name=practice.id)
        ways = [*map(str, range(len(practice.anchors))), "unknown", *(["na"] if practice.na_reason else [])]
        assert ways == [radio.attributes["value"] for radio in radios]
        assert not any("checked" in radio.attributes for radio in radios)


def test_no_other_group_of_radios_has_a_name_that_a_practice_could_have(
    asked: list[tuple[str, Element, Practice]],
) -> None:
    names = {radio.attributes["name"] for _, field, _ in asked for radio in field.all("input", type="radio")}
    others = names - {practice.id for _, _, practice in asked}
    assert others
    assert [name for name in others if re.fullmatch("[a-z0-9-]*", name)] == []


def test_only_a_practice_that_may_not_apply_offers_so_and_says_when(
    asked: list[tuple[str, Element, Practice]], bank: Bank, small: Bank
) -> None:
    reasons = {practice.na_reason is None for _, _, practice in asked}
    assert {True, False} == reasons, "both kinds are asked"
    for _, fieldset, practice in asked:
        labels = [label.text for label in fieldset.all("label") if label.all("input", value="na")]
        word = (small if practice.id in small.practice_by_id else bank).model.words_for_people[0]
        expected = [practice.na_reason.replace("{people}", word)] if practice.na_reason else []
        assert expected == [label.removeprefix("Does not apply ") for label in labels]


def test_every_control_has_a_label(any_pages: dict[str, Made]) -> None:
    for uri, page in any_pages.items():
        within = {id(control) for label in page.root.all("label") for control in label.within}
        named = {label.attributes.get("for") for label in page.root.all("label")}
        controls = [each for each in page.root.within if each.tag in {"input", "select", "textarea"}]
        within |= {id(control) for control in controls if control.attributes.get("aria-hidden") == "true"}
        # What is in a template gets its names when a script puts it on the page.
        within |= {id(control) for template in page.root.all("template") for control in template.within}
        bare = [each for each in controls if id(each) not in within and each.attributes.get("id") not in named]
        # The cells of a worksheet are named by their column; what is hidden from everybody needs no name.
        bare = [each for each in bare if not each.attributes.get("aria-label") and "aria-hidden" not in each.attributes]
        assert (uri, []) == (uri, [(each.tag, each.attributes) for each in bare])


def test_a_hint_describes_its_question(asked: list[tuple[str, Element, Practice]]) -> None:
    for _, fieldset, practice in asked:
        described = fieldset.attributes.get("aria-describedby")
        hinted = bool(practice.hint or practice.hints_for)
        assert described == (f"hint-{practice.id}" if hinted else None)
        assert len(fieldset.classed("pp-question__hint")) == hinted


def test_groups_of_radios_are_apart(asked: list[tuple[str, Element, Practice]]) -> None:
    groups = [
        (uri, name)
        for uri, each, _ in asked
        for name in {r.attributes["name"] for r in each.all("input", type="radio")}
    ]
    assert [] == twice([f"{uri} {name}" for uri, name in groups])
