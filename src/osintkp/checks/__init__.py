"""
The checks. A file in this folder is its registration; its docstring is its page, and its examples are its tests.

A module ``checks/<name>.py`` has a docstring, ``CODE``, ``GROUPS`` (how claims are grouped for it) and
``find(group)``, which gives findings. It never walks the corpus by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pkgutil import iter_modules

from osintkp.checks._check import Check, shipped
from osintkp.checks._circling import by_circle
from osintkp.checks._outcome import Severities, Suppressed, raised, settled, severity_of
from osintkp.checks._plugins import plugins
from osintkp.checks._running import Wanted, in_turn, side_by_side
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, UnknownCheckError
from osintkp.extras import Progress
from osintkp.facts import Facts
from osintkp.findings import Finding, Findings, named
from osintkp.pausing import collection_paused
from osintkp.typed import guarded
from osintkp.vocabulary.scales import Severity

__all__ = [
    "Check", "Suppressed", "Wanted", "asked", "by_circle", "checks", "chosen", "explain", "run", "settled", "severity_of",
]  # fmt: skip

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


def asked(
    facts: Facts, select: Iterable[str], ignore: Iterable[str], severities: Severities | None, at_least: Severity | str | None, *,
    also: Iterable[Own] = (), progress: Progress = False,
) -> Wanted:  # fmt: skip
    """
    Return what is asked of some claims, with those of the chosen checks that can find what is as grave.

    Raises:
        UnknownCheckError: A name means no check.
        InvalidValueError: There is no such severity (``unknown-word``).
    """
    severities = severities or {}
    every = chosen(select, ignore, also, [key.partition(":")[0] for key in severities])
    least = None if at_least is None else severity_of(at_least)
    able = (each for each in every if least is None or _can_find(each, least, severities))
    return Wanted(checks=tuple(able), facts=facts, severities=severities, at_least=least, progress=progress)


def _can_find(check: Check, least: Severity, severities: Severities) -> bool:
    """Tell whether a check can have findings as grave as something, by itself or because a caller raises them."""
    return check.gravest.rank <= least.rank or raised(check.code, check.name, severities)


def _means_some(name: str, every: Iterable[Check]) -> None:
    if not any(named(name, check.code, check.name) for check in every):
        from difflib import get_close_matches

        near = get_close_matches(name, [word for check in every for word in (check.code, check.name)], n=3)
        raise UnknownCheckError(f"no check is named {name!r}; near it: {', '.join(near) or 'nothing'}")


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _means(check: Check, names: tuple[str, ...], *, default: bool) -> bool:
    return any(named(name, check.code, check.name) for name in names) if names else default


@guarded
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
    also: Iterable[Own] = (), severities: Severities | None = None, at_least: Severity | str | None = None, jobs: int = 1,
    progress: Progress = False,
) -> Findings:  # fmt: skip
    """
    Return what the chosen checks find; neither the order of the claims nor the number of processes plays a part.

    Raises:
        InvalidValueError: There is no such severity (``unknown-word``), or there are no processes (``out-of-range``).
    """
    if jobs < 1:
        raise InvalidValueError("out-of-range", "there are no processes to check in", jobs, "give 1 or more")
    wanted = asked(facts, select, ignore, severities, at_least, also=also, progress=progress)
    with collection_paused():
        found = list(in_turn(claims, wanted)) if jobs == 1 else side_by_side(claims, wanted, jobs)
        rules = ((claim.id, rule) for claim in claims for rule in claim.suppress)
        told = settled(found, rules, [(check.code, check.name) for check in wanted.checks])
    # Below the least severity nobody looked, so nobody knows whether a suppression meets nothing any more.
    return told if wanted.at_least is None else Findings((*told, *told.suppressed))
