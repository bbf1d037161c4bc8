"""A bank of three questions, and files of responses to it as the site reads them."""

import json
from typing import Any

from node_bridge import call
from small_bank import Json, expand_bank, expand_response

NOW = "2027-01-02T03:04:05Z"
BANK = expand_bank({"dimensions": {"listening": ["routine", "chart"], "sharing": ["workload"]}, "quick": ["routine"]})


def read(bank: Json, text: Any) -> Json:
    found: Json = call("response/read", "readResponse", bank, text)
    return found


def codes(found: Json) -> list[str]:
    return [problem["code"] for problem in found["problems"]]


def file_with(**fields: Any) -> str:
    return json.dumps(expand_response(BANK, {"routine": 2}) | fields)
