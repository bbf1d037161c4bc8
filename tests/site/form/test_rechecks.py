"""Two builds of one site, the bank edited in between: answers stay, and what changed is to be checked again."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from banks import SMALL, changed_bank
from playwright.sync_api import Page, expect
from projects import SMALL_DOCS, build, settings
from visitor import Json, choose, kept, radio, visit

from pushpull.releases import write_release
from pushpull.rules.check import open_bank
from site_server import serve

BANK = "tool-library"
NEW = "Who could see, at any hour, which tool was out?"


def extra(name: str, number: int) -> dict[str, str]:
    """The files of one more practice and the play that lifts it, like those of the first lesson."""
    practice = (SMALL / "practices" / "care" / "first-lesson.yml").read_text(encoding="utf-8")
    for old, new in {
        '"first-lesson"': f'"{name}"',
        "number: 4": f"number: {number}",
        "lesson with the tool": name,
        "What came": f"What {name} came",
        "The tool came alone": f"Only the {name} left",
        "A printed card came with the tool": f"There was a card for the {name}",
        "Somebody showed": f"Somebody with a {name} showed",
    }.items():
        practice = practice.replace(old, new)
    play = (SMALL / "plays" / "first-cut.yml").read_text(encoding="utf-8")
    play = play.replace('"first-cut"', f'"{name}-play"').replace('"first-lesson"', f'"{name}"')
    return {f"practices/care/{name}.yml": practice, f"plays/{name}-play.yml": play}


def first_bank(folder: Path) -> Path:
    """The small bank with two more practices, released as 1.0.0."""
    more = extra("lamp", 90) | extra("key-ring", 91)
    care = {'["sharp-blades", "first-lesson"]': '["sharp-blades", "first-lesson", "lamp", "key-ring"]'}
    bank = changed_bank(folder, {"edit": {"model.yml": care}, "add": more})
    write_release(open_bank(bank), bank)
    return bank


def edit(bank: Path) -> None:
    """Version 1.1.0: a question asks otherwise, one practice is gone, and another lives on in the first lesson."""
    book = bank / "practices" / "lending" / "loan-book.yml"
    text = book.read_text(encoding="utf-8")
    text = text.replace("Who could see which tool was out?", NEW).replace("rev: 1", "rev: 2")
    book.write_text(text, encoding="utf-8")
    model = bank / "model.yml"
    text = model.read_text(encoding="utf-8").replace('"1.0.0"', '"1.1.0"').replace(', "lamp", "key-ring"', "")
    model.write_text(text, encoding="utf-8")
    for name in ("lamp", "key-ring"):
        (bank / "practices" / "care" / f"{name}.yml").unlink()
        (bank / "plays" / f"{name}-play.yml").unlink()
    gone = [
        {"id": "lamp", "number": 90, "since": "1.1.0", "why": "Nobody asked for it."},
        {"id": "key-ring", "number": 91, "since": "1.1.0", "moved_to": "first-lesson", "why": "It is the same thing."},
    ]
    (bank / "retired.yml").write_text(json.dumps({"practices": gone, "plays": []}), encoding="utf-8")


@pytest.fixture(scope="module")
def builds(build_once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A folder with the site before the edit, `first`, and the site after it, `second`."""

    def fill(folder: Path) -> None:
        bank = first_bank(folder)
        for name in ("first", "second"):
            run = build(settings(folder, bank=bank, menu_of=(bank, SMALL_DOCS)), folder / name)
            assert run.returncode == 0, run.stderr
            if name == "first":
                edit(bank)

    return build_once("before-and-after", fill)


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """The address where either of them is put."""
    with serve(tmp_path / "served") as url:
        yield url


@pytest.fixture
def answered(url: str, page: Page, builds: Path, tmp_path: Path) -> Page:
    """A browser that holds answers to the first build and then meets the second; closed before the address is."""
    served = tmp_path / "served"
    shutil.copytree(builds / "first", served)
    visit(page, f"{url}assessment/lending/")
    choose(page, "loan-book", 1)
    choose(page, "opening-times", 2)
    page.locator("#q-loan-book .pp-more > summary").click()
    page.locator("#note-loan-book").fill("in the drawer")
    visit(page, f"{url}assessment/care/")
    choose(page, "lamp", 2)
    choose(page, "key-ring", 0)
    page.goto("about:blank")
    shutil.rmtree(served)
    shutil.copytree(builds / "second", served)
    return page


def answers(page: Page) -> Json:
    return dict(kept(page, BANK)["answers"])


def test_a_changed_question_shows_old_and_new_wording_and_keeps_its_answer(answered: Page, url: str) -> None:
    visit(answered, f"{url}assessment/lending/")
    asked = answered.locator("#q-loan-book")
    expect(asked.get_by_text("Please check again.")).to_be_visible()
    expect(asked.locator("h2")).to_have_text(NEW)
    asked.get_by_text("What it said before").click()
    expect(asked.get_by_text("Who could see which tool was out?")).to_be_visible()
    expect(asked.locator("[data-mine]")).to_have_text("Volunteers found each loan in one list.")
    expect(radio(answered, "loan-book", 1)).to_be_checked()
    expect(answered.locator("#q-opening-times").get_by_text("Please check again.")).to_have_count(0)

    answered.locator("#note-loan-book").fill("in the drawer, still")  # a note is no second look
    expect(asked.get_by_text("Please check again.")).to_be_visible()
    asked.get_by_role("button", name="My answer still holds").click()
    expect(asked.get_by_text("Please check again.")).to_be_hidden()
    expect(radio(answered, "loan-book", 1)).to_be_focused()
    assert answers(answered)["loan-book"] == {"value": 1, "note": "in the drawer, still", "rev": 2}
    answered.reload()
    expect(asked.get_by_text("Please check again.")).to_be_hidden()


def test_choosing_anew_counts_as_checking(answered: Page, url: str) -> None:
    visit(answered, f"{url}assessment/quick/")
    choose(answered, "loan-book", 2)
    expect(answered.locator("#q-loan-book").get_by_text("Please check again.")).to_be_hidden()
    visit(answered, f"{url}assessment/")
    expect(answered.locator("[data-notices]")).not_to_contain_text("has changed since")


def test_the_task_list_and_the_review_say_what_became_of_each_answer(answered: Page, url: str) -> None:
    visit(answered, f"{url}assessment/")
    notices = answered.locator("[data-notices]")
    expect(notices).to_contain_text("1 question has changed since you answered it.")
    expect(notices).to_contain_text("1 answer belongs to a question this version no longer has; it is kept aside.")
    expect(notices).to_contain_text("1 answer now stands under the question that took the place of its own.")
    with answered.expect_navigation():
        notices.get_by_role("link", name="See which").click()
    gaps = answered.locator("[data-gaps]")
    expect(gaps).to_contain_text("1 question has changed since you answered it. Please check it again:")
    expect(gaps.get_by_role("link", name=NEW)).to_be_visible()
    expect(gaps).to_contain_text("1 answer belongs to a question this version no longer has")
    expect(answered.locator("#review-loan-book")).to_contain_text("Please check again.")
    expect(answered.locator("#review-first-lesson")).to_contain_text("The tool came alone.")

    visit(answered, f"{url}assessment/")  # told once; what is still to do, as long as it is
    expect(notices).to_have_text(
        "1 question has changed since you answered it. Your answer is kept; please check it again. See which"
    )
    response = kept(answered, BANK)
    assert {"loan-book", "opening-times", "first-lesson"} == set(response["answers"])
    assert response["orphans"] == {"lamp": {"value": 2}}
