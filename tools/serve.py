"""Serves the site on this machine and rebuilds it at every edit; takes the next port when one is taken.

What follows `--` goes to `mkdocs serve`, whose last line at the start is the address.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PORTS_TO_TRY = 50
PATIENCE_SECONDS = 5.0


def main() -> int:
    """The exit code of `mkdocs serve`, or 1 when no port is free."""
    parser = argparse.ArgumentParser(description="Serve the site on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="the first port to try (8000)")
    options, more = parser.parse_known_args()
    port = next((port for port in range(options.port, options.port + PORTS_TO_TRY) if is_free(port)), None)
    if port is None:
        last = options.port + PORTS_TO_TRY - 1
        print(f"Ports {options.port} to {last} are all taken; name another: make serve PORT=9000", file=sys.stderr)
        return 1
    if port != options.port:
        print(f"Port {options.port} is taken; using {port}.", flush=True)
    return serve(port, [arg for arg in more if arg != "--"])


def is_free(port: int) -> bool:
    """True when a server could listen at `port` now."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there the option would allow a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def mkdocs_serve(port: int) -> list[str]:
    """The command that serves the site at `port`."""
    # --livereload is the default, but some releases of click lose it (mkdocs#4032).
    # --dirty: only what changed is built again; the hook says which pages those are.
    return [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dirty", "--dev-addr", f"{HOST}:{port}"]


def serve(port: int, more: list[str]) -> int:
    """The exit code of `mkdocs serve` at `port`; an interrupt ends it quietly."""
    command = [*mkdocs_serve(port), *more]
    signal.signal(signal.SIGTERM, _terminated)
    # A script that starts this in its background leaves interrupts unheard, here and in MkDocs.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}) as server:
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                continue  # MkDocs got it too, and is shutting down
            except TerminatedError:
                return end(server)


class TerminatedError(Exception):
    """Raised when this process is asked to end, which MkDocs does not notice."""


def _terminated(*_: object) -> None:
    raise TerminatedError


def end(server: subprocess.Popen[bytes]) -> int:
    """Return the exit code of a server that has been interrupted, so that it takes its folder away, or else ended."""
    server.send_signal(signal.SIGINT)
    try:
        return server.wait(PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        server.terminate()
        return server.wait()


if __name__ == "__main__":
    sys.exit(main())
