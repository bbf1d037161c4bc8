"""Builds the site with each Python that the project promises and this machine has, and compares what they make.

Each gets a throw-away environment with the pins of requirements.txt. Where all make the same files, what the browser
tests say of one holds for all.
"""

import argparse
import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISED = ("3.11", "3.12", "3.13", "3.14")
VERSION = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
DATED = ("sitemap.xml", "sitemap.xml.gz")
DATA = ("application/json", "application/ld+json")


def main() -> int:
    """Return the exit code: 0 when all Pythons that are here make the same site, and its pages let its scripts run."""
    parser = argparse.ArgumentParser(description="Build the site with each Python promised, and compare.")
    parser.add_argument("--python", action="append", help="one to use instead of looking for those promised")
    chosen = parser.parse_args().python
    found = {path: path for path in chosen} if chosen else pythons()
    sites: dict[str, dict[str, str]] = {}
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, path) in enumerate(found.items()):
            if path is None:
                print(f"Python {name}: not here", flush=True)
                continue
            site = Path(folder) / str(number) / "site"
            fault = build(path, site)
            if fault is None:
                sites[name] = hashes(site)
                fault = next(faults(site), None) or difference(sites)
            failed += fault is not None
            print(f"Python {version_of(path) or name}: {fault or f'built, {len(sites[name])} files'}", flush=True)
    if not sites and not failed:
        print(f"None of these Pythons is here: {', '.join(PROMISED)}", file=sys.stderr)
    return int(failed > 0 or not sites)


def pythons() -> dict[str, str | None]:
    """Return the path of each Python promised, by its first two numbers; None for one that is not here."""
    return {name: min(candidates(name), key=patch_of, default=None) for name in PROMISED}


def candidates(name: str) -> Iterator[str]:
    """Yield every Python of this version: those on the PATH, in the places systems use, and of pyenv and uv."""
    places = [*os.get_exec_path(), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    paths = [found for place in places if (found := shutil.which(f"python{name}", path=place))]
    paths += [f"{prefix}/bin/python" for prefix in said("pyenv", "prefix", name)]
    paths += said("uv", "python", "find", "--no-python-downloads", name)
    for path in dict.fromkeys(paths):
        if (version_of(path) or "").startswith(f"{name}."):
            yield path


def said(*command: str) -> list[str]:
    """Return the lines that a command prints; none if it is not there or fails."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    except (OSError, subprocess.CalledProcessError):
        return []


def version_of(path: str) -> str | None:
    """Return the version of a Python; None if it does not start."""
    return next(iter(said(path, "-c", VERSION)), None)


def patch_of(path: str) -> int:
    """Return the last number of a Python's version: the oldest is what was promised."""
    return int((version_of(path) or "0.0.0").split(".")[2])


def build(python: str, site: Path) -> str | None:
    """Build the site strictly into `site`, and return what went wrong, if anything did."""
    own = site.parent / "venv"
    inside = str(own / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    # This Python's pip installs for all: Debian's own can make no environment with one.
    pip = [sys.executable, "-m", "pip", "--python", inside, "install", "--quiet", "--disable-pip-version-check"]
    lock = ["--no-input", "--require-hashes", "--requirement", str(ROOT / "requirements.txt")]
    for command in (
        [python, "-m", "venv", "--without-pip", str(own)],
        [*pip, *lock],
        [inside, "-B", "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
    ):
        settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        run = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
        if run.returncode:
            return f"this failed: {' '.join(command)}\n{run.stdout}{run.stderr}".rstrip()
    return None


def hashes(site: Path) -> dict[str, str]:
    """Return the hash of each file of a site by its path, but for those that hold the time."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and path.name not in DATED]
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def difference(sites: dict[str, dict[str, str]]) -> str | None:
    """Return how the last site differs from the first, if it does."""
    first, last = next(iter(sites)), next(reversed(sites))
    paths = {path for path, _ in sites[first].items() ^ sites[last].items()}
    return f"{min(paths)} is not as Python {first} makes it ({len(paths)} differ)" if paths else None


def faults(site: Path) -> Iterator[str]:
    """Yield each page with an inline script that its policy would block, and why."""
    for path in sorted(site.rglob("*.html")):
        page = Scripts()
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        blocked = [text for text in page.inline if hash_of(text) not in page.policy]
        if blocked or not page.inline:
            what = f"would block {blocked[0][:40]!r}" if blocked else "holds no script, though the theme has some"
            yield f"the policy of {path.relative_to(site).as_posix()} {what}"


class Scripts(HTMLParser):
    """The policy of a page, and the inline scripts that run in it."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""
        self.inline: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the policy, and where an inline script begins."""
        named = dict(attrs)
        if tag == "meta" and named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named.get("content") or ""
        self.open = tag == "script" and "src" not in named and named.get("type") not in DATA
        if self.open:
            self.inline.append("")

    def handle_data(self, data: str) -> None:
        """Add the text of the script."""
        if self.open:
            self.inline[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Note where a script ends."""
        self.open = self.open and tag != "script"


def hash_of(text: str) -> str:
    """Return the name of an inline script in a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


if __name__ == "__main__":
    sys.exit(main())
