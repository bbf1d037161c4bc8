"""Markdown as the site reads it, without MkDocs."""

from pathlib import Path

import markdown  # type: ignore[import-untyped] # its types are another package
import yaml


def converter(settings: Path) -> markdown.Markdown:
    """Markdown with the extensions that `settings`, a mkdocs.yml, names."""
    text = settings.read_text(encoding="utf-8").replace("!ENV ", "")  # for what it is to plain YAML, a list
    extensions = yaml.safe_load(text)["markdown_extensions"]
    configs = {name: config for each in extensions if isinstance(each, dict) for name, config in each.items()}
    names = [next(iter(each)) if isinstance(each, dict) else each for each in extensions]
    return markdown.Markdown(extensions=names, extension_configs=configs)
