"""The paper form and the result on paper: no empty page, dark on white, and nothing that only a screen needs."""

from pathlib import Path
from typing import Literal

import pytest
from pdf_pages import texts_on_pages
from playwright.sync_api import Page, expect
from result_page import see_result
from visitor import sample, visit, visit_with

ONLY_ON_SCREEN = [".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer", ".md-content button", ".pp-actions"]
SCHEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
IN_SIGHT = """only => [...document.querySelectorAll(only)].filter(each => {
  const { width, height } = each.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(each).visibility === 'visible';
}).map(each => each.innerText)"""
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


def open_result(page: Page, root: Path, name: str = "low-cost-airline") -> None:
    see_result(page, sample(root, name))
    expect(page.locator("[data-result]")).to_be_visible()


def test_no_page_of_the_paper_form_is_empty(page: Page, site_dir: Path) -> None:
    visit(page, "print/")
    pages = texts_on_pages(page.pdf(format="A4"))
    assert 10 <= len(pages) <= 40  # 45 questions, two or three to a page, and the key
    assert 0 not in pages


def test_the_table_for_sums_is_cut_neither_on_paper_nor_on_a_phone(page: Page, site_dir: Path) -> None:
    visit(page, "print/")
    cut = """() => [...document.querySelectorAll('.pp-paper__key .pp-scroll')]
      .map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)"""
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(cut) == [0, 0]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 600, "height": 800})
    assert page.evaluate(cut) == [0, 0]


@pytest.mark.parametrize("name", ["low-cost-airline", "museum-friends"])
def test_no_page_of_the_result_is_empty(page: Page, root: Path, name: str) -> None:
    open_result(page, root, name)
    pages = texts_on_pages(page.pdf(format="A4"))
    assert 2 <= len(pages) <= 15
    assert 0 not in pages


@pytest.mark.parametrize("path", ["print/", "results/"])
def test_paper_is_white_its_text_dark_whatever_the_colours_and_without_what_only_a_screen_needs(
    page: Page, root: Path, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    visit_with(page, sample(root, "low-cost-airline"), path)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    for colours in SCHEMES:
        page.emulate_media(media="print", color_scheme=colours)
        paper = page.evaluate(PAPER)
        assert paper["shown"] > 20
        assert (colours, []) == (colours, paper["tinted"])
        assert (colours, []) == (colours, paper["pale"])
    only = ", ".join(ONLY_ON_SCREEN)
    assert page.evaluate(IN_SIGHT, only) == []
    page.emulate_media(media="screen")
    assert page.evaluate(IN_SIGHT, only) != []


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
