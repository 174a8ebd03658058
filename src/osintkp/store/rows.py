"""Claims and sources as rows of a store: what is asked for by columns, and the coding that they come back from."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from typing import Any

from osintkp.claim import Claim
from osintkp.coding.saving import claim_data, source_data
from osintkp.dates import When
from osintkp.dates.edtf import bounds
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.lineage.matters import matter
from osintkp.store.decoding import restored
from osintkp.triage import topic
from osintkp.vocabulary.scales import LinkKind

NUL = "\\u0000"
LONG = 500_000
MOST = 100_000

Row = tuple[Any, ...]


def dumps() -> Callable[[Any], str]:
    """Return what writes plain data as one line of JSON."""
    return json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Rows:
    """Makes rows; what many claims share is worked out once."""

    def __init__(self) -> None:
        self._dumps = dumps()
        self._days: dict[str, tuple[date | None, date | None]] = {}
        self._hashes: dict[object, int] = {}

    def claim(self, number: int, claim: Claim, source: Source | None) -> Row:
        """
        Return a claim as a row.

        Args:
            number: Its place among all claims, from 0.
            claim: The claim.
            source: The source that it stands in; None where that is not there.

        Raises:
            InvalidValueError: No coding can say the claim as it is (``not-codable``).
        """
        record, amount, when = claim.record, claim.amount, claim.when
        coded = self._dumps(claim_data(claim))
        met = _met(claim)
        _refuse_uncodable(claim, coded, met)
        first, last = (None, None) if when is None else self._ends(when)
        known = (None if source is None else source.published) or claim.said
        return (
            number, claim.id, claim.source, claim.kind, _text(record.of("sender")), _text(record.of("recipient")),
            [actor for actor in claim.actors if actor is not None], [link.actor for link in claim.attribution],
            claim.item, when is not None, first, last,
            None if amount is None else amount.low, None if amount is None else amount.high, None if amount is None else amount.unit,
            claim.stance.value, claim.modality.value, claim.speaker,
            claim.attribution[0].actor if claim.attribution else None, claim.part.value,
            None if known is None else self._ends(known)[0], self._topic(claim), self._matter(claim),
            any(link.kind is LinkKind.REPEATS for link in claim.links), coded, met,
        )  # fmt: skip

    def _ends(self, when: When) -> tuple[date | None, date | None]:
        """Return the first and last day that a date may mean with all leeway; None where nothing bounds it."""
        found = self._days.get(when.edtf)
        if found is None:
            given = bounds(when.edtf)
            found = (None, None)
            if given is not None and given.is_dated:
                first, last = given.start.first, given.end.last
                found = (None if first == date.min else first, None if last == date.max else last)
            if len(self._days) < MOST:
                self._days[when.edtf] = found
        return found

    def _topic(self, claim: Claim) -> int:
        about = topic(claim)
        return stable(claim.id) if about is None else self._hash(about)

    def _matter(self, claim: Claim) -> int | None:
        about = matter(claim)
        return None if about is None else self._hash(about)

    def _hash(self, about: object) -> int:
        found = self._hashes.get(about)
        if found is None:
            found = stable(about)
            if len(self._hashes) < MOST:
                self._hashes[about] = found
        return found

    def source(self, number: int, source: Source) -> Row:
        """Return a source as a row."""
        return (
            number,
            source.id,
            source.publisher,
            source.derived_from,
            self._dumps(source_data(source)),
            source.text,
        )


def links(number: int, claim: Claim) -> list[Row]:
    """Return the links of a claim as rows, without the numbers that their ends get."""
    return [(number, link.kind.value, link.claim, None) for link in claim.links]


def stable(about: object) -> int:
    """
    Return a whole number of 63 bits for plain data, the same in every process and on every machine.

    Example:
        >>> stable(("loss", ("SD",), (("piece", 1),)))
        7540997708877745723
    """
    text = json.dumps(about, ensure_ascii=True, default=str)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _met(claim: Claim) -> str | None:
    """Return how each quote was met in the text, which no coding says; None where that is not known of any."""
    if all(span.status is None for span in claim.spans):
        return None
    return ",".join("" if span.status is None else span.status.value for span in claim.spans)


def _refuse_uncodable(claim: Claim, coded: str, met: str | None) -> None:
    """Refuse a claim that would come back as another, or not at all; all but odd ones are known to come back."""
    if any("/" not in link.claim for link in claim.links):
        same = False
    elif NUL not in coded and len(coded) < LONG:
        return
    else:
        try:
            same = restored(claim.source, coded, met) == claim
        except InvalidValueError:
            same = False
    if not same:
        what, fix = (
            "no coding can say this claim as it is",
            "leave out the character NUL, and name claims by whole ids",
        )
        raise InvalidValueError("not-codable", what, claim.id, fix)
