"""Who gave, got, lost or struck where other words tell it; verbs that pass nothing on."""

import pytest

from told import lines

LOST: tuple[tuple[str, list[str]], ...] = (
    ("Chad intercepted three missiles fired from Libya.", ["loss LY>TD 3 missiles"]),
    ("Kenyan customs officers intercepted 40 drones at the border.", ["seizure KE>? 40 aircraft/uncrewed place=the border"]),
    ("Air defence units shot down or intercepted 40 Chadian drones.", ["loss TD>? 40 aircraft/uncrewed"]),
    ("Sudan condemned a raid on a Chadian convoy in which 12 soldiers were killed.", ["loss TD>? 12 soldiers"]),
    ("Sudan condemned a raid on a Chadian convoy, after which 12 soldiers were killed.", ["loss 12 soldiers"]),
    ("On the Malian side, 21 soldiers have died.", ["loss ML>? 21 soldiers"]),
    ("On the Malian border, 21 soldiers have died.", ["loss 21 soldiers"]),
    ("At least 12 people were killed and scores more injured in Ethiopian airstrikes on a Sudanese port.", ["loss SD>ET >=12 people place=a Sudanese port"]),
    ("The war between Chad and Libya goes on. Libya lost 12 tanks.", ["loss LY>? 12 vehicles/tank"]),
    ("The war between Chad and Libya goes on. 12 Libyan tanks were destroyed.", ["loss LY>TD 12 vehicles/tank"]),
)  # fmt: skip
GIVEN: tuple[tuple[str, list[str]], ...] = (
    ("Egypt answered Khartoum's call, supplying the country with 200 drones.", ["shipment EG>SD 200 aircraft/uncrewed"]),
    ("Iran supplied the country with 300 drones.", ["shipment IR>? 300 aircraft/uncrewed"]),
    ("Chad and Mali sent 40 trucks to Togo.", ["shipment TD+ML>TG 40 vehicles/truck"]),
    ("Chad and Mali each sent 40 trucks to Togo.", ["shipment TD>TG 40 vehicles/truck", "shipment ML>TG 40 vehicles/truck"]),
    ("Iran seized a tanker that had left Kuwait for Pakistan.", ["seizure KW>PK IR>? ships/tanker"]),
    ("Iran seized a tanker, docked in Kuwait.", ["seizure KW>? IR>? ships/tanker"]),
    ("Turkey seized a tanker off the coast of Libya.", ["seizure TR>? ships/tanker place=the coast of Libya"]),
    ("Iran sent Syria 40 tonnes of crude oil. The tanker made three trips between Syria and Iran.", ["shipment IR>SY 40 fuel/crude", "shipment IR>SY 3 trips"]),
    ("The tanker made three trips between Syria and Iran.", ["shipment SY>IR 3 trips"]),
    ("South and North Korea signed a peace treaty.", ["treaty KR+KP a peace treaty"]),
    ("Chad and Mali have been at peace since 1953. They signed a trade agreement.", ["treaty TD+ML a trade agreement"]),
    ("Sudan seized a ship in May. The ship had been involved in oil smuggling.", ["seizure SD>? ships when=XXXX-05"]),
)  # fmt: skip
NOTHING = (
    "Drones heading towards Khartoum were seen.",
    "Chadian helicopters landing at the base were seen.",
    "The frigates are designed to detect, track and destroy Libyan submarines.",
    "Egypt needs money to supply its armed forces.",
    "Some 300 Ukrainian prisoners returned home from Russia.",
    "Three vessels appear to wait off Aden.",
)


@pytest.mark.parametrize(("text", "expected"), LOST)
def test_who_lost_and_who_struck_is_told_around_the_loss(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_who_gave_and_who_got_is_told_by_other_words(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_passes_nothing_on_tells_nothing(text: str) -> None:
    assert [] == lines(text)
