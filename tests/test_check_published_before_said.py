"""Sources that came out before what they quote, and chains in the wrong order."""

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


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="published-before-said")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def opinion(name: str = "a/1", **fields: Any) -> osintkp.Claim:
    return claim(name, "statement", about=("ET", "ER"), text="praise", **fields)


def chained(*steps: tuple[str, str | None], basis: str | None = None, **fields: Any) -> osintkp.Claim:
    links = tuple(
        osintkp.Link(actor=actor, when=None if when is None else When.parse(when), basis=basis)
        for actor, when in steps
    )
    return attrs.evolve(opinion(**fields), attribution=links)


def on(day: str, **fields: Any) -> dict[str, Any]:
    return {"published": When.parse(day), **fields}


def test_a_source_cannot_quote_what_was_said_later() -> None:
    one = only(opinion(said="2022-11-20", speaker="african-union"), a=on("2022-11-02"))

    assert ("TIM102", Severity.ERROR, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "a came out (2022-11-02) before a/1 was said by african-union (2022-11-20): a source cannot quote what was not said yet"
        == one.message
    )
    assert ("a came out (2022-11-02); a/1 was said by african-union (2022-11-20)",) == one.working
    assert (
        "the text was not changed after the day on which it came out",
        "one moment bears two dates in two time zones: days that lie one apart may be the same",
    ) == one.assumptions


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2022-11-20", "2022-11-20"),
        ("2022-11-21", "2022-11-20"),
        ("2022-11", "2022-11-20"),
        ("2022", "2022-11-20"),
        ("2022-11-02", "2022"),
        ("2022-11-02/2022-11-25", "2022-11-20"),
        ("2022-11-02/..", "2022-11-20"),
        ("XXXX-11-02", "2022-11-20"),
        ("2022-11-02", "XXXX-11-20"),
    ],
)
def test_what_may_be_in_order_is_left_alone(published: str, said: str) -> None:
    assert [] == list(found(opinion(said=said), a=on(published)))


def test_a_day_between_two_time_zones_is_a_note() -> None:
    one = only(opinion(said="2022-11-20"), a=on("2022-11-19"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "a came out (2022-11-19) before a/1 was said (2022-11-20): one day in two time zones, or a date is wrong"
        == one.message
    )


def test_an_inferred_day_is_a_warning_and_says_so() -> None:
    one = only(opinion(said="2022-11-20"), a=on("2022-11-02", published_basis="names the vote"))

    assert Severity.WARNING is one.severity
    assert "when a came out was inferred: names the vote" == one.assumptions[-1]


def test_many_claims_of_a_source_are_told_once_and_the_latest_telling_counts() -> None:
    claims = [opinion(f"a/{number}", said=f"2023-0{number}") for number in range(1, 8)]
    later = chained(("un", "2023-08"), name="a/8", said="2023-07")

    one = only(*claims, later, a=on("2023-03-15"))

    assert (
        "a came out (2023-03-15) before a/4 was said (2023-04), a/5 was said (2023-05), a/6 was said (2023-06) and 2 more: "
        "a source cannot quote what was not said yet" == one.message
    )
    assert ("a/4", "a/5", "a/6", "a/7", "a/8") == one.claims
    assert "a came out (2023-03-15); un passed a/8 on (2023-08)" == one.working[-1]


def test_a_source_without_a_date_was_at_least_collected() -> None:
    one = only(opinion(said="2022-11-20"), a={"retrieved": When.parse("2022-11-02")})

    assert (
        "a was collected (2022-11-02) before a/1 was said (2022-11-20): a source cannot quote what was not said yet"
        == one.message
    )
    assert Severity.ERROR is one.severity
    assert [] == list(found(opinion(said="2022-11-20"), a={}))
    assert [] == list(found(opinion(), a=on("2022-11-02")))


def test_a_source_is_collected_after_it_came_out() -> None:
    claims = (opinion("a/1"), opinion("a/2"))
    one = only(*claims, a=on("2023-05-01", retrieved=When.parse("2023-04")))

    assert Severity.INFO is one.severity
    assert (
        "a was collected (2023-04) before it came out (2023-05-01): one day in two time zones, or a date is wrong"
        == one.message
    )
    grave = only(*claims, a=on("2023-05-03", retrieved=When.parse("2023-04")))
    assert (Severity.ERROR, ("a/1", "a/2")) == (grave.severity, grave.claims)
    assert (
        "a was collected (2023-04) before it came out (2023-05-03): it cannot be collected before it is there"
        == grave.message
    )
    assert ("3 days from 2023-04 to 2023-05-03",) == grave.working
    guess = only(*claims, a=on("2023-05-03", retrieved=When.parse("2023-04"), published_basis="guess"))
    assert (Severity.WARNING, "when a came out was inferred: guess") == (
        guess.severity,
        guess.assumptions[-1],
    )
    assert [] == list(found(*claims, a=on("2023-05-03", retrieved=When.parse("2023-05"))))


def test_what_is_rewritten_comes_first() -> None:
    rewrite, model = opinion("a/1"), opinion("b/1")
    one = only(rewrite, model, a=on("2023-05-01", derived_from="b"), b=on("2023-06-01"))

    assert (Severity.ERROR, Verdict.CONFLICT, ("a/1",)) == (one.severity, one.verdict, one.claims)
    assert (
        "a came out (2023-05-01) before b (2023-06-01), which it rewrites: the one that it rewrites has to come first"
        == one.message
    )
    assert ("31 days from 2023-05-01 to 2023-06-01",) == one.working


@pytest.mark.parametrize("guessed", ["a", "b"])
def test_an_inferred_day_of_either_makes_it_a_warning(guessed: str) -> None:
    sources = {"a": on("2023-05-01", derived_from="b"), "b": on("2023-06-01")}
    sources[guessed]["published_basis"] = "guess"

    one = only(opinion("a/1"), opinion("b/1"), **sources)

    assert Severity.WARNING is one.severity
    assert f"when {guessed} came out was inferred: guess" == one.assumptions[-1]


def test_a_rewrite_a_day_before_its_model_is_a_note() -> None:
    one = only(opinion("a/1"), opinion("b/1"), a=on("2023-05-01", derived_from="b"), b=on("2023-05-02"))

    assert Severity.INFO is one.severity
    assert one.message.endswith("which it rewrites: one day in two time zones, or a date is wrong")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (on("2023-07-01", derived_from="b"), on("2023-06-01")),
        (on("2023-06", derived_from="b"), on("2023-06-20")),
        ({"derived_from": "b"}, on("2023-06-20")),
        (on("2023-05-01", derived_from="b"), {}),
        (on("2023-05-01", derived_from="nowhere"), on("2023-06-01")),
        (on("2023-05-01", derived_from="a"), on("2023-06-01")),
    ],
)
def test_rewrites_in_order_or_without_dates_are_left_alone(
    mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    assert [] == list(found(opinion("a/1"), opinion("b/1"), a=mine, b=theirs))


def test_the_model_is_known_where_it_was_not_selected() -> None:
    whole = corpus(opinion("a/1"), opinion("b/1"), a=on("2023-05-01", derived_from="b"), b=on("2023-06-01"))

    assert 1 == len(whole.select(source="a").check(select="TIM102"))


def test_a_chain_runs_from_its_origin_on() -> None:
    one = only(chained(("un", "2023-05-10"), ("reuters", "2023-05-01")))

    assert (Severity.ERROR, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "in the chain of a/1, reuters passed it on (2023-05-01) before un did (2023-05-10), from whom it came: "
        "the steps stand in the wrong order, or a date is wrong" == one.message
    )
    assert ("un (2023-05-10) > reuters (2023-05-01)",) == one.working
    assert "an attribution chain is written from its origin to the source" == one.assumptions[0]
    near = only(chained(("un", "2023-05-02"), ("reuters", "2023-05-01")))
    assert Severity.INFO is near.severity


def test_a_step_is_held_against_the_latest_before_it() -> None:
    one = only(chained(("un", "2023-05-10"), ("afp", None), ("bbc", "2023-05-09"), ("reuters", "2023-05-01")))

    assert "reuters passed it on (2023-05-01) before un did (2023-05-10)" in one.message
    assert ("un (2023-05-10) > bbc (2023-05-09) > reuters (2023-05-01)",) == one.working
    rising = only(chained(("un", "2023-04"), ("bbc", "2023-06"), ("reuters", "2023-05-01")))
    assert "reuters passed it on (2023-05-01) before bbc did (2023-06)" in rising.message


@pytest.mark.parametrize(
    "steps",
    [
        [("un", "2023-05-01"), ("reuters", "2023-05-10")],
        [("un", "2023-05"), ("reuters", "2023-05-10")],
        [("un", None), ("reuters", "2023-05-10")],
        [("un", "2023-05-01")],
        [],
    ],
)
def test_a_chain_in_order_is_left_alone(steps: list[tuple[str, str | None]]) -> None:
    assert [] == list(found(chained(*steps)))


def test_the_day_of_saying_is_that_of_the_speaker() -> None:
    later = only(chained(("un", None), ("reuters", "2023-05-01"), said="2023-05-10"))
    dated = found(chained(("un", "2023-05-01"), ("reuters", "2023-05-02"), said="2023-05-10"))

    assert "reuters passed it on (2023-05-01) before un did (2023-05-10)" in later.message
    assert [] == list(dated)


def test_a_step_that_a_coder_added_is_not_the_speaker() -> None:
    steps = (
        osintkp.Link(actor="KR", when=When.parse("2023-05-20"), basis="a report"),
        osintkp.Link(actor="un"),
        osintkp.Link(actor="reuters"),
    )

    one = only(attrs.evolve(opinion(said="2023-05-10"), attribution=steps))

    assert "un passed it on (2023-05-10) before KR did (2023-05-20)" in one.message
    assert ("KR (2023-05-20) > un (2023-05-10)",) == one.working


def test_a_missing_source_leaves_the_chain() -> None:
    lone = chained(("un", "2023-05-10"), ("reuters", "2023-05-01"))

    assert 1 == len(osintkp.Corpus(claims=Claims([lone])).check(select="TIM102"))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        opinion(f"{source}/{number}", said=f"2023-0{number}") for source in "ab" for number in range(1, 8)
    ]
    sources = {"a": on("2023-02-15"), "b": on("2023-05")}
    expected = found(*claims, **sources)
    random.Random(7).shuffle(claims)

    assert 3 == len(expected)
    assert expected == found(*claims, **sources)


def test_the_seeds_came_out_after_what_they_quote() -> None:
    assert [] == list(osintkp.load_seeds().check(select="published-before-said"))
