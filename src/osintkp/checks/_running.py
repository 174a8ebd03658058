"""Running: groups one after the other, or in several processes, each of which takes its share of them."""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import attrs

from osintkp.checks._check import Check
from osintkp.checks._outcome import Severities, graded, raised
from osintkp.claims import Claims
from osintkp.extras import Progress, shown
from osintkp.facts import Facts
from osintkp.findings import Finding
from osintkp.group import Group, stable
from osintkp.pausing import collection_paused
from osintkp.vocabulary.scales import Severity


@attrs.frozen(kw_only=True)
class Wanted:
    """
    What is asked of some claims.

    Attributes:
        checks: The checks to run.
        facts: The reference data in force.
        severities: The severities that a caller sets.
        at_least: The least severity that is told; None for all.
        progress: Whether to show a bar, as :func:`osintkp.extras.shown` does.
    """

    checks: tuple[Check, ...]
    facts: Facts
    severities: Severities = attrs.field(factory=dict)
    at_least: Severity | None = None
    progress: Progress = False

    def of(self, check: Check, groups: Iterable[Group]) -> Iterator[Finding]:
        """Give what a check finds in some groups; what nobody is told of is not looked for."""
        above_info = self.at_least is not None and self.at_least is not Severity.INFO
        look = check.find
        if above_info and check.grave is not None and not raised(check.code, check.name, self.severities):
            look = check.grave
        named = (found.by(check.code, check.name) for group in groups for found in look(group))
        for found in graded(named, self.severities):
            if self.at_least is None or found.severity.rank <= self.at_least.rank:
                yield found


class Formed:
    """The groups of some claims, formed once for all checks that have one grouping."""

    def __init__(self, claims: Claims, wanted: Wanted) -> None:
        self._claims, self._facts = claims, wanted.facts
        self._asked = Counter(id(check.groups) for check in wanted.checks)
        self._kept: dict[int, list[Group]] = {}

    def of(self, check: Check) -> Iterable[Group]:
        """Return the groups of a check."""
        grouping = id(check.groups)
        if self._asked[grouping] == 1:
            return check.groups(self._claims, self._facts)
        if grouping not in self._kept:
            self._kept[grouping] = list(check.groups(self._claims, self._facts))
        return self._kept[grouping]


Share = tuple[Claims, Wanted, int, int]


def in_turn(claims: Claims, wanted: Wanted) -> Iterator[Finding]:
    """Give what is found, group by group."""
    formed = Formed(claims, wanted)
    for check in shown(wanted.progress, wanted.checks):
        yield from wanted.of(check, formed.of(check))


def side_by_side(claims: Claims, wanted: Wanted, jobs: int) -> list[Finding]:
    """
    Return what is found by several processes, each of which has all claims and takes its share of the groups.

    They are forked where that is safe, so that the claims need not be sent; else they are started anew and get a copy.

    Raises:
        Exception: What a check raised in any of them; a ``RuntimeError`` that names it where it cannot be sent.
    """
    forked = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context: Any = multiprocessing.get_context("fork" if forked else "spawn")
    running = []
    try:
        for number in range(jobs):
            ours, theirs = context.Pipe()
            share = (claims, attrs.evolve(wanted, progress=False), number, jobs)
            process = context.Process(target=_share, args=(theirs, share if forked else None), daemon=True)
            process.start()
            theirs.close()
            running.append((process, ours))
            if not forked:
                _give(ours, share)
        return [found for _, ours in shown(wanted.progress, running) for found in _received(ours)]
    finally:
        for process, ours in running:
            ours.close()
            process.terminate()
            process.join()


def _give(ours: Connection, share: Share) -> None:
    """Send a process its share; if it has ended meanwhile, that is told where its answer is waited for."""
    with suppress(BrokenPipeError, ConnectionResetError):
        ours.send(share)


def _received(ours: Connection) -> list[Finding]:
    try:
        answer = ours.recv()
    except EOFError:
        raise RuntimeError("a process that checked was ended from outside; its share is lost") from None
    if isinstance(answer, BaseException):
        raise answer
    found: list[Finding] = answer
    return found


def _share(theirs: Connection, share: Share | None) -> None:
    """Send what is found in the share of one process; a share of None is received first."""
    try:
        claims, wanted, number, jobs = theirs.recv() if share is None else share
        with collection_paused():
            formed = Formed(claims, wanted)
            found = [
                each
                for check in wanted.checks
                for each in wanted.of(check, _mine(formed.of(check), number, jobs))
            ]
        theirs.send(found)
    except BaseException as error:  # noqa: BLE001  it is raised where the answer is waited for
        theirs.send(_sendable(error))
    finally:
        theirs.close()


def _mine(groups: Iterable[Group], number: int, jobs: int) -> Iterator[Group]:
    return (group for group in groups if stable(group.key) % jobs == number)


def _sendable(error: BaseException) -> BaseException:
    """Return an error as it can be sent: many take more to be made than they keep, or hold what cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  it was made a moment ago
    except Exception:  # noqa: BLE001  whatever a class of somebody else's does when it is sent
        return RuntimeError(f"a check raised {type(error).__name__}: {error}")
    return error
