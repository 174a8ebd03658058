"""How places named in words lie to each other, and what that says of two figures."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim
from osintkp.difference import facets
from osintkp.records import record_types
from osintkp.vocabulary.scales import Verdict
from osintkp.whereabouts import of_other_places, place_relation, places_of, surely_elsewhere

WORDS = (
    "Goma",
    "goma",
    "North Kivu",
    "CD",
    "Bukavu",
    "Port Sudan",
    "SD",
    "Kyiv",
    "Kiev",
    "Nowhere",
    "",
    "Vostochny",
)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Goma", "GOMA", "one"),
        ("Kyiv", "Kiev", "one"),
        ("Nowhere", "nowhere", "one"),
        ("Goma", "CD", "within"),
        ("North Kivu", "Goma", "around"),
        ("Goma", "Bukavu", "apart"),
        ("Goma", "SD", "apart"),
        ("Goma", "Nowhere", "unknown"),
        ("Vostochny", "Goma", "unknown"),
    ],
)
def test_how_two_places_lie_is_told_by_the_table_of_places(one: str, other: str, how: str) -> None:
    assert how == place_relation(one, other)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_what_lies_within_has_the_other_around_it(one: str, other: str) -> None:
    back = {"within": "around", "around": "within"}
    how = place_relation(one, other)

    assert back.get(how, how) == place_relation(other, one)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"place": "Goma"}, {"place": "Bukavu"}, (Verdict.DIFFERENT_SCOPE, "a/1 is about Goma, b/1 about Bukavu", True)),
        ({"place": "Goma"}, {"place": "Nowhere"}, (Verdict.DIFFERENT_SCOPE, "a/1 is about Goma, b/1 about Nowhere", False)),
        ({"place": "Goma", "amount": "3 person"}, {"place": "CD", "amount": "9 person"}, (Verdict.DIFFERENT_SCOPE, "a/1 is about Goma, b/1 about CD", False)),
        ({"place": "Goma", "amount": "9 person"}, {"place": "CD", "amount": "3 person"}, None),
        ({"place": "CD", "amount": "3 person"}, {"place": "Goma", "amount": "9 person"}, None),
        ({"place": "Goma"}, {"place": "goma"}, None),
        ({"place": "Goma"}, {}, None),
    ],
)  # fmt: skip
def test_figures_of_two_places_differ_unless_the_one_within_the_other_is_too_high(
    one: dict[str, Any], other: dict[str, Any], found: tuple[Verdict, str, bool] | None
) -> None:
    usual = {"actor": "CD", "amount": "3 person"}
    first, second = (
        facets(claim(name, "loss", **{**usual, **row})) for name, row in (("a/1", one), ("b/1", other))
    )
    told = of_other_places(first, second)

    assert found == (None if told is None else (told.verdict, told.why, told.apart))


@given(st.data())
def test_what_is_surely_elsewhere_differs_whatever_the_figures(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["shipment", "loss", "troop_deployment"]))
    fields = [
        name for name in ("place", "theatre", "origin", "destination") if hasattr(record_types()[kind], name)
    ]
    rows: list[dict[str, Any]] = [
        {name: data.draw(st.sampled_from((*WORDS[:10], None))) for name in fields} for _ in range(2)
    ]
    amounts = [data.draw(st.sampled_from(["3 person", "90 person", "~4000 person"])) for _ in rows]
    one, other = (
        claim(name, kind, amount="5 piece" if kind == "shipment" else amount, **{key: value for key, value in row.items() if value is not None})
        for name, row, amount in zip(("a/1", "b/1"), rows, amounts, strict=True)
    )  # fmt: skip

    if surely_elsewhere(places_of(one.record), places_of(other.record)):
        found = of_other_places(facets(one), facets(other))
        assert found is not None
        assert Verdict.DIFFERENT_SCOPE is found.verdict
