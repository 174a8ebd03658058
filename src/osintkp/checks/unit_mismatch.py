"""
Amounts that a link compares measure different things, or one percentage is used in two meanings.

A part is counted as its whole is, a repetition as what it repeats, a share and a ratio are pure numbers. Where a link joins
barrels with tonnes, or voyages with ships, the check says what would make them comparable, and compares where a
density is at hand. A load, on the other hand, is counted otherwise than its carriers. The same printed percentage, once
as a share of a whole and once as a change over a base, is told as what it is: two figures.

## Why it matters
"30 percent" of a promise and "30 percent more" than last year look alike and have nothing to do with each other; 500,000 barrels
are not half of a million tonnes. Arithmetic over such pairs gives figures that nobody can defend.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "convoy"
quote = "a convoy of 90 trucks"
shipment = { sender = "EG", recipient = "SD", item = "aid", amount = "90 truck" }
[[claim]]
id = "flour"
quote = "a third of it flour, 400 tonnes"
shipment = { sender = "EG", recipient = "SD", item = "aid", amount = "400 tonne" }
links = [{ kind = "share_of", claim = "wire/convoy", value = "33 percent" }]
```

## Not found
Tonnes in trucks are a load in its carriers; kilograms and tonnes are one kind of unit.
```toml
[source]
id = "wire"
[[claim]]
id = "convoy"
quote = "a convoy of 90 trucks"
shipment = { sender = "EG", recipient = "SD", item = "aid", amount = "90 truck" }
[[claim]]
id = "food"
quote = "1,200 tonnes of food"
shipment = { sender = "EG", recipient = "SD", item = "food", amount = "1200 tonne" }
links = [{ kind = "contained_in", claim = "wire/convoy" }]
[[claim]]
id = "yeast"
quote = "900 kilograms of it yeast"
shipment = { sender = "EG", recipient = "SD", item = "food", amount = "900 kilogram" }
links = [{ kind = "part_of", claim = "wire/food" }]
```

## Assumptions
A density stands for the range that the reference data give for the goods named. Things that are counted one by one, ships and
tankers, guns and vehicles, are one kind of unit. A percentage counts as printed where the quoted words have it, or have no number.
"""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.checks._conversions import Conversion, carries, converted, missing, money
from osintkp.checks._figures import LOOSENESS, ROUNDING, extent, plain, printed, worded
from osintkp.checks._pairs import SAID, Pair, division, pairs, quotient, unit_word
from osintkp.checks._percentages import percentages, twofold
from osintkp.findings import Finding
from osintkp.group import Group, Groupings, by_link, finding
from osintkp.units import Amount, Band, product, ratio
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import Answer, LinkKind, Severity, Verdict

CODE = "QTY107"
MANY = 5


GROUPS = Groupings((by_link(*SAID), percentages))


def find(group: Group) -> Iterator[Finding]:
    """Give what does not fit between the amounts of linked claims, many alike as one; and percentages of two meanings."""
    if not isinstance(group.key, str):
        yield from twofold(group)
        return
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for pair in pairs(group):
        found = _judged(group, pair)
        if found is not None:
            alike.setdefault((*pair.kind, found.severity), []).append(found)
    for findings in alike.values():
        yield from findings if len(findings) <= MANY else [_together(group, findings)]


def _judged(group: Group, pair: Pair) -> Finding | None:
    kind, value = pair.link.kind, pair.link.value
    if kind is LinkKind.CONTAINED_IN:
        return _load(pair)
    if kind is LinkKind.SHARE_OF and value is not None and value.dimension:
        return _no_number(pair, value, "a share is a percentage or a pure number")
    if kind is LinkKind.SHARE_OF and pair.mine.unit == "percent":
        return None  # The figure is the share itself: share-disagrees holds it against the value.
    if kind is LinkKind.RATIO_TO:
        return _ratio(group, pair, value)
    return None if pair.mine.dimension == pair.theirs.dimension else _apart(group, pair)


def _ratio(group: Group, pair: Pair, value: Amount | None) -> Finding | None:
    """Return what is wrong with a ratio; a value in the unit of the quotient, like rounds per container, is right."""
    if value is None:
        return None
    result = quotient(pair.mine, pair.theirs)
    if result is not None and same_dimension(unit(result.unit), unit(value.unit)):
        return None
    if value.dimension:
        should = result.unit if result is not None and result.unit else "a pure number"
        return _no_number(
            pair, value, f"a ratio of {unit_word(pair.mine)} to {unit_word(pair.theirs)} is {should}"
        )
    return _apart(group, pair)


def _no_number(pair: Pair, value: Amount, rule: str) -> Finding:
    message = f"{pair.said}, with the value {worded(value)}: {rule}, not {unit_word(value)}"
    return finding(
        Verdict.CONFLICT, message, (pair.claim, pair.other), working=division(pair), severity=Severity.ERROR
    )


def _apart(group: Group, pair: Pair) -> Finding:
    """Return what there is to say of two amounts in other dimensions: compared by a density, or what is missing."""
    found = converted(pair.claim, pair.other, group.facts.assumptions)
    if found is not None:
        return _compared(pair, found)
    if () in (pair.mine.dimension, pair.theirs.dimension):
        return _bare(pair)
    lacks = missing(pair.mine, pair.theirs)
    differ = f"{pair.said}: {unit_word(pair.mine)} and {unit_word(pair.theirs)} measure different things"
    meaningless = pair.link.kind in (LinkKind.SHARE_OF, LinkKind.RATIO_TO) and pair.link.value is not None
    if meaningless and pair.link.value is not None:
        message = (
            f"{differ}, so {worded(pair.link.value)} of the one is no figure of the other; missing: {lacks}"
        )
        return finding(
            Verdict.CONFLICT,
            message,
            (pair.claim, pair.other),
            working=division(pair),
            severity=Severity.ERROR,
        )
    told_again = pair.link.kind in (LinkKind.REPEATS, LinkKind.REVISES)
    converted_money = told_again and money(pair.mine.dimension) and money(pair.theirs.dimension)
    message = f"{differ}; missing: {lacks}; {_either_way(pair)}"
    return finding(
        Verdict.UNDECIDED,
        message,
        (pair.claim, pair.other),
        working=division(pair),
        severity=Severity.INFO if converted_money else Severity.WARNING,
    )


def _either_way(pair: Pair) -> str:
    """Return what would hold if the missing fact were known."""
    if pair.link.kind is LinkKind.PART_OF and carries(pair.theirs.unit) and not carries(pair.mine.unit):
        return "if it is what they hold, it is their load (contained_in), no part of them"
    return {
        LinkKind.PART_OF: f"in {unit_word(pair.theirs)} the part must not be the larger",
        LinkKind.SHARE_OF: f"in {unit_word(pair.theirs)} the share could be worked out",
        LinkKind.REVISES: "a revision if both count the same, another figure if not",
    }.get(pair.link.kind, "one figure if the conversion gives it, another figure if not")


def _bare(pair: Pair) -> Finding:
    """Return the finding for a figure without a unit, or a percentage, beside one that has a unit."""
    bare, other, measured = (
        (pair.mine, pair.other, pair.theirs)
        if not pair.mine.dimension
        else (pair.theirs, pair.claim, pair.mine)
    )
    working: tuple[str, ...] = ()
    if bare.unit == "percent":
        why = f"a percentage is a share of something, no count of {unit_word(measured)}: share_of would say of what"
        if bare is pair.mine:
            working = (f"{plain(bare)} of {plain(measured)} = {extent(product(measured, bare))}",)
    else:
        why = f"{worded(bare)} of what? They are comparable if it counts {unit_word(measured)} as {other.id} does, else not"
    return finding(
        Verdict.UNDECIDED,
        f"{pair.said}: {why}",
        (pair.claim, pair.other),
        working=working,
        severity=Severity.WARNING,
    )


def _compared(pair: Pair, found: Conversion) -> Finding:
    """Return how two amounts compare by a density: whether the link can hold."""
    theirs = printed(pair.theirs)
    fits = _fits(pair, found.band, theirs)
    what = f"{pair.said}: by the density of the goods the first is {extent(found.band)}"
    verdict = Verdict.PART_OF if pair.link.kind is LinkKind.PART_OF else Verdict.AGREEMENT
    return finding(
        verdict if fits else Verdict.CONFLICT,
        f"{what}, {'so that the link can hold' if fits else 'and the link cannot hold'}",
        (pair.claim, pair.other),
        working=found.working,
        assumptions=(str(found.by), ROUNDING, LOOSENESS),
        severity=Severity.INFO if fits else Severity.WARNING,
    )


def _fits(pair: Pair, mine: Band, theirs: Band) -> bool:
    if pair.link.kind is LinkKind.PART_OF:
        return mine.low is None or theirs.high is None or mine.low <= theirs.high
    if pair.link.kind is LinkKind.REVISES:
        return True
    if pair.link.kind is LinkKind.REPEATS:
        return bool(mine.overlaps(theirs))
    value = pair.link.value
    return value is None or bool(ratio(mine, theirs).overlaps(printed(value)))


def _load(pair: Pair) -> Finding | None:
    """Return what is wrong with a load and its carriers: they are counted alike, or stand the wrong way round."""
    if pair.mine.dimension == pair.theirs.dimension:
        if not _alike(pair):
            return None
        why = f"a load is not counted as its carriers are; right if {pair.claim.id} is a part of {pair.other.id} (part_of)"
        return finding(
            Verdict.UNDECIDED, f"{pair.said}: {why}", (pair.claim, pair.other), severity=Severity.WARNING
        )
    if carries(pair.mine.unit) and pair.theirs.unit in ("round", "person"):
        why = f"{unit_word(pair.mine)} hold {unit_word(pair.theirs)}, not the other way: the link belongs to {pair.other.id}"
        return finding(
            Verdict.UNDECIDED, f"{pair.said}: {why}", (pair.claim, pair.other), severity=Severity.WARNING
        )
    return None


def _alike(pair: Pair) -> bool:
    """Tell whether a load and its carriers are one kind of thing; of things counted by the piece, under one name."""
    if not pair.mine.dimension:
        return False
    if pair.mine.dimension != (("piece", 1),):
        return True
    one, other = pair.claim.item, pair.other.item
    apart = one is not None and other is not None and items.related(one, other) is not Answer.YES
    return pair.mine.unit == pair.theirs.unit and not apart


def _together(group: Group, alike: list[Finding]) -> Finding:
    """Tell many pairs of one kind as one, by the first of them."""
    first, ids = alike[0], {name for found in alike for name in found.claims}
    named = [group.beyond[name] for name in first.claims]
    rest = [claim for claim in group.claims if claim.id in ids and claim not in named]
    return finding(
        first.verdict,
        f"{len(alike)} claims are linked to {group.key} like this one: {first.message}",
        (*named, *rest),
        working=first.working,
        assumptions=first.assumptions,
        severity=first.severity,
    )
