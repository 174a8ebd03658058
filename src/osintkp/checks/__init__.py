"""
The checks. A file in this folder is its registration; its docstring is its page, and its examples are its tests.

A module ``checks/<name>.py`` has a docstring, ``CODE``, ``GROUPS`` (how claims are grouped for it) and
``find(group)``, which gives findings. It never walks the corpus by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pkgutil import iter_modules

import attrs

from osintkp.checks._check import Check, shipped
from osintkp.checks._outcome import Severities, graded, settled
from osintkp.checks._plugins import plugins
from osintkp.claims import Claims
from osintkp.errors import UnknownCheckError
from osintkp.facts import Facts
from osintkp.findings import Finding, Findings, named
from osintkp.pausing import collection_paused

__all__ = ["Check", "checks", "chosen", "explain", "run"]

Own = Check | Callable[..., Iterable[Finding]]


@cache
def checks() -> tuple[Check, ...]:
    """
    Return every check of the library, ordered by code.

    Example:
        >>> [check.name for check in checks() if check.code == "QTY101"]
        ['figures-conflict']
    """
    names = [info.name for info in iter_modules(__path__) if not info.name.startswith("_")]
    return tuple(sorted((shipped(f"{__name__}.{name}") for name in names), key=lambda check: check.code))


def chosen(
    select: Iterable[str] = (), ignore: Iterable[str] = (), also: Iterable[Own] = (), named_too: Iterable[str] = ()
) -> tuple[Check, ...]:  # fmt: skip
    """
    Return the checks that some names mean: codes, names, or families of codes.

    Args:
        select: The checks to take; empty for all.
        ignore: Those to leave out.
        also: Checks of one's own, beside the library's and those of installed packages.
        named_too: Further names that have to mean a check.

    Raises:
        UnknownCheckError: A name means no check; the nearest are named.
    """
    own = {check.name: check for check in (*plugins(), *map(Check.of, also))}
    every = (*(check for check in checks() if check.name not in own), *own.values())
    wanted, unwanted = _names(select), _names(ignore)
    for name in (*wanted, *unwanted, *named_too):
        _means_some(name, every)
    return tuple(
        check
        for check in every
        if _means(check, wanted, default=True) and not _means(check, unwanted, default=False)
    )


def _means_some(name: str, every: Iterable[Check]) -> None:
    if not any(named(name, check.code, check.name) for check in every):
        from difflib import get_close_matches

        near = get_close_matches(name, [word for check in every for word in (check.code, check.name)], n=3)
        raise UnknownCheckError(f"no check is named {name!r}; near it: {', '.join(near) or 'nothing'}")


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _means(check: Check, names: tuple[str, ...], *, default: bool) -> bool:
    return any(named(name, check.code, check.name) for name in names) if names else default


def explain(name: str) -> str:
    """
    Return the page of a check: what it does, why it matters, what is found and what is not, what it assumes.

    Args:
        name: Its code or its name; a family gives all its pages.

    Raises:
        UnknownCheckError: A name means no check; the nearest are named.

    Example:
        >>> print(explain("QTY101").splitlines()[0])
        QTY101 figures-conflict
    """
    pages = (f"{check.code} {check.name}\n\n{check.page.strip()}\n" for check in chosen([name]))
    return "\n\n".join(pages)


def run(
    claims: Claims, facts: Facts, select: Iterable[str] = (), ignore: Iterable[str] = (), *,
    also: Iterable[Own] = (), severities: Severities | None = None,
) -> Findings:  # fmt: skip
    """Return what the chosen checks find; the order of the claims plays no part."""
    severities = severities or {}
    with collection_paused():
        running = chosen(select, ignore, also, [key.partition(":")[0] for key in severities])
        found = (
            attrs.evolve(found, code=check.code, name=check.name)
            for check in running
            for group in check.groups(claims, facts)
            for found in check.find(group)
        )
        return settled(graded(found, severities), claims, [(check.code, check.name) for check in running])
