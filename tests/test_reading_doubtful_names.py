"""Names that are ordinary words, letters that mean several things, datelines, waters, and what takes up a state."""

from __future__ import annotations

import pytest

import osintkp


def actors(text: str) -> list[str]:
    """Return the ids of the actors of a text."""
    return [each.actor or "?" for each in osintkp.find(text).actors]


def goods(text: str) -> list[str]:
    """Return the words for goods of a text."""
    return [each.quote for each in osintkp.find(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dawn reported it.", ["dawn"]),
        ("Dawn broke over Goma.", []),
        ("The Guardian has seen it.", ["guardian"]),
        ("Guardian drones flew.", []),
        ("A Hindu temple burnt.", []),
        ("According to Oryx, it burnt.", ["oryx"]),
        ("An Oryx helicopter fell.", []),
        ("The PDF is out.", []),
        ("In Myanmar the PDF took a town.", ["MM", "peoples-defence-force"]),
        ("Twelve men were KIA.", []),
    ],
)
def test_a_name_that_is_an_ordinary_word_is_one_only_where_it_stands_like_one(
    text: str, expected: list[str]
) -> None:
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEOUL, South Korea (AP) \u2014 Chad sent trucks.", ["ap", "TD"]),
        ("MOSCOW, July 3. /TASS/. Serbia got fuel.", ["tass", "RS"]),
        ("(Beirut) \u2013 Yemen got fuel.", ["YE"]),
        ("JUBA, South Sudan, (UNMISS) \u2013 Kenya sent troops.", ["unmiss", "KE"]),
        ("Seoul, South Korea and Chad sent trucks.", ["KR", "KR", "TD"]),
        ("It sank in the South China Sea and the Gulf of Guinea.", []),
        ("China and Guinea met.", ["CN", "GN"]),
    ],
)
def test_datelines_and_waters_name_nobody(text: str, expected: list[str]) -> None:
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea met Chad. The North left, then the South.", ["KP", "TD", "KP", "KR"]),
        ("Chad fell. The North left.", ["TD"]),
        ("North Korea and the Global South met.", ["KP"]),
        ("Bahrain paid. The island kingdom then left.", ["BH", "BH"]),
        ("Chad paid. The war-torn Central African nation left.", ["TD", "CF"]),
        ("Pakistan's army left.", ["pk-armed-forces"]),
    ],
)
def test_a_state_is_taken_up_by_what_it_is(text: str, expected: list[str]) -> None:
    assert expected == actors(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Typhoon Haiyan struck.", []),
        ("Two Typhoon jets flew.", ["Typhoon jets"]),
        ("The Caesar Act stands.", []),
        ("It sent six Caesars.", ["Caesars"]),
        ("The Spike missile hit; a Spike missed.", ["Spike missile", "Spike"]),
        ("Spike in prices.", []),
        ("Trade with Shell fell.", []),
        ("A shell fell.", ["shell"]),
        ("Fish tanks broke.", []),
    ],
)
def test_a_model_that_is_an_ordinary_name_is_goods_only_beside_its_class(
    text: str, expected: list[str]
) -> None:
    assert expected == goods(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2004/08", "2004/2008"),
        ("in 2004-08", "2004-08"),
        ("in H1 2023", "2023-01/2023-06"),
        ("in the third quarter", "2023-07/2023-09"),
        ("by year-end", "../2024"),
        ("in FY2022", "2022"),
        ("in FY24", "2024"),
        ("on 12.05.2023", "2023-05-12"),
        ("an H1 engine of 12/05/2023 in the week end", ""),
    ],
)
def test_dates_in_short_writing_are_read(text: str, expected: str) -> None:
    found = osintkp.find(text, published="2024-05-20").dates

    assert [expected] * bool(expected) == [each.when.edtf for each in found if each.when is not None]
