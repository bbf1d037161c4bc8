"""The shape of the bank's files that programs write: sample responses, and what each release asked."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from pushpull.schema.fields import Count, Entry, Id, Number, Short, Text, Version, Word, answer


class Answer(Entry):
    """What a response says of one practice."""

    value: Annotated[int | str, BeforeValidator(answer)]
    basis: Literal["seen", "told", "assumed"] | None = None
    note: str | None = None
    reason: str | None = None
    rev: Count | None = None


class BankVersion(Entry):
    """The bank that a response belongs to."""

    id: Id
    version: Version


class Sample(Entry):
    """A sample response, in the format that the browser saves; keys that matter only there are left alone."""

    model_config = ConfigDict(extra="ignore")

    format: Literal["push-to-pull/response"]
    version: Literal[1]
    bank: BankVersion
    form: Id
    label: Short
    people: Word | None = None
    answers: dict[Id, Answer]
    targets: dict[Id, int] = Field(default_factory=dict)


class Wordings(Entry):
    """What a release asked of one practice."""

    number: Number | None = None
    rev: Count
    question: Text
    anchors: list[Text]


class Release(Entry):
    """What a released version of the bank asked; written by `python -m pushpull release`, never by hand."""

    version: Version
    practices: dict[Id, Wordings]


def ordinal(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by."""
    return tuple(map(int, version.split(".")))


# kind of file: its model and where its files lie below the bank's folder
JSON_KINDS: Mapping[str, tuple[type[Entry], str]] = {
    "sample": (Sample, "samples/*.json"),
    "release": (Release, "releases/*.json"),
}
