"""
A figure that is linked as a part of another cannot be larger than it; where it fits, the two do not clash.

Several parts are added up where nothing can be in two of them: other goods, another calibre, other places at one time.

## Why it matters
"Ten thousand were sent" and "eight thousand are at the front" look like two counts of one thing and are a whole and its part.
A part that is larger than its whole, on the other hand, shows that one of the two was misread, mistranslated or is of another day.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "camp"
quote = "a camp of 12,000 fighters"
troop_deployment = { sender = "SY", recipient = "LY", amount = "12000 person" }
[[claim]]
id = "front"
quote = "18,000 of them are at the front"
troop_deployment = { sender = "SY", recipient = "LY", amount = "18000 person" }
links = [{ kind = "part_of", claim = "wire/camp" }]
```

## Not found
The part is nearly the whole, and the whole is hedged: nothing says that it is larger.
```toml
[source]
id = "wire"
[[claim]]
id = "camp"
quote = "a camp of around 12,000 fighters"
troop_deployment = { sender = "SY", recipient = "LY", amount = "~12000 person" }
[[claim]]
id = "front"
quote = "11,900 of them are at the front"
troop_deployment = { sender = "SY", recipient = "LY", amount = "11900 person" }
links = [{ kind = "part_of", claim = "wire/camp" }]
```

## Assumptions
A figure printed without a hedge may be rounded: it stands for half a unit of its last significant digit, at most 5 %.
A hedged figure stands for the band of its looseness policy. Parts are added only where the goods taxonomy, the calibres or
the table of places keep them apart, and where no link joins them; that they lie in the whole at the same time is taken for granted.
"""

from collections.abc import Iterator

from osintkp.checks._figures import (
    LOOSENESS,
    ROUNDING,
    asserted,
    certainly_above,
    linked_to,
    percent,
    standing,
    worded,
)
from osintkp.checks._wording import figure, listed, number
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, by_link, finding
from osintkp.units import Amount, Band, ratio
from osintkp.units.amount import height, printed_interval
from osintkp.units.arithmetic import restated
from osintkp.units.comparing import below, least_together
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer, LinkKind, Measure, Severity, Verdict

CODE = "QTY102"
GROUPS = by_link(LinkKind.PART_OF)
APART = "the parts do not overlap, since they differ in {}, and they were in the whole at the same time"

_Part = tuple[Claim, Amount]


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each part with its whole, and one where exclusive parts together exceed it."""
    whole = linked_to(group)
    if whole.amount is None or not asserted(whole):
        return
    fitting: list[_Part] = []
    for part in group.claims:
        if part is whole or part.amount is None or not asserted(part):
            continue
        if part.amount.dimension != whole.amount.dimension:
            yield _not_comparable(part, part.amount, whole, whole.amount)
        elif certainly_above(part.amount, whole.amount):
            yield _exceeds(part, part.amount, whole, whole.amount)
        else:
            fitting.append((part, part.amount))
            yield _fits(part, part.amount, whole, whole.amount)
    yield from _sum_exceeds(fitting, whole, whole.amount)


def _not_comparable(part: Claim, mine: Amount, whole: Claim, all_of_it: Amount) -> Finding:
    message = (
        f"{part.id} gives {worded(mine)} as a part of {whole.id}, which gives {worded(all_of_it)}: {mine.unit or 'a number'} and "
        f"{all_of_it.unit or 'a number'} are not comparable; in one unit the part must not be the larger"
    )
    return finding(Verdict.UNDECIDED, message, (part, whole), severity=Severity.WARNING)


def _exceeds(part: Claim, mine: Amount, whole: Claim, all_of_it: Amount) -> Finding:
    message = (
        f"{part.id} gives {worded(mine)} as a part of {whole.id}, which gives only {worded(all_of_it)}: "
        "a part cannot be larger than its whole"
    )
    return finding(
        Verdict.CONFLICT,
        message,
        (part, whole),
        working=(standing(part, mine), standing(whole, all_of_it)),
        assumptions=(ROUNDING, LOOSENESS),
        severity=Severity.ERROR,
    )


def _fits(part: Claim, mine: Amount, whole: Claim, all_of_it: Amount) -> Finding:
    of_the_whole, working = _share(mine, all_of_it)
    said = f"{part.id} ({worded(mine)}) is a part of {whole.id} ({worded(all_of_it)})"
    if not _larger_as_printed(mine, all_of_it):
        message = f"{said}: {of_the_whole}, so the two figures do not clash"
        return finding(
            Verdict.PART_OF, message, (part, whole), working=working, assumptions=(ROUNDING, LOOSENESS)
        )
    message = (
        f"{said} and the larger of the two as printed: a conflict if both figures are exact, none if they are rounded or hedged "
        "as far as they may be"
    )
    return finding(
        Verdict.UNDECIDED,
        message,
        (part, whole),
        working=(standing(part, mine), standing(whole, all_of_it)),
        assumptions=(ROUNDING, LOOSENESS),
        severity=Severity.WARNING,
    )


def _larger_as_printed(part: Amount, whole: Amount) -> bool:
    if part.greater(whole) is Answer.YES:
        return True
    mine, limit = restated(part, whole.unit), whole.high if whole.best is None else whole.best
    least = mine.low if mine.best is None else mine.best
    return least is not None and limit is not None and least > limit


def _share(part: Amount, whole: Amount) -> tuple[str, tuple[str, ...]]:
    """Return what share of the whole a part is, in words and as arithmetic."""
    mine, share = restated(part, whole.unit), ratio(part, whole)
    if mine.best is None or whole.best is None or share.best is None:
        return f"{_bounds(share)} of it", ()
    above, below = figure(mine.best), figure(whole.best)
    sum_ = f"{above} {whole.unit} / {below} {whole.unit} = {percent(share.best)}".replace("  ", " ")
    return f"{above} of {below} ({percent(share.best)})", (sum_,)


def _bounds(share: Band) -> str:
    ends = [percent(end) for end in (share.low, share.high) if end is not None]
    if len(ends) == 1:
        return f"{ends[0]} or {'more' if share.high is None else 'less'}"
    return " to ".join(ends) or "an unknown share"


def _sum_exceeds(parts: list[_Part], whole: Claim, all_of_it: Amount) -> Iterator[Finding]:
    chosen, why = _exclusive(parts)
    parts_of_it = [printed_interval(amount, all_of_it.unit) for _, amount in chosen]
    total = least_together(parts_of_it)
    if len(chosen) < 2 or not below(printed_interval(all_of_it, all_of_it.unit), total):
        return
    in_words = f"{number(total.low)} {all_of_it.unit}"
    least_of_all = f"more than {in_words}" if total.low_open else f"{in_words} at least"
    message = (
        f"{listed([part.id for part, _ in chosen])} together give {least_of_all}, more than the "
        f"{worded(all_of_it)} of {whole.id} that they are parts of"
    )
    working = (
        *(standing(part, amount) for part, amount in chosen),
        f"{' + '.join(number(max(each.low, 0.0)) for each in parts_of_it)} = {in_words}",
        standing(whole, all_of_it),
    )
    assumptions = (APART.format(listed(sorted(why))), ROUNDING, LOOSENESS)
    claims = (*(part for part, _ in chosen), whole)
    yield finding(
        Verdict.CONFLICT, message, claims, working=working, assumptions=assumptions, severity=Severity.ERROR
    )


def _exclusive(parts: list[_Part]) -> tuple[list[_Part], set[str]]:
    """Return parts of which no two can share anything, the largest first, and what keeps them apart."""
    chosen: list[_Part] = []
    why: set[str] = set()
    for part, amount in sorted(parts, key=_size):
        reasons = [_apart(part, other) for other, _ in chosen]
        if all(reasons):
            chosen.append((part, amount))
            why |= {reason for reason in reasons if reason}
    return chosen, why


def _size(part: _Part) -> tuple[float, bool, str]:
    """Return what puts the largest part first."""
    claim, amount = part
    low, more = height(amount)
    return -low, not more, claim.id


def _apart(one: Claim, other: Claim) -> str | None:
    """Return in what two parts differ so that nothing can be in both; None where something may be."""
    if any(link.claim == b.id for a, b in ((one, other), (other, one)) for link in a.links):
        return None
    if items.surely_other(one.item, other.item):
        return "item"
    mine, theirs = one.record.of("calibre"), other.record.of("calibre")
    if isinstance(mine, Amount) and isinstance(theirs, Amount) and mine.equal(theirs) is Answer.NO:
        return "calibre"
    disjoint = one.when is not None and other.when is not None and one.when.overlaps(other.when) is Answer.NO
    if disjoint:
        return "window" if one.record.of("measure") == other.record.of("measure") == Measure.FLOW else None
    return "place" if _places_apart(one.record.of("place"), other.record.of("place")) else None


def _places_apart(one: object, other: object) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    from osintkp.vocabulary import places

    mine, theirs = places.resolve(one).place, places.resolve(other).place
    return (
        mine is not None
        and theirs is not None
        and not (places.within(mine, theirs) or places.within(theirs, mine))
    )
