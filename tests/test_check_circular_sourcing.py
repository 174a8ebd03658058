"""Loops: each has it from the next, and none had it first."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

from builders import claim, corpus
from osintkp import Claim, Link
from osintkp.checks.circular_sourcing import find
from osintkp.facts import Facts
from osintkp.findings import Finding, Findings
from osintkp.group import Group
from osintkp.vocabulary.scales import Severity, Verdict

DEAD: dict[str, Any] = {"actor": "SD", "amount": "~150 person", "when": "2023-04"}


def told(name: str, *actors: str, repeats: str | None = None, **fields: Any) -> Claim:
    made = claim(name, "loss", links={"repeats": repeats} if repeats else None, **{**DEAD, **fields})
    return attrs.evolve(made, attribution=tuple(Link(actor=actor) for actor in actors))


def found(*claims: Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="circular-sourcing")


def only(*claims: Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def test_claims_that_repeat_each_other_cannot_all_have_come_second() -> None:
    one = only(told("a/1", repeats="b/1"), told("b/1", repeats="c/1"), told("c/1", "afp", repeats="a/1"))

    assert ("SRC102", Severity.ERROR, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "a/1 > c/1 > b/1 > a/1: each claim repeats the one before it, so none of them came first and nothing shows where they began"
        == one.message
    )
    assert ("a/1", "b/1", "c/1") == one.claims
    assert "c/1 ~150 person: afp > c, repeats a/1; origin unknown" == one.working[2]
    assert () == one.assumptions


def test_a_claim_that_repeats_itself_is_told_in_the_singular() -> None:
    assert (
        "a/1 > a/1: the claim is coded as repeating itself, so nothing shows where it began"
        == only(told("a/1", repeats="a/1")).message
    )


def test_sources_that_rewrite_each_other_are_an_error_with_their_claims() -> None:
    one = only(told("a/1"), told("a/2"), told("b/1"), a={"derived_from": "b"}, b={"derived_from": "a"})

    assert (Severity.ERROR, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "a > b > a: each source rewrites the one before it, so none of them came first and nothing shows where a/1, a/2 and b/1 began"
        == one.message
    )
    assert ("a/1", "a/2", "b/1") == one.claims


def test_a_source_that_rewrites_itself_is_told_in_the_singular() -> None:
    assert (
        "a > a: the source is coded as rewriting itself, so nothing shows where a/1 began"
        == only(told("a/1"), a={"derived_from": "a"}).message
    )


def test_two_papers_that_have_a_figure_from_each_other_are_a_warning() -> None:
    one = only(told("a/1", "b"), told("b/1", "SD", "a", amount=">100 person"))

    assert (Severity.WARNING, Verdict.SAME_ORIGIN) == (one.severity, one.verdict)
    assert (
        "a > b > a: each has the matter of a/1 and b/1 from the one before it, so they do not confirm each other"
        == one.message
    )
    assert ("a/1 ~150 person: b > a; origin b", "b/1 >100 person: SD > a > b; origin SD") == one.working
    assert (
        "a source speaks for its publisher, and may be named by its id",
        "two claims of the same actors are one matter where goods, figures and dates can be the same",
    ) == one.assumptions


def test_a_chain_that_comes_back_is_a_warning() -> None:
    one = only(told("a/1", "SD", "afp", "dpa", "afp"))

    assert (Severity.WARNING, Verdict.SAME_ORIGIN) == (one.severity, one.verdict)
    assert (
        "afp > dpa > afp: the chain of a/1 comes back to one whom it has named, and nobody confirms himself"
        == one.message
    )


def test_papers_are_known_by_their_publishers() -> None:
    one = only(
        told("a/1", "radio-dabanga"), told("b/1", "sudan-tribune"),
        a={"publisher": "Sudan Tribune"}, b={"publisher": "Radio Dabanga"},
    )  # fmt: skip

    assert one.message.startswith("radio-dabanga > sudan-tribune > radio-dabanga: ")


@pytest.mark.parametrize(
    "claims",
    [
        [told("a/1", "agency"), told("b/1", "agency")],
        [told("a/1", "afp", "dpa", "ansa", "efe", "kyodo")],
        [told("a/1", "sergei-lavrov", "RU", "vladimir-putin")],
        [told("a/1", "sergei-lavrov"), told("b/1", "vladimir-putin")],
        [told("a/1", "b"), told("b/1", "SD")],
        [told("a/1", "b"), told("b/1", "a", actor="YE")],
        [told("a/1", "b"), told("b/1", "a", amount="4000 person")],
        [told("a/1", "b"), told("b/1", "unknown")],
        [told("a/1", repeats="b/1"), told("b/1", repeats="c/1"), told("c/1", "SD")],
        [told("a/1", repeats="gone/1"), told("a/2", repeats="a/1")],
    ],
)
def test_what_goes_on_and_does_not_come_back_is_no_loop(claims: list[Claim]) -> None:
    assert [] == list(found(*claims))


def test_claims_beyond_a_selection_still_close_a_loop_and_are_not_listed() -> None:
    whole = corpus(told("a/1", "b"), told("b/1", "a"))

    (one,) = whole.select(source="a").check(select="circular-sourcing")

    assert ("a/1",) == one.claims
    assert one.message.startswith("a > b > a: ")


def test_a_large_loop_lists_every_claim_and_some_working() -> None:
    one = only(*(told(f"s{n:02}/1", repeats=f"s{(n + 1) % 30:02}/1") for n in range(30)))

    assert (30, 20) == (len(one.claims), len(one.working))


def test_a_group_that_is_no_circle_has_no_finding() -> None:
    some = told("a/1")
    group = Group(key="else", claims=(some,), beyond=corpus(some).claims, facts=Facts())

    assert [] == list(find(group))


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        told("a/1", "b"),
        told("b/1", "c"),
        told("c/1", "a"),
        told("d/1", repeats="e/1"),
        told("e/1", repeats="d/1"),
    ]
    expected = list(found(*many))

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert ["d/1 > e/1 > d/1", "a > c > b > a"] == [each.message.partition(":")[0] for each in expected]
