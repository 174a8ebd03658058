"""Names in a coding: actors and goods as people write them, brought to the ids of the tables, and said so."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args

import attrs

from osintkp.coding.faults import Fault, Place
from osintkp.errors import InvalidValueError
from osintkp.evidence import UNKNOWN
from osintkp.records import ActorId, ItemPath, record_types
from osintkp.resource_limits import DEFAULT, ResourceLimits
from osintkp.vocabulary import actors, items

Kind = Literal["actor", "item"]
KINDS: dict[object, Kind] = {ActorId: "actor", ItemPath: "item"}
LONGEST_NAME = 200


@cache
def named_fields(kind: str) -> dict[str, Kind]:
    """
    Return the fields of a record type that hold actors or goods, each with which of the two.

    Example:
        >>> named_fields("loss")
        {'actor': 'actor', 'by': 'actor', 'item': 'item'}
    """
    fields = attrs.fields(record_types()[kind])
    kinds = {field.name: {field.type, *get_args(field.type)} for field in fields}
    return {name: KINDS[kind] for name, each in kinds.items() for kind in each & KINDS.keys()}


def with_ids(
    data: Any, fields: dict[str, Kind], place: Place, notes: list[Fault], limits: ResourceLimits = DEFAULT
) -> Any:
    """
    Return a table with ids in place of names; what was read otherwise than written is noted.

    A name that no table has and that is no legal id is an error among the notes; the rest are warnings. What is no
    table, or no text where a name belongs, is returned as it is.
    """
    if not isinstance(data, dict):
        return data
    return {
        key: _named(value, fields[key], (*place, key), notes, limits) if key in fields else value
        for key, value in data.items()
    }


def _named(value: Any, kind: Kind, place: Place, notes: list[Fault], limits: ResourceLimits) -> Any:
    if isinstance(value, list):
        return [with_id(each, kind, (*place, index), notes, limits) for index, each in enumerate(value)]
    if isinstance(value, dict):
        ids = {key: with_id(key, kind, (*place, key), notes, limits) for key in value}
        return _keyed(ids, value, place, notes)
    return with_id(value, kind, place, notes, limits)


def _keyed(ids: dict[str, str], table: dict[str, Any], place: Place, notes: list[Fault]) -> dict[str, Any]:
    found = {ids[key]: value for key, value in table.items()}
    if len(found) < len(table):
        fix = f"keep one of {', '.join(table)}"
        notes.append((place, InvalidValueError("duplicate-key", "two names mean one actor", None, fix)))
    return found


def with_id(
    value: Any, kind: Kind, place: Place, notes: list[Fault], limits: ResourceLimits = DEFAULT
) -> Any:
    """Return an id in place of a name, as :func:`with_ids` does for a table."""
    if not isinstance(value, str):
        return value
    if len(value) > limits.name_characters:
        error = InvalidValueError("text-size", "the name is too long", value, limits.room("name_characters"))
        notes.append((place, error))
        return value
    return _actor(value, place, notes) if kind == "actor" else _item(value, place, notes)


def _actor(value: str, place: Place, notes: list[Fault]) -> str:
    if value == UNKNOWN or actors.known(value):
        return value
    match = actors.resolve(value[:LONGEST_NAME])
    if match.actor is not None:
        fix = f"read as {match.actor!r}" + (f" ({match.note})" if match.note else "") + "; write that"
        notes.append((place, InvalidValueError("actor-name", "an actor is named by its id", value, fix)))
        return match.actor
    if not actors.legal_id(value):
        near = match.candidates or _nearest(value)
        fix = (
            f"write one of {', '.join(near)}"
            if near
            else "write an ISO 3166-1 alpha-2 code, or a slug like 'un'"
        )
        notes.append((place, InvalidValueError("unknown-actor", "no actor has this name", value, fix)))
    return value


def _nearest(value: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(value[:LONGEST_NAME], actors.ids(), n=3, cutoff=0.5)


def _item(value: str, place: Place, notes: list[Fault]) -> str:
    if items.known(value):
        return value
    match = items.resolve(value[:LONGEST_NAME])
    if match.path is not None:
        fix = f"read as {match.path!r}; write that"
        what = "goods are named by their place in the taxonomy"
        notes.append((place, InvalidValueError("item-name", what, value, fix)))
        return match.path
    near = match.candidates or items.nearest(value[:LONGEST_NAME])
    fix = f"kept as given; near it: {', '.join(near)}" if near else "kept as given"
    notes.append(
        (place, InvalidValueError("unknown-item", "the goods taxonomy has no such item", value, fix))
    )
    return value
