"""tables.py: which tables can stand as lists on a phone, and what each cell is then called."""

import pytest
from html_text import read

from pushpull.publish.page.tables import stackable


def table(heads: list[str], *rows: list[str]) -> str:
    head = "".join(f"<th>{each}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in rows)
    return f'<table class="pp-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


WIDE = ["theme", "the <em>question</em>", 'one "end"', "the other"]
WORDS = ["Advice from others", "Who helps <b>them</b> judge?", "only your own people", "independent voices"]


def test_each_cell_of_a_wide_table_of_words_is_named_after_its_column() -> None:
    root, faults = read(stackable(table(WIDE, WORDS, ["", *WORDS[1:]])))
    assert [] == faults
    names = ["theme", "the question", 'one "end"', "the other"]
    assert [*names, *names] == [cell.attributes["data-column"] for cell in root.all("td")]
    assert "pp-table pp-table--words" == root.one("table").attributes["class"]
    assert "Who helps them judge?" == root.all("td")[1].text


@pytest.mark.parametrize(
    "html",
    [
        table(WIDE[:2], WORDS[:2]),
        table(WIDE, ["television", "60,000", "2", "0"]),
        table(WIDE),
        table(WIDE, WORDS).replace("<td>Advice from others</td>", '<th scope="row">Advice</th>'),
        "<table></table>",
    ],
    ids=["narrow", "figures", "no rows", "rows with heads", "empty"],
)
def test_another_table_stays_as_it_is(html: str) -> None:
    assert stackable(html) == html
