"""One factor behind two loads."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

FLOUR: dict[str, Any] = {"sender": "un", "recipient": "SD", "item": "food/flour"}


def load(source: str, amount: str | None, carriers: str | None, **fields: Any) -> list[Any]:
    speaker = fields.pop("speaker", None)
    return [
        claim(f"{source}/box", sender="un", recipient="SD", item="aid", amount=carriers, speaker=speaker),
        claim(
            f"{source}/load", **{**FLOUR, **fields}, amount=amount, speaker=speaker,
            links={"contained_in": f"{source}/box"},
        ),
    ]  # fmt: skip


def shared(*claims: Any) -> Findings:
    return corpus(*claims).check(select="conversion-fingerprint")


def only(*claims: Any) -> Finding:
    (found,) = shared(*claims)
    return found


def test_two_totals_with_one_factor_are_likely_one_estimator() -> None:
    found = only(*load("a", "12200 tonne", "610 truck"), *load("b", "23100 tonne", "1150 truck"))

    assert ("SRC105", Severity.INFO, Verdict.SAME_ORIGIN) == (found.code, found.severity, found.verdict)
    assert (
        "12,200 tonne in 610 truck (a/load) and 23,100 tonne in 1,150 truck (b/load) are one factor and two origins,"
        " a and b: likely one uses the other's factor"
    ) == found.message
    assert ("a/load", "b/load", "a/box", "b/box") == found.claims
    assert (
        "12,200 tonne / 610 truck = 20 tonne/truck",
        "23,100 tonne / 1,150 truck = 20.09 tonne/truck",
        "20.09 / 20 = 1.004: within 1.9 %",
    ) == found.working
    assert (
        "two factors count as one where they differ by no more than the rounding of their figures allows, at most 5 %",
        "one factor is a hint at one estimator, not a proof: standard packing gives everybody the same factor",
        "officials and agencies of one government, and members of one organisation's staff, count as one origin",
    ) == found.assumptions


def test_one_known_origin_is_named() -> None:
    found = only(
        *load("a", "12200 tonne", "610 truck", speaker="SD"),
        *load("b", "23000 tonne", "1150 truck", speaker="SD"),
    )

    assert found.message.endswith(" are one factor and one origin: SD")


@pytest.mark.parametrize(
    ("one", "other", "end"),
    [
        ("SD", "unknown", "are one factor and likely one estimator: SD is the only origin that is known"),
        ("unknown", "SD", "are one factor and likely one estimator: SD is the only origin that is known"),
        ("unknown", "unknown", "are one factor and likely one estimator: no origin is known"),
        ("SD", "EG", "are one factor and two origins, SD and EG: likely one uses the other's factor"),
    ],
)
def test_origins_that_differ_or_are_not_known_are_said(one: str, other: str, end: str) -> None:
    found = only(
        *load("a", "12200 tonne", "610 truck", speaker=one),
        *load("b", "23000 tonne", "1150 truck", speaker=other),
    )

    assert found.message.endswith(end)


@pytest.mark.parametrize(
    ("amount", "carriers", "count"),
    [
        ("24100 tonne", "1150 truck", 0),
        ("23500 tonne", "1150 truck", 0),
        ("23300 tonne", "1150 truck", 1),
        ("23000000 kilogram", "1150 truck", 1),
        ("~23000 tonne", "1150 truck", 1),
        (">23000 tonne", ">1150 truck", 1),
        (">23500 tonne", "1150 truck", 0),
        ("<=23500 tonne", "1150 truck", 0),
        ("<=23000 tonne", "1150 truck", 1),
        ("20000..26000 tonne", "1150 truck", 0),
        ("~20000.. tonne", "1150 truck", 0),
        ("23000 tonne", "0 truck", 0),
        ("0 tonne", "1150 truck", 0),
        (None, "1150 truck", 0),
        ("23000 tonne", None, 0),
        ("23000 tonne", "1150 ship", 0),
        ("23000 tonne", "1150 container", 0),
        ("23000 tonne", "1150 tonne", 0),
        ("23000 tonne/month", "1150 truck", 0),
    ],
)
def test_factors_are_compared_by_what_their_rounding_allows(
    amount: str | None, carriers: str | None, count: int
) -> None:
    assert count == len(shared(*load("a", "12200 tonne", "610 truck"), *load("b", amount, carriers)))


def test_round_figures_are_compared_within_five_percent_and_no_more() -> None:
    base = load("a", "10000 tonne", "500 truck")

    assert 1 == len(shared(*base, *load("b", "21000 tonne", "1000 truck")))
    assert 0 == len(shared(*base, *load("b", "22000 tonne", "1000 truck")))
    assert "21 / 20 = 1.05: within 5 %" in only(*base, *load("b", "21000 tonne", "1000 truck")).working


def test_rates_have_no_factor() -> None:
    assert [] == list(
        shared(*load("a", "200 tonne/month", "10 truck"), *load("b", "400 tonne/month", "20 truck"))
    )


def test_carriers_of_one_dimension_are_converted() -> None:
    found = only(*load("a", "1000 tonne", "50 TEU"), *load("b", "4000 tonne", "100 FEU"))

    assert "4,000 tonne / 100 FEU = 40 tonne/FEU" in found.working
    assert any(line.endswith(" = 1: within 5 %") for line in found.working)


@pytest.mark.parametrize(
    "fields",
    [{"item": "food/grain"}, {"sender": "EG"}, {"recipient": "TD"}, {"stance": "denies"}],
)
def test_loads_of_other_things_are_not_compared(fields: dict[str, Any]) -> None:
    assert [] == list(
        shared(*load("a", "12200 tonne", "610 truck"), *load("b", "23000 tonne", "1150 truck", **fields))
    )


def test_another_calibre_is_another_load() -> None:
    def shells(source: str, calibre: str) -> list[Any]:
        fields = {"item": "munitions/artillery/shell", "calibre": calibre}
        return load(source, "3000 round", "10 container", **fields)

    assert 1 == len(shared(*shells("a", "122 mm"), *shells("b", "122 mm")))
    assert 0 == len(shared(*shells("a", "122 mm"), *shells("b", "152 mm")))


def test_two_figures_for_the_load_of_one_set_of_carriers_are_no_fingerprint() -> None:
    box, first = load("a", "12200 tonne", "610 truck")
    second = claim("b/load", **FLOUR, amount="12200 tonne", links={"contained_in": "a/box"})

    assert [] == list(shared(box, first, second))


def test_a_capacity_and_a_content_can_share_a_factor() -> None:
    found = only(
        *load("a", "12200 tonne", "610 truck", modality="capacity"), *load("b", "23000 tonne", "1150 truck")
    )

    assert Verdict.SAME_ORIGIN is found.verdict


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        each
        for number, name in enumerate("abcd")
        for each in load(name, f"{1220 * (number + 1)}0 tonne", f"{61 * (number + 1)}0 truck")
    ]
    expected = list(shared(*claims))

    assert 6 == len(expected)
    random.Random(3).shuffle(claims)
    assert expected == list(shared(*claims))


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**4))
def test_a_multiple_of_a_load_always_has_its_factor(trucks: int, times: int) -> None:
    found = shared(
        *load("a", f"{trucks * 20} tonne", f"{trucks} truck"),
        *load("b", f"{trucks * 20 * times} tonne", f"{trucks * times} truck"),
    )

    assert 1 == len(found)


def test_a_load_is_held_against_the_forty_after_it_and_no_more() -> None:
    claims = [
        one
        for number in range(50)
        for one in load(f"s{number:02}", f"{20 * number + 200} tonne", f"{number + 10} truck")
    ]
    pairs = {finding.claims[:2] for finding in shared(*claims)}

    assert ("s00/load", "s40/load") in pairs
    assert ("s00/load", "s41/load") not in pairs
    assert 40 * 10 + sum(range(40)) == len(pairs)
