"""Places by the words of their names: exact, but for case, accents, articles and general words like "port"."""

from __future__ import annotations

from functools import cache

from osintkp.checks._spelling import words_of
from osintkp.vocabulary import places


@cache
def _index() -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for form, place in places.forms():
        found.setdefault(words_of(form), set()).add(place)
    return found


def place_named(words: str) -> str | None:
    """
    Return the one place of the table that some words name by a listed form; None where none or several do.

    Example:
        >>> place_named("the port of Hudaydah"), place_named("Tripoli"), place_named("Mali")
        ('hodeidah', None, None)
    """
    found = _index().get(words_of(words), set())
    return min(found) if len(found) == 1 else None
