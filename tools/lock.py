"""Pins the ranges of pyproject.toml in requirements.txt, requirements-dev.txt and requirements-tools.txt.

The pins hold for Python 3.11 and newer on Linux, macOS and Windows, each with
the hashes of its files. Pins that still fit are kept unless --upgrade is given.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE, DEV, TOOLS = "requirements.txt", "requirements-dev.txt", "requirements-tools.txt"
OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--custom-compile-command=make lock",
    "--quiet",
]


def main() -> None:
    """Write the lock files; the second keeps to the pins of the first, and what writes them comes from the third."""
    extra = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, symlinks=sys.platform != "win32", with_pip=True)
        binaries = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", TOOLS]
        run(str(binaries / "python"), *install)
        compile_with = [str(binaries / "uv"), "pip", "compile", *OPTIONS, *extra]
        run(*compile_with, "pyproject.toml", f"--output-file={SITE}")
        run(*compile_with, "pyproject.toml", "--group=dev", f"--constraint={SITE}", f"--output-file={DEV}")
        run(*compile_with, "--group=tools", f"--output-file={TOOLS}")


def run(*command: str) -> None:
    """Run the command in the project's folder, and end this process if it fails."""
    if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(code)


if __name__ == "__main__":
    main()
