"""Measures what has a budget and prints it beside the budget, as tables.

Sections, all unless named: build (time and memory), pages (bytes of a first load),
arrival (first paint and first control on a slow phone),
browser (time of an answer, Lighthouse where it is there),
live (a page after an edit, scores of a large bank). Only when named:
load (requests a second over a minute behind nginx, by wrk).
Figures depend on the machine: compare only those of one run.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import try_hosting
from bench import browser as bench_browser
from bench import build as bench_build
from bench import live as bench_live
from bench import pages as bench_pages

BUILD_HEAD = (
    "practices", "pages", "runs", "plain s", "hook s", "plain cpu s", "hook cpu s", "first cpu s",
    "added", "<= 25 %", "added first", "<= 25 %", "ms/practice", "plain MB", "hook MB",
)  # fmt: skip
SECTIONS = ("build", "pages", "arrival", "browser", "live")
ALL = (*SECTIONS, "load")


def main() -> int:
    """The exit code: always 0, since a budget that is missed is a finding, not a failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", choices=[*ALL, []], metavar="section", help=", ".join(ALL))
    parser.add_argument("--sizes", type=int, nargs="+", default=bench_build.SIZES, help="practices in the bank")
    parser.add_argument("--runs", type=int, help="builds of each kind (3; 1 from 1,000 practices on)")
    parser.add_argument("--site", type=Path, help="a built site to load pages of, instead of building one")
    parser.add_argument("--beside", type=Path, help="another built site, whose pages arrive beside those of the first")
    options = parser.parse_args()
    chosen = options.sections or SECTIONS
    warn_if_busy()
    if "build" in chosen:
        print("Builds: the bank through the hook, beside the same pages as plain files (medians)\n")
        print(table(BUILD_HEAD, bench_build.rows(tuple(options.sizes), options.runs)))
        print("\nadded: processor time of the hook's build above the plain one; MB: the most memory held")
        print("first: the first build, when nothing is kept of another one, as on a machine that never built before\n")
    if "pages" in chosen:
        sizes, budgets = bench_pages.measure(options.site)
        print("First loads: kB (1,000 bytes) after gzip -9, nothing cached; results with the quick form answered\n")
        print(table(("page", *bench_pages.KINDS, "all", "requests"), sizes))
        print("\n" + table(("budget", "found kB", "at most", ""), budgets))
    if "arrival" in chosen:
        print("\nArrival on a slow phone (medians)\n")
        print(table(("what", "found", "at most", ""), bench_browser.arrivals(options.site, options.beside)), flush=True)
    if "browser" in chosen:
        print("\nIn the browser (medians)\n")
        print(table(("what", "found", "less than", ""), bench_browser.rows(options.site)), flush=True)
    if "live" in chosen:
        print("\nWaiting (medians)\n")
        print(table(("what", "found", "less than", ""), bench_live.rows()))
    if "load" in chosen:
        print("\nLoad behind nginx on this machine, a minute for each kind of file\n")
        print(table(("file", "requests/s", "errors"), try_hosting.loads(options.site)))
    return 0


def warn_if_busy() -> None:
    """Warn when other work on this machine would be measured too."""
    load = os.getloadavg()[0]
    processors = os.cpu_count() or 1
    if load > processors / 2:
        print(f"This machine is busy (load {load:.1f}, {processors} processors): times will be too high.\n", flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows below their head, in columns; the first column to the left, the rest to the right."""
    widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main())
