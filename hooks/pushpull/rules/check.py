"""Stage four: the rules across files, those that must hold and those of the house style; each yields all it finds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from pushpull import releases
from pushpull.addresses import names_in
from pushpull.bank import Bank, name_of, read_bank
from pushpull.collector import at_rest
from pushpull.loading.document import Document, Location
from pushpull.problem import BankError, Problem, did_you_mean
from pushpull.rules import (
    completeness,
    depth,
    model,
    references,
    sheet_formulas,
    sheet_uses,
    symptoms,
    word_overrides,
    wording,
)
from pushpull.schema.entries import Practice
from pushpull.schema.fields import Named
from pushpull.schema.house_style import PROSE_RULES

Rule: TypeAlias = "Callable[[Bank], Iterator[Problem]]"

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
    return open_with_advice(root)[0]


@at_rest()
def open_with_advice(root: Path) -> tuple[Bank, list[Problem]]:
    """Return the bank below `root`, free of faults, and where it differs from a house style that only advises.

    Raises: BankError with every fault of every file.
    """
    bank, problems = read_bank(root)
    if bank is None:
        raise BankError(problems)
    faults, advice = bank.model.style.sort(check(bank))
    if faults := [*problems, *faults]:
        raise BankError(faults)
    return bank, advice


def check(bank: Bank) -> Iterator[Problem]:
    """Return every breach of what must hold, and of every rule of the house style that the bank has not turned off."""
    yield from chain.from_iterable(rule(bank) for rule in MUST_HOLD)
    for rule in HOUSE_STYLE:
        if bank.model.style.of(name := style_name(rule)) != "off":
            yield from (replace(problem, style=name) for problem in rule(bank))


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
    """Each practice has one anchor for each level, no two alike."""
    names = [level.name for level in bank.model.levels]
    for path, practice in bank.files(Practice):
        if len(practice.anchors) != len(names):
            must = f"there must be {len(names)} anchors, one for each level ({', '.join(names)})"
            cure = "add what is missing" if len(practice.anchors) < len(names) else "take out what is too many"
            yield bank.problem(path, ("anchors",), must, f"found {len(practice.anchors)}", cure)
        texts = [" ".join(anchor.casefold().split()) for anchor in practice.anchors]
        for index, text in enumerate(texts):
            if text in texts[:index]:
                must, found = "no two anchors of a practice may be alike", "this one stands above too"
                yield bank.problem(path, ("anchors", index), must, found, "say what differs")


def numbers_are_used_once(bank: Bank) -> Iterator[Problem]:
    """A practice's number, which fixes its place in links, is used once and never again after it retires."""
    taken = {entry.number: f"the retired {entry.id}" for entry in bank.retired.practices if entry.number}
    free = max([0, *taken, *(practice.number for _, practice in bank.files(Practice))])
    released = {(id_, asked.number) for release in bank.releases.values() for id_, asked in release.practices.items()}
    # Whoever had a number in a release keeps it: the newcomer is to change.
    files = sorted(bank.files(Practice), key=lambda item: (item[1].id, item[1].number) not in released)
    owned = {*taken, *(number for _, number in released)}
    for path, practice in files:
        if (number := practice.number) in taken:
            free += 1
            found, cure = f"{number} belongs to {taken[number]}", f"take {free}"
            if number not in owned:  # either of the two may have had it first
                found, cure = f"{number} stands in {taken[number]} too", f"{cure} in the newer of the two"
            yield bank.problem(path, ("number",), "a number must be used once, for ever", found, cure)
        taken.setdefault(number, path)


def style_names_its_rules(bank: Bank) -> Iterator[Problem]:
    """`style` in model.yml names rules of the house style."""
    known = house_style()
    for name in bank.model.style.rules:
        if name not in known:
            must, cure = "this must be a rule of the house style", did_you_mean(name, known, "see those for authors")
            yield bank.problem("model.yml", ("style", "rules", name), must, f'found "{name}"', cure)


def style_name(rule: Rule) -> str:
    """Return the name by which a bank softens a rule of the house style."""
    return rule.__name__.replace("_", "-")


def must_hold() -> list[str]:
    """Return what must hold in every bank, a sentence a rule."""
    return [_asks(rule) for rule in MUST_HOLD]


def house_style() -> dict[str, str]:
    """Return what each rule of the house style asks, by its name."""
    return {style_name(rule): _asks(rule) for rule in HOUSE_STYLE} | PROSE_RULES


def _asks(rule: Rule) -> str:
    return (rule.__doc__ or "").partition("\n")[0]


MUST_HOLD: tuple[Rule, ...] = (
    file_names_are_ids,
    ids_are_free,
    model.dimensions_list_their_folder,
    model.names_are_used_once,
    model.dimensions_and_axes_meet,
    model.quadrants_cover_the_map,
    model.forms_ask_known_practices,
    model.forms_have_free_names,
    model.facts_and_hints_fit,
    model.targets_lie_on_the_scale,
    anchors_match_levels,
    numbers_are_used_once,
    depth.depth_fits_its_page,
    references.plays_lift,
    references.quadrants_begin_with_known_practices,
    references.insights_name_what_exists,
    references.ideas_resolve,
    references.worksheets_inform_practices,
    sheet_formulas.prompts_fit_their_type,
    sheet_formulas.formulas_work_out,
    sheet_formulas.examples_fill_what_is_there,
    sheet_uses.pictures_have_their_parts,
    sheet_uses.evidence_is_for_an_answer,
    sheet_uses.answers_fill_in_columns,
    sheet_uses.plans_fill_in_columns,
    sheet_uses.counts_have_their_columns,
    symptoms.symptoms_lead_somewhere,
    references.retired_ids_stay_retired,
    references.samples_fit_the_bank,
    references.examples_fit_the_bank,
    wording.people_have_words,
    wording.braces_hold_people,
    wording.names_do_without_people,
    word_overrides.own_words_fit,
    releases.changed_wording_has_a_higher_rev,
    releases.rewording_names_a_release,
    releases.released_practices_live_on_or_retire,
    style_names_its_rules,
)
HOUSE_STYLE: tuple[Rule, ...] = (
    wording.questions_end_where_they_ask,
    wording.questions_are_short,
    wording.questions_ask_one_thing,
    wording.hints_are_short,
    wording.anchors_are_short,
    wording.anchors_say_what_happens,
    wording.anchors_restate_no_question,
    wording.anchors_are_said_once,
    wording.the_window_is_said_once,
    wording.symptoms_ask_one_thing,
    wording.people_take_no_apostrophe,
    completeness.every_step_up_has_a_play,
    completeness.plays_have_roles,
    completeness.lists_of_steps_are_short,
    completeness.what_one_practice_gives_all_give,
    completeness.evidence_has_two_lines,
    completeness.weights_have_reasons,
    completeness.weights_stay_close,
    completeness.forms_ask_of_every_dimension,
    completeness.sheet_examples_give_every_figure,
    symptoms.symptoms_lead_to_a_play_that_helps,
    depth.explanations_argue,
    depth.depth_warns_and_tells_settings_apart,
    depth.figures_stand_with_their_works,
    references.ideas_are_used,
)
