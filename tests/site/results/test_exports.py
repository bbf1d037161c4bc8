"""Files and paper: every download holds what it says, and the printed report is whole."""

import csv
import io
import json
import re
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from node_bridge import call
from pdf_pages import texts_on_pages
from playwright.sync_api import Page, expect
from result_page import key, see_result
from visitor import Json, bank_of, kept, sample

from site_server import SUB_PATH

NAME = "e-bike-motors"
SVG = "{http://www.w3.org/2000/svg}"


def open_files(page: Page, response: Json) -> Page:
    see_result(page, response)
    page.locator("[data-desk=exporting] > summary").click()
    expect(page.get_by_role("button", name="Print or save as PDF")).to_be_visible()
    return page


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """The name and content of the file behind a button."""
    with page.expect_download() as download:
        page.locator("[data-desk=exporting] button").filter(has_text=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_every_file_is_named_after_the_label_and_holds_what_it_says(page: Page, root: Path) -> None:
    response = sample(root, NAME) | {"label": "../Läden & Co: =Frühjahr?"}
    first = next(iter(response["answers"]))
    response["answers"][first]["note"] = "=1+1, said <b>she</b>"
    sheet = {"format": "push-to-pull/worksheet", "version": 1, "sheet": "noise-budget", "answers": {}, "rows": [{}]}
    item = json.dumps([f"push-to-pull:{SUB_PATH}:push-to-pull:sheet:noise-budget", json.dumps(sheet)])
    page.add_init_script(f"localStorage.setItem(...{item})")
    open_files(page, response)

    name, text = saved(page, "Markdown: Report")
    assert name == "läden-co-frühjahr-report.md"
    assert "# Push to Pull: result" in text.decode()

    name, text = saved(page, "JSON: Answers")
    assert name == "läden-co-frühjahr-answers.json"
    assert json.loads(text) == kept(page, "push-to-pull")

    name, text = saved(page, "JSON: Worksheets and answers")
    assert name == "läden-co-frühjahr-answers-and-worksheets.json"
    assert [each["sheet"] for each in json.loads(text)["worksheets"]] == ["noise-budget"]
    assert json.loads(text)["answers"] == kept(page, "push-to-pull")["answers"]

    name, text = saved(page, "CSV: Answers as a table")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert name == "läden-co-frühjahr-answers.csv"
    assert len(rows) == 45
    assert next(row for row in rows if row["Practice"] == first)["Note"] == "'=1+1, said <b>she</b>"

    start = page.get_by_label("The plan begins on")
    start.press_sequentially("111112026")  # a year of five digits
    assert len(start.input_value()) == len("2026-11-11")
    start.fill("2026-03-02")
    name, text = saved(page, "CSV: Plan as a table")
    plan = list(csv.DictReader(io.StringIO(text.decode(), newline="")))
    assert plan[0]["Due date"] == "2026-04-01"

    name, text = saved(page, "iCalendar: Plan as a calendar")
    assert name == "läden-co-frühjahr-plan.ics"
    lines = text.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20260302" in lines
    assert max(len(line.encode()) for line in lines) <= 75

    name, text = saved(page, "JSON: Result for other programs")
    report = json.loads(text)
    assert report["response"]["answers"] == response["answers"]
    assert report["profile"]["overall"]["point"] == pytest.approx(2.7, abs=0.05)
    assert len(report["advice"]["plays"]) == len(plan)


@pytest.mark.parametrize("look", [(390, "dark"), (1280, "light")])
def test_a_chart_as_a_file_stands_alone_and_is_the_same_from_any_screen(
    page: Page, root: Path, look: tuple[int, Any]
) -> None:
    width, colours = look
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": width, "height": 800})
    open_files(page, sample(root, NAME))
    scheme = page.evaluate("() => document.body.dataset.mdColorScheme")
    for title, size in (
        ("Map of Pull and Joined-up", (480, 502)),
        ("Score of each dimension, with its range and target", (720, 530)),
        ("Score of each dimension, with its range and target (radar)", (720, 430)),
    ):
        button = page.locator("[data-desk=exporting]").get_by_text(f"SVG: {title}", exact=True)
        with page.expect_download() as download:
            button.click()
        text = download.value.path().read_text(encoding="utf-8")
        tree = ET.fromstring(text)  # noqa: S314 our own file
        assert (tree.get("width"), tree.get("height")) == tuple(map(str, size))
        assert str(tree.findtext(f"{SVG}title")) in title
        marks = [each for each in tree.iter() if each.tag in {f"{SVG}circle", f"{SVG}rect", f"{SVG}text"}]
        assert len(marks) > 5
        assert [each for each in marks if not (each.get("fill") or each.get("font-size"))] == []
        assert "class=" not in text
        assert "var(" not in text
        assert "rgb(34, 32, 28)" in text  # dark ink, in dark colours too
        with page.expect_download() as download:
            page.locator("[data-desk=exporting]").get_by_text(f"PNG: {title}", exact=True).click()
        png = download.value.path().read_bytes()
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", png[16:24]) == (2 * size[0], 2 * size[1])
    assert page.evaluate("() => document.body.dataset.mdColorScheme") == scheme


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_printed_report_is_whole_and_the_page_comes_back_after(page: Page, root: Path, paper: str) -> None:
    response = sample(root, NAME) | {"label": "Spring team"}
    first = next(iter(response["answers"]))
    response["answers"][first]["note"] = "Log kept since May"
    open_files(page, response)
    before = page.locator("[data-result] details[open]").count()
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print")
    shown = page.locator("article").inner_text()
    for part in ("Spring team", "Where you stand", "Your plan", "Every answer", "Log kept since May", "Coverage ="):
        assert part in shown
    assert "Send it, keep it" not in shown
    pages = texts_on_pages(page.pdf(format=paper))
    assert 8 <= len(pages) <= 30
    assert min(pages) > 8  # a page with little more than its number on it would be as good as empty
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-paper]")).to_have_count(0)
    assert page.locator("[data-result] details[open]").count() == before


def files(page: Page) -> list[tuple[str, str]]:
    """Name and content of what the page saves, one of each making, without the numbers that it gives to its charts."""
    # No more: Chromium lets a page save ten files a second, and drops the rest.
    kinds = ("Markdown: Report", "JSON: Answers", "CSV: Plan as a table", "SVG: Map")
    found = [saved(page, each) for each in kinds]
    return [(name, re.sub(r"pp-(chart|tip)-\d+", "", content.decode())) for name, content in found]


def test_nothing_that_is_only_tried_out_leaves_the_page(page: Page, root: Path, site_dir: Path) -> None:
    response = sample(root, NAME)
    open_files(page, response)
    own = files(page)
    page.get_by_role("button", name="Try something out").click()
    key(page, "ladders-listening").locator("summary").first.click()
    key(page, "try-listening-routine").select_option("0")
    expect(page.locator(".pp-desk")).to_contain_text("hold your own answers")
    assert files(page) == own
    page.locator("[data-desk=sharing] > summary").click()
    field = page.get_by_label("Link", exact=True)
    expect(field).to_have_value(re.compile("#r="))
    assert field.input_value().partition("#r=")[2] == call("links/link", "encode", bank_of(site_dir), response)
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    page.wait_for_function("() => window.printed")
    expect(page.locator("[data-part=figures]")).to_contain_text("Overall 2.7 of 4")
    expect(page.locator("[data-trial]")).to_be_hidden()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-trial]")).to_be_visible()
    expect(key(page, "try-listening-routine")).to_have_value("0")
