"""A page of the web is read for its text without an error: what is drafted stands in that text, and no tag is left."""

from __future__ import annotations

import osintkp
from _target import holds, safe, written


def check(data: bytes) -> None:
    """Load bytes as a page that nobody has coded."""
    corpus = osintkp.load(written(data, "page.html"), read=True, lenient=True)
    for problem in corpus.problems:
        safe(str(problem))
    for source in corpus.sources:
        assert source.text is not None
        assert "\x00" not in source.text
        source.text.encode()
    holds(corpus)
