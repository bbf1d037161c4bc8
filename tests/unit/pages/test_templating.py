from pathlib import Path

import markdown  # type: ignore[import-untyped] # its types are another package
import pytest
import site_markdown
import yaml
from banks import SMALL
from html_text import read
from jinja2 import UndefinedError
from markupsafe import Markup
from mkdocs.structure.toc import get_toc
from mkdocs.utils import meta

from pushpull.pages.templating import (
    bare,
    environment,
    filled,
    first_sentence,
    in_markdown,
    quoted,
    same_word,
    with_people,
)
from pushpull.rules.check import open_bank
from pushpull.schema.frame import Model

HOSTILE = [
    "Rock & roll &amp; &#38; © &copy;",
    "<script>alert(1)</script>",
    "\"double\" 'single' “curly”",
    "`code` *em* **strong** _em_ __strong__ [link](https://x.example) ![image](x.png) [ref][x] <https://x.example>",
    "~~struck~~ ==marked== ^^up^^ | cell | :smile: $x$ \\( \\* \\\\",
    "{: #id .class } {.class} {{ jinja }} {% raw %} {# none #}",
    "# one ## two #",
    "[^1] [S1-01] [@work]",
    "--- - *** ... end",
]
STARTS = ["1. one", "12) two", "- item", "+ item", "* item", "> quoted", "# head", "=== tab", '!!! note "x"', "??? x"]
STARTS += ["--- ", ": meaning", "/// block", "``` fence", "~~~ fence", "| a | b |", "    code", "[x]: y", "*[HTML]: x"]


@pytest.fixture(scope="module")
def model() -> Model:
    return open_bank(SMALL).model


@pytest.fixture(scope="module")
def converter(root: Path) -> markdown.Markdown:
    return site_markdown.converter(root / "mkdocs.yml")


@pytest.mark.parametrize("text", [*HOSTILE, *STARTS])
def test_markdown_shows_a_paragraph_letter_for_letter(converter: markdown.Markdown, text: str) -> None:
    root, faults = read(converter.reset().convert(str(in_markdown(text))))
    assert (["p"], []) == ([each.tag for each in root.within], faults)
    assert " ".join(text.split()) == root.text


@pytest.mark.parametrize("text", [*HOSTILE, *STARTS])
def test_markdown_shows_a_heading_letter_for_letter(converter: markdown.Markdown, text: str) -> None:
    root, _ = read(converter.reset().convert(f"## {in_markdown(text)} {{: #own }}"))
    heading = root.one("h2", id="own")
    assert ["a"] == [each.tag for each in heading.within]
    assert " ".join(text.split()) == heading.text.removesuffix("¶").strip()


@pytest.mark.parametrize("text", [*HOSTILE, *STARTS])
def test_the_table_of_contents_shows_a_heading_letter_for_letter(converter: markdown.Markdown, text: str) -> None:
    converter.reset().convert(f"## {in_markdown(text)} {{: #own }}")
    [item] = get_toc(converter.toc_tokens)
    root, _ = read(item.title)
    assert ([], " ".join(text.split())) == (root.within, root.text)


def test_paragraphs_of_a_text_become_one() -> None:
    assert "a b c" == in_markdown("a\n\nb\n  c\n")


@pytest.mark.parametrize("text", [*HOSTILE, *STARTS, "a\n---\nb", 'x: "y" #z', "C:\\new\\table", "---", "null", "12"])
def test_front_matter_holds_a_text_as_html(text: str) -> None:
    body, data = meta.get_data(f"---\ntitle: {quoted(text)}\nhide: [toc]\n---\n\nThe page.\n")
    root, _ = read(data.pop("title"))
    assert ("The page.\n", {"hide": ["toc"]}) == (body.lstrip(), data)
    assert ([], " ".join(text.replace("</", "< /").split())) == (root.within, root.text)


def test_no_title_ends_the_title_of_a_page() -> None:
    unescaped = Markup(yaml.safe_load(quoted("a </title><script>b</script>"))).striptags()  # noqa: S704 as the theme does it
    assert "</" not in unescaped


def test_a_text_that_a_template_prints_is_escaped(model: Model) -> None:
    made = environment(model, []).from_string("<p>{{ text }}</p>").render(text="<b> & \"'")
    assert "<p>&lt;b&gt; &amp; &#34;&#39;</p>" == made


def test_the_word_for_people_stands_in_every_text_that_a_template_prints(model: Model) -> None:
    marked = "for <span data-people>borrowers</span> &lt;b&gt;"
    template = "{{ text }}|{{ text | people }}|{{ text | plain }}|{{ text | md }}|{{ text | quoted }}"
    made = environment(model, []).from_string(template).render(text="for {people} <b>")
    plain = 'for borrowers &lt;b&gt;|for borrowers &#60;b&#62;|"for borrowers &lt;b&gt;"'
    assert f"{marked}|{marked}|{plain}" == made


def test_the_word_for_people_is_escaped() -> None:
    assert "<span data-people>R&amp;D &lt;i&gt;</span>" == with_people("{people}", "R&D <i>")


def test_a_name_that_is_not_there_stops_the_template(model: Model) -> None:
    with pytest.raises(UndefinedError):
        environment(model, []).from_string("{{ nothing }}").render()


@pytest.mark.parametrize(("levels", "steps"), [(3, [0, 2, 4]), (5, [0, 1, 2, 3, 4]), (7, [0, 1, 1, 2, 3, 3, 4])])
def test_every_scale_is_spread_over_the_ramp(model: Model, levels: int, steps: list[int]) -> None:
    scale = model.model_copy(update={"levels": [model.levels[0]] * levels})
    step = environment(scale, []).filters["step"]
    assert steps == [step(value) for value in range(levels)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("Only one.", "Only one."),
        ("Is it? Yes.", "Is it?"),
        ("At 2.5 it turns. Then not.", "At 2.5 it turns."),
        ("They say “no.” We go on.", "They say “no.”"),
        ("no end", "no end"),
        ("Over\ntwo lines. More.", "Over\ntwo lines."),
    ],
)
def test_a_first_sentence_keeps_the_mark_that_ends_it(text: str, first: str) -> None:
    assert first == first_sentence(text)


@pytest.mark.parametrize(("count", "words"), [(0, "0 plays"), (1, "1 play"), (2, "2 plays")])
def test_a_noun_fits_its_number(count: int, words: str) -> None:
    assert words == filled(["{n} play", "{n} plays"], "members", {"n": count})


def test_a_sentence_is_html_where_a_part_of_it_is(model: Model) -> None:
    env = environment(model, [])
    template = "{{ text | fill(link=link, name=name) }} {{ text | fill(link='a', name=name) }}"
    made = env.from_string(template).render(text="<See> {link} & {name}", link=Markup("<a>x</a>"), name="{people} <b>")
    word = "<span data-people>borrowers</span>"
    assert made == f"&lt;See&gt; <a>x</a> &amp; {word} &lt;b&gt; &lt;See&gt; a &amp; {word} &lt;b&gt;"


def test_a_gap_that_nothing_fills_ends_the_build() -> None:
    with pytest.raises(KeyError, match="name"):
        filled("For {name}", "members", {})


def test_a_filled_sentence_in_front_matter_is_escaped_once() -> None:
    made = filled("R&D: {length}", "members", {"length": Markup("1 &lt; 2")})
    assert quoted(bare(made)) == '"R&amp;D: 1 &lt; 2"'


@pytest.mark.parametrize(
    ("form", "term", "same"),
    [
        ("activities", "activity", True),
        ("plays", "playbook and play", True),
        ("outsiders", "people outside", True),
        ("axes", "axis", False),
        ("someone outside", "people outside", False),
        ("published pieces", "piece", False),
    ],
)
def test_a_form_that_a_reader_needs_no_telling_of_is_known(form: str, term: str, *, same: bool) -> None:
    assert same_word(form, term) is same
