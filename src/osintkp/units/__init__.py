"""Amounts with units: the notation, three-valued comparison, conversion, and packing under stated assumptions."""

from osintkp.units.amount import Amount
from osintkp.units.arithmetic import Band, product, ratio, total
from osintkp.units.assumed import Assumption, assumption, assumptions
from osintkp.units.calibre import barrel_length
from osintkp.units.notation import Comparator
from osintkp.units.packing import (
    Packed,
    barrels_per_voyage,
    barrels_to_tonnes,
    convert_packed,
    load_of,
    rounds_per_container,
)

__all__ = [
    "Amount",
    "Assumption",
    "Band",
    "Comparator",
    "Packed",
    "assumption",
    "assumptions",
    "barrel_length",
    "barrels_per_voyage",
    "barrels_to_tonnes",
    "convert_packed",
    "load_of",
    "product",
    "ratio",
    "rounds_per_container",
    "total",
]
