"""
The volume and the mass of one cargo do not fit any product.

Where one cargo is given in barrels, litres or cubic metres and in tonnes, the two figures make a density. It is held
against what the named product can weigh, and against every other product of its branch. Outside of all of them one of
the two figures is wrong; outside of the named one but inside another, the product may be. The figures are of one cargo
where one repeats the other, where they stand side by side in the text, or where source or origin, parties, goods and
window are the same.

## Why it matters
Newsrooms convert: a figure in barrels gets tonnes in brackets by a wrong factor, and both travel on. Which of two
estimates was the original often shows in the factor between them.

## Found
A ship that is seized with half a tonne of diesel in each barrel.
```toml
[source]
id = "coastguard"
[[claim]]
id = "barrels"
quote = "12,000 barrels of diesel"
seizure = { actor = "NG", item = "fuel/refined/diesel", amount = "12000 barrel", when = "2022-08-04" }
[[claim]]
id = "tonnes"
quote = "6,000 tonnes of diesel"
seizure = { actor = "NG", item = "fuel/refined/diesel", amount = "6000 tonne", when = "2022-08-04" }
```

## Not found
At 7.4 barrels a tonne the two are one cargo.
```toml
[source]
id = "coastguard"
[[claim]]
id = "barrels"
quote = "12,000 barrels of diesel"
seizure = { actor = "NG", item = "fuel/refined/diesel", amount = "12000 barrel", when = "2022-08-04" }
[[claim]]
id = "tonnes"
quote = "1,620 tonnes of diesel"
seizure = { actor = "NG", item = "fuel/refined/diesel", amount = "1620 tonne", when = "2022-08-04" }
```

## Assumptions
What a product can weigh is a range of the reference data (``data/products.json``), each with its citation, and can be
replaced. A figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %, a hedged
one stands for the band of its looseness policy. Barrels, litres and gallons hold liquids; cubic metres hold solids in
bulk and gases too.

## References
Fuels, densities and specific volumes, engineeringtoolbox.com; API gravity, AAPG Wiki; mass of dry bulk materials,
simetric.co.uk.
"""

from collections.abc import Hashable, Iterator

import attrs

from osintkp.checks._figures import ROUNDING, plain
from osintkp.checks._products import Density, density_of, measured, products, ranged
from osintkp.checks._room import using
from osintkp.checks._same_cargo import Pair, pairs
from osintkp.checks._wording import listed, number, one_line
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, Groupings, by_link, by_topic, finding
from osintkp.lineage.matters import bodies
from osintkp.units import Amount, Assumption
from osintkp.units.definitions import unit
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "PHY103"


def _cargo(claim: Claim) -> Hashable | None:
    what = measured(claim.amount)
    if what is None or claim.item is None or claim.stance is not Stance.ASSERTS:
        return None
    return (claim.kind, bodies(claim), claim.item.partition("/")[0], what[1])


GROUPS = Groupings((by_topic(_cargo), by_link(LinkKind.REPEATS)))


def find(group: Group) -> Iterator[Finding]:
    """Give one finding for each volume and mass that are said of one cargo."""
    known = using(group.facts, "products")
    judged = [(pair, found) for pair in pairs(group) if (found := _density(pair)) is not None]
    met = {claim.id for pair, found in judged if _fits(pair, found, known) for claim in pair.claims}
    alike: dict[Hashable, list[tuple[Pair, Density]]] = {}
    for pair, found in judged:
        if pair.certain or pair.single or met.isdisjoint(claim.id for claim in pair.claims):
            key = (*(str(claim.amount) for claim in pair.claims), _item(pair), pair.certain)
            alike.setdefault(key, []).append((pair, found))
    for same in alike.values():
        told = _told(*same[0], known)
        if told is not None:
            yield _together(told, [pair for pair, _ in same[1:]])


def _together(told: Finding, others: list[Pair]) -> Finding:
    """Return a finding with the other pairs of the same two figures, which it tells in one."""
    rest = {claim.id: claim for pair in others for claim in pair.claims if claim.id not in told.claims}
    if not rest:
        return told
    more = finding(told.verdict, f"{told.message}; so with {listed(rest)}", tuple(rest.values()))
    return attrs.evolve(
        told, message=more.message, claims=(*told.claims, *more.claims), cited=(*told.cited, *more.cited)
    )


def _density(pair: Pair) -> Density | None:
    volume, mass = (claim.amount for claim in pair.claims)
    return None if volume is None or mass is None else density_of(volume, mass)


def _item(pair: Pair) -> str:
    """Return the goods of a pair: the narrower of the two."""
    return max((claim.item or "" for claim in pair.claims), key=lambda item: (len(item), item))


def _amounts(pair: Pair) -> tuple[Amount, Amount]:
    volume, mass = (claim.amount or Amount() for claim in pair.claims)
    return volume, mass


def _fits(pair: Pair, found: Density, known: tuple[Assumption, ...]) -> bool:
    return any(found.meets(each) for each in products(_item(pair), _amounts(pair)[0], known)[0])


def _told(pair: Pair, found: Density, known: tuple[Assumption, ...]) -> Finding | None:
    named, branch = products(_item(pair), _amounts(pair)[0], known)
    if not named:
        return None
    name, root = one_line(items.name(_item(pair))), _item(pair).partition("/")[0]
    others = tuple(each for each in branch if found.meets(each))
    says = f"{_both(pair)} make {found}"
    if any(found.is_of(each) for each in named):
        return _made(pair, Verdict.AGREEMENT, f"{says}, which fits {name}", found, named)
    if any(found.meets(each) for each in named):
        message = f"{says}, which fits {name} only at an end of the hedges or rounding"
        return _made(pair, Verdict.UNDECIDED, message, found, named)
    if others:
        message = f"{says}, which fits no {name} but {ranged(others)}: {_if(pair, 'the goods or one figure is off')}"
        return _made(pair, _verdict(pair), message, found, (*named, *others), _grave(pair, Severity.WARNING))
    else_ = "" if named == branch else f" and nothing else of {root}"
    message = f"{says}, which fits no {name}{else_}: {_if(pair, 'one figure is off')}{_either(pair, named)}"
    return _made(
        pair, _verdict(pair), message, found, (*named, *_nearest(found, branch)), _grave(pair, Severity.ERROR)
    )


def _both(pair: Pair) -> str:
    return " and ".join(f"{claim.id} ({plain(claim.amount or Amount())})" for claim in pair.claims)


def _if(pair: Pair, tail: str) -> str:
    if pair.certain:
        return tail
    return f"{pair.open}; if they are one cargo, {tail}, if they are two, nothing is"


def _either(pair: Pair, named: tuple[Assumption, ...]) -> str:
    """Return what each figure would be if the other held."""
    volume, mass = _amounts(pair)
    if not (volume.best and mass.best):
        return ""
    low, high = min(each.low for each in named), max(each.high for each in named)
    per = unit(volume.unit).factor / unit(mass.unit).factor * 1000
    masses = [volume.best * end * per for end in (low, high)]
    volumes = [mass.best / end / per for end in (high, low)]
    return (
        f" ({plain(volume)} would be {number(masses[0])} to {number(masses[1])} {mass.unit},"
        f" {plain(mass)} {number(volumes[0])} to {number(volumes[1])} {volume.unit})"
    )


def _nearest(found: Density, branch: tuple[Assumption, ...]) -> tuple[Assumption, ...]:
    """Return the products of a branch that come nearest, below and above."""
    below = [each for each in branch if each.high < found.low]
    above = [each for each in branch if each.low > found.high]
    return (*sorted(below, key=lambda each: (each.high, each.id))[-1:], *above[:1])


def _verdict(pair: Pair) -> Verdict:
    return Verdict.CONFLICT if pair.certain else Verdict.UNDECIDED


def _grave(pair: Pair, severity: Severity) -> Severity:
    """Return how grave a misfit is; where the two may be two cargoes, one step less."""
    lower = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}
    return severity if pair.certain else lower[severity]


def _made(
    pair: Pair, verdict: Verdict, message: str, found: Density, used: tuple[Assumption, ...], severity: Severity = Severity.INFO
) -> Finding:  # fmt: skip
    volume, mass = _amounts(pair)
    lines = (
        f"{plain(mass)} / {plain(volume)} = {found}",
        *(f"{each.applies_to}: {each.band}" for each in used),
    )
    return finding(
        verdict,
        message,
        pair.claims,
        working=tuple(dict.fromkeys(lines)),
        assumptions=(*map(str, dict.fromkeys(used)), ROUNDING, pair.why),
        severity=severity,
    )
