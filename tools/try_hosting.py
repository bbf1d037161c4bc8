"""Serves the site as the page for hosts says and checks what comes back; `--load` measures requests.

Needs nginx or Caddy on PATH (Debian: nginx-light, caddy), wrk for --load. A line for each claim; exit 1 if one fails.
"""

import argparse
import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright

from bench.load import load
from chromium import find_chromium, launch_args
from pushpull.publish.response_headers import ALWAYS, POLICY

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "method" / "hosting.md"
PLACE = "/a/b/"
FRAMER = "https://example.org"
MOST_TABS = 400
KEPT = "async () => { while (!(await caches.match(location.href))) await new Promise(requestAnimationFrame); }"
Command = Callable[[str, Path, int, Path], list[str]]


def main() -> int:
    """Return 0 when every claim holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help=f"a site built for {PLACE}; without it, one is built")
    parser.add_argument("--load", type=int, metavar="SECONDS", help="measure requests a second as well, with wrk")
    arguments = parser.parse_args()
    if arguments.site and not (arguments.site / "index.html").exists():
        parser.error(f"{arguments.site} must hold a built site, and has no index.html: leave --site out to build one")
    servers = {name: path for name in SERVERS if (path := shutil.which(name))}
    if not servers:
        print("nginx or Caddy must be on PATH: install one (Debian: apt-get install nginx-light caddy).")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        site = (arguments.site or built(Path(folder) / "site")).resolve()
        return try_each(servers, site, arguments.load)


def built(folder: Path) -> Path:
    """Return `folder` with the site in it, as a host builds it for this place."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": f"http://127.0.0.1{PLACE}"}, check=True)
    return folder


def try_each(servers: Mapping[str, str], site: Path, seconds: int | None) -> int:
    """Print a line for each claim about each server, and what it bears for so many seconds; return 0 when all hold."""
    held = True
    for name, path in servers.items():
        port = free_port()
        with serving(SERVERS[name], path, site, port):
            for claim, holds in chain(check(port, site), astray(port, site), use(port)):
                print(f"{name:5} {'ok  ' if holds else 'FAIL'} {claim}")
                held = held and holds
            if seconds:
                for row in load(port, PLACE, seconds):
                    print(f"{name:5} {': '.join(row[:2])} requests a second, {row[2]} errors")
    return 0 if held else 1


@contextmanager
def serving(command: Command, path: str, site: Path, port: int) -> Iterator[None]:
    """Run a server over `site` on `port` until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        process = subprocess.Popen(command(path, site, port, Path(folder)), env=environment)
        try:
            _wait(port, process)
            yield
        finally:
            process.terminate()
            process.wait()


def file_for(language: str) -> str:
    """Return the one block in this language on the page for hosts."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return str(block)


def framed_by(server: str) -> str:
    """Return a file for a server with a site that may embed the form, where the page says to name it."""
    return re.sub(r"""^(.*\bembed.*"frame-ancestors) 'none'""", rf"\1 {FRAMER}", server, count=1, flags=re.MULTILINE)


def nginx(path: str, site: Path, port: int, folder: Path) -> list[str]:
    """Return the command that runs nginx as the page says."""
    server = framed_by(file_for("nginx"))
    server = server.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    server = server.replace("/srv/push-to-pull/site/", f"{site}/")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = "user root;\n" if site.owner() == "root" else ""
    config = folder / "nginx.conf"
    config.write_text(
        f"{user}pid {folder}/pid;\nerror_log {folder}/error.log;\nworker_processes auto;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}\n{server}\n}}\n",
        encoding="utf-8",
    )
    return [path, "-c", str(config), "-e", f"{folder}/error.log", "-g", "daemon off;"]


def caddy(path: str, site: Path, port: int, folder: Path) -> list[str]:
    """Return the command that runs Caddy as the page says."""
    server = framed_by(file_for("caddyfile"))
    server = server.replace(":8080 {", f"http://127.0.0.1:{port} {{").replace("/srv/push-to-pull/site", str(site))
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n\tlog {{\n\t\tlevel ERROR\n\t}}\n}}\n{server}", encoding="utf-8")
    return [path, "run", "--config", str(config), "--adapter", "caddyfile"]


SERVERS: Mapping[str, Command] = {"nginx": nginx, "caddy": caddy}


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if process.poll() is not None:
            sys.exit("The server did not start: see its message above.")
        try:
            get(port, PLACE)
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("The server did not answer.")


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def get(port: int, path: str) -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request that takes gzip, and its body as sent."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer, answer.read()


def check(port: int, site: Path) -> Iterator[tuple[str, bool]]:
    """Yield each claim about the served site, and whether it holds."""
    page, body = get(port, PLACE)
    yield "the front page is served below a path", page.status == 200
    yield "it is compressed", page.headers["Content-Encoding"] == "gzip" and b"<html" in gzip.decompress(body)
    yield "it is asked about each time", page.headers["Cache-Control"] == "no-cache"
    yield "it is safe", all(page.headers[name] == value for name, value in ALWAYS.items())
    framed = get(port, f"{PLACE}embed/quick/")[0].headers[POLICY]
    yield "only the embedded form may be framed, by whom the host names", framed == f"frame-ancestors {FRAMER}"
    [app] = re.findall(r'src="(assets/app-\w+/main\.mjs)"', gzip.decompress(body).decode())
    script, _ = get(port, PLACE + app)
    yield "modules are served as scripts", script.headers["Content-Type"].startswith("text/javascript")
    yield "what its content names is kept for ever", "immutable" in script.headers["Cache-Control"]
    short, _ = get(port, f"{PLACE}results")
    yield "an address without its last slash leads on", short.status in {301, 308}
    yield "the answer to that keeps the path", (short.headers["Location"] or "").endswith(f"{PLACE}results/")
    worker, _ = get(port, f"{PLACE}sw.js")
    yield "the service worker is asked about each time", worker.headers["Cache-Control"] == "no-cache"
    listed = re.findall(r'^\s+"([^"]*)": "sha256-', (site / "sw.js").read_text(encoding="utf-8"), re.MULTILINE)
    yield "all that works without network is there", {get(port, PLACE + path)[0].status for path in listed} == {200}


def astray(port: int, site: Path) -> Iterator[tuple[str, bool]]:
    """Yield each claim about addresses that lead nowhere, or to the site only just."""
    bare, _ = get(port, PLACE.rstrip("/"))
    yield "its address without the last slash leads to it", (bare.status // 100, bare.headers["Location"]) == (3, PLACE)
    missing, body = get(port, f"{PLACE}no/such/page")
    own = (site / "404.html").read_bytes()
    yield "an address that leads nowhere says so", missing.status == 404
    yield "in the site's own page, compressed", body[:2] == b"\x1f\x8b" and gzip.decompress(body) == own
    named = {urljoin(PLACE, path) for path in re.findall(r'(?:href|src)="(/[^"#]*)', own.decode())}
    yield "whose looks and links are there", named != set() and all(get(port, path)[0].status == 200 for path in named)
    script, _ = get(port, f"{PLACE}assets/app-00000000/main.mjs")
    answers = [missing, script]
    yield (
        "it is not kept, nor in place of a script",
        {each.headers["Cache-Control"] for each in answers} == {"no-cache"},
    )
    yield "it is safe too", {each.headers[name] == ALWAYS[name] for each in answers for name in ALWAYS} == {True}


def use(port: int) -> Iterator[tuple[str, bool]]:
    """Yield what a visitor does by keyboard, first with network and then without, and whether it works."""
    with sync_playwright() as playwright:
        path = find_chromium(Path(playwright.chromium.executable_path))
        browser = playwright.chromium.launch(executable_path=path, args=launch_args())
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}{PLACE}")
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.goto("playbook/the-shift/")
        read = page.locator("h1").inner_text()
        page.evaluate(KEPT)
        page.goto("assessment/quick/")
        asked = page.locator("[data-practice]").count()
        yield "keys alone answer the quick form", answer_by_keys(page) == asked > 0
        page.context.set_offline(True)
        page.reload()
        page.locator("[data-module='questionnaire/questionnaire'][data-started]").wait_for()
        kept = page.locator("input[type=radio][value='2']:checked").count()
        yield "without network the form is there, with every answer", kept == asked
        page.goto("results/")
        page.locator("[data-part=first] li").first.wait_for()
        yield "without network there is a result", "{" not in page.locator("[data-part=headline]").inner_text()
        page.goto("playbook/the-shift/")
        yield "without network a page that was read is there", page.locator("h1").inner_text() == read
        yield "nothing broke the policy", [text for text in said if "Policy" in text] == []
        browser.close()


def answer_by_keys(page: Page) -> int:
    """Return the number of questions answered after going through the page with the Tab key and the digit 2."""
    page.locator("h1").click()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[type=radio]:not(:checked)')"):
            page.keyboard.press("2")
    return int(page.locator("input[type=radio][value='2']:checked").count())


def loads(site: Path | None) -> list[list[str]]:
    """Return a row for each kind of file: requests a second behind nginx, and errors."""
    nginx_path = shutil.which("nginx")
    if nginx_path is None:
        return [["nginx is not on PATH", "", ""]]
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with serving(nginx, nginx_path, (site or built(Path(folder) / "site")).resolve(), port):
            return load(port, PLACE, 60)


if __name__ == "__main__":
    sys.exit(main())
