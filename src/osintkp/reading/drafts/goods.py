"""What the words of a clause name as goods: a class of the taxonomy, else the words themselves, unless they name none."""

from __future__ import annotations

import functools
from typing import Final

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.drafts.amounting import known
from osintkp.vocabulary import items

LONGEST_WORDS: Final = 200
NO_GOODS: Final = frozenset(
    {
        "container",
        "TEU",
        "FEU",
        "voyage",
        "shipment",
        "crate",
        "pallet",
        "wagon",
        "person",
        "percent",
        "attack",
        "order",
    }
)
LED: Final = frozenset({"determiner", "owner"})
PEOPLE: Final = frozenset({"people", "troops", "agent"})


@functools.lru_cache(maxsize=4096)
def goods(words: str | None) -> str | None:
    """
    Return the class that some words name, or the words without their article; None where they name no goods.

    People are no goods, and what carries them or the act of sending is none either.

    Example:
        >>> (
        ...     goods("the trucks"),
        ...     goods("their ice-cream machines"),
        ...     goods("those deliveries"),
        ...     goods("40 containers"),
        ... )
        ('vehicles/truck', 'ice-cream machines', None, None)
    """
    plain = " ".join((words or "").split())[:LONGEST_WORDS].strip()
    path = class_of(plain)
    if path is not None or not plain:
        return path
    each = plain.split(" ")
    table = grammar().words
    while len(each) > 1 and each[0].lower() in table and table[each[0].lower()].closed in LED:
        del each[0]
    head = _head(each)
    word = table.get(head)
    if known(head) in NO_GOODS or (word is not None and (word.noun is not None or word.standing & PEOPLE)):
        return None
    return " ".join(each)


def class_of(words: str | None) -> str | None:
    """
    Return the class of the taxonomy that some words name; None where they name none, or several.

    Example:
        >>> class_of("trucks"), class_of("vehicles/tank"), class_of("moon dust")
        ('vehicles/truck', 'vehicles/tank', None)
    """
    if not words or items.known(words):
        return words or None
    return items.resolve(words[:LONGEST_WORDS]).path


def _head(words: list[str]) -> str:
    """Return the noun that the words are about: the last one before a preposition."""
    table = grammar().words
    small = [word.lower().strip(".,;:!?\"'") for word in words]
    places = (
        number
        for number, word in enumerate(small)
        if number and word in table and table[word].closed == "preposition"
    )
    return small[next(places, len(small)) - 1]
