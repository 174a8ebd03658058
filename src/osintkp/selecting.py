"""Selecting claims: by what they say, about whom, when, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypedDict

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.origins import origin_of
from osintkp.records import record_types
from osintkp.units import definitions
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, Modality, Part, Stance

Wanted = str | Iterable[str]
Test = Callable[[Claim], bool]


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
    tests: list[Test | None] = [
        _equal(kind, lambda claim: claim.kind, ("kind", record_types())),
        _within(sender, lambda claim: [claim.record.of("sender")], actors.within),
        _within(recipient, lambda claim: [claim.record.of("recipient")], actors.within),
        _within(actor, lambda claim: claim.actors, actors.within),
        _within(item, lambda claim: [claim.item], items.within),
        _unit(unit),
        _during(during, certain=certain),
        _within(speaker, lambda claim: [claim.speaker], actors.within),
        _origin(origin, claims),
        _equal(stance, lambda claim: claim.stance, ("stance", Stance)),
        _equal(modality, lambda claim: claim.modality, ("modality", Modality)),
        _equal(source, lambda claim: claim.source),
        _equal(part, lambda claim: claim.part, ("part", Part)),
        where,
    ]
    active = [test for test in tests if test is not None]
    return [claim for claim in claims if all(test(claim) for test in active)]


def _several(wanted: Wanted) -> frozenset[str]:
    return frozenset((wanted,) if isinstance(wanted, str) else wanted)


def _equal(
    wanted: Wanted | None,
    value: Callable[[Claim], str],
    closed: tuple[str, Iterable[str]] | None = None,
) -> Test | None:
    if wanted is None:
        return None
    several = _several(wanted)
    if closed is not None:
        _refuse_others(several, *closed)
    return lambda claim: value(claim) in several


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
        if actors.known(word) or any(word in claim.everybody for claim in claims):
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
        if items.known(path.partition("/")[0]) or any(items.within(claim.item, path) for claim in claims):
            continue
        near = items.nearest(path)
        fix = f"did you mean {near[0]!r}?" if near else "give a place in the goods taxonomy, like 'munitions'"
        raise InvalidValueError("unknown-word", "no goods have this path", path, fix)


def _unit(wanted: Wanted | None) -> Test | None:
    if wanted is None:
        return None
    names = {definitions.unit(name).name for name in _several(wanted)}
    return lambda claim: claim.amount is not None and claim.amount.unit in names


def _within(
    wanted: Wanted | None, values: Callable[[Claim], Iterable[object]], holds: Callable[[str, str], bool]
) -> Test | None:
    if wanted is None:
        return None
    several = _several(wanted)
    return lambda claim: any(
        isinstance(value, str) and holds(value, name) for value in values(claim) for name in several
    )


def _during(period: When | date | str | None, *, certain: bool) -> Test | None:
    if period is None:
        return None
    given = When.of(period)
    window = given if given.approximate or given.uncertain else given.whole

    def test(claim: Claim) -> bool:
        if claim.when is None:
            return False
        answer = claim.when.overlaps(window)
        return answer is Answer.YES or (not certain and answer is Answer.UNDECIDED)

    return test


def _origin(wanted: Wanted | None, claims: Claims) -> Test | None:
    if wanted is None:
        return None
    several = _several(wanted)

    def test(claim: Claim) -> bool:
        origin = origin_of(claim, claims)
        return origin.id in several or any(
            actors.within(origin.actor, name) for name in several if origin.actor is not None
        )

    return test
