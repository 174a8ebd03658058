"""Selecting claims: by what they say, about whom, when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypedDict

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
Ask = Callable[[Claims], Condition]


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
        _by(facets.actors, actor),
        _by(facets.goods, item),
        _by(facets.units, _names(unit)),
        _during(during, certain=certain),
        _by(facets.speakers, speaker),
        _by(facets.stances, stance, ("stance", Stance)),
        _by(facets.modalities, modality, ("modality", Modality)),
        _by(facets.sources, source),
        _by(facets.parts, part, ("part", Part)),
    ]
    conditions = [ask(claims) for ask in asked if ask is not None]
    if origin is not None and all(condition.count * 2 > len(claims) for condition in conditions):
        conditions.append(claims.once(_origins).condition(_several(origin)))
        origin = None
    tests = [test for test in (_origin(origin, claims), where) if test is not None]
    found = _meeting(claims, conditions)
    return [claim for claim in found if all(test(claim) for test in tests)] if tests else found


def known_by(claims: Claims, day: When | date | str) -> list[Claim]:
    """
    Return the claims that can have been known by a day, as :meth:`osintkp.corpus.Corpus.as_of` tells it.

    Raises:
        DateError: The day is no date.
    """
    limit = When.of(day)
    return _meeting(claims, [claims.once(known).not_after(limit)])


def _meeting(claims: Claims, conditions: list[Condition]) -> list[Claim]:
    if not conditions:
        return list(claims)
    every = claims.in_order
    return [every[place] for place in meeting(conditions)]


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
    return lambda claims: claims.once(column).condition(several)


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
    return None if units is None else {definitions.unit(name).name for name in _several(units)}


def _during(period: When | date | str | None, *, certain: bool) -> Ask | None:
    if period is None:
        return None
    given = When.of(period)
    window = given if given.approximate or given.uncertain else given.whole
    return lambda claims: claims.once(whens).overlapping(window, certain=certain)


def _origin(wanted: Wanted | None, claims: Claims) -> Test | None:
    if wanted is None:
        return None
    several = _several(wanted)
    return lambda claim: not several.isdisjoint(_behind(origin_of(claim, claims)))


def _origins(claims: Claims) -> Words:
    """Return the column of the origins, which are traced for all claims: for questions that leave most of them."""
    return words((origin_of(claim, claims) for claim in claims), _behind)


def _behind(origin: Origin) -> frozenset[str]:
    """Return the words that lead to an origin."""
    return frozenset((origin.id, *(() if origin.actor is None else actors.above(origin.actor))))
