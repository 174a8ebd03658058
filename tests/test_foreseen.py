"""What is foreseen of two figures by their goods, parties, places and windows is what they come to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim
from osintkp.claim import Claim
from osintkp.difference import facets
from osintkp.triage import between, foreseen
from osintkp.vocabulary.scales import Verdict

DRONES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}
WINDOWS = ("2024", "2024-03", "2024-03-05", "2024-03/2024-06", "2024/2024-06", "2024-01/2024-12-30", "2024-03/2024-07-02", "2023-09/..", "../2020", "2024-06~", "2024?", "2025", "XXXX-09", None)  # fmt: skip


@st.composite
def dated(draw: st.DrawFn, name: str) -> Claim:
    """Draw a figure of drones, whose window, measure and modality are of a few."""
    figure = draw(st.sampled_from(["0", "3", "300", "301", "~300", ">=300", "<300", "200..900", "9000"]))
    return claim(
        name, **DRONES, amount=f"{figure} drone", when=draw(st.sampled_from(WINDOWS)),
        measure=draw(st.sampled_from(["cumulative", "stock", "flow", None])), modality=draw(st.sampled_from(["stated", "estimated", "pledged"])),
    )  # fmt: skip


@st.composite
def anywhere(draw: st.DrawFn, name: str) -> Claim:
    """Draw a figure whose goods, parties, places, measure and modality are of a few."""
    some = {name: draw(st.sampled_from(values)) for name, values in FIELDS.items()}
    return claim(name, **{field: value for field, value in some.items() if value is not None})


FIELDS: dict[str, list[Any]] = {
    "sender": ["IR", "AE", "ir-irgc", None], "recipient": ["SD", "LY", None],
    "item": ["aircraft/uncrewed", "aircraft", "vehicles/truck", "weapons", "zz goods", None], "calibre": ["120 mm", "82 mm", None],
    "amount": ["30 piece", "300 drone", "~300 truck", "900 piece", "9 drone"],
    "origin": ["Tehran", None], "destination": ["Port Sudan", "SD", "Goma", "North Kivu", "goma", "Nowhere", "Elsewhere", None],
    "measure": ["rate", "stock", "flow", None], "modality": ["stated", "pledged"], "when": ["2024", "2025"],
}  # fmt: skip


@settings(max_examples=3000, deadline=None)
@given(one=st.one_of(dated("a/1"), anywhere("a/1")), other=st.one_of(dated("b/1"), anywhere("b/1")))
def test_what_is_foreseen_of_two_is_what_they_come_to_whatever_their_figures(
    one: Claim, other: Claim
) -> None:
    both = facets(one), facets(other)
    ahead, found = foreseen(*both), between(*both)
    if ahead is None:
        return
    if ahead.part is not None:
        part, whole = both[ahead.part].amount, both[1 - ahead.part].amount
        assert part is not None
        assert whole is not None
        if part.printed_band()[1] >= whole.printed_band()[0]:
            return

    assert found is not None
    assert ahead.verdict == found.verdict


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("2024-03", "2025-03", None), ("2024/2024-06", "2024-03/2024-09", None), ("2024-03", "2024", 0), ("2024", "2024-03", 1),
    ],
)  # fmt: skip
def test_of_two_windows_it_is_foreseen_which_is_a_part_of_which(
    one: str, other: str, part: int | None
) -> None:
    first, second = (facets(claim("a/1", **DRONES, amount="3 drone", when=when)) for when in (one, other))

    assert (Verdict.DIFFERENT_WINDOW, part) == foreseen(first, second)


@pytest.mark.parametrize(("one", "other"), [("2024", "2024"), ("2024/2024-12-30", "2024"), ("2024/..", "2023"), ("2024", None)])  # fmt: skip
def test_of_one_window_and_of_an_open_one_nothing_is_foreseen(one: str, other: str | None) -> None:
    first, second = (facets(claim("a/1", **DRONES, amount="3 drone", when=when)) for when in (one, other))

    assert foreseen(first, second) is None


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ({"destination": "Goma"}, {"destination": "Bukavu"}, Verdict.DIFFERENT_SCOPE),
        ({"destination": "Goma"}, {"destination": "Nowhere"}, Verdict.DIFFERENT_SCOPE),
        ({"destination": "Goma"}, {"destination": "North Kivu"}, None),
        ({"destination": "Goma"}, {"destination": "GOMA"}, None),
        ({"destination": "Goma"}, {}, None),
        ({"modality": "pledged"}, {"destination": "Goma"}, Verdict.DIFFERENT_SCOPE),
        ({"item": "vehicles/truck"}, {}, Verdict.DIFFERENT_ITEM),
        ({"item": "aircraft"}, {}, None),
        ({"item": "aircraft", "modality": "pledged"}, {}, None),
        ({"measure": "stock"}, {"measure": "flow"}, Verdict.DIFFERENT_SCOPE),
        ({"measure": "flow"}, {"measure": "cumulative"}, None),
        ({"recipient": "LY"}, {}, Verdict.DIFFERENT_SCOPE),
    ],
)
def test_of_other_goods_parties_and_places_it_is_foreseen_unless_figures_play_a_part(
    one: dict[str, Any], other: dict[str, Any], verdict: Verdict | None
) -> None:
    first, second = (
        facets(claim(name, **{**DRONES, "when": "2024/..", **row}, amount="3 drone"))
        for name, row in (("a/1", one), ("b/1", other))
    )
    ahead, behind = foreseen(first, second), foreseen(second, first)

    assert ahead == behind
    assert (None if verdict is None else (verdict, None)) == ahead
