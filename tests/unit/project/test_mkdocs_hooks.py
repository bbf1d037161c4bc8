"""The site of another bank, built by settings that change bank, docs and navigation alone."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from banks import changed_bank
from html_text import Element, read
from projects import build, settings

PUBLISHED = "https://tools.example/a/b/"


@dataclass(frozen=True)
class Built:
    """A site of the small bank, with names that mean something in HTML."""

    site: Path
    log: str

    def page(self, uri: str) -> Element:
        """A page of it as elements."""
        return read((self.site / uri / "index.html").read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small bank with docs of its own, built strictly by settings that change bank, docs and navigation alone."""
    folder = tmp_path_factory.mktemp("host")
    odd = {
        "edit": {
            "model.yml": {'name: "Lending"': """name: 'R&D <b> "x"'"""},
            "practices/lending/loan-book.yml": {"Writing loans down": "Loans & </title><b>books"},
        }
    }
    config = settings(folder, bank=changed_bank(folder, odd))
    own = json.loads(config.read_text(encoding="utf-8"))
    own["extra_javascript"] = ["ours.js", {"path": "late.js", "async": True}]
    config.write_text(json.dumps(own), encoding="utf-8")
    run = build(config, folder / "site", EDIT_URI="https://forge.example/edit/main/docs/", SITE_URL=PUBLISHED)
    assert 0 == run.returncode, run.stderr
    return Built(folder / "site", run.stderr)


def test_another_bank_with_its_own_docs_builds_strictly(built: Built) -> None:
    assert "The village tool library" in built.page("").one("h1").text
    assert ["Question 1 of 2", "Question 2 of 2"] == [
        each.text for each in built.page("assessment/quick").classed("pp-question__number")
    ]
    assert "WARNING" not in built.log


def test_another_site_has_scripts_and_styles_without_copying_them(built: Built) -> None:
    page = built.page("")
    [script] = [each.attributes["src"] for each in page.all("script", type="module")]
    styles = [each.attributes["href"] for each in page.all("link", rel="stylesheet")]
    assert (built.site / script).is_file()
    ours = [style for style in styles if "assets/app" in style]
    assert ["app.css", "reading.css"] == [Path(style).name for style in ours]
    assert all((built.site / style).is_file() for style in ours)


def test_a_host_s_own_scripts_come_after_ours(built: Built) -> None:
    found = [each.attributes for each in built.page("").all("script") if "src" in each.attributes]
    assert ["main.mjs", "bundle", "ours.js", "late.js"] == [
        Path(each["src"]).name.removesuffix(".min.js").split(".a")[0] for each in found
    ]
    assert [None, "load", "load", None] == [each.get("data-late") for each in found]


def test_an_empty_section_is_not_in_the_menu(built: Built) -> None:
    assert "Assessment" in built.page("").one("header").text + built.page("").classed("md-nav--primary")[0].text
    assert "Worksheets" not in built.page("").classed("md-nav--primary")[0].text


def test_odd_names_show_letter_for_letter_around_the_page(built: Built) -> None:
    page = built.page("playbook/lending")
    assert 'R&D <b> "x" - Push to Pull' == page.one("title").text
    menu = [link.text for nav in page.classed("md-nav--primary") for link in nav.all("a")]
    assert 'R&D <b> "x"' in menu
    practice = built.page("playbook/lending/loan-book")
    assert "Loans & < /title><b>books - Push to Pull" == practice.one("title").text
    assert [] == practice.all("b")


def test_the_way_up_is_data_that_no_name_can_break_out_of(built: Built) -> None:
    def way_up(uri: str) -> list[tuple[str, str]]:
        html = (built.site / uri / "index.html").read_text(encoding="utf-8")
        [data] = re.findall(r'<script type="application/ld\+json">([^<]*)</script>', html)
        found = json.loads(data)
        assert "BreadcrumbList" == found["@type"]
        steps = found["itemListElement"]
        assert [*range(1, len(steps) + 1)] == [each["position"] for each in steps]
        return [(each["name"], each["item"].removeprefix(PUBLISHED)) for each in steps]

    above = [("Playbook", "playbook/"), ('R&D <b> "x"', "playbook/lending/")]
    assert above == way_up("playbook/lending")
    practice = ("Loans & < /title><b>books", "playbook/lending/loan-book/")
    assert [*above, practice] == way_up("playbook/lending/loan-book")


def test_every_address_in_the_list_for_language_models_leads_to_a_file(built: Built) -> None:
    text = (built.site / "llms.txt").read_text(encoding="utf-8")
    addresses = [address.removeprefix(PUBLISHED) for address in re.findall(r"^- \[.*\]\((.*?)\)", text, re.MULTILINE)]
    assert "playbook/lending/loan-book/index.md" in addresses
    assert [] == [each for each in addresses if not (built.site / each.removesuffix("index.md")).is_dir()]
    assert [] == [each for each in addresses if each.endswith(".md") and not (built.site / each).is_file()]
    others = "".join((built.site / name).read_text(encoding="utf-8") for name in ("sitemap.xml", "sw.js"))
    assert ".md" not in others
    assert "llms.txt" not in others


def test_a_site_that_knows_no_address_has_no_way_up_as_data(tmp_path: Path) -> None:
    run = build(settings(tmp_path), tmp_path / "site", SITE_URL="")
    assert 0 == run.returncode, run.stderr
    assert [] == [path for path in (tmp_path / "site").rglob("*.html") if "ld+json" in path.read_text(encoding="utf-8")]
    assert not (tmp_path / "site" / "llms.txt").exists()


def test_an_edit_link_names_the_file_of_the_bank(built: Built) -> None:
    links = [each.attributes["href"] for each in built.page("playbook/lending/loan-book").all("a", rel="edit")]
    [link] = links
    assert link.startswith("https://forge.example/edit/main/docs/../")
    assert link.endswith("/bank/practices/lending/loan-book.yml")


def test_a_page_written_by_hand_keeps_its_own_edit_link(built: Built) -> None:
    links = [each.attributes["href"] for each in built.page("about/how").all("a", rel="edit")]
    assert ["https://forge.example/edit/main/docs/about/how.md"] == links


def test_a_host_that_wants_no_work_without_network_gets_none(tmp_path: Path) -> None:
    config = settings(tmp_path)
    own = json.loads(config.read_text(encoding="utf-8"))
    own["extra"]["offline"] = False
    config.write_text(json.dumps(own), encoding="utf-8")
    run = build(config, tmp_path / "site")
    assert 0 == run.returncode, run.stderr
    assert "unregister" in (tmp_path / "site" / "sw.js").read_text(encoding="utf-8")
    assert not (tmp_path / "site" / "offline.html").exists()
    assert "push-to-pull:offline" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
