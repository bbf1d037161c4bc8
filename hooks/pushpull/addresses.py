"""Where the pages lie that every bank makes, below the docs folder; no id may take one of these names."""

from pathlib import PurePosixPath

TASK_LIST = "assessment/index.md"
QUICK = "assessment/quick.md"
EMBED = "embed/quick.md"
REVIEW = "assessment/review.md"
DEVICE = "assessment/keep.md"
RESULTS = "results.md"
PRINT = "print.md"
TEAM = "team/index.md"
TEAM_ANSWER = "team/answer.md"
PLAYBOOK = "playbook/index.md"
WHAT_HURTS = "playbook/what-hurts.md"
PLAYS_BY = {kind: f"playbook/by-{kind}.md" for kind in ("effort", "role", "worksheet")}
WORKSHEETS = "worksheets/index.md"
CHANGES = "method/changes.md"
SOURCES = "method/sources.md"
GLOSSARY = "method/glossary.md"

PAGES = (TASK_LIST, QUICK, REVIEW, DEVICE, RESULTS, PRINT, PLAYBOOK, WHAT_HURTS, *PLAYS_BY.values(), WORKSHEETS)
PAGES += (EMBED, CHANGES, SOURCES, GLOSSARY, TEAM, TEAM_ANSWER)


def names_in(*folders: str) -> set[str]:
    """Return the names that these pages have in any of the folders."""
    return {PurePosixPath(uri).stem for uri in PAGES if str(PurePosixPath(uri).parent) in folders}
