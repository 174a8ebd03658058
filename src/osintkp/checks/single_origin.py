"""
Several sources carry a figure, and all of them had it from one origin.

The figures about one thing are followed back along their attribution chains, their repetitions and the sources that
they rewrite. Where every known chain begins at one body, the sources count once, whatever the units: ships in one paper,
voyages and barrels in the next are still one desk's account. Chains that begin with nobody named count for nothing. Where
two or more origins give figures in one unit that can hold together, the check says so.

## Why it matters
Four articles that quote one ministry look like four confirmations. Grade 1 of the Admiralty code asks for other,
independent sources: what has to be counted is origins.

## Found
```toml
[source]
id = "agency"
[[claim]]
id = "drones"
quote = "some 150 drones"
speaker = "ua-general-staff"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }

[source]
id = "daily"
[[claim]]
id = "drones"
quote = "about 150 drones"
speaker = "UA"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }
```

## Not found
Another government counts as well.
```toml
[source]
id = "agency"
[[claim]]
id = "drones"
quote = "some 150 drones"
speaker = "ua-general-staff"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~150 drone", when = "2022-09" }

[source]
id = "daily"
[[claim]]
id = "drones"
quote = "about 160 drones"
speaker = "US"
shipment = { sender = "IR", recipient = "RU", item = "aircraft/uncrewed", amount = "~160 drone", when = "2022-09" }
```

## Assumptions
Officials and agencies of one government are one origin. A source in its own voice is its own origin, unless it rewrites
another or is published by a body that acts or looks for itself. Two things that one origin tells in two sources, a pledge and
a delivery, are told for information. What a source repeats in its own voice is no second origin. That an origin is another one does not show that it looked for itself.
Of very many claims each is held against the hundred that are next to it by their figures.
"""

from collections.abc import Hashable, Iterator
from itertools import combinations, islice

from osintkp.checks._lineage import NOT_COUNTED, Traced, chain, figures_of, near
from osintkp.checks._named import can_be_equal, counts
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import REAL, Facets, facets, profile
from osintkp.findings import Finding
from osintkp.group import Group, by_topic, finding
from osintkp.lineage.circles import circles
from osintkp.lineage.matters import bodies
from osintkp.origins import SAME_BODY
from osintkp.triage import between
from osintkp.units import Amount
from osintkp.units.amount import printed_interval
from osintkp.units.comparing import Interval, shared, slack_between
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CODE = "SRC101"
GRAVEST = Severity.WARNING
MOST_PAIRS = 5000
OWN_EYES = "another origin need not have looked for itself"


def _thing(claim: Claim) -> Hashable | None:
    """
    Return what a claim is about: kind, actors and goods, and whether it gives a figure.

    Figures of things that have no name are of one thing only where they have one dimension.
    """
    if claim.stance is not Stance.ASSERTS or claim.kind == "limit" or not any(claim.record.topic):
        return None
    if claim.item is None:
        return None if claim.amount is None else (claim.kind, bodies(claim), claim.amount.dimension)
    return (claim.kind, bodies(claim), claim.item, claim.amount is None)


GROUPS = by_topic(_thing)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each matter of a topic: one origin behind several sources, or several origins that agree."""
    for traced in _matters([(claim, group.origin(claim)) for claim in group.claims]):
        known = [(claim, origin) for claim, origin in traced if origin.known]
        origins, sources = _origins(traced), sorted({claim.source for claim, _ in known})
        if len(origins) == 1 and len(sources) > 1:
            yield _one(traced, sources, origins.pop())
        elif len(origins) > 1:
            yield from _several(_without_echoes(known), group)


def _origins(traced: list[Traced]) -> set[str]:
    return {origin.id for _, origin in traced if origin.known}


def _matters(traced: list[Traced]) -> Iterator[list[Traced]]:
    """
    Give the claims that are held against each other, ordered by id.

    All of them where one origin is behind them all; else those whose dimensions are joined by a load and its carriers, where
    one origin is behind these; else those of one dimension.
    """
    if len(_origins(traced)) < 2:
        yield traced
        return
    dimensions: dict[Hashable, list[Traced]] = {}
    for each in traced:
        dimensions.setdefault(_dimension(each[0]), []).append(each)
    for knot in _joined(traced, dimensions):
        if len(knot) > 1:
            together = [each for each in traced if _dimension(each[0]) in knot]
            if len(_origins(together)) < 2:
                yield together
                continue
        yield from (dimensions[each] for each in dimensions if each in knot)


def _dimension(claim: Claim) -> Hashable:
    return None if claim.amount is None else claim.amount.dimension


def _joined(traced: list[Traced], dimensions: dict[Hashable, list[Traced]]) -> list[set[Hashable]]:
    """Return the sets of dimensions that loads and their carriers join."""
    knots = {each: {each} for each in dimensions}
    if len(knots) < 2:
        return list(knots.values())
    home = {claim.id: _dimension(claim) for claim, _ in traced}
    for claim, _ in traced:
        for name in claim.linked(LinkKind.CONTAINED_IN):
            one, other = knots[home[claim.id]], knots[home.get(name, home[claim.id])]
            if one is not other:
                one |= other
                knots.update(dict.fromkeys(other, one))
    return list({id(knot): knot for knot in knots.values()}.values())


def _one(traced: list[Traced], sources: list[str], origin: str) -> Finding:
    claims = tuple(claim for claim, each in traced if each.known)
    unknown = [claim for claim, each in traced if not each.known]
    message = f"{len(sources)} sources, {listed(sources)}, give {figures_of(claims)}, and all go back to {origin}: they count once"
    if unknown:
        message += f"; {listed(claim.id for claim in unknown)} goes back to nobody named"
    return finding(
        Verdict.SAME_ORIGIN,
        message,
        (*claims, *unknown),
        working=tuple(chain(claim, each) for claim, each in traced),
        assumptions=(SAME_BODY, NOT_COUNTED),
        severity=Severity.WARNING if _echoed(traced) else Severity.INFO,
    )


def _echoed(traced: list[Traced]) -> bool:
    """
    Tell whether two sources tell one thing, and not a pledge and a delivery, or the counts of two years.

    One matter in other units, like goods and their trucks, is one thing.
    """
    known = [facets(claim) for claim, origin in traced if origin.known]
    return any(
        one.claim.source != other.claim.source
        and one.mode == other.mode
        and (_unit(one) != _unit(other) or between(one, other) is None)
        for one, other in islice(combinations(known, 2), MOST_PAIRS)
    )


def _unit(one: Facets) -> str | None:
    return None if one.amount is None else one.amount.unit


def _without_echoes(known: list[Traced]) -> list[Traced]:
    """Leave out what a source puts in its own voice and elsewhere in its text gives by name."""
    told = {(claim.source, _number(claim)) for claim, _ in known if claim.attribution}
    return [
        (claim, origin)
        for claim, origin in known
        if claim.attribution or claim.amount is None or (claim.source, _number(claim)) not in told
    ]


def _number(claim: Claim) -> Hashable:
    amount = claim.amount
    return None if amount is None else (amount.best, amount.low if amount.best is None else None, amount.unit)


def _several(known: list[Traced], group: Group) -> Iterator[Finding]:
    agree: dict[str, Traced] = {}
    origins = _origins(known)
    real = [(claim, origin) for claim, origin in known if claim.modality in REAL]
    read = {claim.id: facets(claim) for claim, _ in real}
    held = _Held(read)
    for (one, mine), (other, theirs) in near(real):
        first, second = mine.id in agree, theirs.id in agree
        if mine.id == theirs.id or (first and second):
            continue
        new = [each for each, told in (((one, mine), first), ((other, theirs), second)) if not told]
        if held.barred.isdisjoint([claim.id for claim, _ in new]) and _hold(read[one.id], read[other.id]):
            if all(held.by_all(claim.id) for claim, _ in new):
                for claim, origin in new:
                    agree[origin.id] = (claim, origin)
                    held.add(claim.id)
            if len(agree) == len(origins):
                break
    if agree and not circles(group.beyond, [claim for claim, _ in agree.values()]):
        found = sorted(agree.values(), key=lambda each: each[0].id)
        claims = tuple(claim for claim, _ in found)
        yield finding(
            Verdict.AGREEMENT,
            f"{len(agree)} independent origins, {listed(sorted(agree))}, give {figures_of(claims)} that can hold together",
            claims,
            working=tuple(chain(claim, origin) for claim, origin in found),
            assumptions=(SAME_BODY, OWN_EYES),
        )


class _Held:
    """
    Which claims can hold together with all that agree: that only becomes harder, so that what could not is not asked again.

    Of those that are alike in everything that tells two claims apart, one stands for all; the numbers that all share are kept.
    """

    def __init__(self, read: dict[str, Facets]) -> None:
        self.barred: set[str] = set()
        self._read = read
        self._alike: dict[tuple[Hashable, bool, bool], dict[Hashable, list[Facets]]] = {}
        self._by_id: dict[str, Facets] = {}
        self._leading_to: dict[str, list[Facets]] = {}
        self._common = Interval()
        self._slack = slack_between({one.amount.unit for one in read.values() if one.amount is not None})

    def add(self, name: str) -> None:
        """Take a claim in among those that agree."""
        one = self._read[name]
        thing, number = profile(one)
        kind = (thing, counts(one.claim), bool(one.claim.attribution))
        self._alike.setdefault(kind, {}).setdefault(number, []).append(one)
        self._by_id[name] = one
        for name_of_other in one.ties:
            self._leading_to.setdefault(name_of_other, []).append(one)
        if one.amount is not None and counts(one.claim):
            self._common = shared((self._common, self._interval(one.amount)))

    def by_all(self, name: str) -> bool:
        """Tell whether a claim can hold together with each that agrees."""
        one = self._read[name]
        held = self._meets(one) and all(_hold(one, other) for other in self._beside(one))
        if not held:
            self.barred.add(name)
        return held

    def _meets(self, one: Facets) -> bool:
        if one.amount is None or not counts(one.claim):
            return True
        return self._common.meets(self._interval(one.amount))

    def _interval(self, amount: Amount) -> Interval:
        return printed_interval(amount, None, self._slack)

    def _beside(self, one: Facets) -> Iterator[Facets]:
        """Give those that a claim is to be held against: all that a link ties to it, and one of each other kind."""
        tied = {each.id: each for linked in one.ties if (each := self._by_id.get(linked)) is not None}
        tied |= {each.id: each for each in self._leading_to.get(one.id, ())}
        yield from tied.values()
        own, _ = profile(one)
        for (thing, *_), by_number in self._alike.items():
            same = thing == own and own is not None
            for alike in islice(by_number.values(), 1 if same else None):
                yield from islice((each for each in alike if each.id not in tied), 1)


def _hold(one: Facets, other: Facets) -> bool:
    """Tell whether two accounts of one thing can hold together."""
    blank = one.amount is None or other.amount is None
    return _agree(one, other) and (blank or can_be_equal(one.claim, other.claim))


def _agree(one: Facets, other: Facets) -> bool:
    """Tell whether two claims of what is, not of what may come or is promised, are about one thing."""
    if between(one, other) is not None:
        return False
    return one.amount is not None or bool(one.claim.attribution and other.claim.attribution)
