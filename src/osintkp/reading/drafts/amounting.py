"""From a figure as it stands in a text to an amount in the notation."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from osintkp.errors import AmountError
from osintkp.reading.mentions import AmountMention
from osintkp.units import Amount
from osintkp.units.definitions import table
from osintkp.units.notation import LONGEST_HEDGE, Comparator, plain
from osintkp.units.refusals import words

PIECE: Final = "piece"
COUNTED: Final[Mapping[str, str]] = {"troop_deployment": "person", "meeting": "meeting"}
ENDS: Final[Mapping[str, Comparator]] = {
    ">": Comparator.ABOVE, ">=": Comparator.AT_LEAST, "<": Comparator.BELOW, "<=": Comparator.AT_MOST,
}  # fmt: skip


def amount_of(mention: AmountMention, kind: str = "") -> tuple[Amount, str | None]:
    """
    Return the amount that a figure in a text is, and what its unit leaves open.

    A counted noun that is no unit of the library gives pieces: what they are, the item says. A unit of several readings
    gives the first of them, and says so.

    Args:
        mention: The figure.
        kind: The kind of the record that it stands in, for a figure that counts nothing by name.

    Raises:
        AmountError: The figure is too large for the notation, or below zero.

    Example:
        >>> from osintkp.reading.mentions import AmountMention
        >>> some = AmountMention(
        ...     start=0, end=9, quote="some 40 t", best=40.0, unit="tank", comparator="~", number=(5, 7)
        ... )
        >>> str(amount_of(some)[0])
        '~40 tank'
    """
    unit, note = _unit(mention, kind)
    mark, printed = _notation(mention)
    text = f"{mark}{printed}{f' {unit}' if unit else ''}{_hedge(mention.hedge)}"
    return _parsed(text), note


def calibre_of(value: float) -> Amount:
    """
    Return a bore in millimetres as an amount.

    Example:
        >>> str(calibre_of(122.0))
        '122 millimetre'
    """
    return _parsed(f"{plain(value)} millimetre")


# Amounts never change, and a text has few of them: equal ones are read once and shared.
_parsed = functools.lru_cache(maxsize=4096)(Amount.parse)


def _notation(mention: AmountMention) -> tuple[str, str]:
    low, best, high = mention.low, mention.best, mention.high
    if best is not None:
        loose = mention.approximate or mention.comparator == "~"
        if low is None or high is None or low == best == high:
            return "~" if loose else "", plain(best)
        return "", f"{plain(low)}..{plain(best)}..{plain(high)}"
    if low is not None and high is not None:
        return "", plain(low) if low == high else f"{plain(low)}..{plain(high)}"
    if low is not None:
        if mention.approximate and mention.comparator not in (">", ">="):
            return "~", f"{plain(low)}.."
        return ENDS.get(mention.comparator, Comparator.AT_LEAST).mark, plain(low)
    if high is not None:
        return ENDS.get(mention.comparator, Comparator.AT_MOST).mark, plain(high)
    raise AmountError("amount-shape", "the figure has no number", mention.quote, "give a number")


def _unit(mention: AmountMention, kind: str) -> tuple[str, str | None]:
    name = mention.unit
    if name is None:
        return ("" if mention.role == "multiple" else COUNTED.get(kind, "")), None
    rate = f"{known(name)}/{known(mention.per)}" if mention.per else None
    if rate is not None and None not in (known(name), known(mention.per)):
        return rate, None
    found = known(name)
    if found is not None:
        return found, None
    several = words()["ambiguous"].get(name)
    if several:
        return several[0], f"{name!r} may be {' or '.join(several)}: the first is taken"
    return PIECE, None


def known(name: str | None) -> str | None:
    """
    Return the canonical name of a unit, without a word on what is none.

    Example:
        >>> known("trucks"), known("brigade")
        ('truck', None)
    """
    if not name:
        return None
    found = table().units.get(name) or (
        table().units.get(name[:-1]) if name[-1] == "s" and name[:-1] in table().words else None
    )
    return None if found is None else found.name


def _hedge(given: str | None) -> str:
    """Return the words of a hedge as the notation has them; nothing for words that it cannot hold."""
    hedge = " ".join((given or "").split())
    sound = 0 < len(hedge) <= LONGEST_HEDGE and hedge.isprintable() and '"' not in hedge
    return f' "{hedge}"' if sound else ""
