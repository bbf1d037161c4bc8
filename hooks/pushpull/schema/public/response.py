"""The shape of a response as a file."""

from typing import Annotated, Literal

from pydantic import Field

from pushpull.schema.fields import LONGEST_WORD, MOST_DAYS, Count, Date, Id
from pushpull.schema.public.parts import ABSENT, Level, PlayId, Public

TIME = r"^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$"

Key = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,79}$")]
Time = Annotated[str, Field(pattern=TIME)]
Cells = dict[Id, Annotated[str, Field(min_length=1, max_length=2000)]]


class AnswerOf(Public):
    """What is said of one practice."""

    value: Level | Literal["unknown", "na"]
    """A level, `unknown`, or `na` where the practice does not apply."""
    basis: Literal["seen", "told", "assumed"] = ABSENT
    """How the respondent knows."""
    note: Annotated[str, Field(min_length=1, max_length=2000)] = ABSENT
    """What the respondent wrote beside it."""
    reason: Annotated[str, Field(min_length=1, max_length=500)] = ABSENT
    """Why the practice does not apply."""
    rev: Count = ABSENT
    """The wording that was answered."""


class BankOf(Public):
    """The bank that a response was begun with."""

    id: Id
    """Which bank it is."""
    version: Annotated[str, Field(max_length=40)]
    """Which version of that bank."""


class PlanOf(Public):
    """What the reader wants of the plan; each play is in one list."""

    days_per_month: Annotated[int, Field(ge=1, le=MOST_DAYS)] = ABSENT
    """Person-days a month."""
    pinned: list[PlayId] = Field(default_factory=list)
    """Plays to come first."""
    dropped: list[PlayId] = Field(default_factory=list)
    """Plays to leave out."""
    done: list[PlayId] = Field(default_factory=list)
    """Plays that are done."""


class CommitmentOf(Public):
    """A play that somebody has taken on."""

    play: PlayId
    """The play."""
    owner: Annotated[str, Field(min_length=1, max_length=120)] = ABSENT
    """Who does it."""
    date: Date
    """The day by which."""
    worked: Date = ABSENT
    """The day on which it was said to have worked."""


class State(Public):
    """The state of a response, now or at the time of a snapshot."""

    format: Literal["push-to-pull/response"]
    """The name of the format."""
    version: Literal[1]
    """The version of the format."""
    bank: BankOf
    """The bank that it was begun with."""
    form: Id = "full"
    """The form that was answered: `full`, or the name of a short one of the bank."""
    label: Annotated[str, Field(max_length=120)] = ""
    """What was assessed."""
    role: Annotated[str, Field(max_length=60)] = ""
    """What the respondent does."""
    people: Annotated[str, Field(max_length=LONGEST_WORD)] = ""
    """The respondent's word for the people served."""
    created: Time | None = None
    """When it was begun."""
    updated: Time | None = None
    """When it was last changed."""
    answers: dict[Key, AnswerOf]
    """Answers by id of the practice; a question left alone is absent."""
    targets: dict[Id, Level] = Field(default_factory=dict)
    """The level aimed at, by id of the dimension."""
    plan: PlanOf = ABSENT
    """What the reader wants of the plan; absent until something is chosen."""
    orphans: dict[Key, AnswerOf] = Field(default_factory=dict)
    """Answers to ids that the bank has not got."""


class SnapshotOf(State):
    """A response as it stood at a time."""

    taken: Time | None = None
    """The time."""
    snapshots: Annotated[list[State], Field(max_length=0)] = Field(default_factory=list)
    """A snapshot has none."""


class SheetOf(Public):
    """A worksheet that was filled in."""

    format: Literal["push-to-pull/worksheet"]
    """The name of the format."""
    version: Literal[1]
    """The version of the format."""
    sheet: Id
    """Which worksheet it is."""
    title: Annotated[str, Field(max_length=120)] = ""
    """Its title."""
    name: Annotated[str, Field(max_length=120)] = ""
    """The name that its writer gave it."""
    answers: Cells = Field(default_factory=dict)
    """Texts by question."""
    rows: Annotated[list[Cells], Field(max_length=500)]
    """Texts by column."""


class ResponseFile(State):
    """What one respondent answered, as a site saves and reads it: at most 512 KiB, without `worksheets`."""

    commitments: Annotated[list[CommitmentOf], Field(max_length=20)] = Field(default_factory=list)
    """What somebody has taken on, oldest first."""
    snapshots: Annotated[list[SnapshotOf], Field(max_length=50)] = Field(default_factory=list)
    """Copies of earlier states, oldest first."""
    worksheets: Annotated[list[SheetOf], Field(max_length=100)] = Field(default_factory=list)
    """Worksheets saved with the answers."""
