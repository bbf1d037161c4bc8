"""What a result and its plan say in sentences: golden cases, one at least for each sentence that there is."""

import re

from golden import CASES, cases, differences
from node_bridge import call, words
from page_words import forms_of, sentence_keys
from small_bank import Json, expand_bank, expand_response
from yaml import safe_load

from pushpull.words import with_own_words


def told(case: Json) -> tuple[Json, Json, int]:
    """The bank, what its response comes to, and the days a month that it gives."""
    bank = expand_bank(case["bank"])
    for quadrant in bank["quadrants"]:
        name = quadrant["id"].replace("-", " ").capitalize()
        quadrant |= {"name": name, "reading": f"{name} is where you are. More of it."}
    for axis in bank["axes"]:
        axis["name"] = axis["id"].capitalize()
    for level in bank["levels"]:
        level |= {"name": f"Level {level['value']}", "gist": f"It is at {level['value']}."}
    for play in bank["plays"]:
        play["firstStep"] = f"Begin {play['id']}."
    bank["forms"] |= case.get("forms", {})
    bank |= {"quadrants": [] if case.get("without_places") else bank["quadrants"]}
    response = expand_response(bank, case["answers"], form=case.get("form", "full"), targets=case.get("targets", {}))
    response |= {"plan": case.get("plan", {})}
    parts = {
        "bank": bank,
        "response": response,
        "profile": call("scoring/score", "scoreResponse", bank, response),
        "advice": call("scoring/recommend", "recommend", bank, response, case.get("plan", {})),
        "say": {
            "$words": with_own_words({}, plays=not case.get("of_steps"), steps=bool(case.get("of_steps")))["results"]
        },
        "words": {"$js": "same"},
    }
    return bank, {"$all": parts}, case.get("plan", {}).get("daysPerMonth", 10)


def said(case: Json) -> Json:
    """Every sentence of the result, under a name; what is not said is left out."""
    bank, all_, days = told(case)
    parts = all_["$all"]
    result: Json = {
        name: call("scoring/sentences", f"{name}Of", all_) for name in ("headline", "lead", "overall", "certainty")
    }
    result["line"] = call("scoring/profile-sentences", "lineOf", all_)
    result["balance"] = call("scoring/profile-sentences", "balanceOf", all_)
    for outcome in [each for each in bank["dimensions"] if each["axis"] is None]:
        result[outcome["id"]] = call("scoring/profile-sentences", "outcomeOf", all_, outcome)
    result["summary"] = call("scoring/plan-sentences", "summaryOf", all_)
    plays = parts["advice"]["plays"]
    if not plays:
        return result | {"nothing": call("scoring/plan-reasons", "nothingOf", all_)}
    further = next((step for step in plays if step["from"] > step["because"]["value"]), None)
    for name, step in (("because", plays[0]), ("further", further)):
        result[name] = step and call("scoring/plan-reasons", "becauseOf", all_, step)
    result["start"] = call("scoring/plan-sentences", "startOf", all_, days)
    waves = {step["wave"] for step in plays}
    if "later" in waves and "next" not in waves:
        result["gap"] = call("scoring/plan-sentences", "gapOf", all_, days)
    result["end"] = call("scoring/plan-sentences", "endOf", all_)
    return {name: text for name, text in result.items() if text}


@cases("sentences")
def test_what_is_said_is_as_written_by_hand(case: Json) -> None:
    assert differences(case["expect"], said(case)) == []


def test_every_sentence_has_a_case() -> None:
    """A sentence is found in what the cases expect, whatever stands in its gaps, in each of its forms."""
    texts = "\n".join(
        text
        for file in (CASES / "sentences").glob("*.yml")
        for part in safe_load(file.read_text(encoding="utf-8"))["expect"].values()
        for text in (part.values() if isinstance(part, dict) else [part])
    )
    keys = sentence_keys()
    assert len(keys) > 40, "there is something to test"
    forms = [(key, form) for key in keys for form in _forms(words("results")["$words"][key])]
    assert [] == [key for key, form in forms if not re.search(form, texts)]


def _forms(pattern: str | list[str]) -> list[str]:
    """Each form of a pattern, as what finds it."""
    return [re.sub(r"\\\{\w+\\\}", ".+", re.escape(form)) for form in forms_of(pattern)]
