"""The Monday card: one play, one name, one day; and once the day is over, whether it has worked."""

from pathlib import Path

from axe import violations_in_every_look
from node_bridge import call
from playwright.sync_api import Locator, Page, expect
from result_page import see_result, start_trying
from visitor import Json, bank_of, complete, kept, on_day, sample, settled, tab_to

NAME = "kidney-association"
SATURDAY = "2026-11-28T10:00:00"  # a clock of the page's own, so that days are the same whenever this runs
AFTER = "2026-12-09T10:00:00"


def unfolded(page: Page) -> Locator:
    page.locator("[data-part=monday] summary").click()
    return complete(page).locator("[data-part=monday]")


def make_card(page: Page, response: Json, owner: str = "Ann") -> Locator:
    """The section with the card of the first play."""
    on_day(page, SATURDAY)
    see_result(page, response)
    section = unfolded(page)
    page.get_by_label("Who takes it on?").fill(owner)
    page.get_by_role("button", name="Make the card").click()
    return section


def come_back(page: Page, day: str = AFTER) -> Locator:
    """The question, on a later visit."""
    on_day(page, day)
    page.reload()
    return complete(settled(page)).locator("[data-part=due]")


def commitments(page: Page) -> list[Json]:
    return list(kept(page, "push-to-pull").get("commitments", []))


def test_a_card_takes_the_first_play_a_name_and_next_monday(page: Page, root: Path) -> None:
    section = make_card(page, sample(root, NAME))
    title = page.locator("[data-part=first] h3 > a").first.inner_text()
    expect(section).to_contain_text("Monday, 30 November 2026")
    expect(section.locator(".pp-monday__play")).to_have_text(title)
    [made] = commitments(page)
    assert made == {"play": made["play"], "owner": "Ann", "date": "2026-11-30"}
    line = page.get_by_label("To paste into a chat or a ticket").input_value()
    assert line.startswith("Ann, by Monday, 30 November 2026: ")
    assert title in line
    assert "/playbook/" in line
    page.reload()
    expect(complete(settled(page)).locator(".pp-monday__owner")).to_have_text("Ann")


def test_a_card_is_made_changed_taken_away_and_brought_back_by_keys(page: Page, root: Path) -> None:
    on_day(page, SATURDAY)
    see_result(page, sample(root, NAME))
    tab_to(page, page.locator("[data-part=monday] summary"))
    page.keyboard.press("Enter")
    complete(page)
    tab_to(page, page.get_by_label("Who takes it on?"))
    page.keyboard.type("Ann")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copy the sentence")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="Change it"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Who takes it on?")).to_have_value("Ann")
    page.get_by_label("By when?").press_sequentially("111112026")  # a year of five digits
    assert len(page.get_by_label("By when?").input_value()) == len("2026-11-11")
    page.get_by_label("By when?").fill("2026-12-04")
    page.keyboard.press("Enter")
    assert [each["date"] for each in commitments(page)] == ["2026-12-04"]
    tab_to(page, page.get_by_role("button", name="Take the card away"))
    page.keyboard.press("Enter")
    assert commitments(page) == []
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert [each["date"] for each in commitments(page)] == ["2026-12-04"]
    expect(page.get_by_role("button", name="Copy the sentence")).to_be_focused()


def test_a_name_that_was_typed_is_there_again_until_it_is_cleared(page: Page, root: Path) -> None:
    see_result(page, sample(root, NAME))
    unfolded(page)
    page.get_by_label("Who takes it on?").fill("Ann")
    page.get_by_label("By when?").fill("2099-12-04")
    page.reload()
    section = unfolded(settled(page))
    expect(page.get_by_label("Who takes it on?")).to_have_value("Ann")
    expect(page.get_by_label("By when?")).to_have_value("2099-12-04")
    expect(section).to_contain_text("stays in this browser until you make the card or clear it")
    section.get_by_role("button", name="Clear").press("Enter")
    expect(page.get_by_label("Who takes it on?")).to_be_focused()
    expect(section.get_by_role("status")).to_contain_text("cleared")
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.endsWith(':monday'))") == []


def test_the_sentence_is_copied_and_the_day_goes_into_a_calendar(page: Page, root: Path) -> None:
    section = make_card(page, sample(root, NAME))
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text; }; }")
    section.get_by_role("button", name="Copy the sentence").click()
    expect(section.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("() => window.copied").startswith("Ann, by Monday")
    with page.expect_download() as download:
        section.get_by_role("button", name="Save for the calendar").click()
    text = download.value.path().read_text(encoding="utf-8").replace("\n ", "")
    assert download.value.suggested_filename == "kidney-association-imagined-monday.ics"
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261130" in text
    assert "SUMMARY:Ann: " in text


def test_nothing_is_asked_before_the_day_is_over(page: Page, root: Path) -> None:
    make_card(page, sample(root, NAME))
    expect(come_back(page, "2026-11-30T23:00:00").get_by_role("button")).to_have_count(0)
    expect(come_back(page, "2026-12-01T00:30:00").get_by_role("button", name="Yes, it worked")).to_be_visible()


def test_what_worked_changes_the_answer_moves_the_dot_keeps_the_day_and_can_be_taken_back(
    page: Page, root: Path, site_dir: Path
) -> None:
    response = sample(root, NAME)
    make_card(page, response)
    due = come_back(page)
    before = kept(page, "push-to-pull")
    [play] = [each for each in bank_of(site_dir)["plays"] if each["id"] == before["commitments"][0]["play"]]
    practice = play["practice"]
    ghost = page.locator("[data-part=map] .pp-chart__ghost")
    expect(ghost).to_have_count(0)
    due.get_by_role("button", name="Yes, it worked").click()
    expect(due).to_contain_text("If this is true now")
    assert kept(page, "push-to-pull")["answers"] == before["answers"]
    due.get_by_role("button", name="change my answer").click()
    after = kept(page, "push-to-pull")
    assert after["answers"][practice]["value"] == play["liftsTo"] > before["answers"][practice]["value"]
    assert after["commitments"] == [before["commitments"][0] | {"worked": "2026-12-09"}]
    assert after["plan"]["done"] == [play["id"]]
    expect(ghost).to_have_count(1)
    expect(page.locator("[data-part=monday]")).to_contain_text("Worked on Wednesday, 9 December 2026")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    again = kept(page, "push-to-pull")
    for key in ("answers", "commitments", "snapshots"):
        assert again[key] == before[key]
    expect(ghost).to_have_count(0)
    expect(due.get_by_role("button", name="Yes, it worked")).to_be_focused()


def test_an_answer_may_stay_as_it_is(page: Page, root: Path) -> None:
    response = sample(root, NAME)
    make_card(page, response)
    due = come_back(page)
    before = kept(page, "push-to-pull")["answers"]
    due.get_by_role("button", name="Yes, it worked").click()
    due.get_by_role("button", name="Keep my answer").click()
    expect(due).to_contain_text("Your answer stays as it is.")
    assert kept(page, "push-to-pull")["answers"] == before
    assert [each["worked"] for each in commitments(page)] == ["2026-12-09"]


def test_not_yet_asks_again_after_another_monday(page: Page, root: Path) -> None:
    make_card(page, sample(root, NAME))
    due = come_back(page)
    due.get_by_role("button", name="Not yet").click()
    expect(due).to_contain_text("Monday, 14 December 2026")
    assert [each["date"] for each in commitments(page)] == ["2026-12-14"]
    expect(come_back(page).get_by_role("button")).to_have_count(0)
    expect(come_back(page, "2026-12-15T09:00:00").get_by_role("button", name="Yes, it worked")).to_be_visible()


def test_a_shared_result_and_a_trial_have_no_card(page: Page, root: Path, site_dir: Path) -> None:
    make_card(page, sample(root, NAME))
    start_trying(page)
    expect(page.locator("[data-part=monday] *")).to_have_count(0)
    code = call("links/link", "encode", bank_of(site_dir), sample(root, "low-cost-airline"))
    page.goto(f"{page.url.split('#')[0]}#r={code}")
    expect(page.get_by_text("You are viewing a shared result.")).to_be_visible()
    expect(page.locator("[data-part=monday] *, [data-part=due] *")).to_have_count(0)


def test_axe_finds_nothing_on_the_card_nor_on_its_question(page: Page, root: Path) -> None:
    def faults(shown: str) -> list[str]:
        found = violations_in_every_look(page, within="[data-part=monday], [data-part=due]")
        return [f"{shown}: {each}" for each in found]

    section = make_card(page, sample(root, NAME))
    assert faults("card") == []
    section.get_by_role("button", name="Change it").click()
    assert faults("form") == []
    come_back(page)
    assert faults("question") == []
    page.get_by_role("button", name="Yes, it worked").click()
    assert faults("offer") == []


def test_a_card_with_the_longest_name_fits_a_narrow_screen(page: Page, root: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    make_card(page, sample(root, NAME), "W" * 120)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_on_paper_stands_the_card_and_nothing_to_press(page: Page, root: Path) -> None:
    section = make_card(page, sample(root, NAME))
    page.emulate_media(media="print")
    expect(section.locator(".pp-monday__card")).to_be_visible()
    parts = section.locator("button, textarea, label")
    assert [each for each in parts.all() if each.is_visible()] == []
