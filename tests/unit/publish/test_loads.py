"""What a page loads: what its front matter asks for, wherever the generator and its theme put all there is."""

import re
from dataclasses import replace
from typing import Any

import pytest

from pushpull.publish.page.head import Head
from pushpull.publish.page.loads import with_loads
from pushpull.publish.unread import unread
from pushpull.words import site_words

HEAD = Head("assets/app-1", {"app.css", "form.css", "reading.css"}, {}, "critical.css", "early()", offline=True)
THEIRS = '<link rel="stylesheet" href="../assets/stylesheets/main.css">'
OURS = '<link rel="stylesheet" href="../assets/app/app.css"><link rel="stylesheet" href="../assets/app/form.css">'
HOST = '<link rel="stylesheet" href="../assets/host.css">'
PAGE = (
    f"<head><title>A</title>{{}}{OURS}{HOST}</head><body>{{}}"
    '<script id="__config" type="application/json">{{"search": "../assets/javascripts/workers/search.js"}}</script>'
    '<script src="../assets/javascripts/bundle.js"></script>'
    '<script src="../assets/app/main.mjs" type="module"></script>'
    "</body>"
)
HEADER = '<header class="md-header"><form name="search"></form><div class="md-search-result__meta"></div></header>'
MATERIAL = PAGE.format(THEIRS, HEADER)
OTHER = f'<head><title>A</title><link href="../css/base.css" rel="stylesheet">{OURS}{HOST}</head><body></body>'


def loads(html: str, head: Head = HEAD, **meta: Any) -> list[str]:
    """The style sheets and scripts of a finished page, in their order; what the noscript repeats is left out."""
    made = re.sub(r"<noscript>.*?</noscript>", "", with_loads(html, "a/", meta, head, site_words()))
    tags = re.findall(r'<(?:link[^>]*rel="stylesheet"|script)[^>]*>', made)
    return [found[1] for tag in tags if (found := re.search(r'(?:href|src)="\.\./([^"]*)"', tag))]


def test_ours_stand_between_the_theme_s_and_the_host_s() -> None:
    ours = ["assets/app-1/app.css", "assets/app-1/form.css", "assets/host.css"]
    scripts = ["assets/app-1/main.mjs", "assets/javascripts/bundle.js"]
    assert ["critical.css", "assets/stylesheets/main.css", *ours, *scripts] == loads(MATERIAL, styles=["form"])
    assert ["css/base.css", *ours, "assets/app-1/main.mjs"] == loads(OTHER, styles=["form"])


def test_links_made_for_one_page_are_not_those_of_a_deeper_one_or_one_that_asks_for_less() -> None:
    deeper = with_loads(MATERIAL.replace("../", "../../"), "a/b/", {"styles": ["form"]}, HEAD, site_words())
    assert '<link rel="stylesheet" href="../../assets/app-1/form.css">' in deeper
    assert "assets/app-1/form.css" in loads(MATERIAL, styles=["form"])
    assert "assets/app-1/form.css" not in loads(MATERIAL, styles=[])


def test_while_an_author_watches_the_theme_s_sheet_comes_at_once() -> None:
    served = replace(HEAD, folder="assets/app", critical=None, offline=False)
    assert loads(MATERIAL, served)[:3] == [
        "assets/stylesheets/main.css",
        "assets/app/app.css",
        "assets/app/reading.css",
    ]


def test_a_page_within_another_runs_none_of_the_theme_s_scripts() -> None:
    assert loads(MATERIAL, embedded=True)[-1] == "assets/app-1/main.mjs"


@pytest.mark.parametrize("searches", [True, False])
def test_our_search_stands_before_material_s_alone(searches: bool) -> None:  # noqa: FBT001 a case of the table
    made = with_loads(MATERIAL, "a/", {}, replace(HEAD, searches=searches), site_words())
    assert searches == ('"search": "../assets/app-1/search-worker.js?search.js"' in made)
    assert searches == ('<div class="md-search-result__meta" role="status" data-no-search="Search could not' in made)
    assert searches == ('name="search"' not in made)


def test_an_address_without_a_host_is_not_named_as_the_page_s_own() -> None:
    html = MATERIAL.replace("<title>", '<link rel="canonical" href="/a/"><title>')
    assert "canonical" not in with_loads(html, "a/", {}, HEAD, site_words())


def test_the_page_shown_without_network_has_addresses_that_hold_anywhere() -> None:
    html = '<script>b=new URL("/x/",location)</script><a href="/x/y/"></a><div class="pp-nowhere">Not here</div>'
    made = str(unread(html, "https://site.example/x/", site_words()))
    assert made.startswith('<script>b=new URL("./",location)</script><a href="./y/"></a><h1>You are offline</h1>')
    assert unread("<p>Not ours</p>", "", site_words()) is None


def test_a_page_that_names_our_files_without_quotes_is_refused() -> None:
    with pytest.raises(ValueError, match="in double quotes, but found <script src="):
        loads(MATERIAL.replace("</body>", "<script src=../assets/app/main.mjs></script></body>"))
