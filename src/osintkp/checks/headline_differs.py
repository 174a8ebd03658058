"""
A heading, lede or caption says more than the body of its own source: firmer, rounder, larger, or elsewhere.

Each claim of a heading, lede or caption is held against the claims of the body that are about the same thing: those it is
linked to, those with its printed number, and those with its parties, goods, place and time. Where one of them says
as much, nothing is told. Otherwise the nearest is taken, and one finding lists everything in which the two differ: a hedge or
a word of likelihood that is gone, a fact where the body alleges, estimates or expects, another figure, another
place, party, goods or date, a theatre that became the place. What is only shorter is no difference;
what is only rounder, or only leaves out who says so, is an information.

## Why it matters
Headings are what is read, quoted and copied by machines, and often another hand wrote them. A figure that is taken from a
heading has to be looked up in the body first.

## Found
```toml
[source]
id = "daily"
[[claim]]
id = "heading"
part = "heading"
quote = "4,000 Rwandan troops in Bukavu"
troop_deployment = { sender = "RW", amount = "4000 person", place = "Bukavu" }
[[claim]]
id = "experts"
quote = "experts put Rwandan strength in Goma at 3,000 to 4,000"
speaker = "un"
modality = "estimated"
troop_deployment = { sender = "RW", amount = "3000..4000 person", place = "Goma" }
links = [{ kind = "repeats", claim = "daily/heading" }]
```

## Not found
The heading is shorter and rounder, and keeps a doubt.
```toml
[source]
id = "daily"
[[claim]]
id = "heading"
part = "heading"
quote = "Reportedly some 4,000 Rwandan troops in Goma"
troop_deployment = { sender = "RW", amount = "~4000 person", place = "Goma" }
[[claim]]
id = "experts"
quote = "experts put Rwandan strength in Goma at around 3,950"
speaker = "un"
modality = "estimated"
troop_deployment = { sender = "RW", amount = "~3950 person", place = "Goma" }
```

## Assumptions
A figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %.
A theatre is the war that forces serve in, and need not be where they are. A heading that shares neither a link nor a figure
nor all its facts with the body is about something else. One printed number of 100 or more, in claims that differ in one thing
alone, ties a heading to the body; whether it moves the event or tells another one is then open, as it is where a lede tells
as done what the body only expects.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._elsewhere import roots
from osintkp.checks._figures import ROUNDING, quoted
from osintkp.checks._headings import Backing, backing, ends, summed, value_of
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.vocabulary.scales import LinkKind, Part, Severity, Verdict

CODE = "TXT103"
GRAVEST = Severity.WARNING
LOOK = 30
MANY = 200
MOST_CLAIMS = 10
LONGEST = 80
PLAIN = frozenset({Part.HEADING, Part.LEDE, Part.CAPTION})
SERVES = "a theatre is the war that forces serve in, and need not be where they are"
ONE_EVENT = "a heading and a body that share a figure or all their facts, and differ in one thing alone, may be about one event"


def _of_one_text(claim: Claim) -> Hashable | None:
    return (claim.source, claim.kind)


GROUPS = by_topic(_of_one_text, least=1)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Body:
    """
    The claims of the body of one source, ready to be looked up.

    Attributes:
        claims: All of one kind, ordered by id.
        figures: Those with printed numbers, ordered by these, in base units.
        plain: One for each way in which something is told, its figure apart.
        repeating: By the id of a heading, the claims that are linked to it.
    """

    claims: tuple[Claim, ...]
    figures: list[tuple[float, str, Claim]]
    plain: list[Claim]
    repeating: dict[str, list[Claim]]


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each heading, lede or caption that says more than its body."""
    heads = [claim for claim in group.claims if claim.part in PLAIN]
    if not heads:
        return
    body = _body(tuple(claim for claim in group.claims if claim.part is Part.BODY))
    for head in heads:
        found = _backings(group, head, body)
        if found and all(each.lost for each in found):
            yield _finding(head, min(found, key=lambda each: each.rank), found)


def _body(claims: tuple[Claim, ...]) -> Body:
    figures = [(value, claim.id, claim) for claim in claims for value in ends(claim.amount)]
    repeating: dict[str, list[Claim]] = {}
    for claim in claims:
        for name in claim.linked(LinkKind.REPEATS):
            repeating.setdefault(name, []).append(claim)
    plain = {_telling(claim): claim for claim in reversed(claims)}
    return Body(
        claims=claims,
        figures=sorted(figures, key=lambda each: each[:2]),
        plain=list(plain.values()),
        repeating=repeating,
    )


def _telling(claim: Claim) -> Hashable:
    names = ("calibre", "title", "outcome", "purpose", "measure", "place", "theatre", "origin", "destination")
    fields = tuple(str(claim.record.of(name)) for name in names)
    likely = claim.likelihood is None, claim.stance, claim.modality, claim.speaker
    return (claim.actors, claim.item, str(claim.when), likely, fields)


def _backings(group: Group, head: Claim, body: Body) -> list[Backing]:
    """Return what the claims of the body leave of a heading, those alone that are about the same thing."""
    linked = {claim.id: claim for claim in group.linked(head, LinkKind.REPEATS) if _in_body(head, claim)}
    linked |= {claim.id: claim for claim in body.repeating.get(head.id, [])[:LOOK]}
    others = {claim.id: claim for claim in _near(head, body)}
    every = {**others, **linked}
    places = _standing(head, body)
    found = [backing(head, every[name], linked=name in linked, places=places) for name in sorted(every)]
    return [_perhaps_summed(head, each, body) for each in found if each is not None]


def _in_body(head: Claim, claim: Claim) -> bool:
    return claim.source == head.source and claim.part is Part.BODY


def _near(head: Claim, body: Body) -> list[Claim]:
    """Return the claims of the body that a heading may be about: by their numbers, or without one by their facts."""
    value = value_of(head.amount)
    if value is None:
        return body.plain if len(body.plain) <= MANY else []
    place = bisect_left(body.figures, value, key=lambda each: each[0])
    return [claim for _, _, claim in body.figures[max(0, place - LOOK) : place + LOOK]]


def _standing(head: Claim, body: Body) -> tuple[str, ...]:
    """Return where the body puts the forces of a heading, by the claims that say a place."""
    if head.record.of("place") is None or "sender" not in head.record.roles:
        return ()
    mine = roots(head, "sender")
    places = (
        claim.record.of("place") for claim in body.plain[:MANY] if not mine.isdisjoint(roots(claim, "sender"))
    )
    return tuple(dict.fromkeys(place for place in places if isinstance(place, str)))


def _perhaps_summed(head: Claim, found: Backing, body: Body) -> Backing:
    """Return a backing whose larger figure is no fault where the figures of the body may add up to it."""
    if not any(each.larger for each in found.lost) or not summed(
        head, [claim for _, _, claim in body.figures[:MANY]]
    ):
        return found
    lost = tuple(
        attrs.evolve(each, grave=False, words=f"{each.words}, unless it adds up several of its figures")
        if each.larger
        else each
        for each in found.lost
    )
    return attrs.evolve(found, lost=lost)


def _finding(head: Claim, nearest: Backing, found: list[Backing]) -> Finding:
    alike = [each.claim for each in found if each is not nearest and each.rank[:3] == nearest.rank[:3]]
    grave = any(each.grave for each in nearest.lost)
    more = "says more than" if grave else "differs a little from"
    also = f"; likewise {listed(claim.id for claim in alike)}" if alike else ""
    message = (
        f"{head.id}, a {head.part}, {more} the body: {_words(head)} against {_words(nearest.claim)}"
        f" ({nearest.claim.id}{also}): it {listed(each.words for each in nearest.lost)}"
    )
    if nearest.open:
        message += (
            f"; if the two are one event the {head.part} says more, if not the body does not tell its own"
        )
    return finding(
        _verdict(nearest),
        message,
        (head, nearest.claim, *alike[:MOST_CLAIMS]),
        working=(str(head), str(nearest.claim)),
        assumptions=tuple(_assumptions(nearest)),
        severity=Severity.WARNING if grave else Severity.INFO,
    )


def _words(claim: Claim) -> str:
    return quoted(claim.quote, most=LONGEST) if claim.spans else f"({claim.sentence()})"


def _verdict(nearest: Backing) -> Verdict:
    if nearest.open:
        return Verdict.UNDECIDED
    return Verdict.CONFLICT if any(each.apart for each in nearest.lost) else Verdict.DIFFERENT_SCOPE


def _assumptions(nearest: Backing) -> Iterator[str]:
    yield ROUNDING
    if any("in support of the war" in each.words for each in nearest.lost):
        yield SERVES
    if nearest.open:
        yield ONE_EVENT
