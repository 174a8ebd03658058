"""Weapons tests: launches and trials."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, ItemPath, Record, measured_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class WeaponsTest(Record):
    """
    A launch or trial of a weapon, a rocket or a satellite.

    Attributes:
        actor: Who tests.
        item: What is tested, as a place in the goods taxonomy, or as given where it has none.
        amount: How many, pieces or launches; None for one or when not said.
        outcome: How it ended, in words.
        place: Where, in words.
        when: The date or period.

    Raises:
        InvalidValueError: ``wrong-dimension``: the amount counts neither pieces nor launches.

    Example:
        >>> WeaponsTest(actor="IN", item="missiles/ballistic", when=When.parse("2024-03-11")).item
        'missiles/ballistic'
    """

    __repr__ = printed

    kind: ClassVar[str] = "weapons_test"
    roles: ClassVar[tuple[str, ...]] = ("actor",)

    actor: ActorId | None = None
    item: ItemPath | None = None
    amount: Amount | None = attrs.field(
        default=None, validator=measured_in("piece", "launch", "", like="2 missile")
    )
    outcome: str | None = None
    place: str | None = None
    when: When | None = None
