"""Why a name is refused as a unit, and what would be right."""

import functools
import pkgutil
from collections.abc import Mapping
from typing import NoReturn, TypedDict

from osintkp.errors import UnitError
from osintkp.resource_limits import ResourceLimits

LONGEST = ResourceLimits.UNIT_CHARACTERS


class Words(TypedDict):
    """The words that look like units and are none."""

    about: str
    ambiguous: dict[str, list[str]]
    number_words: dict[str, int]
    instead: dict[str, str]


@functools.cache
def words() -> Words:
    """
    Return the table of ambiguous words, number words and better words, read once.

    Example:
        >>> words()["ambiguous"]["gallon"]
        ['us_gallon', 'imperial_gallon']
    """
    import json

    found: Words = json.loads(pkgutil.get_data("osintkp", "data/ambiguous_units.json") or b"")
    return found


def number_word(word: str) -> int | None:
    """
    Return the number that a word stands for; None for any other word.

    Example:
        >>> number_word("millions"), number_word("mile")
        (1000000, None)
    """
    numbers = words()["number_words"]
    return numbers.get(word) or numbers.get(word.removesuffix("s"))


def refuse_unit(name: str, known: Mapping[str, str]) -> NoReturn:
    """
    Say why a name is no unit.

    Args:
        name: A name that is not in the table, not a plural of one, not a rate.
        known: Every name and alias with its canonical name, to suggest the nearest.

    Raises:
        UnitError: Always; its code is ``unit-size``, ``unit-syntax``, ``unit-ambiguous`` or ``unit-unknown``.

    Example:
        >>> refuse_unit("kilometr", {"kilometre": "kilometre"})
        Traceback (most recent call last):
            ...
        osintkp.errors.UnitError: no such unit: 'kilometr'; did you mean kilometre?
    """
    if len(name) > LONGEST:
        what = f"a unit has at most {LONGEST} characters"
        raise UnitError("unit-size", what, name, "write a name like container")
    number = number_word(name)
    if number:
        fix = f"number word: write {number} round, not 1 {name}"
        raise UnitError("unit-unknown", "a number word stands where the unit belongs", name, fix)
    for spelling in (name, name.removesuffix("s"), name.lower(), name.lower().removesuffix("s")):
        _refuse_known_word(spelling, name)
    parts = name.split("/")
    if len(parts) > 2 or not all(part.replace("_", "").isalnum() for part in parts):
        what = "a unit is one name or one rate of two names"
        raise UnitError("unit-syntax", what, name, "write it like barrel or barrel/day")
    raise UnitError("unit-unknown", "no such unit", name, _suggestion(name, known))


def _refuse_known_word(spelling: str, name: str) -> None:
    better = words()["instead"].get(spelling)
    if better:
        raise UnitError("unit-unknown", "the unit has another name here", name, f"write {better}")
    candidates = words()["ambiguous"].get(spelling)
    if candidates:
        fix = f"write one of {', '.join(candidates)}"
        raise UnitError("unit-ambiguous", "the unit has several readings", name, fix)


def _suggestion(name: str, known: Mapping[str, str]) -> str:
    import difflib

    folded = {word.lower(): canonical for word, canonical in known.items() if len(word) > 1}
    lower = name.lower()
    same = [word for word in (lower, lower.removesuffix("s")) if word in folded]
    near = same[:1] or difflib.get_close_matches(lower, [word for word in folded if len(word) > 3], 3, 0.7)
    meant = dict.fromkeys(folded[word] for word in near)
    if not meant:
        return "use a unit of osintkp/data/units.txt, like piece"
    return f"did you mean {' or '.join(meant)}?"
