"""How an assertion stands to a denial: the same proposition, another one, or the same at another time."""

from __future__ import annotations

import attrs

from osintkp.checks._loads import nominal
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.records import Record
from osintkp.triage import REAL
from osintkp.units import Amount
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Verdict


@attrs.frozen(kw_only=True)
class Denial:
    """
    One proposition that one or several deny on one date.

    Attributes:
        claims: The claims that deny it.
        said: When they did; None when not known.
    """

    claims: tuple[Claim, ...]
    said: When | None

    @property
    def record(self) -> Record:
        """Return what is denied."""
        return self.claims[0].record


@attrs.frozen(kw_only=True)
class Relation:
    """
    How an assertion stands to a denial.

    Attributes:
        verdict: ``conflict`` where it is denied.
        why: Why it is not, or what decides; empty where it is denied.
    """

    verdict: Verdict
    why: str = ""


def relation(denial: Denial, claim: Claim) -> Relation | None:
    """Return how an assertion stands to a denial; None where the two are not held against each other."""
    if any(claim.id in each.linked(LinkKind.REFUTES) for each in denial.claims):
        return Relation(verdict=Verdict.CONFLICT)
    denied, told = denial.record, claim.record
    if "statement" in (denied.kind, told.kind):
        return _of_statements(denied, told)
    if denied.kind != told.kind:
        return Relation(
            verdict=Verdict.DIFFERENT_SCOPE, why=f"a {kind_of(told.kind)} is not a {kind_of(denied.kind)}"
        )
    for question in (_modality, _direction, _goods, _figure, _place):
        why = question(denied, claim)
        if why:
            return Relation(verdict=Verdict.DIFFERENT_SCOPE, why=why)
    return _window(denial, claim) or _title(denied, told) or Relation(verdict=Verdict.CONFLICT)


def _of_statements(denied: Record, told: Record) -> Relation | None:
    if denied.kind == told.kind:
        same = _text(denied, "text") == _text(told, "text")
        return Relation(verdict=Verdict.CONFLICT) if same else None
    if told.kind == "statement":
        return None
    return Relation(
        verdict=Verdict.DIFFERENT_SCOPE, why=f"a {kind_of(told.kind)} is not what the statement says"
    )


def _modality(_denied: Record, claim: Claim) -> str:
    return "" if claim.modality in REAL else f"{claim.id} is only {claim.modality}"


def _direction(denied: Record, claim: Claim) -> str:
    pairs = zip(denied.actors, claim.record.actors, strict=False)
    other = any(one and two and actors.root(one) != actors.root(two) for one, two in pairs)
    return f"{claim.id} goes the other way" if other else ""


def _goods(denied: Record, claim: Claim) -> str:
    item, bores = denied.of("item"), (denied.of("calibre"), claim.record.of("calibre"))
    if None not in bores and str(bores[0]) != str(bores[1]):
        return f"{claim.id} is about calibre {bores[1]}, the denial about {bores[0]}"
    if not isinstance(item, str) or items.within(claim.item, item):
        return ""
    if claim.item is None:
        return f"{claim.id} does not say what goods, the denial is about {item}"
    narrower = items.within(item, claim.item)
    return f"{claim.id} is about {claim.item}, {'of which ' if narrower else ''}the denial {'covers only' if narrower else 'is about'} {item}"


def _figure(denied: Record, claim: Claim) -> str:
    mine, theirs = denied.of("amount"), claim.amount
    if not isinstance(mine, Amount) or theirs is None:
        return ""
    if same_dimension(unit(mine.unit), unit(theirs.unit)) and nominal(mine) == nominal(
        theirs.converted(mine.unit)
    ):
        return ""
    return f"{claim.id} gives {theirs}, what is denied is {mine}"


def _place(denied: Record, claim: Claim) -> str:
    mine, theirs = _text(denied, "place"), _text(claim.record, "place")
    return (
        f"{claim.id} is about {theirs}, the denial about {mine}" if mine and theirs and mine != theirs else ""
    )


def _text(record: Record, name: str) -> str:
    value = record.of(name)
    return value.strip().casefold() if isinstance(value, str) else ""


def _window(denial: Denial, claim: Claim) -> Relation | None:
    """Return the relation of an assertion about another time than the denial."""
    own, event = denial.claims[0].when, claim.when
    if event is None:
        return None
    if own is not None and own.overlaps(event) is Answer.NO:
        return Relation(
            verdict=Verdict.DIFFERENT_WINDOW, why=f"{claim.id} is of {event}, what is denied of {own}"
        )
    if own is None and denial.said is not None and denial.said.before(event) is Answer.YES:
        return Relation(verdict=Verdict.DIFFERENT_WINDOW, why=f"{claim.id} {_happened(claim)} {event}")
    return None


def _happened(claim: Claim) -> str:
    return "was signed" if claim.kind == "treaty" else "is of"


def _title(denied: Record, told: Record) -> Relation | None:
    mine, theirs = _text(denied, "title"), _text(told, "title")
    if not mine or not theirs or mine == theirs:
        return None
    why = f"{told.of('title')!r} may be one of what is denied, {denied.of('title')!r}"
    return Relation(verdict=Verdict.UNDECIDED, why=why)


def kind_of(kind: str) -> str:
    """
    Return the kind of a record in words.

    Example:
        >>> kind_of("troop_deployment")
        'troop deployment'
    """
    return kind.replace("_", " ")
