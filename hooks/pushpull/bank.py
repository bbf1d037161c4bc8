"""Stage three: a folder of YAML in, one frozen `Bank` out, in bank order."""

import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from glob import glob
from pathlib import Path
from typing import Any, TypeVar, cast

from pushpull.collector import at_rest
from pushpull.loading.document import Document, Location, Value
from pushpull.loading.files import read_json, read_yaml
from pushpull.loading.validate import read_entry
from pushpull.problem import Problem, message
from pushpull.schema.entries import KINDS, Insights, Play, Practice, Words
from pushpull.schema.examples import Examples
from pushpull.schema.fields import Entry
from pushpull.schema.frame import Dimension, Model
from pushpull.schema.json_files import JSON_KINDS, Release, Sample, ordinal
from pushpull.schema.library import Glossary, Idea, References, RetiredIds, Term, Work
from pushpull.schema.symptoms import Symptom, Symptoms
from pushpull.schema.worksheet import Worksheet
from pushpull.words import with_own_words

EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(frozen=True)
class Bank:
    """Everything under `assessment/`. Entries that could not be read are absent, but their `ids` are known."""

    model: Model
    entries: Mapping[str, Entry]  # by path below the bank's folder
    documents: Mapping[str, Document]  # the same paths; for the place of a problem

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """All practices, in the order of the dimensions and of each dimension's list."""
        found = {entry.id: entry for _, entry in self.files(Practice)}
        listed = [practice for dimension in self.model.dimensions for practice in dimension.practices]
        return tuple(found[practice] for practice in dict.fromkeys(listed) if practice in found)

    @cached_property
    def plays(self) -> tuple[Play, ...]:
        """All plays, in the order of their practices, then by the level they lift to, then by id."""
        order = {practice.id: index for index, practice in enumerate(self.practices)}
        plays = [play for _, play in self.files(Play)]
        return tuple(sorted(plays, key=lambda play: (order.get(play.practice, len(order)), play.lifts_to, play.id)))

    @cached_property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """All worksheets, by id."""
        return tuple(sorted((worksheet for _, worksheet in self.files(Worksheet)), key=lambda worksheet: worksheet.id))

    @cached_property
    def insights(self) -> Insights:
        """The insights, empty if the file is absent."""
        return cast(Insights, self.entries.get("insights.yml", Insights(insights=[])))

    @cached_property
    def references(self) -> References:
        """The sources and works, empty if the file is absent."""
        return cast(References, self.entries.get("references.yml", References()))

    @cached_property
    def glossary(self) -> Glossary:
        """The terms, empty if the file is absent."""
        return cast(Glossary, self.entries.get("glossary.yml", Glossary()))

    @cached_property
    def symptoms(self) -> Symptoms:
        """The complaints and where they lead, empty if the file is absent."""
        return cast(Symptoms, self.entries.get("symptoms.yml", Symptoms()))

    @cached_property
    def symptom_by_id(self) -> Mapping[str, Symptom]:
        """Each symptom by its id."""
        return {symptom.id: symptom for group in self.symptoms.groups for symptom in group.symptoms}

    @cached_property
    def own_words(self) -> Words:
        """What the bank says in its own words, nothing if the file is absent."""
        return cast(Words, self.entries.get("words.yml", Words(words={})))

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Any]]:
        """What the site says, by the part that says it, with the bank's own words in place of ours."""
        has = {"plays": self.plays, "steps": self.steps_without_plays, "patterns": self.insights.insights}
        return with_own_words(self.own_words.words, people=bool(self.model.people), **{k: bool(has[k]) for k in has})

    @cached_property
    def retired(self) -> RetiredIds:
        """The ids that are never used again, empty if the file is absent."""
        return cast(RetiredIds, self.entries.get("retired.yml", RetiredIds()))

    @cached_property
    def examples(self) -> Examples:
        """The worked examples of scoring, none if the file is absent."""
        return cast(Examples, self.entries.get("examples.yml", Examples()))

    @cached_property
    def practice_by_id(self) -> Mapping[str, Practice]:
        """Each practice by its id."""
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def play_by_id(self) -> Mapping[str, Play]:
        """Each play by its id."""
        return {play.id: play for play in self.plays}

    @cached_property
    def idea_by_id(self) -> Mapping[str, Idea]:
        """Each idea of the sources by its id."""
        return {idea.id: idea for source in self.references.sources for idea in source.ideas}

    @cached_property
    def dimension_by_id(self) -> Mapping[str, Dimension]:
        """Each dimension by its id."""
        return {dimension.id: dimension for dimension in self.model.dimensions}

    @cached_property
    def worksheet_by_id(self) -> Mapping[str, Worksheet]:
        """Each worksheet by its id."""
        return {worksheet.id: worksheet for worksheet in self.worksheets}

    @cached_property
    def term_by_id(self) -> Mapping[str, Term]:
        """Each term of the glossary by its id."""
        return {term.id: term for term in self.glossary.terms}

    @cached_property
    def work_by_id(self) -> Mapping[str, Work]:
        """Each work that pages cite by its id."""
        return {work.id: work for work in self.references.works}

    @cached_property
    def dimension_by_practice(self) -> Mapping[str, Dimension]:
        """The dimension that lists each practice."""
        return {practice: dimension for dimension in self.model.dimensions for practice in dimension.practices}

    @cached_property
    def steps_without_plays(self) -> tuple[tuple[Practice, int], ...]:
        """Each level of a practice, outcomes aside, that no play of it leads to or beyond."""
        scored = [each for each in self.model.dimensions if each not in self.model.outcomes]
        asked = [
            (each, self.plays_by_practice[each.id]) for dimension in scored for each in self.practices_of(dimension)
        ]
        reached = [(each, max((play.lifts_to for play in plays), default=0)) for each, plays in asked]
        return tuple((each, level) for each, high in reached for level in range(high + 1, self.model.top + 1))

    @cached_property
    def plays_by_practice(self) -> Mapping[str, tuple[Play, ...]]:
        """Each practice's plays, lowest step first."""
        groups: dict[str, list[Play]] = {practice.id: [] for practice in self.practices}
        for play in self.plays:
            groups.get(play.practice, []).append(play)
        return {practice: tuple(plays) for practice, plays in groups.items()}

    @cached_property
    def samples(self) -> Mapping[str, Value]:
        """The sample responses as data, by file name."""
        return {name_of(path): self.documents[path].data for path, _ in self.files(Sample)}

    @cached_property
    def releases(self) -> Mapping[str, Release]:
        """What each released version asked, by version, oldest first."""
        found = [release for _, release in self.files(Release)]
        return {each.version: each for each in sorted(found, key=lambda release: ordinal(release.version))}

    def ids(self, folder: str) -> frozenset[str]:
        """Return the ids in use in `practices`, `plays` or `worksheets`, those of unreadable files included."""
        return frozenset(name_of(path) for path in self.documents if path.startswith(f"{folder}/"))

    def unread(self, start: str) -> list[str]:
        """Return the paths beginning with `start` whose file is there but gave no entry."""
        return [path for path in self.documents if path.startswith(start) and path not in self.entries]

    def practices_of(self, dimension: Dimension) -> tuple[Practice, ...]:
        """Return the practices of `dimension` in its order."""
        return tuple(self.practice_by_id[each] for each in dimension.practices if each in self.practice_by_id)

    def problem(self, path: str, at: Location, must: str, found: str, cure: str) -> Problem:
        """Return a problem at a place of one of the bank's files."""
        return self.documents[path].problem(at, must, found, cure)

    def files(self, kind: type[EntryT]) -> Iterator[tuple[str, EntryT]]:
        """Return each path that holds an entry of `kind`, with the entry."""
        return ((path, entry) for path, entry in self.entries.items() if isinstance(entry, kind))


@at_rest()
def read_bank(root: Path) -> tuple[Bank | None, list[Problem]]:
    """Return the bank below `root` and all faults of single files; None if there is no frame to hang it in."""
    if not root.is_dir():
        found = "it is a file" if root.exists() else "there is none"
        return None, [Problem(shown(root), 1, 1, message("the bank must be a folder", found, "name the right one"))]
    documents: dict[str, Document] = {}
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    above = shown(root / "x").removesuffix("x")  # once: it asks the disk where this runs
    for model, pattern in (*KINDS.values(), *JSON_KINDS.values()):
        read = read_json if pattern.endswith(".json") else read_yaml
        for inside in _matching(root, pattern):
            documents[inside] = read(root / inside, above + inside)
            entry, faults = read_entry(documents[inside], model)
            problems += faults
            if entry is not None:
                entries[inside] = entry
    problems += _strangers(root, documents)
    frame = entries.get("model.yml")
    if isinstance(frame, Model):
        return Bank(frame, entries, documents), problems
    if "model.yml" not in documents:
        told = message("a bank must have this file", "it is missing", "add it")
        problems.append(Problem(shown(root / "model.yml"), 1, 1, told))
    return None, problems


def name_of(path: str) -> str:
    """Return the name of the file at `path`, without folder and ending: the id of what it holds."""
    return path.rpartition("/")[2].rpartition(".")[0]


def shown(path: Path) -> str:
    """Return `path` as people know it: from the working folder if it is below, else in full."""
    # Not resolve(), which follows links and raises where they run in a circle.
    absolute, here = Path(os.path.abspath(path)), Path.cwd()  # noqa: PTH100
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def _matching(root: Path, pattern: str) -> list[str]:
    """Return the files of one kind, below `root`; hidden ones, which editors leave for a while, are passed over."""
    # As texts: a bank has thousands, and paths are slow to compare.
    found = [Path(path).as_posix() for path in glob(pattern, root_dir=root, include_hidden=True)]  # noqa: PTH207
    return sorted((path for path in found if not _is_hidden(path)), key=lambda path: path.split("/"))


def _strangers(root: Path, read: Container[str]) -> Iterator[Problem]:
    """Return a problem for each YAML file that was not read, since it matches no kind."""
    must = f"a bank file must be one of {', '.join(pattern for _, pattern in KINDS.values())}"
    for folder, folders, files in os.walk(root):
        above = Path(folder, "x").relative_to(root).as_posix().removesuffix("x")
        for path in (above + name for name in (*folders, *files) if name.lower().endswith((".yml", ".yaml"))):
            if path not in read and not _is_hidden(path):
                yield Problem(shown(root / path), 1, 1, message(must, "this is none", "move, rename or delete it"))


def _is_hidden(path: str) -> bool:
    return path.rpartition("/")[2].startswith(".")
