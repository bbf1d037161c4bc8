import ntpath
import shutil
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from banks import SMALL, own_bank
from html_text import read
from projects import SMALL_DOCS

from bench.bank import write_bank
from pushpull.bank import Bank
from pushpull.pages.inserts import INSERTS
from pushpull.pages.site import default_assets, edit_address, generate, navigation, with_problems
from pushpull.problem import BankError, Problem
from pushpull.rules.check import open_bank


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(SMALL)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the small docs folder."""
    return Path(shutil.copytree(SMALL_DOCS, tmp_path / "docs"))


def texts(bank: Bank, docs: Path) -> dict[str, str]:
    """What the bank adds to the docs folder or changes in it, by place."""
    return {file.uri: file.text for file in generate(bank, docs)}


def faults(bank: Bank, docs: Path) -> list[str]:
    """What is wrong with the pages, with paths from the docs folder on."""
    with pytest.raises(BankError) as raised:
        generate(bank, docs)
    return [
        str(problem).removesuffix(" [must hold]").removeprefix(f"{docs.as_posix()}/")
        for problem in raised.value.problems
    ]


def test_a_page_written_by_hand_is_filled(bank: Bank, docs: Path) -> None:
    page = texts(bank, docs)["about/how.md"]
    assert "A [sharpening day](../playbook/care/sharp-blades.md#sharpening-day)" in page
    assert ["Shed", "Shelf", "Workshop"] == [each.text for each in read(page)[0].all("strong")]
    assert "```\n<!-- insert: levels -->\n```" in page


def test_front_matter_of_a_page_written_by_hand_stays(bank: Bank, docs: Path) -> None:
    head = (docs / "index.md").read_text(encoding="utf-8").partition("# ")[0]
    assert texts(bank, docs)["index.md"].startswith(head)


def test_a_page_that_takes_nothing_from_the_bank_is_left_to_the_generator(bank: Bank, docs: Path) -> None:
    (docs / "plain.md").write_text("# Plain\n", encoding="utf-8")
    assert "plain.md" not in texts(bank, docs)


def test_only_pages_written_by_hand_have_no_file_of_the_bank(bank: Bank, docs: Path) -> None:
    sources = {file.uri: file.source for file in generate(bank, docs)}
    assert {"index.md", "about/how.md"} == {uri for uri, source in sources.items() if source is None}


def test_a_chapter_becomes_part_of_its_dimension(bank: Bank, docs: Path) -> None:
    page = texts(bank, docs)["playbook/care.md"]
    assert "With [a look at the blades](care/sharp-blades.md#look-at-blades)" in page
    assert "[the questions](../assessment/care.md)" in page
    assert not [uri for uri in texts(bank, docs) if uri.startswith("chapters/")]


def test_a_page_written_by_hand_takes_the_place_of_a_generated_one(bank: Bank, docs: Path) -> None:
    before = set(texts(bank, docs))
    (docs / "results.md").write_text("# Our own results\n", encoding="utf-8")
    (docs / "bank.json").write_text("{}", encoding="utf-8")
    assert {"results.md", "bank.json"} == before - set(texts(bank, docs))


def test_every_fault_of_every_page_and_chapter_is_told_at_once(bank: Bank, docs: Path) -> None:
    (docs / "index.md").write_text("---\ntitle: x\n---\n\n[x](play:gone)\n", encoding="utf-8")
    (docs / "about" / "how.md").write_text("<!-- insert: moon -->\n", encoding="utf-8")
    (docs / "chapters" / "care.md").write_text("[x](questions:gone)\n", encoding="utf-8")
    (docs / "chapters" / "lendng.md").write_text("Words.\n", encoding="utf-8")
    (docs / "latin.md").write_bytes("Ça".encode("latin-1"))
    (docs / "colon.md").write_text("---\ntitle: x\ndescription: Tools: how well?\n---\n\n# x\n", encoding="utf-8")
    (docs / "rules.md").write_text("---\nProse between two rules\n---\n", encoding="utf-8")
    (docs / "sound.md").write_text('---\ntitle: "Tools: x"\n---\n---\n', encoding="utf-8")
    leads = "a link by id must lead somewhere, but there is"
    named = "a chapter must be named by the id of a dimension"
    yaml = "what stands between the two --- must be YAML, but the parser says"
    yaml += ' "mapping values are not allowed in this context"'
    must = "an insert must stand alone on its line, as <!-- insert: NAME -->, and be one of"
    assert [
        f"about/how.md:1:1: {must} {', '.join(INSERTS)}, but found <!-- insert: moon -->: correct it",
        f'chapters/care.md:1:5: {leads} no questions "gone": correct or remove it',
        f'chapters/lendng.md:1:1: {named}, but found "lendng": did you mean "lending"?',
        f"colon.md:3:1: {yaml}: put text that holds a colon in double quotes",
        f'index.md:5:5: {leads} no play "gone": correct or remove it',
        "latin.md:1:1: a page must be UTF-8 text, but it is not: save it again with that encoding",
    ] == faults(bank, docs)


def test_what_editors_leave_behind_is_no_page(bank: Bank, docs: Path) -> None:
    (docs / ".index.md").write_text("[x](play:gone)\n", encoding="utf-8")
    (docs / ".trash").mkdir()
    (docs / ".trash" / "old.md").write_text("[x](play:gone)\n", encoding="utf-8")
    assert not [uri for uri in texts(bank, docs) if ".trash" in uri or uri == ".index.md"]


def test_a_mark_at_the_beginning_of_a_file_is_no_part_of_its_text(bank: Bank, docs: Path) -> None:
    (docs / "index.md").write_text("---\ntitle: x\n---\n\n[care](dimension:care)\n", encoding="utf-8-sig")
    assert texts(bank, docs)["index.md"].startswith("---\n")


def test_a_docs_folder_without_scripts_and_styles_gets_ours(root: Path, docs: Path) -> None:
    files = [path for path in (root / "docs/assets").rglob("*") if path.is_file() and path.suffix != ".png"]
    own = {path.relative_to(root / "docs").as_posix() for path in files}
    assert own == set(default_assets(docs))
    assert {} == default_assets(root / "docs")


def test_a_host_may_replace_a_script_or_a_style(docs: Path) -> None:
    style = docs / "assets" / "app" / "app.css"
    style.parent.mkdir(parents=True)
    style.write_text("p {}", encoding="utf-8")
    found = default_assets(docs)
    assert (False, True) == ("assets/app/app.css" in found, "assets/app/main.mjs" in found)


@pytest.mark.parametrize(
    ("nav", "filled"),
    [
        (["index.md"], ["index.md"]),
        (["bank:questions"], [{"Lending": "assessment/lending.md"}, {"Care": "assessment/care.md"}]),
        (
            [{"Book": ["a.md", "bank:chapters", {"More": ["b.md"]}]}],
            [
                {
                    "Book": [
                        "a.md",
                        {"Lending": "playbook/lending.md"},
                        {"Care": "playbook/care.md"},
                        {"More": ["b.md"]},
                    ]
                }
            ],
        ),
        (["a.md", {"Sheets": ["bank:worksheets"]}], ["a.md"]),
        ([{"Deep": [{"Sheets": ["bank:worksheets"]}]}], []),
        ([{"Home": "index.md"}], [{"Home": "index.md"}]),
        ([], []),
    ],
)
def test_the_navigation_is_filled_from_the_bank(bank: Bank, nav: list[Any], filled: list[Any]) -> None:
    assert filled == navigation(bank, nav)


def test_the_navigation_of_a_bank_lists_its_worksheets(root: Path) -> None:
    real = own_bank()
    sheets = [{sheet.title: f"worksheets/{sheet.id}.md"} for sheet in real.worksheets]
    assert ["worksheets/index.md", *sheets] == navigation(real, ["bank:worksheets"])


def test_titles_in_the_navigation_are_html(bank: Bank) -> None:
    [first, *_] = bank.model.dimensions
    odd = first.model_copy(update={"name": 'R&D <b> "x"'})
    model = bank.model.model_copy(update={"dimensions": [odd]})
    changed = Bank(model, bank.entries, bank.documents)
    assert [{"R&amp;D &lt;b&gt; &#34;x&#34;": "assessment/lending.md"}] == navigation(changed, ["bank:questions"])


def test_faults_stand_above_the_page_each_once_and_in_order() -> None:
    problems = [
        Problem("b.yml", 2, 1, "<b> & more"),
        Problem("a.yml", 10, 1, "x"),
        Problem("b.yml", 2, 1, "<b> & more"),
    ]
    root, tags = read(with_problems("# Page\n", problems, "There are faults."))
    alert = root.one("div", role="alert")
    assert ([], ["a.yml:10:1: x [must hold]", "b.yml:2:1: <b> & more [must hold]"]) == (
        tags,
        [each.text for each in alert.all("code")],
    )
    assert alert.one("p").text == "There are faults."
    assert "# Page" == root.text.removeprefix(alert.text).strip()


@pytest.mark.parametrize(
    ("bank", "docs", "address"),
    [
        ("assessment", "docs", "../assessment/plays/a.yml"),
        ("tests/fixtures/small_bank", "docs", "../tests/fixtures/small_bank/plays/a.yml"),
        ("bank", "site/en/docs", "../../../bank/plays/a.yml"),
    ],
)
def test_an_edit_link_leads_from_the_docs_folder_to_the_file(bank: str, docs: str, address: str) -> None:
    assert address == edit_address(Path("/project") / bank, Path("/project") / docs, "plays/a.yml")


def test_there_is_no_edit_link_to_another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.relpath", ntpath.relpath)

    assert edit_address(Path("D:/bank"), Path("C:/site/docs"), "plays/a.yml") is None


def calls_to_generate(folder: Path, size: int) -> int:
    """How many functions are called to make the site of a bank of this size."""
    write_bank(folder / "assessment", size)
    bank, calls = open_bank(folder / "assessment"), 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        generate(bank, folder)
    finally:
        sys.setprofile(None)
    return calls


def test_the_work_grows_with_the_bank_and_no_faster(tmp_path: Path) -> None:
    calls_to_generate(tmp_path / "first", 24)  # what is done once, such as compiling templates
    few, many = (calls_to_generate(tmp_path / str(size), size) for size in (24, 96))
    assert many < 4 * few
