"""Where claims come from: attribution chains, repetitions and rewritten sources followed to their beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from osintkp import inert
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import UNKNOWN, Source
from osintkp.inert import printable
from osintkp.lineage.circles import circles
from osintkp.lineage.edges import Edge, edges
from osintkp.lineage.factors import Factor, shared
from osintkp.lineage.nodes import OUTSIDE, Node, Step
from osintkp.lineage.outlets import Outlets, own_voice
from osintkp.lineage.trails import repeated, trail
from osintkp.markup import Html
from osintkp.typed import guarded
from osintkp.vocabulary import actors
from osintkp.vocabulary.fields import printed

if TYPE_CHECKING:
    from altair import LayerChart

    from osintkp.lineage.arrows import Stop
    from osintkp.plots.origins import Point

SAME_BODY = (
    "officials and agencies of one government, and members of one organisation's staff, count as one origin"
)

FOOT = f"{OUTSIDE} a step that the coder knows of from elsewhere"
MOST_NAMES, MOST_STEPS, MOST_WAYS, MOST_ORIGINS, MOST_FOLLOWED = 6, 4, 12, 40, 200


@attrs.frozen(kw_only=True)
class Origin:
    """
    Where the words of a claim begin.

    Attributes:
        id: The top body behind the first actor of the chain (``KR`` for its defence minister), for a source's own voice
            the body that publishes it, if that acts or looks for itself, else the id of the source; or ``unknown``.
        actor: The first actor of the chain, or that publisher; None where a source speaks in its own voice.

    Example:
        >>> Origin(id="unknown").known
        False
    """

    __repr__ = printed

    id: str
    actor: str | None = None

    @property
    def known(self) -> bool:
        """Whether somebody stands at the beginning. An unknown origin never counts as independent."""
        return self.id != UNKNOWN

    def __str__(self) -> str:
        return printable(self.id if self.actor in (None, self.id) else f"{self.id} ({self.actor})")


_NOBODY = Origin(id=UNKNOWN)


def origin_of(claim: Claim, claims: Claims) -> Origin:
    """
    Return where a claim comes from, following repetitions to the claim that they repeat.

    A chain that runs in a circle has an unknown origin.

    Example:
        >>> from osintkp.evidence import Link, Source
        >>> from osintkp.records.loss import Loss
        >>> said = Claim(id="a/1", source="a", record=Loss(), attribution=(Link(actor="ua-general-staff"),))
        >>> str(origin_of(said, Claims([said], [Source(id="a")])))
        'UA (ua-general-staff)'
    """
    claims = claims.lineage
    known = claims.once(_none_yet)
    traced, origin = known.get(claim.id, (None, None))
    return origin if traced is claim and origin is not None else _traced(claim, claims, known)


def _none_yet(_: Claims) -> dict[str, tuple[Claim, Origin]]:
    """Return where the origins of some claims are kept once they were traced, by the ids of the claims."""
    return {}


def _traced(claim: Claim, claims: Claims, known: dict[str, tuple[Claim, Origin]]) -> Origin:
    """Return where a claim comes from, and keep it for all that it goes back to: they come from there too."""
    walk = {claim.id: claim}
    while (told := repeated(claim, claims) if claim.links else None) is not None and told.id not in walk:
        kept, origin = known.get(told.id, (None, None))
        if kept is told and origin is not None:
            break
        walk[told.id] = claim = told
    else:
        origin = _NOBODY if told is not None else _begun(claim, claims)
    known.update((name, (each, origin)) for name, each in walk.items())
    return origin


def _begun(first: Claim, claims: Claims) -> Origin:
    """Return where a claim comes from that repeats no other."""
    if first.attribution:
        return _by_actor(first.attribution[0].actor)
    by_source = claims.once(_no_source_yet)
    if first.source not in by_source:
        _keep_sources(first.source, claims, by_source)
    return by_source[first.source]


def _no_source_yet(_: Claims) -> dict[str, Origin]:
    """Return where the origins of what sources say in their own voice are kept once they were traced."""
    return {}


def _keep_sources(name: str, claims: Claims, kept: dict[str, Origin]) -> None:
    """Keep where a source comes from, and with it all that it rewrites: they come from there too."""
    walk = {name: None}
    while (source := claims.sources.get(name)) is not None and source.derived_from is not None:
        name = source.derived_from
        if name in walk or name in kept:
            break
        walk[name] = None
    if name in kept:
        origin = kept[name]
    elif source is not None and source.derived_from is not None:
        origin = _NOBODY
    else:
        voice = own_voice(source)
        origin = Origin(id=name) if voice is None else _by_actor(voice)
    kept.update(dict.fromkeys(walk, origin))


@lru_cache(maxsize=4096)
def _by_actor(actor: str) -> Origin:
    return _NOBODY if actor == UNKNOWN else Origin(id=actors.root(actor), actor=actor)


def as_of(claim: Claim, source: Source | None) -> When | None:
    """
    Return when a claim speaks: when it was said, else when the origin passed it on, else when its source came out.

    None when nobody knows.

    Example:
        >>> from osintkp.records.loss import Loss
        >>> claim = Claim(id="a/1", source="a", record=Loss(), said=When.parse("2020-11-09"))
        >>> str(as_of(claim, Source(id="a", published=When.parse("2020-12"))))
        '2020-11-09'
    """
    passed_on = claim.attribution[0].when if claim.attribution else None
    return claim.said or passed_on or (source.published if source is not None else None)


@attrs.frozen(kw_only=True)
class Estimator:
    """
    One conversion factor behind several figures: likely one desk that made them all.

    Attributes:
        unit: Of the factor, like ``round/container``.
        low: The least that the printed figures give for it.
        high: The most.
        origins: The known origins of the loads, in order of the alphabet.
        claims: Ids of the claims about the loads, in order of the alphabet.

    Example:
        >>> made = Estimator(unit="tonne/truck", low=20.0, high=20.0, origins=("un",), claims=("a/1", "b/1"))
        >>> print(made)
        20 tonne/truck in a/1, b/1 (un)
    """

    __repr__ = printed

    unit: str
    low: float
    high: float
    origins: tuple[str, ...]
    claims: tuple[str, ...]

    def __str__(self) -> str:
        ends = dict.fromkeys(f"{end:,.4g}" for end in (self.low, self.high))
        whose = ", ".join(self.origins) or "nobody named"
        return printable(f"{' to '.join(ends)} {self.unit} in {short(self.claims)} ({whose})")


class Origins:
    """
    The origins behind some claims, each with the claims that go back to it, and the graph of who had it from whom.

    Iterating and ``len`` are over the independent ones alone; without any claim it is false. It prints as a tree: under
    each origin the ways by which its words came.

    Attributes:
        by_id: Claim ids by origin id, in order of appearance; ``unknown`` holds those that go back to nobody named.

    Example:
        >>> print(Origins(Claims()))
        no claims
    """

    __slots__ = ("_among", "_beyond", "by_id")

    def __init__(self, claims: Claims, among: Iterable[Claim] | None = None) -> None:
        self._beyond = claims
        self._among = tuple(claims if among is None else among)
        found: dict[str, list[str]] = {}
        for claim in self._among:
            found.setdefault(origin_of(claim, claims).id, []).append(claim.id)
        self.by_id: dict[str, tuple[str, ...]] = {name: tuple(ids) for name, ids in found.items()}

    @property
    def independent(self) -> tuple[str, ...]:
        """Return the known origins; each counts once, however many sources carry it."""
        return tuple(name for name in self.by_id if name != UNKNOWN)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the claims whose lineage nobody names."""
        return self.by_id.get(UNKNOWN, ())

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Return every step by which the claims, and those that they repeat, came to their sources."""
        return edges(self._beyond, self._among)

    @property
    def circles(self) -> tuple[tuple[Node, ...], ...]:
        """Return the circles that the claims stand in, each from its least node on, in the direction of giving."""
        return tuple(circle.nodes for circle in circles(self._beyond, self._among))

    @property
    def estimators(self) -> tuple[Estimator, ...]:
        """Return the conversion factors that several figures share, where their carriers are not the same."""
        return tuple(self._estimator(cluster) for cluster in shared(self._beyond, self._among))

    def _estimator(self, cluster: tuple[Factor, ...]) -> Estimator:
        origins = (origin_of(each.load, self._beyond) for each in cluster)
        return Estimator(
            unit=cluster[0].unit,
            low=cluster[0].value,
            high=cluster[-1].value,
            origins=tuple(sorted({origin.id for origin in origins if origin.known})),
            claims=tuple(sorted({each.load.id for each in cluster})),
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.independent)

    def __len__(self) -> int:
        return len(self.independent)

    def __bool__(self) -> bool:
        return bool(self.by_id)

    def __str__(self) -> str:
        if not self.by_id:
            return "no claims"
        lines = [self._head(), *self._tree(), *self._beside()]
        return inert.lines([*lines, FOOT] if any(OUTSIDE in line for line in lines) else lines)

    __repr__ = __str__

    def plot(self) -> LayerChart:
        """
        Return a picture of who had it from whom: origins at the left, the sources that print it at the right.

        A line is as broad as the claims that show it are many, an origin that nobody names is hollow, steps that run in a
        circle have a colour of their own. ``.save("origins.svg")`` and ``.save("origins.png")`` write it.

        Raises:
            MissingExtraError: ``osintkp[plots]`` is not installed.
        """
        from osintkp.lineage.arrows import arrows
        from osintkp.plots.origins import Step, draw

        found = circles(self._beyond, self._among)
        outlets = Outlets.among(self._beyond) if found else None
        around = {
            (_lifted(giver), _lifted(taker))
            for circle in found
            for giver, taker in pairwise((*circle.nodes, circle.nodes[0]))
        }

        def ids(stop: Stop) -> set[str]:
            return (
                {stop.id, outlets.of(stop.id).id}
                if outlets is not None and stop.kind == "source"
                else {stop.id}
            )

        steps = [
            Step(
                giver=self._point(arrow.giver), taker=self._point(arrow.taker), how=arrow.how, claims=len(arrow.claims),
                named=short(arrow.claims), outside=arrow.outside,
                circle=any((giver, taker) in around for giver in ids(arrow.giver) for taker in ids(arrow.taker)),
            )
            for arrow in arrows(self._beyond, self._among)
        ]  # fmt: skip
        return draw(steps, self._head())

    def _point(self, stop: Stop) -> Point:
        """Return a stop with the words that stand beside it."""
        from osintkp.plots.origins import Point

        source = self._beyond.sources.get(stop.id)
        if stop.id == UNKNOWN:
            name = "unknown" if stop.kind == "origin" else "somebody unnamed"
        elif actors.known(stop.id) and stop.kind != "source":
            name = actors.actor(stop.id).name
        else:
            name = stop.id
        if stop.kind == "origin":
            name = f"{name} · {len(self.by_id.get(stop.id, ()))}"
        elif stop.kind == "source" and source is not None and (source.publisher or source.title):
            name = f"{name} · {source.publisher or source.title}"
        return Point(stop.kind, stop.id, name, known=stop.id != UNKNOWN)

    def _repr_html_(self) -> str:
        from osintkp.markup import block

        return block(self.markup())

    @guarded
    def markup(self, link: Callable[[str], object] = str) -> Html:
        """
        Return the tree as a part of a page.

        Args:
            link: What stands for a claim, from its id.

        Example:
            >>> print(Origins(Claims()).markup())
            <p>no claims</p>
        """
        from osintkp.markup import joined, tag

        if not self.by_id:
            return tag("p", "no claims")
        branches = [each.markup(link) for each in self._branches()]
        if self._left_over:
            branches.append(tag("li", f"and {_counted(self._left_over, 'more origin')}"))
        parts = [tag("p", tag("strong", self._head())), tag("ul", *branches, class_="tree")]
        parts += [tag("p", line) for line in self._beside()]
        told = joined(parts)
        return joined([told, tag("p", FOOT, class_="soft")]) if OUTSIDE in told else told

    def _head(self) -> str:
        told = _counted(len(self._among), "claim")
        behind = _counted(len(self), "independent origin")
        return f"{told}, {behind}, {len(self.unknown)} of unknown lineage"

    def _beside(self) -> Iterator[str]:
        yield from (f"circle: {circle}" for circle in circles(self._beyond, self._among))
        yield from (f"one factor, likely one estimator: {each}" for each in self.estimators)

    def _tree(self) -> Iterator[str]:
        """Give the lines of every origin and of the ways under it, those of unknown lineage last."""
        for each in self._branches():
            yield f"{each.name}, not counted" if each.name == UNKNOWN else each.name
            for way, ids in each.ways:
                yield f"  {_way(way)}{short(ids)}"
            if each.more:
                yield f"  and {_counted(each.more, 'more claim')}"
        if self._left_over:
            yield f"and {_counted(self._left_over, 'more origin')}"

    @property
    def _left_over(self) -> int:
        return max(0, len(self.by_id) - MOST_ORIGINS)

    def _branches(self) -> Iterator[_Branch]:
        claims, among = self._beyond.lineage, {claim.id: claim for claim in self._among}
        for name in [*self.independent, *([UNKNOWN] if self.unknown else [])][:MOST_ORIGINS]:
            ways: dict[tuple[str, ...], list[str]] = {}
            for claim in self.by_id[name][:MOST_FOLLOWED]:
                ways.setdefault(_names(trail(among[claim], claims)), []).append(claim)
            told = list(ways.items())[:MOST_WAYS]
            more = len(self.by_id[name]) - sum(len(ids) for _, ids in told)
            yield _Branch(name=name, count=len(self.by_id[name]), ways=tuple(told), more=more)


@attrs.frozen(kw_only=True)
class _Branch:
    """
    An origin with the ways by which its words came.

    Attributes:
        name: Id of the origin.
        count: How many claims go back to it.
        ways: Through whom, with the claims that came so.
        more: How many claims are not told of.
    """

    name: str
    count: int
    ways: tuple[tuple[tuple[str, ...], list[str]], ...]
    more: int

    def markup(self, link: Callable[[str], object]) -> Html:
        """Return the branch as an item of a list."""
        from osintkp.cards import counted
        from osintkp.markup import joined, tag

        known = actors.actor(self.name).name if actors.known(self.name) else ""
        told = " · ".join(filter(None, [known if known != self.name else "", counted(self.count, "claim")]))
        told += ", not counted" if self.name == UNKNOWN else ""
        head = (tag("strong", self.name), " ", tag("span", told, class_="soft"))
        ways = [_way_markup(self.name, way, ids, link) for way, ids in self.ways]
        if self.more:
            ways.append(tag("li", f"and {_counted(self.more, 'more claim')}", class_="soft"))
        return tag("li", joined(head), tag("ul", *ways))


def _way_markup(origin: str, way: Sequence[str], ids: Sequence[str], link: Callable[[str], object]) -> Html:
    from osintkp.markup import joined, tag

    names = joined((tag("span", name, class_="step") for name in way), " › ")  # noqa: RUF001  an arrow of the way
    own = "" if way else tag("span", "no other step" if origin != UNKNOWN else "nobody named", class_="soft")
    rest = len(ids) - MOST_NAMES
    claims = joined((link(name) for name in ids[:MOST_NAMES]), ", ")
    more = tag("span", f" and {rest} more", class_="soft") if rest > 0 else ""
    return tag("li", tag("span", names or own, class_="way"), tag("span", claims, more, class_="claims"))


def _names(steps: Sequence[Step]) -> tuple[str, ...]:
    names = tuple(str(step) for step in steps)
    return names if len(names) <= 2 * MOST_STEPS else (*names[:MOST_STEPS], "...", *names[-MOST_STEPS:])


def _way(names: Sequence[str]) -> str:
    return "".join(f"{name} > " for name in names)


def _lifted(node: Node) -> str:
    """Return the id of a node; for a claim that of its source."""
    return node.id.partition("/")[0] if node.kind == "claim" else node.id


def short(names: Sequence[str]) -> str:
    """
    Return some names in a line that does not grow with their number.

    Example:
        >>> short(["a/1", "a/2"]), short([f"a/{n}" for n in range(9)])
        ('a/1, a/2', 'a/0, a/1, a/2, a/3, a/4, a/5 and 3 more')
    """
    rest = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")


def _counted(number: int, name: str) -> str:
    return f"1 {name}" if number == 1 else f"{number} {name}s"
