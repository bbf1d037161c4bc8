"""Rules of ids that one file takes from another: each must lead somewhere.

Where the file that should hold an id is there but could not be read, nothing is
said: its own fault is reported, and a hundred ids that seem to lead nowhere would hide it.
"""

from collections.abc import Collection, Iterator, Sequence

from pushpull.bank import Bank
from pushpull.loading.document import Document, Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.entries import Condition, Play, Practice
from pushpull.schema.json_files import Sample
from pushpull.schema.worksheet import Worksheet


def plays_lift(bank: Bank) -> Iterator[Problem]:
    """A play lifts an existing practice to a level above the lowest, by a known effort."""
    practices, worksheets, outcomes = bank.ids("practices"), bank.ids("worksheets"), outcomes_of(bank)
    efforts, top = [effort.id for effort in bank.model.effort], bank.model.top
    for path, play in bank.files(Play):
        yield from _unknown(bank.documents[path], ("practice",), "a practice", [play.practice], practices)
        yield from _outcomes(bank, path, ("practice",), [play.practice], outcomes)
        yield from _outcomes(bank, path, ("also_lifts",), play.also_lifts, outcomes)
        if not 1 <= play.lifts_to <= top:
            must = f"a play must lift to a level from 1 to {top}"
            yield bank.problem(path, ("lifts_to",), must, f"found {play.lifts_to}", "choose one of these")
        if play.effort not in efforts:
            must = f"the effort must be one of {', '.join(efforts) or 'those in `effort` of model.yml'}"
            cure = "choose one of these" if efforts else "add `effort` there"
            yield bank.problem(path, ("effort",), must, f'found "{play.effort}"', cure)
        yield from _role(bank, path, play)
        if play.worksheet is not None:
            yield from _unknown(bank.documents[path], ("worksheet",), "a worksheet", [play.worksheet], worksheets)
        yield from _unknown(bank.documents[path], ("also_lifts",), "a practice", play.also_lifts, practices)
        if play.practice in play.also_lifts:
            at, must = ("also_lifts", play.also_lifts.index(play.practice)), "`also_lifts` must name other practices"
            yield bank.problem(path, at, must, f'"{play.practice}" is the play\'s own', "take it out")


def outcomes_of(bank: Bank) -> frozenset[str]:
    """Return the ids of outcomes and facts: what is asked in dimensions that are not scored with the others."""
    return frozenset(practice for dimension in bank.model.outcomes for practice in dimension.practices)


def _outcomes(
    bank: Bank, path: str, at: Location, names: Sequence[str], outcomes: Collection[str]
) -> Iterator[Problem]:
    for name in names:
        if name in outcomes:
            must, found = "only a practice can be worked on", f'"{name}" is an outcome'
            yield bank.problem(path, at, must, found, "name a practice of a dimension with an axis")


def _role(bank: Bank, path: str, play: Play) -> Iterator[Problem]:
    roles = [role.id for role in bank.model.roles]
    if play.role is not None and play.role not in roles:
        must = f"the role must be one of {', '.join(roles)}" if roles else "a role must be listed in model.yml"
        yield bank.problem(path, ("role",), must, f'found "{play.role}"', did_you_mean(play.role, roles))


def quadrants_begin_with_known_practices(bank: Bank) -> Iterator[Problem]:
    """Each quadrant names known practices to begin with, none of them an outcome."""
    practices, outcomes = bank.ids("practices"), outcomes_of(bank)
    for q, quadrant in enumerate(bank.model.quadrants):
        at = ("quadrants", q, "practices")
        yield from _unknown(bank.documents["model.yml"], at, "a practice", quadrant.practices, practices)
        yield from _outcomes(bank, "model.yml", at, quadrant.practices, outcomes)


def insights_name_what_exists(bank: Bank) -> Iterator[Problem]:
    """Each insight points at known practices, and its conditions name known ids."""
    practices, outcomes = bank.ids("practices"), outcomes_of(bank)
    means = [*(axis.id for axis in bank.model.axes), *(dimension.id for dimension in bank.model.dimensions)]
    for i, insight in enumerate(bank.insights.insights):
        at, document = ("insights", i), bank.documents["insights.yml"]
        yield from _unknown(document, (*at, "practices"), "a practice", insight.practices, practices)
        yield from _outcomes(bank, "insights.yml", (*at, "practices"), insight.practices, outcomes)
        for c, condition in enumerate(insight.when):
            here = (*at, "when", c)
            yield from _ill_formed(bank, here, condition)
            mean = [condition.mean] if condition.mean else []
            yield from _unknown(document, (*here, "mean"), "an axis or dimension", mean, means)
            sides, known = condition.gap or [], [*means, *practices]
            yield from _unknown(document, (*here, "gap"), "an axis, dimension or practice", sides, known)
            named = [condition.practice] if condition.practice else []
            yield from _unknown(document, (*here, "practice"), "a practice", named, practices)


def _ill_formed(bank: Bank, at: Location, condition: Condition) -> Iterator[Problem]:
    """A condition says one thing against one number on the scale."""
    top = bank.model.top
    subjects = [name for name in ("mean", "practice", "gap") if getattr(condition, name) is not None]
    if len(subjects) != 1:
        must, found = "a condition must have one of mean, practice and gap", f"found {' and '.join(subjects) or 'none'}"
        yield bank.problem("insights.yml", at, must, found, "keep one" if subjects else "add one")
    bounds = [bound for bound in (condition.at_least, condition.at_most) if bound is not None]
    if len(bounds) != 1:
        must, found = "a condition must have one of at_least and at_most", f"found {'both' if bounds else 'none'}"
        yield bank.problem("insights.yml", at, must, found, "keep one" if bounds else "add one")
    for bound in bounds:
        if not 0 <= bound <= top:
            must = f"a condition's number must lie between 0 and {top}"
            yield bank.problem("insights.yml", at, must, f"found {bound:g}", "choose one that does")


def ideas_resolve(bank: Bank) -> Iterator[Problem]:
    """Every idea that is cited is in references.yml."""
    if bank.unread("references.yml"):
        return
    if "references.yml" not in bank.documents:
        for path, at, cited in _citations(bank):
            if cited:
                found = "that file is missing"
                yield bank.problem(path, at, "ideas that are cited must stand in references.yml", found, "add it")
                return
    for path, at, cited in _citations(bank):
        yield from _unknown(bank.documents[path], at, "an idea in references.yml", cited, bank.idea_by_id)


def ideas_are_used(bank: Bank) -> Iterator[Problem]:
    """Every idea that was found in a source is cited by a practice or an insight."""
    if bank.unread("practices/") or bank.unread("insights.yml"):
        return
    cited = {idea for path, _, ideas in _citations(bank) if not path.startswith("worksheets/") for idea in ideas}
    for s, source in enumerate(bank.references.sources):
        for i, idea in enumerate(source.ideas):
            if idea.id not in cited:
                at, found = ("sources", s, "ideas", i, "id"), f'none cites "{idea.id}"'
                must = "every idea must be cited by a practice or an insight"
                yield bank.problem("references.yml", at, must, found, "cite it where it applies")


def _citations(bank: Bank) -> Iterator[tuple[str, Location, Sequence[str]]]:
    for path, practice in bank.files(Practice):
        yield path, ("sources",), practice.sources
    for path, worksheet in bank.files(Worksheet):
        yield path, ("sources",), worksheet.sources
    for i, insight in enumerate(bank.insights.insights):
        yield "insights.yml", ("insights", i, "sources"), insight.sources


def worksheets_inform_practices(bank: Bank) -> Iterator[Problem]:
    """A worksheet informs known practices."""
    practices = bank.ids("practices")
    for path, worksheet in bank.files(Worksheet):
        yield from _unknown(bank.documents[path], ("informs",), "a practice", worksheet.informs, practices)


def retired_ids_stay_retired(bank: Bank) -> Iterator[Problem]:
    """An id in retired.yml is in use nowhere, and `moved_to` names something that is."""
    for kind, what, entries in (
        ("practices", "a practice", bank.retired.practices),
        ("plays", "a play", bank.retired.plays),
    ):
        in_use = bank.ids(kind)
        for index, entry in enumerate(entries):
            if entry.id in in_use:
                at, found = (kind, index, "id"), f'"{entry.id}" is in use'
                cure = "choose another id for the new one"
                yield bank.problem("retired.yml", at, "a retired id must never be used again", found, cure)
            if entry.moved_to is not None:
                at = (kind, index, "moved_to")
                yield from _unknown(bank.documents["retired.yml"], at, what, [entry.moved_to], in_use)


def samples_fit_the_bank(bank: Bank) -> Iterator[Problem]:
    """A sample belongs to this bank and answers known practices, as they stand, with levels that they have."""
    top, practices = bank.model.top, bank.ids("practices")
    revs = {practice.id: practice.rev for practice in bank.practices}
    for path, sample in bank.files(Sample):
        if sample.bank.id != bank.model.id:
            must, found = f'a sample must belong to "{bank.model.id}"', f'found "{sample.bank.id}"'
            yield bank.problem(path, ("bank", "id"), must, found, "make it anew with this bank")
        forms = [*bank.model.forms.short, "full"]
        if sample.form not in forms:
            must, cure = f"a sample must answer a form: {', '.join(forms)}", did_you_mean(sample.form, forms)
            yield bank.problem(path, ("form",), must, f'found "{sample.form}"', cure)
        for practice, answer in sample.answers.items():
            yield from _unknown(bank.documents[path], ("answers", practice), "a practice", [practice], practices)
            if isinstance(answer.value, int) and not 0 <= answer.value <= top:
                at, must = ("answers", practice, "value"), f"an answer must be a level from 0 to {top}, unknown or na"
                yield bank.problem(path, at, must, f"found {answer.value}", "choose one of these")
            if answer.rev is not None and answer.rev != revs.get(practice, answer.rev):
                at, must = (
                    ("answers", practice, "rev"),
                    f"a sample must answer revision {revs[practice]} of its question",
                )
                yield bank.problem(path, at, must, f"found {answer.rev}", "read the question again, then write its rev")
        dimensions = [dimension.id for dimension in bank.model.dimensions]
        for dimension in sample.targets:
            yield from _unknown(bank.documents[path], ("targets", dimension), "a dimension", [dimension], dimensions)


def examples_fit_the_bank(bank: Bank) -> Iterator[Problem]:
    """A worked example answers with levels of this bank."""
    top = bank.model.top
    for e, example in enumerate(bank.examples.examples):
        for d, dimension in enumerate(example.dimensions):
            for a, value in enumerate(dimension.answers):
                if isinstance(value, int) and not 0 <= value <= top:
                    at = ("examples", e, "dimensions", d, "answers", a)
                    must = f"an answer must be a level from 0 to {top}, unknown or na"
                    yield bank.problem("examples.yml", at, must, f"found {value}", "choose one of these")


def _unknown(
    document: Document, at: Location, what: str, names: Sequence[str], known: Collection[str]
) -> Iterator[Problem]:
    """Return a problem for each name in the list at `at` (or the one name there) that is unknown or there twice."""
    seen = set[str]()
    for index, name in enumerate(names):
        if name not in known:
            found, cure = f'"{name}" is none', did_you_mean(name, known)
            yield document.problem(_within(document, at, index), f"this must be the id of {what}", found, cure)
        elif name in seen:
            here = _within(document, at, index)
            yield document.problem(here, "an id must stand once in a list", f'"{name}" is again', "keep one")
        seen.add(name)


def _within(document: Document, at: Location, index: int) -> Location:
    """Return where an entry of the list at `at` is, or of the one name there."""
    return (*at, index) if (*at, index) in document.marks else at
