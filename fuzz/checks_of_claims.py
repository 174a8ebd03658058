"""Everything that can be asked of a corpus has an answer; bytes choose the corpus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hypothesis import given, settings

import osintkp
from _target import attempt, drawn
from osintkp.claims import Claims
from strategies import corpora
from strategies_close import close_claims


def as_words(ask: Callable[[], object]) -> str:
    """Return an answer as it is printed."""
    return str(ask())


@settings(database=None, deadline=None)
@given(close_claims() | corpora())
def law(claims: Claims) -> None:
    """Check a corpus, and look at it from every side."""
    corpus = osintkp.Corpus(claims=claims)
    findings = corpus.check()
    for finding in findings:
        assert set(finding.claims) <= set(claims.ids())
        assert str(finding)
    assert findings == osintkp.Corpus(claims=claims).check()
    for ask in (corpus.figures, corpus.origins, corpus.flows, corpus.timeline):
        attempt(partial(as_words, ask))
    corpus.page(findings=findings, pictures=False)


def check(data: bytes) -> None:
    """Make a corpus of bytes and hold it against the law."""
    drawn(law, data)
