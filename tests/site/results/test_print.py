"""The paper form and the result on paper: no empty page, dark on white, and nothing that only a screen needs."""

from pathlib import Path
from typing import Any

import pytest
from pdf_pages import texts_on_pages
from playwright.sync_api import Page, expect
from result_page import see_result
from visitor import sample, visit

ONLY_ON_SCREEN = [".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer", ".md-content button", ".pp-actions"]
PAPER = """() => {
  const WHITE = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'];
  const tinted = selector => !WHITE.includes(getComputedStyle(document.querySelector(selector)).backgroundColor);
  const light = color => Math.max(...color.match(/[\\d.]+/g).slice(0, 3).map(Number)) > 170;
  const shown = [...document.querySelectorAll('.md-content :is(h1, h2, h3, p, li, dd, td, th, summary)')]
    .filter(each => each.checkVisibility() && each.textContent.trim());
  return {
    shown: shown.length,
    tinted: ['html', 'body', '.md-main', '.md-content'].filter(tinted),
    pale: shown.filter(each => light(getComputedStyle(each).color)).map(each => each.outerHTML.slice(0, 100)),
  };
}"""


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> Any:
    return request.param


def open_result(page: Page, root: Path, name: str = "low-cost-airline") -> None:
    see_result(page, sample(root, name))
    expect(page.locator("[data-result]")).to_be_visible()


def test_no_page_of_the_paper_form_is_empty(page: Page, site_dir: Path) -> None:
    visit(page, "print/")
    pages = texts_on_pages(page.pdf(format="A4"))
    assert 10 <= len(pages) <= 40  # 45 questions, two or three to a page, and the key
    assert 0 not in pages


@pytest.mark.parametrize("name", ["low-cost-airline", "museum-friends"])
def test_no_page_of_the_result_is_empty(page: Page, root: Path, name: str) -> None:
    open_result(page, root, name)
    pages = texts_on_pages(page.pdf(format="A4"))
    assert 2 <= len(pages) <= 15
    assert 0 not in pages


@pytest.mark.parametrize("path", ["print/", "results/"])
def test_paper_is_white_and_its_text_dark_whatever_the_colours_on_screen(
    page: Page, root: Path, path: str, colours: Any
) -> None:
    page.emulate_media(color_scheme=colours)
    open_result(page, root)
    visit(page, path)
    page.emulate_media(media="print", color_scheme=colours)
    paper = page.evaluate(PAPER)
    assert paper["shown"] > 20
    assert paper["tinted"] == []
    assert paper["pale"] == []


@pytest.mark.parametrize("path", ["print/", "results/"])
def test_what_only_a_screen_needs_stays_off_paper(page: Page, root: Path, path: str) -> None:
    open_result(page, root)
    visit(page, path)
    parts = page.locator(", ".join(ONLY_ON_SCREEN))
    assert [each for each in parts.all() if each.is_visible()]
    page.emulate_media(media="print")
    assert [] == [each.inner_text() for each in parts.all() if each.is_visible()]


def test_a_chart_prints_as_lines_of_its_own_within_the_paper(page: Page, root: Path) -> None:
    open_result(page, root)
    page.set_viewport_size({"width": 680, "height": 1000})  # the width between the margins of A4
    page.emulate_media(media="print")
    charts = page.locator("[data-part=map] svg[role=img], [data-part=profile] svg[role=img]")
    expect(charts).to_have_count(2)
    for chart in charts.all():
        box = chart.bounding_box()
        assert box is not None
        assert 100 < box["width"] <= 680
        assert box["height"] < 900
