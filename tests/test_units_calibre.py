from __future__ import annotations

import math

import pytest

from osintkp.errors import AmountError, DimensionError
from osintkp.units import Amount, barrel_length
from osintkp.units.calibre import is_length


@pytest.mark.parametrize(
    ("calibre", "calibres", "expected"),
    [
        ("155 mm", 52, "8060 millimetre"),
        ("155 mm", 39, "6045 millimetre"),
        ("75 mm", 70, "5250 millimetre"),
        ("16 inch", 50, "800 inch"),
        ("152.4 mm", 34, "5181.6 millimetre"),
        ("120 mm", 0.5, "60 millimetre"),
        ("152..155 mm", 10, "1520..1550 millimetre"),
        (">=100 mm", 28.5, ">=2850 millimetre"),
        ("<100 mm", 15, "<1500 millimetre"),
    ],
)
def test_a_barrel_is_so_many_bores_long(calibre: str, calibres: float, expected: str) -> None:
    assert expected == str(barrel_length(Amount.parse(calibre), calibres))


@pytest.mark.parametrize("text", ["155 round", "155 kilogram", "155", "155 square_metre"])
def test_a_calibre_that_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(DimensionError) as error:
        barrel_length(Amount.parse(text), 52)

    assert f"a calibre is a length like '155 millimetre', not '{text}'" == str(error.value)


@pytest.mark.parametrize("calibres", [0, -1, math.inf, math.nan])
def test_a_barrel_without_a_length_is_refused(calibres: float) -> None:
    with pytest.raises(AmountError) as error:
        barrel_length(Amount.parse("155 mm"), calibres)

    expected = ("number-range", "a barrel is longer than nothing", "give the number after L/, like 52")
    assert expected == (error.value.code, error.value.what, error.value.fix)
    assert error.value.value is calibres


def test_a_length_is_told_from_everything_else() -> None:
    lengths = [
        is_length(Amount.parse(text)) for text in ("122 mm", "6 inch", "~3 km", "5 km/hour", "5", "2 hectare")
    ]

    assert [True, True, True, False, False, False] == lengths
