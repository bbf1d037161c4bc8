"""Requests a second, by wrk."""

import re
import shutil
import subprocess


def load(port: int, place: str, seconds: int) -> list[list[str]]:
    """Return what wrk measures on two kinds of file: requests a second, and errors."""
    wrk = shutil.which("wrk")
    if wrk is None:
        return [["wrk is not on PATH (Debian: apt-get install wrk)", "", ""]]
    rows = []
    for path in ("assessment/quick/", "bank.json"):
        command = [wrk, "-t2", "-c32", f"-d{seconds}s", "-H", "Accept-Encoding: gzip"]
        address = f"http://127.0.0.1:{port}{place}{path}"
        said = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout
        [speed] = re.findall(r"Requests/sec:\s+([\d.]+)", said)
        errors = re.findall(r"(?:Non-2xx or 3xx responses: |(?:connect|read|write|timeout) )(\d+)", said)
        rows.append([path, f"{float(speed):,.0f}", str(sum(map(int, errors)))])
    return rows
