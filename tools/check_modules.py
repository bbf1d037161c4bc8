"""Checks the site's JavaScript modules: syntax, and that every import names something the other module exports.

The parsing and linking is done by the Node that Playwright carries; nothing is run.
"""

import subprocess
import sys
from pathlib import Path

from node import node

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("docs", "tests", "tools")


def main() -> int:
    """The exit code: 0 when every module parses and links."""
    modules = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.mjs"))
    script = ROOT / "tools" / "link_modules.mjs"
    quiet = ["--experimental-vm-modules", "--no-warnings"]
    command = [str(node()), *quiet, str(script), *(path.relative_to(ROOT).as_posix() for path in modules)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
