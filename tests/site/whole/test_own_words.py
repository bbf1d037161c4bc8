"""A bank that says everything in its own words: every section of words.yml is replaced, and nothing of ours is left.

Each text is its place in words.yml with the gaps behind it, as in «review.of {answered} {of}».
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from banks import MORE, SMALL
from playwright.sync_api import Page, expect
from projects import SMALL_DOCS, build, settings
from visitor import choose, complete, settled, visit

from pushpull.words import GAP, site_words
from site_server import serve

MARK = re.compile(r"«(\w+)\.")
LONG = 16  # letters from which a text of ours stands nowhere by chance


def marked(section: str, key: str, text: str | list[str]) -> str | list[str]:
    if isinstance(text, list):
        return [str(marked(section, key, form)) for form in text]
    gaps = "".join(f" {{{gap}}}" for gap in dict.fromkeys(GAP.findall(text)))
    return f"«{section}.{key}{gaps}»"


OWN = {
    section: {key: marked(section, key, text) for key, text in texts.items()} for section, texts in site_words().items()
}
OURS = sorted(
    text
    for texts in site_words().values()
    for entry in texts.values()
    for form in ([entry] if isinstance(entry, str) else entry)
    for text in GAP.split(form)
    if len(text) >= LONG
)


TERMS = [{"id": "loan", "term": "loan", "means": "A tool gone out.", "also": ["lending out"]}]
ENDED = [{"id": "rota", "since": "1.0.0", "why": "Nobody used it."}]
INSERTS = ("doors", "map", "quadrants", "constants", "worked-examples", "picture-loop", "rules-house-style")


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small bank in words of its own."""
    folder = tmp_path_factory.mktemp("own")
    bank = shutil.copytree(SMALL, folder / "bank")
    own = {"words.yml": {"words": OWN}, "glossary.yml": {"terms": TERMS}, "retired.yml": {"plays": ENDED}}
    for name, entry in (own | MORE).items():
        (bank / name).parent.mkdir(exist_ok=True)
        (bank / name).write_text(json.dumps(entry), encoding="utf-8")  # JSON is YAML too
    docs = shutil.copytree(SMALL_DOCS, folder / "docs")
    (docs / "assets" / "social").mkdir(parents=True, exist_ok=True)
    (docs / "assets" / "social" / "front.png").write_bytes(b"")
    (docs / "about" / "how.md").write_text("".join(f"<!-- insert: {name} -->\n" for name in INSERTS), encoding="utf-8")
    config = settings(folder, bank=bank, docs=docs)
    loose = {"nav": {"omitted_files": "ignore"}}  # the menu is that of the small bank
    more = {"validation": loose, "site_url": "https://own.example/"}  # without an address there is no llms.txt
    config.write_text(json.dumps(json.loads(config.read_text(encoding="utf-8")) | more))
    run = build(config, folder / "site")
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def own_url(own_site: Path) -> Iterator[str]:
    with serve(own_site, "/") as url:
        yield url


def published(site: Path) -> dict[str, str]:
    """The text of each page, script and file of words."""
    paths = [
        path
        for path in site.rglob("*")
        if path.suffix in (".html", ".mjs", ".json", ".txt") and not {"search", "schema"} & {*path.parts}
    ]
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_every_section_is_on_the_site_in_the_bank_s_words(own_site: Path) -> None:
    whole = "".join(published(own_site).values())
    whole = whole.replace("\\u00ab", "«")  # as JSON within a page has it
    elsewhere = {"faults", "step"}  # said to an author while writing, and where a step has no play
    assert set(site_words()) - elsewhere == set(MARK.findall(whole))


def test_no_text_of_ours_is_left_on_the_site(own_site: Path) -> None:
    texts = published(own_site)
    assert [(uri, text) for uri, whole in texts.items() for text in OURS if text in whole] == []


def seen(page: Page) -> str:
    """All that the page shows, says to a screen reader or holds folded, as it is now."""
    return str(
        page.evaluate(
            """() => {
              const names = ['aria-label', 'title', 'placeholder', 'alt'];
              const body = document.querySelector('.md-content');
              const elements = [...body.querySelectorAll('*')].filter(each => !each.matches('script, style'));
              const texts = elements.flatMap(each => [
                ...[...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
                ...names.map(name => each.getAttribute(name) ?? ''),
              ]);
              return texts.join('\\n');
            }"""
        )
    )


def test_forms_review_and_device_speak_in_the_bank_s_words(page: Page, own_url: str) -> None:
    visit(page, f"{own_url}assessment/lending/")
    choose(page, "loan-book", 1)
    expect(page.locator("[data-saved]")).to_have_text("«common.saved»")
    shown = seen(page)
    for path in ("assessment/", "assessment/review/", "assessment/keep/", "print/", "404.html"):
        page.goto(f"{own_url}{path}")
        shown += seen(settled(page))
    expected = {"page", "question", "questionnaire", "questions_page", "task_list", "task_list_page", "review"}
    expected |= {"review_page", "device", "device_page", "open_file_page", "paper", "not_found"}
    assert expected <= set(MARK.findall(shown))
    assert [text for text in OURS if text in shown] == []


def test_a_result_and_its_tools_speak_in_the_bank_s_words(page: Page, own_url: str) -> None:
    visit(page, f"{own_url}assessment/lending/")
    for practice in ("loan-book", "opening-times", "reminders"):
        choose(page, practice, 1)
    visit(page, f"{own_url}results/")
    for fold in page.locator("[data-desk] > summary").all():
        fold.click()
    page.locator("[data-part=sums] summary").click()
    shown = seen(complete(page))
    assert {"results", "results_page", "tools"} <= set(MARK.findall(shown))
    assert [text for text in OURS if text in shown] == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="«tools.as_md»").click()
    report = saved.value.path().read_text(encoding="utf-8")
    assert {"exports"} == set(MARK.findall(report))


def test_a_file_that_cannot_be_read_is_refused_in_the_bank_s_words(page: Page, own_url: str, tmp_path: Path) -> None:
    visit(page, f"{own_url}assessment/")
    (tmp_path / "odd.json").write_text(json.dumps({"format": "other"}), encoding="utf-8")
    page.locator("[data-file]").set_input_files(tmp_path / "odd.json")
    expect(page.locator("[data-opened]")).to_have_text("«problems.other-format» «open_file.untouched»")
