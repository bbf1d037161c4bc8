"""From the front page to a play for “unanswered comments” in three clicks, each way a reader may take."""

from playwright.sync_api import Locator, Page, expect
from result_page import sample
from visitor import settled, visit, visit_with

WORDS = "unanswered comments"
PLAY = "Answer the last ten public questions"


class Clicks:
    """Clicks of one visit, counted; each is on something in sight or that a reader can scroll to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.made = 0

    def __call__(self, target: Locator) -> None:
        """Click the target, count the click and wait for the page."""
        target.click()
        self.made += 1
        settled(self.page)

    def lead_to_the_play(self) -> None:
        """Check that the play's heading and steps are in view after three clicks at most."""
        heading = self.page.get_by_role("heading", name=PLAY)
        expect(heading).to_be_in_viewport()
        expect(self.page.get_by_text("Set alerts, and name one person a day")).to_be_visible()
        assert self.made <= 3


def test_the_menu_leads_by_the_chapter_to_the_play_in_three_clicks(page: Page) -> None:
    click = Clicks(visit(page, ""))
    click(page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Playbook"))
    click(page.get_by_role("navigation", name="Navigation").get_by_role("link", name="Community and conversation"))
    click(page.get_by_role("main").get_by_role("link", name=PLAY).last)
    click.lead_to_the_play()


def test_the_search_leads_by_the_reader_s_own_words_to_the_play_in_three_clicks(page: Page) -> None:
    click = Clicks(visit(page, ""))
    click(page.get_by_role("textbox", name="Search"))
    page.keyboard.type(WORDS)
    click(page.locator(".md-search-result__link").first)
    click(page.get_by_role("navigation", name="Table of contents").get_by_role("link", name=PLAY))
    click.lead_to_the_play()


def test_a_result_leads_by_its_plan_to_the_play_in_three_clicks(page: Page) -> None:
    unanswered = sample("e-bike-motors")["answers"] | {"two-way-conversation": {"value": 0}}
    click = Clicks(visit_with(page, sample("e-bike-motors", answers=unanswered), ""))
    click(page.get_by_role("main").get_by_role("link", name="See your result"))
    click(page.locator("#plan-ten-questions").get_by_role("link", name="Read the whole play"))
    click.lead_to_the_play()
