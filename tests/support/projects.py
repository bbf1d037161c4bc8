"""Sites in folders of their own, with this project's settings and hook, built as a host would build them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from banks import FIXTURES, SMALL

from pushpull.pages.site import generate
from pushpull.rules.check import open_bank

ROOT = Path(__file__).resolve().parents[2]
SMALL_DOCS = FIXTURES / "small_docs"


def menu(bank: Path, docs: Path) -> list[Any]:
    """Our menu, as far as this bank makes its pages, with two pages of these docs in place of ours."""
    made = {file.uri for file in generate(open_bank(bank), docs)}

    def kept(items: list[Any]) -> list[Any]:
        strings = [item for item in items if isinstance(item, str) and (item in made or item.startswith("bank:"))]
        groups = [
            {title: kept(below if isinstance(below, list) else [below])}
            for item in items
            if isinstance(item, dict)
            for title, below in item.items()
        ]
        return [*strings, *(group for group in groups if [*group.values()] != [[]])]

    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")
    _, *parts = yaml.safe_load(text)["nav"]
    return ["index.md", *kept(parts), {"About": ["about/how.md"]}]


def settings(
    folder: Path,
    bank: Path = SMALL,
    docs: Path = SMALL_DOCS,
    more_hooks: tuple[Path, ...] = (),
    menu_of: tuple[Path, Path] = (SMALL, SMALL_DOCS),
) -> Path:
    """A mkdocs.yml in `folder` that has a bank, a docs folder and a navigation of its own, and all else from ours."""
    hooks = [ROOT / "hooks" / "mkdocs_hooks.py", *more_hooks]
    own = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "hooks": [str(hook) for hook in hooks],  # ours are relative to our folder
        "watch": [],
        "extra": {"bank": str(bank)},
        "docs_dir": str(docs),
        "nav": menu(*menu_of),
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(own), encoding="utf-8")  # JSON is YAML too
    return path


def build(config: Path, site: Path, generator: str = "mkdocs", **environment: str) -> subprocess.CompletedProcess[str]:
    """A strict build of `config` into the folder `site`."""
    return python("-m", generator, "build", "--strict", "-f", str(config), "-d", str(site), **environment)


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
