"""Calls of the browser's modules from Python, by way of one Node process that answers line by line."""

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from node import node
from pushpull.words import site_words

SCRIPT = Path(__file__).parent / "node" / "bridge.mjs"


class JavaScriptError(Exception):
    """What a called function threw, or what bridge.mjs found wrong with what it did."""


class Bridge:
    """A running Node process with the modules of docs/assets/app at hand."""

    def __init__(self) -> None:
        self._node = subprocess.Popen([node(), SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, module: str, function: str, *args: Any) -> Any:
        """The value that the function returns, as JSON can say it (undefined is None, a Map is a dict)."""
        process = self._node
        if process.stdin is None or process.stdout is None:
            raise JavaScriptError("the bridge is closed")
        process.stdin.write(json.dumps({"module": module, "function": function, "args": args}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise JavaScriptError(f"Node ended with {process.wait()} in {module}.{function}")
        answer = json.loads(line)
        if "error" in answer:
            raise JavaScriptError(answer["error"])
        return answer["value"]

    def close(self) -> None:
        """End the process and wait for it."""
        for stream in (self._node.stdin, self._node.stdout):
            if stream is not None:
                stream.close()
        self._node.wait()


@cache
def shared_bridge() -> Bridge:
    """The one bridge of this test run, closed when Python ends."""
    bridge = Bridge()
    atexit.register(bridge.close)
    return bridge


def words(section: str) -> dict[str, Any]:
    """An argument that says the words of a section of words.yml."""
    return {"$words": site_words()[section]}


def call(module: str, function: str, *args: Any) -> Any:
    """The value of one call through the shared bridge."""
    return shared_bridge()(module, function, *args)
