"""
A transfer is told of that a standing embargo forbids.

Every shipment, and every cargo that was seized on its way, is held against the embargoes of the reference data: on its
recipient, and on its sender where exports are forbidden. What decides is asked in turn: is the target the very actor under
embargo or a body of it, are the goods certainly those that are forbidden, did the embargo stand at the time, does it bind
the other side, may a proviso make it lawful, is it told as a fact? One open question makes the finding undecided, and it
says what is missing. One finding gathers all claims about the same parties and the same embargo.

## Why it matters
"In breach of sanctions" is written of transfers that nothing forbids, and left out where something does: the arms embargo
on Iran's exports ended in October 2020 and came back in September 2025, that on the Houthis is none on Yemen, and
that on Darfur does not cover Port Sudan. The paragraph, its dates and its proviso settle which it is.

## Found
```toml
[source]
id = "panel"
published = "2023-02-21"
[[claim]]
id = "rifles"
quote = "2,116 assault rifles bound for the Houthis"
seizure = { actor = "US", sender = "IR", recipient = "houthis", item = "weapons/small-arms/rifle", amount = "2116 rifle", when = "2023-01-06" }
```

## Not found
Ammunition of Iran for Russia in 2022, after the ban on Iran's arms exports had ended; rifles for the government of Yemen,
which is under no embargo; arms for the Houthis that are only promised.
```toml
[source]
id = "wire"
published = "2022-12-10"
[[claim]]
id = "rounds"
quote = "artillery rounds from Iran"
shipment = { sender = "IR", recipient = "RU", item = "munitions/artillery/shell", when = "2022-11" }
[[claim]]
id = "army"
quote = "rifles for the army in Aden"
shipment = { sender = "AE", recipient = "ye-ministry-of-defence", item = "weapons/small-arms/rifle", when = "2022-11" }
[[claim]]
id = "promise"
quote = "promised the Houthis rockets"
modality = "pledged"
shipment = { sender = "IR", recipient = "houthis", item = "munitions/rocket" }
```

## Assumptions
A transfer without a date is taken to be of the time at which it was told where that is itself dated, as what somebody said on
a day is, and the embargo had stood for a year; in a text's own voice, where it had stood for ten. Else that is left open, and
only told, not warned of, where the embargo is less than a year old or the source tells of older transfers between the same
parties. A transfer over a period is held against an embargo by the part of it in which the embargo stood; what began before
an embargo of less than a year need not have gone on under it. What a vague date may put before an embargo is only told.
Officials and agencies stand for their state; an armed group is never its state. What moves between two targets
of one embargo stays inside it. Arms and related materiel are the military classes of the taxonomy; trucks, transport
aircraft and other goods of two uses are not counted as arms. What could be held, and what is denied, is no transfer.

## References
The instruments of ``data/embargoes.json``, each with its paragraph, its citation and whether it is from memory.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from osintkp.checks._embargoes import Case, cases, held, party
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import HOPED, PROMISED, REAL
from osintkp.facts import Embargo
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, Measure, Modality, Severity, Stance, Verdict

CODE = "LAW102"
KINDS = ("shipment", "seizure")
MOST_LINES = 20
MOST_KINDS = 6
MOST_LAWS = 5
UNDATED = "a transfer without a date is of the time at which it was told"
BODIES = "officials and agencies stand for their state"
WHEN = "when was it sent?"
TOLD = {Modality.ALLEGED: "alleged", Modality.ESTIMATED: "estimated"}


def _parties(claim: Claim) -> Hashable | None:
    if claim.kind not in KINDS or claim.stance is not Stance.ASSERTS or claim.modality is Modality.CAPACITY:
        return None
    ends = tuple(party(claim, role) for role in ("sender", "recipient"))
    return tuple(end and actors.root(end) for end in ends) if any(ends) else None


GROUPS = by_topic(_parties, least=1)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each embargo on the parties of the group, and one for goods that are not said closely enough."""
    found = cases(group, [claim for claim in group.claims if _moves(claim)])
    real = [case for case in found if case.claim.modality in REAL]
    plain = [case for case in real if case.goods is Answer.YES]
    for mine in _by_embargo(plain):
        yield _finding(mine)
    settled = {case.claim.id for case in plain}
    yield from _unclear([case for case in real if case.claim.id not in settled])
    hoped = [case for case in found if case.claim.modality in HOPED | PROMISED and case.goods is Answer.YES]
    for mine in _by_embargo(hoped):
        yield _would(mine)


def _moves(claim: Claim) -> bool:
    """Tell whether something moves: no holding, and not an amount of nothing."""
    nothing = claim.amount is not None and claim.amount.high is not None and claim.amount.high <= 0
    return claim.record.of("measure") is not Measure.STOCK and not nothing


def _by_embargo(found: Iterable[Case]) -> Iterator[list[Case]]:
    by: dict[str, list[Case]] = {}
    for case in found:
        by.setdefault(case.embargo.id, []).append(case)
    yield from by.values()


def _finding(found: list[Case]) -> Finding:
    """Return the finding on transfers of goods that an embargo certainly covers; those that leave least open lead."""
    embargo = found[0].embargo
    fewest = min(map(_openness, found))
    lead = [case for case in found if _openness(case) == fewest]
    tail = _rest([case for case in found if case not in lead])
    if lead[0].sure:
        message = f"{_subject(lead)}: forbidden by {_law(embargo)}{tail}"
        return _told(found, message, Verdict.CONFLICT, Severity.ERROR)
    message = f"{_subject(lead)}: {_breach(lead[0])}{tail}; missing: {' '.join(_questions(lead[0]))}"
    severity = Severity.INFO if lead[0].possible else Severity.WARNING
    return _told(found, message, Verdict.UNDECIDED, severity)


def _breach(case: Case) -> str:
    """Return under what conditions a transfer is a breach, in words."""
    conditions = [condition for condition, _ in _open(case)]
    words = f"a breach of {_law(case.embargo)}{' if ' if conditions else ''}{' and '.join(conditions)}"
    return f"{words}, unless {case.embargo.proviso}" if case.embargo.proviso else f"{words}, none if not"


def _questions(case: Case) -> Iterator[str]:
    yield from (question for _, question in _open(case))
    if case.embargo.proviso is not None:
        yield "does that exception hold?"


def _open(case: Case) -> Iterator[tuple[str, str]]:
    """Give what has to hold for a breach, beside a proviso, each with the question that it leaves."""
    mode = case.claim.modality
    if mode in TOLD:
        yield f"what is only {TOLD[mode]} is so", "did it take place?"
    if case.part is not None:
        yield f"any of it was sent in {case.part}, the part of {case.event} in which the embargo stood", WHEN
    elif case.time is Answer.UNDECIDED:
        older = " and not earlier, as others in the same source were" if case.older else ""
        yield f"it was sent while the embargo stood{older}", WHEN


def _openness(case: Case) -> tuple[bool, int, tuple[tuple[str, str], ...]]:
    opened = tuple(_open(case))
    return case.possible, len(opened), opened


def _rest(found: list[Case]) -> str:
    """Return what the other claims leave open beyond that, in words."""
    by: dict[str, list[str]] = {}
    for case in found:
        why = (
            f"only {TOLD[case.claim.modality]}" if case.claim.modality in TOLD else "not surely of that time"
        )
        by.setdefault(why, []).append(case.claim.id)
    said = (f"{listed(ids)} {'is' if len(ids) == 1 else 'are'} {why}" for why, ids in sorted(by.items()))
    return "".join(f"; {each}" for each in said)


def _subject(found: list[Case]) -> str:
    claims = _claims(found)
    goods = listed(dict.fromkeys(_goods(claim) for claim in claims))
    ends = [
        listed(dict.fromkeys(party(claim, role) or "nobody named" for claim in claims))
        for role in ("sender", "recipient")
    ]
    return f"{listed(claim.id for claim in claims)}: {goods} from {ends[0]} to {ends[1]}"


def _goods(claim: Claim) -> str:
    return "goods that nobody names" if claim.item is None else items.name(claim.item)


def _law(embargo: Embargo) -> str:
    since = f", since {embargo.since}" if embargo.since is not None else ""
    until = f" until {embargo.until}" if embargo.until is not None else ""
    return f"{embargo.instrument} (on {embargo.on}{since}{until})"


def _unclear(found: list[Case]) -> Iterator[Finding]:
    """Give one finding for each class of goods that may hold forbidden ones, over all embargoes."""
    by: dict[str | None, list[Case]] = {}
    for case in found:
        by.setdefault(case.claim.item, []).append(case)
    for item, mine in by.items():
        embargoes = list({case.embargo.id: case.embargo for case in mine}.values())
        kinds = dict.fromkeys(items.name(path) for each in embargoes for path in held(item, each))
        opened = dict.fromkeys(question for case in mine[:1] for _, question in _open(case))
        message = (
            f"{_subject(mine)}: may be forbidden, by {listed(map(_law, embargoes), most=2)}, if any of it is "
            f"{_or(kinds)}; missing: {' '.join(['what goods?', *opened])}"
        )
        military = any(case.military and not case.possible for case in mine)
        yield _told(mine, message, Verdict.UNDECIDED, Severity.WARNING if military else Severity.INFO)


def _or(names: Iterable[str]) -> str:
    every = list(names)
    shown = every if len(every) <= MOST_KINDS else [*every[: MOST_KINDS - 1], "the like"]
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _would(found: list[Case]) -> Finding:
    modes = listed(sorted({str(case.claim.modality) for case in found}))
    message = f"{_subject(found)}: only {modes}; would be a breach of {_law(found[0].embargo)} if it is done"
    return _told(found, message, Verdict.UNDECIDED, Severity.INFO)


def _told(found: list[Case], message: str, verdict: Verdict, severity: Severity) -> Finding:
    laws = list({case.embargo.id: case.embargo for case in found}.values())
    assumed = {embargo.cited: None for embargo in laws[:MOST_LAWS]}
    if any(case.claim.when is None and case.time is Answer.YES for case in found):
        assumed[UNDATED] = None
    if any(_body(case) for case in found):
        assumed[BODIES] = None
    return finding(
        verdict,
        message,
        tuple(_claims(found)),
        working=tuple([line for case in found for line in _line(case)][:MOST_LINES]),
        assumptions=tuple(assumed),
        severity=severity,
    )


def _body(case: Case) -> bool:
    ends = (party(case.claim, "sender"), party(case.claim, "recipient"))
    return case.embargo.on not in ends


def _line(case: Case) -> Iterator[str]:
    claim, embargo = case.claim, case.embargo
    when = (
        "no date" if case.event is None else f"told {case.event}" if claim.when is None else str(case.event)
    )
    span = f"{embargo.since or '..'}/{embargo.until or '..'}"
    mode = f", {claim.modality}" if claim.modality is not Modality.STATED else ""
    seized = ", seized on its way" if claim.kind == "seizure" else ""
    yield f"{claim.id}: {claim.item or 'goods'}{seized}{mode}, {when} in {span} ({embargo.id}): {case.time}"


def _claims(found: Iterable[Case]) -> list[Claim]:
    return list({case.claim.id: case.claim for case in found}.values())
