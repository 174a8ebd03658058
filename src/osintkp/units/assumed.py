"""Assumptions: what a calculation takes for granted, as cited ranges that a user can replace."""

import functools
import pkgutil
from collections.abc import Iterable, Sequence

import attrs

from osintkp.errors import AmountError, DimensionError, InvalidValueError, UnknownIdError
from osintkp.typed import guarded, typed
from osintkp.units import definitions
from osintkp.units.amount import Amount
from osintkp.units.arithmetic import Band
from osintkp.units.calibre import is_length
from osintkp.validating import one_of
from osintkp.vocabulary.fields import printed

TABLES = ("packing", "carriers", "ships", "loads", "products", "distances")


@typed
@attrs.frozen(kw_only=True)
class Assumption:
    """
    A number that a calculation takes for granted, as a range, with where it comes from.

    Attributes:
        id: Its name in findings, like ``round-mass.shell.152mm``.
        quantity: What it is the size of: ``round-mass``, ``round-length``, ``packing-mass``, ``packing-section``, ``packing-length``,
            ``payload``, ``inner-length``, ``inner-volume``, ``density``, ``cargo-share``, or a name of one's own.
        statement: The assumption as a sentence.
        low: The lowest value.
        high: The highest value.
        unit: The unit of both, often a rate; the empty string for a pure number.
        applies_to: The path of the items that it is about; it holds for every path below it.
        calibre: The calibre that it is about, like ``152 mm``; None where it holds for each.
        citation: Where the numbers come from.
        basis: ``found`` in a source, ``computed`` from one, ``assumed``, or from ``memory``.

    Raises:
        AmountError: ``amount-order``, low is above high.
        UnitError: The unit is unknown.

    Example:
        >>> assumptions()[0].unit
        'kilogram/round'
    """

    __repr__ = printed

    id: str
    quantity: str
    statement: str
    low: float
    high: float
    unit: str = attrs.field(converter=definitions.canonical)
    applies_to: str
    calibre: str | None = None
    citation: str
    basis: str = attrs.field(validator=one_of("found", "computed", "assumed", "memory"))

    def __attrs_post_init__(self) -> None:
        if not self.low <= self.high:
            raise AmountError(
                "amount-order", "low is above high", (self.low, self.high), "give the lower number as low"
            )

    @property
    def band(self) -> Band:
        """Return the range with its unit."""
        return Band(low=self.low, high=self.high, unit=self.unit)

    def __str__(self) -> str:
        return f"{self.id}: {self.band}; {self.basis}: {self.citation}"


@guarded
@functools.cache
def assumptions(table: str = "packing") -> tuple[Assumption, ...]:
    """
    Return the shipped assumptions of one table, read once.

    Args:
        table: ``packing``, or what one check alone needs: ``carriers``, ``ships``, ``loads``, ``products`` or ``distances``.

    Example:
        >>> sorted({found.basis for found in assumptions()})
        ['assumed', 'computed', 'found', 'memory']
        >>> assumptions("products")[0].unit
        'tonne/cubic_metre'
    """
    import json

    if table not in TABLES:
        fix = f"use one of {', '.join(TABLES)}"
        raise InvalidValueError("unknown-word", "no table of assumptions has this name", table, fix)
    records = json.loads(pkgutil.get_data("osintkp", f"data/{table}.json") or b"")
    return tuple(
        Assumption(**record) for record in (records if isinstance(records, list) else records["assumptions"])
    )


@guarded
def assumption(
    quantity: str,
    item: str,
    calibre: Amount | str | None = None,
    *,
    using: Sequence[Assumption] | None = None,
) -> Assumption:
    """
    Return the assumption that fits an item best: one for its calibre before one for any, a longer path before a shorter.

    Args:
        quantity: What it is the size of.
        item: The path of the item.
        calibre: Its calibre; None where it has none.
        using: Assumptions of one's own. Each replaces the shipped one of the same id, or of the same quantity, path and calibre.

    Raises:
        UnknownIdError: There is none.

    Example:
        >>> assumption("density", "fuel/refined/diesel/winter").id
        'density.diesel'
    """
    bore = None if calibre is None else bore_of(calibre)

    def fits(known: Assumption) -> bool:
        of_bore = known.calibre is None or (bore is not None and bore_of(known.calibre) == bore)
        return of_bore and f"{item}/".startswith(f"{known.applies_to}/")

    own = using or ()
    fitting = [known for known in own if known.quantity == quantity and fits(known)]
    others = (known for known in _of_quantity(quantity) if known not in fitting and fits(known))
    fitting += [known for known in others if not any(_same(known, mine) for mine in own)]
    if not fitting:
        of = item if calibre is None else f"{item} of {calibre}"
        raise UnknownIdError(f"no assumption {quantity!r} for {of!r}; give one with using=[Assumption(...)]")
    return max(fitting, key=lambda known: (known.calibre is not None, len(known.applies_to)))


@functools.lru_cache(maxsize=256)
def _of_quantity(quantity: str) -> tuple[Assumption, ...]:
    return tuple(known for known in assumptions() if known.quantity == quantity)


def bore_of(calibre: Amount | str) -> float:
    """
    Return a calibre in metres.

    Raises:
        DimensionError: It is no length, or not one length.

    Example:
        >>> bore_of("122 mm")
        0.122
    """
    return _bore_of_text(calibre) if isinstance(calibre, str) else _bore(calibre)


@functools.lru_cache(maxsize=1024)
def _bore_of_text(text: str) -> float:
    return _bore(Amount.parse(text))


def _bore(amount: Amount) -> float:
    if not is_length(amount) or amount.best is None:
        raise DimensionError(f"a calibre is one length like '155 mm', not {str(amount)!r}")
    return amount.best * definitions.unit(amount.unit).factor


def _same(known: Assumption, other: Assumption) -> bool:
    """Tell whether one of two assumptions replaces the other: they have one id, or one quantity, path and calibre."""
    return known.id == other.id or (
        known.quantity == other.quantity
        and known.applies_to == other.applies_to
        and known.calibre == other.calibre
    )


def in_force(own: Sequence[Assumption], others: Iterable[Assumption]) -> tuple[Assumption, ...]:
    """
    Return assumptions of one's own, then those others that they do not replace.

    One replaces another of the same id, or of the same quantity, path and calibre.

    Example:
        >>> diesel = assumption("density", "fuel/refined/diesel")
        >>> len(in_force([diesel], assumptions())) == len(assumptions())
        True
    """
    ids = {known.id for known in own}
    places = {(known.quantity, known.applies_to, known.calibre) for known in own}
    kept = (
        known
        for known in others
        if known.id not in ids and (known.quantity, known.applies_to, known.calibre) not in places
    )
    return (*own, *kept)
