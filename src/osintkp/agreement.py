"""Two codings of the same texts held against each other: where a draft and a person agree, field by field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.columns import text_table
from osintkp.comparison import FIELDS, compared, same, values
from osintkp.evidence import Source
from osintkp.inert import printable
from osintkp.pairing import paired


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
    the same figure under another kind; in a text of very many claims each is tried with some of those alone that say the same,
    are of its kind, or stand next to it. A field counts where at least one of the two has it.

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
        pairs += paired(here[one.id], there[other.id], text)
    met = {claim.id for claim, _ in pairs}, {claim.id for _, claim in pairs}
    held = [
        Difference(name, Pair(one.id, other.id), left, right)
        for one, other in pairs
        for name, left, right in compared(values(one), values(other))
    ]
    apart = tuple(each for each in held if not same(each.one, each.other))
    of = Counter(each.field for each in held)
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


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
