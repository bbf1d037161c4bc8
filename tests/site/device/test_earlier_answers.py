"""An assessment answered again: the earlier answer stands after each new one."""

from pathlib import Path

from kept_page import PAGE, PRACTICE, QUESTIONS, act, begun, entry, in_use
from playwright.sync_api import Page, expect
from visitor import bank_of, choose, remember, sample, visit


def test_answering_again_shows_the_earlier_answer_after_each_new_one(page: Page, root: Path) -> None:
    begun(page, root)
    first = in_use(page)
    first["answers"][PRACTICE] = {"value": 3, "note": "the <b>log</b> since May"}
    remember(page, first)
    page.reload()
    act(entry(page, first["label"]), "Answer again")
    page.keyboard.press("Enter")
    assert (in_use(page)["answers"], in_use(page)["label"]) == ({}, f"{first['label']}, again")
    assert "before" not in in_use(page)
    visit(page, QUESTIONS)
    asked = page.locator(f"[data-practice='{PRACTICE}']")
    words = asked.locator(".pp-answer", has=page.locator("input[value='3']")).inner_text()
    beside = asked.locator("[data-before]")
    expect(page.locator("[data-before]")).to_have_count(page.locator("[data-practice]").count())
    expect(page.locator("[data-before]").filter(has_text="Before")).to_have_count(0)
    choose(page, PRACTICE, 1)
    expect(beside).to_contain_text(f"Before ({first['label']}, ")
    expect(beside).to_contain_text(words)
    expect(beside).to_contain_text("Note then: the <b>log</b> since May")
    page.reload()
    expect(beside).to_contain_text(words)
    asked.get_by_role("button", name="Clear this answer").click()
    expect(beside).to_be_empty()


def test_earlier_answers_stay_with_the_assessment_they_belong_to(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    first = in_use(page)["label"]
    act(entry(page, first), "Answer again")
    page.keyboard.press("Enter")
    act(entry(page, sample(root, "museum-friends")["label"]), "Switch to it")
    visit(page, QUESTIONS)
    choose(page, PRACTICE, 1)
    expect(page.locator("[data-before]")).to_have_count(0)
    visit(page, PAGE)
    act(entry(page, f"{first}, again"), "Switch to it")
    visit(page, QUESTIONS)
    choose(page, PRACTICE, 1)
    expect(page.locator("[data-before]").filter(has_text=f"Before ({first}")).to_have_count(1)


def test_a_page_without_earlier_answers_does_not_load_their_part(page: Page, root: Path) -> None:
    begun(page, root)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, QUESTIONS)
    page.wait_for_load_state("networkidle")
    assert [
        url
        for url in asked
        if "previous-answers.mjs" in url or "saved-assessments.mjs" in url or "saved-format.mjs" in url
    ] == []
    assert [url for url in asked if "questionnaire.mjs" in url]


def test_the_same_holds_for_every_form_of_the_bank(page: Page, root: Path, site_dir: Path) -> None:
    begun(page, root)
    act(entry(page, sample(root, "low-cost-airline")["label"]), "Answer again")
    page.keyboard.press("Enter")
    quick = bank_of(site_dir)["forms"]["quick"][0]
    visit(page, "assessment/quick/")
    choose(page, quick, 1)
    expect(page.locator(f"[data-practice='{quick}'] [data-before]")).to_contain_text("Before")
