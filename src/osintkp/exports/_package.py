"""What an export is given: the claims, what was found of them, and where their words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.findings import Cited, Findings
from osintkp.typed import guarded, not_of_its_type, typed


@typed
@attrs.frozen(kw_only=True)
class Rule:
    """
    A check as an export may tell of it.

    Attributes:
        code: Like ``QTY101``.
        name: Like ``figures-conflict``.
        page: Its page.
    """

    code: str
    name: str
    page: str


@typed
@attrs.frozen(kw_only=True)
class Package:
    """
    A corpus on its way out.

    Attributes:
        claims: The claims with their sources.
        check: Gives what the checks find; an export that tells nothing of it never asks.
        rules: Gives the checks by name.
        coded: Gives a source or a claim as the table that a coding has for it.
    """

    claims: Claims
    check: Callable[[], Findings]
    rules: Callable[[], Mapping[str, Rule]]
    coded: Callable[[Source | Claim], dict[str, Any]]

    @guarded
    def tables(self, things: Iterable[Source | Claim]) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Give id and table of some sources or claims, and the kind of a claim's record; of a source the empty text."""
        for each in things:
            if not isinstance(each, (Source, Claim)):
                raise not_of_its_type("things", each, Source | Claim)
            yield each.id, self.coded(each), each.kind if isinstance(each, Claim) else ""

    def lines(self) -> Mapping[str, Lines]:
        """Return the lines of every text that is at hand, by the id of its source."""
        return {source.id: Lines.of(source.text) for source in self.claims.sources if source.text is not None}


@attrs.frozen(kw_only=True)
class Place:
    """
    A place in a text.

    Attributes:
        line: From 1.
        column: From 1, in code points.
    """

    line: int
    column: int


@attrs.frozen(kw_only=True)
class Lines:
    """
    Where the lines of a text begin.

    Attributes:
        starts: Offsets in code points.
        length: Of the text.
    """

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> Lines:
        r"""Return where lines start; ``\r\n``, ``\n`` and ``\r`` end one, as in SARIF, and nothing else does."""
        starts = [0]
        for index, letter in enumerate(text, 1):
            if letter == "\n" or (letter == "\r" and text[index : index + 1] != "\n"):
                starts.append(index)
        return cls(starts=tuple(starts), length=len(text))

    def place(self, offset: int) -> Place:
        r"""
        Return the line and column of an offset in code points.

        Example:
            >>> Lines.of("Port Sudan\nreceived 12 trucks").place(20)
            Place(line=2, column=10)
        """
        line = bisect_right(self.starts, offset)
        return Place(line=line, column=offset - self.starts[line - 1] + 1)


def stretch(cited: Cited, lines: Mapping[str, Lines]) -> tuple[Place, Place] | None:
    """Return where quoted words begin and end in their article; None where its text is not at hand."""
    found, span = lines.get(cited.source), cited.span
    if found is None or span.start is None or span.end is None or span.end > found.length:
        return None
    return found.place(span.start), found.place(span.end)
