"""Answers given on a page of questions: kept, shown wherever they matter, taken back."""

from pathlib import Path

import pytest
from faults import Faults
from playwright.sync_api import Page, expect
from visitor import (
    bank_of,
    choose,
    kept,
    on_monday_card,
    radio,
    remember,
    sample,
    scrolled,
    settled,
    visit,
    visit_with,
    write_on_monday_card,
)

PAGE, PRACTICE = "assessment/listening/", "listening-routine"


def question(practice: str) -> str:
    return f"[data-practice='{practice}']"


@pytest.mark.parametrize("value", [0, 4, "unknown"])
def test_an_answer_is_kept_and_shown_again(page: Page, value: object) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, value)
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert value == kept(page, "push-to-pull")["answers"][PRACTICE]["value"]
    page.reload()
    expect(radio(page, PRACTICE, value)).to_be_checked()


def test_a_practice_that_may_not_apply_can_be_left_out(page: Page, site_dir: Path) -> None:
    practice = next(each for each in bank_of(site_dir)["practices"] if each["naReason"])
    visit(page, f"assessment/{practice['dimension']}/")
    choose(page, practice["id"], "na")
    assert kept(page, "push-to-pull")["answers"][practice["id"]]["value"] == "na"
    page.reload()
    expect(radio(page, practice["id"], "na")).to_be_checked()


def test_an_answer_is_cleared_and_brought_back(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    asked = page.locator(question(PRACTICE))
    asked.get_by_role("button", name="Clear this answer").click()
    expect(asked.locator(f"input[name={PRACTICE}]:checked")).to_have_count(0)
    assert kept(page, "push-to-pull")["answers"] == {}
    asked.get_by_role("button", name="Undo").click()
    expect(radio(page, PRACTICE, 3)).to_be_checked()
    assert kept(page, "push-to-pull")["answers"][PRACTICE]["value"] == 3


def test_the_answer_marks_its_step_on_the_page_of_the_practice(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 1)
    visit(page, f"playbook/listening/{PRACTICE}/")
    expect(page.locator("[data-mine]")).to_have_count(1)
    expect(page.locator("[data-mine]")).to_have_attribute("data-level", "1")
    visit(page, PAGE)
    choose(page, PRACTICE, "unknown")
    visit(page, f"playbook/listening/{PRACTICE}/")
    expect(page.locator("[data-own]")).to_contain_text("You answered “I don't know”.")
    expect(page.locator("[data-mine]")).to_have_count(0)


def test_quick_answers_count_in_the_full_form(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    quick = bank["forms"]["quick"][0]
    dimension = next(each["dimension"] for each in bank["practices"] if each["id"] == quick)
    of = sum(each["dimension"] == dimension for each in bank["practices"])
    visit(page, "assessment/quick/")
    choose(page, quick, 2)
    assert kept(page, "push-to-pull")["form"] == "quick"
    visit(page, "assessment/")
    expect(page.locator(f"[data-dimension={dimension}] [data-status]")).to_have_text(f"1 of {of}")
    visit(page, f"assessment/{dimension}/")
    expect(radio(page, quick, 2)).to_be_checked()


def test_the_task_list_tells_how_far_each_dimension_is(page: Page, site_dir: Path) -> None:
    practices = bank_of(site_dir)["practices"]
    listening = [each["id"] for each in practices if each["dimension"] == "listening"]
    status = page.locator("[data-dimension=listening] [data-status]")
    visit(page, "assessment/")
    expect(status).to_have_text("Not started")
    visit(page, PAGE)
    for practice in listening:
        choose(page, practice, "unknown")
    visit(page, "assessment/")
    expect(status).to_have_text("Done")
    expect(page.locator("[data-dimension=promise] [data-status]")).to_have_text("Not started")
    expect(page.locator("[data-progress]")).to_contain_text(f"{len(listening)} of {len(practices)} questions answered")


def test_a_word_for_people_is_used_on_every_kind_of_page(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    visit(page, "assessment/")
    page.get_by_label("What do you call the people you serve?").select_option("patients")
    spoken = next(each for each in bank["practices"] if "{people}" in each["anchors"][1])
    said = spoken["anchors"][1].replace("{people}", "patients")

    visit(page, f"assessment/{spoken['dimension']}/")
    expect(page.locator(question(spoken["id"]))).to_contain_text(said)
    choose(page, spoken["id"], 1)
    visit(page, spoken["url"])
    expect(page.locator("[data-mine] .pp-ladder__anchor")).to_have_text(said)
    visit(page, "results/")
    expect(page.locator("[data-part=plan]")).to_contain_text(said)
    assert kept(page, "push-to-pull")["people"] == "patients"


@pytest.mark.parametrize("path", ["assessment/listening/", "playbook/listening/listening-routine/", "results/"])
def test_no_page_shows_the_mark_that_stands_for_people(page: Page, path: str) -> None:
    visit(page, path)
    expect(page.locator("body")).not_to_contain_text("{people}")


def test_starting_again_clears_everything_and_can_be_undone(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    visit(page, "assessment/")
    before = kept(page, "push-to-pull")["answers"]
    write_on_monday_card(page)
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_text("All answers are cleared.")).to_be_visible()
    assert kept(page, "push-to-pull")["answers"] == {}
    assert on_monday_card(page) is None
    page.get_by_role("button", name="Bring them back").click()
    assert on_monday_card(page) == {"owner": "Ada"}
    assert before == kept(page, "push-to-pull")["answers"]
    expect(page.locator("[data-dimension=listening] [data-status]")).to_contain_text("1 of")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()


def test_a_reload_comes_back_to_the_question_that_one_was_at(page: Page, root: Path) -> None:
    """Those above it have grown since the page came, as they are shown answered."""
    visit_with(page, sample(root, "museum-friends"), "assessment/quick/")
    asked = page.locator("[data-practice]").nth(5)
    asked.evaluate("element => element.scrollIntoView()")
    scrolled(page)
    page.reload()
    settled(page)
    top = asked.evaluate("element => element.getBoundingClientRect().top")
    header = page.locator(".md-header").evaluate("element => element.getBoundingClientRect().bottom")
    assert header <= top < header + 120


@pytest.mark.tabs
def test_answers_given_in_another_tab_show_in_this_one(page: Page) -> None:
    visit(page, PAGE)
    other = visit(page.context.new_page(), PAGE)
    choose(other, PRACTICE, 4)
    expect(radio(page, PRACTICE, 4)).to_be_checked()


def test_answers_that_cannot_be_read_are_kept_aside_and_told(page: Page) -> None:
    visit(page, PAGE)
    remember(page, {"bank": {"id": "push-to-pull"}, "answers": "not a table"})
    page.reload()
    expect(page.locator("[data-trouble-text]")).to_contain_text("could not be read")
    choose(page, PRACTICE, 1)
    aside = page.evaluate("() => Object.entries(localStorage).find(([key]) => key.endsWith(':aside'))?.[1]")
    assert "not a table" in aside


def test_a_browser_that_keeps_nothing_is_told_once_and_work_goes_on(page: Page, faults: Faults) -> None:
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    blocked = "{ get() { throw new DOMException('storage is blocked', 'SecurityError'); } }"
    page.add_init_script(f"Object.defineProperty(window, 'localStorage', {blocked})")
    visit(page, PAGE)
    expect(page.locator("[data-trouble-text]")).to_contain_text("does not let the site save anything")
    choose(page, PRACTICE, 1)
    expect(radio(page, PRACTICE, 1)).to_be_checked()
    expect(page.get_by_role("button", name="Save my answers as a file")).to_be_visible()
