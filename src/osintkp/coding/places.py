"""Places: what a load has taken so far, and in which file and line it stands, kept in few bytes and looked up seldom."""

from __future__ import annotations

from array import array
from pathlib import Path

from osintkp.claim import Claim
from osintkp.evidence import Source

Where = tuple[Path, int | None]
NO_LINE = -1


class Places:
    """
    Keeps sources and claims by their ids, each with its file and line; no two ids are the same but for capitals.

    Attributes:
        sources: The sources so far.
        claims: The claims so far.

    Example:
        >>> places = Places()
        >>> places.open(Source(id="s1"), (Path("a.jsonl"), 1))
        >>> places.taken("S1"), places.of("s1")[1]
        ('s1', 1)
    """

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self.claims: dict[str, Claim] = {}
        self._capitals: dict[str, str] = {}
        self._opened: dict[str, Where] = {}
        self._lines = array("q")
        self._numbers: dict[str, int] | None = None

    def open(self, source: Source, where: Where) -> None:
        """Keep a source whose id is not taken; its claims stand in the same file."""
        self.sources[source.id] = source
        self._opened[source.id] = where
        small = source.id.lower()
        if small != source.id:
            self._capitals[small] = source.id

    def keep(self, name: str, claim: Claim, line: int | None) -> bool:
        """Keep a claim with its line, and return true; false if its id is taken."""
        small = name.lower()
        if small in self._capitals or (small != name and small in self.claims):
            return False
        if self.claims.setdefault(name, claim) is not claim:
            return False
        if small != name:
            self._capitals[small] = name
        if self._numbers is not None:
            self._numbers[name] = len(self._lines)
        self._lines.append(NO_LINE if line is None else line)
        return True

    def taken(self, name: str) -> str | None:
        """Return the id that is the same but for capitals; None where there is none."""
        small = name.lower()
        return small if small in self.claims or small in self.sources else self._capitals.get(small)

    def of(self, name: str) -> Where:
        """Return where an id stands."""
        source, _, own = name.partition("/")
        file, line = self._opened[source]
        if own:
            if self._numbers is None:
                self._numbers = {each: number for number, each in enumerate(self.claims)}
            number = self._lines[self._numbers[name]]
            line = None if number == NO_LINE else number
        return file, line
