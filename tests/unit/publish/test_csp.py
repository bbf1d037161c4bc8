"""The policy of a page: what runs is named by hash, and nothing else is let in."""

import pytest

from pushpull.publish.csp import policy, with_policy

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def test_an_inline_script_is_named_by_its_hash() -> None:
    # printf 'let a = 1' | openssl dgst -sha256 -binary | base64
    assert "'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='" in policy(PAGE.format("<script>let a = 1</script>"))


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
    ],
)
def test_what_does_not_run_inline_needs_no_hash(script: str) -> None:
    assert "script-src 'self';" in policy(PAGE.format(script))


def test_two_inline_scripts_are_both_named_and_the_same_one_once() -> None:
    html = PAGE.format("<script>a()</script><script>b()</script><script>a()</script>")
    assert policy(html).count("'sha256-") == 2


def test_a_script_goes_on_to_its_end_whatever_tags_its_text_has() -> None:
    page = PAGE.format('<script>if (a < b) c("<p></p>");\nd()</script><p></p>')
    assert "'sha256-4YWWaKOzKZ9WL1THZPDWQULhkx6QhGC4vo/61HVom7M='" in policy(page)


def test_nothing_unsafe_and_no_other_host_is_let_in() -> None:
    found = policy(PAGE.format("<script>a()</script>"))
    assert found.startswith("default-src 'none'; ")
    assert not any(word in found for word in ("unsafe-", "*", "http:", "https:"))


def test_the_policy_comes_before_anything_it_governs() -> None:
    html = with_policy(PAGE.format("<script>a()</script>"))
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><body></body></html>")


@pytest.mark.parametrize("script", ["<script>a()", "<SCRIPT>a()</SCRIPT>", "<script>a()</script ><script"])
def test_a_page_with_a_script_that_would_be_blocked_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="named by hash"):
        with_policy(PAGE.format(script))
