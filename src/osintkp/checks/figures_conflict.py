"""
Two figures for the same thing cannot both hold, or there is a reason why they need not be equal.

Before it says "conflict" it asks: is one linked to the other or to its whole, is it the same item, the same modality, the
same measure, the same place, the same window, the dead or the wounded? The first difference is the verdict, and
it says so.
Only what survives is a conflict: the same thing, and bands that have no number in common, hedges and rounding allowed for.

## Why it matters
Most figures that look as if they clashed are one figure at two dates, a part and its whole, or one ministry quoted twice.
An analyst who is told which of these holds can spend the day on those that truly clash.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "drones"
quote = "120 drones"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "120 drone", when = "2024" }

[source]
id = "paper"
[[claim]]
id = "drones"
quote = "40 drones"
shipment = { sender = "IR", recipient = "SD", item = "aircraft/uncrewed", amount = "40 drone", when = "2024" }
```

## Not found
Fifty is not a clash with "around 52".
```toml
[source]
id = "wire"
[[claim]]
id = "tanks"
quote = "50 tanks"
loss = { actor = "AM", item = "vehicles/tank", amount = "50 tank", when = "2020" }

[source]
id = "paper"
[[claim]]
id = "tanks"
quote = "around 52 tanks"
loss = { actor = "AM", item = "vehicles/tank", amount = "~52 tank", when = "2020" }
```

More than a dozen clashes of one kind in a topic are told as one finding, and so are more than four reconciliations.

## Assumptions
A figure printed without a hedge may be rounded: it stands for half a unit of its last significant digit, at most 5 %.
A hedged figure stands for the band of its looseness policy. What one text tells in one voice are two things, since hardly
anybody contradicts himself in one text: only where everything else is the same may it be a slip. Percentages are only held
against each other where they may be shares of one whole. An undated count ends when it is told. In a topic of more than 150
figures each is held against the thirty next to it by goods and time, and what 150 sets of figures that agree do not take
in stands alone. What repeats another figure is what that figure is.
A toll rises from one day to the next, unless two who are named give it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from osintkp.checks._agreeing import agreeing
from osintkp.checks._apart import Apart, Kind, Pair, Topic, compared, kinds
from osintkp.checks._figures import ROUNDING
from osintkp.checks._suspected import suspected
from osintkp.checks._tallies import count_of
from osintkp.checks._told import Occasion, Told, occasions, tellings
from osintkp.checks._topics import BY_FIGURE
from osintkp.checks._two_things import linked, one_text, one_voice, people_and_goods, shares
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.origins import SAME_BODY
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "QTY101"
GROUPS = BY_FIGURE
MANY, SEVERAL = 12, 4
MOST_TOLD, NEXT = 150, 30
MOST_LINES = 20
_Met = tuple[Pair, Apart | None]


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for the figures that agree, and one for each two that clash or need not be equal."""
    told = tellings(group)
    for circle in agreeing(group, told, _may_agree):
        yield _agreement(circle)
    yield from _told_apart(Topic(group=group, told=told), _pairs(told, told))


def grave(group: Group) -> Iterator[Finding]:
    """Give what is above info alone: agreements and reconciliations are neither looked for nor put into words."""
    some = suspected(group)
    if some is not None and not some:
        return
    every = occasions(group)
    few = every if some is None else [each for each in every if count_of(each.first) in some]
    pairs = _pairs(tellings(group, few), every)
    yield from _told_apart(Topic(group=group), pairs, above_info=True)


def _told_apart(topic: Topic, pairs: Iterator[Pair], *, above_info: bool = False) -> Iterator[Finding]:
    """Give what is found of some figures without a common number, each two of them."""
    alike: dict[Kind, list[_Met]] = {}
    for apart, pair, kind in kinds(topic, pairs, above_info=above_info):
        met = alike.setdefault(kind, [])
        met.append((pair, apart if len(met) < MOST_LINES else None))
    for kind, met in sorted(alike.items(), key=_kind):
        few = MANY if kind[0] is Severity.ERROR else SEVERAL
        if len(met) > few:
            yield _together(topic, met)
        else:
            yield from map(_finding, _worked_out(topic, met))


def _kind(met: tuple[Kind, list[_Met]]) -> Kind:
    return met[0]


def _worked_out(topic: Topic, some: list[_Met]) -> Iterator[Apart]:
    """Give what some pairs come to that do come to something."""
    return filter(None, (apart or compared(topic, *pair) for pair, apart in some))


def _finding(apart: Apart) -> Finding:
    return finding(
        apart.found.verdict,
        apart.message,
        (*apart.one.claims, *apart.other.claims),
        working=apart.lines,
        assumptions=apart.assumptions,
        severity=apart.severity,
    )


def _pairs(told: list[Told], every: Sequence[Told | Occasion]) -> Iterator[Pair]:
    """
    Give every two figures without a common number; of very many each with those next to it by goods and time alone.

    Args:
        told: The figures to look at.
        every: All of the topic, those among them: who is next to whom hangs on all.
    """
    if len(every) <= MOST_TOLD:
        for number, one in enumerate(told):
            for other in one.missed(told[number + 1 :]):
                yield one, other
        return
    rank = {first.id: place for place, first in enumerate(sorted((each.first for each in every), key=_place))}
    ordered = sorted(told, key=lambda each: rank[each.first.id])
    ranks = [rank[each.first.id] for each in ordered]
    for number, one in enumerate(ordered):
        for other in one.missed(ordered[number + 1 : bisect_right(ranks, ranks[number] + NEXT)]):
            yield (one, other) if one.first.id < other.first.id else (other, one)


def _place(claim: Claim) -> tuple[str, date, str]:
    when = claim.when
    return claim.item or "", (when and when.earliest) or date.min, claim.id


def _may_agree(one: Told, other: Told) -> bool:
    """Tell whether two figures that share a number can be one; what one text tells in two numbers is two things."""
    mine, theirs = one.facets, other.facets
    if mine.people is not None and people_and_goods(mine, theirs) is not None:
        return False
    if not one_text(one, other) or mine.amount == theirs.amount or linked(one, other):
        return True
    return not (one_voice(one, other) or shares(one, other))


def _agreement(circle: list[Told]) -> Finding:
    claims = tuple(claim for told in circle for claim in told.claims)
    working = tuple(told.standing for told in circle)
    if circle[0].origin.known and len({told.origin.id for told in circle}) == 1:
        message = (
            f"{_all(circle)}; all go back to {circle[0].origin.id}: one origin, told {len(claims)} times"
        )
        return finding(
            Verdict.SAME_ORIGIN, message, claims, working=working, assumptions=(ROUNDING, SAME_BODY)
        )
    message = f"{_all(circle)}; all can hold"
    return finding(Verdict.AGREEMENT, message, claims, working=working, assumptions=(ROUNDING,))


def _together(topic: Topic, some: list[_Met]) -> Finding:
    """Tell many pairs of one kind as one: the working has the reason for each of the first, then their arithmetic once."""
    ids = {name for told in set(chain.from_iterable(pair for pair, _ in some)) for name in told.ids}
    claims = tuple(claim for claim in topic.group.claims if claim.id in ids)
    shown, more = list(_worked_out(topic, some[:MOST_LINES])), len(some) - MOST_LINES
    first = shown[0]
    message = f"{len(some)} pairs among {len(claims)} claims, like this one: {first.message}"
    arithmetic = dict.fromkeys(line for apart in shown for line in apart.lines)
    lines = [*(apart.message for apart in shown), *arithmetic]
    left, what = (more, "pair") if more > 0 else (len(lines) - MOST_LINES, "line")
    rest = [f"and {left} more {what}{'s' * (left > 1)}"] if left > 0 else []
    return finding(
        first.found.verdict,
        message,
        claims,
        working=(*lines[:MOST_LINES], *rest),
        assumptions=first.assumptions,
        severity=first.severity,
    )


def _all(circle: list[Told]) -> str:
    return ", ".join(told.says for told in circle)
