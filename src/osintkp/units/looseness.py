"""How far an approximate number may be from what it stands for: named policies, each a rule over the printed digits."""

from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from osintkp.errors import AmountError
from osintkp.vocabulary.fields import printed

DEFAULT: Final = "tenth"


@attrs.frozen(kw_only=True)
class Looseness:
    """
    A policy: the bounds that "about" gives to a printed number.

    The spread is the larger of the two parts, to either side of the number.

    Attributes:
        name: The word after ``@`` in the notation.
        half_unit: Whether half a unit of the last significant digit counts: 50 for 6700, 5000 for 10000, 0.005 for 1.30.
        percent: The least spread, in percent of the number.

    Example:
        >>> POLICIES["tenth"].bounds("6700")
        (6030.0, 7370.0)
        >>> POLICIES["digit"].bounds("6700")
        (6650.0, 6750.0)
    """

    __repr__ = printed

    name: str
    half_unit: bool
    percent: int

    def bounds(self, printed: str) -> tuple[float, float]:
        """
        Return the lowest and the highest value that a printed number may stand for under this policy.

        Args:
            printed: A number in the notation, at most one point. Its zeros at the end count only after a point.

        Example:
            >>> POLICIES["tenth"].bounds("10000"), POLICIES["fifth"].bounds("30")
            ((5000.0, 15000.0), (24.0, 36.0))
        """
        whole, ten = digits(printed)
        spread = max(half_unit(printed) * 100 if self.half_unit else 0, abs(whole) * 2 * self.percent)
        scale = 200 * ten
        low = (whole * 200 - spread) / scale
        return (max(low, 0.0) if whole >= 0 else low), (whole * 200 + spread) / scale


POLICIES: Final = MappingProxyType(
    {
        policy.name: policy
        for policy in (
            Looseness(name="tenth", half_unit=True, percent=10),
            Looseness(name="digit", half_unit=True, percent=0),
            Looseness(name="fifth", half_unit=True, percent=20),
            Looseness(name="exact", half_unit=False, percent=0),
        )
    }
)


def policy(name: str) -> Looseness:
    """
    Return the policy of this name.

    Raises:
        AmountError: ``looseness-unknown``.

    Example:
        >>> policy("fifth").percent
        20
    """
    found = POLICIES.get(name) if isinstance(name, str) else None
    if found is None:
        raise AmountError(
            "looseness-unknown", "no such looseness policy", name, f"use one of {', '.join(POLICIES)}"
        )
    return found


def digits(printed: str) -> tuple[int, int]:
    """
    Return a printed number as a whole number and the power of ten that it is to be divided by.

    Example:
        >>> digits("1.30")
        (130, 100)
    """
    whole, point, fraction = printed.partition(".")
    if not point:
        return int(whole), 1
    return int(whole + fraction), int(10 ** len(fraction))


def half_unit(printed: str) -> int:
    """
    Return half a unit of the last significant digit, in halves of the last printed place.

    Zeros at the end of a number without a point are not significant; the zero of ``0`` is.

    Example:
        >>> half_unit("6700"), half_unit("1.30"), half_unit("0")
        (100, 1, 1)
    """
    significant = printed.rstrip("0")
    if "." in printed or significant in ("", "-"):
        return 1
    return int(10 ** (len(printed) - len(significant)))


@lru_cache(maxsize=4096)
def rounding(printed: str) -> tuple[float, float]:
    """
    Return the band that a printed number may stand for without any hedge, if it was rounded.

    Half a unit of its last significant digit to either side, but at most 5 percent: 13000 may be 12500 to 13500, and
    10000 only 9500 to 10500.

    Example:
        >>> rounding("13000"), rounding("10000")
        ((12500.0, 13500.0), (9500.0, 10500.0))
    """
    whole, ten = digits(printed)
    spread = min(half_unit(printed) * 100, abs(whole) * 10)
    return (whole * 200 - spread) / (200 * ten), (whole * 200 + spread) / (200 * ten)
