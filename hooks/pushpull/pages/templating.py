"""The Jinja environment of every page: strict, escaping, with the few filters that bank texts need."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pushpull.build_cache import templates
from pushpull.paths import TEMPLATES
from pushpull.schema.frame import Model
from pushpull.schema.library import Term
from pushpull.words import fill

COMMON = 6  # lists of search words; a word in more of them tells nothing apart
RAMP = 5  # colours from push to pull; every scale, whatever its length, is spread over them

MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&#|~]")  # what means something within a line of Markdown
AT_START = re.compile(r"^(?P<before>\d*)(?P<sign>[-+=:!?.)/])")  # and what does so only where a paragraph begins
SENTENCE = re.compile(r".+?[.!?…](?=[”’\"')]*(\s|$))[”’\"')]*", re.DOTALL)


def environment(model: Model, terms: Sequence[Term]) -> Environment:
    """Return an environment whose filters know the first word for people in `model`, and the terms to explain."""
    word = next(iter(model.words_for_people), "")
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=templates("pages"),
        finalize=lambda value: with_people(value, word) if type(value) is str and "{people}" in value else value,
    )
    env.filters |= {
        "step": lambda value: round(value / model.top * (RAMP - 1)),
        "people": lambda text: with_people(text, word) if "{people}" in text else text,  # which is escaped in its place
        "explained": lambda text, practice: explained(text, practice, terms, word),
        "plain": lambda text: text.replace("{people}", word),
        "md": lambda text: in_markdown(bare(text).replace("{people}", word)),
        "quoted": lambda text: quoted(bare(text).replace("{people}", word)),
        "first_sentence": first_sentence,
        "coded": coded,
        "search_words": search_words,
        "words_of": words_of,
        "fill": lambda pattern, **values: filled(pattern, word, values),
    }
    env.tests["same_word"] = same_word
    env.tests["has"] = lambda names, name: name in names
    return env


def with_people(text: str, word: str) -> Markup:
    """Return `text` as HTML in which the browser can put the respondent's own word for {people}."""
    html = str(escape(text))
    if "{people}" in html:  # most texts have none
        html = html.replace("{people}", f"<span data-people>{escape(word)}</span>")
    return Markup(html)  # noqa: S704 both parts are escaped


def explained(text: str, practice: str, terms: Sequence[Term], word: str) -> Markup:
    """Return a question as HTML in which each term opens its meaning where it first occurs, on focus, hover or tap."""
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
    """Return `text`, as one paragraph, such that Markdown and HTML show it letter for letter."""
    # Entities, since what a backslash escapes differs from one Markdown to another.
    html = MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))
    return Markup(AT_START.sub(lambda match: f"{match['before']}&#{ord(match['sign'])};", html))  # noqa: S704 escaped


def quoted(text: str) -> Markup:
    """Return `text` as a YAML string of HTML, for front matter: themes put titles and descriptions down as they are."""
    # Themes undo the escaping within <title>, which nothing but </title> can end.
    line = str(escape(" ".join(text.split()).replace("</", "< /"))).replace("\\", "\\\\")
    return Markup(f'"{line}"')  # noqa: S704 escaped, and no quotes are left


def bare(text: str) -> str:
    """Return `text` as words alone, whether it is HTML or not yet."""
    return text.striptags() if isinstance(text, Markup) else text


def same_word(form: str, term: str) -> bool:
    """Return whether `form` has no word that `term` has not, in number or ending apart: outsiders, people outside."""
    known = {word[:3] for word in term.casefold().split()}
    return all(word[:3] in known for word in form.casefold().split())


def first_sentence(text: str) -> str:
    """Return the first sentence of `text`, with the mark that ends it."""
    match = SENTENCE.match(text)
    return match[0] if match else text


def coded(text: str) -> Markup:
    """Return `text` as HTML in which what stands in backticks is code; braces stay as they are."""
    html = re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text)))
    return Markup(html.replace("{", "&#123;"))  # noqa: S704 escaped


def common_words(lists: Iterable[str]) -> frozenset[str]:
    """Return the words that stand in too many of these lists of search words to tell one from another."""
    found = Counter(word for phrase in lists for word in set(words_of(phrase)))
    return frozenset(word for word, times in found.items() if times > COMMON)


def search_words(phrases: Sequence[str], common: AbstractSet[str]) -> list[str]:
    """Return the words of `phrases` for search, each with its plural, which the theme would not find by the other.

    A `common` word stands in many other lists too, and so leads to none of them. One that stands in several phrases is
    repeated, for it says more about the page.
    """
    kept = [word for phrase in phrases for word in words_of(phrase) if word not in common]
    return [form for word in kept for form in (word, word if word.endswith("s") else f"{word}s")]


def words_of(text: str) -> list[str]:
    """Return the words of `text` that are worth a search, in small letters."""
    return re.findall(r"[^\W_]{3,}", text.casefold())


def filled(pattern: str | Sequence[str], word: str, values: Mapping[str, object]) -> str:
    """Return a text of words.yml with each {gap} filled; of two forms, the first is for n = 1.

    It is HTML as soon as a value is, and then all else in it is escaped.
    """
    if not any(isinstance(value, Markup) for value in values.values()):
        return fill(pattern, **values)
    html = {key: with_people(value, word) if isinstance(value, str) else value for key, value in values.items()}
    text = str(escape(pattern)) if isinstance(pattern, str) else [str(escape(form)) for form in pattern]
    return Markup(fill(text, **html))  # noqa: S704 every part is escaped
