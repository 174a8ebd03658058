"""Figures that only a party to the matter gives."""

from __future__ import annotations

import random
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp import Claim
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TANKS: dict[str, Any] = {"kind": "loss", "actor": "AM", "by": "AZ", "item": "vehicles/tank"}
GUNS: dict[str, Any] = {
    "kind": "seizure",
    "actor": "US",
    "sender": "IR",
    "recipient": "houthis",
    "item": "weapons/small-arms",
}
AID: dict[str, Any] = {"sender": "AE", "recipient": "TD", "item": "vehicles/armoured"}
NO_PARTY = "missing is a count by one who is no party: without it this is one side's word"


def found(*claims: Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="interested-party")


def only(*claims: Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def test_an_army_that_alone_counts_its_enemys_losses_is_a_warning() -> None:
    one = only(claim("a/1", **TANKS, amount="250 tank", speaker="AZ"))

    assert ("SRC104", Severity.WARNING, Verdict.UNDECIDED) == (one.code, one.severity, one.verdict)
    assert (
        f"only AZ (who caused it) gives 250 tank of vehicles/tank (a/1): loss, AM; {NO_PARTY}" == one.message
    )
    assert ("a/1",) == one.claims
    assert ("a/1 250 tank: AZ > a; origin AZ",) == one.working
    assert (
        "a party may gain by a high count of what it did to an enemy, and by a low one of what it lost itself or did to civilians",
        "the records alone say who is a party; allies and enemies whom they do not name are not looked for",
        "officials and agencies of one government, and members of one organisation's staff, count as one origin",
    ) == one.assumptions


def test_an_agency_of_a_party_is_that_party() -> None:
    one = only(claim("a/1", "loss", actor="RU", by="UA", amount="900 person", speaker="ua-general-staff"))

    assert one.message.startswith("only UA (who caused it) gives 900 person (a/1): loss, RU; ")


def test_a_navy_that_alone_tells_what_it_took_from_whom_is_a_warning() -> None:
    one = only(claim("a/1", **GUNS, amount="2000 rifle", speaker="US"))

    assert Severity.WARNING is one.severity
    assert one.message.startswith(
        "only US (who seized) gives 2,000 rifle of weapons/small-arms (a/1): seizure, US; "
    )


def test_a_seizure_from_nobody_named_accuses_nobody() -> None:
    about: dict[str, Any] = {"kind": "seizure", "actor": "US", "item": "weapons/small-arms"}
    one = only(claim("a/1", **about, amount="2000 rifle", speaker="US"))

    assert Severity.INFO is one.severity
    assert one.message.endswith("; it speaks of its own dealings")
    assert (
        Severity.INFO is only(claim("a/1", **about, sender="US", amount="2000 rifle", speaker="US")).severity
    )


@pytest.mark.parametrize("speaker", ["FR", "oryx", "un", "unknown", None])
def test_who_is_no_party_has_no_interest_by_the_record(speaker: str | None) -> None:
    assert [] == list(found(claim("a/1", **TANKS, amount="250 tank", speaker=speaker)))


def test_an_enemy_whom_no_record_names_is_not_looked_for() -> None:
    assert [] == list(found(claim("a/1", **{**TANKS, "by": None}, amount="250 tank", speaker="AZ")))


def test_a_party_that_one_record_names_is_one_for_the_others() -> None:
    one = only(
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ"),
        claim("b/1", **{**TANKS, "by": None}, amount="250 tank", speaker="AZ"),
    )

    assert ("a/1", "b/1") == one.claims
    assert Severity.WARNING is one.severity


def test_nobody_named_is_told_and_counts_for_nothing() -> None:
    sole = claim("a/1", **TANKS, amount="250 tank", speaker="AZ")

    one = only(sole, claim("b/1", **TANKS, amount="250 tank", speaker="unknown"))
    two = only(
        sole,
        claim("b/1", **TANKS, amount="9 tank"),
        claim("c/1", **TANKS, amount="250 tank", speaker="unknown"),
    )
    far = only(sole, claim("b/1", **{**TANKS, "item": "aircraft"}, amount="9 aircraft", speaker="unknown"))

    assert one.message.endswith(f"{NO_PARTY}; b/1 names nobody")
    assert two.message.endswith(f"{NO_PARTY}; b/1 and c/1 name nobody")
    assert far.message.endswith(NO_PARTY)
    assert {Severity.WARNING} == {one.severity, two.severity, far.severity}


def test_a_body_that_counts_in_its_own_voice_is_no_party() -> None:
    sole = claim("a/1", **TANKS, amount="250 tank", speaker="AZ")
    own = claim("b/1", **TANKS, amount="~240 tank")

    assert Severity.INFO is only(sole, own, b={"publisher": "Oryx"}).severity
    assert Severity.WARNING is only(sole, own, b={"publisher": "Reuters"}).severity


def test_a_party_that_publishes_its_own_count_is_no_other() -> None:
    own = claim("b/1", **{**TANKS, "actor": "RU", "by": "UA"}, amount="250 tank")
    said = claim("a/1", **{**TANKS, "actor": "RU", "by": "UA"}, amount="250 tank", speaker="UA")
    published = {"b": {"publisher": "General Staff of the Armed Forces of Ukraine"}}

    assert only(own, said, **published).message.startswith(
        "only UA (who caused it) gives 250 tank of vehicles/tank (a/1) and 250 tank of vehicles/tank (b/1): loss, RU; "
    )
    assert Severity.WARNING is only(own, **published).severity
    assert Severity.INFO is only(said, own, b={"publisher": "Oryx"}).severity


def test_who_is_no_party_and_gives_one_too_is_told() -> None:
    sole = claim("a/1", **TANKS, amount="250 tank", speaker="AZ")

    same = only(sole, claim("b/1", **TANKS, amount="~240 tank", speaker="oryx"))
    other = only(sole, claim("b/1", **TANKS, amount="40 tank", speaker="oryx"))

    assert (Severity.INFO, Verdict.AGREEMENT) == (same.severity, same.verdict)
    assert (
        "AZ (who caused it) gives 250 tank of vehicles/tank (a/1), and who is no party gives one too:"
        " oryx with about 240 tank of vehicles/tank (b/1), which can be the same: loss, AM" == same.message
    )
    assert ("a/1", "b/1") == same.claims
    assert (Severity.INFO, Verdict.UNDECIDED) == (other.severity, other.verdict)
    assert "oryx with 40 tank of vehicles/tank (b/1), another figure: loss, AM" in other.message


@pytest.mark.parametrize(
    "fields",
    [{"when": "2016"}, {"item": "aircraft/helicopter"}, {"amount": "250 person"}, {"amount": None}, {"stance": "denies"},
     {"modality": "predicted"}],
)  # fmt: skip
def test_a_count_of_something_else_softens_nothing(fields: dict[str, Any]) -> None:
    given = {**TANKS, "amount": "250 tank", "when": "2020"}
    other = claim("b/1", **{**given, "speaker": "oryx", **fields})

    assert ["a/1"] == [
        each.claims[0] for each in found(claim("a/1", **given, speaker="AZ"), other).at_least("warning")
    ]


def test_some_figures_may_be_met_and_others_not() -> None:
    warning, info = found(
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ"),
        claim("a/2", **{**TANKS, "item": "aircraft/helicopter"}, amount="9 helicopter", speaker="AZ"),
        claim("b/1", **TANKS, amount="~240 tank", speaker="oryx"),
    )

    assert (("a/2",), ("a/1", "b/1")) == (warning.claims, info.claims)


def test_two_enemies_whose_counts_cannot_both_hold_are_a_warning() -> None:
    one = only(
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ"),
        claim("b/1", **TANKS, amount="30 tank", speaker="AM"),
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "only the two sides count: AZ (who caused it) gives 250 tank of vehicles/tank (a/1), against AM with 30 tank of vehicles/tank (b/1):"
        " loss, AM; each count serves its side, missing is one by one who is no party" == one.message
    )
    assert ("a/1", "b/1") == one.claims


def test_two_enemies_whose_counts_agree_are_told_for_information() -> None:
    one = only(
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ"),
        claim("b/1", **TANKS, amount="~240 tank", speaker="AM"),
    )

    assert (Severity.INFO, Verdict.AGREEMENT) == (one.severity, one.verdict)
    assert (
        "AZ (who caused it) gives 250 tank of vehicles/tank (a/1), and the other side AM with about 240 tank of vehicles/tank (b/1):"
        " loss, AM; both sides can be right" == one.message
    )


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (claim("a/1", **TANKS, amount="30 tank", speaker="AM"),
         "only AM (who lost) gives 30 tank of vehicles/tank (a/1): loss, AM; who admits it speaks against its own interest, though the count may be low"),
        (claim("a/1", "loss", actor="AM", amount="30 person", speaker="AM"),
         "only AM (who lost) gives 30 person (a/1): loss, AM; who counts its own soldiers speaks against its own interest, who counts its own civilians need not"),
        (claim("a/1", **GUNS, amount="2000 rifle", speaker="IR"),
         "only IR (whose cargo it was) gives 2,000 rifle of weapons/small-arms (a/1): seizure, US; who admits it speaks against its own interest"),
        (claim("a/1", **GUNS, amount="2000 rifle", speaker="houthis"),
         "only houthis (whom it was for) gives 2,000 rifle of weapons/small-arms (a/1): seizure, US; who admits it speaks against its own interest"),
        (claim("a/1", **AID, amount="30 vehicle", speaker="AE"),
         "only AE (who sent) gives 30 vehicle of vehicles/armoured (a/1): shipment, AE to TD; it speaks of its own dealings"),
        (claim("a/1", **AID, amount="30 vehicle", speaker="TD"),
         "only TD (who received) gives 30 vehicle of vehicles/armoured (a/1): shipment, AE to TD; it speaks of its own dealings"),
        (claim("a/1", "troop_deployment", sender="RW", recipient="m23", amount="4000 person", speaker="RW"),
         "only RW (whose forces they are) gives 4,000 person (a/1): troop deployment, RW; it speaks of its own dealings"),
    ],
)  # fmt: skip
def test_who_tells_of_what_is_its_own_is_told_for_information(made: Claim, words: str) -> None:
    one = only(made)

    assert (Severity.INFO, Verdict.SAME_ORIGIN) == (one.severity, one.verdict)
    assert words == one.message


def test_who_tells_of_its_own_dealings_as_others_do_is_left_alone() -> None:
    assert [] == list(
        found(
            claim("a/1", **AID, amount="30 vehicle", speaker="AE"),
            claim("b/1", **AID, amount="30 vehicle", speaker="un"),
        )
    )


def test_one_who_lost_and_caused_it_is_the_one_who_lost() -> None:
    assert (
        "AM (who lost)" in only(claim("a/1", **{**TANKS, "by": "AM"}, amount="3 tank", speaker="AM")).message
    )


@pytest.mark.parametrize(
    "made",
    [
        claim("a/1", **TANKS, speaker="AZ"),
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ", stance="denies"),
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ", modality="predicted"),
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ", modality="capacity"),
        claim("a/1", **AID, amount="300 kilometre", speaker="AE"),
        claim("a/1", "loss", by="AZ", amount="250 tank", speaker="AZ"),
        claim("a/1", "loss", actor="unknown", amount="250 tank", speaker="unknown"),
        claim("a/1", "treaty", parties=("RU", "BY"), speaker="RU"),
        claim("a/1", "meeting", participants=("RU", "BY"), amount="6 meeting", speaker="RU"),
        claim("a/1", "statement", about=("RU",), text="x", speaker="RU"),
        claim("a/1", "weapons_test", actor="IR", speaker="IR"),
        claim("a/1", "limit", on="IR", amount="5 piece", speaker="IR"),
    ],
)
def test_what_is_no_count_of_a_matter_is_left_alone(made: Claim) -> None:
    assert [] == list(found(made))


def test_the_figures_of_one_side_are_told_together() -> None:
    one = only(
        claim("a/1", **TANKS, amount="250 tank", speaker="AZ", when="2020"),
        claim(
            "a/2",
            **{**TANKS, "item": "aircraft/helicopter"},
            amount="9 helicopter",
            speaker="AZ",
            when="2020",
        ),
        claim("b/1", **{**TANKS, "by": "TR"}, amount="5 tank", speaker="TR", when="2016"),
    )

    assert (
        "only AZ (who caused it) gives 250 tank of vehicles/tank (a/1) and 9 helicopter of aircraft/helicopter (a/2)"
        " and TR (who caused it) gives 5 tank of vehicles/tank (b/1): loss, AM; " in one.message
    )


def test_a_long_list_shows_its_first_lines() -> None:
    one = only(
        *(
            claim(f"a/{number:02}", **TANKS, amount=f"{number + 1}0 tank", speaker="AZ")
            for number in range(30)
        )
    )

    assert (30, 20) == (len(one.claims), len(one.working))


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        claim(
            f"{source}/{number}",
            **TANKS,
            amount=f"{number + 5}0 tank",
            speaker=speaker,
            when=str(2018 + number),
        )
        for source, speaker in (("a", "AZ"), ("b", "AM"), ("c", None), ("d", "oryx"))
        for number in range(4)
        if (source, number) not in (("d", 0), ("b", 1), ("d", 1))
    ]
    expected = list(found(*many))

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 3 == len(expected)


def test_the_seeds_have_no_interested_party_behind_a_figure() -> None:
    assert [] == list(osintkp.load_seeds().check(select="interested-party"))
