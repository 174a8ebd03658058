"""Transfers against caps: by class of goods, by window, over all suppliers."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus, record
from osintkp.facts import Facts, ReferenceLimit, shipped
from osintkp.findings import Finding, Findings
from osintkp.units import Assumption
from osintkp.vocabulary.scales import Severity, Verdict

OIL: dict[str, Any] = {"recipient": "KP", "item": "fuel/refined"}
CAP: dict[str, Any] = {
    "kind": "limit",
    "on": "SS",
    "item": "fuel/refined",
    "amount": "<=1000 tonne",
    "window": "12 month",
    "since": "2015-07-01",
}
FUEL: dict[str, Any] = {"sender": "UG", "recipient": "SS", "item": "fuel/refined/diesel"}


def limits(*claims: Any, facts: Facts | None = None, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="limit-exceeded", using=facts)


def only(*claims: Any, facts: Facts | None = None, **sources: Any) -> Finding:
    (found,) = limits(*claims, facts=facts, **sources)
    return found


def cap(item: str = "fuel/refined", amount: str = "<=1000 tonne", **fields: Any) -> Facts:
    limit = record("limit", on="SS", item=item, amount=amount, **{"since": "2015-07-01", **fields})
    until = fields.pop("until", None)
    return Facts(
        limits=(
            ReferenceLimit(id="law", limit=limit, until=until, citation="The law, 2015", basis="memory"),
        ),
        assumptions=shipped().assumptions,
    )


def test_a_certain_class_in_one_window_above_the_cap_is_a_conflict_with_its_working() -> None:
    found = only(
        claim("a/oil", **OIL, sender="RU", amount="1000000 barrel", when="2020-02-01/2020-07-31"),
    )

    assert ("LAW101", Severity.ERROR, Verdict.CONFLICT) == (found.code, found.severity, found.verdict)
    assert (
        "a/oil: 1,000,000 barrel of fuel/refined from RU to KP: 2.0 times the cap"
        " (500,000 barrel in 2020-01-01/2020-12-31, UNSCR 2397 (2017), paragraph 5)"
    ) == found.message
    assert (
        "1,000,000 barrel / 500,000 barrel = 2.0",
        "pace: 1,000,000 barrel in 182 days = 2,010,989 in 366 days = 4.02 times the cap",
    ) == found.working
    assert ("a/oil",) == found.claims
    assert [
        "UNSCR 2397 (2017), paragraph 5: S/RES/2397 (2017) summary, UN Security Council 1718 Committee; fact sheet of the US Mission to the UN, 22 Dec 2017"
    ] == list(found.assumptions)


def test_a_class_broader_than_the_caps_is_undecided_and_says_what_each_answer_would_mean() -> None:
    found = only(
        claim("a/oil", sender="RU", recipient="KP", item="fuel", amount="1000000 barrel", when="2020")
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/oil: 1,000,000 barrel of fuel from RU to KP, and fuel may be refined or crude:"
        " 2.0 times the cap if refined (500,000 barrel in 2020-01-01/2020-12-31, UNSCR 2397 (2017), paragraph 5);"
        " 0.25 of the cap if crude (4,000,000 barrel in 12 month, UNSCR 2397 (2017), paragraph 4);"
        " missing: refined or crude?"
    ) == found.message
    assert (
        "1,000,000 barrel / 500,000 barrel = 2.0",
        "1,000,000 barrel / 4,000,000 barrel = 0.25",
    ) == found.working


def test_goods_that_are_not_said_are_undecided() -> None:
    found = only(claim("a/x", **{**FUEL, "item": None}, amount="3000 tonne", when="2016-01"), facts=cap())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/x: 3,000 tonne of goods from UG to SS, and goods may be refined: 3.0 times the cap if refined"
        " (1,000 tonne in 2015-07-01/.., law); missing: is it refined?"
    ) == found.message


def test_a_broad_class_that_passes_no_cap_whatever_it_is_stays_an_information() -> None:
    found = only(
        claim("a/oil", sender="RU", recipient="KP", item="fuel", amount="100000 barrel", when="2020")
    )

    assert (Severity.INFO, Verdict.AGREEMENT) == (found.severity, found.verdict)
    assert "0.2 of the cap if refined" in found.message


@pytest.mark.parametrize("item", ["fuel/crude", "fuel/charcoal", "food", "munitions"])
def test_other_goods_than_those_of_the_cap_are_no_matter_of_it(item: str) -> None:
    assert [] == list(
        limits(claim("a/x", **{**FUEL, "item": item}, amount="3000 tonne", when="2016-01"), facts=cap())
    )


def test_another_recipient_is_not_capped() -> None:
    given = claim("a/x", **{**FUEL, "recipient": "SD"}, amount="3000 tonne", when="2016-01")

    assert [] == list(limits(given, facts=cap(window="12 month")))


def test_suppliers_are_added_up() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2016-01")
    other = claim("b/2", **{**FUEL, "sender": "KE"}, amount="500 tonne", when="2016-02")

    found = limits(one, other, facts=law)

    assert (Severity.ERROR, ("a/1", "b/2")) == (found[0].severity, found[0].claims)
    assert (
        "a/1 and b/2: 1,100 tonne together of fuel/refined/diesel from UG and KE to SS: 1.1 times the cap"
        " (1,000 tonne in 2015-07-01/2016-06-30, UNSCR)"
    ).replace("UNSCR", "law") == found[0].message
    assert ("600 + 500 = 1,100 tonne", "1,100 tonne / 1,000 tonne = 1.1") == found[0].working
    assert (
        "the figures of one sender are added only where their goods or their periods are certainly apart;"
        " of others the highest counts"
    ) in found[0].assumptions


def test_one_senders_figures_for_the_same_time_are_not_added() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09/2016-03", speaker="un")
    other = claim("b/2", **FUEL, amount="500 tonne", when="2015-10/2016-02", speaker="US")

    found = only(one, other, facts=law)

    assert (Severity.INFO, ("a/1",)) == (found.severity, found.claims)
    assert "0.6 of the cap" in found.message
    assert "not added, may be the same goods: b/2 (500 tonne)" in found.working


def test_one_senders_figures_for_times_apart_are_added() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    other = claim("b/2", **FUEL, amount="500 tonne", when="2015-10")

    assert Severity.ERROR is only(one, other, facts=law).severity


def test_one_senders_figures_for_goods_apart_are_added() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    other = claim("b/2", **{**FUEL, "item": "fuel/refined/kerosene"}, amount="500 tonne", when="2015-09")

    assert Severity.ERROR is only(one, other, facts=law).severity


@pytest.mark.parametrize(
    "kind", ["repeats", "revises", "part_of", "contained_in", "alternative_to", "share_of"]
)
def test_figures_that_are_linked_as_one_are_not_added_even_over_senders(kind: str) -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    other = claim("b/2", **{**FUEL, "sender": "KE"}, amount="500 tonne", when="2015-10", links={kind: "a/1"})

    same_sender = claim("b/2", **FUEL, amount="500 tonne", when="2015-10", links={kind: "a/1"})

    for second in (other, same_sender):
        found = only(one, second, facts=law)

        assert (Severity.INFO, ("a/1",)) == (found.severity, found.claims)


@pytest.mark.parametrize(
    ("kind", "target"), [("supports", "a/1"), ("repeats", "z/9"), ("in_return_for", "a/1")]
)
def test_links_of_another_kind_or_to_others_keep_figures_apart(kind: str, target: str) -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    other = claim("b/2", **FUEL, amount="500 tonne", when="2015-10", links={kind: target})

    assert Severity.ERROR is only(one, other, facts=law).severity


def test_a_sum_of_broken_numbers_is_rounded_in_the_working() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600.25 tonne", when="2015-09")
    other = claim("b/2", **FUEL, amount="500.5 tonne", when="2015-10")

    found = only(one, other, facts=law)

    assert ("600.2 + 500.5 = 1,101 tonne", "1,101 tonne / 1,000 tonne = 1.1") == found.working


def test_a_small_figure_over_a_long_time_does_not_tell_a_large_one_again() -> None:
    law = cap(window="12 month")
    short = claim("a/1", **FUEL, amount="600 tonne", when="2016-05")
    long = claim("a/2", **FUEL, amount="100 tonne", when="2016-05/2016-08")

    found = only(short, long, facts=law)

    assert ("a/1",) == found.claims


def test_what_has_no_date_is_not_added_to_what_has_one() -> None:
    law = cap(window="12 month")
    dated = claim("a/1", **FUEL, amount="600 tonne", when="2016-05")
    undated = claim("a/2", **{**FUEL, "sender": "KE"}, amount="600 tonne")

    found = limits(dated, undated, facts=law)

    assert [(Severity.INFO, ("a/1",)), (Severity.INFO, ("a/2",))] == [
        (each.severity, each.claims) for each in found
    ]


def test_a_cap_of_one_is_no_embargo() -> None:
    found = only(claim("a/1", **FUEL, amount="0.5 tonne", when="2016-05"), facts=cap(amount="<=1 tonne"))

    assert "0.5 of the cap (1 tonne in 2015-07-01/.., law)" in found.message


def test_the_pace_is_a_band_where_the_period_is_one() -> None:
    found = only(
        claim("a/1", **FUEL, amount="1500 tonne", when="2016-01/2016-03"), facts=cap(window="12 month")
    )

    assert (
        "pace: 1,500 tonne in 31 to 91 days = 6,033 to 17,710 in 366 days = 6.03 to 17.71 times the cap"
    ) == found.working[1]


def test_several_periods_have_no_common_pace() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2016-01/2016-02")
    other = claim("b/2", **{**FUEL, "sender": "KE"}, amount="500 tonne", when="2016-01/2016-03")

    assert not [line for line in only(one, other, facts=law).working if line.startswith("pace")]


def test_months_add_up_better_than_one_large_part_of_them() -> None:
    law = cap(window="12 month")
    long = claim("a/0", **FUEL, amount="700 tonne", when="2015-09/2015-11")
    months = [
        claim(f"a/{number}", **FUEL, amount="400 tonne", when=f"2015-{number:02}") for number in (9, 10, 11)
    ]

    found = limits(long, *months, facts=law)

    assert (Severity.ERROR, ("a/10", "a/11", "a/9")) == (found[0].severity, found[0].claims)
    assert "not added, may be the same goods: a/0 (700 tonne)" in found[0].working


def test_a_figure_without_a_sender_counts_for_all_and_is_not_added() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    every = claim("b/2", **{**FUEL, "sender": None}, amount="900 tonne", when="2015-10")

    found = only(one, every, facts=law)

    assert (Severity.INFO, ("b/2",)) == (found.severity, found.claims)
    assert "900 tonne of fuel/refined/diesel from nobody named to SS: 0.9 of the cap" in found.message


def test_officials_and_agencies_are_their_state() -> None:
    law = cap(window="12 month")
    one = claim("a/1", **FUEL, amount="600 tonne", when="2015-09")
    other = claim("b/2", **{**FUEL, "recipient": "SS", "sender": "UG"}, amount="600 tonne", when="2015-09")

    assert Severity.INFO is only(one, other, facts=law).severity


def test_windows_roll_on_the_calendar_from_their_first_day() -> None:
    law = cap(window="12 month")
    before = claim("a/1", **FUEL, amount="600 tonne", when="2016-06-30")
    after = claim("a/2", **{**FUEL, "sender": "KE"}, amount="600 tonne", when="2016-07-01")

    found = limits(before, after, facts=law)

    assert [Severity.INFO, Severity.INFO] == [each.severity for each in found]
    assert ["2015-07-01/2016-06-30", "2016-07-01/2017-06-30"] == [
        each.message.partition("tonne in ")[2][:21] for each in found
    ]


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        ("1 year", "2016-07-01", "2017-06-30"),
        ("3 month", "2016-10-01", "2016-12-31"),
        ("90 day", "2016-09-23", "2016-12-21"),
        ("2 week", "2016-10-19", "2016-11-01"),
        ("0.5 year", "2016-07-01", "2016-12-31"),
        ("1.5 month", "2016-10-03", "2016-11-17"),
    ],
)
def test_windows_of_any_length(window: str, first: str, last: str) -> None:
    found = only(claim("a/1", **FUEL, amount="600 tonne", when="2016-10-25"), facts=cap(window=window))

    assert f"1,000 tonne in {first}/{last}, law" in found.message


def test_a_window_that_begins_on_the_31st_ends_on_the_last_day_of_a_short_month() -> None:
    law = cap(window="1 month", since="2016-01-31")

    found = only(claim("a/1", **FUEL, amount="600 tonne", when="2016-03-01"), facts=law)

    assert "1,000 tonne in 2016-02-29/2016-03-30, law" in found.message


def test_a_period_in_two_windows_is_undecided_with_the_reading_of_each() -> None:
    law = cap(window="12 month")

    found = only(claim("a/1", **FUEL, amount="1500 tonne", when="2016-06-01/2016-07-30"), facts=law)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/1: 1,500 tonne of fuel/refined/diesel from UG to SS: 1.5 times the cap (1,000 tonne in 12 month, law)"
        " if all of it fell in one of 2015-07-01/2016-06-30 and 2016-07-01/2017-06-30; missing: how much fell in each?"
    ) == found.message
    assert (
        "1,500 tonne / 1,000 tonne = 1.5",
        "spread evenly over its days: 750 tonne in 2015-07-01/2016-06-30 = 0.75 of the cap",
        "spread evenly over its days: 750 tonne in 2016-07-01/2017-06-30 = 0.75 of the cap",
    ) == found.working


def test_more_than_the_caps_of_all_windows_together_passes_however_it_is_split() -> None:
    law = cap(window="12 month")

    found = only(claim("a/1", **FUEL, amount=">2000 tonne", when="2016-06-01/2016-07-30"), facts=law)

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert (
        "to SS: at least 1.0 times the cap in one of 2 windows, however it is split (1,000 tonne in 12 month, law)"
        in found.message
    )
    assert (
        "2,000 tonne, the least that the figures allow, is more than 2 windows x 1,000 tonne" in found.working
    )


def test_exactly_the_caps_of_all_windows_together_may_be_split_evenly() -> None:
    law = cap(window="12 month")

    found = only(claim("a/1", **FUEL, amount=">=2000 tonne", when="2016-06-01/2016-07-30"), facts=law)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)


def test_a_period_in_two_windows_joins_what_certainly_lies_in_one_of_them() -> None:
    law = cap(window="12 month")
    long = claim("a/1", **FUEL, amount="700 tonne", when="2016-06-01/2016-07-30")
    short = claim("a/2", **{**FUEL, "sender": "KE"}, amount="600 tonne", when="2016-01")

    found = limits(long, short, facts=law)

    assert [(Severity.WARNING, ("a/1", "a/2")), (Severity.INFO, ("a/2",))] == [
        (each.severity, each.claims) for each in found
    ]
    assert "1.3 times the cap" in found[0].message


def test_an_approximate_end_may_reach_into_the_next_window() -> None:
    law = cap(window="12 month")

    assert (
        Severity.ERROR
        is only(claim("a/1", **FUEL, amount="1500 tonne", when="2016-01/2016-06"), facts=law).severity
    )
    assert (
        Severity.WARNING
        is only(claim("a/1", **FUEL, amount="1500 tonne", when="2016-01/2016-06~"), facts=law).severity
    )


def test_a_period_that_goes_on_ends_when_it_was_told() -> None:
    law, told = cap(window="12 month"), osintkp.When.parse("2016-05-01")

    found = only(
        claim("a/1", **FUEL, amount="1500 tonne", when="2016-01/.."), facts=law, a={"published": told}
    )

    assert Severity.ERROR is found.severity
    assert "the period of a/1 ends when it was told: 2016-01/2016-05-01" in found.assumptions


@pytest.mark.parametrize("when", [None, "../2016-03", "2016-01/..", "XXXX-09"])
def test_a_transfer_of_unknown_time_is_undecided(when: str | None) -> None:
    law = cap(window="12 month")

    found = only(claim("a/1", **FUEL, amount="1500 tonne", when=when), facts=law)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/1: 1,500 tonne of fuel/refined/diesel from UG to SS: 1.5 times the cap (1,000 tonne in 12 month, law)"
        " if all of it fell in one window; missing: in what period was it sent?"
    ) == found.message


def test_a_running_total_with_one_date_has_no_known_start() -> None:
    law = cap(window="12 month")
    total = claim("a/1", **FUEL, amount="1500 tonne", when="2016-05-01", measure="cumulative")
    flow = claim("a/1", **FUEL, amount="1500 tonne", when="2016-05-01", measure="flow")

    assert Severity.WARNING is only(total, facts=law).severity
    assert Severity.ERROR is only(flow, facts=law).severity


def test_what_was_told_before_the_period_began_leaves_its_end_open() -> None:
    law, told = cap(window="12 month"), osintkp.When.parse("2015-12-01")

    found = only(
        claim("a/1", **FUEL, amount="1500 tonne", when="2016-01/.."), facts=law, a={"published": told}
    )

    assert found.message.endswith("missing: in what period was it sent?")


@pytest.mark.parametrize(
    ("when", "count"), [("2015-06", 0), ("2014", 0), ("2015-07", 1), ("2015-07/2016-06", 1)]
)
def test_a_transfer_before_the_first_day_is_not_held_against_the_cap(when: str, count: int) -> None:
    assert count == len(
        limits(claim("a/1", **FUEL, amount="1500 tonne", when=when), facts=cap(window="12 month"))
    )


def test_a_transfer_partly_before_the_first_day_is_undecided() -> None:
    found = only(
        claim("a/1", **FUEL, amount="9000 tonne", when="2015-05/2015-08"), facts=cap(window="12 month")
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "9.0 times the cap (1,000 tonne in 2015-07-01/2016-06-30, law) if all of it fell while the cap held;"
        " missing: when was it sent?"
    )


def test_a_cap_that_has_ended_holds_until_its_last_day() -> None:
    def given(when: str | None) -> Findings:
        return limits(claim("a/oil", **OIL, sender="CN", amount="600000 barrel", when=when))

    assert ["UNSCR 2375 (2017), paragraph 14"] == [
        each.message.partition("barrel in ")[2][23:-1] for each in given("2017-11")
    ]
    assert ["UNSCR 2397 (2017), paragraph 5"] == [
        each.message.partition("barrel in ")[2][23:-1] for each in given("2018-01")
    ]
    assert [] == list(given("2017-09"))
    assert 1 == len(given(None))


@pytest.mark.parametrize(
    ("amount", "severity", "verdict", "share"),
    [
        ("1001 tonne", Severity.ERROR, Verdict.CONFLICT, "1.001 times the cap"),
        ("1060 tonne", Severity.ERROR, Verdict.CONFLICT, "1.06 times the cap"),
        ("~1060 tonne", Severity.WARNING, Verdict.UNDECIDED, "1.06 times the cap"),
        (">1000 tonne", Severity.ERROR, Verdict.CONFLICT, "1.0 times the cap"),
        (">=1000 tonne", Severity.INFO, Verdict.UNDECIDED, "1.0 times the cap"),
        ("1000 tonne", Severity.INFO, Verdict.UNDECIDED, "1.0 times the cap"),
        ("<=1000 tonne", Severity.INFO, Verdict.AGREEMENT, "1.0 times the cap"),
        ("900 tonne", Severity.INFO, Verdict.AGREEMENT, "0.9 of the cap"),
        ("~950 tonne", Severity.INFO, Verdict.UNDECIDED, "0.95 of the cap"),
        (">400 tonne", Severity.INFO, Verdict.UNDECIDED, "0.4 of the cap"),
        ("<=2000 tonne", Severity.WARNING, Verdict.UNDECIDED, "2.0 times the cap"),
        ("800..1500 tonne", Severity.INFO, Verdict.UNDECIDED, "0.8 of the cap"),
        ("1200..1500 tonne", Severity.ERROR, Verdict.CONFLICT, "1.2 times the cap"),
        ("~2000.. tonne", Severity.ERROR, Verdict.CONFLICT, "2.0 times the cap"),
        ("1500000 kilogram", Severity.ERROR, Verdict.CONFLICT, "1.5 times the cap"),
        ("0 tonne", Severity.INFO, Verdict.AGREEMENT, "0.0 of the cap"),
    ],
)
def test_hedges_and_units_are_allowed_for(
    amount: str, severity: Severity, verdict: Verdict, share: str
) -> None:
    found = only(claim("a/1", **FUEL, amount=amount, when="2016-05"), facts=cap(window="12 month"))

    assert (severity, verdict) == (found.severity, found.verdict)
    assert share in found.message


def test_the_bounds_of_a_hedge_are_shown() -> None:
    law = cap(window="12 month")

    hedged = only(claim("a/1", **FUEL, amount="~1060 tonne", when="2016-05"), facts=law)
    open_ended = only(claim("a/1", **FUEL, amount=">400 tonne", when="2016-05"), facts=law)

    assert hedged.message.endswith(", law) at its printed figure, 0.95 to 1.17 with its hedge or rounding")
    assert open_ended.message.endswith(", law) at its printed figure, 0.4 or more with its hedge or rounding")


def test_mass_becomes_volume_by_the_densities_of_the_goods() -> None:
    found = only(
        claim(
            "a/1",
            recipient="KP",
            sender="CN",
            item="fuel/refined/diesel",
            amount="100000 tonne",
            when="2019-03",
        )
    )

    assert Severity.ERROR is found.severity
    assert "1.45 to 1.49 times the cap" in found.message
    assert (
        "100000 tonne x 7.23..7.46 barrel/tonne = 723000..746000 barrel",
        "723,000 barrel / 500,000 barrel = 1.45",
        "746,000 barrel / 500,000 barrel = 1.49",
    ) == found.working
    assert any(
        line.startswith("density.diesel: 7.23..7.46 barrel/tonne; found: ") for line in found.assumptions
    )


@pytest.mark.parametrize(
    ("amount", "severity"),
    [
        (">100000 tonne", Severity.ERROR),
        ("<=100000 tonne", Severity.WARNING),
        ("<=60000 tonne", Severity.INFO),
    ],
)
def test_bounds_of_a_mass_stay_bounds(amount: str, severity: Severity) -> None:
    oil: dict[str, Any] = {
        "recipient": "KP",
        "sender": "CN",
        "item": "fuel/refined/diesel",
        "when": "2019-03",
    }

    assert severity is only(claim("a/1", **oil, amount=amount)).severity


def test_the_mass_of_a_broad_class_is_read_by_the_density_of_each_cap() -> None:
    found = only(
        claim("a/1", recipient="KP", sender="CN", item="fuel", amount="100000 tonne", when="2019-03")
    )

    assert Severity.WARNING is found.severity
    assert "1.27 to 1.7 times the cap if refined" in found.message
    assert "0.18 to 0.19 of the cap if crude" in found.message


@pytest.mark.parametrize(
    "fields",
    [
        {"item": "fuel/refined/diesel", "amount": "900 container"},
        {"item": "fuel/refined", "amount": "43 voyage"},
        {"item": "fuel/refined", "amount": "90000 barrel/month"},
        {"item": "aid", "amount": "900000 tonne"},
        {"item": None, "amount": "900000 tonne"},
        {"item": "fuel/refined", "amount": None},
        {"item": "fuel/refined", "amount": "900000 barrel", "measure": "stock"},
        {"item": "fuel/refined", "amount": "900000 barrel", "measure": "rate"},
        {"item": "fuel/refined", "amount": "900000 barrel", "sender": "KP"},
    ],
)
def test_what_cannot_be_held_against_the_cap_is_left_alone(fields: dict[str, Any]) -> None:
    assert [] == list(limits(claim("a/1", **{"recipient": "KP", "sender": "CN", "when": "2019", **fields})))


@pytest.mark.parametrize("modality", ["capacity", "predicted", "conditional", "pledged", "authorised"])
def test_what_was_not_said_to_have_been_sent_does_not_count(modality: str) -> None:
    given = claim("a/1", **OIL, sender="RU", amount="900000 barrel", when="2019", modality=modality)

    assert [] == list(limits(given))


@pytest.mark.parametrize("modality", ["stated", "estimated", "alleged"])
def test_estimates_and_allegations_count(modality: str) -> None:
    given = claim("a/1", **OIL, sender="RU", amount="900000 barrel", when="2019", modality=modality)

    assert Severity.ERROR is only(given).severity


def test_a_denied_transfer_does_not_count() -> None:
    given = claim("a/1", **OIL, sender="RU", amount="900000 barrel", when="2019", stance="denies")

    assert [] == list(limits(given))


def test_a_cap_that_a_source_states_is_taken_as_it_states_it() -> None:
    found = only(
        claim("a/cap", **CAP, instrument="Resolution 9"),
        claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"),
        facts=Facts(),
    )

    assert (Severity.ERROR, ("a/1", "a/cap")) == (found.severity, found.claims)
    assert "1.5 times the cap (1,000 tonne in 2015-07-01/2016-06-30, Resolution 9)" in found.message
    assert ("the cap is as a/cap states it: no reference data has it",) == found.assumptions


def test_a_stated_cap_without_a_window_leaves_open_over_what_time_it_runs() -> None:
    stated = claim("a/cap", **{**CAP, "window": None})

    found = only(stated, claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"), facts=Facts())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/1: 1,500 tonne of fuel/refined/diesel from UG to SS: 1.5 times the cap (1,000 tonne, a/cap)"
        " if it covers the whole period; missing: over what time does the cap run?"
    ) == found.message


def test_a_reference_cap_without_a_window_is_one_cap_over_all_time() -> None:
    one = claim("a/1", **FUEL, amount="600 tonne", when="2016-01")
    other = claim("a/2", **FUEL, amount="600 tonne", when="2021-01")

    found = only(one, other, facts=cap())

    assert Severity.ERROR is found.severity
    assert "1.2 times the cap (1,000 tonne in 2015-07-01/.., law)" in found.message


def test_a_stated_cap_without_a_first_day_is_read_by_the_calendar_year() -> None:
    stated = claim("a/cap", **{**CAP, "since": None})

    found = only(stated, claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"), facts=Facts())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "1.5 times the cap (1,000 tonne in 2016-01-01/2016-12-31, a/cap) if its windows are calendar years;"
        " missing: when do they begin?"
    )
    assert "the windows of a/cap begin with the calendar year" in found.assumptions


def test_more_than_two_caps_pass_one_wherever_the_windows_begin() -> None:
    stated = claim("a/cap", **{**CAP, "since": None})

    found = only(stated, claim("a/1", **FUEL, amount="2500 tonne", when="2016-01"), facts=Facts())

    assert Severity.ERROR is found.severity
    assert "at least 1.25 times the cap in one of 2 windows, however it is split" in found.message


def test_a_stated_cap_with_the_figure_of_a_law_is_that_law() -> None:
    stated = claim("a/cap", kind="limit", on="KP", item="fuel", amount="500000 barrel")

    found = only(stated, claim("a/oil", **OIL, sender="RU", amount="1000000 barrel", when="2020"))

    assert (Severity.ERROR, ("a/oil", "a/cap")) == (found.severity, found.claims)
    assert (
        "a/cap means the cap of UNSCR 2397 (2017), paragraph 5, which covers fuel/refined"
        in found.assumptions
    )


def test_a_stated_cap_in_another_unit_is_that_law_as_well() -> None:
    stated = claim("a/cap", kind="limit", on="KP", item="fuel", amount="21000000 us_gallon")

    assert ("a/oil", "a/cap") == only(
        stated, claim("a/oil", **OIL, sender="RU", amount="900000 barrel", when="2020")
    ).claims


@pytest.mark.parametrize(
    "fields", [{"amount": "600000 barrel"}, {"item": "food/grain"}, {"amount": "500000 tonne"}]
)
def test_a_stated_cap_of_another_figure_or_for_other_goods_is_no_known_law(fields: dict[str, Any]) -> None:
    stated = claim(
        "a/cap", **{"kind": "limit", "on": "KP", "item": "fuel", "amount": "500000 barrel", **fields}
    )

    found = limits(stated, claim("a/oil", **OIL, sender="RU", amount="1000000 barrel", when="2020"))

    assert ("a/oil",) == found[0].claims


def test_a_denied_cap_is_no_cap() -> None:
    stated = claim("a/cap", **CAP, stance="denies")

    assert [] == list(
        limits(stated, claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"), facts=Facts())
    )


@pytest.mark.parametrize(
    ("amount", "count"),
    [
        ("<=1000 tonne", 1),
        ("1000 tonne", 1),
        ("~1000 tonne", 1),
        ("<1000 tonne", 1),
        (None, 0),
        ("800..1000 tonne", 1),
    ],
)
def test_a_cap_is_the_upper_bound_of_its_figure(amount: str | None, count: int) -> None:
    stated = claim("a/cap", **{**CAP, "amount": amount})

    found = limits(stated, claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"), facts=Facts())

    assert count == len(found)
    assert all("1.5 times the cap (1,000 tonne" in each.message for each in found)


def test_the_instrument_names_the_cap_and_its_memory_is_owned_up_to() -> None:
    found = only(claim("a/1", **FUEL, amount="1500 tonne", when="2016-01"), facts=cap(instrument="Act 5"))

    assert "Act 5" in found.message
    assert ("Act 5: The law, 2015 (from memory)",) == found.assumptions


def test_a_user_can_replace_a_cap_and_a_density() -> None:
    light = Assumption(
        id="density.diesel", quantity="density", statement="Mine.", low=10.0, high=10.0, unit="barrel/tonne",
        applies_to="fuel/refined/diesel", citation="me", basis="assumed",
    )  # fmt: skip
    given = claim(
        "a/1", recipient="KP", sender="CN", item="fuel/refined/diesel", amount="60000 tonne", when="2019-03"
    )

    found = only(given, facts=shipped().added(assumptions=[light]))

    assert "1.2 times the cap" in found.message
    assert [] == list(limits(given, facts=shipped().replaced(limits=[])))


def test_a_cap_of_nothing_is_passed_by_any_amount_and_without_one() -> None:
    law = cap("weapons", "<=0 piece", instrument="Embargo")
    arms = {**FUEL, "item": "weapons/small-arms"}

    found = limits(
        claim("a/1", **arms, amount="4 rifle", when="2017"),
        claim("a/2", **arms, when="2018"),
        claim("a/3", **{**arms, "item": "food"}, when="2018"),
        claim("a/4", **arms, when="2014"),
        facts=law,
    )

    assert [(Severity.ERROR, Verdict.CONFLICT, ("a/1", "a/2"))] == [
        (each.severity, each.verdict, each.claims) for each in found
    ]
    assert "a/1 and a/2: any amount passes a cap of 0 piece (Embargo)" == found[0].message
    assert ("Embargo: The law, 2015 (from memory)",) == found[0].assumptions


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"item": "equipment", "when": "2018"}, "is it weapons?"),
        ({"item": "weapons"}, "was it sent while the cap held?"),
        ({"item": "weapons", "when": "2015-05/2015-08"}, "was it sent while the cap held?"),
        ({"item": "equipment"}, "is it weapons? was it sent while the cap held?"),
    ],
)
def test_what_is_open_about_a_cap_of_nothing_is_named(fields: dict[str, Any], missing: str) -> None:
    found = only(claim("a/1", **{**FUEL, **fields}), facts=cap("weapons", "<=0 piece", instrument="Embargo"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert f"a/1: any amount passes a cap of 0 piece (Embargo) if so; missing: {missing}" == found.message


def test_the_last_part_of_the_capped_class_is_asked_for() -> None:
    found = only(
        claim("a/1", **{**FUEL, "item": "weapons"}, when="2018"), facts=cap("weapons/artillery", "<=0 piece")
    )

    assert found.message.endswith("missing: is it artillery?")


def test_goods_nobody_names_are_not_held_against_a_cap_of_nothing() -> None:
    given = claim("a/1", **{**FUEL, "item": None}, when="2018")

    assert [] == list(limits(given, facts=cap("weapons", "<=0 piece")))


def test_a_cap_on_no_goods_in_particular_covers_all() -> None:
    stated = claim("a/cap", **{**CAP, "item": None})
    zero = claim("a/cap", **{**CAP, "item": None, "amount": "<=0 tonne", "window": None})
    given = claim("a/1", **{**FUEL, "item": None}, amount="1500 tonne", when="2016-01")

    assert Severity.ERROR is only(stated, given, facts=Facts()).severity
    assert Severity.ERROR is only(zero, given, facts=Facts()).severity


@pytest.mark.parametrize("window", ["0 month", "12 barrel", "1..2 month"])
def test_a_window_that_is_none_counts_as_not_said(window: str) -> None:
    stated = claim("a/cap", **CAP)
    odd = record(**CAP)
    object.__setattr__(odd, "window", osintkp.Amount.parse(window))
    given = claim("a/1", **FUEL, amount="1500 tonne", when="2016-01")

    found = only(attrs.evolve(stated, record=odd), given, facts=Facts())

    assert found.message.endswith("missing: over what time does the cap run?")


def test_more_windows_than_are_counted_make_nothing_sure() -> None:
    law = cap(window="1 day")

    found = only(claim("a/1", **FUEL, amount=">2000000 tonne", when="2016/2099"), facts=law)
    sure = only(claim("a/1", **FUEL, amount=">900000 tonne", when="2016-01-01/2018-06-01"), facts=law)

    assert found.message.endswith(" if all of it fell in one window; missing: in what period was it sent?")
    assert "in one of 883 windows, however it is split" in sure.message


def test_hostile_windows_and_dates_end() -> None:
    law = cap(window="1 day")
    given = [
        claim("a/1", **FUEL, amount="1500 tonne", when="1900/9999"),
        claim("a/2", **FUEL, amount="1500 tonne", when="2016/2099"),
        claim("a/3", **FUEL, amount="1500 tonne", when="0001/2020"),
    ]

    found = [only(each, facts=law) for each in given]

    assert [Severity.WARNING] * 3 == [each.severity for each in found]
    assert Severity.ERROR is only(given[1], facts=cap(window="99999999 year")).severity
    assert Severity.ERROR is only(given[1], facts=cap(window="99999999 week")).severity


def test_the_order_of_the_claims_plays_no_part() -> None:
    given = [
        claim(f"{'abc'[number % 3]}/{number}", recipient="KP", sender=["CN", "RU", None][number % 3],
              item=["fuel", "fuel/refined", "fuel/refined/diesel", "fuel/crude"][number % 4],
              amount=f"{number + 1}00000 barrel", when=f"20{19 + number % 2}-0{1 + number % 7}")
        for number in range(12)
    ]  # fmt: skip
    expected = list(limits(*given))

    for seed in range(5):
        random.Random(seed).shuffle(given)

        assert expected == list(limits(*given))
    assert expected


@given(st.integers(min_value=1, max_value=10**9))
def test_any_certain_figure_in_one_window_is_an_error_exactly_above_the_cap(amount: int) -> None:
    found = only(
        claim("a/1", **FUEL, amount=f"1..{amount} tonne", when="2016-05"), facts=cap(window="12 month")
    )
    sure = only(
        claim("a/1", **FUEL, amount=f">={amount} tonne", when="2016-05"), facts=cap(window="12 month")
    )

    assert Severity.INFO is found.severity
    assert (amount > 1000) == (sure.severity is Severity.ERROR)


@given(st.lists(st.integers(min_value=1, max_value=900), min_size=1, max_size=6))
def test_the_total_over_senders_is_their_sum(amounts: list[int]) -> None:
    senders = ["UG", "KE", "SD", "ET", "CD", "CF"]
    given = [
        claim(f"a/{number}", **{**FUEL, "sender": sender}, amount=f">={amount} tonne", when="2016-05")
        for number, (sender, amount) in enumerate(zip(senders, amounts, strict=False))
    ]

    found = only(*given, facts=cap(window="12 month"))

    assert (sum(amounts) > 1000) == (found.severity is Severity.ERROR)
    assert len(amounts) == len(found.claims)


def test_the_shipped_caps_are_sound() -> None:
    known = shipped().limits

    assert len(known) == len({limit.id for limit in known})
    assert all(limit.citation and limit.basis in ("found", "computed", "memory") for limit in known)
    assert {"KP", "IQ"} == {limit.limit.on for limit in known}
    assert (Severity.ERROR, True) == (
        (
            found := only(
                claim(
                    "a/1", sender="FR", recipient="IQ", item="money", amount="1400000000 USD", when="1997-01"
                )
            )
        ).severity,
        "1.4 times the cap (1,000,000,000 USD in 1996-12-10/1997-03-09, UNSCR 986 (1995), paragraph 1)"
        in found.message,
    )


@pytest.mark.parametrize(
    ("amount", "figure"), [("<=60 USD/barrel", "72 USD/barrel"), ("<=50 tonne/day", "900 tonne/day")]
)
def test_a_cap_on_a_price_or_a_pace_is_no_cap_on_transfers(amount: str, figure: str) -> None:
    stated = claim("a/cap", "limit", on="RU", item="fuel/crude", amount=amount, since="2022-12-05")
    sold = claim("a/1", sender="AE", recipient="RU", item="fuel/crude", amount=figure, when="2023-10")

    assert not limits(stated, sold)


def test_one_figure_of_two_sources_is_not_added_under_two_senders() -> None:
    about: dict[str, Any] = {**OIL, "when": "2020-07-01/2020-12-31"}
    chinese = claim("panel/1", **about, sender="CN", amount="300000 barrel")
    routed = claim("paper/1", **about, sender="TW", amount="300000 barrel")
    another = claim("paper/1", **about, sender="TW", amount="310000 barrel")
    beside = claim("panel/2", **about, sender="TW", amount="300000 barrel")
    other_goods = claim(
        "paper/1", **{**about, "item": "fuel/refined/diesel"}, sender="TW", amount="300000 barrel"
    )
    petrol = claim(
        "panel/1", **{**about, "item": "fuel/refined/gasoline"}, sender="CN", amount="300000 barrel"
    )

    told = only(chinese, routed)
    assert Severity.INFO is told.severity
    assert any(line.startswith("not added, may be the same goods: p") for line in told.working)
    assert Severity.ERROR is only(chinese, another).severity
    assert Severity.ERROR is only(chinese, beside).severity
    assert Severity.ERROR is only(petrol, other_goods).severity


@pytest.mark.parametrize(
    ("amounts", "cap_of", "expected"),
    [
        (("0.1..0.1 tonne", "0.2..0.2 tonne"), "<=0.3 tonne", False),
        (("0.1..0.1 tonne", "200..200 kilogram"), "<=0.3 tonne", False),
        (("0.1..0.1 tonne", "0.21..0.21 tonne"), "<=0.3 tonne", True),
        (("1757..1757 tonne",), "<=1.757 kilotonne", False),
        ((">1757 tonne",), "<=1.757 kilotonne", True),
        ((">0.3 tonne",), "<=0.3 tonne", True),
    ],
)  # fmt: skip
def test_what_comes_to_the_cap_and_no_more_is_no_breach(
    amounts: tuple[str, ...], cap_of: str, expected: bool
) -> None:
    goods = (("UG", "fuel/refined/diesel"), ("RU", "fuel/refined/petrol"))
    claims = [
        claim(f"a/{place}", sender=sender, recipient="SS", item=item, amount=amount, when="2020-03")
        for place, (amount, (sender, item)) in enumerate(zip(amounts, goods, strict=False))
    ]

    (found,) = limits(*claims, facts=cap(amount=cap_of))

    assert expected is (found.severity is Severity.ERROR)


def sent_of(most: str, *amounts: str) -> Finding:
    """Return what is found of fuel that Uganda, and Kenya if it is two, sent in one window of a stated cap."""
    fuel = {**FUEL, "when": "2015-08/2016-05"}
    sent = [
        claim(f"{source}/1", **{**fuel, "sender": sender}, amount=amount)
        for source, sender, amount in zip("ab", ("UG", "KE"), amounts, strict=False)
    ]
    return only(claim("c/cap", **{**CAP, "amount": most}), *sent)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("500.3 tonne", "500.3 tonne", Verdict.AGREEMENT),
        ("500.3 tonne", "0.5003 kilotonne", Verdict.AGREEMENT),
        ("0.5007 kilotonne", "500700 kilogram", Verdict.AGREEMENT),
        ("500.3 tonne", "0.5013 kilotonne", Verdict.CONFLICT),
    ],
)
def test_one_figure_that_two_sources_give_in_two_units_counts_once(
    one: str, other: str, expected: Verdict
) -> None:
    assert expected is sent_of("<=1000 tonne", one, other).verdict


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (">300 tonne", "700..700 tonne", Severity.ERROR),
        (">400 tonne", "600..600 tonne", Severity.ERROR),
        (">1 kilogram", "999999..999999 kilogram", Severity.ERROR),
        (">=300 tonne", "700..700 tonne", Severity.INFO),
        (">=0.3001 kilotonne", "699900..699900 kilogram", Severity.INFO),
    ],
)
def test_more_than_a_part_passes_the_cap_that_the_parts_come_to_however_small_it_is(
    one: str, other: str, expected: Severity
) -> None:
    assert expected is sent_of("<=1000 tonne", one, other).severity


@pytest.mark.parametrize(
    ("most", "sent", "expected"),
    [
        ("<1000 tonne", "1000..1000 tonne", Severity.ERROR),
        ("<1000 tonne", "1000000..1000000 kilogram", Severity.ERROR),
        ("<1000 tonne", "999..999 tonne", Severity.INFO),
        ("<=1000 tonne", "1000..1000 tonne", Severity.INFO),
    ],
)
def test_a_cap_of_less_than_a_number_is_passed_by_the_number_itself(
    most: str, sent: str, expected: Severity
) -> None:
    assert expected is sent_of(most, sent).severity
