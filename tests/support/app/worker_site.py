"""A small built site, and a browser in which its service worker runs."""

import json
import subprocess
from pathlib import Path
from typing import Any

from node import node
from pushpull.publish.service_worker import worker

NODE = Path(__file__).resolve().parents[1] / "node"
WORLD = NODE / "worker_world.mjs"
SIGN = '<meta name="push-to-pull:offline" content="on">'
APP = "assets/app-12345678"
FILES = {
    "": "Home",
    "assessment/": "Task list",
    "assessment/quick/": "Quick form",
    "assessment/trust/": "Questions",
    "results/": "Result",
    "method/": "Method",
    "offline.html": 'You are offline <a href="./results/"></a><a href=""></a> {"base": "./", "search": "./s.js?x"}',
    f"{APP}/main.mjs": "main()",
    f"{APP}/bank.json": "{}",
    f"{APP}/ui/tooltips.mjs": "tips()",
    f"{APP}/pages/results/tools/export.mjs": "save()",
    f"{APP}/vendor/qrcode.mjs": "squares()",
    f"{APP}/pages/worksheet/worksheet.mjs": "sheet()",
    f"{APP}/worksheet.css": "td {}",
    "assets/search.js": "search()",
    "assets/theme.css": "a {}",
    "assets/big.png": "a picture",
    "assets/logo.svg": "<svg/>",
}
CORE = {
    *("", "assessment/", "assessment/quick/", "results/", "offline.html", "assets/logo.svg"),
    *(f"{APP}/main.mjs", f"{APP}/bank.json", f"{APP}/ui/tooltips.mjs"),
}
SHEETS = {f"{APP}/pages/worksheet/worksheet.mjs", f"{APP}/worksheet.css"}
TOOLS = {f"{APP}/pages/results/tools/export.mjs", f"{APP}/vendor/qrcode.mjs"}
REST = {"assessment/trust/", "assets/theme.css", *TOOLS, *SHEETS}


def page(text: str, depth: int) -> str:
    up = "../" * depth
    images = "".join(f'<img src="{up}assets/{name}">' for name in ("big.png#only-light", "logo.svg"))
    late = (
        f'<link disabled data-late href="{up}assets/theme.css"><noscript><link href="{up}assets/theme.css"></noscript>'
    )
    return f'<head>{SIGN}{late}</head><script src="{up}{APP}/main.mjs"></script>{images}<h1>{text}</h1>'


class World:
    """A built site, and a browser in which its worker runs."""

    def __init__(self, folder: Path, root: str) -> None:
        self.folder = folder
        self.root = root
        for url, text in FILES.items():
            path = folder / (f"{url}index.html" if not url or url.endswith("/") else url)
            path.parent.mkdir(parents=True, exist_ok=True)
            is_page = path.name == "index.html"
            path.write_text(page(text, url.count("/")) if is_page else text, encoding="utf-8")
        self.worker = worker(folder, on=True)

    def __call__(self, *steps: tuple[str, Any]) -> list[Any]:
        """What came of each step; see `deeds` in worker_world.mjs."""
        given = {"worker": self.worker, "folder": str(self.folder), "root": self.root, "steps": steps}
        run = subprocess.run([node(), WORLD], input=json.dumps(given), capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        came: list[Any] = json.loads(run.stdout)
        return came

    def at(self, *urls: str) -> list[str]:
        return sorted(self.root + url for url in urls)
