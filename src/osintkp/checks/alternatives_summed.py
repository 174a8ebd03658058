"""
Figures that exclude each other are counted together in a total.

"Three thousand mortars or five hundred launchers" is one cargo, told in two ways. Claims linked by ``alternative_to``
exclude each other, so their sum is a figure of nothing. The check looks for a figure of the same parties that is that sum,
and for a whole that two alternatives are parts of and that needs both. Where alternatives only stand side by side,
it says once that one of them can hold, and what their sum would wrongly be.

## Why it matters
The "or" of a briefing is lost in the first retelling, and the sum that takes its place is a round figure that nobody gave.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "grain"
quote = "the ships could take 40,000 tonnes of grain"
modality = "capacity"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "40000 tonne", when = "2023" }
[[claim]]
id = "flour"
quote = "or 25,000 tonnes of flour"
modality = "capacity"
shipment = { sender = "UA", recipient = "SO", item = "food/flour", amount = "25000 tonne", when = "2023" }
links = [{ kind = "alternative_to", claim = "wire/grain" }]
[[claim]]
id = "food"
quote = "65,000 tonnes of food in all"
shipment = { sender = "UA", recipient = "SO", item = "food", amount = "65000 tonne", when = "2023" }
```

## Not found
The total is the sum of two figures that do not exclude each other; the alternative to one of them is a third.
```toml
[source]
id = "wire"
[[claim]]
id = "grain"
quote = "40,000 tonnes of grain"
shipment = { sender = "UA", recipient = "SO", item = "food/grain", amount = "40000 tonne", when = "2023" }
[[claim]]
id = "flour"
quote = "and 25,000 tonnes of flour"
shipment = { sender = "UA", recipient = "SO", item = "food/flour", amount = "25000 tonne", when = "2023" }
[[claim]]
id = "oil"
quote = "or, instead of the flour, 9,000 tonnes of oil"
shipment = { sender = "UA", recipient = "SO", item = "food/oil", amount = "9000 tonne", when = "2023" }
links = [{ kind = "alternative_to", claim = "wire/flour" }]
[[claim]]
id = "food"
quote = "65,000 tonnes of food in all"
shipment = { sender = "UA", recipient = "SO", item = "food", amount = "65000 tonne", when = "2023" }
```

## Assumptions
A total counts two figures together where its printed number is their sum, its own rounding allowed for, and is none of them
alone. It is one for certain where both are linked as its parts, or where one source prints all three for one period and other
goods. Of another origin that is named, the same number may be a count of its own. Among more than sixty different numbers
of one topic some are a sum of others by chance. Figures that are linked in a chain exclude each other as linked.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import attrs

from osintkp.checks._alternatives import Beside, addable, alternatives, joined_topics, lists, sums
from osintkp.checks._figures import LOOSENESS, ROUNDING, asserted, span, standing, worded
from osintkp.checks._totals import (
    Printed,
    counted,
    differ,
    exactly,
    explained,
    holds,
    one_period,
    sums_up,
    value,
)
from osintkp.checks._wording import figure, listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding
from osintkp.units import Amount, Comparator
from osintkp.units.definitions import unit
from osintkp.vocabulary.scales import Answer, LinkKind, Modality, Severity, Verdict

CODE = "QTY103"
EXCLUSIVE = "figures linked as alternatives exclude each other, as their source has it"
MANY = 12


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _Sum:
    """A figure that is the sum of alternatives, with the other parts that it holds, and how sure that is."""

    whole: Claim
    parts: tuple[Claim, ...]
    others: tuple[Claim, ...] = ()
    severity: Severity


GROUPS = joined_topics


def find(group: Group) -> Iterator[Finding]:
    """Give, for each list of alternatives, what adds them up, or one finding that says that they have no sum."""
    printed = Printed.of(group)
    beside = alternatives(group)
    for members in lists(group, beside):
        wholes = list(_of_wholes(group, members, beside, printed))
        found = [*wholes, *_of_totals(group, members, beside, printed, {each.whole.id for each in wholes})]
        for severity in Severity:
            alike = [each for each in found if each.severity is severity]
            if alike:
                yield _added_up(alike)
        if not found:
            yield _side_by_side(members)


def _of_wholes(group: Group, members: tuple[Claim, ...], beside: Beside, printed: Printed) -> Iterator[_Sum]:
    """Give the wholes that alternatives are parts of and that need more than one of them."""
    parts_of: dict[str, list[Claim]] = {}
    for claim in members:
        for name in dict.fromkeys(claim.linked(LinkKind.PART_OF)):
            parts_of.setdefault(name, []).append(claim)
    for name, linked in sorted(parts_of.items()):
        whole, parts, ids = group.beyond.get(name), tuple(linked), {part.id for part in linked}
        if whole is None or whole in members or not any(beside[part.id] & ids for part in parts):
            continue
        more = [each for each in printed.parts_of.get(name, ()) if each.id not in beside]
        for others in ((), tuple(more)):
            if addable(whole, *parts, *others) and asserted(whole) and sums_up(whole, parts, others):
                severity = Severity.ERROR if _sure(whole, (*parts, *others)) else Severity.WARNING
                yield _Sum(parts=parts, others=others, whole=whole, severity=severity)
                break


def _sure(whole: Claim, parts: tuple[Claim, ...]) -> bool:
    """Tell whether a figure is the sum of others to the last digit, and no upper bound."""
    bounds = (Comparator.BELOW, Comparator.AT_MOST)
    return exactly(whole, parts) and whole.amount is not None and whole.amount.comparator not in bounds


def _of_totals(
    group: Group, members: tuple[Claim, ...], beside: Beside, printed: Printed, told: set[str]
) -> Iterator[_Sum]:
    """Give the other figures of the topic that are the sum of alternatives, each once, the longest sums first."""
    seen = told | {claim.id for claim in members}
    for parts in sums(members, beside):
        for whole in printed.near(sum(map(value, parts))):
            if whole.id not in seen and addable(whole, *parts) and sums_up(whole, parts):
                severity = _sureness(group, printed, whole, parts)
                if severity is not None:
                    seen.add(whole.id)
                    yield _Sum(parts=parts, whole=whole, severity=severity)


def _sureness(group: Group, printed: Printed, whole: Claim, parts: tuple[Claim, ...]) -> Severity | None:
    """Return how sure it is that a figure was made by adding alternatives; None where it is explained otherwise."""
    revised = set(whole.linked(LinkKind.REVISES)) & {part.id for part in parts}
    if revised or not all(holds(whole, part) for part in parts) or explained(printed, whole, parts):
        return None
    one_time, sure = all(one_period(whole, part) for part in parts), _sure(whole, parts) and differ(parts)
    if {part.source for part in parts} == {whole.source}:
        return (Severity.ERROR if sure else Severity.WARNING) if one_time else Severity.INFO
    if not sure or printed.crowded or any(_told_before(group, whole, part) for part in parts):
        return None
    return Severity.WARNING if one_time and not _counts_itself(group, whole, parts) else Severity.INFO


def _told_before(group: Group, one: Claim, other: Claim) -> bool:
    first, second = group.as_of(one), group.as_of(other)
    return first is not None and second is not None and first.before(second) is Answer.YES


def _counts_itself(group: Group, whole: Claim, parts: tuple[Claim, ...]) -> bool:
    """Tell whether somebody stands behind a total whom nobody names for the alternatives."""
    origin = group.origin(whole)
    return (
        bool(whole.attribution)
        and origin.known
        and origin.id not in {group.origin(part).id for part in parts}
    )


def _added_up(alike: list[_Sum]) -> Finding:
    """Tell the totals that add up alternatives, those of one severity together, by the first of them."""
    first, severity = alike[0], alike[0].severity
    wholes = list(dict.fromkeys(each.whole for each in alike))
    more = (
        f" (and so {'does' if len(wholes) == 2 else 'do'} {listed(_ids(wholes[1:]))})" if wholes[1:] else ""
    )
    kept = f", with {_names(first.others)}," if first.others else ""
    said = (
        f"{first.whole.id} gives {_worded(first.whole)}{more}, what {_names(first.parts)}{kept} come to together, "
        "but they are alternatives: only one of them can hold"
    )
    origins = f"a conflict if {first.whole.id} adds them up, none if it counts something else"
    parts = dict.fromkeys(claim for each in alike for claim in (*each.parts, *each.others))
    sure = severity is Severity.ERROR
    return finding(
        Verdict.CONFLICT if sure else Verdict.UNDECIDED,
        said if sure else f"{said}; {origins}",
        (*wholes, *(part for part in parts if part not in wholes)),
        working=tuple(line for each in alike[:MANY] for line in _working(each)),
        assumptions=(EXCLUSIVE, ROUNDING),
        severity=severity,
    )


def _working(each: _Sum) -> Iterator[str]:
    name = each.whole.amount.unit if each.whole.amount is not None else ""
    factor = unit(name).factor
    added = [value(part) / factor for part in (*each.parts, *each.others)]
    yield f"{' + '.join(map(figure, added))} = {figure(sum(added))} {name}".rstrip()
    yield from (standing(whole, whole.amount) for whole in (each.whole,) if whole.amount is not None)
    rest = sum(value(part) for part in each.others) / factor
    most = max(value(part) for part in each.parts) / factor + rest
    yield f"without adding alternatives: {figure(most)} {name} at most".replace("  ", " ")


def _side_by_side(members: tuple[Claim, ...]) -> Finding:
    """Tell that of some alternatives only one can hold, and what their sum would wrongly be."""
    said = f"{_names(members)} are alternatives: only one of them can hold"
    verdict = Verdict.DIFFERENT_ITEM if differ(members[:MANY]) else Verdict.UNDECIDED
    if not addable(*members):
        units = listed(dict.fromkeys(_unit(claim) or "a number" for claim in members))
        message = f"{said}, and they have no sum, being in {units}"
        return finding(verdict, message, members, assumptions=(EXCLUSIVE,))
    together, working = _together(members)
    message = f"{said}; added up they would wrongly be {together}"
    if _capacities(members):
        low, high = min(members, key=_least), max(members, key=_least)
        message += f", while a mix of them comes to something between {_worded(low)} and {_worded(high)}"
    return finding(verdict, message, members, working=working, assumptions=(EXCLUSIVE, LOOSENESS))


def _together(members: tuple[Claim, ...]) -> tuple[str, tuple[str, ...]]:
    """Return the sum of alternatives in words and, where each prints one number, as arithmetic."""
    units = {_unit(claim) for claim in members}
    pieces = all(claim.amount is not None and claim.amount.dimension == (("piece", 1),) for claim in members)
    name = "piece" if len(units) > 1 and pieces else _unit(members[0])
    factor = unit(name).factor
    if all(map(counted, members)):
        values = [value(claim) / factor for claim in members]
        together = f"{figure(sum(values))} {name}".rstrip()
        terms = values if len(values) <= MANY else values[:MANY]
        dots = "" if len(values) <= MANY else " + ..."
        return together, (f"{' + '.join(map(figure, terms))}{dots} = {together}",)
    bands = [claim.amount.printed_band() for claim in members if claim.amount is not None]
    ends = [sum(band[end] for band in bands) / factor for end in (0, 1)]
    low, high = (end if isfinite(end) else None for end in ends)
    return span(low, high, name), ()


def _capacities(members: tuple[Claim, ...]) -> bool:
    """Tell whether alternatives are what the same carriers could hold of each, so that a mix lies between them."""
    carriers = [set(claim.linked(LinkKind.CONTAINED_IN)) for claim in members]
    could = all(claim.modality is Modality.CAPACITY and counted(claim) for claim in members)
    return could and bool(set.intersection(*carriers)) and len(set(map(value, members))) > 1


def _least(claim: Claim) -> tuple[float, str]:
    return value(claim), claim.id


def _names(claims: tuple[Claim, ...]) -> str:
    return listed(f"{claim.id} ({_worded(claim)})" for claim in claims)


def _worded(claim: Claim) -> str:
    calibre = claim.record.of("calibre")
    bore = f" of {calibre}" if isinstance(calibre, Amount) else ""
    return f"{'no figure' if claim.amount is None else worded(claim.amount)}{bore}"


def _unit(claim: Claim) -> str:
    return "" if claim.amount is None else claim.amount.unit


def _ids(claims: list[Claim]) -> list[str]:
    return [claim.id for claim in claims]
