"""What a heading has in another place, with other parties, of other goods or at another time than the body."""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.checks._figures import quoted
from osintkp.checks._hedges import Lost
from osintkp.checks._repetition import apart
from osintkp.checks._wording import listed
from osintkp.claim import Claim
from osintkp.difference import PLACES
from osintkp.evidence import UNKNOWN
from osintkp.vocabulary import actors, items
from osintkp.vocabulary.scales import Answer


def elsewhere(head: Claim, body: Claim, standing: tuple[str, ...] = ()) -> Iterator[Lost]:
    """
    Give what a heading has elsewhere; where one name holds the other, only a narrower one in the heading counts.

    Args:
        head: The claim of the heading.
        body: The claim of the body.
        standing: The places where the body puts the same forces.
    """
    if head.kind != body.kind or head.kind == "statement":
        return
    for role in head.record.roles:
        yield from _parties(head, body, role)
    for field in PLACES:
        mine, theirs = head.record.of(field), body.record.of(field)
        if isinstance(mine, str) and isinstance(theirs, str):
            yield from _placed(field, mine, theirs)
    yield from _theatre(head, body, standing)
    yield from _goods(head, body)
    if apart(head.when, body.when):
        yield Lost(words=f"dates to {head.when} what the body dates to {body.when}", apart=True)


def roots(claim: Claim, role: str) -> frozenset[str]:
    """Return the top bodies of the actors in a role of a claim; those that nobody names left out."""
    value = claim.record.of(role)
    named = value if isinstance(value, tuple) else (value,)
    return frozenset(actors.root(each) for each in named if isinstance(each, str) and each != UNKNOWN)


def _parties(head: Claim, body: Claim, role: str) -> Iterator[Lost]:
    mine, theirs = roots(head, role), roots(body, role)
    if not mine or not theirs or mine <= theirs:
        return
    more, others = sorted(mine - theirs), listed(sorted(theirs))
    if any(actors.within(each, other) for each in more for other in theirs):
        yield Lost(words=f"names {listed(more)} where the body has {others}", grave=False)
    elif not any(actors.within(other, each) for each in more for other in theirs):
        named = "names" if isinstance(head.record.of(role), tuple) else f"has as {role}"
        yield Lost(words=f"{named} {listed(more)} where the body has {others}", apart=True)


def _placed(field: str, mine: str, theirs: str) -> Iterator[Lost]:
    one, other = mine.casefold(), theirs.casefold()
    if one in other or other in one:
        return
    from osintkp.vocabulary import places

    here, there = places.resolve(mine).place, places.resolve(theirs).place
    known = here is not None and there is not None
    if known and here is not None and there is not None:
        if here == there or places.within(there, here):
            return
        if places.within(here, there):
            yield Lost(
                words=f"has the {field} {_shown(mine)} where the body has only {_shown(theirs)}", grave=False
            )
            return
    doubt = "" if known else " (whether one lies in the other is not known)"
    yield Lost(
        words=f"has the {field} {_shown(mine)} where the body has {_shown(theirs)}{doubt}",
        grave=known,
        apart=known,
    )


def _theatre(head: Claim, body: Claim, standing: tuple[str, ...]) -> Iterator[Lost]:
    """Give that a heading puts forces in a place that the body names only as the war that they serve in."""
    mine, theirs, serves = head.record.of("place"), body.record.of("place"), body.record.of("theatre")
    if not isinstance(mine, str) or theirs is not None or not isinstance(serves, str):
        return
    if _inside(mine, serves) and not any(_inside(place, mine) for place in standing):
        yield Lost(
            words=f"puts in {_shown(mine)} what the body has only in support of the war there", apart=True
        )


def _shown(words: str) -> str:
    return quoted(words, most=60).strip('"')


def _inside(mine: str, area: str) -> bool:
    if area.casefold() in mine.casefold():
        return True
    from osintkp.checks._where import holds

    return holds(area, mine)


def _goods(head: Claim, body: Claim) -> Iterator[Lost]:
    mine, theirs = head.item, body.item
    if mine is None or theirs is None or items.within(theirs, mine):
        return
    if items.within(mine, theirs):
        yield Lost(
            words=f"names {_shown(items.name(mine))} where the body has only {_shown(items.name(theirs))}"
        )
    elif items.related(mine, theirs) is Answer.NO:
        yield Lost(
            words=f"has {_shown(items.name(mine))} where the body has {_shown(items.name(theirs))}",
            apart=True,
        )
