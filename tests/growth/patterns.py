"""
Every pattern in the package: where the code makes one, and which ones it makes there.

The places are found in the code's own tree. What stands there is worked out with the names that the module and the function
have; what a caller hands over, from all calls; and what is put together at run time, like lists of words, by running each
function that is remembered and takes nothing. A place of which none of these tells the pattern is told as missing.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Self

PACKAGE = Path(__file__).parents[2] / "src" / "osintkp"
MAKING = ("compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
FLAGS = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
DEPTH = 3
Pattern = re.Pattern[Any]
Look = Callable[[Pattern, str | bytes], object]


# What the code alone does not tell: an argument that is a local name of the caller. In the names of the module.
BY_HAND: dict[tuple[str, str], tuple[str, ...]] = {
    ("coding/seal.py", "_pattern"): ("_pattern('.toml')", "_pattern('.json')", "_pattern('.jsonl')"),
    ("toml_reading.py", "_keys"): ("_keys(64)",),
    ("vocabulary/letters.py", "crowded"): (r"'[^\x00-\u02ff]{33,}'",),
    ("exports/_delimited.py", "_special"): (
        r"',|\r\n|\r|\n'",
        r"';|\r\n|\r|\n'",
        r"'\t|\r\n|\r|\n'",
    ),
    ("reading/pages/tags.py", "_closing"): ("'</script(?![A-Za-z0-9])'", "'</style(?![A-Za-z0-9])'"),
    ("vocabulary/numbers.py", "_compiled"): (
        "_TO",
        r"r'(?:\s{1,40}of)?(?:\s{1,40}(?:an?|one))?(?:' + _PERCENT + ')'",
        r"r'\s?([$\u20ac\u00a3\u20bd\u20b4])(?!\s?[0-9])'",
    ),
}


class UnknownError(Exception):
    """A caller hands over what the code alone does not tell."""


class Place(NamedTuple):
    """A call that makes a pattern: its file and line, the function around it, and the call itself."""

    file: str
    line: int
    function: ast.FunctionDef | None
    call: ast.Call

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@cache
def modules() -> dict[str, ModuleType]:
    """Return every module of the package by its file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ("osintkp", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if parts[-1] != "__main__":
            found[path.relative_to(PACKAGE).as_posix()] = importlib.import_module(name)
    return found


@cache
def tree(file: str) -> ast.Module:
    """Return the tree of a file."""
    return ast.parse(_code(file))


def _code(file: str) -> str:
    return (PACKAGE / file).read_text(encoding="utf-8")


def calls(file: str) -> Iterator[tuple[ast.FunctionDef | None, ast.Call]]:
    """Give every call in a file, with the innermost function around it."""
    waiting: list[tuple[ast.AST, ast.FunctionDef | None]] = [(tree(file), None)]
    while waiting:
        node, around = waiting.pop()
        if isinstance(node, ast.Call):
            yield around, node
        within = node if isinstance(node, ast.FunctionDef) else around
        waiting += [(child, within) for child in ast.iter_child_nodes(node)]


@cache
def by_name(name: str) -> tuple[tuple[str, ast.FunctionDef | None, ast.Call], ...]:
    """Return every call of a function by its name alone: its file, the function around it, and the call."""
    return tuple(
        (file, around, call)
        for file in modules()
        if f"{name}(" in _code(file)
        for around, call in calls(file)
        if isinstance(call.func, ast.Name) and call.func.id == name
    )


@cache
def places() -> tuple[Place, ...]:
    """Return each call that makes a pattern, or looks for one that is given as text."""
    found = [
        Place(file, call.lineno, around, call)
        for file in modules()
        if "re." in _code(file)
        for around, call in calls(file)
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in MAKING
    ]
    return tuple(sorted(found, key=lambda place: (place.file, place.line)))


def at(place: Place) -> set[Pattern]:
    """Return the patterns that a place makes, as far as the code tells."""
    named = {each.arg: each.value for each in place.call.keywords}
    number = FLAGS.get(place.call.func.attr, 2)  # type: ignore[attr-defined]  # as places() has it
    flags = named.get("flags") or (place.call.args[number] if len(place.call.args) > number else None)
    said = next(_values(flags, place.file, None), 0) if flags is not None else 0
    return {re.compile(value, said) for value in _values(place.call.args[0], place.file, place.function)}


def _values(node: ast.expr, file: str, function: ast.FunctionDef | None, depth: int = 0) -> Iterator[Any]:
    """Give what an expression can come to; nothing where its names are not known."""
    space = dict(vars(modules()[file]))
    for line in ast.walk(function) if function is not None else ():
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            for value in _evaluated(line.value, space):
                space[line.targets[0].id] = value
    names = [each.id for each in ast.walk(node) if isinstance(each, ast.Name)]
    taken = [each.arg for each in function.args.args if each.arg in names] if function is not None else []
    if function is None or not taken:
        yield from _evaluated(node, space)
    elif depth < DEPTH:
        for given in _handed(function, taken, file, depth):
            yield from _evaluated(node, space | given)


def _evaluated(node: ast.expr, space: dict[str, Any]) -> Iterator[Any]:
    try:
        yield eval(compile(ast.Expression(node), "code", "eval"), space)  # noqa: S307  the package's own code
    except (NameError, TypeError, AttributeError):
        return


def _handed(function: ast.FunctionDef, taken: list[str], file: str, depth: int) -> Iterator[dict[str, Any]]:
    """Give what a function is called with for some of its arguments, wherever it is called."""
    own = getattr(modules()[file], function.name, None)
    order = [each.arg for each in function.args.args]
    for other, around, call in by_name(function.name):
        if own is None or getattr(modules()[other], function.name, None) is not own:
            continue
        given = dict(zip(order, call.args, strict=False))
        given |= {each.arg: each.value for each in call.keywords if each.arg is not None}
        options = [list(_values(given[name], other, around, depth + 1)) for name in taken if name in given]
        if len(options) < len(taken) or not all(options):
            raise UnknownError
        yield from (dict(zip(taken, values, strict=True)) for values in product(*options))


class Noted:
    """Every pattern that a line of the package makes while this stands in the place of ``re.compile``."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, int], set[Pattern]] = {}
        self._compile = re.compile

    def __enter__(self) -> Self:
        re.compile = self  # for a moment
        return self

    def __exit__(self, *_: object) -> None:
        re.compile = self._compile

    def __call__(self, pattern: Any, flags: Any = 0) -> Pattern:
        made: Pattern = self._compile(pattern, flags)
        asked = sys._getframe(1)
        file = Path(asked.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            place = file.relative_to(PACKAGE).as_posix(), asked.f_lineno
            self.made.setdefault(place, set()).add(made)
        return made


@cache
def noted() -> dict[tuple[str, int], set[Pattern]]:
    """Return the patterns that are made at run time by functions that take nothing and are remembered."""
    every = modules()
    with Noted() as watching:
        for module in every.values():
            for value in list(vars(module).values()):
                inside = getattr(value, "__wrapped__", None)
                own = inside is not None and inside.__module__ == module.__name__
                if inside is not None and own and not inspect.signature(inside).parameters:
                    inside()
    return watching.made


def looks(place: Place) -> Look:
    """Return how a text is looked through for a pattern: from its beginning where the call says so, else at every place."""
    way = place.call.func.attr  # type: ignore[attr-defined]  # as places() has it
    return {"match": _from_the_start, "fullmatch": _as_a_whole}.get(way, everywhere)


def _from_the_start(pattern: Pattern, text: str | bytes) -> object:
    return pattern.match(text)


def _as_a_whole(pattern: Pattern, text: str | bytes) -> object:
    return pattern.fullmatch(text)


def everywhere(pattern: Pattern, text: str | bytes) -> object:
    """Look through a text for all that fits a pattern."""
    return sum(1 for _ in pattern.finditer(text))


@cache
def patterns() -> dict[str, frozenset[Pattern]]:
    """Return the patterns by the place that makes them; none where nothing tells them."""
    return {str(place): frozenset(_every(place)) for place in places()}


def _every(place: Place) -> set[Pattern]:
    hand = BY_HAND.get((place.file, "" if place.function is None else place.function.name), ())
    space = vars(modules()[place.file])
    if hand:
        return {re.compile(eval(each, dict(space))) for each in hand}  # noqa: S307  written above
    try:
        told = at(place)
    except UnknownError:
        told = set()
    return told or noted().get((place.file, place.line), set())
