import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import serve


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server((serve.HOST, 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, list[str]]]:
    """What `mkdocs serve` was started with, in place of starting it."""
    calls: list[tuple[int, list[str]]] = []

    def note(port: int, more: list[str]) -> int:
        calls.append((port, more))
        return 0

    monkeypatch.setattr(serve, "serve", note)
    return calls


def test_a_port_in_use_is_not_free(taken_port: int) -> None:
    assert not serve.is_free(taken_port)


def test_a_taken_port_is_named_and_the_next_free_one_used(
    taken_port: int,
    served: list[tuple[int, list[str]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["serve.py", "--port", str(taken_port), "--dirty"])
    serve.main()
    [(port, more)] = served
    assert f"Port {taken_port} is taken; using {port}.\n" == capsys.readouterr().out
    assert ["--dirty"] == more


def test_without_any_free_port_the_cure_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "is_free", lambda _: False)
    monkeypatch.setattr(sys, "argv", ["serve.py", "--port", "8000"])
    assert serve.main() == 1
    assert "Ports 8000 to 8049 are all taken; name another: make serve PORT=9000\n" == capsys.readouterr().err


# A server that says when it is up, and when it has been interrupted; a deaf one hears of no interrupt.
SERVER = """
import signal, sys, time
if "deaf" in sys.argv:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
try:
    print("up", flush=True)
    time.sleep(20)
    print("still there")
except KeyboardInterrupt:
    print("cleared away", flush=True)
"""
STARTED = """
import signal, sys
if {how!r} == "in the background":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.path.insert(0, {tools!r})
import serve
serve.PATIENCE_SECONDS = 0.2 if {how!r} == "deaf" else 60
serve.mkdocs_serve = lambda port: [sys.executable, "-c", {server!r}, {how!r}]
sys.exit(serve.serve(8000, []))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there, nothing can be told to a process that is ended")
@pytest.mark.parametrize(
    ("how", "last"), [("hearing", "cleared away\n"), ("in the background", "cleared away\n"), ("deaf", "")]
)
def test_the_end_of_this_process_is_the_end_of_mkdocs_too(how: str, last: str, root: Path) -> None:
    script = STARTED.format(tools=str(root / "tools"), server=SERVER, how=how)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGTERM)
        # Read to its end, which comes when the server, who writes to it too, has ended.
        assert process.stdout.read() == last
