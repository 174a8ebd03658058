from __future__ import annotations

import ast
import operator
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import osintkp.dates
from costs import cost
from osintkp.dates import Precision, When, months_after
from osintkp.dates.edtf import LONGEST, bounds
from osintkp.errors import DateError
from osintkp.vocabulary.scales import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

YES, NO, UNDECIDED = Answer.YES, Answer.NO, Answer.UNDECIDED


def when(text: str) -> When:
    return When.parse(text)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def refused(value: Any) -> DateError:
    with pytest.raises(DateError) as error:
        When.parse(value)
    assert error.value.value is value
    return error.value


# What a text allows.


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-06-19", "2024-06-19", "2024-06-19", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02", "2023-02-01", "2023-02-28", "month"),
        ("2024-12", "2024-12-01", "2024-12-31", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2024-22", "2024-06-01", "2024-08-31", "season"),
        ("2024-23", "2024-09-01", "2024-11-30", "season"),
        ("2024-24", "2024-12-01", "2025-02-28", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("198X", "1980-01-01", "1989-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2024-XX", "2024-01-01", "2024-12-31", "year"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31", "year"),
        ("2024-06-XX", "2024-06-01", "2024-06-30", "month"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
        ("001X", "0010-01-01", "0019-12-31", "decade"),
        ("01XX", "0100-01-01", "0199-12-31", "century"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("9999-12", "9999-12-01", "9999-12-31", "month"),
        ("9999-24", "9999-12-01", "9999-12-31", "season"),
        ("99XX", "9900-01-01", "9999-12-31", "century"),
        ("2023-09/2024-02", "2023-09-01", "2024-02-29", "interval"),
        ("2024-02-26/2024-02-26", "2024-02-26", "2024-02-26", "interval"),
        ("2024/2024-03", "2024-01-01", "2024-03-31", "interval"),
        ("2024-03/2024", "2024-03-01", "2024-12-31", "interval"),
        ("198X/1991-12", "1980-01-01", "1991-12-31", "interval"),
        ("2023-23/2024-21", "2023-09-01", "2024-05-31", "interval"),
        ("2024-06-XX/2024-XX", "2024-06-01", "2024-12-31", "interval"),
        ("2023-09/..", "2023-09-01", None, "interval"),
        ("2023-09/", "2023-09-01", None, "interval"),
        ("../2024", None, "2024-12-31", "interval"),
        ("/2024", None, "2024-12-31", "interval"),
        ("XXXX-09/2024", None, "2024-12-31", "interval"),
        ("2023/XXXX-09", "2023-01-01", None, "interval"),
        ("XXXX", None, None, "unknown"),
        ("XXXX-09", None, None, "unknown"),
        ("XXXX-09-14", None, None, "unknown"),
        ("XXXX-02-29", None, None, "unknown"),
        ("XXXX-23", None, None, "unknown"),
        ("XXXX-09-XX", None, None, "unknown"),
        ("XXXX-XX", None, None, "unknown"),
        ("XXXX-03/XXXX-09", None, None, "unknown"),
        ("XXXX-09/..", None, None, "unknown"),
        ("/XXXX-09", None, None, "unknown"),
    ],
)
def test_a_text_has_strict_bounds_and_a_precision(
    text: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    it = when(text)

    assert (day(earliest), day(latest)) == (it.earliest, it.latest)
    assert Precision(precision) is it.precision
    assert text == str(it) == it.edtf


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024-03", False, False),
        ("19XX", False, False),
        ("2024-03~", True, False),
        ("2024-03?", False, True),
        ("2024-03%", True, True),
        ("198X~", True, False),
        ("2024-21?", False, True),
        ("XXXX-09%", True, True),
        ("2024-03-XX~", True, False),
        ("2023~/2024?", True, True),
        ("2023/2024~", True, False),
        ("2023?/..", False, True),
    ],
)
def test_a_qualifier_marks_the_date_and_leaves_its_bounds(
    text: str, approximate: bool, uncertain: bool
) -> None:
    it = when(text)
    bare = when(text.translate(dict.fromkeys(map(ord, "?~%"))))

    assert (approximate, uncertain) == (it.approximate, it.uncertain)
    assert (bare.earliest, bare.latest, bare.precision) == (it.earliest, it.latest, it.precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06", ""),
        ("2024-06/2024-07", "period"),
        ("2023-09/..", "period open_end"),
        ("2023-09/", "period unknown_end"),
        ("../2024", "period open_start"),
        ("/2024", "period unknown_start"),
        ("XXXX-09", "unknown_start unknown_end"),
        ("XXXX-09/2024", "period unknown_start"),
        ("2023/XXXX-09", "period unknown_end"),
        ("XXXX-09/..", "period unknown_start open_end"),
    ],
)
def test_open_and_unknown_ends_are_told_apart(text: str, expected: str) -> None:
    it = when(text)
    names = ["is_period", "open_start", "unknown_start", "open_end", "unknown_end"]
    actual = [name.removeprefix("is_") for name in names if getattr(it, name)]

    assert expected == " ".join(actual)


# The value.


def test_a_date_keeps_the_words_and_the_day_that_they_were_resolved_against() -> None:
    it = When.parse("2024-02-26", words="earlier this week", anchor=date(2024, 2, 28))

    assert "earlier this week" == it.words
    assert date(2024, 2, 28) == it.anchor
    assert when("2024-02-26") != it
    assert When(edtf="2024-02-26", words="earlier this week", anchor=date(2024, 2, 28)) == it


def test_dates_are_equal_and_hash_alike_by_what_is_written() -> None:
    assert when("2024-06") == when("2024-06")
    assert hash(when("2024-06")) == hash(when("2024-06"))
    assert when("2024-06") != when("2024-06-XX")
    assert 1 == len({when("2024-06"), When(edtf="2024-06")})


def test_a_date_shows_its_fields() -> None:
    assert "When(edtf='2024-06', words=None, anchor=None)" == repr(when("2024-06"))


def test_the_fields_of_a_date_are_given_by_name() -> None:
    make: Any = When
    with pytest.raises(TypeError, match="positional argument"):
        make("2024")


def test_a_date_cannot_be_changed_but_evolved_and_is_checked_anew() -> None:
    it = when("2024-06")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        it.edtf = "2025"  # type: ignore[misc]  # the point of the test
    assert date(2025, 12, 31) == attrs.evolve(it, edtf="2025").latest
    with pytest.raises(DateError):
        attrs.evolve(it, edtf="soon")


def test_a_date_is_checked_however_it_is_made() -> None:
    with pytest.raises(DateError) as error:
        When(edtf="2024-02-30")
    assert "date-invalid" == error.value.code


def test_a_date_survives_pickling() -> None:
    it = When.parse("2023-09~/..", words="from about September")

    copy = pickle.loads(pickle.dumps(it))  # noqa: S301  # our own bytes

    assert it == copy
    assert (it.earliest, it.open_end) == (copy.earliest, copy.open_end)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_dates_have_no_order_and_say_what_to_ask(compare: Callable[[object, object], bool]) -> None:
    message = "dates known in part have no order; ask certainly_before or possibly_before"
    with pytest.raises(TypeError, match=f"^{message}$"):
        compare(when("2023"), when("2024"))


def test_a_point_is_one_calendar_day() -> None:
    it = When.point(date(987, 6, 5))

    assert "0987-06-05" == str(it)
    assert date(987, 6, 5) == it.earliest == it.latest


NO_DAYS: list[Any] = [datetime(2024, 6, 19, 2, tzinfo=UTC), "2024-06-19", 2024, None]


@pytest.mark.parametrize("value", NO_DAYS)
def test_a_point_of_another_type_is_refused(value: Any) -> None:
    with pytest.raises(DateError) as error:
        When.point(value)
    assert "wrong-type" == error.value.code
    assert "one calendar day is asked for" == error.value.what
    assert "give a datetime.date" == error.value.fix
    assert value is error.value.value


@pytest.mark.parametrize("value", NO_DAYS[:3])
def test_an_anchor_of_another_type_is_refused(value: Any) -> None:
    with pytest.raises(DateError, match="one calendar day is asked for"):
        When.parse("2024", anchor=value)


def test_words_that_are_no_text_are_refused() -> None:
    words: Any = 7
    with pytest.raises(DateError) as error:
        When.parse("2024", words=words)
    assert ("wrong-type", 7) == (error.value.code, error.value.value)
    assert "the words of a date are a text: 7; put them in quotes" == str(error.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06", "2024-06-01/2024-06-30"),
        ("2024-06-19", "2024-06-19/2024-06-19"),
        ("2024-06~", "2024-06-01/2024-06-30"),
        ("2023-09/2024-02", "2023-09-01/2024-02-29"),
        ("2023-09/..", "2023-09-01/.."),
        ("2023-09/", "2023-09-01/"),
        ("../2024", "../2024-12-31"),
        ("/2024", "/2024-12-31"),
        ("XXXX-09/2024", "/2024-12-31"),
        ("XXXX-09", "XXXX-09"),
        ("XXXX-09/..", "XXXX-09/.."),
    ],
)
def test_the_whole_of_a_date_is_the_period_that_it_allows(text: str, expected: str) -> None:
    it = When.parse(text, words="then")

    assert When(edtf=expected, words="then") == it.whole


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-09", "2024-02-26", "2023-09/2024-02-26"),
        ("2022/2023", "2023/2024", "2022/2024"),
        ("2023?", "2024/..", "2023?/.."),
        ("../2023", "2024~", "../2024~"),
    ],
)
def test_until_joins_two_dates(start: str, end: str, expected: str) -> None:
    assert expected == str(when(start).until(when(end)))


def test_until_an_earlier_date_is_refused() -> None:
    with pytest.raises(DateError) as error:
        when("2024").until(when("2023"))
    assert "date-order" == error.value.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-19", (1, 1)),
        ("2024", (1, 1)),
        ("2024-02-26/2024-03-03", (7, 7)),
        ("2024-02-26/2024-03", (5, 35)),
        ("2023/2024", (2, 731)),
        ("2024-02/2024-02", (1, 29)),
        ("2024-01/2024-03", (31, 91)),
        ("2024-02-26~/2024-03-03", (6, 8)),
        ("2024-02-26~/2024-03-03?", (5, 9)),
        ("2023-09/..", None),
        ("2023-09/", None),
        ("../2024", None),
        ("/2024", None),
        ("XXXX-09", None),
        ("XXXX-09/2024", None),
    ],
)
def test_a_period_lasts_from_so_many_to_so_many_days(text: str, expected: tuple[int, int] | None) -> None:
    assert expected == when(text).days


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2018, 1, 1), 12, date(2019, 1, 1)),
        (date(2017, 12, 22), 12, date(2018, 12, 22)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 5, 6), 0, date(2024, 5, 6)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 1, 31), -1, date.min),
        (date(2024, 1, 1), 10**12, date.max),
        (date(2024, 1, 1), -(10**12), date.min),
    ],
)
def test_months_after_a_day(start: date, months: int, expected: date) -> None:
    assert expected == months_after(start, months)


# The relations.


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2023", "2024-06", YES),
        ("2024-06-18", "2024-06-19", YES),
        ("2024-06-19", "2024-06-19", NO),
        ("2024-06-20", "2024-06-19", NO),
        ("2024", "2024-06", UNDECIDED),
        ("2024-05", "2024-06", YES),
        ("2024-06", "2024-05", NO),
        ("2023-09/2024-02", "2024-03", YES),
        ("2023-09/2024-02", "2024-02-29", UNDECIDED),
        ("2023-09/2024-02", "2024-02-01", NO),
        ("2023-09/..", "2024", NO),
        ("2024", "../2025", NO),
        ("2023-09/", "2024", UNDECIDED),
        ("2024-09/", "2024-09-01", NO),
        ("2024-09/", "2024-09-02", UNDECIDED),
        ("2023", "/2025", UNDECIDED),
        ("2025", "/2024", NO),
        ("/2023", "2024", YES),
        ("XXXX-09", "9999", UNDECIDED),
        ("0001-01-01", "XXXX-09", UNDECIDED),
        ("XXXX-09", "../2024", UNDECIDED),
        ("XXXX-09/2023", "2024", YES),
        ("2024", "2025/XXXX-09", YES),
    ],
)
def test_before_asks_whether_all_of_one_precedes_all_of_the_other(a: str, b: str, expected: Answer) -> None:
    assert expected is when(a).before(when(b))
    assert expected is when(b).after(when(a))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-06-19", "2024-06-19", YES),
        ("2024-06-19", "2024-06-20", NO),
        ("2024-06-19", "2024-06", UNDECIDED),
        ("2024-05", "2024-06", NO),
        ("2024-06", "2024-06-01/2024-06-30", YES),
        ("2023-09/2024-02", "2024-01-15", YES),
        ("2023-09/2024-02", "2024-02-15", UNDECIDED),
        ("2023-09/2024-02", "2024-03-01", NO),
        ("2023-09/2024-02", "2024-02/2024-06", UNDECIDED),
        ("2023-09/2024-02-10", "2024-02-10/2024-06", YES),
        ("2023-09/2024-02-10", "2024-02-11/2024-06", NO),
        ("2023-09/..", "2035", YES),
        ("2023-09/..", "2023-08-31", NO),
        ("2023-09/..", "2024/..", YES),
        ("2023-09/", "2035", UNDECIDED),
        ("2023-09/", "2023-08", NO),
        ("../2022", "../2024", YES),
        ("/2022", "2021-01-01", UNDECIDED),
        ("XXXX-09", "../9999", UNDECIDED),
    ],
)
def test_overlaps_asks_whether_a_day_is_shared(a: str, b: str, expected: Answer) -> None:
    assert expected is when(a).overlaps(when(b))
    assert expected is when(b).overlaps(when(a))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-06-19", "2024-06-19", YES),
        ("2024-06-19", "2024-06", UNDECIDED),
        ("2024-06-19", "2024-07", NO),
        ("2024-06", "2024-06-01/2024-06-30", YES),
        ("2024-06", "2024-06-02/2024-06-30", UNDECIDED),
        ("2024-06", "2024-06-01/2024-06-29", UNDECIDED),
        ("2024-06", "2024-07-01/..", NO),
        ("2024-06", "../2024-05", NO),
        ("2024-02-26/2024-03-03", "2024-02-01/2024-03-31", YES),
        ("2024-02-26/2024-03-03", "2024-02/2024-03-31", UNDECIDED),
        ("2024-02-26/2024-03-03", "2024-02-27/2024-03-31", NO),
        ("2024-02-26/2024-03-03", "2024-02-26/2024-03-02", NO),
        ("2024-02-26/2024-03-03", "2024-03", NO),
        ("2024-03/2024-03", "2024-03-14", UNDECIDED),
        ("2024-03/..", "2022/..", YES),
        ("2024-03/..", "2022-01-01/2030", NO),
        ("2024-03/", "2022-01-01/2030", UNDECIDED),
        ("../2024", "2022/..", NO),
        ("2024-03", "2022/", UNDECIDED),
        ("XXXX-03", "../9999", UNDECIDED),
    ],
)
def test_within_asks_whether_one_lies_inside_the_other(a: str, b: str, expected: Answer) -> None:
    assert expected is when(a).within(when(b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-06-19", "2024-06-19", YES),
        ("2024-06-19", "2024-06-20", NO),
        ("2024-06", "2024-06", UNDECIDED),
        ("2024-06", "2024-06-19", UNDECIDED),
        ("2024-06", "2024-07", NO),
        ("2024-06", "2024-06-01/2024-06-30", NO),
        ("2024-06", "2024-06/2024-06-30", UNDECIDED),
        ("2024-06-19", "2024-06-19/2024-06-19", YES),
        ("2024-06-19", "2024-06-19/2024-06-20", NO),
        ("2024-06-19", "2024-06-19/2024-06", UNDECIDED),
        ("2024-06-01/2024-06-30", "2024-06-01/2024-06-30", YES),
        ("2024-06/2024-06-30", "2024-06-01/2024-06-30", UNDECIDED),
        ("2024-06/2024-08", "2024-07/2024-08", NO),
        ("2024-06/2024-08", "2024-06/2024-07", NO),
        ("2024-06-19/..", "2024-06-19/..", YES),
        ("2024-06-19/..", "2024-06-19/", UNDECIDED),
        ("2024-06-19/..", "2024-06-19/2024", NO),
        ("../2024-06-19", "../2024-06-19", YES),
        ("2024-06-19~", "2024-06-19~", UNDECIDED),
        ("2024-06/", "/2024-05", NO),
        ("XXXX-06-19", "XXXX-06-19", UNDECIDED),
    ],
)
def test_same_is_sure_only_to_the_day(a: str, b: str, expected: Answer) -> None:
    assert expected is when(a).same(when(b))
    assert expected is when(b).same(when(a))


@pytest.mark.parametrize(
    ("a", "b", "certainly", "possibly"),
    [
        ("2023", "2024-06", YES, YES),
        ("2024", "2024-06", NO, YES),
        ("2024-06", "2024", NO, YES),
        ("2024-06", "2024-06", NO, YES),
        ("2024-06-19", "2024-06-19", NO, NO),
        ("2024-07", "2024-06", NO, NO),
        ("2023-09/..", "2024", NO, NO),
        ("2024", "../2025", NO, NO),
        ("2023-09/", "2024", UNDECIDED, UNDECIDED),
        ("2023-09/", "2023-09-01", NO, NO),
        ("2023-09/", "2023-09", NO, UNDECIDED),
        ("2024-06", "/2024-06", NO, UNDECIDED),
        ("2023", "/2024-06", UNDECIDED, UNDECIDED),
        ("2024-06-30", "/2024-06", NO, NO),
        ("2023-09/", "/2024", UNDECIDED, UNDECIDED),
        ("/2023-09", "2024/", YES, YES),
        ("/2023-09", "2023-09/", NO, YES),
        ("XXXX-09", "2024", UNDECIDED, UNDECIDED),
        ("2024", "XXXX", UNDECIDED, UNDECIDED),
        ("XXXX-05/2023", "2024/XXXX-09", YES, YES),
        ("2023/XXXX-05", "2024", UNDECIDED, UNDECIDED),
    ],
)
def test_certainly_and_possibly_before_part_want_of_precision_from_ignorance(
    a: str, b: str, certainly: Answer, possibly: Answer
) -> None:
    assert certainly is when(a).certainly_before(when(b))
    assert possibly is when(a).possibly_before(when(b))


@pytest.mark.parametrize("mark", ["?", "~", "%"])
@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("2024-06-19", "2024-06-18", "2024-06-20"),
        ("2024-06", "2024-05-01", "2024-07-31"),
        ("2024-06-XX", "2024-05-01", "2024-07-31"),
        ("2024-01", "2023-12-01", "2024-02-29"),
        ("2024-21", "2023-12-01", "2024-08-31"),
        ("2024", "2023-01-01", "2025-12-31"),
        ("2024-XX", "2023-01-01", "2025-12-31"),
        ("198X", "1970-01-01", "1999-12-31"),
        ("19XX", "1800-01-01", "2099-12-31"),
    ],
)
def test_a_qualified_date_may_be_one_unit_off_on_each_side(
    text: str, mark: str, lowest: str, highest: str
) -> None:
    it = when(text + mark)
    period = when(f"{lowest}/{highest}")

    assert YES is it.within(period)
    assert UNDECIDED is it.same(when(lowest))
    assert UNDECIDED is it.same(when(highest))
    assert NO is it.same(when(str(date.fromordinal(date.fromisoformat(lowest).toordinal() - 1))))
    assert NO is it.same(when(str(date.fromordinal(date.fromisoformat(highest).toordinal() + 1))))


@pytest.mark.parametrize(
    "text", ["0001-01-01~", "0001-01~", "0001~", "9999-12-31~", "9999-12~", "9999~", "99XX~"]
)
def test_the_leeway_of_a_qualifier_stays_within_the_calendar(text: str) -> None:
    found = bounds(text)

    assert found is not None
    assert date.min <= found.start.first <= found.end.last <= date.max
    assert (found.start.first if text[0] == "0" else found.end.last) in {date.min, date.max}


def test_each_end_of_a_period_has_its_own_leeway() -> None:
    it = when("2023-09~/2024-02-26")

    assert UNDECIDED is it.overlaps(when("2023-08-01"))
    assert NO is it.overlaps(when("2023-07-31"))
    assert YES is it.overlaps(when("2024-02-26"))
    assert NO is it.overlaps(when("2024-02-27"))


# What is refused.


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        ("", "the date is empty", "write a date like 2024-06-19, or leave it out"),
        (" ", "the date is empty", "write a date like 2024-06-19, or leave it out"),
        (
            "2024-02-30",
            "February 2024 has 29 days",
            "write a day from 2024-02-01 to 2024-02-29, or 2024-02",
        ),
        (
            "2023-02-29",
            "February 2023 has 28 days",
            "write a day from 2023-02-01 to 2023-02-28, or 2023-02",
        ),
        (
            "2024-06-00",
            "June 2024 has 30 days",
            "write a day from 2024-06-01 to 2024-06-30, or 2024-06",
        ),
        (
            "XXXX-02-30",
            "February has 29 days at most",
            "write a day from XXXX-02-01 to XXXX-02-29, or XXXX-02",
        ),
        ("2024-13-45", "there is no month 13", "months run from 01 to 12, seasons from 21 to 24"),
        (
            "2024-13-05",
            "there is no month 13",
            "months run from 01 to 12, seasons from 21 to 24; write 2024-05-13 if that is meant",
        ),
        (
            "2012-13",
            "there is no month 13",
            "months run from 01 to 12, seasons from 21 to 24; write 2012/2013 if that is meant",
        ),
        ("2024-00", "there is no month 00", "months run from 01 to 12, seasons from 21 to 24"),
        ("2024-42", "there is no month 42", "months run from 01 to 12, seasons from 21 to 24"),
        ("2024-21-05", "a season has no days", "write 2024-21"),
        ("2024-24-05?", "a season has no days", "write 2024-24?"),
        (
            "0000-01-01",
            "years run from 0001 to 9999, without a sign",
            "write a year from 0001 to 9999, like 2024",
        ),
        ("0000", "years run from 0001 to 9999, without a sign", "write a year from 0001 to 9999, like 2024"),
        ("000X", "years run from 0001 to 9999, without a sign", "write a year from 0001 to 9999, like 2024"),
        ("00XX", "years run from 0001 to 9999, without a sign", "write a year from 0001 to 9999, like 2024"),
        (
            "10000-01-01",
            "years run from 0001 to 9999, without a sign",
            "write a year from 0001 to 9999, like 2024",
        ),
        (
            "170000000000000",
            "years run from 0001 to 9999, without a sign",
            "write a year from 0001 to 9999, like 2024",
        ),
        ("-0100", "years run from 0001 to 9999, without a sign", "write a year from 0001 to 9999, like 2024"),
        ("+2024", "years run from 0001 to 9999, without a sign", "write a year from 0001 to 9999, like 2024"),
        (
            "Y170000002",
            "years run from 0001 to 9999, without a sign",
            "write a year from 0001 to 9999, like 2024",
        ),
        (
            "Y-170000002",
            "years run from 0001 to 9999, without a sign",
            "write a year from 0001 to 9999, like 2024",
        ),
        ("2024-06-19T02:22", "a date has no time of day", "write 2024-06-19"),
        ("10:00", "a date has no time of day", "write the day alone, like 2024-06-19"),
        ("1", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("32", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("-1", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("2024-06-", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("31/04/2024", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("123.5", "not a date", "write four digits for a year, like 2024, and hyphens, like 2024-06-19"),
        ("?", "not a date", "write a date like 2024-06-19, 2024-06, 2024, 198X or 2023-09/.."),
    ],
)
def test_what_is_in_no_calendar_is_refused(text: str, what: str, fix: str) -> None:
    error = refused(text)

    assert ("date-invalid", what, fix) == (error.code, error.what, error.fix)


LEVEL_2 = "is level 2 of EDTF, which is not read"


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        ("2024-~03-18", "a qualifier on a part of a date", "write 2024-03-18~"),
        ("~2024-03", "a qualifier on a part of a date", "write 2024-03~"),
        ("2024?-03", "a qualifier on a part of a date", "write 2024-03?"),
        ("2024-06?~", "a qualifier on a part of a date", "write 2024-06%"),
        ("2024?-13", "a qualifier on a part of a date", "put one qualifier at the end, like 2024-03-18~"),
        ("2024-X1", "an unknown digit in this place", "write 2024"),
        ("2024-XX-15", "an unknown digit in this place", "write 2024-XX"),
        ("XXXX-XX-14", "an unknown digit in this place", "write XXXX-XX"),
        ("20XX-06", "an unknown digit in this place", "write 20XX"),
        ("198X-06~", "an unknown digit in this place", "write 198X~"),
        ("1XXX", "an unknown digit in this place", "write one like 198X, 19XX, 2024-XX or 2024-06-XX"),
        ("1950S2", "a count of significant digits", "write one like 198X or 19XX"),
        ("[2023-07,2023-08]", "a set of dates", "write the period that holds them all, like 2023-07/2023-08"),
        ("{2024}", "a set of dates", "write the period that holds them all, like 2023-07/2023-08"),
        ("2024-28", "the part 28 of a year", "write its months, like 2024-12/2025-02"),
        ("2024-30", "the part 30 of a year", "write its months, like 2024-12/2025-02"),
    ],
)
def test_level_two_is_refused_by_name(text: str, what: str, fix: str) -> None:
    error = refused(text)

    assert ("date-invalid", f"{what} {LEVEL_2}", fix) == (error.code, error.what, error.fix)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        (25, "03", "05"),
        (26, "06", "08"),
        (27, "09", "11"),
        (29, "09", "11"),
        (31, "03", "05"),
        (32, "06", "08"),
        (33, "01", "03"),
        (34, "04", "06"),
        (35, "07", "09"),
        (36, "10", "12"),
        (37, "01", "04"),
        (38, "05", "08"),
        (39, "09", "12"),
        (40, "01", "06"),
        (41, "07", "12"),
    ],
)
def test_a_part_of_a_year_of_level_two_is_refused_with_its_months(part: int, first: str, last: str) -> None:
    error = refused(f"2024-{part}")

    assert error.what == f"the part {part} of a year {LEVEL_2}"
    assert error.fix == f"write 2024-{first}/2024-{last}"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (" 2024-06", "2024-06"),
        ("2024-06 ", "2024-06"),
        ("198x", "198X"),
        ("198u", "198X"),
        ("2024-uu", "2024-XX"),
        ("2024-6-9", "2024-06-09"),
        ("2024-6", "2024-06"),
        ("2024/06/19", "2024-06-19"),
        ("2024.6.9", "2024-06-09"),
        ("2024 06 19", "2024-06-19"),
        ("20240619", "2024-06-19"),
        ("2024-05-06/08", "2024-05-06/2024-05-08"),
        ("2023-09 / 2024-02", "2023-09/2024-02"),
        ("2023-09/open", "2023-09/.."),
        ("2023-09/Present", "2023-09/.."),
        ("2023-09/now", "2023-09/.."),
        ("unknown/2024", "/2024"),
    ],
)
def test_another_spelling_is_refused_with_the_one_notation(text: str, fix: str) -> None:
    error = refused(text)

    assert ("date-invalid", "not in the spelling of EDTF") == (error.code, error.what)
    assert f"write {fix}" == error.fix


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("13/02/2024", "write 2024-02-13"),
        ("02/13/2024", "write 2024-02-13"),
        ("1/2/2024", "write the one that is meant: 2024-02-01 or 2024-01-02"),
        ("06.05.2024", "write the one that is meant: 2024-05-06 or 2024-06-05"),
        ("19062024", "write 2024-06-19"),
        (
            "01/02/03",
            "write the one that is meant: 2003-02-01, 2003-01-02, 2001-02-03, 1903-02-01, 1903-01-02 or 1901-02-03",
        ),
        (
            "01/02/88",
            "write the one that is meant: 2088-02-01, 2088-01-02, 1988-02-01 or 1988-01-02",
        ),
        (
            "24-05-06",
            "write the one that is meant: 2006-05-24, 2024-05-06, 1906-05-24 or 1924-05-06",
        ),
        (
            "240115",
            "write the one that is meant: 2015-01-24, 2024-01-15, 1915-01-24 or 1924-01-15",
        ),
        ("202406", "write 2024-06"),
        ("2023/24", "write the one that is meant: 2023-24 or 2023/2024"),
        ("2024/06", "write 2024-06"),
        ("2023/33", "write 2023/2033"),
        ("2024-2025", "write 2024/2025"),
        ("05/2024", "write 2024-05"),
        ("5/6", "write the one that is meant: XXXX-06-05 or XXXX-05-06"),
        ("5/13", "write XXXX-05-13"),
        ("10-11", "write the one that is meant: XXXX-11-10 or XXXX-10-11"),
        ("1.12", "write the one that is meant: XXXX-12-01 or XXXX-01-12"),
        ("12.1", "write the one that is meant: XXXX-01-12 or XXXX-12-01"),
    ],
)
def test_figures_in_no_certain_order_are_refused_with_their_readings(text: str, fix: str) -> None:
    error = refused(text)

    assert "date-ambiguous" == error.code
    assert "the order of such figures differs from country to country" == error.what
    assert fix == error.fix


WORDS = "write the day that is meant, like 2024-06-19, with these words as words= and the date of the text as anchor="


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("June 2024", "write 2024-06"),
        ("JUN 2024", "write 2024-06"),
        ("2024 June", "write 2024-06"),
        ("Sept. 2023", "write 2023-09"),
        ("may", "write XXXX-05"),
        ("19 June 2024", "write 2024-06-19"),
        ("June 9, 2024", "write 2024-06-09"),
        ("9th of June 2024", "write 2024-06-09"),
        ("1st June 2024", "write 2024-06-01"),
        ("June 2nd", "write XXXX-06-02"),
        ("the 3rd of June 2024", "write 2024-06-03"),
        ("in June 2024", "write 2024-06"),
        ("summer 2024", "write 2024-22"),
        ("2024-Jun-19", "write 2024-06-19"),
        ("19 June", "write XXXX-06-19"),
        ("June 19", "write XXXX-06-19"),
        ("spring 2024", "write 2024-21"),
        ("the autumn of 2024", "write 2024-23"),
        ("fall 2024", "write 2024-23"),
        ("winter 2024", "write 2024-24"),
        ("the 1980s", "write 198X"),
        ("1985s", WORDS),
        ("31 June 2024", WORDS),
        ("8-6 May 2024", WORDS),
        ("sat", WORDS),
        ("2024 sat", WORDS),
        ("yesterday", WORDS),
        ("early May", WORDS),
        ("2024-W05", WORDS),
        ("6 May 6 May 6 May", WORDS),
        ("May 123", WORDS),
    ],
)
def test_words_are_refused_with_the_date_where_it_is_plain(text: str, fix: str) -> None:
    error = refused(text)

    assert ("date-invalid", "words are not a date") == (error.code, error.what)
    assert fix == error.fix


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_its_name_and_by_three_letters(month: int) -> None:
    name = date(2023, month, 1).strftime("%B")
    length = (months_after(date(2023, month, 1), 1) - date(2023, month, 1)).days

    assert refused(f"{name} 2023").fix == f"write 2023-{month:02d}"
    assert refused(f"{name[:3]} 2023").fix == f"write 2023-{month:02d}"
    assert refused(f"2023-{month:02d}-32").what == f"{name} 2023 has {length} days"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("6-8 May 2024", "write 2024-05-06/2024-05-08"),
        ("May 6-8, 2024", "write 2024-05-06/2024-05-08"),
        ("May-June 2024", "write 2024-05/2024-06"),
    ],
)
def test_a_range_in_words_is_refused_as_ambiguous(text: str, fix: str) -> None:
    error = refused(text)

    assert "date-ambiguous" == error.code
    assert "a range in words can be read in several ways" == error.what
    assert fix == error.fix


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("2024-06-19T02:22:00Z", "write 2024-06-19"),
        ("2024-06-19t02:22:00z", "write 2024-06-19"),
        ("2024-06-19T02:22:00.5+02:00", "write 2024-06-19"),
        ("2024-05-06 10:00 IST", "write 2024-05-06"),
        ("2024-05-06 10:00 UTC+3", "write 2024-05-06"),
        ("2024-05-06T07:08:09+25:00", "write 2024-05-06"),
        ("2016-12-31T23:59:60Z", "write 2016-12-31"),
        ("2024-06-19Z", "write 2024-06-19"),
        ("2024-06-19+0200", "write 2024-06-19"),
        ("2024-06-19-03:00", "write 2024-06-19"),
        ("2024-06-19 UTC", "write 2024-06-19"),
        ("12:30 EST", "write the day alone, like 2024-06-19"),
        ("2024-02-30T10:00Z", "write the day alone, like 2024-06-19"),
    ],
)
def test_a_time_zone_is_refused(text: str, fix: str) -> None:
    error = refused(text)

    assert ("date-zone", "a date has no time of day and no time zone") == (error.code, error.what)
    assert fix == error.fix


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("2024-05-08/2024-05-06", "2024-05-06/2024-05-08"),
        ("2024-06/2024-05", "2024-05/2024-06"),
        ("2024/198X", "198X/2024"),
        ("2024-03~/2024-02", "2024-02/2024-03~"),
    ],
)
def test_a_period_that_ends_before_it_starts_is_refused(text: str, swapped: str) -> None:
    error = refused(text)

    assert ("date-order", "the end of the period comes before its start") == (error.code, error.what)
    assert f"write {swapped} if they were swapped" == error.fix
    assert swapped == str(when(swapped))


@pytest.mark.parametrize(
    ("text", "code", "what", "fix"),
    [
        ("../..", "date-invalid", "a period names a date at one end at least", None),
        ("/", "date-invalid", "a period names a date at one end at least", None),
        ("../", "date-invalid", "a period names a date at one end at least", None),
        (
            "2024-02-30/2024-03",
            "date-invalid",
            "in the start of the period, February 2024 has 29 days",
            "write a day from 2024-02-01 to 2024-02-29, or 2024-02",
        ),
        (
            "2024-01/2024-04-31",
            "date-invalid",
            "in the end of the period, April 2024 has 30 days",
            "write a day from 2024-04-01 to 2024-04-30, or 2024-04",
        ),
        ("../2024-04-31", "date-invalid", "in the end of the period, April 2024 has 30 days", None),
        ("/2024-04-31", "date-invalid", "in the end of the period, April 2024 has 30 days", None),
        (
            "2024/2025-06-19T10:00Z",
            "date-zone",
            "in the end of the period, a date has no time of day and no time zone",
            "write 2025-06-19",
        ),
        (
            "2024?/~2025",
            "date-invalid",
            f"in the end of the period, a qualifier on a part of a date {LEVEL_2}",
            "write 2024?/2025~",
        ),
        ("2024/yesterday", "date-invalid", "in the end of the period, words are not a date", WORDS),
        ("2024/2025/2026", "date-invalid", "not a date", None),
        ("2023/34", "date-invalid", "in the end of the period, not a date", None),
    ],
)
def test_a_period_is_refused_for_the_end_that_is_at_fault(
    text: str, code: str, what: str, fix: str | None
) -> None:
    error = refused(text)

    assert (code, what) == (error.code, error.what)
    assert fix in {None, error.fix}


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("\u0662\u0660\u0662\u0664-\u0660\u0665-\u0660\u0666", "write 2024-05-06"),
        ("\uff12\uff10\uff12\uff14", "write 2024"),
        ("2024\u201305", "write 2024-05"),
        ("2024\u221205\u221206", "write 2024-05-06"),
        ("2024-05\u00a0", "write 2024-05"),
        ("2024\u5e74", "write a date like 2024-06-19, 2024-06, 2024, 198X or 2023-09/.."),
    ],
)
def test_letters_outside_ascii_are_refused(text: str, fix: str) -> None:
    error = refused(text)

    assert ("date-invalid", "a date is written in ASCII digits and hyphens") == (error.code, error.what)
    assert fix == error.fix


@pytest.mark.parametrize(
    ("letter", "name"), [("\x00", "U+0000"), ("\n", "U+000A"), ("\x7f", "U+007F"), ("\x1f", "U+001F")]
)
def test_control_characters_are_refused(letter: str, name: str) -> None:
    error = refused(f"2024-05-06{letter}")

    assert "text-control" == error.code
    assert f"a date has no control characters, this has {name}" == error.what
    assert "leave it out" == error.fix


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        (2024, 'write it in quotes: "2024"'),
        (date(2024, 6, 19), 'write it in quotes: "2024-06-19"'),
        (datetime(2024, 6, 19, 2, 22, tzinfo=UTC), 'write it in quotes: "2024-06-19"'),
        (5, 'write a text in quotes, like "2024-06-19"'),
        (True, 'write a text in quotes, like "2024-06-19"'),
        (None, 'write a text in quotes, like "2024-06-19"'),
        (2024.5, 'write a text in quotes, like "2024-06-19"'),
        (b"2024", 'write a text in quotes, like "2024-06-19"'),
        (["2024"], 'write a text in quotes, like "2024-06-19"'),
    ],
)
def test_a_date_that_is_no_text_is_refused(value: Any, fix: str) -> None:
    error = refused(value)

    assert ("wrong-type", "a date is a text", fix) == (error.code, error.what, error.fix)


# Size, speed, clock.


def test_a_date_of_more_than_64_characters_is_refused_unread() -> None:
    error = refused("1." * 50_000)

    assert "date-size" == error.code
    assert "a date has at most 64 characters, this has 100,000" == error.what
    assert "write a date like 2024-06-19, 2024-06, 2024, 198X or 2023-09/.." == error.fix
    assert len(str(error)) < 250


def test_the_limit_is_64_characters_to_the_letter() -> None:
    assert 64 == LONGEST
    assert "date-size" != refused("1" * 64).code
    assert "date-size" == refused("1" * 65).code


def test_a_thousand_dates_are_read_in_a_moment() -> None:
    days = count(700_000)

    assert cost(lambda: [when(str(date.fromordinal(day))) for day in islice(days, 1000)]) < 0.05


def test_dates_never_read_a_clock() -> None:
    folder = Path(osintkp.dates.__file__).parent
    banned = {"now", "today", "utcnow", "localtime", "time", "gmtime"}
    files = list(folder.glob("*.py"))
    trees = [ast.parse(path.read_text("utf-8")) for path in files]
    names = {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert len(files) >= 4
    assert not names & banned


def test_reading_a_date_imports_neither_dateutil_nor_pint() -> None:
    code = (
        "import sys; from osintkp.dates import When; When.parse('2024-06~').days; "
        "print(sorted({'dateutil', 'pint', 'cattrs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\n" == done.stdout


def test_a_date_is_taken_in_any_form_that_people_give() -> None:
    when = When.parse("2023-04/..", words="since April")

    assert when is When.of(when)
    assert When.parse("2023-04-15") == When.of(date(2023, 4, 15))
    assert When.parse("2023-04") == When.of("2023-04")
    with pytest.raises(DateError):
        When.of("last week")
    with pytest.raises(DateError):
        When.of(datetime(2023, 4, 15, 12, 0))  # noqa: DTZ001  a time of day is what is refused


@pytest.mark.parametrize("period", ["2024-05-31/2024-06-05", "2024-04-20/2024-05-01"])
def test_a_month_and_a_period_that_share_one_day_may_meet(period: str) -> None:
    month, other = When.parse("2024-05"), When.parse(period)

    assert [Answer.UNDECIDED] * 3 == [month.overlaps(other), other.overlaps(month), month.within(other)]
