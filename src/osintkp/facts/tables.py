"""The kinds of reference data: each record with its validity, its citation, and how surely it is known."""

from typing import Literal

import attrs

from osintkp.dates import When
from osintkp.records.limit import Limit
from osintkp.records.treaty import Treaty
from osintkp.validating import between, one_of
from osintkp.vocabulary.fields import printed

BASES = ("found", "computed", "assumed", "memory")
MARKS = {"memory": " (from memory)", "assumed": " (assumed)", "computed": " (computed)"}


@attrs.frozen(kw_only=True)
class Reference:
    """
    A fact that checks may use, from reference data rather than from a claim.

    Attributes:
        id: Short name, by which one of a user's own takes its place.
        citation: Where it is from.
        basis: ``found`` in the cited source, ``computed`` from it, ``assumed``, or from ``memory``.
    """

    __repr__ = printed

    id: str
    citation: str
    basis: str = attrs.field(validator=one_of(*BASES))

    @property
    def cited(self) -> str:
        """Return where it is from, and whether it is from memory or assumed: a line for a finding's assumptions."""
        mark = MARKS.get(self.basis, "")
        told = mark.strip(" ()") in self.citation
        return f"{self.id}: {self.citation}{'' if told else mark}"


@attrs.frozen(kw_only=True)
class ReferenceLimit(Reference):
    """
    A limit that an authority has set.

    Attributes:
        limit: The limit.
        until: Last day of its validity; None while it stands.

    Example:
        >>> from osintkp.facts import shipped
        >>> shipped().limits[0].limit.on
        'KP'
    """

    __repr__ = printed

    limit: Limit
    until: When | None = None


@attrs.frozen(kw_only=True)
class Embargo(Reference):
    """
    Transfers that an authority forbids altogether.

    Attributes:
        on: The actor under embargo.
        authority: Who forbids them.
        instrument: The resolution or law, in words.
        way: Whether transfers ``to`` the actor are forbidden, ``from`` it, or ``both``.
        items: Paths of the goods that are forbidden.
        exempt: Paths of goods under these that are not.
        binds: Whom it binds: an actor, or an organisation and so its members; None for every state.
        proviso: What makes a transfer lawful after all, like a committee's consent, in words; None where nothing does.
        since: First day; None where it is not known.
        until: Last day; None while it stands.

    Example:
        >>> from osintkp.facts import shipped
        >>> {each.way for each in shipped().embargoes} <= {"to", "from", "both"}
        True
    """

    __repr__ = printed

    on: str
    authority: str
    instrument: str
    way: Literal["to", "from", "both"] = attrs.field(validator=one_of("to", "from", "both"))
    items: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    binds: str | None = None
    proviso: str | None = None
    since: When | None = None
    until: When | None = None


@attrs.frozen(kw_only=True)
class ReferenceTreaty(Reference):
    """
    A treaty with the dates that decide when it binds.

    Attributes:
        treaty: Its parties and dates; ``in_force`` is None when it is not in force or nobody says.
        titles: Further titles under which reports know it.

    Example:
        >>> from osintkp.facts import shipped
        >>> any("TR" in each.treaty.parties for each in shipped().treaties)
        True
    """

    __repr__ = printed

    treaty: Treaty
    titles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ReferenceOffice(Reference):
    """
    An office that a person held.

    Attributes:
        holder: The person.
        title: The office, like ``defence minister``.
        body: The body that the office belongs to; None where nobody says.
        since: First day; None where it is not known.
        until: Last day; None where no end is known.
    """

    __repr__ = printed

    holder: str
    title: str
    body: str | None = None
    since: When | None = None
    until: When | None = None


@attrs.frozen(kw_only=True)
class ReferencePlace(Reference):
    """
    A place with its coordinates.

    Attributes:
        name: Its common name.
        names: Other names and spellings.
        state: The state that it lies in; None for a sea and where nobody says.
        lat: Degrees north (WGS 84).
        lon: Degrees east.
    """

    __repr__ = printed

    name: str
    names: tuple[str, ...] = ()
    state: str | None = None
    lat: float = attrs.field(validator=between(-90, 90))
    lon: float = attrs.field(validator=between(-180, 180))
