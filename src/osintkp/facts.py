"""Reference data that checks need: limits and packing assumptions, each with its citation, each replaceable."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs

from osintkp.dates import When
from osintkp.records.limit import Limit
from osintkp.units import Amount, Assumption
from osintkp.units.assumed import assumptions, in_force


@attrs.frozen(kw_only=True)
class ReferenceLimit:
    """
    A limit in force, from reference data rather than from a claim.

    Attributes:
        id: Short name.
        limit: The limit.
        until: Last day of its validity; None while it stands.
        citation: Where it is from.
        basis: ``found``, ``computed`` or ``memory``: how surely it is known.

    Example:
        >>> shipped().limits[0].limit.on
        'KP'
    """

    id: str
    limit: Limit
    until: When | None = None
    citation: str
    basis: str


@attrs.frozen(kw_only=True)
class Facts:
    """
    The reference data that one run of the checks may use.

    Attributes:
        limits: Caps and quotas.
        assumptions: Masses, payloads and factors for packing, as ranges.

    Example:
        >>> shipped().replaced(limits=[]).limits
        ()
    """

    limits: tuple[ReferenceLimit, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def replaced(
        self,
        *,
        limits: Iterable[ReferenceLimit] | None = None,
        assumptions: Iterable[Assumption] | None = None,
    ) -> Facts:
        """Return these facts with whole tables replaced; None leaves a table as it is."""
        return Facts(
            limits=self.limits if limits is None else tuple(limits),
            assumptions=self.assumptions if assumptions is None else tuple(assumptions),
        )

    def added(
        self, *, limits: Iterable[ReferenceLimit] = (), assumptions: Iterable[Assumption] = ()
    ) -> Facts:
        """
        Return these facts with some more.

        A limit takes the place of one of its id; an assumption also that of one of its quantity, path and calibre.
        """
        return Facts(
            limits=tuple({each.id: each for each in (*self.limits, *limits)}.values()),
            assumptions=in_force(tuple(assumptions), self.assumptions),
        )


@cache
def shipped() -> Facts:
    """Return the reference data that travels with the library."""
    data = json.loads(pkgutil.get_data("osintkp", "data/limits.json") or b"[]")
    return Facts(limits=tuple(map(_limit, data)), assumptions=assumptions())


def _limit(data: dict[str, Any]) -> ReferenceLimit:
    plain = data["limit"]
    limit = Limit(
        on=plain["on"], authority=plain["authority"], instrument=plain["instrument"],
        item=plain["item"], amount=Amount.parse(plain["amount"]),
        window=Amount.parse(plain["window"]) if plain.get("window") else None, since=When.parse(plain["since"]),
    )  # fmt: skip
    until = When.parse(data["until"]) if data.get("until") else None
    return ReferenceLimit(
        id=data["id"], limit=limit, until=until, citation=data["citation"], basis=data["basis"]
    )
