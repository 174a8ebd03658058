"""Meetings: actors that meet, once or a number of times."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, Record, measured_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class Meeting(Record):
    """
    Actors that meet, once or a number of times.

    Attributes:
        participants: Who met.
        amount: How often, in the unit ``meeting``; None for one meeting or when not said.
        place: Where, in words.
        when: The date, or the period that the amount covers.

    Raises:
        InvalidValueError: ``wrong-dimension``: the amount counts something else than meetings.

    Example:
        >>> Meeting(participants=("AZ", "AM"), place="Sochi", when=When.parse("2022-10-31")).kind
        'meeting'
    """

    __repr__ = printed

    kind: ClassVar[str] = "meeting"
    roles: ClassVar[tuple[str, ...]] = ("participants",)

    participants: tuple[ActorId, ...] = ()
    amount: Amount | None = attrs.field(
        default=None, validator=measured_in("meeting", "piece", "voyage", "", like="6 meeting")
    )
    place: str | None = None
    when: When | None = None
