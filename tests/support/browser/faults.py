"""Faults of pages under test: console errors, uncaught exceptions, requests to other hosts."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

OURS = {"127.0.0.1", "localhost"}
WITHOUT_NETWORK = {"about", "blob", "data"}
# For a page in which every breach of its policy is to be found, in `window.broken`.
NOTE_BREACHES = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  (window.broken ??= []).push(`${violatedDirective} ${blockedURI}`);
});
"""


class Faults:
    """What the watched contexts reported, and the parts of it that the test expects."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._expected: list[str] = []

    def expect(self, part: str) -> None:
        """Let a fault that contains `part` not fail the test."""
        self._expected.append(part)

    @property
    def unexpected(self) -> list[str]:
        """The faults, in order, that nothing expected."""
        return [fault for fault in self.seen if not any(part in fault for part in self._expected)]

    def watch(self, context: BrowserContext) -> None:
        """Note the faults of every page of `context` from here on."""
        context.on("console", self._note_console)
        context.on("weberror", self._note_exception)
        context.on("requestfailed", self._note_request)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console error: {message.text} ({message.location['url']})")

    def _note_exception(self, error: WebError) -> None:
        page = error.page.url if error.page else "a worker"
        self.seen.append(f"uncaught exception on {page}: {error.error}")

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in WITHOUT_NETWORK and address.hostname not in OURS:
            self.seen.append(f"request to another host: {request.url}")
