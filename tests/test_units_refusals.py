from __future__ import annotations

import pytest

from costs import cost
from osintkp.errors import UnitError
from osintkp.units.definitions import is_unit, unit
from osintkp.units.refusals import LONGEST, number_word, words


def refused(name: str) -> tuple[str, str, object, str]:
    with pytest.raises(UnitError) as error:
        unit(name)
    return error.value.code, error.value.what, error.value.value, error.value.fix


SEVERAL = "the unit has several readings"
BETTER = "the unit has another name here"
SHAPE = "a unit is one name or one rate of two names"


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("ton", "tonne, short_ton, long_ton"),
        ("tons", "tonne, short_ton, long_ton"),
        ("Ton", "tonne, short_ton, long_ton"),
        ("TONS", "tonne, short_ton, long_ton"),
        ("MT", "tonne, kilotonne"),
        ("MTs", "tonne, kilotonne"),
        ("mt", "tonne, metre"),
        ("kt", "kilotonne, knot"),
        ("M", "metre, mile, month"),
        ("gallon", "us_gallon, imperial_gallon"),
        ("gallons", "us_gallon, imperial_gallon"),
        ("dollar", "USD, AUD, CAD, HKD, NZD, SGD, TWD"),
        ("dollars", "USD, AUD, CAD, HKD, NZD, SGD, TWD"),
        ("pound", "pound_mass, GBP, EGP, LBP, SYP, SSP"),
        ("won", "KRW, KPW"),
        ("rials", "IRR, YER, OMR"),
    ],
)
def test_a_word_of_several_readings_is_refused_with_each(name: str, candidates: str) -> None:
    assert ("unit-ambiguous", SEVERAL, name, f"write one of {candidates}") == refused(name)


@pytest.mark.parametrize(
    "name", ["m", "mile", "barrel", "bbl", "t", "short_ton", "us_gallon", "knot", "tonne", "month"]
)
def test_a_near_word_with_one_reading_is_taken(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("%", "percent"),
        ("\u2103", "degree_celsius"),
        ("\u33a2", "square_kilometre"),
        ("km\u00b2", "square_kilometre"),
        ("m3", "cubic_metre"),
        ("soldiers", "person"),
        ("Troops", "person"),
        ("shells", "round"),
        ("euros", "EUR"),
        ("lorry", "truck"),
        ("deliveries", "shipment"),
        ("Deliveries", "shipment"),
    ],
)
def test_a_word_that_has_another_name_here_is_refused_with_it(name: str, better: str) -> None:
    assert ("unit-unknown", BETTER, name, f"write {better}") == refused(name)


@pytest.mark.parametrize(
    ("name", "number"), [("million", 10**6), ("dozens", 12), ("thousand", 1000), ("bn", 10**9)]
)
def test_a_number_word_is_no_unit(name: str, number: int) -> None:
    expected = (
        "unit-unknown",
        "a number word stands where the unit belongs",
        name,
        f"number word: write {number} round, not 1 {name}",
    )

    assert expected == refused(name)


def test_a_number_word_is_told_from_a_unit() -> None:
    assert [10**6, 10**9, 12, None, None] == [
        number_word(word) for word in ("millions", "billion", "dozen", "mile", "")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "km**0",
        "()",
        "__import__('os').system('id')",
        "m\ns",
        "k\u200bm",
        "a/b/c",
        "/b",
        "a/",
        "/",
        "5+5",
        "km^2",
        "_",
        "a b",
    ],
)
def test_what_is_not_written_like_a_unit_is_refused_without_being_read(name: str) -> None:
    assert ("unit-syntax", SHAPE, name, "write it like barrel or barrel/day") == refused(name)


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("contaner", "did you mean container or tanker?"),
        ("Container", "did you mean container?"),
        ("CONTAINERS", "did you mean container?"),
        ("usd", "did you mean USD?"),
        ("kilometr", "did you mean kilometre?"),
        ("teu", "did you mean TEU?"),
        ("KM", "did you mean kilometre?"),
        ("Tanks", "did you mean tank?"),
        ("tannk", "did you mean tank or tanker?"),
        ("G", "use a unit of osintkp/data/units.txt, like piece"),
        ("wheel_barrow", "use a unit of osintkp/data/units.txt, like piece"),
        ("persn", "did you mean person?"),
        ("eurr", "use a unit of osintkp/data/units.txt, like piece"),
        ("zorkmid", "use a unit of osintkp/data/units.txt, like piece"),
        (
            "\u043a\u043e\u043d\u0442\u0435\u0439\u043d\u0435\u0440",
            "use a unit of osintkp/data/units.txt, like piece",
        ),
    ],
)
def test_an_unknown_unit_is_refused_with_the_nearest_names(name: str, fix: str) -> None:
    assert ("unit-unknown", "no such unit", name, fix) == refused(name)


def test_a_unit_that_is_too_long_is_refused_and_one_that_just_fits_is_looked_up() -> None:
    long = "a" * (LONGEST + 1)

    assert ("unit-size", "a unit has at most 64 characters", long, "write a name like container") == refused(
        long
    )
    assert refused("a" * LONGEST)[0] == "unit-unknown"
    assert refused("m/" + "s" * 200)[0] == "unit-size"


def test_every_candidate_and_every_better_word_is_a_unit() -> None:
    offered = {name for names in words()["ambiguous"].values() for name in names} | set(
        words()["instead"].values()
    )

    assert [] == [name for name in sorted(offered) if not is_unit(name)]


def test_no_refused_word_is_a_unit() -> None:
    refused_words = [*words()["ambiguous"], *words()["instead"], *words()["number_words"]]

    assert [] == [name for name in refused_words if is_unit(name)]
    assert len(refused_words) == len(set(refused_words))


@pytest.mark.parametrize(
    "name", ["a" * 64, "containe" * 8, "_" * 64, "kilo" * 16, "a" * 100_000, "a/" * 50_000]
)
def test_a_hostile_name_is_refused_within_ten_milliseconds(name: str) -> None:
    assert cost(lambda: refused(name)) < 0.01
