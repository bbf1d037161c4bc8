"""A result by link, opened for reading: it comes whole, and one's own answers stay as they are, byte for byte."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect
from result_page import see_result
from shared_result import BANNER, OTHER, OWN, follow, forget, headline, link_of, stored
from visitor import sample


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
