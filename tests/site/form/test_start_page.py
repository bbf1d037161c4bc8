"""The task list: choosing a form, what is asked once, honest minutes, what is open, starting again."""

from pathlib import Path

from banks import own_bank
from playwright.sync_api import Page, expect
from visitor import bank_of, choose, kept, sample, settled, visit, visit_with

from pushpull.pages import reading_time as duration

BANK = "push-to-pull"
PAGE, PRACTICE = "assessment/listening/", "listening-routine"


def test_minutes_come_from_the_words_to_read(page: Page, root: Path) -> None:
    bank = own_bank()
    form = bank.model.forms.quick
    assert form
    quick = [each for each in bank.practices if each.id in (form.practices or ())]
    visit(page, "assessment/")
    for heading, practices in ((form.title, quick), (bank.model.forms.full.title, bank.practices)):
        minutes = duration.minutes(practices, bank.model)
        card = page.locator(".pp-form").filter(has_text=heading)
        expect(card).to_contain_text(f"{len(practices)} questions, about {minutes} minutes.")


def test_minutes_left_count_open_questions_alone(page: Page, root: Path, site_dir: Path) -> None:
    bank = own_bank()
    visit(page, PAGE)
    choose(page, PRACTICE, "unknown")
    visit(page, "assessment/")
    left = sum(round(duration.seconds(each)) for each in bank.practices if each.id != PRACTICE)
    expect(page.locator("[data-progress]")).to_contain_text(f"1 of 45 questions answered. About {round(left / 60)} min")
    whole = sample(root, "e-bike-motors")
    visit_with(page, whole, "assessment/")
    expect(page.locator("[data-progress]")).to_contain_text("45 of 45 questions answered. Nothing is left open. Last")


def test_last_saved_is_said_only_of_what_is_saved(page: Page) -> None:
    visit(page, "assessment/")
    expect(page.locator("[data-progress]")).to_be_empty()
    visit(page, PAGE)
    choose(page, PRACTICE, 1)
    visit(page, "assessment/")
    moment = page.evaluate(
        """text => new Date(text).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })""",
        kept(page, BANK)["updated"],
    )
    expect(page.locator("[data-progress]")).to_contain_text(f"Last saved {moment}.")


def test_name_and_word_are_asked_once_and_used_everywhere(page: Page) -> None:
    visit(page, "assessment/")
    page.get_by_label("Who is “you” this time?").fill("The museum shop")
    page.get_by_label("What do you call the people you serve?").select_option("visitors")
    page.get_by_label("Your part in it").select_option("I lead it")
    for path in (PAGE, "assessment/quick/", "assessment/review/"):
        visit(page, path)
        expect(page.locator(".pp-for")).to_have_text("Answering for The museum shop")
    visit(page, PAGE)
    expect(page.locator(f"#q-{PRACTICE} h2")).to_contain_text("visitors")
    choose(page, PRACTICE, 1)
    visit(page, "results/")
    expect(page.locator(".pp-for").first).to_contain_text("The museum shop")
    visit(page, "assessment/")
    expect(page.get_by_label("Who is “you” this time?")).to_have_value("The museum shop")
    page.get_by_label("Who is “you” this time?").fill("")
    visit(page, PAGE)
    expect(page.locator(".pp-for")).to_be_hidden()
    response = kept(page, BANK)
    assert ("", "leader", "visitors") == (response["label"], response["role"], response["people"])


def test_all_three_can_be_passed_over(page: Page) -> None:
    visit(page, "assessment/")
    with page.expect_navigation():
        page.get_by_role("link", name="Start the quick form").click()
    settled(page)
    choose(page, "leadership-ownership", 2)
    response = kept(page, BANK)
    assert ("", "", "customers") == (response["label"], response["role"], response["people"])


def test_the_form_can_be_changed_at_any_time_and_keeps_all_answers(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    visit(page, "assessment/quick/")
    choose(page, bank["forms"]["quick"][0], 1)
    visit(page, "assessment/")
    expect(page.locator("[data-form-status=quick]")).to_have_text("1 of 12 answered")
    expect(page.locator("[data-form-status=full]")).to_have_text("1 of 45 answered")
    for name, form in (("Start the full form", "full"), ("Start the quick form", "quick")):
        with page.expect_navigation():
            page.get_by_role("link", name=name).click()
        settled(page)
        assert kept(page, BANK)["form"] == form
        visit(page, "assessment/")
    expect(page.get_by_role("link", name="Continue: 1 of 12")).to_be_visible()
    assert [*kept(page, BANK)["answers"]] == [bank["forms"]["quick"][0]]


def test_the_full_form_goes_on_at_the_first_dimension_with_open_questions(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    visit(page, "assessment/leadership/")
    for each in bank["practices"]:
        if each["dimension"] == "leadership":
            choose(page, each["id"], 1)
    visit(page, "assessment/")
    with page.expect_navigation():
        page.get_by_role("link", name="Continue: 5 of 45").click()
    assert page.url.endswith("assessment/listening/")


def test_who_has_answered_all_is_led_to_the_result_and_may_go_through_it_again(page: Page, root: Path) -> None:
    visit_with(page, sample(root, "e-bike-motors"), "assessment/")
    expect(page.locator("[data-progress]")).to_contain_text("45 of 45 questions answered. Nothing is left open.")
    expect(page.locator("[data-again=full]").get_by_role("link", name="Go through it again")).to_be_visible()
    expect(page.locator("[data-form-status=full]")).to_have_text("45 of 45 answered")
    with page.expect_navigation():
        page.locator(".pp-forms").get_by_role("link", name="See your result").click()
    assert page.url.endswith("results/")


def test_starting_again_keeps_name_and_snapshots(page: Page, root: Path) -> None:
    before = sample(root, "e-bike-motors")
    snapshot = {**before, "snapshots": [], "taken": "2026-11-21T10:30:00Z"}
    visit_with(page, before | {"snapshots": [snapshot]}, "assessment/")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("status").filter(has_text="All answers are cleared.")).to_be_visible()
    expect(page.get_by_role("button", name="Bring them back")).to_be_focused()
    response = kept(page, BANK)
    assert ({}, before["label"]) == (response["answers"], response["label"])
    assert [snapshot["answers"]] == [each["answers"] for each in response["snapshots"]]
    page.get_by_role("button", name="Bring them back").click()
    assert before["answers"] == kept(page, BANK)["answers"]
