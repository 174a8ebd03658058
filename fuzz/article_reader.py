"""The reader drafts something of any text: its words stand where it says, and what it drafts is a coding."""

from __future__ import annotations

import osintkp
from _target import as_text, holds
from osintkp.evidence import Span
from osintkp.vocabulary.scales import SpanStatus


def check(data: bytes) -> None:
    """Read bytes as an article, of a day and of none."""
    text = as_text(data)
    for published in (None, "2024-03-05"):
        corpus = osintkp.read(text, published, id="wire")
        (source,) = corpus.sources
        assert source.text is not None
        assert len(source.text) == len(text)
        for claim in corpus.claims:
            assert claim.spans
            for span in claim.spans:
                assert isinstance(span, Span)
                assert span.status is SpanStatus.VERBATIM
                assert source.text[span.start : span.end] == span.quote
        holds(corpus)
