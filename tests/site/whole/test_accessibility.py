"""Every kind of page for everyone: axe in both colours and at two widths, reflow, focus, keys."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from axe import AT_REST, NARROW, WIDE, violations, violations_in_every_look
from faults import NOTE_BREACHES
from playwright.sync_api import Page, ViewportSize, expect
from result_page import rich, see_result
from visitor import FAR, KINDS, UNFOLD_ONE_OF_EACH, complete, sample, tab_to, visit, visit_with

ANSWERED = {
    "questions",
    "review",
    "result",
    "practice",
    "task list",
    "answers on this device",
}  # looked at with answers; the others alike without
EMPTY = {f"empty {kind}": KINDS[kind] for kind in ("result", "review", "questions")}

SMALLEST: ViewportSize = {"width": 320, "height": 640}

UNFOLD = "() => document.querySelectorAll('.md-content details').forEach(fold => { fold.open = true; })"
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
UNNAMED_SCROLLERS = """() => [...document.querySelectorAll('.md-content *')]
  .filter(each => !each.matches('pre > code[tabindex="0"]'))  // code keeps its lines; keys scroll it
  .filter(each => each.scrollWidth > each.clientWidth && /auto|scroll/.test(getComputedStyle(each).overflowX))
  .filter(each => !each.matches('[role=region][tabindex="0"]:is([aria-label], [aria-labelledby])'))
  .map(each => each.outerHTML.slice(0, 120))"""
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  // A control drawn by something else: a radio inside its label, the switch of colours by the label after it.
  const next = focused.matches('.md-option') ? focused.nextElementSibling : null;
  const drawn = next ?? focused.closest('label') ?? focused;
  const marked = [focused, drawn].some(each => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });
  const spots = [...drawn.getClientRects()].flatMap(({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [left + x * width, top + y * height])));
  const seen = spots.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (hit === drawn || drawn.contains(hit) || hit.contains(drawn));
  });
  return { name: focused.outerHTML.slice(0, 120), marked, seen };
}"""
NOTE_STOPS = f"""() => {{
  const begun = window.stops !== undefined;
  window.stops = [];
  if (begun) return;
  const left = () => window.stops.at(-1) === null;
  addEventListener('keydown', (event) => {{ if (left()) event.preventDefault(); }}, true);
  addEventListener('keyup', ({{ key }}) => {{ if (key === 'Tab' && !left()) window.stops.push(({FOCUS})()); }}, true);
}}"""


@pytest.fixture
def calm(page: Page) -> Page:
    """A page in a browser that is asked for no motion, so that every state is a state of rest."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(WIDE)
    return page


def look_at(page: Page, root: Path, kind: str, unfold: str = UNFOLD) -> Page:
    """The page of this kind, with the answers of a sample where they show, and everything unfolded, or else what is."""
    if kind == "result":
        see_result(page, rich())
    elif kind in ANSWERED:
        visit_with(page, sample(root, "low-cost-airline"), KINDS[kind])
    else:
        visit(page, (KINDS | EMPTY)[kind])
    for _ in range(2):  # what comes may hold folds of its own
        page.evaluate(unfold)
        complete(page)
    return page


def scrolls_sideways(page: Page) -> list[str]:
    """What scrolls sideways though it is no region with a name; the whole page too."""
    wide, seen = page.evaluate(WIDTHS)
    return [*page.evaluate(UNNAMED_SCROLLERS), *(["the page"] if wide > seen else [])]


@pytest.mark.parametrize("kind", [*KINDS, *EMPTY])
def test_axe_finds_nothing_no_policy_is_broken_and_only_named_regions_scroll_sideways_on_the_smallest_phone(
    calm: Page, root: Path, kind: str
) -> None:
    calm.add_init_script(NOTE_BREACHES)
    page = look_at(calm, root, kind)
    assert page.evaluate("window.broken") is None
    assert violations_in_every_look(page) == []
    page.set_viewport_size(SMALLEST)
    assert scrolls_sideways(complete(page)) == []


def test_axe_finds_nothing_while_something_is_tried_out(calm: Page, root: Path) -> None:
    page = visit_with(calm, sample(root, "low-cost-airline"), KINDS["result"])
    page.get_by_role("button", name="Try something out").click()
    expect(page.locator("[data-trial]")).to_be_visible()
    page.get_by_label("Draw as").select_option("radar")
    page.evaluate(UNFOLD)
    assert violations_in_every_look(complete(page), within="[data-trial], [data-part=map], [data-part=profile]") == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_the_embedded_form(calm: Page, colours: Literal["light", "dark"]) -> None:
    calm.emulate_media(color_scheme=colours)  # it has no switch, and takes them as it comes
    visit(calm, "embed/quick/").evaluate(UNFOLD)
    for size in (WIDE, NARROW):
        calm.set_viewport_size(size)
        assert violations(complete(calm)) == []


@pytest.mark.parametrize("kind", ["quick form", "questions", "result"])
def test_a_page_that_opens_on_the_smallest_phone_scrolls_nothing_but_named_regions_sideways(
    calm: Page, root: Path, kind: str
) -> None:
    calm.set_viewport_size(SMALLEST)
    assert scrolls_sideways(look_at(calm, root, kind)) == []


def stops(page: Page, key: str) -> list[dict[str, Any]]:
    """Where the focus goes, press by press, until it leaves the page."""
    page.evaluate(NOTE_STOPS)
    for _ in range(FAR // 10):
        for _ in range(10):
            page.keyboard.press(key)
        if page.evaluate("() => window.stops.at(-1) === null"):
            return list(page.evaluate("() => window.stops.slice(0, -1)"))
    message = f"the page has more than {FAR} stops"
    raise AssertionError(message)


@pytest.mark.parametrize("kind", ["front page", "task list", "questions", "result", "practice"])
def test_the_focus_is_always_seen_and_never_wholly_covered(calm: Page, root: Path, kind: str) -> None:
    page = look_at(calm, root, kind, UNFOLD_ONE_OF_EACH)
    for key, size in (("Tab", NARROW), ("Shift+Tab", WIDE)):
        page.set_viewport_size(size)
        way = stops(page, key)
        assert len(way) > 5
        assert [] == [stop["name"] for stop in way if not stop["marked"]]
        assert [] == [stop["name"] for stop in way if not stop["seen"]]


@pytest.mark.parametrize("path", ["", "assessment/quick/", "playbook/listening/"])
def test_keys_open_the_menu_and_close_it_again(calm: Page, axe: Callable[..., list[str]], path: str) -> None:
    calm.set_viewport_size(NARROW)
    visit(calm, path)
    menu = calm.get_by_role("button", name="Menu")
    tab_to(calm, menu)
    calm.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(calm.locator(".md-nav--primary a:focus")).to_be_in_viewport()
    calm.evaluate(AT_REST)
    assert axe(calm) == []
    calm.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["results/", "method/hosting/"])
def test_in_the_menu_the_focus_is_in_sight_at_every_level_and_closes_it_on_leaving(calm: Page, path: str) -> None:
    calm.set_viewport_size(NARROW)
    visit(calm, path)
    menu = calm.get_by_role("button", name="Menu")
    tab_to(calm, menu)
    calm.keyboard.press("Enter")
    found: dict[str, list[dict[str, Any]]] = {}
    for key in ("Shift+Tab", "Tab"):
        found[key] = []
        while len(found[key]) < 90:
            calm.evaluate(FRAMES)
            calm.evaluate(AT_REST)
            if calm.evaluate("!document.activeElement.closest('.md-nav--primary')"):
                break
            found[key].append(calm.evaluate(FOCUS))
            calm.keyboard.press(key)
        expect(menu).to_have_attribute("aria-expanded", "false")
        menu.press("Enter")
        expect(calm.locator(".md-nav--primary a:focus")).to_be_visible()
    assert min(map(len, found.values())) > 2
    assert [] == [stop["name"] for way in found.values() for stop in way if not (stop["seen"] and stop["marked"])]


def test_escape_in_the_words_found_leads_back_to_the_search_where_it_stands_open(calm: Page) -> None:
    visit(calm, "playbook/")
    calm.get_by_role("textbox", name="Search").press_sequentially("permission")
    expect(calm.locator(".md-search-result__link").first).to_be_visible()
    calm.keyboard.press("ArrowDown")
    expect(calm.locator(".md-search-result__link:focus")).to_have_count(1)
    calm.keyboard.press("Escape")
    expect(calm.locator("#__search")).not_to_be_checked()
    expect(calm.locator(".md-search")).to_be_focused()
    calm.keyboard.press("Tab")
    expect(calm.get_by_role("textbox", name="Search")).to_be_focused()


def test_keys_open_the_search_on_a_phone_and_close_it_again(calm: Page) -> None:
    calm.set_viewport_size(NARROW)
    visit(calm, "playbook/")
    button = calm.get_by_role("button", name="Open the search")
    tab_to(calm, button)
    calm.keyboard.press("Enter")
    expect(calm.get_by_role("textbox", name="Search")).to_be_focused()
    calm.keyboard.press("Escape")
    expect(button).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_change_the_colours(calm: Page, key: str) -> None:
    visit(calm, "")
    body = calm.locator("body")
    tab_to(calm, calm.locator(".md-option").first)
    for colours in ("(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"):
        calm.keyboard.press(key)
        expect(body).to_have_attribute("data-md-color-media", colours)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    calm.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_answers_differ_by_more_than_colour(calm: Page, root: Path) -> None:
    calm.emulate_media(forced_colors="active")
    visit_with(calm, sample(root, "low-cost-airline"), KINDS["questions"])
    chosen = calm.locator(".pp-answer:has(:checked)").first
    assert chosen.evaluate("label => getComputedStyle(label).outlineStyle") != "none"


@pytest.mark.parametrize("path", ["method/make-your-own/", "method/formats/"])
def test_on_a_phone_no_name_in_the_first_column_of_a_table_is_broken(page: Page, path: str) -> None:
    page.set_viewport_size(SMALLEST)
    complete(visit(page, path))
    names = page.locator(".md-content table :is(th, td):first-child code")
    assert names.count() > 10
    texts = names.filter(has_text=re.compile(r"^[\w./]+$")).evaluate_all(
        "all => all.filter(each => each.getClientRects().length > 1).map(each => each.textContent)"
    )
    assert texts == []
    assert page.evaluate(WIDTHS) == [320, 320]
