"""The way of a person who has ten minutes and no mouse: front page, quick form, result, playbook."""

from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect
from visitor import answer_by_keys, bank_of, choose, radio, sample, settled, tab_to, visit, visit_with

from site_server import SUB_PATH

FIT = """() => {
  const page = document.documentElement;
  const parts = [...document.querySelectorAll('[data-practice]:not([hidden]) :is(h2, .pp-answer), .pp-foot, .pp-top')];
  return {
    sideways: page.scrollWidth - page.clientWidth,
    cut: parts.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.innerText.slice(0, 40)),
  };
}"""
TWICE = "() => { document.documentElement.style.fontSize = '250%'; }"  # the theme's own is 125 %

ANSWERS = [1, 2, 0, 3, 1, "unknown", 2, 1, 0, 2, 1, 3]
SHORTCUTS = ["n", "p", "s", "f", ".", ",", "/"]


def test_the_quick_form_leads_from_the_front_page_to_plays_by_keyboard_alone(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    given = dict(zip(bank["forms"]["quick"], ANSWERS, strict=True))
    visit(page, "")
    tab_to(page, page.locator("[data-door=quick]"))
    page.keyboard.press("Enter")
    settled(page)

    first, rest = dict(list(given.items())[:6]), dict(list(given.items())[6:])
    for practice, value in first.items():
        answer_by_keys(page, practice, value)
    page.reload()
    settled(page)
    for practice, value in first.items():
        expect(radio(page, practice, value)).to_be_checked()
    for practice, value in rest.items():
        answer_by_keys(page, practice, value)

    tab_to(page, page.get_by_role("link", name="See the result"))
    page.keyboard.press("Enter")
    settled(page)
    names = [quadrant["name"] for quadrant in bank["quadrants"]]
    headline = page.locator("[data-part=headline] .pp-headline__name").inner_text()
    assert any(name in headline for name in names)
    chart = page.locator("[data-part=map] svg[role=img]")
    expect(chart).to_be_visible()
    expect(chart.locator("desc")).to_contain_text("Pull")
    expect(page.locator("[data-part=first] :is(.pp-play, li)")).to_have_count(3)


def test_each_of_the_first_plays_says_because_and_leads_to_its_section(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    given = dict(zip(bank["forms"]["quick"], ANSWERS, strict=True))
    visit(page, "assessment/quick/")
    for practice, value in given.items():
        choose(page, practice, value)
    visit(page, "results/")
    links = page.locator("[data-part=first] :is(h3, li) > a").evaluate_all("links => links.map(link => link.hash)")
    assert len(links) == 3

    for link in links:
        play = next(play for play in bank["plays"] if link == f"#plan-{play['id']}")
        practice = next(each for each in bank["practices"] if each["id"] == play["practice"])
        anchor = practice["anchors"][given[practice["id"]]].replace("{people}", bank["people"][0])
        visit(page, f"results/{link}")
        because = f"To “{practice['title']}” you answered: {anchor}"
        expect(page.locator(f"{link} .pp-because")).to_have_text(because)
        expect(page.locator(f'[data-part=first] :is(.pp-play, li):has(a[href="{link}"])')).to_contain_text(because)

        address = page.locator(link).get_by_role("link", name="Read the whole play").get_attribute("href")
        assert address is not None
        assert urldefrag(address).fragment == play["id"]
        page.goto(urljoin(page.url, address))
        settled(page)
        expect(page.locator(f"[id='{play['id']}']")).to_be_visible()
        mine = page.locator("[data-mine]")
        expect(mine.locator(".pp-ladder__anchor")).to_have_text(anchor)
        expect(mine).to_contain_text("Your answer")


def test_every_play_of_the_bank_has_its_section_in_the_playbook(site_dir: Path) -> None:
    for play in bank_of(site_dir)["plays"]:
        path, fragment = urldefrag(play["url"])
        assert f'id="{fragment}"' in (site_dir / path / "index.html").read_text(encoding="utf-8"), play["id"]


@pytest.mark.parametrize("place", ["answer", "page"])
def test_the_theme_s_single_keys_do_nothing(page: Page, place: str) -> None:
    visit(page, "assessment/listening/")
    if place == "answer":
        choose(page, "listening-routine", 2)
        radio(page, "listening-routine", 2).focus()
    where = "() => [location.href, document.activeElement.tagName, document.activeElement.value ?? null]"
    before = page.evaluate(where)
    left: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request():
            left.append(request.url)

    page.on("request", note)
    for key in SHORTCUTS:
        page.keyboard.press(key)
    page.evaluate("() => fetch('.').then(answer => answer.text())")  # whatever a key began has gone out by now
    assert before == page.evaluate(where)
    assert left == []
    expect(page.locator("#__search")).not_to_be_checked()


def test_who_has_begun_finds_the_way_back_on_the_front_page(page: Page, site_dir: Path) -> None:
    quick = bank_of(site_dir)["forms"]["quick"]
    visit(page, "assessment/quick/")
    choose(page, quick[0], 1)
    choose(page, quick[1], "unknown")
    visit(page, "")
    expect(page.locator("[data-door=quick]")).to_have_text(f"Continue: 2 of {len(quick)} Quick check")
    assert urlsplit(page.url).path == SUB_PATH


def test_a_result_that_is_there_takes_no_time_on_the_front_page(page: Page, root: Path) -> None:
    visit_with(page, sample(root, "museum-friends"), "")
    expect(page.locator("[data-door=quick]")).to_have_text("See your result Quick check")
    expect(page.locator("[data-door=full]")).to_contain_text("45 questions, about")


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_a_question_fits_in_both_looks_and_with_text_twice_as_large(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        visit(page, "assessment/quick/")
        found[scheme] = page.evaluate(FIT)
        page.evaluate(TWICE)
        found[f"{scheme}, twice as large"] = page.evaluate(FIT)
    assert {name: fit for name, fit in found.items() if fit["sideways"] > 0 or fit["cut"]} == {}
