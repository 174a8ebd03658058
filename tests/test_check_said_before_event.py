"""Told as done before it happened."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

ARMS: dict[str, Any] = {"sender": "AE", "recipient": "rapid-support-forces", "item": "weapons", "amount": "40 truck"}  # fmt: skip


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="said-before-event")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def test_what_was_said_before_it_happened_is_an_error() -> None:
    one = only(claim("a/1", **ARMS, when="2023-04-17", said="2023-04-10", speaker="un"))

    assert ("TIM101", Severity.ERROR, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "a/1 was said by un (2023-04-10) 7 days before the event (2023-04-17): a date is wrong, or what was announced is told as done"
        == one.message
    )
    assert ("a/1",) == one.claims
    assert ("a/1 was said by un (2023-04-10), 7 days before the event (2023-04-17)",) == one.working
    assert (
        "one moment bears two dates in two time zones: days that lie one apart may be the same",
    ) == one.assumptions


def test_a_day_between_two_time_zones_is_a_note() -> None:
    one = only(claim("a/1", **ARMS, when="2023-04-11", said="2023-04-10"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "a/1 was said (2023-04-10) 1 day before the event (2023-04-11): one day in two time zones, or a date is wrong"
        == one.message
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"when": "2023-04-10"},
        {"when": "2023-04-09"},
        {"when": "2023-04"},
        {"when": "2023"},
        {"when": "202X"},
        {"when": "2023-01/.."},
        {"when": "2023-01/"},
        {"when": "../2023-04"},
        {"when": "XXXX-09"},
        {"when": None},
        {"when": "2023-04-17", "stance": "denies"},
        {"when": "2023-04-17", "modality": "pledged"},
        {"when": "2023-04-17", "modality": "predicted"},
        {"when": "2023-04-17", "modality": "conditional"},
        {"when": "2023-04-17", "modality": "authorised"},
        {"when": "2023-04-17", "modality": "capacity"},
        {"when": "2023-01/2023-04-10", "measure": "cumulative"},
        {"when": "2023-01/2023-04", "measure": "cumulative"},
        {"when": "2023-01/2024", "measure": "rate"},
        {"when": "2023-01/2024", "measure": "stock"},
    ],
)
def test_what_may_be_in_order_is_left_alone(fields: dict[str, Any]) -> None:
    assert [] == list(found(claim("a/1", **ARMS, said="2023-04-10", **fields)))


@pytest.mark.parametrize("modality", ["stated", "estimated", "alleged"])
def test_facts_estimates_and_allegations_are_held_to_their_dates(modality: str) -> None:
    assert (
        Severity.ERROR
        is only(claim("a/1", **ARMS, when="2024", said="2023-04-10", modality=modality)).severity
    )


@pytest.mark.parametrize(
    ("kind", "fields", "severity"),
    [
        ("shipment", {**ARMS, "measure": "cumulative"}, Severity.ERROR),
        ("shipment", {**ARMS, "measure": "flow"}, Severity.WARNING),
        ("shipment", ARMS, Severity.INFO),
        ("loss", {"actor": "SD", "amount": "40 tank", "measure": "cumulative"}, Severity.ERROR),
        ("loss", {"actor": "SD", "amount": "40 tank"}, Severity.INFO),
        ("seizure", {"actor": "YE", "amount": "40 rifle"}, Severity.INFO),
        ("meeting", {"participants": ("ET", "ER"), "amount": "6 meeting"}, Severity.WARNING),
        ("troop_deployment", {"sender": "RW", "amount": "400 person", "measure": "cumulative"}, Severity.ERROR),
    ],
)  # fmt: skip
def test_a_count_cannot_reach_past_the_day_on_which_it_was_told(
    kind: str, fields: dict[str, Any], severity: Severity
) -> None:
    one = only(claim("a/1", kind, **fields, when="2023-01/2023-06", said="2023-04-10"))

    assert severity is one.severity
    assert one.message.startswith("a/1 was said (2023-04-10) 52 days before the last day that ")
    assert "counts (2023-06): " in one.message


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("troop_deployment", {"sender": "RW", "amount": "400 person"}),
        ("weapons_test", {"actor": "IR"}),
        ("meeting", {"participants": ("ET", "ER")}),
        ("shipment", {"sender": "AE", "measure": "cumulative"}),
    ],
)
def test_a_period_without_a_count_may_reach_past_the_telling(kind: str, fields: dict[str, Any]) -> None:
    assert [] == list(found(claim("a/1", kind, **fields, when="2023-01/2023-06", said="2023-04-10")))


def test_a_window_that_ends_a_day_later_is_a_note() -> None:
    one = only(claim("a/1", **ARMS, measure="cumulative", when="2023-01/2023-04-11", said="2023-04-10"))

    assert Severity.INFO is one.severity
    assert one.message.endswith("one day in two time zones, or a date is wrong")


def test_every_dated_step_counts() -> None:
    steps = (osintkp.Link(actor="un", when=When.parse("2023-03-01")), osintkp.Link(actor="reuters", when=When.parse("2023-05")))  # fmt: skip
    one = only(attrs.evolve(claim("a/1", **ARMS, when="2023-04-10"), attribution=steps))

    assert one.message.startswith("un passed a/1 on (2023-03-01) 40 days before the event (2023-04-10)")
    assert 1 == len(one.working)


def test_the_gravest_of_several_is_told_first() -> None:
    steps = (osintkp.Link(actor="un", when=When.parse("2023-04-16")),)
    one = only(attrs.evolve(claim("a/1", **ARMS, when="2023-04-17", said="2023-04-10"), attribution=steps))

    assert one.message.startswith("a/1 was said by un (2023-04-10) 7 days")
    assert (
        "a/1 was said by un (2023-04-10), 7 days before the event (2023-04-17)",
        "un passed a/1 on (2023-04-16), 1 day before the event (2023-04-17)",
    ) == one.working


def test_what_a_source_printed_too_early_is_told_once() -> None:
    claims = [claim(f"a/{number}", **ARMS, when=f"2023-0{number}") for number in range(1, 9)]

    one = only(*claims, a={"published": When.parse("2023-03-15")})

    assert (Severity.ERROR, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "a came out (2023-03-15) before what it tells as done: a/4, the event (2023-04), a/5, the event (2023-05), "
        "a/6, the event (2023-06) and 2 more: a date is wrong, or what was announced is told as done"
        == one.message
    )
    assert ("a/4", "a/5", "a/6", "a/7", "a/8") == one.claims
    assert "a (2023-03-15), 17 days before the event (2023-04) of a/4" == one.working[0]
    assert "the text was not changed after the day on which it came out" == one.assumptions[0]


def test_an_inferred_day_of_publication_is_a_warning_and_says_so() -> None:
    source = {"published": When.parse("2023-03-15"), "published_basis": "names the vote of that day"}

    one = only(claim("a/1", **ARMS, when="2023-04-17"), a=source)

    assert Severity.WARNING is one.severity
    assert "when a came out was inferred: names the vote of that day" == one.assumptions[-1]
    near = only(claim("a/1", **ARMS, when="2023-03-16"), a=source)
    assert (Severity.INFO, Verdict.UNDECIDED) == (near.severity, near.verdict)


def test_a_claim_that_was_told_too_early_is_not_told_again_by_its_source() -> None:
    told = claim("a/1", **ARMS, when="2023-04-17", said="2023-04-10")

    assert ["a/1"] == [
        name for each in found(told, a={"published": When.parse("2023-04-11")}) for name in each.claims
    ]


def test_a_treaty_is_signed_and_ratified_before_it_is_told() -> None:
    signed = claim("a/1", "treaty", parties=("TR", "LY"), signed="2019-11-27", said="2019-10")
    ratified = claim("a/1", "treaty", parties=("TR", "LY"), ratified={"TR": When.parse("2019-12-05")}, said="2019-10")  # fmt: skip

    assert "27 days before the signing (2019-11-27)" in only(signed).message
    assert Severity.ERROR is only(signed).severity
    assert "35 days before the ratification by TR (2019-12-05)" in only(ratified).message


@pytest.mark.parametrize(
    ("field", "words"), [("in_force", "the entry into force (2020-01)"), ("ended", "the end (2020-01)")]
)
def test_entry_into_force_and_end_may_be_announced(field: str, words: str) -> None:
    dates: dict[str, Any] = {field: "2020-01"}
    one = only(claim("a/1", "treaty", parties=("TR", "LY"), said="2019-10-01", **dates))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        f"a/1 was said (2019-10-01) 92 days before {words}: it may have been announced in advance"
        == one.message
    )


def test_a_limit_may_be_set_for_a_day_to_come() -> None:
    assert [] == list(found(claim("a/1", "limit", on="LY", since="2024", said="2023-04-10")))


def test_a_claim_of_a_missing_source_is_held_to_what_was_said() -> None:
    lone = claim("a/1", **ARMS, when="2023-04-17", said="2023-04-10")

    assert 1 == len(osintkp.Corpus(claims=Claims([lone])).check(select="TIM101"))
    assert [] == list(osintkp.Corpus(claims=Claims([attrs.evolve(lone, said=None)])).check(select="TIM101"))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        claim(f"{source}/{number}", **ARMS, when=f"2023-0{number}")
        for source in "ab"
        for number in range(1, 8)
    ]
    sources = {"a": {"published": When.parse("2023-02-15")}, "b": {"published": When.parse("2023-05")}}
    expected = found(*claims, **sources)
    random.Random(7).shuffle(claims)

    assert 3 == len(expected)
    assert expected == found(*claims, **sources)


def test_the_seeds_tell_nothing_before_it_happened() -> None:
    assert [] == list(osintkp.load_seeds().check(select="said-before-event"))


@pytest.mark.parametrize(
    ("measure", "when", "said", "severity"),
    [
        ("flow", "2022-01-01/2022-12-31", "2022-12-28", Severity.INFO),
        ("flow", "2022-01-01/2022-12-31", "2022-11-25", Severity.INFO),
        ("flow", "2022-01-01/2022-12-31", "2022-11-24", Severity.WARNING),
        ("flow", "2022-01-01/2022-12-30", "2022-12-20", Severity.WARNING),
        ("flow", "2024-01-31/2024-02-29", "2024-02-26", Severity.INFO),
        ("cumulative", "2022-01-01/2022-12-31", "2022-12-28", Severity.ERROR),
    ],
)
def test_a_window_that_is_nearly_over_may_be_told_as_a_whole(
    measure: str, when: str, said: str, severity: Severity
) -> None:
    fuel: dict[str, Any] = {
        "recipient": "YE",
        "item": "fuel/refined",
        "amount": "2000000 tonne",
        "measure": measure,
    }
    one = only(claim("a/1", **fuel, when=when, said=said, speaker="un"))

    assert severity is one.severity
    assert "before the last day that 2,000,000 tonne counts" in one.message
    if severity is Severity.INFO:
        assert one.message.endswith(
            ": it may have been announced in advance, or stand for what was done by then"
        )
