"""Two codings of the same texts held against each other: where a draft and a person agree, field by field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from heapq import heappop, heappush
from math import isclose
from typing import Final, NamedTuple

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.columns import text_table
from osintkp.dates import When
from osintkp.errors import DimensionError
from osintkp.evidence import Source
from osintkp.inert import printable
from osintkp.units import Amount

FIELDS: Final = ("kind", "sender", "recipient", "item", "amount", "when", "stance", "modality", "speaker")
SENDERS: Final = ("sender", "actor", "authority", "parties", "participants", "about")
RECIPIENTS: Final = ("recipient", "by", "on")

Place = tuple[int, int]


class Pair(NamedTuple):
    """Two claims of one fact: ``one`` of the first coding, ``other`` of the second."""

    one: str
    other: str


class Difference(NamedTuple):
    """A field in which the two claims of a pair differ, with what each has; None for nothing."""

    field: str
    pair: Pair
    one: object
    other: object


@attrs.frozen(kw_only=True, repr=False)
class Agreement:
    """
    How far a second coding of some texts agrees with a first.

    Claims are paired where their quotes overlap: those of one kind with the same figure first, then others of one kind, then
    the same figure under another kind. A field counts where at least one of the two has it.

    Attributes:
        pairs: The claims that tell of one fact.
        fields: Of each field, how many pairs agree and how many were compared.
        differences: Every field in which a pair differs.
        only_first: Ids of the claims that only the first coding has.
        only_second: Ids of the claims that only the second has.

    Example:
        >>> from osintkp import load_seeds
        >>> seeds = load_seeds()
        >>> found = seeds.compare(seeds)
        >>> found.recall, found.fields["amount"]
        (1.0, (25, 25))
    """

    pairs: tuple[Pair, ...]
    fields: dict[str, tuple[int, int]]
    differences: tuple[Difference, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Return the share of the second coding's claims that the first has too; 1 where it has none."""
        return _share(len(self.pairs), len(self.pairs) + len(self.only_second))

    @property
    def recall(self) -> float:
        """Return the share of the first coding's claims that the second has too; 1 where it has none."""
        return _share(len(self.pairs), len(self.pairs) + len(self.only_first))

    @property
    def share(self) -> dict[str, float]:
        """Return the share of the pairs that agree, by field; 1 where none was compared."""
        return {name: _share(*counts) for name, counts in self.fields.items()}

    def __str__(self) -> str:
        rows = [
            (name, same, of, f"{_share(same, of):.0%}" if of else None)
            for name, (same, of) in self.fields.items()
        ]
        met, more = len(self.pairs), len(self.only_second)
        lines = [
            f"{met} of {met + len(self.only_first)} claims met: recall {self.recall:.2f}",
            f"{met} of {met + more} claims of the second met: precision {self.precision:.2f}",
            text_table(("field", "agree", "of", "share"), rows),
        ]
        lines += [f"only first   {printable(name)}" for name in self.only_first]
        lines += [f"only second  {printable(name)}" for name in self.only_second]
        return "\n".join(lines)

    __repr__ = __str__


def agreement(first: Claims, second: Claims) -> Agreement:
    """Return how far a second coding agrees with a first, in the texts that both have."""
    here, there = _by_source(first), _by_source(second)
    pairs: list[tuple[Claim, Claim]] = []
    mine: list[Claim] = []
    theirs: list[Claim] = []
    for one, other in _shared(first, second):
        text = one.text if one.text is not None else other.text
        mine += here[one.id]
        theirs += there[other.id]
        pairs += _paired(
            [_Placed.of(each, text) for each in here[one.id]],
            [_Placed.of(each, text) for each in there[other.id]],
        )
    met = {claim.id for claim, _ in pairs}, {claim.id for _, claim in pairs}
    compared = [
        Difference(name, Pair(one.id, other.id), left, right)
        for one, other in pairs
        for name, left, right in _compared(one, other)
    ]
    apart = tuple(each for each in compared if not _same(each.one, each.other))
    of = Counter(each.field for each in compared)
    wrong = Counter(each.field for each in apart)
    return Agreement(
        pairs=tuple(Pair(one.id, other.id) for one, other in pairs),
        fields={name: (of[name] - wrong[name], of[name]) for name in FIELDS},
        differences=apart,
        only_first=tuple(each.id for each in mine if each.id not in met[0]),
        only_second=tuple(each.id for each in theirs if each.id not in met[1]),
    )


def _by_source(claims: Claims) -> dict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source].append(claim)
    return found


def _shared(first: Claims, second: Claims) -> Iterator[tuple[Source, Source]]:
    """Give the sources that are one text: by hash, by id where a hash is not known, or the only one of each."""
    left = list(second.sources)
    for one in first.sources:
        other = next((each for each in left if _one_text(one, each)), None)
        if (
            other is None
            and len(first.sources) == len(second.sources) == 1
            and None in (one.sha256, left[0].sha256)
        ):
            other = left[0]
        if other is not None:
            left.remove(other)
            yield one, other


def _one_text(one: Source, other: Source) -> bool:
    if one.text is not None and one.text == other.text:
        return True
    if one.sha256 is not None and other.sha256 is not None:
        return one.sha256 == other.sha256
    return one.id == other.id


class _Placed(NamedTuple):
    """A claim with the places of its quotes."""

    claim: Claim
    places: list[Place]

    @classmethod
    def of(cls, claim: Claim, text: str | None) -> _Placed:
        met = (span if span.start is not None or text is None else span.located(text) for span in claim.spans)
        return cls(
            claim, [(span.start, span.end) for span in met if span.start is not None and span.end is not None]
        )

    def overlap(self, other: _Placed) -> int:
        """Return how many letters of their quotes two claims share; without places, those of the words of one within the other's."""
        if self.places and other.places:
            both = ((max(a, c), min(b, d)) for a, b in self.places for c, d in other.places)
            return sum(end - start for start, end in both if start < end)
        one, two = sorted((self.claim.quote, other.claim.quote), key=len)
        return len(one) if one in two else 0


def _paired(mine: list[_Placed], theirs: list[_Placed]) -> Iterator[tuple[Claim, Claim]]:
    """Give the pairs, the likeliest first taken; a claim is in one pair at most. In the order of the first coding."""
    ranked = []
    for number, place in {*_overlapping(mine, theirs), *_unplaced(mine, theirs)}:
        one, other = mine[number], theirs[place]
        shared = one.overlap(other)
        rank = _rank(one.claim, other.claim) if shared else None
        if rank is not None:
            agreeing = sum(_same(left, right) for _, left, right in _compared(one.claim, other.claim))
            ranked.append((rank, -agreeing, -shared, number, place))
    taken: dict[int, int] = {}
    gone: set[int] = set()
    for *_, number, place in sorted(ranked):
        if number not in taken and place not in gone:
            taken[number] = place
            gone.add(place)
    for number in sorted(taken):
        yield mine[number].claim, theirs[taken[number]].claim


def _overlapping(mine: list[_Placed], theirs: list[_Placed]) -> Iterator[Place]:
    """Give the claims whose quotes share a letter, by their numbers on either side: from the start of the text to its end."""
    begun: tuple[list[Place], list[Place]] = ([], [])
    for start, end, side, number in sorted(
        (start, end, side, number)
        for side, every in enumerate((mine, theirs))
        for number, each in enumerate(every)
        for start, end in each.places
    ):
        for still in begun:
            while still and still[0][0] <= start:
                heappop(still)
        for _, other in begun[1 - side]:
            yield (other, number) if side else (number, other)
        heappush(begun[side], (end, number))


def _unplaced(mine: list[_Placed], theirs: list[_Placed]) -> Iterator[Place]:
    """Give the claims of which one has no place at least, each with every other: their words may be alike."""
    bare = [place for place, other in enumerate(theirs) if not other.places]
    for number, one in enumerate(mine):
        yield from ((number, place) for place in (bare if one.places else range(len(theirs))))


def _rank(one: Claim, other: Claim) -> int | None:
    """Return how likely two claims on the same words tell of one fact, 0 the likeliest; None where they do not."""
    figure = one.amount is other.amount is None or _same(one.amount, other.amount)
    if one.kind == other.kind:
        return 0 if figure else 1 if _shares_side(one, other) else None
    return 2 if figure and one.amount is not None else None


def _shares_side(one: Claim, other: Claim) -> bool:
    """Return whether two claims can have a side in common: one that both name alike, or that one of them leaves open."""
    sides = [(_side(one, names), _side(other, names)) for names in (SENDERS, RECIPIENTS)]
    return any(here == there or None in (here, there) for here, there in sides)


def _compared(one: Claim, other: Claim) -> Iterator[tuple[str, object, object]]:
    """Give each field that one of two claims has at least, with the value of each."""
    for name, here, there in zip(FIELDS, _values(one), _values(other), strict=True):
        if here is not None or there is not None:
            yield name, here, there


def _values(claim: Claim) -> tuple[object, ...]:
    sender, recipient = (_side(claim, names) for names in (SENDERS, RECIPIENTS))
    told = (claim.item, claim.amount, claim.when, claim.stance, claim.modality, claim.speaker)
    return (claim.kind, sender, recipient, *told)


def _side(claim: Claim, names: tuple[str, ...]) -> object:
    found = next((value for value in map(claim.record.of, names) if value), None)
    return tuple(sorted(found)) if isinstance(found, tuple) else found


def _same(one: object, other: object) -> bool:
    """Return whether two values mean the same; figures by their numbers in one unit, dates by their ends."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _same_figure(one, other)
    if isinstance(one, When) and isinstance(other, When):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return one == other


def _same_figure(one: Amount, other: Amount) -> bool:
    try:
        other = other.converted(one.unit)
    except DimensionError:
        return False
    if one.best is not None and other.best is not None:
        return isclose(one.best, other.best)
    ends = zip((one.low, one.high), (other.low, other.high), strict=True)
    return one.best is other.best and all(
        a is b or (a is not None and b is not None and isclose(a, b)) for a, b in ends
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
