"""A part and its whole: what cannot be, what fits, what is left open."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TROOPS: dict[str, Any] = {"kind": "troop_deployment", "sender": "SY", "recipient": "LY"}
ARMS: dict[str, Any] = {"kind": "shipment", "sender": "IR", "recipient": "YE"}


def found(*claims: Any) -> Findings:
    return corpus(*claims).check(select="part-exceeds-whole")


def pair(part: str | None, whole: str | None, **fields: Any) -> list[Any]:
    return [
        claim("a/part", **TROOPS, amount=part, links={"part_of": "b/whole"}, **fields),
        claim("b/whole", **TROOPS, amount=whole),
    ]


def only(*claims: Any) -> Finding:
    (finding,) = found(*claims)
    return finding


def test_a_part_that_is_certainly_larger_than_its_whole_is_a_conflict() -> None:
    finding = only(*pair("18000 person", "12000 person"))

    assert (Severity.ERROR, Verdict.CONFLICT, "QTY102") == (finding.severity, finding.verdict, finding.code)
    assert ("a/part", "b/whole") == finding.claims
    assert (
        "a/part gives 18,000 person as a part of b/whole, which gives only 12,000 person: a part cannot be larger than its whole"
        == finding.message
    )
    assert (
        "a/part: 18,000 person stands for 17,500 to 18,500 person",
        "b/whole: 12,000 person stands for 11,500 to 12,500 person",
    ) == finding.working
    assert 2 == len(finding.assumptions)


def test_a_part_that_fits_says_why_the_two_do_not_clash() -> None:
    finding = only(*pair("~8000 person", "~10000 person"))

    assert (Severity.INFO, Verdict.PART_OF) == (finding.severity, finding.verdict)
    assert (
        "a/part (about 8,000 person) is a part of b/whole (about 10,000 person): 8,000 of 10,000 (80 %), so the two figures do not clash"
        == finding.message
    )
    assert ("8,000 person / 10,000 person = 80 %",) == finding.working


@pytest.mark.parametrize(
    ("part", "whole", "severity"),
    [
        ("10500 person", "10000 person", Severity.WARNING),
        ("10551 person", "10000 person", Severity.ERROR),
        ("10001 person", "10000 person", Severity.WARNING),
        ("10000 person", "10000 person", Severity.INFO),
        ("~11000 person", "10000 person", Severity.WARNING),
        ("~12000 person", "10000 person", Severity.ERROR),
        ("~12000 person", "~11000 person", Severity.WARNING),
        ("~9000 person", "10000 person", Severity.INFO),
        (">10000 person", "10000 person", Severity.WARNING),
        (">=10000 person", "10000 person", Severity.INFO),
        (">10000 person", "<=10000 person", Severity.ERROR),
        (">=10000 person", "<=10000 person", Severity.INFO),
        (">=10000 person", "<10000 person", Severity.ERROR),
        ("<=12000 person", "10000 person", Severity.INFO),
        ("<=12000 person", ">10000 person", Severity.INFO),
        ("11000..12000 person", "~10000 person", Severity.WARNING),
        ("9000..12000 person", "~10000 person", Severity.INFO),
        ("~2000.. person", "1500 person", Severity.ERROR),
        ("12000 person", "10000..11000 person", Severity.ERROR),
        ("11000 person", "10000..11000 person", Severity.INFO),
        ("11200 person", "10000..11500 person", Severity.INFO),
        ("0 person", "0 person", Severity.INFO),
    ],
)
def test_hedges_and_rounding_are_allowed_for(part: str, whole: str, severity: Severity) -> None:
    assert severity is only(*pair(part, whole)).severity


def test_a_part_that_is_larger_only_as_printed_is_undecided_and_says_on_what_it_hangs() -> None:
    finding = only(*pair("10200 person", "10000 person"))

    assert Verdict.UNDECIDED is finding.verdict
    assert (
        "a/part (10,200 person) is a part of b/whole (10,000 person) and the larger of the two as printed: a conflict if both figures "
        "are exact, none if they are rounded or hedged as far as they may be" == finding.message
    )
    assert "a/part: 10,200 person stands for 10,150 to 10,250 person" == finding.working[0]
    assert "b/whole: 10,000 person stands for 9,500 to 10,500 person" == finding.working[1]


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (">=5000 person", "20000 person", "25 % or more of it"),
        ("5000..8000 person", "20000 person", "25 % to 40 % of it"),
        ("<=5000 person", "20000 person", "0 % to 25 % of it"),
        ("5000 person", ">20000 person", "0 % to 25 % of it"),
        ("0 person", "0 person", "an unknown share of it"),
    ],
)
def test_a_share_of_bounds_is_given_in_bounds(part: str, whole: str, share: str) -> None:
    finding = only(*pair(part, whole))

    assert f": {share}, so the two figures do not clash" in finding.message
    assert () == finding.working


def test_units_of_one_kind_are_compared() -> None:
    whole = claim("b/whole", **ARMS, amount="2 tonne", item="munitions")

    small = claim("a/part", **ARMS, amount="500 kilogram", links={"part_of": "b/whole"})
    large = claim("a/part", **ARMS, amount="2500 kilogram", links={"part_of": "b/whole"})

    assert "0.5 of 2 (25 %)" in only(whole, small).message
    assert ("0.5 tonne / 2 tonne = 25 %",) == only(whole, small).working
    assert Severity.ERROR is only(whole, large).severity


def test_figures_of_two_kinds_are_not_comparable() -> None:
    whole = claim("b/whole", **ARMS, amount="40 container")
    part = claim("a/part", **ARMS, amount="60 tonne", links={"part_of": "b/whole"})

    finding = only(whole, part)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        "a/part gives 60 tonne as a part of b/whole, which gives 40 container: tonne and container are not comparable; "
        "in one unit the part must not be the larger" == finding.message
    )


def test_a_pure_number_beside_a_count_is_not_comparable() -> None:
    number, count = ("3", "4 container"), ("4 container", "3")

    for (mine, theirs), words in (
        (number, ": a number and container are"),
        (count, ": container and a number are"),
    ):
        part = claim("a/part", **ARMS, amount=mine, links={"part_of": "b/whole"})

        assert words in only(part, claim("b/whole", **ARMS, amount=theirs)).message


def test_pure_numbers_and_percentages_have_shares_too() -> None:
    part = claim("a/part", **ARMS, amount="3", links={"part_of": "b/whole"})
    below = claim("a/part", **ARMS, amount="<=3 percent", links={"part_of": "b/whole"})

    assert ("3 / 4 = 75 %",) == only(part, claim("b/whole", **ARMS, amount="4")).working
    assert ": 75 % or less of it," in only(below, claim("b/whole", **ARMS, amount="4 percent")).message


@pytest.mark.parametrize(("part", "whole"), [(None, "5 person"), ("5 person", None), (None, None)])
def test_without_two_figures_nothing_is_found(part: str | None, whole: str | None) -> None:
    assert 0 == len(found(*pair(part, whole)))


def test_a_denied_figure_is_no_part_and_no_whole() -> None:
    whole = claim("b/whole", **TROOPS, amount="12000 person")
    part = claim("a/part", **TROOPS, amount="18000 person", links={"part_of": "b/whole"}, stance="denies")
    denied = claim("b/whole", **TROOPS, amount="12000 person", stance="denies")

    assert 0 == len(found(whole, part))
    assert 0 == len(found(denied, *pair("18000 person", "12000 person")[:1]))


def test_a_link_that_leads_nowhere_or_to_itself_is_passed_over() -> None:
    assert 0 == len(found(claim("a/part", **TROOPS, amount="5 person", links={"part_of": "b/whole"})))
    assert 0 == len(found(claim("a/part", **TROOPS, amount="5 person", links={"part_of": "a/part"})))


def test_two_parts_of_each_other_are_judged_both_ways() -> None:
    one = claim("a/1", **TROOPS, amount="90 person", links={"part_of": "a/2"})
    other = claim("a/2", **TROOPS, amount="50 person", links={"part_of": "a/1"})

    assert [Severity.ERROR, Severity.INFO] == [finding.severity for finding in found(one, other)]


def parts(*fields: dict[str, Any], whole: str, base: dict[str, Any] = ARMS) -> list[Any]:
    made = [
        claim(f"a/{number}", **base, **{"links": {"part_of": "b/whole"}, **field})
        for number, field in enumerate(fields)
    ]
    return [*made, claim("b/whole", **base, amount=whole)]


def test_exclusive_parts_that_together_exceed_the_whole_are_a_conflict() -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "7000 piece"}
    mines = {"item": "munitions/mine", "amount": "6000 piece"}

    (finding,) = found(*parts(shells, mines, whole="10000 piece")).at_least("error")

    assert Verdict.CONFLICT is finding.verdict
    assert ("a/0", "a/1", "b/whole") == finding.claims
    assert (
        "a/0 and a/1 together give 12,350 piece at least, more than the 10,000 piece of b/whole that they are parts of"
        == finding.message
    )
    assert (
        "a/0: 7,000 piece stands for 6,650 to 7,350 piece",
        "a/1: 6,000 piece stands for 5,700 to 6,300 piece",
        "6,650 + 5,700 = 12,350 piece",
        "b/whole: 10,000 piece stands for 9,500 to 10,500 piece",
    ) == finding.working
    assert (
        "the parts do not overlap, since they differ in item, and they were in the whole at the same time"
        == finding.assumptions[0]
    )
    assert 3 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"item": "munitions/mine"}, {"item": "munitions/artillery/shell"}, "item"),
        ({"item": "munitions"}, {"item": "munitions/artillery/shell"}, None),
        ({"item": "munitions/mine"}, {}, None),
        ({"item": "munitions/mine"}, {"item": "munitions/mine"}, None),
        ({"calibre": "122 mm"}, {"calibre": "152 mm"}, "calibre"),
        ({"calibre": "152 mm"}, {"calibre": "0.152 metre"}, None),
        ({"calibre": "152 mm"}, {}, None),
        ({"when": "2024-01", "measure": "flow"}, {"when": "2024-02", "measure": "flow"}, "window"),
        ({"when": "2024-01", "measure": "flow"}, {"when": "2024-01", "measure": "flow"}, None),
        ({"when": "2024-01"}, {"when": "2024-02"}, None),
        ({"when": "2024-01", "measure": "stock"}, {"when": "2024-02", "measure": "stock"}, None),
        ({"when": "2024-01", "measure": "flow"}, {"when": "2024-02", "measure": "stock"}, None),
        ({"when": "2024-01", "measure": "flow"}, {"measure": "flow"}, None),
    ],
)
def test_parts_are_added_only_where_nothing_can_be_in_two_of_them(
    one: dict[str, Any], other: dict[str, Any], why: str | None
) -> None:
    for fields in ((one, other), (other, one)):
        made = parts(*({**each, "amount": "7000 piece"} for each in fields), whole="10000 piece")

        errors = found(*made).at_least("error")

        assert (why is not None) == bool(errors)
        assert all(f"differ in {why}," in error.assumptions[0] for error in errors)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Sudzha", "Belgorod", True),
        ("Sudzha", "Kursk Oblast", False),
        ("Kursk Oblast", "Russia", False),
        ("Sudzha", "Sudzha", False),
        ("Sudzha", "the front", False),
        ("Sudzha", None, False),
    ],
)
def test_troops_are_added_only_over_places_of_the_table_that_lie_apart(
    one: str, other: str | None, *, apart: bool
) -> None:
    for mine, theirs in ((one, other), (other, one)):
        fields = ({"place": mine, "amount": "7000 person"}, {"place": theirs, "amount": "7000 person"})

        errors = found(*parts(*fields, whole="10000 person", base=TROOPS)).at_least("error")

        assert apart == bool(errors)
        assert all("differ in place," in error.assumptions[0] for error in errors)


def test_places_at_two_times_may_hold_the_same_troops() -> None:
    fields = (
        {"place": "Sudzha", "amount": "7000 person", "when": "2024-10"},
        {"place": "Belgorod", "amount": "7000 person", "when": "2025-03"},
    )

    assert 0 == len(found(*parts(*fields, whole="10000 person", base=TROOPS)).at_least("error"))


@pytest.mark.parametrize("link", ["alternative_to", "repeats", "part_of", "revises"])
def test_parts_that_are_linked_are_not_added(link: str) -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "7000 piece"}
    mines = {"item": "munitions/mine", "amount": "7000 piece", "links": {"part_of": "b/whole"}}
    first, second, whole = parts(shells, mines, whole="10000 piece")
    joined = claim("a/1", **ARMS, item="munitions/mine", amount="7000 piece", links={"contained_in": "a/0"})
    with_part = [*joined.links, *second.links]

    linked = attrs.evolve(
        second,
        links=tuple(
            attrs.evolve(each, kind=type(each.kind)(link)) if each.claim == "a/0" else each
            for each in with_part
        ),
    )

    assert 1 == len(found(first, second, whole).at_least("error"))
    errors = [
        finding for finding in found(first, linked, whole).at_least("error") if "together" in finding.message
    ]
    assert [] == errors


def test_the_largest_exclusive_parts_are_chosen_and_the_reasons_named() -> None:
    fields = (
        {"item": "munitions/mine", "amount": "3000 piece"},
        {"item": "munitions/mine", "amount": "4000 piece"},
        {"item": "munitions/rocket", "calibre": "122 mm", "amount": "4000 piece"},
        {"item": "munitions/rocket", "calibre": "240 mm", "amount": "4000 piece"},
    )

    (finding,) = found(*parts(*fields, whole="10000 piece")).at_least("error")

    assert ("a/1", "a/2", "a/3", "b/whole") == finding.claims
    assert "differ in calibre and item," in finding.assumptions[0]
    assert "3,800 + 3,800 + 3,800 = 11,400 piece" == finding.working[3]


@pytest.mark.parametrize(
    "whole", ["13000 piece", ">10000 piece", "~12000 piece", "12350 piece", "<=12350 piece"]
)
def test_parts_that_may_fit_together_are_no_conflict(whole: str) -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "7000 piece"}
    mines = {"item": "munitions/mine", "amount": "6000 piece"}

    assert 0 == len(found(*parts(shells, mines, whole=whole)).at_least("warning"))


def test_the_part_with_the_larger_lower_bound_is_chosen() -> None:
    wide = {"item": "munitions/mine", "amount": "5000..9000 piece"}
    narrow = {"item": "munitions/mine", "amount": "6000..6500 piece"}
    rockets = {"item": "munitions/rocket", "amount": "5000 piece"}

    (finding,) = found(*parts(wide, narrow, rockets, whole="10000 piece")).at_least("error")

    assert ("a/1", "a/2", "b/whole") == finding.claims


def test_a_part_without_a_lower_bound_adds_nothing() -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "<=7000 piece"}
    mines = {"item": "munitions/mine", "amount": "9000 piece"}

    assert 0 == len(found(*parts(shells, mines, whole="10000 piece")).at_least("warning"))


def test_parts_in_other_units_are_added_in_the_unit_of_the_whole() -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "1500 kilogram"}
    mines = {"item": "munitions/mine", "amount": "1 tonne"}

    (finding,) = found(*parts(shells, mines, whole="2 tonne")).at_least("error")

    assert "1.45 + 0.95 = 2.4 tonne" in finding.working


def test_the_order_of_the_claims_plays_no_part() -> None:
    shells = {"item": "munitions/artillery/shell", "amount": "7000 piece"}
    mines = {"item": "munitions/mine", "amount": "7000 piece"}
    guns = {"item": "weapons/artillery/howitzer", "amount": "7000 piece"}
    claims = parts(shells, mines, guns, whole="10000 piece")
    expected = found(*claims)

    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_on_the_seeds_the_troops_in_kursk_are_a_part_of_those_sent() -> None:
    finding = next(iter(osintkp.load_seeds().check(select="part-exceeds-whole")))

    assert ("s3/kursk", "s3/sent") == finding.claims
    assert "8,000 of 10,000 (80 %)" in finding.message
    assert Severity.INFO is finding.severity


@pytest.mark.parametrize(
    ("rice", "wheat", "whole", "exceed"),
    [
        (">6 tonne", "4..4 tonne", "10..10 tonne", True),
        (">6 tonne", ">4000 kilogram", "<=10 tonne", True),
        ("6..6 tonne", "4..4 tonne", "<0.01 kilotonne", True),
        ("6..6 tonne", "4..4 tonne", "10..10 tonne", False),
        (">=6 tonne", "4000..4000 kilogram", "<=0.01 kilotonne", False),
        (">6 tonne", "3..3 tonne", "10..10 tonne", False),
    ],
)
def test_parts_that_come_to_their_whole_exceed_it_where_one_of_them_leaves_its_end_out(
    rice: str, wheat: str, whole: str, exceed: bool
) -> None:
    told = found(
        claim("a/1", **ARMS | {"item": "food/grain/rice"}, amount=rice, links={"part_of": "c/all"}),
        claim("a/2", **ARMS | {"item": "food/grain/wheat"}, amount=wheat, links={"part_of": "c/all"}),
        claim("c/all", **ARMS | {"item": "food/grain"}, amount=whole),
    )

    assert exceed is any(each.verdict is Verdict.CONFLICT for each in told)


@pytest.mark.parametrize("names", [("a/1", "b/1"), ("b/1", "a/1")])
@pytest.mark.parametrize("more", [">6 tonne", ">6000 kilogram"])
def test_of_two_parts_of_one_number_the_one_that_is_more_than_it_counts(
    names: tuple[str, str], more: str
) -> None:
    rice, wheat = ARMS | {"item": "food/grain/rice"}, ARMS | {"item": "food/grain/wheat"}
    told = found(
        claim(names[0], **rice, amount=more, links={"part_of": "c/all"}),
        claim(names[1], **rice, amount=">=6 tonne", links={"part_of": "c/all"}),
        claim("d/1", **wheat, amount="4..4 tonne", links={"part_of": "c/all"}),
        claim("c/all", **ARMS | {"item": "food/grain"}, amount="10..10 tonne"),
    )

    assert [(names[0], "d/1", "c/all")] == [each.claims for each in told if each.verdict is Verdict.CONFLICT]
