"""Rules of symptoms.yml: every complaint leads to a page, a play that helps there, and a question."""

from collections.abc import Iterator

from pushpull.bank import Bank
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.symptoms import Symptom

FILE = "symptoms.yml"


def symptoms_lead_somewhere(bank: Bank) -> Iterator[Problem]:
    """A symptom has a known practice, a play that helps there, and a question; no id and no complaint stands twice."""
    seen = set[str]()
    for g, group in enumerate(bank.symptoms.groups):
        yield from _again(bank, ("groups", g, "id"), "an id", group.id, seen)
        for s, symptom in enumerate(group.symptoms):
            at: Location = ("groups", g, "symptoms", s)
            yield from _again(bank, (*at, "id"), "an id", symptom.id, seen)
            yield from _again(bank, (*at, "complaint"), "a complaint", symptom.complaint, seen)
            yield from _leads_to_a_page(bank, at, symptom)
            yield from _leads_to_a_play(bank, at, symptom)
            if symptom.ask.count("?") != 1 or not symptom.ask.endswith("?"):
                must, cure = "`ask` must be one question, with its question mark at the end", "ask one thing"
                yield bank.problem(FILE, (*at, "ask"), must, "it is none", cure)


def _again(bank: Bank, at: Location, what: str, name: str, seen: set[str]) -> Iterator[Problem]:
    if name.casefold() in seen:
        yield bank.problem(FILE, at, f"{what} must be used once", f'"{name}" is used before', "change one of them")
    seen.add(name.casefold())


def _leads_to_a_page(bank: Bank, at: Location, symptom: Symptom) -> Iterator[Problem]:
    known = bank.ids("practices")
    if symptom.practice not in known:
        must, found = "a symptom must lead to the page of a practice", f'"{symptom.practice}" is none'
        yield bank.problem(FILE, (*at, "practice"), must, found, did_you_mean(symptom.practice, known))


def _leads_to_a_play(bank: Bank, at: Location, symptom: Symptom) -> Iterator[Problem]:
    """Outcomes have no plays, so their symptoms may take any; else the play lifts the practice that is read about."""
    known, play = bank.ids("plays"), bank.play_by_id.get(symptom.play)
    if symptom.play not in known:
        must, found = "a symptom must lead to a play", f'"{symptom.play}" is none'
        yield bank.problem(FILE, (*at, "play"), must, found, did_you_mean(symptom.play, known))
    dimension = bank.dimension_by_practice.get(symptom.practice)
    if play is None or dimension is None or dimension.axis is None:
        return
    if symptom.practice not in (play.practice, *play.also_lifts):
        must = "the play must lift the practice that the symptom leads to"
        helping = [each.id for each in bank.plays_by_practice.get(symptom.practice, ())]
        cure = f"name one of {', '.join(helping)}" if helping else "name another practice"
        yield bank.problem(FILE, (*at, "play"), must, f'"{play.id}" lifts "{play.practice}"', cure)
