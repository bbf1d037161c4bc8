"""Rules of symptoms.yml: every complaint leads to a page and a play that helps there."""

from collections.abc import Iterator

from pushpull.bank import Bank
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.symptoms import Symptom

FILE = "symptoms.yml"


def symptoms_lead_somewhere(bank: Bank) -> Iterator[Problem]:
    """A symptom names a known practice and a known play; no id and no complaint stands twice."""
    seen = set[str]()
    for g, group in enumerate(bank.symptoms.groups):
        yield from _again(bank, ("groups", g, "id"), "an id", group.id, seen)
        for s, symptom in enumerate(group.symptoms):
            at: Location = ("groups", g, "symptoms", s)
            yield from _again(bank, (*at, "id"), "an id", symptom.id, seen)
            yield from _again(bank, (*at, "complaint"), "a complaint", symptom.complaint, seen)
            yield from _leads_to_a_page(bank, at, symptom)
            yield from _leads_to_a_play(bank, at, symptom)


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
    known = bank.ids("plays")
    if symptom.play not in known:
        must, found = "a symptom must lead to a play", f'"{symptom.play}" is none'
        yield bank.problem(FILE, (*at, "play"), must, found, did_you_mean(symptom.play, known))


def symptoms_lead_to_a_play_that_helps(bank: Bank) -> Iterator[Problem]:
    """The play of a symptom lifts the practice that it leads to; that of an outcome may be any."""
    for g, group in enumerate(bank.symptoms.groups):
        for s, symptom in enumerate(group.symptoms):
            yield from _helps(bank, ("groups", g, "symptoms", s, "play"), symptom)


def _helps(bank: Bank, at: Location, symptom: Symptom) -> Iterator[Problem]:
    play, dimension = bank.play_by_id.get(symptom.play), bank.dimension_by_practice.get(symptom.practice)
    if play is None or dimension is None or dimension in bank.model.outcomes:
        return
    if symptom.practice not in (play.practice, *play.also_lifts):
        must = "the play must lift the practice that the symptom leads to"
        helping = [each.id for each in bank.plays_by_practice.get(symptom.practice, ())]
        cure = f"name one of {', '.join(helping)}" if helping else "name another practice"
        yield bank.problem(FILE, at, must, f'"{play.id}" lifts "{play.practice}"', cure)
