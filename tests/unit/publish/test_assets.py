"""Own files on their way to the site: smaller, with the same meaning, in a folder that their content names."""

import subprocess
from pathlib import Path

from pushpull.publish.assets import minify, publish

SCRIPT = '// why\nexport const say = (x) => `a  // ${x}  b` + "/* kept */" + /\\/\\/ [/*]/.source;\n'


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
    assert publish({"a.css": "a{}", "b.css": "b{}"}) == publish({"b.css": "b{}", "a.css": "a{}"})


def test_a_change_in_one_file_moves_them_all() -> None:
    before = {"a.css": "a{}", "b.css": "b{}"}
    assert publish(before)[0] != publish({**before, "b.css": "b{color:red}"})[0]
