"""Faults: what is wrong in a coding and where, in the words that every part of the loader uses."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from osintkp.errors import InvalidValueError, shown
from osintkp.paths import unicode_name
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

T = TypeVar("T")
Place = tuple[str | int, ...]
Fault = tuple[Place, InvalidValueError]

WARNINGS = frozenset({
    "actor-name", "item-name", "unknown-item", "missing-quote", "quote-missing", "span-mismatch", "span-ambiguous", "span-splits-cluster",
    "dangling-link", "unknown-source", "file-leftover", "file-link", "file-unknown-type", "unknown-column",
    "article-blank", "article-date", "article-field", "article-missing", "file-is-coding",
})  # fmt: skip


class StructureError(Exception):
    """Plain data does not have the shape of a class; every fault is listed with its place."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def attempt(faults: list[Fault], place: Place, make: Callable[..., T], *given: Any) -> T | None:
    """Return what a function makes; None where it finds faults, which then stand at a place in a list."""
    try:
        return make(*given)
    except (StructureError, InvalidValueError) as error:
        faults += _faults_at(place, error)
        return None


@contextmanager
def placed(*place: str | int) -> Iterator[None]:
    """Put the faults of a block at a place."""
    try:
        yield
    except (StructureError, InvalidValueError) as error:
        raise StructureError(*_faults_at(place, error)) from None


def _faults_at(place: Place, error: StructureError | InvalidValueError) -> Iterator[Fault]:
    if isinstance(error, StructureError):
        return (((*place, *inner), fault) for inner, fault in error.faults)
    return iter([(place if error.field is None else (*place, error.field), error)])


def refuse(faults: Sequence[Fault]) -> None:
    """Raise faults, if there are any."""
    if faults:
        raise StructureError(*faults)


def is_error(fault: Fault) -> bool:
    """Tell whether a fault leaves out what it concerns; the others are warnings."""
    return fault[1].code not in WARNINGS


def problem_of(
    fault: Fault, file: object, *, line: int | None = None, claim: str | None = None, lost: int = 0
) -> Problem:
    """
    Return the problem that a fault is.

    Args:
        fault: The fault.
        file: The file where it was met.
        line: Its line in a JSON Lines file.
        claim: The whole id of the claim where it was met.
        lost: How many claims are left out because of it, beside that one.
    """
    place, error = fault
    along = f" ({lost} {'claim' if lost == 1 else 'claims'} left out with it)" if lost else ""
    return Problem(
        code=error.code,
        severity=Severity.ERROR if is_error(fault) else Severity.WARNING,
        file=unicode_name(file),
        line=line,
        claim=claim,
        field=place_text(place) or None,
        value=None if error.value is None else shown(error.value),
        message=error.what + along,
        fix=error.fix,
    )


def place_text(place: Place) -> str:
    """
    Return a place in a coding as people write it.

    Example:
        >>> place_text(("links", 0, "value"))
        'links[0].value'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


def wrong_type(value: object, wanted: str, fix: str) -> InvalidValueError:
    """Return the error for a value of another type than its place asks for."""
    if isinstance(value, float) and not math.isfinite(value):
        fix = "leave the key out if the number is not known"
        return InvalidValueError("number-not-finite", "a number has to be finite", value, fix)
    what = f"{wanted} belongs here" + (", not null" if value is None else "")
    return InvalidValueError("wrong-type", what, value, fix)


def unknown_key(key: str, known: Iterable[str]) -> InvalidValueError:
    """Return the error for a key that has no meaning in its place."""
    return InvalidValueError("unknown-key", "no key has this name here", key, nearest(key, known))


def missing_key(key: str) -> InvalidValueError:
    """Return the error for a key that has to be there."""
    return InvalidValueError("missing-key", f"the key {key} is missing", None, f"add {key} = ...")


def nearest(word: str, known: Iterable[str]) -> str:
    """
    Return the advice for a word that is none of the known ones.

    Example:
        >>> nearest("ammount", ["amount", "item"]), nearest("x", ["amount", "item"])
        ("did you mean 'amount'?", 'use one of amount, item')
    """
    from difflib import get_close_matches

    choices = list(known)
    near = get_close_matches(word[:100], choices, n=1)
    return f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(choices)}"
