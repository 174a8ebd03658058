"""Digits with separators, in English and elsewhere."""

from __future__ import annotations

import pytest

from osintkp.vocabulary.number_digits import reading


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("7", (7.0, None)),
        ("6,700", (6700.0, None)),
        ("1,234,567.5", (1234567.5, None)),
        ("10 000", (10000.0, None)),
        ("10\u00a0000\u00a0000", (10000000.0, None)),
        ("10'000", (10000.0, None)),
        ("1,00,000", (100000.0, None)),
        ("12,34,56,789", (123456789.0, None)),
        ("4.35", (4.35, None)),
        (".50", (0.5, None)),
        ("0.500", (0.5, None)),
        ("1.234.567", (1234567.0, None)),
        ("1.234,56", (1234.56, None)),
        ("1/2", (0.5, None)),
        ("2/5", (0.4, None)),
        ("2\u00bd", (2.5, None)),
        ("\u00be", (0.75, None)),
        ("1\u00bc", (1.25, None)),
        ("\u2153", (1 / 3, None)),
        ("5\u2154", (5 + 2 / 3, None)),
    ],
)
def test_digits_are_read_as_english_prints_them(printed: str, expected: tuple[float, None]) -> None:
    assert expected == reading(printed)


def test_three_digits_after_one_point_have_two_readings() -> None:
    assert (6.7, 6700.0) == reading("6.700")


def test_a_multiplier_after_it_leaves_one_reading() -> None:
    assert (6.7, None) == reading("6.700", scaled=True)


@pytest.mark.parametrize("printed", ["0.125", "6.70", "1234.567", "6.7000"])
def test_other_points_have_one_reading(printed: str) -> None:
    assert (float(printed), None) == reading(printed)


def test_a_comma_is_a_decimal_point_only_before_a_multiplier() -> None:
    assert (1.5, None) == reading("1,5", scaled=True)
    assert reading("1,5") is None


@pytest.mark.parametrize(
    "printed",
    [
        "19:30",
        "24/7",
        "9/11",
        "3/2",
        "2/2",
        "1,5000",
        "2023,500",
        "0,500",
        "0 500",
        "1,000 000",
        "13.02.2024",
        "5'10",
        "1.50,000",
        "",
    ],
)
def test_what_is_no_number_is_not_read(printed: str) -> None:
    assert reading(printed) is None
