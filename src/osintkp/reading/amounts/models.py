"""What one of a named model is: an F-16 is an aircraft, a T-72 a tank; from the table of goods."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.words import words
from osintkp.vocabulary import items


def unit_of_model(name: str, *, first: bool = True) -> str | None:
    """
    Return the unit in which a model is counted; None for a name that is no model of the table.

    Args:
        name: The name in small letters, singular or plural.
        first: Whether its first word may decide.

    Example:
        >>> unit_of_model("f-16s"), unit_of_model("abrams"), unit_of_model("oranges")
        ('aircraft', 'tank', None)
    """
    table = _models()
    found = table.get(name)
    if found is None and name.endswith("s"):
        found = table.get(name[:-1])
    if found is None and first and " " in name:
        found = table.get(name.partition(" ")[0])
    if found is None:
        match = _designation().match(name)
        found = None if match is None else table.get(match[0])
    return found


def is_model(word: str, digits: str) -> bool:
    """
    Tell whether a word and the digits after it are a model of the table, hyphen or none.

    Example:
        >>> is_model("mirage", "2000"), is_model("rpg", "7"), is_model("kenya", "40")
        (True, True, False)
    """
    table = _models()
    return f"{word}-{digits}" in table or f"{word} {digits}" in table


@functools.cache
def _designation() -> re.Pattern[str]:
    return re.compile(r"[a-z]{1,8}[- ]?[0-9]{1,3}(?=[a-z])")


@functools.cache
def _models() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, path, sort in items.forms():
        unit = _unit(path) if sort == "model" else None
        if unit is not None:
            found.setdefault(name.lower(), unit)
            whole = name.lower().replace("-", " ").split()
            if len(whole[0]) > 4 and whole[0].isalpha() and "-" in name:
                found.setdefault(whole[0], unit)
            if len(whole[-1]) > 4 and whole[-1].isalpha():
                found.setdefault(whole[-1], unit)
    return found


@functools.cache
def _unit(path: str) -> str | None:
    """Return what one of the models of a class is."""
    return next((unit for start, unit in words().models.items() if path.startswith(start)), None)
