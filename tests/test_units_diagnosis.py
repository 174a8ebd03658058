from __future__ import annotations

import pytest

from costs import cost
from osintkp.errors import AmountError, InvalidValueError, UnitError
from osintkp.units import Amount, number_faults
from osintkp.units.diagnosis import refuse, refuse_hedge
from osintkp.units.number_faults import HOW, fault

GROUPED = "the digits are grouped"
COMMA = "a comma in the number"
DASH = "a dash between two numbers"
FINITE = "the number is not finite"
ENDLESS = "write the number, or >=N for what has no upper bound"
ASCII = "the number has letters that are no ASCII digits"
POINTS = "a range is written with two points"
SPREAD = "a spread beside the number"
GLUED = "no space between number and unit"
NONE = "no number in the notation"
SPACES = "one space stands between number, unit and hedge"
NO_RANGE = "this mark takes no such range"
HEDGED = "the hedge or the policy after the unit is not closed or not clean"
HEDGE_FIX = 'put at most 80 characters between two ", then @ and the policy, like ~5 crate "some" @digit'
WORD = "a number word stands where the unit belongs"
ONE_WORD = "a unit is one word or a rate of two"
FIRST = "start with the number, like ~6700 container"
CODE = "write the number, then the ISO 4217 code, like 4350000000 EUR"
MARK = "the mark is not in the notation"


@pytest.fixture(scope="module", autouse=True)
def _compile_anew() -> None:
    """Forget the compiled faults, so that these tests see their making."""
    number_faults._faults.cache_clear()


NUMBERS = [
    ("", "no amount", HOW),
    ("  \n", "no amount", HOW),
    (" 6700 container", "spaces around the amount", "write 6700 container"),
    ("6700 container\n", "spaces around the amount", "write 6700 container"),
    ("6700 cont\nainer ", "spaces around the amount", "write 6700 cont\\nainer"),
    ("6,700 container", GROUPED, "write 6700 container (or 6.700 for a decimal comma)"),
    ("~6,700 container", GROUPED, "write ~6700 container (or 6.700 for a decimal comma)"),
    (">=1,000,000 round", GROUPED, "write >=1000000 round"),
    ("1,000.5 tonne", GROUPED, "write 1000.5 tonne"),
    ("10 000 km", GROUPED, "write 10000 km"),
    ("10\u00a0000 km", GROUPED, "write 10000 km"),
    ("10\u202f000\u202f000 km", GROUPED, "write 10000000 km"),
    ("1'000 USD", GROUPED, "write 1000 USD"),
    ("1\u2019000 USD", GROUPED, "write 1000 USD"),
    ("1_000 km", GROUPED, "write 1000 km"),
    ("5,67,890 INR", GROUPED, "write 567890 INR"),
    ("1,5", COMMA, "write 1.5 for a decimal comma, or 15 for grouped digits"),
    ("~12,34 km", COMMA, "write ~12.34 for a decimal comma, or ~1234 for grouped digits"),
    ("1.000,5 tonne", COMMA, "write 1000.5 for a decimal comma, or 1.0005 for grouped digits"),
    ("1.000.000,5 tonne", COMMA, "write 1000000.5 for a decimal comma, or 10000005 for grouped digits"),
    ("12 345,67 EUR", COMMA, "write 12345.67 for a decimal comma, or 1234567 for grouped digits"),
    ("2 5 km", "a space in the number", HOW),
    ("10\u201320 km", DASH, "write 10..20 km"),
    ("~10 - 20 km", DASH, "write ~10..20 km"),
    ("3-5 mm", DASH, "write 3..5 mm"),
    ("\u22125 km", "the minus sign is not ASCII", "write -5 km"),
    ("~\u20115 percent", "the minus sign is not ASCII", "write ~-5 percent"),
    ("5...6 km", POINTS, "write 5..6 km"),
    ("5\u20266 km", POINTS, "write 5..6 km"),
    ("5 .. 6 km", POINTS, "write 5..6 km"),
    ("5.. 6 km", POINTS, "write 5..6 km"),
    ("1 \u00b1 0.5 km", SPREAD, "write the low and the high number, like 0.5..1.5 km"),
    ("1+/-0.5 km", SPREAD, "write the low and the high number, like 0.5..1.5 km"),
    ("..5000 round", "a range without a low end", "write <=5000 round"),
    ("+5 km", "a plus sign before the number", "write 5 km"),
    (".5 km", "no digit before the point", "write 0.5 km"),
    (">-.5 percent", "no digit before the point", "write >-0.5 percent"),
    ("5. km", "no digit after the point", "write 5 km"),
    ("~5.", "no digit after the point", "write ~5"),
    ("~ 6700 crate", "a space between mark and number", "write ~6700 crate"),
    ("\u22486700 crate", MARK, "write ~6700 crate"),
    ("\u223c6700 crate", MARK, "write ~6700 crate"),
    ("\u226510000 person", MARK, "write >=10000 person"),
    ("\u226410000 person", MARK, "write <=10000 person"),
    ("3 1/2 mile", "a fraction", "write a decimal number, like 3.5"),
    ("1/2 mile", "a fraction", "write a decimal number, like 3.5"),
    ("1e5 km", "an exponent in the number", "write 100000 km"),
    ("~1.5E-3 km", "an exponent in the number", "write ~0.0015 km"),
    ("1e39", "an exponent in the number", f"write {int(1e39)}"),
    ("1e40", "an exponent in the number", HOW),
    ("1e308", "an exponent in the number", HOW),
    ("9.5e308", "an exponent in the number", HOW),
    ("1e-999 km", "an exponent in the number", HOW),
    ("5\u00b2 km", ASCII, "use the digits 0 to 9 only"),
    ("\u00bd tonne", ASCII, "use the digits 0 to 9 only"),
    ("\u0663\u0664 km", ASCII, "write 34 km"),
    ("~\uff11\uff12.5 km", ASCII, "write ~12.5 km"),
    ("\u0663 \u043a\u043c", ASCII, "use the digits 0 to 9 only"),
    ("5%", GLUED, "write 5 percent"),
    ("~30%", GLUED, "write ~30 percent"),
    ("152mm", GLUED, "write 152 mm"),
    ("152-mm", GLUED, "write 152 mm"),
    ('6700containers "say"', GLUED, 'write 6700 containers "say"'),
    ("5xyz", GLUED, HOW),
    ("$4", "the currency stands before the number", CODE),
    ("~\u20ac5", "the currency stands before the number", CODE),
    ("about 5 km", "the number does not stand first", FIRST),
    ("~x", "the number does not stand first", FIRST),
    ("9**9**9 tonne", NONE, HOW),
    ("0x10 km", NONE, HOW),
    ("1.2.3 km", NONE, HOW),
    ("5;6", NONE, HOW),
    ("(5)", NONE, HOW),
    ("--5 km", NONE, HOW),
    ("~>5 km", NONE, HOW),
    ("=5 km", NONE, HOW),
    (">", NONE, HOW),
    ("..", NONE, HOW),
    ("5..6..7..8 km", NONE, HOW),
    ("5000.. round", NO_RANGE, "write >=5000, ~5000.. or a range without a mark"),
    (">5..6 km", NO_RANGE, "write >=5, ~5.. or a range without a mark"),
    ("<=5..6..7 km", NO_RANGE, "write >=5, ~5.. or a range without a mark"),
    ("6700  crate", SPACES, "write 6700 crate"),
    ('6700  crate  "a few"', SPACES, 'write 6700 crate "a few"'),
    ("6,700 a\\b", GROUPED, "write 6700 a\\b (or 6.700 for a decimal comma)"),
    ("5;" + "x" * 198, NONE, HOW),
    ("6700\tcrate", SPACES, "write 6700 crate"),
]


@pytest.mark.parametrize(("text", "what", "fix"), NUMBERS)
def test_a_number_outside_the_notation_is_refused_with_what_would_be_right(
    text: str, what: str, fix: str
) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    assert ("number-syntax", what, text, fix) == error.value.args[:4]


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        "nan km",
        "inf",
        "-inf km",
        "~Infinity",
        ">=INF km",
        "1e999",
        "9.5E+1000 km",
        "1e309 km",
        "1e310",
        "1e400",
        "1e" + "9" * 30,
    ],
)
def test_a_number_that_is_not_finite_is_refused(text: str) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    assert ("number-not-finite", FINITE, text, ENDLESS) == error.value.args[:4]


def test_a_word_that_only_begins_like_infinity_is_no_number() -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse("infantry 5")

    assert ("number-syntax", FIRST) == (error.value.code, error.value.fix)


@pytest.mark.parametrize(
    "text",
    ["9" * 41, "5 .. " + "9" * 41, "~1." + "0" * 39, "9" * 100_000, "-" + "9" * 41, "5.." + "9" * 41 + " km"],
)
def test_a_number_of_more_than_forty_characters_is_refused(text: str) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    expected = ("number-size", "a number has at most 40 characters", text, "write it with fewer digits")
    assert expected == error.value.args[:4]


@pytest.mark.parametrize("text", ['5 km "' + "x" * 200, "x" * 100_000, " " * 201, "1,1," * 60, "-" * 500])
def test_a_text_of_more_than_two_hundred_characters_is_refused(text: str) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    expected = (
        "number-size",
        "an amount has at most 200 characters",
        text,
        "write the number, the unit and the hedge only",
    )
    assert expected == error.value.args[:4]


@pytest.mark.parametrize(
    "text",
    [
        '6700 crate "a',
        '6700 crate ""',
        '6700 crate "a" b',
        "6700 crate @",
        '6700 "x" crate',
        '5 crate @digit "x"',
        '5 "',
        '5 crate "' + "w" * 81 + '"',
        "5 @No",
    ],
)
def test_a_hedge_or_policy_that_is_not_closed_is_refused(text: str) -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse(text)

    assert ("hedge-syntax", HEDGED, text, HEDGE_FIX) == error.value.args[:4]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("6 million rounds", "write 6000000 round"),
        ("6 million", "write 6000000 and the unit, like 6000000 round"),
        ("~6 millions", "write ~6000000 and the unit, like ~6000000 round"),
        ("2..3 million shells", "write 2000000..3000000 round"),
        ("4.35 billion EUR", "write 4350000000 EUR"),
        (">=4.1 million km", "write >=4100000 kilometre"),
        ("3 dozen tanks", "write 36 tank"),
        ("5 k", "write 5000 and the unit, like 5000 round"),
        ("2 million of them", "write 2000000 and the unit, like 2000000 round"),
        ('6 million "say"', "write 6000000 and the unit, like 6000000 round"),
        ("6 million small drones", "write 6000000 drone"),
        ("20 million metric tons", "write 20000000 and the unit, like 20000000 round"),
    ],
)
def test_a_number_word_is_refused_with_the_number_written_out(text: str, fix: str) -> None:
    with pytest.raises(UnitError) as error:
        Amount.parse(text)

    assert ("unit-unknown", WORD, text, f"number word: {fix}") == error.value.args[:4]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("5 us gallon", "write 5 us_gallon"),
        ("~5 us gallons", "write ~5 us_gallon"),
        ("6700 shipping containers", "write 6700 container"),
        ("6700 big shipping containers", "write 6700 container"),
        ("5 barrels per day", "write 5 barrel/day"),
        ("5 barrels a day", "write 5 barrel/day"),
        ("2..3 square kilometres", "write 2..3 square_kilometre"),
        ("5 km /h", "write it like barrel or barrel/day"),
        ("5 very many", "write it like barrel or barrel/day"),
    ],
)
def test_a_unit_of_several_words_is_refused_with_the_one_word(text: str, fix: str) -> None:
    with pytest.raises(UnitError) as error:
        Amount.parse(text)

    assert ("unit-syntax", ONE_WORD, text, fix) == error.value.args[:4]


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("5 ton", "unit-ambiguous", "ton"),
        ("5 unti", "unit-unknown", "unti"),
        ("5 Xyz", "unit-unknown", "Xyz"),
        ("9" * 40 + " ton", "unit-ambiguous", "ton"),
        ('5 MT "some"', "unit-ambiguous", "MT"),
        ("5 km**0", "unit-syntax", "km**0"),
        ("5 m\ns", "unit-syntax", "m\ns"),
        ("5 k\u200bm", "unit-syntax", "k\u200bm"),
        ("1 \u33a2", "unit-unknown", "\u33a2"),
        ("5 degC/day", "unit-offset", "degree_celsius/day"),
        ("5 " + "a" * 65, "unit-size", "a" * 65),
        ("~5 " + "a" * 100_000, "unit-size", "a" * 397),
    ],
)
def test_a_refused_unit_is_named_alone(text: str, code: str, value: str) -> None:
    with pytest.raises(UnitError) as error:
        Amount.parse(text)

    assert (code, value) == (error.value.code, error.value.value)


def test_what_a_fix_repeats_cannot_reach_the_terminal() -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse("6,700 \x1b[31mcrate\u202e")

    assert "write 6700 \\x1b[31mcrate\\u202e (or 6.700 for a decimal comma)" == error.value.fix
    assert str(error.value).isprintable()


def test_a_hedge_that_is_no_plain_words_is_refused() -> None:
    with pytest.raises(AmountError) as error:
        refuse_hedge('5 round "a"b"', 'a"b')

    fix = "give at most 80 characters, without double quotes or line ends"
    assert ("hedge-syntax", "a hedge is plain words", 'a"b', fix) == error.value.args[:4]


@pytest.mark.parametrize(
    "text", ["6700 container", "~1.3", "-5 percent", "2..5 km", "", "5000..6000 ton"][:4]
)
def test_a_sound_number_has_no_fault(text: str) -> None:
    assert fault(text) is None


HOSTILE = [
    "9" * 100_000,
    "1," * 50_000,
    "5 " + "a" * 100_000,
    "5 " + "kilo" * 10_000 + "m",
    "~" * 100_000,
    "." * 100_000,
    "(" * 1_000 + "5" + ")" * 1_000,
    "-" * 1_000 + "5",
    "9**9**9**9 tonne",
    "1 000" * 39,
    "1,00" * 49,
    "1 " * 99,
    "5 " + "/" * 190,
    "5 " + "a " * 98,
    "5 " + "million " * 24,
    '5 km "' + '" "' * 60,
    "\u0663" * 199,
    "1e" * 99,
    "1.." * 60,
    " " * 199 + "5",
    "5" + " " * 198,
    "5 \n" * 60,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_a_hostile_text_is_refused_within_ten_milliseconds_and_in_few_words(text: str) -> None:
    def refused() -> str:
        with pytest.raises(InvalidValueError) as error:
            Amount.parse(text)
        return str(error.value)

    assert len(refused()) < 1_000
    assert cost(refused) < 0.01


def test_a_long_hedge_after_a_unit_that_fits_is_a_text_that_is_too_long() -> None:
    with pytest.raises(AmountError) as error:
        Amount.parse("5 " + "a" * 64 + ' "' + "x" * 200)

    assert "an amount has at most 200 characters" == error.value.what


def test_a_text_that_is_an_amount_but_for_its_unit_is_refused_for_it() -> None:
    with pytest.raises(UnitError) as error:
        refuse("5 gallon")

    assert "unit-ambiguous" == error.value.code
