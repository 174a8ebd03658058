"""Words that come back to where they came from: by repetition, by rewriting, along a chain, between outlets."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Claim, Link
from osintkp.lineage import Circle, How, Node, circles
from osintkp.lineage.loops import MOST, loops, rotated
from osintkp.lineage.matters import matter, may_be_one
from osintkp.vocabulary.scales import Stance

DEAD: dict[str, Any] = {"actor": "tigray-forces", "amount": "~3000 person", "when": "2021-06"}


def told(name: str, *actors: str, repeats: str | None = None, **fields: Any) -> Claim:
    made = claim(name, "loss", links={"repeats": repeats} if repeats else None, **{**DEAD, **fields})
    return attrs.evolve(made, attribution=tuple(Link(actor=actor) for actor in actors))


def found(*claims: Claim, **sources: Any) -> tuple[Circle, ...]:
    return circles(corpus(*claims, **sources).claims)


def written(*claims: Claim, **sources: Any) -> list[str]:
    return [str(circle) for circle in found(*claims, **sources)]


@pytest.mark.parametrize(
    ("size", "loop"), [(1, "s0/1 > s0/1"), (2, "s0/1 > s1/1 > s0/1"), (3, "s0/1 > s2/1 > s1/1 > s0/1")]
)
def test_claims_that_repeat_each_other_are_a_circle(size: int, loop: str) -> None:
    (circle,) = found(*(told(f"s{n}/1", repeats=f"s{(n + 1) % size}/1") for n in range(size)))

    assert (loop, frozenset({How.REPEATS})) == (str(circle), circle.hows)
    assert tuple(f"s{n}/1" for n in range(size)) == circle.claims


def test_a_long_line_of_repetitions_is_no_circle() -> None:
    assert () == found(
        told("a/1", "ET"), *(told(f"s{n}/1", repeats=f"s{n - 1}/1" if n else "a/1") for n in range(30))
    )


def test_sources_that_rewrite_each_other_are_a_circle_of_their_claims() -> None:
    (circle,) = found(
        told("a/1"), told("a/2"), told("b/1"), told("c/1"), a={"derived_from": "b"}, b={"derived_from": "a"}
    )

    assert ("a > b > a", frozenset({How.REWRITES})) == (str(circle), circle.hows)
    assert (Node.source("a"), Node.source("b")) == circle.nodes
    assert ("a/1", "a/2", "b/1") == circle.claims


def test_a_source_that_rewrites_itself_is_a_circle_and_one_that_is_rewritten_twice_is_none() -> None:
    assert ["a > a"] == written(told("a/1"), a={"derived_from": "a"})
    assert [] == written(told("a/1"), told("b/1"), a={"derived_from": "w"}, b={"derived_from": "w"})


@pytest.mark.parametrize(
    ("chain", "loop"),
    [
        (("reuters", "afp", "reuters"), "afp > reuters > afp"),
        (("ET", "afp", "dpa", "ansa", "afp"), "afp > dpa > ansa > afp"),
        (("afp", "afp", "reuters", "afp"), "afp > reuters > afp"),
    ],
)
def test_a_chain_that_names_one_twice_is_a_circle(chain: tuple[str, ...], loop: str) -> None:
    (circle,) = found(told("a/1", *chain))

    assert (loop, frozenset({How.SAID}), ("a/1",)) == (str(circle), circle.hows, circle.claims)


@pytest.mark.parametrize(
    "chain",
    [
        ("afp", "afp"),
        ("unknown", "afp", "unknown"),
        ("afp", "unknown", "afp"),
        ("abiy-ahmed", "ET", "abiy-ahmed"),
        ("abiy-ahmed", "ET", "fana", "ET"),
        ("abiy-ahmed", "afp", "ET"),
        ("ET", "afp", "dpa", "ansa"),
    ],
)
def test_a_chain_within_one_body_or_through_nobody_named_is_no_circle(chain: tuple[str, ...]) -> None:
    assert [] == written(told("a/1", *chain))


def test_a_chain_that_comes_back_to_the_publisher_is_a_circle() -> None:
    assert ["bbc > reuters > bbc"] == written(told("a/1", "bbc", "reuters"), a={"publisher": "BBC"})
    assert [] == written(told("a/1", "reuters", "bbc"), a={"publisher": "BBC"})
    assert [] == written(told("a/1", "bbc", "reuters"), a={"publisher": "CNN"})


def test_two_outlets_that_have_one_matter_from_each_other_are_a_circle() -> None:
    (circle,) = found(told("a/1", "b"), told("b/1", "ET", "a", amount="3000 person"))

    assert ("a > b > a", frozenset({How.SAID}), ("a/1", "b/1")) == (str(circle), circle.hows, circle.claims)
    assert (Node.source("a"), Node.source("b")) == circle.nodes


def test_outlets_are_known_by_their_publishers() -> None:
    published = {"a": {"publisher": "The New York Times"}, "b": {"publisher": "Yonhap News Agency"}}

    assert ["new-york-times > yonhap > new-york-times"] == written(
        told("a/1", "yonhap"), told("b/1", "new-york-times"), **published
    )


def test_three_outlets_in_a_ring_are_one_circle_wherever_it_is_entered() -> None:
    ring = [told("a/1", "c"), told("b/1", "a"), told("c/1", "b")]

    assert ["a > b > c > a"] == written(*ring)


@pytest.mark.parametrize(
    "other",
    [
        told("b/1", "agency"),
        told("b/1", "a", amount="9000 person"),
        told("b/1", "a", actor="ER"),
        told("b/1", "a", when="2019"),
        told("b/1", "a", amount="40 tank"),
        told("b/1", "a", item="vehicles/tank", amount="3000 person"),
        attrs.evolve(told("b/1", "a"), stance=Stance.DENIES),
    ],
)
def test_outlets_that_have_something_else_from_each_other_are_no_circle(other: Claim) -> None:
    assert [] == written(told("a/1", "b", item="munitions"), other)


def test_one_figure_of_several_that_goes_round_is_enough() -> None:
    (circle,) = found(told("a/0", "b", amount="9000 person"), told("a/1", "b"), told("b/1", "a"))

    assert ("a/1", "b/1") == circle.claims


def test_rewriting_and_repeating_close_a_circle_together() -> None:
    (circle,) = found(told("a/1"), told("b/1", repeats="a/1"), a={"derived_from": "b"})

    assert ("a > b > a", frozenset({How.REPEATS, How.REWRITES})) == (str(circle), circle.hows)


def test_two_papers_that_repeat_each_other_on_two_figures_are_no_circle() -> None:
    assert [] == written(
        told("a/1", "ET"), told("b/1", repeats="a/1"), told("b/2", "ET"), told("a/2", repeats="b/2"),
    )  # fmt: skip


def test_a_repetition_of_another_matter_closes_no_circle() -> None:
    assert [] == written(told("a/1", "b"), told("a/2", actor="ER"), told("b/1", repeats="a/2"))
    assert ["a > b > a"] == written(told("a/1", "b"), told("b/1", repeats="a/1"))


def test_a_state_and_its_own_agency_are_one_body() -> None:
    published = {"a": {"publisher": "TASS"}, "b": {"publisher": "RU"}}

    assert [] == written(told("a/1", "RU"), told("b/1", "tass"), **published)


def test_statements_are_one_matter_by_their_words() -> None:
    one = attrs.evolve(
        claim("a/1", "statement", about=("SD",), text="The front holds"), attribution=(Link(actor="b"),)
    )
    same = attrs.evolve(
        claim("b/1", "statement", about=("SD",), text="the front holds"), attribution=(Link(actor="a"),)
    )
    other = attrs.evolve(
        claim("b/1", "statement", about=("SD",), text="the front breaks"), attribution=(Link(actor="a"),)
    )

    assert ["a > b > a"] == written(one, same)
    assert [] == written(one, other)


def test_circles_are_asked_for_among_some_claims_and_found_by_all() -> None:
    whole = corpus(told("a/1", "b"), told("b/1", "a"), told("c/1", "ET"))

    assert 1 == len(circles(whole.claims, [whole.claims["a/1"]]))
    assert 0 == len(circles(whole.claims, [whole.claims["c/1"]]))
    assert 1 == len(circles(whole.select(source="a").claims))
    assert 0 == len(circles(whole.without("b").claims))


def test_one_circle_in_two_matters_is_told_once() -> None:
    (circle,) = found(
        told("a/1", "b"), told("b/1", "a"), told("a/2", "b", actor="ER"), told("b/2", "a", actor="ER"),
    )  # fmt: skip

    assert ("a/1", "a/2", "b/1", "b/2") == circle.claims


def test_the_order_of_claims_and_sources_plays_no_part() -> None:
    many = [
        told(f"{source}/{n}", giver) for n in range(3) for source, giver in zip("abcd", "bcda", strict=True)
    ]
    many += [told("e/1", repeats="f/1"), told("f/1", repeats="e/1"), told("e/2", "afp", "dpa", "afp")]
    expected = found(*many)

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == found(*many)
    assert ["a > d > c > b > a", "afp > dpa > afp", "e/1 > f/1 > e/1"] == [str(circle) for circle in expected]


def graph(*pairs: str) -> dict[Node, set[Node]]:
    made: dict[Node, set[Node]] = {}
    for pair in pairs:
        made.setdefault(Node.claim(pair[0]), set()).add(Node.claim(pair[1]))
    return made


def names(*pairs: str) -> list[str]:
    return ["".join(node.id for node in loop) for loop in loops(graph(*pairs))]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((), []),
        (("ab", "bc"), []),
        (("ab", "ac", "bd", "cd"), []),
        (("aa",), ["a"]),
        (("ab", "ba"), ["ab"]),
        (("ba", "cb", "ac"), ["acb"]),
        (("ab", "ba", "bc", "cb"), ["ab", "bc"]),
        (("ab", "bc", "ca", "cd", "de", "ed"), ["abc", "de"]),
        (("ab", "bc", "cd", "da", "ca"), ["abc", "abcd"]),
        (("xa", "ab", "ba", "by"), ["ab"]),
    ],
)
def test_every_node_that_can_come_back_to_itself_stands_on_a_loop(
    pairs: tuple[str, ...], expected: list[str]
) -> None:
    assert expected == names(*pairs)


def test_a_knot_of_very_many_loops_shows_a_dozen() -> None:
    star = [pair for n in range(30) for pair in ((chr(200 + n), "a"), ("a", chr(200 + n)))]
    made = {Node.claim(giver): {Node.claim(t) for g, t in star if g == giver} for giver, _ in star}

    assert MOST == 12 == len(loops(made))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14))
def test_loops_are_loops_and_none_is_missed(pairs: list[tuple[str, str]]) -> None:
    made = graph(*map("".join, pairs))
    shown = loops(made)

    for loop in shown:
        assert all(there in made[here] for here, there in zip(loop, (*loop[1:], loop[0]), strict=True))
        assert len(loop) == len(set(loop))
        assert rotated(loop) == loop
    assert {node for node in made if returns(made, node)} == {node for loop in shown for node in loop}
    assert len(shown) == len(set(shown))


def returns(made: dict[Node, set[Node]], start: Node) -> bool:
    seen: set[Node] = set()
    todo = list(made[start])
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += made.get(node, ())
    return start in seen


def test_a_claim_about_nobody_has_no_matter_unless_it_has_words() -> None:
    assert matter(claim("a/1", "loss", amount="5 tank")) is None
    assert matter(claim("a/1", "statement", text="x")) is not None
    assert matter(claim("a/1", "loss", actor="SD", amount="5 tank")) != matter(
        claim("a/1", "loss", actor="SD")
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, True),
        ({"calibre": "152 mm"}, {"calibre": "152 mm"}, True),
        ({"calibre": "152 mm"}, {}, True),
        ({"calibre": "152 mm"}, {"calibre": "122 mm"}, False),
        ({"item": "munitions"}, {"item": "munitions/mine"}, True),
        ({"item": "munitions"}, {}, True),
        ({"item": "munitions/rocket"}, {"item": "munitions/mine"}, False),
        ({"when": "2023"}, {"when": "2023-05"}, True),
        ({"when": "2023"}, {}, True),
        ({"when": "2023"}, {"when": "2024"}, False),
        ({"amount": "100..120 piece"}, {"amount": "120..140 piece"}, True),
        ({"amount": "100 piece"}, {}, True),
        ({"amount": "100..120 piece"}, {"amount": "121..140 piece"}, False),
    ],
)
def test_goods_calibre_figure_and_time_decide_whether_two_may_be_one(
    one: dict[str, Any], other: dict[str, Any], expected: bool
) -> None:
    made = claim("a/1", **one), claim("b/1", **other)

    assert (expected, expected) == (may_be_one(*made), may_be_one(*reversed(made)))
