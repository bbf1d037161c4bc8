"""Makes .venv and installs one of the lock files into it.

Started by the Makefile with the machine's own Python, so only the standard
library is used. A stamp file in .venv holds the hash of what was installed;
the same hash again means there is nothing to do.
"""

import hashlib
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"site": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}
NO_VENV = """This Python ({python}) cannot make virtual environments: it has no "ensurepip".
On Debian and Ubuntu: apt install python3-venv
Or name another Python: make test PYTHON=/path/to/python3.12"""

NOT_OURS = """.venv is out of date, and it is a link to {there}: it is left as it is.
Set it up where it belongs, or delete the link to have one here."""


def main() -> int:
    """The exit code: 0 when .venv holds what the lock file says."""
    kind = sys.argv[1]
    stamp = VENV / f".{kind}"
    wanted = fingerprint(kind)
    if stamp.exists() and stamp.read_text() == wanted and works():
        stamp.touch()  # only the lock file's date was new
        return 0
    if VENV.is_symlink() and VENV.is_dir():
        print(NOT_OURS.format(there=VENV.resolve()), file=sys.stderr)  # to clear it would empty what others work with
        return 1
    if find_spec("ensurepip") is None:
        print(NO_VENV.format(python=sys.executable), file=sys.stderr)
        return 1
    print(f"Setting up .venv from {LOCKS[kind].name} (once; a minute or so) …", flush=True)
    try:
        return set_up(kind)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f".venv could not be set up: {error}", file=sys.stderr)
        return 1


def set_up(kind: str) -> int:
    """Return the exit code of pip, after which .venv is as the lock file says and marked so."""
    venv.create(VENV, clear=True, symlinks=sys.platform != "win32", with_pip=True)
    done = subprocess.run(install_command(kind), check=False)
    if done.returncode == 0:
        # The larger set contains the smaller one.
        for name in LOCKS if kind == "dev" else (kind,):
            (VENV / f".{name}").write_text(fingerprint(name))
    return done.returncode


def fingerprint(kind: str) -> str:
    """A text that changes with the pins and with the Python that made .venv."""
    pins = hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()
    return f"{pins} {sys.version_info.major}.{sys.version_info.minor}\n"


def works() -> bool:
    """True when .venv still has an interpreter that starts."""
    try:
        return subprocess.run([interpreter(), "-c", ""], check=False).returncode == 0
    except OSError:
        return False


def install_command(kind: str) -> list[str]:
    """The pip command; every file must match a hash of the lock file."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    lock = ["--require-hashes", "--requirement", str(LOCKS[kind])]
    return [interpreter(), "-m", "pip", "install", *quiet, *lock]


def interpreter() -> str:
    """The path of .venv's own Python."""
    return str(VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


if __name__ == "__main__":
    sys.exit(main())
