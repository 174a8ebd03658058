"""
Feed the reader with made text until it breaks: ``python tools/fuzz_reading.py FOLDER -max_total_time=3600``.

FOLDER keeps what atheris found to reach new branches; other options are libFuzzer's. Atheris is not among the
development packages, since it has no wheel for every Python: ``pip install atheris`` first. What must hold for any text:
nothing is raised, every quote stands where it says, and the same text gives the same claims.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

atheris: Any = import_module("atheris")
with atheris.instrument_imports(include=["osintkp"]):
    import osintkp

    osintkp.read(
        "In May 2024 Chad sent about 40 trucks to Sudan, officials said."
    )  # what it needs is imported here


def look(data: bytes) -> None:
    """Read one made text."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xff" else "replace")
    found = osintkp.find(text)
    for mentions in (found.amounts, found.dates, found.actors, found.places, found.items, found.cues):
        for each in mentions:
            check(text[each.start : each.end] == each.quote, each)
    draft = osintkp.read(text, published="2024-11-22")
    (source,) = draft.sources
    for claim in draft.claims:
        for span in claim.spans:
            check(source.text is not None and source.text[span.start : span.end] == span.quote, claim)


def check(holds: bool, what: object) -> None:
    """Stop where a law does not hold."""
    if not holds:
        raise AssertionError(what)


if __name__ == "__main__":
    atheris.Setup(sys.argv, look)
    atheris.Fuzz()
