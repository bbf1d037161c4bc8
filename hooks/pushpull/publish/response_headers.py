"""Ready-made response headers, for hosts that read a `_headers` file; the page for hosts has the same for others."""

import re
from collections.abc import Mapping, Sequence

from pushpull.problem import message

POLICY = "Content-Security-Policy"
EMBEDDED = "embed/*"
NOBODY = "'none'"
FRAMER = re.compile(r"\*|'self'|'none'|https?://[\w.*-]+(:\d+)?")

ALWAYS: Mapping[str, str] = {
    # The rest of the policy is in each page, with the hashes of that page; framing can only be forbidden here.
    POLICY: f"frame-ancestors {NOBODY}",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
UNCHANGING = "public, max-age=31536000, immutable"


def framers(setting: object) -> tuple[str, str]:
    """Return who may embed the quick form, as `frame-ancestors` says it, and what is wrong with the setting."""
    names = str(setting or NOBODY).split()
    if all(FRAMER.fullmatch(name) for name in names):
        return " ".join(names), ""
    must = "extra.embed must be addresses of sites with a space between them"
    return NOBODY, message(must, f'found "{setting}"', "write https://example.org")


def headers_file(asset_folder: str, embedded_by: str = NOBODY, places: Sequence[str] = ()) -> str:
    """Return the text of `_headers`: safety everywhere, long caching for what its content names.

    Pages get no rule of their own: such hosts have a browser ask about them each time, and would join two rules. Where
    others may embed a page, `places`, all that lies at the site's root, say one by one that they may not be framed.
    """
    framed = EMBEDDED in places and embedded_by != NOBODY
    rest = {name: value for name, value in ALWAYS.items() if not framed or name != POLICY}
    apart = {f"/{place}": {POLICY: ALWAYS[POLICY]} for place in ("", *places) if place != EMBEDDED}
    rules: dict[str, Mapping[str, str]] = {
        "/*": rest,
        **({**apart, f"/{EMBEDDED}": {POLICY: f"frame-ancestors {embedded_by}"}} if framed else {}),
        f"/{asset_folder}/*": {"Cache-Control": UNCHANGING},
        "/assets/stylesheets/*": {"Cache-Control": UNCHANGING},
        "/assets/javascripts/*": {"Cache-Control": UNCHANGING},
    }
    lines = []
    for path, rule in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in rule.items()), ""]
    return "\n".join(lines)
