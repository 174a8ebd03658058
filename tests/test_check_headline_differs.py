"""Headings, ledes and captions held against the body of their own source."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp.claim import Claim, LikelihoodWord
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Part, Severity, Verdict

TROOPS: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW"}
DRONES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}
DEAD: dict[str, Any] = {"kind": "loss", "actor": "CD", "place": "Goma"}
ROUNDING = "a figure without a hedge may be rounded by half a unit of its last significant digit, at most 5 %"


def differs(*claims: Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="headline-differs")


def head(name: str = "a/h", part: str = "heading", **fields: Any) -> Claim:
    return attrs.evolve(claim(name, **fields), part=Part(part))


def pair(
    first: dict[str, Any], second: dict[str, Any], *, link: bool = False, part: str = "heading"
) -> Findings:
    links = {"repeats": "a/b"} if link else None
    return differs(head(part=part, links=links, **first), claim("a/b", **second))


def only(
    first: dict[str, Any], second: dict[str, Any], *, link: bool = False, part: str = "heading"
) -> Finding:
    (found,) = pair(first, second, link=link, part=part)
    return found


def test_a_hedge_that_the_heading_drops_is_told_with_both_quotes() -> None:
    found = only(
        {**TROOPS, "amount": "3000 person", "quote": "3,000 Rwandans in Congo"},
        {**TROOPS, "amount": ">3000 person", "quote": "more than 3,000 soldiers"},
    )

    assert ("TXT103", Severity.WARNING, Verdict.DIFFERENT_SCOPE) == (
        found.code,
        found.severity,
        found.verdict,
    )
    assert (
        'a/h, a heading, says more than the body: "3,000 Rwandans in Congo" against "more than 3,000 soldiers" (a/b):'
        ' it turns "more than 3,000 person" into "3,000 person"'
    ) == found.message
    assert ("a/h", "a/b") == found.claims
    assert (
        "a/h: own voice (stated) · troop deployment · RW > ? · 3000 person",
        "a/b: own voice (stated) · troop deployment · RW > ? · >3000 person",
    ) == found.working
    assert (ROUNDING,) == found.assumptions


@pytest.mark.parametrize("part", ["heading", "lede", "caption"])
def test_every_part_but_the_body_is_held_against_it(part: str) -> None:
    found = only({**TROOPS, "amount": "3000 person"}, {**TROOPS, "amount": ">3000 person"}, part=part)

    assert found.message.startswith(f"a/h, a {part}, says more than the body")


def test_the_body_is_not_held_against_itself_nor_a_heading_against_a_lede() -> None:
    first, second = {**TROOPS, "amount": "3000 person"}, {**TROOPS, "amount": ">3000 person"}

    assert "no findings" == str(pair(first, second, part="body"))
    assert "no findings" == str(differs(head(**first), head("a/l", "lede", **second)))
    assert "no findings" == str(differs(head(**first)))


def test_another_source_is_no_body() -> None:
    given = [head(**TROOPS, amount="3000 person"), claim("b/b", **TROOPS, amount=">3000 person")]

    assert "no findings" == str(differs(*given))
    assert "no findings" == str(
        differs(head(**TROOPS, amount="3000 person", links={"repeats": "b/b"}), given[1])
    )


# Firmer


@pytest.mark.parametrize(
    ("modality", "said"),
    [
        ("alleged", "states as a fact what US alleges"),
        ("estimated", "states as a fact what US estimates"),
        ("capacity", "tells as a fact what only could be"),
        ("predicted", "tells as a fact what is only predicted"),
        ("conditional", "tells as a fact what would only be on a condition"),
        ("pledged", "tells as done what is only pledged"),
        ("authorised", "tells as done what is only authorised"),
    ],
)
def test_a_heading_that_is_firmer_than_every_claim_of_the_body_is_told(modality: str, said: str) -> None:
    second = {**DRONES, "modality": modality, "speaker": "US"}

    assert said in only(DRONES, second).message
    assert Severity.WARNING is only(DRONES, second).severity
    assert said in only({**DRONES, "amount": "20 drone"}, {**second, "amount": "20 drone"}).message
    assert "no findings" == str(
        differs(head(**DRONES), claim("a/b", **second), claim("a/c", **DRONES, amount="20 drone"))
    )


def test_a_lede_that_keeps_a_doubt_is_left_alone() -> None:
    second = {**DRONES, "modality": "alleged", "speaker": "US"}

    assert "no findings" == str(
        pair({**DRONES, "quote": "Iran has reportedly sent drones"}, second, part="lede")
    )
    assert "no findings" == str(
        pair({**DRONES, "quote": "US: Iran accused of sending drones"}, second, part="lede")
    )
    assert "no findings" == str(pair({**DRONES, "modality": "alleged"}, second))
    assert 1 == len(pair({**DRONES, "quote": "Iran has sent drones"}, second, part="lede"))


def test_a_lede_may_tell_an_event_and_the_body_the_next() -> None:
    second = {**DRONES, "modality": "predicted"}

    found = only(DRONES, second, part="lede")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "it tells as a fact what is only predicted; if the two are one event the lede says more, if not the body does"
        " not tell its own"
    )
    assert Severity.WARNING is only(DRONES, second, part="lede", link=True).severity
    assert (
        Severity.WARNING
        is only({**DRONES, "amount": "9 drone"}, {**second, "amount": "9 drone"}, part="lede").severity
    )
    assert "no findings" == str(pair(second, second, part="lede"))
    assert "no findings" == str(pair({**DRONES, "modality": "pledged"}, second, part="lede"))


def test_a_speaker_who_is_left_out_is_an_information() -> None:
    found = only({**DRONES, "quote": "Iran arms Sudan"}, {**DRONES, "speaker": "US", "quote": "the US said"})

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (found.severity, found.verdict)
    assert (
        'a/h, a heading, differs a little from the body: "Iran arms Sudan" against "the US said" (a/b):'
        " it gives in its own voice what US says"
    ) == found.message


def test_a_word_of_likelihood_that_the_heading_drops_is_told() -> None:
    word = LikelihoodWord(scheme="journalistic", word="probably")
    body = attrs.evolve(claim("a/b", **DRONES), likelihood=word)

    (found,) = differs(head(**DRONES), body)

    assert found.message.endswith('it drops "probably"')
    assert "no findings" == str(differs(head(**DRONES, quote="drones may have come"), body))


def test_a_doubt_about_the_figure_is_none_about_the_event() -> None:
    body = {**DRONES, "amount": '>20 drone "likely over"'}

    assert "no findings" == str(pair(DRONES, body))
    assert "no findings" == str(pair(DRONES, {**body, "modality": "estimated"}).at_least("warning"))


def test_what_the_body_has_only_as_denied_is_told() -> None:
    denied = {**DRONES, "stance": "denies", "speaker": "IR"}

    found = only(DRONES, denied)

    assert (Severity.WARNING, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert "asserts what the body has only as denied" in found.message
    assert "no findings" == str(pair({**DRONES, "speaker": "US"}, denied))
    assert "no findings" == str(pair({**DRONES, "quote": "Iran accused of arming Sudan"}, denied))
    assert "no findings" == str(differs(head(**DRONES), claim("a/b", **denied), claim("a/c", **DRONES)))


def test_a_heading_that_denies_what_the_body_asserts_is_told() -> None:
    denial = {**DRONES, "stance": "denies"}

    assert "denies what the body asserts" in only(denial, DRONES).message
    assert "no findings" == str(pair({**denial, "speaker": "IR"}, {**DRONES, "speaker": "US"}))
    assert (
        "denies what the body asserts"
        in only({**denial, "speaker": "US"}, {**DRONES, "speaker": "US"}).message
    )
    assert "no findings" == str(pair(denial, denial))


# Figures


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("12000 person", "10000 person", "has 12,000 person where the body has 10,000 person, 1.2 times as much"),
        ("8000 person", "10000 person", "has 8,000 person where the body has 10,000 person, 0.8 times as much"),
        ("12000 person", ">10000 person", "has 12,000 person where the body has more than 10,000 person, 1.2 times as much"),
        ("8000 person", ">10000 person", "has 8,000 person where the body has more than 10,000 person, 0.8 times as much"),
        (">12000 person", ">10000 person", "has more than 12,000 person where the body has more than 10,000 person, 1.2 times"),
        ("<=300 person", "<=400 person", "has at most 300 person where the body has at most 400 person, 0.75 times as much"),
        ("<=500 person", "<=400 person", "has at most 500 person where the body has at most 400 person, 1.25 times as much"),
        ("~20000 person", "10000 person", "has about 20,000 person where the body has 10,000 person, 2.0 times as much"),
        ("5000 person", "3000..4000 person", "has 5,000 person where the body has 3,000 to 4,000 person"),
        ("4000 person", "3000..4000 person", 'turns "3,000 to 4,000 person" into "4,000 person"'),
        ("3500 person", "3000..4000 person", 'turns "3,000 to 4,000 person" into "3,500 person"'),
        ("10000 person", "~2000.. person", "has 10,000 person where the body has about 2,000 or more person"),
        (">=500 person", "<=500 person", 'turns "at most 500 person" into "at least 500 person", the hedge reversed'),
        ("12000 person", "~10000 person", "has 12,000 person where the body has about 10,000 person, 1.2 times as much"),
    ],
)  # fmt: skip
def test_another_figure_than_the_body_has_is_told(mine: str, theirs: str, said: str) -> None:
    found = only({**TROOPS, "amount": mine}, {**TROOPS, "amount": theirs})

    assert Severity.WARNING is found.severity
    assert said in found.message


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("10000 person", "9850 person", "rounds 9,850 person to 10,000 person"),
        ("10000 person", "~9850 person", "rounds about 9,850 person to 10,000 person"),
        ("10000 person", ">9900 person", "rounds more than 9,900 person to 10,000 person"),
        ("10200 person", "10000 person", "has 10,200 person where the body has 10,000 person"),
    ],
)
def test_a_figure_that_is_only_rounder_or_finer_is_an_information(mine: str, theirs: str, said: str) -> None:
    found = only({**TROOPS, "amount": mine}, {**TROOPS, "amount": theirs})

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (found.severity, found.verdict)
    assert found.message.endswith(f"it {said}")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("~10000 person", "9850 person"),
        ("~10000 person", ">10000 person"),
        ("~2000.. person", "12000 person"),
        (">10000 person", "12000 person"),
        (">8000 person", ">10000 person"),
        ("<=400 person", "300 person"),
        ("<=405 person", "<=400 person"),
        ("3000..4000 person", "3500 person"),
        ("10000 person", "10000 person"),
        (">=10000 person", ">10000 person"),
        ("10000 person", None),
    ],
)
def test_a_vaguer_or_rounder_heading_is_left_alone(mine: str, theirs: str | None) -> None:
    assert "no findings" == str(pair({**TROOPS, "amount": mine}, {**TROOPS, "amount": theirs}))


def test_the_nearest_figure_of_the_body_counts() -> None:
    given = [
        head(**TROOPS, amount="10000 person"),
        claim("a/b", **TROOPS, amount=">10000 person"),
        claim("a/c", **TROOPS, amount="9900 person"),
        claim("a/d", **TROOPS, amount="700 person"),
    ]

    (found,) = differs(*given)

    assert (Severity.INFO, ("a/h", "a/c")) == (found.severity, found.claims)
    assert "no findings" == str(differs(*given, claim("a/e", **TROOPS, amount="10000 person")))


def test_a_figure_that_may_be_a_sum_of_the_body_is_an_information() -> None:
    given = [
        head(**DEAD, amount="50 person"), claim("a/b", **DEAD, amount="30 person"), claim("a/c", **DEAD, amount="20 person"),
    ]  # fmt: skip

    (found,) = differs(*given)

    assert Severity.INFO is found.severity
    assert found.message.endswith(
        "it has 50 person where the body has 30 person, 1.67 times as much, unless it adds up several of its figures"
    )
    assert Severity.WARNING is differs(head(**DEAD, amount="60 person"), *given[1:])[0].severity
    assert Severity.WARNING is differs(*given[:2])[0].severity
    part = claim("a/c", **DEAD, amount="20 person", links={"part_of": "a/b"})
    assert Severity.WARNING is differs(*given[:2], part)[0].severity


@pytest.mark.parametrize(
    "second",
    [
        {"place": None}, {"place": "Bukavu"}, {"when": "2024"}, {"measure": "stock"}, {"recipient": "UG", "sender": "BI"},
        {"purpose": "training"},
    ],
)  # fmt: skip
def test_figures_of_two_things_are_not_held_against_each_other(second: dict[str, Any]) -> None:
    first = {**TROOPS, "place": "Goma", "purpose": "combat" if "purpose" in second else None}

    assert "no findings" == str(
        pair({**first, "amount": "12000 person"}, {**first, **second, "amount": "10000 person"})
    )
    assert 1 == len(pair({**first, "amount": "12000 person"}, {**first, "amount": "10000 person"}))


def test_a_part_of_the_body_is_not_its_heading() -> None:
    heading = head(**TROOPS, amount="12000 person", links={"part_of": "a/b"})

    assert "no findings" == str(differs(heading, claim("a/b", **TROOPS, amount="10000 person")))


def test_figures_in_other_units_are_held_together() -> None:
    crude: dict[str, Any] = {"sender": "RU", "recipient": "IN", "item": "fuel/crude"}

    found = only({**crude, "amount": "2000 kilogram"}, {**crude, "amount": ">2 tonne"})

    assert found.message.endswith('it turns "more than 2 tonne" into "2,000 kilogram"')
    assert "no findings" == str(pair({**crude, "amount": "500 barrel"}, {**crude, "amount": ">300 tonne"}))
    arms: dict[str, Any] = {"sender": "RU", "recipient": "IN"}
    assert "no findings" == str(pair({**arms, "amount": "500 tank"}, {**arms, "amount": ">500 truck"}))
    assert 1 == len(pair({**arms, "amount": "500 tank"}, {**arms, "amount": ">500 vehicle"}))


# Elsewhere


def test_a_theatre_that_became_the_place_is_told() -> None:
    first = {**TROOPS, "amount": "4000 person", "place": "Mozambique"}
    second = {**TROOPS, "amount": "4000 person", "theatre": "Mozambique"}

    found = only(first, second, link=True)
    open_one = only(first, second)

    assert (Severity.WARNING, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert found.message.endswith("it puts in Mozambique what the body has only in support of the war there")
    assert (
        ROUNDING,
        "a theatre is the war that forces serve in, and need not be where they are",
    ) == found.assumptions
    assert (Severity.WARNING, Verdict.UNDECIDED) == (open_one.severity, open_one.verdict)
    assert open_one.message.endswith(
        "; if the two are one event the heading says more, if not the body does not tell its own"
    )
    assert (
        "a heading and a body that share a figure or all their facts, and differ in one thing alone, may be about one event"
        == (open_one.assumptions[-1])
    )


def test_a_theatre_in_which_the_body_puts_some_of_them_is_left_alone() -> None:
    heading = head(**TROOPS, amount="4000 person", place="Mozambique", links={"repeats": "a/b"})
    body = claim("a/b", **TROOPS, amount="4000 person", theatre="Mozambique")

    assert "no findings" == str(differs(heading, body, claim("a/c", **TROOPS, place="Mozambique")))
    assert 1 == len(differs(heading, body, claim("a/c", **TROOPS, place="Kigali")))
    assert 1 == len(
        differs(heading, body, claim("a/c", kind="troop_deployment", sender="ZW", place="Mozambique"))
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "said", "severity"),
    [
        ("Goma", "Bukavu", "has the place Goma where the body has Bukavu", "warning"),
        ("Goma", "CD", "has the place Goma where the body has only CD", "info"),
        (
            "Zedtown",
            "Bukavu",
            "has the place Zedtown where the body has Bukavu (whether one lies in the other is not known)",
            "info",
        ),
        ("CD", "Goma", None, None),
        ("goma", "Goma", None, None),
        ("Goma", "the city of Goma", None, None),
    ],
)
def test_a_place_is_compared_with_the_place(
    mine: str, theirs: str, said: str | None, severity: str | None
) -> None:
    first = {**TROOPS, "amount": "4000 person", "place": mine}
    found = pair(first, {**TROOPS, "amount": "4000 person", "place": theirs}, link=True)

    assert [severity] * (severity is not None) == [each.severity for each in found]
    assert all(each.message.endswith(f"it {said}") for each in found)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"recipient": "LY"}, {"recipient": "SD"}, "has as recipient LY where the body has SD"),
        ({"sender": "TR"}, {"sender": "IR"}, "has as sender TR where the body has IR"),
        ({"when": "2024"}, {"when": "2021"}, "dates to 2024 what the body dates to 2021"),
        ({"item": "aircraft/crewed"}, {"item": "aircraft/uncrewed"}, "has crewed aircraft where the body has drone"),
        ({"item": "missiles/cruise"}, {"item": "missiles"}, "names cruise missile where the body has only missile"),
        ({"destination": "Goma"}, {"destination": "Bukavu"}, "has the destination Goma where the body has Bukavu"),
    ],
)  # fmt: skip
def test_whatever_else_is_elsewhere_is_told_where_a_link_ties_the_two(
    first: dict[str, Any], second: dict[str, Any], said: str
) -> None:
    found = only({**DRONES, **first}, {**DRONES, **second}, link=True)

    assert Severity.WARNING is found.severity
    assert said == found.message.rpartition(": it ")[2]


def test_goods_outside_the_taxonomy_may_be_the_same() -> None:
    first, second = {**DRONES, "item": "sundries/tinsel"}, {**DRONES, "item": "oddments/lametta"}

    assert "no findings" == str(pair(first, second, link=True))
    assert "no findings" == str(pair(first, {**second, "modality": "alleged"}))


def test_narrower_parties_are_an_information_and_broader_ones_are_not() -> None:
    pledge = {"sender": "eu", "recipient": "UA", "item": "vehicles/tank"}
    meeting: dict[str, Any] = {"kind": "meeting"}

    found = only({**pledge, "sender": "DE"}, pledge, link=True)

    assert (Severity.INFO, True) == (
        found.severity,
        found.message.endswith("it names DE where the body has eu"),
    )
    assert "no findings" == str(pair(pledge, {**pledge, "sender": "DE"}, link=True))
    assert "no findings" == str(pair({**pledge, "sender": "unknown"}, pledge, link=True))
    assert only(
        {**meeting, "participants": ("EG", "QA")}, {**meeting, "participants": ("EG", "IL")}, link=True
    ).message.endswith("it names QA where the body has EG and IL")
    assert "no findings" == str(
        pair({**meeting, "participants": ("EG",)}, {**meeting, "participants": ("EG", "IL")}, link=True)
    )


def test_one_large_number_ties_a_heading_that_differs_in_one_thing_alone() -> None:
    first, second = {**DEAD, "amount": "400 person"}, {**DEAD, "place": "Bukavu", "amount": "400 person"}

    found = only(first, second)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert "has the place Goma where the body has Bukavu; if the two are one event" in found.message
    assert "no findings" == str(pair({**first, "when": "2024"}, {**second, "when": "2021"}))
    assert "no findings" == str(pair({**first, "amount": "40 person"}, {**second, "amount": "40 person"}))


def test_a_heading_on_another_event_is_left_alone() -> None:
    other = {"kind": "loss", "actor": "SD", "place": "Nyala", "amount": "90 person"}

    assert "no findings" == str(pair({**DEAD, "amount": "400 person"}, other))
    assert "no findings" == str(pair({**DEAD}, {**DEAD, "place": "Bukavu", "modality": "alleged"}))
    assert "no findings" == str(
        pair(DRONES, {**DRONES, "kind": "seizure", "actor": "US", "modality": "alleged"})
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"kind": "treaty", "title": "trade pact"}, {"kind": "treaty", "title": "defence pact"}),
        ({"item": "missiles"}, {"item": "vehicles/tank"}),
        ({"item": "missiles/cruise"}, {"item": "missiles"}),
        ({"calibre": "155 mm"}, {"calibre": "122 mm"}),
        ({"measure": "stock"}, {"measure": "rate"}),
    ],
)
def test_claims_about_two_things_are_not_held_together(first: dict[str, Any], second: dict[str, Any]) -> None:
    def made(fields: dict[str, Any]) -> dict[str, Any]:
        if "kind" in fields:
            return {"parties": ("TR", "LY"), **fields}
        return {"sender": "TR", "recipient": "LY", **fields}

    assert "no findings" == str(pair(made(first), {**made(second), "modality": "alleged"}))
    assert 1 == len(pair(made(first), {**made(first), "modality": "alleged"}))


def test_statements_are_held_together_by_a_link_alone() -> None:
    first = {"kind": "statement", "about": ("TR",), "text": "the port is closed"}
    second = {**first, "about": ("LY",), "modality": "alleged"}

    assert "no findings" == str(pair(first, second))
    assert "states as a fact what is only alleged" in only(first, second, link=True).message


def test_a_link_from_the_body_ties_as_well_and_likewise_claims_are_listed() -> None:
    heading = head(**TROOPS, amount="3000 person")
    bodies = [
        claim(f"a/{name}", **TROOPS, amount=">3000 person", speaker=who, links={"repeats": "a/h"})
        for name, who in (("b", "US"), ("c", "CD"))
    ]

    (found,) = differs(heading, *bodies)

    assert ("a/h", "a/b", "a/c") == found.claims
    assert '"words" against "words" (a/b; likewise a/c): it turns' in found.message


def test_a_link_may_join_two_kinds_of_record() -> None:
    found = only(DRONES, {"kind": "statement", "text": "drones may come", "modality": "predicted"}, link=True)

    assert found.message.endswith("it tells as a fact what is only predicted")


def test_a_claim_without_quotes_is_told_by_what_it_says() -> None:
    heading = attrs.evolve(head(**TROOPS, amount="3000 person"), spans=())

    (found,) = differs(heading, claim("a/b", **TROOPS, amount=">3000 person"))

    assert "the body: (own voice (stated) · troop deployment · RW > ? · 3000 person) against" in found.message


def test_a_body_that_tells_a_thing_in_very_many_ways_is_left_alone() -> None:
    many = [
        claim(f"a/{number}", **DRONES, modality="alleged", when=f"{1800 + number}") for number in range(201)
    ]

    assert 1 == len(differs(head(**DRONES), *many[:200]))
    assert "no findings" == str(differs(head(**DRONES), *many))


def test_the_order_of_the_claims_plays_no_part() -> None:
    given = [
        head(**TROOPS, amount="3000 person", place="Goma"),
        head("a/l", "lede", **TROOPS, amount="2000 person", place="Goma"),
        *(
            claim(f"a/{number}", **TROOPS, amount=f">{number}000 person", place="Goma")
            for number in range(2, 6)
        ),
    ]
    expected = differs(*given)

    assert 2 == len(expected)
    for seed in range(4):
        random.Random(seed).shuffle(given)

        assert expected == differs(*given)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["0 person", "3000 person", ">3000 person", "~2000.. person", "3000..4000 person", "9 tank", None]),
            st.sampled_from(["heading", "lede", "caption", "body"]),
            st.sampled_from([None, "CD", "unknown", "no-such-actor"]),
            st.sampled_from(["stated", "alleged", "capacity", "pledged", "conditional"]),
            st.sampled_from([None, "Goma", "Nowhere at all"]),
            st.sampled_from([None, "2024", "2023/..", "XXXX"]),
            st.sampled_from([None, "a/0", "a/1", "z/9"]),
            st.sampled_from(["asserts", "denies"]),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_no_claims_whatever_make_it_fail(drawn: list[tuple[Any, ...]]) -> None:
    given = [
        head(
            f"a/{number}", part, kind="troop_deployment", sender=speaker, amount=amount, speaker=speaker, place=place,
            theatre=place, modality=modality, when=when, stance=stance, links=None if target is None else {"repeats": target},
        )
        for number, (amount, part, speaker, modality, place, when, target, stance) in enumerate(drawn)
    ]  # fmt: skip

    assert all(found.message for found in differs(*given))


def test_the_heading_of_the_second_seed_moves_the_troops_and_drops_the_hedge() -> None:
    (found,) = osintkp.load_seeds().check(select="headline-differs").at_least("warning")

    assert Verdict.CONFLICT is found.verdict
    assert ("s2/heading-troops", "s2/troops-kr", "s2/troops-us") == found.claims
    assert found.message.endswith(
        'it turns "more than 10,000 person" into "10,000 person", states as a fact what KR alleges and puts in Ukraine'
        " what the body has only in support of the war there"
    )
