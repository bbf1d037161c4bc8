import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from banks import SMALL, own_bank
from hostile import MARK, hostile
from html_text import Element, read, twice
from mkdocs.utils import meta
from site_markdown import converter

from pushpull.addresses import PAGES
from pushpull.bank import Bank
from pushpull.pages.links import url_of
from pushpull.pages.pages import Site, site_pages
from pushpull.rules.check import open_bank
from pushpull.schema.entries import Practice
from pushpull.schema.frame import Model

FRONT_MATTER = {
    "above",
    "title",
    "description",
    "hide",
    "search",
    "search_words",
    "styles",
    "modules",
    "needs",
    "embedded",
}
REFERRING = ("aria-describedby", "aria-labelledby", "aria-controls", "for", "headers", "list")


@dataclass(frozen=True)
class Made:
    """A generated page as a reader gets it."""

    meta: dict[str, Any]
    root: Element
    faults: list[str]


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture(scope="module")
def small() -> Bank:
    return open_bank(SMALL)


def made(bank: Bank) -> dict[str, Made]:
    """Every page of a bank, by its path."""
    site_markdown = converter(Path(__file__).resolve().parents[3] / "mkdocs.yml")
    pages = {}
    for page in site_pages(Site(bank), {}):
        text, data = meta.get_data(page.text)
        pages[page.uri] = Made(data, *read(site_markdown.reset().convert(text)))
    return pages


@pytest.fixture(scope="module")
def pages(bank: Bank) -> dict[str, Made]:
    return made(bank)


@pytest.fixture(scope="module")
def small_pages(small: Bank) -> dict[str, Made]:
    return made(small)


@pytest.fixture(scope="module")
def hostile_bank(bank: Bank) -> Bank:
    return hostile(bank)


@pytest.fixture(scope="module")
def hostile_pages(hostile_bank: Bank) -> dict[str, Made]:
    return made(hostile_bank)


@pytest.fixture(params=["pages", "small_pages", "hostile_pages"])
def any_pages(request: pytest.FixtureRequest) -> dict[str, Made]:
    found: dict[str, Made] = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["bank", "small"])
def any_bank(request: pytest.FixtureRequest) -> Bank:
    found: Bank = request.getfixturevalue(request.param)
    return found


def quick_of(bank: Bank) -> list[str] | None:
    """What the quick form of a bank asks."""
    return bank.model.forms.quick.practices if bank.model.forms.quick else None


def forms(model: Model) -> list[str]:
    """What a model says of its quick form and of the words for people."""
    assert model.forms.quick
    assert model.people
    return [model.forms.quick.intro, model.people.prompt]


def shown(text: str, bank: Bank) -> str:
    """A text of the bank as a reader sees it."""
    return " ".join(text.replace("{people}", bank.model.words_for_people[0]).split())


def test_every_form_dimension_and_practice_has_its_page_in_bank_order(small: Bank) -> None:
    practices = ["lending/loan-book", "lending/opening-times", "lending/reminders", "care/sharp-blades"]
    expected = [
        "assessment/",
        "assessment/quick/",
        "assessment/lending/",
        "assessment/care/",
        "assessment/review/",
        "results/",
        "print/",
        "playbook/",
        "playbook/lending/",
        "playbook/care/",
        *(f"playbook/{practice}/" for practice in [*practices, "care/first-lesson"]),
    ]
    urls = [url_of(page.uri) for page in site_pages(Site(small), {})]
    assert sorted(expected) == sorted(url for url in urls if url in expected)
    assert [url for url in expected if url.count("/") == 3] == [url for url in urls if url in expected[10:]]
    assert [] == twice(urls)


def test_worksheets_sources_and_terms_have_pages_where_there_are_any(bank: Bank) -> None:
    uris = {page.uri for page in site_pages(Site(bank), {})}
    worksheets = {f"worksheets/{worksheet.id}.md" for worksheet in bank.worksheets}
    assert worksheets | {"worksheets/index.md", "method/sources.md", "method/glossary.md"} <= uris


def test_every_page_comes_from_a_file_of_the_bank(any_bank: Bank) -> None:
    assert {page.source for page in site_pages(Site(any_bank), {})} <= set(any_bank.documents)


def test_every_tag_matches(any_pages: dict[str, Made]) -> None:
    assert {} == {uri: page.faults for uri, page in any_pages.items() if page.faults}


def test_every_tag_matches_before_markdown_is_read(bank: Bank) -> None:
    faults = {page.uri: read(page.text)[1] for page in site_pages(Site(bank), {})}
    assert {} == {uri: found for uri, found in faults.items() if found}


def test_an_id_stands_once_on_its_page(any_pages: dict[str, Made]) -> None:
    ids = {uri: [each.attributes.get("id") for each in page.root.within] for uri, page in any_pages.items()}
    assert {} == {uri: found for uri, names in ids.items() if (found := twice(list(filter(None, names))))}


def test_ids_of_a_bank_do_not_meet_those_of_the_page(small: Bank) -> None:
    names = ["key", "playbook", "paper-form", "dimensions"]
    [dimension, *_] = small.model.dimensions
    dimensions = [dimension.model_copy(update={"id": name, "name": name.title(), "practices": []}) for name in names]
    model = small.model.model_copy(update={"dimensions": [*small.model.dimensions, *dimensions]})
    for uri, page in made(replace(small, model=model)).items():
        assert (uri, []) == (
            uri,
            twice([each.attributes["id"] for each in page.root.within if "id" in each.attributes]),
        )


def test_what_an_element_refers_to_stands_on_its_page(any_pages: dict[str, Made]) -> None:
    def missing(root: Element) -> Iterator[str]:
        ids = {each.attributes.get("id") for each in root.within}
        for each in root.within:
            for name in REFERRING:
                yield from (target for target in each.attributes.get(name, "").split() if target not in ids)

    assert {} == {uri: found for uri, page in any_pages.items() if (found := [*missing(page.root)])}


def test_every_page_has_one_title_and_says_what_it_is(any_pages: dict[str, Made]) -> None:
    for uri, page in any_pages.items():
        assert (uri, 1) == (uri, len(page.root.all("h1")))
        assert (uri, True) == (uri, bool(page.meta["title"] and page.meta["description"]))
        assert (uri, set()) == (uri, page.meta.keys() - FRONT_MATTER)


def test_headings_leave_out_no_level(any_pages: dict[str, Made]) -> None:
    for uri, page in any_pages.items():
        levels = [int(each.tag[1]) for each in page.root.within if re.fullmatch("h[1-6]", each.tag)]
        jumps = [after for before, after in zip([0, *levels], levels, strict=False) if after > before + 1]
        assert (uri, []) == (uri, jumps)


# Texts that mean something elsewhere


def elements(page: Made) -> list[tuple[str, list[str]]]:
    """Tags and names of attributes, but for the spans around the word for people."""
    return [(each.tag, sorted(each.attributes)) for each in page.root.within if "data-people" not in each.attributes]


def test_no_text_adds_or_ends_an_element(pages: dict[str, Made], hostile_pages: dict[str, Made]) -> None:
    for uri, page in pages.items():
        expected = elements(page)
        assert (uri, expected) == (uri, elements(hostile_pages[uri]))


def test_no_text_adds_to_the_front_matter(pages: dict[str, Made], hostile_pages: dict[str, Made]) -> None:
    assert {uri: sorted(page.meta) for uri, page in pages.items()} == {
        uri: sorted(page.meta) for uri, page in hostile_pages.items()
    }


def test_a_title_shows_letter_for_letter(hostile_bank: Bank, hostile_pages: dict[str, Made]) -> None:
    for practice in hostile_bank.practices:
        dimension = hostile_bank.dimension_by_practice[practice.id]
        page = hostile_pages[f"playbook/{dimension.id}/{practice.id}.md"]
        expected = shown(practice.title, hostile_bank)
        assert expected == page.root.one("h1").text.removesuffix("¶").strip()
        assert expected.replace("</", "< /") == read(page.meta["title"])[0].text


def test_every_text_of_a_practice_shows_letter_for_letter(hostile_bank: Bank, hostile_pages: dict[str, Made]) -> None:
    for practice in hostile_bank.practices:
        dimension = hostile_bank.dimension_by_practice[practice.id]
        text = hostile_pages[f"playbook/{dimension.id}/{practice.id}.md"].root.text
        asked = hostile_pages[f"assessment/{dimension.id}.md"].root.text
        reads = [each for each in (practice.why, practice.question, practice.metric, practice.find_out) if each]
        reads += [*practice.anchors, *practice.evidence]
        for play in hostile_bank.plays_by_practice[practice.id]:
            reads += [play.title, play.lead, play.why, play.pitfall, play.worked_when, *play.steps]
        answers = [each for each in (practice.hint, practice.na_reason, *practice.anchors) if each]
        assert [] == [each for each in reads if shown(each, hostile_bank) not in text]
        assert [] == [each for each in answers if shown(each, hostile_bank) not in asked]


def test_the_frame_shows_letter_for_letter(hostile_bank: Bank, hostile_pages: dict[str, Made]) -> None:
    model = hostile_bank.model
    reads = {
        "print.md": [model.answer_rule, model.window, *(level.gist for level in model.levels)],
        "assessment/index.md": [*forms(model), *(d.asks for d in model.dimensions)],
        "method/glossary.md": [term.means for term in hostile_bank.glossary.terms],
        "method/sources.md": [idea.idea for idea in hostile_bank.idea_by_id.values()],
    }
    for uri, texts in reads.items():
        text = hostile_pages[uri].root.text
        assert (uri, []) == (uri, [each for each in texts if shown(each, hostile_bank) not in text])


def test_no_page_shows_a_placeholder(hostile_pages: dict[str, Made]) -> None:
    assert "{people}" in MARK
    assert [] == [uri for uri, page in hostile_pages.items() if "{people}" in page.root.text]
    assert [] == [uri for uri, page in hostile_pages.items() if "{people}" in str(page.meta)]


# Questions


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


# The playbook


def test_the_ladder_has_the_highest_level_on_top(small: Bank, small_pages: dict[str, Made]) -> None:
    page = small_pages["playbook/care/sharp-blades.md"]
    steps = page.root.classed("pp-ladder__step")
    assert ["Workshop", "Shelf", "Shed"] == [step.classed("pp-ladder__name")[0].text for step in steps]
    assert ["2", "1", "0"] == [step.attributes["data-level"] for step in steps]
    assert ["4", "2", "0"] == [step.attributes["data-step"] for step in steps]
    anchors = [shown(anchor, small) for anchor in reversed(small.practice_by_id["sharp-blades"].anchors)]
    assert anchors == [step.classed("pp-ladder__anchor")[0].text for step in steps]


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


def test_the_names_that_no_id_may_take_are_those_of_the_pages_that_are_made(bank: Bank, pages: dict[str, Made]) -> None:
    ids = {*bank.dimension_by_id, *bank.practice_by_id, *bank.worksheet_by_id}
    assert sorted(PAGES) == sorted(uri for uri in pages if Path(uri).stem not in ids)


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
