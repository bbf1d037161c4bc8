"""Ready-made response headers, for hosts that read a `_headers` file; the page for hosts has the same for others."""

from collections.abc import Mapping

ALWAYS: Mapping[str, str] = {
    # The rest of the policy is in each page, with the hashes of that page; framing can only be forbidden here.
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
UNCHANGING = "public, max-age=31536000, immutable"


def headers_file(asset_folder: str) -> str:
    """Return the text of `_headers`: safety everywhere, long caching for what its content names.

    Pages get no rule of their own: such hosts have a browser ask about them each time, and would join two rules.
    """
    rules: dict[str, Mapping[str, str]] = {
        "/*": ALWAYS,
        f"/{asset_folder}/*": {"Cache-Control": UNCHANGING},
        "/assets/stylesheets/*": {"Cache-Control": UNCHANGING},
        "/assets/javascripts/*": {"Cache-Control": UNCHANGING},
    }
    lines = []
    for path, rule in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in rule.items()), ""]
    return "\n".join(lines)
