"""Corpora that every export has to carry or to name, and the way back through a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from costs import once
from osintkp.claims import Claims
from osintkp.records import record_types
from pages import corpus_of

FULL = """
[source]
id = "wire"
title = "Trucks for Port Sudan"
publisher = "Nile Wire"
author = "A. Writer"
published = { edtf = "2023-04-18", words = "Tuesday", anchor = "2023-04-19" }
published_basis = "printed above it"
retrieved = "2023-05"
address = "https://example.org/trucks?a=1&b=2"
language = "en"
reliability = "B"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
length = 4000
text = "wire.txt"
derived_from = "agency"
notes = "shortened"
[[claim]]
id = "trucks"
spans = [
  { quote = "some 40 trucks", span = [10, 24], prefix = "sent ", suffix = " to" },
  { quote = "by sea" },
]
part = "lede"
attribution = [
  { actor = "abdel-fattah-al-burhan", role = "general", verb = "told", medium = "radio", when = "2023-04-17", basis = "the agency" },
  { actor = "unknown" },
  { actor = "SD", verb = "said" },
]
said = { edtf = "2023-04-17", words = "the day before", anchor = "2023-04-18" }
modality = "estimated"
likelihood = { scheme = "phia", word = "likely" }
confidence = "moderate"
credibility = 2
coder = "ana"
about = "the second figure is another ship's"
links = [{ kind = "repeats", claim = "agency/trucks" }, { kind = "revises", claim = "wire/denied" }, { kind = "share_of", claim = "agency/trucks", value = "~30 percent" }]
suppress = [{ check = "single-origin", reason = "two offices" }]
shipment = { sender = "EG", recipient = "SD", item = "vehicles/truck", amount = "~40 truck", measure = "cumulative", when = "2023-03/2023-04~", origin = "Jeddah", destination = "Port Sudan" }
[[claim]]
id = "denied"
quote = "no trucks came"
span = [100, 114]
speaker = "rsf"
role = "spokesman"
verb = "denied"
via = ["SD"]
stance = "denies"
shipment = { sender = "EG", recipient = "SD", item = "vehicles/truck" }
[[claim]]
id = "barracks"
quote = "2,000 soldiers at Goma"
speaker = "unknown"
troop_deployment = { sender = "RW", recipient = "m23", amount = ">2000 person", measure = "stock", place = "Goma", theatre = "North Kivu", purpose = "training", when = "2024-01-05" }
[[claim]]
id = "pact"
quote = "signed in Tripoli"
treaty = { title = "Maritime pact", parties = ["TR", "LY"], signed = "2019-11-27", place = "Atlantis", ratified = { TR = "2019-12-05" }, in_force = "2019-12-08", obligations = ["to share borders"], replaces = "none" }
[source]
id = "agency"
address = "javascript:alert(1)"
published = "2023-04-17/2023-04-18"
language = "English of sorts"
[[claim]]
id = "trucks"
quote = "40 trucks"
part = "heading"
draft = { rules = ["transfer.give"], confidence = { amount = 0.5 }, unfilled = { when = "no date" } }
shipment = { amount = "40 truck" }
"""


@cache
def full() -> osintkp.Corpus:
    """Return two sources that rewrite each other in part, with every field of a claim set somewhere."""
    return corpus_of(FULL, lenient=True)


def bare() -> osintkp.Corpus:
    """Return a claim of every kind with nothing in it, and a source without a claim."""
    claims = [attrs.evolve(claim(f"bare/{kind}", kind), spans=()) for kind in record_types()]
    some = corpus(*claims)
    return osintkp.Corpus(claims=Claims(some.claims, [*some.sources, osintkp.Source(id="empty")]))


HOSTILE = "</script><b>&amp; \u202e\u2028\x1b[31m =cmd|' /C calc'!A0 \ud7ff\U0001f4a3"


def hostile(words: str = HOSTILE) -> osintkp.Corpus:
    """Return a corpus with words in every field that were put there to do harm; no field has a NUL."""
    one = claim("evil/a", "statement", quote=words, text=words, about=("SD", "zz-x"), speaker="zz-y")
    two = claim("evil/b", "troop_deployment", quote=words, place=words, sender="SD", amount="5 person")
    three = attrs.evolve(claim("evil/c", "loss", place=words), confidence=words, coder=words, about=words)
    fields = dict.fromkeys(("title", "publisher", "author", "notes", "language"), words)
    return corpus(one, two, three, evil={**fields, "address": f"https://example.org/{words}"})


def odd() -> osintkp.Corpus:
    """Return a corpus with actors that no coding may name, and a NUL."""
    names = (HOSTILE, "\0", "", "a:b/c%zz")
    return corpus(
        claim("odd/a", "statement", about=names, speaker=HOSTILE, quote="a\0b"), claim("odd/b", speaker="")
    )


def circular() -> osintkp.Corpus:
    """Return sources that rewrite each other and themselves, and claims that repeat each other."""
    one = claim("a/1", links={"repeats": "b/1"}, speaker="SD", sender="TD")
    other = claim("b/1", links={"repeats": "a/1"}, speaker="SD", sender="TD")
    return corpus(
        one, other, claim("c/1"), a={"derived_from": "b"}, b={"derived_from": "a"}, c={"derived_from": "c"}
    )


CASES: dict[str, Callable[[], osintkp.Corpus]] = {
    "seeds": osintkp.load_seeds,
    "full": full,
    "bare": bare,
    "hostile": hostile,
    "odd": odd,
    "circular": circular,
    "empty": osintkp.Corpus,
}
every_case = pytest.mark.parametrize("case", sorted(CASES))
every_codable_case = pytest.mark.parametrize("case", sorted(set(CASES) - {"odd"}))


def orphaned() -> osintkp.Corpus:
    """Return a corpus of which two claims stand in a source that is not there."""
    here = claim("here/a", "loss", actor="AM", place="Goma")
    return osintkp.Corpus(
        claims=Claims([here, claim("gone/a"), claim("gone/b")], [osintkp.Source(id="here")])
    )


def many(count: int) -> osintkp.Corpus:
    """Return a corpus of as many sources with two claims each."""
    claims = [
        claim(f"s{number}/{own}", speaker="SD", sender="EG", destination="Goma")
        for number in range(count)
        for own in "ab"
    ]
    return corpus(*claims)


def seconds(some: osintkp.Corpus, form: str) -> float:
    """Return what rendering takes, checks not counted."""
    none = osintkp.Corpus().check()
    return once(lambda: some.rendered(form, none))


def back(some: osintkp.Corpus, form: str, folder: Path, **asked: Any) -> osintkp.Corpus:
    """Return a corpus after it went out into a file and came in again."""
    path = folder / "osintkp.out"
    some.export(form, path)
    return osintkp.load(path, form=form, **asked)


def loaded(text: str, form: str, folder: Path) -> osintkp.Corpus:
    """Return what a text in another form gives, leniently."""
    path = folder / "osintkp.in"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return osintkp.load(path, form=form, lenient=True)
