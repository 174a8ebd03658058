"""A corpus in a store: it need not fit memory; claims are made of it when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack, overload

from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.dates import When
from osintkp.errors import UnknownIdError
from osintkp.evidence import Source
from osintkp.facts import Facts
from osintkp.findings import Findings
from osintkp.origins import Origins
from osintkp.pausing import collection_paused
from osintkp.selecting import Conditions
from osintkp.sharded import Written, check, in_processes, in_turn
from osintkp.store import asking, fetching, prefilter
from osintkp.store.choosing import lineage_of, selected
from osintkp.store.decoding import Decoder, source_of
from osintkp.store.shelf import CODED, IN_ORDER, Shelf
from osintkp.typed import guarded_methods
from osintkp.vocabulary.scales import Severity

if TYPE_CHECKING:
    import pyarrow as pa

    from osintkp.figures import Figures
    from osintkp.flows import Flows
    from osintkp.timeline import Timeline

T = TypeVar("T", bound=Claim | Source)
NEAREST = "ORDER BY jaro_winkler_similarity(id, ?) DESC, number LIMIT 3"


class OnDemand(Generic[T]):
    """
    The claims, or the sources, of a store: ``[id]`` makes one, iterating makes one after the other, in order.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> from osintkp import load_seeds, open
        >>> with TemporaryDirectory() as folder:
        ...     load_seeds().to_parquet(f"{folder}/seeds")
        ...     with open(f"{folder}/seeds") as stored:
        ...         len(stored.sources), "s9" in stored.sources, stored.sources["s3"].publisher
        (4, False, 'Prospect Foundation')
    """

    def __init__(
        self,
        shelf: Shelf,
        table: str,
        count: int,
        fetch: Callable[[str], T | None],
        every: Callable[[], Iterator[T]],
    ) -> None:
        self._shelf, self._table, self._count = shelf, table, count
        self._fetch, self._every = fetch, every

    def __getitem__(self, key: str) -> T:
        found = self.get(key)
        if found is None:
            query = f"SELECT id FROM {self._table} {NEAREST}"  # noqa: S608  the name is one of two
            near = ", ".join(name for (name,) in self._shelf.rows(query, [str(key)])) or "nothing"
            raise UnknownIdError(f"nothing has the id {key!r}; near it: {near}")
        return found

    def get(self, key: str) -> T | None:
        """Return the thing with this id, or None."""
        return self._fetch(key)

    def __contains__(self, key: object) -> bool:
        """Tell whether an id, or the very thing, is there."""
        if isinstance(key, (Claim, Source)):
            return self.get(key.id) == key
        return isinstance(key, str) and self.get(key) is not None

    def __iter__(self) -> Iterator[T]:
        return self._every()

    def __len__(self) -> int:
        return self._count


@guarded_methods
class StoredCorpus:
    """
    A corpus in a store, opened: what it is asked for is looked up in columns, and made when it is needed.

    What :meth:`select`, :meth:`as_of` and :meth:`without` give is a corpus in memory, equal to what the same question gives
    of the whole corpus in memory, with the claims that its origins and circles go through behind it. Use it in a ``with``
    block, or close it; it can be sent to another process, which opens it anew.

    Attributes:
        claims: The claims on demand.
        sources: The sources on demand.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> import osintkp
        >>> with TemporaryDirectory() as folder:
        ...     osintkp.load_seeds().to_parquet(f"{folder}/seeds")
        ...     with osintkp.open(f"{folder}/seeds") as stored:
        ...         stored, stored.select(kind="limit")
        (<StoredCorpus: 4 sources, 114 claims>, <Corpus: 1 source, 1 claim, 0 problems>)
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        counts = shelf.manifest
        self.claims: OnDemand[Claim] = OnDemand(
            shelf, "claims", counts.claims, self._claim, self._every_claim
        )
        self.sources: OnDemand[Source] = OnDemand(
            shelf, "sources", counts.sources, self._source, self._every_source
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredCorpus, (self._shelf,)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open; it opens again when it is asked something."""
        self._shelf.close()

    def __len__(self) -> int:
        return len(self.claims)

    def __repr__(self) -> str:
        counts = {"source": len(self.sources), "claim": len(self.claims)}
        words = (f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())
        return f"<StoredCorpus: {', '.join(words)}>"

    def select(self, **conditions: Unpack[Conditions]) -> Corpus:
        """
        Return the claims that meet every condition, with their sources, as a corpus in memory.

        Args:
            **conditions: As for :meth:`osintkp.Corpus.select`.

        Raises:
            InvalidValueError: As for :meth:`osintkp.Corpus.select`; or the store is not as it was written
                (``store-damaged``).
            UnitError: No unit has the name that was given.
        """
        return self._corpus(conditions)

    def as_of(self, day: When | date | str, **conditions: Unpack[Conditions]) -> Corpus:
        """
        Return what can have been known by a day among the claims that meet some conditions, as a corpus in memory.

        Without conditions that is nearly everything: name some where that does not fit memory.
        """
        limit = When.of(day)
        return self._corpus(conditions, [prefilter.known_by(limit)]).as_of(limit)

    def without(self, *sources: str, **conditions: Unpack[Conditions]) -> Corpus:
        """
        Return the claims that meet some conditions as if some sources had never been read, as a corpus in memory.

        Raises:
            UnknownIdError: A source is not there.
        """
        gone = frozenset(self.sources[name].id for name in sources)
        return self._corpus(conditions, [prefilter.outside(gone)], gone)

    def figures(self, **conditions: Unpack[Conditions]) -> Figures:
        """Return every figure among the claims that meet some conditions, as :meth:`osintkp.Corpus.figures` does."""
        from osintkp.figures import Figures

        found = self._corpus(conditions)
        return Figures(found.claims.lineage, found.claims)

    def origins(self, **conditions: Unpack[Conditions]) -> Origins:
        """Return the origins behind the claims that meet some conditions, as :meth:`osintkp.Corpus.origins` does."""
        found = self._corpus(conditions)
        return Origins(found.claims.lineage, found.claims)

    def flows(self, **conditions: Unpack[Conditions]) -> Flows:
        """Return who passes what to whom among the claims that meet some conditions."""
        return self._corpus(conditions).flows()

    def timeline(self, **conditions: Unpack[Conditions]) -> Timeline:
        """Return the claims that meet some conditions in order of time."""
        return self._corpus(conditions).timeline()

    @overload
    def check(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | str | PathLike[str] | None = None,
        severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None, jobs: int = 1,
        to: None = None,
    ) -> Findings: ...  # fmt: skip

    @overload
    def check(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | str | PathLike[str] | None = None,
        severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None, jobs: int = 1,
        to: str | PathLike[str],
    ) -> Written: ...  # fmt: skip

    def check(
        self, select: Iterable[str] = (), ignore: Iterable[str] = (), *, using: Facts | str | PathLike[str] | None = None,
        severities: Mapping[str, Severity | str] | None = None, at_least: Severity | str | None = None, jobs: int = 1,
        to: str | PathLike[str] | None = None,
    ) -> Findings | Written:  # fmt: skip
        """
        Return what the checks find: what they find in the whole corpus in memory, in the same order.

        The claims are read part by part; only the findings have to fit memory, and with ``to=`` not even these.
        :func:`osintkp.scale.check` does it on a cluster.

        Args:
            select: As for :meth:`osintkp.Corpus.check`, and so all that follow.
            ignore: As there.
            using: As there.
            severities: As there.
            at_least: As there; with very many claims the findings of ``info`` alone may fill the memory.
            jobs: In how many processes, started anew: a script needs ``if __name__ == "__main__":``.
            to: A file that the findings are written to, of Parquet and in their order; None returns them.

        Raises:
            UnknownCheckError: A name means no check.
            InvalidValueError: There is no such severity, or ``jobs`` is below 1.
            WritingError: The file could not be written.
        """
        settings, scheduler = self._shelf.settings, in_turn if jobs == 1 else in_processes(jobs)
        asked: Any = {
            "using": using, "severities": severities, "at_least": at_least, "to": to,
            "scheduler": scheduler, "memory": settings.memory, "scratch": settings.scratch,
        }  # fmt: skip
        found: Findings | Written = check(self._shelf.folder, select, ignore, **asked)
        return found

    def load(self) -> Corpus:
        """Return the whole corpus in memory, equal to the one that was saved."""
        with collection_paused():
            return Corpus(claims=Claims(self.claims, self.sources))

    def batches(self, columns: Sequence[str] = CODED, rows: int = IN_ORDER) -> Iterator[pa.RecordBatch]:
        """
        Give all claims in order as batches of Arrow, in little memory; the checksum of every page that is read is compared.

        Args:
            columns: What is wanted of each claim.
            rows: How many claims are in a batch.

        Raises:
            InvalidValueError: There is no such column (``unknown-column``), or no such number of rows (``out-of-range``).
        """
        return self._shelf.batches(columns, rows)

    def claims_of(self, numbers: Iterable[int]) -> Claims:
        """
        Return claims by their numbers, their places in the store from 0, in order, with their sources.

        With them come the claims that they lead to by links and the sources that theirs rewrite, through however many.
        Numbers that are not there are left out.

        Raises:
            InvalidValueError: These are no numbers of claims (``wrong-type``, ``out-of-range``).
        """
        with collection_paused():
            return fetching.claims_of(self._shelf, asking.numbers_of(numbers))

    def holding(self, ids: Iterable[str]) -> Corpus:
        """Return the claims with some ids, and what they lead to, as a corpus in memory; ids that are not there are left out."""
        return Corpus(claims=self.claims_of(fetching.numbers_of(self._shelf, asking.ids_of(ids)).values()))

    def sources_of(self, ids: Iterable[str]) -> list[Source]:
        """Return sources by their ids, and those that they rewrite, through however many, in order."""
        return fetching.sources_of(self._shelf, asking.ids_of(ids))

    @property
    def shelf(self) -> Shelf:
        """Return the opened files, for whoever works on them without making objects."""
        return self._shelf

    def _claim(self, name: str) -> Claim | None:
        query = "SELECT source, coded, met FROM claims WHERE id = ?"
        return next((Decoder().claim(*row) for row in self._shelf.rows(query, [str(name)])), None)

    def _source(self, name: str) -> Source | None:
        query = "SELECT coded, text FROM sources WHERE id = ?"
        return next((source_of(*row) for row in self._shelf.rows(query, [str(name)])), None)

    def _every_claim(self) -> Iterator[Claim]:
        decoder = Decoder()
        for batch in self.batches(("source", "coded", "met")):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                yield decoder.claim(*row)

    def _every_source(self) -> Iterator[Source]:
        query = "SELECT coded, text FROM sources ORDER BY number"
        return (source_of(*row) for row in self._shelf.rows(query))

    def _corpus(
        self,
        conditions: Conditions,
        more: Sequence[prefilter.Clause] = (),
        gone: frozenset[str] = frozenset(),
    ) -> Corpus:
        """Return the claims that meet conditions, before other claims and sources that their lineage needs."""
        with collection_paused():
            kept = selected(self._shelf, prefilter.plain(conditions), more, gone)
            beyond = lineage_of(self._shelf, kept, gone)
            names = {claim.source for claim in kept.values()}
            sources = (source for source in beyond.sources if source.id in names)
            return Corpus(claims=Claims((kept[number] for number in sorted(kept)), sources, beyond))
