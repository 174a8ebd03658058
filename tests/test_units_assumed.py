from __future__ import annotations

from typing import Any

import attrs
import pytest

from osintkp.errors import AmountError, DimensionError, UnitError, UnknownIdError
from osintkp.units import Amount, Assumption, assumption, assumptions
from osintkp.units.assumed import bore_of
from osintkp.units.definitions import same_dimension, unit

SHELL = "munitions/artillery/shell"
UNITS = {
    "round-mass": "kilogram/round",
    "round-length": "metre",
    "packing-mass": "",
    "packing-section": "",
    "packing-length": "",
    "payload": "kilogram/container",
    "inner-length": "metre",
    "inner-volume": "cubic_metre/container",
    "density": "barrel/tonne",
    "cargo-share": "",
}


def own(**given: Any) -> Assumption:
    fields: dict[str, Any] = {
        "id": "mine",
        "quantity": "round-mass",
        "statement": "A shell weighs 50 kg.",
        "low": 50.0,
        "high": 50.0,
        "unit": "kg/round",
        "applies_to": SHELL,
        "calibre": "152 mm",
        "citation": "weighed",
        "basis": "found",
    }
    return Assumption(**{**fields, **given})


def test_every_shipped_assumption_has_an_id_a_source_and_a_unit_that_fits() -> None:
    shipped = assumptions()

    assert len(shipped) == len({known.id for known in shipped}) > 70
    assert len(shipped) == len({(known.quantity, known.applies_to, known.calibre) for known in shipped})
    for known in shipped:
        assert same_dimension(unit(UNITS[known.quantity]), unit(known.unit))
        assert 0 < known.low <= known.high
        assert known.statement.endswith(".")
        assert known.citation
        assert known.id.startswith(f"{known.quantity}.")
        assert (
            known.basis in known.citation
            or known.basis not in ("assumed", "memory")
            or "from memory" in known.citation
        )


def test_what_is_from_memory_says_so() -> None:
    remembered = [known for known in assumptions() if known.basis == "memory"]

    assert remembered
    assert all(known.citation.startswith("from memory: ") for known in remembered)
    assert all(known.citation.startswith("assumed") for known in assumptions() if known.basis == "assumed")


@pytest.mark.parametrize(
    ("item", "calibres"),
    [
        (SHELL, ["152 mm", "155 mm", "122 mm", "130 mm", "105 mm", "100 mm", "125 mm", "115 mm"]),
        ("munitions/mortar", ["120 mm", "81 mm", "82 mm", "60 mm"]),
        ("munitions/rocket", ["122 mm", "107 mm", "220 mm", "300 mm", "240 mm", "227 mm"]),
        ("munitions/small-arms", ["7.62 mm", "5.56 mm", "5.45 mm", "12.7 mm", "14.5 mm", "9 mm"]),
    ],
)
def test_the_common_calibres_of_the_world_have_a_mass_and_a_length(item: str, calibres: list[str]) -> None:
    for calibre in calibres:
        for quantity in ("round-mass", "round-length"):
            found = assumption(quantity, item, calibre)
            assert (item, calibre) == (found.applies_to, found.calibre)


def test_one_calibre_is_two_munitions() -> None:
    shell, rocket = (assumption("round-mass", item, "122 mm") for item in (SHELL, "munitions/rocket"))

    assert (21.76, 65.0) == (shell.low, rocket.low)


@pytest.mark.parametrize(
    ("quantity", "item", "calibre", "expected"),
    [
        ("density", "fuel/refined/diesel", None, "density.diesel"),
        ("density", "fuel/refined/diesel/winter", None, "density.diesel"),
        ("density", "fuel/refined/naphtha", None, "density.refined"),
        ("density", "fuel/refined", None, "density.refined"),
        ("density", "fuel/crude", None, "density.crude"),
        ("round-mass", f"{SHELL}/guided", "155 mm", "round-mass.shell.155mm"),
        ("round-mass", SHELL, "15.5 cm", "round-mass.shell.155mm"),
        ("packing-mass", SHELL, "155 mm", "packing-mass.shell"),
        ("payload", "container/20-ft", None, "payload.20-ft"),
    ],
)
def test_the_nearest_assumption_is_taken(
    quantity: str, item: str, calibre: str | None, expected: str
) -> None:
    assert expected == assumption(quantity, item, calibre).id


def test_a_calibre_may_be_an_amount() -> None:
    assert "round-mass.shell.155mm" == assumption("round-mass", SHELL, Amount.parse("155 mm")).id


@pytest.mark.parametrize(
    ("quantity", "item", "calibre", "of"),
    [
        ("round-mass", SHELL, "99 mm", f"{SHELL} of 99 mm"),
        ("round-mass", SHELL, None, SHELL),
        ("round-mass", "munitions/artillery/shellfish", "155 mm", "munitions/artillery/shellfish of 155 mm"),
        ("round-mass", "munitions", "155 mm", "munitions of 155 mm"),
        ("density", "fuel", None, "fuel"),
        ("weight", SHELL, "155 mm", f"{SHELL} of 155 mm"),
    ],
)
def test_a_missing_assumption_is_named_with_the_way_to_give_it(
    quantity: str, item: str, calibre: str | None, of: str
) -> None:
    with pytest.raises(UnknownIdError) as error:
        assumption(quantity, item, calibre)

    assert f"no assumption '{quantity}' for '{of}'; give one with using=[Assumption(...)]" == str(error.value)


def test_an_own_assumption_replaces_the_shipped_one_of_the_same_place() -> None:
    mine = own()

    assert mine is assumption("round-mass", SHELL, "152 mm", using=[mine])
    assert "round-mass.shell.155mm" == assumption("round-mass", SHELL, "155 mm", using=[mine]).id


def test_an_own_assumption_replaces_the_shipped_one_of_the_same_id() -> None:
    mine = own(id="round-mass.shell.155mm", applies_to="munitions", calibre=None)

    assert mine is assumption("round-mass", SHELL, "155 mm", using=[mine])
    assert "round-mass.shell.152mm" == assumption("round-mass", SHELL, "152 mm", using=[mine]).id


def test_an_own_assumption_for_a_wider_place_does_not_hide_a_nearer_one() -> None:
    wide = own(applies_to="munitions", calibre=None)

    assert "round-mass.shell.152mm" == assumption("round-mass", SHELL, "152 mm", using=[wide]).id
    assert wide is assumption("round-mass", SHELL, "99 mm", using=[wide])
    assert wide is assumption("round-mass", SHELL, using=[wide])


def test_a_calibre_comes_before_a_longer_path() -> None:
    general = own(id="a", applies_to=f"{SHELL}/guided", calibre=None)

    assert (
        "round-mass.shell.152mm" == assumption("round-mass", f"{SHELL}/guided", "152 mm", using=[general]).id
    )


def test_an_assumption_knows_its_unit_by_the_canonical_name() -> None:
    assert "kilogram/round" == own().unit
    with pytest.raises(UnitError, match="several readings: 'ton'"):
        own(unit="ton/round")


def test_an_assumption_with_its_ends_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(AmountError) as error:
        own(low=3.0, high=2.0)

    expected = ("amount-order", "low is above high", (3.0, 2.0), "give the lower number as low")
    assert expected == error.value.args[:4]


def test_an_assumption_of_an_unknown_basis_is_refused() -> None:
    with pytest.raises(ValueError, match="basis"):
        own(basis="guessed")


def test_an_assumption_prints_its_range_and_its_source() -> None:
    assert "mine: 50 kilogram/round; found: weighed" == str(own())
    assert "mine: 50..60 kilogram/round; memory: weighed" == str(
        attrs.evolve(own(), high=60.0, basis="memory")
    )


@pytest.mark.parametrize(("calibre", "expected"), [("155 mm", 0.155), ("6 inch", 0.1524), ("~152 mm", 0.152)])
def test_a_calibre_is_measured_in_metres(calibre: str, expected: float) -> None:
    assert expected == pytest.approx(bore_of(calibre), rel=1e-15)
    assert expected == pytest.approx(bore_of(Amount.parse(calibre)), rel=1e-15)


@pytest.mark.parametrize("calibre", ["155 kilogram", "152..155 mm", ">100 mm", "155"])
def test_a_calibre_that_is_not_one_length_is_refused(calibre: str) -> None:
    with pytest.raises(DimensionError) as error:
        bore_of(calibre)

    shown = str(Amount.parse(calibre))
    assert f"a calibre is one length like '155 mm', not '{shown}'" == str(error.value)
