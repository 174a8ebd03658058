"""The fields by which two claims of one fact are compared, and when two values of a field mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose
from typing import Final

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.errors import DimensionError
from osintkp.units import Amount
from osintkp.units.arithmetic import restated

FIELDS: Final = ("kind", "sender", "recipient", "item", "amount", "when", "stance", "modality", "speaker")
SENDERS: Final = ("sender", "actor", "authority", "parties", "participants", "about")
RECIPIENTS: Final = ("recipient", "by", "on")
Values = tuple[object, ...]


def values(claim: Claim) -> Values:
    """Return what a claim has in each of the fields, None for nothing."""
    sender, recipient = (_side(claim, names) for names in (SENDERS, RECIPIENTS))
    told = (claim.item, claim.amount, claim.when, claim.stance, claim.modality, claim.speaker)
    return (claim.kind, sender, recipient, *told)


def _side(claim: Claim, names: tuple[str, ...]) -> object:
    found = next((value for value in map(claim.record.of, names) if value), None)
    return tuple(sorted(found)) if isinstance(found, tuple) else found


def compared(one: Values, other: Values) -> Iterator[tuple[str, object, object]]:
    """Give each field that one of two claims has at least, with the value of each."""
    for name, here, there in zip(FIELDS, one, other, strict=True):
        if here is not None or there is not None:
            yield name, here, there


def same(one: object, other: object) -> bool:
    """Return whether two values mean the same; figures by their numbers in one unit, dates by their ends."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _same_figure(one, other)
    if isinstance(one, When) and isinstance(other, When):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return one == other


def _same_figure(one: Amount, other: Amount) -> bool:
    try:
        there = restated(other, one.unit)
    except DimensionError:
        return False
    if one.best is not None and there.best is not None:
        return isclose(one.best, there.best)
    ends = zip((one.low, one.high), (there.low, there.high), strict=True)
    return one.best is there.best and all(
        a is b or (a is not None and b is not None and isclose(a, b)) for a, b in ends
    )
