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

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

import attrs

from osintkp.checks._agreeing import agreeing
from osintkp.checks._behind import Figures, by_figure, repeated, retold, risen, unshown_part
from osintkp.checks._figures import ROUNDING
from osintkp.checks._harmless import harmless
from osintkp.checks._told import Told, tellings
from osintkp.checks._topics import BY_FIGURE
from osintkp.checks._two_things import (
    linked,
    one_text,
    one_voice,
    other_goods,
    part_of_the_other,
    people_and_goods,
    shares,
    told_long_apart,
)
from osintkp.difference import PLACES, Difference
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.origins import SAME_BODY
from osintkp.triage import between
from osintkp.vocabulary.scales import Answer, LinkKind, Severity, Verdict
from osintkp.windows import Foreseen, foreseen

CODE = "QTY101"
GROUPS = BY_FIGURE
OTHER_ITEM = Verdict.DIFFERENT_ITEM
MANY = 12
SEVERAL = 4
MOST_TOLD, NEXT = 150, 30
MOST_LINES = 20
_Pair = tuple[Told, Told]
_Kind = tuple[Severity, Verdict]
FIELDS = (*PLACES, "calibre", "measure")
_CLASH = Severity.ERROR, Verdict.CONFLICT


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for the figures that agree, and one for each two that clash or need not be equal."""
    told = tellings(group)
    for circle in agreeing(group, told, _may_agree):
        yield _agreement(circle)
    yield from _told_apart(group, told, above_info=False)


def grave(group: Group) -> Iterator[Finding]:
    """Give what is above info alone: agreements and reconciliations are neither looked for nor put into words."""
    return iter(()) if harmless(group) else _told_apart(group, tellings(group), above_info=True)


def _told_apart(group: Group, told: list[Told], *, above_info: bool) -> Iterator[Finding]:
    """Give what is found of every two figures without a common number."""
    topic = _Topic(group=group, by_id={each.first.id: each for each in told}, by_figure=by_figure(told))
    alike: dict[_Kind, list[_Pair]] = {}
    for apart, pair, kind in _kinds(topic, _pairs(told)):
        if above_info and kind[0] is Severity.INFO:
            continue
        pairs = alike.setdefault(kind, [])
        if apart is not None and len(pairs) < MOST_LINES:
            topic.known[pair] = apart
        pairs.append(pair)
    for kind, pairs in sorted(alike.items()):
        few = MANY if kind[0] is Severity.ERROR else SEVERAL
        if len(pairs) > few:
            yield _together(topic, pairs)
        else:
            yield from (_finding(apart) for apart in _worked_out(topic, pairs))


def _kinds(topic: "_Topic", pairs: Iterator[_Pair]) -> "Iterator[tuple[_Apart | None, _Pair, _Kind]]":
    """
    Give the pairs that come to something, each with what kind of thing, and with all of it where that had to be worked out.

    What two come to that are like two met before is known.
    """
    known: dict[tuple[int, int], Foreseen | None] = {}
    parts = {told for told in topic.by_id.values() if told.links and told.first.linked(LinkKind.PART_OF)}
    for pair in pairs:
        one, other = pair
        sorts = one.sort, other.sort
        if sorts not in known:
            known[sorts] = foreseen(one.facets, other.facets)
        ahead = known[sorts]
        if (
            ahead is not None
            and (ahead.part is None or pair[ahead.part].high < pair[1 - ahead.part].low)
            and not (one.pure or linked(one, other))
            and (parts.isdisjoint(pair) or part_of_the_other(topic.group, one, other, topic.by_id) is None)
        ):
            yield None, pair, (Severity.INFO, ahead.verdict)
            continue
        if _surely(one, other):
            yield None, pair, _CLASH
            continue
        apart = _apart(topic, one, other)
        if apart is not None:
            yield apart, pair, (apart.severity, apart.found.verdict)


def _surely(one: Told, other: Told) -> bool:
    """Tell whether two figures without a common number differ in nothing else, and two told them: then they clash."""
    if one.sort != other.sort or one.origin.id == other.origin.id or one_text(one, other):
        return False
    return one.plain and other.plain


def _worked_out(topic: "_Topic", pairs: list[_Pair]) -> "Iterator[_Apart]":
    """Give what some pairs come to that do come to something."""
    return filter(None, (topic.known.get(pair) or _apart(topic, *pair) for pair in pairs))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Topic:
    """The figures of a topic, by the id of their first claim, and by who gave them; what some pairs come to."""

    group: Group
    by_id: dict[str, Told]
    by_figure: Figures
    known: "dict[_Pair, _Apart]" = attrs.field(factory=dict)


class _Apart(NamedTuple):
    """What two figures without a common number come to; put into words where it is told."""

    one: Told
    other: Told
    found: Difference
    severity: Severity = Severity.INFO
    assumptions: tuple[str, ...] = ()
    bands: bool = False

    @property
    def message(self) -> str:
        return f"{self.one.says}, {self.other.says}; {self.found.why}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The working: what both stand for, where their bands are all that there is."""
        return (self.one.standing, self.other.standing) if self.bands else self.found.working


def _finding(apart: _Apart) -> Finding:
    return finding(
        apart.found.verdict,
        apart.message,
        (*apart.one.claims, *apart.other.claims),
        working=apart.lines,
        assumptions=apart.assumptions,
        severity=apart.severity,
    )


def _pairs(told: list[Told]) -> Iterator[_Pair]:
    """Give every two figures without a common number; of very many each with those next to it by goods and time alone."""
    if len(told) <= MOST_TOLD:
        for number, one in enumerate(told):
            for other in one.missed(told[number + 1 :]):
                yield one, other
        return
    ordered = sorted(told, key=_place)
    for number, one in enumerate(ordered):
        for other in one.missed(ordered[number + 1 : number + 1 + NEXT]):
            yield (one, other) if _first(one) < _first(other) else (other, one)


def _first(told: Told) -> str:
    return told.first.id


def _place(told: Told) -> tuple[str, date, str]:
    when = told.first.when
    return told.first.item or "", (when and when.earliest) or date.min, told.first.id


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


def _apart(topic: _Topic, one: Told, other: Told) -> _Apart | None:
    """Return what two figures without a common number come to; None for two things that nobody takes for one."""
    group, pure = topic.group, one.pure and other.pure and shares(one, other)
    unlike = one.sort != other.sort and one.facets.thing != other.facets.thing
    if (unlike and other_goods(one, other)) or (pure and one_text(one, other)):
        return None
    tied = one.links or other.links
    found = None
    if tied or one.sort != other.sort:
        found = (
            (people_and_goods(one.facets, other.facets) if unlike else None)
            or (part_of_the_other(group, one, other, topic.by_id) if tied else None)
            or between(one.facets, other.facets, group.as_of)
            or (unshown_part(group, one, other) or repeated(group, one, other) if tied else None)
        )
    if found is not None:
        two_things = found.verdict is OTHER_ITEM and not linked(one, other)
        if two_things and one_voice(one, other):
            return None
        return _Apart(one, other, found)
    return _clash(topic, one, other, _open(one, other, pure=pure))


def _clash(topic: _Topic, one: Told, other: Told, left_open: tuple[str | None, Severity]) -> _Apart:
    """Return what two figures come to that differ in nothing but their numbers, by what is left open between them."""
    why, severity = left_open
    if why is not None:
        return _plain(one, other, Difference(Verdict.UNDECIDED, why), severity)
    old = retold(topic.group, one, other, topic.by_figure)
    if old is not None:
        return _Apart(one, other, old)
    later = risen(one, other)
    if later is not None:
        return _plain(one, other, Difference(Verdict.DIFFERENT_WINDOW, later), assumptions=())
    if _revised(one, other):
        why = (
            f"{one.origin.id} gave the one as of {one.as_of}, the other as of {other.as_of}, and says no why"
        )
        assumed = (ROUNDING, SAME_BODY)
        return _plain(one, other, Difference(Verdict.REVISION, why), Severity.WARNING, assumed)
    why = "they are about the same thing and cannot both hold"
    return _plain(one, other, Difference(Verdict.CONFLICT, why), Severity.ERROR)


def _plain(
    one: Told, other: Told, found: Difference, severity: Severity = Severity.INFO, assumptions: tuple[str, ...] = (ROUNDING,)
) -> _Apart:  # fmt: skip
    """Return two figures that are no more than different numbers: what they stand for is all the working."""
    return _Apart(one, other, found, severity, assumptions, bands=True)


def _open(one: Told, other: Told, *, pure: bool) -> tuple[str | None, Severity]:
    """Return what leaves it open whether two figures are about one thing, and how grave that is; None where nothing does."""
    lacks = _lacks(one, other)
    if one_voice(one, other):
        same = lacks is None and _alike(one, other)
        return (
            f"{one.first.source} tells both in one voice: two things, or a slip if it means one",
            Severity.WARNING if same else Severity.INFO,
        )
    if pure:
        missing = "missing is whether both are shares of one whole: a conflict if they are, no clash if not"
        return missing, Severity.WARNING
    if lacks is None:
        return None, Severity.ERROR
    later = told_long_apart(one, other)
    if later is not None:
        return f"{lacks}; {later}: no clash unless both mean one time", Severity.INFO
    return f"{lacks}: a conflict if it is the same, no clash if not", Severity.WARNING


def _alike(one: Told, other: Told) -> bool:
    """Tell whether two figures are the same in everything but the number, their goods and their window named."""
    mine, theirs = one.facets, other.facets
    if mine.item is None or mine.window is None or mine.amount is None or theirs.amount is None:
        return False
    return (mine.item, mine.claim.when, mine.claim.modality, mine.amount.unit) == (
        theirs.item,
        theirs.claim.when,
        theirs.claim.modality,
        theirs.amount.unit,
    ) and all(mine.claim.record.of(name) == theirs.claim.record.of(name) for name in FIELDS)


def _lacks(one: Told, other: Told) -> str | None:
    """Return what one of two figures does not say; None where nothing is missing."""
    if one.facets.window is None or other.facets.window is None:
        blank = [told.first.id for told in (one, other) if told.facets.window is None]
        return f"{' and '.join(blank)} give{'s' * (len(blank) == 1)} no window"
    if one.facets.item == other.facets.item:
        return None
    unnamed = [told.first.id for told in (one, other) if told.facets.item is None]
    return f"{unnamed[0]} names no goods" if len(unnamed) == 1 else None


def _revised(one: Told, other: Told) -> bool:
    """Tell whether one origin gave the two figures at times of which one was certainly before the other."""
    if not one.origin.known or one.origin.id != other.origin.id or one.as_of is None or other.as_of is None:
        return False
    return Answer.YES in (one.as_of.before(other.as_of), other.as_of.before(one.as_of))


def _together(topic: _Topic, pairs: list[_Pair]) -> Finding:
    """Tell many pairs of one kind as one: the working has the reason for each of the first, then their arithmetic once."""
    ids = {name for told in set(chain.from_iterable(pairs)) for name in told.ids}
    claims = tuple(claim for claim in topic.group.claims if claim.id in ids)
    shown, more = list(_worked_out(topic, pairs[:MOST_LINES])), len(pairs) - MOST_LINES
    first = shown[0]
    message = f"{len(pairs)} pairs among {len(claims)} claims, like this one: {first.message}"
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
