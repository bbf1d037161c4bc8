"""Measures how a page arrives on a slow phone: first paint, first control, shifts of the layout, long tasks.

The slow phone: a processor four times slower than this one, 1.6 Mbit/s, 150 ms for each request, gzip, nothing cached.
"""

import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass

from playwright.sync_api import Page

RUNS = 7
SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
READY = {
    "": "h1",
    "assessment/quick/": '[data-module="questionnaire/questionnaire"][data-started]',
    "assessment/leadership/": '[data-module="questionnaire/questionnaire"][data-started]',
    "results/": '[data-module="results/results"][data-started]',
    "playbook/the-shift/": "h1",
}  # what says that the first control of a page can be used
BUDGETS = (
    ("first paint", "s", 0.85),
    ("first control", "s", 1.3),
    ("longest task before it", "s", 0.2),
    ("layout shift", "", 0.0),
)  # as the fields of an Arrival

WATCH = """() => {
  window.arrival = { tasks: [], shift: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => window.arrival.tasks.push([startTime, duration]));
  watch("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) window.arrival.shift += value; });
}"""
WAIT = """async (selector) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  while (!document.querySelector(selector) || !paint()) await new Promise(requestAnimationFrame);
  return [paint(), performance.now()];
}"""
SEEN = "() => [window.arrival.tasks, window.arrival.shift]"
Visitor = Callable[[str, str], AbstractContextManager[Page]]


@dataclass(frozen=True)
class Arrival:
    """Seconds from the request to the first paint and to the first control, and of the longest task until then."""

    paint: float
    control: float
    task: float
    shift: float  # cumulative, until the network is idle


def rows(sites: Sequence[str], visitor: Visitor) -> Iterator[list[str]]:
    """Yield a row for each budget of each page: that of the first site beside those of the others.

    Sites take turns, so that a busy spell of the machine falls on all.
    """
    for path, ready in READY.items():
        runs = [[arrival(url, path, ready, visitor) for url in sites] for _ in range(RUNS)]
        medians = [_median([run[n] for run in runs]) for n in range(len(sites))]
        for (name, unit, most), *found in zip(BUDGETS, *map(astuple, medians), strict=True):
            shown = [f"{value:.2f} {unit}".strip() for value in found]
            before = f" (beside: {', '.join(shown[1:])})" if shown[1:] else ""
            verdict = "ok" if round(found[0], 2) <= most else "over"
            yield [f"slow phone, {path or '(home)'}: {name}", shown[0] + before, f"{most} {unit}".strip(), verdict]


def arrival(url: str, path: str, ready: str, visitor: Visitor) -> Arrival:
    """Return how the page at `path` arrives at a visitor who has seen nothing of the site before."""
    with visitor(url, path) as page:
        page.add_init_script(f"({WATCH})()")
        slow_down(page, network=True)
        page.goto(url + path, wait_until="commit")
        paint, control = page.evaluate(WAIT, ready)
        page.wait_for_load_state("networkidle")
        tasks, shift = page.evaluate(SEEN)
    longest = max((duration for start, duration in tasks if start < control), default=0)
    return Arrival(paint / 1000, control / 1000, longest / 1000, shift)


def slow_down(page: Page, slower: int = SLOWER, *, network: bool = False) -> None:
    """Slow down the page's processor, and its network if wanted."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    if network:
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.send("Network.emulateNetworkConditions", NETWORK)


def _median(arrivals: Sequence[Arrival]) -> Arrival:
    return Arrival(*(statistics.median(values) for values in zip(*map(astuple, arrivals), strict=True)))
