"""Quotes that are not in the text of their source."""

from __future__ import annotations

import random
import time
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Span
from osintkp.checks.quote_missing import nearest
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, SpanStatus, Verdict

TEXT = "The M23 rebels took Sake in February. The army said that it had lost forty trucks near Sake, and forty trucks near Goma."


def found(*quotes: str | Span, text: str | None = TEXT) -> Findings:
    spans = tuple(Span(quote=quote) if isinstance(quote, str) else quote for quote in quotes)
    one = attrs.evolve(claim("a/1", "loss", actor="CD"), spans=spans)
    return corpus(one, a={"text": text}).check(select="quote-missing")


def only(quote: str | Span, text: str = TEXT) -> Finding:
    (finding,) = found(quote, text=text)
    return finding


def test_a_quote_that_is_not_in_the_text_is_an_error_with_the_nearest_passage() -> None:
    finding = only("had lost fourteen trucks near Sake")

    assert (Severity.ERROR, Verdict.CONFLICT, "TXT101") == (finding.severity, finding.verdict, finding.code)
    assert ("a/1",) == finding.claims
    assert (
        'a/1 quotes "had lost fourteen trucks near Sake", which is not in the text; the nearest passage shares 5 of its 6 words'
        == finding.message
    )
    assert ('at [60, 91]: "had lost forty trucks near Sake"',) == finding.working


def test_a_quote_that_is_in_the_text_is_no_finding() -> None:
    assert 0 == len(found("lost forty trucks near Sake", "took Sake in February"))


@pytest.mark.parametrize("status", [None, *SpanStatus])
def test_without_a_text_nothing_is_found(status: SpanStatus | None) -> None:
    assert 0 == len(found(Span(quote="no such words", status=status), text=None))


def test_a_claim_without_a_quote_is_passed_over() -> None:
    assert 0 == len(found())


def test_other_spacing_and_marks_are_noted() -> None:
    finding = only("took\nSake  in February")

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert (
        'a/1 quotes "took Sake in February", which stands in the text of a in other spacing or marks'
        == finding.message
    )
    assert ('at [15, 36]: "took Sake in February"',) == finding.working
    assert ("spacing, dashes and quote marks may differ from the text",) == finding.assumptions


@pytest.mark.parametrize("status", SpanStatus)
def test_the_text_decides_and_not_what_a_span_was_once_found_to_be(status: SpanStatus) -> None:
    assert 0 == len(found(Span(quote="took Sake", status=status)))
    assert Severity.ERROR is only(Span(quote="no such words", status=status)).severity


def test_a_quote_at_another_place_says_where_it_stands() -> None:
    finding = only(Span(quote="took Sake", start=10, end=19))

    assert 'a/1 quotes "took Sake", which is not at [10, 19] of the text but at [15, 24]' == finding.message
    assert () == finding.working


def test_a_quote_that_stands_twice_asks_for_its_span() -> None:
    finding = only("forty trucks near")

    assert (
        'a/1 quotes "forty trucks near", which stands 2 times in the text: at [69, 86] and [97, 114]; its span has to say which is meant'
        == finding.message
    )


def test_a_quote_between_other_words_than_its_prefix_says_so() -> None:
    finding = only(Span(quote="took Sake", prefix="army "))

    assert (
        'a/1 quotes "took Sake", which stands at [15, 24] of the text, but not between its prefix and suffix'
        == finding.message
    )
    assert 0 == len(found(Span(quote="forty trucks near", prefix="and ")))


def test_a_quote_in_other_capitals_says_so() -> None:
    finding = only("the army said, that")

    assert finding.message.endswith(
        "which is not in the text; the nearest passage has its words in other capitals or marks"
    )
    assert ('at [38, 56]: "The army said that"',) == finding.working


@pytest.mark.parametrize(
    ("quote", "text"), [("a dhow off Aden", TEXT), ("...", TEXT), ("words", "..."), ("words", "")]
)
def test_where_nothing_comes_near_nothing_is_named(quote: str, text: str) -> None:
    finding = only(quote, text=text)

    assert (
        f'a/1 quotes "{quote}", which is not in the text, and nothing there comes near it' == finding.message
    )
    assert () == finding.working


def test_a_quote_cannot_write_on_the_terminal() -> None:
    finding = only("\x1b[31mtook Sake", text="it took Sake\x07 then")

    assert '"?[31mtook Sake"' in finding.message
    assert "\x1b" not in str(finding)


def test_a_long_quote_is_cut() -> None:
    finding = only("fuel " * 100)

    assert '"' + ("fuel " * 40) + '..."' in finding.message


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("a b c", "x a b c y", (2, 7, 3, 3)),
        ("a b c", "x a y b c", (2, 7, 2, 3)),
        ("a b c d", "a b x y", (0, 7, 2, 4)),
        ("a b c d", "a x y z", None),
        ("a a", "a b a", (0, 3, 1, 2)),
        ("a a a", "b b a a c", (2, 7, 2, 3)),
        ("a b c d e", "b a", None),
        ("a b c", "b a", (0, 3, 2, 3)),
        ("c d", "a b c d e", (4, 7, 2, 2)),
        ("A B", "a b", (0, 3, 2, 2)),
    ],
)
def test_the_nearest_passage_shares_most_words(
    quote: str, text: str, expected: tuple[int, int, int, int] | None
) -> None:
    assert expected == nearest(quote, text)


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=6), st.lists(st.sampled_from("abcde"), max_size=30)
)
def test_no_passage_shares_more_words_than_the_nearest(quote: list[str], text: list[str]) -> None:
    size = min(len(quote), len(text))
    windows = [text[start : start + size] for start in range(len(text) - size + 1)]
    shared = max(
        (sum(min(window.count(word), quote.count(word)) for word in set(quote)) for window in windows),
        default=0,
    )
    expected = None if 2 * shared < len(quote) else shared

    found_there = nearest(" ".join(quote), " ".join(text))

    assert expected == (None if found_there is None else found_there[2])


@given(st.text(min_size=1).filter(str.strip), st.text())
def test_any_quote_and_any_text_give_at_most_one_finding(quote: str, text: str) -> None:
    findings = found(Span(quote=quote), text=text)

    assert len(findings) <= 1
    assert all(
        quote not in text or text.count(quote) > 1 or each.severity is Severity.INFO for each in findings
    )


def test_a_long_text_is_searched_once() -> None:
    text = "forty trucks near Sake " * 40_000
    started = time.process_time()

    assert 1 == len(found("lost fourteen trucks", text=text))
    assert time.process_time() - started < 10


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims: list[Any] = [
        claim(f"a/{number}", "loss", actor="CD", quote=quote)
        for number, quote in enumerate(("no", "such", "words"))
    ]
    expected = corpus(*claims, a={"text": TEXT}).check(select="TXT101")

    assert 3 == len(expected)
    for seed in range(4):
        random.Random(seed).shuffle(claims)

        assert expected == corpus(*claims, a={"text": TEXT}).check(select="TXT101")


def test_words_that_dots_leave_out_are_noted() -> None:
    finding = only("The M23 rebels ... in February […] lost forty trucks")

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "which leaves words of the text out: each part of it stands there, and can be a span of its own"
    )
    assert (
        'at [0, 14]: "The M23 rebels"',
        'at [25, 36]: "in February"',
        'at [64, 81]: "lost forty trucks"',
    ) == finding.working


@pytest.mark.parametrize("quote", ["in February ... The M23 rebels", "The M23 rebels ... in March", "..."])
def test_dots_excuse_no_other_words_and_no_other_order(quote: str) -> None:
    assert Severity.ERROR is only(quote).severity


def test_other_capitals_are_a_warning_and_other_marks_an_error() -> None:
    assert Severity.WARNING is only("the m23 rebels took Sake").severity
    assert Severity.ERROR is only("The M-23 rebels took Sake").severity
    assert Severity.ERROR is only("a loss of 4.500 tonnes", text="a loss of 4,500 tonnes").severity
