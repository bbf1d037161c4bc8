"""Stage one, for YAML: text in, a document with marks out; nothing that YAML would quietly misread gets through."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import yaml

from pushpull.loading.document import DEEPEST, Document, Location, Value, place_in, short
from pushpull.loading.misread import misread

Place: TypeAlias = tuple[int, int]  # line and column, from 1

# libyaml reads ten times as fast. Where it finds fault the slower parser has the last word,
# so that the same file gives the same problems on every machine.
Loader: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
FAST: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SURE: Loader = yaml.SafeLoader

# Control characters, tabs, and the line breaks that YAML knows and editors do not show as such:
# parsers differ over them, and nobody sees them.
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
QUOTES = ("'", '"')
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
NOWHERE: Place = (1, 1)
STANDARD = "tag:yaml.org,2002:"
CURES = (
    ("mapping values are not allowed", "put text that holds a colon in quotes"),
    ("end of stream", "close the quotes or brackets that were opened"),
    ("", "look at the quotes, colons and indents here and on the lines before"),
)


def parse_yaml(text: str, shown: str, loader: Loader = FAST) -> Document:
    """Return the document that YAML `text` holds, whatever the text; nothing is raised."""
    text = text.replace("\r\n", "\n")
    if unseen := UNSEEN.search(text):
        document = Document(shown)
        document.note(place_in(text, unseen.start()), *_unseen(unseen))
        return document
    document = _read(text, shown, loader, is_marking=False)
    if document.problems:
        return _read(text, shown, SURE, is_marking=True)
    document.find = lambda: _read(text, shown, loader, is_marking=True).places
    return document


def _read(text: str, shown: str, loader: Loader, *, is_marking: bool) -> Document:
    document = Document(shown)
    try:
        _Reader(loader(text).get_event, document, is_marking=is_marking, is_escaped="\\" in text).read()
    except yaml.YAMLError as error:
        document.note(*_complaint(error))
    except (ValueError, OverflowError):  # PyYAML lets these out for \\UFFFFFFFF and for %YAML 1.999…
        place = place_in(text, max(text.find("\\U"), 0))
        document.note(place, "the file must be valid YAML", "an escape or number is out of range", "correct it")
    return document


class _Reader:
    """Builds a document's data from YAML events: one pass, bounded depth, and what came before a fault is kept.

    Unless it `is_marking`, which takes time and room, it finds no places.
    """

    def __init__(self, following: Callable[[], Any], document: Document, *, is_marking: bool, is_escaped: bool) -> None:
        self.following = following
        self.document = document
        self.is_marking = is_marking
        self.is_escaped = is_escaped  # an escape may stand for what is not seen

    def read(self) -> None:
        """Fill the document.  Raises: yaml.YAMLError for what is not YAML."""
        self.following()  # the start of the stream
        if isinstance(self.following(), yaml.StreamEndEvent):
            self.document.note((1, 1), "a file must hold something", "it is empty", "fill it or delete it")
            return
        try:
            self.value(self.following(), (), lambda value: setattr(self.document, "data", value))
        except _TooDeepError as error:
            must = f"a file must be at most {DEEPEST} deep"
            self.document.note(error.place, must, "this lies deeper", "flatten it")
            return
        self.following()  # the end of the document
        more = self.following()
        if not isinstance(more, yaml.StreamEndEvent):
            found = "another begins here"
            self.document.note(_place(more.start_mark), "a file must hold one document", found, "take the --- out")
        self.document.whole = True

    def value(self, event: yaml.Event, at: Location, keep: Callable[[Value], None]) -> None:
        """Hand the value that `event` begins to `keep`, collections before they are filled."""
        if isinstance(event, yaml.ScalarEvent):
            keep(self.scalar(event, at))
            return
        self.mark(event, at)
        self.refuse_extras(event)
        if isinstance(event, yaml.CollectionStartEvent) and len(at) >= DEEPEST:
            raise _TooDeepError(self.place(event))
        if isinstance(event, yaml.MappingStartEvent):
            values: dict[str, Value] = {}
            keep(values)
            self.mapping(values, at)
        elif isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            keep(items)
            while not isinstance(event := self.following(), yaml.SequenceEndEvent):
                self.value(event, (*at, len(items)), items.append)
        else:
            keep(None)

    def mapping(self, values: dict[str, Value], at: Location) -> None:
        """Fill `values` with the keys and values up to the end of a mapping."""
        while not isinstance(event := self.following(), yaml.MappingEndEvent):
            name = self.key(event)
            if name in values:
                first, _ = self.document.keys.get((*at, name), NOWHERE)
                found = f'"{short(name)}" stands on line {first} too'
                self.document.note(self.place(event), "a key must stand once", found, "keep one of them")
            if name is None or name in values:
                self.skip(self.following())
                continue
            inside = (*at, name)
            if self.is_marking:
                self.document.keys[inside] = self.place(event)
            value = self.following()
            if isinstance(value, yaml.ScalarEvent):  # which nearly all are
                values[name] = self.scalar(value, inside)
            else:
                self.value(value, inside, partial(values.__setitem__, name))

    def key(self, event: yaml.Event) -> str | None:
        """Return the text of a key, None if it has none."""
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse_extras(event)
            if isinstance(event, yaml.CollectionStartEvent):
                found = "found a list or a group"
                self.document.note(self.place(event), "a key must be a word", found, "write a word")
            self.skip(event)
            return None
        if event.anchor or event.tag:
            self.refuse_extras(event)
        reading = None if event.style else misread(event.value)
        if reading:
            found = f"found {short(event.value) or 'nothing'} (YAML may read it as {reading})"
            self.document.note(self.place(event), "a key must be a word", found, "write the word that is meant")
        return event.value

    def scalar(self, event: yaml.ScalarEvent, at: Location) -> Value:
        """Return what the scalar at `at` means: if it is in quotes, its text."""
        text: str = event.value
        if self.is_marking:
            self.mark(event, at)
        if event.anchor or event.tag:
            self.refuse_extras(event)
        if "{" in text or "}" in text:
            self.document.braced[at] = text
        if self.is_escaped and (unseen := UNSEEN.search(text)):
            self.document.note(self.place(event), *_unseen(unseen))
        return text if event.style else self.bare(event)

    def bare(self, event: yaml.ScalarEvent) -> Value:
        """Return what a scalar without quotes means: text unless it is a plain number, true, false or nothing."""
        text: str = event.value
        if text in ("true", "false"):
            return text == "true"
        if INTEGER.fullmatch(text):
            return int(text)
        if NUMBER.fullmatch(text):
            return float(text)
        if not text:
            cure = "write it, or leave the key out"
            self.document.note(self.place(event), "there must be a value here", "found nothing", cure)
            return None
        if reading := misread(text):
            found = f"found {short(text)} (YAML may read it as {reading})"
            cure = f'write "{short(text)}"' + (", or a number in plain digits" if reading == "a number" else "")
            self.document.note(self.place(event), "such a text must be in quotes", found, cure)
        elif text.endswith('"'):
            found = "these quotes only end it"
            self.document.note(self.place(event), "text must begin and end with quotes", found, "add the first")
        return text

    def place(self, event: yaml.Event) -> Place:
        """Return where `event` begins."""
        return _place(event.start_mark) if self.is_marking else NOWHERE

    def mark(self, event: yaml.Event, at: Location) -> None:
        """Keep where the value at `at` stands."""
        if self.is_marking:
            self.document.marks[at] = self.place(event)
            if getattr(event, "style", None) in QUOTES:
                self.document.quoted.add(at)

    def refuse_extras(self, event: yaml.Event) -> None:
        """Note an alias, an anchor or a tag: the bank has no use for them, and each can hide what a file holds."""
        place, anchor, tag = self.place(event), getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            found = f"found the alias *{short(str(anchor))}"
            self.document.note(place, "text must be written out", found, "copy the text")
        elif anchor:
            found = f"found the anchor &{short(str(anchor))}"
            self.document.note(place, "text must be written out", found, "take it out")
        if tag:
            found = f"found the tag {short(tag).replace(STANDARD, '!!')}"
            self.document.note(place, "types must be plain", found, "take it out")

    def skip(self, event: yaml.Event) -> None:
        """Pass over the value that `event` begins."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth <= 0:
                return
            event = self.following()


class _TooDeepError(Exception):
    """Raised where a file is nested too deeply."""

    def __init__(self, place: Place) -> None:
        self.place = place


def _complaint(error: yaml.YAMLError) -> tuple[Place, str, str, str]:
    text = str(getattr(error, "problem", None) or error)
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if "end of stream" in text:
        mark = start  # the end is far from the quotes or brackets that were left open
    cure = next(cure for sign, cure in CURES if sign in text)
    place = _place(mark or start) if mark or start else (1, 1)
    return place, "the file must be valid YAML", f'the parser says "{short(text)}"', cure


def _unseen(match: re.Match[str]) -> tuple[str, str, str]:
    if match.group() == "\t":
        return "text must have no tabs", "found one", "write spaces"
    return "text must have no control characters", f"found U+{ord(match.group()):04X}", "delete it"


def _place(mark: Any) -> Place:  # noqa: ANN401 each of the two loaders has its own marks
    return mark.line + 1, mark.column + 1
