"""Basis, note and reason beside an answer; the review that shows them and leads to each question and back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visitor import bank_of, choose, kept, radio, remember, settled, visit

BANK = "push-to-pull"
PAGE, PRACTICE, ANOTHER, OPEN = "assessment/listening/", "listening-routine", "problem-chart", "insight-to-decision"


def follow(page: Page, row: str, name: str) -> None:
    """Follow the link in this part of the page."""
    with page.expect_navigation():
        page.locator(row).get_by_role("link", name=name).first.click()
    settled(page)


def test_basis_and_note_are_folded_until_wanted_and_stay_as_they_were_left(page: Page) -> None:
    visit(page, PAGE)
    asked = page.locator(f"#q-{PRACTICE}")
    expect(asked.locator(".pp-more")).to_be_hidden()
    choose(page, PRACTICE, 2)
    expect(asked.get_by_label("A note")).to_be_hidden()
    asked.get_by_text("How do you know? Add a note").click()
    asked.get_by_role("radio", name="I was told").check()
    asked.get_by_label("A note").fill("Ask Ada\nnext week")
    asked.get_by_text("How do you know? Add a note").click()
    choose(page, PRACTICE, 3)
    expect(asked.get_by_label("A note")).to_be_hidden()
    assert kept(page, BANK)["answers"][PRACTICE] == {
        "value": 3,
        "basis": "told",
        "note": "Ask Ada\nnext week",
        "rev": 2,
    }
    page.reload()
    settled(page)
    expect(asked.get_by_label("A note")).to_have_value("Ask Ada\nnext week")
    expect(asked.get_by_role("radio", name="I was told")).to_be_checked()


def test_how_one_knows_is_asked_of_a_level_only_and_not_forgotten_on_the_way(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 1)
    asked = page.locator(f"#q-{PRACTICE}")
    asked.locator(".pp-more > summary").click()
    asked.get_by_role("radio", name="I have seen it").check()
    choose(page, PRACTICE, "unknown")
    expect(asked.get_by_role("group", name="How do you know?")).to_be_hidden()
    expect(asked.locator(".pp-more > summary")).to_have_text("Add a note", use_inner_text=True)
    choose(page, PRACTICE, 1)
    expect(asked.get_by_role("radio", name="I have seen it")).to_be_checked()


def test_what_does_not_apply_may_have_a_reason_which_the_review_shows(page: Page, site_dir: Path) -> None:
    practice = next(each for each in bank_of(site_dir)["practices"] if each["naReason"])
    visit(page, f"assessment/{practice['dimension']}/")
    asked = page.locator(f"#q-{practice['id']}")
    expect(asked.locator("label:has([value=na])")).to_contain_text(practice["naReason"])
    choose(page, practice["id"], 1)
    asked.locator(".pp-more > summary").click()
    expect(asked.get_by_label("Why does it not apply to you?")).to_be_hidden()
    choose(page, practice["id"], "na")
    asked.get_by_label("Why does it not apply to you?").fill("Sole trader")
    assert kept(page, BANK)["answers"][practice["id"]] == {"value": "na", "reason": "Sole trader", "rev": 2}
    visit(page, "assessment/review/")
    row = page.locator(f"#review-{practice['id']}")
    expect(row).to_contain_text(f"Does not apply: {practice['naReason']}")
    expect(row).to_contain_text("Because: Sole trader")


def test_a_note_is_no_longer_than_its_limit(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").click()
    note = page.locator(f"#note-{PRACTICE}")
    page.evaluate("id => document.getElementById(id).focus()", f"note-{PRACTICE}")
    page.keyboard.insert_text("ä" * 1999)
    page.keyboard.insert_text("xyz")
    expect(note).to_have_value("ä" * 1999 + "x")
    assert len(kept(page, BANK)["answers"][PRACTICE]["note"]) == 2000


@pytest.fixture
def answered(page: Page) -> Page:
    """The review, with a level and its note, an answer not known, and all else left open."""
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").click()
    page.locator(f"#note-{PRACTICE}").fill("<b>Log since May</b>")
    choose(page, ANOTHER, "unknown")
    return visit(page, "assessment/review/")


def test_the_review_names_what_is_open_and_what_is_not_known_and_shows_notes(answered: Page, site_dir: Path) -> None:
    practices = {each["id"]: each for each in bank_of(site_dir)["practices"]}
    questions = {practice: each["question"].replace("{people}", "customers") for practice, each in practices.items()}
    gaps = answered.locator("[data-gaps]")
    expect(answered.locator("[data-summary]")).to_have_text("2 of 45 questions answered.")
    expect(gaps).to_contain_text("43 questions are left open:")
    expect(gaps).to_contain_text("You do not know the answer to 1 question:")
    expect(gaps).to_contain_text("You can see the result with gaps")
    named = [text.strip() for text in gaps.get_by_role("link").all_inner_texts()]
    others = [questions[practice] for practice in questions if practice not in (PRACTICE, ANOTHER)]
    assert [*others, questions[ANOTHER]] == named
    row = answered.locator(f"#review-{PRACTICE}")
    expect(row).to_contain_text("Note: <b>Log since May</b>")
    expect(row.get_by_role("link")).to_have_accessible_name(f"Change the answer: {practices[PRACTICE]['title']}")
    expect(answered.locator(f"#review-{OPEN}")).to_contain_text("Not answered")


def test_change_leads_to_the_question_and_back_to_its_row(answered: Page) -> None:
    follow(answered, f"#review-{PRACTICE}", "Change")
    expect(answered.locator(f"#q-{PRACTICE} h2")).to_be_in_viewport()
    choose(answered, PRACTICE, 4)
    expect(answered.get_by_role("link", name="Back to your answers")).to_be_in_viewport(ratio=1)
    follow(answered, ".pp-foot", "Back to your answers")
    assert answered.url.endswith(f"#review-{PRACTICE}")
    expect(answered.locator(f"#review-{PRACTICE}")).to_be_in_viewport()
    expect(answered.locator(f"#review-{PRACTICE}")).to_contain_text("check with them that we've understood")


def test_changing_a_quick_answer_from_the_review_leaves_the_form_quick(page: Page, site_dir: Path) -> None:
    quick = bank_of(site_dir)["forms"]["quick"]
    visit(page, "assessment/quick/")
    for practice in quick:
        choose(page, practice, 1)
    visit(page, "assessment/review/")
    expect(page.locator("[data-summary]")).to_have_text("12 of 12 questions answered.")
    follow(page, f"#review-{quick[1]}", "Change")
    choose(page, quick[1], 3)
    assert kept(page, BANK)["form"] == "quick"
    expect(radio(page, quick[1], 3)).to_be_checked()


def test_a_result_with_gaps_is_given_and_says_what_is_missing(answered: Page) -> None:
    follow(answered, "main", "See the result")
    headline = answered.locator(".pp-headline")
    expect(headline).to_contain_text("1 of 40 answers are known.")
    expect(answered.locator("[data-part=find-out]")).not_to_be_empty()


def test_the_longest_word_for_people_fits_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    remember(page, kept(page, BANK) | {"people": "W" * 40, "label": "M" * 120})
    for path in ("assessment/review/", PAGE, "assessment/", "results/"):
        visit(page, path)
        room = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert room <= 0, path


def test_before_the_first_answer_the_review_promises_no_result(page: Page) -> None:
    gaps = visit(page, "assessment/review/").locator("[data-gaps]")
    expect(gaps).to_contain_text("45 questions are left open:")
    expect(gaps).not_to_contain_text("You can see the result")
