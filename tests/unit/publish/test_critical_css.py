"""Which rules pages are painted with at first: all that can match where no script of another hand has run."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pushpull.publish.critical_css import PLACE, critical, names_in_pages, names_in_scripts, put_in_place

NAMES = frozenset({"a", "p", "ul", "menu", "open", "id1", "hidden", "dir", "ltr", "data-step"})


@pytest.mark.parametrize(
    "css",
    [
        "a{color:red;}",
        "*,:after,:before{margin:0;}",
        ".menu>a:hover{color:red;}",
        "a:not(.gone):focus-visible{color:red;}",
        "#id1 [hidden]{color:red;}",
        '[dir=ltr] [data-step="7"] p{color:red;}',
        ":is(.gone,.menu) a{color:red;}",
        'a:nth-child(2)::before{content:"}";}',
        "@media print{a{color:red;}}",
        "@supports (display:grid){@media (forced-colors:active){.open{color:red;}}}",
        "@font-face{font-family:X;src:url(x.woff2)}",
        "@unheard-of gone{a{b:c}}",
        "a{color:red;&.gone{color:blue}}",
        ".menu,.open::-webkit-scrollbar{width:0;}",
    ],
)
def test_what_can_match_stays_as_it_is(css: str) -> None:
    assert critical(css, NAMES) == css


@pytest.mark.parametrize(
    "css",
    [
        "b{color:red}",
        ".menu .gone{color:red}",
        "#id2{color:red}",
        "[title]{color:red}",
        "[dir=rtl] a{color:red}",
        "a.gone::before,.gone::-webkit-scrollbar{color:red}",
        "@media print{b{color:red}@media screen{.gone{color:red}}}",
        "@keyframes spin{to{top:0}}",
        ":root{--unused:1;--chain:var(--unused)}",
        "/* nothing */",
    ],
)
def test_what_can_match_nothing_goes(css: str) -> None:
    assert critical(css, NAMES | {"root"}) == ""


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".gone,a,b p{top:0;}", "a{top:0;}"),
        # A browser that does not know one selector drops the rule: it must not come to life without that one.
        (".gone::-moz-x,a{top:0;}", ".gone::-moz-x,a{top:0;}"),
        ("a{animation:1s spin;}@keyframes spin{to{top:0}}", "a{animation:1s spin;}@keyframes spin{to{top:0}}"),
        (":root{--a:var(--b);--b:1;--c:2;}a{top:var(--a);}", ":root{--a:var(--b);--b:1;}a{top:var(--a);}"),
        ("p{--a:1;}.gone{top:var(--a);}", ""),
        (".x{}a{top:0;}.y{}p{top:1px;}a{top:2px;}", "a{top:0;}p{top:1px;}a{top:2px;}"),
    ],
)
def test_what_is_left_keeps_its_order(css: str, left: str) -> None:
    assert critical(css, NAMES) == left


def test_a_variable_that_another_sheet_uses_stays() -> None:
    assert critical(":root{--a:1;--b:2;}", NAMES, {"--a"}) == ":root{--a:1;}"


RULES = [f"{'.'.join(['', *names])}{{top:{n}px;}}" for n, names in enumerate(["a", "ab", "b", "bc", "c", "abc", "d"])]


@given(st.frozensets(st.sampled_from("abcd")), st.frozensets(st.sampled_from("abcd")))
def test_more_names_keep_more_rules_and_never_another_order(names: frozenset[str], more: frozenset[str]) -> None:
    some, all_of_them = (critical("".join(RULES), found).split("}") for found in (names, names | more))
    kept = iter(all_of_them)
    assert all(rule in kept for rule in some)


def test_names_come_from_tags_and_inline_scripts_and_not_from_prose() -> None:
    page = """<p class="one two" id='three' data-four="a > b">video <b
 hidden>table</b><script>x.className = "js"</script>"""
    assert {"p", "one", "two", "three", "data-four", "b", "hidden", "js"} <= names_in_pages([page])
    assert not {"video", "table"} & names_in_pages([page])


def test_a_script_may_add_what_it_names_and_data_attributes_by_their_names_there() -> None:
    assert {"pp-open", "data-is-open"} <= names_in_scripts(['each.className = "pp-open"; each.dataset.isOpen = ""'])


LINK = '<link rel="stylesheet" disabled data-late href="{up}assets/stylesheets/{name}.min.css">'


def test_each_page_of_a_site_names_the_same_sheet_by_its_content(tmp_path: Path) -> None:
    files = {
        "assets/stylesheets/main.min.css": "a{color:var(--a)}b{top:0}i{top:0}u{top:0}",
        "assets/stylesheets/palette.min.css": ":root{--a:red;--b:1;--c:2}",
        "assets/app-1/app.css": "p{top:var(--b)}",
        "assets/app-1/main.mjs": 'h("i")',
        "assets/javascripts/bundle.js": 'h("u")',
    }
    pages = {
        "index.html": "".join(LINK.format(up="", name=name) for name in ("main", "palette")),
        "part/index.html": f'<html><a><link href="../{PLACE}"><script>":root"</script>',
    }
    for place, text in files.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    place = put_in_place(tmp_path, pages.values())
    [sheet] = (tmp_path / "assets" / "stylesheets").glob("critical.????????.css")
    assert sheet.read_text(encoding="utf-8") == "a{color:var(--a);}i{top:0;}:root{--a:red;--b:1;}"
    assert place == f"assets/stylesheets/{sheet.name}"


def test_a_site_whose_pages_have_the_whole_sheet_is_left_alone(tmp_path: Path) -> None:
    pages = {"index.html": '<link rel="stylesheet" href="a.css">'}
    assert put_in_place(tmp_path, pages.values()) == PLACE
    assert [*tmp_path.iterdir()] == []
