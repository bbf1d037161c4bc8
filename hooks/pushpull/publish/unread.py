"""The page shown without network in place of one that was not read before: that for addresses that lead nowhere."""

import re
from html import escape

from pushpull.publish.page.loads import NOWHERE, up
from pushpull.words import Words

MARKED = re.compile(r'<div class="pp-nowhere">.*?</div>', re.DOTALL)
WAYS = {"assessment": "assessment", "result": "results"}  # by the name of its words
ADDRESS = r'((?:href|src)="|new URL\("|"(?:base|search)": ?")'


def unread(nowhere: str, site_url: str, words: Words) -> str | None:
    """Return its HTML from that of 404.html, whose addresses begin at the root of the host; these hold anywhere.

    None if that page is not made from our template.
    """
    said = {key: escape(text) for key, text in words["unread"].items()}
    ways = "".join(f'<li><a href="./{path}/">{said[key]}</a></li>' for key, path in WAYS.items())
    text = (
        f'<h1>{said["title"]}</h1><p class="pp-lead">{said["lead"]}</p>'
        f"<p>{said['works']}</p><ul>{ways}<li>{said['opened']}</li></ul>"
        f'<p><a href="">{said["again"]}</a></p>'
    )
    html, found = MARKED.subn(lambda _: text, nowhere, count=1)
    root = re.compile(ADDRESS + re.escape(up(NOWHERE, site_url)))
    return root.sub(r"\1./", html) if found else None
