"""The card: one picture of the result, shown, saved, copied and sent, and the first page of the print."""

import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from axe import violations_in_every_look
from node_bridge import call
from playwright.sync_api import Locator, Page, expect
from result_page import every, see_result
from visitor import Json, bank_of, complete, sample, settled, tab_to

NAME = "kidney-association"
OPEN = "Picture for slides"
SVG = "{http://www.w3.org/2000/svg}"
OUTSIDE = """svg => {
  const edges = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text, circle')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < edges.left || box.right > edges.right || box.top < edges.top || box.bottom > edges.bottom;
  }).map(each => each.textContent);
}"""
COVERED = """svg => {
  const texts = [...svg.querySelectorAll(':scope > text')].map(each => [each.textContent, each.getBBox()]);
  const map = svg.querySelector('g rect').getBBox().x - 62;
  return texts.filter(([, box]) => box.x + box.width > map).map(([text]) => text);
}"""

UNDER_THE_DOT = """svg => {
  const dot = svg.querySelector('circle').getBoundingClientRect();
  const apart = box => box.right < dot.left || box.left > dot.right || box.bottom < dot.top || box.top > dot.bottom;
  return [...svg.querySelectorAll('text')].filter(each => !apart(each.getBoundingClientRect()))
    .map(each => each.textContent);
}"""


def open_card(page: Page, response: Json) -> Locator:
    see_result(page, response)
    page.get_by_role("button", name=OPEN).click()
    window = page.get_by_role("dialog", name=OPEN)
    expect(window.get_by_role("button", name="Save as PNG")).to_be_visible()
    return window


def saved(page: Page, window: Locator, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        window.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_the_card_opens_beside_the_headline_and_gives_the_focus_back(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    button = page.get_by_role("button", name=OPEN)
    tab_to(page, button)
    page.keyboard.press("Enter")
    window = page.get_by_role("dialog", name=OPEN)
    expect(window.get_by_role("img", name="Islands of pull")).to_be_visible()
    assert violations_in_every_look(page, within="dialog") == []
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(button).to_be_focused()


def test_the_picture_is_saved_as_png_and_svg_under_the_label(page: Page, root: Path) -> None:
    window = open_card(page, sample(root, NAME) | {"label": "Läden & Co"})
    name, png = saved(page, window, "Save as PNG")
    assert (name, png[:8]) == ("läden-co-card.png", b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    name, text = saved(page, window, "Save as SVG")
    tree = ET.fromstring(text)  # noqa: S314 our own file
    assert (name, tree.get("width"), tree.get("height")) == ("läden-co-card.svg", "1200", "630")
    said = [str(each.text) for each in tree.iter(f"{SVG}text")]
    firsts = page.locator("[data-part=first] :is(.pp-play h3, li) > a").all_inner_texts()[:3]
    joined = " ".join(said)
    for part in ("Läden & Co", "Islands of pull", "Pull →", *firsts):
        assert part in joined
    assert text.count(b"http") == 1  # the name of the format
    expect(window.get_by_role("status")).to_have_text("Saved as läden-co-card.svg.")


@pytest.mark.parametrize("form", ["full", "quick"])
def test_names_and_words_of_any_length_stay_within_the_picture(page: Page, root: Path, form: str) -> None:
    long = {"label": "Association W" + "m" * 107, "people": "W" * 40, "form": form}
    window = open_card(page, sample(root, NAME) | long)
    picture = window.locator("svg")
    assert picture.evaluate(OUTSIDE) == []
    assert picture.evaluate(COVERED) == []


@pytest.mark.parametrize("value", [0, 2, 4])
def test_the_dot_covers_no_name_wherever_it_lies(page: Page, site_dir: Path, value: int) -> None:
    window = open_card(page, every(bank_of(site_dir), value))
    assert window.locator("svg").evaluate(UNDER_THE_DOT) == []


def test_where_nothing_but_a_range_is_known_there_is_an_area_and_no_dot(page: Page, root: Path) -> None:
    response = sample(root, "low-cost-airline") | {"form": "quick"}
    response["answers"]["listening-routine"] = {"value": "unknown"}
    window = open_card(page, response)
    expect(window.locator("svg circle")).to_have_count(0)
    expect(window.locator("svg rect[rx]")).to_have_count(1)


def test_the_picture_is_copied_or_it_says_what_to_do_instead(page: Page, root: Path) -> None:
    window = open_card(page, sample(root, NAME))
    page.evaluate("""() => { navigator.clipboard.write = async ([item]) => {
        window.copied = (await item.getType('image/png')).type; }; }""")
    window.get_by_role("button", name="Copy the picture").click()
    expect(window.get_by_role("status")).to_contain_text("Copied.")
    assert page.evaluate("() => window.copied") == "image/png"
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")
    window.get_by_role("button", name="Copy the picture").click()
    expect(window.get_by_role("status")).to_contain_text("Save it as PNG instead")


def test_the_picture_goes_to_the_systems_sheet_where_that_takes_files(page: Page, root: Path) -> None:
    page.add_init_script("""
        navigator.canShare = ({files}) => files[0].type === 'image/png';
        navigator.share = async ({files}) => { window.sent = files[0].name; };""")
    window = open_card(page, sample(root, NAME))
    window.get_by_role("button", name="Send…").click()
    page.wait_for_function("() => window.sent")
    assert page.evaluate("() => window.sent") == "kidney-association-imagined-card.png"
    page.evaluate("() => { navigator.share = () => Promise.reject(new Error('no')); }")
    window.get_by_role("button", name="Send…").click()
    expect(window.get_by_role("status")).to_contain_text("not sent")


def test_the_card_of_a_shared_result_is_that_of_the_sender(page: Page, root: Path, site_dir: Path) -> None:
    see_result(page, sample(root, "low-cost-airline"))
    code = call("links/link", "encode", bank_of(site_dir), sample(root, NAME))
    page.goto(f"{page.url}#r={code}")
    expect(page.get_by_text("You are viewing a shared result.")).to_be_visible()
    page.get_by_role("button", name=OPEN).click()
    expect(page.get_by_role("dialog").get_by_role("img", name="Islands of pull")).to_be_visible()


def test_the_printed_report_begins_with_the_card(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    page.locator("[data-desk=exporting] > summary").click()
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print or save as PDF").click()
    page.wait_for_function("() => window.printed")
    page.set_viewport_size({"width": 680, "height": 1000})  # the width between the margins of A4
    page.emulate_media(media="print")
    picture = page.locator(".pp-cover").get_by_role("img", name="Islands of pull")
    box: Any = picture.bounding_box()
    assert 580 < box["width"] <= 680
    assert box["y"] + box["height"] < 700
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")


def test_the_fold_further_down_shows_the_same_picture(page: Page, root: Path) -> None:
    settled(see_result(page, sample(root, NAME)))
    page.locator("[data-desk=card] > summary").click()
    expect(complete(page).locator("#card").get_by_role("img", name="Islands of pull")).to_be_visible()
