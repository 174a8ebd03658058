"""
The checks. A file in this folder is its registration; its docstring is its page, and its examples are its tests.

A module ``checks/<name>.py`` has a docstring, ``CODE``, ``GROUPS`` (how claims are grouped for it) and
``find(group)``, which gives findings. It never walks the corpus by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import attrs

from osintkp.claims import Claims
from osintkp.errors import UnknownCheckError
from osintkp.facts import Facts
from osintkp.findings import Finding, Findings, named
from osintkp.group import Group, Grouping


@attrs.frozen(kw_only=True)
class Check:
    """
    One question that claims are asked.

    Attributes:
        code: Family and number, like ``QTY101``.
        name: Like ``part-exceeds-whole``.
        page: What it does, why it matters, what is found and what is not.
        groups: How claims are grouped for it.
        find: Gives the findings of one group.
    """

    code: str
    name: str
    page: str
    groups: Grouping
    find: Callable[[Group], Iterator[Finding]]


@cache
def checks() -> tuple[Check, ...]:
    """
    Return every check, ordered by code.

    Example:
        >>> [check.name for check in checks() if check.code == "QTY101"]
        ['figures-conflict']
    """
    names = [info.name for info in iter_modules(__path__) if not info.name.startswith("_")]
    return tuple(sorted(map(_check, names), key=lambda check: check.code))


def _check(name: str) -> Check:
    module = import_module(f"{__name__}.{name}")
    return Check(
        code=module.CODE,
        name=name.replace("_", "-"),
        page=module.__doc__ or "",
        groups=module.GROUPS,
        find=module.find,
    )


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """
    Return the checks that some names mean: codes, names, or families of codes.

    Raises:
        UnknownCheckError: A name means no check; the nearest are named.
    """
    every, wanted, unwanted = checks(), _names(select), _names(ignore)
    for name in (*wanted, *unwanted):
        if not any(named(name, check.code, check.name) for check in every):
            from difflib import get_close_matches

            near = get_close_matches(
                name, [word for check in every for word in (check.code, check.name)], n=3
            )
            raise UnknownCheckError(f"no check is named {name!r}; near it: {', '.join(near) or 'nothing'}")
    return tuple(
        check
        for check in every
        if _means(check, wanted, default=True) and not _means(check, unwanted, default=False)
    )


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _means(check: Check, names: tuple[str, ...], *, default: bool) -> bool:
    return any(named(name, check.code, check.name) for name in names) if names else default


def run(claims: Claims, facts: Facts, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Findings:
    """Return what the chosen checks find; the order of the claims plays no part."""
    return Findings(
        attrs.evolve(found, code=check.code, name=check.name)
        for check in chosen(select, ignore)
        for group in check.groups(claims, facts)
        for found in check.find(group)
    )
