"""What `python -m pushpull new` writes: a sound bank, texts that lead somewhere, and examples to take as they are."""

import re
import shutil
from pathlib import Path

import pytest
from projects import build

from pushpull.__main__ import main
from pushpull.addresses import PAGES
from pushpull.new_site import STARTER
from pushpull.pages.site import generate, navigation
from pushpull.rules.check import open_bank, open_with_advice

# What our own site has, and a new one has not.
OURS = re.compile(r"(?<!#)chapter|quick form|facilitator's guide|and who would|marked with a star", re.IGNORECASE)
WORDS = re.compile(r"<script\b.*?</script>", re.DOTALL)  # what scripts may say, where there is reason to
LINK = re.compile(r"\]\((?!\w+:)([^)#]+)")
USES = re.compile(r"uses: (\S+@[0-9a-f]{40} # v[0-9.]+)$", re.MULTILINE)
RUNS = re.compile(r"- run: (.+)")
EXAMPLE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_a_new_site_holds_a_sound_bank_of_two_dimensions_and_four_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["new", str(tmp_path / "own")])

    written = sum(path.is_file() for path in (tmp_path / "own").rglob("*"))
    said = f"{written} files written to {tmp_path / 'own'}. Go on with {tmp_path / 'own' / 'README.md'}.\n"
    assert (code, *capsys.readouterr()) == (0, said, "")
    assert [*(tmp_path / "own").rglob("*.png")] == []  # those for links show another site
    bank, advice = open_with_advice(tmp_path / "own" / "assessment")
    assert (len(bank.model.dimensions), len(bank.practices), advice) == (2, 4, [])
    readme = (tmp_path / "own" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^(?:python|PYTHONPATH).+$", readme, re.MULTILINE) == [
        "python -m pip install -r engine/requirements.txt",
        "python -m mkdocs serve",
        "PYTHONPATH=engine/hooks python -m pushpull check",
    ]


def test_a_new_site_builds_strictly_with_all_that_a_bank_may_hold(tmp_path: Path, root: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    shutil.rmtree(tmp_path / "assessment")
    shutil.copytree(root / "assessment", tmp_path / "assessment")

    run = build(tmp_path / "mkdocs.yml", tmp_path / "site", PYTHONPATH="")

    assert run.returncode == 0, run.stderr + run.stdout


@pytest.mark.parametrize(("name", "found"), [("notes.txt", "it is a file"), (".", "it holds something")])
def test_a_new_site_takes_the_place_of_nothing(
    name: str, found: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    code = main(["new", str(tmp_path / name)])

    told = f"{tmp_path / name} must be a new or an empty folder, but {found}: choose another, or empty it\n"
    assert (code, *capsys.readouterr()) == (1, "", told)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_that_holds_a_repository_alone_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert main(["new", str(tmp_path)]) == 0


def test_a_play_and_a_pattern_of_the_reference_can_be_taken_as_they_are(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    bank = tmp_path / "assessment"
    for name, text in EXAMPLE.findall((bank / "README.md").read_text(encoding="utf-8")):
        (bank / name).parent.mkdir(exist_ok=True)
        with (bank / name).open("a", encoding="utf-8") as file:
            file.write(text)

    own = open_bank(bank)

    assert (len(own.plays), len(own.insights.insights), len(own.model.effort)) == (1, 1, 2)
    run = build(tmp_path / "mkdocs.yml", tmp_path / "site", PYTHONPATH="")
    assert run.returncode == 0, run.stderr + run.stdout
    assert "<title>Our meetings</title>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_new_site_publishes_itself_on_github_with_the_actions_that_publish_ours(tmp_path: Path, root: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    own, ours = (
        (folder / ".github" / "workflows" / name).read_text(encoding="utf-8")
        for folder, name in ((tmp_path, "publish.yml"), (root, "site.yml"))
    )

    assert 5 == len(USES.findall(own)) == len({*USES.findall(own)} & {*USES.findall(ours)})
    install, build = RUNS.findall(own)
    assert install == "python -m pip install --require-hashes -r engine/requirements.txt"
    assert build in (tmp_path / "engine" / "docs" / "method" / "make-your-own.md").read_text(encoding="utf-8")


def test_a_new_site_speaks_of_nothing_that_it_has_not() -> None:
    bank = open_bank(STARTER / "assessment")
    pages = {page.uri: page.text for page in generate(bank, STARTER / "docs") if page.uri.endswith(".md")}

    assert [uri for uri, text in pages.items() if OURS.search(WORDS.sub("", text))] == []
    menu = [{"Book": ["bank:chapters"]}, {"Method": [*(uri for uri in PAGES if uri.startswith("method/"))]}]
    assert [*map(list, navigation(bank, menu, STARTER / "docs"))] == [["Book"]]
    assert not any(uri.startswith("method/") for uri in pages)


def test_what_a_new_site_gives_to_read_leads_somewhere(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    texts = [tmp_path / "README.md", tmp_path / "assessment" / "README.md", tmp_path / "engine/assessment/README.md"]
    texts += sorted((tmp_path / "engine" / "docs" / "method").glob("*.md"))

    links = [(text, link) for text in texts for link in LINK.findall(text.read_text(encoding="utf-8"))]

    assert {text.name for text, _ in links} >= {"README.md", "make-your-own.md", "authors.md", "hosting.md"}
    assert [(text.name, link) for text, link in links if not (text.parent / link).exists()] == []
