"""The titles that claims give a person, each held against the person's terms of that office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from osintkp.checks._terms import begun, held, over
from osintkp.checks._titles import Title, same_office, title_of
from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.facts import ReferenceOffice
from osintkp.group import Group
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer

How = Literal["held", "open", "later", "before", "after", "between", "unlisted", "not former"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Use:
    """
    A title that a claim gives a person.

    Attributes:
        claim: The claim.
        role: The title as printed.
        title: What it means.
        at: The day on which the person spoke so.
        printed: When the source came out; None when nobody knows.
        terms: The person's terms of that office.
        how: How the title stands to them at that day.
    """

    claim: Claim
    role: str
    title: Title
    at: When
    printed: When | None
    terms: tuple[ReferenceOffice, ...]
    how: How


def uses_of(group: Group, person: str, offices: tuple[ReferenceOffice, ...]) -> Iterator[Use]:
    """Give each title that the claims of a group give a person at a day that is known."""
    for claim in group.claims:
        source = group.beyond.sources.get(claim.source)
        printed = source.published if source is not None else None
        for place, link in enumerate(claim.attribution):
            title = title_of(link.role, actors.root(person)) if link.actor == person and link.role else None
            at = link.when or (claim.said if place == 0 else None) or printed
            if title is not None and at is not None:
                terms = tuple(each for each in offices if _fits(title, each))
                how = _standing(title, terms, at, printed)
                yield Use(
                    claim=claim,
                    role=link.role or "",
                    title=title,
                    at=at,
                    printed=printed,
                    terms=terms,
                    how=how,
                )


def _fits(title: Title, office: ReferenceOffice) -> bool:
    there = title.of is None or office.body is None or actors.root(title.of) == actors.root(office.body)
    return there and same_office(title, office.title)


def _standing(title: Title, terms: tuple[ReferenceOffice, ...], at: When, printed: When | None) -> How:
    answers = [held(each, at) for each in terms]
    if title.former:
        ended = any(over(each, at) is not Answer.NO for each in terms)
        return "not former" if Answer.YES in answers and not ended else "held"
    if Answer.YES in answers:
        return "held"
    if Answer.UNDECIDED in answers:
        return "open"
    if not terms:
        return "unlisted"
    today = [held(each, printed) for each in terms] if printed is not None else []
    if Answer.YES in today or Answer.UNDECIDED in today:
        return "later"
    if all(begun(each, at) is Answer.NO for each in terms):
        return "before"
    return "after" if all(over(each, at) is Answer.YES for each in terms) else "between"
