"""Draws the pictures that other sites show beside a link, one for each kind of page: words and the bank in, SVG out."""

import textwrap
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pushpull.bank import Bank
from pushpull.pages.pictures import pictures
from pushpull.publish.page.head import KINDS_OF_PAGE

WIDE, HIGH = 1200, 630  # what those sites ask for
TITLE, TEXT, CORNER = 17, 34, 12  # letters of a line, at the size of each
CORNERS = ["low high", "high high", "low low", "high low"]  # of the map, row by row


def drawings(bank: Bank) -> dict[str, str]:
    """Return an SVG for each kind of page."""
    folder = FileSystemLoader(Path(__file__).parent)
    env = Environment(loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    words = {**bank.words["social"], "front_title": bank.model.title}
    across, up = bank.model.axes[0].id, bank.model.axes[-1].id
    named = {f"{quadrant.at[across]} {quadrant.at[up]}": quadrant.name for quadrant in bank.model.quadrants}
    return {
        kind: env.get_template("social.svg.jinja").render(
            name=bank.model.title,
            kind=kind,
            title=textwrap.wrap(words[f"{kind}_title"], TITLE),
            lines=textwrap.wrap(words[f"{kind}_text"], TEXT),
            levels=[level.name for level in bank.model.levels],
            corners=[textwrap.wrap(named.get(at, ""), CORNER) for at in CORNERS],
            cycle=pictures(bank.words["pictures"])["loop"],
        )
        for kind in KINDS_OF_PAGE
    }
