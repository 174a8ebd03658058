"""Any corpus leaves in every form, and comes back equal from each that can come back; bytes choose the corpus."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from _target import STAYS, comes_back, drawn, written
from osintkp.claims import Claims
from osintkp.exports import export_named, names
from osintkp.findings import Findings
from strategies import corpora

STAYING = tuple(f"[{code}]" for code in STAYS)
BACK = ("csv", "stix21", "web_annotation")


@settings(database=None, deadline=None)
@given(corpora(), st.sampled_from([*names(), "arrow", "jsonl"]))
def law(claims: Claims, form: str) -> None:
    """Write a corpus in a form, and load it if it can come back."""
    corpus = osintkp.Corpus(claims=claims)
    if form == "jsonl":
        comes_back(corpus, "saved.jsonl")
    elif form == "arrow":
        assert osintkp.from_arrow(corpus.to_arrow(), lenient=True).claims == claims
    else:
        text, losses = corpus.rendered(form, Findings([]))
        if form in BACK and not losses and len(claims):
            path = written(text.encode(), f"out{export_named(form).ending}")
            found = osintkp.load(path, form=form, lenient=True)
            told = [str(each) for each in found.problems if each.severity == "error"]
            assert [] == [each for each in told if not each.endswith(STAYING)], told
            assert found.claims == claims, form


def check(data: bytes) -> None:
    """Make a corpus of bytes and hold it against the law."""
    drawn(law, data)
