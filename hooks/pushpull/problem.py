"""What is wrong with a bank, and where: the one shape in which every stage reports a fault."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace

LONGEST_SLIP = 3  # characters; what a typing error adds or leaves out


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: its place (1-based line and column) and what must hold, what was found, what to do.

    `style` names the rule of the house style that it breaks; what must hold in every bank has no such name.
    """

    path: str
    line: int
    column: int
    message: str
    style: str = ""

    def __str__(self) -> str:
        """`path:line:column: message`, which editors and terminals turn into a link."""
        side = f"house style: {self.style}" if self.style else "must hold"
        return one_line(f"{self.path}:{self.line}:{self.column}: {self.message} [{side}]")


class BankError(Exception):
    """Raised when a bank, or a page that draws on it, cannot be used; carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem], where: str = "the bank") -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems, where))


class SiteError(Exception):
    """Raised when a folder is no site that can be finished; says what must hold, what was found and what to do."""


def report(problems: Iterable[Problem], where: str = "the bank") -> str:
    """Return one line a problem, sorted by place, and a closing line with their count."""
    ordered = sorted(set(problems))
    noun = "problem" if len(ordered) == 1 else "problems"
    style = sum(bool(problem.style) for problem in ordered)
    softened = f", {style} of house style, which `style` in model.yml can soften" if style else ""
    return "\n".join([*map(str, ordered), f"{len(ordered)} {noun} in {where}{softened}."])


def advice(problems: Iterable[Problem], where: str = "the bank") -> str:
    """Return a line for each rule of a house style that only advises, file by file, and a closing line with a count."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.column))
    alike = dict[tuple[str, str], list[Problem]]()
    for problem in ordered:
        alike.setdefault((problem.path, problem.style), []).append(problem)
    lines = [str(_advised(*found)) for found in alike.values()]
    return "\n".join([*lines, f"{len(ordered)} of house style in {where}; what is advice stops nothing."])


def _advised(first: Problem, *more: Problem) -> Problem:
    """Return the first of several problems in words that leave it to the author, with how many others there are."""
    others = f" (and {len(more)} more like it)" if more else ""
    return replace(first, message=first.message.replace(" must ", " should ", 1) + others)


def one_line(text: str) -> str:
    r"""Return `text` with what ends a line or steers a terminal spelled out, as in `\n`: file names may hold either."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def message(must: str, found: str, cure: str) -> str:
    """Return the words of a problem: what must hold, what was found, what to do."""
    return f"{must}, but {found}: {cure}"


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "correct it or take it out") -> str:
    """Return the cure for an unknown name: the known name most like it, or what to do if none is."""
    # Comparing is slow, and a broken bank may hold thousands of unknown names. A typing error seldom hits
    # the first letter or changes the length by much; a wrong number is like every other number.
    alike = [other for other in known if other[:1] == name[:1] and abs(len(other) - len(name)) <= LONGEST_SLIP]
    alike = [] if name[-1:].isdigit() else sorted(alike)
    near = difflib.get_close_matches(name, alike, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else otherwise
