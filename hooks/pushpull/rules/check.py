"""Stage four: the rules that hold across files. Each rule yields every problem it finds; none stops at the first."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from pushpull import releases
from pushpull.addresses import names_in
from pushpull.bank import Bank, name_of, read_bank
from pushpull.loading.document import Document, Location
from pushpull.problem import BankError, Problem
from pushpull.rules import depth, model, references, sheet_formulas, sheet_uses, symptoms, word_overrides, wording
from pushpull.schema.entries import Play, Practice
from pushpull.schema.fields import Named
from pushpull.text import words

LEAST_TO_REPEAT = 6  # words; a longer anchor in two practices is a slip of the hand
LARGEST_STEP = 2  # levels; a play that lifts further than this has left its first step out

# Ids that would clash: with a page of that name, with another target on the same page,
# or ("constructor") with what every object in a browser already has.
RESERVED = {
    "practices": {"constructor", "index"},
    "worksheets": {"constructor", *names_in("worksheets")},
    "plays": {
        *("constructor", "steps", "evidence", "plays", "neighbours", "sources"),
        *("explained", "example", "measure", "pitfalls", "settings", "reading"),
    },
    "dimensions": {"constructor", *names_in("assessment", "playbook")},
    "axes": {"constructor"},
    "works": {"constructor", "works"},
}


def open_bank(root: Path) -> Bank:
    """Return the bank below `root`, free of faults.

    Raises: BankError with every fault of every file.
    """
    bank, problems = read_bank(root)
    if bank is not None:
        problems += check(bank)
    if problems or bank is None:
        raise BankError(problems)
    return bank


def check(bank: Bank) -> Iterator[Problem]:
    """Return every breach of every rule."""
    return chain.from_iterable(rule(bank) for rule in RULES)


def file_names_are_ids(bank: Bank) -> Iterator[Problem]:
    """A practice, play or worksheet is in a file named by its id, and no two folders hold one name."""
    homes = dict[str, str]()
    for path, entry in bank.files(Named):
        if name_of(path) != entry.id:
            must, found = f'the id must be the file\'s name, "{name_of(path)}"', f'found "{entry.id}"'
            yield bank.problem(path, ("id",), must, found, "rename one of them")
    for path in (path for path in bank.documents if path.startswith("practices/")):
        if name_of(path) in homes:
            must, found = "an id must be used once", f"{homes[name_of(path)]} has it too"
            yield bank.problem(path, ("id",), must, found, "rename one of them")
        homes.setdefault(name_of(path), path)


def ids_are_free(bank: Bank) -> Iterator[Problem]:
    """No id is one that pages and programs need for themselves."""
    for path in bank.documents:
        if name_of(path) in RESERVED.get(path.partition("/")[0], ()):
            yield _reserved(bank.documents[path], ("id",), name_of(path))
    for path, kind, names in (
        ("model.yml", "dimensions", [dimension.id for dimension in bank.model.dimensions]),
        ("model.yml", "axes", [axis.id for axis in bank.model.axes]),
        ("references.yml", "works", [work.id for work in bank.references.works]),
    ):
        for index, name in enumerate(names):
            if name in RESERVED[kind]:
                yield _reserved(bank.documents[path], (kind, index, "id"), name)


def _reserved(document: Document, at: Location, name: str) -> Problem:
    return document.problem(at, "an id must be free to use", f'"{name}" is needed by the site itself', "choose another")


def anchors_match_levels(bank: Bank) -> Iterator[Problem]:
    """Each practice has one anchor for each level, no two alike; nor is a sentence an anchor of two practices."""
    names, outcomes = [level.name for level in bank.model.levels], references.outcomes_of(bank)
    seen = dict[str, str]()
    for path, practice in bank.files(Practice):
        if len(practice.anchors) != len(names):
            must = f"there must be {len(names)} anchors, one for each level ({', '.join(names)})"
            cure = "add what is missing" if len(practice.anchors) < len(names) else "take out what is too many"
            yield bank.problem(path, ("anchors",), must, f"found {len(practice.anchors)}", cure)
        for index, anchor in enumerate(practice.anchors):
            text = " ".join(anchor.casefold().split())
            # "No." answers many questions, and outcomes are counted on one scale.
            short = len(words(text)) < LEAST_TO_REPEAT or practice.id in outcomes
            if (seen.get(text) == path) if short else text in seen:
                found = f"this one also stands in {seen[text]}"
                yield bank.problem(path, ("anchors", index), "no two anchors may be alike", found, "say what differs")
            seen[text] = path if short else seen.get(text, path)


def numbers_are_used_once(bank: Bank) -> Iterator[Problem]:
    """A practice's number, which fixes its place in links, is used once and never again after it retires."""
    taken = {entry.number: f"the retired {entry.id}" for entry in bank.retired.practices if entry.number}
    free = max([0, *taken, *(practice.number for _, practice in bank.files(Practice))])
    released = {(id_, asked.number) for release in bank.releases.values() for id_, asked in release.practices.items()}
    # Whoever had a number in a release keeps it: the newcomer is to change.
    files = sorted(bank.files(Practice), key=lambda item: (item[1].id, item[1].number) not in released)
    for path, practice in files:
        if practice.number in taken:
            free += 1
            found = f"{practice.number} belongs to {taken[practice.number]}"
            yield bank.problem(path, ("number",), "a number must be used once, for ever", found, f"take {free}")
        taken.setdefault(practice.number, practice.id)


def every_step_up_has_a_play(bank: Bank) -> Iterator[Problem]:
    """From every level below the top, some play of the practice leads one or two levels up."""
    uncertain = {_practice_of(bank.documents[path]) for path in bank.unread("plays/")}
    if None in uncertain:
        return
    lifts = dict[str, set[int]]()
    for _, play in bank.files(Play):
        lifts.setdefault(play.practice, set()).add(play.lifts_to)
    levels, top = bank.model.levels, bank.model.top
    apart = uncertain | references.outcomes_of(bank)
    for path, practice in bank.files(Practice):
        for value in range(top if name_of(path) not in apart else 0):
            last = min(value + LARGEST_STEP, top)
            if lifts.get(name_of(path), set()).isdisjoint(range(value + 1, last + 1)):
                to = str(last) if last == value + 1 else f"{value + 1} or {last}"
                must = f"from {levels[value].name} ({value}) some play must lift {practice.id} to level {to}"
                yield bank.problem(path, ("id",), must, "none does", "add a play")


def _practice_of(document: Document) -> str | None:
    """Return the practice of a play that could not be read, if that much of it could."""
    practice = document.data.get("practice") if isinstance(document.data, dict) else None
    return practice if isinstance(practice, str) else None


def weights_have_reasons(bank: Bank) -> Iterator[Problem]:
    """A weight other than 1 says why."""
    for path, practice in bank.files(Practice):
        if practice.weight != 1 and practice.weight_reason is None:
            must, cure = "a weight other than 1 must have a `weight_reason`", "write it, or take the weight out"
            yield bank.problem(path, ("weight",), must, "it has none", cure)


RULES: tuple[Callable[[Bank], Iterator[Problem]], ...] = (
    file_names_are_ids,
    ids_are_free,
    model.dimensions_list_their_folder,
    model.names_are_used_once,
    model.dimensions_and_axes_meet,
    model.quadrants_cover_the_map,
    model.forms_ask_of_every_dimension,
    model.facts_and_hints_fit,
    model.targets_lie_on_the_scale,
    anchors_match_levels,
    numbers_are_used_once,
    every_step_up_has_a_play,
    weights_have_reasons,
    depth.depth_argues,
    references.plays_lift,
    references.quadrants_begin_with_known_practices,
    references.insights_name_what_exists,
    references.ideas_resolve,
    references.ideas_are_used,
    references.worksheets_inform_practices,
    sheet_formulas.prompts_fit_their_type,
    sheet_formulas.formulas_work_out,
    sheet_formulas.examples_are_whole,
    sheet_uses.pictures_have_their_parts,
    sheet_uses.evidence_is_for_an_answer,
    sheet_uses.counts_have_their_columns,
    symptoms.symptoms_lead_somewhere,
    references.retired_ids_stay_retired,
    references.samples_fit_the_bank,
    references.examples_fit_the_bank,
    wording.questions_ask_one_thing,
    wording.anchors_describe_conduct,
    wording.the_window_is_said_once,
    wording.placeholders_are_known,
    word_overrides.own_words_fit,
    releases.changed_wording_has_a_higher_rev,
    releases.rewording_names_a_release,
    releases.released_practices_live_on_or_retire,
)
