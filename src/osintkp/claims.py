"""Ordered, id-keyed collections of sources and claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from osintkp.claim import Claim
from osintkp.errors import ArgumentError, InvalidValueError, UnknownIdError
from osintkp.evidence import Source
from osintkp.typed import guarded, not_of_its_type

T = TypeVar("T", Claim, Source)
R = TypeVar("R")
_CLAIM = frozenset({Claim})
_SOURCE, _ID = attrgetter("source"), attrgetter("id")


class Table(Generic[T]):
    """
    Things with ids, in their order: iterating gives the things, ``[id]`` gives one.

    Two tables are equal when they hold the same things, in any order. A thing given twice stands once.

    Raises:
        InvalidValueError: Two different things have one id (``duplicate-id``).
        UnknownIdError: ``[id]`` names nothing; the nearest ids are named.

    Example:
        >>> sources = Table([Source(id="s1"), Source(id="s2")])
        >>> len(sources), sources["s2"].id, "s3" in sources, [source.id for source in sources]
        (2, 's2', False, ['s1', 's2'])
    """

    __slots__ = ("_by_id", "_every")
    _by_id: dict[str, T]

    @guarded
    def __init__(self, things: Iterable[T] = ()) -> None:
        self._every: list[T] = list(things)
        self._by_id = _named(self._every)
        if len(self._by_id) < len(self._every):
            self._by_id = _each_once(self._every)
            self._every = list(self._by_id.values())

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            """Work out, once, what a part of a table was not asked for before."""
            if name != "_by_id":
                raise AttributeError(f"{type(self).__name__} has no attribute {name!r}", name=name, obj=self)
            self._by_id = _named(self._every)
            return self._by_id

    def _hold(self, by_id: dict[str, T]) -> None:
        self._by_id, self._every = by_id, list(by_id.values())

    @property
    def in_order(self) -> Sequence[T]:
        """Return the things by their places in the order."""
        return self._every

    def __getitem__(self, key: str) -> T:
        try:
            return self._by_id[key]
        except (KeyError, TypeError):
            raise UnknownIdError(f"nothing has the id {key!r}; near it: {self._near(key)}") from None

    def _near(self, key: str) -> str:
        from difflib import get_close_matches

        return ", ".join(get_close_matches(str(key), self._by_id, n=3) or list(self._by_id)[:3]) or "nothing"

    def get(self, key: str) -> T | None:
        """Return the thing with this id, or None."""
        try:
            return self._by_id.get(key)
        except TypeError:
            raise not_of_its_type("key", key, str) from None

    def ids(self) -> tuple[str, ...]:
        """Return the ids in order."""
        return tuple(self._by_id)

    def __iter__(self) -> Iterator[T]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)

    def __contains__(self, key: object) -> bool:
        """Tell whether an id, or the very thing, is there."""
        if isinstance(key, (Claim, Source)):
            return self._by_id.get(key.id) == key
        return isinstance(key, str) and key in self._by_id

    def __eq__(self, other: object) -> bool:
        return self._by_id == other._by_id if isinstance(other, Table) else NotImplemented

    def __repr__(self) -> str:
        names = [*self.ids()[:6], *(["..."] if len(self) > 6 else [])]
        return f"<{type(self).__name__} of {len(self)}: {', '.join(names) or 'nothing'}>"


class Claims(Table[Claim]):
    """
    Claims together with the sources that they stand in.

    Attributes:
        sources: The sources by id.
        lineage: The claims that these were selected from, by which origins are followed; no part of ``==``.

    Example:
        >>> Claims(sources=[Source(id="s1")]).sources["s1"].id
        's1'
    """

    __slots__ = ("_taken_from", "_worked_out", "lineage", "sources")

    @guarded
    def __init__(
        self, claims: Iterable[Claim] = (), sources: Iterable[Source] = (), lineage: Claims | None = None
    ) -> None:
        super().__init__(claims)
        self.sources: Table[Source] = Table(sources)
        self._taken_from: Claims | None = None
        self.lineage: Claims = self if lineage is None else lineage
        self._worked_out: dict[Callable[[Claims], object], object] = {}

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            """Work out, once, what a part of the claims was not asked for before."""
            if name != "sources":
                return super().__getattr__(name)
            whole = self._taken_from
            if whole is not None:
                self.sources = whole.sources_of(self)
                self._taken_from = None
            return self.sources

    def __getstate__(self) -> object:
        """Send the claims without what was worked out of them: whoever gets them works it out again."""
        kept: dict[str, object] = super().__getstate__()[1]  # type: ignore[index]  # as of every class with slots
        return None, kept | {"_worked_out": {}}

    @classmethod
    @guarded
    def by_id(cls, claims: dict[str, Claim], sources: dict[str, Source]) -> Claims:
        """
        Return the claims and sources of two tables by id, which become a part of the answer and are not copied.

        Raises:
            ArgumentError: Something stands under another id than its own.

        Example:
            >>> Claims.by_id({}, {"s1": Source(id="s1")}).sources.ids()
            ('s1',)
        """
        for name, table in (("claims", claims), ("sources", sources)):
            if list(table) != list(map(_ID, table.values())):
                fix = "put everything under its own id"
                raise ArgumentError("wrong-type", f"{name} is no table by id", table, fix, field=name)
        made = cls()
        made._hold(claims)
        made.sources._hold(sources)  # noqa: SLF001  a table of the same kind, a moment old
        return made

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Claims):
            return NotImplemented
        return super().__eq__(other) and self.sources == other.sources

    def _repr_html_(self) -> str:
        from osintkp.cards import counted, listing

        title = f"{counted(len(self), 'claim')} in {counted(len(self.sources), 'source')}"
        return listing(title, ("claim", "says", "what", "words"), map(self._row, self))

    def _row(self, claim: Claim) -> tuple[object, ...]:
        from osintkp.cards import lines, quoted

        source = self.sources.get(claim.source)
        text = None if source is None else source.text
        says, _, what = claim.sentence().partition(" · ")
        return (
            claim.id,
            says,
            what,
            lines(quoted(each.quote, text, each.start, each.end) for each in claim.spans),
        )

    @guarded
    def source_of(self, claim: Claim) -> Source:
        """
        Return the source that a claim stands in.

        Raises:
            UnknownIdError: It is not among the sources.
        """
        return self.sources[claim.source]

    @guarded
    def once(self, work_out: Callable[[Claims], R]) -> R:
        """
        Return what a function works out of all these claims; they never change, so it is asked once.

        Example:
            >>> def count(claims):
            ...     print("counting")
            ...     return len(claims)
            >>> claims = Claims()
            >>> claims.once(count), claims.once(count)
            counting
            (0, 0)
        """
        if work_out not in self._worked_out:
            self._worked_out[work_out] = work_out(self)
        return cast("R", self._worked_out[work_out])

    @guarded
    def taking(self, work_out: Callable[[Claims], R], value: R) -> None:
        """Take what a function would work out of all these claims as known, from where more of them are at hand."""
        self._worked_out[work_out] = value

    def heads(self) -> Iterable[Source]:
        """Give every source."""
        return self.sources

    def around(self, _ids: Iterable[str]) -> Claims:
        """Return claims among which those with some ids are, and all that they lead to: these, where all are at hand."""
        return self

    @guarded
    def keep(self, claims: Iterable[Claim]) -> Claims:
        """Return some of the claims, with the sources that they stand in; where they come from stays known."""
        kept = list(claims)
        return Claims(kept, self.sources_of(kept), self.lineage)

    @guarded
    def part(self, claims: Iterable[Claim]) -> Claims:
        """
        Return a part of these very claims, each given once, like :meth:`keep`; what is not asked for is not worked out.

        Example:
            >>> from osintkp.records.loss import Loss
            >>> claims = Claims(
            ...     [Claim(id="a/1", source="a", record=Loss())], [Source(id="a"), Source(id="b")]
            ... )
            >>> claims.part(claims).sources.ids()
            ('a',)
        """
        made = Claims.__new__(Claims)
        made._every, made._worked_out = list(claims), {}  # noqa: SLF001  it is made here
        if not _CLAIM.issuperset(map(type, made._every)):  # noqa: SLF001  likewise
            raise not_of_its_type("claims", made._every, Iterable[Claim])  # noqa: SLF001  likewise
        made._taken_from = self if self._taken_from is None else self._taken_from  # noqa: SLF001  likewise
        made.lineage = self.lineage
        return made

    @guarded
    def sources_of(self, claims: Iterable[Claim]) -> Table[Source]:
        """Return the sources that some claims stand in, in their order."""
        places, every = self.once(_places), self.sources.in_order
        names = set(map(_SOURCE, claims))
        return Table([every[place] for place in sorted(places[name] for name in names if name in places)])


def _named(things: Iterable[T]) -> dict[str, T]:
    """Return things by their ids, the last of those that share one."""
    return {thing.id: thing for thing in things}


def _each_once(things: Iterable[T]) -> dict[str, T]:
    """Return things by their ids, the first of those that are equal; refuse different ones with one id."""
    found: dict[str, T] = {}
    for thing in things:
        first = found.setdefault(thing.id, thing)
        if first is not thing and first != thing:
            what = f"two different {type(thing).__name__.lower()}s have one id"
            raise InvalidValueError("duplicate-id", what, thing.id, "give one of them another id", field="id")
    return found


def _places(claims: Claims) -> dict[str, int]:
    return {name: place for place, name in enumerate(claims.sources.ids())}
