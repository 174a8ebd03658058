"""Trends, rankings, prices, caps that bind each side, and what is told of nobody by name."""

import pytest

import osintkp
from told import lines, told, value

TRENDS = [
    (
        "Algerian gas exports to Italy rose from 300,000 tonnes in 2019 to 1.2 million tonnes in 2021.",
        ["shipment DZ>IT 300000 fuel/gas when=2019", "shipment DZ>IT 1.2e+06 fuel/gas when=2021"],
    ),
    (
        "Angolan oil exports to Togo have grown, rising from 40 to 90 tonnes.",
        ["shipment AO>TG 40 fuel", "shipment AO>TG 90 fuel"],
    ),
    ("Angolan oil exports to Togo have grown, pleasing ministers.", ["shipment AO>TG fuel"]),
    (
        "Gas deliveries from Qatar to Egypt totalled 4 tonnes in 2020, 9 tonnes in 2021.",
        ["shipment QA>EG 4 fuel/gas when=2020", "shipment QA>EG 9 fuel/gas when=2021"],
    ),
]
SHARES = [
    (
        "Ghana raised its share of oil imports from Angola to 12 percent.",
        ["shipment AO>GH 12 fuel"],
    ),
    (
        "Togo accounts for the largest share of Angolan oil exports at 46 percent, followed by Ghana at 20 percent.",
        ["shipment AO>TG 46 fuel", "shipment AO>GH 20 fuel"],
    ),
    (
        "Togo's top oil suppliers are Angola at 38 percent and Libya at 15 percent, followed by Chad at 9 percent.",
        ["shipment AO>TG 38 fuel", "shipment LY>TG 15 fuel", "shipment TD>TG 9 fuel"],
    ),
    (
        "Togo is the top buyer of Angolan crude with $9 million. It was followed by Ghana ($4 million) and Mali ($2 million).",
        [
            "shipment AO>TG 9e+06 fuel/crude",
            "shipment AO>GH 4e+06 fuel/crude",
            "shipment AO>ML 2e+06 fuel/crude",
        ],
    ),
    ("Togo doubled its imports of oil from Angola.", ["shipment AO>TG fuel"]),
]
PRICES = [
    (
        "Oman ordered 40 tanks from Italy at a total cost of $300 million.",
        ["shipment IT>OM 40 vehicles/tank", "shipment IT>OM 3e+08 vehicles/tank"],
    ),
    (
        "Italy won a $3 million contract for the sale of 24 tanks to Oman.",
        ["shipment IT>OM 24 vehicles/tank", "shipment IT>OM 3e+06 vehicles/tank"],
    ),
    ("Italy approved Oman to purchase 40 tanks.", ["shipment IT>OM 40 vehicles/tank authorised"]),
    ("Italy sent 40 tanks to Oman, and $3 million was stolen.", ["shipment IT>OM 40 vehicles/tank"]),
]
LOSSES = [
    (
        "Chad confirmed the loss of the 12 tanks it had sent to Mali.",
        ["shipment TD>ML 12 vehicles/tank", "loss ML>? 12 vehicles/tank"],
    ),
    (
        "The 12 tanks that Chad sent to Mali were destroyed.",
        ["shipment TD>ML 12 vehicles/tank", "loss ML>? 12 vehicles/tank"],
    ),
    ("Chad confirmed the loss of 12 tanks.", ["loss TD>? 12 vehicles/tank"]),
]
LAUNCHES = [
    ("Iran tested a missile. The missile was launched from a ship.", ["weapons_test IR>? missiles"] * 2),
    ("A missile was launched from a ship.", []),
    (
        "Iran fired a missile at Erbil. More missiles were launched later.",
        ["weapons_test IR>? missiles place=Erbil"],
    ),
    ("Iranian bombers fired cruise missiles.", ["weapons_test IR>? missiles/cruise"]),
]
SEIZURES = [
    ("Chad halted supplies of fuel to Mali.", ["shipment TD>ML fuel"]),
    ("Kenya stopped 40 tonnes of fuel.", ["seizure KE>? 40 fuel"]),
]


@pytest.mark.parametrize(("text", "expected"), TRENDS)
def test_a_trend_is_told_by_each_figure_with_its_own_date(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_each_of_a_ranking_is_told_with_its_own_figure(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), PRICES)
def test_a_price_is_a_figure_of_its_own_and_who_lets_buy_is_who_sells(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), LOSSES)
def test_what_was_given_away_is_lost_by_whom_it_was_given_to(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), LAUNCHES)
def test_who_launched_is_taken_from_the_tests_of_a_text_and_never_from_its_war(
    text: str, expected: list[str]
) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SEIZURES)
def test_a_trade_that_is_halted_is_no_cargo_that_is_seized(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


def test_a_cap_for_each_side_binds_the_parties_of_the_treaty_before_it() -> None:
    text = "The pact between Egypt and Libya was signed in 2010. It limits each country to no more than 900 tanks and 400 guns."

    found = [each for each in told(text) if each.kind == "limit"]

    assert [("EG", "LY")] * 2 == [each.slots["on"].value for each in found]
    assert ["<=900", "<=400"] == [value(each, "amount") for each in found]


def test_both_countries_are_the_two_named_before_them() -> None:
    text = "Iran and Oman met. Both countries tested missiles in 2019."

    assert ["weapons_test IR>? missiles when=2019", "weapons_test OM>? missiles when=2019"] == lines(text)[1:]


def test_a_sender_without_a_recipient_gives_to_whom_the_others_of_the_text_give() -> None:
    text = "Togo sent 40 tanks to Mali. Ghana sent 30 tanks to Mali. Kenya donated 9 trucks."

    assert "shipment KE>ML 9 vehicles/truck" == lines(text)[-1]


def test_the_one_sender_that_a_text_is_about_sends_what_nobody_is_said_to_send() -> None:
    text = (
        "Italy sold 40 tanks. Italy exported 30 jets. Italy sold 9 radars. {} 70 rifles were shipped to Chad."
    )

    assert "shipment IT>TD 70 weapons/small-arms/rifle" == lines(text.format(""))[-1]
    assert (
        "shipment ?>TD 70 weapons/small-arms/rifle"
        == lines(text.format("Togo sold 4 guns. Togo sold 5 ships. "))[-1]
    )


def test_the_one_side_that_seizes_in_a_text_seized_what_nobody_is_said_to_have_seized() -> None:
    first, second = "Kenya seized 40 rifles.", "Oman seized 30 rifles."
    last = "In May, 50 mortars were confiscated."

    assert "seizure KE>? 50 weapons/artillery/mortar" in lines(f"{first} {last}")[-1]
    assert "seizure 50 weapons/artillery/mortar" in lines(f"{first} {second} {last}")[-1]


def test_money_that_is_to_help_people_goes_to_their_state_and_arms_against_rebels_do_not() -> None:
    assert ["shipment NO>SD 3e+06 $3 million pledged"] == lines(
        "Norway pledged $3 million to help the Sudanese refugees."
    )
    assert ["shipment NO>? 40 vehicles/tank"] == lines("Norway sent 40 tanks to fight Sudanese rebels.")


def test_pages_are_no_goods_and_no_major_exporter_is_no_denial() -> None:
    assert [] == lines("The 800 pages of contracts with Egypt appear genuine.")
    assert [] == lines("Chad is not a major exporter of oil.")


def test_a_year_before_a_figure_is_no_end_of_a_range() -> None:
    found = osintkp.find("It rose from 300,000 tonnes in 2020 to 1.7 million tonnes.").amounts

    assert [300000, 1.7e6] == [each.best for each in found]
