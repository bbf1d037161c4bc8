"""The one page of a worker, which each test finds as if it were new: another would be a fifth of a visit more."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

LASTING = (  # what a page cannot be rid of again
    "add_init_script",
    "add_locator_handler",
    "expose_binding",
    "expose_function",
    "on",
    "once",
    "route",
    "route_from_har",
    "route_web_socket",
    "set_default_navigation_timeout",
    "set_default_timeout",
    "set_extra_http_headers",
)
LOOKS = ("emulate_media", "set_viewport_size")
FORGET = "() => { sessionStorage.clear(); window.name = ''; }"


class OnePage:
    """The page, made anew only where a test has done to it what lasts."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self._context = context
        self._site = site
        self.kept: Page | None = None
        self._done: set[str] = set()

    def give(self) -> Page:
        """The page, which shows nothing and knows nothing."""
        if self.kept is None:
            self.kept = self._context.new_page()
            for name in LASTING + LOOKS:
                setattr(self.kept, name, self._noting(name, getattr(self.kept, name)))
        self._done.clear()
        return self.kept

    def _noting(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*args: Any, **options: Any) -> Any:
            self._done.add(name)
            return method(*args, **options)

        return noted

    def forget(self) -> None:
        """Have the page forget what it knows beside the site's store, or give it up."""
        page = self.kept
        if page is None:
            return
        if self._done.isdisjoint(LASTING) and not page.is_closed() and page.url.startswith(self._site):
            try:
                page.evaluate(FORGET)
            except PlaywrightError:  # it was about to go elsewhere
                pass
            else:
                return
        page.close()
        self.kept = None

    def leave(self) -> None:
        """Have the page show nothing, as new pages do."""
        page = self.kept
        if page is None:
            return
        if not self._done.isdisjoint(LOOKS):
            page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
            page.set_viewport_size({"width": 1280, "height": 720})
        page.mouse.move(0, 0)
        page.goto("about:blank", wait_until="commit")
