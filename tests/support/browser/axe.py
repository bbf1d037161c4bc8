"""Runs axe-core, kept in tests/vendor, on a page."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, ViewportSize, expect

SCRIPT = Path(__file__).resolve().parents[2] / "vendor" / "axe.min.js"
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 360, "height": 740}
CONTENT = "main article"  # of a page whose frame is looked at in another state of it
OF_COLOURS = ("color-contrast", "link-in-text-block")
IN_SIGHT = """each => {
  const { width, height, left, right } = each.getBoundingClientRect();
  const shown = each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return shown && width > 0 && height > 0 && right > 0 && left < innerWidth;
}"""
SEEN = f"() => {{ window.seen = new Set([...document.querySelectorAll('body *')].filter({IN_SIGHT})); }}"
WIDE_ALONE = f"""() => {{
  const fresh = [...document.querySelectorAll('body *')].filter({IN_SIGHT}).filter(each => !window.seen.has(each));
  const all = new Set(fresh);
  for (const each of fresh) each.toggleAttribute('data-wide-alone', !all.has(each.parentElement));
  return fresh.length;
}}"""
AT_REST = "() => Promise.all(document.getAnimations().map(each => each.finished)).then(() => true)"


def violations(page: Page, *, only: tuple[str, ...] = (), within: str | None = None) -> list[str]:
    """Return what axe finds wrong on the page now, one line for each element.

    All rules run, the best practices too, unless `only` names those that can have another outcome than before.
    `within` is a selector of what a test has opened, where the rest of the page is looked at by another test.
    """
    session = page.context.new_cdp_session(page)
    try:
        # The debugger may evaluate where the page's security policy forbids it to scripts.
        if evaluate(session, "typeof axe") == "undefined":
            evaluate(session, source())
        # What it would fetch beforehand is for rules about sound, of which there is none.
        options = {"resultTypes": ["violations"], "preload": False} | ({"runOnly": only} if only else {})
        place = f"document.querySelectorAll({json.dumps(within)})" if within else "document"
        run = f"axe.run({place}, {json.dumps(options)})"
        found = evaluate(session, f"{run}.then(result => JSON.stringify(result.violations))")
    finally:
        session.detach()
    return [line for violation in json.loads(found) for line in lines(violation)]


def violations_in_every_look(page: Page, within: str | None = None) -> list[str]:
    """What axe finds wrong on the page at two widths, in light and in dark, each line with the look it is of.

    All rules run where it is wide and light, and where it is narrow and dark; those about colours where it is wide and
    dark too, on what is in sight there alone. What a test has opened is the same at both, and is looked at twice.
    """
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    found = in_look(page, "default", within=within)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    found += in_look(page, "slate", within=within)
    if within:
        return found
    page.evaluate(SEEN)
    page.set_viewport_size(WIDE)
    if page.evaluate(WIDE_ALONE):
        found += in_look(page, "slate", only=OF_COLOURS, within="[data-wide-alone]")
    return found


def in_look(page: Page, scheme: str, only: tuple[str, ...] = (), within: str | None = None) -> list[str]:
    """What axe finds once the theme has put on this scheme of colours and everything has come to rest."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.evaluate(AT_REST)
    width = page.viewport_size["width"] if page.viewport_size else "own"
    return [f"{width} {scheme}: {fault}" for fault in violations(page, only=only, within=within)]


def evaluate(session: CDPSession, script: str) -> Any:
    """The value of the script, once its promise has settled."""
    answer = session.send("Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
    if "exceptionDetails" in answer:
        raise RuntimeError(f"axe did not run: {answer['exceptionDetails']}")
    return answer["result"].get("value")


def lines(violation: dict[str, Any]) -> list[str]:
    """The rule, its impact, the element and the reason, for each element that breaks the rule."""
    head = f"{violation['id']} ({violation['impact']})"
    return [
        f"{head} {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
        for node in violation["nodes"]
    ]


@cache
def source() -> str:
    """The text of axe-core, ending without a value that would have to be sent back."""
    return SCRIPT.read_text(encoding="utf-8") + "\n;undefined"
