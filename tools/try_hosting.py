"""Serves the built site with nginx as `hosting/nginx.conf` says and checks what comes back; `--load` measures requests.

Needs nginx on PATH (Debian: nginx-light), and wrk for --load. Prints a line for each claim; exit 1 if one fails.
"""

import argparse
import gzip
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = "/a/b/"


def main() -> int:
    """Return 0 when every claim holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (make build)")
    parser.add_argument("--load", type=int, metavar="SECONDS", help="measure requests a second as well, with wrk")
    arguments = parser.parse_args()
    nginx = shutil.which("nginx")
    if nginx is None:
        print("nginx must be on PATH: install it (Debian: apt-get install nginx-light).")
        return 1
    if not (arguments.site / "index.html").exists():
        print(f"{arguments.site} must hold the built site: run make build first.")
        return 1
    port = free_port()
    with serving(nginx, arguments.site.resolve(), port):
        claims = [*check(port, arguments.site)]
        for claim, holds in claims:
            print(f"{'ok  ' if holds else 'FAIL'} {claim}")
        if arguments.load:
            load(port, arguments.load)
    return 0 if all(holds for _, holds in claims) else 1


@contextmanager
def serving(nginx: str, site: Path, port: int) -> Iterator[None]:
    """Run nginx over `site` on `port` until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        server = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
        server = server.replace("listen 8080;", f"listen 127.0.0.1:{port};")
        server = server.replace("/srv/push-to-pull/site/", f"{site}/")
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
        user = "user root;\n" if Path(site).owner() == "root" else ""
        config = Path(folder) / "nginx.conf"
        config.write_text(
            f"{user}pid {folder}/pid;\nerror_log {folder}/error.log;\nworker_processes auto;\n"
            f"events {{}}\nhttp {{\naccess_log off;\n{temporary}\n{server}\n}}\n",
            encoding="utf-8",
        )
        process = subprocess.Popen([nginx, "-c", str(config), "-e", f"{folder}/error.log", "-g", "daemon off;"])
        try:
            _wait(port, process)
            yield
        finally:
            process.terminate()
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        if process.poll() is not None:
            sys.exit("nginx did not start: see its message above.")
        try:
            get(port, PLACE)
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("nginx did not answer.")


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
    yield (
        "it is safe",
        all(
            page.headers[name] == value
            for name, value in {
                "Content-Security-Policy": "frame-ancestors 'none'",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
            }.items()
        ),
    )
    [app] = re.findall(r'src="(assets/app-\w+/main\.mjs)"', gzip.decompress(body).decode())
    script, _ = get(port, PLACE + app)
    yield "modules are served as scripts", script.headers["Content-Type"].startswith("text/javascript")
    yield "what its content names is kept for ever", "immutable" in script.headers["Cache-Control"]
    short, _ = get(port, f"{PLACE}results")
    yield "an address without its last slash leads on", short.status == 301
    yield "the answer to that keeps the path", (short.headers["Location"] or "").endswith(f"{PLACE}results/")
    missing, body = get(port, f"{PLACE}no/such/page")
    yield "an address that leads nowhere says so in the site's own page", missing.status == 404 and body != b""
    worker, _ = get(port, f"{PLACE}sw.js")
    yield "the service worker is asked about each time", worker.headers["Cache-Control"] == "no-cache"
    listed = re.findall(r'^\s+"([^"]*)",?$', (site / "sw.js").read_text(encoding="utf-8"), re.MULTILINE)
    yield "all that works without network is there", all(get(port, PLACE + path)[0].status == 200 for path in listed)


def load(port: int, seconds: int) -> None:
    """Print what wrk measures on two kinds of file."""
    wrk = shutil.which("wrk")
    if wrk is None:
        print("wrk must be on PATH for --load: install it (Debian: apt-get install wrk).")
        return
    for path in ("assessment/quick/", "bank.json"):
        address = f"http://127.0.0.1:{port}{PLACE}{path}"
        command = [wrk, "-t2", "-c32", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", address]
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
