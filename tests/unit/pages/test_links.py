from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from banks import SMALL
from html_text import Element, read

from pushpull.bank import Bank
from pushpull.pages.links import Linker, uri_of, url_of
from pushpull.rules.check import open_bank
from pushpull.schema.library import Glossary, References

# Attributes that make a browser fetch something, and links that a reader follows.
SHOWN_IN_PLACE = {"404.html", "offline.html"}  # of a page that is not there
FETCHED = {"src", "srcset", "poster", "data"}
OUR_HOST = "site.example"


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


# The built site, all pages of it.


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, Element]:
    """Every page of the built site as elements, by its path."""
    files = sorted(site_dir.rglob("*.html"))
    return {file.relative_to(site_dir).as_posix(): read(file.read_text(encoding="utf-8"))[0] for file in files}


@pytest.fixture(scope="module")
def links(pages: dict[str, Element]) -> list[tuple[str, Element, str]]:
    """Every address in the built site that is ours, with its page and its element."""
    found = [
        (page, element, value.split()[0] if name == "srcset" else value)
        for page, root in pages.items()
        for element in root.within
        for name, value in element.attributes.items()
        if name in FETCHED | {"href"} and element.attributes.get("rel") != "canonical"
    ]
    return [(page, element, value) for page, element, value in found if not _is_elsewhere(element, value)]


def _is_elsewhere(element: Element, address: str) -> bool:
    """Whether a reader who follows this link leaves the site. The 404 page has addresses with our host in them."""
    parts = urlsplit(address)
    follows = element.tag in {"a", "area"} and parts.scheme in {"http", "https", "mailto"}
    return follows and parts.hostname != OUR_HOST


def _target(page: str, address: str) -> tuple[str, str]:
    """The file and the fragment that an address on a page leads to."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if page == "404.html":
        path = path.removeprefix("/push-to-pull/")
        steps = path.split("/")
    elif path:
        steps = [*page.split("/")[:-1], *path.split("/")]
    else:
        return page, unquote(parts.fragment)
    real: list[str] = []
    for step in steps:
        if step == "..":
            real.pop()  # above the site's folder this fails, as it should
        elif step not in ("", "."):
            real.append(step)
    joined = "/".join(real)
    is_folder = not path or path.endswith(("/", ".", ".."))
    return "/".join(filter(None, [joined, "index.html" if is_folder else ""])), unquote(parts.fragment)


def _broken(site: Path, pages: dict[str, Element], links: list[tuple[str, Element, str]]) -> Iterator[str]:
    ids = {page: {each.attributes.get("id", "") for each in root.within} for page, root in pages.items()}
    for page, _, address in links:
        file, fragment = _target(page, address)
        if not (site / file).is_file():
            yield f"{page}: {address} leads to no file"
        elif fragment and file in ids and fragment not in ids[file]:
            yield f"{page}: {address} leads to no place on its page"


def test_every_link_of_the_site_leads_to_a_file_and_a_place(
    site_dir: Path, pages: dict[str, Element], links: list[tuple[str, Element, str]]
) -> None:
    assert len(links) > 10 * len(pages), "there is something to test"
    assert [] == sorted(set(_broken(site_dir, pages, links)))


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    root, _ = read('<a href="#there"></a><a id="there" href="./#gone"></a><img src="gone.png">')
    found = [(("index.html"), each, address) for each in root.within for address in _addresses(each)]
    assert ["./#gone leads to no place on its page", "gone.png leads to no file"] == [
        line.removeprefix("index.html: ") for line in _broken(tmp_path, {"index.html": root}, found)
    ]


def _orphans(pages: dict[str, Element]) -> list[str]:
    """The pages that no other page leads to from its content; the menu and the neighbours do not count."""
    led_to = set[str]()
    for page, root in pages.items():
        for article in root.all("article"):
            ways = [each for each in article.all("a") if each.attributes.get("rel") not in {"prev", "next"}]
            led_to |= {_target(page, each.attributes["href"])[0] for each in ways if _is_ours(each)} - {page}
    return sorted(pages.keys() - led_to - {"index.html", *SHOWN_IN_PLACE})


def _is_ours(element: Element) -> bool:
    address = element.attributes.get("href")
    return address is not None and not _is_elsewhere(element, address)


def test_every_page_of_the_site_is_led_to_by_what_another_says(pages: dict[str, Element]) -> None:
    assert len(pages) > 80, "there is something to test"
    assert [] == _orphans(pages)


def test_a_page_that_only_its_neighbour_leads_to_would_be_found() -> None:
    texts = {
        "index.html": '<nav><a href="a/">A</a></nav><article><a href="b/">B</a><a>C</a></article>',
        "a/index.html": '<article><a href="./">A</a><a rel="next" href="../c/">C</a></article>',
        "b/index.html": '<article><a href="https://site.test/c/">D</a></article>',
        "c/index.html": "<article></article>",
    }
    found = {path: read(text)[0] for path, text in texts.items()}
    assert ["a/index.html", "c/index.html"] == _orphans(found)


def _addresses(element: Element) -> list[str]:
    return [value for name, value in element.attributes.items() if name in FETCHED | {"href"}]


def test_no_link_begins_at_the_root_of_the_host(links: list[tuple[str, Element, str]]) -> None:
    assert [] == [(page, address) for page, _, address in links if address.startswith("/") and page != "404.html"]


def test_nothing_is_fetched_from_another_host(links: list[tuple[str, Element, str]]) -> None:
    hosts = {(urlsplit(address).scheme, urlsplit(address).hostname) for page, _, address in links if page != "404.html"}
    assert {("", None)} == hosts
    assert {OUR_HOST, None} >= {urlsplit(address).hostname for _, _, address in links}


def test_no_page_has_styles_or_scripts_within_its_tags_which_its_policy_would_stop(pages: dict[str, Element]) -> None:
    assert [] == [
        (page, element.tag, name)
        for page, root in pages.items()
        for element in root.within
        for name in element.attributes
        if name == "style" or name.startswith("on")
    ]


def test_every_page_can_be_reached_from_another(
    pages: dict[str, Element], links: list[tuple[str, Element, str]]
) -> None:
    followed = {(page, _target(page, address)[0]) for page, element, address in links if element.tag == "a"}
    assert SHOWN_IN_PLACE == set(pages) - {target for page, target in followed if target != page}
