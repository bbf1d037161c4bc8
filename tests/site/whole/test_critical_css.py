"""What a page is first painted with: the whole of the theme's style sheet comes later and changes nothing in sight."""

from pathlib import Path
from typing import Literal

import pytest
from axe import NARROW, WIDE
from playwright.sync_api import Browser, Page, Route, expect
from visitor import KINDS, UNFOLD_ONE_OF_EACH, complete, sample, visit_with

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
SIZES = (NARROW | {"width": 390}, WIDE)
# What the browser computes for each element in sight, and for what is drawn before and after it; of those that are
# alike and in like places, two are enough.
LOOK = """([name, keys]) => {
  const styles = (each) => [null, "::before", "::after"].flatMap((part) => {
    const style = getComputedStyle(each, part);
    if (part && style.content === "none") return [];
    return keys.map((key) => `${part ?? ""} ${key}: ${style.getPropertyValue(key)}`);
  });
  const met = {};
  const own = / (?:id|name|value|href|for|[\\w-]*label[\\w-]*)="[^"]*"/g;
  const tag = (each) => each?.cloneNode().outerHTML.replace(own, "");
  const place = (each) => [each, each.parentElement, each.parentElement?.parentElement].map(tag).join();
  const all = [...document.querySelectorAll("body, body *")].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) && (met[place(each)] = (met[place(each)] ?? 0) + 1) <= 2);
  ((window.looks ??= {})[name] ??= []).push(new Map(all.map((each) => [each, styles(each)])));
  return all.length;
}"""
PROPERTIES = """texts => {
  const found = new Set();
  const note = (rules) => rules.forEach((rule) => {
    for (const key of rule.style ?? []) if (!key.startsWith("--")) found.add(key);
    note([...(rule.cssRules ?? [])]);
  });
  for (const text of texts) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    note([...sheet.cssRules]);
  }
  return [...found];
}"""
CHANGES = """() => Object.entries(window.looks).flatMap(([name, [before, after]]) =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((each) => {
    const now = after.get(each) ?? ["hidden"];
    const other = now.filter((style, place) => style !== before.get(each)?.[place]);
    return other.length ? [`${name}: ${each.tagName} ${each.className}: ${other.slice(0, 5)}`] : [];
  }))"""
WHOLE = """() => Promise.all([...document.querySelectorAll("link[data-late]")].map((link) => new Promise((done) => {
  link.onload = done;
  link.removeAttribute("disabled");
  if (link.sheet) done();
})))"""


@pytest.fixture(scope="module")
def properties(site_dir: Path, browser: Browser) -> list[str]:
    """All properties that the theme's style sheets set, but no variables: these show where they are used."""
    page = browser.new_page()
    texts = [path.read_text(encoding="utf-8") for path in (site_dir / "assets" / "stylesheets").glob("*.min.css")]
    found: list[str] = page.evaluate(PROPERTIES, texts)
    page.close()
    assert {"display", "color", "margin-left"} <= {*found}
    return found


def look(page: Page, keys: list[str]) -> None:
    """Note what is seen on a phone in light, and on a wide screen in dark: a rule is for a width or for colours."""
    for (scheme, theirs), size in zip(SCHEMES.items(), SIZES, strict=True):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", theirs)
        assert page.evaluate(LOOK, [f"{size['width']} {scheme}", keys]) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_sight_changes_when_the_whole_sheet_comes(
    page: Page, root: Path, properties: list[str], kind: str
) -> None:
    held: list[Route] = []
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.route("**/stylesheets/*.min.css", lambda route: held.append(route))  # noqa: PLW0108 - a built-in is refused
    visit_with(page, sample(root, "low-cost-airline"), KINDS[kind])
    page.evaluate(UNFOLD_ONE_OF_EACH)
    complete(page)
    look(page, properties)
    page.unroute("**/stylesheets/*.min.css")
    for route in held:
        route.continue_()
    page.evaluate(WHOLE)
    assert page.locator("link[data-late]").count() == 2
    look(page, properties)
    assert page.evaluate(CHANGES) == []
