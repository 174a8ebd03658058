"""How an assertion stands to a denial: the same proposition, another one, or the same at another time."""

from __future__ import annotations

from math import isfinite

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.records import Record
from osintkp.triage import REAL
from osintkp.units import Amount, Comparator
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Severity, Verdict


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
        severity: ``info`` where nobody is called to account: it is not denied, or leaves open who had part in it.
    """

    verdict: Verdict
    why: str = ""
    severity: Severity = Severity.INFO


def parties(record: Record) -> frozenset[str]:
    """Return whom a record names: its state for an official or an agency."""
    return frozenset(actors.root(actor) for actor in record.actors if actor)


def relation(denial: Denial, claim: Claim) -> Relation | None:
    """Return how an assertion stands to a denial; None where the two are not held against each other."""
    if any(claim.id in each.linked(LinkKind.REFUTES) for each in denial.claims):
        return Relation(verdict=Verdict.CONFLICT, severity=Severity.WARNING)
    denied, told = denial.record, claim.record
    same_parties = parties(denied) == parties(told)
    if "statement" in (denied.kind, told.kind):
        return _of_statements(denied, told) if same_parties else None
    if denied.kind != told.kind:
        return _other(f"a {kind_of(told.kind)} is not a {kind_of(denied.kind)}") if same_parties else None
    roles = [_role(denied, claim, name) for name in denied.roles]
    if Answer.NO in roles:
        return _other(f"{claim.id} goes the other way") if same_parties else None
    return _of_one_kind(denial, claim, [name for name, fits in zip(denied.roles, roles, strict=True) if fits is Answer.UNDECIDED])  # fmt: skip


def _of_one_kind(denial: Denial, claim: Claim, unsaid: list[str]) -> Relation:
    """Return the relation of an assertion of the kind and between the parties that are denied, as far as they are said."""
    questions = (_modality, _bore, _goods, _figure, _place, _title)
    answers = [found for question in questions if (found := question(denial.record, claim)) is not None]
    other = next((found for found in answers if found.verdict is Verdict.DIFFERENT_SCOPE), None)
    found = other or _window(denial, claim)
    if found is not None:
        return found
    reasons = [each.why for each in answers]
    if unsaid:
        reasons.append(
            f"{claim.id} does not say who the {' and the '.join(unsaid)} is, perhaps the one denied"
        )
        return Relation(verdict=Verdict.UNDECIDED, why="; ".join(reasons))
    if reasons:
        return Relation(verdict=Verdict.UNDECIDED, why="; ".join(reasons), severity=Severity.WARNING)
    return Relation(verdict=Verdict.CONFLICT, severity=Severity.WARNING)


def _other(why: str) -> Relation:
    return Relation(verdict=Verdict.DIFFERENT_SCOPE, why=why)


def _open(why: str) -> Relation:
    return Relation(verdict=Verdict.UNDECIDED, why=why)


def _role(denied: Record, claim: Claim, name: str) -> Answer:
    """Tell whether an assertion has in a role whom the denial has there; a denial that names nobody means everybody."""
    mine, theirs = (_bodies(record.of(name)) for record in (denied, claim.record))
    return Answer.of(yes=mine <= theirs, no=not theirs <= mine)


def _bodies(value: object) -> frozenset[str]:
    every = value if isinstance(value, tuple) else (value,)
    return frozenset(actors.root(each) for each in every if isinstance(each, str))


def _of_statements(denied: Record, told: Record) -> Relation | None:
    if denied.kind == told.kind:
        same = _text(denied, "text") == _text(told, "text")
        return Relation(verdict=Verdict.CONFLICT, severity=Severity.WARNING) if same else None
    if told.kind == "statement":
        return None
    return _other(f"a {kind_of(told.kind)} is not what the statement says")


def _modality(_denied: Record, claim: Claim) -> Relation | None:
    return None if claim.modality in REAL else _other(f"{claim.id} is only {claim.modality}")


def _bore(denied: Record, claim: Claim) -> Relation | None:
    mine, theirs = denied.of("calibre"), claim.record.of("calibre")
    if not isinstance(mine, Amount):
        return None
    if not isinstance(theirs, Amount):
        return _open(f"{claim.id} gives no calibre, which may be {mine}")
    if mine.equal(theirs) is Answer.NO:
        return _other(f"{claim.id} is about calibre {theirs}, the denial about {mine}")
    return None


def _goods(denied: Record, claim: Claim) -> Relation | None:
    item = denied.of("item")
    if not isinstance(item, str) or items.within(claim.item, item):
        return None
    if claim.item is None:
        return _open(f"{claim.id} does not say what goods, which may be {item}")
    if items.related(item, claim.item) is Answer.NO:
        return _other(f"{claim.id} is about {claim.item}, the denial is about {item}")
    return _open(f"{claim.id} is about {claim.item}, which may fall under {item}")


def _figure(denied: Record, claim: Claim) -> Relation | None:
    mine, theirs = denied.of("amount"), claim.amount
    if not isinstance(mine, Amount):
        return None
    if theirs is None:
        return _open(f"{claim.id} gives no figure, which may be {mine}")
    covered = _covered(mine, theirs) if same_dimension(unit(mine.unit), unit(theirs.unit)) else Answer.NO
    if covered is Answer.NO:
        return _other(f"{claim.id} gives {theirs}, what is denied is {mine}")
    return None if covered is Answer.YES else _open(f"{claim.id} gives {theirs}, which may be {mine}")


def _covered(denied: Amount, told: Amount) -> Answer:
    """Tell whether who denies a figure denies another: the same one, rounding allowed for, or any that a bound holds."""
    (low, high), (least, most) = denied.printed_band(denied.unit), told.printed_band(denied.unit)
    strict = {denied.comparator, told.comparator} & {Comparator.ABOVE, Comparator.BELOW}
    first, last = max(low, least), min(high, most)
    apart = first > last or (first == last and bool(strict))
    bounded = isfinite(low) and isfinite(high)
    held = isfinite(least) and isfinite(most) if bounded else low <= least and most <= high
    return Answer.of(yes=held and not apart, no=apart)


def _place(denied: Record, claim: Claim) -> Relation | None:
    mine, theirs = _text(denied, "place"), _text(claim.record, "place")
    if not mine or mine == theirs:
        return None
    if not theirs:
        return _open(f"{claim.id} does not say where, which may be {mine}")
    from osintkp.vocabulary import places

    here, there = places.resolve(mine).place, places.resolve(theirs).place
    if here is not None and places.within(there, here):
        return None
    if there is not None and places.within(here, there):
        return _open(f"{claim.id} is about {theirs}, which may be {mine}")
    return _other(f"{claim.id} is about {theirs}, the denial about {mine}")


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


def _title(denied: Record, claim: Claim) -> Relation | None:
    mine, theirs = _text(denied, "title"), _text(claim.record, "title")
    if not mine or not theirs or mine == theirs:
        return None
    return _open(f"{claim.record.of('title')!r} may be one of what is denied, {denied.of('title')!r}")


def kind_of(kind: str) -> str:
    """
    Return the kind of a record in words.

    Example:
        >>> kind_of("troop_deployment")
        'troop deployment'
    """
    return kind.replace("_", " ")
