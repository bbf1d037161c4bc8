"""Checks the format and the types of all JavaScript, with the tools that tools/npm pins; `--fix` formats it.

They are fetched once, each file against its hash, and run no script of their own while they are installed.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "tools" / "npm"
INSTALLED = ROOT / ".cache" / "npm"
FILES = ("docs/assets/app", "hooks", "tests", "tools")
PROJECTS = ("jsconfig.json", "tools/npm/jsconfig.json")  # what a browser runs, and what Node runs


def main() -> int:
    """Return the exit code: 0 when all is well, or npm is not there to tell."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not on the PATH, so neither format nor types of the JavaScript were checked.")
        return 0
    try:
        install(npm)
    except OSError as error:
        print(f"The tools in tools/npm could not be installed: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print("The tools in tools/npm could not be installed: see npm's message above.", file=sys.stderr)
        return error.returncode
    if "--fix" in sys.argv[1:]:
        return run("prettier", "--write", "--log-level=warn", *FILES)
    return max(run("prettier", "--check", *FILES), *(run("tsc", "--project", each) for each in PROJECTS))


def install(npm: str) -> None:
    """Have npm install what the lock file says, unless it is there."""
    stamp, wanted = INSTALLED / "stamp", hashlib.sha256((PINS / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(PINS / name, INSTALLED)
    subprocess.run([npm, "ci", "--ignore-scripts", "--loglevel=error"], cwd=INSTALLED, check=True)
    stamp.write_text(wanted)


def run(command: str, *arguments: str) -> int:
    """Return the exit code of one of the tools, run in the project's folder."""
    print(command, *arguments, flush=True)
    program = shutil.which(command, path=INSTALLED / "node_modules" / ".bin")
    return subprocess.run([program or command, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
