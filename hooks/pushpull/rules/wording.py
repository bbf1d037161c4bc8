"""Rules for the words of the bank: what a tired reader can take in, and what two readers read alike."""

import re
from collections.abc import Iterator

from pushpull.bank import Bank
from pushpull.problem import Problem
from pushpull.schema.entries import Practice, Words
from pushpull.schema.json_files import Release, Sample
from pushpull.text import texts_of, words

# Words; the limits within which questions are understood on one reading.
LONGEST_QUESTION = 24
LONGEST_HINT = 18
LONGEST_ANCHOR = 20
MOST_REPEATED, LEAST_LETTERS = 3, 4  # words of its question that an anchor may say again; shorter ones do not count

PLACEHOLDER = "{people}"


def questions_ask_one_thing(bank: Bank) -> Iterator[Problem]:
    """A question ends with its only question mark, is short, and joins no two questions; a hint is short."""
    rules = bank.model.wording
    allowed = [re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE) for phrase in rules.joining_allowed]
    joining = {word.casefold() for word in rules.joining_words}
    for path, practice in bank.files(Practice):
        plain, length = practice.question, len(words(practice.question))
        if plain.count("?") != 1 or not plain.endswith("?"):
            must, found = "a question must end with its only question mark", f"found {plain.count('?')}"
            found = "it ends otherwise" if plain.count("?") == 1 else found
            yield bank.problem(path, ("question",), must, found, "ask one thing, and end there")
        if length > LONGEST_QUESTION:
            must = f"a question must have at most {LONGEST_QUESTION} words"
            yield bank.problem(path, ("question",), must, f"found {length}", "cut it")
        for phrase in allowed:
            plain = phrase.sub("", plain)
        for word in sorted(joining & set(words(plain))):
            must, found = "a question must ask one thing", f'"{word}" may join two'
            cure = "reword it, or allow the phrase in model.yml"
            yield bank.problem(path, ("question",), must, found, cure)
        hints: list[tuple[tuple[str, ...], str]] = [(("hint",), practice.hint or "")]
        hints += [(("hints_for", word), hint) for word, hint in practice.hints_for.items()]
        for at, hint in hints:
            if len(words(hint)) > LONGEST_HINT:
                must, found = f"a hint must have at most {LONGEST_HINT} words", f"found {len(words(hint))}"
                yield bank.problem(path, at, must, found, "cut it")


def anchors_describe_conduct(bank: Bank) -> Iterator[Problem]:
    """An anchor is short, says nothing that is left to taste, and does not restate its question."""
    avoid = {word.casefold() for word in bank.model.wording.avoid_in_anchors}
    for path, practice in bank.files(Practice):
        asked = {word for word in words(practice.question) if len(word) >= LEAST_LETTERS and word != PLACEHOLDER}
        for index, anchor in enumerate(practice.anchors):
            at, said = ("anchors", index), words(anchor)
            if not 1 <= len(said) <= LONGEST_ANCHOR:
                must = f"an anchor must have 1 to {LONGEST_ANCHOR} words"
                yield bank.problem(path, at, must, f"found {len(said)}", "reword it")
            for word in sorted(avoid & set(said)):
                must, found = "an anchor must say what happens", f'"{word}" leaves it to taste'
                yield bank.problem(path, at, must, found, "give a number or a fact")
            if len(again := asked & set(said)) > MOST_REPEATED:
                must = f"an anchor must repeat at most {MOST_REPEATED} words of its question"
                yield bank.problem(path, at, must, f"found {', '.join(sorted(again))}", "answer without restating it")


def the_window_is_said_once(bank: Bank) -> Iterator[Problem]:
    """No question or anchor repeats the time that model.yml asks about: it holds for all of them."""
    window = bank.model.window.casefold()
    for path, practice in bank.files(Practice):
        texts = [(("question",), practice.question), *((("anchors", i), a) for i, a in enumerate(practice.anchors))]
        for at, text in texts:
            if window in text.casefold():
                must, found = "the time asked about must be said once, in model.yml", f'found "{bank.model.window}"'
                yield bank.problem(path, at, must, found, "take it out")


def placeholders_are_known(bank: Bank) -> Iterator[Problem]:
    """`{people}` is the only use of braces, and takes no apostrophe, since the word that replaces it varies."""
    for path, entry in bank.entries.items():
        if isinstance(entry, Sample | Release | Words):  # words have gaps of their own, and a rule of their own
            continue
        for at, text in texts_of((), bank.documents[path].data):
            if at[-1] in ("reads", "because"):  # have the gaps of a worksheet, and a rule of its own
                continue
            if "{" in (rest := text.replace(PLACEHOLDER, "")) or "}" in rest:
                must, found = f"braces must hold {PLACEHOLDER} only", "found others"
                yield bank.problem(path, at, must, found, "write the word out")
            if re.search(r"\{people\}['’]", text):
                must, found = f"{PLACEHOLDER} must stand without an apostrophe", "found one"
                yield bank.problem(path, at, must, found, "turn the phrase round, for it stands for many words")
