"""Several sources behind which one origin stands, or several."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks import single_origin as check
from osintkp.checks._lineage import Traced, near
from osintkp.difference import REAL, facets
from osintkp.facts import shipped
from osintkp.findings import Finding, Findings
from osintkp.group import Group
from osintkp.vocabulary.scales import Severity, Verdict

DRONES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="single-origin")


def only(*claims: Any, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def test_several_sources_with_one_origin_count_once() -> None:
    one = only(
        claim("a/1", **DRONES, amount="~120 drone", speaker="kr-defense-intelligence-agency"),
        claim("b/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("c/1", **DRONES, amount=">100 drone", links={"repeats": "b/1"}),
    )

    assert ("SRC101", Severity.WARNING, Verdict.SAME_ORIGIN) == (one.code, one.severity, one.verdict)
    assert (
        "3 sources, a, b and c, give figures of aircraft/uncrewed in drone (IR to SD), and all go back to KR: they count once"
        == one.message
    )
    assert ("a/1", "b/1", "c/1") == one.claims
    assert (
        "a/1 ~120 drone: kr-defense-intelligence-agency > a; origin KR (kr-defense-intelligence-agency)",
        "b/1 120 drone: KR > b; origin KR",
        "c/1 >100 drone: c, repeats b/1; origin KR",
    ) == one.working
    assert (
        "officials and agencies of one government, and members of one organisation's staff, count as one origin",
        "a chain that begins with nobody named counts for nothing",
    ) == one.assumptions


def test_one_source_alone_has_its_one_origin() -> None:
    given = [
        claim("a/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("a/2", **DRONES, amount="130 drone", speaker="KR"),
    ]

    assert [] == list(found(*given))


def test_nobody_named_counts_for_nothing_and_is_listed() -> None:
    given = [
        claim("a/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("b/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("c/1", **DRONES, amount="120 drone", speaker="unknown"),
    ]

    one = only(*given)

    assert one.message.endswith(
        "2 sources, a and b, give figures of aircraft/uncrewed in drone (IR to SD), and all go back to KR: they count once; c/1 goes back to nobody named"
    )
    assert ("a/1", "b/1", "c/1") == one.claims
    assert [] == list(found(given[0], given[2]))


def test_a_source_that_rewrites_another_is_not_a_second_one() -> None:
    one = only(
        claim("a/1", **DRONES, amount="120 drone"),
        claim("b/1", **DRONES, amount="120 drone"),
        b={"derived_from": "a"},
    )

    assert one.message.endswith("all go back to a: they count once")


def test_two_origins_whose_figures_can_hold_together_agree() -> None:
    one = only(
        claim("a/1", **DRONES, amount="~120 drone", speaker="KR"),
        claim("b/1", **DRONES, amount="~130 drone", speaker="US"),
    )

    assert (Severity.INFO, Verdict.AGREEMENT) == (one.severity, one.verdict)
    assert (
        "2 independent origins, KR and US, give figures of aircraft/uncrewed in drone (IR to SD) that can hold together"
        == one.message
    )
    assert ("a/1", "b/1") == one.claims
    assert ("a/1 ~120 drone: KR > a; origin KR", "b/1 ~130 drone: US > b; origin US") == one.working
    assert "another origin need not have looked for itself" == one.assumptions[1]


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": "40 drone"},
        {"amount": "120 drone", "modality": "capacity"},
        {"amount": "120 drone", "when": "2022"},
        {"amount": "120 round"},
        {"amount": "120 drone", "item": "missiles"},
        {"amount": "120 drone", "recipient": "YE"},
        {"amount": "120 drone", "stance": "denies"},
    ],
)
def test_two_origins_that_do_not_speak_of_one_thing_do_not_agree(fields: dict[str, Any]) -> None:
    given = {**DRONES, "when": "2024", **fields}

    assert [] == list(
        found(
            claim("a/1", **DRONES, amount="120 drone", when="2024", speaker="KR"),
            claim("b/1", **given, speaker="US"),
        )
    )


def test_bands_that_touch_have_a_number_in_common() -> None:
    one = claim("a/1", **DRONES, amount="100..120 drone", speaker="KR")

    assert 1 == len(found(one, claim("b/1", **DRONES, amount="120..140 drone", speaker="US")))
    assert 0 == len(found(one, claim("b/1", **DRONES, amount="121..140 drone", speaker="US")))


def test_officials_who_act_are_their_state() -> None:
    given = {**DRONES, "sender": "vladimir-putin"}

    one = only(
        claim("a/1", **given, amount="120 drone", speaker="KR"),
        claim("b/1", **{**given, "sender": "RU"}, amount="120 drone", speaker="KR"),
    )

    assert "(RU to SD)" in one.message


def test_a_third_origin_that_disagrees_is_not_counted_among_those_that_agree() -> None:
    one = only(
        claim("a/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("b/1", **DRONES, amount="121 drone", speaker="US"),
        claim("c/1", **DRONES, amount="300 drone", speaker="JP"),
    )

    assert ("a/1", "b/1") == one.claims


def test_accounts_without_figures_have_origins_as_well() -> None:
    both = claim("a/1", **DRONES, speaker="KR"), claim("b/1", **DRONES, speaker="KR")
    two = claim("a/1", **DRONES, speaker="KR"), claim("b/1", **DRONES, speaker="US")
    own = claim("a/1", **DRONES, speaker="KR"), claim("b/1", **DRONES)

    assert "give an account of aircraft/uncrewed (IR to SD), and all go back to KR" in only(*both).message
    assert "2 independent origins, KR and US, give an account of" in only(*two).message
    assert [] == list(found(*own))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("statement", {"about": ("IR",), "text": "x"}),
        ("limit", {"on": "SD", "item": "weapons", "amount": "<=5 piece"}),
        ("meeting", {"participants": ("IR", "SD")}),
        ("loss", {"item": "vehicles/tank", "amount": "5 tank"}),
        ("weapons_test", {"actor": "IR"}),
    ],
)
def test_what_is_no_account_of_one_thing_has_no_topic(kind: str, fields: dict[str, Any]) -> None:
    given = [claim(f"{name}/1", kind, **fields, speaker="IR") for name in "ab"]

    assert [] == list(found(*given))


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("loss", {"actor": "SD", "amount": "5 person"}, "figures of loss in person (SD)"),
        (
            "meeting",
            {"participants": ("IR", "SD"), "amount": "5 meeting"},
            "figures of meeting in meeting (IR and SD)",
        ),
        (
            "troop_deployment",
            {"sender": "ER", "recipient": "ET", "amount": "~5000 person"},
            "figures of troop deployment in person (ER to ET)",
        ),
        ("weapons_test", {"actor": "IR", "item": "missiles"}, "an account of missiles (IR)"),
    ],
)
def test_every_kind_with_a_figure_or_goods_is_followed_back(
    kind: str, fields: dict[str, Any], words: str
) -> None:
    one = only(*(claim(f"{name}/1", kind, **fields, speaker="IR") for name in "ab"))

    assert f"2 sources, a and b, give {words}, and all go back to IR" in one.message


def test_a_chain_of_several_steps_is_shown() -> None:
    first = claim("a/1", **DRONES, amount="120 drone")
    chain = tuple(osintkp.Link(actor=actor) for actor in ("KR", "yonhap", "bbc"))

    one = only(
        attrs.evolve(first, attribution=chain), claim("b/1", **DRONES, amount="120 drone", speaker="KR")
    )

    assert "a/1 120 drone: KR > yonhap > bbc > a; origin KR" == one.working[0]


def test_one_finding_for_a_topic_however_many_claims() -> None:
    many = [
        claim(f"{source}/{number}", **DRONES, amount=f"{number + 90} drone", speaker="KR")
        for source in "abc"
        for number in range(20)
    ]

    one = only(*many)

    assert 60 == len(one.claims)
    assert one.message.startswith("3 sources, a, b and c,")


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        claim(f"{source}/{number}", **DRONES, amount=f"{120 + number} drone", speaker=speaker)
        for source, speaker in (("a", "KR"), ("b", "US"), ("c", "unknown"), ("d", None))
        for number in range(4)
    ]
    expected = list(found(*many))

    for seed in range(5):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 1 == len(expected)


OIL: dict[str, Any] = {"sender": "IR", "recipient": "SY", "item": "fuel"}


def test_figures_of_one_matter_in_several_units_count_once() -> None:
    one = only(
        claim("a/ships", **OIL, amount=">12 ship", speaker="tanker-trackers"),
        claim("a/trips", **OIL, amount="43 voyage", speaker="tanker-trackers"),
        claim(
            "b/oil",
            **OIL,
            amount="1000000 barrel",
            speaker="tanker-trackers",
            links={"contained_in": "a/trips"},
        ),
    )

    assert (
        "2 sources, a and b, give figures of fuel in ship, voyage and barrel (IR to SY), and all go back to tanker-trackers: they count once"
        == one.message
    )
    assert ("a/ships", "a/trips", "b/oil") == one.claims
    assert (Severity.WARNING, Verdict.SAME_ORIGIN) == (one.severity, one.verdict)


def test_two_units_in_one_source_are_still_one_source() -> None:
    assert [] == list(
        found(
            claim("a/ships", **OIL, amount=">12 ship", speaker="tanker-trackers"),
            claim("a/oil", **OIL, amount="1000000 barrel", speaker="tanker-trackers"),
        )
    )


def test_a_load_and_its_carriers_are_one_matter_also_beside_another_origin() -> None:
    given = [
        claim("a/trips", **OIL, amount="43 voyage", speaker="tanker-trackers"),
        claim(
            "b/oil",
            **OIL,
            amount="1000000 barrel",
            speaker="tanker-trackers",
            links={"contained_in": "a/trips"},
        ),
        claim("c/tonnes", **OIL, amount="90000 tonne", speaker="US"),
    ]

    assert ("a/trips", "b/oil") == only(*given).claims
    assert [] == list(found(given[0], attrs.evolve(given[1], links=()), given[2]))


def test_a_load_of_another_origin_than_its_carriers_is_held_against_its_own_kind() -> None:
    given = [
        claim("a/trips", **OIL, amount="43 voyage", speaker="tanker-trackers"),
        claim("b/oil", **OIL, amount="1000000 barrel", speaker="US", links={"contained_in": "a/trips"}),
        claim("c/oil", **OIL, amount="900000 barrel", speaker="US"),
        claim("c/lost", **OIL, amount="5 truck", speaker="US", links={"contained_in": "gone/1"}),
    ]

    assert [("b/oil", "c/oil")] == [each.claims for each in found(*given)]


def test_origins_that_speak_in_different_units_do_not_agree() -> None:
    assert [] == list(
        found(
            claim("a/trips", **OIL, amount="43 voyage", speaker="tanker-trackers"),
            claim("b/oil", **OIL, amount="43 barrel", speaker="US"),
        )
    )


def test_things_without_a_name_are_one_only_in_one_dimension() -> None:
    people = claim("a/1", "loss", actor="SD", amount="50 person", speaker="KR")

    assert [] == list(found(people, claim("b/1", "loss", actor="SD", amount="50 tonne", speaker="KR")))
    assert 1 == len(found(people, claim("b/1", "loss", actor="SD", amount="60 person", speaker="KR")))


def test_a_figure_and_an_account_are_not_held_against_each_other() -> None:
    assert [] == list(
        found(claim("a/1", **OIL, amount="43 voyage", speaker="KR"), claim("b/1", **OIL, speaker="KR"))
    )


def test_all_origins_that_agree_are_named_with_their_first_claims() -> None:
    one = only(
        claim("a/1", **DRONES, amount="120 drone", speaker="KR"),
        claim("b/1", **DRONES, amount="120 drone", speaker="US"),
        claim("c/1", **DRONES, amount="120 drone", speaker="JP"),
        claim("d/1", **DRONES, amount="120 drone", speaker="KR"),
    )

    assert ("a/1", "b/1", "c/1") == one.claims
    assert one.message.startswith("3 independent origins, JP, KR and US, give ")


def test_who_publishes_a_figure_and_who_quotes_it_are_one_origin() -> None:
    dead: dict[str, Any] = {"kind": "loss", "actor": "AZ", "by": "AM", "amount": "2783 person"}
    made = claim("site/1", **dead)
    quoted = claim("daily/1", **dead, speaker="az-ministry-of-defence")

    one = only(made, quoted, site={"publisher": "az-ministry-of-defence"})
    other = only(made, quoted, site={"publisher": "The Yerevan Line"})

    assert (Verdict.SAME_ORIGIN, True) == (one.verdict, "all go back to AZ" in one.message)
    assert Verdict.AGREEMENT == other.verdict


def test_what_a_source_says_by_name_and_again_in_its_own_voice_is_no_second_origin() -> None:
    named = claim("a/1", **DRONES, amount="98 drone", speaker="un")

    assert [] == list(found(named, claim("a/2", **DRONES, amount="98 drone")))
    assert [] == list(found(named, claim("a/2", **DRONES, amount="~98 drone")))
    assert [("a/1", "b/2")] == [
        each.claims for each in found(named, claim("b/2", **DRONES, amount="98 drone"))
    ]
    assert [("a/1", "a/2")] == [
        each.claims for each in found(named, claim("a/2", **DRONES, amount=">90 drone"))
    ]


def test_origins_that_agree_can_all_hold_together() -> None:
    experts = claim("a/1", **DRONES, amount="3000..4000 drone", speaker="un", when="2024")
    floor = claim("b/1", **DRONES, amount=">=3000 drone", speaker="US", when="2024")
    most = claim("c/1", **DRONES, amount="12000 drone", speaker="KR", when="2024")

    assert "2 independent origins, US and un, give " in only(experts, floor, most).message
    assert (
        "3 independent origins, KR, US and un, give "
        in only(
            experts, floor, claim("c/1", **DRONES, amount="3500 drone", speaker="KR", when="2024")
        ).message
    )


def test_outlets_that_have_a_thing_from_each_other_are_no_origins_that_agree() -> None:
    first = claim("one/1", **DRONES, amount="300 drone", speaker="radio-norte")
    names = {"one": {"publisher": "Semana Bogota"}, "two": {"publisher": "Radio Norte"}}

    assert [] == list(
        found(first, claim("two/1", **DRONES, amount="300 drone", speaker="semana-bogota"), **names)
    )
    assert (
        Verdict.AGREEMENT
        is only(first, claim("two/1", **DRONES, amount="300 drone", speaker="US"), **names).verdict
    )


def test_other_things_that_one_origin_says_in_two_sources_are_told_for_information() -> None:
    given: dict[str, Any] = {**DRONES, "when": "2023", "speaker": "US"}
    pledged = claim("a/1", **given, amount="31 drone", modality="pledged")

    def severity(**fields: Any) -> Severity:
        return only(pledged, claim("b/1", **{**given, "amount": "31 drone", **fields})).severity

    assert Severity.WARNING is severity(modality="pledged")
    assert Severity.WARNING is severity(modality="authorised")
    assert Severity.INFO is severity()
    assert Severity.WARNING is severity(modality="pledged", amount="90 drone")
    assert Severity.WARNING is severity(modality="pledged", amount="31 container")
    assert Severity.INFO is severity(amount="31 container")
    assert Severity.INFO is severity(modality="pledged", when="2021")


def asked_of_every_two(group: Group) -> list[str]:
    """Return the claims of several origins that agree, every two of which are asked everything again and again."""
    known = [(each, group.origin(each)) for each in group.claims if group.origin(each).known]
    read = {each.id: facets(each) for each, _ in known}
    agree: dict[str, Traced] = {}
    for (one, mine), (other, theirs) in near(
        (each, origin) for each, origin in known if each.modality in REAL
    ):
        new = [(each, origin) for each, origin in ((one, mine), (other, theirs)) if origin.id not in agree]
        fits = mine.id != theirs.id and check._hold(read[one.id], read[other.id])
        if fits and all(
            check._hold(read[each.id], read[told.id]) for each, _ in new for told, _ in agree.values()
        ):
            agree |= {origin.id: (each, origin) for each, origin in new}
    agreed = [read[each.id] for each, _ in agree.values()]
    assert all(check._hold(one, other) for one, other in combinations(agreed, 2))
    return sorted(each.id for each in agreed)


def test_origins_that_agree_are_those_of_asking_every_two() -> None:
    several = 0
    for seed in range(400):
        chance = random.Random(seed)
        made = [
            claim(
                f"s{number}/c", "loss", actor="AM", item="vehicles/tank", speaker=chance.choice(["AM", "AZ", "RU", "FR", "un"]),
                amount=f"{chance.choice(['10', '11', '~10', '~12', '>9', '9..14', '13', '<=9', '>11'])} tank",
                when=chance.choice(["2020", "2020-10", "2020-10/2020-11", "2020-11", None]),
                measure=chance.choice(["cumulative", "stock", None]),
            )
            for number in range(chance.randint(2, 10))
        ]  # fmt: skip
        whole = corpus(*made)
        for group in check.GROUPS(whole.claims, shipped()):
            told = [each for each in check.find(group) if each.verdict is Verdict.AGREEMENT]
            several += len(told)
            if told:
                assert [asked_of_every_two(group)] == [sorted(each.claims) for each in told], seed
    assert several > 200


@pytest.mark.parametrize(
    ("last", "agree"),
    [(">=10 tonne", ["a/1", "b/1"]), (">=9 tonne", ["a/1", "b/1", "c/1"]), (">=10000 kilogram", ["a/1", "b/1"])],
)  # fmt: skip
def test_who_says_less_does_not_hold_together_with_who_says_as_much_or_more(
    last: str, agree: list[str]
) -> None:
    maize: dict[str, Any] = {"sender": "KE", "recipient": "SS", "item": "food/grain/maize", "when": "2019"}
    one = only(
        claim("a/1", **maize, amount="5..12 tonne", speaker="un"),
        claim("b/1", **maize, amount="<10 tonne", speaker="KE"),
        claim("c/1", **maize, amount=last, speaker="SS"),
    )

    assert Verdict.AGREEMENT is one.verdict
    assert agree == list(one.claims)


MAIZE: dict[str, Any] = {"sender": "KE", "recipient": "SS", "item": "food/grain/maize", "when": "2019"}
SPEAKERS = ("KE", "SS", "UG", "un")


def maize(*amounts: str) -> list[Any]:
    """Return claims of as many origins, a to d."""
    rows = zip("abcd", SPEAKERS, amounts, strict=False)
    return [claim(f"{source}/1", **MAIZE, speaker=speaker, amount=amount) for source, speaker, amount in rows]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (">10 tonne", "<=10 tonne", False),
        (">10 tonne", "<10 tonne", False),
        (">10 tonne", "10..10 tonne", False),
        (">0.3263 tonne", "<=326.3 kilogram", False),
        (">=10 tonne", "<=10 tonne", True),
        (">=0.3263 tonne", "<=326.3 kilogram", True),
        (">10 tonne", "10..11 tonne", True),
    ],
)
def test_two_origins_of_which_one_leaves_out_what_the_other_says_do_not_agree(
    one: str, other: str, agree: bool
) -> None:
    assert agree is bool(found(*maize(one, other))) is bool(found(*maize(other, one)))


@pytest.mark.parametrize(
    "amounts",
    [
        ("<=10 tonne", ">10 tonne", ">10 tonne", ">11 tonne"),
        ("<=0.3263 tonne", ">326.3 kilogram", ">326.3 kilogram", "400 kilogram"),
    ],
)
def test_two_who_cannot_agree_bar_no_others(amounts: tuple[str, ...]) -> None:
    assert ("b/1", "c/1", "d/1") == only(*maize(*amounts)).claims


def test_figures_of_one_unit_agree_to_the_last_of_their_digits() -> None:
    exact, more = "1234567890125..1234567890126 gram", ">1234567890124 gram"

    assert ("a/1", "b/1", "c/1") == only(*maize(exact, exact, more)).claims
    assert () == tuple(found(*maize(exact, ">1234567890126 gram")))
