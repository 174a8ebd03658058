"""Seizures: cargoes stopped on their way."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, ItemPath, Record, never_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class Seizure(Record):
    """
    A cargo that an actor stops on its way from sender to recipient.

    Attributes:
        actor: Who seized it.
        sender: Who sent it.
        recipient: Whom it was for.
        item: What it was, as a place in the goods taxonomy.
        amount: How much.
        place: Where, in words.
        when: The date or period.

    Raises:
        InvalidValueError: ``wrong-dimension``: the amount is a time, a temperature or meetings.

    Example:
        >>> Seizure(actor="US", sender="IR", recipient="houthis", item="weapons/small-arms").actors
        ('US', 'IR', 'houthis')
    """

    __repr__ = printed

    kind: ClassVar[str] = "seizure"
    roles: ClassVar[tuple[str, ...]] = ("actor", "sender", "recipient")

    actor: ActorId | None = None
    sender: ActorId | None = None
    recipient: ActorId | None = None
    item: ItemPath | None = None
    amount: Amount | None = attrs.field(
        default=None,
        validator=never_in("meeting", "second", "degree_celsius", fix="count the cargo, like '2000 rifle'"),
    )
    place: str | None = None
    when: When | None = None

    @property
    def topic(self) -> tuple[str | None, ...]:
        """Return the actor that the record is about."""
        return (self.actor,)
