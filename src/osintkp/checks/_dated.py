"""The dates of a claim, and which of two days certainly came first, clocks around the world allowed for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from osintkp.claim import Claim
from osintkp.dates import When
from osintkp.difference import fields_of
from osintkp.evidence import Source
from osintkp.records import Record
from osintkp.vocabulary.scales import Answer

ZONES = "one moment bears two dates in two time zones: days that lie one apart may be the same"
NEAR = "one day in two time zones, or a date is wrong"
FIELDS = {
    "when": "the event",
    "signed": "the signing",
    "in_force": "the entry into force",
    "since": "the beginning",
    "until": "the end",
    "ended": "the end",
}
DATES = tuple(FIELDS)
BY_PARTY = ("ratified",)
_DAY = timedelta(days=1)


def ahead(earlier: When, later: When) -> int:
    """
    Return by how many days one date certainly lies before another; 0 where it need not.

    Example:
        >>> june = When.parse("2024-06")
        >>> ahead(june, When.parse("2024-07-03")), ahead(june, When.parse("2024"))
        (3, 0)
    """
    if earlier.latest is None or later.earliest is None or earlier.before(later) is not Answer.YES:
        return 0
    return (later.earliest - earlier.latest).days


def ahead_everywhere(earlier: When, later: When) -> bool:
    """
    Tell whether one date certainly lies before another whatever time zone each was written in.

    Example:
        >>> eve, morrow = When.parse("2024-06-18"), When.parse("2024-06-19")
        >>> ahead_everywhere(eve, morrow), ahead_everywhere(eve, When.parse("2024-06-20"))
        (False, True)
    """
    if ahead(earlier, later) < 2 or earlier.latest is None or later.earliest is None:
        return False
    if not (earlier.approximate or earlier.uncertain or later.approximate or later.uncertain):
        return True
    next_day, eve = When.point(earlier.latest + _DAY), When.point(later.earliest - _DAY)
    return next_day.before(later) is Answer.YES and earlier.before(eve) is Answer.YES


def record_dates(record: Record) -> Iterator[tuple[str, str, When]]:
    """
    Give the dates of a record, each with its field and what it is the date of.

    Example:
        >>> from osintkp.records.treaty import Treaty
        >>> treaty = Treaty(signed=When.parse("2019-11-27"), ratified={"TR": When.parse("2019-12-05")})
        >>> [(field, words, str(when)) for field, words, when in record_dates(treaty)]
        [('signed', 'the signing', '2019-11-27'), ('ratified', 'the ratification by TR', '2019-12-05')]
    """
    for field in fields_of(record, DATES):
        value = getattr(record, field)
        if isinstance(value, When):
            yield field, FIELDS[field], value
    for field in fields_of(record, BY_PARTY):
        by_party = getattr(record, field)
        if isinstance(by_party, Mapping):
            for party in sorted(by_party):
                yield field, f"the ratification by {party}", by_party[party]


def tellings(claim: Claim) -> Iterator[tuple[str, When]]:
    """
    Give the days on which a claim was told before it was printed, each with how.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> said = When.parse("2020-11-09")
        >>> list(tellings(Claim(id="a/1", source="a", record=Loss(), said=said)))
        [('a/1 was said', When(edtf='2020-11-09', words=None, anchor=None))]
    """
    if claim.said is not None:
        by = f" by {claim.speaker}" if claim.speaker else ""
        yield f"{claim.id} was said{by}", claim.said
    for link in claim.attribution:
        if link.when is not None:
            yield f"{link.actor} passed {claim.id} on", link.when


def inference(source: Source) -> tuple[str, ...]:
    """
    Return the assumption that an inferred date of publication is; empty where the document states it.

    Example:
        >>> inference(Source(id="blog", published_basis="names the vote of 3 May"))
        ('when blog came out was inferred: names the vote of 3 May',)
    """
    if source.published_basis is None:
        return ()
    return (f"when {source.id} came out was inferred: {source.published_basis}",)
