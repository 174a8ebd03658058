from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from osintkp.errors import AmountError, DimensionError
from osintkp.units import Amount, Band, product, ratio, total
from osintkp.units.arithmetic import Figure, restated
from osintkp.vocabulary.scales import Answer

YES, NO, UNDECIDED = Answer.YES, Answer.NO, Answer.UNDECIDED


def figure(text: str) -> Amount:
    return Amount.parse(text)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("90000 round", "300 container", "300 round/container"),
        ("90000 round", "~300 container", "257.143..300..360 round/container"),
        ("~90000 round", "300 container", "270..300..330 round/container"),
        ("90000..120000 round", "300 container", "300..400 round/container"),
        (">90000 round", "300 container", "300.. round/container"),
        ("<=90000 round", "300 container", "0..300 round/container"),
        ("90000 round", ">=300 container", "0..300 round/container"),
        ("90000 round", "<=300 container", "300.. round/container"),
        ("90000 round", "0 container", "any round/container"),
        ("0 round", "0 container", "any round/container"),
        ("0 round", "0..5 container", "0 round/container"),
        ("300000 round", "1000000 round", "0.3"),
        ("1 mile", "1 kilometre", "1.60934"),
        ("1000 barrel", "8 barrel/tonne", "125 tonne"),
        ("1 cubic_metre", "6.2898107704321 barrel/tonne", "1 tonne"),
        ("30 tank", "50 percent", "60 tank"),
        ("30 tank", "3", "10 tank"),
        ("60 percent", "30 percent", "2"),
        ("6 barrel/day", "2 barrel/day", "3"),
        ("10 kilogram", "2 tonne", "0.005"),
        ("-20 percent", "2", "-0.1"),
        ("10 percent", "-2", "-0.05"),
        ("10 percent", "-2..1", "any"),
        ("10 percent", "-2..0", "any"),
        ("10 percent", "-2..-1", "-0.1..-0.05"),
        ("10 percent", "0..5", "0.02.."),
        ("-10 percent", "0..5", "..-0.02"),
    ],
)
def test_a_ratio_keeps_the_bounds_of_both(first: str, second: str, expected: str) -> None:
    assert expected == str(ratio(figure(first), figure(second)))


@pytest.mark.parametrize(
    ("first", "second"),
    [("6 barrel/day", "3 ship"), ("6 barrel/day", "3 round/container"), ("6 tonne", "3 round/container")],
)
def test_a_ratio_without_a_unit_is_refused(first: str, second: str) -> None:
    with pytest.raises(DimensionError) as error:
        ratio(figure(first), figure(second))

    one, other = first.split()[1], second.split()[1]
    assert f"'{one}' divided by '{other}' has no unit here; convert one of them first" == str(error.value)


@pytest.mark.parametrize(
    ("first", "second"),
    [("8000", "10000 person"), ("20 degree_celsius", "3 day"), ("3 day", "20 degree_celsius")],
)
def test_a_number_or_a_temperature_divided_by_a_count_has_no_unit(first: str, second: str) -> None:
    with pytest.raises(DimensionError, match="has no unit here"):
        ratio(figure(first), figure(second))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("40 container", "300..500 round/container", "12000..20000 round"),
        ("~40 container", "300 round/container", "10500..12000..13500 round"),
        (">40 container", "300 round/container", "12000.. round"),
        ("<=40 container", "300 round/container", "0..12000 round"),
        ("0 container", ">300 round/container", "0 round"),
        ("2 tonne", "8 barrel/tonne", "16 barrel"),
        ("2000 kilogram", "8 barrel/tonne", "16 barrel"),
        ("30 tank", "~1.3", "35.1..39..42.9 tank"),
        ("1000000 round", "~30 percent", "250000..300000..350000 round"),
        ("100 barrel/day", "3", "300 barrel/day"),
        ("10 percent", "-2..3", "-20..30 percent"),
        ("0", "<=5", "0"),
        ("-10..5 percent", "-2..3", "-30..20 percent"),
        ("2 year", "100 barrel/day", "73050 barrel"),
    ],
)
def test_a_product_keeps_the_bounds_of_both(first: str, second: str, expected: str) -> None:
    assert expected == str(product(figure(first), figure(second)))


@pytest.mark.parametrize(
    ("first", "second"), [("5 tank", "3 ship"), ("5 tank", "3 round/container"), ("3", "5 tank")]
)
def test_a_product_without_a_unit_is_refused(first: str, second: str) -> None:
    with pytest.raises(DimensionError) as error:
        product(figure(first), figure(second))

    left, right = (text.partition(" ")[2] for text in (first, second))
    assert (
        f"'{left}' times '{right}' has no unit here; the second must be a number or a rate per the first"
        == str(error.value)
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["5 tank"], "5 tank"),
        (["5 tank", "~30 tank"], "30..35..40 tank"),
        (["5 tank", ">3 tank"], "8.. tank"),
        (["<=5 tank", "3 tank"], "..8 tank"),
        (["2..3 tonne", "500 kilogram"], "2.5..3.5 tonne"),
        (["1 TEU", "1 FEU", "2 FEU"], "7 TEU"),
    ],
)
def test_a_total_stands_in_the_unit_of_the_first(texts: list[str], expected: str) -> None:
    assert expected == str(total(figure(text) for text in texts))


def test_a_total_of_two_dimensions_and_of_nothing_is_refused() -> None:
    with pytest.raises(DimensionError, match="'round' and 'container'"):
        total([figure("5 container"), figure("5 round")])
    with pytest.raises(ValueError, match="there is no figure to add: None; give one or more"):
        total([])


@pytest.mark.parametrize(
    ("band", "other", "contains", "overlaps"),
    [
        (Band(low=250.0, high=500.0, unit="round"), "300 round", YES, YES),
        (Band(low=250.0, high=500.0, unit="round"), "250..500 round", YES, YES),
        (Band(low=250.0, high=500.0, unit="round"), "300..700 round", UNDECIDED, YES),
        (Band(low=250.0, high=500.0, unit="round"), "100..300 round", UNDECIDED, YES),
        (Band(low=250.0, high=500.0, unit="round"), "500 round", YES, YES),
        (Band(low=250.0, high=500.0, unit="round"), "501 round", NO, NO),
        (Band(low=1.0, high=2.0, unit="tonne"), "2.0000000002 tonne", NO, NO),
        (Band(low=250.0, high=500.0, unit="round"), "7 round", NO, NO),
        (Band(low=250.0, high=500.0, unit="round"), ">300 round", UNDECIDED, YES),
        (Band(low=250.0, high=500.0, unit="round"), "<=300 round", UNDECIDED, YES),
        (Band(low=250.0, unit="round"), ">300 round", YES, YES),
        (Band(high=500.0, unit="round"), "<=300 round", YES, YES),
        (Band(unit="round"), ">5 round", YES, YES),
        (Band(low=1.0, high=2.0, unit="mile"), "1609.344 metre", YES, YES),
        (Band(low=1.0, high=2.0, unit="percent"), "0.01..0.02", YES, YES),
        (Band(high=2.0, unit="percent"), "-5 percent", YES, YES),
    ],
)
def test_a_band_holds_another_figure_or_meets_it(
    band: Band, other: str, contains: Answer, overlaps: Answer
) -> None:
    assert (contains, overlaps) == (band.contains(figure(other)), band.overlaps(figure(other)))


@pytest.mark.parametrize("ask", ["contains", "overlaps"])
def test_a_band_is_not_held_against_another_dimension(ask: str) -> None:
    with pytest.raises(DimensionError, match="'round' and 'tank'"):
        getattr(Band(low=1.0, unit="round"), ask)(figure("5 tank"))


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band(low=1.0, best=1.5, high=2.0, unit="km"), "1..1.5..2 km"),
        (Band(low=1.0, best=1.0, high=1.0), "1"),
        (Band(low=1.0), "1.."),
        (Band(high=1.0, unit="round"), "..1 round"),
        (Band(low=1.0, best=2.0), "1..2.."),
        (Band(unit="round"), "any round"),
        (Band(), "any"),
    ],
)
def test_a_band_prints_like_a_range_with_its_open_ends(band: Band, expected: str) -> None:
    assert expected == str(band)


def test_a_band_is_converted_with_its_open_ends() -> None:
    assert Band(low=2000.0, best=None, high=None, unit="kilogram") == Band(low=2.0, unit="tonne").converted(
        "kg"
    )
    assert Band(low=2.0, best=3.0, high=4.0, unit="TEU") == Band(
        low=1.0, best=1.5, high=2.0, unit="FEU"
    ).converted("TEU")


def test_a_band_of_a_band_is_the_same_band() -> None:
    band = Band(low=1.0, best=2.0, high=3.0, unit="tonne")

    assert band == Band.of(band)


def values() -> st.SearchStrategy[float]:
    return st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@st.composite
def bands(draw: st.DrawFn) -> tuple[Band, float]:
    """Draw a band of pure numbers and a value in it."""
    low, inside, high = sorted(draw(values()) for _ in range(3))
    ends = {"low": draw(st.sampled_from([low, None])), "high": draw(st.sampled_from([high, None]))}
    return Band(low=ends["low"], high=ends["high"]), inside


def holds(band: Figure, value: float) -> bool:
    slack = 1e-9 * max(1.0, abs(value))
    return (band.low is None or band.low <= value + slack) and (
        band.high is None or value <= band.high + slack
    )


@given(bands(), bands())
def test_the_product_of_values_lies_in_the_product_of_bands(
    one: tuple[Band, float], other: tuple[Band, float]
) -> None:
    assert holds(product(one[0], other[0]), one[1] * other[1])


@given(bands(), bands())
def test_the_ratio_of_values_lies_in_the_ratio_of_bands(
    one: tuple[Band, float], other: tuple[Band, float]
) -> None:
    assume(abs(other[1]) > 1e-3)

    assert holds(ratio(one[0], other[0]), one[1] / other[1])


@given(bands(), bands())
def test_the_sum_of_values_lies_in_the_sum_of_bands(
    one: tuple[Band, float], other: tuple[Band, float]
) -> None:
    assert holds(total([one[0], other[0]]), one[1] + other[1])


@pytest.mark.parametrize(
    ("text", "unit"),
    [("~90000 barrel", "litre"), (">3 mile", "metre"), ("12..18 tonne", "kilogram"), ("7 tank", "tank"), ("30 percent", "")],
)  # fmt: skip
def test_an_amount_restated_has_the_numbers_of_the_converted_one(text: str, unit: str) -> None:
    converted = figure(text).converted(unit)

    assert Band.of(converted) == restated(figure(text), unit)


def test_an_amount_too_long_to_write_in_a_unit_is_restated_in_it() -> None:
    long = figure(f"{'9' * 40} tonne")

    assert 1e43 == restated(long, "kilogram").best
    with pytest.raises(AmountError, match="at most 40 characters"):
        long.converted("kilogram")


def test_an_amount_is_restated_in_no_unit_of_another_kind() -> None:
    with pytest.raises(DimensionError):
        restated(figure("3 tonne"), "barrel")
