"""Rules and figures for prose written by hand, and for the texts of the bank: texts in, problems and figures out."""

import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pushpull.bank import Bank
from pushpull.coverage import gaps
from pushpull.problem import Problem, message
from pushpull.prose.shingles import Sources, shared
from pushpull.schema.entries import Insights, Play, Practice
from pushpull.schema.library import Glossary
from pushpull.schema.symptoms import Symptoms
from pushpull.schema.worksheet import Worksheet
from pushpull.text import FIGURE, prose_lines, texts_of

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
CITATION = re.compile(r" ?\[(?:@[a-z0-9_-]+|[A-Z][A-Z0-9]*-[0-9]{2,})\]")
CODE = re.compile(r"`[^`]*`")
MARKUP = re.compile(r"<[^>]*>|\{:? ?[.#][^}]*\}|[*_]")
BULLET = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
QUOTED = re.compile(r"[“\"][^”\"]{1,60}[”\"]")  # a word in quotation marks is spoken of, not used
SENTENCE_END = re.compile(r"(?<=[.?!])[”\"')]*\s+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
REFERENCE = re.compile(r"\[@[a-z0-9_-]+\]|\[[A-Z][A-Z0-9]*-[0-9]{2,}\]|sources\.md|\]\(https://")
WORK = re.compile(r"\[@([a-z0-9_-]+)\]")
VOWELS = re.compile(r"[aeiouyäöü]+")


@dataclass(frozen=True)
class Block:
    """A paragraph, an item of a list, a heading or a row of a table: where it begins, and its Markdown."""

    line: int
    kind: str  # text, heading or row
    text: str

    @property
    def said(self) -> str:
        """What a reader sees of it."""
        plain = LINK.sub(r"\1", CITATION.sub("", CODE.sub("", self.text)))
        return " ".join(MARKUP.sub("", plain).split())


@dataclass(frozen=True)
class Reading:
    """How hard a page is to read: words, median and longest sentence in words, and years of schooling it asks for."""

    words: int
    median: float
    longest: int
    grade: float


@dataclass
class Prose:
    """All hand-written pages by the path at which people know them; `chapters` are those of dimensions, by id."""

    pages: Mapping[str, str]
    chapters: Mapping[str, str] = field(default_factory=dict)


def problems_of(bank: Bank, prose: Prose, sources: Sources) -> list[Problem]:
    """Return where the prose and the bank's own texts break the house style."""
    titles = [
        *(work.title for work in bank.references.works),
        *(source.title for source in bank.references.sources),
    ]
    found = [*_chapters(bank, prose), *_gaps(bank, prose)]
    for path, text in prose.pages.items():
        for block in blocks(text):
            found += _avoided(path, block, bank.model.wording.avoid_in_pages)
            found += _undated(path, block)
        plain = _without_targets(text)
        for place, run in shared(plain, sources, titles).items():
            found.append(_copied(path, plain.count("\n", 0, place) + 1, run))
    return sorted({*found, *_uncited(bank, prose), *_bank_texts(bank, sources, titles)})


def blocks(markdown: str) -> Iterator[Block]:
    """Return the blocks of a page in order, without front matter, code and comments."""
    begun, kind, parts, before = 0, "text", list[str](), ""
    skipped = FRONT.match(markdown)
    first = skipped[0].count("\n") if skipped else 0
    for number, line, prose in prose_lines(markdown):
        code = line.startswith("    ") and not parts
        bare = "" if number <= first or not prose or code or line.startswith("<!--") else line.strip()
        starts = bare.startswith(("#", "|")) or BULLET.match(bare) or before in ("heading", "row")
        if parts and (not bare or starts):
            yield Block(begun, kind, " ".join(parts))
            parts = []
        before = ""
        if bare and not re.fullmatch(r"[|: -]+|\{:.*\}", bare):
            kind = "heading" if bare.startswith("#") else "row" if bare.startswith("|") else "text"
            begun = begun if parts else number
            parts.append(BULLET.sub("", bare).lstrip("# "))
            before = kind
    if parts:
        yield Block(begun, kind, " ".join(parts))


def reading(markdown: str) -> Reading | None:
    """Return how hard the running text of a page is to read; None if it has none.

    The grade is that of Flesch and Kincaid: 0.39 × words for each sentence + 11.8 × syllables for each word − 15.59.
    """
    texts = [block.said for block in blocks(markdown) if block.kind == "text"]
    sentences = [words for text in texts for part in SENTENCE_END.split(text) if (words := WORD.findall(part))]
    if not sentences:
        return None
    lengths = [len(words) for words in sentences]
    syllables = sum(_syllables(word) for words in sentences for word in words)
    grade = 0.39 * sum(lengths) / len(lengths) + 11.8 * syllables / sum(lengths) - 15.59
    return Reading(sum(lengths), statistics.median(lengths), max(lengths), round(grade, 1))


def figures(prose: Prose) -> str:
    """Return a table of how hard each page is to read."""
    rows = [(path, found) for path, text in prose.pages.items() if (found := reading(text))]
    lines = [f"{one.words:6} {one.median:7g} {one.longest:8} {one.grade:6.1f}  {path}" for path, one in rows]
    return "\n".join([" words  median  longest  grade  page (sentences in words; grade of Flesch and Kincaid)", *lines])


def _syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, but for a silent e."""
    low = word.casefold()
    count = len(VOWELS.findall(low))
    silent = low.endswith("e") and not low.endswith("le") and count > 1
    return max(1, count - silent)


def _without_targets(text: str) -> str:
    """Return `text` with the same lines and no addresses or citations, so that words are beside each other."""
    return CITATION.sub("", re.sub(r"\]\([^)]*\)", "]", text))


def _avoided(path: str, block: Block, avoid: Sequence[str]) -> Iterator[Problem]:
    used = QUOTED.sub("", block.said)
    for word in avoid:
        if re.search(rf"\b{re.escape(word)}\b", used, re.IGNORECASE):
            must, found = "a page must do without worn words", f'found "{word}"'
            yield Problem(path, block.line, 1, message(must, found, "say what you mean"), "pages-use-no-worn-words")
    if "!" in block.said:
        must = "a page must not raise its voice"
        yield Problem(
            path, block.line, 1, message(must, "found an exclamation mark", "take it out"), "pages-do-not-shout"
        )


def _undated(path: str, block: Block) -> Iterator[Problem]:
    if block.kind != "heading" and FIGURE.search(block.said) and not REFERENCE.search(block.text):
        must, found = "a date or a figure must have a reference beside it", "found one without"
        cure = "cite an idea, a work or the page of sources"
        yield Problem(path, block.line, 1, message(must, found, cure), "figures-have-references")


def _gaps(bank: Bank, prose: Prose) -> Iterator[Problem]:
    for gap in gaps(bank, prose.pages) if prose.pages else ():
        yield replace(gap, style="ideas-are-covered")


def _chapters(bank: Bank, prose: Prose) -> Iterator[Problem]:
    """Where there are chapters, each dimension has one, and it points at each of its practices."""
    if not prose.chapters:
        return
    for index, dimension in enumerate(bank.model.dimensions):
        path = prose.chapters.get(dimension.id)
        if path is None:
            at, must = ("dimensions", index, "id"), "each dimension must have a chapter"
            missing = bank.problem("model.yml", at, must, f'"{dimension.id}" has none', "write it")
            yield replace(missing, style="dimensions-have-chapters")
            continue
        for practice in dimension.practices:
            if f"](practice:{practice})" not in prose.pages[path]:
                must = "a chapter must point at each practice of its dimension"
                text = message(must, f'"{practice}" is missing', "link to it where it belongs")
                yield Problem(path, 1, 1, text, "chapters-name-their-practices")


def _uncited(bank: Bank, prose: Prose) -> Iterator[Problem]:
    """Each work is cited by a page or a practice: a list of what nobody leans on is no evidence."""
    cited = {work for text in prose.pages.values() for work in WORK.findall(text)} if prose.pages else set[str]()
    for practice in bank.practices:
        if depth := practice.depth:
            cited.update(
                *(finding.works for finding in depth.found), depth.case.works if depth.case else (), depth.reading
            )
    for index, work in enumerate(bank.references.works if prose.pages else ()):
        if work.id not in cited:
            at, must = ("works", index, "id"), "every work must be cited on a page or by a practice"
            cure = "cite it where it belongs, or take it out"
            uncited = bank.problem("references.yml", at, must, f'nothing cites "{work.id}"', cure)
            yield replace(uncited, style="works-are-cited")


def _bank_texts(bank: Bank, sources: Sources, titles: Sequence[str]) -> Iterator[Problem]:
    for path, entry in bank.entries.items():
        if isinstance(entry, Practice | Play | Worksheet | Insights | Glossary | Symptoms):
            for at, text in texts_of((), entry.model_dump()):
                for run in shared(text, sources, titles).values():
                    place = bank.documents[path].problem(at, "", "", "")
                    yield _copied(place.path, place.line, run)


def _copied(path: str, line: int, run: str) -> Problem:
    must, found = "no six words in a row may stand as in a source", f'found "{run}"'
    return Problem(path, line, 1, message(must, found, "say it in your own words"), "nothing-is-copied")
