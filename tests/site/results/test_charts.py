"""The charts of the result page: readable by eye, by ear, on paper, at any width and in any colours."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from result_page import key, rich, sample, see_result, unfold
from visitor import bank_of, complete

WIDTHS = [320, 390, 768, 1280, 1600]


def charts(page: Page) -> list[str]:
    return [str(each) for each in page.locator("svg.pp-chart title").all_text_contents()]


def test_every_chart_has_a_name_a_description_and_a_table(page: Page) -> None:
    see_result(page, rich())
    assert charts(page) == [
        "Map of Pull and Joined-up",
        "Practice and Demand, side by side",
        "Claimed scores beside seen ones",
        "Score of each dimension, with its range and target",
    ]
    for title in charts(page):
        chart = page.get_by_role("img", name=title)
        expect(chart).to_be_visible()
        assert chart.locator("desc").text_content()
        unfold(page, f"table-{title}")
        expect(page.get_by_role("region", name=title).get_by_role("row").nth(1)).to_be_visible()


def test_the_table_has_the_numbers_of_the_chart(page: Page) -> None:
    see_result(page, sample("garden-centres"))
    title = "Score of each dimension, with its range and target"
    unfold(page, f"table-{title}")
    row = page.get_by_role("region", name=title).get_by_role("row", name="Partners and co-creation")
    assert row.get_by_role("cell").all_inner_texts() == ["0.5", "0.7", "1.5", "3 of 4"]


OVERLAPS = """() => [...document.querySelectorAll("svg.pp-chart")].flatMap((chart) => {
  const boxes = [...chart.querySelectorAll("text.pp-chart__quiet")]
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([, { width }]) => width > 0);
  const common = (one, other, from, to) => Math.min(one[to], other[to]) - Math.max(one[from], other[from]);
  return boxes.flatMap(([name, one], n) => boxes.slice(n + 1)
    .filter(([, other]) => common(one, other, "left", "right") > 1 && common(one, other, "top", "bottom") > 3)
    .map(([other]) => `${name} and ${other}`));
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_width_makes_the_page_scroll_sideways_or_cuts_a_chart(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    see_result(page, rich())
    for drawn in ("bars", "radar"):
        page.get_by_label("Draw as").select_option(drawn)
        complete(page)
        cut = page.locator("svg.pp-chart text").evaluate_all(
            """texts => texts.filter(text => text.getBoundingClientRect().width > 0).filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < 0 || box.right > document.documentElement.clientWidth;
            }).map(text => text.textContent)"""
        )
        assert cut == []
        assert page.evaluate(OVERLAPS) == []
        small = page.locator("svg.pp-chart text").evaluate_all(
            """texts => texts
                .filter(text => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize) < 12)
                .map(text => text.textContent)"""
        )
        assert small == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_radar_tells_the_same_as_the_bars(page: Page) -> None:
    see_result(page, rich())
    desc = page.locator("[data-part=profile] svg desc")
    bars = desc.text_content()
    page.get_by_label("Draw as").focus()
    page.get_by_label("Draw as").select_option("radar")
    expect(
        page.locator("[data-part=profile] .pp-chart__outline, [data-part=profile] .pp-chart__range")
    ).not_to_have_count(0)
    assert desc.text_content() == bars
    expect(page.get_by_label("Draw as")).to_be_focused()
    page.get_by_label("Order").select_option("score")
    points = page.locator("[data-part=profile] svg desc").text_content() or ""
    assert points.index("Measurement and learning") < points.index("Community and conversation")


def test_a_dimension_opens_to_its_ladders(page: Page, site_dir: Path) -> None:
    bank, response = bank_of(site_dir), sample("e-bike-motors")
    see_result(page, response)
    unfold(page, "ladders-listening")
    rows = key(page, "ladders-listening").locator(".pp-ladder-row")
    practices = [each for each in bank["practices"] if each["dimension"] == "listening"]
    expect(rows).to_have_count(len(practices))
    for row, practice in zip(rows.all(), practices, strict=True):
        level = response["answers"][practice["id"]]["value"]
        assert row.locator(".pp-pip").count() == len(bank["levels"])
        assert row.locator(".pp-pip[data-step]").count() == level + 1


def test_the_last_snapshot_is_a_hollow_mark_with_an_arrow(page: Page) -> None:
    see_result(page, sample("low-cost-airline", snapshots=[sample("kidney-association", taken="2026-05-01T10:00:00Z")]))
    chart = page.locator("[data-part=map]")
    expect(chart.locator(".pp-chart__ghost")).to_have_count(1)
    expect(chart.locator("line[marker-end]")).to_have_count(1)
    expect(chart).to_contain_text("The hollow mark shows your last snapshot, 1 May 2026.")


def test_all_four_readings_can_be_read(page: Page, site_dir: Path) -> None:
    see_result(page, sample("e-bike-motors"))
    unfold(page, "readings")
    text = page.locator("[data-part=headline], [data-part=readings]").all_inner_texts()
    for quadrant in bank_of(site_dir)["quadrants"]:
        assert quadrant["name"] in " ".join(text)
        assert quadrant["next"] in " ".join(text)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_screen_says_where_and_how_sure_in_one_order(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    see_result(page, sample("kidney-association"))
    expect(page.locator(".pp-headline__name")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-part=headline] .pp-lead")).to_be_in_viewport(ratio=1)
    for name in ("Share", "Print", "Save"):
        expect(page.locator(".pp-headline").get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    expect(page.locator(".pp-figures > li").last).to_be_in_viewport(ratio=1)
    if width > 1000:
        expect(page.locator("[data-part=map] svg.pp-chart")).to_be_in_viewport(ratio=1)
        expect(page.locator("#first")).to_be_in_viewport(ratio=1)
    order = page.locator(".pp-opening [data-part]").evaluate_all("parts => parts.map(part => part.dataset.part)")
    assert order == ["headline", "figures", "map", "first"]


@pytest.mark.parametrize(("name", "part"), [("Share", "sharing"), ("Save", "exporting")])
def test_a_button_beside_the_headline_opens_what_it_names(page: Page, name: str, part: str) -> None:
    see_result(page, sample("kidney-association"))
    page.locator(".pp-headline").get_by_role("button", name=name, exact=True).click()
    fold = page.locator(f"[data-desk={part}]")
    expect(fold.locator("> summary")).to_be_focused()
    expect(fold.get_by_role("button").first).to_be_visible()


def test_the_button_beside_the_headline_prints_the_report(page: Page) -> None:
    see_result(page, sample("kidney-association"))
    page.evaluate("""() => { window.print = () => {
        const missing = document.querySelectorAll("[data-result] details [aria-busy]").length;
        window.printed = [missing, document.querySelectorAll('[data-sums="overall"]').length];
    }; }""")
    for _ in range(2):
        page.locator(".pp-headline").get_by_role("button", name="Print").click()
        assert page.wait_for_function("() => window.printed").json_value() == [0, 1]
        expect(page.locator(".pp-cover")).to_have_count(1)
        page.evaluate("() => { window.printed = null; dispatchEvent(new Event('afterprint')); }")


def test_in_forced_colours_marks_keep_an_outline(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    see_result(page, rich())
    for mark in ("bar", "range", "target", "point", "frame"):
        found = page.locator(f"[data-part=profile] .pp-chart__{mark}, [data-part=map] .pp-chart__{mark}").first
        paint = found.evaluate(
            "mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke].filter(one => one !== 'none')"
        )
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert paint, mark
        assert paint != [ground], mark


def test_printing_unfolds_what_comes_next_and_leaves_out_controls(page: Page) -> None:
    see_result(page, rich())
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator('[data-wave]:not([data-wave="later"]) > details:not([open])')).to_have_count(0)
    expect(page.locator("[data-wave=next] dl").first).to_be_visible()
    expect(page.locator('[data-wave="later"] summary').first).to_be_visible()
    for hidden in ("[data-try]", ".pp-play__tools", "[data-capacity]", "[data-key=targets]"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_the_sums_lead_to_the_worked_examples_of_the_method_page(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    unfold(page, "sums")
    key(page, "sums").get_by_role("link", name="How scoring works").click()
    page.wait_for_url("**/method/#worked-examples")
    expect(page.locator("#worked-examples")).to_be_in_viewport()
