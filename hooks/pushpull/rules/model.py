"""Rules of model.yml, the frame of the bank: ids, axes, dimensions, quadrants, forms and words for people."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from pushpull.addresses import names_in
from pushpull.bank import Bank, name_of
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.entries import Practice
from pushpull.schema.fields import ID, LONGEST_ID

Place = tuple[Location, str]  # where a name is, and the name


def dimensions_list_their_folder(bank: Bank) -> Iterator[Problem]:
    """Each practice file is in its dimension's folder and once in that dimension's list."""
    folders = {name_of(path): path.split("/")[1] for path in bank.documents if path.startswith("practices/")}
    listed, unlisted = set[str](), folders.keys() - bank.dimension_by_practice.keys()
    for d, dimension in enumerate(bank.model.dimensions):
        for p, practice in enumerate(dimension.practices):
            at = ("dimensions", d, "practices", p)
            home = f"practices/{dimension.id}/{practice}.yml"
            if practice in listed:
                yield bank.problem(
                    "model.yml", at, "a practice must be listed once", f'"{practice}" is again', "keep one"
                )
            elif practice not in folders:
                cure = "; ".join(
                    filter(None, ("add the file or unlist the practice", did_you_mean(practice, unlisted, "")))
                )
                yield bank.problem("model.yml", at, f'"{practice}" must have a file {home}', "there is none", cure)
            elif folders[practice] != dimension.id:
                must = f'"{practice}" must lie in practices/{dimension.id}/'
                found = f"it lies in practices/{folders[practice]}/"
                yield bank.problem("model.yml", at, must, found, "move it, or give the dimension that name")
            listed.add(practice)
    for path, _ in bank.files(Practice):
        if name_of(path) not in listed:
            found, cure = f'"{name_of(path)}" is not', "add it to the list of its dimension"
            yield bank.problem(path, ("id",), "a practice must be listed in model.yml", found, cure)


def names_are_used_once(bank: Bank) -> Iterator[Problem]:
    """Within a list no two entries share an id or a name; nor do an axis and a dimension, for insights name either."""
    model = bank.model
    axes, dimensions = _places("axes", model.axes), _places("dimensions", model.dimensions)
    yield from _repeated(bank, "model.yml", "an id", _places("levels", model.levels))
    yield from _repeated(bank, "model.yml", "an id", axes + dimensions)
    yield from _repeated(bank, "model.yml", "an id", _places("quadrants", model.quadrants))
    yield from _repeated(bank, "model.yml", "an id", _places("effort", model.effort))
    yield from _repeated(bank, "model.yml", "an id", _places("roles", model.roles))
    yield from _repeated(bank, "model.yml", "a name", _places("levels", model.levels, "name"))
    yield from _repeated(bank, "model.yml", "a name", _places("dimensions", model.dimensions, "name"))
    words = [(("people", "options", i), word) for i, word in enumerate(model.words_for_people)]
    yield from _repeated(bank, "model.yml", "a word", words)
    yield from _repeated(bank, "insights.yml", "an id", _places("insights", bank.insights.insights))
    yield from _repeated(bank, "examples.yml", "an id", _places("examples", bank.examples.examples))
    yield from _repeated(bank, "glossary.yml", "an id", _places("terms", bank.glossary.terms))
    yield from _repeated(bank, "references.yml", "an id", _reference_places(bank))
    yield from _repeated(bank, "retired.yml", "an id", _places("practices", bank.retired.practices))
    yield from _repeated(bank, "retired.yml", "an id", _places("plays", bank.retired.plays))


def _reference_places(bank: Bank) -> list[Place]:
    """Sources, ideas and works share a page, where each is a target of links."""
    sources = bank.references.sources
    ideas = [
        (("sources", s, "ideas", i, "id"), idea.id) for s, one in enumerate(sources) for i, idea in enumerate(one.ideas)
    ]
    return _places("sources", sources) + ideas + _places("works", bank.references.works)


def _places(key: str, entries: Iterable[object], attribute: str = "id") -> list[Place]:
    return [((key, index, attribute), getattr(entry, attribute)) for index, entry in enumerate(entries)]


def _repeated(bank: Bank, path: str, what: str, places: Iterable[Place]) -> Iterator[Problem]:
    seen = set[str]()
    for at, name in places:
        if name.casefold() in seen:
            yield bank.problem(path, at, f"{what} must be used once", f'"{name}" is used before', "change one of them")
        seen.add(name.casefold())


def dimensions_and_axes_meet(bank: Bank) -> Iterator[Problem]:
    """Each dimension names an axis, or none where it holds outcomes; and each axis has a dimension."""
    axes = [axis.id for axis in bank.model.axes]
    for d, dimension in enumerate(bank.model.dimensions):
        if dimension.axis is not None and dimension.axis not in axes:
            must, found = f"the axis must be one of {', '.join(axes) or 'those in `axes`'}", f'found "{dimension.axis}"'
            cure = did_you_mean(dimension.axis, axes, "name one of these" if axes else "take it out, or add `axes`")
            yield bank.problem("model.yml", ("dimensions", d, "axis"), must, found, cure)
    for a, axis in enumerate(axes):
        if axis not in {dimension.axis for dimension in bank.model.dimensions}:
            cure = "add one or take the axis out"
            yield bank.problem("model.yml", ("axes", a), "an axis must have a dimension", f'"{axis}" has none', cure)


def quadrants_cover_the_map(bank: Bank) -> Iterator[Problem]:
    """Quadrants, if there are any, name each combination of low and high once."""
    axes = [axis.id for axis in bank.model.axes]
    if bank.model.quadrants and not axes:
        must, cure = "quadrants must have axes to lie between", "take them out, or add `axes`"
        yield bank.problem("model.yml", ("quadrants",), must, "there are none", cure)
        return
    wanted = {tuple(sorted(zip(axes, sides, strict=True))) for sides in product(("low", "high"), repeat=len(axes))}
    for q, quadrant in enumerate(bank.model.quadrants):
        place = tuple(sorted(quadrant.at.items()))
        if place not in wanted:
            must = f"`at` must give low or high for each of {', '.join(axes)}, each combination once"
            found = f"found {_corner(place)}"
            yield bank.problem("model.yml", ("quadrants", q, "at"), must, found, "write one that is still free")
        wanted.discard(place)
    if bank.model.quadrants and wanted:
        missing = "; ".join(_corner(place) for place in sorted(wanted))
        must = "there must be a quadrant for each combination"
        yield bank.problem("model.yml", ("quadrants",), must, f"none has {missing}", "add it")


def _corner(place: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{axis}: {side}" for axis, side in place) or "nothing"


def forms_ask_known_practices(bank: Bank) -> Iterator[Problem]:
    """A short form names one known practice or more, each once; the full form names none."""
    if bank.model.forms.full.practices is not None:
        must, at = "the full form must ask every practice", ("forms", "full", "practices")
        yield bank.problem("model.yml", at, must, "it has a list", "take the list out")
    for name, form in bank.model.forms.short.items():
        if not form.practices:
            must, at = f"the {name} form must list its `practices`", ("forms", name, "practices")
            missing = form.practices is None
            found, cure = ("the list is missing", "add it") if missing else ("the list is empty", "name one or more")
            yield bank.problem("model.yml", at, must, found, cure)
        yield from _asked(bank, ("forms", name, "practices"), form.practices or [])


def _asked(bank: Bank, listed: Location, practices: Iterable[str]) -> Iterator[Problem]:
    known, asked = bank.ids("practices"), set[str]()
    for index, practice in enumerate(practices):
        here = (*listed, index)
        if practice not in known:
            cure = did_you_mean(practice, known)
            yield bank.problem("model.yml", here, "a form must ask known practices", f'"{practice}" is none', cure)
        elif practice in asked:
            yield bank.problem(
                "model.yml", here, "a form must ask a practice once", f'"{practice}" is again', "keep one"
            )
        asked.add(practice)


def forms_have_free_names(bank: Bank) -> Iterator[Problem]:
    """The name of a form is an id that neither a dimension nor another page of the assessment has."""
    taken = (names_in("assessment") - {"quick"}) | {*bank.dimension_by_id, "constructor"}
    for name in bank.model.forms.short:
        at = ("forms", name)
        if not re.fullmatch(ID, name) or len(name) > LONGEST_ID:
            must = "a form's name must be an id: small letters and digits, with single hyphens or underscores between"
            yield bank.problem("model.yml", at, must, f'found "{name}"', "write one such as board")
        elif name in taken:
            must, found = "a form must have a name of its own", f'"{name}" is the name of another page'
            yield bank.problem("model.yml", at, must, found, "choose another")


def targets_lie_on_the_scale(bank: Bank) -> Iterator[Problem]:
    """The least target, where it is given, is a level of this bank."""
    scoring, top = bank.model.scoring, bank.model.top
    least = scoring.target_least
    if least > top and "target_least" in scoring.model_fields_set:
        at, must = ("scoring", "target_least"), f"the least target must be a level, at most {top}"
        yield bank.problem("model.yml", at, must, f"found {least}", "lower it")


def facts_and_hints_fit(bank: Bank) -> Iterator[Problem]:
    """Only an outcome's dimension holds facts, no rev counts from the future, and hints are for words there are."""
    words, outcomes = bank.model.words_for_people, bank.model.outcomes
    for path, practice in bank.files(Practice):
        dimension = bank.dimension_by_practice.get(practice.id)
        if not practice.scored and dimension is not None and dimension not in outcomes:
            must, found = "only a dimension of outcomes may hold a fact", f'"{dimension.id}" is scored'
            yield bank.problem(path, ("scored",), must, found, "take `scored` out, or move the practice")
        if practice.counts_from > practice.rev:
            must, found = f"`counts_from` must be at most `rev`, {practice.rev}", f"found {practice.counts_from}"
            yield bank.problem(path, ("counts_from",), must, found, "lower it, or raise `rev`")
        if practice.beside is not None:
            yield from _beside(bank, path, practice)
        for word in practice.hints_for:
            if word not in words:
                must, cure = "a hint must be for one of the words for people", did_you_mean(word, words)
                yield bank.problem(path, ("hints_for", word), must, f'found "{word}"', cure)


def _beside(bank: Bank, path: str, practice: Practice) -> Iterator[Problem]:
    dimension = bank.dimension_by_practice.get(practice.id)
    others = [other for other in dimension.practices if other != practice.id] if dimension else []
    if practice.scored or practice.beside not in others:
        must = "`beside` must stand with a fact and name an outcome of its dimension"
        cure = "take it out" if practice.scored else did_you_mean(str(practice.beside), others)
        yield bank.problem(path, ("beside",), must, f'found "{practice.beside}"', cure)
