"""Measures what people wait for: a page after an edit under `make serve`, and scores of a large bank."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.build import ROOT, environment, projects
from node import node
from serve import HOST, is_free, mkdocs_serve

EDITS = 3
MOST_SECONDS_AFTER_EDIT = 2
MOST_MILLISECONDS_FOR_SCORES = 100
GIVE_UP_SECONDS = 60


def rows(edit_sizes: tuple[int, ...] = (36, 200), score_size: int = 1000) -> list[list[str]]:
    """Each budget, what was measured, and whether that is within it."""
    found = []
    for size in edit_sizes:
        seconds = seconds_after_edit(size)
        verdict = "ok" if seconds < MOST_SECONDS_AFTER_EDIT else "over"
        found.append([f"page back after an edit, {size:,} practices", f"{seconds:.2f} s", "2 s", verdict])
    for name, milliseconds in score_milliseconds(score_size).items():
        verdict = "ok" if milliseconds < MOST_MILLISECONDS_FOR_SCORES else "over"
        found.append([f"{name}, {score_size:,} practices", f"{milliseconds:.1f} ms", "100 ms", verdict])
    return found


def seconds_after_edit(size: int) -> float:
    """From saving a question's file to its new text on its page; the median of some edits."""
    with tempfile.TemporaryDirectory() as temporary:
        project, _ = projects(Path(temporary), size)
        file = project / "assessment" / "practices" / "group-0" / "practice-1.yml"
        original = file.read_text(encoding="utf-8")
        with served(project) as url:
            page = f"{url}playbook/group-0/practice-1/"
            waits = []
            for edit in range(EDITS):
                title = f"Edit number {edit}"
                start = time.perf_counter()
                file.write_text(original.replace("How the work of case 1 is done", title), encoding="utf-8")
                wait_for(page, title)
                waits.append(time.perf_counter() - start)
    return statistics.median(waits)


@contextmanager
def served(project: Path) -> Iterator[str]:
    """The address of the project's site while MkDocs serves it."""
    port = next(filter(is_free, range(8100, 9000)))
    command = [
        *mkdocs_serve(port),
        "--config-file",
        str(project / "mkdocs.yml"),
        "--watch",
        str(project / "assessment"),
    ]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=log, stderr=log) as server,
    ):
        try:
            wait_for(f"http://{HOST}:{port}/", "</html>")
            yield f"http://{HOST}:{port}/"
        except TimeoutError as error:
            log.seek(0)
            sys.exit(f"{error}; mkdocs serve said:\n{log.read().decode(errors='replace')}")
        finally:
            server.terminate()


def wait_for(url: str, text: str) -> None:
    """Wait until the page holds the text.

    Raises TimeoutError after a minute.
    """
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while time.monotonic() < deadline:
        try:
            with urlopen(url, timeout=GIVE_UP_SECONDS) as response:  # noqa: S310 - our own server
                if text in response.read().decode():
                    return
        except (URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{url} did not come to hold {text!r}")


def score_milliseconds(size: int) -> dict[str, float]:
    """What scoring and advice take in JavaScript for a response to every practice of a bank of this size."""
    with tempfile.TemporaryDirectory() as temporary:
        _, plain = projects(Path(temporary), size)
        command = [str(node()), str(ROOT / "tools" / "bench" / "scores.mjs"), str(plain / "docs" / "bank.json")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    found: dict[str, float] = json.loads(run.stdout)
    return found
