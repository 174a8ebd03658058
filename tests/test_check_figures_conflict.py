"""Figures that clash, and figures that only look as if they did."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp.checks import _apart
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TANKS: dict[str, Any] = {"kind": "loss", "actor": "AM", "item": "vehicles/tank", "when": "2020"}


def one_finding(*claims: Any, **sources: Any) -> Finding:
    (found,) = corpus(*claims, **sources).check(select="figures-conflict")
    return found


def test_two_figures_for_one_thing_that_share_no_number_are_a_conflict() -> None:
    found = one_finding(claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **TANKS, amount="185 tank"))

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert ("a/1", "b/1") == found.claims
    assert (
        "a/1 says 50 tank, b/1 says 185 tank; they are about the same thing and cannot both hold"
        == found.message
    )
    assert (
        "a/1: 50 tank stands for 47.5 to 52.5 tank",
        "b/1: 185 tank stands for 184.5 to 185.5 tank",
    ) == found.working


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("50 tank", "52 tank", Verdict.AGREEMENT),
        ("50 tank", "53 tank", Verdict.AGREEMENT),
        ("50 tank", "54 tank", Verdict.CONFLICT),
        ("~50 tank", "58 tank", Verdict.CONFLICT),
        ("~50 tank", "54 tank", Verdict.AGREEMENT),
        (">50 tank", "185 tank", Verdict.AGREEMENT),
        (">200 tank", "185 tank", Verdict.CONFLICT),
        ("<=100 tank", "185 tank", Verdict.CONFLICT),
        ("~100.. tank", "185 tank", Verdict.AGREEMENT),
        ("~200.. tank", "185 tank", Verdict.CONFLICT),
        ("100..150 tank", "150..200 tank", Verdict.AGREEMENT),
        ("0 tank", "<10 tank", Verdict.AGREEMENT),
        ("0 tank", "<=10 tank", Verdict.AGREEMENT),
        ("0 tank", ">5 tank", Verdict.CONFLICT),
        ("100..100 tank", "<200 tank", Verdict.AGREEMENT),
        ("100..100 tank", "<100 tank", Verdict.CONFLICT),
    ],
)
def test_hedges_and_rounding_are_allowed_for(one: str, other: str, verdict: Verdict) -> None:
    assert (
        verdict is one_finding(claim("a/1", **TANKS, amount=one), claim("b/1", **TANKS, amount=other)).verdict
    )


def test_units_of_one_dimension_are_compared() -> None:
    oil: dict[str, Any] = {"sender": "IR", "recipient": "SY", "item": "fuel/crude", "when": "2023"}

    barrels = claim("a/1", **oil, amount="1000000 barrel")

    assert Verdict.AGREEMENT is one_finding(barrels, claim("b/1", **oil, amount="159000 cubic_metre")).verdict
    found = one_finding(barrels, claim("b/1", **oil, amount="119000 cubic_metre"))
    assert Verdict.CONFLICT is found.verdict
    assert "b/1: 119,000 cubic_metre stands for 745,342.5763 to 751,632.3871 barrel" == found.working[1]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("<=0.3263 tonne", ">=326.3 kilogram", Verdict.AGREEMENT),
        ("<=0.3263 tonne", ">326.3 kilogram", Verdict.CONFLICT),
        ("<=0.3263 tonne", ">=326.4 kilogram", Verdict.CONFLICT),
        ("1.757..1.757 kilotonne", "1757..1757 tonne", Verdict.AGREEMENT),
        ("1.757..1.757 kilotonne", "<1757 tonne", Verdict.CONFLICT),
    ],
)
def test_figures_that_touch_in_two_units_can_both_hold(one: str, other: str, verdict: Verdict) -> None:
    rice: dict[str, Any] = {"sender": "VN", "recipient": "ML", "item": "food/grain/rice", "when": "2021"}
    for first, second in ((one, other), (other, one)):
        told = claim("a/1", **rice, amount=first), claim("b/1", **rice, amount=second)

        assert verdict is one_finding(*told).verdict
        assert (verdict is Verdict.CONFLICT) is bool(
            corpus(*told).check(select="figures-conflict", at_least="error")
        )


def test_one_origin_told_twice_is_no_second_witness() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="az-ministry-of-defence")
    other = claim("b/1", **TANKS, amount="50 tank", speaker="AZ")

    found = one_finding(one, other)

    assert (Severity.INFO, Verdict.SAME_ORIGIN) == (found.severity, found.verdict)
    assert found.message.endswith("all go back to AZ: one origin, told 2 times")


def test_unknown_origins_are_never_one_origin() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="unknown")
    other = claim("b/1", **TANKS, amount="50 tank", speaker="unknown")

    assert Verdict.AGREEMENT is one_finding(one, other).verdict


def test_an_origin_that_changed_its_figure_later_revised_it() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said="2020-10-10")
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ", said="2020-11-20")

    found = one_finding(one, other)

    assert (Severity.WARNING, Verdict.REVISION) == (found.severity, found.verdict)
    assert "AZ gave the one as of 2020-10-10, the other as of 2020-11-20, and says no why" in found.message


@pytest.mark.parametrize("said", [("2020-10-10", "2020-10-10"), ("2020-10-10", None), (None, None)])
def test_an_origin_that_says_both_at_once_or_at_no_known_time_is_in_conflict(
    said: tuple[str | None, str | None],
) -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said=said[0])
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ", said=said[1])

    assert Verdict.CONFLICT is one_finding(one, other).verdict


def test_without_a_window_a_clash_is_undecided_and_says_what_is_missing() -> None:
    blank: dict[str, Any] = {**TANKS, "when": None}

    found = one_finding(claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **blank, amount="185 tank"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert "b/1 gives no window: a conflict if it is the same, no clash if not" in found.message


def test_figures_that_differ_in_scope_are_reconciled_only_where_they_look_like_a_clash() -> None:
    whole = claim("a/1", **TANKS, amount="185 tank")
    part = claim("b/1", **TANKS, amount="40 tank", links={"part_of": "a/1"})
    same = claim("b/2", **TANKS, amount="185 tank", links={"part_of": "a/1"})

    assert (Severity.INFO, Verdict.PART_OF) == (
        one_finding(whole, part).severity,
        one_finding(whole, part).verdict,
    )
    assert [] == list(corpus(whole, same).check(select="QTY101"))


def test_denials_and_other_dimensions_take_no_part() -> None:
    denied = claim("a/1", **TANKS, amount="50 tank", stance="denies")
    people = claim("b/1", "loss", actor="AM", when="2020", amount="4000 person")

    assert [] == list(corpus(denied, people, claim("c/1", **TANKS, amount="185 tank")).check(select="QTY101"))


def test_one_sided_figures_are_spelt_out() -> None:
    found = one_finding(claim("a/1", **TANKS, amount=">200 tank"), claim("b/1", **TANKS, amount="<=100 tank"))

    assert (
        "a/1: more than 200 tank stands for 200 or more tank",
        "b/1: at most 100 tank stands for 100 or less tank",
    ) == found.working


def test_figures_that_agree_are_told_once_however_many_there_are() -> None:
    claims = [claim(f"s{number}/1", **TANKS, amount=f"~{150 + number} tank") for number in range(4)]

    found = one_finding(*claims)

    assert found.verdict is Verdict.AGREEMENT
    assert found.claims == ("s0/1", "s1/1", "s2/1", "s3/1")
    assert found.message.startswith("s0/1 says about 150 tank, s1/1 says about 151 tank")


def test_outlets_that_carry_one_figure_of_one_origin_stand_together() -> None:
    outlets = [claim(f"o{number}/1", **TANKS, amount="50 tank", speaker="AZ") for number in range(3)]

    findings = corpus(*outlets, claim("p/1", **TANKS, amount="185 tank")).check(select="QTY101")

    assert [found.verdict for found in findings] == [Verdict.CONFLICT, Verdict.SAME_ORIGIN]
    assert findings[0].claims == ("o0/1", "o1/1", "o2/1", "p/1")
    assert findings[0].message.startswith("o0/1 says 50 tank (and 2 more), p/1 says 185 tank")
    assert (
        findings[1].message == "o0/1 says 50 tank (and 2 more); all go back to AZ: one origin, told 3 times"
    )


@pytest.mark.parametrize(("figures", "findings"), [(5, 10), (6, 1)])
def test_more_than_a_dozen_clashes_of_a_topic_are_told_as_one(figures: int, findings: int) -> None:
    claims = [claim(f"s{number}/1", **TANKS, amount=f"{2**number * 100} tank") for number in range(figures)]

    found = corpus(*claims).check(select="QTY101")

    assert len(found) == findings
    assert {name for each in found for name in each.claims} == {each.id for each in claims}
    if findings == 1:
        assert found[0].message.startswith(
            "15 pairs among 6 claims, like this one: s0/1 says 100 tank, s1/1 says 200 tank;"
        )
        assert found[0].severity is Severity.ERROR


def test_a_claim_that_is_linked_to_speaks_for_itself() -> None:
    whole = claim("a/1", **TANKS, amount="185 tank")
    again = claim("a/2", **TANKS, amount="185 tank")
    part = claim("b/1", **TANKS, amount="40 tank", links={"part_of": "a/2"})

    findings = corpus(whole, again, part).check(select="QTY101")

    assert {found.claims: found.verdict for found in findings} == {
        ("a/1", "b/1"): Verdict.PART_OF, ("a/2", "b/1"): Verdict.PART_OF, ("a/1", "a/2"): Verdict.SAME_ORIGIN,
    }  # fmt: skip
    assert (
        "b/1 is a part of a/2, which says no other than a/1" in findings.about("a/1").about("b/1")[0].message
    )


@pytest.mark.parametrize("fields", [{"when": "2016"}, {"place": "Shusha"}, {"item": "vehicles/truck"}])
def test_a_part_of_another_whole_explains_nothing(fields: dict[str, Any]) -> None:
    figure: dict[str, Any] = {**TANKS, "place": "Agdam", "amount": "185 tank"}
    part = claim("b/1", **{**figure, "amount": "40 tank"}, links={"part_of": "b/2"})
    whole = claim("b/2", **{**figure, **fields})

    findings = corpus(claim("a/1", **figure), whole, part).check(select="QTY101")

    assert [Verdict.CONFLICT] == [found.verdict for found in findings if found.claims == ("a/1", "b/1")]


def test_figures_of_other_goods_do_not_agree() -> None:
    trucks = {**TANKS, "item": "vehicles/truck"}

    assert (
        list(
            corpus(
                claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **trucks, amount="50 vehicle")
            ).check(select="QTY101")
        )
        == []
    )


def test_bounds_that_leave_nothing_between_them_clash() -> None:
    verdicts = {
        other: one_finding(
            claim("a/1", **TANKS, amount=">10000 tank"), claim("b/1", **TANKS, amount=other)
        ).verdict
        for other in ("<10000 tank", "<=10000 tank", ">=10000 tank", "<10001 tank")
    }

    assert verdicts == {
        "<10000 tank": Verdict.CONFLICT,
        "<=10000 tank": Verdict.CONFLICT,
        ">=10000 tank": Verdict.AGREEMENT,
        "<10001 tank": Verdict.AGREEMENT,
    }


def test_without_goods_on_one_side_a_clash_is_undecided() -> None:
    aircraft = claim("a/1", sender="IR", recipient="SD", amount="3 piece", when="2024")
    drones = claim(
        "b/1", sender="IR", recipient="SD", item="aircraft/uncrewed", amount="40 piece", when="2024"
    )

    found = one_finding(aircraft, drones)

    assert (found.severity, found.verdict) == (Severity.WARNING, Verdict.UNDECIDED)
    assert "a/1 names no goods: a conflict if it is the same, no clash if not" in found.message


def test_a_later_publication_of_the_same_origin_is_a_revision_too() -> None:
    one = claim("a/1", **TANKS, amount="50 tank", speaker="AZ")
    other = claim("b/1", **TANKS, amount="185 tank", speaker="AZ")
    dates = {"a": {"published": When.parse("2020-10-10")}, "b": {"published": When.parse("2020-11-20")}}
    vague = {"a": {"published": When.parse("2020-11")}, "b": {"published": When.parse("2020-11-20")}}

    assert one_finding(one, other, **dates).verdict is Verdict.REVISION
    assert one_finding(one, other, **vague).verdict is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("figures", "findings"), [((100, 101, 400, 404, 1600, 1604), 12), ((100, 101, 400, 404, 1600, 6400), 1)]
)
def test_a_dozen_clashes_are_told_one_by_one_and_thirteen_together(
    figures: tuple[int, ...], findings: int
) -> None:
    claims = [
        claim(f"s{number}/1", **TANKS, amount=f"{figure} tank") for number, figure in enumerate(figures)
    ]

    found = corpus(*claims).check(select="QTY101").where(lambda each: each.verdict is Verdict.CONFLICT)

    assert len(found) == findings


def test_messages_say_who_says_what_and_what_follows() -> None:
    one, other = claim("a/1", **TANKS, amount="50 tank"), claim("b/1", **TANKS, amount="52 tank")
    unknown = {**TANKS, "when": None}
    blank = [claim("a/1", **unknown, amount="50 tank"), claim("b/1", **unknown, amount="90 tank")]
    later = [
        claim("a/1", **TANKS, amount="50 tank", speaker="AZ", said="2020-10-10"),
        claim("b/1", **TANKS, amount="90 tank", speaker="AZ", said="2020-11-20"),
    ]
    longer = claim("b/1", **{**TANKS, "when": "2020-01/2021-12"}, amount="90 tank")

    assert one_finding(one, other).message == "a/1 says 50 tank, b/1 says 52 tank; all can hold"
    assert one_finding(*blank).message == (
        "a/1 says 50 tank, b/1 says 90 tank; a/1 and b/1 give no window: a conflict if it is the same, no clash if not"
    )
    assert one_finding(*later).message == (
        "a/1 says 50 tank, b/1 says 90 tank; AZ gave the one as of 2020-10-10, the other as of 2020-11-20, and says no why"
    )
    assert one_finding(one, longer).message == (
        "a/1 says 50 tank, b/1 says 90 tank; a/1 counts 2020, b/1 counts 2020-01/2021-12: the longer window may hold more"
    )
    assert one_finding(one, other).assumptions == (
        "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %",
    )


def test_figures_for_places_in_other_words_are_neither_agreement_nor_clash() -> None:
    troops: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW", "when": "2024"}
    here = claim("a/1", **troops, amount="4000 person", place="North Kivu")

    same = claim("b/1", **troops, amount="4000 person", place="north kivu")
    assert one_finding(here, same).verdict is Verdict.AGREEMENT
    assert one_finding(here, claim("b/1", **troops, amount="4000 person")).verdict is Verdict.AGREEMENT
    assert (
        list(corpus(here, claim("b/1", **troops, amount="4000 person", place="Goma")).check(select="QTY101"))
        == []
    )


def verdicts(*claims: Any, **sources: Any) -> list[tuple[str, str]]:
    findings = corpus(*claims, **sources).check(select="QTY101")
    return [(found.severity.value, found.verdict.value) for found in findings]


def test_what_one_text_tells_in_one_voice_are_two_things() -> None:
    guns: dict[str, Any] = {"sender": "TR", "recipient": "LY", "item": "weapons/small-arms/machine-gun"}
    first = claim("list/1", **guns, amount="400 gun", when="2020-06")

    found = one_finding(first, claim("list/2", **guns, amount="200 gun"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "list/1 says 400 gun, list/2 says 200 gun; list tells both in one voice: two things, or a slip if it means one"
        == found.message
    )
    assert [("warning", "undecided")] == verdicts(
        first, claim("list/2", **guns, amount="200 gun", when="2020-06")
    )
    assert [("error", "conflict")] == verdicts(
        first, claim("other/2", **guns, amount="200 gun", when="2020-06")
    )
    assert [("error", "conflict")] == verdicts(
        first, claim("list/2", **guns, amount="200 gun", when="2020-06", speaker="TR")
    )


@pytest.mark.parametrize("name", ["LY", "unknown"])
def test_one_voice_is_a_known_one(name: str) -> None:
    guns: dict[str, Any] = {"sender": "TR", "recipient": "LY", "item": "weapons", "when": "2020-06"}
    both = [claim(f"list/{n}", **guns, amount=f"{n} gun", speaker=name) for n in (200, 400)]

    assert [("error", "conflict") if name == "unknown" else ("warning", "undecided")] == verdicts(*both)


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "Sirte"},
        {"measure": "cumulative"},
        {"modality": "estimated"},
        {"amount": "200 vehicle"},
        {"when": "2020-05/2020-06"},
    ],
)
def test_what_differs_in_anything_else_is_no_slip(fields: dict[str, Any]) -> None:
    lost: dict[str, Any] = {"kind": "loss", "actor": "LY", "item": "vehicles/tank", "when": "2020-06"}
    whole = claim("list/1", **{**lost, "amount": "200 tank"})

    told = [
        severity
        for severity, _ in verdicts(whole, claim("list/2", **{**lost, "amount": "400 tank", **fields}))
    ]

    assert [] == [severity for severity in told if severity != "info"]


def test_two_numbers_of_one_text_are_not_one_figure_told_twice() -> None:
    killed = claim("list/1", "loss", actor="NG", amount="~24.. person")
    hurt = claim("list/2", "loss", actor="NG", amount="~200.. person")

    assert [] == verdicts(killed, hurt)
    assert [("info", "agreement")] == verdicts(
        killed, claim("wire/2", "loss", actor="NG", amount="~200.. person")
    )
    again = claim("list/2", "loss", actor="NG", amount="~200.. person", links={"repeats": "list/1"})
    assert [("info", "same_origin")] == verdicts(killed, again)


def test_goods_that_nobody_takes_for_one_another_are_not_told() -> None:
    frigates = claim(
        "a/1", sender="FR", recipient="EG", item="ships/warship/frigate", amount="2 ship", when="2021"
    )
    jets: dict[str, Any] = {
        "sender": "FR",
        "recipient": "EG",
        "item": "aircraft/crewed/fighter",
        "when": "2021",
    }

    assert [] == verdicts(frigates, claim("b/1", **jets, amount="30 aircraft"))
    linked = claim("b/1", **jets, amount="30 aircraft", links={"alternative_to": "a/1"})
    assert [("info", "different_item")] == verdicts(frigates, linked)


def test_calibres_of_one_text_are_not_told_and_those_of_two_are() -> None:
    shells: dict[str, Any] = {
        "sender": "IR",
        "recipient": "SD",
        "item": "munitions/artillery/shell",
        "when": "2024",
    }
    small = claim("a/1", **shells, calibre="122 mm", amount="500 round")
    large: dict[str, Any] = {**shells, "calibre": "155 mm", "amount": "9000 round"}

    assert [] == verdicts(small, claim("a/2", **large))
    assert [("info", "different_item")] == verdicts(small, claim("b/2", **large))


def test_percentages_of_one_text_are_of_two_wholes() -> None:
    gas: dict[str, Any] = {"sender": "RU", "recipient": "TR", "when": "2021"}
    one = claim("essay/1", **gas, item="fuel/gas", amount="13 percent")

    assert [] == verdicts(one, claim("essay/2", **gas, item="fuel", amount="7 percent", speaker="TR"))
    assert [] == verdicts(one, claim("essay/2", **gas, item="fuel/gas", amount="13.2 percent", speaker="TR"))


def test_percentages_of_two_texts_miss_their_whole() -> None:
    arms: dict[str, Any] = {"sender": "RU", "recipient": "AM", "item": "weapons", "when": "2011/2020"}
    whole = claim("c/1", **arms, amount="900 piece")
    one, other = claim("a/1", **arms, amount="94 percent"), claim("b/1", **arms, amount="60 percent")

    found = one_finding(one, other)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "missing is whether both are shares of one whole: a conflict if they are, no clash if not"
    )
    tied = [
        claim(f"{name}/1", **arms, amount=f"{share} percent", links={"share_of": "c/1"})
        for name, share in (("a", 94), ("b", 60))
    ]
    assert [("error", "conflict")] == verdicts(*tied, whole)


def test_undated_counts_that_were_told_long_apart_need_not_clash() -> None:
    troops: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW", "recipient": "m23"}
    early = claim("a/1", **troops, amount="1000 person")

    def told(first: str, last: str, **fields: Any) -> Finding:
        later = claim("b/1", **troops, amount="4000 person", **fields)
        dates = {"a": {"published": When.parse(first)}, "b": {"published": When.parse(last)}}
        return one_finding(early, later, **dates)

    found = told("2023-02-01", "2024-06-01")
    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message == (
        "a/1 says 1,000 person, b/1 says 4,000 person; a/1 and b/1 give no window;"
        " they can count a/1 up to 2023-02-01 and b/1 up to 2024-06-01: no clash unless both mean one time"
    )
    assert Severity.INFO is told("2023-02-01", "2023-03-04").severity
    assert Severity.WARNING is told("2023-02-01", "2023-03-03").severity
    assert Severity.INFO is told("2023-06-01", "2023-06-02", when="2022").severity
    assert Severity.INFO is told("2023-02-01", "2024-06-01", when="2023-01/..").severity
    assert Severity.WARNING is told("2023-02-01", "2023-02-11", when="2023-01/..").severity
    assert Severity.WARNING is told("2023-02-01", "2023-02-11", when="2023-01/").severity
    assert Severity.WARNING is told("2023", "2023-12-28").severity


def test_a_band_is_told_in_the_unit_of_its_own_figure() -> None:
    goods: dict[str, Any] = {"sender": "IR", "recipient": "YE", "item": "weapons", "when": "2023"}

    found = one_finding(claim("a/1", **goods, amount="4 launcher"), claim("b/1", **goods, amount="90 piece"))

    assert (
        "a/1: 4 launcher stands for 3.8 to 4.2 launcher",
        "b/1: 90 piece stands for 85.5 to 94.5 piece",
    ) == (found.working)


def test_money_is_printed_in_full() -> None:
    loans: dict[str, Any] = {"sender": "CN", "recipient": "AO", "item": "money/loan", "when": "2016"}

    found = one_finding(
        claim("a/1", **loans, amount="15000000000 USD"), claim("b/1", **loans, amount="42000000000 USD")
    )

    assert found.message.startswith("a/1 says 15,000,000,000 USD, b/1 says 42,000,000,000 USD;")
    assert "b/1: 42,000,000,000 USD stands for 41,500,000,000 to 42,500,000,000 USD" == found.working[1]


@pytest.mark.parametrize(("figures", "findings"), [((2020, 2022), 1), ((2020, 2022, 2024, 2026), 1)])
def test_more_than_four_reconciliations_of_a_kind_are_told_as_one(
    figures: tuple[int, ...], findings: int
) -> None:
    claims = [
        claim(f"s{year}/1", **{**TANKS, "when": str(year)}, amount=f"{year - 2000}000 tank")
        for year in figures
    ]

    found = corpus(*claims).check(select="QTY101")

    assert findings == len(found)
    if len(figures) > 2:
        assert found[0].message.startswith("6 pairs among 4 claims, like this one: s2020/1 says 20,000 tank")
        assert (Severity.INFO, Verdict.DIFFERENT_WINDOW, 6) == (
            found[0].severity,
            found[0].verdict,
            len(found[0].working),
        )
        assert "s2022/1 says 22,000 tank, s2026/1 says 26,000 tank" in found[0].working[4]


def test_the_working_of_very_many_pairs_is_cut() -> None:
    claims = [
        claim(f"s{n}/1", **{**TANKS, "when": str(1990 + n)}, amount=f"{2**n} tank") for n in range(1, 8)
    ]

    found = corpus(*claims).check(select="QTY101")

    assert [("info", "different_window", 21)] == [
        (each.severity.value, each.verdict.value, len(each.working)) for each in found
    ]
    assert "and 1 more pair" == found[0].working[-1]


def test_of_very_many_figures_each_is_held_against_those_next_to_it() -> None:
    many = [
        claim(f"s{n}/1", **{**TANKS, "when": str(1000 + n)}, amount=f"{(n + 1) * 37} tank")
        for n in range(160)
    ]
    clash = claim("t/1", **{**TANKS, "when": "1100"}, amount="9000000 tank")

    found = corpus(*many, clash).check(select="QTY101")

    assert [("s100/1", "t/1")] == [each.claims for each in found.at_least("error")]
    assert list(found) == list(corpus(clash, *many[::-1]).check(select="QTY101"))
    (rest,) = found.where(lambda each: each.verdict is Verdict.DIFFERENT_WINDOW)
    assert 4000 < int(rest.message.split()[0]) < 160 * 30


def test_a_part_whose_record_does_not_show_in_what_it_is_one_is_not_held_against_another_whole() -> None:
    dead: dict[str, Any] = {
        "kind": "loss",
        "actor": "PS",
        "by": "IL",
        "place": "Gaza",
        "measure": "cumulative",
    }
    march = claim("a/march", **dead, amount="31045 person", when="2023-10-07/2024-03-10", speaker="un")
    whole = claim("b/may", **dead, amount="36284 person", when="2023-10-07/2024-05-31", speaker="US")
    part: dict[str, Any] = {
        **dead,
        "amount": "24686 person",
        "when": "2023-10-07/2024-04-30",
        "speaker": "US",
    }

    named = only_about(
        "a/march", "b/named", march, whole, claim("b/named", **part, links={"part_of": "b/may"})
    )
    loose = only_about("a/march", "b/named", march, whole, claim("b/named", **part))
    both = only_about(
        "a/march", "b/named",
        claim("a/march", **dead, amount="31045 person", when="2023-10-07/2024-03-10", links={"part_of": "x/1"}),
        whole, claim("b/named", **part, links={"part_of": "b/may"}),
    )  # fmt: skip

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (named.severity, named.verdict)
    assert named.message.endswith("b/named is only a part of b/may, which a/march is not said to be")
    assert [Verdict.CONFLICT, Verdict.CONFLICT] == [loose.verdict, both.verdict]


def test_a_pledge_repeated_as_done_is_told_as_a_pledge_beside_what_was_done() -> None:
    given: dict[str, Any] = {"recipient": "UA", "item": "vehicles/tank", "when": "2022"}
    pledged = claim("kiel/pledged", **given, amount="471 tank", modality="pledged")
    done = claim("kiel/done", **given, amount="286 tank")

    retold = only_about(
        "blog/got",
        "kiel/done",
        pledged,
        done,
        claim("blog/got", **given, amount="471 tank", links={"repeats": "kiel/pledged"}),
    )
    other = only_about(
        "blog/got",
        "kiel/done",
        pledged,
        done,
        claim("blog/got", **given, amount="400 tank", links={"repeats": "kiel/pledged"}),
    )

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (retold.severity, retold.verdict)
    assert "blog/got repeats kiel/pledged, and kiel/pledged is pledged" in retold.message
    assert Verdict.CONFLICT == other.verdict


@pytest.mark.parametrize(
    ("first", "later", "verdict"),
    [
        ({"speaker": "unknown"}, {"speaker": "US"}, Verdict.DIFFERENT_WINDOW),
        ({"speaker": "AM"}, {"speaker": "am-ministry-of-defence"}, Verdict.DIFFERENT_WINDOW),
        ({"speaker": "AZ"}, {"speaker": "AM"}, Verdict.CONFLICT),
        ({"speaker": "unknown", "amount": "900 person"}, {"speaker": "US"}, Verdict.CONFLICT),
        ({"speaker": "unknown", "said": "2023-04-13"}, {"speaker": "US"}, Verdict.CONFLICT),
        (
            {"speaker": "unknown", "amount": "53 tank"},
            {"speaker": "US", "amount": "170 tank"},
            Verdict.CONFLICT,
        ),
    ],
)
def test_a_toll_rises_from_day_to_day_where_no_two_who_are_named_clash(
    first: dict[str, Any], later: dict[str, Any], verdict: Verdict
) -> None:
    dead: dict[str, Any] = {"kind": "loss", "actor": "AM", "by": "AZ", "place": "Goris", "when": "2023-04-11"}
    found = only_about(
        "a/1", "b/1",
        claim("a/1", **{**dead, "amount": "53 person", "said": "2023-04-11", **first}),
        claim("b/1", **{**dead, "amount": "170 person", "said": "2023-04-13", **later}),
    )  # fmt: skip

    assert verdict == found.verdict
    if verdict is Verdict.DIFFERENT_WINDOW:
        assert Severity.INFO == found.severity
        assert found.message.endswith(
            "a/1 counts the people known by 2023-04-11, b/1 those known by 2023-04-13"
        )


def only_about(one: str, other: str, *claims: Any) -> Finding:
    (found,) = (each for each in corpus(*claims).check(select="QTY101") if set(each.claims) == {one, other})
    return found


def test_the_arithmetic_of_pairs_that_are_told_together_stands_once() -> None:
    blank: dict[str, Any] = {**TANKS, "when": None}
    claims = [claim(f"s{n}/1", **blank, amount=f"{figure} tank") for n, figure in enumerate((10, 20, 40, 80))]

    found = one_finding(*claims)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert 6 == sum("give no window" in line for line in found.working)
    assert ("s0/1: 10 tank stands for 9.5 to 10.5 tank", "s1/1: 20 tank stands for 19 to 21 tank") == (
        found.working[6:8]
    )
    assert 10 == len(found.working)


def test_people_and_goods_that_share_a_number_do_not_agree() -> None:
    share: dict[str, Any] = {"kind": "loss", "actor": "SD", "when": "2023", "amount": "60 percent"}

    assert [] == verdicts(claim("a/1", **share), claim("b/1", **share, item="vehicles/tank"))


def test_two_counts_of_people_in_one_text_are_no_slip() -> None:
    lost: dict[str, Any] = {"kind": "loss", "actor": "ET", "when": "2022-08"}

    assert [("info", "undecided")] == verdicts(
        claim("a/1", **lost, amount="80 person"), claim("a/2", **lost, amount="15 person")
    )


def test_an_old_figure_that_is_told_without_a_day_is_no_revision() -> None:
    dead: dict[str, Any] = {
        "kind": "loss",
        "actor": "PS",
        "by": "IL",
        "measure": "cumulative",
        "speaker": "hamas",
    }
    march = claim("a/1", **dead, amount="31045 person", said="2024-03-10", when="2023-10-07/2024-03-10")
    may = claim("b/1", **dead, amount="36284 person", said="2024-05-31", when="2023-10-07/2024-05-31")
    late = claim("c/1", **dead, amount="31045 person", when="2023-10-07/2024-06~")
    open_end = claim("c/1", **dead, amount="31045 person", when="2023-10-07/..")
    out = {"published": When.parse("2024-06-03")}

    def about(*claims: Any) -> Finding:
        findings = corpus(*claims, c=out).check(select="QTY101")
        return next(each for each in findings if {"b/1", "c/1"} == set(each.claims))

    found = about(march, may, open_end)
    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (found.severity, found.verdict)
    assert "c/1 tells the figure of a/1, and a/1 counts 2023-10-07/2024-03-10" in found.message
    assert Verdict.REVISION is about(may, open_end).verdict
    assert Verdict.REVISION is about(march, may, late).verdict


def test_a_figure_with_the_place_of_a_part_is_held_against_the_part_and_not_its_whole() -> None:
    dead: dict[str, Any] = {"kind": "loss", "actor": "US", "when": "1950-06/1953-07", "speaker": "US"}
    whole = claim("a/all", **dead, amount="54246 person")
    part = claim("a/there", **dead, amount="36574 person", place="Seoul", links={"part_of": "a/all"})
    given = {**dead, "amount": "54246 person", "speaker": "KR"}

    there, anywhere = claim("b/1", **given, place="Seoul"), claim("b/1", **given)

    assert Verdict.CONFLICT is only_about("a/there", "b/1", whole, part, there).verdict
    assert Verdict.PART_OF is only_about("a/there", "b/1", whole, part, anywhere).verdict


@pytest.mark.parametrize("when", ["XXXX-09", "XXXX-09/.."])
def test_a_window_without_a_year_is_none(when: str) -> None:
    about: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}
    claims = (
        claim("a/1", amount="600 drone", when=when, **about),
        claim("b/1", amount="900 drone", when="2023", **about),
    )

    (found,) = corpus(*claims).check("QTY101")

    assert ("undecided", "warning") == (str(found.verdict), str(found.severity))
    assert "a/1 gives no window" in found.message


@st.composite
def of_one_topic(draw: st.DrawFn) -> list[Claim]:
    """Draw figures of one topic, of a few windows, some of them tied."""
    names = [f"s{number // 2}/c{number}" for number in range(draw(st.integers(2, 14)))]
    return [
        claim(
            name, "loss", actor="AM", amount=draw(st.sampled_from(["10 tank", "~12 tank", "40 tank", ">40 tank", "9 percent", "90 percent"])),
            item=draw(st.sampled_from(["vehicles/tank", "vehicles/tank", "vehicles", None])),
            when=draw(st.sampled_from(["2020", "2020-03", "2020-03/2020-06", "2020/2020-06", "2021", "2020-02/..", None])),
            measure=draw(st.sampled_from(["cumulative", "stock", None])), modality=draw(st.sampled_from(["stated", "stated", "pledged"])),
            links=draw(st.none() | st.dictionaries(st.sampled_from(["part_of", "repeats", "revises"]), st.sampled_from(names), max_size=1)),
        )
        for name in names
    ]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(of_one_topic())
def test_what_is_known_of_two_figures_without_working_it_out_changes_nothing_that_is_found(
    claims: list[Claim],
) -> None:
    def found() -> Findings:
        return corpus(*claims).check(select="QTY101")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_apart, "foreseen", lambda *_: None)
        patch.setattr(_apart, "surely_clash", lambda *_: False)
        expected = found()

    assert list(expected) == list(found())


def test_two_shares_of_one_text_are_not_among_the_pairs_that_are_told_as_one() -> None:
    apart, in_pairs = (
        [
            claim(f"s{n // texts}/c{n}", **{**TANKS, "when": str(2010 + n)}, amount=f"{n * 9 + 9} percent")
            for n in range(6)
        ]
        for texts in (1, 2)
    )
    (fifteen,), (twelve,) = (corpus(*claims).check(select="QTY101") for claims in (apart, in_pairs))

    assert fifteen.message.startswith("15 pairs among 6 claims")
    assert twelve.message.startswith("12 pairs among 6 claims")


def test_a_figure_in_another_unit_reconciles_no_figures_of_twelve_digits() -> None:
    rice: dict[str, Any] = {"sender": "VN", "recipient": "ML", "item": "food/grain/rice", "when": "2021"}
    apart = [
        claim("a/1", **rice, amount=">=999999999999 gram"),
        claim("b/1", **rice, amount="<=999999999998 gram"),
    ]

    for beside in ([], [claim("c/1", **rice, amount=">1 tonne")]):
        told = corpus(*apart, *beside).check(select="figures-conflict", at_least="error")
        assert [("a/1", "b/1")] == [each.claims for each in told]
