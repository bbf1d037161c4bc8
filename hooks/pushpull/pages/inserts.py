"""What hand-written prose may take from the bank: `<!-- insert: NAME -->` on a line of its own, and links by id."""

import re

from pushpull.pages.links import Linker
from pushpull.pages.pages import Site
from pushpull.pages.pictures import PICTURES
from pushpull.problem import Problem, message
from pushpull.text import prose_lines

MARK = re.compile(r"^<!-- insert: (?P<name>[a-z-]+) -->$")
NAMED = re.compile(r"^(?:picture|rules)-")  # of one template for several, which is told the rest of the name
MEANT = re.compile(r"<!--\s*insert\b", re.IGNORECASE)

INSERTS = {
    "dimensions": "inserts/dimensions.jinja",
    "levels": "inserts/levels.jinja",
    "quadrants": "inserts/quadrants.jinja",
    "map": "inserts/map.jinja",
    "doors": "inserts/doors.jinja",
    "place": "inserts/place.jinja",
    "what-hurts": "inserts/what_hurts.jinja",
    "ways-in": "inserts/ways_in.jinja",
    "worked-examples": "inserts/worked_examples.jinja",
    "constants": "inserts/constants.jinja",
    "rules-must-hold": "inserts/rules.jinja",
    "rules-house-style": "inserts/rules.jinja",
    **{f"picture-{name}": "inserts/picture.jinja" for name in PICTURES},
}


def fill(site: Site, uri: str, markdown: str, shown: str) -> tuple[str, list[Problem]]:
    """Return prose for the page at `uri` with its inserts filled and its links by id made real.

    What leads nowhere stays as it is, and gives a problem in the file `shown`.
    """
    woven, problems = Linker(site.bank, uri).weave(markdown, shown)
    lines = []
    for number, line, prose in prose_lines(woven):
        mark = MARK.match(line)
        if prose and mark and mark["name"] in INSERTS:
            lines.append(site.fragment(uri, INSERTS[mark["name"]], name=NAMED.sub("", mark["name"])))
            continue
        if prose and line.startswith("<!--") and MEANT.match(line):
            must = (
                f"an insert must stand alone on its line, as <!-- insert: NAME -->, and be one of {', '.join(INSERTS)}"
            )
            problems.append(Problem(shown, number, 1, message(must, f"found {line.strip()}", "correct it")))
        lines.append(line)
    return "\n".join(lines), problems
