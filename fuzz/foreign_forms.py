"""A file in the form of another tool is taken as far as it is sound; what is taken saves to an equal coding."""

from __future__ import annotations

import osintkp
from _target import attempt, holds, safe, written

FORMS = {b"c": "csv", b"s": "stix21", b"w": "web_annotation"}


def check(data: bytes) -> None:
    """Load bytes in the form that the first of them names."""
    form = FORMS.get(data[:1], "csv")
    path = written(data[1:], f"foreign.{form}")
    corpus = attempt(lambda: osintkp.load(path, form=form, lenient=True))
    if corpus is None:
        return
    for problem in corpus.problems:
        safe(str(problem))
    holds(corpus)
