"""Selecting claims: by what they say, about whom, when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypedDict

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.facets import words as facets
from osintkp.facets.body import Condition, meeting
from osintkp.facets.dates import known, whens
from osintkp.facets.words import Words, words
from osintkp.origins import Origin, origin_of
from osintkp.records import record_types
from osintkp.units import definitions
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Modality, Part, Stance

Wanted = str | Iterable[str]
Test = Callable[[Claim], bool]
SELDOM, OFTEN = (
    16,
    10_000,
)  # a column is worked out once it was asked of a sixteenth of the claims, or of so many


@attrs.frozen(eq=False)
class Ask:
    """
    A condition.

    Attributes:
        column: What works out the column that it is asked of.
        of: What it asks of that column.
    """

    column: Callable[[Claims], Any]
    of: Callable[[Any], Condition]


class Conditions(TypedDict, total=False):
    """The conditions of :func:`selection` by their names, for whoever passes them on; None is no condition."""

    kind: Wanted | None
    sender: Wanted | None
    recipient: Wanted | None
    actor: Wanted | None
    item: Wanted | None
    unit: Wanted | None
    during: When | date | str | None
    certain: bool
    speaker: Wanted | None
    origin: Wanted | None
    stance: Wanted | None
    modality: Wanted | None
    source: Wanted | None
    part: Wanted | None
    where: Test | None


def selection(  # noqa: PLR0913  each condition is a word of the interface
    claims: Claims, *, kind: Wanted | None = None, sender: Wanted | None = None, recipient: Wanted | None = None,
    actor: Wanted | None = None, item: Wanted | None = None, unit: Wanted | None = None,
    during: When | date | str | None = None, certain: bool = False, speaker: Wanted | None = None, origin: Wanted | None = None,
    stance: Wanted | None = None, modality: Wanted | None = None, source: Wanted | None = None,
    part: Wanted | None = None, where: Test | None = None,
) -> list[Claim]:  # fmt: skip
    """
    Return the claims that meet every condition given; several values for one condition are alternatives.

    Actors match those that belong to them (``"KR"`` finds its defence minister, ``"nato"`` its members); goods match
    those under them. ``during`` keeps claims whose period may overlap, with a month or year taken as a whole;
    ``certain`` keeps only those that must.

    Raises:
        InvalidValueError: No kind, stance, modality, part, source or goods have the name that was given, or it is an
            actor's name and not its id (``unknown-word``).
        UnitError: No unit has.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> lost = [Claim(id=f"a/{by}", source="a", record=Loss(actor="AM", by=by)) for by in ("AZ", "TR")]
        >>> [claim.id for claim in selection(Claims(lost), actor="TR")]
        ['a/TR']
    """
    for role, wanted in {
        "sender": sender,
        "recipient": recipient,
        "actor": actor,
        "speaker": speaker,
    }.items():
        _refuse_misspelt(role, wanted, claims)
    _refuse_unknown(source, claims)
    _refuse_no_goods(item, claims)
    asked = [
        _by(facets.kinds, kind, ("kind", record_types())),
        _by(facets.senders, sender),
        _by(facets.recipients, recipient),
        _by(facets.goods, item),
        _by(facets.units, _names(unit)),
        _during(during, certain=certain),
        _by(facets.stances, stance, ("stance", Stance)),
        _by(facets.modalities, modality, ("modality", Modality)),
        _by(facets.sources, source),
        _by(facets.parts, part, ("part", Part)),
        _by(facets.speakers, speaker),
        _by(facets.actors, actor),
        _by(_origins, origin),
    ]
    found = _narrowed(claims, [ask for ask in asked if ask is not None])
    return found if where is None else list(filter(where, found))


def known_by(claims: Claims, day: When | date | str) -> list[Claim]:
    """
    Return the claims that can have been known by a day, as :meth:`osintkp.corpus.Corpus.as_of` tells it.

    Raises:
        DateError: The day is no date.
    """
    limit = When.of(day)
    return [claims.in_order[place] for place in meeting([claims.once(known).not_after(limit)])]


def _narrowed(claims: Claims, asked: list[Ask]) -> list[Claim]:
    """
    Return the claims that meet every condition.

    What has a column is looked up. What has none yet is asked of the claims that are left, in columns of their own; it gets
    one of all claims when it was asked of as many as are a part of these that counts.
    """
    tried, every, enough = claims.once(_tried), claims.in_order, min(len(claims) // SELDOM, OFTEN)
    ready = [ask for ask in asked if tried.get(ask.column, 0) > enough]
    places = meeting([ask.of(claims.once(ask.column)) for ask in ready]) if ready else None
    for ask in asked:
        if ask in ready:
            continue
        tried[ask.column] = tried.get(ask.column, 0) + (len(claims) if places is None else len(places))
        if places is None:
            places = meeting([ask.of(claims.once(ask.column))])
        elif tried[ask.column] > enough:
            places = ask.of(claims.once(ask.column)).among(places)
        else:
            few = claims.part([every[place] for place in places])
            places = [places[place] for place in meeting([ask.of(ask.column(few))])]
    return list(claims) if places is None else [every[place] for place in places]


def _tried(_: Claims) -> dict[Callable[[Claims], Any], int]:
    """Return where it is kept of how many claims each column was asked for."""
    return {}


def _several(wanted: Wanted) -> frozenset[str]:
    return frozenset((wanted,) if isinstance(wanted, str) else wanted)


def _by(
    column: Callable[[Claims], Words],
    wanted: Wanted | None,
    closed: tuple[str, Iterable[str]] | None = None,
) -> Ask | None:
    if wanted is None:
        return None
    several = _several(wanted)
    if closed is not None:
        _refuse_others(several, *closed)
    return Ask(column, lambda kept: kept.condition(several))


def _refuse_others(several: frozenset[str], scale: str, words: Iterable[str]) -> None:
    known = list(map(str, words))
    for word in sorted(several.difference(known)):
        from difflib import get_close_matches

        near = get_close_matches(word, known, n=1)
        fix = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
        raise InvalidValueError("unknown-word", f"no {scale} has this name", word, fix)


def _refuse_misspelt(role: str, wanted: Wanted | None, claims: Claims) -> None:
    """Refuse what is no actor but is written nearly like one; an id of one's own that nobody uses finds nothing."""
    for word in sorted(_several(wanted or ())):
        if actors.known(word) or word in claims.once(facets.everybody):
            continue
        meant = actors.resolve(word).actor
        if meant is not None:
            raise InvalidValueError(
                "unknown-word", f"no {role} has this id", word, f"did you mean {meant!r}?"
            )


def _refuse_unknown(wanted: Wanted | None, claims: Claims) -> None:
    for name in sorted(_several(wanted or ())):
        if name not in claims.sources and name not in claims.lineage.sources:
            _refuse_others(frozenset({name}), "source", claims.sources.ids())


def _refuse_no_goods(wanted: Wanted | None, claims: Claims) -> None:
    for path in sorted(_several(wanted or ())):
        if items.known(path.partition("/")[0]) or path in claims.once(facets.goods).codes:
            continue
        near = items.nearest(path)
        fix = f"did you mean {near[0]!r}?" if near else "give a place in the goods taxonomy, like 'munitions'"
        raise InvalidValueError("unknown-word", "no goods have this path", path, fix)


def _names(units: Wanted | None) -> Wanted | None:
    return None if units is None else {definitions.unit(name).name for name in sorted(_several(units))}


def _during(period: When | date | str | None, *, certain: bool) -> Ask | None:
    if period is None:
        return None
    given = When.of(period)
    window = given if given.approximate or given.uncertain else given.whole
    return Ask(whens, lambda kept: kept.overlapping(window, certain=certain))


def _origins(claims: Claims) -> Words:
    """Return the column of the origins, by themselves and the bodies behind them."""
    return words((origin_of(claim, claims) for claim in claims), _behind)


def _behind(origin: Origin) -> frozenset[str]:
    """Return the words that lead to an origin."""
    return frozenset((origin.id, *(() if origin.actor is None else actors.above(origin.actor))))
