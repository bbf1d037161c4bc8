"""Serves a built site under a sub-path on this machine, as a static host would."""

import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SUB_PATH = "/push-to-pull/"


@contextmanager
def serve(folder: Path, sub_path: str = SUB_PATH, *, gzipped: bool = False, kept: int = 0) -> Iterator[str]:
    """The address of the site while it is served, with a slash at its end; texts go compressed if wanted.

    With `kept`, browsers may keep every file for so many seconds; GitHub Pages says 600.
    """
    kind = _Compressing if gzipped else _Handler
    with _Server(("127.0.0.1", 0), partial(kind, sub_path=sub_path, kept=kept, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{sub_path}"
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # as hosts do, which keep a connection open
    disable_nagle_algorithm = True  # heads and bodies go apart: the second would wait 40 ms for an answer to the first
    # What Python guesses for these depends on the machine.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".mjs": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".yml": "text/yaml; charset=utf-8",
    }

    def __init__(self, *args: Any, sub_path: str, kept: int, **kwargs: Any) -> None:
        self.sub_path = sub_path
        self.kept = kept
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        if self.kept:
            self.send_header("Cache-Control", f"max-age={self.kept}")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.sub_path):
            return str(Path(self.directory) / "outside-the-sub-path")
        return super().translate_path(path.removeprefix(self.sub_path.rstrip("/")))

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the signature of the base class
        """Answer with 404: static hosts list no folders."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists() or not urlsplit(self.path).path.startswith(self.sub_path):
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name the base class gave it
        """Log no request: test output is for failures."""


class _Compressing(_Handler):
    def send_head(self) -> Any:
        """The head of the answer, and a file of what follows."""
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or self.guess_type(str(path)).split("/")[0] in {"image", "font"}:
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # of 5, a page and its worker at once can have more waiting: those were reset

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Prints the traceback, unless the browser merely hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
