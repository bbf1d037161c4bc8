"""Writes a small site to begin one's own with: a bank of four questions, its settings, the engine and its guide."""

import shutil
from pathlib import Path

from pushpull.paths import HERE, PROJECT, TEMPLATES

STARTER = TEMPLATES / "new"
ENGINE = "engine"  # so that the folder stands alone: whoever copies it to a host has all that builds it
HOOK = HERE.parent / "mkdocs_hooks.py"
# Each where it lies here, so that the links between them hold.
BESIDE = ("requirements.txt", "LICENSE", "LICENSE-CONTENT", "assessment/README.md")
GUIDE = ("docs/method/make-your-own.md", "docs/method/authors.md", "docs/method/hosting.md")
# In the starter they lie in plain sight, since nothing is to act on them there.
HIDDEN = {"gitignore": ".gitignore", "publish.yml": ".github/workflows/publish.yml"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "*.png")  # the last are pictures of our own site


def write_new_site(target: Path) -> int:
    """Write the starter and the engine to `target` and return how many files that is.

    Raises: FileExistsError if `target` holds anything, or is no folder, since what is there might be lost.
    """
    if target.exists() and (not target.is_dir() or any(path.name != ".git" for path in target.iterdir())):
        found = "it holds something" if target.is_dir() else "it is a file"
        raise FileExistsError(f"{target} must be a new or an empty folder, but {found}: choose another, or empty it")
    engine = target / ENGINE
    shutil.copytree(STARTER, target, dirs_exist_ok=True)
    for name, place in HIDDEN.items():
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        (target / name).rename(target / place)
    shutil.copytree(HERE, engine / "hooks" / HERE.name, ignore=LEFT_OUT)
    shutil.copytree(PROJECT / "docs" / "assets", engine / "docs" / "assets", ignore=LEFT_OUT)
    shutil.copy(HOOK, engine / "hooks")
    for name in (*BESIDE, *GUIDE):
        (engine / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, engine / name)
    return sum(path.is_file() for path in target.rglob("*") if ".git" not in path.relative_to(target).parts)
