"""What all steps of one check of a store have to know, and where they put down what they learn."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from osintkp.checks import Check, Wanted, by_circle
from osintkp.claim import Suppression
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError
from osintkp.evidence import Source
from osintkp.group import Grouping, Round
from osintkp.store.decoding import source_of
from osintkp.store.fetching import claims_of, numbers_of
from osintkp.store.layout import is_store
from osintkp.store.shelf import Settings, Shelf, replaced

HEADS = "SELECT coded FROM sources"
SOME_HEADS = "SELECT id, coded FROM sources WHERE id IN (SELECT value FROM wanted)"


@attrs.frozen(kw_only=True)
class Work:
    """
    One check of one store; it can be sent to another process, and to another machine that has the same folders.

    Attributes:
        folder: The store.
        digest: The hash of its manifest when the check began: of no other store is anything told.
        scratch: Where steps read what is known so far.
        wanted: What is asked.
        memory: How much DuckDB may use in each process; None for 256 MB.
    """

    folder: Path
    digest: str
    scratch: Path
    wanted: Wanted
    memory: str | None = None

    @property
    def groupings(self) -> tuple[tuple[Check, Grouping], ...]:
        """Return every grouping of every check, by the number under which steps speak of it."""
        return tuple((check, part) for check in self.wanted.checks for part in check.parts)

    @property
    def first_places(self) -> tuple[int, ...]:
        """Return for each of these the place of the first that is the same: its groups are formed once for all checks."""
        parts = [part for _, part in self.groupings]
        return tuple(parts.index(part) for part in parts)

    @property
    def learning(self) -> tuple[Grouping, ...]:
        """Return the groupings of which something has to be known: those, and the one of circles, which others look at too."""
        return (*(part for _, part in self.groupings), by_circle)

    def asked(self, known: Known) -> dict[int, Round]:
        """Return the rounds in which claims are to be read next, by the first place of their grouping: one that stands twice is asked once."""
        every, turn = self.learning, known.turn
        return {
            place: part.rounds[turn]
            for place, part in enumerate(every)
            if len(part.rounds) > turn
            and every.index(part) == place
            and not part.rounds[turn].idle(known.of[place])
        }

    @property
    def rounds(self) -> int:
        """Return how often all claims are read before any is grouped."""
        return max(len(part.rounds) for part in self.learning)

    @contextmanager
    def shelf(self) -> Iterator[Shelf]:
        """
        Give the opened store, which was verified before the first step, and close it.

        Raises:
            InvalidValueError: It is not there (``folder-unreachable``), or another one lies there now (``store-replaced``).
        """
        if not is_store(self.folder):
            raise unreachable(self.folder)
        opened = Shelf(self.folder, Settings(memory=self.memory, threads=1), hashes=False)
        if opened.manifest.digest != self.digest:
            raise replaced(self.folder)
        try:
            yield opened
        finally:
            opened.close()

    def put(self, name: str, what: Any) -> None:
        """Put down what all steps shall know, whole or not at all."""
        path = self.scratch / name
        path.with_suffix(".new").write_bytes(pickle.dumps(what))
        path.with_suffix(".new").replace(path)

    def got(self, name: str) -> Any:
        """Return what was put down."""
        try:
            raw = (self.scratch / name).read_bytes()
        except FileNotFoundError:
            raise unreachable(self.scratch) from None
        return pickle.loads(raw)  # noqa: S301  this run has put it there itself


def unreachable(folder: Path) -> InvalidValueError:
    """Return the error for a folder that the process that asks has, and the one that works for it has not."""
    what = "a process that checks cannot reach a folder that all have to share"
    fix = "put the store, and scratch=, where every worker sees them under one name"
    return InvalidValueError("folder-unreachable", what, str(folder), fix)


@attrs.frozen(kw_only=True)
class Known:
    """
    What is known of all claims so far.

    Attributes:
        turn: The round that comes next.
        of: What the rounds have made known, by the place of each grouping; the last is that of circles.
        rules: The suppressions, each with the id of its claim.
    """

    turn: int
    of: tuple[Any, ...]
    rules: tuple[tuple[str, Suppression], ...] = ()


class Lookup:
    """Looks up the few claims that a round has to see, in a store."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def heads(self) -> Iterator[Source]:
        """Give every source without its text."""
        return (source_of(coded, None) for (coded,) in self._shelf.rows(HEADS))

    def around(self, ids: Iterable[str]) -> Claims:
        """Return the claims with some ids, and all that they lead to."""
        return claims_of(self._shelf, numbers_of(self._shelf, ids).values())


def heads_of(shelf: Shelf, ids: Iterable[str]) -> dict[str, Source]:
    """Return some sources without their texts, by their ids."""
    rows = shelf.rows(SOME_HEADS, wanted={"wanted": sorted(set(ids))})
    return {name: source_of(coded, None) for name, coded in rows}
