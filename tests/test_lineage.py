"""The graph of lineage: trails back to an origin, and the edges that they are made of."""

from __future__ import annotations

import random

import attrs

from builders import claim, corpus
from osintkp import Claim, Link
from osintkp.lineage import How, Node, edges
from osintkp.lineage.trails import rewritten, told_by, trail


def told(name: str, *chain: Link, links: dict[str, str] | None = None) -> Claim:
    return attrs.evolve(claim(name, "loss", actor="ET", links=links), attribution=chain)


def shown(*claims: Claim, **sources: dict[str, str]) -> list[str]:
    return [str(edge) for edge in edges(corpus(*claims, **sources).claims)]


def test_a_chain_is_a_step_from_each_to_the_next_and_into_the_source() -> None:
    assert ["afp > wire (said)", "et-federal-police > afp (said)"] == shown(
        told("wire/1", Link(actor="et-federal-police"), Link(actor="afp"))
    )


def test_a_step_that_a_coder_knows_of_keeps_where_from() -> None:
    chain = (Link(actor="ET", basis="Fana, 4 Nov 2020"), Link(actor="afp"))

    first, second = edges(corpus(told("wire/1", *chain)).claims)

    assert ("Fana, 4 Nov 2020", None) == (first.basis, second.basis)
    assert ["ET > afp (said, known from Fana, 4 Nov 2020)", "afp > wire (said)"] == [str(first), str(second)]


def test_one_step_known_in_two_ways_is_two_edges() -> None:
    found = shown(told("a/1", Link(actor="ET")), told("a/2", Link(actor="ET", basis="a call")))

    assert ["ET > a (said)", "ET > a (said, known from a call)"] == found


def test_an_edge_gathers_the_claims_that_show_it() -> None:
    (edge,) = edges(corpus(told("a/2", Link(actor="ET")), told("a/1", Link(actor="ET"))).claims)

    assert (Node.actor("ET"), Node.source("a"), How.SAID, ("a/1", "a/2"), None) == (
        edge.giver, edge.taker, edge.how, edge.claims, edge.basis,
    )  # fmt: skip


def test_a_source_in_its_own_voice_has_it_from_nobody() -> None:
    assert [] == shown(told("a/1"))


def test_repetitions_go_from_claim_to_claim_and_bring_their_own_chains() -> None:
    first = told("wire/1", Link(actor="ET"))
    again = told("paper/1", links={"repeats": "wire/1"})
    found = corpus(first, again).claims

    assert ["ET > wire (said)", "wire/1 > paper/1 (repeats)"] == [str(edge) for edge in edges(found, [again])]
    assert ["ET > wire (said)"] == [str(edge) for edge in edges(found, [first])]


def test_a_repetition_of_what_is_not_at_hand_is_no_edge() -> None:
    assert [] == shown(told("paper/1", links={"repeats": "wire/1"}))
    assert [] == shown(told("wire/1"), told("paper/1", links={"supports": "wire/1"}))


def test_rewritten_sources_are_followed_to_the_first() -> None:
    found = corpus(told("blog/1"), blog={"derived_from": "paper"})
    sources = corpus(told("paper/1"), paper={"derived_from": "wire"})
    whole = found | sources

    assert ["paper > blog (rewrites)", "wire > paper (rewrites)"] == [
        str(edge) for edge in edges(whole.claims, list(found.claims))
    ]
    assert [("blog/1",), ()] == [edge.claims for edge in edges(whole.claims, list(found.claims))]
    assert [("blog/1",), ("paper/1",)] == [edge.claims for edge in edges(whole.claims)]


def test_circles_end_the_following() -> None:
    circle = [told("a/1", links={"repeats": "b/1"}), told("b/1", links={"repeats": "a/1"})]

    assert ["a/1 > b/1 (repeats)", "b/1 > a/1 (repeats)"] == shown(*circle)
    assert ["a > b (rewrites)", "b > a (rewrites)"] == shown(
        told("a/1"), told("b/1"), a={"derived_from": "b"}, b={"derived_from": "a"}
    )


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        told(f"{source}/{n}", Link(actor=actor))
        for source in "abc"
        for n, actor in enumerate(("ET", "ER", "un"))
    ]
    expected = edges(corpus(*many).claims)

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == edges(corpus(*many).claims)


def test_nodes_are_ordered_by_id_and_told_apart_by_kind() -> None:
    assert Node.actor("bbc") != Node.source("bbc")
    assert [Node.actor("a"), Node.claim("b"), Node.source("b")] == sorted(
        [Node.source("b"), Node.claim("b"), Node.actor("a")]
    )


def test_a_trail_names_each_step_once() -> None:
    first = told("wire/1", Link(actor="ET"), Link(actor="afp"))
    again = told("paper/1", Link(actor="ET"), links={"repeats": "wire/1"})
    found = corpus(first, again).claims

    assert ["ET", "afp", "wire/1"] == [str(step) for step in trail(again, found)]
    assert ["paper/1", "wire/1"] == [each.id for each in told_by(again, found) or ()]


def test_what_a_coder_knows_ends_the_trail() -> None:
    first = told("wire/1", Link(actor="ET"))
    known = told("paper/1", Link(actor="un", basis="a call"), links={"repeats": "wire/1"})

    assert ["un*"] == [str(step) for step in trail(known, corpus(first, known).claims)]


def test_a_trail_of_rewritten_sources_begins_with_the_first() -> None:
    found = corpus(
        told("blog/1"), told("blog/2", Link(actor="ET")), told("paper/1"),
        blog={"derived_from": "paper"}, paper={"derived_from": "wire"},
    ).claims  # fmt: skip

    assert ["wire", "paper"] == [str(step) for step in trail(found["blog/1"], found)]
    assert ["ET"] == [str(step) for step in trail(found["blog/2"], found)]
    assert ("blog", "paper", "wire") == rewritten("blog", found)


def test_a_repetition_in_its_own_voice_does_not_name_what_its_source_rewrites() -> None:
    found = corpus(
        told("wire/1", Link(actor="ET")),
        told("blog/1", links={"repeats": "wire/1"}),
        blog={"derived_from": "x"},
    )

    assert ["ET", "wire/1"] == [str(step) for step in trail(found.claims["blog/1"], found.claims)]


def test_circles_have_no_trail() -> None:
    circle = corpus(
        told("a/1", links={"repeats": "b/1"}),
        told("b/1", links={"repeats": "a/1"}),
        told("c/1"),
        c={"derived_from": "c"},
    ).claims

    assert (None, ()) == (told_by(circle["a/1"], circle), trail(circle["a/1"], circle))
    assert (None, ()) == (rewritten("c", circle), trail(circle["c/1"], circle))
