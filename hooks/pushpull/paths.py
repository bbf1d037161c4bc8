"""Folders that several packages need to know."""

from pathlib import Path

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
PROJECT = HERE.parents[1]
APP = "assets/app"  # the browser side: below the docs folder; below the site, with the content's hash
