"""Results by link: opened for reading in any browser, one's own answers left as they are, byte for byte."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe import violations_in_every_look
from faults import Faults
from node_bridge import call
from playwright.sync_api import Page, Route, expect
from result_page import see_result
from visitor import bank_of, kept, key_of, sample, settled, tab_to

OWN, OTHER = "e-bike-motors", "low-cost-airline"
BANNER = "You are viewing a shared result."
NOTE = "Log kept since May — 37 % <b>answered</b>"


def link_of(page: Page, *, notes: bool = False) -> str:
    """The link of the result that is shown, ready to be opened from anywhere."""
    page.locator("[data-desk=sharing] > summary").click()
    field = page.get_by_label("Link", exact=True)
    expect(field).to_have_value(re.compile("#r="))
    if notes:
        page.get_by_label("Put in the label").check()
        expect(field).to_have_value(re.compile(r"#r=\w+\."))
    return field.input_value()


def forget(page: Page) -> None:
    page.evaluate("() => localStorage.clear()")


def stored(page: Page) -> str:
    return str(page.evaluate("key => localStorage.getItem(key)", key_of(page, "push-to-pull")))


def follow(page: Page, link: str) -> Page:
    page.goto("about:blank")
    page.goto(link)
    return settled(page)


def headline(page: Page) -> str:
    return page.locator("[data-part=headline]").inner_text()


@pytest.fixture
def link(site_url: str, site_dir: Path, root: Path) -> str:
    """A link to the result of the other sample, as its page gives it."""
    return f"{site_url}results/#r={call('links/link', 'encode', bank_of(site_dir), sample(root, OTHER))}"


def test_a_link_shows_the_same_result_in_a_browser_that_holds_nothing(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OTHER))
    shown = headline(page)
    assert link_of(page) == link
    forget(page)
    follow(page, link)
    expect(page.get_by_text(BANNER)).to_be_visible()
    assert headline(page) == shown
    assert stored(page) == "None"
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("[data-empty]")).to_be_visible()
    expect(page.locator("h1")).to_contain_text("Your result")


def test_opening_a_link_leaves_own_answers_byte_for_byte(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before, own = stored(page), headline(page)
    follow(page, link)
    expect(page.get_by_text(BANNER)).to_be_visible()
    assert headline(page) != own
    for fold in page.locator("[data-result] details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    assert stored(page) == before
    page.get_by_role("button", name="Close, and show my own result").click()
    assert headline(page) == own
    assert stored(page) == before


def test_a_shared_result_offers_nothing_that_changes_answers_or_plan(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    follow(page, link)
    for control in ["[data-try]", "[data-capacity]", "[data-key=targets]", ".pp-play__tools button", "[data-own]"]:
        assert page.locator(control).count() > 0
        assert [] == [each for each in page.locator(control).all() if each.is_visible()], control
    expect(page.locator("[data-for]")).to_be_hidden()  # the label above is one's own


def code_in(page: Page) -> str:
    return str(page.evaluate("() => location.hash"))


def test_a_shared_result_is_there_again_after_a_reload_and_after_back(page: Page, link: str) -> None:
    follow(page, link)
    shown = headline(page)
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    page.locator("[data-part=find-out] a, [data-part=plan] .pp-play__tools a").first.click()
    settled(page)
    assert "/playbook/" in page.url
    page.go_back()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    assert (headline(page), page.url) == (shown, link)


def test_a_page_reached_from_a_shared_result_leads_back_to_it(page: Page, link: str) -> None:
    follow(page, link)
    page.locator("[data-part=plan] .pp-play__tools a").first.click()
    settled(page).get_by_role("link", name="Back to the shared result").click()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    page.goto(f"{page.url}../playbook/listening/listening-routine/")
    expect(settled(page).get_by_role("link", name="Back to the shared result")).to_have_count(0)


def test_a_jump_within_a_shared_result_leaves_its_code_in_the_address(page: Page, link: str) -> None:
    follow(page, link)
    jump = page.locator("[data-part=first] a[href^='#plan-']").first
    goal = str(jump.get_attribute("href"))
    tab_to(page, jump)
    page.keyboard.press("Enter")
    expect(page.locator(f"{goal} summary").first).to_be_focused()
    page.wait_for_function("code => location.hash === code", arg=f"#r={link.split('#r=')[1]}")
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_be_visible()


def test_a_closed_shared_result_is_gone_from_the_address(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    follow(page, link)
    page.get_by_role("button", name="Close, and show my own result").click()
    assert code_in(page) == ""
    page.reload()
    expect(settled(page).get_by_text(BANNER)).to_have_count(0)
    assert headline(page) == own


def test_back_to_before_a_link_was_opened_on_the_page_shows_ones_own_again(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    page.goto(link)
    expect(page.get_by_text(BANNER)).to_be_visible()
    page.go_back()
    expect(page.get_by_text(BANNER)).to_have_count(0)
    assert (headline(page), code_in(page)) == (own, "")


def test_who_gets_the_link_sees_the_senders_first_play_first(page: Page, root: Path) -> None:
    response = sample(root, OTHER)
    see_result(page, response)
    plays = page.locator("[data-part=first] li > a")
    usual = plays.all_inner_texts()
    fifth = page.locator("[data-part=plan] [data-wave]").nth(4).get_attribute("id")
    assert fifth is not None
    see_result(page, response | {"plan": {"pinned": [fifth.removeprefix("plan-")], "daysPerMonth": 3}})
    shown = plays.all_inner_texts()
    assert shown != usual
    whole = link_of(page)
    page.get_by_label("Put in what you chose for the plan").uncheck()
    field = page.get_by_label("Link", exact=True)
    expect(field).not_to_have_value(whole)
    bare = field.input_value()
    for link, expected in ((whole, shown), (bare, usual)):
        forget(page)
        follow(page, link)
        assert plays.all_inner_texts() == expected


def test_a_plan_without_choices_has_none_to_put_in(page: Page, root: Path) -> None:
    see_result(page, sample(root, OTHER))
    link_of(page)
    expect(page.get_by_label("Put in what you chose for the plan")).to_be_hidden()


def test_a_link_opened_on_the_page_itself_is_shown_too(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    page.goto(link)  # only the fragment changes, so nothing is loaded anew
    expect(page.get_by_text(BANNER)).to_be_visible()
    expect(page.locator(".pp-headline__name")).to_have_text("Well-drilled broadcaster")


def test_a_full_stop_of_the_text_around_a_link_does_no_harm(page: Page, link: str) -> None:
    follow(page, f"{link}.)")
    expect(page.get_by_text(BANNER)).to_be_visible()


def test_a_damaged_link_says_why_and_shows_ones_own_result(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before, own = stored(page), headline(page)
    start, code = link.split("#r=")
    for harmed, why in {
        code[:-4]: "cut short",
        code[:6] + ("A" if code[6] != "A" else "B") + code[7:]: "changed on its way",
        "<img src=x onerror=alert(1)>": "changed on its way",
        "%E0%A4%A": "changed on its way",
        "": "no code to read",
    }.items():
        follow(page, f"{start}#r={harmed}")
        expect(page.get_by_role("alert")).to_contain_text(why)
        expect(page.get_by_role("alert")).to_contain_text("Your own result is below")
        assert headline(page) == own
        assert stored(page) == before


def test_a_damaged_link_in_an_empty_browser_leaves_the_way_to_begin(page: Page, link: str) -> None:
    follow(page, link[:-3])
    expect(page.get_by_role("alert")).to_contain_text("cut short")
    expect(page.locator("[data-empty]")).to_be_visible()


def test_a_link_of_another_version_of_the_questions_is_for_reading_only(page: Page, root: Path) -> None:
    page.route("**/bank.json", changed_version)
    see_result(page, sample(root, OTHER))
    found = link_of(page)
    page.unroute("**/bank.json")
    follow(page, found)
    expect(page.get_by_role("group", name=BANNER)).to_contain_text("another version of the questions")
    expect(page.get_by_role("button", name="Keep as a copy")).to_have_count(0)


def changed_version(route: Any) -> None:
    bank = route.fetch().json()
    route.fulfill(json={**bank, "bankVersion": "0.9.0"})


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


@pytest.mark.parametrize(("length", "said"), [(90, "better send the file"), (1900, "too long for a link")])
def test_long_notes_are_warned_of_and_a_file_is_offered(page: Page, root: Path, length: int, said: str) -> None:
    response = sample(root, OTHER)
    digits = iter(f"{n * n * 7919:x}" for n in range(1, 10**6))
    for answer in response["answers"].values():
        note = ""
        while len(note) < length:
            note += next(digits)
        answer["note"] = note[:length] if length < 1000 else "".join(chr(0x4E00 + ord(c) * 37 % 999) for c in note)
    response["answers"] = {id_: {**each, "reason": None} for id_, each in response["answers"].items()}
    see_result(page, json.loads(json.dumps(response).replace(', "reason": null', "")))
    link_of(page)
    page.get_by_label("Put in the label").check()
    expect(page.locator("#share-size")).to_contain_text(said)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the answers as a file").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {id_: each["note"] for id_, each in saved["answers"].items()} == {
        id_: each["note"] for id_, each in response["answers"].items()
    }


def others(page: Page) -> list[Any]:
    """The responses kept beside the one in use."""
    prefix = key_of(page, "push-to-pull") + ":kept:"
    texts = page.evaluate(
        "prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => localStorage[key])",
        prefix,
    )
    return [json.loads(text)["response"] for text in texts]


def test_a_copy_is_kept_beside_ones_own_answers_and_can_be_undone(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before = stored(page)
    follow(page, link)
    keep = page.get_by_role("button", name="Keep as a copy")
    keep.focus()
    page.keyboard.press("Enter")
    status = page.locator("[data-shared] [role=status]")
    expect(status).to_contain_text("kept beside your own answers, which stay in use, as “Shared result, ")
    expect(keep).to_be_focused()
    page.keyboard.press("Enter")  # once is enough
    (copy,) = others(page)
    values = {id_: each["value"] for id_, each in sample(root, OTHER)["answers"].items()}
    assert {id_: each["value"] for id_, each in copy["answers"].items()} == values
    assert stored(page) == before
    tab_to(page, status.get_by_role("button", name="Undo"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("The copy is gone again.")
    expect(page.get_by_role("group", name=BANNER)).to_be_focused()
    assert others(page) == []
    keep.click()
    status.get_by_role("link", name="Your answers on this device").click()
    settled(page)
    expect(page.locator("[data-others]")).to_contain_text(copy["label"])
    assert stored(page) == before


def test_where_there_are_no_answers_a_copy_becomes_ones_own_until_undone(page: Page, root: Path, link: str) -> None:
    follow(page, link)
    shown = headline(page)
    page.get_by_role("button", name="Keep as a copy").click()
    expect(page.get_by_role("alert")).to_contain_text("These are now your answers")
    assert headline(page) == shown
    assert len(kept(page, "push-to-pull")["answers"]) == 45
    assert others(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing is kept of the shared result")
    expect(page.locator("[data-empty]")).to_be_visible()
    assert kept(page, "push-to-pull")["answers"] == {}


def test_without_room_for_a_copy_nothing_changes_and_it_is_told(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    before = stored(page)
    follow(page, link)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    page.get_by_role("button", name="Keep as a copy").click()
    expect(page.locator("[data-shared] [role=status]")).to_contain_text("nothing was changed")
    assert (stored(page), others(page)) == (before, [])


def test_nothing_in_a_shared_result_leads_to_ones_own_questions(page: Page, root: Path) -> None:
    response = sample(root, OTHER)
    for id_ in list(response["answers"])[::3]:
        response["answers"][id_] = {"value": "unknown"}
    for form in ("full", "quick"):
        see_result(page, response | {"form": form})
        questions = page.locator("[data-result] a[href*='/assessment/']")
        assert len([each for each in questions.all() if each.is_visible()]) > 5
        found = link_of(page)
        forget(page)
        see_result(page, sample(root, OWN))
        follow(page, found)
        expect(page.locator("[data-part=find-out] a").first).to_be_visible()
        assert [each.inner_text() for each in questions.all() if each.is_visible()] == []


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


def test_the_system_sheet_is_offered_where_there_is_one(page: Page, root: Path) -> None:
    see_result(page, sample(root, OWN))
    link_of(page)
    expect(page.get_by_role("button", name="Send…")).to_have_count(0)
    page.add_init_script("navigator.share = async what => { window.sent = what.url; }")
    see_result(page, sample(root, OWN))
    found = link_of(page)
    tab_to(page, page.get_by_role("button", name="Send…"))
    page.keyboard.press("Enter")
    assert page.evaluate("() => window.sent") == found
    page.evaluate("() => { navigator.share = () => Promise.reject(new Error('no')); }")
    page.keyboard.press("Enter")
    expect(page.locator("[data-desk=sharing] [role=status]")).to_contain_text("Copy the link instead")


def test_the_qr_code_has_words_for_those_who_cannot_see_it(page: Page, root: Path) -> None:
    see_result(page, sample(root, OWN))
    link_of(page)
    tab_to(page, page.get_by_role("button", name="Show a QR code"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("img", name="QR code of the link above")).to_be_visible()
    expect(page.locator("[data-desk=sharing] [role=status]")).to_have_text("The QR code is below.")
    expect(page.locator("[data-desk=sharing]")).to_contain_text("holds nothing but the link above")


def test_axe_finds_nothing_on_a_shared_result_nor_on_the_link(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    follow(page, link)
    page.get_by_role("button", name="Keep as a copy").click()
    assert violations_in_every_look(page) == []
    page.get_by_role("button", name="Close, and show my own result").click()
    link_of(page)
    page.get_by_role("button", name="Show a QR code").click()
    expect(page.get_by_role("img", name="QR code of the link above")).to_be_visible()
    assert violations_in_every_look(page, within="[data-desk=sharing]") == []


def test_a_shared_result_is_closed_with_keys_alone(page: Page, root: Path, link: str) -> None:
    see_result(page, sample(root, OWN))
    own = headline(page)
    follow(page, link)
    expect(page.get_by_role("group", name=BANNER)).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Close, and show my own result"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(BANNER)).to_have_count(0)
    assert headline(page) == own
    expect(page.locator("h1")).to_be_focused()


def test_a_bank_whose_numbers_no_link_can_hold_offers_the_file_instead(page: Page, root: Path, faults: Faults) -> None:
    faults.expect("link: RangeError")

    def renumber(route: Route) -> None:
        bank = route.fetch().json()
        bank["practices"][0]["number"] = 5000
        route.fulfill(json=bank)

    page.route("**/bank.json", renumber)
    see_result(page, sample(root, OTHER))
    page.locator("[data-desk=sharing] > summary").click()
    expect(page.locator("#share-size")).to_contain_text("do not fit in a link")
    expect(page.get_by_role("button", name="Save the answers as a file")).to_be_visible()
