"""A round with a team, from the invitation to the result: one facilitator, and as many browsers as people."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from axe import CONTENT, violations_in_every_look
from playwright.sync_api import BrowserContext, Page, expect
from round_page import Json, begin, invited, paste, reveal, sealed
from visitor import bank_of, radio, sample, settled, visit

BY_KEYS = (0, 1, 7)  # one of those whose answers come by link, by paste, and by file; the others have answered before
Contexts = Callable[..., BrowserContext]


def answered(context: BrowserContext, link: str, levels: Mapping[str, int]) -> Page:
    """The page of an invitation, once whoever opened it has answered by keys and come back."""
    page = context.new_page()
    page.goto(link)
    expect(settled(page).get_by_text("Shop & Service asks you for the Quick check")).to_be_visible()
    page.get_by_role("link", name="Answer the questions").click()
    settled(page)
    for practice, level in levels.items():
        radio(page, practice, level).press("Space")
    page.go_back()
    return settled(page)


def test_eight_people_answer_alone_and_hand_in_by_link_paste_and_file(
    page: Page, new_context: Contexts, root: Path, site_dir: Path, tmp_path: Path
) -> None:
    link = begin(page, "Shop & Service", form="quick", roles=True, expected=8)
    quick = bank_of(site_dir)["forms"]["quick"]
    codes, files = [], [tmp_path / "mail.txt", tmp_path / "answers.json"]
    for number in range(8):
        context = new_context()
        levels = {each: (place + number * (place % 3)) % 5 for place, each in enumerate(quick)}
        if number in BY_KEYS:
            answering = answered(context, link, levels)
        else:
            mine = {"form": "quick", "answers": {each: {"value": level} for each, level in levels.items()}}
            answering = invited(context, link, sample(root, "museum-friends") | mine)
        expect(answering.get_by_text("12 of 12 questions answered.")).to_be_visible()
        if number < 7:
            codes.append(sealed(answering, "leader" if number == 0 else "staff"))
        else:
            visit(answering, "assessment/keep/")
            with answering.expect_download() as saved:
                answering.get_by_role("button", name="Save as a file").click()
            saved.value.save_as(files[1])
        context.close()
    expect(page.locator("[data-counter]")).to_have_text("0 of 8 people so far.")
    # By link, as a camera opens it.
    page.goto(codes[0])
    settled(page)
    expect(page.locator("[data-counter]")).to_have_text("1 of 8 people so far.")
    expect(page.locator("[data-told]")).to_contain_text("1 person's answers came in.")
    # By pasting a chat, in which one is quoted again and one is cut.
    broken = re.sub("(.{60})", "\\1\n> ", codes[1])
    chat = f"> {broken}\n[12:03] Bert: {codes[2]}\n{codes[3]} thanks!\n{codes[4]}\n{codes[2]}\n{codes[5][:200]}"
    said = paste(page, chat)
    assert "Answers of 4 people came in." in said
    assert "1 code is cut or changed" in said
    # By files: one with a code, one with saved answers.
    files[0].write_text(f"{codes[5]}\n{codes[6]}", encoding="utf-8")
    page.get_by_label("Or choose files").set_input_files(files)
    expect(page.locator("[data-counter]")).to_have_text("8 of 8 people so far.")
    assert page.locator("[data-question], .pp-chart").count() == 0  # nothing shows before

    reveal(page)
    expect(page.locator("[data-part=talk]")).to_contain_text("8 people answered 12 questions")
    assert page.locator("[data-question]").count() == 12
    expect(page.locator("[data-question]").first.locator("[data-label]")).to_have_text("Apart")
    assert page.get_by_text("Those who lead: median").count() == 0  # one leader would be known by it
    assert page.get_by_label("Paste codes").is_hidden()

    first = page.locator("[data-question]").first
    first.get_by_label(re.compile("What you agree on")).select_option("2")
    first.get_by_label(re.compile("^Why")).fill("the log since May")
    first.get_by_label(re.compile("^Why")).blur()
    expect(page.locator("[data-part=together]")).to_contain_text("1 of 12 questions are agreed.")
    page.reload()
    settled(page)
    expect(page.locator("[data-question]").first.get_by_label(re.compile("^Why"))).to_have_value("the log since May")

    page.get_by_role("link", name="See it as a result").click()
    settled(page)
    expect(page.get_by_role("group", name="You are viewing a shared result.")).to_contain_text(
        "It is about: Shop & Service."
    )


def test_whoever_is_invited_answers_and_finds_the_way_to_hand_in(
    page: Page, new_context: Contexts, site_dir: Path
) -> None:
    link = begin(page, "The shop", form="quick")
    answering = new_context(viewport={"width": 390, "height": 844}).new_page()
    answering.goto(link)
    settled(answering)
    expect(answering.get_by_text("0 of 12 questions answered.")).to_be_visible()
    answering.get_by_role("button", name="Seal my answers").click()
    expect(answering.get_by_text("Answer at least one question first.")).to_be_visible()
    answering.get_by_role("link", name="Answer the questions").click()
    settled(answering)
    for practice in bank_of(site_dir)["forms"]["quick"]:
        radio(answering, practice, 2).dispatch_event("click")
    waits = "A group asked you for these answers, and has not got them yet."
    visit(answering, "results/").get_by_text(waits).get_by_role("link", name="Hand in your answers").click()
    settled(answering)
    expect(answering.get_by_text("The shop asks you for the Quick check")).to_be_visible()
    expect(answering.get_by_text("12 of 12 questions answered.")).to_be_visible()
    expect(answering.get_by_text("your 12 answers, no part and the random mark")).to_be_visible()
    assert paste(page, sealed(answering)) == "1 person's answers came in."
    expect(visit(answering, "results/").get_by_text(waits)).to_be_hidden()
    visit(answering, "team/answer/").get_by_role("button", name="Forget this invitation").click()
    expect(answering.get_by_text("The invitation is forgotten. Your answers stay.")).to_be_visible()


def test_two_people_in_one_browser_hand_in_beside_each_other(
    page: Page, new_context: Contexts, people: list[Json]
) -> None:
    link = begin(page)
    answering = new_context().new_page()
    answering.goto(link)
    settled(answering)
    store = (
        "response => localStorage.setItem(`push-to-pull:/push-to-pull/:${response.bank.id}`, JSON.stringify(response))"
    )
    codes = []
    for day, response in enumerate(people[:2], 27):
        answering.evaluate(store, response | {"created": f"2026-11-{day}T10:00:00Z"})
        answering.reload()
        codes.append(sealed(settled(answering)))
    again = sealed(answering)
    assert paste(page, "\n".join([*codes, again])) == "Answers of 2 people came in. 1 was in already."


@pytest.mark.parametrize("stage", ["begin", "collect", "shown", "answer"])
def test_no_stage_has_a_fault_of_accessibility(
    page: Page, new_context: Contexts, people: list[Json], stage: str
) -> None:
    if stage == "begin":
        page.goto("team/")
        settled(page)
    elif stage == "answer":
        link = begin(page, mode="Everybody sees", roles=True)
        page = invited(new_context(), link, people[0])
        page.get_by_role("button", name="Seal my answers").click()
        expect(page.get_by_text("Type your name first")).to_be_visible()
        expect(page.get_by_label("Your name, as the group will see it")).to_be_focused()
        page.keyboard.type("Ann")
        page.get_by_role("button", name="Seal my answers").click()
        page.get_by_role("button", name="Show a QR code").click()
    else:
        link = begin(page, roles=True, expected=9)
        answering = invited(new_context(), link, people[0])
        page.get_by_role("button", name="Show a QR code").click()
        paste(page, sealed(answering))
        if stage == "shown":
            plain = [json.dumps(each) for each in people[1:6]]
            for each in plain:
                paste(page, each)
            reveal(page)
    assert violations_in_every_look(page, within=CONTENT) == []


def test_three_people_choose_before_they_answer_and_see_nobody_s_answers(page: Page, people: list[Json]) -> None:
    page.goto("team/")
    settled(page)
    page.get_by_label("How many people").fill("3")
    page.get_by_role("button", name="Begin and get the link").click()
    expect(page.get_by_role("alert")).to_contain_text("With three or four people")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    page.get_by_role("radio", name=re.compile("^Only what you agree on")).check()
    expect(page.get_by_role("alert")).to_be_empty()
    page.get_by_role("button", name="Begin and get the link").click()
    expect(page.locator("[data-round-facts]")).to_contain_text("Answers are not shown")
    for each in people[:3]:
        paste(page, json.dumps(each | {"form": "quick"}))
    reveal(page)
    expect(page.locator("[data-part=talk]")).to_contain_text("Answers are not shown.")
    assert page.locator("[data-part=talk] :is(.pp-chart, .pp-chosen)").count() == 0
    assert page.locator("[data-part=talk]").get_by_text("Median").count() == 0


def test_a_first_visit_keeps_nothing_of_rounds_for_later(site_dir: Path) -> None:
    [core, rest] = re.findall(r'"(?:core|rest)": (\{[^}]*\})', (site_dir / "sw.js").read_text(encoding="utf-8"))
    found = [[each for each in json.loads(part) if re.search("team|group|rounds", each)] for part in (core, rest)]
    assert found[0] == []
    assert {"team/", "team/answer/"} <= set(found[1])  # to hand in without a network


def test_two_clicks_lead_from_the_task_list_to_an_invitation(page: Page) -> None:
    page.goto("assessment/")
    settled(page)
    page.get_by_role("link", name="ask two colleagues").click()
    settled(page)
    page.get_by_role("button", name="Begin and get the link").click()
    expect(page.get_by_label("Link", exact=True)).to_have_value(re.compile("team/answer/#i="))
