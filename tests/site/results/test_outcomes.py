"""What comes of practice stands beside the score; answers to the questions of version 1 come along or wait."""

from pathlib import Path

from playwright.sync_api import Page, expect
from result_page import sample, see_result
from visitor import Json, bank_of, kept, visit, visit_with

# An imagined outdoor brand that answered all 36 questions of version 1.0.0, as that version wrote its link.
OLD_LINK = "1bb1BjhhhRhTjThVjTTTjj-29HIH"


def asked_anew(bank: Json) -> set[str]:
    """Ids of the questions that ask something else since version 1."""
    return {each["id"] for each in bank["practices"] if each.get("countsFrom", 1) > 1}


def answers_of_version_1(site: Path) -> Json:
    """A response to version 1.0.0 that gives every one of its questions the middle answer."""
    bank = bank_of(site)
    answers = {each["id"]: {"value": 2} for each in bank["practices"] if each["rev"] > 1}
    return sample("e-bike-motors", answers=answers, bank={"id": bank["id"], "version": "1.0.0"})


def test_demand_stands_beside_the_score_and_effort_beside_it_as_two_bars(page: Page) -> None:
    see_result(page, sample("kidney-association"))
    part = page.locator("[data-part=outcomes]")
    expect(part).to_contain_text("Your practice: Pull 2.7 and Joined-up 0.5. Demand: 3.3.")
    expect(part.locator("svg.pp-chart")).to_have_count(2)
    both = part.locator("svg.pp-chart").last
    expect(both.locator("desc")).to_have_text(
        "Where your effort goes: About three quarters. People who come unprompted: Nearly all: 17 or more."
    )
    without = {
        id_: each
        for id_, each in sample("kidney-association")["answers"].items()
        if id_ not in ("effort-share", "unprompted-demand", "demand-trend", "word-of-mouth", "without-a-deal")
    }
    shown = page.locator("[data-part=headline]").inner_text()
    see_result(page, sample("kidney-association", answers=without))
    expect(page.locator("#outcomes")).to_be_hidden()
    assert page.locator("[data-part=headline]").inner_text() == shown


def test_answers_to_what_asks_something_else_now_wait_until_they_are_looked_at(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    waiting = asked_anew(bank)
    see_result(page, answers_of_version_1(site_dir))
    headline = page.locator(".pp-headline")
    expect(page.locator("[data-result]")).to_contain_text(f"{len(waiting)} answers do not count yet")
    expect(headline).to_contain_text(f"{36 - len(waiting)} of 40 answers are known.")
    first = next(each for each in bank["practices"] if each["id"] in waiting)
    visit(page, f"assessment/{first['dimension']}/#q-{first['id']}")
    question = page.locator(f"#q-{first['id']}")
    question.get_by_text("What it said before").click()
    expect(question.locator("[data-earlier] > p")).to_have_text(
        first["earlier"][-1]["question"].replace("{people}", "customers")
    )
    expect(question.locator("[data-mine]")).to_have_text(
        first["earlier"][-1]["anchors"][2].replace("{people}", "customers")
    )
    question.get_by_role("button", name="My answer still holds").click()
    assert kept(page, "push-to-pull")["answers"][first["id"]] == {"value": 2, "rev": 2}
    visit(page, "results/")
    expect(page.locator("[data-result]")).to_contain_text(f"{len(waiting) - 1} answers do not count yet")


def test_a_link_of_version_1_opens_for_reading_with_each_answer_at_its_question(page: Page, site_dir: Path) -> None:
    visit(page, f"results/#r={OLD_LINK}")
    shared = page.locator("[data-shared]")
    expect(shared).to_contain_text(
        "another version of the questions (1.0.0; this one is 2.0.0). It is for reading only."
    )
    expect(shared.get_by_role("button", name="Keep as a copy")).to_have_count(0)
    waiting = len(asked_anew(bank_of(site_dir)))
    expect(page.locator("[data-result]")).to_contain_text(f"{waiting} answers do not count yet")


def test_the_word_for_people_brings_a_hint_of_its_own_where_one_is_needed(page: Page, site_dir: Path) -> None:
    visit(page, "assessment/listening/")
    hint = page.locator("#hint-problem-chart")
    for word, said in (
        ("patients", "Problems in their daily life, not only with their health or with you."),
        ("customers", ""),
    ):
        visit_with(page, sample("e-bike-motors", people=word), "assessment/listening/")
        if said:
            expect(hint).to_have_text(said, use_inner_text=True)
            expect(page.locator("#q-problem-chart")).to_have_accessible_description(said)
        else:
            expect(hint).not_to_contain_text("not only with their health", use_inner_text=True)
