"""Figures and grave events for which nobody is named."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp import Claim, Link
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Part, Severity, Verdict

RIFLES: dict[str, Any] = {"sender": "AE", "recipient": "LY", "item": "weapons/small-arms/rifle"}


def found(*claims: Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="unknown-origin")


def only(*claims: Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def severities(*claims: Claim, **sources: Any) -> list[str]:
    return [each.severity.value for each in found(*claims, **sources)]


def through(made: Claim, *chain: Link) -> Claim:
    return attrs.evolve(made, attribution=chain)


def test_a_figure_that_was_reported_by_nobody_is_a_warning() -> None:
    one = only(claim("a/1", **RIFLES, amount="~20000 rifle", speaker="unknown"))

    assert ("SRC103", Severity.WARNING, Verdict.UNDECIDED) == (one.code, one.severity, one.verdict)
    assert (
        "a names nobody for about 20,000 rifle (a/1): shipment, AE to LY; nor does a known origin elsewhere"
        " give a figure for the same; missing is who says so: without a name it counts for nothing"
        == one.message
    )
    assert ("a/1",) == one.claims
    assert (
        "about 20,000 rifle (a/1): said by nobody named; nobody who is named says so of it",
    ) == one.working
    assert () == one.assumptions


def test_a_figure_in_a_papers_own_voice_is_a_warning_too() -> None:
    one = only(claim("a/1", **RIFLES, amount="20000 rifle"))

    assert Severity.WARNING is one.severity
    assert "(a/1): in its own voice; nobody who is named says so of it" in one.working[0]
    assert (
        "news media, and publishers of whom nothing is known, have what they print of others from somebody",
    ) == one.assumptions


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("loss", {"actor": "SD", "amount": "150 person"}, "150 person (a/1): loss, SD;"),
        ("loss", {"actor": "SD", "item": "vehicles/tank", "amount": "5 tank"}, "5 tank (a/1): loss, SD;"),
        ("troop_deployment", {"sender": "RW", "amount": ">3000 person"}, "more than 3,000 person (a/1): troop deployment, RW;"),
        ("seizure", {"actor": "US", "item": "weapons", "amount": "20 piece"}, "20 piece of weapons (a/1): seizure, US;"),
        ("shipment", {"sender": "RU", "recipient": "ML", "item": "food/grain", "amount": "25000 tonne"},
         "25,000 tonne of grain (a/1): shipment, RU to ML;"),
    ],
)  # fmt: skip
def test_every_kind_of_figure_asks_for_a_name(kind: str, fields: dict[str, Any], words: str) -> None:
    one = only(claim("a/1", kind, **fields, speaker="unknown"))

    assert Severity.WARNING is one.severity
    assert one.message.startswith(f"a names nobody for {words}")


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("shipment", {"sender": "RU", "recipient": "ML", "item": "weapons"}, "weapons (a/1): shipment, RU to ML; nobody who is named says so of it"),
        ("troop_deployment", {"sender": "RW"}, "forces (a/1): troop deployment, RW; nobody who is named says so of it"),
        ("loss", {"actor": "SD"}, "people (a/1): loss, SD; nobody who is named says so of it"),
        ("seizure", {"actor": "US"}, "unnamed goods (a/1): seizure, US; nobody who is named says so of it"),
    ],
)  # fmt: skip
def test_a_grave_event_without_a_figure_is_told_for_information(
    kind: str, fields: dict[str, Any], words: str
) -> None:
    one = only(claim("a/1", kind, **fields))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert f"a names nobody for {words}" == one.message


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("shipment", {"sender": "RU", "recipient": "ML", "item": "food"}),
        ("shipment", {"sender": "RU", "recipient": "ML"}),
        ("shipment", {"amount": "200 kilometre", "sender": "RU"}),
        ("shipment", {"amount": "200 piece"}),
        ("statement", {"about": ("RU",), "text": "ties grow"}),
        ("meeting", {"participants": ("RU", "ML"), "amount": "6 meeting"}),
        ("treaty", {"parties": ("RU", "ML")}),
        ("limit", {"on": "ML", "item": "weapons", "amount": "5 piece"}),
        ("weapons_test", {"actor": "IR", "item": "missiles"}),
    ],
)
def test_what_is_no_figure_and_not_grave_asks_for_no_name(kind: str, fields: dict[str, Any]) -> None:
    assert [] == severities(claim("a/1", kind, **fields))
    assert [] == severities(claim("a/1", kind, **fields, speaker="unknown"))


def test_a_publisher_that_is_named_answers_for_an_event_and_not_for_a_figure() -> None:
    event, figure = claim("a/1", **RIFLES), claim("a/1", **RIFLES, amount="20000 rifle")
    reported = claim("a/1", **RIFLES, speaker="unknown")

    assert [] == severities(event, a={"publisher": "The Odd Paper"})
    assert ["warning"] == severities(figure, a={"publisher": "The Odd Paper"})
    assert ["info"] == severities(reported, a={"publisher": "The Odd Paper"})
    assert ["info"] == severities(event)


def test_dozens_in_a_papers_own_voice_are_background() -> None:
    own = claim("a/1", "loss", actor="ML", amount="~24.. person")
    reported = claim("a/1", "loss", actor="ML", amount="~24.. person", speaker="unknown")

    assert ["info"] == severities(own)
    assert ["warning"] == severities(reported)
    assert ["warning"] == severities(claim("a/1", "loss", actor="ML", amount=">24 person"))


def test_a_denial_asks_for_no_name() -> None:
    assert [] == severities(claim("a/1", **RIFLES, amount="20000 rifle", stance="denies"))


@pytest.mark.parametrize(
    ("modality", "own", "reported"),
    [
        ("stated", ["warning"], ["warning"]),
        ("estimated", ["warning"], ["warning"]),
        ("alleged", ["warning"], ["warning"]),
        ("capacity", ["warning"], ["warning"]),
        ("predicted", [], ["warning"]),
        ("conditional", [], ["warning"]),
        ("pledged", [], ["warning"]),
        ("authorised", [], ["warning"]),
    ],
)
def test_a_papers_own_forecast_is_its_own(modality: str, own: list[str], reported: list[str]) -> None:
    given: dict[str, Any] = {**RIFLES, "amount": "20000 rifle", "modality": modality}

    assert own == severities(claim("a/1", **given))
    assert reported == severities(claim("a/1", **given, speaker="unknown"))


def test_a_named_speaker_is_a_name_whoever_passed_it_on() -> None:
    made = claim("a/1", **RIFLES, amount="20000 rifle")

    assert [] == severities(through(made, Link(actor="un-panel-of-experts-libya"), Link(actor="unknown")))
    assert ["warning"] == severities(through(made, Link(actor="unknown"), Link(actor="afp")))


def test_what_a_coder_could_trace_is_told_for_information() -> None:
    made = claim("a/1", **RIFLES, amount="20000 rifle")
    one = only(through(made, Link(actor="ua-general-staff", basis="a briefing"), Link(actor="unknown")))

    assert (Severity.INFO, Verdict.SAME_ORIGIN) == (one.severity, one.verdict)
    assert one.message.endswith(": shipment, AE to LY; the coding traces it to UA")
    assert ("20,000 rifle (a/1): said by nobody named; the coding traces it to UA",) == one.working
    assert (
        "officials and agencies of one government, and members of one organisation's staff, count as one origin",
    ) == one.assumptions
    own = only(through(made, Link(actor="UA", basis="a briefing")))
    assert (Severity.INFO, 1) == (own.severity, len(own.assumptions))
    assert ["warning"] == severities(through(made, Link(actor="unknown", basis="a briefing")))


def test_a_repetition_of_a_named_claim_is_traced_or_named() -> None:
    body = claim("a/2", **RIFLES, amount="~20000 rifle", speaker="UA")
    heading = claim("a/1", **RIFLES, amount="45000 rifle", links={"repeats": "a/2"})
    middle = claim("a/3", **RIFLES, amount="45000 rifle", links={"repeats": "a/1"})
    elsewhere = claim("b/1", **RIFLES, amount="45000 rifle", links={"repeats": "a/2"})

    assert [] == severities(body, heading, middle)
    assert only(body, elsewhere).message.endswith("the coding traces it to UA")
    assert 2 == len(
        found(claim("a/2", **RIFLES, amount="9 rifle", speaker="unknown"), elsewhere).at_least("warning")
    )


def test_claims_that_repeat_each_other_name_nobody() -> None:
    one = claim("a/1", **RIFLES, amount="20000 rifle", links={"repeats": "a/2"})
    other = claim("a/2", **RIFLES, amount="20000 rifle", links={"repeats": "a/1"})

    assert ["warning"] == severities(one, other)


def test_who_is_named_a_few_lines_on_is_named() -> None:
    lede = attrs.evolve(claim("a/1", **RIFLES, amount="20000 rifle"), part=Part.LEDE)

    assert [] == severities(lede, claim("a/2", **RIFLES, amount="~20000 rifle", speaker="UA"))
    assert [] == severities(claim("a/1", **RIFLES), claim("a/2", **RIFLES, amount="5 rifle", speaker="UA"))
    assert ["info"] == severities(lede, claim("a/2", **RIFLES, amount="9000 rifle", speaker="UA"))
    assert ["warning"] == severities(lede, claim("a/2", **RIFLES, speaker="UA"))


def test_a_figure_that_a_known_origin_gives_elsewhere_is_told_with_it() -> None:
    bare = claim("a/1", **RIFLES, amount="20000 rifle", speaker="unknown")

    same = only(bare, claim("b/1", **RIFLES, amount="~20000 rifle", speaker="UA"))
    other = only(bare, claim("b/1", **RIFLES, amount="9000 rifle", speaker="UA"))

    assert (Severity.INFO, Verdict.AGREEMENT) == (same.severity, same.verdict)
    assert same.message.endswith("; UA gives about 20,000 rifle for it by name (b/1), which can be the same")
    assert (Severity.INFO, Verdict.UNDECIDED) == (other.severity, other.verdict)
    assert other.message.endswith("; UA gives 9,000 rifle for it by name (b/1), another figure")
    assert ("a/1",) == same.claims == other.claims


def test_one_who_gives_the_same_figure_is_named_before_one_who_gives_another() -> None:
    bare = claim("c/1", **RIFLES, amount="20000 rifle", speaker="unknown")
    others = [
        claim("a/1", **RIFLES, amount="9 rifle", speaker="UA"),
        claim("b/1", **RIFLES, amount="~20000 rifle", speaker="US"),
    ]

    assert (
        "US gives about 20,000 rifle for it by name (b/1), which can be the same"
        in only(bare, *others).message
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"item": "missiles/ballistic"},
        {"item": None},
        {"amount": "20000 pistol"},
        {"amount": "20000 tonne"},
        {"amount": None},
        {"when": "1999"},
        {"recipient": "SD"},
        {"calibre": "9 mm"},
        {"modality": "pledged"},
        {"stance": "denies"},
        {"speaker": "unknown"},
        {"speaker": None},
    ],
)
def test_a_figure_of_something_else_stands_behind_nothing(fields: dict[str, Any]) -> None:
    given = {**RIFLES, "amount": "20000 rifle", "calibre": "8 mm", "when": "2019"}
    bare = claim("a/1", **given, speaker="unknown")
    other = claim("b/1", **{**given, "speaker": "UA", **fields})

    assert "warning" in [each.severity.value for each in found(bare, other) if "a/1" in each.claims]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"item": "weapons/small-arms"},
        {"amount": "20000 piece"},
        {"when": "2019-05"},
        {"when": "2020-03~"},
        {"when": None},
        {"calibre": None},
        {"modality": "capacity"},
        {"modality": "estimated"},
    ],
)
def test_a_figure_that_may_be_of_the_same_thing_stands_behind_it(fields: dict[str, Any]) -> None:
    given = {**RIFLES, "amount": "20000 rifle", "calibre": "8 mm", "when": "2019"}
    bare = claim("a/1", **given, speaker="unknown")

    assert ["info"] == severities(bare, claim("b/1", **{**given, "speaker": "UA", **fields}))


def test_goods_that_are_not_named_are_met_by_goods_that_are() -> None:
    bare = claim("a/1", sender="AE", recipient="LY", amount="20000 rifle", speaker="unknown")

    assert ["info"] == severities(bare, claim("b/1", **RIFLES, amount="20000 rifle", speaker="UA"))


def test_a_grave_event_that_somebody_tells_by_name_agrees() -> None:
    one = only(claim("a/1", **RIFLES), claim("b/1", **RIFLES, amount="5 rifle", speaker="UA"))

    assert (Severity.INFO, Verdict.AGREEMENT) == (one.severity, one.verdict)
    assert one.message.endswith("; UA says so of it by name (b/1)")


def test_a_body_that_acts_or_looks_names_itself_by_publishing() -> None:
    made = claim("a/1", **RIFLES, amount="20000 rifle")
    rewritten = corpus(
        made, claim("w/1", **RIFLES, speaker="UA"), a={"derived_from": "w"}, w={"publisher": "SIPRI"}
    )

    assert [] == severities(made, a={"publisher": "SIPRI"})
    assert ["warning"] == severities(made, a={"publisher": "Reuters"})
    assert ["warning"] == severities(made, a={"publisher": "The Odd Paper"})
    assert ["warning"] == severities(
        claim("a/1", **RIFLES, amount="20000 rifle", speaker="unknown"), a={"publisher": "SIPRI"}
    )
    assert [] == list(rewritten.check(select="unknown-origin"))
    assert ["info"] == severities(through(made, Link(actor="UA", basis="a call")), a={"publisher": "SIPRI"})


def test_one_finding_for_each_source_and_each_two_parties() -> None:
    many = [
        claim(
            f"{source}/{number}",
            **{**RIFLES, "recipient": recipient},
            amount=f"{number}000 rifle",
            speaker="unknown",
        )
        for source in "ab"
        for number, recipient in enumerate(("LY", "LY", "SD"), start=1)
    ]

    assert [("a/1", "a/2"), ("a/3",), ("b/1", "b/2"), ("b/3",)] == [each.claims for each in found(*many)]


def test_what_is_bare_is_named_before_what_is_not() -> None:
    traced = through(claim("a/1", **RIFLES, amount="5 rifle"), Link(actor="UA", basis="a call"))
    one = only(
        traced, claim("a/2", **{**RIFLES, "item": "missiles"}, amount="9 missile"), claim("a/3", **RIFLES)
    )

    assert Severity.WARNING is one.severity
    assert one.message.startswith(
        "a names nobody for 9 missile (a/2): shipment, AE to LY; nor does a known origin"
    )
    assert ("a/1", "a/2", "a/3") == one.claims
    assert 3 == len(one.working)


def test_several_ways_are_told_each_with_its_claims() -> None:
    given = [
        through(claim("a/1", **RIFLES, amount="5 rifle"), Link(actor="UA", basis="a call")),
        through(claim("a/2", **RIFLES, amount="6 rifle"), Link(actor="UA", basis="a call")),
        claim("a/3", **{**RIFLES, "item": "missiles"}),
    ]
    one = only(*given)

    assert one.message.endswith(
        "; the coding traces a/1 and a/2 to UA and nobody who is named says so of a/3"
    )
    assert Verdict.UNDECIDED is one.verdict
    assert only(*given[:2]).message.endswith("; the coding traces them to UA")


def test_a_long_list_shows_its_first_lines() -> None:
    many = [claim(f"a/{number:02}", **RIFLES, amount=f"{number}000 rifle") for number in range(1, 31)]
    one = only(*many)

    assert (30, 20) == (len(one.claims), len(one.working))
    assert "(a/05) and 25 more: shipment" in one.message


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        claim(f"{source}/{number}", **RIFLES, amount=f"{number + 5}000 rifle", speaker=speaker)
        for source, speaker in (("a", "unknown"), ("b", "UA"), ("c", None), ("d", "US"))
        for number in range(4)
    ]
    expected = list(found(*many))

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 2 == len(expected)


def test_the_seeds_name_nobody_for_what_their_coder_traced() -> None:
    findings = osintkp.load_seeds().check(select="unknown-origin")

    assert [] == list(findings.at_least("warning"))
    (arms,) = findings.about("s3/containers")
    assert ("s3/containers", "s3/howitzers", "s3/launchers", "s3/shells-152") == arms.claims
    assert arms.message.endswith(
        "the coding traces s3/containers and s3/shells-152 to KR and the coding traces s3/howitzers and s3/launchers to UA"
    )
