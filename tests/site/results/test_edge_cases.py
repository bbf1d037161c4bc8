"""The result page at the edges: nothing known or applicable, one answer, one level for all, all at the top; bytes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe import CONTENT
from faults import Faults
from playwright.sync_api import Locator, Page, Response, expect
from result_page import allow_not_applicable, every, plan, sample, see_result, unfold
from visitor import Json, bank_of, storing, visit

from bench.pages import OWN, kind, size

# The pointer may rest where a test before this one has left it.
UNTOUCHED = """for (const sign of ["scroll", "pointermove", "focusin"])
  addEventListener(sign, (event) => event.stopImmediatePropagation(), true);"""
MOST = 32_000  # bytes of own script and style, after gzip


def opening(page: Page) -> Locator:
    return page.locator(".pp-headline")


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-part={name}]")


def test_without_an_answer_the_page_leads_to_the_forms(page: Page, axe: Callable[..., list[str]]) -> None:
    visit(page, "results/")
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(page.get_by_role("link", name="Start the quick form")).to_be_visible()
    assert axe(page, within=CONTENT) == []


def test_all_unknown_is_the_whole_range_and_things_to_find_out(
    page: Page, site_dir: Path, axe: Callable[..., list[str]]
) -> None:
    see_result(page, every(bank_of(site_dir), "unknown"))
    expect(opening(page)).to_contain_text("Too early to say")
    expect(opening(page)).to_contain_text("Between “Not yet” and “Shared”")
    expect(opening(page)).to_contain_text("0 of 40 answers are known.")
    expect(part(page, "first")).to_contain_text("Begin with the questions under “Find out”.")
    expect(part(page, "find-out").get_by_role("listitem")).to_have_count(5)
    expect(part(page, "profile")).to_contain_text("each dimension shows its range alone")
    expect(page.locator("#keep-doing")).to_be_hidden()
    assert plan(page) == []
    assert axe(page, within=CONTENT) == []


def test_all_left_out_is_not_assessed_and_never_nought(
    page: Page, site_dir: Path, axe: Callable[..., list[str]]
) -> None:
    allow_not_applicable(page)
    see_result(page, every(bank_of(site_dir), "na"))
    expect(part(page, "headline")).to_have_text(
        "Not assessedEvery question was left out as not applying, so there is nothing to score."
    )
    expect(part(page, "first")).to_have_text("No play can be suggested, since nothing applies.")
    expect(part(page, "figures")).to_be_empty()
    expect(part(page, "map").locator(".pp-chart__point, .pp-chart__range")).to_have_count(0)
    unfold(page, "sums")
    expect(page.locator("[data-sums=overall]")).to_contain_text("Not assessed")
    assert "NaN" not in page.locator("[data-result]").inner_text()
    assert axe(page, within=CONTENT) == []


def test_at_the_top_the_page_says_what_then(page: Page, site_dir: Path, axe: Callable[..., list[str]]) -> None:
    see_result(page, every(bank_of(site_dir), 4))
    expect(opening(page)).to_contain_text("Shared")
    for word in ("Keep doing", "show others how", "ask somebody outside"):
        expect(part(page, "first")).to_contain_text(word)
    expect(part(page, "keep-doing").get_by_role("listitem")).to_have_count(3)
    assert plan(page) == []
    assert axe(page, within=CONTENT) == []


def test_a_dimension_at_the_top_is_no_longer_in_the_plan_and_others_are(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    top = {each["id"]: {"value": 4} for each in bank["practices"] if each["dimension"] == "promise"}
    see_result(page, sample("e-bike-motors", answers=sample("e-bike-motors")["answers"] | top))
    practices = {play["id"]: play["practice"] for play in bank["plays"]}
    planned = {practices[play] for play in plan(page)}
    assert planned
    assert not planned & set(top)


def quick_with(bank: Json, **fields: Any) -> Json:
    return sample("museum-friends", **fields)


def test_a_quick_result_reports_ranges_and_says_what_it_cannot_tell(
    page: Page, site_dir: Path, axe: Callable[..., list[str]]
) -> None:
    see_result(page, quick_with(bank_of(site_dir)))
    expect(part(page, "figures").get_by_role("listitem")).to_have_text(
        [re.compile(r"Pull.*1\.4"), re.compile(r"Joined-up.*0\.3 to 3\.3"), re.compile(r"Demand.*3\.0")]
    )
    expect(opening(page)).to_contain_text("Loudhailer or Well-drilled broadcaster")
    expect(opening(page)).to_contain_text("it cannot score single dimensions or follow change over time")
    expect(opening(page).get_by_role("link", name="Go on with the other 33 questions")).to_be_visible()
    expect(part(page, "patterns").locator(".pp-patterns > li")).to_have_count(2)
    expect(part(page, "profile").locator("svg")).to_have_count(0)
    expect(part(page, "profile").locator("details")).to_have_count(1)
    expect(part(page, "profile")).to_contain_text("12 answers, 2 not known")
    expect(part(page, "map").locator(".pp-chart__point")).to_have_count(0)
    assert len(plan(page)) == 3
    assert axe(page, within=CONTENT) == []


def test_what_would_settle_a_quick_result_is_asked_in_the_quick_form(page: Page) -> None:
    see_result(page, sample("museum-friends"))
    links = part(page, "readings").locator("ul a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 2
    assert all("/assessment/quick/#q-" in link for link in links)
    page.goto(links[0])
    expect(page.locator(page.url[page.url.index("#") :])).to_be_visible()


def test_a_part_that_does_not_come_says_so_and_the_rest_stays(page: Page, faults: Faults) -> None:
    faults.expect("ladders.mjs")
    faults.expect("part of the result")
    page.route("**/results/sections/ladders.mjs", lambda route: route.abort())
    see_result(page, sample("e-bike-motors"))
    ladders = page.locator("[data-key^=ladders-]").first
    ladders.locator("summary").click()
    expect(ladders).to_contain_text("This part could not be loaded. Check your connection, then reload the page.")
    unfold(page, "sums")
    expect(page.locator("[data-sums=overall]")).to_be_visible()


@pytest.mark.parametrize("name", ["low-cost-airline", "museum-friends"])  # the full form, and the quick one
def test_the_first_screen_comes_with_at_most_32_kilobytes_of_own_script_and_style(page: Page, name: str) -> None:
    asked: list[Response] = []
    page.on("response", lambda response: asked.append(response))  # noqa: PLW0108 - a built-in is refused
    with storing(page, sample(name)), page.add_init_script(UNTOUCHED):
        page.goto("results/")
    page.locator("[data-module][data-started]").wait_for(state="attached")
    assert page.locator("[data-part=first] .pp-play").count() == 1
    own = {urlsplit(each.url).path: size(each) for each in asked if kind(urlsplit(each.url).path) in OWN}
    assert len(own) > 5
    assert sum(own.values()) <= MOST, own
