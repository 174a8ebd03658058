"""Laws of dates: bounds against the edtf package, relations against brute force, and what must always hold."""

from __future__ import annotations

import contextlib
import math
import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from osintkp.dates import Precision, When, months_after
from osintkp.dates.edtf import bounds
from osintkp.errors import DateError
from osintkp.vocabulary.scales import Answer
from strategies_dates import ALL, RENDERINGS, days, edtf_texts, renderings, whens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SYMMETRIC = ("overlaps", "same")
RELATIONS = ("before", "after", "overlaps", "within", "same", "certainly_before", "possibly_before")
BOUNDS_FIXED = settings(max_examples=200, deadline=None)
LAW = settings(max_examples=200, deadline=None)


def asked(a: When, relation: str, b: When) -> Answer:
    answer = getattr(a, relation)(b)
    assert isinstance(answer, Answer)
    return answer


# The notation.


@LAW
@given(whens(span=ALL))
def test_what_is_printed_is_read_back(when: When) -> None:
    assert when == When.parse(str(when))


@LAW
@given(whens(described=True), whens(described=True))
def test_equality_is_that_of_text_words_and_anchor(a: When, b: When) -> None:
    alike = (a.edtf, a.words, a.anchor) == (b.edtf, b.words, b.anchor)

    assert alike == (a == b)
    assert not alike or hash(a) == hash(b)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="0123456789X-/.?~%: TZ[]{},SYUmayjunedt\x00\u0662\u2013", max_size=70) | st.text())
def test_any_text_is_read_or_refused_with_code_and_advice(text: str) -> None:
    if bounds(text) is not None:
        assert text == When.parse(text).edtf
        return
    with pytest.raises(DateError) as refused:
        When.parse(text)

    error = refused.value
    assert error.code in {
        "date-size",
        "date-zone",
        "date-order",
        "date-ambiguous",
        "date-invalid",
        "text-control",
    }
    assert error.what
    assert error.fix.split()[0] in {"write", "leave", "put", "months"}
    assert text == error.value


@LAW
@given(
    edtf_texts(), st.sampled_from([str.lower, " {}".format, "{} ".format, "{}Z".format, "{}T10:00".format])
)
def test_a_blemished_date_is_refused_and_the_advice_is_sound(
    text: str, blemish: Callable[[str], str]
) -> None:
    blemished = blemish(text)
    assume(blemished != text)

    with pytest.raises(DateError) as refused:
        When.parse(blemished)

    for advice in re.findall(r"[0-9X./?~%-]{4,}", refused.value.fix):
        When.parse(advice.rstrip("."))


# The bounds, against the edtf package.

# Left out, for the package parts from the specification, or the specification leaves it open:
# * winter: the package ends it with December, here it runs to the end of February;
# * a qualified season, and unspecified digits in a period: the package refuses or crashes on them;
# * an empty end: the package sets it ten years off, here it is unknown;
# * a year unknown altogether: the package reads the years 0 to 9999.
TOLD = [name for name in RENDERINGS if name != "season"]
DIGITS = ["day", "month", "year"]


def oracle(text: str) -> tuple[date | None, date | None]:
    parsed = parse_edtf(text)
    ends = parsed.lower_strict(), parsed.upper_strict()
    lower, upper = (None if end in {math.inf, -math.inf} else date(*end[:3]) for end in ends)
    return lower, upper


@BOUNDS_FIXED
@given(days(ALL).flatmap(lambda day: renderings(day, names=TOLD)))
def test_the_bounds_of_a_date_are_those_of_the_edtf_package(text: str) -> None:
    when = When.parse(text)

    assert oracle(text) == (when.earliest, when.latest)


@pytest.mark.parametrize("text", ["2023-21", "2024-22", "2024-23", "0099-21", "9999-23"])
def test_the_bounds_of_a_season_are_those_of_the_edtf_package(text: str) -> None:
    when = When.parse(text)

    assert oracle(text) == (when.earliest, when.latest)


@BOUNDS_FIXED
@given(st.data())
def test_the_bounds_of_a_period_are_those_of_the_edtf_package(data: st.DataObject) -> None:
    early, late = sorted([data.draw(days(ALL)), data.draw(days(ALL))])
    start, end = (data.draw(renderings(day, names=DIGITS)) for day in (early, late))
    text = data.draw(st.sampled_from([f"{start}/{end}", f"{start}/..", f"../{end}"]))
    when = When.parse(text)

    assert oracle(text) == (when.earliest, when.latest)


@BOUNDS_FIXED
@given(st.data())
def test_a_rendering_allows_the_day_that_it_was_made_from(data: st.DataObject) -> None:
    day = data.draw(days(ALL))
    when = When.parse(data.draw(renderings(day)))

    assert when.earliest is not None
    assert when.latest is not None
    assert when.earliest <= day <= when.latest


@LAW
@given(whens())
def test_a_bound_is_missing_only_where_it_is_open_or_unknown(when: When) -> None:
    assert (when.earliest is None) == (when.open_start or when.unknown_start)
    assert (when.latest is None) == (when.open_end or when.unknown_end)
    assert when.is_period == ("/" in when.edtf)


@LAW
@given(st.dates(), st.integers(-24_000, 24_000))
def test_months_are_counted_by_the_calendar_and_held_within_it(day: date, months: int) -> None:
    count = day.year * 12 + day.month - 1 + months
    expected = date.max if months > 0 else date.min
    if 12 <= count < 120_000:
        year, month = count // 12, count % 12 + 1
        expected = date(year, month, min(day.day, monthrange(year, month)[1]))

    assert expected == months_after(day, months)


# The relations, against brute force over every reading.

ONE_DAY = timedelta(days=1)
NEVER, ALWAYS = date.min, date.max
FIRST_DAY = date(2024, 2, 10)
HORIZON = [NEVER, *(FIRST_DAY + ONE_DAY * n for n in range(-2, 6)), ALWAYS]

Period = tuple[date, date]


def allowed(end: str) -> list[date]:
    """Return every day that one end allows, one unit more on each side when it is qualified."""
    bare = end.rstrip("?~%")
    first, last = oracle(bare)
    assert first
    assert last
    if bare != end and len(bare) == len("2024-02-12"):
        first, last = first - ONE_DAY, last + ONE_DAY
    elif bare != end:
        first, last = (first - ONE_DAY).replace(day=1), months_after(last + ONE_DAY, 1) - ONE_DAY
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]


def readings(text: str) -> list[Period]:
    """Return every period that a text may stand for; an unknown end may be any day of the horizon."""
    if "/" not in text:
        return [(day, day) for day in allowed(text)]
    left, _, right = text.partition("/")
    starts = [NEVER] if left == ".." else allowed(left) if left else HORIZON
    ends = [ALWAYS] if right == ".." else allowed(right) if right else HORIZON
    return [(start, end) for start, end in product(starts, ends) if start <= end]


def worlds(text: str, end: int) -> list[list[Period]]:
    """Return the readings of a text, apart for each day that its start (0) or end (1) is, if unknown."""
    found = readings(text)
    if text.split("/")[-1 if end else 0]:
        return [found]
    return [[reading for reading in found if reading[end] == day] for day in {r[end] for r in found}]


HOLDS: dict[str, Callable[[Period, Period], bool]] = {
    "before": lambda a, b: a[1] < b[0],
    "after": lambda a, b: b[1] < a[0],
    "overlaps": lambda a, b: a[0] <= b[1] and b[0] <= a[1],
    "within": lambda a, b: b[0] <= a[0] and a[1] <= b[1],
    "same": lambda a, b: a == b,
}


def judged(truths: Iterator[bool]) -> Answer:
    seen: set[bool] = set()
    for truth in truths:
        seen.add(truth)
        if len(seen) == 2:
            break
    return Answer.of(yes=seen == {True}, no=seen == {False})


def brute(a: str, relation: str, b: str) -> Answer:
    """Return what the readings of two texts say: all, none or some of them."""
    if relation in HOLDS:
        holds = HOLDS[relation]
        return judged(holds(x, y) for x, y in product(readings(a), readings(b)))
    quantifier = all if relation == "certainly_before" else any
    pairs = product(worlds(a, 1), worlds(b, 0))
    return judged(quantifier(x[1] < y[0] for x, y in product(xs, ys)) for xs, ys in pairs)


def day_texts() -> st.SearchStrategy[str]:
    numbers = st.integers(0, 3).map(lambda n: (FIRST_DAY + ONE_DAY * n).isoformat())
    return st.tuples(numbers, st.sampled_from(["", "", "?", "~", "%"])).map("".join)


@st.composite
def small_texts(draw: st.DrawFn, *, unknown: bool = True) -> str:
    """Return days within one week of February 2024, and periods of them."""
    early, late = sorted([draw(day_texts()), draw(day_texts())])
    shapes = ["{0}", "{0}/{1}", "{0}/..", "../{1}", *(["{0}/", "/{1}"] if unknown else [])]
    return draw(st.sampled_from(shapes)).format(early, late)


COARSE = ["2024-02", "2024-02~", "2024-02/2024-02-12", "2024-02-12/2024-02", "2024-02/2024-03", "2024-02/.."]


@LAW
@given(small_texts(), small_texts(), st.sampled_from(RELATIONS))
@example("/2024-02-10?", "2024-02-10", "possibly_before")
@example("2024-02-10", "2024-02-11?/", "possibly_before")
@example("2024-02-12/", "2024-02-12", "certainly_before")
@example("2024-02-11~/", "2024-02-12~", "certainly_before")
@example("2024-02-11~/", "2024-02-12~", "possibly_before")
@example("../2024-02-12", "/2024-02-12", "within")
@example("2024-02-10/2024-02-11", "2024-02-10~", "within")
@example("2024-02-10/", "2024-02-10/", "same")
def test_relations_of_days_and_periods_are_what_every_reading_says(a: str, b: str, relation: str) -> None:
    assert brute(a, relation, b) == asked(When.parse(a), relation, When.parse(b))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(COARSE),
    small_texts(unknown=False) | st.sampled_from(["2024-02", "2024-03"]),
    st.sampled_from(RELATIONS),
    st.booleans(),
)
def test_relations_of_months_are_what_every_reading_says(a: str, b: str, relation: str, turned: bool) -> None:
    a, b = (b, a) if turned else (a, b)

    assert brute(a, relation, b) == asked(When.parse(a), relation, When.parse(b))


@LAW
@given(small_texts())
def test_the_days_of_a_period_are_those_of_its_readings(text: str) -> None:
    when = When.parse(text)
    lengths = [(end - start).days + 1 for start, end in readings(text)]
    known = not (when.open_start or when.open_end or when.unknown_start or when.unknown_end)

    assert ((min(lengths), max(lengths)) if known else None) == when.days


# What always holds between two dates.


@LAW
@given(whens(), whens(), st.sampled_from(SYMMETRIC))
def test_overlaps_and_same_are_symmetric(a: When, b: When, relation: str) -> None:
    assert asked(a, relation, b) == asked(b, relation, a)


@LAW
@given(whens(), whens())
def test_before_is_after_turned_round(a: When, b: When) -> None:
    assert a.before(b) == b.after(a)


@LAW
@given(whens(), whens())
def test_what_is_before_neither_overlaps_nor_comes_after(a: When, b: When) -> None:
    others = {a.overlaps(b), a.after(b), a.within(b), a.same(b)}

    assert a.before(b) is not Answer.YES or others == {Answer.NO}


@LAW
@given(whens(), whens())
def test_certainly_and_possibly_before_enclose_before(a: When, b: When) -> None:
    certainly, before, possibly = a.certainly_before(b), a.before(b), a.possibly_before(b)

    assert (before is Answer.YES) == (certainly is Answer.YES)
    assert (before is Answer.NO) == (possibly is Answer.NO)
    assert certainly is not Answer.YES or possibly is Answer.YES


@LAW
@given(whens())
def test_nothing_is_outside_itself_before_itself_or_other_than_itself(when: When) -> None:
    assert Answer.NO != when.within(when)
    assert Answer.NO != when.same(when)
    assert Answer.NO != when.overlaps(when)
    assert Answer.YES != when.before(when)


@LAW
@given(whens(), whens())
def test_what_is_the_same_is_within_and_overlaps(a: When, b: When) -> None:
    same, within = a.same(b), a.within(b)

    assert same is not Answer.YES or within is Answer.YES
    assert within is not Answer.YES or a.overlaps(b) is Answer.YES
    assert within is not Answer.NO or same is Answer.NO


@LAW
@given(st.data(), whens(), st.sampled_from(RELATIONS[:5]))
def test_to_learn_more_never_turns_an_answer_over(data: st.DataObject, other: When, relation: str) -> None:
    day = data.draw(days())
    vague, exact = When.parse(data.draw(renderings(day))), When.point(day)

    for mine, its in (((vague, other), (exact, other)), ((other, vague), (other, exact))):
        answer = asked(mine[0], relation, mine[1])
        assert answer in {Answer.UNDECIDED, asked(its[0], relation, its[1])}


@LAW
@given(st.data(), whens(), st.sampled_from(RELATIONS))
def test_to_learn_an_unknown_end_never_turns_an_answer_over(
    data: st.DataObject, other: When, relation: str
) -> None:
    early, late = sorted([data.draw(days()), data.draw(days())])
    unknown, known = When.parse(f"{early}/"), When.parse(f"{early}/{late}")

    for mine, its in (((unknown, other), (known, other)), ((other, unknown), (other, known))):
        answer = asked(mine[0], relation, mine[1])
        assert answer in {Answer.UNDECIDED, asked(its[0], relation, its[1])}


@LAW
@given(days().flatmap(lambda day: renderings(day, qualifiers="")), whens(), st.sampled_from("?~%"))
def test_a_qualifier_only_takes_certainty_away(text: str, other: When, qualifier: str) -> None:
    plain, qualified = When.parse(text), When.parse(text + qualifier)

    assert (plain.earliest, plain.latest) == (qualified.earliest, qualified.latest)
    for relation in RELATIONS[:5]:
        answer = asked(qualified, relation, other)
        assert answer in {Answer.UNDECIDED, asked(plain, relation, other)}


@LAW
@given(edtf_texts(periods=False), whens(), st.sampled_from(RELATIONS))
def test_without_a_year_nothing_is_decided(text: str, other: When, relation: str) -> None:
    yearless = When.parse(re.sub(r"^[0-9X]{4}", "XXXX", text))

    assert Precision.UNKNOWN == yearless.precision
    assert Answer.UNDECIDED == asked(yearless, relation, other)
    assert Answer.UNDECIDED == asked(other, relation, yearless)


@LAW
@given(whens())
def test_the_whole_of_a_date_keeps_its_bounds_and_is_its_own_whole(when: When) -> None:
    whole = when.whole

    assert (when.earliest, when.latest) == (whole.earliest, whole.latest)
    assert whole == whole.whole


@LAW
@given(whens(), whens())
def test_until_joins_the_start_of_one_and_the_end_of_the_other(a: When, b: When) -> None:
    with contextlib.suppress(DateError):
        joined = a.until(b)

        assert joined.is_period
        assert (a.earliest, b.latest) == (joined.earliest, joined.latest)
