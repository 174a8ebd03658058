"""Dates of one claim that contradict each other."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.dates import When
from osintkp.errors import DateError
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict
from pages import corpus_of

PARTIES = ("TR", "LY")
GRAIN: dict[str, Any] = {"sender": "UA", "recipient": "SO", "item": "food/grain", "amount": "30000 tonne"}


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="period-inverted")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def treaty(*, ratified: dict[str, str] | None = None, **dates: Any) -> osintkp.Claim:
    ratifications = {party: When.parse(day) for party, day in (ratified or {}).items()}
    return claim("a/1", "treaty", parties=PARTIES, ratified=ratifications, **dates)


def test_a_treaty_that_ends_before_it_is_signed_is_an_error() -> None:
    one = only(treaty(signed="2019-11-27", in_force="2019-12-08", ended="2018-12-31"))

    assert ("TIM103", Severity.ERROR, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "in a/1, the end (2018-12-31) lies before the signing (2019-11-27): a treaty is signed before it ends"
        == one.message
    )
    assert ("a/1",) == one.claims
    assert (
        "the end (2018-12-31) lies before the signing (2019-11-27)",
        "the end (2018-12-31) lies before the entry into force (2019-12-08)",
    ) == one.working
    assert (
        "one moment bears two dates in two time zones: days that lie one apart may be the same",
    ) == one.assumptions


@pytest.mark.parametrize(
    ("dates", "severity", "words"),
    [
        ({"signed": "2019-11-27", "ratified": {"LY": "2019-10"}}, Severity.ERROR,
         "the ratification by LY (2019-10) lies before the signing (2019-11-27): a treaty is signed before it is ratified"),
        ({"signed": "2019-11-27", "in_force": "2019-10"}, Severity.WARNING,
         "the entry into force (2019-10) lies before the signing (2019-11-27): a treaty is signed before it binds, unless it says otherwise"),
        ({"in_force": "2019-11-27", "ended": "2019-10"}, Severity.ERROR,
         "the end (2019-10) lies before the entry into force (2019-11-27): a treaty binds before it ends"),
        ({"ratified": {"TR": "2019-11-27"}, "ended": "2019-10"}, Severity.ERROR,
         "the end (2019-10) lies before the ratification by TR (2019-11-27): a treaty is ratified before it ends"),
        ({"in_force": "2019-10", "ratified": {"TR": "2019-09", "LY": "2019-11-27"}}, Severity.INFO,
         "the entry into force (2019-10) lies before the ratification by LY (2019-11-27): it was applied before all had ratified it, or asks for fewer"),
    ],
)  # fmt: skip
def test_each_pair_of_dates_has_its_order(dates: dict[str, Any], severity: Severity, words: str) -> None:
    one = only(treaty(**dates))

    assert (severity, f"in a/1, {words}") == (one.severity, one.message)


def test_what_the_law_of_treaties_allows_is_named() -> None:
    back = only(treaty(signed="2019-11-27", in_force="2019-10"))
    early = only(treaty(in_force="2019-10", ratified={"TR": "2020"}))

    assert (
        "a treaty can give itself effect from an earlier day (Vienna Convention on the Law of Treaties, 1969, articles 24 and 28; from memory)",
    ) == back.assumptions[1:]
    assert (
        "a treaty can be applied before it is ratified (Vienna Convention on the Law of Treaties, 1969, article 25; from memory)",
    ) == early.assumptions[1:]
    assert Verdict.UNDECIDED is early.verdict


def test_a_day_between_two_time_zones_is_a_note() -> None:
    one = only(treaty(signed="2019-11-27", ended="2019-11-26"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith(
        "the end (2019-11-26) lies before the signing (2019-11-27): one day in two time zones, or a date is wrong"
    )


@pytest.mark.parametrize(
    "dates",
    [
        {"signed": "2019-11-27", "in_force": "2019-11-27"},
        {"signed": "2019-11-27", "in_force": "2019-12-08", "ended": "2021"},
        {"signed": "2019", "in_force": "2019-02"},
        {"signed": "2019-11-27", "ended": "XXXX-09"},
        {"signed": "2019-11-27"},
        {},
    ],
)
def test_dates_in_order_or_too_coarse_are_left_alone(dates: dict[str, Any]) -> None:
    assert [] == list(found(treaty(**dates)))


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("revises", "a revision comes after what it revises"),
        ("repeats", "a repetition comes after what it repeats"),
    ],
)
def test_an_answer_comes_after_what_it_answers(kind: str, why: str) -> None:
    first = claim("a/1", **GRAIN, said="2023-05-01")
    answer = claim("b/1", **GRAIN, said="2023-04-01", speaker="UA", links={kind: "a/1"})

    one = only(first, answer)

    assert (Severity.ERROR, Verdict.CONFLICT, ("b/1", "a/1")) == (one.severity, one.verdict, one.claims)
    assert (
        f"b/1 {kind} a/1, yet b/1 was said by UA (2023-04-01) before a/1 was said (2023-05-01): {why}"
        == one.message
    )
    assert ("30 days from 2023-04-01 to 2023-05-01",) == one.working
    near = only(first, attrs.evolve(answer, said=When.parse("2023-04-30")))
    assert (Severity.INFO, Verdict.UNDECIDED) == (near.severity, near.verdict)
    assert near.message.endswith("one day in two time zones, or a date is wrong")


def test_a_source_that_came_out_before_cannot_repeat() -> None:
    first, answer = (
        claim("a/1", **GRAIN, said="2023-05-01"),
        claim("b/1", **GRAIN, links={"repeats": "a/1"}),
    )

    one = only(first, answer, b={"published": When.parse("2023-04")})
    guess = only(first, answer, b={"published": When.parse("2023-03"), "published_basis": "guess"})

    assert Severity.INFO is one.severity
    assert guess.message.startswith(
        "b/1 repeats a/1, yet b came out (2023-03) before a/1 was said (2023-05-01)"
    )
    assert (Severity.WARNING, "when b came out was inferred: guess") == (
        guess.severity,
        guess.assumptions[-1],
    )


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"said": "2023-05-02"}, {"said": "2023-05-01"}),
        ({"said": "2023"}, {"said": "2023-05-01"}),
        ({"said": "2023-04-01"}, {}),
        ({}, {"said": "2023-05-01"}),
    ],
)
def test_answers_in_order_or_without_dates_are_left_alone(
    mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    first, answer = (
        claim("a/1", **GRAIN, **theirs),
        claim("b/1", **GRAIN, **mine, links={"revises": "a/1"}),
    )

    assert [] == list(found(first, answer, a={"published": When.parse("2024")}))


def test_every_telling_has_to_lie_before() -> None:
    first = claim("a/1", **GRAIN, said="2023-05-01")
    steps = (
        osintkp.Link(actor="UA", when=When.parse("2023-03-01")),
        osintkp.Link(actor="reuters", when=When.parse("2023-05-03")),
    )
    answer = attrs.evolve(claim("b/1", **GRAIN, links={"repeats": "a/1"}), attribution=steps)

    assert [] == list(found(first, answer))
    early = (steps[0], attrs.evolve(steps[1], when=When.parse("2023-03-20")))
    one = only(first, attrs.evolve(answer, attribution=early))
    assert (
        "b/1 repeats a/1, yet reuters passed b/1 on (2023-03-20) before a/1 was said (2023-05-01): a repetition comes after what it repeats"
        == one.message
    )


def test_links_to_itself_and_to_nothing_are_left_alone() -> None:
    assert [] == list(found(claim("a/1", **GRAIN, said="2023", links={"repeats": "a/1", "revises": "q/9"})))


def test_an_anchor_does_not_lie_after_publication() -> None:
    when = When.parse("2023", words="last year", anchor=date(2024, 3, 1))

    one = only(claim("a/1", **GRAIN, when=when), a={"published": When.parse("2023-11-05")})

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "a/1 resolves 'last year' 2023 against 2024-03-01, after a came out (2023-11-05): its words cannot be relative to a day that had not come"
        == one.message
    )
    assert ("'last year' 2023 against 2024-03-01",) == one.working
    assert "an anchor is the day that relative words were resolved against" == one.assumptions[0]
    bare = only(
        claim("a/1", **GRAIN, when=When.parse("2023", anchor=date(2024, 3, 1))),
        a={"published": When.parse("2023-11-05"), "published_basis": "guess"},
    )
    assert bare.message.startswith("a/1 resolves 2023 against 2024-03-01, after")
    assert "when a came out was inferred: guess" == bare.assumptions[-1]


@pytest.mark.parametrize(
    "source",
    [
        {},
        {"published": When.parse("2024-02-29")},
        {"published": When.parse("2024-03-01")},
        {"published": When.parse("2024")},
        {"published": When.parse("2025")},
    ],
)
def test_an_anchor_that_may_be_the_day_of_publication_is_left_alone(source: dict[str, Any]) -> None:
    when = When.parse("2023", words="last year", anchor=date(2024, 3, 1))

    assert [] == list(found(claim("a/1", **GRAIN, when=when), a=source))


def test_the_anchor_of_the_day_of_saying_counts_as_well() -> None:
    said = When.parse("2023-11-03", words="on Friday", anchor=date(2024, 3, 1))

    one = only(attrs.evolve(claim("a/1", **GRAIN), said=said), a={"published": When.parse("2023-11-05")})

    assert one.message.startswith("a/1 resolves 'on Friday' 2023-11-03 against 2024-03-01")


def test_a_period_that_ends_before_it_begins_is_refused_with_its_fix() -> None:
    with pytest.raises(DateError) as caught:
        When.parse("2024-03/2024-01")

    assert ("date-order", "the end of the period comes before its start") == (
        caught.value.code,
        caught.value.what,
    )
    assert "write 2024-01/2024-03 if they were swapped" == caught.value.fix


def test_a_lenient_load_lists_it_and_keeps_the_rest() -> None:
    page = (
        '[source]\nid = "a"\n[[claim]]\nid = "1"\nquote = "grain"\n'
        'shipment = { sender = "UA", when = "2024-03/2024-01" }\n'
        '[[claim]]\nid = "2"\nquote = "grain"\nshipment = { sender = "UA", when = "2024-01/2024-03" }\n'
    )

    loaded = corpus_of(page, lenient=True)

    assert ["date-order"] == [problem.code for problem in loaded.problems]
    assert "a/2" in loaded.claims.ids()
    assert "write 2024-01/2024-03" in str(loaded.problems[0])


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [treaty(signed="2019-11-27", ended="2018", in_force="2017")]
    claims += [claim("b/1", **GRAIN, said="2023-05-01")]
    claims += [claim(f"c/{n}", **GRAIN, said=f"2023-0{n}-01", links={"revises": "b/1"}) for n in range(1, 8)]
    expected = found(*claims)
    random.Random(3).shuffle(claims)

    assert 5 == len(expected)
    assert expected == found(*claims)


def test_the_dates_of_the_seeds_are_in_order() -> None:
    assert [] == list(osintkp.load_seeds().check(select="period-inverted"))
