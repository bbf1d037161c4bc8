"""Rules of words, most of them house style: what a tired reader can take in, and what two readers read alike."""

import re
from collections.abc import Iterator

from pushpull.bank import Bank, name_of
from pushpull.loading.document import Location, short
from pushpull.problem import Problem, did_you_mean
from pushpull.rules.references import outcomes_of
from pushpull.schema.entries import Practice, Words
from pushpull.schema.json_files import Release, Sample
from pushpull.text import words

# Words; the limits within which questions are understood on one reading.
LONGEST_QUESTION = 24
LONGEST_HINT = 18
LONGEST_ANCHOR = 20
LEAST_TO_REPEAT = 6  # a longer anchor in two practices is a slip of the hand
MOST_REPEATED, LEAST_LETTERS = 3, 4  # words of its question that an anchor may say again; shorter ones do not count

PLACEHOLDER = "{people}"
GAP = re.compile(r"\{[^{}]*\}|[{}]")


def questions_end_where_they_ask(bank: Bank) -> Iterator[Problem]:
    """A question ends with its only question mark."""
    for path, practice in bank.files(Practice):
        marks = practice.question.count("?")
        if marks != 1 or not practice.question.endswith("?"):
            found = "it ends otherwise" if marks == 1 else f"found {marks}"
            must = "a question must end with its only question mark"
            yield bank.problem(path, ("question",), must, found, "ask one thing, and end there")


def questions_are_short(bank: Bank) -> Iterator[Problem]:
    """A question has at most 24 words."""
    for path, practice in bank.files(Practice):
        if (length := len(words(practice.question))) > LONGEST_QUESTION:
            must = f"a question must have at most {LONGEST_QUESTION} words"
            yield bank.problem(path, ("question",), must, f"found {length}", "cut it")


def questions_ask_one_thing(bank: Bank) -> Iterator[Problem]:
    """A question has none of `joining_words`, save within a phrase of `joining_allowed`."""
    rules = bank.model.wording
    allowed = [re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE) for phrase in rules.joining_allowed]
    joining = {word.casefold() for word in rules.joining_words}
    for path, practice in bank.files(Practice):
        plain = practice.question
        for phrase in allowed:
            plain = phrase.sub("", plain)
        for word in sorted(joining & set(words(plain))):
            must, found = "a question must ask one thing", f'"{word}" may join two'
            cure = "reword it, or allow the phrase in model.yml"
            yield bank.problem(path, ("question",), must, found, cure)


def hints_are_short(bank: Bank) -> Iterator[Problem]:
    """A hint has at most 18 words."""
    for path, practice in bank.files(Practice):
        hints: list[tuple[tuple[str, ...], str]] = [(("hint",), practice.hint or "")]
        hints += [(("hints_for", word), hint) for word, hint in practice.hints_for.items()]
        for at, hint in hints:
            if len(words(hint)) > LONGEST_HINT:
                must, found = f"a hint must have at most {LONGEST_HINT} words", f"found {len(words(hint))}"
                yield bank.problem(path, at, must, found, "cut it")


def anchors_are_short(bank: Bank) -> Iterator[Problem]:
    """An anchor has 1 to 20 words."""
    for path, at, anchor in _anchors(bank):
        if not 1 <= len(words(anchor)) <= LONGEST_ANCHOR:
            must = f"an anchor must have 1 to {LONGEST_ANCHOR} words"
            yield bank.problem(path, at, must, f"found {len(words(anchor))}", "reword it")


def anchors_say_what_happens(bank: Bank) -> Iterator[Problem]:
    """An anchor has none of `avoid_in_anchors`, which leave to taste what happens."""
    avoid = {word.casefold() for word in bank.model.wording.avoid_in_anchors}
    for path, at, anchor in _anchors(bank):
        for word in sorted(avoid & set(words(anchor))):
            must, found = "an anchor must say what happens", f'"{word}" leaves it to taste'
            yield bank.problem(path, at, must, found, "give a number or a fact")


def anchors_restate_no_question(bank: Bank) -> Iterator[Problem]:
    """An anchor repeats at most three words of its question."""
    for path, practice in bank.files(Practice):
        asked = {word for word in words(practice.question) if len(word) >= LEAST_LETTERS and word != PLACEHOLDER}
        for index, anchor in enumerate(practice.anchors):
            if len(again := asked & set(words(anchor))) > MOST_REPEATED:
                must = f"an anchor must repeat at most {MOST_REPEATED} words of its question"
                found = f"found {', '.join(sorted(again))}"
                yield bank.problem(path, ("anchors", index), must, found, "answer without restating it")


def anchors_are_said_once(bank: Bank) -> Iterator[Problem]:
    """No sentence is an anchor of two practices, unless it is short or answers for an outcome."""
    outcomes = outcomes_of(bank)
    seen = dict[str, str]()
    for path, at, anchor in _anchors(bank):
        # "No." answers many questions, and outcomes are counted on one scale.
        if len(words(anchor)) < LEAST_TO_REPEAT or name_of(path) in outcomes:
            continue
        text = " ".join(anchor.casefold().split())
        if seen.setdefault(text, path) != path:
            found = f"this one also stands in {seen[text]}"
            yield bank.problem(path, at, "no two anchors may be alike", found, "say what differs")


def _anchors(bank: Bank) -> Iterator[tuple[str, Location, str]]:
    for path, practice in bank.files(Practice):
        for index, anchor in enumerate(practice.anchors):
            yield path, ("anchors", index), anchor


def the_window_is_said_once(bank: Bank) -> Iterator[Problem]:
    """No question or anchor repeats the `window` of model.yml, which holds for all of them."""
    window = bank.model.window.casefold()
    for path, practice in bank.files(Practice):
        texts = [(("question",), practice.question), *((("anchors", i), a) for i, a in enumerate(practice.anchors))]
        for at, text in texts:
            if window in text.casefold():
                must, found = "the time asked about must be said once, in model.yml", f'found "{bank.model.window}"'
                yield bank.problem(path, at, must, found, "take it out")


def symptoms_ask_one_thing(bank: Bank) -> Iterator[Problem]:
    """The `ask` of a symptom is one question."""
    for g, group in enumerate(bank.symptoms.groups):
        for s, symptom in enumerate(group.symptoms):
            if symptom.ask.count("?") != 1 or not symptom.ask.endswith("?"):
                must, cure = "`ask` must be one question, with its question mark at the end", "ask one thing"
                at = ("groups", g, "symptoms", s, "ask")
                yield bank.problem("symptoms.yml", at, must, "it is none", cure)


def people_have_words(bank: Bank) -> Iterator[Problem]:
    """A text has {people} only where `people` in model.yml says what may stand in its place."""
    for path, at, text in _braced(bank) if bank.model.people is None else ():
        if PLACEHOLDER in text:
            must, found = f"{PLACEHOLDER} must have words in `people` of model.yml", "there are none"
            yield bank.problem(path, at, must, found, "add them, or write a word")


def people_take_no_apostrophe(bank: Bank) -> Iterator[Problem]:
    """{people} stands without an apostrophe, since the word that takes its place varies."""
    for path, at, text in _braced(bank):
        if "{people}'" in text or "{people}’" in text:
            must, found = f"{PLACEHOLDER} must stand without an apostrophe", "found one"
            yield bank.problem(path, at, must, found, "turn the phrase round, for it stands for many words")


def names_do_without_people(bank: Bank) -> Iterator[Problem]:
    """A `name` holds no {people}, nor does a `title` in model.yml or of a worksheet: they are shown as they stand."""
    for path, at, text in _braced(bank):
        titled = at[-1] == "title" and (path == "model.yml" or path.startswith("worksheets/"))
        if PLACEHOLDER in text and (titled or at[-1] == "name"):
            must, found = f"a {at[-1]} here must do without {PLACEHOLDER}", "found it"
            yield bank.problem(path, at, must, found, "write a word that fits everybody")


def braces_hold_people(bank: Bank) -> Iterator[Problem]:
    """Braces in a text hold {people} and nothing else: readers would see any other gap as it stands."""
    known = [] if bank.model.people is None else [PLACEHOLDER]
    for path, at, text in _braced(bank):
        for gap in dict.fromkeys(GAP.findall(text.replace(PLACEHOLDER, ""))):
            must, cure = f"braces must hold {PLACEHOLDER} only", "write the word out"
            if gap[1:-1].casefold() in map(str.casefold, bank.model.words_for_people):
                cure = f"write {PLACEHOLDER}, which stands for that word too"
            yield bank.problem(path, at, must, f'found "{short(gap)}"', did_you_mean(gap, known, cure))


def _braced(bank: Bank) -> Iterator[tuple[str, Location, str]]:
    """Return the texts that hold a brace, with their places."""
    for path, entry in bank.entries.items():
        if isinstance(entry, Sample | Release | Words):  # words have gaps of their own, and a rule of their own
            continue
        for at, text in bank.documents[path].braced.items():
            if at[-1] not in ("reads", "because"):  # have the gaps of a worksheet, and a rule of its own
                yield path, at, text
