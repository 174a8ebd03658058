from __future__ import annotations

import pytest

from osintkp.units import Comparator
from osintkp.units.notation import (
    LONGEST_TEXT,
    Numbers,
    Written,
    numbers,
    plain,
    read,
    rounded,
    says,
    whole_number,
)

C = Comparator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6700 container", Written(C.EXACT, "6700", "container", None, None)),
        ("~6700 container", Written(C.ABOUT, "6700", "container", None, None)),
        (">10000 person", Written(C.ABOVE, "10000", "person", None, None)),
        (">=10000 person", Written(C.AT_LEAST, "10000", "person", None, None)),
        ("<5 ship", Written(C.BELOW, "5", "ship", None, None)),
        ("<=3000000 round", Written(C.AT_MOST, "3000000", "round", None, None)),
        ("2000000..5000000 round", Written(C.BETWEEN, "2000000..5000000", "round", None, None)),
        ("5000..6000..7000 person", Written(C.BETWEEN, "5000..6000..7000", "person", None, None)),
        ("~2000.. container", Written(C.FROM_ABOUT, "2000..", "container", None, None)),
        ("~5000..6000 person", Written(C.FROM_ABOUT, "5000..6000", "person", None, None)),
        ("~5000..6000..7000 person", Written(C.ABOUT, "5000..6000..7000", "person", None, None)),
        ("~1.3", Written(C.ABOUT, "1.3", None, None, None)),
        ("-2.5..-1 percent", Written(C.BETWEEN, "-2.5..-1", "percent", None, None)),
        ('~30 percent "some"', Written(C.ABOUT, "30", "percent", "some", None)),
        ("~30 percent @digit", Written(C.ABOUT, "30", "percent", None, "digit")),
        ('~3 tank/day "up to, say, 3" @fifth', Written(C.ABOUT, "3", "tank/day", "up to, say, 3", "fifth")),
        ('~1.3 "حوالي"', Written(C.ABOUT, "1.3", None, "حوالي", None)),
        ("5 km2", Written(C.EXACT, "5", "km2", None, None)),
        ("5.." + "9" * 40, Written(C.BETWEEN, "5.." + "9" * 40, None, None, None)),
        ("9" * 40, Written(C.EXACT, "9" * 40, None, None, None)),
        ("1." + "9" * 38, Written(C.EXACT, "1." + "9" * 38, None, None, None)),
        ("5 " + "a" * 64, Written(C.EXACT, "5", "a" * 64, None, None)),
        ('5 kg "' + "w" * 80 + '"', Written(C.EXACT, "5", "kg", "w" * 80, None)),
    ],
)
def test_a_text_in_the_notation_falls_into_its_parts(text: str, expected: Written) -> None:
    assert expected == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "container",
        "5000.. person",
        ">5..6 person",
        ">~5 person",
        "..5 person",
        "5..6..7..8 person",
        "5....7 person",
        "1.2.3 km",
        ".5 km",
        "5. km",
        "+5 km",
        "1e5 km",
        "\u0663 km",
        "5\u00a0km",
        "5  km",
        " 5 km",
        "5 km ",
        "5 km\n",
        "5km",
        "5 km**2",
        '5 km ""',
        '5 km "  "',
        '5 km "a\nb"',
        '5 km "a\x1bb"',
        '5 km "a\u2028b"',
        '5 km "a',
        '5 km "a"b"',
        '5 km @Digit "a"',
        "5 km @",
        "5 km @" + "a" * 21,
        "9" * 41,
        "12." + "9" * 38,
        "5.." + "9" * 41,
        "5 " + "a" * 65,
        '5 kg "' + "w" * 81 + '"',
    ],
)
def test_a_near_miss_is_not_read(text: str) -> None:
    assert read(text) is None


def test_a_text_of_two_hundred_characters_is_read_and_a_longer_one_is_not() -> None:
    longest = "..".join("123"[place] + "0" * 39 for place in range(3)) + " " + "a" * 64

    just, over = (f'{longest} "{"w" * length}"' for length in (8, 9))

    assert (200, 201) == (len(just), len(over))
    assert read(just) is not None
    assert read(over) is None


def test_a_text_is_measured_before_it_is_read() -> None:
    numbers_text = "1.." + "0" * 38 + "2.." + "0" * 38 + "3"
    text = f'{numbers_text} imperial_gallon/second "' + "w" * 80 + '"'

    assert len(text) <= LONGEST_TEXT
    assert read(text) is not None
    assert read("0" + " " * LONGEST_TEXT) is None


@pytest.mark.parametrize(
    ("comparator", "printed", "expected"),
    [
        (C.EXACT, "6700", (6700.0, 6700.0, 6700.0)),
        (C.EXACT, "-0", (0.0, 0.0, 0.0)),
        (C.ABOUT, "6700", (6030.0, 6700.0, 7370.0)),
        (C.ABOUT, "5..6..7", (5.0, 6.0, 7.0)),
        (C.ABOVE, "10", (10.0, None, None)),
        (C.AT_LEAST, "10", (10.0, None, None)),
        (C.BELOW, "10", (None, None, 10.0)),
        (C.AT_MOST, "10", (None, None, 10.0)),
        (C.BETWEEN, "2..5", (2.0, None, 5.0)),
        (C.BETWEEN, "2..4..5", (2.0, 4.0, 5.0)),
        (C.FROM_ABOUT, "2000..", (2000.0, None, None)),
        (C.FROM_ABOUT, "2000..4000", (2000.0, None, 4000.0)),
    ],
)
def test_printed_numbers_have_bounds_by_their_comparator(
    comparator: Comparator, printed: str, expected: Numbers
) -> None:
    assert expected == numbers(comparator, printed, "tenth")


def test_the_bounds_of_an_approximate_number_follow_the_policy() -> None:
    assert (6650.0, 6700.0, 6750.0) == numbers(C.ABOUT, "6700", "digit")


def test_minus_zero_is_zero() -> None:
    assert "0.0" == str(numbers(C.EXACT, "-0.0", "tenth")[1])


@pytest.mark.parametrize(
    ("comparator", "printed", "expected"),
    [
        (C.EXACT, "6700", True),
        (C.EXACT, "6700.0", True),
        (C.EXACT, "6701", False),
        (C.EXACT, "6700..6700..6700", False),
        (C.EXACT, " 6700", False),
        (C.EXACT, "6_700", False),
        (C.EXACT, "6700 container", False),
        (C.EXACT, "", False),
        (C.EXACT, "~6700", False),
        (C.ABOVE, "6700..", False),
        (C.BETWEEN, "6700..6700..6700", True),
        (C.ABOUT, "6700..6700..6700", True),
        (C.EXACT, "6700." + "0" * 36, False),
    ],
)
def test_a_printed_form_is_kept_only_where_it_says_the_numbers(
    comparator: Comparator, printed: str, expected: bool
) -> None:
    assert expected == says(comparator, printed, "tenth", (6700.0, 6700.0, 6700.0))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, "0"),
        (6700.0, "6700"),
        (-6700.0, "-6700"),
        (0.1, "0.1"),
        (1e-06, "0.000001"),
        (-1.5e-07, "-0.00000015"),
        (5.960464477539063e-08, "0.00000005960464477539063"),
        (1e16, "10000000000000000"),
        (1e22, "10000000000000000000000"),
        (158.987294928, "158.987294928"),
        (1.5e300, str(int(1.5e300))),
    ],
)
def test_a_number_is_printed_plainly_and_reads_back(value: float, expected: str) -> None:
    assert expected == plain(value)
    assert value == float(plain(value))


def test_the_working_shows_six_significant_digits() -> None:
    assert ["447.761", "3000000", "0.000123457", "6.35"] == [
        rounded(value) for value in (447.76119402985074, 3e6, 0.000123456789, 6.35)
    ]


def test_every_comparator_has_its_mark() -> None:
    assert ["", "~", ">", ">=", "<", "<=", "", "~"] == [sign.mark for sign in Comparator]
    assert ["=", "~", ">", ">=", "<", "<=", "..", "~.."] == list(Comparator)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">500 round", (">", "500", "round")),
        ("7", ("", "7", None)),
        ("9" * 15, ("", "9" * 15, None)),
        ("9" * 16, None),
        ("5..9 round", None),
        ("5  round", None),
        ("-5 percent", None),
        ("5 km2", None),
    ],
)
def test_a_text_of_the_commonest_form_falls_into_three_parts(
    text: str, expected: tuple[str, str, str | None] | None
) -> None:
    assert expected == whole_number(text)


def test_a_printed_minus_nought_is_nought() -> None:
    assert ["0.0", "0.0", "0.0"] == [str(value) for value in numbers(C.EXACT, "-0", "tenth")]


@pytest.mark.parametrize(
    ("comparator", "printed", "given", "expected"),
    [
        (C.BETWEEN, "5..9", (5.0, None, 9.0), True),
        (C.EXACT, "5..9", (5.0, None, 9.0), False),
        (C.BETWEEN, "5..6..9", (5.0, 6.0, 9.0), True),
        (C.BETWEEN, "5..6..9", (5.0, None, 9.0), False),
        (C.FROM_ABOUT, "5..9", (5.0, None, 9.0), True),
        (C.ABOUT, "5..9", (5.0, None, 9.0), False),
    ],
)
def test_printed_numbers_say_what_their_comparator_and_all_of_them_mean(
    comparator: Comparator, printed: str, given: Numbers, *, expected: bool
) -> None:
    assert expected is says(comparator, printed, "tenth", given)
