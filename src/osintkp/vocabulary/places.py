"""
Where things happen: capitals, large cities, ports, airfields, regions, straits and seas, with coordinates.

States are places too, under their ISO 3166-1 code, without coordinates: a state is no point. The table is
``data/places.json``, made from ``tables/`` by ``tools/build_tables.py``.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any

import attrs

from osintkp.errors import InvalidValueError, UnknownIdError, shown
from osintkp.vocabulary import actors, names
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from osintkp.vocabulary.actor import Actor
    from osintkp.vocabulary.tables import Row

EARTH_KM = 6371.0088
AFTER = (" port", " city", " region", " province", " airport", " area", " harbour", " harbor")
BEFORE = ("port of ", "city of ", "town of ", "village of ", "region of ", "province of ")
EXACT = ("id", "name", "abbreviation")
LOOSE = ("spelling", "lookalike")


@attrs.frozen(kw_only=True)
class Place:
    """
    A place on the map.

    Attributes:
        id: ISO 3166-1 code of a state, slug of any other place.
        name: The common English name.
        names: Other names and romanisations.
        lat: Latitude in degrees, north positive; None for a state.
        lon: Longitude in degrees, east positive; None for a state.
        state: ISO 3166-1 code of the state that it lies in by law, whoever holds it; None on the high seas and
            for what lies in several.
        kind: What it is: ``city``, ``capital``, ``port``, ``oblast``, ``airfield``, ``sea`` ...
        part_of: Id of the region that it lies in; None where the table names none.
        citation: Where the coordinates are from.
        basis: ``found`` in the cited source, or from ``memory``.
    """

    __repr__ = printed

    id: str
    name: str
    names: tuple[str, ...] = ()
    lat: float | None
    lon: float | None
    state: str | None
    kind: str
    part_of: str | None = None
    citation: str
    basis: str


@attrs.frozen(kw_only=True)
class PlaceMatch:
    """
    What some words name on the map.

    Attributes:
        place: Id of the one place that fits; None where none or several do.
        candidates: Every id that fits.
        note: The spelling meant, the letters that look alike, what is ambiguous; None where all is plain.
    """

    __repr__ = printed

    place: str | None
    candidates: tuple[str, ...] = ()
    note: str | None = None


@functools.cache
def _tables() -> tuple[dict[str, Any], Mapping[str, Row]]:
    return table("places")


def _table() -> dict[str, Any]:
    return _tables()[0]


def _rows() -> Mapping[str, Row]:
    return _tables()[1]


def _state(place_id: str) -> Actor | None:
    found = actors.actor(place_id) if actors.known(place_id) else None
    return found if found and found.kind == "state" else None


def ids() -> tuple[str, ...]:
    """
    Return the id of every place of the table, in order of the alphabet; the codes of states are not among them.

    Example:
        >>> {"goma", "tartus", "red-sea"} <= set(ids())
        True
    """
    return tuple(_rows())


def known(place_id: str) -> bool:
    """
    Tell whether a place has this id, states included.

    Example:
        >>> known("port-sudan"), known("SD"), known("atlantis")
        (True, True, False)
    """
    return place_id in _rows() or _state(place_id) is not None


def state_of(place_id: str) -> str | None:
    """
    Return the state that a place lies in, a state's own code for a state; None on the high seas and for an unknown id.

    Example:
        >>> state_of("goma"), state_of("SD"), state_of("red-sea")
        ('CD', 'SD', None)
    """
    row = _rows().get(place_id)
    if row is None:
        return place_id if _state(place_id) is not None else None
    found: str | None = row.get("state")
    return found


def ambiguous() -> Mapping[str, tuple[str, ...]]:
    """
    Return the names that are never decided without their context, each with every id that it may stand for.

    Example:
        >>> ambiguous()["Vostochny"]
        ('vostochny-port', 'vostochny-cosmodrome')
    """
    return {form: tuple(found) for form, (found, _) in _table()["ambiguous"].items()}


@functools.cache
def place(place_id: str) -> Place:
    """
    Return the place of an id.

    Raises:
        UnknownIdError: No place has it; the nearest ids are named.

    Example:
        >>> place("dunay").state, place("dunay").names, place("KP").kind
        ('RU', ('Dunai',), 'state')
    """
    row = _rows().get(place_id)
    if row is None:
        return _state_place(place_id)
    citation, basis = _table()["citations"][row["cite"]]
    return Place(
        id=place_id,
        name=row["name"],
        names=tuple(row.get("names", ())),
        lat=row["lat"],
        lon=row["lon"],
        state=row.get("state"),
        kind=row["kind"],
        part_of=row.get("part_of"),
        citation=citation,
        basis=basis,
    )


def _state_place(place_id: str) -> Place:
    found = _state(place_id)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(place_id[: names.LONGEST], ids())
        raise UnknownIdError(
            f"no place has the id {shown(place_id)}" + (f"; near it: {', '.join(near)}" if near else "")
        )
    return Place(
        id=place_id,
        name=found.name,
        names=found.names,
        lat=None,
        lon=None,
        state=place_id,
        kind="state",
        citation=found.citation,
        basis=found.basis,
    )


def within(place_id: str | None, area: str) -> bool:
    """
    Tell whether a place is an area or lies in it: a region of the table, or a state; None is in nothing.

    Example:
        >>> within("sudzha", "kursk-oblast"), within("sudzha", "RU"), within("kursk-oblast", "UA")
        (True, True, False)
    """
    rows = _rows()
    while place_id is not None:
        row = rows.get(place_id, {})
        if area in (place_id, row.get("state")):
            return True
        place_id = row.get("part_of")
    return False


def distance_km(one: str, other: str) -> float:
    """
    Return the great-circle distance between two places in kilometres (haversine, mean Earth radius of the IUGG).

    Raises:
        UnknownIdError: No place has one of the ids.
        InvalidValueError: One of them is a state, which is no point (``place-without-point``).

    Example:
        >>> round(distance_km("rason", "dunay"), 1)
        170.6
    """
    return great_circle_km(_point(one), _point(other))


def great_circle_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """
    Return the great-circle distance between two points in kilometres (haversine, mean Earth radius of the IUGG).

    Args:
        one: Latitude and longitude in degrees.
        other: Those of the other point.

    Example:
        >>> round(great_circle_km((0.0, 0.0), (0.0, 180.0)))
        20015
    """
    (north, east), (north2, east2) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((north2 - north) / 2) ** 2
    half += math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _point(place_id: str) -> tuple[float, float]:
    found = place(place_id)
    if found.lat is None or found.lon is None:
        raise InvalidValueError(
            "place-without-point", "a state is no point", place_id, "name a town, port or region in it"
        )
    return found.lat, found.lon


def forms() -> Iterator[tuple[str, str]]:
    """
    Give every form in which text names a place of the table, with the place's id; states are among the actors' forms.

    Example:
        >>> ("Najin", "rason") in set(forms())
        True
    """
    every = (forms_of(place_id, row) for place_id, row in _rows().items())
    return ((form.text, form.id) for found in every for form in found)


def forms_with(word: str) -> Iterator[tuple[str, str]]:
    """
    Give the forms that have a word, in small letters without accents, like :func:`forms` does all of them.

    Example:
        >>> list(forms_with("tartous")), list(forms_with("tart"))
        ([('Tartous', 'tartus')], [])
    """
    return ((form.text, form.id) for form in names.with_word(_index(), word))


def forms_of(place_id: str, row: Row) -> Iterator[names.Form]:
    """Give the forms of a place by its row of the table."""
    return (names.Form(text, place_id, "name") for text in (row["name"], *row.get("names", ())))


@functools.cache
def _index() -> names.NameIndex:
    def named(place_id: str) -> Iterator[names.Form]:
        return forms_of(place_id, _rows()[place_id])

    return names.NameIndex(_table()["keys"], named, names.decided(_table()["ambiguous"]))


def resolve(words: str) -> PlaceMatch:
    """
    Return the place that some words name, without their context.

    Case, accents and hyphens make no difference, nor does "port of" or "region" where nothing has the whole name.
    A town comes before a state of its name; where several places fit, none is chosen.

    Example:
        >>> resolve("Najin port").place, resolve("Kursk Oblast").place, resolve("Mali").place
        ('rason', 'kursk-oblast', 'ML')
        >>> resolve("Tripoli").candidates
        ('tripoli-lb', 'tripoli-ly')
    """
    given = words.strip()
    if known(given):
        return PlaceMatch(place=given, candidates=(given,))
    match = _whole(given)
    if match.candidates or len(given) > names.LONGEST:
        return match
    bare = _bare(given)
    if bare == given:
        return match
    inner = _whole(bare)
    return attrs.evolve(inner, note=inner.note or f"read as {bare!r}") if inner.candidates else match


def _whole(words: str) -> PlaceMatch:
    hit = names.look_up(_index(), words)
    if hit is not None and hit.by == "name":
        return _match(hit.ids, hit.note)
    state = actors.resolve(words)
    codes = tuple(each for each in state.candidates if _state(each))
    if hit is None or state.by in EXACT:
        if not codes or state.by not in (*EXACT, *LOOSE):
            return PlaceMatch(place=None)
        return _match(codes, state.note)
    return _match(hit.ids, hit.note)


def _match(found: tuple[str, ...], note: str | None) -> PlaceMatch:
    if len(found) == 1:
        return PlaceMatch(place=found[0], candidates=found, note=note)
    return PlaceMatch(place=None, candidates=found, note=note or "several places have this name")


def _bare(words: str) -> str:
    """Give a name without the general words that come before or after it."""
    low = words.casefold().removeprefix("the ")
    start = len(words) - len(low) if len(low) < len(words) else 0
    before = next((form for form in BEFORE if low.startswith(form)), "")
    after = next((form for form in AFTER if low.endswith(form)), "")
    return words[start + len(before) : len(words) - len(after)].strip()
