"""How dates and names are written for people, wherever they are."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from node_bridge import call

APP = Path(__file__).resolve().parents[3] / "docs" / "assets" / "app"


def dates(node: Path, zone: str, *times: str) -> list[str]:
    script = f"""
        globalThis.document = {{ documentElement: {{ lang: "en" }} }};
        const {{ dateOf }} = await import({json.dumps((APP / "ui" / "format.mjs").as_uri())});
        console.log(JSON.stringify({json.dumps(times)}.map((time) => dateOf(time))));
    """
    command = [str(node), "--input-type=module", "--eval", script]
    run = subprocess.run(command, env=os.environ | {"TZ": zone}, capture_output=True, text=True, check=True)
    return list(json.loads(run.stdout))


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Pacific/Auckland"])
def test_a_day_alone_is_the_same_everywhere(zone: str, node_path: Path) -> None:
    assert dates(node_path, zone, "2026-11-28", "") == ["28 November 2026", "–"]


def test_a_moment_is_shown_in_the_readers_own_time(node_path: Path) -> None:
    assert dates(node_path, "America/New_York", "2026-11-28T02:00:00Z") == ["27 November 2026"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Listening", ["Listening"]),
        ("Kundenorientierung", ["Kundenorientierung"]),
        ("Content and permission", ["Content and", "permission"]),
    ],
)
def test_a_long_name_takes_two_lines_only_where_it_has_two_words(name: str, lines: list[str]) -> None:
    assert call("charts/svg", "halves", name).split("\n") == lines
