"""Responses as codes of a link, and codes read."""

from typing import Any

from node_bridge import call
from small_bank import Json, expand_response
from small_responses import BANK

LOOPS = "../../../tests/support/node/share_loops"
RESPONSE = expand_response(BANK, "3, unknown, na")


def encode(bank: Json, response: Json) -> str:
    code: str = call("links/link", "encode", bank, response)
    return code


def decode(bank: Json, code: Any) -> Json:
    found: Json = call("links/link", "decode", bank, code)
    return found
