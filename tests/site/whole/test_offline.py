"""Working without network: the form, the result and pages once read; a new build; and switching it off."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from bench.pages import kept_at_first
from pushpull.publish.service_worker import UNREAD, worker
from site_server import serve

KEPT = """async () => {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await caches.match(location.href)) return;
    await new Promise(requestAnimationFrame);
  }
  throw new Error('this page is not kept');
}"""
# Whether something is left after as many frames as the browser draws in a quarter of a minute.
LEFT = """async () => {
  for (let frame = 0; frame < 900 && await left(); frame += 1) await new Promise(requestAnimationFrame);
  return left();
}"""
STORES = LEFT.replace("left()", "caches.keys().then((names) => names.length)")
WORKERS = LEFT.replace("left()", "navigator.serviceWorker.getRegistrations().then((found) => found.length)")
READY = "navigator.serviceWorker.ready.then(() => true)"


def answer(page: Page) -> Locator:
    """The first answer of the first question."""
    return page.locator(".pp-answers input").first


@pytest.fixture
def copied(site_dir: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site that a test may change, and its address; browsers keep all for a while, as on GitHub Pages."""
    folder = tmp_path / "site"
    shutil.copytree(site_dir, folder)
    with serve(folder, kept=600) as url:
        yield folder, url


@pytest.fixture
def reader(browser: Browser, copied: tuple[Path, str]) -> Iterator[Page]:
    """A browser in which the worker is allowed, on the front page, with the worker in charge."""
    context = browser.new_context(base_url=copied[1], service_workers="allow")
    page = context.new_page()
    page.goto("")
    assert page.evaluate(READY)
    page.reload()
    yield page
    context.close()


def search(page: Page) -> None:
    """Find something by the search, and close it."""
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("newsletter")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")


def test_the_form_and_the_result_work_without_network_after_one_visit(reader: Page) -> None:
    reader.context.set_offline(True)
    reader.goto("assessment/quick/")
    answer(reader).check()
    expect(reader.locator("[data-saved]")).to_contain_text("Saved")
    reader.goto("results/")
    expect(reader.locator("[data-part=headline]")).not_to_be_empty()


def test_a_page_once_read_is_there_without_network_and_another_says_so(reader: Page) -> None:
    reader.goto("playbook/")
    heading = reader.locator("h1").inner_text()
    search(reader)  # it needs the network once
    reader.context.set_offline(True)
    reader.goto("playbook/")
    expect(reader.locator("h1")).to_have_text(heading)
    reader.goto("method/sources/")
    expect(reader.locator("h1")).to_have_text("You are offline")
    expect(reader.locator("h1")).to_have_css("font-weight", "600")  # as our style sheet says
    search(reader)
    reader.get_by_role("link", name="Your result").click()
    expect(reader.locator("h1")).to_contain_text("result")


def test_one_visit_keeps_at_most_200_kilobytes(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    kept = kept_at_first(context, site_url)
    assert kept.bytes_by_kind.total() <= 200_000
    assert kept.bytes_by_kind["fonts and images"] < 1_000  # the logo, drawn in text
    context.close()


def test_an_unread_page_says_so_where_the_host_redirects_the_page_that_does(
    browser: Browser, copied: tuple[Path, str]
) -> None:
    page = copied[0] / UNREAD
    text = page.read_text(encoding="utf-8")
    page.unlink()
    page.mkdir()
    (page / "index.html").write_text(text, encoding="utf-8")
    context = browser.new_context(base_url=copied[1], service_workers="allow")
    reader = context.new_page()
    reader.goto("")
    assert reader.evaluate(READY)
    reader.reload()
    context.set_offline(True)
    reader.goto("method/sources/")
    expect(reader.locator("h1")).to_have_text("You are offline")
    context.close()


def test_the_page_of_the_first_visit_is_there_without_network(browser: Browser, copied: tuple[Path, str]) -> None:
    context = browser.new_context(base_url=copied[1], service_workers="allow")
    page = context.new_page()
    page.goto("method/sources/")
    heading = page.locator("h1").inner_text()
    page.evaluate(KEPT)
    context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text(heading)
    context.close()


def new_build(folder: Path) -> None:
    worker = folder / "sw.js"
    text = worker.read_text(encoding="utf-8")
    worker.write_text(re.sub(r'"build": "\w+"', '"build": "another"', text), encoding="utf-8")


def test_a_new_build_is_offered_and_taken_without_losing_answers(reader: Page, copied: tuple[Path, str]) -> None:
    reader.goto("assessment/quick/")
    answer(reader).check()
    new_build(copied[0])
    reader.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    notice = reader.locator("[data-new-build]")
    expect(notice).to_contain_text("Your answers stay")
    with reader.expect_navigation():
        notice.get_by_role("button").click()
    expect(answer(reader)).to_be_checked()
    names = reader.evaluate("caches.keys()")
    assert [name for name in names if "core" in name] == [name for name in names if name.endswith("core another")]


def rename_scripts(folder: Path) -> None:
    """Make a new build with the same pages, whose scripts and styles are in a folder of another name."""
    [old] = (folder / "assets").glob("app-*")
    for path in [folder / "sw.js", *folder.rglob("*.html")]:
        text = path.read_text(encoding="utf-8").replace(old.name, "app-00000000")
        path.write_text(text.replace("<h1", '<h1 class="another-build"'), encoding="utf-8")
    old.rename(old.with_name("app-00000000"))
    new_build(folder)


def take_over(reader: Page) -> None:
    """Update the worker and accept the new build."""
    reader.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    with reader.expect_navigation():
        reader.locator("[data-new-build]").get_by_role("button").click()


def test_a_page_of_the_build_before_is_not_shown_again_where_hosts_let_it_be_kept(
    reader: Page, copied: tuple[Path, str]
) -> None:
    reader.goto("method/sources/")
    reader.goto("method/")
    rename_scripts(copied[0])
    take_over(reader)
    reader.goto("method/sources/")
    expect(reader.locator("h1")).to_have_class("another-build")


def test_a_page_still_open_has_its_scripts_when_another_takes_the_new_build(
    reader: Page, copied: tuple[Path, str]
) -> None:
    other = reader.context.new_page()
    other.goto("results/")
    wanted = "path => fetch(path, { cache: 'reload' }).then(({ status }) => status)"
    [old] = (copied[0] / "assets").glob("app-*")
    rename_scripts(copied[0])
    take_over(reader)
    assert other.evaluate(wanted, f"../assets/{old.name}/app.css") == 200
    assert other.evaluate(wanted, "../assets/app-00000000/app.css") == 200


def test_switched_off_the_worker_and_its_stores_go(reader: Page, copied: tuple[Path, str]) -> None:
    for path in copied[0].rglob("*.html"):
        page = re.sub('<meta name="push-to-pull:offline"[^>]*>', "", path.read_text(encoding="utf-8"))
        path.write_text(page, encoding="utf-8")
    (copied[0] / "sw.js").write_text(worker(copied[0], on=False), encoding="utf-8")
    reader.goto("method/")
    assert (0, 0) == (reader.evaluate(STORES), reader.evaluate(WORKERS))
    # A page of the build before, kept by the browser or open in another tab, calls the worker back.
    reader.evaluate("navigator.serviceWorker.register('../sw.js', { scope: '../' }).then(() => true)")
    reader.goto("method/sources/")
    assert reader.evaluate(WORKERS) == 0


def test_no_worker_is_made_where_the_browser_forbids_it(browser: Browser, site_url: str) -> None:
    context: BrowserContext = browser.new_context(base_url=site_url, service_workers="block")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("")
    page.wait_for_load_state("networkidle")
    assert errors == []
    context.close()
