"""Which of two dates certainly lies before the other, and which dates a claim has."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given

import osintkp
from builders import claim, record
from osintkp.checks._dated import (
    ahead,
    ahead_everywhere,
    inference,
    record_dates,
    tellings,
)
from osintkp.dates import When
from osintkp.dates.ends import first_of, last_of
from osintkp.vocabulary.scales import Answer
from strategies_dates import whens


@pytest.mark.parametrize(
    ("earlier", "later", "days", "everywhere"),
    [
        ("2023-04-15", "2023-04-15", 0, False),
        ("2023-04-15", "2023-04-16", 1, False),
        ("2023-04-15", "2023-04-17", 2, True),
        ("2023-04-16", "2023-04-15", 0, False),
        ("2023-04", "2023-05", 1, False),
        ("2023-04", "2023-05-02", 2, True),
        ("2023", "2023-12", 0, False),
        ("2022", "2023-12", 335, True),
        ("2023-04-15~", "2023-04-17", 2, False),
        ("2023-04-15", "2023-04-17~", 2, False),
        ("2023-04-15~", "2023-04-18", 3, True),
        ("2023-04-15", "2023-04-18~", 3, True),
        ("2023-04/..", "2025", 0, False),
        ("2023-04/", "2025", 0, False),
        ("2023-04-15", "../2025", 0, False),
        ("2023-04-15", "/2025", 0, False),
        ("2023-04-15", "2025/..", 627, True),
        ("../2023-04-15", "2023-04-17", 2, True),
        ("XXXX-04", "2025", 0, False),
        ("2025", "XXXX-04", 0, False),
        ("0001-01-01", "9999-12-31", 3652058, True),
        ("9999-12-31", "9999-12-31", 0, False),
        ("198X", "1990-01-01", 1, False),
    ],
)
def test_a_date_lies_ahead_only_where_every_reading_says_so(
    earlier: str, later: str, days: int, everywhere: bool
) -> None:
    one, other = When.parse(earlier), When.parse(later)

    assert days == ahead(one, other)
    assert everywhere is ahead_everywhere(one, other)


@given(whens(), whens())
def test_what_lies_ahead_is_certainly_before_and_never_both_ways(one: When, other: When) -> None:
    days = ahead(one, other)

    assert (days > 0) is (one.before(other) is Answer.YES)
    assert not (days and ahead(other, one))
    assert not ahead_everywhere(one, other) or days >= 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-04", "2023-04", "2023-04"),
        ("2023-04/2024", "2023-04", "2024"),
        ("2023-04/..", "2023-04", None),
        ("2023-04/", "2023-04", None),
        ("../2024", None, "2024"),
        ("/2024", None, "2024"),
    ],
)
def test_a_period_has_its_ends(text: str, first: str | None, last: str | None) -> None:
    when = When.parse(text)

    assert first == (None if (found := first_of(when)) is None else str(found))
    assert last == (None if (found := last_of(when)) is None else str(found))


def test_the_dates_of_a_record_come_with_what_they_are_the_dates_of() -> None:
    treaty = record(
        "treaty", signed="2019-11-27", in_force="2019-12-08", ended="2021", ratified={"TR": When.parse("2019-12-05"), "LY": When.parse("2020")}
    )  # fmt: skip

    assert [
        ("signed", "the signing", "2019-11-27"),
        ("in_force", "the entry into force", "2019-12-08"),
        ("ended", "the end", "2021"),
        ("ratified", "the ratification by LY", "2020"),
        ("ratified", "the ratification by TR", "2019-12-05"),
    ] == [(field, words, str(when)) for field, words, when in record_dates(treaty)]
    assert [("when", "the event")] == [each[:2] for each in record_dates(record("loss", when="2020"))]
    assert [("since", "the beginning")] == [each[:2] for each in record_dates(record("limit", since="2020"))]
    assert [] == list(record_dates(record("statement", text="praise")))


def test_a_claim_was_told_when_it_was_said_and_when_it_was_passed_on() -> None:
    made = claim("a/1", "loss", speaker="un", said="2020-11-09")
    steps = (
        osintkp.Link(actor="AM"),
        osintkp.Link(actor="ria-novosti", when=When.parse("2020-11-10")),
    )

    assert [("a/1 was said by un", "2020-11-09")] == [(words, str(when)) for words, when in tellings(made)]
    assert [
        ("a/1 was said by AM", "2020-11-09"),
        ("ria-novosti passed a/1 on", "2020-11-10"),
    ] == [(words, str(when)) for words, when in tellings(attrs.evolve(made, attribution=steps))]
    assert [("a/1 was said", "2020")] == [
        (words, str(when)) for words, when in tellings(claim("a/1", "loss", said="2020"))
    ]
    assert [] == list(tellings(claim("a/1", "loss")))


def test_an_inferred_date_of_publication_is_an_assumption() -> None:
    assert () == inference(osintkp.Source(id="a"))
    assert ("when a came out was inferred: names the vote",) == inference(
        osintkp.Source(id="a", published_basis="names the vote")
    )
