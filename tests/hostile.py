"""Every public way into the library, found by walking it, and what a careless or hostile program hands to each."""

from __future__ import annotations

import atexit
import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from importlib import import_module
from os import PathLike
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from types import MappingProxyType
from typing import Any, NamedTuple

from hypothesis import strategies as st

import osintkp
from osintkp import Amount, Corpus, When
from osintkp.exports import Package
from osintkp.facts import shipped
from osintkp.units import Band
from osintkp.vocabulary.scales import LinkKind, Severity

MODULES = ("units", "dates", "exports")
MORE = {
    "claims": ("Claims", "Table"), "figures": ("Figures",), "flows": ("Flows",), "origins": ("Origins",), "timeline": ("Timeline",),
    "stored": ("StoredCorpus",), "showing.article": ("Shown",), "agreement": ("Agreement",), "changes": ("Changes",),
    "claim": ("LikelihoodWord",),
}  # fmt: skip
GIVEN = frozenset(
    {
        "Figures",
        "Flows",
        "Origins",
        "Timeline",
        "StoredCorpus",
        "Shown",
        "Agreement",
        "Changes",
        "Found",
        "Facts",
    }
)
PLAIN_ERRORS = frozenset({"OsintkpError", "CodingError"})
TEXT = "Chad received 40 trucks from France in June 2023. The ministry said 12 trucks were lost near Goma on Monday."


class OwnError(Exception):
    """What the caller's own object raises."""


class Raising:
    """An object that cannot be shown, compared or gone through."""

    def __repr__(self) -> str:
        raise OwnError

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        raise OwnError

    __hash__ = object.__hash__


class Own(PathLike[str]):
    """A path with a NUL."""

    def __fspath__(self) -> str:
        return "a\0b"


def deep(levels: int = 5000) -> list[Any]:
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


def endless() -> Iterator[object]:
    yield from ("KP", 5, None)


def failing(*_: object) -> object:
    raise OwnError


HOSTILE: tuple[Callable[[], object], ...] = (
    lambda: None, lambda: b"KP", lambda: 0, lambda: -7, lambda: True, lambda: float("nan"), lambda: float("inf"), lambda: 10**400,
    lambda: 1e308, list, lambda: ["KP", 5], lambda: [["KP"]], deep, dict, lambda: {"kind": 5}, lambda: {5: "x"}, tuple,
    lambda: "", lambda: "x", lambda: "\ud800", lambda: "a\0b", lambda: "\x1b[31m\u202e", lambda: "9" * 5000, lambda: "a" * 100_000,
    lambda: "../../x", lambda: Path("p"), lambda: Path("a\0b"), Own, endless, Raising, object, lambda: failing, lambda: bool,
    lambda: frozenset({"KP"}), lambda: Decimal("NaN"), lambda: Fraction(1, 3), lambda: date.max, lambda: date.min,
    lambda: datetime(2024, 5, 1, tzinfo=UTC), lambda: 3 + 4j, lambda: Amount.parse("~5 truck"), lambda: When.parse("2024-XX"),
    lambda: Severity.ERROR, lambda: LinkKind.REPEATS,
)  # fmt: skip
GOOD: Mapping[str, tuple[object, ...]] = MappingProxyType(
    {
        "str": (
            "wire",
            "shipment",
            "wire/shipment-1",
            "2024-06",
            "TD",
            "csv",
            "error",
            "QTY",
            "truck",
            "~40 truck",
            "tenth",
            "Goma",
            "",
        ),
        "bool": (True, False),
        "int": (0, 1, 3, 20000),
        "float": (0.0, 1.5, -3.0, 1e300, 5e-324),
        "date": (date(2024, 2, 29), date.max),
        "when": ("2023-06", "2023-09/..", "../2022", "XXXX-09", "2024-02-30", date(2024, 1, 1)),
    }
)


class Entry(NamedTuple):
    """One public callable: what it is called, how to get it, and the types of its parameters."""

    name: str
    bound: Callable[[], Callable[..., Any]]
    parameters: tuple[inspect.Parameter, ...]


@cache
def drafted() -> Corpus:
    return osintkp.read(TEXT, "2023-06-20", id="wire")


@cache
def subjects() -> Mapping[str, Any]:
    """Return an instance of every class that has public methods, by the name of the class."""
    corpus = drafted()
    return {
        "Corpus": corpus, "Claims": corpus.claims, "Table": corpus.sources, "Claim": corpus.claims["wire/shipment-1"],
        "Amount": Amount.parse("~40 truck"), "When": When.parse("2023-06"), "Source": corpus.sources["wire"],
        "Span": corpus.claims["wire/shipment-1"].spans[0], "Findings": corpus.check(), "Facts": shipped(),
        "Figures": corpus.figures(), "Origins": corpus.origins(), "Flows": corpus.flows(), "Timeline": corpus.timeline(),
        "Shown": corpus.show(), "Finding": osintkp.load_seeds().check()[0], "Check": osintkp.Check,
        "Draft": corpus.claims["wire/shipment-1"].draft, "Found": osintkp.find(TEXT),
        "Agreement": corpus.compare(corpus), "Changes": corpus.changes(corpus),
        "Band": Band.of(Amount.parse("12 truck")),
        "Package": Package(claims=corpus.claims, check=corpus.check, rules=dict, coded=lambda _: {}),
        "StoredCorpus": osintkp.open(_store()), "ResourceLimits": osintkp.ResourceLimits(),
        "Verification": osintkp.verify(_store()),
        **{type(each).__name__: each for each in (kind() for kind in RECORDS)},
    }  # fmt: skip


@cache
def _store() -> str:
    """Return a store of the drafted corpus, which lives as long as the tests."""
    folder = mkdtemp()
    atexit.register(rmtree, folder)
    drafted().to_parquet(f"{folder}/store")
    return f"{folder}/store"


RECORDS = (
    osintkp.Shipment, osintkp.TroopDeployment, osintkp.Treaty, osintkp.Meeting, osintkp.WeaponsTest, osintkp.Limit, osintkp.Loss,
    osintkp.Seizure, osintkp.Statement,
)  # fmt: skip


def public_names() -> Iterator[tuple[str, Any]]:
    """Give every public class and function."""
    for name in osintkp.__all__:
        yield name, getattr(osintkp, name)
    for module in MODULES:
        made = import_module(f"osintkp.{module}")
        yield from ((f"{module}.{name}", getattr(made, name)) for name in made.__all__)
    for module, names in MORE.items():
        yield from ((name, getattr(import_module(f"osintkp.{module}"), name)) for name in names)


def entries() -> dict[str, Entry]:
    """Return every public callable by its name: functions, classes that are made by their caller, and methods."""
    found: dict[str, Entry] = {}
    for name, thing in public_names():
        if inspect.isclass(thing):
            own = thing.__name__
            if own not in GIVEN | PLAIN_ERRORS and not issubclass(thing, str):
                found[own] = Entry(own, partial(same, thing), parameters(thing))
            found |= {entry.name: entry for entry in methods(thing)}
        elif callable(thing):
            found[name] = Entry(name, partial(same, thing), parameters(thing))
    return found


def same(thing: Any) -> Any:
    return thing


def methods(shape: type[Any]) -> Iterator[Entry]:
    if shape.__name__ in PLAIN_ERRORS or issubclass(shape, str):
        return
    for name in dir(shape):
        static = inspect.getattr_static(shape, name)
        function = static.__func__ if isinstance(static, (classmethod, staticmethod)) else static
        if (
            name.startswith("_")
            or not inspect.isfunction(function)
            or not function.__module__.startswith("osintkp")
        ):
            continue
        own = f"{shape.__name__}.{name}"
        of_class = function is not static
        yield Entry(
            own,
            partial(bound, shape, name, of_class),
            parameters(function)[1:],
        )


def bound(shape: type[Any], name: str, of_class: bool) -> Callable[..., Any]:
    if (shape.__name__, name) == ("StoredCorpus", "close"):
        return osintkp.open(_store()).close
    made: Callable[..., Any] = getattr(shape if of_class else subjects()[shape.__name__], name)
    return made


def parameters(function: Any) -> tuple[inspect.Parameter, ...]:
    return tuple(inspect.signature(function).parameters.values())


def good(parameter: inspect.Parameter) -> st.SearchStrategy[Any]:
    """Return values of the documented type of a parameter, by the words of its annotation."""
    kind = str(parameter.annotation)
    made: list[st.SearchStrategy[Any]] = []
    corpus = drafted()
    if "PathText" in kind or "PathLike" in kind:
        made.append(
            st.sampled_from(
                ["folder", Path("wire.toml"), "wire.jsonl", "page.html", "nothing", "missing/x.csv"]
            )
        )
    elif "When" in kind or "date" in kind:
        made.append(st.sampled_from([When.parse("2024-06"), *GOOD["when"]]))
    for word, values in GOOD.items():
        if word in kind:
            made.append(st.sampled_from(values))
    for word, value in {
        "Amount": Amount.parse("12 truck"), "Corpus": corpus, "Claims": corpus.claims, "Claim": corpus.claims["wire/shipment-1"],
        "Findings": subjects()["Findings"], "Facts": subjects()["Facts"], "Source": corpus.sources["wire"],
    }.items():  # fmt: skip
        if word in kind:
            made.append(st.just(value))
    if "Callable" in kind or "Test" in kind or "Progress" in kind:
        made.append(st.sampled_from([bool, failing]))
    if any(word in kind for word in ("Iterable", "Sequence", "tuple", "list", "Wanted")):
        made.append(st.lists(st.one_of(made), max_size=3) if made else st.just([]))
        made.append(st.lists(st.one_of(made), max_size=3).map(tuple))
    if "Mapping" in kind or "dict" in kind:
        made.append(st.dictionaries(st.sampled_from(GOOD["str"]), st.sampled_from(GOOD["str"]), max_size=2))
    return st.one_of(made) if made else st.none()


def hostile() -> st.SearchStrategy[Any]:
    return st.sampled_from(HOSTILE).map(lambda make: make())


CONDITIONS = (
    "kind", "sender", "recipient", "actor", "item", "unit", "during", "certain", "speaker", "origin", "stance", "modality", "source",
    "part", "where",
)  # fmt: skip
KEYWORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "conditions": CONDITIONS, "details": ("title", "publisher", "author", "address", "language", "file"),
        "changes": ("amount", "stance", "sender", "said", "nothing"), "asked": ("select", "ignore", "severities", "at_least"),
        "tables": ("offices", "places", "treaties"),
    }
)  # fmt: skip
NAMED: Mapping[str, st.SearchStrategy[Any]] = MappingProxyType(
    {
        "pictures": st.sampled_from([False, False, None]),
        "jobs": st.sampled_from([1, 1, 0, -3, "x", 1.5, None, b"1"]),
        "threads": st.sampled_from([1, 2, None, 0, -3, "x", 1.5]),
        "registry": st.sampled_from([None, 5, "x", []]),
    }
)


def value(parameter: inspect.Parameter) -> st.SearchStrategy[Any]:
    if parameter.name in NAMED:
        return NAMED[parameter.name]
    return st.one_of(good(parameter), good(parameter), hostile())


def arguments(entry: Entry) -> st.SearchStrategy[tuple[list[Any], dict[str, Any]]]:
    """Return what a call is given: what has to be there, some of what may be, each of its type or of another."""
    several: st.SearchStrategy[list[Any]] = st.just([])
    must: dict[str, st.SearchStrategy[Any]] = {}
    may: dict[str, st.SearchStrategy[Any]] = {}
    for parameter in entry.parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            several = st.lists(value(parameter), max_size=3)
        elif parameter.kind is parameter.VAR_KEYWORD:
            may |= {
                name: st.one_of(st.sampled_from(GOOD["str"]), hostile()) for name in KEYWORDS[parameter.name]
            }
        elif parameter.default is parameter.empty:
            must[parameter.name] = value(parameter)
        else:
            may[parameter.name] = value(parameter)
    return st.tuples(several, st.fixed_dictionaries(must, optional=may))
