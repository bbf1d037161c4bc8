"""What a facilitator and the people invited do in a round; for tests in a browser."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect
from visitor import settled, visit

from site_server import SUB_PATH

Json = dict[str, Any]


def begin(page: Page, name: str = "Shop", *, form: str = "full", **wanted: Any) -> str:
    """Begin a round on the facilitator's page; return the link of the invitation."""
    visit(page, "team/")
    page.get_by_label("Name of the group").fill(name)
    page.locator(f"input[name=form][value={form}]").check()
    if wanted.get("mode"):
        page.get_by_role("radio", name=re.compile(wanted["mode"])).check()
    if wanted.get("roles"):
        page.get_by_label(re.compile("Ask for each person's part")).check()
    if wanted.get("expected"):
        page.get_by_label("How many people").fill(str(wanted["expected"]))
    page.get_by_role("button", name="Begin and get the link").click()
    field = page.get_by_label("Link", exact=True)
    expect(field).to_have_value(re.compile("#i="))
    return field.input_value()


def invited(context: BrowserContext, link: str, response: Mapping[str, Any]) -> Page:
    """The page of an invitation, in a browser that holds these answers."""
    page = context.new_page()
    item = json.dumps([f"push-to-pull:{SUB_PATH}:{response['bank']['id']}", json.dumps(response)])
    page.add_init_script(f"localStorage.getItem({item.split(', ', 1)[0][1:]}) ?? localStorage.setItem(...{item})")
    page.goto(link)
    return settled(page)


def sealed(page: Page, role: str | None = None) -> str:
    """Hand in: return the link that the page of the invitation makes."""
    if role is not None:
        page.get_by_label("Your part in it").select_option(role)
    page.get_by_role("button", name="Seal my answers").click()
    field = page.get_by_label("Link to hand in")
    expect(field).to_have_value(re.compile("#c=ptp1t"))
    return field.input_value()


def paste(page: Page, text: str) -> str:
    """Take in a text on the facilitator's page; return what it says of it."""
    box = page.get_by_label("Paste codes, links, a whole chat or mailbox")
    box.fill(text)
    page.get_by_role("button", name="Take them in").click()
    expect(box).to_have_value("")
    return page.locator("[data-report]").inner_text()


def reveal(page: Page) -> None:
    """Have the answers shown."""
    page.get_by_role("button", name="Show the answers").click()
    expect(page.locator("[data-question]").first).to_be_attached()


def shown(page: Page, people: Sequence[Mapping[str, Any]], **wanted: Any) -> None:
    """Begin a round, take in these people's saved answers, and have them shown."""
    begin(page, **wanted)
    files = [
        {"name": f"{number}.json", "mimeType": "application/json", "buffer": json.dumps(each).encode()}
        for number, each in enumerate(people)
    ]
    page.get_by_label("Or choose files").set_input_files(files)  # type: ignore[arg-type] # a list of payloads
    expect(page.locator("[data-counter]")).to_contain_text(str(len(people)))
    reveal(page)
