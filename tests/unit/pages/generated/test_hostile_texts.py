"""Texts of a bank that mean something elsewhere."""

from generated_pages import Made, shown
from hostile import MARK
from html_text import read

from pushpull.bank import Bank
from pushpull.schema.frame import Model


def forms(model: Model) -> list[str]:
    """What a model says of its quick form and of the words for people."""
    assert model.forms.quick
    assert model.people
    return [model.forms.quick.intro, model.people.prompt]


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
