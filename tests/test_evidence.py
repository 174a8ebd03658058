"""What a claim rests on: sources with their texts, spans met in a text, links of a chain."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from hashlib import sha256

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import cost
from osintkp.errors import InvalidValueError
from osintkp.evidence import LONGEST_ID, Link, Source, Span, bad_id, legal_id, utf8
from osintkp.vocabulary.scales import SpanStatus
from strategies import texts

TEXT = "Port Sudan received 12 trucks. El Fasher received 9 trucks, then 12 trucks of flour."
VERBATIM, NORMALISED, MISSING = SpanStatus.VERBATIM, SpanStatus.NORMALISED, SpanStatus.MISSING


@pytest.mark.parametrize("text", ["s1", "A", "0", "shells-152", "a.b_c-", "x" * LONGEST_ID])
def test_letters_digits_and_three_marks_make_an_id(text: str) -> None:
    assert legal_id(text)
    assert text == Source(id=text).id


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".a",
        "-a",
        "_a",
        "a b",
        "a/b",
        "a\n",
        "é",
        "\u0661",
        "a:b",
        "x" * (LONGEST_ID + 1),
        "../a",
        5,
        None,
        b"a",
    ],
)
def test_anything_else_is_no_id(text: object) -> None:
    assert not legal_id(text)


def test_a_bad_id_is_refused_with_what_would_be_right() -> None:
    with pytest.raises(InvalidValueError) as raised:
        Source(id="../a")

    assert (
        "an id is up to 100 of a-z, A-Z, 0-9, '-', '_' and '.', a letter or digit first: '../a'; write it like 'shells-152'"
        == str(raised.value)
    )
    assert ("bad-id", "id", "../a") == (raised.value.code, raised.value.field, raised.value.value)
    assert str(bad_id("../a")) == str(raised.value)


@pytest.mark.parametrize("digest", ["", "0" * 63, "0" * 65, "A" * 64, "g" * 64, "X" * 64])
def test_a_hash_has_sixty_four_digits(digest: str) -> None:
    with pytest.raises(
        InvalidValueError, match=r"this is no sha256: .*; write 64 digits of 0-9 and a-f, or leave it out"
    ) as raised:
        Source(id="a", sha256=digest)

    assert ("bad-hash", "sha256") == (raised.value.code, raised.value.field)
    assert Source(id="a", sha256="09af" * 16).sha256


def test_attaching_a_text_gives_the_source_its_hash_and_length() -> None:
    source = Source(id="a").attached("Київ\r\n")

    assert ("Київ\r\n", 6, sha256("Київ\r\n".encode()).hexdigest()) == (
        source.text,
        source.length,
        source.sha256,
    )
    assert source == source.attached("Київ\r\n")


def test_a_byte_order_mark_may_be_counted_in_the_hash() -> None:
    marked = sha256(b"\xef\xbb\xbfText").hexdigest()

    assert (marked, 4) == (
        Source(id="a", sha256=marked).attached("Text").sha256,
        Source(id="a").attached("Text").length,
    )


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (
            Source(id="a", sha256="0" * 64),
            f"which has the sha256 {'0' * 64}: '{sha256(b'Text').hexdigest()}'",
        ),
        (Source(id="a", length=5), "which has the length 5: 4"),
        (Source(id="a", length=3, sha256=sha256(b"Text").hexdigest()), "which has the length 3: 4"),
    ],
    ids=["hash", "length", "length alone"],
)
def test_another_text_is_refused(source: Source, says: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        source.attached("Text")

    assert "article-changed" == raised.value.code
    assert (
        f"this is not the text that 'a' was coded from, {says}; attach the text as it was collected, or find the quotes in this one with corpus.reanchor"
        == str(raised.value)
    )


def test_half_a_character_is_refused_before_it_spoils_a_file() -> None:
    with pytest.raises(InvalidValueError) as raised:
        Source(id="a").attached("ab\ud83d")

    assert r"letter 2 is half a character: '\ud83d'; write the whole character" == str(raised.value)
    assert "text-surrogate" == raised.value.code
    assert "\U0001f600".encode() == utf8("\U0001f600")


def test_the_text_takes_no_part_in_equality() -> None:
    source = Source(id="a").attached(TEXT)

    assert attrs.evolve(source, text=None) == source
    assert Source(id="a") != source
    assert "Port Sudan" not in repr(source)


def test_a_quote_with_a_place_is_met_there_alone() -> None:
    assert VERBATIM is Span(quote="12 trucks", start=65, end=74).located(TEXT).status
    assert MISSING is Span(quote="12 trucks", start=64, end=73).located(TEXT).status
    assert MISSING is Span(quote="12 trucks", start=650, end=659).located(TEXT).status
    assert (64, 73) == (
        Span(quote="x", start=64, end=73).located(TEXT).start,
        Span(quote="x", start=64, end=73).located(TEXT).end,
    )


def test_a_quote_without_a_place_has_to_stand_once() -> None:
    once, twice, never = (Span(quote=quote).located(TEXT) for quote in ("9 trucks", "12 trucks", "10 trucks"))

    assert (VERBATIM, 50, 58) == (once.status, once.start, once.end)
    assert (MISSING, None, None) == (twice.status, twice.start, twice.end)
    assert (MISSING, None, None) == (never.status, never.start, never.end)


@pytest.mark.parametrize(
    ("prefix", "suffix", "place"),
    [
        ("received ", None, (20, 29)), (None, ".", (20, 29)), ("then ", " of", (65, 74)), (None, " of", (65, 74)),
        ("received ", " of", None), ("x" * 30 + "received ", None, None), (None, " of flour. The", None),
    ],
)  # fmt: skip
def test_words_before_and_after_tell_two_places_apart(
    prefix: str | None, suffix: str | None, place: tuple[int, int] | None
) -> None:
    span = Span(quote="12 trucks", prefix=prefix, suffix=suffix)

    assert ([] if place is None else [place]) == span.places(TEXT)


def test_a_prefix_has_to_fit_into_the_text_before() -> None:
    assert [] == Span(quote="ab", prefix="cd").places("abcd")
    assert [(2, 4)] == Span(quote="cd", prefix="ab").places("abcd")


def test_the_thousand_letters_beside_a_quote_tell_one_place_of_it_from_another() -> None:
    text = f"{'x' * 999}a5 tonnes, {'y' * 999}b5 tonnes"

    assert [(1000, 1008)] == Span(quote="5 tonnes", prefix=f"{'x' * 999}a").places(text)
    assert [(1000, 1008)] == Span(quote="5 tonnes", suffix=f", {'y' * 999}").places(text)
    assert [] == Span(quote="5 tonnes", prefix=f"{'x' * 1000}a").places(text)
    assert [] == Span(quote="5 tonnes", suffix=f", {'y' * 999}b5 tonnes.").places(text)


def test_a_letter_between_long_words_takes_time_in_proportion_to_the_text() -> None:
    span, text = Span(quote="a", prefix="a" * 200_000, suffix="a" * 200_000), "a" * 400_001

    assert [(200_000, 200_001)] == span.places(text)
    assert cost(lambda: span.places(text)) < 2


@pytest.mark.parametrize(
    ("quote", "text", "met"),
    [
        ("the 'rebels'", "said \u2018the \u2018rebels\u2019 fled\u2019", "the \u2018rebels\u2019"),
        ('"no" ships', "He said \u201cno\u201d ships", "\u201cno\u201d ships"),
        ("2020-2023", "in 2020\u20132023.", "2020\u20132023"),
        ("six thousand men", "some six\n  thousand\u00a0men went", "six\n  thousand\u00a0men"),
        ("six  thousand", "some six thousand", "six thousand"),
        ("lion rounds", "a million\trounds", "lion\trounds"),
    ],
)  # fmt: skip
def test_spacing_dashes_and_quote_marks_are_normalised(quote: str, text: str, met: str) -> None:
    span = Span(quote=quote).located(text)

    assert NORMALISED is span.status
    assert met == text[span.start : span.end]
    assert quote == span.quote


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("sixthousand", "six thousand"),
        ("six thousand", "sixthousand"),
        ("Six", "six"),
        ("6 700", "6,700"),
        ("a", ""),
    ],
)
def test_other_differences_are_not(quote: str, text: str) -> None:
    assert MISSING is Span(quote=quote).located(text).status


def test_what_stands_letter_by_letter_goes_before_what_is_normalised() -> None:
    span = Span(quote="six men").located("six  men and six men")

    assert (VERBATIM, 13, 20) == (span.status, span.start, span.end)
    assert MISSING is Span(quote="six  men").located("six men, six men").status


@settings(deadline=None)
@given(texts(min_size=1), texts(), texts())
def test_a_quote_is_met_in_any_text_that_holds_it_once(quote: str, before: str, after: str) -> None:
    text = before + quote + after
    if not quote.strip():
        return
    span = Span(quote=quote, start=len(before), end=len(before + quote)).located(text)

    assert VERBATIM is span.status
    places = Span(quote=quote).places(text)
    assert places
    assert all(quote == text[start:end] for start, end in places)


@settings(deadline=None)
@given(st.text("ab -\u2013\u00a0\n", min_size=1), st.text("ab -\u2013\u00a0\n"))
def test_a_place_that_is_found_holds_the_words(quote: str, text: str) -> None:
    if not quote.strip():
        return

    for start, end in Span(quote=quote).places(text):
        span = Span(quote=quote, start=start, end=end).located(text)
        assert MISSING is not span.status


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5), (None, 5), (5, None), (-5, -1)])
def test_a_place_goes_from_a_start_to_a_later_end(start: int | None, end: int | None) -> None:
    with pytest.raises(InvalidValueError) as raised:
        Span(quote="w", start=start, end=end)

    assert (
        f"a span goes from a start to a later end: [{start}, {end}]; "
        "write span = [start, end], counted in code points from 0, the end not included"
    ) == str(raised.value)
    assert ("span-range", "span") == (raised.value.code, raised.value.field)
    assert 0 == Span(quote="w", start=0, end=1).start


@pytest.mark.parametrize("quote", ["", " ", "\n\u00a0"])
def test_a_quote_has_words(quote: str) -> None:
    with pytest.raises(InvalidValueError, match=r"a quote has no words: .*; quote the words") as raised:
        Span(quote=quote)

    assert ("empty-quote", "quote") == (raised.value.code, raised.value.field)


def test_the_status_takes_no_part_in_equality() -> None:
    span = Span(quote="9 trucks", start=50, end=58)

    assert span == span.located(TEXT)
    assert span != Span(quote="9 trucks")


@pytest.mark.parametrize("quote", ["a" * 50_000, "ab " * 20_000, "- " * 20_000, "a" * 20_000 + "b"])
def test_a_hostile_quote_takes_time_in_proportion_to_its_length(quote: str) -> None:
    text = (quote[:-1] + "\u2013 ") * 4

    assert cost(lambda: [Span(quote=quote).located(text), Span(quote=quote + "x").located(text)]) < 2


def test_a_link_names_somebody_unless_nobody_was_named() -> None:
    assert Link(actor="KR").known
    assert not Link(actor="unknown").known


def test_evidence_can_be_pickled() -> None:
    source, span = Source(id="a").attached(TEXT), Span(quote="w", start=0, end=1, status=MISSING)
    copy, met = pickle.loads(pickle.dumps((source, span)))  # noqa: S301  our own bytes

    assert (source, TEXT) == (copy, copy.text)
    assert MISSING is met.status


@pytest.mark.parametrize("shape", [Source, Span, Link])
def test_fields_are_given_by_name(shape: type) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        shape("a")


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (lambda: Source(id="a", sha256="x"), "x"),
        (lambda: Span(quote=" \t"), " \t"),
        (lambda: Source(id="a").attached("a\ud83db"), "\ud83d"),
    ],
)
def test_a_refusal_holds_the_value_that_was_given(make: Callable[[], object], value: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        make()

    assert value == raised.value.value


def test_every_place_of_a_quote_is_found_from_left_to_right() -> None:
    assert [(0, 2), (3, 5), (6, 8), (9, 11)] == Span(quote="12").places("12 12 12 12")
    assert [(0, 2), (2, 4)] == Span(quote="11").places("11111")


def test_a_quote_after_wide_spaces_is_counted_back_to_the_text() -> None:
    text = "of   the  12\n trucks   came"
    span = Span(quote="12 trucks").located(text)

    assert (10, 20, "12\n trucks") == (span.start, span.end, text[span.start : span.end])
