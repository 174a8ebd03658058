"""The classes of ships, and which of them a load means."""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from osintkp.checks._wording import number
from osintkp.claim import Claim
from osintkp.units import Assumption
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import items

LIQUID = ("fuel/crude", "fuel/refined", "food/oil")
GAS = ("fuel/gas", "fuel/refined/lpg")
SHIPS = "ships"


def fleet_of(item: str | None) -> str | None:
    """
    Return which ships carry some goods; None for gases, whose carriers are built for them.

    Example:
        >>> fleet_of("fuel/crude"), fleet_of("food/grain/wheat"), fleet_of("fuel/gas/lng")
        ('ships/tanker', 'ships/cargo', None)
    """
    if any(items.within(item, gas) for gas in GAS):
        return None
    liquid = item == "fuel" or any(items.within(item, path) for path in LIQUID)
    return "ships/tanker" if liquid else "ships/cargo"


def classes(fleet: str, known: Iterable[Assumption]) -> tuple[Assumption, ...]:
    """Return the classes of a fleet, the smallest first."""
    found = (
        each for each in known if each.quantity == "deadweight" and each.applies_to.startswith(f"{fleet}/")
    )
    return tuple(sorted(found, key=lambda each: (each.low, each.id)))


def class_name(found: Assumption) -> str:
    """
    Return what a class is called.

    Example:
        >>> from osintkp.units import assumptions
        >>> class_name(assumptions("ships")[0])
        'small craft'
    """
    return found.applies_to.rpartition("/")[2]


def size(found: Assumption) -> str:
    """Return the deadweight of a class in words."""
    return f"{number(found.low)} to {number(found.high)} tonne deadweight"


def within(low: float, high: float, fleet: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    """Return the classes that ships between two deadweights, in tonnes, belong to."""
    return tuple(each for each in fleet if each.low <= high and low < each.high)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(pkgutil.get_data("osintkp", "data/ships.json") or b"")
    return data


@cache
def _words() -> dict[str, str]:
    return {word.casefold(): path for word, path in _data()["words"].items()}


def afloat(claim: Claim) -> bool:
    """Return whether voyages may be those of ships: not where their words speak of trucks, trains or flights."""
    letters = "".join(letter if letter.isalnum() else " " for letter in claim.quote.casefold())
    return set(letters.split()).isdisjoint(_data()["other"])


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_words(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def named(claims: Iterable[Claim], known: tuple[Assumption, ...]) -> tuple[float, float, str] | None:
    """
    Return the deadweights, in tonnes, of the ships that some claims name, and what names them; None where none does.

    A claim names a class by a word of its quote, or a ship by its deadweight: goods that are ships, in tonnes.
    """
    found = [each for claim in claims for each in (*_by_word(claim, known), *_by_deadweight(claim))]
    if not found:
        return None
    largest = max(found, key=lambda each: (each[1], each[0], each[2]))
    return (min(each[0] for each in found), largest[1], largest[2])


def _by_word(claim: Claim, known: tuple[Assumption, ...]) -> list[tuple[float, float, str]]:
    words = set(_pattern().findall(claim.quote.casefold()))
    paths = {_words()[word]: word for word in sorted(words)}
    return [
        (each.low, each.high, f"{claim.id} names a {class_name(each)} ({size(each)})")
        for each in known
        if each.quantity == "deadweight" and each.applies_to in paths
    ]


def _by_deadweight(claim: Claim) -> list[tuple[float, float, str]]:
    amount = claim.amount
    if amount is None or amount.high is None or not items.within(claim.item, SHIPS):
        return []
    if not same_dimension(unit(amount.unit), unit("tonne")):
        return []
    tonnes = unit(amount.unit).factor / 1000
    high = amount.high * tonnes
    low = high if amount.low is None else amount.low * tonnes
    return [(low, high, f"{claim.id} names a ship of {number(high)} tonne deadweight")]
