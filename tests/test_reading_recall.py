"""What no verb or noun tells alone: values beside goods, parties that are meant and not named, headlines, the missing."""

import pytest

from told import lines

VALUES: tuple[tuple[str, list[str]], ...] = (
    ("Sudan approved a package of arms for Chad worth $3 million.", ["shipment SD>TD 3e+06 weapons authorised"]),
    ("Chad bought 40 drones worth $3 million from Iran.", ["shipment IR>TD 40 aircraft/uncrewed", "shipment IR>TD 3e+06 aircraft/uncrewed"]),
    ("Iran approved the sale of missiles to Chad for $3 million.", ["shipment IR>TD 3e+06 missiles authorised"]),
    ("Chad's Iranian oil purchases rose to 400 tonnes.", ["shipment IR>TD 400 fuel"]),
    ("Chad asked for $3 million.", []),
    ("Sudan freed up $3 million for Chad.", ["shipment SD>TD 3e+06 $3 million"]),
    ("Sudan invested $3 million in roads.", []),
)  # fmt: skip
MEANT = (
    ("40 rifles were sent from a plant in Sudan to a trader in Chad.", ["shipment SD>TD 40 weapons/small-arms/rifle"]),
    ("A network of firms in Dubai supplied Iran with engines.", ["shipment AE>IR equipment/engine origin=Dubai"]),
    ("Chad ordered 40 rifles from the Polish arms maker Karvon.", ["shipment PL>TD 40 weapons/small-arms/rifle"]),
    ("Mali's Pemco sent Chad 40 tonnes of diesel.", ["shipment ML>TD 40 fuel/refined/diesel"]),
    ("Chad signed a contract with Iran on the purchase of 40 rifles.", ["shipment IR>TD 40 weapons/small-arms/rifle"]),
    ("Hanwha won an order for 40 howitzers from Chad.", ["shipment hanwha-aerospace>TD 40 weapons/artillery/howitzer"]),
    ("Iran accounted for 12 percent of oil deliveries to Chad.", ["shipment IR>TD 12 fuel"]),
    ("The US imposed sanctions on three Iranian firms for sending parts to Sudan.", ["limit US>IR 3", "shipment IR>SD equipment/parts"]),
    ("Chad's parliament approved the dispatch of 200 Hungarian troops.", ["troop_deployment HU>? 200 Hungarian troops authorised"]),
)  # fmt: skip
GUESTS = (
    ("Kenya hosts 200 Ugandan soldiers.", ["troop_deployment UG>KE 200 Ugandan soldiers"]),
    ("Kenya received 40 trucks under a deal with Iran.", ["shipment ?>KE 40 vehicles/truck"]),
    ("Kenya hosted Iran's president.", ["meeting KE+IR"]),
)
STATES: tuple[tuple[str, list[str]], ...] = (
    ("Sudan to send 40 rifles to Chad", ["shipment SD>TD 40 weapons/small-arms/rifle predicted"]),
    ("40 rifles bound for Chad seized: navy", ["seizure ?>TD 40 weapons/small-arms/rifle"]),
    ("The rifles were bound for Chad.", ["shipment ?>TD weapons/small-arms/rifle"]),
    ("Military aid is vital to Chad.", []),
    ("A convoy of 40 trucks crossed into Sudan from Chad.", ["shipment TD>SD 40 vehicles/truck"]),
    ("Some 24 Chadian soldiers are missing.", ["loss TD>? ~24 Chadian soldiers"]),
    ("Chad is missing.", []),
    ("Rebels shot down 3 Iranian-made drones.", ["loss 3 aircraft/uncrewed"]),
    ("Chad burnt two Sudanese trucks.", ["loss SD>TD 2 vehicles/truck"]),
)


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_a_value_is_that_of_the_goods_it_stands_beside(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_is_meant_is_told_where_the_phrase_names_nobody(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), GUESTS)
def test_only_guests_are_received_for_talks(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_headlines_and_states_tell_what_happened(text: str, expected: list[str]) -> None:
    assert expected == lines(text)
