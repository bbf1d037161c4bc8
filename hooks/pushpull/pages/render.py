"""Writes the site as plain files, for another generator or for reading what a change of the bank changes."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from pushpull.bank import Bank
from pushpull.pages.site import CHAPTERS, default_assets, generate, navigation
from pushpull.paths import TEMPLATES
from pushpull.words import of_the_theme

THEME = "overrides"  # the folder for our own templates of the theme, which the hook loads otherwise
LEFT_OUT = {"hooks", "watch", "docs_dir"}  # settings that plain files have no use for


def write_site(bank: Bank, docs: Path, settings: Path, target: Path) -> int:
    """Write `docs`, filled from `bank`, to `target`/docs and `settings` to `target`/mkdocs.yml; return how many files.

    The tree is what the hook hands to MkDocs, so that any generator which reads Markdown can take over.
    Raises: FileExistsError if `target` holds anything, since what is there might be missed.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} must be a new or an empty folder: choose another, or empty it")
    written = {file.uri: file.text for file in generate(bank, docs)}
    copied = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*")) if path.is_file()}
    copied = {uri: path for uri, path in copied.items() if uri not in written and uri.split("/")[0] != CHAPTERS}
    copied |= default_assets(docs)
    for uri, path in copied.items():
        shutil.copyfile(path, _place(target / "docs" / uri))
    for uri, text in written.items():
        _place(target / "docs" / uri).write_text(text, encoding="utf-8", newline="\n")
    theme = sorted((TEMPLATES / "theme").glob("*.html"))
    for path in theme:
        shutil.copyfile(path, _place(target / THEME / path.name))
    plain = plain_settings(settings.read_text(encoding="utf-8"), bank, docs)
    _place(target / "mkdocs.yml").write_text(plain, encoding="utf-8", newline="\n")
    return len(copied) + len(written) + len(theme) + 1


def plain_settings(text: str, bank: Bank, docs: Path | None = None) -> str:
    """Return the text of mkdocs.yml without what only the hook needs, its navigation and the words filled from `bank`.

    Everything else stays, tags such as !ENV too; only comments are lost. What INHERIT brings is not looked at.
    """
    loader = yaml.SafeLoader(text)
    root: Any = loader.get_single_node()

    def filled(nav: yaml.Node) -> yaml.Node:
        whole = navigation(bank, loader.construct_object(nav, deep=True) or [], docs)
        return yaml.representer.SafeRepresenter().represent_data(whole)

    kept = [(key, value) for key, value in root.value if key.value not in LEFT_OUT]
    root.value = [(key, filled(value) if key.value == "nav" else value) for key, value in kept]
    sections = {key.value: value for key, value in root.value if isinstance(value, yaml.MappingNode)}
    if "theme" in sections:
        sections["theme"].value += [(_text("custom_dir"), _text(THEME))]
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
