"""The headers file: safety on every path, long caching only for what its content names; and the same on any host."""

import pytest

from pushpull.publish.response_headers import ALWAYS, NOBODY, UNCHANGING, framers, headers_file
from try_hosting import file_for, framed_by


def rules(text: str) -> dict[str, dict[str, str]]:
    """The file as hosts read it: a path at the margin, its headers indented below."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        elif line:
            path = line
            found[path] = {}
    return found


def test_every_path_is_safe() -> None:
    always = rules(headers_file("assets/app-1"))["/*"]
    assert always["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert always["X-Content-Type-Options"] == "nosniff"
    assert always["Referrer-Policy"] == "no-referrer"
    assert "geolocation=()" in always["Permissions-Policy"]


def test_only_what_its_content_names_is_kept_for_long() -> None:
    kept = {path for path, headers in rules(headers_file("assets/app-1")).items() if "Cache-Control" in headers}
    assert kept == {"/assets/app-1/*", "/assets/stylesheets/*", "/assets/javascripts/*"}


@pytest.mark.parametrize("language", ["nginx", "caddyfile"])
def test_the_files_on_the_page_for_hosts_send_the_same(language: str) -> None:
    block = file_for(language)
    assert {name for name, value in ALWAYS.items() if name in block and f'"{value}"' in block} == set(ALWAYS)
    assert UNCHANGING in block


@pytest.mark.parametrize("language", ["nginx", "caddyfile"])
def test_those_files_have_one_line_for_who_may_frame_and_it_is_for_the_embedded_form(language: str) -> None:
    lines = file_for(language).splitlines()
    allowing = framed_by(file_for(language)).splitlines()
    changed = [new for old, new in zip(lines, allowing, strict=True) if old != new]
    assert len(changed) == 1
    assert "embed" in changed[0].partition('"frame-ancestors https://example.org"')[0]
    assert sum("frame-ancestors 'none'" in line for line in allowing) == 1


def test_only_the_embedded_form_may_be_framed_and_only_by_whom_the_host_names() -> None:
    places = ["404.html", "assessment/*", "embed/*", "results/*"]
    found = rules(headers_file("assets/app-1", "https://example.org", places))
    framed = {
        path: headers["Content-Security-Policy"]
        for path, headers in found.items()
        if "Content-Security-Policy" in headers
    }
    forbidden = dict.fromkeys(("/", "/404.html", "/assessment/*", "/results/*"), "frame-ancestors 'none'")
    assert framed == forbidden | {"/embed/*": "frame-ancestors https://example.org"}
    assert headers_file("assets/app-1", NOBODY, places) == headers_file("assets/app-1")


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (None, NOBODY),
        ("https://example.org", "https://example.org"),
        ("'self'  https://*.example.org:8443", "'self' https://*.example.org:8443"),
        ("*", "*"),
        ("example.org", ""),
        ("https://example.org; script-src *", ""),
        ("https://example.org\nX-Other: 1", ""),
        (True, ""),
    ],
)
def test_the_setting_names_sites_and_nothing_else(setting: object, said: str) -> None:
    found, wrong = framers(setting)
    assert (said or NOBODY, not said) == (found, "extra.embed must be" in wrong)
