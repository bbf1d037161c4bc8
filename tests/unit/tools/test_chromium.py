from collections.abc import Iterator
from pathlib import Path

import pytest

import chromium

NOWHERE = Path("no-such-folder/chrome")


@pytest.fixture
def _bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "ON_PATH", ())
    monkeypatch.setattr(chromium, "ELSEWHERE", ())
    monkeypatch.setattr(chromium, "installers", lambda **_: iter([["no-such-installer"]]))


def test_a_named_browser_that_does_not_start_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(NOWHERE))
    with pytest.raises(chromium.ChromiumMissingError, match=r"CHROMIUM is set to .*, which does not start"):
        chromium.find_chromium(NOWHERE)


@pytest.mark.usefixtures("_bare_machine")
@pytest.mark.parametrize(
    "cure", ["apt install chromium", "-m playwright install --only-shell chromium", "CHROMIUM=/path/to/"]
)
def test_a_machine_without_a_browser_is_told_each_cure(cure: str) -> None:
    with pytest.raises(chromium.ChromiumMissingError) as error:
        chromium.find_chromium(NOWHERE)
    assert cure in str(error.value)


@pytest.mark.usefixtures("_bare_machine")
def test_a_browser_that_an_installer_brings_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "chrome"

    def bring_one(**_: bool) -> Iterator[list[str]]:
        own.touch()
        yield ["no-such-installer"]

    monkeypatch.setattr(chromium, "installers", bring_one)
    monkeypatch.setattr(chromium, "starts", Path.exists)
    assert own == chromium.find_chromium(own)


@pytest.mark.usefixtures("_bare_machine")
def test_a_headless_shell_is_taken_before_the_whole_browser_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "chromium-1" / "chrome-linux" / "chrome"
    shell = tmp_path / "chromium_headless_shell-1" / "chrome-linux" / "headless_shell"
    for path in (own, shell):
        path.parent.mkdir(parents=True)
        path.touch()
    monkeypatch.setattr(chromium, "starts", Path.exists)
    assert shell == chromium.find_chromium(own)
    assert own == chromium.find_chromium(own, headed=True)
