"""A case of the result page: its bank with all that a page shows, and the page drawn from it without a browser.

A case in YAML, every key but `claim`, `bank`, `answers` and `expect` optional:

    bank: {dimensions: {listening: [a, b]}, beside: {g: h}, ways_out: {low: [b]}, numbers: {a: 5000}}   # see small_bank
    of_steps: true                                    # or some: all that are given are steps, or some
    bare: true                                        # neither a pattern nor a word for people
    answers: "1,2"
    response: {form: quick, snapshots: [{taken: "2026-06-02T10:00:00Z", answers: "0,1"}]}
    long_notes: true                                  # with each answer
    fill: 259                                         # so many questions with notes hold as much as is read
    earlier: {a: [{rev: 1, question: Old?, anchors: [A, B, C, D, E]}]}
    link: {answers: "3,3"}                            # the page is opened with; or a text
    open: [comparing]                                 # tools, by their place on the page
    whole: true                                       # with tables, and all that can be chosen
    now: "2026-11-28T12:00:00Z"
    store: full                                       # or blocked
    stored: {"sheet:channels": "{}"}                  # what else the browser keeps
    text: "{oops"                                     # what it keeps in place of the response
    missing: [words.json]                             # files that do not come
    browser: {copies: true, sends: false, draws: true, compresses: false}
    steps: ["Pin: a-up", {Name of the snapshot: Spring}, {store: full}, {until: Link 1}]
    # or {elsewhere: {answers: "3,3"}}, what another tab stores
    expect: {said: [The snapshot is taken.], plan: [The plan is empty.]}   # lines by part; `said` is announced

A step presses a button by its text, or writes into a field by its label: a text, `{answers: ...}` for a link to a
result, `{name: x.json, text: ...}` or `{name: x.json, file_of: {answers: ...}}` for a file. `until` waits for a text
that another thread has a part in; `elsewhere` gives answers in another tab.
"""

import json
from random import Random
from string import ascii_letters
from typing import Any

from node_bridge import call
from page_words import marked_words
from small_bank import Json, expand_bank, expand_response

PAGE = "../../../tests/support/node/result/page"
NOW = "2026-11-28T12:00:00Z"
SCORING = {"daysPerMonth": 10, "insightBonus": 0.3, "insightBonusMost": 2, "withinNoise": 0.5}
LIMIT, SPARE = 512 * 1024, 20  # bytes that are read, and those left for a change
LONGEST = 2000  # characters of a note
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
        if id_ in short.get("numbers", {}):
            practice["number"] = short["numbers"][id_]
        practice["beside"] = short.get("beside", {}).get(id_)
    for play in bank["plays"]:
        play |= {"firstStep": f"Begin {play['id']}.", "workedWhen": f"{play['id']} shows.", "lead": "one of you"}
        play["url"] = f"playbook/{play['practice']}/#{play['id']}"
    for insight in bank["insights"]:
        insight["say"] = f"{insight['id'].capitalize()} stands out."
    return bank


def link_to(bank: Json, short: Any) -> str:
    """The code of a link, or as it is written."""
    if isinstance(short, str):
        return short
    return str(call("links/link", "encodeWithNotes", bank, expand_response(bank, **short)))


def step_of(bank: Json, step: Any) -> Any:
    """What is pressed, or written into a field: a text, the link to a result, or a file."""
    if isinstance(step, str):
        return step
    [(label, value)] = step.items()
    if label == "elsewhere":
        return {label: json.dumps(expand_response(bank, **value))}
    if isinstance(value, dict) and "answers" in value:
        return {label: link_to(bank, value)}
    if isinstance(value, dict) and "file_of" in value:
        return {label: value | {"text": json.dumps(expand_response(bank, **value["file_of"]))}}
    return {label: value}


def draw_page(bank: Json, response: Json, *, of_steps: Any = False, bare: bool = False, **given: Any) -> Json:
    """The lines of each part of the page that shows a response, with marks; what is not given is as usual."""
    usual = {"open": [], "whole": False, "now": NOW, "store": "open", "browser": {}, "earlier": {}, "stored": {}}
    usual |= {"text": None, "missing": []}
    words = marked_words(plays=of_steps in (False, "some"), steps=bool(of_steps), bare=bare)
    shown = usual | {"steps": []} | given | {"bank": bank, "response": response, "words": words}
    return dict(call(PAGE, "textsOf", shown))


def fill_up(bank: Json, response: Json) -> None:
    """Give each answer a note, so that the response comes as near to what is read as its last note allows."""
    for answer in response["answers"].values():
        answer["note"] = "x" * LONGEST
    *_, last = response["answers"].values()
    last["note"] = ""
    room = LIMIT - SPARE - len(call("response/edit", "compact", bank, response))
    assert 0 < room <= LONGEST, "as many questions as leave less than a note"
    last["note"] = "x" * room


def draw(case: Json) -> Json:
    """The same of a case."""
    if "fill" in case:
        names = [f"q{n}" for n in range(case["fill"])]
        case |= {"bank": case["bank"] | {"dimensions": {"listening": names}}, "answers": dict.fromkeys(names, 1)}
    bank = whole_bank(case["bank"])
    bank["effort"] = [] if case.get("of_steps") is True else bank["effort"]
    fields = case.get("response", {})
    earlier = [expand_response(bank, **each) for each in fields.get("snapshots", [])]
    response = expand_response(bank, case["answers"], **fields | {"snapshots": earlier})
    letters = Random(1)  # noqa: S311 not for secrets
    for answer in response["answers"].values() if case.get("long_notes") else []:
        answer["note"] = "".join(letters.choices(ascii_letters, k=1500))
    if "fill" in case:
        fill_up(bank, response)
    named = ("open", "whole", "now", "store", "browser", "earlier", "stored", "text", "missing")
    given = {key: case[key] for key in named if key in case}
    given["steps"] = [step_of(bank, step) for step in case.get("steps", [])]
    if "link" in case:
        given["link"] = link_to(bank, case["link"])
    kind = {key: case[key] for key in ("of_steps", "bare") if key in case}
    return draw_page(bank, response, **kind, **given)
