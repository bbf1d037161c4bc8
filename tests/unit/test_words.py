"""words.yml: all that the site says, in the shape that a bank's own words must have too."""

import re

import pytest

from pushpull.loading.yaml_reader import parse_yaml
from pushpull.paths import TEMPLATES
from pushpull.schema.entries import Words
from pushpull.schema.frame import Scoring
from pushpull.words import GAP, fill, site_words

TEXTS = [(section, key) for section, texts in site_words().items() for key in texts]


def test_the_words_are_read_strictly_and_have_the_shape_of_a_bank_s_own() -> None:
    document = parse_yaml((TEMPLATES / "words.yml").read_text(encoding="utf-8"), "words.yml")
    assert document.problems == []
    Words.model_validate({"words": site_words()})


def test_every_constant_has_its_line_in_the_table_of_the_method_page() -> None:
    assert set(Scoring.model_fields) <= set(site_words()["constants"])


@pytest.mark.parametrize(("section", "key"), [(s, k) for s, k in TEXTS if isinstance(site_words()[s][k], list)])
def test_both_forms_have_the_same_gaps_but_for_the_number(section: str, key: str) -> None:
    one, many = (set(GAP.findall(form)) - {"n"} for form in site_words()[section][key])
    assert one == many


def test_no_text_holds_markup() -> None:
    assert [at for at in TEXTS if re.search(r"<\w|&\w+;", str(site_words()[at[0]][at[1]]))] == []


def test_of_two_forms_the_first_is_for_one() -> None:
    assert [fill(["{n} play", "{n} plays"], n=n) for n in (0, 1, 2)] == ["0 plays", "1 play", "2 plays"]
