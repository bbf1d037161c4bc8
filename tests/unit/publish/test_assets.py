"""Own files on their way to the site: smaller, with the same meaning, in a folder that their content names."""

import subprocess
from pathlib import Path

from pushpull.paths import APP
from pushpull.publish.assets import fitted, minify, publish

SCRIPT = '// why\nexport const say = (x) => `a  // ${x}  b` + "/* kept */" + /\\/\\/ [/*]/.source;\n'


def folder_of(texts: dict[str, str]) -> str:
    [place] = {place.rsplit("/", 1)[0] for place, _ in publish(texts).values()}
    return place


def test_comments_go_and_strings_templates_and_patterns_stay(node_path: Path, tmp_path: Path) -> None:
    small = minify("a.mjs", SCRIPT)
    assert "why" not in small
    (tmp_path / "a.mjs").write_text(small, encoding="utf-8")
    script = f"import {{ say }} from '{(tmp_path / 'a.mjs').as_uri()}'; process.stdout.write(say(1))"
    run = subprocess.run([node_path, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    assert run.stdout == "a  // 1  b" + "/* kept */" + r"\/\/ [/*]"


def test_a_style_sheet_keeps_its_rules() -> None:
    assert minify("a.css", "/* why */\na:not(.b, .c) {\n  color: red;\n}\n") == "a:not(.b,.c){color:red}\n"


def test_other_files_stay_as_they_are() -> None:
    assert minify("a.svg", "<svg>  <!-- x --> </svg>") == "<svg>  <!-- x --> </svg>"


def test_the_same_content_gives_the_same_folder_in_any_order() -> None:
    one, other = (
        {f"{APP}/a.css": "a{}", f"{APP}/b.css": "b{}"},
        {f"{APP}/b.css": "b{}", f"{APP}/a.css": "a{}"},
    )
    assert folder_of(one) == folder_of(other)


def test_a_change_in_one_file_moves_them_all() -> None:
    before = {f"{APP}/a.css": "a{}", f"{APP}/b.css": "b{}"}
    assert folder_of(before) != folder_of({**before, f"{APP}/b.css": "b{color:red}"})


def test_each_page_has_the_style_sheets_it_needs() -> None:
    names = ("app", "form", "reading")
    links = {name: f'<link rel="stylesheet" href="../{APP}-1234abcd/{name}.css">' for name in names}
    for sign, wanted in {
        '<form class="pp-questions">': ["app", "form"],
        '<div class="pp-tasks">': names,
        '<div class="pp-results">': ["app"],
        "<p>": ["app", "reading"],
    }.items():
        assert fitted("".join(links.values()) + sign) == "".join(links[name] for name in wanted) + sign
