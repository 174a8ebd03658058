"""Columns that are looked up by words: kinds, parties, goods, units, speakers, sources, and the scales of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import TypeVar

import attrs

from osintkp.claims import Claims
from osintkp.evidence import UNKNOWN
from osintkp.facets.body import Condition, Index, body
from osintkp.facets.coding import coded
from osintkp.vocabulary import actors as actor_table
from osintkp.vocabulary import items as item_table

V = TypeVar("V")
Actors = tuple[str | None, ...]


@attrs.frozen(eq=False, repr=False)
class Words:
    """
    A column with the words that lead to its values.

    Attributes:
        index: Which claims have which code.
        codes: For each word the codes of the values that it finds.

    Example:
        >>> column = words(
        ...     ["fuel/crude", None, "fuel"], lambda value: [] if value is None else item_table.above(value)
        ... )
        >>> (
        ...     column.condition(["fuel"]).count,
        ...     column.condition(["fuel/crude"]).count,
        ...     column.condition(["food"]).count,
        ... )
        (2, 1, 0)
    """

    index: Index
    codes: Mapping[str, list[int]]

    def condition(self, wanted: Iterable[str]) -> Condition:
        """Return what is asked of the claims by one word or another."""
        return Condition(self.index, list({code for word in wanted for code in self.codes.get(word, ())}))


def words(values: Iterable[V], leading: Callable[[V], Iterable[str]]) -> Words:
    """Return the column of some values, one for each claim, and of the words that lead to a value."""
    distinct, codes = coded(values)
    found: dict[str, list[int]] = {}
    for code, value in enumerate(distinct):
        for word in leading(value):
            found.setdefault(word, []).append(code)
    return Words(body(len(codes)).index(codes, len(distinct)), found)


def _itself(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _bodies(actor: str | None) -> Iterable[str]:
    return () if actor is None else actor_table.above(actor)


def _classes(path: str | None) -> Iterable[str]:
    return () if path is None else item_table.above(path)


def _field(claims: Claims, name: str, leading: Callable[[str | None], Iterable[str]]) -> Words:
    given = (
        value if isinstance(value := getattr(claim.record, name, None), str) else None for claim in claims
    )
    return words(given, leading)


def kinds(claims: Claims) -> Words:
    """
    Return the column of the kinds of the records.

    Example:
        >>> from osintkp.claim import Claim
        >>> from osintkp.records.loss import Loss
        >>> kinds(Claims([Claim(id="a/1", source="a", record=Loss())])).condition(["loss"]).count
        1
    """
    return words(map(attrgetter("record.kind"), claims), _itself)


def senders(claims: Claims) -> Words:
    """Return the column of those who send, by themselves and the bodies that they belong to."""
    return _field(claims, "sender", _bodies)


def recipients(claims: Claims) -> Words:
    """Return the column of those who receive, by themselves and the bodies that they belong to."""
    return _field(claims, "recipient", _bodies)


def actors(claims: Claims) -> Words:
    """Return the column of all who act in a record, by themselves and the bodies that they belong to."""

    def leading(named: Actors) -> set[str]:
        return {word for actor in named if isinstance(actor, str) for word in actor_table.above(actor)}

    return words((claim.actors for claim in claims), leading)


def goods(claims: Claims) -> Words:
    """Return the column of the goods, by their classes."""
    return _field(claims, "item", _classes)


def units(claims: Claims) -> Words:
    """Return the column of the units of the amounts."""
    amounts = (claim.amount for claim in claims)
    return words((None if amount is None else amount.unit for amount in amounts), _itself)


def speakers(claims: Claims) -> Words:
    """Return the column of those whom the sources name as saying so, by themselves and the bodies that they belong to."""
    return words((claim.speaker if claim.attribution else None for claim in claims), _bodies)


def stances(claims: Claims) -> Words:
    """Return the column of the stances."""
    return words(map(attrgetter("stance"), claims), _itself)


def modalities(claims: Claims) -> Words:
    """Return the column of the modalities."""
    return words(map(attrgetter("modality"), claims), _itself)


def parts(claims: Claims) -> Words:
    """Return the column of the parts of a text in which the claims stand."""
    return words(map(attrgetter("part"), claims), _itself)


def sources(claims: Claims) -> Words:
    """Return the column of the sources."""
    return words(map(attrgetter("source"), claims), _itself)


def everybody(claims: Claims) -> frozenset[str]:
    """Return everybody whom some claim names, in its record or its attribution."""
    named: set[str | None] = {link.actor for claim in claims for link in claim.attribution}
    named.update(*{claim.actors for claim in claims})
    return frozenset(actor for actor in named if actor and actor != UNKNOWN)
