"""The ends of a stated distance, the great circle between them, and the words that make it a road or a sea lane."""

from __future__ import annotations

import json
import pkgutil
from functools import cache
from typing import Any

import attrs

from osintkp.checks._wording import number, one_line
from osintkp.facts import Facts, ReferencePlace
from osintkp.units import Assumption, assumption


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Point:
    """
    One place that some words may name.

    Attributes:
        words: As the claim gives them.
        place: The place with its coordinates.
        extent: How far from them it may lie.
        wide: Whether it is a region or a sea rather than a point.
    """

    words: str
    place: ReferencePlace
    extent: Assumption
    wide: bool

    def __str__(self) -> str:
        place = self.place
        north = f"{abs(place.lat):.3f} {'N' if place.lat >= 0 else 'S'}"
        east = f"{abs(place.lon):.3f} {'E' if place.lon >= 0 else 'W'}"
        return f"{one_line(self.words)} ({north} {east})"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Way:
    """
    The great circle between two places, in kilometres.

    Attributes:
        start: The one end.
        end: The other.
        km: Between the coordinates.
        low: Between the nearest parts of both.
        high: Between the farthest.
    """

    start: Point
    end: Point
    km: float
    low: float
    high: float

    @property
    def working(self) -> tuple[str, ...]:
        """Return how it was computed."""
        reach = self.start.extent.high + self.end.extent.high
        spread = (
            f"{number(self.km)} -/+ {number(reach)} = {number(self.low)} to {number(self.high)} kilometre"
        )
        return (
            f"great circle from {self.start} to {self.end} = {number(self.km)} kilometre",
            f"{spread} with the extent of the places",
        )


def way(start: Point, end: Point) -> Way:
    """Return the great circle between two places."""
    from osintkp.vocabulary import places

    km = places.great_circle_km((start.place.lat, start.place.lon), (end.place.lat, end.place.lon))
    reach = start.extent.high + end.extent.high
    return Way(start=start, end=end, km=km, low=max(0.0, km - reach), high=km + reach)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(pkgutil.get_data("osintkp", "data/distances.json") or b"")
    return data


def points(words: str, facts: Facts, known: tuple[Assumption, ...]) -> tuple[Point, ...]:
    """Return the places with coordinates that some words may name; none where nobody knows any."""
    from osintkp.vocabulary import places

    one = facts.place(words)
    if one is not None:
        return (_point(words, one, known),)
    found = []
    for name in places.resolve(words).candidates:
        place = facts.place(name)
        if place is not None:
            state = f", {place.state}" if place.state else ""
            found.append(_point(f"{words} as {place.name}{state}", place, known))
    return tuple(sorted(found, key=lambda point: point.place.id))


def _point(words: str, place: ReferencePlace, known: tuple[Assumption, ...]) -> Point:
    from osintkp.vocabulary import places

    kind = places.place(place.id).kind if places.known(place.id) else "place"
    extent = assumption("place-extent", f"places/{kind.replace(' ', '-')}", using=known)
    return Point(words=words, place=place, extent=extent, wide=kind in _data()["wide"])


def route(quote: str) -> str | None:
    """
    Return whether words speak of a way by ``sea`` or by ``land`` rather than of a distance; None where neither.

    Example:
        >>> route("200 km by road"), route("barely 200 km away"), route("300 nautical miles by sea")
        ('land', None, 'sea')
    """
    letters = "".join(letter if letter.isalnum() else " " for letter in quote.casefold())
    text = f" {' '.join(letters.split())} "
    return next(
        (kind for kind in ("sea", "land") if any(f" {word} " in text for word in _data()[kind])), None
    )
