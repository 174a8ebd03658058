"""
A figure or a grave event is told, and nobody is named who says so.

Two ways of telling are meant: "it was reported", "officials say", and a figure that a source puts in its own voice though it
can hardly have counted for itself; for an event without a figure a publisher that is named answers with its own name, and its
own "dozens" or "hundreds" are told for information. Grave are shipments of arms, deployments of forces, losses and seizures.
What the same source says elsewhere with a name, and what its coder could trace, is told apart, and so is what somebody who is
named says of the same thing. Opinions, statements, meetings, treaties and limits are not asked for a name.

## Why it matters
A number that nobody signed cannot be weighed: not by who would know it, nor by who would gain from it, and two such numbers
do not confirm each other.

## Found
```toml
[source]
id = "daily"
[[claim]]
id = "rifles"
quote = "some 20,000 rifles reportedly arrived"
speaker = "unknown"
shipment = { sender = "AE", recipient = "LY", item = "weapons/small-arms/rifle", amount = "~20000 rifle", when = "2019" }
```

## Not found
The paper gives the figure in its own voice, and says a few lines on who counted.
```toml
[source]
id = "daily"
[[claim]]
id = "rifles"
quote = "20,000 rifles arrived"
part = "lede"
shipment = { sender = "AE", recipient = "LY", item = "weapons/small-arms/rifle", amount = "20000 rifle", when = "2019" }
[[claim]]
id = "counted"
quote = "about 20,000 rifles, the panel found"
speaker = "un-panel-of-experts-libya"
shipment = { sender = "AE", recipient = "LY", item = "weapons/small-arms/rifle", amount = "~20000 rifle", when = "2019" }
```

## Assumptions
News media have what they print of others from somebody. A publisher that is itself a body which acts or looks, like a ministry,
an agency of the UN or a research group, names itself by publishing. One finding is given for each source and each two parties.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._figures import worded
from osintkp.checks._lineage import MOST_LINES
from osintkp.checks._named import TOLD, Named, can_be_equal, counts
from osintkp.checks._relations import kind_of
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.evidence import UNKNOWN
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.lineage.matters import bodies
from osintkp.origins import SAME_BODY
from osintkp.units import Amount, Comparator
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "SRC103"
GRAVEST = Severity.WARNING
KINDS = frozenset({"shipment", "troop_deployment", "loss", "seizure"})
ARMS = (
    "weapons", "munitions", "missiles", "air-defence", "aircraft", "vehicles/tank", "vehicles/armoured", "ships/warship",
    "ships/submarine", "aid/military",
)  # fmt: skip
PRESS = "news media, and publishers of whom nothing is known, have what they print of others from somebody"


def _about(claim: Claim) -> Hashable | None:
    if claim.kind not in KINDS or claim.stance is not Stance.ASSERTS or not any(claim.record.topic):
        return None
    return (claim.kind, bodies(claim))


GROUPS = by_topic(_about, least=1)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Nameless:
    """
    A claim for which its source names nobody, with what there is in place of a name.

    Attributes:
        claim: The claim.
        traced: The known origin that its coder or a repetition leads to; None where nothing does.
        met: A claim of a known origin about the same thing; None where there is none.
    """

    claim: Claim
    traced: str | None = None
    met: Claim | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a figure that nothing stands behind; "dozens" in a source's own voice is background, and none."""
        vague = self.claim.speaker is None and _vague(self.claim.amount)
        return counts(self.claim) and not vague and self.traced is None and self.met is None


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each source of a topic that names nobody for a figure or a grave event."""
    named, nameless = [], []
    for claim in group.claims:
        if _named(claim, group):
            named.append(claim)
        elif _asks_for_a_name(claim):
            nameless.append(claim)
    if not nameless:
        return
    known = Named.of([claim for claim in named if group.origin(claim).known])
    at_home = _by_source(named)
    for name, claims in _by_source(nameless).items():
        home = Named.of(at_home.get(name, []))
        found = [
            _traced(claim, group, known)
            for claim in claims
            if not home.says(claim) and not _own_account(claim, group)
        ]
        if found:
            yield _finding(name, found, group)


def _by_source(claims: list[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.source, []).append(claim)
    return found


def _asks_for_a_name(claim: Claim) -> bool:
    if claim.speaker is None and claim.modality not in TOLD:
        return False
    return claim.kind != "shipment" or counts(claim) or any(items.within(claim.item, root) for root in ARMS)


def _named(claim: Claim, group: Group) -> bool:
    """Tell whether the source of a claim says whom it has it from, here or in what it repeats of itself."""
    if claim.speaker not in (None, UNKNOWN):
        return True
    seen: set[str] = set()
    todo = [claim] if claim.links else []
    while todo:
        each = todo.pop()
        if each.id not in seen and each.source == claim.source:
            seen.add(each.id)
            if each.speaker not in (None, UNKNOWN):
                return True
            todo += group.linked(each, LinkKind.REPEATS)
    return False


def _vague(amount: Amount | None) -> bool:
    return amount is not None and amount.comparator is Comparator.FROM_ABOUT


def _own_account(claim: Claim, group: Group) -> bool:
    """
    Tell whether a source answers for a claim itself: nothing leads elsewhere, and its publisher acts or looks.

    For an event without a figure any publisher that is named answers.
    """
    if claim.attribution or claim.linked(LinkKind.REPEATS):
        return False
    origin = group.origin(claim)
    source = group.beyond.sources.get(origin.id)
    told = source is not None and source.publisher is not None and not counts(claim)
    return told or origin.actor is not None


def _traced(claim: Claim, group: Group, known: Named) -> Nameless:
    origin = group.origin(claim)
    traced = origin.id if origin.known and origin.actor is not None else None
    return Nameless(claim=claim, traced=traced, met=known.same(claim))


def _finding(source: str, found: list[Nameless], group: Group) -> Finding:
    bare = [each for each in found if each.bare]
    ways = [_way(each, group) for each in found]
    first = found[0].claim
    who = " to ".join(filter(None, bodies(first)))
    said = {each.claim.id: _said(each.claim) for each in found}
    told = listed(said[each.claim.id] for each in bare or found)
    message = f"{source} names nobody for {told}: {kind_of(first.kind)}, {who}; "
    if bare:
        message += "nor does a known origin elsewhere give a figure for the same; missing is who says so: without a name it counts for nothing"
    else:
        message += listed(_instead(found, ways))
    return finding(
        _verdict(found, bare),
        message,
        tuple(each.claim for each in found),
        working=tuple(
            f"{said[each.claim.id]}: {_voice(each, way)}"
            for each, way in zip(found[:MOST_LINES], ways, strict=False)
        ),
        assumptions=_assumptions(found),
        severity=Severity.WARNING if bare else Severity.INFO,
    )


def _assumptions(found: list[Nameless]) -> tuple[str, ...]:
    press = any(each.claim.speaker is None and each.traced is None for each in found)
    body = any(each.traced is not None or each.met is not None for each in found)
    return (*([PRESS] if press else []), *([SAME_BODY] if body else []))


def _verdict(found: list[Nameless], bare: list[Nameless]) -> Verdict:
    if bare:
        return Verdict.UNDECIDED
    if all(each.traced is not None for each in found):
        return Verdict.SAME_ORIGIN
    return (
        Verdict.AGREEMENT
        if all(each.met is not None and can_be_equal(each.claim, each.met) for each in found)
        else Verdict.UNDECIDED
    )


def _said(claim: Claim) -> str:
    unnamed = {"troop_deployment": "forces", "loss": "people"}.get(claim.kind, "unnamed goods")
    goods = unnamed if claim.item is None else items.name(claim.item)
    if claim.amount is None:
        return f"{goods} ({claim.id})"
    of = "" if claim.item is None or goods.endswith(claim.amount.unit or " ") else f" of {goods}"
    return f"{worded(claim.amount)}{of} ({claim.id})"


def _instead(found: list[Nameless], instead: list[tuple[str, str]]) -> list[str]:
    """Return what there is in place of names, each but once."""
    ways: dict[tuple[str, str], list[str]] = {}
    for each, way in zip(found, instead, strict=True):
        ways.setdefault(way, []).append(each.claim.id)
    it = "it" if len(found) == 1 else "them"
    return [
        f"{before} {it if len(ways) == 1 else listed(ids)} {after}".rstrip()
        for (before, after), ids in ways.items()
    ]


def _way(each: Nameless, group: Group) -> tuple[str, str]:
    """Return what there is in place of a name, in the words before and after the claim."""
    if each.traced is not None:
        return "the coding traces", f"to {each.traced}"
    if each.met is None:
        return "nobody who is named says so of", ""
    who = group.origin(each.met).id
    if each.met.amount is None or not counts(each.claim):
        return f"{who} says so of", f"by name ({each.met.id})"
    fits = "which can be the same" if can_be_equal(each.claim, each.met) else "another figure"
    return f"{who} gives {worded(each.met.amount)} for", f"by name ({each.met.id}), {fits}"


def _voice(each: Nameless, way: tuple[str, str]) -> str:
    """Return in whose voice a claim is told, and what there is in place of a name."""
    voice = "in its own voice" if each.claim.speaker is None else "said by nobody named"
    return f"{voice}; {_instead([each], [way])[0]}"
