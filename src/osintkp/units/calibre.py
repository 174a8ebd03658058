"""Calibre: the bore of a weapon, a length, and the length of a barrel that is counted in it."""

import math

from osintkp.errors import AmountError, DimensionError
from osintkp.typed import guarded
from osintkp.units import definitions
from osintkp.units.amount import Amount


@guarded
def barrel_length(calibre: Amount, calibres: float) -> Amount:
    """
    Return the length of a barrel that is so many calibres long: 155 mm L/52 is 8060 mm.

    Source: "Caliber (artillery)", Wikipedia: L/n means n times the bore diameter.

    Args:
        calibre: The bore, a length.
        calibres: The number after ``L/``.

    Raises:
        DimensionError: The calibre is no length.
        AmountError: ``number-range``, the barrel has no length.

    Example:
        >>> str(barrel_length(Amount.parse("155 mm"), 52))
        '8060 millimetre'
    """
    if not is_length(calibre):
        raise DimensionError(f"a calibre is a length like '155 millimetre', not {str(calibre)!r}")
    if not 0 < calibres < math.inf:
        raise AmountError(
            "number-range", "a barrel is longer than nothing", calibres, "give the number after L/, like 52"
        )
    return calibre.scaled(calibres)


def is_length(amount: Amount) -> bool:
    """
    Tell whether an amount is a length, as a calibre must be.

    Example:
        >>> is_length(Amount.parse("122 mm")), is_length(Amount.parse("122 round"))
        (True, False)
    """
    return definitions.unit(amount.unit).dimension == (("metre", 1),)
