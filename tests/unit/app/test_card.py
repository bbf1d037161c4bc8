"""The card: whatever a name, a sentence or a play is called, it stays in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json

SETTINGS = settings(max_examples=75, deadline=None)
LAYOUTS = "../../../tests/support/node/card_layouts"
PANEL = "../../../tests/support/node/result/card_panel"
USUAL: Json = {
    "label": "Kidney association",
    "title": "Islands of pull",
    "sentence": "People listen, help and take part, in places that your plans hardly know about.",
    "figures": [{"name": "Pull", "shown": "2.7"}, {"name": "Joined-up", "shown": "0.5"}],
    "heading": "What to do first",
    "plays": ["Trace enquiries back to content and events", "Let people choose newsletter topics"],
    "foot": "Push to Pull · 28 November 2026 · 35 of 39 answers known",
}
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzÄÖé漢", min_size=1, max_size=60)
TEXT = st.lists(WORD, max_size=40).map(" ".join)


@st.composite
def columns(draw: st.DrawFn) -> Json:
    """What a card may have to say: texts of any length, up to five figures, up to three plays."""
    figures = draw(st.lists(st.fixed_dictionaries({"name": TEXT, "shown": TEXT}), max_size=5))
    texts = {key: draw(TEXT) for key in ("label", "title", "sentence", "heading", "foot")}
    plays = draw(st.lists(TEXT.filter(bool), max_size=3))
    return texts | {"figures": figures, "plays": plays}


@given(columns())
@SETTINGS
def test_no_text_of_any_length_leaves_its_place_or_covers_another(column: Json) -> None:
    assert call(LAYOUTS, "faults", column) == []


@given(st.integers(1, 200), st.integers(1, 200))
@SETTINGS
def test_no_title_and_no_play_of_any_length_leaves_its_place(title: int, play: int) -> None:
    column = USUAL | {"title": ("broad " * 40)[:title], "plays": [("listening " * 20)[:play]] * 3}
    assert call(LAYOUTS, "faults", column) == []


def test_a_usual_card_says_all_it_is_given() -> None:
    said = " ".join(call(LAYOUTS, "texts", USUAL))
    parts = [USUAL["title"], USUAL["sentence"], *USUAL["plays"], USUAL["label"], USUAL["foot"], "2.7", "0.5"]
    assert [part for part in parts if part not in said] == []


@pytest.mark.parametrize("key", ["label", "heading", "foot"])
def test_what_does_not_fit_ends_in_an_ellipsis_after_a_whole_word(key: str) -> None:
    [cut] = [text for text in call(LAYOUTS, "texts", USUAL | {key: "association " * 20}) if text.endswith("…")]
    assert cut.removesuffix("…").split(" ") == ["association"] * len(cut.split(" "))


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = [text for text in call(LAYOUTS, "texts", USUAL | {"title": "a" * 60}) if set(text) <= set("a…")]
    assert len(lines) > 1


def scale(point: float | None, low: float | None, high: float | None) -> Json:
    place = {"top": 4, "x": {"name": "Overall", "point": point, "low": low, "high": high}, "y": None, "quadrants": []}
    return dict(call(PANEL, "scaleOf", place))


def test_a_scale_fills_its_bar_up_to_the_score_and_shows_the_range() -> None:
    drawn = scale(3, 2, 4)
    (left, right), filled, spread = drawn["bars"]
    quarter = (right - left) / 4
    assert filled == [left, left + 3 * quarter]
    assert spread == [left + 2 * quarter, right]
    assert drawn["dots"] == [left + 3 * quarter]


def test_a_scale_without_a_score_has_its_range_alone_or_nothing() -> None:
    assert [len(scale(None, *ends)["bars"]) for ends in ((0, 4), (None, None))] == [2, 1]
    assert scale(None, 0, 4)["dots"] == []
