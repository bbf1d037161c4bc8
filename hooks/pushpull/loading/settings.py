"""Reads the settings of a generator without that generator: what MkDocs, ProperDocs and Zensical all read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from pushpull.problem import BankError, Problem, message


def read_settings(path: Path) -> dict[str, Any]:
    """Return what a mkdocs.yml says, with what INHERIT brings and with !ENV filled; other tags stand for nothing.

    Raises: BankError if it is no YAML, OSError if it cannot be read.
    """
    with telling_of(path):
        own = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 it is a safe one
    found: dict[str, Any] = own if isinstance(own, dict) else {}
    parent = found.pop("INHERIT", None)
    return _merged(read_settings(path.parent / str(parent)), found) if parent else found


@contextmanager
def telling_of(path: Path) -> Iterator[None]:
    """Raise what shows within that the settings at `path` are no YAML as a BankError that says where and why."""
    try:
        yield
    except UnicodeDecodeError:
        told = message("settings must be UTF-8 text", "they are not", "save them again with that encoding")
        raise BankError([Problem(str(path), 1, 1, told)], "the settings") from None
    except (yaml.YAMLError, ValueError) as error:  # PyYAML lets the latter out for a date that no calendar has
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        told = message("settings must be YAML", _reason(error), "correct it")
        raise BankError([Problem(str(path), line, column, told)], "the settings") from None


def _reason(error: Exception) -> str:
    if isinstance(error, yaml.reader.ReaderError):
        return f"they hold the character U+{error.character:04X}"
    return str(getattr(error, "problem", None) or error)


class _Loader(yaml.SafeLoader):
    """YAML as the generators read it."""


def _env(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return the first variable that is set, of a name or of names with what holds otherwise as the last."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(str(node.value))
    *names, default = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [None]
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)


def _merged(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    inner = {key: _merged(parent[key], value) for key, value in own.items() if _both(parent.get(key), value)}
    return {**parent, **own, **inner}


def _both(one: object, other: object) -> bool:
    return isinstance(one, dict) and isinstance(other, dict)
