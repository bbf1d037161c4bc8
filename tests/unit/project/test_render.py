from pathlib import Path

import pytest
import yaml
from banks import SMALL
from projects import ROOT, SMALL_DOCS, build, python, settings

from pushpull.bank import Bank
from pushpull.generators.render import plain_settings, write_site
from pushpull.problem import BankError
from pushpull.rules.check import open_bank

OWN = "assets/app"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(SMALL)


@pytest.fixture(scope="module")
def rendered(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as plain files."""
    folder = tmp_path_factory.mktemp("plain")
    write_site(bank, SMALL_DOCS, settings(tmp_path_factory.mktemp("settings")), folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {uri: path.read_bytes() for uri, path in found.items()}


def test_the_files_are_those_that_the_hook_hands_to_mkdocs(rendered: Path, tmp_path: Path) -> None:
    config = settings(tmp_path, more_hooks=(ROOT / "tests" / "support" / "capture_hook.py",))
    run = build(config, tmp_path / "site", CAPTURE=str(tmp_path / "captured"))
    assert 0 == run.returncode, run.stderr
    expected = files(tmp_path / "captured")
    assert {"index.md", "about/how.md", "playbook/care.md", "bank.json"} <= set(expected)
    assert expected == files(rendered / "docs")


def test_chapters_are_no_files_of_their_own(rendered: Path) -> None:
    assert not (rendered / "docs" / "chapters").exists()


def test_scripts_and_styles_come_along(rendered: Path, root: Path) -> None:
    own = {path.relative_to(root / "docs") for path in (root / "docs" / OWN).rglob("*") if path.is_file()}
    assert own
    made = {Path(OWN) / name for name in ("bank.json", "earlier.json", "outline.json", "words.json")}
    assert own | made == {path.relative_to(rendered / "docs") for path in (rendered / "docs" / OWN).rglob("*.*")}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (b"", "they hold no keys"),
        (b"- a", "they hold no keys"),
        (b"a: 1\n\tb: 2", "found character"),
        (b"\xe9", "UTF-8"),
    ],
)
def test_settings_that_cannot_be_read_are_told_and_nothing_is_written(
    found: bytes, told: str, bank: Bank, tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(found)
    with pytest.raises(BankError, match=rf"mkdocs\.yml:.*{told}"):
        write_site(bank, SMALL_DOCS, tmp_path / "mkdocs.yml", tmp_path / "plain")
    assert not (tmp_path / "plain").exists()


def test_a_folder_that_holds_anything_is_left_alone(bank: Bank, rendered: Path) -> None:
    before = files(rendered)
    with pytest.raises(FileExistsError, match="must be a new or an empty folder"):
        write_site(bank, SMALL_DOCS, ROOT / "mkdocs.yml", rendered)
    assert before == files(rendered)


def test_the_same_bank_writes_the_same_files(bank: Bank, rendered: Path, tmp_path: Path) -> None:
    count = write_site(bank, SMALL_DOCS, settings(tmp_path), tmp_path / "again")
    assert files(rendered) == files(tmp_path / "again")
    assert count == len([path for path in rendered.rglob("*") if path.is_file()])


def test_settings_lose_the_hook_and_gain_the_pages_and_the_words_of_the_theme(bank: Bank) -> None:
    text = """
site_name: Tools # a comment
site_url: !ENV [SITE_URL, ""]
hooks: [hooks/mkdocs_hooks.py]
watch: [assessment]
docs_dir: text
nav:
  - Home: index.md
  - Playbook: [bank:chapters]
markdown_extensions:
  - x:
      format: !!python/name:some.where
"""
    assert """\
site_name: Tools
site_url: !ENV [SITE_URL, ""]
nav:
- Home: index.md
- Playbook:
  - Lending: playbook/lending.md
  - Care: playbook/care.md
markdown_extensions:
- x:
    format: !!python/name:some.where ''
""" == plain_settings(text, bank).partition("extra:\n")[0]
    own = yaml.safe_load(plain_settings("extra: {reading: [method]}", bank))["extra"]
    assert ["reading", "words"] == list(own)
    assert {section: bank.words[section] for section in ("theme", "not_found", "unread", "social")} == own["words"]


def test_settings_without_navigation_stay_without(bank: Bank) -> None:
    assert "site_name: Tools\n" == plain_settings("site_name: Tools\n", bank).partition("extra:\n")[0]


@pytest.mark.parametrize(
    ("option", "said"),
    [("--config", "No such file or directory"), ("--bank", "the bank must be a folder")],
)
def test_the_command_says_what_is_missing(tmp_path: Path, option: str, said: str) -> None:
    small = ["--bank", str(SMALL), "--docs", str(SMALL_DOCS)]
    run = python("-m", "pushpull", "render", *small, "--to", str(tmp_path / "to"), option, str(tmp_path / "gone"))
    assert (1, "") == (run.returncode, run.stdout)
    assert said in run.stderr
    assert "Traceback" not in run.stderr
