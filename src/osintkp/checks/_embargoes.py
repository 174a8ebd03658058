"""Which standing embargoes a transfer falls under, and what would have to be known to be sure that they forbid it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import attrs

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import REAL
from osintkp.errors import DateError
from osintkp.facts import Embargo
from osintkp.group import Group
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer, Modality

FRESH = 365
OTHER = {"to": "from", "from": "to"}
LONG_IN_FORCE = 3652
MILITARY = ("weapons", "munitions", "missiles", "air-defence", "vehicles", "aircraft", "ships", "technology")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Case:
    """
    One transfer that one embargo forbids, or may forbid.

    Attributes:
        claim: The transfer.
        embargo: The embargo.
        goods: Whether its goods are those of the embargo.
        time: Whether it took place while the embargo stood.
        event: When it took place, or the day on which an undated one was told; None where nobody says either.
        possible: Whether it is no more than possible that any of it falls in the time of the embargo.
        older: Whether it has no date, and its source tells of others from before the embargo.
    """

    claim: Claim
    embargo: Embargo
    goods: Answer
    time: Answer
    event: When | None
    possible: bool = False
    older: bool = False

    @property
    def part(self) -> When | None:
        """The part of a period in which the embargo stood; None for all of it, for one day, or where it is not known."""
        event, since, until = self.event, self.embargo.since, self.embargo.until
        if self.claim.when is None or self.time is Answer.YES or event is None or not event.is_period:
            return None
        first = max((day for day in (event.earliest, since and since.earliest) if day), default=None)
        last = min((day for day in (event.latest, until and until.latest) if day), default=None)
        return _span(first, last)

    @property
    def sure(self) -> bool:
        """Whether nothing is left open: goods, time, no proviso, and told as a fact."""
        plain = self.embargo.proviso is None and self.claim.modality is Modality.STATED
        return plain and self.goods is Answer.YES and self.time is Answer.YES

    @property
    def military(self) -> bool:
        """Whether goods of a class that may hold others are mostly arms, or told of as such."""
        item = self.claim.item or ""
        return item.partition("/")[0] in MILITARY or items.within(item, "aid/military")


def _span(first: date | None, last: date | None) -> When | None:
    """Return the period between two days of which one may be open; None where both are, or where it would end too early."""
    known = first or last
    if known is None or (first or known) > (last or known):
        return None
    return When.parse(f"{first or '..'}/{last or '..'}")


def party(claim: Claim, role: str) -> str | None:
    """Return the sender or recipient of a claim; None where nobody is named."""
    value = claim.record.of(role)
    return value if isinstance(value, str) and value != "unknown" else None


def cases(group: Group, transfers: list[Claim]) -> list[Case]:
    """Return every embargo that each transfer falls under, or may fall under."""
    finder = _Finder(group)
    return [case for claim in transfers for case in finder.cases(claim)]


class _Finder:
    """Holds what was looked up for one group: thousands of claims share a few parties, goods and dates."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.aimed = cache(self._aimed)
        self.covered = cache(lambda item, number: covered(item, group.facts.embargoes[number]))
        self.stood = cache(
            lambda event, open_days, number: stood(event, group.facts.embargoes[number], open_days=open_days)
        )
        self.oldest: dict[str, date] = {}
        for claim in group.claims:
            if claim.when is not None and claim.when.latest is not None and claim.modality in REAL:
                known = self.oldest.get(claim.source, claim.when.latest)
                self.oldest[claim.source] = min(known, claim.when.latest)

    def _aimed(self, sender: str | None, recipient: str | None) -> tuple[int, ...]:
        """Return the numbers of the embargoes that concern what moves between two parties."""
        if sender is not None and recipient is not None and actors.root(sender) == actors.root(recipient):
            return ()
        known = self.group.facts.embargoes
        on = {
            way: {number for number, each in enumerate(known) if actors.within(end, each.on)}
            for way, end in (("to", recipient), ("from", sender))
        }
        regimes = {way: {_regime(known[number]) for number in numbers} for way, numbers in on.items()}

        def crosses(number: int) -> bool:
            ways = (way for way in OTHER if number in on[way] and known[number].way in (way, "both"))
            way = next(ways, None)
            return way is not None and _regime(known[number]) not in regimes[OTHER[way]]

        return tuple(filter(crosses, sorted(on["to"] | on["from"])))

    def cases(self, claim: Claim) -> Iterator[Case]:
        sender, recipient = party(claim, "sender"), party(claim, "recipient")
        numbers = self.aimed(sender, recipient)
        event = self._event(claim) if numbers else None
        for number in numbers:
            embargo = self.group.facts.embargoes[number]
            goods = self.covered(claim.item, number)
            time = self.stood(event, self._open_days(claim), number)
            if Answer.NO in (goods, time) or not _binds(embargo, sender, recipient, event):
                continue
            older = claim.when is None and self._tells_of_older(claim, embargo)
            yield Case(
                claim=claim,
                embargo=embargo,
                goods=goods,
                time=time & Answer.UNDECIDED if older else time,
                event=event,
                possible=older or _no_more_than_possible(claim, embargo, event),
                older=older,
            )

    def _open_days(self, claim: Claim) -> int:
        """Return how long an embargo must have stood for a transfer without a date to be one of its time."""
        if claim.when is not None:
            return 0
        link = claim.attribution[0] if claim.attribution else None
        dated = claim.said is not None or (link is not None and link.when is not None)
        return FRESH if dated else LONG_IN_FORCE

    def _tells_of_older(self, claim: Claim, embargo: Embargo) -> bool:
        """Tell whether the source of a claim tells of transfers between its parties from before an embargo."""
        oldest, since = self.oldest.get(claim.source), embargo.since
        return (
            oldest is not None
            and since is not None
            and since.earliest is not None
            and oldest < since.earliest
        )

    def _event(self, claim: Claim) -> When | None:
        """Return when a transfer took place; a period that goes on ends when it was told."""
        told = self.group.as_of(claim)
        if claim.when is None or not claim.when.open_end or told is None:
            return claim.when or told
        try:
            return claim.when.until(told)
        except DateError:
            return claim.when


def _regime(embargo: Embargo) -> str:
    """Return the instrument that founded an embargo: what moves between its targets does not cross its border."""
    return embargo.instrument.partition(",")[0]


def _binds(embargo: Embargo, sender: str | None, recipient: str | None, event: When | None) -> bool:
    """Tell whether the party that is not the target is bound; an embargo of the United Nations binds every state."""
    if embargo.binds is None:
        return True
    other = recipient if actors.within(sender, embargo.on) else sender
    return other is not None and _member(other, embargo.binds, event)


def _member(actor: str, body: str, event: When | None) -> bool:
    top = actors.root(actor)
    if top in (body, actors.root(body)) or not actors.known(top):
        return top in (body, actors.root(body))
    for membership in actors.actor(top).memberships:
        if membership.group == body:
            term = When.parse(f"{membership.since}/{membership.until or '..'}")
            return event is None or event.overlaps(term) is not Answer.NO
    return actors.within(top, body)


def covered(item: str | None, embargo: Embargo) -> Answer:
    """
    Return whether goods are those of an embargo; undecided where a class may hold them, or none is named.

    Example:
        >>> from osintkp.facts import shipped
        >>> textiles = next(each for each in shipped().embargoes if "equipment/textile" in each.items)
        >>> [str(covered(goods, textiles)) for goods in ("equipment/textile", "equipment", "food/seafood")]
        ['yes', 'undecided', 'no']
    """
    if item is None:
        return Answer.UNDECIDED
    if any(items.within(item, each) for each in embargo.exempt):
        return Answer.NO
    if any(items.within(item, each) for each in embargo.items):
        partly = any(items.within(each, item) for each in embargo.exempt)
        return Answer.UNDECIDED if partly else Answer.YES
    return Answer.UNDECIDED if held(item, embargo) else Answer.NO


def held(item: str | None, embargo: Embargo) -> tuple[str, ...]:
    """
    Return the classes of an embargo that goods of a broader class may hold; all of them where none is named.

    A loose class of the embargo, like ``weapons``, does not reach into a branch of which the embargo names the parts.

    Example:
        >>> from osintkp.facts import shipped
        >>> arms = next(each for each in shipped().embargoes if each.on == "houthis")
        >>> held("vehicles/truck", arms), held("vehicles", arms)
        ((), ('vehicles/tank', 'vehicles/armoured'))
    """
    if item is None:
        return embargo.items
    branch = item.partition("/")[0]
    named = [each for each in embargo.items if each.partition("/")[0] == branch]
    among = named or [each for each in embargo.items if not items.within(each, "aid")]
    return tuple(each for each in among if items.related(item, each) is not Answer.NO)


def stood(event: When | None, embargo: Embargo, *, open_days: int = 0) -> Answer:
    """
    Return whether an embargo stood at an event.

    Args:
        event: When it took place, or, where it is not dated, when it was told.
        embargo: The embargo.
        open_days: How many days after the start of the embargo it is left open; 0 for an event with a date of its own.
    """
    if event is None:
        return Answer.UNDECIDED if embargo.until is None else Answer.NO
    since, until = embargo.since, embargo.until
    answer = Answer.YES
    if since is not None and since.earliest is not None:
        answer &= ~event.before(since) if not event.is_period else event.within(_from(since))
        if event.earliest is not None and (event.earliest - since.earliest).days < open_days:
            answer &= Answer.UNDECIDED
    if until is not None and until.latest is not None:
        answer &= event.within(When.parse(f"../{until.latest}"))
    return _partly(event, embargo) if answer is Answer.NO else answer


def _from(since: When) -> When:
    return When.parse(f"{since.earliest}/..")


def _partly(event: When, embargo: Embargo) -> Answer:
    """Return undecided for a period of which a part certainly lies, or may lie, where the embargo stood."""
    since, until = embargo.since, embargo.until
    after = until is not None and until.latest is not None and until.before(event) is Answer.YES
    ahead = since is not None and event.before(since) is Answer.YES
    return Answer.NO if after or ahead or not event.is_period else Answer.UNDECIDED


def _no_more_than_possible(claim: Claim, embargo: Embargo, event: When | None) -> bool:
    """Tell whether a transfer may have missed an embargo: by a vague date, or as what began before one that is young."""
    if event is None:
        return False
    first = embargo.since.earliest if embargo.since is not None else None
    span = _span(first, embargo.until.latest if embargo.until is not None else None)
    if span is not None and event.overlaps(span) is not Answer.YES:
        return True
    if first is None or event.latest is None or (event.latest - first).days >= FRESH:
        return False
    going = claim.when is not None and claim.when.open_end
    return claim.when is None or (going and (event.earliest is None or event.earliest < first))
