"""Chains of attribution, repetitions and rewritten sources, followed to their beginning."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Claim, Corpus, Link
from osintkp.origins import Origin, Origins, origin_of


def told(name: str, *chain: Link, links: dict[str, str] | None = None) -> Claim:
    return attrs.evolve(claim(name, "loss", actor="SY", links=links), attribution=chain)


def origin(each: Claim, *others: Claim, **sources: dict[str, str]) -> Origin:
    return origin_of(each, corpus(each, *others, **sources).claims)


def test_a_source_in_its_own_voice_is_its_own_origin() -> None:
    assert Origin(id="wire", actor=None) == origin(told("wire/1"))


def test_the_first_of_the_chain_is_the_origin_not_the_last() -> None:
    assert Origin(id="sohr", actor="sohr") == origin(told("wire/1", Link(actor="sohr"), Link(actor="afp")))


@pytest.mark.parametrize(
    ("actor", "body"),
    [
        ("ua-general-staff", "UA"),
        ("kr-defense-intelligence-agency", "KR"),
        ("us-department-of-state", "US"),
        ("hamas", "hamas"),
        ("some-militia", "some-militia"),
        ("SD", "SD"),
    ],
)
def test_officials_and_agencies_stand_for_their_top_body(actor: str, body: str) -> None:
    assert Origin(id=body, actor=actor) == origin(told("wire/1", Link(actor=actor)))


def test_an_unknown_origin_is_nobody_whoever_passed_it_on() -> None:
    found = origin(told("wire/1", Link(actor="unknown"), Link(actor="afp")))

    assert Origin(id="unknown") == found
    assert not found.known


def test_a_known_origin_is_known() -> None:
    assert Origin(id="SD").known


def test_a_repetition_goes_back_to_what_it_repeats() -> None:
    first = told("wire/1", Link(actor="sohr"))
    second = told("paper/1", links={"repeats": "wire/1"})
    third = told("post/1", Link(actor="unknown"), links={"repeats": "paper/1"})

    assert Origin(id="sohr", actor="sohr") == origin(third, second, first)


def test_another_link_than_a_repetition_is_not_followed() -> None:
    first = told("wire/1", Link(actor="sohr"))

    assert Origin(id="paper") == origin(told("paper/1", links={"revises": "wire/1"}), first)
    assert Origin(id="paper") == origin(told("paper/1", links={"supports": "wire/1"}), first)


def test_a_repetition_of_what_is_not_at_hand_is_followed_no_further() -> None:
    lost = told("paper/1", Link(actor="afp"), links={"repeats": "wire/1"})

    assert Origin(id="afp", actor="afp") == origin(lost)


def test_of_several_repetitions_the_first_at_hand_is_followed() -> None:
    first = told("wire/1", Link(actor="sohr"))
    second = told("post/1", Link(actor="il-defense-forces"))
    both = attrs.evolve(
        told("paper/1", links={"repeats": "gone/1"}),
        links=(*told("x/1", links={"repeats": "gone/1"}).links, *told("x/1", links={"repeats": "wire/1"}).links,
               *told("x/1", links={"repeats": "post/1"}).links),
    )  # fmt: skip

    assert "sohr" == origin(both, second, first).id


def test_a_chain_that_a_coder_knows_from_elsewhere_ends_the_search() -> None:
    first = told("wire/1", Link(actor="sohr"))
    known = told("paper/1", Link(actor="shin-won-sik", basis="another report"), links={"repeats": "wire/1"})
    second_only = told(
        "post/1", Link(actor="afp"), Link(actor="KR", basis="another report"), links={"repeats": "wire/1"}
    )

    assert Origin(id="KR", actor="shin-won-sik") == origin(known, first)
    assert Origin(id="sohr", actor="sohr") == origin(second_only, first)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_repetitions_in_a_circle_have_no_origin(length: int) -> None:
    circle = [told(f"s{n}/1", links={"repeats": f"s{(n + 1) % length}/1"}) for n in range(length)]

    assert Origin(id="unknown") == origin(*circle)


def test_a_rewritten_source_goes_back_to_the_one_it_rewrites() -> None:
    found = corpus(
        told("blog/1"),
        told("paper/1"),
        told("wire/1"),
        blog={"derived_from": "paper"},
        paper={"derived_from": "wire"},
    )

    assert {"wire"} == {origin_of(each, found.claims).id for each in found.claims}


def test_a_rewritten_source_that_is_not_at_hand_is_named_all_the_same() -> None:
    assert Origin(id="agency") == origin(told("blog/1"), blog={"derived_from": "agency"})


def test_sources_that_rewrite_each_other_have_no_origin() -> None:
    found = corpus(told("a/1"), told("b/1"), a={"derived_from": "b"}, b={"derived_from": "a"})

    assert ["unknown", "unknown"] == [origin_of(each, found.claims).id for each in found.claims]


def test_an_attribution_comes_before_the_source_that_was_rewritten() -> None:
    assert Origin(id="sohr", actor="sohr") == origin(
        told("blog/1", Link(actor="sohr")), blog={"derived_from": "wire"}
    )


def test_an_origin_prints_its_body_and_the_actor_where_they_differ() -> None:
    assert "UA (ua-general-staff)" == str(Origin(id="UA", actor="ua-general-staff"))
    assert "hamas" == str(Origin(id="hamas", actor="hamas"))
    assert "wire" == str(Origin(id="wire"))


GAZA = (
    told("wire/1", Link(actor="il-defense-forces")),
    told("paper/1", Link(actor="il-defense-forces")),
    told("post/1", Link(actor="hamas")),
    told("blog/1", Link(actor="unknown")),
    told("note/1", Link(actor="unknown")),
)


def test_each_independent_origin_counts_once_and_the_unknown_never() -> None:
    found = corpus(*GAZA).origins()

    assert ("IL", "hamas") == found.independent
    assert 2 == len(found)
    assert ["IL", "hamas"] == list(found)
    assert ("blog/1", "note/1") == found.unknown
    assert {"IL": ("wire/1", "paper/1"), "hamas": ("post/1",), "unknown": ("blog/1", "note/1")} == found.by_id


def test_origins_print_how_many_and_who_is_behind_what() -> None:
    lines = str(corpus(*GAZA).origins()).splitlines()

    assert "5 claims, 2 independent origins, 2 of unknown lineage" == lines[0]
    assert [
        "  IL           wire/1, paper/1",
        "  hamas        post/1",
        "  unknown      blog/1, note/1",
    ] == lines[1:]
    assert str(corpus(*GAZA).origins()) == repr(corpus(*GAZA).origins())


def test_one_claim_and_one_origin_are_printed_in_the_singular() -> None:
    assert (
        "1 claim, 1 independent origin, 0 of unknown lineage"
        == str(corpus(GAZA[0]).origins()).splitlines()[0]
    )


def test_origins_of_nothing_are_empty_and_of_the_unknown_are_not() -> None:
    nothing, unknown = corpus().origins(), corpus(GAZA[3]).origins()

    assert (0, False, (), "no claims") == (len(nothing), bool(nothing), nothing.unknown, str(nothing))
    assert (0, True, ()) == (len(unknown), bool(unknown), unknown.independent)


def test_origins_among_some_claims_still_follow_repetitions_to_the_others() -> None:
    first = told("wire/1", Link(actor="sohr"))
    again = told("paper/1", links={"repeats": "wire/1"})
    found = corpus(first, again)

    assert {"sohr": ("paper/1",)} == found.origins(source="paper").by_id
    assert {"sohr": ("paper/1",)} == Origins(found.claims, [again]).by_id
    assert {"paper": ("paper/1",)} == found.without("wire").origins().by_id


@given(st.permutations(GAZA))
def test_the_order_of_the_claims_changes_no_origin(claims: list[Claim]) -> None:
    found: Corpus = corpus(*claims)

    assert {"IL", "hamas"} == set(found.origins().independent)
    assert {"wire/1", "paper/1"} == set(found.origins().by_id["IL"])


def test_selecting_keeps_the_lineage_of_what_is_selected() -> None:
    first = claim("x/1", "loss", actor="AM", amount="80 tank")
    second = claim("y/1", "loss", actor="AM", amount="80 tank")
    middle, root = claim("m/1", "statement", text="a word"), claim("r/1", "statement", text="a word")
    whole = corpus(
        first, second, middle, root, x={"derived_from": "m"}, m={"derived_from": "r"}, y={"derived_from": "r"}
    )

    chosen = whole.select(kind="loss")

    assert chosen.origins().independent == ("r",)
    assert chosen.select(source="x").origins().independent == ("r",)
    assert (
        whole.check(select="single-origin").of("SRC101")[0].claims
        == chosen.check(select="single-origin")[0].claims
    )
    assert set(chosen.without("y").origins().independent) == {"m"}
