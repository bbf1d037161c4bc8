"""Several assessments in one browser: begun, named, switched, answered again, deleted and brought back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import violations_in_every_look
from playwright.sync_api import Locator, Page, expect
from visitor import Json, bank_of, choose, fill_storage, kept, radio, remember, sample, tab_to, visit, visit_with

PAGE, QUESTIONS, PRACTICE = "assessment/keep/", "assessment/listening/", "listening-routine"
OTHERS = "() => Object.keys(localStorage).filter(key => key.includes(':kept:')).length"
ADD = """([path, response]) => {
  const text = JSON.stringify({format: 'push-to-pull/kept', version: 1, response, before: null});
  localStorage.setItem(`push-to-pull:${path}:push-to-pull:kept:${response.label}`, text);
}"""


def begun(page: Page, root: Path, *others: str) -> Page:
    """The page, in a browser that holds the airline in use and these samples beside it."""
    response = sample(root, "low-cost-airline")
    if not others:
        return visit_with(page, response, PAGE)
    visit_with(page, response, "404.html")
    path = page.evaluate("() => new URL(document.querySelector('.md-logo').href).pathname")
    for name in others:
        page.evaluate(ADD, [path, sample(root, name)])
    return visit(page, PAGE)


def entry(page: Page, name: str) -> Locator:
    """The row of the assessment with this name."""
    return page.locator("[data-entry]").filter(has=page.get_by_role("heading", name=name, exact=True))


def act(row: Locator, name: str) -> None:
    row.get_by_role("button", name=name).click()


def told(page: Page) -> Locator:
    return page.locator("[data-told]")


def in_use(page: Page) -> Json:
    return kept(page, "push-to-pull")


def test_answers_kept_before_there_were_several_are_the_ones_in_use(page: Page, root: Path) -> None:
    begun(page, root)
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])
    expect(page.locator("[data-in-use]")).to_contain_text("45 of 45 answered")
    assert page.evaluate(OTHERS) == 0


def test_another_is_begun_empty_and_named_and_the_first_is_switched_back_to(page: Page, root: Path) -> None:
    begun(page, root)
    first = in_use(page)
    page.get_by_role("button", name="Begin another, empty").click()
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.type("Outlet shops")
    page.keyboard.press("Enter")
    expect(entry(page, "Outlet shops").get_by_role("button", name="Rename")).to_be_focused()
    assert (in_use(page)["label"], in_use(page)["answers"]) == ("Outlet shops", {})
    visit(page, QUESTIONS)
    expect(page.locator("[data-for]")).to_contain_text("Outlet shops")
    choose(page, PRACTICE, 0)
    visit(page, PAGE)
    act(entry(page, first["label"]), "Switch to it")
    expect(told(page)).to_contain_text(f"“{first['label']}” is in use now.")
    expect(page.locator("[data-in-use]").get_by_role("heading")).to_be_focused()
    assert in_use(page) == first
    act(entry(page, "Outlet shops"), "Switch to it")
    assert in_use(page)["answers"] == {PRACTICE: {"value": 0, "rev": 2}}
    assert page.evaluate(OTHERS) == 1


def test_each_can_be_renamed_and_escape_leaves_its_name(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    for old, new in ((sample(root, "museum-friends")["label"], "Friends"), (in_use(page)["label"], "Bank")):
        act(entry(page, old), "Rename")
        page.get_by_label("Name").fill("Nonsense")
        page.keyboard.press("Escape")
        expect(entry(page, old).get_by_role("button", name="Rename")).to_be_focused()
        act(entry(page, old), "Rename")
        page.get_by_label("Name").fill(new)
        page.get_by_role("button", name="Keep this name").click()
        expect(entry(page, new)).to_be_visible()
    page.reload()
    expect(entry(page, "Friends")).to_be_visible()
    assert in_use(page)["label"] == "Bank"


def test_one_deleted_comes_back_by_undo(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    name = sample(root, "museum-friends")["label"]
    act(entry(page, name), "Delete")
    expect(told(page)).to_contain_text(f"“{name}” is deleted.")
    expect(entry(page, name)).to_have_count(0)
    assert page.evaluate(OTHERS) == 0
    undo = told(page).get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(entry(page, name)).to_be_visible()
    expect(told(page)).to_be_focused()
    assert page.evaluate(OTHERS) == 1


def test_the_one_in_use_deleted_comes_back_by_undo(page: Page, root: Path) -> None:
    begun(page, root)
    before = in_use(page)
    act(entry(page, before["label"]), "Delete")
    assert in_use(page)["answers"] == {}
    told(page).get_by_role("button", name="Undo").click()
    expect(entry(page, before["label"])).to_be_visible()
    assert in_use(page) == before


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


@pytest.mark.tabs
def test_a_switch_in_another_tab_shows_in_this_one(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    friends = sample(root, "museum-friends")
    form = visit(page.context.new_page(), QUESTIONS)
    list_ = visit(page.context.new_page(), PAGE)
    act(entry(page, friends["label"]), "Switch to it")
    expect(form.locator("[data-label]")).to_have_text(friends["label"])
    choose(form, PRACTICE, 0)
    expect(list_.locator("[data-in-use]")).to_contain_text(friends["label"])
    expect(list_.locator("[data-others]")).to_contain_text(sample(root, "low-cost-airline")["label"])
    assert in_use(page)["label"] == friends["label"]
    act(entry(page, sample(root, "low-cost-airline")["label"]), "Switch to it")
    assert in_use(page)["answers"] == sample(root, "low-cost-airline")["answers"]
    expect(radio(form, PRACTICE, in_use(page)["answers"][PRACTICE]["value"])).to_be_checked()


@pytest.mark.tabs
def test_two_tabs_that_begin_another_lose_neither(page: Page, root: Path) -> None:
    begun(page, root)
    other = visit(page.context.new_page(), PAGE)
    for tab, name in ((page, "One"), (other, "Two")):
        tab.get_by_role("button", name="Begin another, empty").click()
        tab.get_by_label("Name").fill(name)
        tab.keyboard.press("Enter")
    for name in (sample(root, "low-cost-airline")["label"], "One", "Two"):
        expect(entry(page, name)).to_be_visible()


@pytest.mark.parametrize("deed", ["Begin another, empty", "Answer again", "Switch to it"])
def test_without_room_nothing_changes_and_it_is_told(page: Page, root: Path, deed: str) -> None:
    begun(page, root, "museum-friends")
    fill_storage(page, 1000)
    stored = "() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('push')).sort())"
    before = page.evaluate(stored)
    page.get_by_role("button", name=deed).first.click()
    expect(told(page)).to_contain_text("no room left, so nothing was changed")
    expect(told(page)).to_be_focused()
    assert page.evaluate(stored) == before
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])


def test_one_that_cannot_be_read_can_be_saved_and_deleted_and_nothing_else(page: Page, root: Path) -> None:
    begun(page, root, "museum-friends")
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(each => each.includes(':kept:'));
          localStorage.setItem(key, 'not to be read');
        }"""
    )
    page.reload()
    row = entry(page, "Cannot be read")
    expect(row).to_contain_text("not JSON")
    assert [button.get_attribute("data-act") for button in row.get_by_role("button").all()] == ["save", "delete"]
    with page.expect_download() as download:
        act(row, "Save as a file")
    assert download.value.path().read_text(encoding="utf-8") == "not to be read"


def test_what_was_kept_aside_can_be_saved_deleted_and_brought_back(page: Page, root: Path) -> None:
    begun(page, root)
    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(each => each.endsWith(':push-to-pull'));
          localStorage.setItem(`${key}:aside`, 'odd');
        }"""
    )
    page.reload()
    aside = page.locator("[data-aside]")
    with page.expect_download() as download:
        aside.get_by_role("button", name="Save what could not be read").click()
    assert download.value.path().read_text(encoding="utf-8") == "odd"
    aside.get_by_role("button", name="Delete it").click()
    expect(page.locator("[data-part=aside]")).to_be_hidden()
    told(page).get_by_role("button", name="Undo").click()
    expect(aside.get_by_role("button", name="Save what could not be read")).to_be_visible()
    expect(told(page)).to_be_focused()


def test_keys_alone_begin_name_and_switch(page: Page, root: Path) -> None:
    begun(page, root)
    tab_to(page, page.get_by_role("button", name="Begin another, empty"))
    page.keyboard.press("Enter")
    page.keyboard.type("Nps")  # n, p and s are keys of the theme
    page.keyboard.press("Enter")
    expect(entry(page, "Nps")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Switch to it"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-in-use]")).to_contain_text(sample(root, "low-cost-airline")["label"])


def test_axe_finds_nothing_in_any_state(page: Page, root: Path, axe: Callable[..., list[str]]) -> None:
    begun(page, root, "museum-friends")
    act(entry(page, sample(root, "museum-friends")["label"]), "Answer again")
    assert axe(page) == []
    page.keyboard.press("Enter")
    text = json.dumps(sample(root, "museum-friends") | {"odd": 1}).encode()
    page.locator("[data-file]").set_input_files({"name": "f.json", "mimeType": "application/json", "buffer": text})
    expect(page.locator("[data-opening] h3")).to_be_focused()
    page.get_by_role("button", name="Delete everything on this device").click()
    page.evaluate("() => document.querySelectorAll('.md-content details').forEach(fold => { fold.open = true; })")
    assert violations_in_every_look(page) == []


def test_the_same_holds_for_every_form_of_the_bank(page: Page, root: Path, site_dir: Path) -> None:
    begun(page, root)
    act(entry(page, sample(root, "low-cost-airline")["label"]), "Answer again")
    page.keyboard.press("Enter")
    quick = bank_of(site_dir)["forms"]["quick"][0]
    visit(page, "assessment/quick/")
    choose(page, quick, 1)
    expect(page.locator(f"[data-practice='{quick}'] [data-before]")).to_contain_text("Before")
