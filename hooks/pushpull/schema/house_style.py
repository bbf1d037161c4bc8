"""The shape of `style` in model.yml: how strictly a bank holds to the house style."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pushpull.problem import Problem
from pushpull.schema.fields import Entry, Id

Level = Literal["strict", "advise", "off"]

# The rules of `python -m pushpull prose`: name, what it asks. Those of a bank's files are in rules/check.py.
PROSE_RULES = {
    "pages-use-no-worn-words": "A page does without the words of `avoid_in_pages`, unless it quotes them.",
    "pages-do-not-shout": "A page has no exclamation mark.",
    "figures-have-references": "A date or a figure on a page has a reference beside it.",
    "dimensions-have-chapters": "Where there are chapters, each dimension has one.",
    "chapters-name-their-practices": "A chapter points at each practice of its dimension.",
    "ideas-are-covered": "Each idea of a source is taught, asked about, advised and worked out somewhere.",
    "works-are-cited": "Each work is cited by a page or a practice.",
    "nothing-is-copied": "No six words in a row stand as in a source.",
}


class Style(Entry):
    """How strictly the house style holds."""

    level: Level = "strict"
    """What a breach does: `strict` stops the build, `advise` only shows it, `off` passes it over."""
    rules: dict[Id, Level] = Field(default_factory=dict)
    """The same for single rules, by the name that the check gives in brackets."""

    def of(self, rule: str) -> Level:
        """Return how strictly the house style's `rule` holds."""
        return self.rules.get(rule, self.level)

    def sort(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
        """Return the problems that stop a build, and those that are only shown."""
        faults, advice = list[Problem](), list[Problem]()
        for problem in problems:
            level = self.of(problem.style) if problem.style else "strict"
            if level != "off":
                (faults if level == "strict" else advice).append(problem)
        return faults, advice


def _whole(value: object) -> object:
    """Return `value` with a level alone written in full."""
    return {"level": value} if isinstance(value, str) else value


StyleSetting = Annotated[Style, BeforeValidator(_whole, json_schema_input_type=Level | Style)]
