"""A link to one's own result: what goes with it, and the ways to give it on."""

import json
from pathlib import Path

from axe import CONTENT, violations_in_every_look
from playwright.sync_api import Page, expect
from result_page import see_result
from shared_result import BANNER, OTHER, OWN, follow, forget, link_of
from visitor import kept, sample, tab_to

LONG = 1900  # characters of each note
NOTE = "Log kept since May — 37 % <b>answered</b>"


def test_notes_travel_only_when_asked_for(page: Page, root: Path) -> None:
    response = sample(root, OTHER)
    first = next(iter(response["answers"]))
    response["answers"][first]["note"] = NOTE
    response["label"] = "Spring team"
    see_result(page, response)
    bare = link_of(page)
    page.get_by_label("Put in the label").check()
    field = page.get_by_label("Link", exact=True)
    expect(field).not_to_have_value(bare)
    full = field.input_value()
    expect(page.locator("#share-size")).to_have_text(f"{len(full)} characters.")
    forget(page)
    follow(page, bare)
    expect(page.get_by_text(BANNER)).to_be_visible()
    assert "Spring team" not in page.locator("[data-shared]").inner_text()
    follow(page, full)
    expect(page.locator("[data-shared]")).to_contain_text("Spring team")
    page.get_by_role("button", name="Keep as a copy").click()
    expect(page.get_by_role("alert")).to_contain_text("These are now your answers")
    assert kept(page, "push-to-pull")["answers"][first]["note"] == NOTE


def test_notes_too_long_for_a_link_go_whole_into_a_file(page: Page, root: Path) -> None:
    response = sample(root, OTHER)
    digits = iter(f"{n * n * 7919:x}" for n in range(1, 10**6))
    for answer in response["answers"].values():
        note = ""
        while len(note) < LONG:
            note += next(digits)
        answer["note"] = "".join(chr(0x4E00 + ord(c) * 37 % 999) for c in note)
    response["answers"] = {id_: {**each, "reason": None} for id_, each in response["answers"].items()}
    see_result(page, json.loads(json.dumps(response).replace(', "reason": null', "")))
    link_of(page)
    page.get_by_label("Put in the label").check()
    expect(page.locator("#share-size")).to_contain_text("too long for a link")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the answers as a file").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {id_: each["note"] for id_, each in saved["answers"].items()} == {
        id_: each["note"] for id_, each in response["answers"].items()
    }


def test_the_link_is_copied_or_else_marked_for_copying(page: Page, root: Path) -> None:
    see_result(page, sample(root, OWN))
    found = link_of(page)
    status = page.locator("[data-desk=sharing] [role=status]")
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text; }; }")
    tab_to(page, page.get_by_role("button", name="Copy the link"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("Copied.")
    assert page.evaluate("() => window.copied") == found
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("copy it with your keyboard")
    expect(page.get_by_label("Link", exact=True)).to_be_focused()
    assert page.evaluate("() => getSelection().toString()") == found


def test_the_link_goes_to_the_system_s_sheet_where_there_is_one(page: Page, root: Path) -> None:
    page.add_init_script("navigator.share = async what => { window.sent = what.url; }")
    see_result(page, sample(root, OWN))
    found = link_of(page)
    tab_to(page, page.get_by_role("button", name="Send…"))
    page.keyboard.press("Enter")
    assert page.evaluate("() => window.sent") == found


def test_axe_finds_nothing_on_a_shared_result_nor_on_the_link(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    follow(page, link)
    page.get_by_role("button", name="Keep as a copy").click()
    assert violations_in_every_look(page, within=CONTENT) == []
    page.get_by_role("button", name="Close, and show my own result").click()
    link_of(page)
    page.get_by_role("button", name="Show a QR code").click()
    expect(page.get_by_role("img", name="QR code of the link above")).to_be_visible()
    assert violations_in_every_look(page, within="[data-desk=sharing]") == []
