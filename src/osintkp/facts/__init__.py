"""Reference data that checks need, each record with its citation and validity, each replaceable by one's own."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from os import PathLike
from typing import Any, TypeVar, get_args, get_type_hints

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.facts.tables import (
    Embargo,
    Reference,
    ReferenceLimit,
    ReferenceOffice,
    ReferencePlace,
    ReferenceTreaty,
)
from osintkp.paths import path_of
from osintkp.typed import guarded, guarded_methods, not_of_its_type, typed
from osintkp.units import Assumption
from osintkp.units.assumed import assumptions, in_force
from osintkp.vocabulary.fields import printed

__all__ = [
    "Embargo", "Facts", "Reference", "ReferenceLimit", "ReferenceOffice", "ReferencePlace", "ReferenceTreaty",
    "load_facts", "shipped",
]  # fmt: skip

T = TypeVar("T", bound=Reference)


@guarded_methods
@typed
@attrs.frozen(kw_only=True)
class Facts:
    """
    The reference data that one run of the checks may use.

    Offices and places are looked up here first, then in the vocabulary that travels with the library.

    Attributes:
        limits: Caps and quotas.
        embargoes: Transfers that are forbidden altogether.
        treaties: Treaties with their dates.
        offices: Offices held, of one's own.
        places: Places with coordinates, of one's own.
        assumptions: Masses, payloads and factors for packing, as ranges.

    Example:
        >>> shipped().replaced(limits=[]).limits
        ()
    """

    __repr__ = printed

    limits: tuple[ReferenceLimit, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    treaties: tuple[ReferenceTreaty, ...] = ()
    offices: tuple[ReferenceOffice, ...] = ()
    places: tuple[ReferencePlace, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def replaced(self, **tables: Iterable[Any]) -> Facts:
        """
        Return these facts with whole tables replaced.

        Args:
            **tables: ``limits``, ``embargoes``, ``treaties``, ``offices``, ``places`` or ``assumptions``.
        """
        return attrs.evolve(self, **_known(tables))

    def added(self, **tables: Iterable[Any]) -> Facts:
        """
        Return these facts with some more.

        A record takes the place of one of its id; an assumption also that of one of its quantity, path and calibre.

        Args:
            **tables: As for :meth:`replaced`.
        """
        more = _known(tables)
        joined: dict[str, Any] = {
            name: in_force(table, self.assumptions)
            if name == "assumptions"
            else tuple({each.id: each for each in (*getattr(self, name), *table)}.values())
            for name, table in more.items()
        }
        return attrs.evolve(self, **joined)

    def __or__(self, other: Facts) -> Facts:
        """Return these facts with those of another, whose records take the place of the same here."""
        if not isinstance(other, Facts):
            return NotImplemented
        return self.added(**{field.name: getattr(other, field.name) for field in attrs.fields(Facts)})

    def offices_of(self, holder: str) -> tuple[ReferenceOffice, ...]:
        """
        Return the offices that a person held, those of one's own in place of the shipped ones of the same title.

        Example:
            >>> [office.title for office in Facts().offices_of("ursula-von-der-leyen")][:1]
            ['defence minister']
        """
        from osintkp.vocabulary import actors

        own = tuple(office for office in self.offices if office.holder == holder)
        titles = {_title(office.title) for office in own}
        known = actors.actor(holder).offices if actors.known(holder) else ()
        return (
            *own,
            *(
                ReferenceOffice(
                    id=f"{holder}.{office.title.replace(' ', '-')}", holder=holder, title=office.title,
                    body=office.body, since=_when(office.since), until=_when(office.until),
                    citation=office.citation, basis=office.basis,
                )
                for office in known
                if _title(office.title) not in titles
            ),
        )  # fmt: skip

    def place(self, words: str) -> ReferencePlace | None:
        """
        Return the place that some words name, with its coordinates; None where none or several do.

        Example:
            >>> Facts().place("Port Sudan").state
            'SD'
        """
        from osintkp.vocabulary import places

        wanted = words.strip().casefold()
        for own in self.places:
            if wanted in {name.casefold() for name in (own.id, own.name, *own.names)}:
                return own
        found = places.resolve(words).place
        if found is None:
            return None
        known = places.place(found)
        if known.lat is None or known.lon is None:
            return None
        return ReferencePlace(
            id=found, name=known.name, names=known.names, state=known.state, lat=known.lat, lon=known.lon,
            citation=known.citation, basis=known.basis,
        )  # fmt: skip


def _known(tables: Mapping[str, Iterable[Any]]) -> dict[str, tuple[Any, ...]]:
    """Return tables of facts, in each of which there is nothing but its records."""
    kinds = {name: get_args(kind)[0] for name, kind in get_type_hints(Facts).items()}
    found: dict[str, tuple[Any, ...]] = {}
    for name, table in tables.items():
        if name not in kinds:
            fix = f"use one of {', '.join(kinds)}"
            raise InvalidValueError("unknown-word", "no table of facts has this name", name, fix)
        found[name] = tuple(table)
        for record in found[name]:
            if not isinstance(record, kinds[name]):
                raise not_of_its_type(name, record, kinds[name])
    return found


def _title(words: str) -> str:
    from osintkp.vocabulary import actors

    return actors.canonical_title(words) or words.casefold()


def _when(text: str | None) -> When | None:
    return None if text is None else When.parse(text)


@cache
def shipped() -> Facts:
    """Return the reference data that travels with the library."""
    return Facts(
        limits=_table("limits", "limit"),
        embargoes=_table("embargoes", "embargo"),
        treaties=_table("treaties", "treaty"),
        assumptions=assumptions(),
    )


def _table(file: str, table: str) -> tuple[Any, ...]:
    from osintkp.facts.rows import record

    rows = json.loads(pkgutil.get_data("osintkp", f"data/{file}.json") or b"[]")
    return tuple(record(table, row) for row in rows)


@guarded
def load_facts(path: str | PathLike[str]) -> Facts:
    """
    Return the shipped reference data together with one's own, from a ``.toml`` or ``.json`` file or a folder of them.

    A record of one's own takes the place of the shipped one of its id.

    Raises:
        CodingError: Something in it is unsound; every problem is listed with file, record and field.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     written = Path(folder, "mine.json").write_text('{"limit": []}')
        ...     load_facts(folder) == shipped()
        True
    """
    from osintkp.facts.loading import facts_from

    return shipped() | facts_from(path_of(path))
