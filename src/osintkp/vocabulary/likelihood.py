"""
Words of estimative probability: the scales of ICD 203 and of PHIA, each word with its band in percent.

A word belongs to its scheme: ``unlikely`` is 20-45 % in one and 25-35 % in the other. Likelihood is not confidence, and
neither is a grade. The table is ``data/likelihood.json``, made from ``tables/likelihood.toml``.
"""

from __future__ import annotations

import functools
from typing import Any

import attrs

from osintkp.errors import InvalidValueError
from osintkp.vocabulary import letters
from osintkp.vocabulary.tables import whole_table


@attrs.frozen(kw_only=True)
class Likelihood:
    """
    A word of a scale and the band that it stands for.

    Bands are half-open, ``low`` counted in and ``high`` not, but for the top one of a scale: those of ICD 203 touch,
    those of PHIA leave gaps on purpose.

    Attributes:
        scheme: Id of the scale: ``icd203`` or ``phia``.
        word: The word as the scale has it.
        row: The row of ICD 203, 1 or 2, whose words are not to be mixed; None for a scale of one row.
        low: Lower bound in percent.
        high: Upper bound in percent.
        citation: Where the band is from.
        basis: ``found`` in the cited source, or ``memory`` where any part of the band is from memory.
    """

    scheme: str
    word: str
    row: int | None
    low: float
    high: float
    citation: str
    basis: str


@functools.cache
def _schemes() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = whole_table("likelihood")["schemes"]
    return found


def schemes() -> tuple[str, ...]:
    """
    Return the ids of the scales.

    Example:
        >>> schemes()
        ('icd203', 'phia')
    """
    return tuple(_schemes())


def bands(scheme: str) -> tuple[Likelihood, ...]:
    """
    Return the words of a scale, row by row from the least likely to the most.

    Raises:
        InvalidValueError: There is no such scale (``likelihood-scheme-unknown``).

    Example:
        >>> [band.word for band in bands("phia")][:2]
        ['remote chance', 'highly unlikely']
    """
    table = _schemes().get(scheme)
    if table is None:
        raise InvalidValueError(
            "likelihood-scheme-unknown", "there is no such scale", scheme, f"write {' or '.join(schemes())}"
        )
    return tuple(
        Likelihood(
            scheme=scheme,
            word=row["word"],
            row=row.get("row"),
            low=float(row["low"]),
            high=float(row["high"]),
            citation=table["citation"],
            basis=table["basis"],
        )
        for row in table["words"]
    )


@functools.cache
def _words(scheme: str) -> dict[str, Likelihood]:
    rows = zip(_schemes()[scheme]["words"], bands(scheme), strict=True)
    return {letters.fold(form): band for row, band in rows for form in (row["word"], *row.get("also", ()))}


def likelihood(scheme: str, word: str) -> Likelihood:
    """
    Return the band that a word stands for in a scale; case and hyphens make no difference.

    Raises:
        InvalidValueError: There is no such scale (``likelihood-scheme-unknown``), or it has no such word
            (``likelihood-word-unknown``).

    Example:
        >>> band = likelihood("icd203", "very likely")
        >>> band.low, band.high, likelihood("phia", "realistic possibility").high
        (80.0, 95.0, 50.0)
    """
    found = {band.word: band for band in bands(scheme)}
    band = _words(scheme).get(letters.fold(word))
    if band is None:
        fix = f"write one of: {', '.join(found)}"
        raise InvalidValueError("likelihood-word-unknown", f"{scheme} has no such word", word, fix)
    return band
