"""No text for people stands in a script, a template or a module that makes pages: words.yml has them all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from literals import in_python, in_script, in_template

# What looks like a text and is none, by file.
NONE = {
    "charts/image.mjs": ['<?xml version="1.0" encoding="UTF-8"?>\\'],
    "charts/qr.mjs": ["Byte"],  # as the library calls a way of packing
    "exports/ics.mjs": ["//Plan//EN"],  # names the program to other programs
    "theme/offline.mjs": ["take over"],  # to the worker
    "search-worker.js": ["use strict"],
    "theme/early.js": ["use strict"],
    "worker/remover.js": ["use strict"],
    "worker/worker.js": ["use strict"],
    "publish/bundle.py": [
        "……export const{…}=…;",
        "……export{…};export const{…}=…;",
        'new URL("…",import.meta.url).href',
    ],
    "publish/critical_css.py": ["Block | Part"],  # a type
    "publish/llms.py": ["Optional"],  # to programs, by the proposal
    "publish/vendored.py": ["it is not there", "it has another", "it is not listed"],  # to the author
    "publish/site.py": ["put it into the folder that `theme.custom_dir` names"],  # to the author
    "publish/unread.py": ['((?:href|src)="|new URL\\("|"(?:base|search)": ?")'],
    "publish/page/loads.py": ['script id="__config"', 'header class="md-header'],
    "publish/page/security_policy.py": ["'self' data: blob:"],
}
PLACES: list[tuple[str, str, Callable[[str], list[str]]]] = [
    ("docs/assets/app", "*.mjs", in_script),
    ("docs/assets/app", "*.js", in_script),
    ("hooks/pushpull/templates", "*.js", in_script),
    ("hooks/pushpull/templates", "*.jinja", in_template),
    ("hooks/pushpull/templates", "*.html", in_template),
    ("hooks/pushpull", "pages/*.py", in_python),
    ("hooks/pushpull", "publish/*.py", in_python),
    ("hooks/pushpull", "publish/page/*.py", in_python),
]


@pytest.mark.parametrize(("folder", "pattern", "texts_in"), PLACES)
def test_no_text_for_people_stands_outside_words_yml(
    root: Path, folder: str, pattern: str, texts_in: Callable[[str], list[str]]
) -> None:
    paths = [path for path in sorted((root / folder).rglob(pattern)) if "vendor" not in path.parts]
    assert paths
    found = {path.relative_to(root / folder).as_posix(): texts_in(path.read_text(encoding="utf-8")) for path in paths}
    assert {} == {path: texts for path, texts in found.items() if texts != NONE.get(path, [])}


@pytest.mark.parametrize(
    "script",
    [
        'h("p", {}, "Nothing was saved.")',
        'h("button", { type: "button" }, "Save")',
        'h("td", { class: "x" }, "yes")',
        'status.textContent = "saved";',
        'status.textContent = done ? "All is done" : "";',
        'h("input", { "aria-label": "name" })',
        "h('img', { alt: 'map' })",
        'const HEADS = ["Dimension", "Practice"];',
        'const WORDS = { none: "There is nothing to show yet." };',
        "tell(`Saved as ${name}.`)",
        'tell(`${count > 1 ? `${count} files were saved` : ""}`)',
        'return "not known";',
    ],
)
def test_a_text_in_a_script_is_found(script: str) -> None:
    assert in_script(f'import {{ h }} from "./dom.mjs";\n/** A page. */\n{script}\n') != []


@pytest.mark.parametrize(
    "script",
    [
        "// A comment of some words\n/* and another */",
        'throw new Error("no module is called so");',
        'console.error("part of the result:", error);',
        'if (event.key === "Escape") close();',
        'root.querySelector("section p, Section")',
        'h("p", { class: "pp-lead pp-wide" }, say("saved"))',
        'const answer = await import("../words.mjs");',
        'text.replace(/[`"] some words/g, "")',
        "const key = `snapshot-${index}-${taken}`;",
        'h("p", {}, say(done ? "all" : "none"))',
    ],
)
def test_what_nobody_reads_in_a_script_is_left_alone(script: str) -> None:
    assert in_script(f"{script}\n") == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Nothing yet</p>",
        "<p>or</p>",
        '<p>{{ "The five steps" if scored else w.chapter.answers }}</p>',
        '<nav aria-label="Breadcrumb"></nav>',
        '<span title="{{ name }} of all">★</span>',
        '{{ pp.without_script("Answers are kept by JavaScript.") }}',
        "---\ntitle: Sources\n---\n",
        "## Other works {: #works }\n",
        '{% set ways = {"role": "Plays by role"} %}',
    ],
)
def test_a_text_in_a_template_is_found(template: str) -> None:
    assert in_template(template) != []


@pytest.mark.parametrize(
    "template",
    [
        "{# What stands above the questions #}",
        "---\ntitle: {{ w.page.title | quoted }}\nhide: [navigation, toc]\nsearch:\n  exclude: true\n---\n",
        '<p class="pp-lead" data-part="first">{{ w.page.lead | fill(n=2) }} · ?</p>',
        "## {{ w.sources.works | md }} {: #works }\n",
        '{% include "inserts/ways_in.jinja" %}{% if practice.sources and not loop.last %}, {% endif %}',
    ],
)
def test_what_nobody_reads_in_a_template_is_left_alone(template: str) -> None:
    assert in_template(template) == []


@pytest.mark.parametrize(
    "module",
    [
        'LABEL = "Other works"',
        'def page():\n    return f"<p>There are {count} faults.</p>"',
        'def page():\n    return "<nav aria-label=\\"Menu\\"></nav>"',
        'def who(first):\n    return f"{first} and others"',
        "def who(first):\n    return f\"{'No name' if first else ''}\"",
        'Repair("what is wrong", PATTERN, "<i>Open the search</i>")',
    ],
)
def test_a_text_in_a_module_is_found(module: str) -> None:
    assert in_python(module) != []


@pytest.mark.parametrize(
    "module",
    [
        '"""Stage five: a bank in, pages out."""',
        'class Page:\n    """One page."""\n\n    uri: str\n    """Where it is."""',
        'raise ValueError("a page must have a head")',
        'must = "a page must be text"',
        'told = message("a page must be text", "it is not", "save it again")',
        'Repair("the search has no name", PATTERN, "<i>{search}</i>")',
        'uri = f"playbook/by-{kind}.md"',
    ],
)
def test_what_a_visitor_does_not_read_in_a_module_is_left_alone(module: str) -> None:
    assert in_python(module) == []
