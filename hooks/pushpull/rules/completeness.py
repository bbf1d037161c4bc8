"""House style of numbers: how much of each thing there is, and whether what is given is given throughout."""

from collections.abc import Iterator

from pushpull.bank import Bank, name_of
from pushpull.loading.document import Document
from pushpull.problem import Problem
from pushpull.rules.references import outcomes_of
from pushpull.schema.entries import Play, Practice
from pushpull.schema.worksheet import Worksheet

LARGEST_STEP = 2  # levels; a play that lifts further than this has left its first step out
LEAST_STEPS, MOST_STEPS = 3, 6
LEAST_EVIDENCE = 2
THROUGHOUT = ("facet", "why", "evidence", "metric", "find_out")
LIGHTEST, HEAVIEST = 0.5, 2.0  # beyond these one practice outweighs its dimension


def every_step_up_has_a_play(bank: Bank) -> Iterator[Problem]:
    """In a bank with plays, one leads one or two levels up from every level below the top."""
    uncertain = {_practice_of(bank.documents[path]) for path in bank.unread("plays/")}
    if None in uncertain or not bank.ids("plays"):
        return
    lifts = dict[str, set[int]]()
    for _, play in bank.files(Play):
        lifts.setdefault(play.practice, set()).add(play.lifts_to)
    levels, top = bank.model.levels, bank.model.top
    apart = uncertain | outcomes_of(bank)
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


def plays_have_roles(bank: Bank) -> Iterator[Problem]:
    """Where model.yml has roles, each play has one, or the index by role would leave it out."""
    roles = [role.id for role in bank.model.roles]
    for path, play in bank.files(Play):
        if roles and play.role is None:
            must = f"a play must have a role, one of {', '.join(roles)}"
            yield bank.problem(path, ("lead",), must, "it has none", "add `role` below")


def lists_of_steps_are_short(bank: Bank) -> Iterator[Problem]:
    """A play has 3 to 6 steps, and a worksheet that has any has as many."""
    steps = [(path, play.steps) for path, play in bank.files(Play)]
    steps += [(path, sheet.steps) for path, sheet in bank.files(Worksheet) if sheet.steps]
    for path, listed in steps:
        if not LEAST_STEPS <= len(listed) <= MOST_STEPS:
            must = f"there must be {LEAST_STEPS} to {MOST_STEPS} steps"
            cure = "add what is left out" if len(listed) < LEAST_STEPS else "join some, or make two of it"
            yield bank.problem(path, ("steps",), must, f"found {len(listed)}", cure)


def what_one_practice_gives_all_give(bank: Bank) -> Iterator[Problem]:
    """Where one practice has `facet`, `why`, `evidence`, `metric` or `find_out`, each has it."""
    practices = [*bank.files(Practice)]
    for key in THROUGHOUT:
        given = [name_of(path) for path, practice in practices if getattr(practice, key)]
        for path, practice in practices if given else ():
            if not getattr(practice, key):
                must, found = (
                    f"each practice must have `{key}` where one has it",
                    f'it is missing, and "{given[0]}" has it',
                )
                yield bank.problem(path, ("id",), must, found, "add it")


def evidence_has_two_lines(bank: Bank) -> Iterator[Problem]:
    """A practice that names evidence names two pieces of it or more."""
    for path, practice in bank.files(Practice):
        if 0 < len(practice.evidence) < LEAST_EVIDENCE:
            must = f"there must be {LEAST_EVIDENCE} lines of evidence or more"
            yield bank.problem(
                path, ("evidence",), must, f"found {len(practice.evidence)}", "add what else would show it"
            )


def weights_have_reasons(bank: Bank) -> Iterator[Problem]:
    """A weight other than 1 says why."""
    for path, practice in bank.files(Practice):
        if practice.weight != 1 and practice.weight_reason is None:
            must, cure = "a weight other than 1 must have a `weight_reason`", "write it, or take the weight out"
            yield bank.problem(path, ("weight",), must, "it has none", cure)


def weights_stay_close(bank: Bank) -> Iterator[Problem]:
    """The weight of a practice lies between 0.5 and 2."""
    for path, practice in bank.files(Practice):
        if not LIGHTEST <= practice.weight <= HEAVIEST:
            must = f"a weight must lie between {LIGHTEST:g} and {HEAVIEST:g}"
            yield bank.problem(path, ("weight",), must, f"found {practice.weight:g}", "choose one that does")


def forms_ask_of_every_dimension(bank: Bank) -> Iterator[Problem]:
    """A short form asks something of every dimension."""
    for name, form in bank.model.forms.short.items():
        asked = set(form.practices or ())
        for dimension in bank.model.dimensions if asked else ():
            if not asked & set(dimension.practices):
                must, cure = f"the {name} form must ask something of every dimension", "add one of its practices"
                at = ("forms", name, "practices")
                yield bank.problem("model.yml", at, must, f'nothing of "{dimension.id}" is there', cure)


def sheet_examples_give_every_figure(bank: Bank) -> Iterator[Problem]:
    """The example of a worksheet says what each of its figures comes to."""
    for path, worksheet in bank.files(Worksheet):
        for figure in worksheet.works_out if worksheet.example else ():
            if worksheet.example and figure.id not in worksheet.example.figures:
                must, cure = "an example must say what each figure comes to", f"add `{figure.id}`"
                yield bank.problem(path, ("example", "figures"), must, f'"{figure.id}" is missing', cure)
