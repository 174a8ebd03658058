"""What two figures of a topic come to that have no number in common: a difference that explains them, or a clash."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import attrs

from osintkp.checks._behind import repeated, retold, risen, unshown_part
from osintkp.checks._figures import ROUNDING
from osintkp.checks._told import Told, tellings
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
from osintkp.group import Group
from osintkp.origins import SAME_BODY
from osintkp.triage import Foreseen, between, foreseen
from osintkp.vocabulary.scales import Answer, Severity, Verdict

OTHER_ITEM = Verdict.DIFFERENT_ITEM
FIELDS = (*PLACES, "calibre", "measure")
Pair = tuple[Told, Told]
Kind = tuple[Severity, Verdict]
_CLASH = Severity.ERROR, Verdict.CONFLICT


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Topic:
    """
    The figures of a topic.

    Attributes:
        group: The claims.
        told: All their figures; None where they are read once they are asked for.
    """

    group: Group
    told: list[Told] | None = None

    @cached_property
    def _every(self) -> list[Told]:
        return tellings(self.group) if self.told is None else self.told

    @cached_property
    def _by_id(self) -> dict[str, Told]:
        return {each.first.id: each for each in self._every}

    @cached_property
    def _by_figure(self) -> dict[Hashable, list[Told]]:
        found: dict[Hashable, list[Told]] = {}
        for each in self._every:
            found.setdefault((each.origin.id, each.first.amount), []).append(each)
        return found

    def named(self, name: str) -> Told | None:
        """Return the figure whose first claim has an id; None where none has."""
        return self._by_id.get(name)

    def given(self, told: Told) -> list[Told]:
        """Return the figures that are one with another by who gave them and the amount."""
        return self._by_figure[told.origin.id, told.first.amount]


class Apart(NamedTuple):
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


def kinds(
    topic: Topic, pairs: Iterable[Pair], *, above_info: bool = False
) -> Iterator[tuple[Apart | None, Pair, Kind]]:
    """
    Give the pairs that come to something, each with what kind of thing, and with all of it where that had to be worked out.

    What two come to that are like two met before is known.

    Args:
        topic: All figures of the topic.
        pairs: Every two of them to look at.
        above_info: Whether those are passed over that come to what is told for information.
    """
    known: dict[tuple[int, int], Foreseen | None] = {}
    for pair in pairs:
        one, other = pair
        sorts = one.sort, other.sort
        if sorts not in known:
            known[sorts] = foreseen(one.facets, other.facets)
        ahead = known[sorts]
        if (
            ahead is not None
            and _holds(ahead, one, other)
            and not (
                (one.links or other.links)
                and part_of_the_other(topic.group, one, other, topic.named) is not None
            )
        ):
            if ahead.verdict is not OTHER_ITEM and not above_info:  # nobody takes other goods for one
                yield None, pair, (Severity.INFO, ahead.verdict)
            continue
        if surely_clash(one, other):
            yield None, pair, _CLASH
            continue
        apart = compared(topic, one, other)
        if apart is not None and not (above_info and apart.severity is Severity.INFO):
            yield apart, pair, (apart.severity, apart.found.verdict)


def _holds(ahead: Foreseen, one: Told, other: Told) -> bool:
    """Tell whether two come to what is foreseen of figures like these: no link ties them, and a part is lower than its whole."""
    if one.pure or ((one.links or other.links) and linked(one, other)):
        return False
    some, every = (other, one) if ahead.part else (one, other)
    return ahead.part is None or some.high < every.low


def surely_clash(one: Told, other: Told) -> bool:
    """Tell whether two figures without a common number differ in nothing else, and two told them: then they clash."""
    if one.sort != other.sort or one.origin.id == other.origin.id or one_text(one, other):
        return False
    return one.plain and other.plain


def compared(topic: Topic, one: Told, other: Told) -> Apart | None:
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
            or (part_of_the_other(group, one, other, topic.named) if tied else None)
            or between(one.facets, other.facets, group.as_of)
            or (unshown_part(group, one, other) or repeated(group, one, other) if tied else None)
        )
    if found is not None:
        two_things = found.verdict is OTHER_ITEM and not linked(one, other)
        if two_things and one_voice(one, other):
            return None
        return Apart(one, other, found)
    return _clash(topic, one, other, _open(one, other, pure=pure))


def _clash(topic: Topic, one: Told, other: Told, left_open: tuple[str | None, Severity]) -> Apart:
    """Return what two figures come to that differ in nothing but their numbers, by what is left open between them."""
    why, severity = left_open
    if why is not None:
        return _plain(one, other, Difference(Verdict.UNDECIDED, why), severity)
    old = retold(topic.group, one, other, topic.given)
    if old is not None:
        return Apart(one, other, old)
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
) -> Apart:  # fmt: skip
    """Return two figures that are no more than different numbers: what they stand for is all the working."""
    return Apart(one, other, found, severity, assumptions, bands=True)


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
