"""Chains of attribution, repetitions and rewritten sources, followed to their beginning."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Claim, Corpus, Link
from osintkp.claims import Claims
from osintkp.lineage import Node
from osintkp.lineage.trails import repeated
from osintkp.origins import Origin, Origins, origin_of


def told(name: str, *chain: Link, links: dict[str, str] | None = None) -> Claim:
    return attrs.evolve(claim(name, "loss", actor="SY", links=links), attribution=chain)


def origin(each: Claim, *others: Claim, **sources: dict[str, str]) -> Origin:
    return origin_of(each, corpus(each, *others, **sources).claims)


def test_a_source_in_its_own_voice_is_its_own_origin() -> None:
    assert Origin(id="wire", actor=None) == origin(told("wire/1"))


def test_a_body_that_publishes_speaks_where_its_source_has_no_other_voice() -> None:
    ministry, paper = {"publisher": "az-ministry-of-defence"}, {"publisher": "Reuters"}
    rewrite = {"derived_from": "wire"}

    assert Origin(id="AZ", actor="az-ministry-of-defence") == origin(told("wire/1"), wire=ministry)
    assert Origin(id="wire", actor=None) == origin(told("wire/1"), wire=paper)
    assert Origin(id="AZ", actor="az-ministry-of-defence") == origin(
        told("daily/1"), told("wire/1"), daily={**paper, **rewrite}, wire=ministry
    )


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


def test_a_long_chain_of_repetitions_is_walked_once_for_all_that_stand_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chain = [told("s0/a", Link(actor="ua-general-staff"))]
    chain += [told(f"s{each}/a", links={"repeats": f"s{each - 1}/a"}) for each in range(1, 60)]
    claims, steps = corpus(*chain).claims, list[str]()

    def counted(each: Claim, among: Claims) -> Claim | None:
        steps.append(each.id)
        return repeated(each, among)

    monkeypatch.setattr("osintkp.origins.repeated", counted)

    assert {Origin(id="UA", actor="ua-general-staff")} == {origin_of(each, claims) for each in claims}
    assert 60 > len(steps)


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


def test_origins_print_as_a_tree_with_the_unknown_last_and_not_counted() -> None:
    found = corpus(GAZA[3], GAZA[4], *GAZA[:3]).origins()

    assert [
        "5 claims, 2 independent origins, 2 of unknown lineage",
        "IL",
        "  il-defense-forces > wire/1, paper/1",
        "hamas",
        "  hamas > post/1",
        "unknown, not counted",
        "  unknown > blog/1, note/1",
    ] == str(found).splitlines()
    assert str(found) == repr(found)


def test_the_tree_shows_through_whom_an_origin_came() -> None:
    first = told("wire/1", Link(actor="il-defense-forces"), Link(actor="afp"))
    again = told("paper/1", Link(actor="unknown"), links={"repeats": "wire/1"})
    own, rewritten = told("post/1"), told("blog/1")
    found = corpus(first, again, own, rewritten, blog={"derived_from": "post"})

    assert [
        "4 claims, 2 independent origins, 0 of unknown lineage",
        "IL",
        "  il-defense-forces > afp > wire/1",
        "  il-defense-forces > afp > wire/1 > unknown > paper/1",
        "post",
        "  post/1",
        "  post > blog/1",
    ] == str(found.origins()).splitlines()


def test_what_a_coder_knows_from_elsewhere_is_marked_in_the_tree() -> None:
    known = told("wire/1", Link(actor="sohr", basis="another report"), Link(actor="afp"))

    assert [
        "1 claim, 1 independent origin, 0 of unknown lineage",
        "sohr",
        "  sohr* > afp > wire/1",
        "* a step that the coder knows of from elsewhere",
    ] == str(corpus(known).origins()).splitlines()


def test_circles_are_told_under_the_tree() -> None:
    circle = [told("a/1", links={"repeats": "b/1"}), told("b/1", links={"repeats": "a/1"}), told("c/1")]
    found = corpus(*circle).origins()

    assert [
        "3 claims, 1 independent origin, 2 of unknown lineage",
        "c",
        "  c/1",
        "unknown, not counted",
        "  a/1, b/1",
        "circle: a/1 > b/1 > a/1",
    ] == str(found).splitlines()
    assert ((Node.claim("a/1"), Node.claim("b/1")),) == found.circles
    assert () == corpus(*circle).origins(source="c").circles


def flour(source: str, tonnes: int, trucks: int, speaker: str | None) -> list[Claim]:
    about: dict[str, Any] = {"sender": "un", "recipient": "PS"}
    load = {"contained_in": f"{source}/trucks"}
    return [
        claim(f"{source}/trucks", amount=f"{trucks} truck", item="aid", speaker=speaker, **about),
        claim(
            f"{source}/flour",
            amount=f"{tonnes} tonne",
            item="food/flour",
            speaker=speaker,
            links=load,
            **about,
        ),
    ]


def test_figures_that_share_a_factor_are_told_as_one_likely_estimator() -> None:
    found = corpus(*flour("a", 12200, 610, "un"), *flour("b", 23100, 1150, "EG")).origins()

    (made,) = found.estimators

    assert ("tonne/truck", 20.0, 23100 / 1150) == (made.unit, made.low, made.high)
    assert (("EG", "un"), ("a/flour", "b/flour")) == (made.origins, made.claims)
    assert (
        "one factor, likely one estimator: 20 to 20.09 tonne/truck in a/flour, b/flour (EG, un)"
        == str(found).splitlines()[-1]
    )


def test_a_factor_of_nobody_is_an_estimator_without_a_name() -> None:
    (made,) = (
        corpus(*flour("a", 12200, 610, "unknown"), *flour("b", 23000, 1150, "unknown")).origins().estimators
    )

    assert () == made.origins
    assert "20 tonne/truck in a/flour, b/flour (nobody named)" == str(made)


def test_another_factor_is_another_way_to_count() -> None:
    assert () == corpus(*flour("a", 9150, 610, "un"), *flour("b", 23000, 1150, "un")).origins().estimators
    assert () == corpus(*flour("a", 12200, 610, "un")).origins().estimators


def test_the_carriers_are_found_beyond_what_was_selected() -> None:
    found = corpus(*flour("a", 12200, 610, "un"), *flour("b", 23000, 1150, "un"))

    assert 1 == len(found.origins(item="food").estimators)
    assert 1 == len(found.select(item="food").origins().estimators)
    assert 0 == len(found.origins(item="aid").estimators)


def test_the_edges_say_who_had_it_from_whom() -> None:
    first = told("wire/1", Link(actor="sohr"))
    again = told("paper/1", links={"repeats": "wire/1"})
    found = corpus(first, again, paper={"derived_from": "wire"}).origins(source="paper").edges

    assert ["sohr > wire (said)", "wire > paper (rewrites)", "wire/1 > paper/1 (repeats)"] == [
        str(edge) for edge in found
    ]


def test_many_claims_and_ways_and_origins_print_short() -> None:
    many = [told(f"s/{n}", Link(actor="sohr")) for n in range(9)]
    assert "  sohr > s/0, s/1, s/2, s/3, s/4, s/5 and 3 more" == str(corpus(*many).origins()).splitlines()[2]

    ways = [told(f"s/{n}", Link(actor="sohr"), Link(actor=f"afp-{n:02}")) for n in range(14)]
    lines = str(corpus(*ways).origins()).splitlines()
    assert ["  sohr > afp-11 > s/11", "  and 2 more claims"] == lines[-2:]
    assert "  and 1 more claim" == str(corpus(*ways[:13]).origins()).splitlines()[-1]
    assert "  sohr > afp-11 > s/11" == str(corpus(*ways[:12]).origins()).splitlines()[-1]

    wires = [told(f"s{n}/1") for n in range(42)]
    assert "and 2 more origins" == str(corpus(*wires).origins()).splitlines()[-1]
    assert "  s39/1" == str(corpus(*wires[:40]).origins()).splitlines()[-1]

    chain = [Link(actor=f"x{n}") for n in range(9)]
    assert "  x0 > x1 > x2 > x3 > ... > x5 > x6 > x7 > x8 > s/1" in str(corpus(told("s/1", *chain)).origins())
    assert "  x0 > x1 > x2 > x3 > x4 > x5 > x6 > x7 > s/1" in str(corpus(told("s/1", *chain[:8])).origins())


def test_of_very_many_claims_the_first_are_followed() -> None:
    many = [told(f"s/{n}", Link(actor="sohr")) for n in range(203)]

    assert [
        "  sohr > s/0, s/1, s/2, s/3, s/4, s/5 and 194 more",
        "  and 3 more claims",
    ] == str(corpus(*many).origins()).splitlines()[2:]


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
