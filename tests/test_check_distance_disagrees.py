"""Stated distances held against the great circle between two places."""

from __future__ import annotations

from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks._ways import route
from osintkp.facts import Facts, ReferencePlace, shipped
from osintkp.findings import Finding, Findings
from osintkp.units import Assumption, assumptions
from osintkp.vocabulary.places import great_circle_km
from osintkp.vocabulary.scales import Severity, Verdict


def judged(
    start: str | None, end: str | None, amount: str, *, facts: Facts | None = None, **fields: Any
) -> Findings:
    made = claim("a/way", origin=start, destination=end, amount=amount, **fields)
    return corpus(made).check(select="distance-disagrees", using=facts)


def only(start: str, end: str, amount: str, *, facts: Facts | None = None, **fields: Any) -> Finding:
    (found,) = judged(start, end, amount, facts=facts, **fields)
    return found


def place(name: str, lat: float, lon: float) -> ReferencePlace:
    return ReferencePlace(id=f"own-{name}", name=name, lat=lat, lon=lon, citation="my survey", basis="found")


def test_the_distance_of_the_seeds_holds() -> None:
    (found,) = osintkp.load_seeds().check(select="distance-disagrees")

    assert ("PHY104", Severity.INFO, Verdict.AGREEMENT) == (found.code, found.severity, found.verdict)
    assert (
        "s1/distance: about 200 kilometre; between Najin (42.344 N 130.384 E) and Dunay (42.880 N 132.338 E) the great"
        " circle is 170.6 kilometre: it holds"
    ) == found.message
    assert (
        "s1/distance: about 200 kilometre stands for 150 to 250 kilometre",
        "great circle from Najin (42.344 N 130.384 E) to Dunay (42.880 N 132.338 E) = 170.6 kilometre",
        "170.6 -/+ 20 = 150.6 to 190.6 kilometre with the extent of the places",
    ) == found.working
    assert (
        "coordinates of rason: Rason, Wikipedia",
        "coordinates of dunay: Dunay, Primorsky Krai, Wikipedia",
        "place-extent: 0..10 kilometre; assumed: assumed: the usual reach of a town and its port",
    ) == found.assumptions[:3]


def test_less_than_the_great_circle_is_impossible() -> None:
    found = only("Djibouti", "Hodeidah", "90 kilometre")

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert (
        "a/way: 90 kilometre; between Djibouti (11.589 N 43.145 E) and Hodeidah (14.798 N 42.955 E) the great circle is"
        " 357.4 kilometre: no way is shorter, and this is 0.29 of it at most"
    ) == found.message


@pytest.mark.parametrize(
    ("amount", "severity", "verdict"),
    [
        ("60 kilometre", Severity.ERROR, Verdict.CONFLICT),
        ("~80 kilometre", Severity.INFO, Verdict.AGREEMENT),
        ("78.4 kilometre", Severity.WARNING, Verdict.CONFLICT),
        ("80 kilometre", Severity.INFO, Verdict.AGREEMENT),
        ("100 kilometre", Severity.INFO, Verdict.AGREEMENT),
        ("<100 kilometre", Severity.INFO, Verdict.AGREEMENT),
        ("<=50 kilometre", Severity.ERROR, Verdict.CONFLICT),
        (">100 kilometre", Severity.INFO, Verdict.AGREEMENT),
        (">150 kilometre", Severity.INFO, Verdict.DIFFERENT_SCOPE),
        ("~200 kilometre", Severity.INFO, Verdict.DIFFERENT_SCOPE),
        ("200 kilometre", Severity.WARNING, Verdict.UNDECIDED),
        ("300 kilometre", Severity.WARNING, Verdict.CONFLICT),
        (">300 kilometre", Severity.WARNING, Verdict.CONFLICT),
        ("80..120 kilometre", Severity.INFO, Verdict.AGREEMENT),
        ("60 mile", Severity.INFO, Verdict.AGREEMENT),
        ("100 mile", Severity.INFO, Verdict.DIFFERENT_SCOPE),
        ("54 nautical_mile", Severity.INFO, Verdict.AGREEMENT),
        ("100000 metre", Severity.INFO, Verdict.AGREEMENT),
        ("0 kilometre", Severity.ERROR, Verdict.CONFLICT),
    ],
)
def test_goma_and_bukavu_are_a_hundred_kilometres_apart(
    amount: str, severity: Severity, verdict: Verdict
) -> None:
    found = only("Goma", "Bukavu", amount)

    assert (severity, verdict) == (found.severity, found.verdict)


def test_another_unit_is_told_in_kilometres_too() -> None:
    assert only("Goma", "Bukavu", "60 mile").message.startswith(
        "a/way: 60 mile (96.56 kilometre); between Goma (1.674 S"
    )
    assert only("Goma", "Bukavu", "50..70 mile").message.startswith("a/way: 50 to 70 mile; between")


@pytest.mark.parametrize(
    ("quote", "amount", "severity"),
    [
        ("200 km by road", "200 kilometre", Severity.INFO),
        ("a 200-kilometre Drive", "200 kilometre", Severity.INFO),
        ("300 km by road", "300 kilometre", Severity.WARNING),
        ("300 km by sea", "300 kilometre", Severity.INFO),
        ("900 km of sailing", "900 kilometre", Severity.INFO),
        ("200 km abroad", "200 kilometre", Severity.WARNING),
        ("50 km by sea", "50 kilometre", Severity.ERROR),
    ],
)
def test_a_way_may_be_longer_than_a_distance(quote: str, amount: str, severity: Severity) -> None:
    assert severity is only("Goma", "Bukavu", amount, quote=quote).severity


def test_the_tail_says_how_much_longer() -> None:
    road = only("Goma", "Bukavu", "200 kilometre", quote="200 km by road")
    much = only("Goma", "Bukavu", "200 kilometre")
    long = only("Goma", "Bukavu", "300 kilometre")

    assert road.message.endswith(
        ": this is 1.58 times as long at least, as a way by road, rail or sea may be"
    )
    assert much.message.endswith(
        ": this is 1.58 times as long at least: much for a way by road or sea, too much for a distance"
    )
    assert long.message.endswith(": this is 2.37 times as long at least: only a long detour would be so long")
    assert any(line.startswith("detour.road: 1.5..2;") for line in long.assumptions)


def test_an_unknown_place_is_named() -> None:
    found = only("Atlantis", "Tartus", "200 kilometre")
    both = only("Atlantis", "Lemuria", "200 kilometre")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        "a/way: 200 kilometre between Atlantis and Tartus cannot be judged: the coordinates of Atlantis are missing"
    ) == found.message
    assert both.message.endswith("the coordinates of Atlantis and Lemuria are missing")


@pytest.mark.parametrize("area", ["Darfur", "Red Sea", "Kursk Oblast", "Danube", "Sahel"])
def test_a_region_or_a_sea_is_no_point(area: str) -> None:
    found = only("Khartoum", area, "20 kilometre")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)


def test_a_region_is_told_as_an_area_and_a_state_as_unknown() -> None:
    assert only("Khartoum", "Darfur", "20 kilometre").message.endswith(": Darfur is no point but an area")
    assert only("Khartoum", "Chad", "20 kilometre").message.endswith("the coordinates of Chad are missing")


def test_a_name_of_several_places_is_judged_for_each() -> None:
    open_ = only("Tripoli", "Misrata", "200 kilometre")
    never = only("Tripoli", "Misrata", "20 kilometre")

    assert (Severity.INFO, Verdict.UNDECIDED) == (open_.severity, open_.verdict)
    assert (
        "between Tripoli as Tripoli, LB (34.434 N 35.844 E) and Misrata (32.375 N 15.092 E)" in open_.message
    )
    assert "; between Tripoli as Tripoli, LY (32.887 N 13.187 E) and Misrata" in open_.message
    assert open_.message.endswith("187.3 kilometre: it holds")
    assert (Severity.ERROR, Verdict.CONFLICT) == (never.severity, never.verdict)


@pytest.mark.parametrize(
    ("start", "end", "amount", "fields"),
    [
        (None, "Aden", "20 kilometre", {}),
        ("Aden", None, "20 kilometre", {}),
        ("Aden", "  ", "20 kilometre", {}),
        ("Aden", "Mocha", "20 tonne", {}),
        ("Aden", "Mocha", "20 kilometre_per_hour", {}),
        ("Aden", "Mocha", "20 kilometre", {"item": "equipment/communications"}),
        ("Aden", "Mocha", "20 kilometre", {"stance": "denies"}),
        ("Aden", "Aden", "20 kilometre", {}),
    ],
)
def test_what_is_no_distance_is_passed_over(
    start: str | None, end: str | None, amount: str, fields: dict[str, Any]
) -> None:
    assert not judged(start, end, amount, **fields)


def test_a_record_without_places_or_amount_is_passed_over() -> None:
    made = [
        claim("a/1", "loss", actor="SD", amount="20 tank"),
        claim("a/2", origin="Aden", destination="Mocha"),
    ]

    assert not corpus(*made).check(select="distance-disagrees")


def test_one_s_own_places_and_extents_are_used() -> None:
    facts = shipped().added(places=[place("Camp Alpha", 10.0, 20.0), place("Camp Beta", 10.0, -20.0)])
    wide = Assumption(
        id="mine", quantity="place-extent", statement="Mine.", low=0.0, high=3000.0, unit="kilometre",
        applies_to="places", citation="me", basis="assumed",
    )  # fmt: skip

    found = only("Camp Alpha", "camp beta", "100 kilometre", facts=facts)

    assert "between Camp Alpha (10.000 N 20.000 E) and camp beta (10.000 N 20.000 W)" in found.message
    assert Severity.ERROR is found.severity
    assert "coordinates of own-Camp Alpha: my survey" == found.assumptions[0]
    assert (
        Severity.INFO
        is only("Camp Alpha", "Camp Beta", "100 kilometre", facts=facts.added(assumptions=[wide])).severity
    )


def test_what_is_from_memory_says_so() -> None:
    found = only("Ust-Luga", "Primorsk", "80 kilometre")

    assert any(
        line.startswith("coordinates of ust-luga: ") and "from memory" in line for line in found.assumptions
    )


def test_words_of_a_route_are_whole_words() -> None:
    assert ("sea", "land", None, None) == tuple(
        map(route, ("a sea route of 9 km", "9km, by rail!", "Seaford is abroad", ""))
    )


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((90.0, 0.0), (-90.0, 50.0), 20015.1),
        ((5.0, 5.0), (5.0, 5.0), 0.0),
    ],
)
def test_great_circles_at_the_ends_of_the_earth(
    one: tuple[float, float], other: tuple[float, float], km: float
) -> None:
    assert km == round(great_circle_km(one, other), 1)
    assert great_circle_km(one, other) == great_circle_km(other, one)


def test_the_assumptions_of_distances_are_stated() -> None:
    for each in assumptions("distances"):
        assert each.quantity in ("place-extent", "detour")
        assert each.statement.endswith(".")


def test_words_of_a_place_stay_on_one_line() -> None:
    found = only("At\nlantis \x1b[31m", "y" * 200, "200 kilometre")

    assert f"between At lantis \\x1b[31m and {'y' * 80}... cannot be judged" in found.message
