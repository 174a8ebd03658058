"""Denials held against what others assert of the same actors."""

from __future__ import annotations

import random
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

ARMS: dict[str, Any] = {"sender": "AE", "recipient": "SD", "item": "weapons/small-arms"}
TROOPS: dict[str, Any] = {"kind": "troop_deployment", "sender": "ER", "recipient": "ET"}
PACT: dict[str, Any] = {"kind": "treaty", "parties": ("ET", "ER")}


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="denied-elsewhere")


def only(*claims: Any, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def denial(
    name: str = "d/no", *, speaker: str | None = "AE", said: str | None = "2023-06-16", **fields: Any
) -> Any:
    return claim(name, stance="denies", speaker=speaker, said=said, **fields)


def test_the_same_proposition_asserted_and_denied_is_a_conflict_with_dates() -> None:
    one = only(
        claim("a/arms", **ARMS, speaker="un", said="2023-06-14", when="2023-05"),
        claim("b/arms", **ARMS, speaker="US", said="2023-06-20", when="2023-05"),
        claim("b/more", **ARMS, speaker="US", when="2023-04"),
        denial(**ARMS),
    )

    assert ("LOG102", Severity.WARNING, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        "asserted by un (a/arms, 2023-06-14) and US (b/arms, 2023-06-20 and 1 more), and denied by AE (d/no, 2023-06-16):"
        " a shipment (AE to SD): weapons/small-arms"
    ) == one.message
    assert ("d/no", "a/arms", "b/arms", "b/more") == one.claims
    assert ("a denial without a date of its own speaks of what was so when it was made",) == one.assumptions
    assert () == one.working


def test_an_assertion_without_a_date_is_taken_to_be_of_the_same_time() -> None:
    one = only(claim("a/arms", **ARMS, speaker="un"), denial(**ARMS))

    assert Verdict.CONFLICT is one.verdict
    assert "asserted by un (a/arms)," in one.message
    assert "an assertion without a date is about the time of the denial" == one.assumptions[1]


@pytest.mark.parametrize(
    ("item", "denied", "verdict"),
    [
        ("weapons/small-arms", "weapons", Verdict.CONFLICT),
        ("weapons/small-arms", "weapons/small-arms", Verdict.CONFLICT),
        ("weapons/small-arms", None, Verdict.CONFLICT),
        (None, None, Verdict.CONFLICT),
        ("weapons", "weapons/small-arms", Verdict.UNDECIDED),
        ("munitions/artillery/shell", "weapons", Verdict.UNDECIDED),
        ("munitions/rocket", "weapons", Verdict.UNDECIDED),
        ("weapons", "aircraft/uncrewed", Verdict.UNDECIDED),
        ("aid", "weapons", Verdict.UNDECIDED),
        ("carpets", "weapons", Verdict.UNDECIDED),
        (None, "weapons", Verdict.UNDECIDED),
        ("munitions/rocket", "munitions/artillery/shell", Verdict.DIFFERENT_SCOPE),
        ("food", "weapons", Verdict.DIFFERENT_SCOPE),
    ],
)
def test_a_denied_class_of_goods_covers_the_narrower_ones(
    item: str | None, denied: str | None, verdict: Verdict
) -> None:
    one = only(claim("a/arms", **{**ARMS, "item": item}, speaker="un"), denial(**{**ARMS, "item": denied}))

    assert verdict is one.verdict


@pytest.mark.parametrize(
    ("told", "denied", "why"),
    [
        ({"item": "food"}, {}, "a/1 is about food, the denial is about weapons/small-arms"),
        (
            {"calibre": "155 mm"},
            {"calibre": "122 mm"},
            "a/1 is about calibre 155 millimetre, the denial about 122 millimetre",
        ),
        (
            {"amount": "500 rifle"},
            {"amount": "900 rifle"},
            "a/1 gives 500 rifle, what is denied is 900 rifle",
        ),
        (
            {"amount": "500 rifle"},
            {"amount": "500 container"},
            "a/1 gives 500 rifle, what is denied is 500 container",
        ),
        ({"sender": "SD", "recipient": "AE"}, {}, "a/1 goes the other way"),
        ({"modality": "pledged"}, {}, "a/1 is only pledged"),
    ],
)
def test_what_is_denied_may_be_something_else(told: dict[str, Any], denied: dict[str, Any], why: str) -> None:
    one = only(claim("a/1", **{**ARMS, **told}, speaker="un"), denial(**{**ARMS, **denied}))

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (one.severity, one.verdict)
    assert one.message.startswith(
        "not actually denied: shipment, as in a/1; what is denied by AE (d/no, 2023-06-16) is a shipment (AE to SD): "
    )
    assert (why,) == one.working
    assert () == one.assumptions


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ({"calibre": "155 mm"}, {}),
        ({"calibre": "155 mm"}, {"calibre": "155 mm"}),
        ({"amount": "500 rifle"}, {"amount": "500 rifle"}),
        ({"amount": "~500 rifle"}, {"amount": "500 gun"}),
        ({"amount": "500 rifle"}, {}),
    ],
)
def test_a_detail_that_the_denial_leaves_out_makes_no_difference(
    told: dict[str, Any], denied: dict[str, Any]
) -> None:
    assert (
        Verdict.CONFLICT
        is only(claim("a/1", **{**ARMS, **told}, speaker="un"), denial(**{**ARMS, **denied})).verdict
    )


def test_troops_in_another_place_are_not_denied() -> None:
    told = claim("a/1", **TROOPS, place="Tigray", speaker="US")

    assert Verdict.CONFLICT is only(told, denial(speaker="ER", **TROOPS)).verdict
    assert Verdict.CONFLICT is only(told, denial(speaker="ER", **TROOPS, place="tigray ")).verdict
    other = only(told, denial(speaker="ER", **TROOPS, place="Amhara"))
    assert ("a/1 is about tigray, the denial about amhara",) == other.working


def test_a_denial_before_the_event_speaks_of_another_time() -> None:
    both = found(
        claim("a/1", **TROOPS, when="2020-12", speaker="US"),
        claim("a/2", **TROOPS, when="2021-01", speaker="un"),
        denial(speaker="ER", said="2020-12-31", **TROOPS),
    )
    assert [Verdict.CONFLICT, Verdict.DIFFERENT_WINDOW] == [each.verdict for each in both]
    assert (
        "the denial by ER (d/no, 2020-12-31) of a troop deployment (ER to ET) speaks of what was so by 2020-12-31;"
        " a/2 is of 2021-01"
    ) == both[1].message
    assert [Severity.WARNING, Severity.INFO] == [each.severity for each in both]


def test_a_treaty_of_june_is_not_denied_in_march() -> None:
    one = only(
        claim("a/pact", **PACT, title="Treaty of Peace", signed="2018-07-09"),
        denial(
            speaker=None, said="2018-03", **PACT, title="formal agreements", obligations=("trade", "ports")
        ),
    )

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (one.severity, one.verdict)
    assert (
        "the denial by d in its own voice (d/no, 2018-03) of a treaty (ER and ET): formal agreements (trade, ports)"
        " speaks of what was so by 2018-03; a/pact was signed 2018-07-09"
    ) == one.message
    assert ("a/pact was signed 2018-07-09",) == one.working


@pytest.mark.parametrize("signed", ["2018-03", "2018-01", None])
def test_a_treaty_that_may_have_stood_is_undecided_by_its_title(signed: str | None) -> None:
    one = only(
        claim("a/pact", **PACT, title="Treaty of Peace", signed=signed, speaker="unknown"),
        denial(speaker="ER", said="2018-03", **PACT, title="formal agreements"),
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        "asserted by nobody named (a/pact); ER (d/no, 2018-03) denies a treaty (ER and ET): formal agreements:"
        " 'Treaty of Peace' may be one of what is denied, 'formal agreements'; a conflict if so, no denial of it if not"
    ) == one.message


@pytest.mark.parametrize(("mine", "theirs"), [("Pact", "pact"), ("Pact", None), (None, "Pact"), (None, None)])
def test_one_title_or_none_is_one_treaty(mine: str | None, theirs: str | None) -> None:
    one = only(claim("a/1", **PACT, title=mine, speaker="US"), denial(speaker="ER", **PACT, title=theirs))

    assert Verdict.CONFLICT is one.verdict


def test_a_denial_with_a_date_of_its_own_speaks_of_that_date() -> None:
    told = claim("a/1", **ARMS, when="2021", speaker="un")

    assert Verdict.CONFLICT is only(told, denial(**ARMS, when="2020/2022", said="2020-01-01")).verdict
    other = only(told, denial(**ARMS, when="2019"))
    assert Verdict.DIFFERENT_WINDOW is other.verdict
    assert ("a/1 is of 2021, what is denied of 2019",) == other.working
    assert "speaks of what was so by 2019; " in other.message


def test_the_date_of_the_source_stands_in_for_the_date_of_the_denial() -> None:
    told = claim("a/1", **ARMS, when="2021", speaker="un")
    published = {"published": osintkp.When.parse("2020-05")}

    assert Verdict.DIFFERENT_WINDOW is only(told, denial(**ARMS, said=None), d=published).verdict
    undated = only(told, denial(**ARMS, said=None))
    assert Verdict.CONFLICT is undated.verdict
    assert "denied by AE (d/no): " in undated.message


def test_another_kind_of_event_is_not_denied_and_named() -> None:
    one = only(claim("a/1", **{**TROOPS, "sender": "AE", "recipient": "SD"}, speaker="un"), denial(**ARMS))

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (one.severity, one.verdict)
    assert (
        "not actually denied: troop deployment, as in a/1; what is denied by AE (d/no, 2023-06-16) is"
        " a shipment (AE to SD): weapons/small-arms"
    ) == one.message
    assert ("a troop deployment is not a shipment",) == one.working


def test_a_denied_statement_denies_no_event() -> None:
    barter = denial(kind="statement", about=("AE", "SD"), text="Gold is exchanged for arms")

    one = only(claim("a/1", **ARMS, speaker="un"), barter)

    assert Verdict.DIFFERENT_SCOPE is one.verdict
    assert one.message.endswith(" is a statement (AE and SD): Gold is exchanged for arms")
    assert ("a shipment is not what the statement says",) == one.working


def test_statements_are_held_against_each_other_by_their_text_alone() -> None:
    barter = denial(kind="statement", about=("AE", "SD"), text="Gold is exchanged for arms")
    same = claim("a/1", "statement", about=("SD", "AE"), text="gold is exchanged for arms ", speaker="un")
    other = claim("a/2", "statement", about=("SD", "AE"), text="relations are good", speaker="un")

    assert Verdict.CONFLICT is only(same, barter).verdict
    assert [] == list(found(other, barter))
    assert [] == list(found(other, denial(**ARMS)))


def test_a_link_that_refutes_names_what_is_denied() -> None:
    told = claim("a/1", **ARMS, when="2099", speaker="un")

    assert (
        Verdict.CONFLICT
        is only(
            told, denial(kind="statement", about=("AE", "SD"), text="No", links={"refutes": "a/1"})
        ).verdict
    )


def test_two_who_deny_one_thing_in_one_breath_are_one_denial() -> None:
    one = only(
        claim("a/1", **TROOPS, when="2020-12", speaker="US"),
        denial("d/er", speaker="ER", **TROOPS),
        denial("d/et", speaker="ET", **TROOPS),
    )

    assert "denied by ER and ET (d/er, 2023-06-16)" in one.message
    assert ("d/er", "d/et", "a/1") == one.claims


def test_two_dates_of_one_denial_are_two_denials() -> None:
    both = found(
        claim("a/1", **TROOPS, when="2020-12", speaker="US"),
        denial("d/1", speaker="ER", said="2020-11", **TROOPS),
        denial("d/2", speaker="ER", said="2021-02", **TROOPS),
    )

    assert [Verdict.CONFLICT, Verdict.DIFFERENT_WINDOW] == [each.verdict for each in both]


def test_who_says_both_is_named() -> None:
    one = only(claim("a/1", **TROOPS, when="2020-12", speaker="ER"), denial(speaker="ER", **TROOPS))

    assert ("ER both asserts and denies it",) == one.working


@pytest.mark.parametrize("speaker", [None, "unknown"])
def test_nobody_is_not_said_to_contradict_himself(speaker: str | None) -> None:
    one = only(claim("a/1", **TROOPS, when="2020-12", speaker=speaker), denial(speaker="unknown", **TROOPS))

    assert () == one.working
    assert "denied by nobody named (d/no" in one.message


def test_other_actors_are_another_matter() -> None:
    assert [] == list(found(claim("a/1", **ARMS, speaker="un"), denial(**{**ARMS, "recipient": "LY"})))
    assert [] == list(found(claim("a/1", "shipment", item="weapons"), denial(item="weapons")))


def test_officials_stand_for_their_state() -> None:
    told = claim("a/1", "meeting", participants=("kim-jong-un", "vladimir-putin"), speaker="un")

    one = only(told, denial(speaker="KP", kind="meeting", participants=("KP", "RU")))

    assert Verdict.CONFLICT is one.verdict


def test_a_speaker_is_named_as_such_and_a_source_in_its_own_voice() -> None:
    one = only(
        claim("a/1", **TROOPS, speaker="shin-won-sik"), claim("b/1", **TROOPS), denial(speaker="ER", **TROOPS)
    )

    assert one.message.startswith(
        "asserted by shin-won-sik (a/1) and b (b/1), and denied by ER (d/no, 2023-06-16): "
    )


def test_what_is_denied_is_said_in_full() -> None:
    shells = {**ARMS, "item": "munitions/artillery/shell", "calibre": "155 mm", "amount": "900 round"}
    told = claim("a/1", **shells, speaker="un")

    one = only(told, denial(**shells))
    soldiers = {**TROOPS, "place": "Tigray", "amount": "500 person"}
    other = only(claim("a/1", **soldiers, speaker="un"), denial(**soldiers))

    assert one.message.endswith(": a shipment (AE to SD): 900 round munitions/artillery/shell 155 millimetre")
    assert other.message.endswith(": a troop deployment (ER to ET): 500 person Tigray")


def test_many_reasons_are_cut_short() -> None:
    many = [claim(f"a/{number}", **TROOPS, when=f"2024-0{number}", speaker="un") for number in range(1, 6)]
    pacts = [claim(f"a/{number}", **PACT, title=f"Pact {number}", speaker="un") for number in range(1, 6)]

    later = only(*many, denial(speaker="ER", **TROOPS))
    titles = only(*pacts, denial(speaker="ER", **PACT, title="agreements"))

    assert later.message.endswith("; a/1 is of 2024-01, a/2 is of 2024-02, a/3 is of 2024-03 and 2 more")
    assert (
        "'Pact 1' may be one of what is denied, 'agreements', 'Pact 2' may be one of what is denied, 'agreements' and 3 more;"
        in titles.message
    )


def test_one_finding_for_a_denial_however_many_claims() -> None:
    many = [claim(f"a/{number}", **{**ARMS, "item": "food"}, speaker="un") for number in range(50)]

    one = only(*many, denial(**ARMS))

    assert 51 == len(one.claims)
    assert 20 == len(one.working)
    assert "as in a/0, a/1, a/10, a/11, a/12 and 45 more; what is denied" in one.message


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        claim("a/1", **TROOPS, when="2020-12", speaker="US"),
        claim("a/2", **TROOPS, when="2021-01", speaker="un"),
        claim("a/3", **PACT, signed="2018"),
        claim("b/4", sender="ER", recipient="ET", item="food"),
        denial("d/1", speaker="ER", **TROOPS, said="2020-12"),
        denial("d/2", speaker="ET", **PACT, said="2017"),
    ]
    expected = list(found(*many))

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 4 == len(expected)


@pytest.mark.parametrize(
    ("told", "denied", "why"),
    [
        (
            {"item": "munitions/rocket"},
            {"item": "weapons"},
            "a/1 is about munitions/rocket, which may fall under weapons",
        ),
        ({"item": "carpets"}, {}, "a/1 is about carpets, which may fall under weapons/small-arms"),
        ({}, {"calibre": "155 mm"}, "a/1 gives no calibre, which may be 155 millimetre"),
        ({}, {"amount": "500 rifle"}, "a/1 gives no figure, which may be 500 rifle"),
        ({"amount": ">300 rifle"}, {"amount": "500 rifle"}, "a/1 gives >300 rifle, which may be 500 rifle"),
        ({"amount": "500 rifle"}, {"amount": ">500 rifle"}, "a/1 gives 500 rifle, which may be >500 rifle"),
        (
            {"amount": "~500 rifle"},
            {"amount": ">=490 rifle"},
            "a/1 gives ~500 rifle, which may be >=490 rifle",
        ),
    ],
)
def test_what_an_assertion_leaves_open_may_be_what_is_denied(
    told: dict[str, Any], denied: dict[str, Any], why: str
) -> None:
    one = only(claim("a/1", **{**ARMS, **told}, speaker="un"), denial(**{**ARMS, **denied}))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith(f": {why}; a conflict if so, no denial of it if not")
    assert (why,) == one.working


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("~10000 person", "10000 person"),
        ("10200 person", "10000 person"),
        ("10000 person", "~10000 person"),
        ("12000 person", ">=10000 person"),
        (">20000 person", ">10000 person"),
        ("10000..12000 person", "~11000 person"),
    ],
)
def test_a_denied_figure_denies_the_same_figure_and_what_a_bound_holds(told: str, denied: str) -> None:
    one = only(claim("a/1", **TROOPS, amount=told, speaker="US"), denial(**TROOPS, amount=denied))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("500 person", "10000 person"),
        ("~500 person", "~10000 person"),
        ("500 person", ">=10000 person"),
        ("<10000 person", ">10000 person"),
        ("<10000 person", ">=10000 person"),
        ("12000..13000 person", "10000 person"),
    ],
)
def test_another_figure_is_not_denied(told: str, denied: str) -> None:
    one = only(claim("a/1", **TROOPS, amount=told, speaker="US"), denial(**TROOPS, amount=denied))

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (one.severity, one.verdict)
    assert 1 == len(one.working)
    assert one.working[0].startswith("a/1 gives ")
    assert ", what is denied is " in one.working[0]


def test_calibres_in_other_units_are_one() -> None:
    told = {**ARMS, "item": "munitions/artillery/shell"}

    one = only(
        claim("a/1", **told, calibre="155 mm", speaker="un"), denial(**told, calibre="15.5 centimetre")
    )

    assert Verdict.CONFLICT is one.verdict


def test_who_gave_nothing_to_anybody_gave_nothing_to_one() -> None:
    told = claim("a/1", sender="IR", recipient="SD", item="aircraft/uncrewed", speaker="UA")
    to_none = denial(speaker="IR", sender="IR", item="aircraft/uncrewed")

    one = only(told, to_none)

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert one.message.endswith(": a shipment (IR): aircraft/uncrewed")
    assert (
        Verdict.CONFLICT
        is only(told, denial(kind="shipment", recipient="SD", item="aircraft/uncrewed")).verdict
    )


def test_a_denial_by_the_sender_alone_is_about_his_shipments_alone() -> None:
    others = [
        claim("a/1", sender="SD", recipient="IR", item="aircraft/uncrewed", speaker="UA"),
        claim("a/2", sender="TR", recipient="SD", item="aircraft/uncrewed", speaker="UA"),
        claim("a/3", "meeting", participants=("IR", "SD"), speaker="UA"),
        claim("a/4", "statement", about=("IR", "SD"), text="Drones were sent", speaker="UA"),
    ]

    assert [] == list(found(*others, denial(speaker="IR", sender="IR", item="aircraft/uncrewed")))


def test_an_assertion_that_names_no_recipient_is_told_and_not_warned_of() -> None:
    one = only(claim("a/1", sender="AE", item="weapons", speaker="un"), denial(**{**ARMS, "item": "weapons"}))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        ": a/1 does not say who the recipient is, perhaps the one denied; a conflict if so, no denial of it if not"
    ) in one.message
    assert [] == list(found(claim("a/1", item="weapons", speaker="un"), denial(**ARMS)))
    assert [] == list(found(claim("a/1", "meeting", participants=("AE",)), denial(**ARMS)))


def test_a_denied_meeting_of_two_is_denied_among_three() -> None:
    three = claim("a/1", "meeting", participants=("AM", "AZ", "RU"), speaker="un")
    two = denial(kind="meeting", participants=("AM", "AZ"), speaker="AM")

    assert Verdict.CONFLICT is only(three, two).verdict
    one = only(claim("a/1", "meeting", participants=("AM",), speaker="un"), two)
    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert [] == list(found(claim("a/1", "meeting", participants=("AM", "RU"), speaker="un"), two))
    assert Verdict.CONFLICT is only(three, denial(kind="meeting", participants=("AM",), speaker="AM")).verdict


def test_the_place_of_a_denial_covers_what_lies_in_it() -> None:
    def verdict(told: str | None, denied: str) -> Verdict:
        return only(claim("a/1", **TROOPS, place=told, speaker="US"), denial(**TROOPS, place=denied)).verdict

    assert Verdict.CONFLICT is verdict("Kursk Oblast", "Russia")
    assert Verdict.UNDECIDED is verdict("Russia", "Kursk Oblast")
    assert Verdict.UNDECIDED is verdict(None, "Kursk Oblast")
    assert Verdict.DIFFERENT_SCOPE is verdict("Goma", "Kursk Oblast")
    assert Verdict.DIFFERENT_SCOPE is verdict("the hills", "the plain")
    assert Verdict.DIFFERENT_SCOPE is verdict("the hills", "Goma")


def test_all_that_is_not_denied_is_told_at_once_the_most_frequent_kind_first() -> None:
    one = only(
        claim("a/1", "meeting", participants=("AE", "SD")),
        *(claim(f"b/{number}", **{**ARMS, "item": "food"}) for number in range(4)),
        claim("c/1", **{**TROOPS, "sender": "AE", "recipient": "SD"}),
        denial(**ARMS),
    )

    assert one.message.startswith(
        "not actually denied: shipment, as in b/0, b/1, b/2 and 1 more; meeting, as in a/1; troop deployment, as in c/1;"
    )
    assert 7 == len(one.claims)


def test_a_refuted_claim_about_other_actors_is_held_against_its_denial() -> None:
    told = claim("a/1", **ARMS, speaker="un")

    one = only(told, denial(kind="statement", about=("LY",), text="No", links={"refutes": "a/1"}))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert [] == list(
        found(told, denial(kind="statement", about=("LY",), text="No", links={"refutes": "z/1"}))
    )


def test_a_denial_about_many_is_held_against_what_names_them_all() -> None:
    four = ("AM", "AZ", "RU", "TR")
    told = [
        claim("a/1", "meeting", participants=four, speaker="un"),
        claim("a/2", "meeting", participants=("AM", "AZ"), speaker="un"),
    ]

    one = only(*told, denial(kind="meeting", participants=four, speaker="AM"))

    assert ("d/no", "a/1") == one.claims


def test_many_denials_about_many_actors_take_little_time() -> None:
    from time import process_time

    many = [claim(f"a/{number}", sender="US", recipient=f"x-{number}", item="food") for number in range(3000)]
    denials = [
        claim(f"d/{number}", sender="US", recipient=f"x-{number}", item="food", stance="denies")
        for number in range(3000)
    ]
    start = process_time()

    assert 3000 == len(found(*many, *denials))
    assert 20 > process_time() - start


def test_a_denial_that_names_a_place_by_a_doubtful_name_may_mean_the_place_of_the_assertion() -> None:
    given: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW"}
    one = only(
        claim("a/1", **given, place="North Kivu", speaker="un"),
        denial(**given, place="Congo", speaker="paul-kagame"),
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert "a/1 is about North Kivu, which may lie in Congo" in one.message


def test_a_denial_of_a_place_that_the_doubtful_name_cannot_mean_denies_something_else() -> None:
    given: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW"}
    one = only(
        claim("a/1", **given, place="Cabo Delgado", speaker="un"),
        denial(**given, place="Congo", speaker="paul-kagame"),
    )

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (one.severity, one.verdict)


def test_a_denial_of_one_day_is_not_held_against_a_count_of_years() -> None:
    strike: dict[str, Any] = {"kind": "loss", "actor": "MM", "by": "mm-tatmadaw"}
    denied = denial(**strike, place="Demoso", when="2024-02-05", speaker="mm-tatmadaw")

    def told(when: str, amount: str | None = "4400 person") -> Verdict:
        return only(claim("a/1", **strike, amount=amount, when=when, speaker="un"), denied).verdict

    assert Verdict.DIFFERENT_WINDOW is told("2021-02/2024-02")
    assert Verdict.UNDECIDED is told("2021-02/2024-02", None)
    assert Verdict.UNDECIDED is told("2024-01/2024-03")


def test_a_count_of_years_says_why_it_is_not_denied() -> None:
    strike: dict[str, Any] = {"kind": "loss", "actor": "MM", "by": "mm-tatmadaw"}
    one = only(
        claim("a/1", **strike, amount="9 person", when="2021/2024", speaker="un"),
        denial(**strike, when="2024-02-05"),
    )

    assert "a/1 counts all of 2021/2024, what is denied is of 2024-02-05" in one.message


@pytest.mark.parametrize(
    ("told", "denied", "why"),
    [
        (
            "aid/military",
            "aircraft/crewed/fighter",
            "a/1 is about aid/military, not denied as such, which may include the denied aircraft/crewed/fighter",
        ),
        (
            "weapons",
            "weapons/small-arms",
            "a/1 is about weapons, not denied as such, which may include the denied weapons/small-arms",
        ),
        (None, "weapons", "a/1 does not say what goods, which may be weapons"),
    ],
)
def test_who_denies_a_narrow_class_does_not_deny_a_broad_one(told: str | None, denied: str, why: str) -> None:
    one = only(claim("a/1", **{**ARMS, "item": told}, speaker="un"), denial(**{**ARMS, "item": denied}))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (why,) == one.working


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("2021-01-04", Verdict.CONFLICT),
        ("2021-02-04", Verdict.CONFLICT),
        ("2021-02-05", Verdict.UNDECIDED),
        ("2022-09-30", Verdict.UNDECIDED),
    ],
)
def test_what_is_told_without_a_date_a_month_after_a_denial_may_be_of_a_later_time(
    said: str, verdict: Verdict
) -> None:
    drones: dict[str, Any] = {"sender": "TR", "recipient": "ET", "item": "aircraft/uncrewed"}
    one = only(
        claim("a/1", **drones, speaker="un", said=said), denial(speaker="US", said="2021-01-04", **drones)
    )

    assert verdict is one.verdict
    assert (Severity.WARNING if verdict is Verdict.CONFLICT else Severity.INFO) is one.severity
    why = f"a/1 has no date and was told {said}, but may be of a time by 2021-01-04"
    assert ((why,) if verdict is Verdict.UNDECIDED else ()) == one.working


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ({"when": "2020-11", "said": "2022-09-30"}, {"said": "2021-01-04"}),
        ({"said": "2022-09-30"}, {"said": None}),
        ({"said": "2022-09-30"}, {"when": "2020/.."}),
        ({"said": "XXXX-09"}, {"said": "2021-01-04"}),
    ],
)
def test_what_has_a_date_or_a_denial_that_has_none_is_not_left_open(
    told: dict[str, Any], denied: dict[str, Any]
) -> None:
    assert (
        Verdict.CONFLICT is only(claim("a/1", **ARMS, **told, speaker="un"), denial(**ARMS, **denied)).verdict
    )


def test_what_is_told_long_after_a_denied_year_may_be_of_another() -> None:
    one = only(claim("a/1", **ARMS, speaker="un", said="2023-06-10"), denial(**ARMS, when="2021"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)


def test_one_voice_that_denies_a_part_of_its_own_longer_period_is_in_no_conflict() -> None:
    told = claim("s/once", **ARMS, when="1980/2021")
    weaned = denial("s/weaned", speaker=None, said=None, **ARMS, when="201X")

    one = only(told, weaned)

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (one.severity, one.verdict)
    assert ("s/once is of 1980/2021, what the same voice denies is of 201X",) == one.working


@pytest.mark.parametrize(("source", "speaker"), [("a", None), ("s", "un")])
def test_another_voice_that_tells_of_a_longer_period_is_left_open(source: str, speaker: str | None) -> None:
    told = claim(f"{source}/once", **ARMS, when="1980/2021", speaker=speaker)

    one = only(told, denial("s/weaned", speaker=None, said=None, **ARMS, when="201X"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (f"{source}/once is of 1980/2021, which may mean 201X",) == one.working


@pytest.mark.parametrize("when", ["201X", "2015", "2012/2014", "2010-01-01/2019-12-31"])
def test_what_lies_within_a_denied_period_is_denied_even_in_one_voice(when: str) -> None:
    told = claim("s/once", **ARMS, when=when)

    one = only(told, denial("s/weaned", speaker=None, said=None, **ARMS, when="201X"))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)


@pytest.mark.parametrize(
    ("told", "denied", "severity", "verdict"),
    [
        ("memorandum on a pipeline", "pricing agreement", "info", Verdict.DIFFERENT_SCOPE),
        ("Ethiopian-Eritrean Port Treaty", "Eritrea-Ethiopia gas deal", "info", Verdict.DIFFERENT_SCOPE),
        ("memorandum on a pipeline", "any agreement", "warning", Verdict.UNDECIDED),
        ("memorandum on a pipeline", "formal treaties", "warning", Verdict.UNDECIDED),
        ("memorandum on pipelines", "pipeline agreement", "warning", Verdict.UNDECIDED),
        ("agreement", "pricing agreement", "info", Verdict.UNDECIDED),
    ],
)
def test_a_title_is_one_of_the_denied_by_a_common_word_or_where_any_is_denied(
    told: str, denied: str, severity: str, verdict: Verdict
) -> None:
    one = only(claim("a/1", **PACT, title=told, speaker="US"), denial(speaker="ER", **PACT, title=denied))

    assert (severity, verdict) == (one.severity, one.verdict)


def test_a_title_between_parties_that_no_table_knows_is_read_all_the_same() -> None:
    pact: dict[str, Any] = {"kind": "treaty", "parties": ("ET", "some-militia")}
    told = claim("a/1", **pact, title="truce at Gondar", speaker="US")

    assert Verdict.DIFFERENT_SCOPE is only(told, denial(**pact, title="gas agreement")).verdict


def test_a_denial_gives_one_warning_and_one_finding_on_all_the_rest() -> None:
    both = found(
        claim("a/1", **ARMS, when="2023-05", speaker="un"),
        claim("a/2", **{**ARMS, "item": "carpets"}, when="2023-05", speaker="un"),
        claim("a/3", **ARMS, when="2023-09", speaker="un"),
        claim("a/4", **{**ARMS, "item": "food"}, speaker="un"),
        denial(**ARMS),
    )

    assert [("warning", Verdict.CONFLICT), ("info", Verdict.UNDECIDED)] == [
        (each.severity, each.verdict) for each in both
    ]
    assert [("d/no", "a/1"), ("d/no", "a/2", "a/3", "a/4")] == [each.claims for each in both]
    assert both[1].message.endswith(
        "a conflict if so, no denial of it if not; of another time: a/3 is of 2023-09;"
        " not actually denied: shipment, as in a/4"
    )


def test_a_denial_of_nothing_that_is_told_gives_what_is_of_another_time_apart() -> None:
    both = found(
        claim("a/3", **ARMS, when="2023-09", speaker="un"),
        claim("a/4", **{**ARMS, "item": "food"}, speaker="un"),
        denial(**ARMS),
    )

    assert {
        ("info", Verdict.DIFFERENT_WINDOW, ("d/no", "a/3")),
        ("info", Verdict.DIFFERENT_SCOPE, ("d/no", "a/4")),
    } == {(each.severity, each.verdict, each.claims) for each in both}


def test_a_denial_that_leaves_something_open_gives_one_finding_on_all() -> None:
    one = only(
        claim("a/2", **{**ARMS, "item": "weapons"}, when="2023-05", speaker="un"),
        claim("a/3", **ARMS, when="2023-09", speaker="un"),
        claim("a/4", **{**ARMS, "item": "food"}, speaker="un"),
        denial(**ARMS),
    )

    assert ("info", Verdict.UNDECIDED, ("d/no", "a/2", "a/3", "a/4")) == (
        one.severity,
        one.verdict,
        one.claims,
    )


def test_a_count_that_goes_on_is_left_open_against_a_denied_day() -> None:
    strike: dict[str, Any] = {"kind": "loss", "actor": "MM", "by": "mm-tatmadaw"}
    one = only(
        claim("a/1", **strike, amount="9 person", when="2021/..", speaker="un"),
        denial(**strike, when="2024-02-05"),
    )

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)


@pytest.mark.parametrize(
    ("denied", "told", "expected"),
    [
        (">10 tonne", ">=10 tonne", Verdict.UNDECIDED),
        (">10 tonne", ">10000 kilogram", Verdict.CONFLICT),
        (">=10 tonne", ">10 tonne", Verdict.CONFLICT),
        (">0.3263 tonne", "326.3..400 kilogram", Verdict.UNDECIDED),
        (">=0.3263 tonne", "326.3..400 kilogram", Verdict.CONFLICT),
        ("<0.3263 tonne", "<=326.3 kilogram", Verdict.UNDECIDED),
        ("<0.3263 tonne", "<326.3 kilogram", Verdict.CONFLICT),
    ],
)
def test_who_denies_more_than_a_number_does_not_deny_the_number(
    denied: str, told: str, expected: Verdict
) -> None:
    wheat = {**ARMS, "item": "food/grain/wheat"}

    assert (
        expected
        is only(claim("a/1", **wheat, speaker="un", amount=told), denial(**wheat, amount=denied)).verdict
    )
