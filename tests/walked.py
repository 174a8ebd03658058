"""Selecting by a walk through all claims, condition by condition: what the columns have to answer like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.facets import body
from osintkp.origins import origin_of
from osintkp.units import definitions
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer

BODIES = ("plain", "packed")


@contextmanager
def looked_through(name: str) -> Iterator[None]:
    """Have the columns of however few claims looked through by one of the two bodies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "LARGE", 0 if name == "packed" else 10**9)
        yield


def walked(claims: Claims, **conditions: Any) -> list[Claim]:
    """Return the claims that meet some sound conditions."""
    certain = conditions.pop("certain", False)
    tests = [_test(name, wanted, claims, certain=certain) for name, wanted in conditions.items()]
    return [claim for claim in claims if all(test(claim) for test in tests)]


def _test(name: str, wanted: Any, claims: Claims, *, certain: bool) -> Callable[[Claim], bool]:
    if name == "during":
        return lambda claim: _overlaps(claim.when, wanted, certain=certain)
    if name == "where":
        test: Callable[[Claim], bool] = wanted
        return test
    several = [wanted] if isinstance(wanted, str) else list(wanted)
    if name == "unit":
        several = [definitions.unit(each).name for each in several]
        return lambda claim: claim.amount is not None and claim.amount.unit in several
    if name == "origin":
        return lambda claim: _goes_back(claim, several, claims)
    if name in ("kind", "stance", "modality", "source", "part"):
        return lambda claim: getattr(claim, name) in several
    within = items.within if name == "item" else actors.within
    return lambda claim: any(
        isinstance(value, str) and within(value, each) for value in _values(claim, name) for each in several
    )


def _values(claim: Claim, name: str) -> Iterable[object]:
    if name == "actor":
        return claim.actors
    return (claim.record.of(name),) if name in ("sender", "recipient") else (getattr(claim, name),)


def _goes_back(claim: Claim, several: list[str], claims: Claims) -> bool:
    origin = origin_of(claim, claims)
    return origin.id in several or any(actors.within(origin.actor, each) for each in several)


def _overlaps(when: When | None, period: When | str, *, certain: bool) -> bool:
    if when is None:
        return False
    given = When.of(period)
    answer = when.overlaps(given if given.approximate or given.uncertain else given.whole)
    return answer is Answer.YES or (not certain and answer is Answer.UNDECIDED)


def walked_by(claims: Claims, day: When) -> list[Claim]:
    """Return the claims that can have been known by a day."""

    def known(claim: Claim) -> bool:
        source = claims.sources.get(claim.source)
        when = (None if source is None else source.published) or claim.said
        return when is None or when.after(day) is not Answer.YES

    return [claim for claim in claims if known(claim)]
