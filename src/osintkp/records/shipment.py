"""Shipments: goods that one actor passes to another."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, ItemPath, Record, measured_in, never_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Measure


@typed
@attrs.frozen(kw_only=True)
class Shipment(Record):
    """
    Goods that one actor passes to another: arms, fuel, food, money, technology.

    Attributes:
        sender: Who gives.
        recipient: Who gets.
        item: What, as a place in the goods taxonomy, or as given where it has none.
        calibre: Bore as a length.
        amount: How much, in any unit of goods, containers or voyages.
        measure: What the amount counts; None when the words do not say.
        when: The date, or the window that the amount covers.
        origin: Place it left from, in words.
        destination: Place it went to, in words.

    Raises:
        InvalidValueError: ``wrong-dimension``: the calibre is no length, or the amount counts what is no goods.

    Example:
        >>> drones = Shipment(
        ...     sender="IR", recipient="SD", item="aircraft/uncrewed", amount=Amount.parse(">6 piece")
        ... )
        >>> drones.actors
        ('IR', 'SD')
    """

    __repr__ = printed

    kind: ClassVar[str] = "shipment"
    roles: ClassVar[tuple[str, ...]] = ("sender", "recipient")

    sender: ActorId | None = None
    recipient: ActorId | None = None
    item: ItemPath | None = None
    calibre: Amount | None = attrs.field(default=None, validator=measured_in("millimetre", like="152 mm"))
    amount: Amount | None = attrs.field(
        default=None,
        validator=never_in(
            "person", "meeting", "second", "degree_celsius", fix="people who are sent are a troop_deployment"
        ),
    )
    measure: Measure | None = None
    when: When | None = None
    origin: str | None = None
    destination: str | None = None
