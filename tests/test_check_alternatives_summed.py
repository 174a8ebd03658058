"""Figures that exclude each other, and totals that count them together."""

from __future__ import annotations

import random
import time
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

FOOD: dict[str, Any] = {"sender": "DJ", "recipient": "ET", "when": "2022"}
ALTERNATIVE = {"alternative_to": "wire/grain"}


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="alternatives-summed")


def only(*claims: Any, **sources: Any) -> Finding:
    (finding,) = found(*claims, **sources)
    return finding


def grain(amount: str | None = "40000 tonne", **fields: Any) -> Any:
    return claim("wire/grain", **{**FOOD, "item": "food/grain", "amount": amount, **fields})


def flour(amount: str | None = "25000 tonne", **fields: Any) -> Any:
    shared = {**FOOD, "item": "food/flour", "amount": amount, "links": ALTERNATIVE}
    return claim("wire/flour", **{**shared, **fields})


def total(amount: str | None = "65000 tonne", name: str = "wire/food", **fields: Any) -> Any:
    return claim(name, **{**FOOD, "item": "food", "amount": amount, **fields})


def severity(*claims: Any, **sources: Any) -> str:
    return str(only(*claims, **sources).severity)


def test_alternatives_side_by_side_are_told_once_with_the_sum_that_they_do_not_have() -> None:
    finding = only(grain(), flour("~25000 tonne"))

    assert (Severity.INFO, Verdict.DIFFERENT_ITEM, "QTY103") == (
        finding.severity,
        finding.verdict,
        finding.code,
    )
    assert ("wire/flour", "wire/grain") == finding.claims
    assert (
        "wire/flour (about 25,000 tonne) and wire/grain (40,000 tonne) are alternatives: only one of them can hold; "
        "added up they would wrongly be 65,000 tonne"
    ) == finding.message
    assert ("25,000 + 40,000 = 65,000 tonne",) == finding.working
    assert finding.assumptions[0].startswith("figures linked as alternatives exclude each other")


def test_a_link_from_both_sides_is_one_pair() -> None:
    assert 1 == len(found(grain(links={"alternative_to": "wire/flour"}), flour()))


def test_alternatives_of_one_kind_of_goods_are_left_open() -> None:
    assert Verdict.UNDECIDED is only(grain(), flour(item="food/grain")).verdict
    assert Verdict.UNDECIDED is only(grain(), flour(item=None)).verdict


def test_what_one_load_of_carriers_could_hold_may_be_mixed() -> None:
    ships = claim("wire/ships", amount="9 ship", **FOOD)
    could: dict[str, Any] = {"modality": "capacity"}
    carried = {"contained_in": "wire/ships"}

    finding = only(ships, grain(links=carried, **could), flour(links={**ALTERNATIVE, **carried}, **could))

    assert finding.message.endswith(
        "added up they would wrongly be 65,000 tonne, while a mix of them comes to something between 25,000 tonne and 40,000 tonne"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"modality": "stated"}, {}),
        ({"links": {}}, {}),
        ({"amount": "30000..40000 tonne"}, {}),
        ({"amount": "25000 tonne"}, {}),
        ({}, {"links": {**ALTERNATIVE, "contained_in": "wire/trucks"}}),
    ],
)
def test_other_alternatives_have_no_mix(first: dict[str, Any], second: dict[str, Any]) -> None:
    could: dict[str, Any] = {"modality": "capacity"}
    carried = {"contained_in": "wire/ships"}
    one = grain(**{"links": carried, **could, **first})
    other = flour(**{"links": {**ALTERNATIVE, **carried}, **could, **second})

    assert "mix" not in only(one, other).message


def test_alternatives_in_two_dimensions_have_no_sum_at_all() -> None:
    finding = only(grain(), flour("900 truck"))

    assert finding.message.endswith(
        "only one of them can hold, and they have no sum, being in truck and tonne"
    )
    assert () == finding.working


def test_ranges_and_bounds_are_added_as_such() -> None:
    assert only(grain("30000..40000 tonne"), flour("5000..6000 tonne")).message.endswith(
        "wrongly be 35,000 to 46,000 tonne"
    )
    assert only(grain("~2000.. tonne"), flour()).message.endswith("wrongly be 26,500 tonne or more")
    assert only(grain(">=30000 tonne"), flour()).message.endswith("wrongly be 55,000 tonne")


def test_pieces_of_two_names_are_added_as_pieces_and_weights_in_the_first_unit() -> None:
    tanks = claim("a/tanks", "loss", actor="AM", item="vehicles/tank", amount="40 tank")
    guns = claim(
        "a/guns",
        "loss",
        actor="AM",
        item="weapons/artillery/howitzer",
        amount="60 howitzer",
        links={"alternative_to": "a/tanks"},
    )

    assert only(tanks, guns).message.endswith("wrongly be 100 piece")
    assert only(grain("40 tonne"), flour("9000 kilogram")).message.endswith("wrongly be 49,000 kilogram")


def test_a_calibre_is_named() -> None:
    shells: dict[str, Any] = {"sender": "IR", "recipient": "SD", "amount": "900 round"}
    one = claim("a/1", item="munitions/artillery/shell", calibre="130 mm", **shells)
    other = claim("a/2", item="munitions/mortar", calibre="82 mm", links={"alternative_to": "a/1"}, **shells)

    assert (
        "a/1 (900 round of 130 millimetre) and a/2 (900 round of 82 millimetre)" in only(one, other).message
    )


def test_a_total_of_one_source_that_is_the_sum_is_an_error() -> None:
    finding = only(grain(), flour(), total())

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert ("wire/food", "wire/flour", "wire/grain") == finding.claims
    assert (
        "wire/food gives 65,000 tonne, what wire/flour (25,000 tonne) and wire/grain (40,000 tonne) come to together, "
        "but they are alternatives: only one of them can hold"
    ) == finding.message
    assert (
        "25,000 + 40,000 = 65,000 tonne",
        "wire/food: 65,000 tonne stands for 64,500 to 65,500 tonne",
        "without adding alternatives: 40,000 tonne at most",
    ) == finding.working
    assert 2 == len(finding.assumptions)


def test_a_sum_is_found_in_another_unit() -> None:
    finding = only(grain(), flour(), total("65000000 kilogram"))

    assert Severity.ERROR is finding.severity
    assert "25,000,000 + 40,000,000 = 65,000,000 kilogram" in finding.working


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("65000 tonne", "error"),
        (">65000 tonne", "error"),
        ("~65000 tonne", "error"),
        ("<=65000 tonne", "warning"),
        ("66000 tonne", "info"),
        ("60000 tonne", "info"),
        ("40000 tonne", "info"),
        ("60000..70000 tonne", "info"),
        ("~2000.. tonne", "info"),
        ("65000 truck", "info"),
        (None, "info"),
    ],
)
def test_only_the_printed_sum_itself_counts(amount: str | None, expected: str) -> None:
    assert expected == severity(grain(), flour(), total(amount))


def test_a_sum_that_was_rounded_is_no_certainty() -> None:
    finding = only(grain("41300 tonne"), flour("25200 tonne"), total("67000 tonne"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "only one of them can hold; a conflict if wire/food adds them up, none if it counts something else"
    )
    assert "info" == severity(grain("41300 tonne"), flour("25200 tonne"), total("68000 tonne"))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "warning"),
        ({"speaker": "unknown"}, "warning"),
        ({"speaker": "DJ"}, "info"),
        ({"when": None}, "warning"),
        ({"when": "2022-03/2023-05"}, "info"),
    ],
)
def test_elsewhere_it_depends_on_who_speaks_and_of_when(fields: dict[str, Any], expected: str) -> None:
    assert expected == severity(grain(), flour(), total(name="daily/food", **fields))


def test_one_origin_in_another_source_is_a_warning() -> None:
    claims = grain(speaker="wfp"), flour(speaker="wfp"), total(name="daily/food", speaker="wfp")

    assert "warning" == severity(*claims)


def test_another_origin_that_happens_to_have_the_sum_is_only_told() -> None:
    finding = only(grain(speaker="wfp"), flour(speaker="wfp"), total(name="daily/food", speaker="DJ"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert "none if it counts something else" in finding.message


def test_a_rounded_sum_elsewhere_is_taken_for_chance() -> None:
    pair = grain("41300 tonne"), flour("25200 tonne")

    assert ("wire/flour", "wire/grain") == only(*pair, total("67000 tonne", "daily/food")).claims
    assert 3 == len(only(*pair, total("66500 tonne", "daily/food")).claims)


def test_alternatives_of_one_kind_of_goods_are_surely_added_nowhere() -> None:
    other = flour(item="food/grain")

    assert "warning" == severity(grain(), other, total())
    assert ("wire/flour", "wire/grain") == only(grain(), other, total(name="daily/food")).claims
    calibres = grain(calibre="82 mm"), flour(item="food/grain", calibre="120 mm")
    assert "error" == severity(*calibres, total())


def test_among_very_many_numbers_a_sum_elsewhere_is_chance() -> None:
    many = [claim(f"s{number}/1", **FOOD, item="fuel", amount=f"{number} tonne") for number in range(1, 59)]
    claims = grain(), flour(), total(name="daily/food")

    assert 2 == len(only(*claims, *many).claims)
    assert 3 == len(only(*claims, *many[1:]).claims)
    assert 3 == len(only(*claims, *many[1:], claim("x/1", **FOOD, item="fuel", amount="2 tonne")).claims)


def test_what_was_told_before_the_alternatives_cannot_be_their_sum() -> None:
    late = {"wire": {"published": When.parse("2023-03-01")}}
    early = {"daily": {"published": When.parse("2023-02-01")}}
    claims = grain(), flour(), total(name="daily/food")

    assert "are alternatives" in only(*claims, **late, **early).message
    assert "adds them up" not in only(*claims, **late, **early).message
    assert "adds them up" in only(*claims, **late).message
    assert "adds them up" in only(*claims, **early).message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("item", "fuel"),
        ("item", "food/grain"),
        ("sender", "SO"),
        ("recipient", "SS"),
        ("when", "2019"),
        ("measure", "stock"),
        ("modality", "pledged"),
        ("modality", "capacity"),
        ("stance", "denies"),
        ("destination", "Mekelle"),
        ("calibre", "82 mm"),
    ],
)
def test_a_figure_that_cannot_hold_both_is_not_their_sum(field: str, value: str) -> None:
    finding = only(grain(), flour(), total(**{field: value}))

    assert Severity.INFO is finding.severity
    assert "side" not in finding.message
    assert ("wire/flour", "wire/grain") == finding.claims


@pytest.mark.parametrize(
    ("field", "value"),
    [("item", None), ("modality", "alleged"), ("measure", None), ("measure", "cumulative")],
)
def test_a_broader_figure_can_hold_both(field: str, value: Any) -> None:
    assert "error" == severity(grain(measure="flow"), flour(measure="flow"), total(**{field: value}))


def test_a_stated_total_may_be_of_capacities_but_of_no_pledges() -> None:
    could, may = {"modality": "capacity"}, {"modality": "pledged"}

    assert "error" == severity(grain(**could), flour(**could), total())
    assert "info" == severity(grain(**may), flour(**may), total())
    assert "error" == severity(grain(**may), flour(**may), total(**may))


def test_a_total_of_the_country_holds_what_went_to_its_towns() -> None:
    one, other = grain(destination="Mekelle"), flour(destination="mekelle")

    assert "error" == severity(one, other, total(destination="Mekelle"))
    assert "error" == severity(one, other, total(destination="Ethiopia"))
    assert "info" == severity(one, other, total(destination="Khartoum"))
    assert "info" == severity(one, other, total(destination="Nowhere at all"))


def test_unnamed_goods_are_told_apart_by_their_unit() -> None:
    loss: dict[str, Any] = {"kind": "loss", "actor": "AM"}
    pair = (
        claim("a/1", amount="40 tank", **loss),
        claim("a/2", amount="60 gun", links={"alternative_to": "a/1"}, **loss),
    )

    assert "error" == severity(*pair, claim("a/3", amount="100 piece", **loss))
    assert "info" == severity(*pair, claim("a/3", amount="100 tank", **loss))


def test_a_total_that_is_one_of_the_alternatives_adds_nothing() -> None:
    assert "info" == severity(grain("40000 tonne"), flour("300 tonne"), total("40000 tonne"))
    assert "info" == severity(grain(), flour(), total(links={"alternative_to": "wire/flour"}))


def test_a_revision_that_happens_to_be_the_sum_adds_nothing() -> None:
    assert "info" == severity(grain(), flour(), total(item=None, links={"revises": "wire/grain"}))
    assert "error" == severity(grain(), flour(), total(item=None, links={"supports": "wire/grain"}))


def test_a_total_that_its_source_explains_by_other_figures_is_none_of_alternatives() -> None:
    rice = claim("wire/rice", **FOOD, item="food", amount="50000 tonne")
    oil = claim("wire/oil", **FOOD, item="food", amount="15000 tonne")
    milk = claim("wire/milk", **FOOD, item="food", amount="14000 tonne")

    assert "info" == severity(grain(), flour(), total(), rice, oil)
    assert "error" == severity(grain(), flour(), total(), rice, milk)


def test_what_else_is_linked_as_its_parts_explains_a_total() -> None:
    part = {"part_of": "wire/food"}
    parts = [
        claim(f"daily/{number}", **FOOD, item="food", amount=f"{amount} tonne", links=part)
        for number, amount in enumerate((30000, 20000, 15000))
    ]

    assert "info" == severity(grain(), flour(), total(), *parts)
    assert "error" == severity(grain(), flour(), total(), *parts[:2])


def test_the_same_figures_said_with_and_elsewhere_do_not_explain_their_sum() -> None:
    also = (
        claim("daily/grain", **FOOD, item="food/grain", amount="40000 tonne"),
        claim("daily/flour", **FOOD, item="food/flour", amount="25000 tonne"),
    )

    assert "warning" == severity(grain(), flour(), total(name="daily/food"), *also)


def test_in_a_source_of_very_many_figures_a_sum_means_nothing() -> None:
    many = [claim(f"wire/{number}", **FOOD, item="fuel", amount=f"{number} tonne") for number in range(1, 59)]

    assert "info" == severity(grain(), flour(), total(), *many)
    assert "error" == severity(grain(), flour(), total(), *many[1:])


def test_a_whole_that_needs_both_of_its_alternative_parts_is_an_error() -> None:
    part = {"part_of": "daily/food"}
    whole = total(name="daily/food", sender=None, recipient="ET", when="2019")

    finding = only(grain(links=part), flour(links={**ALTERNATIVE, **part}), whole)

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert ("daily/food", "wire/flour", "wire/grain") == finding.claims


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("65000 tonne", "error"),
        ("65400 tonne", "info"),
        ("70000 tonne", "info"),
        ("<65000 tonne", "warning"),
        ("40000 tonne", "info"),
        ("65000 truck", "info"),
        (None, "info"),
    ],
)
def test_a_whole_that_leaves_room_for_either_is_none(amount: str | None, expected: str) -> None:
    part = {"part_of": "daily/food"}

    assert expected == severity(
        grain(links=part), flour(links={**ALTERNATIVE, **part}), total(amount, "daily/food", sender="SO")
    )


def test_a_whole_of_alternatives_whose_sum_was_rounded_is_a_warning() -> None:
    part = {"part_of": "daily/food"}
    pair = grain("41300 tonne", links=part), flour("25200 tonne", links={**ALTERNATIVE, **part})

    assert "warning" == severity(*pair, total("67000 tonne", "daily/food", sender="SO"))


def test_other_parts_of_the_whole_are_counted_in() -> None:
    part = {"part_of": "wire/food"}
    rest = claim("wire/oil", **FOOD, item="food/oil", amount="10000 tonne", links=part)
    pair = grain(links=part), flour(links={**ALTERNATIVE, **part})

    finding = only(*pair, rest, total("75000 tonne"))

    assert Severity.ERROR is finding.severity
    assert "(40,000 tonne), with wire/oil (10,000 tonne), come to together" in finding.message
    assert (
        "25,000 + 40,000 + 10,000 = 75,000 tonne",
        "wire/food: 75,000 tonne stands for 74,500 to 75,500 tonne",
        "without adding alternatives: 50,000 tonne at most",
    ) == finding.working
    assert "info" == severity(*pair, rest, total("50000 tonne"))


def test_ranges_make_no_whole() -> None:
    part = {"part_of": "daily/food"}
    pair = grain("30000..50000 tonne", links=part), flour(links={**ALTERNATIVE, **part})

    assert "info" == severity(*pair, total(name="daily/food"))


def test_an_alternative_that_is_not_at_hand_takes_nothing_away() -> None:
    links = (
        osintkp.ClaimLink(kind=LinkKind.ALTERNATIVE_TO, claim="wire/missing"),
        osintkp.ClaimLink(kind=LinkKind.ALTERNATIVE_TO, claim="wire/grain"),
    )

    assert ("wire/flour", "wire/grain") == only(grain(), attrs.evolve(flour(), links=links)).claims


def test_a_denied_or_missing_whole_is_none() -> None:
    part = {"part_of": "daily/food"}
    pair = grain(links=part), flour(links={**ALTERNATIVE, **part})

    assert "info" == severity(*pair)
    assert "info" == severity(*pair, total(name="daily/food", stance="denies"))


def test_parts_that_do_not_exclude_each_other_may_make_their_whole() -> None:
    part = {"part_of": "wire/food"}
    oil = claim("wire/oil", **FOOD, item="food/oil", amount="10000 tonne", links={**ALTERNATIVE, **part})

    assert "info" == severity(grain(), flour(links={**ALTERNATIVE, **part}), oil, total("35000 tonne"))


def test_three_alternatives_are_one_list() -> None:
    oil = claim(
        "wire/oil", **FOOD, item="food/oil", amount="5000 tonne", links={"alternative_to": "wire/flour"}
    )

    finding = only(grain(), flour(), oil)

    assert ("wire/flour", "wire/grain", "wire/oil") == finding.claims
    assert finding.message.endswith("wrongly be 70,000 tonne")
    assert "error" == severity(grain(), flour(), oil, total("70000 tonne"))
    assert "error" == severity(grain(), flour(), oil, total("30000 tonne"))
    assert "info" == severity(grain(), flour(), oil, total("45000 tonne"))


def test_of_a_long_list_all_and_every_two_are_added() -> None:
    ways = [
        claim(
            f"wire/{number}",
            **FOOD,
            item="food/grain",
            amount=f"{100 * 3**number} tonne",
            links={"alternative_to": "wire/0"} if number else {},
        )
        for number in range(8)
    ]

    assert "warning" == severity(*ways, total(f"{100 * (3**8 - 1) // 2} tonne"))
    assert "warning" == severity(*ways, total("2800 tonne"))
    assert "info" == severity(*ways, total("1200 tonne"))
    assert "info" == severity(*ways, total("1300 tonne"))


def test_two_lists_are_told_apart() -> None:
    diesel: dict[str, Any] = {**FOOD, "item": "fuel/refined/diesel"}
    more = (
        claim("wire/x", amount="700 tonne", **diesel),
        claim("wire/y", amount="80 tonne", **diesel, links={"alternative_to": "wire/x"}),
    )

    assert [("wire/flour", "wire/grain"), ("wire/x", "wire/y")] == [
        each.claims for each in found(grain(), flour(), *more)
    ]


def test_many_that_repeat_the_sum_are_told_as_one() -> None:
    papers = [total(name=f"p{number}/food") for number in range(1, 9)]

    finding = only(grain(), flour(), *papers)

    assert (
        "p1/food gives 65,000 tonne (and so do p2/food, p3/food, p4/food, p5/food, p6/food and 2 more),"
        in (finding.message)
    )
    assert 10 == len(finding.claims)
    assert "(and so does p2/food)," in only(grain(), flour(), *papers[:2]).message


def test_totals_of_two_severities_are_told_apart() -> None:
    assert ["error", "warning"] == [
        str(each.severity) for each in found(grain(), flour(), total(), total(name="daily/food"))
    ]


def test_alternatives_of_two_recipients_are_one_list() -> None:
    other = flour(recipient="SS")

    assert ("wire/flour", "wire/grain") == only(grain(), other).claims
    assert "info" == severity(grain(), other, total())


@pytest.mark.parametrize(
    "other",
    [
        {"amount": None},
        {"stance": "denies"},
        {"sender": None, "recipient": None},
        {"links": {"alternative_to": "wire/flour"}},
        {"links": {"alternative_to": "wire/missing"}},
        {"links": {"supports": "wire/grain"}},
    ],
)
def test_without_two_asserted_figures_there_are_no_alternatives(other: dict[str, Any]) -> None:
    assert 0 == len(found(grain(), flour(**other), total()))


@pytest.mark.parametrize("amount", ["0 tonne", ">0 tonne", "..5 tonne", "999999999999999999999 tonne"])
def test_odd_amounts_are_no_trouble(amount: str) -> None:
    shown = amount if not amount.startswith("..") else "<=5 tonne"

    assert 1 == len(found(grain(shown), flour(shown), total(shown)))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        grain(),
        flour(),
        total(),
        total(name="daily/food"),
        total(name="post/food", speaker="DJ"),
        claim(
            "wire/oil", **FOOD, item="food/oil", amount="5000 tonne", links={"alternative_to": "wire/flour"}
        ),
    ]
    expected = found(*claims)

    assert 3 == len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_thousands_of_figures_in_one_topic_are_read_in_no_time() -> None:
    chance = random.Random(7)
    claims = []
    for number in range(1200):
        links = {"alternative_to": f"s{number % 30}/{number - 30}"} if number % 60 >= 30 else {}
        amount = f"{chance.randint(10, 99) * 10 ** chance.randint(0, 4)} tonne"
        claims.append(claim(f"s{number % 30}/{number}", **FOOD, item="food", amount=amount, links=links))
    every = corpus(*claims)
    started = time.process_time()

    assert 0 < len(every.check(select="alternatives-summed"))
    assert time.process_time() - started < 6


def test_on_the_seeds_shells_or_rockets_is_told_once() -> None:
    (finding,) = osintkp.load_seeds().check(select="alternatives-summed")

    assert (Severity.INFO, Verdict.DIFFERENT_ITEM) == (finding.severity, finding.verdict)
    assert ("s1/rockets-122", "s1/shells-152") == finding.claims
    assert "only one of them can hold; added up they would wrongly be 3,500,000 round" in finding.message
    assert ("500,000 + 3,000,000 = 3,500,000 round",) == finding.working


def test_weapons_may_count_missiles_and_drones_together() -> None:
    given: dict[str, Any] = {"sender": "IR", "recipient": "RU", "when": "2023-10"}
    drones = claim("a/drones", **given, item="aircraft/uncrewed/one-way-attack", amount="1000 drone")
    missiles = claim(
        "a/missiles",
        **given,
        item="missiles/ballistic",
        amount="200 missile",
        links={"alternative_to": "a/drones"},
    )

    def told(item: str) -> Severity:
        return only(drones, missiles, claim("a/sum", **given, item=item, amount="1200 weapon")).severity

    assert Severity.ERROR == told("weapons")
    assert Severity.INFO == told("fuel")
    assert Severity.INFO == told("missiles/ballistic/short-range")
