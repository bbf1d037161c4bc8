"""A round survives: reload, another tab, a full or blocked store, a later version of the questions; and it ends."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import Faults
from node_bridge import call
from playwright.sync_api import BrowserContext, Page, expect
from round_page import Json, begin, invited, paste, reveal, sealed, shown
from visitor import bank_of, fill_storage, settled, visit

Contexts = Callable[..., BrowserContext]
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('storage is blocked', 'SecurityError'); } });"""


@pytest.fixture
def code(new_context: Contexts, people: list[Json]) -> Callable[[str, int], str]:
    """A function that gives what one of the people hands in to an invitation."""

    def make(link: str, number: int) -> str:
        return sealed(invited(new_context(), link, people[number]))

    return make


def counter(page: Page) -> str:
    return page.locator("[data-counter]").inner_text()


def test_a_round_is_there_after_a_reload_and_in_the_list(page: Page, code: Callable[[str, int], str]) -> None:
    paste(page, code(begin(page, "Our shop"), 0))
    page.reload()
    expect(settled(page).locator("[data-counter]")).to_have_text("1 person so far.")
    visit(page, "team/")
    page.get_by_role("link", name="Our shop, begun").click()
    expect(page.locator("[data-counter]")).to_have_text("1 person so far.")


def test_a_round_begun_without_a_name_is_named_later(page: Page) -> None:
    link = begin(page, "")
    expect(page.get_by_role("heading", name="A group without a name")).to_be_visible()
    page.get_by_label("What the group is called").fill("Spring crew")
    page.get_by_label("What the group is called").press("Enter")
    expect(page.get_by_role("heading", name="Spring crew")).to_be_visible()
    expect(page.get_by_label("Link", exact=True)).not_to_have_value(link)
    visit(page, "team/")
    expect(page.get_by_role("link", name="Spring crew, begun")).to_be_visible()


@pytest.mark.tabs
def test_two_tabs_with_one_round_lose_nothing(
    page: Page, context: BrowserContext, code: Callable[[str, int], str]
) -> None:
    link = begin(page)
    other = visit(context.new_page(), page.url)
    paste(page, code(link, 0))
    paste(other, code(link, 1))
    for each in (page, other):
        expect(each.locator("[data-counter]")).to_have_text("2 people so far.")
    expect(page.get_by_role("button", name="Show the answers")).to_be_hidden()  # three are the least
    paste(other, code(link, 2))
    reveal(page)
    expect(other.locator("[data-part=talk]")).to_contain_text("3 people answered ")
    agreed = [each.locator("[data-question] select").first for each in (page, other)]
    agreed[0].select_option("2")
    expect(agreed[1]).to_have_value("2")
    agreed[0].select_option("")
    expect(agreed[1]).to_have_value("")
    other.locator("[data-question]").first.get_by_label(re.compile("^Why")).fill("taken back")
    agreed[1].select_option("1")
    expect(agreed[0]).to_have_value("1")
    other.get_by_role("button", name="Delete this round").click()
    other.get_by_role("button", name="Delete it for good").click()
    expect(other.locator("[data-told]")).to_be_focused()
    expect(page.locator("[data-told]")).to_have_text("This round was deleted in another tab.")
    expect(page.get_by_role("button", name="Begin and get the link")).to_be_visible()


def test_with_a_full_store_the_round_goes_on_and_a_file_is_offered(page: Page, code: Callable[[str, int], str]) -> None:
    link = begin(page)
    fill_storage(page, 10)
    paste(page, code(link, 0))
    assert counter(page) == "1 person so far."
    expect(page.locator("[data-trouble-text]")).to_contain_text("no room left")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the round as a file").click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert len(saved["members"]) == 1


def test_with_a_blocked_store_the_round_is_a_file_that_another_browser_opens(
    new_context: Contexts, page: Page, faults: Faults, code: Callable[[str, int], str], tmp_path: Path
) -> None:
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    blocked = new_context()
    blocked.add_init_script(BLOCKED)
    own = blocked.new_page()
    paste(own, code(begin(own, "Elsewhere"), 0))
    expect(own.locator("[data-trouble-text]")).to_contain_text("keeps nothing")
    with own.expect_download() as download:
        own.get_by_role("button", name="Save the round as a file").click()
    file = tmp_path / "round.json"
    download.value.save_as(file)
    visit(page, "team/")
    page.get_by_label("Or go on with a round saved as a file").set_input_files(file)
    expect(page.get_by_role("heading", name="Elsewhere")).to_be_focused()
    assert counter(page) == "1 person so far."


def test_a_code_of_an_earlier_version_of_the_questions_is_read_as_such(
    page: Page, people: list[Json], site_dir: Path
) -> None:
    bank = bank_of(site_dir)
    invitation = call("group/invitation", "readInvitation", bank, begin(page))
    old = call("group/handed-in", "writeHandedIn", bank | {"bankVersion": "1.9.0"}, people[0], {"id": "0123456789"})
    said = paste(page, call("group/sealed-code", "sealText", invitation["publicKey"], old))
    assert "1 person's answers came in." in said
    assert "Some answered version 1.9.0 of the questions" in said


def test_what_is_handed_in_again_replaces_what_was_handed_in_before(
    page: Page, new_context: Contexts, people: list[Json]
) -> None:
    link = begin(page)
    answering = invited(new_context(), link, people[0])
    first = sealed(answering)
    answering.reload()
    again = sealed(settled(answering))
    assert first != again
    paste(page, first)
    assert "the later answers count" in paste(page, again) or "in already" in page.locator("[data-report]").inner_text()
    assert counter(page) == "1 person so far."


def test_after_the_answers_are_shown_nobody_comes_in(page: Page, code: Callable[[str, int], str]) -> None:
    link = begin(page)
    *first, late = (code(link, number) for number in range(4))
    paste(page, " ".join(first))
    reveal(page)
    page.goto(late)
    settled(page)
    expect(page.locator("[data-told]")).to_contain_text("nobody can come in any more")
    expect(page.locator("[data-part=talk]")).to_contain_text("3 people answered ")


def test_a_code_for_another_browser_says_so(page: Page, new_context: Contexts, code: Callable[[str, int], str]) -> None:
    elsewhere = code(begin(new_context().new_page()), 0)
    page.goto(elsewhere)
    expect(settled(page).locator("[data-told]")).to_contain_text("not in this browser")
    page.goto(elsewhere[:-30])
    expect(settled(page).locator("[data-told]")).to_contain_text("cut or changed")


def test_three_hundred_codes_come_in_at_once(page: Page, people: list[Json], site_dir: Path) -> None:
    begin(page)
    stored = page.evaluate("() => Object.entries(localStorage).find(([key]) => key.includes(':round:'))[1]")
    found = call(
        "../../../tests/support/node/sealed_loops", "codes", bank_of(site_dir), json.loads(stored), people[0], 300
    )
    assert paste(page, "\n".join(found)) == "Answers of 300 people came in."
    reveal(page)
    expect(page.locator("[data-part=talk]")).to_contain_text("300 people answered ")


def test_two_rounds_are_compared_and_the_group_is_saved(page: Page, people: list[Json]) -> None:
    shown(page, people[:5], name="Spring")
    shown(page, people[3:8], name="Autumn")
    page.reload()
    settled(page).get_by_label("Earlier round").select_option(index=1)
    expect(page.locator("[data-part=together] table").last).to_contain_text("Then")
    expect(page.get_by_text(re.compile("questions? higher, .* lower"))).to_be_visible()
    for kind, ending in (("Table", "csv"), ("For other programs", "json"), ("Text", "md")):
        with page.expect_download() as download:
            page.get_by_role("button", name=kind).click()
        assert download.value.suggested_filename == f"autumn-group.{ending}"
        assert "Ann" not in Path(download.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name="Keep it among your assessments").click()
    expect(page.get_by_text("“Autumn” is among")).to_be_visible()


def test_where_nothing_can_be_sealed_the_page_says_so_and_offers_an_open_link(
    page: Page, new_context: Contexts, people: list[Json]
) -> None:
    link = begin(page)
    insecure = new_context()
    insecure.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined });")
    answering = invited(insecure, link, people[0])
    expect(answering.get_by_text("it cannot seal answers")).to_be_visible()
    answering.get_by_role("button", name="Make an open link").click()
    field = answering.get_by_label("Link to hand in")
    expect(field).to_have_value(re.compile("results/#r="))
    assert paste(page, field.input_value()) == "1 person's answers came in."
    facilitating = visit(insecure.new_page(), "team/")
    expect(facilitating.locator("[data-trouble-text]")).to_contain_text("no round can begin here")
    expect(facilitating.get_by_role("button", name="Begin and get the link")).to_be_disabled()


def test_a_part_that_does_not_come_is_said(page: Page, faults: Faults, people: list[Json]) -> None:
    faults.expect("part of the round")
    faults.expect("Failed to load resource")
    begin(page)
    page.route("**/shown-parts.mjs", lambda route: route.abort())
    for each in people[:3]:
        paste(page, json.dumps(each))
    page.get_by_role("button", name="Show the answers").click()
    expect(page.locator("[data-told]")).to_contain_text("This part could not be loaded.")
