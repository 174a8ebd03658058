"""Trips there and back, ports apart, bargains denied: what is read from the whole of a sentence."""

import pytest

import osintkp
from told import lines

BACK = [
    ("Imagery revealed over a dozen Libyan oil tankers making 43 trips to Malta, transporting fuel back to Libya.",
     {"shipment MT>LY >12 fuel", "shipment MT>LY 43 fuel", "shipment MT>LY fuel"}),
    ("Imagery revealed that 12 Sudanese trucks made 40 trips to Chad, bringing back flour.",
     {"shipment TD>SD 12 food/flour", "shipment TD>SD 40 food/flour"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BACK)
def test_goods_that_are_brought_back_come_from_where_the_trip_goes(text: str, expected: set[str]) -> None:
    assert expected == set(lines(text))


def test_a_trip_without_a_way_back_goes_there() -> None:
    assert "shipment LY>MT 43 piece" not in lines("Libyan tankers made 43 trips to Malta, carrying fuel.")
    assert not any("MT>LY" in line for line in lines("Libyan tankers made 43 trips to Malta, carrying fuel."))


APART = [
    "Imagery has shown shipments moving between Eritrea's Assab port and Yemen's Mocha, separated by barely 70 kilometres.",
    "Imagery has shown shipments moving between a port in Eritrea and a port in Yemen, separated by barely 70 kilometres.",
]


@pytest.mark.parametrize("text", APART)
def test_the_way_between_two_ports_is_a_shipment_with_a_length_and_no_sides(text: str) -> None:
    claim = next(claim for claim in osintkp.read(text).claims if claim.amount is not None)

    assert ("~70 kilometre", None, None, None) == (
        str(claim.amount).partition(' "')[0], claim.record.of("sender"), claim.record.of("recipient"), claim.item,
    )  # fmt: skip
    assert ("Eritrea", "Yemen") == tuple(
        next(word for word in ("Eritrea", "Yemen") if word in str(claim.record.of(field)))
        for field in ("origin", "destination")
    )


@pytest.mark.parametrize(
    "text",
    [
        "The towns of Assab and Mocha are separated by 70 kilometres of sea.",
        "The front lies 70 kilometres apart.",
        "Imagery has shown shipments moving between Assab and Mocha by 70 trucks.",
    ],
)
def test_a_length_without_goods_between_two_places_is_no_shipment(text: str) -> None:
    assert not any("kilometre" in str(claim.amount) for claim in osintkp.read(text).claims)


def test_a_bargain_that_is_denied_is_a_statement_that_its_sides_deny() -> None:
    (claim,) = osintkp.read("Khartoum and Juba have denied direct arms-for-oil exchanges.").claims

    assert ("statement", "denies", ("SD", "SS"), "direct arms-for-oil exchanges") == (
        claim.kind, claim.stance, claim.record.of("about"), claim.record.of("text"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Khartoum and Juba have denied arms shipments to Chad.",
        "Khartoum and Juba praised direct arms-for-oil exchanges.",
        "It was denied, and arms-for-oil exchanges went on.",
    ],
)
def test_nothing_but_a_denied_bargain_is_such_a_statement(text: str) -> None:
    assert "statement" not in [claim.kind for claim in osintkp.read(text).claims]


def test_of_a_bargain_the_side_that_the_text_does_not_tell_elsewhere_is_turned_round() -> None:
    text = (
        "Belarus sent 400 containers of shells to Mali. "
        "The exchanges may have included food aid in return for arms shipments."
    )

    assert [
        "shipment BY>ML 400 munitions/artillery/shell",
        "shipment BY>ML weapons",
        "shipment ML>BY aid/food",
    ] == sorted(lines(text))
