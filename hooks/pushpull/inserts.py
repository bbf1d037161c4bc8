"""What hand-written pages may take from the bank: `<!-- insert: NAME -->` on a line of its own, and links by id."""

import re

from pushpull.bank import Bank
from pushpull.links import Linker
from pushpull.pages import Site
from pushpull.problem import BankError, Problem

MARK = re.compile(r"^<!-- insert: (?P<name>[a-z-]+) -->$")

INSERTS = {
    "areas": "playbook_areas.jinja",
    "levels": "insert_levels.jinja",
    "quadrants": "insert_quadrants.jinja",
    "doors": "insert_doors.jinja",
}


def fill(bank: Bank, uri: str, markdown: str) -> str:
    """Return the hand-written page at `uri` with its inserts filled and its links by id made real.

    Raises: BankError naming every insert and every link that leads nowhere.
    """
    shown = f"docs/{uri}"
    woven = Linker(bank, uri).weave(markdown, shown)
    if "<!-- insert:" not in woven:
        return woven
    site = Site(bank)
    lines, problems = [], []
    for number, line in enumerate(woven.split("\n"), 1):
        mark = MARK.match(line)
        if mark is None:
            lines.append(line)
        elif mark["name"] in INSERTS:
            lines.append(site.fragment(uri, INSERTS[mark["name"]]))
        else:
            message = f'an insert must be one of {", ".join(INSERTS)}, but found "{mark["name"]}": correct it'
            problems.append(Problem(shown, number, 1, message))
    if problems:
        raise BankError(problems)
    return "\n".join(lines)
