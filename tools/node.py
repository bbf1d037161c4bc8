"""The Node that Playwright's wheel carries, so that JavaScript needs no installation of its own."""

from pathlib import Path

from playwright._impl._driver import compute_driver_executable  # the only way to it; pinned by the lock file


def node() -> Path:
    """The path of the Node executable."""
    executable, _ = compute_driver_executable()
    return Path(executable)
