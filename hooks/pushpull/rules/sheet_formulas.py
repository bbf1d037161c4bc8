"""Rules of worksheets: types that fit, formulas that can be worked out, and an example for what they make."""

from collections.abc import Iterator

from pushpull.bank import Bank
from pushpull.formulas.sheet import Fault, compile_sheet
from pushpull.loading.document import Document, Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.worksheet import NUMBERS, Prompt, WorkedExample, Worksheet

TEXTS = ("formula", "that", "reads", "because")  # within which a fault has a place


def formulas_work_out(bank: Bank) -> Iterator[Problem]:
    """Every formula is in the language, names what is there and gives what its format shows."""
    for path, worksheet in bank.files(Worksheet):
        for fault in compile_sheet(worksheet).faults:
            yield _placed(bank.documents[path], fault)


def prompts_fit_their_type(bank: Bank) -> Iterator[Problem]:
    """A prompt has what its type asks for and nothing else; the first column is a text, which names the row."""
    for path, worksheet in bank.files(Worksheet):
        for key, prompts in (("columns", worksheet.columns), ("questions", worksheet.questions)):
            for index, prompt in enumerate(prompts):
                for must, found, cure in _misfits(prompt, key, index):
                    yield bank.problem(path, (key, index, "type"), must, found, cure)


def examples_fill_what_is_there(bank: Bank) -> Iterator[Problem]:
    """The example of a worksheet fills known columns and questions, and names known figures."""
    for path, worksheet in bank.files(Worksheet):
        if worksheet.example is not None:
            yield from _example(bank, path, worksheet, worksheet.example)


def _placed(document: Document, fault: Fault) -> Problem:
    """Return the problem at the character at fault, where the text stands on one line."""
    problem = document.problem(fault.at, fault.error.must, fault.error.found, fault.error.cure)
    if fault.at not in document.marks or fault.at[-1] not in TEXTS:
        return problem
    quoted = fault.at in document.quoted
    return Problem(problem.path, problem.line, problem.column + fault.error.at + quoted, problem.message)


def _misfits(prompt: Prompt, key: str, index: int) -> Iterator[tuple[str, str, str]]:
    kind = f"`{prompt.type}`"
    if (prompt.type == "choice") != bool(prompt.choices):
        yield "choices must stand with the type `choice`", f"found {kind}", "add the choices, or change the type"
    if prompt.type not in NUMBERS and (prompt.least, prompt.most) != (None, None):
        yield "limits must stand with a number", f"found {kind}", "take them out"
    if prompt.blank is not None and (prompt.blank == "no") != (prompt.type == "yes/no"):
        yield "`blank` must be a number for numbers and no for yes/no", f"found {kind}", "correct it"
    if key == "columns" and index == 0 and prompt.type not in ("text", "choice"):
        yield "the first column must be a text, which names the row", f"found {kind}", "put another column first"
    if key == "questions" and prompt.type == "row":
        yield "a question must have one answer for all rows", f"found {kind}", "make it a column"


def _example(bank: Bank, path: str, worksheet: Worksheet, example: WorkedExample) -> Iterator[Problem]:
    columns = [column.id for column in worksheet.columns]
    questions = [question.id for question in worksheet.questions]
    figures = [figure.id for figure in worksheet.works_out]
    named: list[tuple[Location, list[str], list[str], str]] = [
        (("example", "answers"), list(example.answers), questions, "a question"),
        (("example", "figures"), list(example.figures), figures, "a figure"),
        *((("example", "rows", index), list(row), columns, "a column") for index, row in enumerate(example.rows)),
    ]
    for at, names, known, what in named:
        for name in names:
            if name not in known:
                must, cure = f"an example must name {what} of its worksheet", did_you_mean(name, known)
                yield bank.problem(path, (*at, name), must, f'found "{name}"', cure)
