"""Limits: caps, quotas and embargoes that an authority sets."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, ItemPath, Record, measured_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class Limit(Record):
    """
    A cap that an authority sets on what an actor may get.

    Attributes:
        on: Who is limited.
        authority: Who sets the limit.
        instrument: The resolution or law, in words.
        item: The goods that it covers, as a place in the goods taxonomy.
        amount: The cap, over all suppliers together; None for a limit in words.
        window: The stretch of time that one cap covers, like ``12 month``; None for one cap over all time.
        since: First day of the first window.

    Raises:
        InvalidValueError: ``wrong-dimension``: the window is no stretch of time.

    Example:
        >>> cap = Limit(
        ...     on="KP",
        ...     item="fuel/crude",
        ...     amount=Amount.parse("<=4000000 barrel"),
        ...     window=Amount.parse("12 month"),
        ... )
        >>> cap.amount.high
        4000000.0
    """

    __repr__ = printed

    kind: ClassVar[str] = "limit"
    roles: ClassVar[tuple[str, ...]] = ("authority", "on")

    on: ActorId | None = None
    authority: ActorId | None = None
    instrument: str | None = None
    item: ItemPath | None = None
    amount: Amount | None = None
    window: Amount | None = attrs.field(default=None, validator=measured_in("month", like="12 month"))
    since: When | None = None

    @property
    def topic(self) -> tuple[str | None, ...]:
        """Return the actor that the record is about."""
        return (self.on,)
