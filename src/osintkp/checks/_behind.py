"""Why two figures of one thing need not clash by what lies behind them: a whole, a first telling, a toll that rises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from osintkp.checks._told import Told
from osintkp.claim import Claim
from osintkp.difference import PLACES, Difference, facets
from osintkp.group import Group
from osintkp.lineage.matters import PARTS, is_part
from osintkp.triage import between
from osintkp.vocabulary.scales import Answer, LinkKind, Verdict


def unshown_part(group: Group, one: Told, other: Told) -> Difference | None:
    """Return that one figure is a part of something in what its record does not show; None where the record shows it."""
    for part, whole in ((one, other), (other, one)):
        if not is_part(whole.first):
            for each in wholes(group, part.first):
                if each.record.topic == whole.first.record.topic:
                    why = f"{part.first.id} is only a part of {each.id}, which {whole.first.id} is not said to be"
                    return Difference(Verdict.DIFFERENT_SCOPE, why)
    return None


def wholes(group: Group, part: Claim) -> Iterator[Claim]:
    """Give what a claim is a part of, where its record does not show it."""
    for kind in PARTS:
        for whole in group.linked(part, kind):
            fields = ("item", "calibre", *PLACES)
            alike = all(part.record.of(name) in (None, whole.record.of(name)) for name in fields)
            if whole.when is not None and part.when is not None:
                alike = alike and whole.when.overlaps(part.when) is not Answer.NO
            if alike:
                yield whole


def repeated(group: Group, one: Told, other: Told) -> Difference | None:
    """Return why what one figure repeats need not be equal to the other; None where it repeats nothing, or must be."""
    for copy, beside in ((one, other), (other, one)):
        for first in group.linked(copy.first, LinkKind.REPEATS):
            if first.amount == copy.first.amount and first not in beside.claims:
                found = between(facets(first), beside.facets, group.as_of)
                if found is not None:
                    return found._replace(tell=f"{copy.first.id} repeats {first.id}, and {found.why}")
    return None


def retold(
    group: Group, one: Told, other: Told, given: Callable[[Told], Iterable[Told]]
) -> Difference | None:
    """
    Return why a figure that a source tells of another without a day need not be equal: it is one of an earlier day.

    Args:
        group: The claims of the topic.
        one: A figure.
        other: Another.
        given: Gives the figures of the topic that are one with another by who gave them and the amount.
    """
    for copy, beside in ((one, other), (other, one)):
        if not copy.undated or not copy.origin.known:
            continue
        for each in given(copy):
            if each.first is not beside.first and not each.undated:
                found = between(each.facets, beside.facets, group.as_of)
                if found is not None:
                    why = f"{copy.first.id} tells the figure of {each.first.id}, and {found.why}"
                    return found._replace(tell=why)
    return None


def risen(one: Told, other: Told) -> str | None:
    """Return that a toll rose from one day to another, as tolls do; None where two who are named clash, or it fell."""
    if one.first.kind != "loss" or one.as_of is None or other.as_of is None:
        return None
    early, late = (one, other) if one.as_of.before(other.as_of) is Answer.YES else (other, one)
    few, many = early.first.amount, late.first.amount
    if few is None or many is None or few.unit != "person" or few.less(many) is not Answer.YES:
        return None
    rivals = early.origin.known and early.origin.id != late.origin.id
    if (
        rivals
        or early.as_of is None
        or late.as_of is None
        or early.as_of.before(late.as_of) is not Answer.YES
    ):
        return None
    return f"{early.first.id} counts the people known by {early.as_of}, {late.first.id} those known by {late.as_of}"
