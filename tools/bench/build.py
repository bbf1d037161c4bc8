"""Measures builds: the bank through the hook, beside the same pages handed to MkDocs as plain files."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.bank import DIMENSIONS, write_bank
from pushpull import build_cache

ROOT = Path(__file__).resolve().parents[2]
SIZES = (36, 200, 1000, 3000)
LARGE = 1000  # practices, from which on a build is measured once
RUNS_OF_LARGE = 1
MOST_ADDED = 0.25  # of the processor time for plain files
Navigation = list[dict[str, str | list[str]]]
NAVIGATION: Navigation = [
    {"Home": "index.md"},
    {"Assessment": ["assessment/index.md", "assessment/quick.md", "bank:questions"]},
    {"Playbook": ["playbook/index.md", "bank:chapters"]},
]


@dataclass(frozen=True)
class Cost:
    """What one command took."""

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def rows(sizes: tuple[int, ...], runs: int | None) -> list[list[str]]:
    """A row of the table for each size of bank."""
    return [row(size, runs or (RUNS_OF_LARGE if size >= LARGE else 3)) for size in sizes]


def row(size: int, runs: int) -> list[str]:
    """What a bank of `size` practices costs, as the median of `runs` builds of each kind; the first is not counted.

    As with bytecode, what is worked out from content alone is there from the second build on.
    """
    with tempfile.TemporaryDirectory() as temporary:
        with_hook, plain = projects(Path(temporary), size)
        shutil.rmtree(build_cache.FOLDER, ignore_errors=True)
        first, _ = cost(build(with_hook)), cost(build(plain))
        # In turns, so that a busy spell of the machine falls on both.
        costs = [(cost(build(with_hook)), cost(build(plain))) for _ in range(runs)]
        pages = len(list((plain / "site").rglob("*.html")))
    hooked, files = (median([pair[kind] for pair in costs]) for kind in (0, 1))
    # Of each pair on its own: what slows the machine for a while slows both.
    added = statistics.median(hook.processor_seconds / file.processor_seconds - 1 for hook, file in costs)
    cold = first.processor_seconds / files.processor_seconds - 1
    return [
        f"{size:,}",
        f"{pages:,}",
        str(runs),
        f"{files.seconds:.2f}",
        f"{hooked.seconds:.2f}",
        f"{files.processor_seconds:.2f}",
        f"{hooked.processor_seconds:.2f}",
        f"{first.processor_seconds:.2f}",
        f"{added:+.0%}",
        "ok" if added <= MOST_ADDED else "over",
        f"{cold:+.0%}",
        "ok" if cold <= MOST_ADDED else "over",
        f"{1000 * hooked.seconds / size:.1f}",
        f"{files.peak_megabytes:.0f}",
        f"{hooked.peak_megabytes:.0f}",
    ]


def projects(folder: Path, size: int) -> tuple[Path, Path]:
    """Two folders that MkDocs can build: one with a bank and the hook, one with the pages it makes as files."""
    with_hook, plain = folder / "with-hook", folder / "plain"
    docs = with_hook / "docs"
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    for page in ("index.md", "assessment/index.md", "playbook/index.md"):
        (docs / page).parent.mkdir(exist_ok=True)
        (docs / page).write_text(f"# {page}\n", encoding="utf-8")
    write_bank(with_hook / "assessment", size)
    configure(with_hook, hooks=[str(ROOT / "hooks" / "mkdocs_hooks.py")], nav=NAVIGATION)
    render = ["-m", "pushpull", "render", "--to", str(plain)]
    run([*render, "--bank", str(with_hook / "assessment"), "--docs", str(docs)])
    configure(plain, hooks=[], nav=plain_navigation())
    return with_hook, plain


def configure(folder: Path, hooks: list[str], nav: Navigation) -> None:
    """Write to `folder` the real site's settings, with these hooks and this navigation."""
    own = {"INHERIT": str(ROOT / "mkdocs.yml"), "hooks": hooks, "watch": [], "nav": nav}
    (folder / "mkdocs.yml").write_text(json.dumps(own, indent=1), encoding="utf-8")  # JSON is YAML too


def plain_navigation() -> Navigation:
    """The navigation that the hook makes of NAVIGATION."""
    names = [f"group-{d}" for d in range(DIMENSIONS)]
    pages = {
        "bank:questions": [f"assessment/{name}.md" for name in names],
        "bank:chapters": [f"playbook/{name}.md" for name in names],
    }
    return [
        {title: [page for entry in below for page in pages.get(entry, [entry])] if isinstance(below, list) else below}
        for part in NAVIGATION
        for title, below in part.items()
    ]


def build(folder: Path) -> list[str]:
    """The arguments for Python that build the site of `folder`."""
    return ["-m", "mkdocs", "build", "--config-file", str(folder / "mkdocs.yml")]


def cost(arguments: list[str]) -> Cost:
    """What running Python with these arguments costs; ends the bench when it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=environment(), stdout=output, stderr=output
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(arguments)} failed:\n{output.read().decode(errors='replace')}")
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # in bytes there, in KiB elsewhere
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, peak / 1_000_000)


def run(arguments: list[str]) -> None:
    """Run Python with these arguments and exit when it fails."""
    cost(arguments)


def environment() -> dict[str, str]:
    """The environment of a build, as most people have it: with bytecode kept from one run to the next."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}


def median(costs: list[Cost]) -> Cost:
    """The median of each figure on its own."""
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.processor_seconds for cost in costs),
        statistics.median(cost.peak_megabytes for cost in costs),
    )
