"""Treaties: agreements between actors, with the dates that decide when they bind."""

from typing import ClassVar

import attrs

from osintkp.dates import When
from osintkp.records._record import ActorId, Record
from osintkp.typed import typed
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class Treaty(Record):
    """
    An agreement between actors.

    Attributes:
        title: Its title in the words used.
        parties: Who is bound.
        signed: When it was signed.
        place: Where it was signed, in words.
        ratified: When each party ratified it; a party that is not there has not, or nobody says.
        in_force: When it began to bind; None when it has not, or nobody says.
        ended: When it ceased to bind.
        obligations: What it asks of its parties, each in a few words.
        replaces: Title of the treaty that it took the place of.

    Example:
        >>> treaty = Treaty(
        ...     parties=("TR", "LY"), signed=When.parse("2019-11-27"), in_force=When.parse("2019-12-08")
        ... )
        >>> treaty.actors
        ('LY', 'TR')
    """

    __repr__ = printed

    kind: ClassVar[str] = "treaty"
    roles: ClassVar[tuple[str, ...]] = ("parties",)

    title: str | None = None
    parties: tuple[ActorId, ...] = ()
    signed: When | None = None
    place: str | None = None
    ratified: dict[ActorId, When] = attrs.field(factory=dict, hash=False)
    in_force: When | None = None
    ended: When | None = None
    obligations: tuple[str, ...] = ()
    replaces: str | None = None
