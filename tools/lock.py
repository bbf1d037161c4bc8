"""Pins the ranges of pyproject.toml in requirements.txt and requirements-dev.txt.

The pins hold for Python 3.11 and newer on Linux, macOS and Windows, each with
the hashes of its files. Pins that still fit are kept unless --upgrade is given.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = "uv>=0.9,<1"  # the only resolver that pins for several systems at once
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--custom-compile-command=make lock",
    "--quiet",
]


def main() -> None:
    """Writes both lock files; the second keeps to the pins of the first."""
    extra = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, symlinks=sys.platform != "win32", with_pip=True)
        binaries = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        run(str(binaries / "python"), "-m", "pip", "install", "--quiet", UV)
        compile_with = [str(binaries / "uv"), "pip", "compile", *OPTIONS, *extra, "pyproject.toml"]
        run(*compile_with, "--output-file=requirements.txt")
        run(
            *compile_with,
            "--group=dev",
            "--constraint=requirements.txt",
            "--output-file=requirements-dev.txt",
        )


def run(*command: str) -> None:
    """Nothing; the command has run in the project's folder, or this process ends."""
    if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(code)


if __name__ == "__main__":
    main()
