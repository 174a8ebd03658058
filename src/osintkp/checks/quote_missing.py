r"""
The words that a claim quotes stand in the text of its source, letter by letter.

Without the text nothing can be said: what is not verified is not missing.

## Why it matters
A claim is only as good as the words it was read from. A quote that was typed from memory, taken from another version of
the article, or made up by a machine reader looks like evidence until somebody searches for it.

## Found
```toml
[source]
id = "wire"
content = "The army said that it had seized around forty trucks near Goma on Monday."
[[claim]]
id = "trucks"
quote = "seized around fourteen trucks near Goma"
seizure = { actor = "CD", item = "vehicles/truck", amount = "~14 truck" }
```

## Not found
A line break in the text is no other wording.
```toml
[source]
id = "wire"
content = "The army said that it had seized around\nforty trucks near Goma on Monday."
[[claim]]
id = "trucks"
quote = "seized around forty trucks near Goma"
seizure = { actor = "CD", item = "vehicles/truck", amount = "~40 truck" }
```

## Assumptions
Spacing, dashes and quote marks may differ, and dots may stand for words that were left out: that is noted and no fault.
Where capitals alone differ, it is a warning. The nearest passage is the one that shares most of
the quote's words; where fewer than half are shared, none is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from osintkp.checks._figures import quoted
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.evidence import Span
from osintkp.findings import Finding
from osintkp.group import Group, finding, one_by_one
from osintkp.vocabulary.scales import Severity, SpanStatus, Verdict

CODE = "TXT101"
CUT = "which leaves words of the text out: each part of it stands there, and can be a span of its own"
ALIKE = "spacing, dashes and quote marks may differ from the text"


def _quotes(claim: Claim) -> bool:
    return bool(claim.spans)


GROUPS = one_by_one(_quotes)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each quote of a claim that is not in the text, or is there in other spacing or marks."""
    claim = group.claims[0]
    text = group.text(claim)
    if text is None:
        return
    for span in claim.spans:
        met = span.located(text)
        if met.status is SpanStatus.MISSING:
            yield _missing(claim, met, text)
        elif met.status is SpanStatus.NORMALISED:
            yield _normalised(claim, met, text[met.start : met.end])


def _missing(claim: Claim, span: Span, text: str) -> Finding:
    parts = _shortened(span, text)
    message, working = (CUT, parts) if parts else _why(span, text)
    capitals = span.quote not in text and span.quote.casefold() in text.casefold()
    return finding(
        Verdict.AGREEMENT if parts else Verdict.CONFLICT,
        f"{claim.id} quotes {quoted(span.quote)}, {message}",
        (claim,),
        working=working,
        severity=Severity.INFO if parts else Severity.WARNING if capitals else Severity.ERROR,
    )


def _shortened(span: Span, text: str) -> tuple[str, ...]:
    """Return the passages of a quote that leaves words out, marked by dots; empty where it does not or one is not there."""
    pieces = re.compile(r"\[?(?:\.\.\.|…)\]?").split(span.quote)
    parts = [part for piece in pieces if (part := piece.strip())]
    found: list[str] = []
    place = 0
    for part in parts if len(parts) > 1 else ():
        start = text.find(part, place)
        if start < 0:
            return ()
        place = start + len(part)
        found.append(f"at [{start}, {place}]: {quoted(part)}")
    return tuple(found)


def _normalised(claim: Claim, span: Span, there: str) -> Finding:
    message = f"{claim.id} quotes {quoted(span.quote)}, which stands in the text of {claim.source} in other spacing or marks"
    working = (f"at [{span.start}, {span.end}]: {quoted(there)}",)
    return finding(Verdict.AGREEMENT, message, (claim,), working=working, assumptions=(ALIKE,))


def _why(span: Span, text: str) -> tuple[str, tuple[str, ...]]:
    """Return why a quote counts as missing, and what in the text comes nearest."""
    places = span.places(text)
    at = listed([f"[{start}, {end}]" for start, end in places])
    if places and span.start is not None:
        return f"which is not at [{span.start}, {span.end}] of the text but at {at}", ()
    if places:
        why = f"which stands {len(places)} times in the text: at {at}; its span has to say which is meant"
        return why, ()
    elsewhere = attrs.evolve(span, prefix=None, suffix=None).places(text)
    if elsewhere:
        start, end = elsewhere[0]
        return f"which stands at [{start}, {end}] of the text, but not between its prefix and suffix", ()
    found = nearest(span.quote, text)
    if found is None:
        return "which is not in the text, and nothing there comes near it", ()
    start, end, shared, words = found
    other = (
        "has its words in other capitals or marks"
        if shared == words
        else f"shares {shared} of its {words} words"
    )
    return f"which is not in the text; the nearest passage {other}", (
        f"at [{start}, {end}]: {quoted(text[start:end])}",
    )


def nearest(quote: str, text: str) -> tuple[int, int, int, int] | None:
    """
    Return the passage as long as a quote that shares most of its words: start, end, words shared, words of the quote.

    None where fewer than half are shared. The first such passage comes before later ones; the search is linear in the text.

    Example:
        >>> nearest("seized fourteen trucks", "Police seized forty trucks, the army seized fuel.")
        (7, 26, 2, 3)
    """
    wanted = [match[0] for match in _words(quote.casefold())]
    places = [(match.start(), match.end(), match[0].casefold()) for match in _words(text)]
    if not wanted or not places:
        return None
    size, need = min(len(wanted), len(places)), Counter(wanted)
    held: Counter[str] = Counter()
    shared, best, first = 0, 0, 0
    for index, (_, _, word) in enumerate(places):
        held[word] += 1
        shared += held[word] <= need[word]
        if index >= size:
            gone = places[index - size][2]
            shared -= held[gone] <= need[gone]
            held[gone] -= 1
        if shared > best and index >= size - 1:
            best, first = shared, index - size + 1
    if 2 * best < len(wanted):
        return None
    return places[first][0], places[first + size - 1][1], best, len(wanted)


def _words(text: str) -> Iterator[re.Match[str]]:
    return re.compile(r"\w+").finditer(text)
