"""Statements: what is said that no other record type holds."""

from typing import ClassVar

import attrs

from osintkp.records._record import ActorId, Record
from osintkp.typed import typed
from osintkp.vocabulary.fields import printed


@typed
@attrs.frozen(kw_only=True)
class Statement(Record):
    """
    Something said that no other record type holds: a judgement, a praise, a warning.

    Attributes:
        about: The actors that it is about.
        text: What it says, in the coder's few words.

    Example:
        >>> Statement(about=("ET", "ER"), text="relations are tense").actors
        ('ER', 'ET')
    """

    __repr__ = printed

    kind: ClassVar[str] = "statement"
    roles: ClassVar[tuple[str, ...]] = ("about",)

    about: tuple[ActorId, ...] = ()
    text: str | None = None
