"""The commands, run from the project's folder as `python -m pushpull`; `--help` lists them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pushpull.bank import Bank, shown
from pushpull.paths import PROJECT
from pushpull.problem import BankError, Problem, SiteError, advice, one_line
from pushpull.releases import write_release
from pushpull.rules.check import open_bank, open_with_advice
from pushpull.schema.json_schema import write_schemas
from pushpull.schema.public.files import write_public_schemas

PUBLIC = PROJECT / "docs" / "assets" / "schema"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a fault in the bank or in writing, 2 a wrong command."""
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except (BankError, SiteError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        # The project's own errors say it all; the system's name the reason and the file.
        reason = f"{error.strerror}: {error.filename}" if error.strerror else error
        print(one_line(str(reason)), file=sys.stderr)
        return 1
    return 0


def _check(options: argparse.Namespace) -> str:
    bank, advised = open_with_advice(options.bank)
    told = [advice(advised)] if advised else []
    return "\n".join([*told, f"The bank is sound: {_contents(bank)}."])


def _prose(options: argparse.Namespace) -> str:
    # Here, as below: the check of a bank needs none of it.
    from pushpull.pages.site import CHAPTERS, read_page  # noqa: PLC0415
    from pushpull.prose.lint import Prose, figures, problems_of  # noqa: PLC0415
    from pushpull.prose.shingles import Sources, read_sources  # noqa: PLC0415

    bank, pages, chapters, unread = open_bank(options.bank), {}, {}, list[Problem]()
    for path in sorted(options.docs.rglob("*.md")):
        pages[shown(path)] = read_page(path, unread)
        if path.parent == options.docs / CHAPTERS:
            chapters[path.stem] = shown(path)
    if unread:
        raise BankError(unread, "the prose")
    hashes = options.bank / "source_hashes.txt"
    sources = read_sources(hashes.read_text(encoding="utf-8")) if hashes.exists() else Sources()
    prose = Prose(pages, chapters)
    faults, advised = bank.model.style.sort(problems_of(bank, prose, sources))
    if faults:
        raise BankError(faults, "the prose")
    told = [advice(advised, "the prose")] if advised else []
    return "\n".join([*told, figures(prose)])


def _schema(options: argparse.Namespace) -> str:
    folder = options.bank / "schema"
    count = write_schemas(folder)
    return f"{count} schemas written to {folder}, {write_public_schemas(PUBLIC)} to {shown(PUBLIC)}."


def _release(options: argparse.Namespace) -> str:
    return f"What the bank asks is kept in {write_release(open_bank(options.bank), options.bank)}."


def _render(options: argparse.Namespace) -> str:
    # Here, so that the check of a bank does not wait for the templates.
    from pushpull.generators.render import write_site  # noqa: PLC0415

    written = write_site(open_bank(options.bank), options.docs, options.config, options.to)
    return f"{written} files written to {options.to}."


def _finish(options: argparse.Namespace) -> str:
    from pushpull.generators.finish import finish_site  # noqa: PLC0415

    pages = finish_site(options.site, open_bank(options.bank), options.bank, options.docs, options.config)
    done = f"{pages} pages finished in {options.site}."
    return done if pages else f"{options.site} is finished already: to change it, build it again and then finish it."


def _new(options: argparse.Namespace) -> str:
    from pushpull.new_site import write_new_site  # noqa: PLC0415

    written = write_new_site(options.folder)
    return f"{written} files written to {options.folder}. Go on with {options.folder / 'README.md'}."


def _contents(bank: Bank) -> str:
    counts = {
        "practice": len(bank.practices),
        "play": len(bank.plays),
        "insight": len(bank.insights.insights),
        "idea": sum(len(source.ideas) for source in bank.references.sources),
        "term": len(bank.glossary.terms),
        "symptom": len(bank.symptom_by_id),
        "worksheet": len(bank.worksheets),
        "sample": len(bank.samples),
        "release": len(bank.releases),
    }
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pushpull", description="Work with the bank of questions and plays."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, run, words in (
        ("check", _check, "say whether the bank is sound, and every fault if not"),
        ("prose", _prose, "say whether pages and texts are fit to read, and how hard each page is"),
        ("schema", _schema, "write the schemas that editors use, and those of the public formats"),
        ("release", _release, "keep what this version of the bank asks"),
        ("render", _render, "write every page as a plain file, for another generator"),
        ("finish", _finish, "do to what another generator has built all that the hook does to what MkDocs builds"),
    ):
        command = commands.add_parser(name, help=words, description=f"{words.capitalize()}.")
        command.add_argument("--bank", type=Path, default=Path("assessment"), metavar="DIR", help="default: assessment")
        command.set_defaults(run=run)
        if name in ("prose", "render", "finish"):
            command.add_argument("--docs", type=Path, default=Path("docs"), metavar="DIR", help="default: docs")
        if name == "render":
            command.add_argument("--to", type=Path, required=True, metavar="DIR", help="a new or empty folder")
        if name == "finish":
            command.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
        if name in ("render", "finish"):
            config = Path("mkdocs.yml")
            command.add_argument("--config", type=Path, default=config, metavar="FILE", help=f"default: {config}")
    words = "write a small site of your own to begin with: a bank of four questions, its settings and the engine"
    new = commands.add_parser("new", help=words, description=f"{words.capitalize()}.")
    new.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    new.set_defaults(run=_new)
    return parser


if __name__ == "__main__":
    sys.exit(main())
