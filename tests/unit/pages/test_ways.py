"""Whoever reads finds the way up, on and back from every page of the playbook, the worksheets and the method."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from html_text import Element, page_at
from visitor import bank_of

READ = ("playbook", "worksheets", "method")


def page(site: Path, url: str) -> Element:
    """The page at this address below the root of the site."""
    return page_at(site / url / "index.html")


def urls(site: Path) -> list[str]:
    """The addresses of all pages that are read."""
    found = [path.parent for folder in READ for path in (site / folder).rglob("index.html")]
    return [f"{folder.relative_to(site).as_posix()}/" for folder in found]


def there(url: str, link: Element) -> str:
    """The address below the root that a link on a page leads to."""
    return urljoin(f"https://site.example/{url}", link.attributes["href"]).removeprefix("https://site.example/")


def practices(site: Path) -> list[str]:
    return [practice["url"] for practice in bank_of(site)["practices"]]


def chain(site: Path, url: str | None, way: str) -> Iterator[str]:
    """The pages from `url` on, each the one before it calls its neighbour on that side."""
    seen = set[str]()
    while url is not None:
        assert url not in seen, f"the way leads in a circle: {url}"
        seen.add(url)
        yield url
        links = page(site, url).all("a", rel=way)
        assert len(links) <= 1
        url = there(url, links[0]) if links else None


def test_every_page_below_the_first_of_its_part_names_the_way_up(site_dir: Path) -> None:
    for url in urls(site_dir):
        part, *below = url.strip("/").split("/")
        trails = page(site_dir, url).all("nav", aria_label="Breadcrumb")
        up = [there(url, link) for trail in trails for link in trail.all("a")]
        chapter = [f"{part}/{below[0]}/"] if len(below) > 1 else []
        assert up == ([f"{part}/", *chapter] if below else []), url


def test_every_page_with_tabs_marks_the_one_that_it_stands_under(site_dir: Path) -> None:
    places = [file.parent.relative_to(site_dir).as_posix() for file in site_dir.rglob("index.html")]
    tabs = {place: page(site_dir, place).classed("md-tabs__item") for place in places}
    marked = {
        place: ["md-tabs__item--active" in (tab.attributes["class"] or "") for tab in row]
        for place, row in tabs.items()
        if row
    }
    assert len(marked) > len(practices(site_dir))
    assert [place for place, row in marked.items() if row.count(True) != 1] == []
    assert marked[practices(site_dir)[0].rstrip("/")] == marked["playbook"]
    assert marked["team/answer"] == marked["assessment"]


def test_from_the_first_page_every_page_of_the_menu_is_read_in_turn_and_back(site_dir: Path) -> None:
    order = list(chain(site_dir, "playbook/", "next"))
    assert sorted(set(urls(site_dir)) - set(practices(site_dir))) == sorted(order)
    assert [*reversed(order)] == list(chain(site_dir, order[-1], "prev"))


def test_from_the_first_practice_every_practice_is_read_in_turn_and_back(site_dir: Path) -> None:
    order = practices(site_dir)
    assert order == list(chain(site_dir, order[0], "next"))
    assert [*reversed(order)] == list(chain(site_dir, order[-1], "prev"))


@pytest.mark.parametrize("url", ["", "playbook/", "playbook/listening/", "playbook/listening/problem-chart/"])
def test_the_menu_leads_to_chapters_and_to_no_practice(site_dir: Path, url: str) -> None:
    [menu] = page(site_dir, url).classed("md-nav--primary")
    leads = {there(url, link).partition("#")[0] for link in menu.all("a") if "href" in link.attributes}
    assert "playbook/" in leads
    assert leads & set(practices(site_dir)) <= {url}
