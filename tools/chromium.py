"""A Chromium for the browser tests and the bench: found on this machine, or else installed.

A headless shell comes before a whole browser: the same engine without windows, and the suite takes a third less.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ON_PATH = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
)
OWN_SHELL = "chromium_headless_shell-*/*/*headless*shell*"  # where Playwright keeps it, beside its whole browsers
ELSEWHERE = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
CURES = """No Chromium was found, and none could be installed (tried: {tried}).
Any one of these helps:
  - install Chromium, Chrome or Edge with this system's package manager
    (Debian: apt install chromium-headless-shell);
  - run: .venv/bin/python -m playwright install --only-shell chromium   (it downloads from the network);
  - name one that is already there: CHROMIUM=/path/to/chrome make test"""
INSTALL_SECONDS = 900


class ChromiumMissingError(RuntimeError):
    """No Chromium to be had; the message names the cures."""


def find_chromium(own: Path, *, headed: bool = False) -> Path:
    """The path of a Chromium that starts; `headed`, one that has windows.

    `own` is where Playwright keeps its own build. In this order: $CHROMIUM, Playwright's own headless shell and
    whole browser, an installed headless shell, Chromium, Chrome or Edge, and a fresh installation.

    Raises ChromiumMissingError.
    """
    if named := os.environ.get("CHROMIUM"):
        found = shutil.which(named)
        if not found or not starts(Path(found)):
            raise ChromiumMissingError(
                f"CHROMIUM is set to {named}, which does not start: correct the path or unset it."
            )
        return Path(found)
    if path := first_that_starts(own, headed=headed):
        return path
    tried = []
    for command in installers(headed=headed):
        tried.append(" ".join(command))
        print(f"No Chromium found; trying: {tried[-1]}", file=sys.stderr, flush=True)
        run_installer(command)
        if path := first_that_starts(own, headed=headed):
            return path
    raise ChromiumMissingError(CURES.format(tried="; ".join(tried)))


def launch_args() -> list[str]:
    """Command-line flags that every Chromium started here gets."""
    flags = [
        "--disable-background-networking",  # no update or field-trial requests of its own
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",  # nothing leaves the machine
    ]
    if running_as_root():
        flags.append("--no-sandbox")  # Chromium refuses its sandbox to root
    return flags


def first_that_starts(own: Path, *, headed: bool) -> Path | None:
    """The best Chromium of this machine, or None."""
    return next((path for path in candidates(own) if not (headed and "headless" in path.name) and starts(path)), None)


def candidates(own: Path) -> Iterator[Path]:
    """Chromiums that exist, the best first."""
    yield from sorted(own.parents[2].glob(OWN_SHELL), reverse=True) if len(own.parents) > 2 else ()
    if own.exists():
        yield own
    yield from (Path(path) for name in ON_PATH if (path := shutil.which(name)))
    yield from (Path(path) for path in ELSEWHERE if Path(path).exists())


def starts(path: Path) -> bool:
    """True when the browser can at least print its version: a downloaded one may lack system libraries."""
    if sys.platform == "win32":
        return path.exists()  # there --version would open a window
    try:
        run = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


def installers(*, headed: bool = False) -> Iterator[list[str]]:
    """Commands that may bring a Chromium, in the order to try them."""
    kind = "--no-shell" if headed else "--only-shell"
    yield [sys.executable, "-m", "playwright", "install", kind, "chromium"]
    if running_as_root() and shutil.which("apt-get"):
        yield ["apt-get", "update"]
        # Someone else may be installing at this moment: wait for them.
        for package in (
            ("chromium",) if headed else ("chromium-headless-shell", "chromium")
        ):  # not every release has both
            yield ["apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "--yes", "--no-install-recommends", package]


def run_installer(command: list[str]) -> None:
    """Run the command and print its last lines when it fails; the caller looks for Chromium again."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run = subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  failed: {error}", file=sys.stderr)
        return
    if run.returncode:
        last = (run.stderr or run.stdout).strip().splitlines()[-3:]
        print("\n".join(f"  {line}" for line in last), file=sys.stderr)


def running_as_root() -> bool:
    """True for user id 0; never on Windows, which has no such number."""
    return sys.platform != "win32" and os.geteuid() == 0
