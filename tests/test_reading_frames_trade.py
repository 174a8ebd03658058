from typing import Any

import pytest

from told import lines, told

SHARES = [
    ("Kenya accounts for 40 percent of Ugandan fuel imports.", ["shipment KE>UG 40 fuel"]),
    ("Kenya accounted for 40 percent of Ugandan fuel exports.", ["shipment UG>KE 40 fuel"]),
    ("Algerian gas made up 30 percent of Spain's imports.", ["shipment DZ>ES 30 30 percent of Spain's imports"]),
    ("Turkey's share of Somali imports rose to 20 percent in 2021.", ["shipment TR>SO 20 Somali imports when=2021"]),
    ("Mali relies on Turkey for 60 percent of its arms.", ["shipment TR>ML 60 weapons"]),
]  # fmt: skip
ARRIVING = [
    ("An Omani vessel arrived in Assab carrying 200 rifles.", ["shipment OM>? 200 weapons/small-arms/rifle"]),
    ("A convoy from Chad carrying 40 tonnes of flour reached Sudan.", ["shipment TD>SD 40 food/flour"]),
]  # fmt: skip
SUPPLIERS = [
    ("Turkey has been Mali's largest supplier of drones.", ["shipment TR>ML aircraft/uncrewed"]),
    ("Mali was not a buyer of Turkish drones.", ["shipment TR>ML aircraft/uncrewed not"]),
    ("Chad's main arms supplier, France, kept silent.", ["shipment FR>TD weapons"]),
    ("Togo, the biggest buyer of Angolan diesel, kept silent.", ["shipment AO>TG fuel/refined/diesel"]),
    ("The donors were Norway ($5 million) and Qatar ($7 million).", ["shipment NO>? 5e+06 The donors", "shipment QA>? 7e+06 The donors"]),
    ("Turkish-supplied drones struck Tripoli.", ["shipment TR>? aircraft/uncrewed"]),
]  # fmt: skip
LISTS = [
    ("Chad got 40 tanks from Egypt and 90 trucks from Libya.",
     ["shipment EG>TD 40 vehicles/tank", "shipment LY>TD 90 vehicles/truck"]),
    ("Egypt sent 40 tanks to Chad and 90 trucks to Mali.",
     ["shipment EG>TD 40 vehicles/tank", "shipment EG>ML 90 vehicles/truck"]),
    ("Egypt sent 40 tanks and 90 trucks to Chad.", ["shipment EG>TD 40 vehicles/tank", "shipment EG>TD 90 vehicles/truck"]),
    ("Egypt has sent 40 tanks, Kenya 12 and Ghana three.",
     ["shipment EG>? 40 vehicles/tank", "shipment KE>? 12 vehicles/tank", "shipment GH>? 3 vehicles/tank"]),
    ("Egypt gave Chad 40 tanks, Mali 12.", ["shipment EG>TD 40 vehicles/tank", "shipment EG>ML 12 vehicles/tank"]),
    ("Egypt supplied 45 percent of Chad's arms, followed by France (33 percent) and Brazil with 9 percent.",
     ["shipment EG>TD 45 weapons", "shipment FR>TD 33 weapons", "shipment BR>TD 9"]),
    ("Egypt sold arms to Chad ($3 million) and Mali ($2 million).",
     ["shipment EG>TD 3e+06 weapons", "shipment EG>ML 2e+06 weapons"]),
    ("About 60 percent of Libyan crude went to Italy and 20 percent to Spain.",
     ["shipment LY>IT ~60 fuel/crude", "shipment LY>ES 20 fuel/crude"]),
]  # fmt: skip
LEVELS = [
    ("Egypt's wheat exports to Sudan reached 800 tonnes in 2020.", ["shipment EG>SD 800 food/grain/wheat when=2020"]),
    ("Egypt's wheat exports to Sudan rose by 5 tonnes to 800 tonnes.", ["shipment EG>SD 800 food/grain/wheat"]),
    ("Egypt's wheat exports to Sudan rose by 5 tonnes.", ["shipment EG>SD food/grain/wheat"]),
    ("Egypt's wheat exports to Sudan did not reach 800 tonnes.", ["shipment EG>SD food/grain/wheat"]),
]  # fmt: skip
CARRIERS = [
    ("A shipment of 40 rifles from Egypt reached Chad.", ["shipment EG>TD 40 weapons/small-arms/rifle"]),
    ("Egypt's shipment of 40 rifles reached Chad.", ["shipment EG>TD 40 weapons/small-arms/rifle"]),
    ("A ship carrying fuel from Egypt arrived in Sudan.", ["shipment EG>SD fuel"]),
    ("The ship from Egypt arrived in Sudan.", []),
    ("The tanker loaded 700 barrels of Libyan crude.", ["shipment LY>? 700 fuel/crude"]),
]  # fmt: skip
OTHERS = [
    ("Norway will finance the purchase of 20 tanks for Mali.", ["shipment NO>ML 20 vehicles/tank predicted"]),
    ("Mali bought drones for its army.", ["shipment ?>ML aircraft/uncrewed"]),
    ("Chad received five 152 mm howitzers from Egypt.", ["shipment EG>TD 5 weapons/artillery/howitzer"]),
    ("Uganda armed the rebels of M23.", ["shipment UG>m23 weapons"]),
    ("Armed men from Uganda fled.", []),
    ("The 40 tanks that Egypt sent to Chad have arrived.", ["shipment EG>TD 40 vehicles/tank"]),
    ("The tanks Egypt sent to Chad in 2020 are old.", ["shipment EG>TD vehicles/tank when=2020"]),
    ("Chad quietly exported 30 tonnes of rice to Mali by rail.", ["shipment TD>ML 30 food/grain/rice"]),
    ("Iranian drones contain Japanese microchips.", ["shipment JP>IR technology/semiconductor"]),
    ("Drones contain microchips.", []),
    ("Ghana took delivery of six boats from China.", ["shipment CN>GH 6 ships"]),
    ("Mali paid Turkey $9 million for six drones.", ["shipment TR>ML 6 aircraft/uncrewed"]),
    ("Mali and Niger have both given trucks to Chad.", ["shipment ML>TD vehicles/truck", "shipment NE>TD vehicles/truck"]),
    ("Italy signed a contract for the sale of 12 helicopters to Egypt.", ["shipment IT>EG 12 aircraft/helicopter"]),
    ("Mali signed a contract with Italy for 12 helicopters.", ["shipment IT>ML 12 aircraft/helicopter pledged"]),
]  # fmt: skip


def test_the_calibre_of_goods_goes_with_them() -> None:
    calibres = [
        each.slots["calibre"].value if "calibre" in each.slots else None
        for each in told("Chad received five 152 mm howitzers and ten trucks from Egypt.")
    ]

    assert [152.0, None] == calibres


@pytest.mark.parametrize(("text", "expected"), ARRIVING)
def test_who_came_somewhere_carrying_goods_is_not_the_place(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_a_share_of_a_trade_is_told_with_its_percentage(text: str, expected: Any) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SUPPLIERS)
def test_whom_a_text_calls_a_supplier_or_buyer_is_told(text: str, expected: Any) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_part_of_a_list_is_told_with_its_own_party_and_figure(text: str, expected: Any) -> None:
    assert sorted(expected) == sorted(lines(text))


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_a_figure_that_a_verb_puts_on_a_trade_is_its_own_where_it_is_the_level(
    text: str, expected: Any
) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), CARRIERS)
def test_what_is_delivered_is_what_the_carrier_holds(text: str, expected: Any) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_a_transfer_of_another_construction_is_told(text: str, expected: Any) -> None:
    assert expected == lines(text)
