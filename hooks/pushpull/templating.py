"""The Jinja environment of every page: strict, escaping, with the few filters that bank texts need."""

import re
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pushpull.models import Model

RAMP = 5  # colours from push to pull; every scale, whatever its length, is spread over them
TEMPLATES = Path(__file__).parent / "templates"


def environment(model: Model) -> Environment:
    """Return an environment whose filters know the word for the people that `model` puts first."""
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


def in_markdown(text: str) -> Markup:
    """Return `text` such that Markdown and HTML show it letter for letter."""
    return Markup(re.sub(r"([\\`*_{}\[\]#|~])", r"\\\1", str(escape(text))))  # noqa: S704 escaped first


def quoted(text: str) -> Markup:
    """Return `text` as a YAML string, for front matter."""
    return Markup('"{}"').format(Markup(text.replace("\\", "\\\\").replace('"', '\\"')))  # noqa: S704 not HTML


def plural(count: int, one: str, many: str) -> str:
    """Return `count` with the noun that fits: 1 play, 2 plays."""
    return f"{count} {one if count == 1 else many}"
