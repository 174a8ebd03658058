"""Troop deployments: forces that are sent somewhere or stand there."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, Record, measured_in
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Measure


@typed
@attrs.frozen(kw_only=True)
class TroopDeployment(Record):
    """
    Forces of one actor that are sent somewhere, or stand there.

    Attributes:
        sender: Whose forces.
        recipient: On whose side, or for whom.
        amount: How many.
        measure: ``stock`` for those who are there, ``cumulative`` for all who were sent; None when not said.
        place: Where they are, in words.
        theatre: The war or area that they serve in, in words: it need not be where they are.
        purpose: What for, in words.
        when: The date, or the period of the deployment.

    Raises:
        InvalidValueError: ``wrong-dimension``: the amount counts neither people nor their equipment.

    Example:
        >>> TroopDeployment(sender="RW", place="North Kivu", amount=Amount.parse("3000..4000 person")).kind
        'troop_deployment'
    """

    __repr__ = printed

    kind: ClassVar[str] = "troop_deployment"
    roles: ClassVar[tuple[str, ...]] = ("sender", "recipient")

    sender: ActorId | None = None
    recipient: ActorId | None = None
    amount: Amount | None = attrs.field(
        default=None, validator=measured_in("person", "piece", "", like="~8000 person")
    )
    measure: Measure | None = None
    place: str | None = None
    theatre: str | None = None
    purpose: str | None = None
    when: When | None = None

    @property
    def topic(self) -> tuple[str | None, ...]:
        """Return the actor that the record is about."""
        return (self.sender,)
