"""What a check is, and how a function of one's own becomes one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import attrs

from osintkp.errors import InvalidValueError
from osintkp.findings import Finding
from osintkp.group import Group, Grouped, Grouping, one_by_one
from osintkp.typed import typed
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Severity

OWN = "USR"
NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
EACH = one_by_one(lambda _: True)

Find = Callable[[Group], Iterable[Finding]]


@typed
@attrs.frozen(kw_only=True)
class Check:
    """
    One question that claims are asked.

    Attributes:
        code: Family and number, like ``QTY101``; ``USR`` for a function of one's own.
        name: Like ``part-exceeds-whole``.
        page: What it does, why it matters, what is found and what is not.
        groups: How claims are grouped for it.
        find: Gives the findings of one group.
        gravest: The gravest severity that it gives a finding.
        grave: Gives those findings alone that are above ``info``, where that takes less; None where it does not.

    Example:
        >>> from osintkp.checks import checks
        >>> {check.code[:3] for check in checks()} >= {"ENT", "LAW", "LOG", "PHY", "QTY", "SRC", "TIM", "TXT"}
        True
    """

    __repr__ = printed

    code: str
    name: str
    page: str
    groups: Grouped
    find: Find
    gravest: Severity = Severity.ERROR
    grave: Find | None = None

    @classmethod
    def of(cls, given: Check | Callable[..., Iterable[Finding]]) -> Check:
        """
        Return the check that a function of one's own is; a check stays what it is.

        The function takes a group and gives findings; its docstring is its page, its name the check's. It gets claims
        one by one, unless its parameter ``by`` has a grouping as its default.

        Raises:
            InvalidValueError: It has no docstring (``check-without-page``), or is no function (``wrong-type``).

        Example:
            >>> def thirteen(group):
            ...     '''A figure is thirteen.'''
            >>> Check.of(thirteen).name
            'thirteen'
        """
        if isinstance(given, Check):
            return given
        name = getattr(given, "__name__", "").strip("_").replace("_", "-").lower()
        if not callable(given) or not re.fullmatch(NAME, name):
            fix = "give a function of a group that yields findings"
            raise InvalidValueError("wrong-type", "this is no check", given, fix)
        page = (given.__doc__ or "").strip()
        if not page:
            fix = "say in a docstring what it does and why it matters"
            raise InvalidValueError("check-without-page", "a check has to say what it does", name, fix)
        return cls(code=OWN, name=name, page=page, groups=_grouping(given), find=given)

    @property
    def parts(self) -> tuple[Grouping, ...]:
        """
        Return the groupings by keys that the check has, one after the other.

        Raises:
            InvalidValueError: Its grouping is a function that has to see all claims at once (``grouping-without-keys``).
        """
        parts: tuple[Grouping, ...] | None = getattr(self.groups, "parts", None)
        if parts is None:
            what = "the grouping of this check has to see all claims at once"
            fix = "group by keys: osintkp.group.by_topic, by_each, by_link, one_by_one or Grouping"
            raise InvalidValueError("grouping-without-keys", what, self.name, fix)
        return parts

    def __reduce__(self) -> tuple[Callable[..., Check], tuple[Any, ...]]:
        """Send a check by where it is defined: another process has the same code, and groupings are no data."""
        home = f"{__package__}.{self.name.replace('-', '_')}"
        if getattr(sys.modules.get(home), "find", None) is self.find:
            return shipped, (home,)
        if self.code == OWN and self.groups is _grouping(self.find):
            return _own, (self.find, self.name, self.page, self.gravest, self.grave)
        return _made, (self.code, self.name, self.page, self.groups, self.find, self.gravest, self.grave)


def shipped(home: str) -> Check:
    """Return the check that a module of the library is."""
    module = import_module(home)
    name = home.rpartition(".")[2].replace("_", "-")
    gravest, grave = getattr(module, "GRAVEST", Severity.ERROR), getattr(module, "grave", None)
    return _made(module.CODE, name, module.__doc__ or "", module.GROUPS, module.find, gravest, grave)


def _own(find: Find, *others: Any) -> Check:
    name, page, gravest, grave = others
    return _made(OWN, name, page, _grouping(find), find, gravest, grave)


def _made(*values: Any) -> Check:
    names = ("code", "name", "page", "groups", "find", "gravest", "grave")
    return Check(**dict(zip(names, values, strict=True)))


def _grouping(function: Any) -> Grouped:
    from inspect import signature

    try:
        by = signature(function).parameters.get("by")
    except (TypeError, ValueError):
        fix = "give a function that takes a group"
        raise InvalidValueError("wrong-type", "nothing tells what this takes", function, fix) from None
    if by is None or not callable(by.default):
        return EACH
    grouping: Grouped = by.default
    return grouping
