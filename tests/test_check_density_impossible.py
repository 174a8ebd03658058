"""Volumes and masses of one cargo held against what products weigh."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks._products import density_of, measured, products
from osintkp.claims import Claims
from osintkp.facts import Facts, shipped
from osintkp.findings import Finding, Findings
from osintkp.units import Amount, Assumption, assumptions
from osintkp.units.definitions import unit
from osintkp.vocabulary.scales import LinkKind, Severity, Stance, Verdict

CRUDE: dict[str, Any] = {"kind": "shipment", "sender": "LY", "recipient": "IT", "item": "fuel/crude"}
YEAR = {"when": "2022"}


def two(volume: str, mass: str, *, facts: Facts | None = None, **fields: Any) -> Findings:
    """Check a volume and a mass of one source; fields that begin with ``v_`` or ``m_`` are of one of the two."""
    made = []
    for name, amount in (("v", volume), ("m", mass)):
        own = {key[2:]: value for key, value in fields.items() if key.startswith(f"{name}_")}
        shared = {key: value for key, value in fields.items() if key[1:2] != "_"}
        made.append({**CRUDE, **YEAR, **shared, **own, "amount": amount})
    source = fields.get("m_in", "a")
    made[1].pop("in", None)
    return corpus(claim("a/v", **made[0]), claim(f"{source}/m", **made[1])).check(
        select="density-impossible", using=facts
    )


def only(volume: str, mass: str, **fields: Any) -> Finding:
    (found,) = two(volume, mass, **fields)
    return found


def test_a_million_barrels_are_not_fifty_six_thousand_tonnes() -> None:
    found = only("1000000 barrel", "56000 tonne")

    assert ("PHY103", Severity.ERROR, Verdict.CONFLICT) == (found.code, found.severity, found.verdict)
    assert (
        "a/v (1,000,000 barrel) and a/m (56,000 tonne) make 0.3522 tonne/cubic_metre (0.3325 to 0.3741), which fits no"
        " crude oil and nothing else of fuel: one figure is off (1,000,000 barrel would be 119,240 to 163,757 tonne,"
        " 56,000 tonne 341,970 to 469,639 barrel)"
    ) == found.message
    assert ("a/v", "a/m") == found.claims
    assert (
        "56,000 tonne / 1,000,000 barrel = 0.3522 tonne/cubic_metre (0.3325 to 0.3741)",
        "fuel/crude: 0.75..1.03 tonne/cubic_metre",
        "fuel/gas/lng: 0.41..0.5 tonne/cubic_metre",
    ) == found.working
    assert any(line.startswith("liquid-density.crude: ") for line in found.assumptions)
    assert found.assumptions[-1].startswith("two figures of one source or origin")


@pytest.mark.parametrize(
    ("item", "barrels", "tonnes"),
    [
        ("fuel/crude", "1000000", "131579"),
        ("fuel/crude", "4000000", "525000"),
        ("fuel/refined", "11745", "1410"),
        ("fuel/refined/diesel", "12000", "1620"),
        ("fuel/refined/gasoline", "8500", "1000"),
        ("fuel/refined/lpg", "11600", "1000"),
        ("fuel", "730000", "100000"),
        ("food/oil", "6850", "1000"),
    ],
)
def test_known_factors_of_products_agree(item: str, barrels: str, tonnes: str) -> None:
    found = only(f"{barrels} barrel", f"{tonnes} tonne", item=item)

    assert (Severity.INFO, Verdict.AGREEMENT) == (found.severity, found.verdict)
    assert f", which fits {found.message.rpartition(' fits ')[2]}" in found.message


def test_a_density_of_another_product_is_told_with_its_name() -> None:
    found = only("123400 barrel", "14200 tonne")

    assert (Severity.WARNING, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert (
        ", which fits no crude oil but naphtha (0.6 to 0.8) and gasoline (0.7 to 0.79): the goods or one figure is off"
    ) in found.message


def test_a_density_that_fits_only_within_the_rounding_is_open() -> None:
    found = only("1000000 barrel", "115000 tonne")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith("which fits crude oil only at an end of the hedges or rounding")


@pytest.mark.parametrize(
    ("volume", "mass", "severity"),
    [
        ("~1000000 barrel", "~56000 tonne", Severity.INFO),
        ("~1000000 barrel", "~90000 tonne", Severity.INFO),
        (">1000000 barrel", "56000 tonne", Severity.ERROR),
        ("1000000 barrel", "<56000 tonne", Severity.ERROR),
        ("<1000000 barrel", "56000 tonne", Severity.INFO),
        ("1000000 barrel", ">56000 tonne", Severity.INFO),
        ("1000000 barrel", "300000 tonne", Severity.ERROR),
        ("159 tank", "56000 tonne", None),
        ("158987294 litre", "56000000 kilogram", Severity.ERROR),
        ("42000000 us_gallon", "131579 tonne", Severity.INFO),
        ("158987 cubic_metre", "56 kilotonne", Severity.ERROR),
        ("1000 barrel/day", "136 tonne/day", Severity.INFO),
        ("1000 barrel/day", "56 tonne/day", Severity.ERROR),
        ("1000 barrel/day", "56 tonne", None),
        ("0 barrel", "56 tonne", None),
        ("56 barrel", "0 tonne", None),
        (">0 barrel", "<56 tonne", None),
        ("1000000 barrel", "56000 barrel", None),
        ("56000 tonne", "1000000 barrel", Severity.ERROR),
    ],
)
def test_hedges_units_and_bounds_are_allowed_for(volume: str, mass: str, severity: Severity | None) -> None:
    assert ([] if severity is None else [severity]) == [found.severity for found in two(volume, mass)]


@pytest.mark.parametrize(
    "fields",
    [
        {"m_when": "2021"},
        {"m_when": "2022-05"},
        {"m_recipient": "FR"},
        {"m_item": "fuel/refined/diesel"},
        {"m_item": "food/grain"},
        {"m_item": None},
        {"m_links": {"part_of": "a/v"}},
        {"v_links": {"part_of": "a/m"}},
        {"m_links": {"contained_in": "a/v"}},
        {"m_links": {"alternative_to": "a/v"}},
        {"m_links": {"share_of": "a/v"}},
        {"m_links": {"revises": "a/v"}},
        {"m_modality": "pledged"},
        {"m_stance": "denies"},
        {"m_destination": "Trieste", "v_destination": "Genoa"},
        {"m_kind": "seizure"},
        {"item": "aid"},
        {"item": "weapons"},
    ],
)
def test_two_cargoes_are_left_alone(fields: dict[str, Any]) -> None:
    if fields.get("m_kind") == "seizure":
        other = claim(
            "a/m",
            "seizure",
            sender="LY",
            recipient="IT",
            item="fuel/crude",
            amount="56000 tonne",
            when="2022",
        )
        one = claim("a/v", **{**CRUDE, **YEAR, "amount": "1000000 barrel"})
        assert not corpus(one, other).check(select="density-impossible")
        return
    assert not two("1000000 barrel", "56000 tonne", **fields)


def test_figures_of_two_sources_and_origins_are_left_alone() -> None:
    one = claim("a/v", **{**CRUDE, **YEAR, "amount": "1000000 barrel"}, speaker="LY")
    other = claim("b/m", **{**CRUDE, **YEAR, "amount": "56000 tonne"}, speaker="IT")
    same = claim("b/m", **{**CRUDE, **YEAR, "amount": "56000 tonne"}, speaker="LY")
    nobody = claim("b/m", **{**CRUDE, **YEAR, "amount": "56000 tonne"}, speaker="unknown")

    assert not corpus(one, other).check(select="density-impossible")
    assert not corpus(attrs.evolve(one, attribution=nobody.attribution), nobody).check(
        select="density-impossible"
    )
    assert Severity.ERROR is corpus(one, same).check(select="density-impossible")[0].severity


def test_a_figure_without_a_window_leaves_open_whether_it_is_one_cargo() -> None:
    both = only("1000000 barrel", "56000 tonne", when=None)
    one = only("1000000 barrel", "56000 tonne", m_when=None)
    other = only("123400 barrel", "14200 tonne", when=None)
    fits = only("1000000 barrel", "131579 tonne", when=None)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (both.severity, both.verdict)
    assert (
        "nothing else of fuel: a/v and a/m give no window; if they are one cargo, one figure is off, if they are two,"
        " nothing is (1,000,000 barrel would be"
    ) in both.message
    assert ": a/m gives no window; if" in one.message
    assert (Severity.INFO, Verdict.UNDECIDED) == (other.severity, other.verdict)
    assert Verdict.AGREEMENT is fits.verdict


def test_a_mass_that_has_its_volume_is_not_held_against_another_cargo() -> None:
    cargoes = {
        "a/v1": "1000000 barrel",
        "a/m1": "131579 tonne",
        "a/v2": "300000 barrel",
        "a/m2": "40000 tonne",
    }
    claims = [claim(name, **{**CRUDE, "amount": amount}) for name, amount in cargoes.items()]
    alone = claim("a/v3", **{**CRUDE, "amount": "90000000 barrel"})

    assert not corpus(*claims, alone).check(select="PHY103")
    assert corpus(claims[0], claims[3], alone).check(select="PHY103").at_least("warning")


def test_a_repetition_is_of_one_cargo_whatever_else_is_missing() -> None:
    one = claim("a/v", **{**CRUDE, "amount": "1000000 barrel"})
    other = claim("b/m", item="fuel", sender="LY", amount="56000 tonne", links={"repeats": "a/v"})
    blank = claim("b/m", sender="LY", amount="56000 tonne", links={"repeats": "a/v"})

    for repeated in (other, blank):
        (found,) = corpus(one, repeated).check(select="density-impossible")
        assert Severity.ERROR is found.severity
        assert "the one claim repeats the other" == found.assumptions[-1]
    assert not corpus(claim("a/v", sender="LY", amount="1000000 barrel"), blank).check(select="PHY103")
    assert not corpus(claim("a/v", "loss", actor="LY", item="fuel", amount="9 barrel"), other).check(
        select="PHY103"
    )


def test_figures_side_by_side_in_a_text_are_of_one_cargo() -> None:
    def at(made: osintkp.Claim, start: int, end: int) -> osintkp.Claim:
        return attrs.evolve(made, spans=(osintkp.Span(quote="w" * (end - start), start=start, end=end),))

    volume, mass = (
        claim(f"a/{name}", **{**CRUDE, "amount": amount})
        for name, amount in (("v", "1000000 barrel"), ("m", "56000 tonne"))
    )
    beside = corpus(at(volume, 100, 117), at(mass, 119, 130)).check(select="PHY103")
    oil = claim("a/m", **{**CRUDE, "item": "fuel", "amount": "56000 tonne"})
    broader = corpus(at(volume, 100, 117), at(oil, 157, 170))
    apart = corpus(at(volume, 100, 117), at(mass, 158, 170)).check(select="PHY103")

    assert [Severity.ERROR] == [found.severity for found in beside]
    assert beside[0].assumptions[-1].startswith("two figures that stand side by side")
    assert [Severity.ERROR] == [found.severity for found in broader.check(select="PHY103")]
    assert [Severity.WARNING] == [found.severity for found in apart]
    two_spans = attrs.evolve(volume, spans=at(volume, 1, 9).spans + at(volume, 10, 19).spans)
    assert not corpus(two_spans).check(select="PHY103")


def test_solids_and_gases_are_given_in_cubic_metres_alone() -> None:
    wheat = only("1000 cubic_metre", "2000 tonne", item="food/grain/wheat")
    fits = only("1000 cubic_metre", "770 tonne", item="food/grain/wheat")
    gas = only("1360000000 cubic_metre", "1000000 tonne", item="fuel/gas")
    water = only("1000000 litre", "500 tonne", item="food/water")

    assert Severity.ERROR is wheat.severity
    assert "which fits no wheat and nothing else of food: one figure is off" in wheat.message
    assert Verdict.AGREEMENT is fits.verdict is gas.verdict
    assert Severity.ERROR is water.severity
    assert not two("1000 barrel", "2000 tonne", item="food/grain/wheat")
    assert not two("1000 barrel", "2000 tonne", item="minerals/coal")


def test_oil_as_a_whole_fits_nothing_either() -> None:
    found = only("1000000 barrel", "56000 tonne", item="fuel")

    assert Severity.ERROR is found.severity
    assert ", which fits no fuel: one figure is off (1,000,000 barrel would be" in found.message


def test_a_bound_has_no_counterpart_in_the_other_unit() -> None:
    assert only("1000000 barrel", "<56000 tonne").message.endswith("nothing else of fuel: one figure is off")


def test_the_parts_of_the_calculation() -> None:
    volume = Amount.parse("1000 barrel")
    found = density_of(volume, Amount.parse(">=100 tonne"))
    named, branch = products("fuel/gas/lng", Amount.parse("1 cubic_metre"), assumptions("products"))

    assert found is not None
    assert "0.599 tonne/cubic_metre" == str(found)
    assert ("volume", ()) == measured(volume)
    assert ("mass", unit("day").dimension) == measured(Amount.parse("3 kilogram/day"))
    assert measured(None) is None
    assert measured(Amount.parse("3 tank")) is None
    assert ["fuel/gas/lng"] == [each.applies_to for each in named]
    assert {"fuel/gas/lng", "fuel/crude"} < {each.applies_to for each in branch}
    assert {"fuel/gas", "fuel/charcoal"}.isdisjoint(each.applies_to for each in branch)


def test_every_product_is_cited_and_lies_within_its_class() -> None:
    found = assumptions("products")

    assert len(found) == len({each.id for each in found})
    for each in found:
        assert "tonne/cubic_metre" == each.unit
        assert each.citation
        assert each.statement.endswith(".")
        assert 0 < each.low < each.high
        above = next((one for one in found if each.applies_to.startswith(f"{one.applies_to}/")), None)
        assert (
            above is None
            or above.quantity != each.quantity
            or above.low <= each.low <= each.high <= above.high
        )


def test_one_s_own_product_takes_the_place_of_the_shipped() -> None:
    own = Assumption(
        id="mine", quantity="liquid-density", statement="Mine.", low=0.3, high=0.4, unit="tonne/cubic_metre",
        applies_to="fuel/crude", citation="me", basis="assumed",
    )  # fmt: skip

    assert (
        Verdict.AGREEMENT
        is only("1000000 barrel", "56000 tonne", facts=shipped().added(assumptions=[own])).verdict
    )


def test_long_lists_of_cargoes_are_not_paired() -> None:
    claims = [
        claim(f"a/{kind}{number}", **{**CRUDE, "amount": f"{1000 + number} {kind}"})
        for number in range(700)
        for kind in ("barrel", "tonne")
    ]

    assert not corpus(*claims).check(select="density-impossible")


def test_denials_and_order_play_no_part() -> None:
    one = claim("a/v", **{**CRUDE, **YEAR, "amount": "1000000 barrel"})
    other = claim("a/m", **{**CRUDE, **YEAR, "amount": "56000 tonne"})
    claims = [one, other, claim("a/x", **{**CRUDE, **YEAR, "amount": "57000 tonne"})]
    expected = corpus(*claims).check(select="PHY103")
    for seed in range(4):
        shuffled = list(claims)
        random.Random(seed).shuffle(shuffled)
        assert expected == corpus(*shuffled).check(select="PHY103")

    assert not corpus(one, attrs.evolve(other, stance=Stance.DENIES)).check(select="PHY103")


def test_the_seeds_have_no_cargo_in_two_measures() -> None:
    assert not osintkp.load_seeds().check(select="density-impossible")
    assert not osintkp.Corpus(claims=Claims([], [])).check(select="density-impossible")
    assert LinkKind.REPEATS


def test_one_misfit_of_several_claims_is_told_once() -> None:
    about = {**CRUDE, **YEAR}
    volumes = [claim(f"a/v{place}", **about, amount="1000000 barrel") for place in (1, 2)]
    masses = [claim(f"a/m{place}", **about, amount="56000 tonne") for place in (1, 2)]

    (found,) = corpus(*volumes, *masses).check(select="PHY103")

    assert found.message.startswith("a/v1 (1,000,000 barrel) and a/m1 (56,000 tonne) make 0.3522")
    assert found.message.endswith("; so with a/m2 and a/v2")
    assert ("a/v1", "a/m1", "a/m2", "a/v2") == found.claims
    assert 4 == len(found.cited)
    others = [claim("a/m3", **about, amount="57000 tonne")]
    assert 2 == len(corpus(*volumes, *masses, *others).check(select="PHY103"))


@pytest.mark.parametrize(
    ("between", "mass_when", "count"),
    [
        (" (", "2020-05", 1),
        (" (", None, 1),
        (". The whole came to ", "2020-05", 1),
        (". The whole came to ", "2020-05/2020-06", 0),
        (" (", "2020-05/2020-06", 0),
    ],
)
def test_neighbours_in_a_text_are_one_cargo_in_one_window(
    between: str, mass_when: str | None, count: int
) -> None:
    text = f"The first brought 270,000 barrels{between}175,000 tonnes"
    spans = tuple(
        osintkp.Span(quote=words, start=text.index(words), end=text.index(words) + len(words))
        for words in ("270,000 barrels", "175,000 tonnes")
    )
    about = {**CRUDE, "item": "fuel/refined/gasoline"}
    volume = attrs.evolve(claim("a/v", **about, amount="270000 barrel", when="2020-05"), spans=spans[:1])
    mass = attrs.evolve(claim("a/m", **about, amount="175000 tonne", when=mass_when), spans=spans[1:])

    found = corpus(volume, mass, a={"text": text}).check(select="PHY103")

    assert count == len(found)


def test_neighbours_across_the_end_of_a_sentence_are_not_taken_for_one_cargo() -> None:
    about = {**CRUDE, "item": "fuel/refined/gasoline"}

    def told(between: str) -> Findings:
        text = f"270,000 barrels{between}175,000 tonnes"
        ends = (0, 15), (len(text) - 14, len(text))
        spans = tuple(osintkp.Span(quote=text[start:end], start=start, end=end) for start, end in ends)
        volume = attrs.evolve(claim("a/v", **about, amount="270000 barrel"), spans=spans[:1])
        mass = attrs.evolve(claim("a/m", **about, amount="175000 tonne"), spans=spans[1:])
        return corpus(volume, mass, a={"text": text}).check(select="PHY103")

    assert [Severity.ERROR] == [found.severity for found in told(", or ")]
    assert [Severity.WARNING] == [found.severity for found in told(". Together ")]
