"""What the parts of the result page say, drawn without a browser: golden cases, one at least for each sentence."""

import re
from pathlib import Path

from golden import CASES, cases, differences, read_case
from node_bridge import call, words
from small_bank import Json, expand_bank, expand_response

PAGE = Path(__file__).resolve().parents[3] / "docs" / "assets" / "app" / "pages" / "results"
TEXTS = "../../../tests/support/node/section_texts"
PARTS = ("headline", "first", "map", "readings", "outcomes", "evidence", "patterns", "follow-up", "profile")
PLAN = ("plan", "excluded", "targets")
SENTENCE = re.compile(r"[.:]$")
QUOTED = re.compile(r'"(\w+)"')
SCORING = {"daysPerMonth": 10, "insightBonus": 0.3, "insightBonusMost": 2}
EFFORT = {"S": ("Small", 5, 1), "M": ("Medium", 20, 2), "L": ("Large", 60, 4)}


def whole_bank(short: Json) -> Json:
    """The bank with every text that a page shows."""
    bank = expand_bank(short)
    bank["effort"] = [{"id": id_, "name": n, "days": d, "cost": c} for id_, (n, d, c) in EFFORT.items()]
    bank["forms"] |= short.get("forms", {})
    bank |= {"title": "A bank", "formTitles": {name: f"The {name} form" for name in bank["forms"]}}
    bank["scoring"] = SCORING | short.get("scoring", {})
    for each in [*bank["axes"], *bank["dimensions"]]:
        each["name"] = each["id"].capitalize()
    for level in bank["levels"]:
        level["gist"] = f"It is at {level['value']}."
    if not bank["axes"]:
        bank["quadrants"] = []
        bank["dimensions"] = [each | {"axis": ""} for each in bank["dimensions"]]
    for quadrant in bank["quadrants"]:
        name = quadrant["id"].replace("-", " ").capitalize()
        quadrant |= {"name": name, "reading": f"{name} is where you are. More of it.", "next": f"Leave {name}."}
        quadrant["practices"] = short.get("ways_out", {}).get(quadrant["id"], [])
    for practice in bank["practices"]:
        id_, dimension = practice["id"], practice["dimension"]
        practice |= {"questionUrl": f"assessment/{dimension}/#q-{id_}", "findOut": f"Whoever knows {id_}."}
        practice["beside"] = short.get("beside", {}).get(id_)
    for play in bank["plays"]:
        play |= {"firstStep": f"Begin {play['id']}.", "workedWhen": f"{play['id']} shows.", "lead": "one of you"}
        play["url"] = f"playbook/{play['practice']}/#{play['id']}"
    for insight in bank["insights"]:
        insight["say"] = f"{insight['id'].capitalize()} stands out."
    return bank


def shown(case: Json) -> Json:
    """The lines of each part of the page."""
    bank = whole_bank(case["bank"])
    response = expand_response(bank, case["answers"], **case.get("response", {}))
    return dict(call(TEXTS, "textsOf", bank, response, words("results"), {"guest": case.get("guest", False)}))


@cases("result_page")
def test_what_the_page_says_is_as_looked_over_by_hand(case: Json) -> None:
    assert differences(case["expect"], shown(case)) == []


def test_every_sentence_of_the_page_has_a_case() -> None:
    """A sentence is found in what the cases expect, whatever stands in its gaps, in each of its forms."""
    files = (CASES / "result_page").glob("*.yml")
    said = "\n".join(line for file in files for lines in read_case(file)["expect"].values() for line in lines)
    source = "".join(
        (PAGE / folder / f"{name}.mjs").read_text(encoding="utf-8")
        for folder, names in (("sections", PARTS), ("plan", PLAN))
        for name in names
    )
    patterns = words("results")["$words"]
    named = set(QUOTED.findall(source)) & set(patterns) - {"left"}  # a mark of the plan, as an id
    announced = {key for key in named if key.startswith("said_")}
    keys = {key for key in named - announced if SENTENCE.search(forms(patterns[key])[-1])}
    keys |= {key for key in patterns if key.startswith(("rank_", "outcome_"))}
    assert len(keys) > 25, "there is something to test"
    assert [] == [(key, form) for key in sorted(keys) for form in forms(patterns[key]) if not re.search(form, said)]


def forms(pattern: str | list[str]) -> list[str]:
    """Each form of a pattern, as what finds it."""
    each = pattern if isinstance(pattern, list) else [pattern]
    return [re.sub(r"\\\{\w+\\\}", ".*", re.escape(form)) for form in each]
