"""Stage five: a bank in, the text of every generated page out. Words and markup live in `templates/`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from types import SimpleNamespace
from typing import Any, TypeVar

from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from pushpull import addresses
from pushpull.bank import Bank
from pushpull.coverage import coverage
from pushpull.pages import pictures
from pushpull.pages import reading_time as duration
from pushpull.pages.front_matter import parts, title_of
from pushpull.pages.links import Linker
from pushpull.pages.play_index import WAYS, Group, groups
from pushpull.pages.sheet_json import sheet_data
from pushpull.pages.templating import common_words, environment
from pushpull.releases import changes, has_changed
from pushpull.rules.check import house_style, must_hold
from pushpull.schema.entries import Insight, Play, Practice
from pushpull.schema.symptoms import Symptom

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """One generated page: `uri` below the docs folder, its Markdown, and the bank file an author would edit."""

    uri: str
    text: str
    source: str


@dataclass(frozen=True)
class Site:
    """What every page draws on: the bank and the templates."""

    bank: Bank
    written: frozenset[str] = frozenset()  # pages by hand, below the docs folder: only those are linked to

    @cached_property
    def env(self) -> Environment:
        """The templates, which all see the bank and its model."""
        env = environment(self.bank.model, self.bank.glossary.terms)
        env.globals |= {
            "bank": self.bank,
            "w": SimpleNamespace(**{part: SimpleNamespace(**texts) for part, texts in self.bank.words.items()}),
            "said": cache(self.said),
            "model": self.bank.model,
            "written": self.written,
            "minutes": self.minutes,
            "asked": {**self.asked, "full": self.bank.practices},
            "ways_in": self.ways_in,
            "pictures": pictures.pictures(self.bank.words["pictures"]),
            "wide": pictures.WIDE,
            "common": common_words(" ".join([p.title, *p.also_called, *p.found_by]) for p in self.bank.practices),
            "constants": self.bank.model.constants,
            "rules": {"must-hold": must_hold(), "house-style": house_style()},
            "changes": changes(self.bank),
        }
        return env

    def said(self, section: str) -> Markup:
        """Return the words that a module of the browser side says, as JSON that may stand in a page."""
        return htmlsafe_json_dumps({**self.bank.words["common"], **self.bank.words[section]}, sort_keys=True)

    @cached_property
    def quick(self) -> list[Practice]:
        """The practices of the quick form, in its order."""
        return self.asked.get("quick", [])

    @cached_property
    def asked(self) -> dict[str, list[Practice]]:
        """The practices of each short form, in its order."""
        by_id = self.bank.practice_by_id
        forms = self.bank.model.forms.short
        return {name: [by_id[practice] for practice in form.practices or []] for name, form in forms.items()}

    @cached_property
    def minutes(self) -> dict[str, int]:
        """How long each form takes."""
        asked = {**self.asked, "full": self.bank.practices}
        return {form: duration.minutes(practices, self.bank.model) for form, practices in asked.items()}

    @cached_property
    def ways_in(self) -> dict[str, list[Group]]:
        """The plays in groups, by each kind of group that this bank has."""
        return {kind: found for kind in WAYS if (found := groups(self.bank, kind))}

    def page(self, uri: str, template: str, source: str, **values: Any) -> Page:  # noqa: ANN401 whatever it names
        """Return the page that `template` makes for `uri`; the template's `link` is relative to that page."""
        return Page(uri, self.fragment(uri, template, **values), source)

    def fragment(self, uri: str, template: str, **values: Any) -> str:  # noqa: ANN401 whatever it names
        """Return what `template` makes, with links that are right on the page at `uri`."""
        return self.env.get_template(template).render(link=Linker(self.bank, uri), quick=self.quick, **values)


def site_pages(site: Site, chapters: Mapping[str, str], written: Mapping[str, str] | None = None) -> list[Page]:
    """Return every page made from the bank, in a fixed order.

    `chapters` are Markdown by dimension id, with links made; `written` is all that was written by hand, by page.
    """
    return [*_assessment(site), *_playbook(site, chapters), *_worksheets(site), *_reference(site, written or {})]


def _assessment(site: Site) -> Iterator[Page]:
    model = site.bank.model
    yield site.page(addresses.TASK_LIST, "assessment/task_list.md.jinja", "model.yml")
    for name, form in model.forms.short.items():
        yield site.page(f"assessment/{name}.md", "assessment/quick.md.jinja", "model.yml", name=name, form=form)
    if model.forms.quick:
        yield site.page(addresses.EMBED, "embed/quick.md.jinja", "model.yml")
    for previous, dimension, following in _neighbours(model.dimensions):
        yield site.page(
            f"assessment/{dimension.id}.md",
            "assessment/questions.md.jinja",
            "model.yml",
            dimension=dimension,
            previous=previous,
            following=following,
        )
    yield site.page(addresses.REVIEW, "assessment/review.md.jinja", "model.yml")
    yield site.page(addresses.DEVICE, "assessment/device.md.jinja", "model.yml")
    yield site.page(addresses.RESULTS, "assessment/results.md.jinja", "model.yml")
    yield site.page(addresses.PRINT, "assessment/print.md.jinja", "model.yml")
    yield site.page(addresses.TEAM, "team/team.md.jinja", "model.yml")
    yield site.page(addresses.TEAM_ANSWER, "team/answer.md.jinja", "model.yml")


def _playbook(site: Site, chapters: Mapping[str, str]) -> Iterator[Page]:
    bank = site.bank
    yield site.page(addresses.PLAYBOOK, "playbook/playbook.md.jinja", "model.yml", chapters=chapters)
    if bank.symptoms.groups:
        yield site.page(addresses.WHAT_HURTS, "playbook/what_hurts.md.jinja", "symptoms.yml")
    for dimension in bank.model.dimensions:
        uri, chapter = f"playbook/{dimension.id}.md", chapters.get(dimension.id, "")
        yield site.page(uri, "playbook/dimension.md.jinja", "model.yml", dimension=dimension, chapter=chapter)
    also_lifted_by, pointed_at_by, hurts = _also_lifted_by(bank), _pointed_at_by(bank), _hurts(bank)
    for before, practice, after in _neighbours(bank.practices):
        dimension = bank.dimension_by_practice[practice.id]
        yield site.page(
            f"playbook/{dimension.id}/{practice.id}.md",
            "playbook/practice.md.jinja",
            f"practices/{dimension.id}/{practice.id}.yml",
            dimension=dimension,
            practice=practice,
            also_lifted_by=also_lifted_by.get(practice.id, []),
            insights=pointed_at_by.get(practice.id, []),
            symptoms=hurts.get(practice.id, []),
            previous=before,
            following=after,
        )
    for kind, found in site.ways_in.items():
        yield site.page(addresses.PLAYS_BY[kind], "playbook/play_index.md.jinja", "model.yml", kind=kind, found=found)


def _worksheets(site: Site) -> Iterator[Page]:
    if not site.bank.worksheets:
        return
    plays_with: dict[str | None, list[Play]] = {}
    for play in site.bank.plays:
        plays_with.setdefault(play.worksheet, []).append(play)
    yield site.page(addresses.WORKSHEETS, "playbook/worksheet_list.md.jinja", "model.yml")
    for worksheet in site.bank.worksheets:
        plays = plays_with.get(worksheet.id, [])
        source = f"worksheets/{worksheet.id}.yml"
        yield site.page(
            f"worksheets/{worksheet.id}.md",
            "playbook/worksheet.md.jinja",
            source,
            worksheet=worksheet,
            sheet=sheet_data(worksheet),
            plays=plays,
        )


def _reference(site: Site, written: Mapping[str, str]) -> Iterator[Page]:
    if has_changed(site.bank):
        yield site.page(addresses.CHANGES, "method/changes.md.jinja", "model.yml")
    references = site.bank.references
    if references.sources or references.works:
        covered = {row.idea.id: row for row in coverage(site.bank, written)}
        titles = {uri: title_of(site.bank, uri, *parts(text)) for uri, text in written.items()}
        values = {"covered": covered, "titles": titles}
        yield site.page(addresses.SOURCES, "method/sources.md.jinja", "references.yml", **values)
    if site.bank.glossary.terms:
        terms = sorted(site.bank.glossary.terms, key=lambda term: term.term.lower())
        yield site.page(addresses.GLOSSARY, "method/glossary.md.jinja", "glossary.yml", terms=terms)


def _neighbours(entries: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    around = [None, *entries, None]
    for index, entry in enumerate(entries):
        yield around[index], entry, around[index + 2]


def _also_lifted_by(bank: Bank) -> dict[str, list[Play]]:
    plays: dict[str, list[Play]] = {}
    for play in bank.plays:
        for practice in play.also_lifts:
            plays.setdefault(practice, []).append(play)
    return plays


def _pointed_at_by(bank: Bank) -> dict[str, list[Insight]]:
    insights: dict[str, list[Insight]] = {}
    for insight in bank.insights.insights:
        for practice in insight.practices:
            insights.setdefault(practice, []).append(insight)
    return insights


def _hurts(bank: Bank) -> dict[str, list[Symptom]]:
    symptoms: dict[str, list[Symptom]] = {}
    for symptom in bank.symptom_by_id.values():
        symptoms.setdefault(symptom.practice, []).append(symptom)
    return symptoms
