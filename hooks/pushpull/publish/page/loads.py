"""What a page loads, in its HTML: our scripts and styles by their published names, and the theme's late.

As the theme makes a page it loads all that the settings name. Here it gets what its front matter asks for, with hints
for the browser, and the theme's own part comes once it has been shown.
"""

import re
from dataclasses import replace
from html import escape
from urllib.parse import urlsplit

from pushpull.paths import APP
from pushpull.problem import message
from pushpull.publish.page.head import SOCIAL_FOLDER, STYLE, Head, Meta, asked, late
from pushpull.words import Words

NOWHERE = "404.html"  # shown under any address, so its links begin at the root of the host
OURS = re.compile(r'<(?:link|script)\b(?=[^>]*\s(?:href|src)="[^">]*\bassets/app/)[^>]*>(?:</script>)?')
LEFT = re.compile(r"<(?:link|script)\b[^>]*\bassets/app/[^>]*>")
SHEET = re.compile(r'<link\b(?=[^>]*\brel="?stylesheet\b)[^>]*\bhref="(?P<href>[^">]*)"[^>]*>')
OF_THE_THEME = re.compile(r'<link rel="stylesheet" href="[^">]*\bassets/stylesheets/[^">]*">')
SIGNS = ("stylesheet", f"{APP}/")  # one stands in every tag that the above find at the top of a page
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="[^">]*"[^>]*></script>')
PLAIN = re.compile(r'(?P<start><script src="(?P<src>[^">]*)")></script>')
SETTINGS = '<script id="__config"'  # what the theme's script begins with; all scripts come after it
HEADER, ITS_END = '<header class="md-header', "</header>"
BODY = re.compile(r"<body[^>]*>")
ADDRESS = re.compile(r'<meta property="og:url"[^>]*>')
NO_HOST = re.compile(r'<link rel="canonical" href="/[^">]*">')
FOUND = 'class="md-search-result__meta"'  # how much was, in words
WORKERS = "assets/javascripts/workers/"


def up(url: str, site_url: str) -> str:
    """Return the way from a page to the site's root."""
    return urlsplit(site_url).path or "/" if url == NOWHERE else "../" * url.count("/") or "./"


def with_loads(html: str, url: str, meta: Meta, head: Head, words: Words) -> str:
    """Return a page of the theme with what its front matter asks for in place of all that the settings name.

    Raises: ValueError if it asks for our files in a way that this cannot read.
    """
    top, end, rest = html.partition("</head>")
    body, mark, tail = rest.rpartition(SETTINGS)
    body, tail = map(_without_ours, (body, tail))
    root, embedded = up(url, head.site_url), bool(meta.get("embedded"))
    if head.site_url:
        top = ADDRESS.sub(lambda found: found[0] + _picture(url, head, words), top, count=1)
    else:
        top = NO_HOST.sub("", top)
    top = _with_links(top, root, meta, head)
    if head.offline and not embedded:
        said = "".join(f' data-{key}="{escape(text)}"' for key, text in words["offline"].items())
        top += f'<meta name="push-to-pull:offline" content="on"{said}>\n'
    if not mark:
        return top + end + tail.replace("</body>", f"{_main(root, head)}</body>", 1)
    return top + end + _with_early(body, head, words, embedded=embedded) + mark + _with_scripts(tail, root, meta, head)


def _with_links(top: str, root: str, meta: Meta, head: Head) -> str:
    """Return the head of a page with our sheets, and with hints before its title.

    Raises: ValueError if it names our files in a way that cannot be read.
    """
    start, stop = _linked(top)
    hints, links = head.once((top[start:stop], root, asked(meta)), lambda: _links(top[start:stop], root, meta, head))
    return f"{top[:start]}{links}{top[stop:]}".replace("<title>", f"{hints}<title>", 1)


def _linked(top: str) -> tuple[int, int]:
    """Return where the tags begin and end that may name sheets: those are the same on most pages of a folder."""
    first = [at for sign in SIGNS if (at := top.find(sign)) >= 0]
    if not first:
        return len(top), len(top)
    last = max(top.rfind(sign) for sign in SIGNS)
    return top.rfind("<", 0, min(first)), top.find(">", last) + 1 or len(top)


def _links(links: str, root: str, meta: Meta, head: Head) -> tuple[str, str]:
    """Return the hints for a page whose head has these `links`, and the links that it has in their place."""
    _without_ours(links)  # raises where ours cannot be read; they show where sheets go, so they stay
    if not OF_THE_THEME.search(links):  # which is then not Material
        head = replace(head, critical=None)
    hints = [f'<link {hint.attributes} href="{root}{hint.path}">' for hint in head.hints(meta)]
    hints += [
        f'<link {STYLE} href="{each["href"]}">' for each in SHEET.finditer(links) if hints and _is_host_s(each[0])
    ]
    return "".join(hints), _with_sheets(links, root, meta, head)


def _with_sheets(links: str, root: str, meta: Meta, head: Head) -> str:
    """Return the links of a page with our sheets, and the whole of the theme's late: the order of rules stays.

    Ours stand behind those of Material, and in other themes where the first of ours was.
    """
    own = "".join(f'<link rel="stylesheet" href="{root}{sheet}">' for sheet in head.sheets(meta))
    found = [*OF_THE_THEME.finditer(links)]
    if not found:
        at = first.start() if (first := OURS.search(links)) else len(links)
        return f"{links[:at]}{own}{OURS.sub('', links[at:])}"
    begin, end = found[0].start(), found[-1].end()
    theirs = links[begin:end]
    after = OURS.sub("", links[end:])
    if not head.critical:
        return f"{links[:end]}{own}{after}"
    later = theirs.replace('rel="stylesheet"', 'rel="stylesheet" disabled data-late')
    first_part = f'<link rel="stylesheet" href="{root}{head.critical}">'
    return f"{links[:begin]}{first_part}{later}<noscript>{theirs}</noscript>{own}{after}"


def _with_early(body: str, head: Head, words: Words, *, embedded: bool) -> str:
    """Return the page with the script that runs before it is painted, behind the switch of its colours."""
    early = f"<script>{head.early}</script>"
    before, mark, rest = body.partition(HEADER)
    header, end, after = rest.partition(ITS_END)
    if embedded or not end:
        return BODY.sub(lambda found: found[0] + early, body, count=1)
    if head.searches:
        # Without the name of its form, Material's search does not fetch the index on every page.
        header = header.replace(' name="search"', "", 1)
        said = f'{FOUND} role="status" data-no-search="{escape(words["theme"]["no_search"])}"'
        header = header.replace(FOUND, said, 1)
    return f"{before}{mark}{header}{end}{early}{after}"


def _with_scripts(tail: str, root: str, meta: Meta, head: Head) -> str:
    """Return the end of a page with our script, and with the theme's of a type that does not run.

    It would keep the first question waiting on a slow phone: theme/late.mjs brings it, and with it plain scripts of the
    host, in their order. A page that stands within another has no use for them.
    """
    if head.searches:
        tail = tail.replace(WORKERS, f"{head.folder}/search-worker.js?", 1)
    if meta.get("embedded"):
        return SCRIPT.sub("", tail).replace("</body>", f"{_main(root, head)}</body>", 1)
    alone = all("assets/javascripts/" in script["src"] for script in PLAIN.finditer(tail))
    kind = f'type="text/plain" data-late="{late(meta, alone=alone)}"'
    first = SCRIPT.search(tail)
    at = first.start() if first else tail.index("</body>")
    later = PLAIN.sub(rf"\g<start> {kind}></script>", tail[at:])
    return f"{tail[:at]}{_main(root, head)}{later}"


def _without_ours(html: str) -> str:
    """Return a part of a page without what loads our files.  Raises: ValueError if that cannot be read."""
    if f"{APP}/" not in html:  # few parts have any: to look for that is the faster
        return html
    without = OURS.sub("", html)
    if left := LEFT.search(without):
        must = "a page must name each script and style in double quotes"
        raise ValueError(message(must, f"found {left[0]}", "finish it before anything shortens it"))
    return without


def _main(root: str, head: Head) -> str:
    return f'<script src="{root}{head.folder}/main.mjs" type="module"></script>'


def _is_host_s(link: str) -> bool:
    return not (OF_THE_THEME.fullmatch(link) or OURS.fullmatch(link))


def _picture(url: str, head: Head, words: Words) -> str:
    """Return what shows other sites the picture for this kind of page."""
    kind = head.shown_as("" if url == NOWHERE else url)
    if not kind:
        return ""
    return (
        f'\n<meta property="og:image" content="{escape(head.site_url)}{SOCIAL_FOLDER}/{kind}.png">'
        f'\n<meta property="og:image:alt" content="{escape(words["social"][f"{kind}_text"])}">'
        '\n<meta property="og:image:width" content="1200">'
        '\n<meta property="og:image:height" content="630">'
        '\n<meta name="twitter:card" content="summary_large_image">'
    )
