"""Which claims repeat which, where no link says so: by the source that they rewrite, or by origin, number and thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from datetime import date

import attrs

from osintkp.checks._hedges import Lost, based, losses
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import HOPED, PROMISED, Difference, facets
from osintkp.group import Group
from osintkp.origins import Origin
from osintkp.triage import GENERIC, between
from osintkp.units import Comparator
from osintkp.vocabulary.scales import Answer, Modality

LOOK = 40
MOST_REWRITTEN = 100
SAME_SPEAKER = "a number that a speaker gave once is taken from that speaker where a later source prints it about the same thing"
REWRITES = "a source that rewrites another has its figures from it"
BEYOND_HEDGES = HOPED | PROMISED | {Modality.CAPACITY}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Repetition:
    """
    A claim that repeats another, or may, and what it lost.

    Attributes:
        copy: The later telling.
        original: The telling with the hedge.
        lost: What was lost.
        basis: Why the one is taken to repeat the other.
        unless: The fact that is missing, with what follows either way; empty where nothing is.
    """

    copy: Claim
    original: Claim
    lost: tuple[Lost, ...]
    basis: str
    unless: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Telling:
    """
    A claim with where it comes from and when its source told it.

    Attributes:
        claim: The claim.
        origin: Where it comes from.
        told: When its source told it; None when nobody knows.
        day: The first day that it may have been told.
        last: The last one.
    """

    claim: Claim
    origin: Origin
    told: When | None
    day: date
    last: date

    @classmethod
    def of(cls, group: Group, claim: Claim) -> Telling:
        """Return a claim with where it comes from and when its source told it."""
        when = told(group, claim)
        day = (None if when is None else when.earliest) or date.min
        last = (None if when is None else when.latest) or date.max
        return cls(claim=claim, origin=group.origin(claim), told=when, day=day, last=last)


def implied(group: Group, copies: Iterable[Claim]) -> Iterator[Repetition]:
    """Give, for each claim, the telling that it repeats, where it lost a hedge of it."""
    wanted = {claim.id for claim in copies}
    for members in _buckets(group).values():
        source = members[0].source
        if any(claim.source != source for claim in members) and any(map(_hedges, members)):
            yield from _among(group, members, wanted)


def _hedges(claim: Claim) -> bool:
    """Tell whether there is anything in a claim that a repetition could lose."""
    amount = claim.amount
    plain = amount is not None and amount.comparator is Comparator.EXACT and amount.hedge is None
    return not (
        plain and claim.likelihood is None and claim.modality is Modality.STATED and claim.speaker is None
    )


def _buckets(group: Group) -> dict[Hashable, list[Claim]]:
    """Return the claims by printed number and goods; one with a range stands under both of its ends."""
    found: dict[Hashable, list[Claim]] = {}
    for claim in group.claims:
        amount = claim.amount
        if amount is None:
            continue
        ends = (amount.low, amount.high) if amount.best is None else (amount.best,)
        pieces = amount.dimension == (("piece", 1),) and amount.unit not in GENERIC
        goods = (claim.item, str(claim.record.of("calibre")), amount.unit if pieces else "")
        for end in dict.fromkeys(end for end in ends if end is not None):
            found.setdefault((f"{based(amount, end):.12g}", goods), []).append(claim)
    return found


def _among(group: Group, members: list[Claim], wanted: set[str]) -> Iterator[Repetition]:
    every = [Telling.of(group, claim) for claim in members]
    every.sort(key=lambda each: (each.day, each.claim.id))
    originals = [each for each in every if _hedges(each.claim)]
    by_source, by_origin = _by(originals, "source"), _by(originals, "origin")
    quotable = [each for each in originals if each.origin.known and each.claim.attribution]
    for copy in every:
        if copy.claim.id not in wanted:
            continue
        ancestors = _ancestors(group, copy.claim)
        found = next(
            (each for name in ancestors if (each := _first(copy, by_source.get(name, []), derived=True))),
            None,
        )
        if found is None and copy.origin.known and copy.claim.attribution:
            found = _first(copy, by_origin.get(copy.origin.id, []))
        if found is None and not copy.claim.attribution and not ancestors:
            found = _first(copy, quotable)
        if found is not None:
            yield found


def _by(every: list[Telling], what: str) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for each in every:
        key = each.claim.source if what == "source" else each.origin.id
        found.setdefault(key, []).append(each)
    return found


def _ancestors(group: Group, claim: Claim) -> list[str]:
    """Return the sources that the source of a claim rewrites, the nearest first and not too many; a circle ends where it closes."""
    sources = group.beyond.lineage.sources
    found: dict[str, None] = {}
    name: str | None = claim.source
    while name is not None and name not in found and len(found) <= MOST_REWRITTEN:
        found[name] = None
        source = sources.get(name)
        name = None if source is None else source.derived_from
    return list(found)[1:]


def told(group: Group, claim: Claim) -> When | None:
    """Return when a source told a claim: when it came out, else when the claim was made; None when nobody knows."""
    source = group.beyond.sources.get(claim.source)
    return (source.published if source is not None else None) or group.as_of(claim)


def before(one: When | None, other: When | None) -> bool:
    """Tell whether one date certainly comes before another."""
    return one is not None and other is not None and one.before(other) is Answer.YES


def apart(one: When | None, other: When | None) -> bool:
    """Tell whether two dates certainly have no day in common."""
    return one is not None and other is not None and one.overlaps(other) is Answer.NO


def _first(copy: Telling, originals: list[Telling], *, derived: bool = False) -> Repetition | None:
    """Return the nearest earlier telling whose hedge was lost; only a few are looked at."""
    place = bisect_right(originals, copy.last, key=lambda each: each.day)
    for original in reversed(originals[max(0, place - LOOK) : place]):
        if original.claim.source != copy.claim.source and not before(copy.told, original.told):
            found = _repeated(copy, original, derived=derived)
            if found is not None:
                return found
    return None


def _repeated(copy: Telling, original: Telling, *, derived: bool) -> Repetition | None:
    mine, theirs = copy.claim, original.claim
    if mine.modality in BEYOND_HEDGES or (theirs.modality in BEYOND_HEDGES and not derived):
        return None
    if theirs.modality is Modality.CAPACITY or apart(mine.said, theirs.said):
        return None
    lost = tuple(losses(mine, theirs, voice=True if derived else None))
    if not any(each.grave for each in lost) or not _same_thing(mine, theirs):
        return None
    if derived:
        return Repetition(copy=mine, original=theirs, lost=lost, basis=REWRITES)
    return Repetition(copy=mine, original=theirs, lost=lost, basis=SAME_SPEAKER, unless=_open(copy, original))


def _same_thing(one: Claim, other: Claim) -> bool:
    """Tell whether two claims have no link, and differ in nothing but their mode and their hedges."""
    if any(link.claim in (one.id, other.id) for link in (*one.links, *other.links)):
        return False
    return unlike(one, other) is None


def unlike(one: Claim, other: Claim) -> Difference | None:
    """Return the first thing but their mode and their links in which two claims differ, or None."""
    first, second = (facets(claim)._replace(ties=frozenset(), mode=0) for claim in (one, other))
    return between(first, second)


def _open(copy: Telling, original: Telling) -> str:
    """Return what has to be known for the one to be a repetition of the other; empty where nothing is missing."""
    mine, theirs = copy.claim, original.claim
    first = theirs.attribution[0].actor if theirs.attribution else theirs.source
    if not mine.attribution:
        return f"a hedge was dropped if {mine.source} has it from {first}, none if it counted for itself"
    if copy.origin.actor != original.origin.actor:
        both = f"{copy.origin.actor} and {original.origin.actor}"
        return f"a hedge was dropped if {both} speak of one statement, none if each counted"
    if (mine.when is None) is not (theirs.when is None):
        blank, other = (mine, theirs) if mine.when is None else (theirs, mine)
        return (
            f"a hedge was dropped if {blank.id} is about {other.when} too, none if it is about another time"
        )
    if not before(original.told, copy.told):
        return f"a hedge was dropped if {mine.id} is the later one, none if {theirs.id} is"
    return ""
