"""Terms of office held against a date: held, not held, or open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from osintkp.checks._titles import Title, only_office
from osintkp.dates import When
from osintkp.facts import Facts, ReferenceOffice
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Answer

HANDOVER = timedelta(days=7)


def begun(office: ReferenceOffice, at: When) -> Answer:
    """Return whether an office had begun at a date; a week before its first day is undecided."""
    since = office.since
    if since is None:
        return Answer.UNDECIDED
    late = at.before(since) is Answer.YES and not _near(at.latest, since.earliest)
    return Answer.of(yes=_reached(since.latest, at.earliest), no=late)


def over(office: ReferenceOffice, at: When) -> Answer:
    """Return whether an office had ended at a date; a week after its last day is undecided."""
    until = office.until
    if until is None:
        return Answer.NO
    past = until.before(at) is Answer.YES and not _near(until.latest, at.earliest)
    return Answer.of(yes=past, no=_reached(at.latest, until.earliest))


def held(office: ReferenceOffice, at: When) -> Answer:
    """
    Return whether an office was held at a date, which is some day within its bounds.

    Example:
        >>> from osintkp.facts import shipped
        >>> (office,) = shipped().offices_of("jens-stoltenberg")
        >>> [str(held(office, When.parse(at))) for at in ("2020", "2024", "2025-03", "2024-10-04")]
        ['yes', 'undecided', 'no', 'undecided']
    """
    return begun(office, at) & ~over(office, at)


def _reached(first: date | None, then: date | None) -> bool:
    return first is not None and then is not None and first <= then


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and other - one <= HANDOVER


def holders(title: Title, state: str, at: When, facts: Facts) -> Iterator[ReferenceOffice]:
    """Give the offices of others who certainly held, at a date, the one office of a state that a title means."""
    for person in _persons(title, facts):
        for office in facts.offices_of(person):
            fits = only_office(title, office.title) and office.body is not None
            if fits and actors.root(office.body or "") == state and held(office, at) is Answer.YES:
                yield office


def _persons(title: Title, facts: Facts) -> list[str]:
    own = {office.holder for office in facts.offices}
    listed = (
        each.id for each in actors.actors().values() if any(only_office(title, o.title) for o in each.offices)
    )
    return sorted({*own, *listed})


def term(office: ReferenceOffice) -> str:
    """
    Return the term of an office in words.

    Example:
        >>> from osintkp.facts import shipped
        >>> term(shipped().offices_of("jens-stoltenberg")[0])
        '2014-10-01 to 2024-10-01'
    """
    if office.since is None:
        return f"until {office.until}" if office.until else "at dates that the table does not have"
    return f"{office.since} to {office.until}" if office.until else f"from {office.since} on"


def together(one: ReferenceOffice, other: ReferenceOffice) -> tuple[date, date | None] | None:
    """Return the first and last day on which two offices were certainly held at once; None for no last or no such day."""
    starts = [office.since.latest if office.since else None for office in (one, other)]
    ends = [office.until.earliest for office in (one, other) if office.until and office.until.earliest]
    if starts[0] is None or starts[1] is None:
        return None
    first, last = max(starts[0], starts[1]), min(ends, default=None)
    return None if last is not None and last < first else (first, last)


def cited(offices: Iterable[ReferenceOffice]) -> tuple[str, ...]:
    """Return where the dates of some offices are from, each line once."""
    return tuple(dict.fromkeys(office.cited for office in offices))
