"""Numbers in running text: what they are, where they stand, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import cost
from osintkp.vocabulary.number_pieces import Kind
from osintkp.vocabulary.number_tokens import tokens_of, view_of
from osintkp.vocabulary.numbers import Form, NumberMention, counts, numbers


def only(text: str) -> NumberMention:
    (found,) = numbers(text)
    return found


def values(text: str) -> list[float | None]:
    return [found.best for found in numbers(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6,700", 6700),
        ("10 000", 10000),
        ("10\u202f000", 10000),
        ("4.2", 4.2),
        ("three million", 3e6),
        ("Three  million", 3e6),
        ("three\nmillion", 3e6),
        ("fifty", 50),
        ("ninety-nine", 99),
        ("twenty five", 25),
        ("nineteen", 19),
        ("zero", 0),
        ("a hundred", 100),
        ("a thousand", 1000),
        ("hundred", 100),
        ("one hundred and fifty", 150),
        ("two hundred fifty", 250),
        ("two hundred-and-five", 205),
        ("one hundred and twenty thousand", 120_000),
        ("two thousand and five", 2005),
        ("two thousand five hundred", 2500),
        ("three hundred and fifty thousand two hundred and six", 350_206),
        ("two million two hundred thousand", 2.2e6),
        ("seven billion", 7e9),
        ("one trillion", 1e12),
        ("5 hundred thousand", 500_000),
        ("10 millions", 1e7),
        ("5 lakh", 500_000),
        ("a lakh", 100_000),
        ("two crore", 2e7),
        ("1.5 million", 1.5e6),
        ("0 million", 0),
        ("10 bn", 1e10),
        ("3 mln", 3e6),
        ("10K", 10_000),
        ("80bn", 8e10),
        ("2tn", 2e12),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half-a-million", 500_000),
        ("half a million", 500_000),
        ("a half-million", 500_000),
        ("half a hundred thousand", 50_000),
        ("a quarter of a million", 250_000),
        ("quarter million", 250_000),
        ("a third of a million", 1e6 / 3),
        ("three quarters of a million", 750_000),
        ("three quarters a million", 750_000),
        ("one and a half million", 1.5e6),
        ("one-and-a-half", 1.5),
        ("two and a half", 2.5),
        ("2 and a half", 2.5),
        ("three and a quarter million", 3.25e6),
        ("a million and a half", 1.5e6),
        ("2\u00bd million", 2.5e6),
        ("\u00bd million", 500_000),
        ("2 1/2", 2.5),
        ("1,00,000", 100_000),
        ("1.234.567", 1_234_567),
        ("1,5 million", 1.5e6),
        (".50", 0.5),
    ],
)
def test_a_number_is_read_from_its_words(words: str, value: float) -> None:
    text = f"Near Goma {words} were counted"

    found = only(text)

    assert (value, value, value) == pytest.approx((found.low, found.best, found.high), rel=1e-12)
    assert words == found.words == text[found.start : found.end]
    assert not found.approximate
    assert Form.PLAIN is found.form


@pytest.mark.parametrize(
    ("words", "low", "other"),
    [
        ("dozens", 24, 12),
        ("Hundreds", 200, 100),
        ("thousands", 2000, 1000),
        ("millions", 2e6, 1e6),
        ("tens of thousands", 20_000, 10_000),
        ("hundreds of thousands", 200_000, 100_000),
        ("tens of millions", 2e7, 1e7),
        ("[d]ozens", 24, 12),
        ("several", 3, None),
        ("several hundred", 300, None),
        ("several thousand", 3000, None),
        ("several thousands", 3000, None),
        ("several million", 3e6, None),
        ("several hundred thousand", 300_000, None),
        ("several [dozen]", 36, None),
        ("a handful of thousand", 3000, None),
        ("a few", 3, None),
        ("a few hundred", 300, None),
        ("few thousand", 3000, None),
        ("multiple", 2, None),
    ],
)
def test_a_vague_word_has_a_lower_end_only(words: str, low: float, other: float | None) -> None:
    found = only(f"They lost {words} tanks")

    assert (low, None, None, other) == (found.low, found.best, found.high, found.other)
    assert (words, Form.VAGUE, True) == (found.words, found.form, found.approximate)


@pytest.mark.parametrize(("words", "low"), [("tens", 20), ("scores", 40), ("a handful", 3)])
def test_some_vague_words_count_only_before_of(words: str, low: float) -> None:
    assert low == only(f"saw {words} of boats").low
    assert () == numbers(f"saw {words} boats")


@pytest.mark.parametrize(
    ("words", "value"),
    [("a couple", 2), ("a couple of hundred", 200), ("a couple hundred", 200), ("couple of thousand", 2000)],
)
def test_a_couple_is_approximate_and_has_both_ends(words: str, value: float) -> None:
    found = only(f"about {words} of them")

    assert (value, value, value, True) == (found.low, found.best, found.high, found.approximate)
    assert words == found.words


@pytest.mark.parametrize("text", ["a couple tanks", "the last couple of days"])
def test_a_couple_counts_after_an_article_or_before_of(text: str) -> None:
    assert 2 == only(text).best


def test_a_couple_that_is_two_people_is_no_number() -> None:
    assert () == numbers("the couple left")


@pytest.mark.parametrize(
    "text",
    [
        "few tanks",
        "multiple-choice",
        "multiple rocket launchers",
        "multiple launch systems",
        "several-fold",
        "the few left",
    ],
)
def test_a_word_that_is_no_count_is_no_vague_number(text: str) -> None:
    assert () == numbers(text)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("5,000 to 7,000 men", "5,000 to 7,000", 5000, 7000),
        ("5,000-7,000 men", "5,000-7,000", 5000, 7000),
        ("5,000\u20137,000 men", "5,000\u20137,000", 5000, 7000),
        ("between 600 and 874 tanks", "600 and 874", 600, 874),
        ("between about 600 and 874 tanks", "600 and 874", 600, 874),
        ("between 4.2 and 5.8 million rounds", "4.2 and 5.8 million", 4.2e6, 5.8e6),
        ("20 to 25 million", "20 to 25 million", 2e7, 2.5e7),
        ("five to seven thousand", "five to seven thousand", 5000, 7000),
        ("two to three dozen", "two to three dozen", 24, 36),
        ("two to two thousand five hundred", "two to two thousand five hundred", 2, 2500),
        ("500 to 1 million", "500 to 1 million", 500, 1e6),
        ("$10\u2013$11 billion", "$10\u2013$11 billion", 1e10, 1.1e10),
        ("$5-7 million", "$5-7 million", 5e6, 7e6),
        ("between 29% and 40%", "29% and 40%", 29, 40),
        ("25 to 40 percent", "25 to 40 percent", 25, 40),
        ("two or three tankers", "two or three", 2, 3),
        ("5 or 6 million", "5 or 6 million", 5e6, 6e6),
        ("a five-to-ten-year term", "five-to-ten", 5, 10),
        ("a two-or-three-year term", "two-or-three", 2, 3),
        ("10 or 20 men", "10 or 20", 10, 20),
        ("10-to-15 men", "10-to-15", 10, 15),
        ("from 5,000 to 7,000 men", "5,000 to 7,000", 5000, 7000),
        ("a third to a half of it", "a third to a half", 1 / 3, 1 / 2),
    ],
)
def test_a_range_has_two_ends_and_no_best(text: str, words: str, low: float, high: float) -> None:
    found = only(text)

    assert (words, Form.RANGE) == (found.words, found.form)
    assert (low, high) == pytest.approx((found.low, found.high))
    assert found.best is None


def test_a_range_keeps_the_mark_of_either_end() -> None:
    assert ["%", "$", "%"] == [only(text).symbol for text in ("25 to 40 percent", "$5-7 million", "5% to 7%")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("losses rose from 5,000 to 7,000", [5000, 7000]),
        ("fell 20% to 30%", [20, 30]),
        ("5 and 7 tanks", [5, 7]),
        ("2012-13", [2012, 13]),
        ("7 to 5", [7, 5]),
        ("5 to 5", [5, 5]),
        ("10 or 50 men", [10, 50]),
        ("$5 to 40%", [5, 40]),
        ("5% to $7", [5, 7]),
        ("two thousand to three tanks", [2000, 3]),
        ("5 tanks to 7", [5, 7]),
        ("half to 5 tanks", [0.5, 5]),
        ("5% to 7 tanks", [5, 7]),
        ("10 or 25 men", [10, 25]),
        ("5 m deep", [5]),
        ("9" * 40, [float("9" * 40)]),
        ("weapons.1234 men", [1234]),
        ("10men", [10]),
        ("5" + " " * 12 + "to 7", [5, 7]),
        ("7 and 5 tanks", [7, 5]),
    ],
)
def test_two_numbers_that_are_no_range_stay_two(text: str, expected: list[float]) -> None:
    assert expected == values(text)
    assert all(each.other is None for each in numbers(text))


def test_a_verb_of_change_in_an_earlier_sentence_does_not_break_a_range() -> None:
    assert 7000 == only("Prices rose. From 5,000 to 7,000 men came.").high


def test_two_numbers_may_share_the_multiplier_of_the_second() -> None:
    first, second = numbers("estimates of 4.2 and 5.8 million rounds")

    assert (4.2e6, 4.2) == (first.best, first.other)
    assert (5.8e6, None) == (second.best, second.other)


def test_a_number_keeps_its_own_size_beside_a_smaller_multiplied_one() -> None:
    assert [2023.0, 5e6] == values("2023 and 5 million")


@pytest.mark.parametrize(
    ("text", "value"),
    [("half of them", 0.5), ("a third of them", 1 / 3), ("two-thirds", 2 / 3), ("one third", 1 / 3), ("one half", 0.5),
     ("three quarters full", 0.75), ("a quarter, he said", 0.25), ("1/3 of it", 1 / 3), ("a tenth more", 0.1), ("a fifth", 0.2)],
)  # fmt: skip
def test_a_fraction_is_told_from_a_number(text: str, value: float) -> None:
    found = only(text)

    assert Form.FRACTION is found.form
    assert value == pytest.approx(found.best)


@pytest.mark.parametrize(
    "text",
    [
        "a third missile was fired", "the third quarter", "a quarter horse", "the first half", "in the second half of June", "half-brother",
        "the western half", "third", "thirds", "headquarters", "two third", "an hour and a half",
    ],
)  # fmt: skip
def test_an_ordinal_and_a_side_are_no_fraction(text: str) -> None:
    assert [] == [found.words for found in numbers(text) if found.form is Form.FRACTION]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("30%", "30%", 30), ("30 %", "30 %", 30), ("30 percent", "30 percent", 30), ("thirty per cent", "thirty per cent", 30),
        ("3 percentage points", "3 percentage points", 3), ("30pct", "30pct", 30), ("half a percent", "half a percent", 0.5),
    ],
)  # fmt: skip
def test_percent_belongs_to_the_number(text: str, words: str, value: float) -> None:
    found = only(f"fell {text} since")

    assert (words, value, "%", Form.PLAIN) == (found.words, found.best, found.symbol, found.form)


@pytest.mark.parametrize(
    ("text", "words", "value", "symbol"),
    [
        ("$4.35 billion", "$4.35 billion", 4.35e9, "$"), ("US$5m", "US$5m", 5e6, "US$"), ("\u20ac80bn", "\u20ac80bn", 8e10, "\u20ac"),
        ("$5 m", "$5 m", 5e6, "$"), ("$3b", "$3b", 3e9, "$"), ("$2T", "$2T", 2e12, "$"), ("80 \u20ac", "80 \u20ac", 80, "\u20ac"),
        ("\u00a3 3,000", "\u00a3 3,000", 3000, "\u00a3"), ("about $22,000", "$22,000", 22000, "$"),
    ],
)  # fmt: skip
def test_a_currency_mark_belongs_to_the_number(text: str, words: str, value: float, symbol: str) -> None:
    found = only(f"worth {text} then")

    assert (words, value, symbol) == (found.words, found.best, found.symbol)
    assert found.other is None


def test_a_glued_m_is_millions_that_may_be_metres() -> None:
    found = only("30m barrels")

    assert (3e7, 30.0) == (found.best, found.other)


@pytest.mark.parametrize("text", ["a 5m-long trench", "5m high", "5m/s"])
def test_a_glued_m_before_a_length_is_metres(text: str) -> None:
    found = only(text)

    assert (5.0, None, "5") == (found.best, found.other, found.words)


def test_a_point_before_three_digits_is_a_decimal_point_that_may_set_thousands_apart() -> None:
    found = only("6.700 containers")

    assert (6.7, 6700.0) == (found.best, found.other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("170mm", [170]), ("152-mm", [152]), ("500,000-barrel", [500_000]), ("40-strong", [40]), ("60-year-old", [60]), ("eight-member", [8]),
        ("7.62x39mm", [7.62]), ("10tons", [10]), ("5 g", [5]), ("200km", [200]), ("5t", [5]), ("3-million", [3e6]), ("1,960-strong", [1960]),
        ("100+", [100]), ("(12)", [12]), ("\u201c12", [12]), ("~5", [5]), ("3x", [3]),
    ],
)  # fmt: skip
def test_what_hangs_on_a_number_is_left_off(text: str, expected: list[float]) -> None:
    assert expected == values(f"the {text} x")


@pytest.mark.parametrize(
    "text",
    [
        "T-72", "Su-35", "AK-47s", "M1989", "COVID-19", "mid-2000", "S\u2013300", "1980s", "F-16s", "15th", "21st", "2nd", "3rd", "7am", "5pm",
        "19:30", "2024-06-19", "19.06.2024", "24/7", "9/11", "2S19", "9M133", "5G", "L/52", "multi-million", "no one", "one-way", "one another",
        "one's", "twenty-first", "two-fold", "three-star", "#5", "x_5", "5_x", "weapons.12 The", "said,\u201d3 The", "attended", "often", "someone",
        "weight", "multimillion", "hundredth", "02-2365-9071", "x[12]", "bn", "tens", "9" * 41, "1." + "9" * 40, "5b", "5kk",
    ],
)  # fmt: skip
def test_names_dates_ranks_and_keys_are_no_numbers(text: str) -> None:
    assert [] == values(f"the {text} and")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24,000 152 mm rounds", [24_000, 152]), ("24 152 mm guns", [24, 152]), ("18 155mm howitzers", [18, 155]), ("90 155-mm guns", [90, 155]),
        ("24 152 guns", [24152]), ("6 million 152 mm shells", [6e6, 152]), ("5.5 152 mm guns", [5.5, 152]),
    ],
)  # fmt: skip
def test_a_calibre_is_not_glued_to_the_number_before_it(text: str, expected: list[float]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2023,500 trucks", [2023, 500]), ("paragraphs 1,2 and 3", [1, 2, 3]), ("in 2023 500 trucks", [2023, 500]),
        ("100 200 300 400 500 600 700 800", [100, 200, 300, 400, 500, 600, 700, 800]), ("5 two", [5, 2]), ("twenty 240mm", [20, 240]),
        ("nineteen eighty-four", [19, 84]), ("one two three", [1, 2, 3]), ("ten and twenty", [10, 20]), ("six million and two tanks", [6e6, 2]),
        ("twenty zero", [20, 0]), ("three hundred\n\nthousand", [300, 1000]), ("two million million", [2e6, 1e6]), ("a dozen two", [12, 2]),
        ("one hundred hundred", [100, 100]), ("ten tens of", [10, None]), ("5 1/2 1/2", [5.5, 0.5]), ("...5 men", [5]), ("x.5 men", []),
        ("twenty ten", [20, 10]), ("one hundred and five and six", [105, 6]), ("ten scores of men", [10, None]), ("war (.5 men", [0.5]),
    ],
)  # fmt: skip
def test_numbers_side_by_side_stay_apart(text: str, expected: list[float]) -> None:
    assert expected == values(text)


def test_one_before_a_noun_counts() -> None:
    assert [1, 1] == values("one tanker, one of three")[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a limousine", [1]), ("An envoy", [1]), ("another test", [1]), ("a single shot", [1, 1]), ("both ships", [2]), ("met twice", [2]),
        ("no shells", [0]), ("none", [0]), ("without a permit", [0, 1]), ("Japan's navy", []), ("U.S.A. aid", []), ("no-one", [0]), ("vitamin-a", []),
        ("a.m.", [1]),
    ],
)  # fmt: skip
def test_words_that_count_without_a_numeral(text: str, expected: list[float]) -> None:
    found = counts(text)

    assert expected == [each.best for each in found]
    assert all(text[each.start : each.end] == each.words for each in found)
    assert not any(each.approximate for each in found)


def test_the_pieces_tell_what_they_do() -> None:
    text = "several hundred and two thirds of 5"

    assert [Kind.VAGUE, Kind.HUNDRED, Kind.ONES, Kind.PARTS, Kind.DIGITS] == [
        token.kind for token in tokens_of(view_of(text), text)
    ]


def test_a_letter_that_grows_when_it_is_made_small_moves_nothing() -> None:
    text = "\u0130zmir, \u0130stanbul: 500 tonnes"

    assert "500" == only(text).words
    assert len(text) == len(view_of(text))


NUMERALS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(1000, 10**12).map("{:,}".format),
    st.sampled_from(
        ["three million", "half a million", "dozens", "a third of them", "5 to 7", "$4bn", "30 percent"]
    ),
)
PLACES = st.sampled_from(["Bunia", "Sirte", "Lachin", "Kassala", "\u00c7ank\u0131r\u0131", "Sana\u2019a"])


@given(st.lists(st.one_of(NUMERALS, PLACES, st.text(max_size=12)), max_size=12).map(" ".join))
def test_offsets_are_exact_ordered_and_apart_in_any_text(text: str) -> None:
    found = numbers(text)

    assert all(text[each.start : each.end] == each.words for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for each in found:
        assert each.low is not None
        assert each.high is None or each.low <= each.high
        assert each.best is None or each.low == each.best == each.high


@given(st.text())
def test_no_text_is_refused(text: str) -> None:
    assert len(text) == len(view_of(text))
    assert all(text[each.start : each.end] == each.words for each in (*numbers(text), *counts(text)))


@given(NUMERALS, PLACES)
def test_what_stands_before_a_number_moves_it_and_changes_nothing_else(numeral: str, place: str) -> None:
    here, there = numbers(f"{numeral} men"), numbers(f"{place}: {numeral} men")

    moved = len(place) + 2
    assert [(each.low, each.best, each.high, each.start + moved) for each in here] == [
        (each.low, each.best, each.high, each.start) for each in there
    ]


@given(st.integers(1, 10**15 - 1))
def test_a_grouped_number_is_the_number(value: int) -> None:
    assert value == only(f"of {value:,} tonnes").best


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "100 ",
        "1,",
        "1-",
        "1/",
        "9",
        "million ",
        "hundred and ",
        "hundreds of ",
        "five to ",
        "between 1 and ",
        "$",
        "[",
        "one-",
        "a third ",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(times: int) -> float:
        return cost(lambda: numbers(piece * times))

    assert seconds(16_000) < 40 * max(seconds(2_000), 0.001)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("several 152 mm guns", [None, 152]),
        ("dozens of 152 mm guns", [None, 152]),
        ("two-thirds of 5 men", [2 / 3, 5]),
        ("half a million 152 mm shells", [500_000, 152]),
        ("multi-million 5", [5]),
        ("thirds 5", [5]),
        ("few 5", [5]),
        ("tens 5", [5]),
        ("scores 5", [5]),
        ("bn 5", [5]),
        ("twenty-first 5", [5]),
        ("three thirds", [3]),
        ("zero thirds", [0]),
        ("x-million", []),
        ("first half of 2023", [2023]),
        ("no one came", []),
    ],
)
def test_what_is_no_number_hides_none_after_it(text: str, expected: list[float | None]) -> None:
    assert expected == values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("several million million", [3e6, 1e6]),
        ("thousands of thousands", [2000, 2000]),
        ("hundreds of dozens", [200, 24]),
    ],
)
def test_a_vague_word_is_multiplied_upwards_only(text: str, expected: list[float]) -> None:
    assert expected == [each.low for each in numbers(text)]


def test_a_bracket_around_a_number_is_left_off() -> None:
    assert "several dozen" == only("the [several dozen] men").words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "no none nil neither never without nobody nothing"),
        (1, "a an another single sole lone once"),
        (2, "both pair twin twice"),
        (3, "thrice"),
    ],
)
def test_every_counting_word_has_its_value(value: int, words: str) -> None:
    assert [value] * len(words.split()) == [each.best for each in counts(words)]


def test_the_forms_have_stable_names() -> None:
    assert ["plain", "range", "vague", "fraction"] == list(Form)


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("k", 1e3), ("m", 1e6), ("mn", 1e6), ("mln", 1e6), ("bn", 1e9), ("bln", 1e9), ("tn", 1e12), (" mn", 1e6), (" mln", 1e6), (" bn", 1e9),
        (" bln", 1e9), (" tn", 1e12), (" thousand", 1e3), (" lakh", 1e5), (" million", 1e6), (" crore", 1e7), (" billion", 1e9),
        (" trillion", 1e12), (" thousands", 1e3), (" lakhs", 1e5), (" millions", 1e6), (" crores", 1e7), (" billions", 1e9), (" trillions", 1e12),
        (" hundred", 100), (" dozen", 12), (" hundreds", 100), (" dozens", 12), ("-million", 1e6), ("\u2010thousand", 1e3),
    ],
)  # fmt: skip
def test_every_multiplier_has_its_value(words: str, scale: float) -> None:
    assert 3 * scale == only(f"some 3{words} of them").best


@pytest.mark.parametrize(
    ("word", "below"),
    [
        ("half", 2),
        ("third", 3),
        ("quarter", 4),
        ("fourth", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("seventh", 7),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
    ],
)
def test_every_part_has_its_value(word: str, below: int) -> None:
    assert 1 / below == only(f"one {word} of them").best == only(f"one-{word}").best


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212"])
def test_every_dash_joins_a_range(dash: str) -> None:
    assert 7 == only(f"5{dash}7 tanks").high
    assert () == numbers(f"a T{dash}72")


@pytest.mark.parametrize("blank", ["\u00a0", "\u2007", "\u2009", "\u202f", " "])
def test_every_narrow_blank_sets_thousands_apart(blank: str) -> None:
    assert 10_000_000 == only(f"of 10{blank}000{blank}000 men").best


@pytest.mark.parametrize("mark", "$\u20ac\u00a3\u00a5\u20a9\u20bd\u20b4\u20aa\u20ba\u20b9\u20b8")
def test_every_currency_mark_is_kept(mark: str) -> None:
    assert mark == only(f"{mark}5").symbol


@pytest.mark.parametrize("mark", ["us$", "A$", "C$", "HK$", "NZ$", "NT$", "S$"])
def test_the_letters_before_a_dollar_belong_to_it(mark: str) -> None:
    assert (mark, f"{mark}5") == (only(f"for {mark}5").symbol, only(f"for {mark}5").words)
    assert "$" == only(f"x{mark}5").symbol


def test_a_bracket_that_nothing_opens_is_read_at_the_head_of_a_text_too() -> None:
    found = numbers("t]housands of men fled")

    assert [(0, 10, 2000.0)] == [(each.start, each.end, each.low) for each in found]
