"""A bank with all that exports make use of, responses to it, and their exports."""

import csv
import io
from typing import Any

from node_bridge import call, words
from small_bank import Json, expand_bank, expand_response

SITE = "https://site.example/sub/"
EVIL = "=1+1 *[x](y)* <script>alert(1)</script> | & `c` # {people}\n- next"


def export_bank() -> Json:
    """A bank with all that exports make use of, {people} included."""
    bank = expand_bank(
        {
            "axes": {"pull": ["listening", "sharing"], "joined": ["evidence"]},
            "dimensions": {"listening": ["routine", "chart"], "sharing": ["workload"], "evidence": ["ladder"]},
            "quick": ["routine", "ladder"],
            "plays": ["hour: routine -> 2 S + chart", "table: workload -> 1 M", "count: ladder -> 3 L"],
            "insights": {"quiet": {"when": [{"practice": "workload", "atMost": 1}], "practices": ["workload"]}},
            "scoring": {"showKnown": 1, "showCoverage": 0.3},
        }
    )
    bank |= {"title": "Push to Pull", "effort": [{"id": "S", "name": "Small", "days": 5, "cost": 1}]}
    bank["effort"] += [{"id": "M", "name": "Medium", "days": 20, "cost": 2}]
    bank["effort"] += [{"id": "L", "name": "Large", "days": 60, "cost": 4}]
    for practice in bank["practices"]:
        practice |= {"findOut": f"Whoever keeps the {practice['id']}"}
        practice["anchors"] = [f"{text}, with {{people}}" for text in practice["anchors"]]
    for play in bank["plays"]:
        play |= {"title": f"Try {play['id']} with {{people}}", "lead": "one keen person"}
        play |= {"firstStep": "Invite ten {people}; note it, then tell.", "workedWhen": f"It shows in {play['id']}."}
        play |= {"url": f"playbook/{play['practice']}/#{play['id']}"}
    bank["insights"][0]["say"] = "Few {people} take part."
    for quadrant in bank["quadrants"]:
        quadrant |= {"name": quadrant["id"].title(), "reading": "You speak.", "next": "Listen to ten {people}."}
    return bank


BANK = export_bank()
RESPONSE = expand_response(
    BANK,
    {
        "routine": {"value": 1, "basis": "seen", "note": EVIL},
        "chart": {"value": "unknown"},
        "workload": {"value": 0},
        "ladder": {"value": 1, "basis": "assumed"},
    },
    label="Team *A*",
    role="-lead",
    people="members",
)
QUICK = expand_response(BANK, {"ladder": 3}, form="quick")
OURS = words("exports")
ECHO = {"$js": "echo"}


def export(name: str, bank: Json, response: Json, *rest: Any, say: Any = OURS) -> str:
    advice = call("scoring/recommend", "recommend", bank, response)
    text: str = call("exports/json", name, bank, response, advice, say, *rest)
    return text


def report(bank: Json, response: Json, site: str = "", *, name: str = "toMarkdown", say: Any = OURS) -> str:
    advice = call("scoring/recommend", "recommend", bank, response)
    profile = call("scoring/score", "scoreResponse", bank, response)
    text: str = call("exports/json", name, bank, response, profile, advice, say, site)
    return text


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))
