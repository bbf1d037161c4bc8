"""Random small banks and responses for property tests."""

from typing import Any

from hypothesis import strategies as st
from small_bank import Json, expand_bank, expand_response

WEIGHTS = st.sampled_from([0.5, 0.7, 1, 1, 1, 2])


@st.composite
def banks(draw: st.DrawFn, *, plays: bool = False) -> Json:
    """A bank of 3 to 7 levels, 1 or 2 axes, 1 to 4 dimensions of 1 to 5 practices, and 0 to 3 outcomes and facts."""
    levels = draw(st.integers(3, 7))
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    dimensions = {f"d{d}": [f"p{d}{p} *{draw(WEIGHTS)}" for p in range(size)] for d, size in enumerate(sizes)}
    two = len(sizes) > 1 and draw(st.booleans())
    names = list(dimensions)
    outcomes = [f"o{index}" for index in range(draw(st.integers(0, 3)))]
    axes = {"x": names[::2], "y": names[1::2]} if two else {"x": names}
    ids = [text.split()[0] for texts in dimensions.values() for text in texts]
    short: Json = {
        "levels": levels,
        "axes": axes,
        "dimensions": dimensions | ({"outcomes": outcomes} if outcomes else {}),
        "facts": [id_ for id_ in outcomes if draw(st.booleans())],
        "weights": {name: draw(WEIGHTS) for name in names},
        "quick": ids[::2] + outcomes[:1],
    }
    if plays:
        short |= draw(_advice(ids, names, levels - 1))
    return expand_bank(short)


@st.composite
def _advice(draw: st.DrawFn, ids: list[str], dimensions: list[str], top: int) -> Json:
    lines = []
    for practice in ids:
        for index in range(draw(st.integers(0, 3))):
            also = draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
            line = f"{practice}-{index}: {practice} -> {draw(st.integers(1, top))} {draw(st.sampled_from('SML'))}"
            lines.append(line + (f" + {' '.join(also)}" if also else ""))
    insights = {
        f"i{index}": {
            "when": [{"mean": draw(st.sampled_from(dimensions)), "atMost": draw(st.integers(0, top))}],
            "practices": draw(st.lists(st.sampled_from(ids), max_size=3, unique=True)),
        }
        for index in range(draw(st.integers(0, 3)))
    }
    return {"plays": lines, "insights": insights}


def values(bank: Json) -> st.SearchStrategy[Any]:
    """A level of the bank, "unknown", "na", or "-" for a question left alone; levels most often."""
    level = st.integers(0, len(bank["levels"]) - 1)
    return st.one_of(level, level, level, st.sampled_from(["unknown", "na", "-"]))


@st.composite
def responses(draw: st.DrawFn, bank: Json, form: str | None = None) -> Json:
    """A response to the bank, in either form unless one is named."""
    answers = {practice["id"]: draw(values(bank)) for practice in bank["practices"]}
    return expand_response(bank, answers, form=form or draw(st.sampled_from(["full", "full", "quick"])))


@st.composite
def answered(draw: st.DrawFn, *, plays: bool = False, form: str | None = None) -> tuple[Json, Json]:
    """A bank and a response to it."""
    bank = draw(banks(plays=plays))
    return bank, draw(responses(bank, form))
