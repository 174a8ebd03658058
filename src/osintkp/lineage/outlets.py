"""Outlets: the sources at hand under the names by which others say that they had a thing from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Self

import attrs

from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.lineage.nodes import Node
from osintkp.vocabulary import actors


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outlets:
    """
    Who stands behind each source at hand.

    Attributes:
        by_source: The node of each source: its publisher where somebody in a chain is that publisher, else the source.
        by_name: The same nodes by the ids under which chains may name them.

    Example:
        >>> from osintkp.claim import Claim
        >>> from osintkp.evidence import Link
        >>> from osintkp.records.loss import Loss
        >>> said = Claim(id="b/1", source="b", record=Loss(), attribution=(Link(actor="bbc"),))
        >>> Outlets.among(Claims([said], [Source(id="a", publisher="BBC")])).by_source["a"]
        Node(id='bbc', kind='actor')
    """

    by_source: Mapping[str, Node]
    by_name: Mapping[str, Node]

    @classmethod
    def among(cls, claims: Claims) -> Self:
        """Return the outlets of some claims."""
        named = {link.actor for claim in claims for link in claim.attribution if link.known}
        return cls.behind(((source.id, source.publisher) for source in claims.sources), named)

    @classmethod
    def behind(cls, sources: Iterable[tuple[str, str | None]], named: AbstractSet[str]) -> Self:
        """
        Return the outlets behind some sources.

        Args:
            sources: The id and the publisher of each.
            named: The actors whom chains name.
        """
        names: dict[str, str] | None = None
        by_source, by_name = {}, {}
        for name, publisher in sorted(sources, key=lambda each: each[0]):
            node = Node.source(name)
            if publisher is not None:
                actor = next((each for each in _ids(publisher) if each in named), None)
                if actor is None:
                    names = _names(named) if names is None else names
                    actor = names.get(_key(publisher))
                node = node if actor is None else Node.actor(actor)
            by_source[name] = by_name[name] = node
            if node.kind == "actor":
                by_name[node.id] = node
        return cls(by_source=by_source, by_name=by_name)

    def of(self, source: str) -> Node:
        """Return the outlet of a source."""
        return self.by_source.get(source, Node.source(source))

    def named(self, actor: str) -> Node | None:
        """Return the outlet that a chain names; None where it names somebody else."""
        return self.by_name.get(actor)


def _ids(publisher: str) -> tuple[str, str]:
    return publisher.strip(), "-".join(publisher.casefold().split())


def _key(text: str) -> str:
    return " ".join(text.casefold().removeprefix("the ").split())


def _names(named: AbstractSet[str]) -> dict[str, str]:
    """Return the ids of some actors by their names; where two share one, by nobody's."""
    found: dict[str, set[str]] = {}
    for each in filter(actors.known, named):
        actor = actors.actor(each)
        for name in (actor.name, *actor.names, *actor.abbreviations):
            found.setdefault(_key(name), set()).add(each)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def own_voice(source: Source | None) -> str | None:
    """
    Return the body that speaks where a source speaks in its own voice: its publisher, if that acts or looks for itself.

    None for news media, which have what they print of others from somebody, and for a publisher of whom nothing is known.

    Example:
        >>> own_voice(Source(id="a", publisher="UNHCR")), own_voice(Source(id="b", publisher="Reuters"))
        ('unhcr', None)
    """
    return None if source is None or source.publisher is None else _speaking(source.publisher)


@lru_cache(maxsize=4096)
def _speaking(publisher: str) -> str | None:
    actor = next((each for each in _ids(publisher) if actors.known(each)), None)
    actor = actors.resolve(publisher).actor if actor is None else actor
    return None if actor is None or actors.actor(actor).kind == "media" else actor
