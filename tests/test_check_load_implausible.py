"""Loads that are possible but far from what carriers usually hold, and the ships that loads per voyage mean."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.claims import Claims
from osintkp.facts import Facts, shipped
from osintkp.findings import Finding, Findings
from osintkp.units import Assumption, assumptions
from osintkp.vocabulary.scales import LinkKind, Modality, Severity, Stance, Verdict

ROUTE: dict[str, Any] = {"sender": "TR", "recipient": "LY"}
DIESEL: dict[str, Any] = {**ROUTE, "item": "fuel/refined/diesel"}
WHEAT: dict[str, Any] = {**ROUTE, "item": "food/grain/wheat"}
SHELLS: dict[str, Any] = {**ROUTE, "item": "munitions/artillery/shell", "calibre": "155 mm"}


def judged(
    load: dict[str, Any], carriers: str, *, quote: str = "words", facts: Facts | None = None
) -> Findings:
    box = claim("a/box", **ROUTE, amount=carriers, quote=quote)
    return corpus(box, claim("a/load", **load, links={"contained_in": "a/box"})).check(
        select="load-implausible", using=facts
    )


def only(load: dict[str, Any], carriers: str, *, quote: str = "words", facts: Facts | None = None) -> Finding:
    (found,) = judged(load, carriers, quote=quote, facts=facts)
    return found


def rounds(
    name: str, amount: str, item: str, calibre: str, *, instead: str | None = None, modality: str = "capacity"
) -> osintkp.Claim:
    links = {"contained_in": "a/box"} | ({} if instead is None else {"alternative_to": instead})
    return claim(name, **ROUTE, item=item, calibre=calibre, amount=amount, modality=modality, links=links)


def beside(*loads: osintkp.Claim, carriers: str = "100 container") -> Findings:
    box = claim("a/box", **ROUTE, item="munitions", amount=carriers)
    found = corpus(box, *loads).check(select="load-implausible")
    return found.where(lambda each: "smaller calibre" in each.message)


def test_the_barrels_of_the_seeds_mean_one_small_tanker_a_voyage() -> None:
    (found,) = osintkp.load_seeds().check(select="load-implausible").about("s3/oil")

    assert ("PHY102", Severity.INFO, Verdict.AGREEMENT) == (found.code, found.severity, found.verdict)
    assert (
        "s3/oil in s2/tanker-trips: 23,256 barrel/voyage is 2,785 to 3,117 tonne, one full tanker of 3,095 to 3,464 tonne"
        " deadweight (5,570 to 6,235 tonne half laden, 8,355 to 9,352 tonne a third laden): coastal (1,000 to 10,000"
        " tonne deadweight); that is plausible"
    ) == found.message
    assert (
        "1,000,000 barrel / 43 voyage = 23,256 barrel/voyage",
        "23,256 barrel / 7.46..8.35 barrel/tonne = 2,785 to 3,117 tonne in each voyage",
        "2,785 to 3,117 tonne / 0.9 = 3,095 to 3,464 tonne deadweight",
        "2,785 to 3,117 tonne / 0.5 = 5,570 to 6,235 tonne deadweight",
        "2,785 to 3,117 tonne / 0.3333 = 8,355 to 9,352 tonne deadweight",
    ) == found.working
    assert any(line.startswith("laden.third: ") for line in found.assumptions)
    assert any(line.startswith("deadweight.tanker.coastal: ") for line in found.assumptions)
    assert "every voyage carries as much as the others, and no other cargo" == found.assumptions[-1]


def test_the_smaller_calibre_of_the_seeds_holds_as_rockets() -> None:
    (found,) = osintkp.load_seeds().check(select="load-implausible").about("s1/rockets-122")

    assert (Severity.INFO, Verdict.DIFFERENT_ITEM) == (found.severity, found.verdict)
    assert ("s1/rockets-122", "s1/shells-152", "s1/containers") == found.claims
    assert (
        "s1/rockets-122 gives 74.63 round/container of 122 millimetre, s1/shells-152 447.8 of 152 millimetre in the same"
        " s1/containers: 6.0 times fewer of the smaller calibre; it holds as rocket (65..71 kilogram/round, 2.8..3 metre"
        " long) 4.851 to 5.299 tonne a container (85 fit with the most packing), plausible; as artillery shell"
        " (21.76 kilogram/round, 0.46..0.58 metre long) 1.624 tonne a container (524 fit with the most packing),"
        " implausible"
    ) == found.message
    assert "447.8 / 74.63 = 6.0" in found.working
    assert "447.8 round x 43.5..44 kilogram/round = 19.48 to 19.7 tonne in each container" in found.working
    assert any("from memory" in line for line in found.assumptions)


def test_five_barrels_a_voyage_are_less_than_any_ship_carries() -> None:
    found = only({**DIESEL, "amount": "200 barrel"}, "40 voyage")

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/load in a/box: 5 barrel/voyage is 0.6702 to 0.6916 tonne, less than the 16.67 tonne that any seagoing ship"
        " carries a third laden: either these are no ships, or the load, its unit or the number of voyages is off"
    ) == found.message
    assert "0.3333 x 50 tonne = 16.67 tonne" == found.working[-1]


@pytest.mark.parametrize(
    ("amount", "severity"),
    [
        ("4400 barrel", Severity.WARNING),
        ("5100 barrel", Severity.INFO),
        ("~4400 barrel", Severity.INFO),
        (">=200 barrel", Severity.INFO),
        ("<=200 barrel", Severity.WARNING),
        ("100..300 barrel", Severity.WARNING),
        ("200000 barrel", Severity.INFO),
        ("32000 litre", Severity.WARNING),
        ("600 tonne", Severity.WARNING),
        ("700 tonne", Severity.INFO),
    ],
)
def test_hedges_and_units_are_allowed_for_in_a_load_too_small(amount: str, severity: Severity) -> None:
    assert severity is only({**DIESEL, "amount": amount}, "40 voyage").severity


def test_a_broad_class_of_goods_is_judged_at_its_lightest_and_heaviest() -> None:
    usual = only({**ROUTE, "item": "fuel/refined", "amount": "4400 barrel"}, "40 voyage")
    light = only({**ROUTE, "item": "fuel/crude", "amount": "4400 barrel"}, "40 voyage")

    assert "110 barrel/voyage is 13.17 to 14.75 tonne" in usual.message
    assert Severity.INFO is usual.severity
    assert Severity.WARNING is light.severity


@pytest.mark.parametrize(
    ("barrels", "means"),
    [
        ("40000", "small craft (50 to 1,000 tonne deadweight); that"),
        (
            "1000000",
            "coastal (1,000 to 10,000 tonne deadweight) when full, coastal (1,000 to 10,000 tonne deadweight) or handy",
        ),
        ("6000", "small craft (50 to 1,000 tonne deadweight) when a third laden; that is"),
        ("4640", "no class of ship is so small"),
        ("20000000", "Panamax (60,000 to 80,000 tonne deadweight) when full, Suezmax"),
        (
            "80000000",
            "VLCC (200,000 to 320,000 tonne deadweight) when full; that",
        ),
    ],
)
def test_a_load_a_voyage_means_a_class_of_tanker(barrels: str, means: str) -> None:
    found = only({**ROUTE, "item": "fuel/crude", "amount": f"{barrels} barrel"}, "40 voyage")

    assert f": {means}" in found.message
    assert (Severity.INFO, Verdict.AGREEMENT) == (found.severity, found.verdict)


def test_dry_goods_mean_a_cargo_ship_and_gases_nothing() -> None:
    wheat = only({**WHEAT, "amount": "300000 tonne"}, "10 voyage")

    assert "30,000 tonne/voyage, one full cargo ship of 33,333 tonne deadweight" in wheat.message
    assert "): handysize (10,000 to 40,000 tonne deadweight) when full, Panamax" in wheat.message
    assert "30,000 tonne / 0.9 = 33,333 tonne deadweight" in wheat.working
    assert not judged({**ROUTE, "item": "fuel/gas/lng", "amount": "300000 tonne"}, "10 voyage")
    assert not judged({**ROUTE, "item": "fuel/refined/lpg", "amount": "300 barrel"}, "10 voyage")


def test_a_load_of_no_known_goods_means_a_cargo_ship() -> None:
    assert "one full cargo ship" in only({**ROUTE, "amount": "300000 tonne"}, "10 ship").message


def test_a_load_that_no_ship_takes_is_for_another_check() -> None:
    assert not judged({**ROUTE, "item": "fuel/crude", "amount": "80000000 barrel"}, "2 voyage")
    assert not judged({**WHEAT, "amount": "6000 tonne"}, "60 truck")
    assert not judged({**WHEAT, "amount": "6000 tonne"}, "4 truck")
    assert not judged({**SHELLS, "amount": "80000 round"}, "40 container")


def test_between_the_largest_class_and_what_any_ship_took_no_class_is_named() -> None:
    found = only({**WHEAT, "amount": "390000 tonne"}, "1 voyage")

    assert found.message.endswith("a third laden): no class of ship is so large")


@pytest.mark.parametrize(
    ("quote", "amount", "words"),
    [
        (
            "ten coasters",
            "500000 tonne",
            "a/box names a coaster (1,000 to 10,000 tonne deadweight): it cannot carry",
        ),
        (
            "ten dhows",
            "20000 tonne",
            "a/box names a small craft (50 to 1,000 tonne deadweight): it cannot carry",
        ),
        (
            "ten Capesize ships",
            "20000 tonne",
            "a/box names a capesize (100,000 to 400,000 tonne deadweight): it would",
        ),
    ],
)
def test_a_ship_that_is_named_has_to_hold_the_load(quote: str, amount: str, words: str) -> None:
    found = only({**WHEAT, "amount": amount}, "10 voyage", quote=quote)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert f", but {words}" in found.message


def test_a_ship_that_is_named_and_holds_the_load_is_told() -> None:
    found = only({**WHEAT, "amount": "50000 tonne"}, "10 voyage", quote="ten coasters")

    assert Severity.INFO is found.severity
    assert found.message.endswith(", and a/box names a coaster (1,000 to 10,000 tonne deadweight)")


def test_the_largest_and_smallest_of_several_named_ships_decide() -> None:
    quote = "coasters and capesize ships"

    assert Severity.INFO is only({**WHEAT, "amount": "500000 tonne"}, "10 voyage", quote=quote).severity
    assert Severity.INFO is only({**WHEAT, "amount": "2000 tonne"}, "10 voyage", quote=quote).severity


@pytest.mark.parametrize("kind", ["part_of", "supports", "repeats"])
def test_a_ship_may_be_named_by_a_claim_that_is_linked(kind: str) -> None:
    box = claim("a/box", **ROUTE, amount="10 voyage")
    load = claim("a/load", **WHEAT, amount="500000 tonne", links={"contained_in": "a/box"})
    ship = claim("b/ship", **ROUTE, item="ships/cargo", amount="3003 tonne", links={kind: "a/box"})
    towards = attrs.evolve(box, links=claim("a/x", **ROUTE, links={kind: "b/ship"}).links)
    bare = attrs.evolve(ship, links=())

    for claims in ((box, load, ship), (towards, load, bare)):
        (found,) = corpus(*claims).check(select="load-implausible")
        assert Severity.WARNING is found.severity
        assert "but b/ship names a ship of 3,003 tonne deadweight: it cannot carry so much" in found.message


@pytest.mark.parametrize(
    "ship", [{"amount": ">=3003 tonne"}, {"amount": "3 ship"}, {"item": "food", "amount": "3003 tonne"}, {}]
)
def test_what_names_no_size_names_no_ship(ship: dict[str, Any]) -> None:
    box = claim("a/box", **ROUTE, amount="10 voyage")
    load = claim("a/load", **WHEAT, amount="500000 tonne", links={"contained_in": "a/box"})
    near = claim("b/ship", **{**ROUTE, "item": "ships/cargo", **ship}, links={"part_of": "a/box"})

    (found,) = corpus(box, load, near).check(select="load-implausible")

    assert Severity.INFO is found.severity


def test_a_ship_of_at_most_some_deadweight_is_named() -> None:
    box = claim("a/box", **ROUTE, amount="10 voyage")
    load = claim("a/load", **WHEAT, amount="500000 tonne", links={"contained_in": "a/box"})
    ship = claim("b/ship", **ROUTE, item="ships/cargo", amount="<=9000 tonne", links={"part_of": "a/box"})

    (found,) = corpus(box, load, ship).check(select="load-implausible")

    assert "names a ship of 9,000 tonne deadweight" in found.message


@pytest.mark.parametrize(
    ("carriers", "amount", "severity"),
    [
        ("60 truck", "6 tonne", Severity.WARNING),
        ("60 truck", "27 tonne", Severity.WARNING),
        ("60 truck", "31 tonne", Severity.INFO),
        ("60 truck", "270 tonne", Severity.INFO),
        ("60 truck", "1200 tonne", None),
        ("60 wagon", "60 tonne", Severity.WARNING),
        ("60 wagon", "3600 tonne", None),
        ("60 aircraft", "6 tonne", Severity.WARNING),
        ("60 aircraft", "1200 tonne", None),
        ("60 helicopter", "1 tonne", Severity.WARNING),
        ("60 helicopter", "60 tonne", None),
        ("60 container", "6 tonne", Severity.WARNING),
        ("60 TEU", "600 tonne", None),
        ("60 pallet", "60 tonne", None),
        ("60 pallet", "0.6 tonne", Severity.WARNING),
        ("60 crate", "0.6 tonne", None),
        ("60 person", "6 tonne", None),
        ("60 truck", "6000 litre", None),
        ("60 truck", "0 tonne", None),
        ("0 truck", "6 tonne", None),
        ("60 truck", "60 tank", None),
    ],
)
def test_trucks_wagons_and_aircraft_do_not_carry_next_to_nothing(
    carriers: str, amount: str, severity: Severity | None
) -> None:
    kind = "troop_deployment" if carriers.endswith("person") else "shipment"
    box = claim("a/box", kind, **ROUTE, amount=carriers)
    load = claim("a/load", **{**ROUTE, "item": "food/flour"}, amount=amount, links={"contained_in": "a/box"})
    found = corpus(box, load).check(select="load-implausible")

    assert ([] if severity is None else [severity]) == [each.severity for each in found]


def test_a_truck_with_next_to_nothing_is_told_with_its_usual_load() -> None:
    found = only({**ROUTE, "item": "food/flour", "amount": "6 tonne"}, "60 truck")
    light = only({**ROUTE, "item": "food/flour", "amount": "60 tonne"}, "60 truck")

    assert (
        "a/load in a/box: 0.1 tonne/truck, where a truck usually carries 5 to 50 tonne: next to nothing; either it holds"
        " other goods too, or the load, its unit or the number of carriers is off"
    ) == found.message
    assert ("6 tonne / 60 truck = 0.1 tonne/truck",) == found.working
    assert "each carrier holds as much as the others" == found.assumptions[-1]
    assert light.message.endswith(
        "usually carries 5 to 50 tonne: a light load, of part loads or small carriers"
    )
    assert Verdict.AGREEMENT is light.verdict


def test_a_load_given_by_the_carrier_is_judged_as_well() -> None:
    few = corpus(claim("a/r", **DIESEL, amount="5 barrel/voyage")).check(select="load-implausible")
    many = corpus(claim("a/r", **SHELLS, amount="2000 round/container")).check(select="load-implausible")
    fine = corpus(claim("a/r", **ROUTE, item="food", amount="~20 tonne/truck")).check(
        select="load-implausible"
    )
    bound = corpus(claim("a/r", **ROUTE, item="food", amount="10..20 tonne/truck")).check(
        select="load-implausible"
    )

    assert few[0].message.startswith(
        "a/r: 5 barrel/voyage is 0.6702 to 0.6916 tonne, less than the 16.67 tonne"
    )
    assert ("a/r",) == few[0].claims
    assert "a/r: 5 barrel/voyage" == few[0].working[0]
    assert "a/r: 2,000 round/container, 85.82 to 171 tonne: more than a container can hold" == many[0].message
    assert Severity.WARNING is many[0].severity
    assert not fine
    assert not bound


def test_containers_with_a_tenth_of_the_rounds_that_fit_are_all_but_empty() -> None:
    found = only({**SHELLS, "amount": "500 round"}, "100 container")
    light = only({**SHELLS, "amount": "4000 round"}, "100 container")

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/load in a/box: 5 round/container, 0.2145 to 0.4275 tonne, where 253 fit with the most packing: each container"
        " would be all but empty; either it holds other goods too, or the load, its unit or the number of carriers is off"
    ) == found.message
    assert "5.526 round at most < 0.1 x 253 round" == found.working[-1]
    assert (Severity.INFO, Verdict.AGREEMENT) == (light.severity, light.verdict)
    assert light.message.endswith(
        "253 fit with the most packing: a light load, of part loads or much packing"
    )
    assert "44.21 round at most < 0.25 x 253 round" == light.working[-1]


@pytest.mark.parametrize(
    ("amount", "findings"),
    [("10000 round", 0), (">=500 round", 0), ("<=500 round", 1), ("~20000 round", 0), ("500 grenade", 1)],
)
def test_only_few_rounds_are_too_few(amount: str, findings: int) -> None:
    assert findings == len(judged({**SHELLS, "amount": amount}, "100 container"))


@pytest.mark.parametrize(
    "load",
    [
        {"item": "munitions", "calibre": "155 mm"},
        {"item": "munitions/artillery/shell"},
        {"item": "munitions/artillery/shell", "calibre": "171 mm"},
        {"calibre": "155 mm"},
        {"item": "weapons"},
    ],
)
def test_rounds_of_no_known_mass_are_passed_over(load: dict[str, Any]) -> None:
    assert not judged({**ROUTE, **load, "amount": "500 round"}, "100 container")


def test_rounds_in_trucks_may_be_few() -> None:
    assert not judged({**SHELLS, "amount": "100 round"}, "60 truck")


@pytest.mark.parametrize(
    ("item", "carriers"),
    [
        ("minerals/gold", "10 aircraft"),
        ("aid/medical", "10 truck"),
        ("weapons", "10 voyage"),
        ("fuel/nuclear", "10 container"),
        ("food/flour", "1 truck"),
        ("fuel/refined/diesel", "1 vessel"),
    ],
)
def test_dear_goods_and_single_carriers_may_be_light(item: str, carriers: str) -> None:
    assert not judged({**ROUTE, "item": item, "amount": "0.3 tonne"}, carriers)


def test_one_container_may_have_few_rounds() -> None:
    assert not judged({**SHELLS, "amount": "5 round"}, "1 container")


def test_what_was_seized_is_often_little_and_hidden() -> None:
    box = claim("a/box", "seizure", actor="YE", amount="10 voyage")
    load = claim(
        "a/load",
        "seizure",
        actor="YE",
        item="fuel/refined/diesel",
        amount="9 tonne",
        links={"contained_in": "a/box"},
    )

    assert not corpus(box, load).check(select="load-implausible")


@pytest.mark.parametrize("quote", ["40 truck trips", "forty flights to Nyala", "40 runs by rail."])
def test_voyages_by_land_or_air_are_not_those_of_ships(quote: str) -> None:
    assert not judged({**DIESEL, "amount": "200 barrel"}, "40 voyage", quote=quote)
    assert not judged({**DIESEL, "amount": "200000 barrel"}, "40 voyage", quote=quote)


def test_a_small_load_of_a_ship_that_is_named_is_held_against_it_alone() -> None:
    found = only({**DIESEL, "amount": "80 tonne"}, "40 voyage", quote="40 fishing boats")

    assert Severity.INFO is found.severity
    assert found.message.endswith(", and a/box names a fishing boat (1 to 1,000 tonne deadweight)")


def test_rounds_in_ships_mean_a_cargo_ship() -> None:
    assert "one full cargo ship of" in only({**SHELLS, "amount": "90000 round"}, "2 voyage").message


def test_a_load_beside_others_in_the_same_carriers_is_not_too_small() -> None:
    box = claim("a/box", **ROUTE, amount="40 voyage")
    diesel = claim("a/diesel", **DIESEL, amount="200 barrel", links={"contained_in": "a/box"})
    wheat = claim("a/wheat", **WHEAT, amount="90000 tonne", links={"contained_in": "a/box"})
    again = claim("b/diesel", **DIESEL, amount="200 barrel", links={"contained_in": "a/box"})
    instead = attrs.evolve(
        wheat, links=(*wheat.links, osintkp.ClaimLink(kind=LinkKind.ALTERNATIVE_TO, claim="a/diesel"))
    )

    assert Severity.INFO is max(each.severity for each in corpus(box, diesel, wheat).check(select="PHY102"))
    assert 1 == len(corpus(box, diesel, wheat).check(select="PHY102"))
    assert 2 == len(corpus(box, diesel, again).check(select="PHY102").at_least("warning"))
    assert 1 == len(corpus(box, diesel, instead).check(select="PHY102").at_least("warning"))


def test_a_load_beside_others_is_not_light_in_its_trucks_either() -> None:
    box = claim("a/box", **ROUTE, amount="60 truck")
    flour = claim("a/flour", **ROUTE, item="food/flour", amount="6 tonne", links={"contained_in": "a/box"})
    water = claim("a/water", **ROUTE, item="food/water", amount="900 tonne", links={"contained_in": "a/box"})

    assert not corpus(box, flour, water).check(select="load-implausible")


def test_a_named_ship_that_others_share_may_carry_little_of_each() -> None:
    box = claim("a/box", **ROUTE, amount="10 voyage", quote="ten capesize ships")
    wheat = claim("a/wheat", **WHEAT, amount="20000 tonne", links={"contained_in": "a/box"})
    flour = claim(
        "a/flour", **ROUTE, item="food/flour", amount="20000 tonne", links={"contained_in": "a/box"}
    )

    assert {Severity.INFO} == {each.severity for each in corpus(box, wheat, flour).check(select="PHY102")}


@pytest.mark.parametrize(
    ("people", "carriers", "found"),
    [
        ("20000 person", "10 aircraft", True),
        ("2000 person", "10 aircraft", False),
        ("~11500 person", "10 aircraft", False),
        ("3000 person", "10 helicopter", True),
        ("400 person", "10 truck", False),
        ("4000 person", "10 truck", True),
        ("20000 person", "1 ship", True),
        ("20000 person", "10 voyage", False),
        ("20000 person", "10 container", False),
    ],
)
def test_no_carrier_takes_more_people_than_any_has_taken(people: str, carriers: str, found: bool) -> None:
    box = claim("a/box", **ROUTE, amount=carriers)
    load = claim("a/load", "troop_deployment", **ROUTE, amount=people, links={"contained_in": "a/box"})

    told = corpus(box, load).check(select="load-implausible")

    assert found == bool(told)
    assert all(Severity.WARNING is each.severity for each in told)


def test_more_containers_than_the_largest_ship_takes_are_told() -> None:
    found = only({**ROUTE, "item": "aid", "amount": "90000 container"}, "3 voyage")

    assert (
        "a/load in a/box: 30,000 container/voyage, more than the 24,346 that any voyage is known to have taken:"
        " either the load or the number of carriers is off, or each went more than once"
    ) == found.message
    assert not judged({**ROUTE, "item": "aid", "amount": "900 container"}, "3 voyage")


def test_fewer_shells_of_the_smaller_calibre_are_implausible() -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm")
    small = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", instead="a/big")

    (found,) = beside(big, small)

    assert (Severity.WARNING, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert (
        "6.0 times fewer of the smaller calibre, of which more should fit; as artillery shell"
        in found.message
    )
    assert (
        "; as rocket (65..71 kilogram/round, 2.8..3 metre long) 4.875 to 5.325 tonne a container"
        in found.message
    )
    assert ("a/small", "a/big", "a/box") == found.claims


@pytest.mark.parametrize(
    ("amount", "item", "severity"),
    [
        ("7500 round", "munitions/rocket", Severity.INFO),
        ("90000 round", "munitions/artillery/shell", None),
        ("~40000 round", "munitions/artillery/shell", None),
        ("7500 round", "munitions", Severity.WARNING),
        ("1200 round", "munitions/rocket", Severity.WARNING),
        ("7500 round", "munitions/mine", None),
        ("7500 round", "food", None),
        (">=7500 round", "munitions/artillery/shell", None),
        ("<=7500 round", "munitions/artillery/shell", Severity.WARNING),
    ],
)
def test_the_kind_of_rounds_decides_whether_fewer_are_plausible(
    amount: str, item: str, severity: Severity | None
) -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm", instead="a/small")
    small = rounds("a/small", amount, item, "122 mm")

    assert ([] if severity is None else [severity]) == [each.severity for each in beside(big, small)]


def test_an_unsaid_kind_is_told_with_what_each_would_mean() -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm")
    small = rounds("a/small", "7500 round", "munitions", "122 mm", instead="a/big")

    (found,) = beside(big, small)

    assert Verdict.UNDECIDED is found.verdict
    assert "what kind of rounds they are is not said and decides: as rocket" in found.message
    assert "plausible; as artillery shell" in found.message


def test_fewer_rounds_that_weigh_as_much_are_no_finding() -> None:
    big = rounds("a/big", "45678 round", "munitions/artillery/shell", "155 mm")
    near = rounds("a/near", "40123 round", "munitions/artillery/shell", "152 mm", instead="a/big")

    assert not beside(big, near, carriers="101 container")


def test_a_mix_that_was_sent_says_nothing_of_what_fits() -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm", modality="stated")
    small = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", modality="stated")
    other = rounds("b/small", "7500 round", "munitions/artillery/shell", "122 mm")
    hold = rounds("a/hold", "7500 round", "munitions/artillery/shell", "122 mm")

    assert not beside(big, small)
    assert not beside(attrs.evolve(big, modality=other.modality), other)
    assert 1 == len(beside(attrs.evolve(big, modality=hold.modality), hold))


def test_calibres_in_trucks_or_of_no_length_are_passed_over() -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm")
    small = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", instead="a/big")
    vague = rounds("a/small", "7500 round", "munitions/artillery/shell", ">100 mm", instead="a/big")
    self = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", instead="a/small")
    gone = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", instead="a/gone")

    assert not beside(big, small, carriers="100 truck")
    assert not beside(big, vague)
    for lone in (self, gone):
        assert not beside(attrs.evolve(big, modality=Modality.STATED), lone)


def test_the_kinds_of_the_larger_calibre_may_be_unknown() -> None:
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "171 mm")
    small = rounds("a/small", "7500 round", "munitions/artillery/shell", "122 mm", instead="a/big")

    (found,) = beside(big, small)

    assert Severity.WARNING is found.severity


def test_a_round_whose_size_is_not_known_is_taken_for_plausible() -> None:
    mass = Assumption(
        id="own.mass", quantity="round-mass", statement="Mine.", low=30.0, high=30.0, unit="kilogram/round",
        applies_to="munitions/grenade", calibre="122 mm", citation="me", basis="assumed",
    )  # fmt: skip
    box = claim("a/box", **ROUTE, amount="100 container")
    big = rounds("a/big", "45000 round", "munitions/artillery/shell", "152 mm")
    small = rounds("a/small", "7500 round", "munitions/grenade", "122 mm", instead="a/big")

    found = corpus(box, big, small).check(select="PHY102", using=shipped().added(assumptions=[mass]))

    assert "it holds as grenade (30 kilogram/round) 2.25 tonne a container, plausible" in found[0].message


def test_denied_loads_and_carriers_are_passed_over() -> None:
    box = claim("a/box", **ROUTE, amount="40 voyage")
    load = claim("a/load", **DIESEL, amount="200 barrel", links={"contained_in": "a/box"})
    rate = claim("a/r", **DIESEL, amount="5 barrel/voyage", stance="denies")

    assert not corpus(attrs.evolve(box, stance=Stance.DENIES), load).check(select="PHY102")
    assert not corpus(box, attrs.evolve(load, stance=Stance.DENIES), rate).check(select="PHY102")


def test_one_s_own_assumptions_take_the_place_of_the_shipped() -> None:
    own = Assumption(
        id="mine", quantity="usual-load", statement="Mine.", low=1.0, high=2.0, unit="kilogram/truck",
        applies_to="vehicles/truck", citation="me", basis="assumed",
    )  # fmt: skip

    assert not judged(
        {**ROUTE, "item": "food", "amount": "6 tonne"}, "60 truck", facts=shipped().added(assumptions=[own])
    )


def test_every_assumption_of_ships_and_loads_is_cited() -> None:
    for table in ("ships", "loads", "carriers"):
        found = assumptions(table)
        places = {(each.quantity, each.applies_to, each.calibre) for each in found}

        assert len(found) == len({each.id for each in found}) == len(places)
        assert all(each.citation and each.statement.endswith(".") and 0 < each.low for each in found)


def test_the_order_of_the_claims_plays_no_part() -> None:
    seeds = osintkp.load_seeds()
    claims = list(seeds.claims)
    random.Random(7).shuffle(claims)
    other = osintkp.Corpus(claims=Claims(claims, seeds.sources))

    assert seeds.check(select="PHY102") == other.check(select="PHY102")


def test_thousands_of_loads_in_the_same_carriers_are_no_trouble() -> None:
    box = claim("a/box", **ROUTE, amount="100 container")
    loads = [
        rounds(f"a/l{number}", "7500 round", "munitions/artillery/shell", f"{100 + number % 7} mm")
        for number in range(300)
    ]

    assert corpus(box, *loads).check(select="PHY102") is not None
