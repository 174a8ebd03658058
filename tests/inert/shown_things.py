"""Every kind of thing of the library that prints itself or shows itself in a notebook, out of a hostile corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import attrs

import osintkp
from osintkp.checks._anchoring import Anchor
from osintkp.checks._caps import Window
from osintkp.checks._products import Density
from osintkp.checks._ways import Point
from osintkp.checks.said_before_event import _Late
from osintkp.facts import Facts
from osintkp.file_access import FilePlace
from osintkp.findings import Cited, Finding, Findings
from osintkp.flows import Flows
from osintkp.lineage.circles import Circle
from osintkp.lineage.edges import Edge, How
from osintkp.lineage.nodes import Node, Step
from osintkp.markup import Html
from osintkp.origins import Estimator, Origin
from osintkp.reading.clauses.pieces import Piece
from osintkp.reading.finding import Found
from osintkp.uncoded import Text
from osintkp.units.arithmetic import Band
from osintkp.units.assumed import assumptions
from osintkp.vocabulary.letters import Lookalike

SHOWS = (
    "__str__",
    "__repr__",
    "_repr_html_",
    "_repr_markdown_",
    "_repr_svg_",
    "_repr_latex_",
    "_repr_mimebundle_",
)


def things(corpus: osintkp.Corpus, words: str) -> list[Any]:
    """Return everything that can be had of a corpus and shows itself, and what holds the words for itself."""
    found = corpus.check()
    told = finding(words)
    figures = corpus.figures()
    roots = [
        corpus, corpus.claims, corpus.claims.sources, found, figures, *figures.series, corpus.origins(), corpus.flows(),
        corpus.timeline(), corpus.show("evil"), corpus.without("desk"), corpus.without("desk").changes(), corpus.compare(corpus.without("desk")),
        osintkp.find(words), told, attrs.evolve(told, suppressed=words), Findings([told, attrs.evolve(told, suppressed=words)], unmet=[words]),
        *of_words(words),
    ]  # fmt: skip
    return list(_reached(roots))


def samples(every: Iterable[Any]) -> list[Any]:
    """Return the first two of each class."""
    found: dict[type[Any], list[Any]] = {}
    for each in every:
        found.setdefault(type(each), []).append(each)
    return [each for some in found.values() for each in some[:2]]


def finding(words: str) -> Finding:
    """Return a finding whose every text is the words."""
    cited = Cited(claim=words, source="evil", span=osintkp.Span(quote=words))
    return Finding(
        code=words, name=words, severity="error", verdict="conflict", message=words, claims=(words,), working=(words,),
        assumptions=(words,), cited=(cited,),
    )  # fmt: skip


def of_words(words: str) -> list[Any]:
    """Return one of each small thing that a check or a graph makes of words."""
    node, day = Node.actor(words), osintkp.When.parse("2024-05")
    place = Facts().place("Goma")
    assert place is not None
    point = Point(words=words, place=place, extent=assumptions()[0], wide=False)
    claim = osintkp.Claim(id="evil/x", source="evil", record=osintkp.Statement(text=words))
    return [
        node, Step(node=node, outside=True), Edge(giver=node, taker=node, how=How.SAID, claims=(words,), basis=words),
        Circle(nodes=(node, node), claims=(words,), hows=frozenset({How.SAID})), Origin(id=words, actor=words),
        Estimator(unit="tonne/truck", low=1, high=2, origins=(words,), claims=(words,)), Anchor(day=date(2024, 5, 1), what=words),
        Lookalike(start=0, letter=words, looks_like=words, why="hidden"), Text(place=FilePlace(root=Path("x")), name=words), point, claim,
        Band(low=1, high=2, unit="tank"), Window(start=date(2024, 1, 1), end=date(2024, 2, 1)), Density(low=1, best=None, high=2), assumptions()[0],
        _Late(claim=claim, what=words, when=day, severity=finding("x").severity), Piece("word", 0, 0, words),
    ]  # fmt: skip


def _reached(roots: list[Any]) -> Iterator[Any]:
    """Give each thing of the library that some lead to by their fields, lists and dictionaries, once."""
    waiting, known = list(reversed(roots)), set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in known:
            continue
        known.add(id(one))
        if type(one).__module__.startswith("osintkp"):
            yield one
        if attrs.has(type(one)):
            waiting += [getattr(one, each.name, None) for each in attrs.fields(type(one))]
        elif isinstance(one, Mapping):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, (list, tuple, set, frozenset, osintkp.Findings, Flows)):
            waiting += list(one)
        elif isinstance(one, Found):
            waiting += [one.mentions]


@cache
def showing_classes() -> dict[str, type[Any]]:
    """Return every class that says itself how it is shown, by its name; those that show fields by their repr need not."""
    found = {}
    for info in walk_packages(osintkp.__path__, "osintkp."):
        if info.name.endswith("__main__"):
            continue
        for value in vars(import_module(info.name)).values():
            if isinstance(value, type) and value.__module__ == info.name and _says_itself(value):
                found[f"{info.name}.{value.__qualname__}"] = value
    return found


def _says_itself(kind: type[Any]) -> bool:
    own = [vars(kind)[name] for name in SHOWS if name in vars(kind)]
    return any(getattr(each, "__code__", None) and _is_ours(each) for each in own) and not issubclass(
        kind, Html
    )


def _is_ours(method: Any) -> bool:
    file = Path(method.__code__.co_filename)
    return "osintkp" in file.parts and method.__name__ != "printed"
