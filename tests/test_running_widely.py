"""Checking in several processes, and only for what is grave enough."""

from __future__ import annotations

import inspect
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from osintkp.checks import Check, checks
from osintkp.claim import Suppression
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.errors import ArgumentError, InvalidValueError
from osintkp.facts import Facts, shipped
from osintkp.findings import Finding, Findings
from osintkp.group import Group
from osintkp.vocabulary.scales import Severity
from strategies_close import close_claims
from test_groupings import rumours

CONFLICT = next(check for check in checks() if check.name == "figures-conflict")


def all_of(found: Findings) -> tuple[object, ...]:
    return tuple(found), found.suppressed, found.unmet


@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("whole", [rumours(), osintkp.load_seeds()], ids=["rumours", "seeds"])
def test_several_processes_find_what_one_finds(whole: Corpus, jobs: int) -> None:
    assert all_of(whole.check()) == all_of(whole.check(jobs=jobs))


@pytest.fixture
def beside_another_thread() -> Iterator[None]:
    """Let another thread run, beside which nothing is forked."""
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    yield
    waiting.set()
    other.join()


@pytest.mark.usefixtures("beside_another_thread")
def test_processes_that_are_started_anew_find_the_same() -> None:
    assert all_of(rumours().check()) == all_of(rumours().check(jobs=2))


def failing(group: Group) -> Iterator[Finding]:
    """A check that fails at one claim."""
    if group.claims[0].id == "e/2":
        raise LookupError("a check of one's own is at fault")
    yield from ()


def ended(group: Group) -> Iterator[Finding]:
    """A check whose process is ended."""
    os._exit(group.claims[0].id == "e/2")
    yield from ()


def test_what_a_check_raises_in_a_process_is_raised() -> None:
    with pytest.raises(LookupError, match="one's own is at fault"):
        rumours().check(select="USR", also=[failing], jobs=2)


UNSENDABLE = """
import threading
import osintkp
class OfTwoPartsError(Exception):
    def __init__(self, place, what):
        super().__init__(f"{what} at {place}")
class WithALockError(Exception):
    def __init__(self, place, what):
        super().__init__(f"{what} at {place}")
        self.held = threading.Lock()
for error in (OfTwoPartsError("e/2", "no unit"), WithALockError("e/2", "no unit")):
    def raising(group):
        "A check whose error cannot be sent."
        raise error
    try:
        osintkp.load_seeds().check(select="USR", also=[raising], jobs=2)
    except RuntimeError as told:
        print(told)
"""


def test_an_error_that_cannot_be_sent_is_named() -> None:
    # In a process of its own: packages for clusters, once imported, let more errors be sent.
    printed = subprocess.run(
        [sys.executable, "-c", UNSENDABLE], capture_output=True, text=True, check=True
    ).stdout

    assert [
        f"a check raised {name}: no unit at e/2" for name in ("OfTwoPartsError", "WithALockError")
    ] == printed.splitlines()


def test_a_process_that_is_ended_is_told() -> None:
    with pytest.raises(RuntimeError, match="its share is lost"):
        rumours().check(select="USR", also=[ended], jobs=2)


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_processes_are_refused(jobs: int) -> None:
    with pytest.raises(InvalidValueError, match=f"no processes to check in: {jobs}; give 1 or more"):
        rumours().check(jobs=jobs)


@pytest.mark.parametrize("least", ["error", "warning", "info"])
@pytest.mark.parametrize("whole", [rumours(), osintkp.load_seeds()], ids=["rumours", "seeds"])
def test_what_is_grave_enough_is_told_and_nothing_else(whole: Corpus, least: str) -> None:
    assert tuple(whole.check().at_least(least)) == tuple(whole.check(at_least=least))


def test_a_severity_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="no severity has this name: 'grave'"):
        rumours().check(at_least="grave")


@given(claims=close_claims())
@settings(max_examples=60, deadline=None)
def test_what_a_check_gives_of_grave_findings_alone_is_all_that_it_finds_above_info(claims: Claims) -> None:
    for check in checks():
        for group in () if check.grave is None else check.groups(claims, shipped()):
            above = [found for found in check.find(group) if found.severity is not Severity.INFO]

            assert check.grave is not None
            assert above == list(check.grave(group))


@given(claims=close_claims())
@settings(max_examples=20, deadline=None)
def test_any_claims_have_the_same_findings_above_info_when_only_those_are_asked_for(claims: Claims) -> None:
    whole = Corpus(claims=claims)
    found = whole.check()

    for least in ("warning", "error"):
        assert tuple(found.at_least(least)) == tuple(whole.check(at_least=least))


@given(claims=close_claims())
@settings(max_examples=40, deadline=None)
def test_no_finding_is_graver_than_its_check_says(claims: Claims) -> None:
    gravest = {check.name: check.gravest for check in checks()}

    for found in Corpus(claims=claims).check():
        assert gravest[found.name].rank <= found.severity.rank


@pytest.mark.parametrize(
    "check", [each for each in checks() if each.gravest is not Severity.ERROR], ids=lambda each: each.name
)
def test_a_check_that_finds_no_errors_has_no_word_of_them(check: Check) -> None:
    code = inspect.getsource(sys.modules[f"osintkp.checks.{check.name.replace('-', '_')}"])
    graver = list(Severity)[: check.gravest.rank]

    assert [] == [each for each in graver if f"Severity.{each.name}" in code]


def looked(group: Group) -> Iterator[Finding]:
    """A check that tells of every group."""
    yield group.finding("undecided", "there is something")


def by_text(claims: Claims, _: Facts) -> Iterator[Group]:
    """Give all claims of a text."""
    for source in sorted({each.source for each in claims}):
        members = tuple(each for each in claims if each.source == source)
        yield Group(key=source, claims=members, beyond=claims, facts=shipped())


@pytest.mark.parametrize(
    "changed",
    [
        {"gravest": Severity.WARNING, "grave": looked},
        {"name": "looked-into", "page": "It looks into what nobody looked into."},
        {"groups": by_text},
        {},
    ],
    ids=lambda changed: " and ".join(changed) or "as it was made",
)
def test_a_copied_check_of_ones_own_is_what_it_was(changed: dict[str, Any]) -> None:
    made = attrs.evolve(Check.of(looked), **changed)

    assert made == pickle.loads(pickle.dumps(made))  # noqa: S301  our own bytes


def test_a_grouping_that_cannot_be_copied_is_not_left_out() -> None:
    def grouped(claims: Claims, facts: Facts) -> Iterator[Group]:
        return by_text(claims, facts)

    made = attrs.evolve(Check.of(looked), groups=grouped)

    with pytest.raises((AttributeError, pickle.PicklingError)):
        pickle.dumps(made)


def test_a_check_that_finds_nothing_as_grave_as_is_asked_for_does_not_run() -> None:
    def grouped(_claims: Claims, _facts: Facts) -> Iterator[Group]:
        raise AssertionError("claims were grouped for nothing")
        yield

    mild = attrs.evolve(Check.of(looked), gravest=Severity.WARNING)
    asked = attrs.evolve(mild, groups=grouped)

    assert 0 == len(corpus(*ALIKE).check(select="USR", also=[asked], at_least="error"))
    assert len(ALIKE) == len(corpus(*ALIKE).check(select="USR", also=[mild], at_least="warning"))


def test_a_check_whose_severity_a_caller_raises_runs_though_it_finds_no_errors_itself() -> None:
    mild = attrs.evolve(Check.of(looked), gravest=Severity.WARNING)
    asked = {"looked": "error"}

    assert len(ALIKE) == len(
        corpus(*ALIKE).check(select="USR", also=[mild], at_least="error", severities=asked)
    )


ALIKE = [
    claim(f"{name}/1", "loss", actor="AM", item="vehicles/tank", amount=f"~{count} tank", when="2020")
    for name, count in (("wire", 50), ("daily", 51), ("post", 52))
]


def test_nothing_grave_is_found_of_figures_that_agree_and_an_error_of_those_that_clash() -> None:
    (agreeing,) = CONFLICT.groups(corpus(*ALIKE).claims, shipped())
    other = claim("herald/1", "loss", actor="AM", item="vehicles/tank", amount="90 tank", when="2020")
    (clashing,) = CONFLICT.groups(corpus(*ALIKE, other).claims, shipped())

    assert CONFLICT.grave is not None
    assert [] == list(CONFLICT.grave(agreeing))
    assert {Severity.ERROR} == {found.severity for found in CONFLICT.grave(clashing)}


def test_a_severity_that_a_caller_raises_is_looked_for_where_figures_agree_too() -> None:
    asked = {"figures-conflict:agreement": "error"}
    (found,) = corpus(*ALIKE).check(select="figures-conflict", severities=asked, at_least="error")

    assert "agreement" == found.verdict
    assert 0 == len(corpus(*ALIKE).check(select="figures-conflict", at_least="error"))


def test_a_suppression_is_not_called_unmet_where_nobody_looked() -> None:
    rule = Suppression(check="figures-conflict", reason="known to agree")
    some = corpus(attrs.evolve(ALIKE[0], suppress=(rule,)), *ALIKE[1:])

    assert 1 == len(some.check(select="figures-conflict").suppressed)
    assert () == some.check(select="figures-conflict", at_least="warning").unmet


def test_whoever_wants_a_bar_is_given_the_checks_in_turn() -> None:
    seen: list[object] = []

    def bar(things: Sequence[Any]) -> Iterator[Any]:
        for each in things:
            seen.append(each)
            yield each

    assert tuple(rumours().check(["QTY"])) == tuple(rumours().check(["QTY"], progress=bar))
    assert [check for check in checks() if check.code.startswith("QTY")] == seen


def test_a_bar_of_several_processes_counts_them() -> None:
    seen: list[int] = []

    def bar(things: Sequence[Any]) -> Sequence[Any]:
        seen.append(len(things))
        return things

    assert tuple(rumours().check(["QTY"])) == tuple(rumours().check(["QTY"], progress=bar, jobs=2))
    assert [2] == seen


@pytest.mark.parametrize("bar", [lambda: (), lambda _: 5, bool])
def test_a_bar_that_is_none_is_told_of(bar: Any) -> None:
    with pytest.raises(ArgumentError, match=r"^progress ") as raised:
        rumours().check(["QTY"], progress=bar)

    assert "progress" == raised.value.field


@pytest.mark.usefixtures("beside_another_thread")
def test_a_check_that_another_process_cannot_find_is_told() -> None:
    def here_alone(group: Group) -> Iterator[Finding]:  # noqa: ARG001  it is never called
        """A check inside a function, as in a notebook."""
        yield from ()

    with pytest.raises((AttributeError, pickle.PicklingError), match="here_alone"):
        rumours().check(select="USR", also=[here_alone], jobs=2)


def test_what_was_worked_out_of_claims_is_not_sent_with_them() -> None:
    claims = rumours().claims
    claims.once(lambda some: [*some])

    assert claims == pickle.loads(pickle.dumps(claims))  # noqa: S301  our own bytes
