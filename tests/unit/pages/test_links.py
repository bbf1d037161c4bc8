"""Links by id, and the addresses that they come to."""

from dataclasses import replace

import pytest
from banks import SMALL

from pushpull.bank import Bank
from pushpull.pages.links import Linker, uri_of, url_of
from pushpull.rules.check import open_bank
from pushpull.schema.library import Glossary, References


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The small bank, with a source, a work of each kind and a term."""
    seen = {"seen": "excerpt", "seen_on": "2026-11-28"}
    works = [
        {**seen, "id": "hull-2011", "title": "Sheds", "authors": "Ada Hull, Ben Lee and Cy Orr", "year": 2011},
        {**seen, "id": "orr-lee", "title": "Saws", "authors": "Cy Orr and Ben Lee"},
        {**seen, "id": "odd", "title": "[Odd] *title* <b>_&"},
    ]
    idea = {"id": "T1-01", "idea": "Lend what you have."}
    source = {**seen, "id": "T1", "title": "Tools", "about": "Lending.", "ideas": [idea]}
    added = {
        "references.yml": References.model_validate({"sources": [source], "works": works}),
        "glossary.yml": Glossary.model_validate({"terms": [{"id": "loan", "term": "loan", "means": "A tool lent."}]}),
    }
    small = open_bank(SMALL)
    return replace(small, entries={**small.entries, **added})


def woven(bank: Bank, text: str) -> str:
    """The text as it stands on the chapter of one dimension; every link must lead somewhere."""
    done, problems = Linker(bank, "playbook/care/index.md").weave(text, "page.md")
    assert [] == problems
    return done


@pytest.mark.parametrize(
    ("uri", "url"),
    [
        ("index.md", ""),
        ("results.md", "results/"),
        ("assessment/index.md", "assessment/"),
        ("assessment/care.md#q-sharp-blades", "assessment/care/#q-sharp-blades"),
        ("playbook/care/index.md#top", "playbook/care/#top"),
        ("playbook/care/my-index.md", "playbook/care/my-index/"),
    ],
)
def test_an_address_is_the_folder_that_mkdocs_makes_for_the_file(uri: str, url: str) -> None:
    assert url == url_of(uri)


@pytest.mark.parametrize(
    ("kind", "name", "uri"),
    [
        ("practice", "sharp-blades", "playbook/care/sharp-blades.md"),
        ("play", "sharpening-day", "playbook/care/sharp-blades.md#sharpening-day"),
        ("question", "sharp-blades", "assessment/care.md#q-sharp-blades"),
        ("dimension", "care", "playbook/care.md"),
        ("questions", "care", "assessment/care.md"),
        ("term", "loan", "method/glossary.md#loan"),
        ("idea", "T1-01", "method/sources.md#t1-01"),
        ("work", "hull-2011", "method/sources.md#hull-2011"),
        ("page", "method/index.md#advice", "method/index.md#advice"),
    ],
)
def test_everything_with_an_id_has_a_place(bank: Bank, kind: str, name: str, uri: str) -> None:
    assert uri == uri_of(bank, kind, name)


@pytest.mark.parametrize(
    "kind",
    ["practice", "play", "question", "dimension", "questions", "worksheet", "term", "idea", "work", "page", "moon"],
)
def test_what_the_bank_has_not_got_has_no_place(bank: Bank, kind: str) -> None:
    assert uri_of(bank, kind, "no-such-thing") is None


@pytest.mark.parametrize(
    ("here", "there", "address"),
    [
        ("index.md", "results.md", "results/"),
        ("index.md", "index.md", "./"),
        ("results.md", "index.md", "../"),
        ("results.md", "results.md#map", "./#map"),
        ("assessment/care.md", "assessment/index.md", "../"),
        ("assessment/index.md", "assessment/care.md#q-a", "care/#q-a"),
        ("playbook/care/sharp-blades.md", "assessment/care.md", "../../../assessment/care/"),
    ],
)
def test_an_address_is_relative_to_its_page(bank: Bank, here: str, there: str, address: str) -> None:
    assert address == Linker(bank, here).url(there)


def test_a_template_that_links_to_nothing_is_stopped(bank: Bank) -> None:
    with pytest.raises(KeyError, match="no play is called gone"):
        Linker(bank, "index.md").to("play", "gone")


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("[blades](practice:sharp-blades)", "[blades](sharp-blades.md)"),
        ("[day](play:sharpening-day)", "[day](sharp-blades.md#sharpening-day)"),
        (
            "[a](questions:lending) and [b](dimension:lending)",
            "[a](../../assessment/lending.md) and [b](../lending.md)",
        ),
        ('[titled](practice:sharp-blades "Sharp")', '[titled](sharp-blades.md "Sharp")'),
        ("[how](page:method/index.md#advice)", "[how](../../method/index.md#advice)"),
        ("Said before [T1-01].", 'Said before[T1-01](../../method/sources.md#t1-01){ .pp-cite title="Source" }.'),
        ("[@hull-2011]", "([Ada Hull and others, 2011](../../method/sources.md#hull-2011){ .pp-work })"),
        ("[@orr-lee]", "([Cy Orr and Ben Lee](../../method/sources.md#orr-lee){ .pp-work })"),
        ("[@odd]", "([&#91;Odd&#93; &#42;title&#42; &#60;b&#62;&#95;&#38;](../../method/sources.md#odd){ .pp-work })"),
    ],
)
def test_prose_links_by_id(bank: Bank, written: str, linked: str) -> None:
    assert linked == woven(bank, written)


@pytest.mark.parametrize(
    "text",
    [
        "`[x](practice:gone)` and ``a ` [T9-99]``",
        "```\n[x](practice:gone)\n[T9-99]\n```",
        "~~~~ text\n```\n[@gone]\n~~~\n[T9-99]\n~~~~",
        "[x](https://tools.example/practice:gone) [y](mailto:a@tools.example)",
        "[T1-01](practices.md)",
        "[x](../lending/index.md#practice:gone)",
        "",
    ],
)
def test_code_and_other_links_stay_as_they_are(bank: Bank, text: str) -> None:
    assert text == woven(bank, text)


def test_prose_goes_on_after_code(bank: Bank) -> None:
    text = "```\n[T1-01]\n```\n```one line``` [a](practice:sharp-blades)\n[b](practice:sharp-blades)"
    assert text.replace("practice:sharp-blades", "sharp-blades.md") == woven(bank, text)


def test_every_link_that_leads_nowhere_is_told_with_its_place(bank: Bank) -> None:
    text = "`code` [a](practice:gone) [T9-99]\n\n[b](pratice:sharp-blades) [@nobody] [c](page:method)"
    _, problems = Linker(bank, "index.md").weave(text, "docs/page.md")
    kinds = "practice, play, question, dimension, questions, worksheet, symptom, term, idea, work, page"
    assert [
        'docs/page.md:1:12: a link by id must lead somewhere, but there is no practice "gone": correct or remove it',
        'docs/page.md:1:28: a link by id must lead somewhere, but there is no idea "T9-99": correct or remove it',
        f'docs/page.md:3:5: a link by id must begin with one of {kinds}, but found "pratice": correct it',
        'docs/page.md:3:29: a link by id must lead somewhere, but there is no work "nobody": correct or remove it',
        'docs/page.md:3:41: a link by id must lead somewhere, but there is no page "method": correct or remove it',
    ] == [str(problem).removesuffix(" [must hold]") for problem in problems]
