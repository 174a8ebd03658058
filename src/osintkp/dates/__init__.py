"""Dates that are only partly known: one notation, strict bounds, three-valued relations."""

from osintkp.dates.edtf import Precision, months_after
from osintkp.dates.when import When

__all__ = ["Precision", "When", "months_after"]
