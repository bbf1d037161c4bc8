"""The sandbox of the result page: plain to see and to hear, and nothing in it counts until it is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from result_page import choose_by_key, focused_key, key, plan, sample, see_result, start_trying, told, unfold
from visitor import bank_of, kept

BANK = "push-to-pull"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sandbox_stays_in_sight_and_takes_the_focus(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    see_result(page, sample("e-bike-motors"))
    banner = page.get_by_role("group", name="You are trying things out.")
    expect(banner).to_be_hidden()
    start_trying(page)
    expect(banner).to_be_focused()
    expect(banner).to_be_in_viewport(ratio=1)
    unfold(page, "ladders-integration")
    key(page, "try-one-story").scroll_into_view_if_needed()
    expect(banner).to_be_in_viewport(ratio=1)
    covered = banner.evaluate("element => element.getBoundingClientRect().height / innerHeight")
    assert covered < 0.25


def test_a_tried_answer_moves_everything_and_leaving_brings_all_back(page: Page) -> None:
    see_result(page, sample("e-bike-motors"))
    stored = kept(page, BANK)
    headline, before = page.locator(".pp-headline").inner_text(), plan(page)
    chart = page.locator("[data-part=map] svg desc")
    start_trying(page)
    unfold(page, "ladders-usefulness")
    choose_by_key(page, "try-findable-at-need", "0")
    assert focused_key(page) == "try-findable-at-need"
    expect(chart).to_contain_text("Pull 2.4")
    assert page.locator(".pp-headline").inner_text() != headline
    assert plan(page) != before
    expect(page.locator("[data-part=profile] svg desc")).to_contain_text("Content and permission: 2.0")
    expect(page.locator("[data-part=map] .pp-chart__ghost")).to_have_count(1)
    expect(page.locator("[data-part=map]")).to_contain_text("The hollow mark shows your own answers.")
    effect = page.locator("[data-part=trial]")
    expect(effect.get_by_role("listitem")).to_have_text(
        ["Pull 2.6 → 2.4", "Joined-up 3.0", "Overall 2.7 → 2.6", "Level Established"]
    )
    expect(effect.get_by_role("img", name="Where it would put you")).to_be_in_viewport(ratio=1)
    assert "Overall 2.6 of 4: Established." in told(page)
    assert kept(page, BANK) == stored

    page.get_by_role("button", name="Leave it").click()
    assert page.locator(".pp-headline").inner_text() == headline
    assert plan(page) == before
    assert kept(page, BANK) == stored
    expect(page.get_by_role("button", name="Try something out")).to_be_focused()
    assert told(page).startswith("Your own answers are back.")


def test_kept_answers_become_ones_own_without_the_basis_of_the_old(page: Page) -> None:
    answers = sample("e-bike-motors")["answers"]
    based = answers | {each: {**answers[each], "basis": "seen"} for each in ("why-us", "niche-focus")}
    see_result(page, sample("e-bike-motors", answers=based))
    start_trying(page)
    unfold(page, "ladders-promise")
    key(page, "try-why-us").select_option("4")
    key(page, "try-values-in-action").select_option("unknown")
    page.get_by_role("button", name="Make these my answers").click()
    found = kept(page, BANK)["answers"]
    assert found["why-us"] == {"value": 4, "rev": 2}
    assert found["values-in-action"] == {"value": "unknown", "rev": 2}
    assert found["niche-focus"] == {"value": 2, "rev": 2, "basis": "seen"}
    assert {id_: found[id_]["value"] for id_ in found if id_ not in ("why-us", "values-in-action")} == {
        id_: answer["value"] for id_, answer in based.items() if id_ not in ("why-us", "values-in-action")
    }
    assert told(page).startswith("These are your answers now.")


def test_ticked_plays_do_their_work_in_the_sandbox_alone(page: Page, site_dir: Path) -> None:
    see_result(page, sample("low-cost-airline"))
    stored = kept(page, BANK)
    first = plan(page)[0]
    play = next(each for each in bank_of(site_dir)["plays"] if each["id"] == first)
    start_trying(page)
    key(page, f"tick-{first}").click()
    assert first not in plan(page)
    assert (focused_key(page) or "").startswith("entry-")
    expect(key(page, "plan-ticked")).to_contain_text(play["title"])
    assert kept(page, BANK) == stored
    key(page, f"back-{first}").click()
    assert plan(page)[0] == first
    key(page, f"tick-{first}").click()
    page.get_by_role("button", name="Make these my answers").click()
    assert kept(page, BANK)["answers"][play["practice"]]["value"] == play["liftsTo"]


def test_what_was_made_ones_own_is_taken_back_in_sight_until_something_else_changes(page: Page) -> None:
    see_result(page, sample("low-cost-airline"))
    stored, first = kept(page, BANK), plan(page)[0]
    undo = page.locator("[data-kept]").get_by_role("button", name="Undo")
    for way in ("undo", "undo again", "change"):
        start_trying(page)
        key(page, f"tick-{first}").click()
        page.get_by_role("button", name="Make these my answers").click()
        expect(undo).to_be_focused()
        expect(undo).to_be_in_viewport()
        assert kept(page, BANK) != stored
        if way != "change":
            undo.press("Enter")
            expect(page.get_by_role("button", name="Try something out")).to_be_focused()
            assert kept(page, BANK) == stored
    key(page, f"pin-{plan(page)[0]}").click()
    expect(undo).to_have_count(0)


def test_days_and_targets_of_the_sandbox_go_with_it(page: Page) -> None:
    see_result(page, sample("low-cost-airline"))
    field = page.get_by_label("Person-days you can give each month")
    start_trying(page)
    field.fill("40")
    unfold(page, "targets")
    key(page, "target-listening").select_option("4")
    page.get_by_role("button", name="Leave it").click()
    expect(field).to_have_value("10")
    expect(key(page, "target-listening")).to_have_value("")
    start_trying(page)
    field.fill("40")
    key(page, "target-listening").select_option("4")
    page.get_by_role("button", name="Make these my answers").click()
    expect(field).to_have_value("40")
    assert kept(page, BANK)["plan"]["daysPerMonth"] == 40
    assert kept(page, BANK)["targets"] == {"listening": 4}
