"""Scores of a response and advice on it, and the same response with another answer."""

from typing import Any

from node_bridge import call
from small_bank import Json

CLOSE = 1e-9


def score(bank: Json, response: Any) -> Json:
    profile: Json = call("scoring/score", "scoreResponse", bank, response)
    return profile


def recommend(bank: Json, response: Any, options: Any = None) -> Json:
    advice: Json = call("scoring/recommend", "recommend", bank, response, options)
    return advice


def overall(bank: Json, response: Any) -> Json:
    found: Json = score(bank, response)["overall"]
    return found


def every_score(profile: Json) -> dict[str, Json]:
    named = {"overall": profile["overall"]}
    for kind in ("axes", "dimensions", "outcomes"):
        named |= {f"{kind}.{id_}": each for id_, each in profile[kind].items()}
    return named


def with_answer(response: Json, id_: str, value: Any) -> Json:
    return response | {"answers": response["answers"] | {id_: {"value": value}}}


def levels_given(response: Json) -> list[str]:
    return [id_ for id_, answer in response["answers"].items() if isinstance(answer["value"], int)]
