"""The links of the built site, on all pages of it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from html_text import Element, page_at, read

# Attributes that make a browser fetch something, and links that a reader follows.
SHOWN_IN_PLACE = {"404.html", "offline.html"}  # of a page that is not there
FETCHED = {"src", "srcset", "poster", "data"}
OUR_HOST = "site.example"


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, Element]:
    """Every page of the built site as elements, by its path."""
    files = sorted(site_dir.rglob("*.html"))
    return {file.relative_to(site_dir).as_posix(): page_at(file) for file in files}


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
