"""
The conditions of a selection as a query on columns.

It lets through every claim that meets the conditions, and some that do not: the selection in memory looks at each of those that
are left, so that there is one place that decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

import attrs

from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.errors import OsintkpError
from osintkp.evidence import UNKNOWN, Source
from osintkp.lineage.outlets import own_voice
from osintkp.selecting import Conditions
from osintkp.store.shelf import Shelf
from osintkp.units import definitions
from osintkp.vocabulary import actors, items

WORDS = frozenset(Conditions.__annotations__) - {"during", "certain", "where"}
SAME = ("kind", "stance", "modality", "source", "part")
ROLES = ("sender", "recipient", "speaker")
NOTHING = "FALSE"


@attrs.frozen(kw_only=True)
class Clause:
    """
    A condition in SQL.

    Attributes:
        text: With a question mark for each value.
        values: The values.
    """

    text: str
    values: tuple[Any, ...] = ()


def plain(conditions: Conditions) -> dict[str, Any]:
    """Return conditions whose values can be gone through more than once, without those that ask nothing."""
    given: dict[str, Any] = {name: value for name, value in conditions.items() if value is not None}
    for name in WORDS & given.keys():
        if not isinstance(given[name], str):
            given[name] = tuple(given[name])
    return given


def clauses(shelf: Shelf, conditions: Mapping[str, Any]) -> list[Clause]:
    """
    Return what a claim has to meet to meet some conditions, and may meet without meeting them.

    What a selection refuses, lets nothing through here.
    """
    found = [_one_of(name, _several(conditions[name])) for name in SAME if name in conditions]
    for name in ROLES:
        if name in conditions:
            within = _chosen(shelf.values(name), _several(conditions[name]), actors.within)
            found.append(_one_of(name, within))
    if "actor" in conditions:
        within = _chosen(shelf.values("unnest(actors)"), _several(conditions["actor"]), actors.within)
        found.append(Clause(text="list_has_any(actors, ?)", values=(within,)))
    if "item" in conditions:
        found.append(
            _one_of("item", _chosen(shelf.values("item"), _several(conditions["item"]), items.within))
        )
    if "unit" in conditions:
        found.append(_units(_several(conditions["unit"])))
    if "during" in conditions:
        found.append(_during(conditions["during"]))
    if "origin" in conditions:
        found.append(_origin(shelf, _several(conditions["origin"])))
    return found


def known_by(limit: When) -> Clause:
    """Return what claims may meet whose source need not have come out after a day."""
    given = bounds(limit.edtf)
    if given is None or not given.is_dated:
        return Clause(text="TRUE")
    return Clause(text="(known IS NULL OR known <= ?)", values=(given.end.last,))


def outside(sources: Iterable[str]) -> Clause:
    """Return what claims meet that stand in none of some sources."""
    return Clause(text="source NOT IN (SELECT unnest(?::VARCHAR[]))", values=(list(sources),))


def witnesses(shelf: Shelf, conditions: Mapping[str, Any]) -> set[int]:
    """Return the numbers of a few claims that show that the words of some conditions are used in the store."""
    found: set[int] = set()
    for role in ("sender", "recipient", "actor", "speaker"):
        for word in _several(conditions.get(role, ())):
            if not actors.known(word):
                found |= _first(shelf, "list_contains(actors, ?) OR list_contains(named, ?)", word, word)
    for path in _several(conditions.get("item", ())):
        if not items.known(path.partition("/")[0]):
            found |= _first(shelf, "item = ? OR starts_with(item, ?)", path, path + "/")
    return found


def _first(shelf: Shelf, text: str, *values: str) -> set[int]:
    query = f"SELECT min(number) FROM claims WHERE {text}"  # noqa: S608  the words of a query are this module's
    return {number for (number,) in shelf.rows(query, values) if number is not None}


def _several(wanted: Any) -> list[str]:
    return [wanted] if isinstance(wanted, str) else [word for word in wanted if isinstance(word, str)]


def _chosen(values: Iterable[str], wanted: list[str], holds: Callable[[str, str], bool]) -> list[str]:
    return [value for value in values if any(holds(value, name) for name in wanted)]


def _one_of(column: str, values: list[str]) -> Clause:
    return Clause(text=f"{column} IN (SELECT unnest(?::VARCHAR[]))", values=([str(each) for each in values],))


def _units(wanted: list[str]) -> Clause:
    with suppress(OsintkpError):
        return _one_of("unit", [definitions.unit(name).name for name in wanted])
    return Clause(text=NOTHING)


def _during(period: Any) -> Clause:
    with suppress(OsintkpError):
        given = When.of(period)
        window = given if given.approximate or given.uncertain else given.whole
        ends = bounds(window.edtf)
        if ends is None or not ends.is_dated:
            return Clause(text="dated")
        overlaps = "dated AND (first IS NULL OR first <= ?) AND (last IS NULL OR last >= ?)"
        return Clause(text=overlaps, values=(ends.end.last, ends.start.first))
    return Clause(text=NOTHING)


def _origin(shelf: Shelf, wanted: list[str]) -> Clause:
    """Return what claims may meet that go back to some origins: by their own chain, by repetition, or by their source."""

    def goes_back(voice: str, name: str) -> bool:
        return (voice if voice == UNKNOWN else actors.root(voice)) == name or actors.within(voice, name)

    voices = _one_of("voice", _chosen(shelf.values("voice"), wanted, goes_back))
    speaking = {
        publisher
        for publisher in shelf.values("publisher", "sources")
        if (voice := own_voice(Source(id="a", publisher=publisher))) is not None
        and any(goes_back(voice, name) for name in wanted)
    }
    own = "SELECT id FROM sources WHERE derived_from IS NOT NULL OR list_contains(?, id) OR list_contains(?, publisher)"
    text = (
        f"(repeats OR {voices.text} OR (voice IS NULL AND (source IN ({own}) OR list_contains(?, source))))"
    )
    return Clause(text=text, values=(*voices.values, wanted, sorted(speaking), wanted))
