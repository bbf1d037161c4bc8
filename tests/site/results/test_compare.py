"""Two responses side by side on the page: the same numbers as in the text, told apart without colour."""

import copy
import json
from pathlib import Path
from typing import Any

from axe import violations_in_every_look
from node_bridge import call
from playwright.sync_api import FilePayload, Page, expect
from result_page import see_result
from visitor import Json, bank_of, kept, key_of, sample, settled, visit

NAME, OTHER = "e-bike-motors", "low-cost-airline"
LAST = "business-plan-roots"  # one with a level


def earlier(response: Json) -> Json:
    """The response with a snapshot of lower answers: one level less in the first dimension, one unknown in the last."""
    old = copy.deepcopy(response)
    ids = list(old["answers"])
    for each in ids[:2]:
        old["answers"][each]["value"] -= 1
    old["answers"][LAST] = {"value": "unknown"}
    old |= {"snapshots": [], "taken": "2026-06-02T10:00:00Z", "label": "Before summer"}
    return {**response, "snapshots": [old]}


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": content}


def unfold(page: Page) -> Any:
    page.locator("[data-desk=comparing] > summary").click()
    place = page.locator(".pp-comparison")
    expect(place).not_to_be_empty()
    return place


def test_the_last_earlier_snapshot_is_set_against_the_present(page: Page, root: Path) -> None:
    response = earlier(sample(root, NAME))
    see_result(page, response)
    place = unfold(page)
    expect(page.locator("[data-compare=from] option:checked")).to_have_text("Before summer, 2 June 2026")
    expect(page.locator("[data-compare=to] option:checked")).to_have_text("Your answers now")
    expect(place).to_contain_text("2 answers at another level")
    expect(place).to_contain_text("1 answer known now that was not before")
    expect(place).to_contain_text("34 answers are at the same level in both")
    expect(place.locator("table").last).to_contain_text("within noise")
    assert place.locator("svg[role=img]").count() == 2
    for element, side in (("table", "border-top-width"), ("dd", "margin-left")):  # its sheet draws them, no box around
        style = "(element, side) => getComputedStyle(element).getPropertyValue(side)"
        assert place.locator(element).first.evaluate(style, side) == "0px"
    with page.expect_download() as download:
        place.get_by_text("SVG: On the map", exact=True).click()
    assert "Hollow: Before summer, 2 June 2026. Filled: Your answers now." in download.value.path().read_text("utf-8")
    assert place.locator(".pp-chart__square").count() == place.locator("circle.pp-chart__point").count() - 1 == 8


def test_a_shared_result_is_compared_with_ones_own_which_stay(page: Page, root: Path) -> None:
    see_result(page, sample(root, OTHER))
    page.locator("[data-desk=sharing] > summary").click()
    link = page.get_by_label("Link", exact=True).input_value()
    see_result(page, sample(root, NAME))
    before = kept(page, "push-to-pull")
    page.goto(link)
    settled(page)
    page.get_by_role("button", name="Compare with mine").click()
    expect(page.locator("[data-desk=comparing] > summary")).to_be_focused()
    expect(page.locator("[data-compare=from] option:checked")).to_have_text("Your answers now")
    expect(page.locator("[data-compare=to] option:checked")).to_have_text("The shared result")
    expect(page.locator(".pp-comparison")).to_contain_text("Overall: from 2.7 to 1.5 (−1.2)")
    assert kept(page, "push-to-pull") == before


def test_a_file_is_compared_and_nothing_of_it_kept(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    unfold(page)
    before = kept(page, "push-to-pull")
    field = page.get_by_label("Compare with a file of answers")
    text = json.dumps(sample(root, OTHER)).encode()
    field.set_input_files(file("bank.json", text))
    expect(page.locator(".pp-comparison")).to_contain_text("Overall: from 1.5 to 2.7 (+1.2)")
    report = {"format": "push-to-pull/report", "version": 1, "response": sample(root, "museum-friends")}
    field.set_input_files(file("report.json", json.dumps(report).encode()))
    expect(page.locator("[data-compare=from] option:checked")).to_have_text(
        "File: Friends of a small museum (imagined)"
    )
    assert kept(page, "push-to-pull") == before


def test_two_links_are_compared_and_nothing_of_them_kept(page: Page, root: Path, site_dir: Path) -> None:
    codes = [call("links/link", "encode", bank_of(site_dir), sample(root, name)) for name in (NAME, OTHER)]
    visit(page, f"results/#r={codes[0]}")
    unfold(page)
    field = page.get_by_label("Compare with a link")
    status = page.locator("[data-desk=comparing] [role=status]")
    field.fill(f" {page.url.split('#')[0]}#r={codes[1]}). ")
    field.press("Enter")
    expect(status).to_contain_text("“Link 1” is open for comparing")
    expect(page.locator(".pp-comparison")).to_contain_text("(−1.2)")
    assert page.evaluate("key => localStorage.getItem(key)", key_of(page, "push-to-pull")) is None


def test_axe_finds_nothing_in_the_comparison(page: Page, root: Path) -> None:
    see_result(page, earlier(sample(root, NAME)))
    unfold(page)
    for part in ("snapshots", "exporting"):
        page.locator(f"[data-desk={part}] > summary").click()
        expect(page.locator(f"[data-desk={part}] > div")).not_to_be_empty()
    opened = ", ".join(f"[data-desk={part}]" for part in ("comparing", "snapshots", "exporting"))
    assert violations_in_every_look(page, within=opened) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
