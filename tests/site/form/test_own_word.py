"""The word for the people served, chosen where it is read: it changes what is asked and what is advised at once."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visitor import choose, kept, sample, visit, visit_with

BANK = "push-to-pull"


@pytest.mark.parametrize("path", ["assessment/quick/", "assessment/listening/"])
def test_the_word_above_the_questions_changes_title_hint_and_answers_and_is_kept(page: Page, path: str) -> None:
    visit(page, path)
    question = page.locator("#q-listening-routine")
    page.get_by_label("You serve").select_option("patients")
    expect(question.locator("h2")).to_have_text("How do you usually learn what patients think and need?")
    assert kept(page, BANK)["people"] == "patients"
    visit(page, "assessment/listening/")
    expect(page.get_by_label("You serve")).to_have_value("patients")
    hint = page.locator("#hint-problem-chart")
    expect(hint).to_have_text(
        "Problems in their daily life, not only with their health or with you.", use_inner_text=True
    )
    expect(page.locator("#q-describing-people .pp-answer").nth(3)).to_contain_text("what real patients say about")
    page.get_by_label("You serve").select_option("members")
    expect(hint).to_have_text("Problems in their life or work, not only with your product.", use_inner_text=True)


def test_the_word_on_the_result_changes_the_result_and_is_not_offered_for_another_s(page: Page, root: Path) -> None:
    visit_with(page, sample(root, "low-cost-airline"), "results/")
    page.get_by_label("You serve").select_option("readers")
    expect(page.locator("[data-result]")).to_contain_text("readers")
    assert kept(page, BANK)["people"] == "readers"
    page.get_by_role("button", name="Try something out").click()
    expect(page.get_by_label("You serve")).to_be_hidden()


def test_a_word_of_one_s_own_is_among_the_others(page: Page, root: Path) -> None:
    visit_with(page, sample(root, "low-cost-airline") | {"people": "passengers"}, "assessment/quick/")
    expect(page.get_by_label("You serve")).to_have_value("passengers")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_question_about_results_says_how_to_count_and_others_do_not(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, "assessment/demand/#q-word-of-mouth")
    fold = page.locator("#q-word-of-mouth [data-count]")
    fold.get_by_text("How to count in an hour").click()
    expect(fold).to_contain_text("Go through the last twenty")
    visit(page, "assessment/listening/")
    expect(page.locator("[data-count]")).to_have_count(0)


@pytest.mark.parametrize("height", [640, 900])
def test_an_answer_reached_by_keys_hides_none_below_it(page: Page, height: int) -> None:
    page.set_viewport_size({"width": 1280, "height": height})
    visit(page, "assessment/listening/")
    below = """() => {
      const answers = document.activeElement.closest('.pp-answers');
      const foot = document.querySelector('.pp-foot').getBoundingClientRect().top;
      return answers && answers.getBoundingClientRect().bottom > foot ? document.activeElement.name : null;
    }"""
    choose(page, "listening-routine", 1)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(below) is None
