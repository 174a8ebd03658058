"""
A letter of a quote, a title or a name is not what it looks like.

Found are letters of another alphabet inside a word, a capital I that stands for an l, a nought for an o, two letters that
draw another one in a known name, letters that cannot be seen, forms of full width among plain ones, and signs that turn the
direction of writing; letters and marks that stand apart are only mentioned, once for a source. Each is told with
its code point, its place, and the word that a reader takes it for; where that is a known name, whose it is.
Words wholly in another script are left alone, and so are endings that a language in that script puts to a Latin name,
joiners and marks of direction in scripts that need them, Roman numerals, and the figures of types of arms.

## Why it matters
A look-alike letter comes from text recognition, from a rewrite that evades search, or from somebody who imitates a name.
Search, name tables and counters of sources all miss the word.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "aid"
quote = "trucks reached the north of MaIi"
shipment = { sender = "SN", recipient = "ML", item = "food", amount = "12 truck" }
```

## Not found
The first is a family name, the second a Roman numeral, the third a type of tank, the fourth plain Russian.
```toml
[source]
id = "wire"
[[claim]]
id = "aid"
quote = "McIntyre, King Mohammed VI, T-10M0 and грузовики"
shipment = { sender = "SN", recipient = "ML", item = "food", amount = "12 truck" }
```

## Assumptions
What a letter looks like is from the confusables of Unicode Technical Standard 39, cut to those that occur in names.
A capital I inside a word that begins with a capital is taken for an l only where that makes a known name.

## References
Unicode Technical Standard 39, Unicode Security Mechanisms, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from osintkp.checks._figures import quoted
from osintkp.checks._imitated import Imitation, imitated_id, imitations
from osintkp.checks._topics import BY_SOURCE
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.records import Record
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "ENT103"
GRAVEST = Severity.WARNING
SHAPES = (
    "what a letter looks like: Unicode Technical Standard 39 (confusables), cut to those that occur in names"
)
MOST_LINES = 20
GROUPS = BY_SOURCE


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place:
    """
    Words of a source that hold a look-alike.

    Attributes:
        claim: The claim that has them, or one of the source that does.
        where: What they are, in words.
        start: Where the word begins in the text; None where nobody says.
    """

    claim: Claim
    where: str
    start: int | None = None


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each word of a source that holds letters which are not what they look like."""
    found: dict[Imitation, list[Place]] = {}
    seen: dict[str, tuple[Imitation, ...]] = {}
    for claim, what, words, start in _words(group):
        if words not in seen:
            seen[words] = tuple(imitations(words))
        for imitation in seen[words]:
            place = Place(claim=claim, where=what, start=None if start is None else start + imitation.at)
            found.setdefault(attrs.evolve(imitation, at=0), []).append(place)
    for imitation, places in found.items():
        if not imitation.apart:
            yield _finding(imitation, places)
    apart = {imitation: places for imitation, places in found.items() if imitation.apart}
    if apart:
        yield _apart(apart)
    yield from _ids(group)


def _words(group: Group) -> Iterator[tuple[Claim, str, str, int | None]]:
    """Give the words of a source, each with a claim, what they are, and where they begin in the text."""
    first = group.claims[0]
    source = group.beyond.sources.get(first.source)
    if source is not None:
        for name in ("title", "publisher", "author"):
            words = getattr(source, name)
            if words:
                yield first, f"the {name} of {source.id}", words, None
    for claim in group.claims:
        for span in claim.spans:
            yield claim, f"the quote of {claim.id}", span.quote, span.start
        for words in _texts(claim.record):
            yield claim, f"the record of {claim.id}", words, None


def _texts(record: Record) -> list[str]:
    """Return the words of a record: every text in it that is no actor."""
    found = []
    for name in _told_by(record):
        value = getattr(record, name)
        if type(value) is str:
            found.append(value)
        elif isinstance(value, tuple):
            found += [each for each in value if type(each) is str]
    return found


def _told_by(record: Record) -> tuple[str, ...]:
    """Return the fields of a kind of record that name no actors."""
    kind: Any = type(record)
    return _fields(kind)


@lru_cache(maxsize=256)
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind) if field.name not in kind.roles)


def _finding(imitation: Imitation, places: list[Place]) -> Finding:
    where = dict.fromkeys(place.where for place in places)
    claims = {place.claim.id: place.claim for place in places}
    spots = dict.fromkeys(
        f"{place.claim.id}: letter {place.start + imitation.within} of the text"
        for place in places
        if place.start is not None
    )
    message = f"{quoted(imitation.word)} in {listed(where, most=3)}: {imitation.told}"
    return finding(
        Verdict.CONFLICT if imitation.sure else Verdict.UNDECIDED,
        message,
        tuple(claims.values()),
        working=tuple(spots)[:MOST_LINES],
        assumptions=(SHAPES,),
        severity=Severity.WARNING if imitation.sure else Severity.INFO,
    )


def _apart(found: dict[Imitation, list[Place]]) -> Finding:
    """Return the one finding for all the words of a source in which letters and their marks stand apart."""
    words = dict.fromkeys(quoted(imitation.word) for imitation in found)
    told = dict.fromkeys(f"{quoted(imitation.word)}: {imitation.told}" for imitation in found)
    claims = {place.claim.id: place.claim for places in found.values() for place in places}
    verb = "is" if len(words) == 1 else "are"
    message = f"{listed(words, most=3)} {verb} written with letters and marks apart (NFD), which a search for whole letters misses"
    working = tuple(told)[:MOST_LINES]
    return finding(
        Verdict.UNDECIDED, message, tuple(claims.values()), working=working, severity=Severity.INFO
    )


def _ids(group: Group) -> Iterator[Finding]:
    """Give one finding for each actor whose id imitates that of another."""
    named: dict[str, list[Claim]] = {}
    for claim in group.claims:
        for actor in claim.everybody:
            named.setdefault(actor, []).append(claim)
    for actor, claims in named.items():
        told = imitated_id(actor)
        if told is not None:
            message = f"the actor {quoted(actor)} of {listed((claim.id for claim in claims), most=3)}: {told}"
            yield finding(
                Verdict.CONFLICT, message, tuple(claims), assumptions=(SHAPES,), severity=Severity.WARNING
            )
