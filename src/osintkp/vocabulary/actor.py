"""What is known of one who acts: names, what it belongs to, offices held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.names import By

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from osintkp.vocabulary.tables import Row

Kind = Literal[
    "state",
    "former_state",
    "organisation",
    "agency",
    "armed_group",
    "person",
    "media",
    "research",
    "company",
]


@attrs.frozen(kw_only=True)
class Office:
    """
    A title that a person held.

    Attributes:
        title: The office, like ``defence minister``.
        body: Id of the body that the office belongs to.
        since: EDTF date of its first day; None where it is not known.
        until: EDTF date of its last day; None where no end was known when the table was last kept.
        citation: Where the dates are from.
        basis: ``found`` in the cited source, or from ``memory``.
    """

    __repr__ = printed

    title: str
    body: str
    since: str | None
    until: str | None
    citation: str
    basis: str


@attrs.frozen(kw_only=True)
class Membership:
    """
    A state's part in an organisation.

    Attributes:
        group: Id of the organisation.
        since: EDTF date of accession.
        until: EDTF date of leaving; None for a member.
        citation: Where the dates are from.
        basis: ``found`` or ``memory``.
    """

    __repr__ = printed

    group: str
    since: str
    until: str | None
    citation: str
    basis: str


@attrs.frozen(kw_only=True)
class Actor:
    """
    One who acts or speaks in reporting.

    Attributes:
        id: ISO 3166-1 alpha-2 code of a state, slug of any other.
        kind: What sort of actor it is.
        name: The common English name.
        names: Other names and romanisations.
        adjectives: Adjectives of nationality or of the group.
        metonyms: Seats that stand for it, like a capital for a government.
        abbreviations: Short forms, written in capitals.
        spellings: Misspelt or outdated forms that stand for one of the others.
        part_of: Id of the body that it belongs to; None where it stands alone.
        member_of: Ids of the organisations that it is a member of now.
        memberships: Those memberships, past ones too, with their dates.
        offices: What a person held, oldest first.
        alpha3: ISO 3166-1 alpha-3 code; None for what is no state.
        numeric: ISO 3166-1 numeric code; None for what has none.
        ended: EDTF date at which a former state ended; None for the others.
        citation: Where the row is from.
        basis: ``found`` in the cited source, or from ``memory``.
    """

    __repr__ = printed

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    part_of: str | None = None
    member_of: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    alpha3: str | None = None
    numeric: str | None = None
    ended: str | None = None
    citation: str
    basis: str


@attrs.frozen(kw_only=True)
class Resolution:
    """
    What some words name.

    Attributes:
        actor: Id of the one actor that fits; None where none or several do.
        candidates: Every id that fits.
        by: What kind of form the words are; None where nothing fits.
        note: What the reader should know: the spelling meant, the letters that look alike, what is ambiguous.
    """

    __repr__ = printed

    actor: str | None
    candidates: tuple[str, ...] = ()
    by: By | None = None
    note: str | None = None


def made(actor_id: str, row: Row, table: Mapping[str, Any]) -> Actor:
    """Return an actor from its row of the table, and the rest of that."""
    citation, basis = table["citations"][row["cite"]]
    listed = ("names", "adjectives", "metonyms", "abbreviations", "spellings", "member_of")
    return Actor(
        id=actor_id,
        kind=row["kind"],
        name=row["name"],
        part_of=row.get("part_of"),
        memberships=tuple(_memberships(actor_id, table)),
        offices=tuple(office_of(office, table) for office in row.get("offices", ())),
        alpha3=row.get("alpha3"),
        numeric=row.get("numeric"),
        ended=row.get("ended"),
        citation=citation,
        basis=basis,
        **{field: tuple(row.get(field, ())) for field in listed},
    )


def office_of(row: list[Any], table: Mapping[str, Any]) -> Office:
    """Return an office from its row of the table."""
    title, body, since, until, cite = row
    citation, basis = table["citations"][cite]
    return Office(
        title=title, body=body, since=since or None, until=until or None, citation=citation, basis=basis
    )


def _memberships(state: str, table: Mapping[str, Any]) -> Iterator[Membership]:
    for group, members in table["members"].items():
        if state in members["since"]:
            citation, basis = table["citations"][members["cite"]]
            yield Membership(
                group=group,
                since=members["since"][state],
                until=members["until"].get(state),
                citation=citation,
                basis=basis,
            )
