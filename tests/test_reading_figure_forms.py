"""Figures in unusual writing: parts of a million, numbers told twice, models with a number, lists with dashes."""

from __future__ import annotations

import pytest

import osintkp


def figures(text: str) -> list[str]:
    """Return each figure as its bounds and its unit."""
    return [
        f"{'' if each.low is None else f'{each.low:g}'}..{'' if each.high is None else f'{each.high:g}'} {each.unit}"
        for each in osintkp.find(text).amounts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad got at least a quarter of million rounds.", ["250000.. round"]),
        ("Chad got half of million tonnes of wheat.", ["500000..500000 tonne"]),
        ("Some three quarters of million people fled.", ["750000..750000 person"]),
        ("Chad lost at least a quarter of its tanks.", ["25.. percent"]),
        ("A quarter of the million-dollar fund is left.", ["25..25 percent", "1e+06..1e+06 USD"]),
        ("Hundreds upon hundreds of shells fell.", ["200.. round"]),
        ("The army lost a score of armoured vehicles.", ["20..20 vehicle"]),
        ("He wrote a score of some beauty.", []),
        ("Mali bought fifteen (15) trucks.", ["15..15 truck"]),
        ("Mali bought 15 (fifteen) trucks.", ["15..15 truck"]),
        ("Output is 3x the level of then.", ["3..3 time"]),
        ("They lost 2x Mi-17 helicopters.", ["2..2 helicopter"]),
        ("It sold 70 m barrels behind a wall 70 m high.", ["7e+07..7e+07 barrel", "70..70 metre"]),
        ("It paid 500m pounds for 500 pounds of tea.", ["5e+08..5e+08 GBP", "500..500 pound_mass"]),
        ("The price is Sh40 million.", ["4e+07..4e+07 KES"]),
        ("It lasted half a century and half an hour.", ["0.5..0.5 century", "0.5..0.5 hour"]),
        ("A year and a half went by.", ["1.5..1.5 year"]),
        ("It rose from the currently authorised 1,440 to 1,920 police.", ["1440..1440 person", "1920..1920 person"]),
        ("Output went up from 3.1 to 3.4 million barrels.", ["3.1e+06..3.1e+06 barrel", "3.4e+06..3.4e+06 barrel"]),
        ("It keeps no more than 40 tanks and 300 trucks.", ["..40 tank", "..300 truck"]),
        ("It keeps more than 40 tanks and 300 trucks.", ["40.. tank", "300..300 truck"]),
        ("It keeps no more than 40 tanks but has 300 trucks.", ["..40 tank", "300..300 truck"]),
        ("The death toll in Chad rose to 260 last year.", ["260..260 person"]),
    ],
)  # fmt: skip
def test_a_figure_in_unusual_writing_is_read(text: str, expected: list[str]) -> None:
    assert expected == figures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France sent Mirage 2000 jets to Chad.", []),
        ("France sent six Mirage 2000 jets to Chad.", ["6..6 aircraft"]),
        ("Iran has Shahed 136 drones.", []),
        ("Iran has 10 Shahed 136 drones.", ["10..10 drone"]),
        ("Chad has ten Hermes 900 drones.", ["10..10 drone"]),
        ("Kenya has 40 RPG 7 launchers and Kenya 40 trucks.", ["40..40 launcher", "40..40 truck"]),
        ("The plan has three phases, Horizon 1, 2, and 3.", ["3..3 phase"]),
        ("Rwanda sent three ships, Kenya 2, Chad 4.", ["3..3 ship", "2..2 ship", "4..4 ship"]),
        ("Mali got 21 .50 caliber machine guns.", ["21..21 gun", "0.5..0.5 inch"]),
        ("World War 2 tanks stood there.", []),
    ],
)
def test_the_number_of_a_model_counts_nothing(text: str, expected: list[str]) -> None:
    assert expected == figures(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tanks \u2013 45 (+3), howitzers \u2013 12 (+1).", ["45..45 tank", "12..12 howitzer"]),
        ("The tanks - 45 of them - burnt.", ["45..45 tank"]),
        ("The ministry said that one missile fell.", ["1..1 missile"]),
        ("They fired that one missile.", []),
        ("We lost dozens of men in Gao and several are wounded.", ["24.. person", "3.. person"]),
        ("Twelve soldiers fell, while eight others were brought to Bria.", ["12..12 person", "8..8 person"]),
        ("Two of the boats had no sails and five were full of rice.", ["2..2 boat", "5..5 boat"]),
    ],
)
def test_a_figure_whose_noun_stands_elsewhere_is_read(text: str, expected: list[str]) -> None:
    assert expected == figures(text)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Around 40 trucks of flour reached Goma on Monday.", "flour"),
        ("40 tonnes of rice sailed from Odesa.", "rice"),
        ("200 rolled steel plates lay in the port.", "rolled steel plates"),
    ],
)
def test_what_is_counted_ends_before_the_verb(text: str, item: str) -> None:
    assert [item] == [each.item for each in osintkp.find(text).amounts]
