"""The site in a browser without JavaScript: everything reads, and what is missing is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from visitor import bank_of

from pushpull.pages.site import with_problems
from pushpull.problem import Problem

NARROW = {"width": 320, "height": 640}
ASKED = """heading => {  // without the meanings of terms, which open on focus
  const bare = heading.cloneNode(true);
  bare.querySelectorAll('.pp-term__text').forEach(meaning => meaning.remove());
  return bare.textContent.trim();
}"""


@pytest.fixture
def plain(new_context: Callable[..., BrowserContext]) -> Page:
    """A page of a browser without JavaScript, as narrow as a small phone."""
    return new_context(java_script_enabled=False, viewport=NARROW).new_page()


def test_every_question_reads_whole(plain: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    word = bank["people"][0]
    for dimension in bank["dimensions"]:
        plain.goto(f"assessment/{dimension['id']}/")
        for practice in (each for each in bank["practices"] if each["dimension"] == dimension["id"]):
            asked = plain.locator(f"[data-practice='{practice['id']}']")
            assert asked.locator("h2").evaluate(ASKED) == practice["question"].replace("{people}", word)
            texts = [" ".join(text.split()) for text in asked.locator(".pp-answers label").all_inner_texts()]
            for anchor in practice["anchors"]:
                assert anchor.replace("{people}", word) in texts
            assert "I don't know" in texts


def test_a_form_says_that_nothing_can_be_saved_and_where_the_paper_form_is(plain: Page) -> None:
    for path in ("assessment/quick/", "assessment/listening/", "assessment/"):
        plain.goto(path)
        notice = plain.locator("noscript .pp-notice")
        expect(notice).to_be_visible()
        expect(notice).to_contain_text("paper form")


def test_the_result_says_what_is_missing(plain: Page) -> None:
    plain.goto("results/")
    expect(plain.locator("noscript .pp-notice")).to_be_visible()
    expect(plain.locator("noscript .pp-notice")).to_contain_text("paper form")
    expect(plain.locator("[data-waiting]")).to_be_hidden()
    expect(plain.locator("[data-result]")).to_be_hidden()
    expect(plain.locator("[data-empty]")).to_be_hidden()


def test_the_paper_form_has_every_question_and_the_key(plain: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    plain.goto("print/")
    text = " ".join(plain.locator("article").inner_text().split())
    for practice in bank["practices"]:
        for said in [practice["question"], *practice["anchors"]]:
            assert said.replace("{people}", bank["people"][0]) in text
    expect(plain.get_by_role("heading", name="Scoring key")).to_be_visible()


def test_no_page_is_wider_than_a_small_phone(plain: Page) -> None:
    for path in ("", "assessment/", "assessment/quick/", "assessment/listening/", "results/", "print/", "playbook/"):
        plain.goto(path)
        # A busy machine lays out late, and in a page without JavaScript no timer runs: this one asks from outside.
        expect(plain.locator("html")).to_have_js_property("scrollWidth", NARROW["width"])


def test_the_box_of_faults_leaves_room_below_and_is_small(plain: Page) -> None:
    plain.goto("playbook/")
    box = with_problems("", [Problem("assessment/model.yml", 9, 3, "levels must be from 2 to 7")], "There are faults.")
    plain.locator("h1").evaluate("(heading, box) => { heading.insertAdjacentHTML('beforebegin', box) }", box)
    found = plain.evaluate("""() => {
      const size = selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
      const [box, next] = ['.pp-faults', 'h1'].map(each => document.querySelector(each).getBoundingClientRect());
      return [next.top - box.bottom >= 16, size('.pp-faults code') < size('article') * .8];
    }""")
    assert found == [True, True]


def test_keys_open_the_menu(plain: Page) -> None:
    plain.goto("")
    plain.keyboard.press("Tab")
    plain.keyboard.press("Tab")
    expect(plain.get_by_role("checkbox", name="Menu")).to_be_focused()
    plain.keyboard.press("Space")
    expect(plain.locator(".md-nav--primary").get_by_role("link", name="Playbook", exact=True)).to_be_visible()
