"""privacy.mjs: nothing that is shown leads to fewer than five people, whatever is taken from whatever."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from node_bridge import call

ROLES = st.sampled_from(["lead", "service", "content", ""])


def groups(roles: list[str]) -> list[frozenset[int]]:
    return [frozenset(each["members"]) for each in call("group/privacy", "roleGroups", roles)]


def reachable(shown: set[frozenset[int]]) -> set[frozenset[int]]:
    """Every set of people that adding and taking away what is shown can lead to."""
    found = set(shown)
    while more := {each for a, b in combinations(found, 2) for each in (a - b, b - a, a | b, a & b)} - found:
        found |= more
    return found


@given(st.lists(ROLES, max_size=40))
@example(["lead"] * 5 + ["service"] * 4)
@example(["lead"] * 5 + ["service"] * 5 + ["content"])
@example(["lead"] * 6 + [""] * 4)
@settings(max_examples=100, deadline=None)
def test_no_subtraction_leads_to_fewer_than_five(roles: list[str]) -> None:
    split = groups(roles)
    everybody = frozenset(range(len(roles)))
    if not split:
        return
    assert frozenset.union(*split) == everybody
    assert sum(map(len, split)) == len(everybody)
    assert min(len(each) for each in reachable({everybody, *split}) if each) >= 5


@given(st.lists(ROLES, min_size=10, max_size=40))
def test_a_role_is_shown_by_itself_or_with_all_others_that_are_not(roles: list[str]) -> None:
    found = call("group/privacy", "roleGroups", roles)
    for each in found:
        of = {roles[index] for index in each["members"]}
        assert of == {each["role"]} or (each["role"] is None and len(found) > 1)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("aaaaabbbbb", [("a", 5), ("b", 5)]),
        ("aaaaabbbb", []),  # four would be left
        ("aaaaaabbbbbc", [("a", 6), (None, 6)]),  # one alone takes the smaller group along
        ("aaaaaabbbbbbccccc", [("a", 6), ("b", 6), ("c", 5)]),
        ("aaaaabbcc", []),
        ("aaaaabbccc", [("a", 5), (None, 5)]),
        ("aaaaaaaaaa", []),
    ],
)
def test_small_roles_are_put_together_or_not_shown(roles: str, expected: list[tuple[str | None, int]]) -> None:
    found = call("group/privacy", "roleGroups", list(roles))
    assert [(each["role"], len(each["members"])) for each in found] == expected


@pytest.mark.parametrize(
    ("mode", "people", "sight", "notes"),
    [
        ("closed", 4, "labels", False),
        ("closed", 5, "spread", False),
        ("closed", 10, "spread", True),
        ("open", 3, "names", True),
        ("agreed", 30, "labels", False),
    ],
)
def test_what_is_shown_depends_on_what_people_were_told_and_how_many_they_are(
    mode: str, people: int, sight: str, *, notes: bool
) -> None:
    assert call("group/privacy", "sightOf", mode, people) == sight
    assert call("group/privacy", "showsNotes", sight, people) is notes
