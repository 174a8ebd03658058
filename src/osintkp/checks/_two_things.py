"""Why two figures of one topic may be about two things, beyond what their records say: one text, people, shares, wholes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from osintkp.checks._told import Told
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import Difference, Facets, fields_of
from osintkp.group import Group
from osintkp.triage import between
from osintkp.units import Amount
from osintkp.vocabulary import items
from osintkp.vocabulary.scales import LinkKind, Verdict

LONG = 31


def one_voice(one: Told, other: Told) -> bool:
    """Tell whether one text tells both figures in one voice."""
    return one_text(one, other) and one.origin.id == other.origin.id and one.origin.known


def one_text(one: Told, other: Told) -> bool:
    """Tell whether one text tells both figures."""
    return one.source is not None and one.source == other.source


def linked(one: Told, other: Told) -> bool:
    """Tell whether a coder tied the two by a link of any kind."""
    return bool(one.links or other.links) and not (
        one.links.isdisjoint(other.ids) and other.links.isdisjoint(one.ids)
    )


def shares(one: Told, other: Told) -> bool:
    """Tell whether two figures are percentages or ratios that no link ties to one whole."""
    if not (one.pure and other.pure):
        return False
    wholes = set(one.first.linked(LinkKind.SHARE_OF)) & set(other.first.linked(LinkKind.SHARE_OF))
    return not wholes and not linked(one, other)


def other_goods(one: Told, other: Told) -> bool:
    """Tell whether two figures are of goods that nobody takes for one another, and no link ties them."""
    return items.surely_other(one.facets.item, other.facets.item) and not linked(one, other)


def people_and_goods(one: Facets, other: Facets) -> Difference | None:
    """Return that one loss is of people and the other of goods; None where that is not so."""
    if one.people is None or other.people is None or (one.item is None) is (other.item is None):
        return None
    for people, goods in ((one, other), (other, one)):
        if people.item is None and goods.item is not None and _of_people(people.amount):
            why = f"{people.id} is about people, {goods.id} about {goods.item}"
            return Difference(Verdict.DIFFERENT_ITEM, why, apart=True)
    return None


def _of_people(amount: Amount | None) -> bool:
    return amount is not None and (amount.unit == "person" or not amount.dimension)


def part_of_the_other(
    group: Group, one: Told, other: Told, named: Callable[[str], Told | None]
) -> Difference | None:
    """
    Return that one figure is a part of a whole which tells the same as the other; None where it is not.

    Args:
        group: The claims of the topic.
        one: A figure.
        other: Another.
        named: Gives the figure of the topic whose first claim has an id; None where none has.
    """
    for part, whole in ((one, other), (other, one)):
        for name in part.first.linked(LinkKind.PART_OF):
            each = named(name)
            if each is None or each.first is whole.first or not each.meets(whole):
                continue
            if _nearer(part.first, each.first, whole.first):
                continue
            if between(each.facets, whole.facets, group.as_of) is None:
                why = f"{part.first.id} is a part of {name}, which says no other than {whole.first.id}"
                return Difference(Verdict.PART_OF, why)
    return None


def _nearer(part: Claim, whole: Claim, other: Claim) -> bool:
    """Tell whether a figure names the goods or the place of a part, and not those of its whole."""
    for name in ("item", *fields_of(part.record)):
        mine = part.record.of(name)
        if mine is not None and mine == other.record.of(name) != whole.record.of(name):
            return True
    return False


def told_long_apart(one: Told, other: Told) -> str | None:
    """Return up to which days two figures count, where these are certainly a month or more apart; None where not."""
    ends = [_ends(told) for told in (one, other)]
    for (_, last), (first, _) in (ends, ends[::-1]):
        if last is not None and first is not None and (first - last).days >= LONG:
            up_to = " and ".join(f"{told.first.id} up to {_up_to(told)}" for told in (one, other))
            return f"they can count {up_to}"
    return None


def _ends(told: Told) -> tuple[date | None, date | None]:
    """Return the first and the last day on which a count can end: its window's end, or the day that it speaks from."""
    when = _up_to(told)
    if when is None:
        return None, None
    return (when.latest, when.latest) if when is told.first.when else (when.earliest, when.latest)


def _up_to(told: Told) -> When | None:
    when = told.first.when
    return told.as_of if when is None or when.open_end else when
