"""The Jinja environment of every page: strict, escaping, with the few filters that bank texts need."""

import re
from collections.abc import Sequence
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pushpull.models import Model, Term

RAMP = 5  # colours from push to pull; every scale, whatever its length, is spread over them
TEMPLATES = Path(__file__).parent / "templates"


def environment(model: Model, terms: Sequence[Term]) -> Environment:
    """Return an environment whose filters know the first word for people in `model`, and the terms to explain."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    word = model.people.options[0]
    env.filters |= {
        "step": lambda value: round(value / model.top * (RAMP - 1)),
        "people": lambda text: with_people(text, word),
        "explained": lambda text, practice: explained(text, practice, terms, word),
        "plain": lambda text: text.replace("{people}", word),
        "md": lambda text: in_markdown(text.replace("{people}", word)),
        "quoted": quoted,
        "plural": plural,
        "combine": lambda first, second: {**first, **second},
    }
    env.globals["sentences"] = yaml.safe_load((TEMPLATES / "words.yml").read_text(encoding="utf-8"))
    return env


def with_people(text: str, word: str) -> Markup:
    """Return `text` as HTML in which the browser can put the respondent's own word for {people}."""
    marked = Markup("<span data-people>{}</span>").format(word)
    return Markup(str(escape(text)).replace("{people}", marked))  # noqa: S704 both parts are escaped


def explained(text: str, practice: str, terms: Sequence[Term], word: str) -> Markup:
    """Return a question as HTML in which each term opens its meaning where it first stands, on focus, hover or tap."""
    html, used = str(with_people(text, word)), set[str]()
    forms = {form.lower(): term for term in terms if term.in_questions for form in (term.term, *term.also)}
    if not forms:
        return Markup(html)  # noqa: S704 escaped by with_people

    def button(match: re.Match[str]) -> str:
        term = forms[match[0].lower()]
        if term.id in used:
            return match[0]
        used.add(term.id)
        place = f"term-{practice}-{term.id}"
        means = with_people(term.means, word)
        return (
            f'<span class="pp-term"><button type="button" aria-describedby="{place}">{match[0]}</button>'
            f'<span class="pp-term__text" id="{place}" aria-hidden="true">{means}</span></span>'
        )

    longest_first = sorted(forms, key=len, reverse=True)
    pattern = rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b(?![^<]*>)"
    return Markup(re.sub(pattern, button, html, flags=re.IGNORECASE))  # noqa: S704 all parts are escaped


def in_markdown(text: str) -> Markup:
    """Return `text` such that Markdown and HTML show it letter for letter."""
    return Markup(re.sub(r"([\\`*_{}\[\]#|~])", r"\\\1", str(escape(text))))  # noqa: S704 escaped first


def quoted(text: str) -> Markup:
    """Return `text` as a YAML string, for front matter."""
    return Markup('"{}"').format(Markup(text.replace("\\", "\\\\").replace('"', '\\"')))  # noqa: S704 not HTML


def plural(count: int, one: str, many: str) -> str:
    """Return `count` with the noun that fits: 1 play, 2 plays."""
    return f"{count} {one if count == 1 else many}"
