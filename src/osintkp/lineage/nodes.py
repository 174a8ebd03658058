"""The points of the graph of lineage: actors, sources and claims."""

from __future__ import annotations

from typing import NamedTuple, Self

import attrs

from osintkp.inert import printable

OUTSIDE = "*"


class Node(NamedTuple):
    """
    A point of the graph: an actor, a source or a claim.

    Attributes:
        id: The id that it has as what it is.
        kind: ``actor``, ``source`` or ``claim``.

    Example:
        >>> print(Node.claim("s1/shells"))
        s1/shells
    """

    id: str
    kind: str

    @classmethod
    def actor(cls, name: str) -> Self:
        """Return the node of an actor; ``unknown`` stands for anybody who is not named."""
        return cls(name, "actor")

    @classmethod
    def source(cls, name: str) -> Self:
        """Return the node of a source."""
        return cls(name, "source")

    @classmethod
    def claim(cls, name: str) -> Self:
        """Return the node of a claim."""
        return cls(name, "claim")

    def __str__(self) -> str:
        return printable(self.id)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Step:
    """
    One step on the way from an origin to a claim.

    Attributes:
        node: Who passed the words on.
        outside: Whether the coder knows of it from elsewhere, and the source does not say so.
    """

    node: Node
    outside: bool = False

    def __str__(self) -> str:
        return f"{self.node}{OUTSIDE}" if self.outside else str(self.node)
