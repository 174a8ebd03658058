"""How an assertion stands to a denial: the same proposition, another one, or the same at another time."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from math import isfinite

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import REAL
from osintkp.records import Record
from osintkp.units import Amount
from osintkp.units.amount import may_be_one_number, printed_interval
from osintkp.units.comparing import within
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, LinkKind, Severity, Verdict

QUARTER = timedelta(days=92)
MONTH = timedelta(days=31)
FORMAL = frozenset(
    (
        "a", "an", "the", "of", "on", "in", "for", "with", "to", "and", "or", "between", "any", "all", "such", "no", "new",
        "formal", "official", "written", "signed", "binding", "legal", "bilateral", "agreement", "accord", "arrangement",
        "treaty", "treatie", "pact", "deal", "contract", "memorandum", "understanding", "protocol", "convention",
    )
)  # fmt: skip


@attrs.frozen(kw_only=True, eq=False, repr=False)
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

    @cached_property
    def refuted(self) -> frozenset[str]:
        """Return the ids of the claims that it says to refute."""
        return frozenset(name for claim in self.claims for name in claim.linked(LinkKind.REFUTES))


@attrs.frozen(kw_only=True, eq=False, repr=False)
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


def relation(denial: Denial, claim: Claim, made: When | None = None) -> Relation | None:
    """
    Return how an assertion stands to a denial; None where the two are not held against each other.

    Args:
        denial: The denial.
        claim: The assertion.
        made: When it was made; None when not known.
    """
    if claim.id in denial.refuted:
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
    unsaid = [name for name, fits in zip(denied.roles, roles, strict=True) if fits is Answer.UNDECIDED]
    return _of_one_kind(denial, claim, made, unsaid)


def _of_one_kind(denial: Denial, claim: Claim, made: When | None, unsaid: list[str]) -> Relation:
    """Return the relation of an assertion of the kind and between the parties that are denied, as far as they are said."""
    questions = (_modality, _bore, _goods, _figure, _place, _title)
    answers = [found for question in questions if (found := question(denial.record, claim)) is not None]
    answers += [found for found in (_window(denial, claim), _much_later(denial, claim, made)) if found]
    for verdict in (Verdict.DIFFERENT_SCOPE, Verdict.DIFFERENT_WINDOW):
        apart = next((found for found in answers if found.verdict is verdict), None)
        if apart is not None:
            return apart
    if unsaid:
        who = f"{claim.id} does not say who the {' and the '.join(unsaid)} is, perhaps the one denied"
        answers.append(_open(who, Severity.INFO))
    if not answers:
        return Relation(verdict=Verdict.CONFLICT, severity=Severity.WARNING)
    mild = any(found.severity is Severity.INFO for found in answers)
    return _open("; ".join(found.why for found in answers), Severity.INFO if mild else Severity.WARNING)


def _other(why: str) -> Relation:
    return Relation(verdict=Verdict.DIFFERENT_SCOPE, why=why)


def _open(why: str, severity: Severity = Severity.WARNING) -> Relation:
    return Relation(verdict=Verdict.UNDECIDED, why=why, severity=severity)


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
        return _open(f"{claim.id} does not say what goods, which may be {item}", Severity.INFO)
    if items.related(item, claim.item) is Answer.NO:
        return _other(f"{claim.id} is about {claim.item}, the denial is about {item}")
    if items.may_hold(claim.item, item):
        why = f"{claim.id} is about {claim.item}, not denied as such, which may include the denied {item}"
        return _open(why, Severity.INFO)
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
    mine, theirs = printed_interval(denied), printed_interval(told)
    bounded = isfinite(mine.low) and isfinite(mine.high)
    held = isfinite(theirs.low) and isfinite(theirs.high) if bounded else within(theirs, mine)
    one = may_be_one_number(denied, told)
    return Answer.of(yes=held and one, no=not one)


def _place(denied: Record, claim: Claim) -> Relation | None:
    mine, theirs = _text(denied, "place"), _text(claim.record, "place")
    if not mine or mine == theirs:
        return None
    if not theirs:
        return _open(f"{claim.id} does not say where, which may be {mine}")
    from osintkp.vocabulary import places

    here, there = places.resolve(mine), places.resolve(theirs)
    if here.place is not None and places.within(there.place, here.place):
        return None
    if there.place is not None and places.within(here.place, there.place):
        return _open(f"{claim.id} is about {claim.record.of('place')}, which may be {denied.of('place')}")
    if any(
        places.within(one, other) or places.within(other, one)
        for one in here.candidates
        for other in there.candidates
    ):
        return _open(f"{claim.id} is about {claim.record.of('place')}, which may lie in {denied.of('place')}")
    return _other(f"{claim.id} is about {theirs}, the denial about {mine}")


def _text(record: Record, name: str) -> str:
    value = record.of(name)
    return value.strip().casefold() if isinstance(value, str) else ""


def _window(denial: Denial, claim: Claim) -> Relation | None:
    """Return the relation of an assertion that has a date of its own to the time that a denial speaks of."""
    own, event = denial.claims[0].when, claim.when
    if event is None:
        return None
    if own is not None:
        return _of_period(denial, claim, own, event)
    if denial.said is not None and denial.said.before(event) is Answer.YES:
        return _elsewhen(f"{claim.id} {_happened(claim)} {event}")
    return None


def _of_period(denial: Denial, claim: Claim, own: When, event: When) -> Relation | None:
    """Return the relation of an assertion to a denial of one time: it is denied where it lies within that."""
    if own.overlaps(event) is Answer.NO:
        return _elsewhen(f"{claim.id} is of {event}, what is denied of {own}")
    if claim.amount is not None and _much_longer(event, own):
        return _elsewhen(f"{claim.id} counts all of {event}, what is denied is of {own}")
    if event == own or event.whole.within(own.whole) is Answer.YES:
        return None
    if any((each.source, each.speaker) == (claim.source, claim.speaker) for each in denial.claims):
        return _elsewhen(f"{claim.id} is of {event}, what the same voice denies is of {own}")
    return _open(f"{claim.id} is of {event}, which may mean {own}", Severity.INFO)


def _elsewhen(why: str) -> Relation:
    return Relation(verdict=Verdict.DIFFERENT_WINDOW, why=why)


def _much_later(denial: Denial, claim: Claim, made: When | None) -> Relation | None:
    """Return the relation of an assertion without a date that was made long after what a denial speaks of."""
    by = denial.claims[0].when or denial.said
    if claim.when is not None or by is None or by.latest is None or made is None or made.earliest is None:
        return None
    if made.earliest - by.latest <= MONTH:
        return None
    return _open(f"{claim.id} has no date and was told {made}, but may be of a time by {by}", Severity.INFO)


def _much_longer(event: When, denied: When) -> bool:
    """Tell whether a count runs over a quarter more than the days of a denial, so that it is of much else."""
    if event.earliest is None or event.latest is None or denied.earliest is None or denied.latest is None:
        return False
    return (event.latest - event.earliest) - (denied.latest - denied.earliest) > QUARTER


def _happened(claim: Claim) -> str:
    return "was signed" if claim.kind == "treaty" else "is of"


def _title(denied: Record, claim: Claim) -> Relation | None:
    """Hold two titles against each other: a denial of agreements in general means any, one of a thing by name only that."""
    mine, theirs = _text(denied, "title"), _text(claim.record, "title")
    if not mine or not theirs or mine == theirs:
        return None
    what, other = _subjects(mine, denied), _subjects(theirs, denied)
    shown = f"{claim.record.of('title')!r}", f"{denied.of('title')!r}"
    if what and not other:
        return _open(f"{shown[0]} is not denied as such, but may be the denied {shown[1]}", Severity.INFO)
    if what and not what & other:
        return _other(f"{shown[0]} is not {shown[1]}")
    return _open(f"{shown[0]} may be one of what is denied, {shown[1]}")


def _subjects(title: str, record: Record) -> frozenset[str]:
    """Return the words of a title that tell what it is about: not that it is an agreement, nor between whom."""
    known = [actors.actor(actor) for actor in parties(record) if actors.known(actor)]
    names = " ".join(" ".join((actor.name, *actor.adjectives)) for actor in known).casefold().split()
    words = "".join(letter if letter.isalnum() else " " for letter in title).split()
    return frozenset(word.removesuffix("s") for word in words if word not in names) - FORMAL


def kind_of(kind: str) -> str:
    """
    Return the kind of a record in words.

    Example:
        >>> kind_of("troop_deployment")
        'troop deployment'
    """
    return kind.replace("_", " ")
