"""Shipments of arms in the columns of a register of transfers."""

from __future__ import annotations

import csv
import io

import attrs
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.evidence import Span
from osintkp.exports import exports
from osintkp.exports.sipri import COLUMNS
from strategies import corpora


def register(some: osintkp.Corpus) -> list[dict[str, str]]:
    text, _ = some.rendered("sipri")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert all(None not in row and None not in row.values() for row in found)
    return found


def told(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in COLUMNS[:-1])


def test_a_delivery_and_an_order_stand_in_their_columns() -> None:
    delivered = claim(
        "wire/1", sender="FR", recipient="AM", item="vehicles/armoured", amount="24 vehicle", when="2023-11"
    )
    ordered = claim(
        "wire/2",
        sender="IN",
        recipient="AM",
        item="Akash",
        amount="15 system",
        when="2022",
        modality="pledged",
    )

    one, other = register(corpus(delivered, ordered, wire={"publisher": "Armenpress", "title": "Arms"}))

    assert ("Armenia", "France", "", "", "", "armoured vehicle", "24", "2023") == told(one)
    assert ("Armenia", "India", "2022", "15", "Akash", "", "", "") == told(other)
    assert (
        'wire/1: own voice (stated) · shipment · FR > AM · 24 vehicle · vehicles/armoured · [2023-11] (Armenpress, Arms) "words"'
        == one["Comments"]
    )


@pytest.mark.parametrize(
    ("amount", "modality", "expected"),
    [
        ("24 tank", "stated", "24"), ("24", "stated", "24"), ("1000000 round", "stated", "1000000"), ("~24 tank", "stated", "(24)"),
        ("24 tank", "estimated", "(24)"), ("24 tank", "alleged", "(24)"), (">24 tank", "stated", ""), ("20..24 tank", "stated", ""),
        ("24 container", "stated", ""), ("24 tonne", "stated", ""), (None, "stated", ""),
    ],
)  # fmt: skip
def test_a_number_counts_weapons_and_stands_in_brackets_unless_it_is_sure(
    amount: str | None, modality: str, expected: str
) -> None:
    some = corpus(claim("a/1", sender="RU", recipient="ML", amount=amount, modality=modality))
    (row,) = register(some)

    assert expected == row["Number delivered"]
    lost = [line for line in some.rendered("sipri")[1] if "the comment alone" in line]
    assert (amount is not None and not expected) == bool(lost)
    assert amount is None or amount in row["Comments"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, ""), ("2023", "2023"), ("2023-11", "2023"), ("2023-11/2025-02", "2023; 2024; 2025"), ("2023~", "(2023)"),
        ("2023/..", "(2023)"), ("../2023", "(2023)"), ("198X", "(1980; 1981; 1982; 1983; 1984; 1985; 1986; 1987; 1988; 1989)"),
        ("1950/1990", "1950-1990"), ("1961/1990", "; ".join(map(str, range(1961, 1991)))),
    ],
)  # fmt: skip
def test_years_are_listed_and_stand_in_brackets_unless_they_are_sure(when: str | None, expected: str) -> None:
    (row,) = register(corpus(claim("a/1", sender="IR", recipient="ET", when=when)))

    assert expected == row["Year(s) of delivery"]


def test_who_is_not_known_is_told_so_and_others_by_name_or_id() -> None:
    some = corpus(
        claim("a/1", sender="unknown"),
        claim("a/2", sender="zz-dealer", recipient="houthis", calibre="82 mm", item="munitions/mortar"),
    )

    one, other = register(some)

    assert ("Houthis", "zz-dealer", "82 millimetre mortar round") == (
        one["Recipient"],
        one["Supplier"],
        one["Weapon description"],
    )
    assert ("unknown recipient", "unknown supplier") == (other["Recipient"], other["Supplier"])


def test_what_has_no_place_is_left_out_and_told() -> None:
    some = corpus(
        claim("a/1", "loss", actor="SD"), claim("a/2", "meeting"), claim("a/3", sender="KP", stance="denies"),
        claim("a/4", sender="KP", modality="capacity"), claim("a/5", item="fuel/crude"), claim("a/6", item="aid/military"),
        claim("a/7", item="aid/food"),
    )  # fmt: skip

    assert ["a/6"] == [row["Comments"].partition(":")[0] for row in register(some)]
    assert (
        "a/1 and 1 more: left out of a register of transfers, for it is no shipment",
        "a/3: left out of a register of transfers, for a shipment that is denied is none",
        "a/4: left out of a register of transfers, for a shipment that could be or may come is none yet",
        "a/5 and 1 more: left out of a register of transfers, for its goods are no arms",
    ) == some.rendered("sipri")[1]


def test_what_is_set_and_not_carried_is_told() -> None:
    made = attrs.evolve(
        claim("a/1", sender="KP", origin="Najin", when="2023-09", said="2024", speaker="KR"),
        spans=(Span(quote="x", start=3, end=4),),
    )

    losses = corpus(made, a={"title": "T", "language": "ko"}).rendered("sipri")[1]

    assert (
        "a/1: its date is cut to years",
        "a/1: where the quoted words stand has no place in a register of transfers",
        "a/1: record.origin has no place in a register of transfers",
        "a/1: said has no place in a register of transfers",
        "a: language has no place in a register of transfers",
    ) == losses


def test_a_claim_without_words_names_its_source() -> None:
    (row,) = register(corpus(attrs.evolve(claim("a/1", sender="RU"), spans=())))

    assert "a/1: own voice (stated) · shipment · RU > ? (a)" == row["Comments"]


def test_hostile_words_are_no_formula() -> None:
    (row,) = register(
        corpus(claim("a/1", item="=cmd|' /C calc'!A0", recipient="@x"), a={"title": "\0\ud800"})
    )

    assert ("'=cmd|' /C calc'!A0", "'@x") == (row["Weapon designation"], row["Recipient"])
    assert "\ufffd\ufffd" in row["Comments"]


def test_no_corpus_is_a_head_and_the_register_goes_one_way() -> None:
    assert (",".join(COLUMNS) + "\r\n", ()) == osintkp.Corpus().rendered("sipri")
    assert exports()["sipri"].parse is None


@settings(max_examples=30, deadline=None)
@given(corpora())
def test_any_corpus_makes_a_register(some: Claims) -> None:
    whole = osintkp.Corpus(claims=some)
    left = sum(claim.kind == "shipment" for claim in some)

    assert len(register(whole)) <= left
    assert whole.rendered("sipri") == whole.rendered("sipri")
