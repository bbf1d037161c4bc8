"""Every question on phones of four sizes: how many show all of their answers and the way on without scrolling."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from visitor import bank_of, visit

IN_SIGHT = """() => {
  const header = document.querySelector('.md-header').getBoundingClientRect();
  const foot = document.querySelector('.pp-foot').getBoundingClientRect();
  const question = document.querySelector('[data-practice]:not([hidden])');
  const parts = [document.querySelector('.pp-top'), question.querySelector('h2')];
  const boxes = [...parts, ...question.querySelectorAll('.pp-answer')].map(each => each.getBoundingClientRect());
  return scrollY === 0 && foot.bottom <= innerHeight && boxes.length > 7 &&
    boxes.every(({ top, bottom }) => top >= header.bottom && bottom <= foot.top);
}"""


@pytest.mark.parametrize(("width", "height", "least"), [(390, 844, 1), (412, 780, 1), (390, 720, 0.9), (390, 664, 0.5)])
def test_a_question_its_answers_and_the_way_on_are_in_sight_without_scrolling(
    new_context: Callable[..., BrowserContext], site_dir: Path, width: int, height: int, least: float
) -> None:
    phone = new_context(viewport={"width": width, "height": height}, has_touch=True, is_mobile=True).new_page()
    bank = bank_of(site_dir)
    missing = []
    for practice in bank["practices"]:
        visit(phone, practice["questionUrl"])
        if not phone.evaluate(IN_SIGHT):
            missing.append(practice["id"])
    assert len(missing) <= (1 - least) * len(bank["practices"]), missing
