"""The result page with a response in it, and what a visitor does there."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, Route
from visitor import Json, complete, settled, visit_with

SAMPLES = Path(__file__).resolve().parents[3] / "assessment" / "samples"

ENTRIES = """() => [...document.querySelectorAll('[data-part=plan] [data-wave]')].map(entry => {
  const said = (selector) => [...entry.querySelectorAll(selector)].map(each => each.innerText.trim());
  return {
    id: entry.id,
    terms: said('dl dt'),
    facts: said('dl dd'),
    because: said('.pp-because').join(' '),
    rank: said('[data-key^=rank-]').join(' '),
    links: [...entry.querySelectorAll('a')].map(each => [each.innerText.trim(), each.getAttribute('href')]),
  };
})"""


def sample(name: str, **fields: Any) -> Json:
    """The sample response, with these fields in place of its own."""
    return dict(json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))) | fields


def rich(**fields: Any) -> Json:
    """A response with unknown answers, bases and a snapshot: every mark of every chart is there."""
    before = sample("garden-centres", taken="2026-05-01T10:00:00Z")
    response = sample("low-cost-airline", snapshots=[before], **fields)
    for place, id_ in enumerate(response["answers"]):
        if place % 5 == 0:
            response["answers"][id_] = {"value": "unknown"}
        elif place % 2 == 0:
            response["answers"][id_]["basis"] = "seen"
    return response


def every(bank: Json, value: object, **fields: Any) -> Json:
    """A response that gives one answer to every question."""
    answers = {practice["id"]: {"value": value} for practice in bank["practices"]}
    return sample("e-bike-motors", answers=answers, label="", **fields)


def see_result(page: Page, response: Json) -> Page:
    """The result page, showing this response."""
    return visit_with(page, response, "results/")


def allow_not_applicable(page: Page) -> None:
    """Give this browser a bank in which any question may be left out."""

    def answer(route: Route) -> None:
        data = route.fetch().json()
        for practice in data["practices"]:
            practice["naReason"] = practice.get("naReason") or "It does not apply."
        route.fulfill(json=data)

    page.context.route("**/outline.json", answer)
    page.context.route("**/bank.json", answer)


def key(page: Page, name: str) -> Locator:
    """The control with this key, which stays the same when the page is redrawn."""
    return page.locator(f'[data-key="{name}"]')


def plan(page: Page) -> list[str]:
    """Ids of the plays in the plan, in order."""
    ids = page.locator("[data-part=plan] [data-wave]").evaluate_all("items => items.map(item => item.id)")
    return [str(each).removeprefix("plan-") for each in ids]


def entries(page: Page) -> dict[str, Json]:
    """What each play of the plan says once all its folds are open, in order."""
    for _ in range(2):  # an entry holds a fold of its own
        page.evaluate(
            "() => document.querySelectorAll('[data-part=plan] details').forEach(each => { each.open = true; })"
        )
        complete(page)
    return {str(each["id"]).removeprefix("plan-"): each for each in page.evaluate(ENTRIES)}


def waves(page: Page) -> dict[str, str]:
    """The wave of each play in the plan."""
    pairs = page.locator("[data-part=plan] [data-wave]").evaluate_all(
        "items => items.map(item => [item.id, item.dataset.wave])"
    )
    return {str(each).removeprefix("plan-"): str(wave) for each, wave in pairs}


def unfold(page: Page, name: str) -> None:
    """Open the fold with this key."""
    fold = key(page, name)
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()
        complete(page)


def told(page: Page) -> str:
    """Return what the page last announced to screen readers."""
    return page.locator("[data-moved]").inner_text()


def focused_key(page: Page) -> str | None:
    """The key of what has the focus; for a fold, that of the fold."""
    found = page.evaluate("() => document.activeElement.closest('[data-key]')?.dataset.key ?? null")
    return None if found is None else str(found)


def choose_by_key(page: Page, name: str, value: str) -> None:
    """Choose with the focus on the field, as people do."""
    key(page, name).focus()
    key(page, name).select_option(value)


def start_trying(page: Page) -> None:
    """Open the sandbox."""
    page.get_by_role("button", name="Try something out").click()


def reload(page: Page) -> Page:
    """Return the page, reloaded and ready."""
    page.reload()
    return settled(page)
