"""Tellings that agree: what is told at little cost is what asking every two of them tells."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from builders import claim, corpus
from osintkp.checks import figures_conflict as check
from osintkp.checks._agreeing import _side_by_side, agreeing
from osintkp.checks._told import Told, tellings
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.difference import facets
from osintkp.facts import shipped
from osintkp.group import Group
from osintkp.triage import between
from strategies_close import FIGURES

OPEN = [figure for figure in FIGURES if len(figure) < 20]
DAYS = [
    "2024",
    "2024-03-01",
    "2024-03-31",
    "2024-01/2024-12",
    "2024-03",
    "2024-03/2024-04",
    "2024-05/..",
    "2023",
    None,
]


def asked_of_every_two(group: Group, told: list[Told]) -> list[list[Told]]:
    """Return the circles of tellings that agree, every two of which are asked everything."""

    def fit(one: Told, other: Told) -> bool:
        return (
            one.meets(other)
            and _side_by_side(one, other)
            and check._may_agree(one, other)
            and between(one.facets, other.facets, group.as_of) is None
        )

    circles: list[list[Told]] = []
    for each in told:
        home = next((circle for circle in circles if all(fit(each, other) for other in circle)), None)
        if home is None:
            circles.append([each])
        else:
            home.append(each)
    return [circle for circle in circles if sum(len(each.claims) for each in circle) > 1]


def groups(claims: Claims) -> list[Group]:
    return list(check.GROUPS(claims, shipped()))


def same_circles(claims: Claims) -> None:
    for group in groups(claims):
        told = tellings(group)
        assert asked_of_every_two(group, told) == agreeing(group, told, check._may_agree)


def by_chance(seed: int) -> Claims:
    """Return a few claims of one thing, that differ in figure, window, mode, speaker, source and links."""
    chance = Random(seed)
    made: list[Claim] = []
    for number in range(chance.randint(2, 12)):
        source = chance.choice(["wire", "post", "blog"])
        tied = number > 0 and chance.random() < 0.3
        told: dict[str, Any] = {
            "amount": f"{chance.choice(OPEN)} tank",
            "when": chance.choice(DAYS),
            "measure": chance.choice(["cumulative", "stock", "flow", None]),
            "speaker": chance.choice(["AM", "AZ", None]),
            "modality": chance.choice(["stated", "stated", "predicted"]),
            "item": chance.choice(["vehicles/tank", "vehicles/tank", "vehicles"]),
            "links": {chance.choice(["supports", "part_of"]): made[0].id} if tied else None,
        }
        made.append(claim(f"{source}/c{number}", "loss", actor="AM", **told))
    return corpus(*made).claims


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_circles_are_those_of_asking_every_two(start: int) -> None:
    some = False
    for seed in range(start, start + 100):
        for group in groups(by_chance(seed)):
            told = tellings(group)
            found = agreeing(group, told, check._may_agree)
            some = some or any(len(circle) > 2 for circle in found)
            assert asked_of_every_two(group, told) == found, seed
    assert some


def told_of(*days: str, figure: str = "40 tank") -> list[Told]:
    made = [
        claim(f"s{number}/c", "loss", actor="AM", item="vehicles/tank", amount=figure, when=day)
        for number, day in enumerate(days)
    ]
    (group,) = groups(corpus(*made).claims)
    return tellings(group)


def test_figures_of_one_thing_and_window_are_of_one_sort() -> None:
    one, again, other, going_on, too = told_of(
        "2020-10", "2020-10-01/2020-10-31", "2020-11", "2020-10/..", "2020-10/.."
    )

    assert one.sort == again.sort
    assert 4 == len({one.sort, other.sort, going_on.sort, too.sort})


def test_who_is_linked_is_of_the_sort_of_those_that_are_like_it_but_for_that_and_agrees_with_them_by_its_link() -> (
    None
):
    first, second, third = (
        claim(
            f"{name}/c",
            "loss",
            actor="AM",
            item="vehicles/tank",
            amount="40 tank",
            when="2020-10",
            links=links,
        )
        for name, links in (("a", None), ("b", {"part_of": "a/c"}), ("c", None))
    )
    (group,) = groups(corpus(first, second, third).claims)
    one, other, another = tellings(group)

    assert one.sort == other.sort == another.sort
    assert (frozenset(), frozenset({"a/c"})) == (facets(first).ties, facets(second).ties)
    assert [["a/c", "c/c"]] == [
        [each.first.id for each in circle] for circle in agreeing(group, [one, other, another])
    ]


def test_those_without_a_common_number_are_found_open_figures_too() -> None:
    ten, above, below, twenty = (
        told_of("2020-10", "2020-11", figure=figure)[0]
        for figure in ("10 tank", ">10 tank", "<10 tank", "20 tank")
    )

    assert [above, twenty] == below.missed([above, twenty])
    assert [below] == above.missed([below, twenty])
    assert [twenty] == ten.missed([twenty, ten])
    assert all(
        one.meets(other) is (not one.missed([other]))
        for one in (ten, above, below, twenty)
        for other in (ten, above, below, twenty)
    )


def test_two_numbers_of_one_text_in_one_voice_do_not_agree_though_they_are_of_one_sort() -> None:
    one, other, elsewhere = (
        claim(f"{name}", "loss", actor="AM", item="vehicles/tank", amount=figure, when="2020-10")
        for name, figure in (("wire/a", "300 tank"), ("wire/b", "~300 tank"), ("post/a", "300 tank"))
    )
    (group,) = groups(corpus(one, other, elsewhere).claims)
    told = tellings(group)

    assert 1 == len({each.sort for each in told})
    ((first, second),) = agreeing(group, told, check._may_agree)
    assert {"post/a", "wire/a"} == {first.first.id, second.first.id}
