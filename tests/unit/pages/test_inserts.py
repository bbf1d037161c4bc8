from pathlib import Path

import pytest
from banks import SMALL, own_bank
from html_text import read

from pushpull.pages.inserts import INSERTS, fill
from pushpull.pages.pages import Site
from pushpull.rules.check import open_bank


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(open_bank(SMALL))


@pytest.mark.parametrize("name", INSERTS)
@pytest.mark.parametrize("uri", ["index.md", "method/how/index.md"])
def test_an_insert_is_whole_html_and_leaves_the_prose_around_it(site: Site, name: str, uri: str) -> None:
    text, problems = fill(site, uri, f"Before.\n\n<!-- insert: {name} -->\n\nAfter.\n", "page.md")
    root, faults = read(text)
    assert ([], []) == (problems, faults)
    assert "<!--" not in text
    assert (text.startswith("Before.\n\n"), text.endswith("\n\nAfter.\n")) == (True, True)
    assert len(root.within) > 2


def test_the_levels_stand_in_order(site: Site) -> None:
    text, _ = fill(site, "index.md", "<!-- insert: levels -->", "page.md")
    assert ["Shed", "Shelf", "Workshop"] == [each.text for each in read(text)[0].all("strong")]


@pytest.mark.parametrize("name", ["map", "place"])
def test_the_map_has_the_high_quadrants_above_and_the_right_ones_right(root: Path, name: str) -> None:
    text, _ = fill(Site(own_bank()), "index.md", f"<!-- insert: {name} -->", "page.md")
    corners = [each.text for each in read(text)[0].all("strong")]
    assert ["Well-drilled broadcaster", "Two-way partner", "Loudhailer", "Islands of pull"] == corners


def test_the_links_of_an_insert_are_right_where_it_stands(site: Site) -> None:
    text, _ = fill(site, "method/how.md", "<!-- insert: doors -->", "page.md")
    addresses = [each.attributes["href"] for each in read(text)[0].all("a")]
    assert ["../../assessment/quick/", "../../assessment/", "../../playbook/"] == addresses


def test_a_page_that_takes_nothing_stays_as_it_is(site: Site) -> None:
    text = "---\ntitle: x\n---\n\n# Words\n\n<!-- a comment about what to insert: nothing -->\n"
    assert (text, []) == fill(site, "index.md", text, "page.md")


def test_an_insert_in_code_is_shown_and_not_filled(site: Site) -> None:
    text = "Write it so:\n\n```\n<!-- insert: levels -->\n<!-- insert: gone -->\n```\n"
    assert (text, []) == fill(site, "index.md", text, "page.md")


def test_every_insert_and_link_that_leads_nowhere_is_told_at_once(site: Site) -> None:
    text = "<!-- insert: moon -->\n\n<!--insert: levels -->\n<!-- insert: dimensions --> and more\n[x](play:gone)\n"
    _, problems = fill(site, "index.md", text, "docs/index.md")
    must = (
        "an insert must stand alone on its line, as <!-- insert: NAME -->, "
        f"and be one of {', '.join(INSERTS)}, but found"
    )
    assert [
        f"docs/index.md:1:1: {must} <!-- insert: moon -->: correct it",
        f"docs/index.md:3:1: {must} <!--insert: levels -->: correct it",
        f"docs/index.md:4:1: {must} <!-- insert: dimensions --> and more: correct it",
        'docs/index.md:5:5: a link by id must lead somewhere, but there is no play "gone": correct or remove it',
    ] == [str(problem).removesuffix(" [must hold]") for problem in sorted(problems)]


def test_the_front_page_can_show_the_two_commonest_complaints_of_each_kind(root: Path) -> None:
    bank = own_bank()
    text, problems = fill(Site(bank), "index.md", "<!-- insert: what-hurts -->", "page.md")
    shown = [each.text for each in read(text)[0].all("a")]
    commonest = [symptom.complaint for group in bank.symptoms.groups for symptom in group.symptoms[:2]]
    assert [] == problems
    assert [*commonest, f"All {len(bank.symptom_by_id)} complaints"] == shown
