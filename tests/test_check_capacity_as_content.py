"""What could be held, repeated as what was held."""

from __future__ import annotations

import random
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

WAY: dict[str, Any] = {"sender": "EG", "recipient": "PS"}
GRAIN: dict[str, Any] = {**WAY, "item": "food/grain"}


def could(amount: str, trucks: str, *, speaker: str | None = "un", **fields: Any) -> list[Any]:
    return [
        claim("a/trucks", **WAY, item="aid", amount=trucks, speaker=speaker),
        claim(
            "a/could", **{**GRAIN, **fields}, amount=amount, speaker=speaker, modality="capacity",
            links={"contained_in": "a/trucks"},
        ),
    ]  # fmt: skip


def held(
    amount: str, trucks: str, *, speaker: str | None = "un", box: str | None = "food/grain", **fields: Any
) -> list[Any]:
    return [
        claim("b/trucks", **WAY, item=box, amount=trucks, speaker=speaker),
        claim(
            "b/held",
            **{**GRAIN, **fields},
            amount=amount,
            speaker=speaker,
            links={"contained_in": "b/trucks"},
        ),
    ]


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="capacity-as-content")


def only(*claims: Any, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def test_one_factor_of_one_origin_is_a_capacity_repeated_as_content() -> None:
    one = only(*could("10000 tonne", "~500 truck"), *held("20500 tonne", ">1000 truck"))

    assert ("LOG101", Severity.ERROR, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "b/held says that 20,500 tonne were in more than 1,000 truck; a/could says only that 10,000 tonne could be in"
        " about 500 truck: at one factor, what could be held is repeated as what was held; both go back to un"
    ) == one.message
    assert ("b/held", "a/could", "b/trucks", "a/trucks") == one.claims
    assert (
        "10,000 tonne / 500 truck = 20 tonne/truck",
        "20,500 tonne / 1,000 truck = 20.5 tonne/truck",
        "20.5 / 20 = 1.025: within 5 %",
    ) == one.working
    assert 2 == len(one.assumptions)


@pytest.mark.parametrize("amount", ["17900 tonne", "15000 tonne", "300000 kilogram"])
def test_another_lower_factor_is_a_count_of_its_own(amount: str) -> None:
    assert [] == list(found(*could("10000 tonne", "500 truck"), *held(amount, "1000 truck")))


def test_other_goods_have_another_capacity() -> None:
    for fields in ({"item": "food/flour"}, {"item": "food"}, {"item": None}):
        assert [] == list(
            found(*could("10000 tonne", "500 truck"), *held("20000 tonne", "1000 truck", **fields))
        )


@pytest.mark.parametrize(
    ("one", "other", "count"), [("152 mm", "152 mm", 1), ("152 mm", "122 mm", 0), ("152 mm", None, 1)]
)
def test_calibres_may_be_unsaid_but_not_differ(one: str, other: str | None, count: int) -> None:
    shells = {"item": "munitions/artillery/shell"}

    claims = [
        *could("3000 round", "10 container", **shells, calibre=one),
        *held("6000 round", "20 container", **shells, calibre=other, box="munitions/artillery/shell"),
    ]

    assert count == len(found(*claims))


def test_a_source_in_its_own_voice_may_have_counted_for_itself() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("20000 tonne", "1000 truck", speaker=None))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith(
        "; a conflict if b/held rests on a/could or its origin, un; no conflict if b counted for itself"
    )


def test_another_origin_with_the_same_factor_is_undecided() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("20000 tonne", "1000 truck", speaker="EG"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith("no conflict if EG counted for itself")


@pytest.mark.parametrize(
    ("speaker", "severity"), [("un", Severity.ERROR), ("unknown", Severity.WARNING), (None, Severity.WARNING)]
)
def test_the_same_figure_needs_no_carriers(speaker: str | None, severity: Severity) -> None:
    capacity = claim("a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="un")
    content = claim("b/held", **GRAIN, amount="10000000 kilogram", speaker=speaker)

    one = only(capacity, content)

    assert severity is one.severity
    assert one.message.startswith(
        "b/held gives 10,000,000 kilogram as what was held, a/could the same figure as what could be held:"
        " the capacity is repeated as content; "
    )
    assert ("10,000,000 kilogram = 10,000 tonne",) == one.working
    assert ("b/held", "a/could") == one.claims


def test_the_same_figure_of_another_named_origin_is_left_alone() -> None:
    capacity = claim("a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="un")
    content = claim("b/held", **GRAIN, amount="10000 tonne", speaker="EG")

    assert [] == list(found(capacity, content))


def test_a_link_that_says_repeats_makes_it_sure() -> None:
    capacity = claim("a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="unknown")
    content = claim("b/held", **GRAIN, amount="10000 tonne", links={"repeats": "a/could"})

    assert Severity.ERROR is only(capacity, content).severity


@pytest.mark.parametrize("amount", ["9900 tonne", "8000..12000 tonne", "~2000.. tonne", None])
def test_another_figure_is_no_repetition(amount: str | None) -> None:
    capacity = claim("a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="un")

    assert [] == list(found(capacity, claim("b/held", **GRAIN, amount=amount, speaker="un")))


def test_a_capacity_of_nothing_is_no_figure_to_repeat() -> None:
    capacity = claim("a/could", **GRAIN, amount="0 tonne", modality="capacity", speaker="un")

    assert [] == list(found(capacity, claim("b/held", **GRAIN, amount="0 tonne", speaker="un")))


def test_a_figure_of_another_time_is_another_figure() -> None:
    capacity = claim(
        "a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="un", when="2024-02"
    )

    assert 1 == len(
        found(capacity, claim("b/held", **GRAIN, amount="10000 tonne", speaker="un", when="2024"))
    )
    assert 0 == len(
        found(capacity, claim("b/held", **GRAIN, amount="10000 tonne", speaker="un", when="2023"))
    )


def test_what_was_told_before_the_capacity_does_not_repeat_it() -> None:
    claims = [*could("10000 tonne", "500 truck"), *held("20000 tonne", "1000 truck")]
    early, late = osintkp.When.parse("2024-02-01"), osintkp.When.parse("2024-03-01")

    assert 1 == len(found(*claims, a={"published": early}, b={"published": late}))
    assert 1 == len(found(*claims, a={"published": early}, b={"published": early}))
    assert 0 == len(found(*claims, a={"published": late}, b={"published": early}))


@pytest.mark.parametrize("modality", ["capacity", "predicted", "pledged"])
def test_only_what_is_said_to_have_been_held_is_content(modality: str) -> None:
    content = claim("b/held", **GRAIN, amount="10000 tonne", speaker="un", modality=modality)
    capacity = claim("a/could", **GRAIN, amount="10000 tonne", modality="capacity", speaker="un")

    assert [] == list(found(capacity, content))


def test_a_content_of_the_capacitys_own_carriers_is_found_once() -> None:
    claims = could("10000 tonne", "500 truck")
    content = claim("a/held", **GRAIN, amount="10000 tonne", speaker="un", links={"contained_in": "a/trucks"})

    one = only(*claims, content)

    assert ("a/held", "a/could", "a/trucks") == one.claims


def test_a_part_that_fills_every_carrier_is_no_part() -> None:
    both = found(*could("10000 tonne", "500 truck"), *held("20500 tonne", "1000 truck", box="food"))

    assert [Severity.ERROR, Severity.ERROR] == [each.severity for each in both]
    part = next(each for each in both if "only be a part" in each.message or "only a part" in each.message)
    assert Verdict.CONFLICT is part.verdict
    assert (
        "b/held says that 20,500 tonne were in 1,000 truck; at the factor of a/could (un), 20 tonne/truck,"
        " they fill 1,025 truck: they cannot be only a part of the food that b/trucks counts"
    ) == part.message
    assert (
        "10,000 tonne / 500 truck = 20 tonne/truck",
        "20,500 tonne / 20 tonne/truck = 1,025 truck",
        "1,025 truck / 1,000 truck = 1.025",
    ) == part.working
    assert (
        "the carriers were packed at the factor of the capacity, as its producer took it",
        "carriers of a broader class of goods hold other goods as well",
    ) == part.assumptions[:2]
    assert ("b/held", "b/trucks", "a/could", "a/trucks") == part.claims


def test_a_part_that_leaves_a_little_room_can_hardly_be_one() -> None:
    both = found(*could("10000 tonne", "500 truck"), *held("19500 tonne", "1000 truck", box="food"))

    (part,) = [each for each in both if "only a part" in each.message]
    assert (Severity.WARNING, Verdict.UNDECIDED) == (part.severity, part.verdict)
    assert part.message.endswith(
        "they fill 975 truck: they can hardly be only a part of the food that b/trucks counts;"
        " a conflict if b/trucks were packed at that factor, none if more tightly"
    )


@pytest.mark.parametrize(
    ("amount", "box", "severities"),
    [
        ("20000 tonne", "food", [Severity.ERROR, Severity.ERROR]),
        ("19000 tonne", "food", [Severity.ERROR, Severity.WARNING]),
        ("18990 tonne", "food", []),
        ("21000 tonne", "food", [Severity.ERROR, Severity.ERROR]),
        ("21000 tonne", "food/grain", [Severity.ERROR]),
        ("21001 tonne", "food/grain", [Severity.WARNING]),
    ],
)
def test_five_percent_either_way_is_the_border(amount: str, box: str, severities: list[Severity]) -> None:
    both = found(*could("10000 tonne", "500 truck"), *held(amount, "1000 truck", box=box))

    assert severities == [each.severity for each in both]


@pytest.mark.parametrize(
    ("amount", "box"),
    [("18000 tonne", "food"), ("20500 tonne", "food/grain"), ("20500 tonne", None), ("20500 tonne", "aid")],
)
def test_a_smaller_part_or_the_whole_is_left_alone(amount: str, box: str | None) -> None:
    both = found(*could("10000 tonne", "500 truck"), *held(amount, "1000 truck", box=box))

    assert not [each for each in both if "only a part" in each.message]


def test_more_than_the_carriers_can_hold_by_the_producers_own_factor() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("30000 tonne", "1000 truck"))

    assert (Severity.ERROR, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert one.message.endswith("20 tonne/truck, they fill 1,500 truck: 1.5 times what they can hold")


def test_a_little_more_than_rounding_allows_is_undecided() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("21500 tonne", "1000 truck"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert "1.075 times what they can hold; a conflict if b/trucks were packed" in one.message


def test_another_estimators_factor_does_not_bind() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("30000 tonne", "1000 truck", speaker="EG"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)


def test_carriers_of_other_kinds_are_not_compared() -> None:
    assert [] == list(found(*could("10000 tonne", "500 truck"), *held("30000 tonne", "1000 ship")))


def test_units_of_one_dimension_are_converted() -> None:
    one = only(*could("10000 tonne", "500 truck"), *held("30000000 kilogram", "1000 truck"))

    assert "they fill 1,500 truck" in one.message


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [*could("10000 tonne", "500 truck"), *held("20500 tonne", "1000 truck", box="food")]
    expected = list(found(*claims))

    for seed in range(5):
        random.Random(seed).shuffle(claims)

        assert expected == list(found(*claims))
    assert 2 == len(expected)
