"""Stretches of days or of numbers, and a quick way to find one that another meets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic, Self, TypeVar

import attrs

from osintkp.claim import Claim

T = TypeVar("T")
NEVER, EVER = 0, 4_000_000
LOOSE_DAYS = 366


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spans(Generic[T]):
    """
    Stretches with what they belong to, so that one that meets another is found without looking at all.

    Example:
        >>> spans = Spans.of([(1, 5, "a"), (4, 9, "b")])
        >>> spans.meeting(6, 7), spans.meeting(10, 11)
        ('b', None)
    """

    starts: tuple[float, ...]
    reach: tuple[tuple[float, T], ...]

    @classmethod
    def of(cls, stretches: Iterable[tuple[float, float, T]]) -> Self:
        """Return some stretches, each given as its two ends, which belong to it, and what it belongs to."""
        found = sorted(stretches, key=lambda each: each[:2])
        reach: list[tuple[float, T]] = []
        for _, end, thing in found:
            reach.append(reach[-1] if reach and reach[-1][0] >= end else (end, thing))
        return cls(starts=tuple(start for start, _, _ in found), reach=tuple(reach))

    def meeting(self, start: float, end: float) -> T | None:
        """Return what one that meets a stretch belongs to; None where none does."""
        place = bisect_right(self.starts, end)
        if not place:
            return None
        latest, thing = self.reach[place - 1]
        return thing if latest >= start else None


def days(claim: Claim) -> tuple[int, int]:
    """
    Return the first and last day that a claim may be about, as ordinal numbers; all time where it gives none.

    Example:
        >>> from osintkp.dates import When
        >>> from osintkp.records.loss import Loss
        >>> first, last = days(Claim(id="a/1", source="a", record=Loss(when=When.parse("2020-10"))))
        >>> last - first
        30
    """
    when = claim.when
    if when is None:
        return NEVER, EVER
    loose = LOOSE_DAYS if when.approximate or when.uncertain else 0
    first = NEVER if when.earliest is None else when.earliest.toordinal() - loose
    last = EVER if when.latest is None else when.latest.toordinal() + loose
    return first, last
