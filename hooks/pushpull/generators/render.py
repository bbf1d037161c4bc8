"""Writes the site as plain files, for another generator or for reading what a change of the bank changes."""

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from pushpull.bank import Bank
from pushpull.loading.settings import telling_of
from pushpull.pages.site import CHAPTERS, default_assets, generate, navigation
from pushpull.paths import APP, TEMPLATES
from pushpull.publish.assets import PUBLIC, public_module
from pushpull.words import of_the_theme

THEME = "overrides"  # the folder for our own templates of the theme, which the hook loads otherwise
VARIANT = "classic"  # of Zensical's theme, the one that is like Material; for other generators it means nothing
LEFT_OUT = {"hooks", "watch", "docs_dir"}  # settings that plain files have no use for


class Source(NamedTuple):
    """The Markdown of a page, and the bank file behind it, if it is made from one."""

    text: str
    file: str | None


def write_site(bank: Bank, docs: Path, settings: Path, target: Path) -> int:
    """Write `docs`, filled from `bank`, to `target`/docs and `settings` to `target`/mkdocs.yml; return how many files.

    The tree is what the hook hands to MkDocs, so that any generator which reads Markdown can take over.
    Raises: FileExistsError if `target` holds anything, since what is there might be missed; BankError if the settings
    are no YAML.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} must be a new or an empty folder: choose another, or empty it")
    with telling_of(settings):
        plain = plain_settings(settings.read_text(encoding="utf-8"), bank, docs)
    written = {file.uri: file.text for file in generate(bank, docs)}
    copied = _copied(docs, written)
    for uri, path in copied.items():
        shutil.copyfile(path, _place(target / "docs" / uri))
    app = target / "docs" / APP
    scripts = {path.relative_to(app).as_posix(): path.read_text(encoding="utf-8") for path in app.rglob("*.mjs")}
    written[PUBLIC] = public_module(scripts)
    for uri, text in written.items():
        _place(target / "docs" / uri).write_text(text, encoding="utf-8", newline="\n")
    theme = sorted((TEMPLATES / "theme").glob("*.html"))
    for path in theme:
        shutil.copyfile(path, _place(target / THEME / path.name))
    _place(target / "mkdocs.yml").write_text(plain, encoding="utf-8", newline="\n")
    return len(copied) + len(written) + len(theme) + 1


def sources(bank: Bank, docs: Path) -> dict[str, Source]:
    """Return every page by its place below the docs folder: first those written by hand, as generators read them."""
    made = [file for file in generate(bank, docs) if file.uri.endswith(".md")]
    copied = {uri: path for uri, path in _copied(docs, {file.uri for file in made}).items() if uri.endswith(".md")}
    by_hand = {uri: Source(path.read_text(encoding="utf-8-sig"), None) for uri, path in copied.items()}
    by_hand |= {file.uri: Source(file.text, None) for file in made if file.source is None}
    from_bank = {file.uri: Source(file.text, file.source) for file in made if file.source is not None}
    return {uri: by_hand[uri] for uri in sorted(by_hand, key=_order)} | from_bank


def _order(uri: str) -> list[tuple[bool, bool, str]]:
    """Return what sorts a folder's own pages before those of folders in it, and an index first."""
    *folders, name = uri.split("/")
    return [*((True, True, folder) for folder in folders), (False, name not in ("index.md", "README.md"), name)]


def _copied(docs: Path, written: Collection[str]) -> dict[str, Path]:
    """Return the files that are taken as they are, by their places."""
    found = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*")) if path.is_file()}
    own = {uri: path for uri, path in found.items() if uri not in written and uri.split("/")[0] != CHAPTERS}
    return own | dict(default_assets(docs))


def plain_settings(text: str, bank: Bank, docs: Path | None = None) -> str:
    """Return the text of mkdocs.yml without what only the hook needs, its navigation and the words filled from `bank`.

    Everything else stays, tags such as !ENV too; only comments are lost. What INHERIT brings is not looked at.
    Raises: YAMLError or ValueError if it is no YAML, or holds no keys.
    """
    loader = yaml.SafeLoader(text)
    root: Any = loader.get_single_node()
    if not isinstance(root, yaml.MappingNode):
        raise yaml.YAMLError("they hold no keys")

    def filled(nav: yaml.Node) -> yaml.Node:
        whole = navigation(bank, loader.construct_object(nav, deep=True) or [], docs)
        return yaml.representer.SafeRepresenter().represent_data(whole)

    kept = [(key, value) for key, value in root.value if key.value not in LEFT_OUT]
    root.value = [(key, filled(value) if key.value == "nav" else value) for key, value in kept]
    sections = {key.value: value for key, value in root.value if isinstance(value, yaml.MappingNode)}
    if "theme" in sections:
        named = {key.value for key, _ in sections["theme"].value}
        theme = {"custom_dir": THEME, "variant": VARIANT}
        sections["theme"].value += [(_text(key), _text(value)) for key, value in theme.items() if key not in named]
    words = yaml.representer.SafeRepresenter().represent_data(of_the_theme(bank.words))
    if "extra" in sections:
        sections["extra"].value += words.value
    else:
        root.value += [(_text("extra"), words)]
    return str(yaml.serialize(root, allow_unicode=True))


def _text(value: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", value)


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
