from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from site_server import serve


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "404.html").write_text("our own page")
    (tmp_path / "main.mjs").touch()
    (tmp_path / "bank.json").touch()
    (tmp_path / "results").mkdir()
    with serve(tmp_path, "/some/where/") as address:
        yield address


def test_every_answer_says_how_long_it_may_be_kept(tmp_path: Path) -> None:
    (tmp_path / "main.mjs").touch()
    with serve(tmp_path, kept=600) as address:
        answers = [get(urljoin(address, path))[0] for path in ("main.mjs", "no-such-page/")]
    assert [(200, "max-age=600"), (404, "max-age=600")] == [
        (each.status, each.headers["Cache-Control"]) for each in answers
    ]


def get(address: str) -> tuple[HTTPResponse, bytes]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("name", "kind"), [("main.mjs", "text/javascript; charset=utf-8"), ("bank.json", "application/json")]
)
def test_files_have_the_type_browsers_insist_on(url: str, name: str, kind: str) -> None:
    assert kind == get(urljoin(url, name))[0].headers["Content-Type"]


@pytest.mark.parametrize("path", ["nothing-here/", "results/"])
def test_a_path_without_a_page_gives_the_sites_own_404_page(url: str, path: str) -> None:
    response, body = get(urljoin(url, path))
    assert (404, b"our own page") == (response.status, body)


def test_nothing_is_served_outside_the_sub_path(url: str) -> None:
    assert get(urljoin(url, "/bank.json"))[0].status == 404
