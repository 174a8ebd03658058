"""Losses: people and equipment that an actor loses."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, ItemPath, Record, never_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Measure


@typed
@attrs.frozen(kw_only=True)
class Loss(Record):
    """
    People or equipment that an actor loses.

    Attributes:
        actor: Who lost it.
        by: Who caused it.
        item: What was lost, as a place in the goods taxonomy; None for people.
        amount: How many.
        measure: What the amount counts; None when the words do not say.
        place: Where, in words.
        when: The date, or the window that the amount covers.

    Raises:
        InvalidValueError: ``wrong-dimension``: the amount is a time, a temperature or meetings.

    Example:
        >>> Loss(actor="SY", by="IL", item="air-defence", amount=Amount.parse("~15 piece")).actors
        ('SY', 'IL')
    """

    __repr__ = printed

    kind: ClassVar[str] = "loss"
    roles: ClassVar[tuple[str, ...]] = ("actor", "by")

    actor: ActorId | None = None
    by: ActorId | None = None
    item: ItemPath | None = None
    amount: Amount | None = attrs.field(
        default=None,
        validator=never_in("meeting", "second", "degree_celsius", fix="count what was lost, like '~40 tank'"),
    )
    measure: Measure | None = None
    place: str | None = None
    when: When | None = None

    @property
    def topic(self) -> tuple[str | None, ...]:
        """Return the actor that the record is about."""
        return (self.actor,)
