"""Sites in folders of their own, with this project's settings and hook, built as a host would build them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from banks import FIXTURES, SMALL

ROOT = Path(__file__).resolve().parent.parent
SMALL_DOCS = FIXTURES / "small_docs"
SMALL_NAV: list[Any] = [
    "index.md",
    {
        "Assessment": [
            "assessment/index.md",
            "assessment/quick.md",
            "bank:questions",
            "assessment/review.md",
            "results.md",
        ]
    },
    {"Playbook": ["playbook/index.md", "bank:chapters"]},
    {"Worksheets": ["bank:worksheets"]},  # there are none, so this section must go
    {"About": ["about/how.md", "print.md"]},
]


def settings(folder: Path, bank: Path = SMALL, docs: Path = SMALL_DOCS, more_hooks: tuple[Path, ...] = ()) -> Path:
    """A mkdocs.yml in `folder` that has a bank, a docs folder and a navigation of its own, and all else from ours."""
    hooks = [ROOT / "hooks" / "mkdocs_hooks.py", *more_hooks]
    own = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(hook) for hook in hooks],  # ours are relative to our folder
        "watch": [],
        "extra": {"bank": str(bank)},
        "docs_dir": str(docs),
        "nav": SMALL_NAV,
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(own), encoding="utf-8")  # JSON is YAML too
    return path


def build(config: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A strict build of `config` into the folder `site`."""
    return python("-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site), **environment)


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python run with these arguments in the project's folder."""
    fixed = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | fixed | environment,
        capture_output=True,
        text=True,
        check=False,
    )
