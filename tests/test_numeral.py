"""A numeral alone among words: what is read of it without a closer look is what the closer look finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.vocabulary.numbers import Form, numbers
from osintkp.vocabulary.numeral import sole_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30,000", 30000),
        ("Some 1,234,567 barrels arrived", 1234567),
        ("about 810 missiles", 810),
        ("at least 007 people were seen", 7),
        ("12345 kilometres", 12345),
        ("a total of 0 trucks", 0),
    ],
)
def test_a_numeral_among_words_that_count_nothing_is_the_number(text: str, value: float) -> None:
    assert value == sole_numeral(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "tanks", "two tanks", "5 million people", "5 or 6 trucks", "half of 300 trucks", "3 dozen", "4th brigade", "5m", "5 m", "5bn",
        "5 per cent", "5 percent", "5 PERCENTAGE points", "5 pc of them", "5%", "$5", "5 $", "3.5 tonnes", "6.700 tonnes", "1,23 tonnes",
        "10 000 rounds", "12,34,567 rupees", "T-72", "2024-06-19", "1/2", "-5", "#5", "5-6 trucks", "5 mbpd", "300 kbd", "30 mb", "5, all of them",
        "5  trucks", "5 trucks.", "\u0665 trucks", "1234,567 trucks", "5 \u20ac", "\u00bd 5", "a 5 k run", "3 trucks and a third",
    ],
)  # fmt: skip
def test_what_is_not_so_plain_is_left_to_a_closer_look(text: str) -> None:
    assert sole_numeral(text) is None


WORDS = (
    "tanks", "Some", "up", "of", "a", "an", "km", "m", "k", "b", "t", "M", "mb", "kbpd", "mbpd", "mmbbl", "per", "cent", "percent",
    "percentage", "points", "pct", "pc", "people", "persons", "million", "dozen", "Half", "third", "Thirds", "no", "US", "rs", "Rs", "eur", "x", "mm",
    "long", "barrels", "and", "or", "to", "5", "5,000", "1,234,567", "0", "007", "2024", "12345", "1,23", "10 000", "3.5", "6.700", "1/2", "4th",
    "5m", "-", "\u2013", "$", "%", ".", "T-72", "'", "one", "few", "score", "hundreds", "tens", "th", "bpd", "\u00bd", "\u0663", "\u00e9", "\u212a",
)  # fmt: skip


@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join) | st.text(max_size=20))
@settings(max_examples=1500, deadline=None)
def test_what_stands_alone_is_all_that_the_words_say(text: str) -> None:
    value = sole_numeral(text)
    if value is not None:
        (found,) = numbers(text)

        assert (value, value, value) == (found.low, found.best, found.high)
        assert (Form.PLAIN, "", None, False) == (found.form, found.symbol, found.other, found.approximate)
