"""Templates use only what every Jinja dialect has: another generator reads those of the theme, without Python."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from pushpull.paths import TEMPLATES

ALL = sorted(path for ending in ("html", "jinja") for path in TEMPLATES.rglob(f"*.{ending}"))
THEME = sorted((TEMPLATES / "theme").glob("*.html"))
METHODS = {name for kind in (str, list, dict, tuple, set) for name in dir(kind) if not name.startswith("_")}
# What MiniJinja has of its own and with Zensical, as far as we need it.
FILTERS = {
    "default",
    "e",
    "first",
    "items",
    "join",
    "length",
    "list",
    "replace",
    "reverse",
    "striptags",
    "tojson",
    "url",
}
TESTS = {"defined", "none", "in", "mapping", "iterable"}


def tree(path: Path) -> nodes.Template:
    return Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))


def called(template: nodes.Template) -> set[str]:
    """The methods that a template calls."""
    return {call.node.attr for call in template.find_all(nodes.Call) if isinstance(call.node, nodes.Getattr)}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_template_calls_a_method_that_python_s_own_values_have(path: Path) -> None:
    assert called(tree(path)) & METHODS == set()


@pytest.mark.parametrize("path", THEME, ids=lambda path: path.name)
def test_a_template_of_the_theme_knows_filters_tests_and_namespaces_alone(path: Path) -> None:
    template = tree(path)
    assert called(template) == set()
    assert {call.node.name for call in template.find_all(nodes.Call) if isinstance(call.node, nodes.Name)} <= {
        "super",
        "namespace",
    }
    assert {each.name for each in template.find_all(nodes.Filter)} <= FILTERS
    assert {each.name for each in template.find_all(nodes.Test)} <= TESTS
