"""The seeds against their texts: every quote stands there, and every figure in its quote."""

from __future__ import annotations

from pathlib import Path

import pytest

import osintkp
from osintkp.vocabulary.scales import SpanStatus

TEXTS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def corpus() -> osintkp.Corpus:
    return osintkp.load_seeds(texts=TEXTS)


def test_every_text_is_at_hand(corpus: osintkp.Corpus) -> None:
    assert 4 == sum(source.text is not None for source in corpus.sources)


@pytest.mark.parametrize("check", ["quote-missing", "figure-not-in-quote"])
def test_no_quote_is_missing_and_no_figure_is_out_of_its_quote(corpus: osintkp.Corpus, check: str) -> None:
    assert 0 == len(corpus.check(select=check))


def test_every_span_stands_there_letter_by_letter(corpus: osintkp.Corpus) -> None:
    spans = [(corpus.sources[claim.source].text, span) for claim in corpus.claims for span in claim.spans]

    assert {SpanStatus.VERBATIM} == {span.status for _, span in spans}
    assert all(text is not None and text[span.start : span.end] == span.quote for text, span in spans)
