"""Packing: what a container or a ship can hold, under assumptions that are named, cited and can be replaced."""

import math
from collections.abc import Sequence

import attrs

from osintkp.errors import AmountError, DimensionError
from osintkp.typed import guarded, typed
from osintkp.units import arithmetic, definitions
from osintkp.units.amount import Amount
from osintkp.units.arithmetic import Band, Figure
from osintkp.units.assumed import Assumption, assumption, assumptions, bore_of
from osintkp.units.notation import rounded
from osintkp.vocabulary.fields import printed

__all__ = [
    "Assumption",
    "Packed",
    "assumption",
    "assumptions",
    "barrels_per_voyage",
    "barrels_to_tonnes",
    "convert_packed",
    "load_of",
    "rounds_per_container",
]


@typed
@attrs.frozen(kw_only=True)
class Packed:
    """
    The result of a calculation under assumptions.

    Attributes:
        amount: The bounds that the assumptions leave.
        assumptions: Those that were used, in the order of their use.
        working: The arithmetic, one step a line.

    Example:
        >>> barrels_to_tonnes(Amount.parse("11745 barrel"), "fuel/refined/gasoline").working
        ('11745 barrel / 8.35..8.5 barrel/tonne = 1381.76..1406.59 tonne',)
    """

    __repr__ = printed

    amount: Band
    assumptions: tuple[Assumption, ...]
    working: tuple[str, ...]


@guarded
def rounds_per_container(
    item: str,
    calibre: Amount | str,
    container: str = "20 ft",
    *,
    using: Sequence[Assumption] | None = None,
) -> Packed:
    """
    Return how many rounds fit in one container: what its payload bears, or what its space takes, whichever is smaller.

    The low end has the heaviest and bulkiest packing, the high end bare rounds side by side.

    Args:
        item: The path of the munition, like ``munitions/artillery/shell``: one calibre is a shell, a rocket or a bomb.
        calibre: Its calibre, like ``152 mm``.
        container: ``20 ft`` or ``40 ft``, or the end of a path of one's own assumptions below ``container``.
        using: Assumptions of one's own.

    Raises:
        UnknownIdError: An assumption is missing.

    Example:
        >>> print(rounds_per_container("munitions/rocket", "122 mm").amount)
        85..433 round/container
    """
    box = f"container/{container.replace(' ', '-')}"
    of_round = [assumption(name, item, calibre, using=using) for name in _ROUND]
    of_box = [assumption(name, box, using=using) for name in _CONTAINER]
    mass, crate, length, section, stretch = (_ends(known) for known in of_round)
    payload, inner_length, inner_volume = (_ends(known) for known in of_box)
    bore = bore_of(calibre)
    borne = (_whole(payload[0] / (mass[1] * crate[1])), _whole(payload[1] / (mass[0] * crate[0])))
    taken = (
        _stowed(
            inner_length[0], inner_volume[0] / inner_length[1], length[1] * stretch[1], bore * section[1]
        ),
        _stowed(
            inner_length[1], inner_volume[1] / inner_length[0], length[0] * stretch[0], bore * section[0]
        ),
    )
    fits = Band(
        low=float(min(borne[0], taken[0])), high=float(min(borne[1], taken[1])), unit="round/container"
    )
    mass_working = f"{of_box[0].band} / ({of_round[0].band} x {of_round[1].band})"
    lengthwise = f"{of_box[1].band} / ({of_round[2].band} x {of_round[4].band}) lengthwise"
    section_working = (
        f"{of_box[2].band} / {of_box[1].band} / ({rounded(bore)} metre x {of_round[3].band}) squared"
    )
    working = (
        f"by mass: {mass_working} = {borne[0]}..{borne[1]} round",
        f"by space: {lengthwise} x {section_working} abreast = {taken[0]}..{taken[1]} round",
        f"the smaller: {fits}",
    )
    return Packed(amount=fits, assumptions=(*of_round, *of_box), working=working)


@guarded
def load_of(rounds: Amount, containers: Amount) -> Packed:
    """
    Return how many rounds each container would hold, from two figures alone: no assumption is needed.

    Args:
        rounds: The load of all containers together.
        containers: The containers, crates or voyages.

    Raises:
        DimensionError: The two figures do not make a rate.

    Example:
        >>> load_of(Amount.parse("90000 round"), Amount.parse("~300 container")).working
        ('90000 round / 250..300..350 container = 257.143..300..360 round/container',)
    """
    return _packed(rounds, containers, "/")


@guarded
def convert_packed(amount: Figure, to: str, by: Assumption) -> Packed:
    """
    Return an amount in a unit of another dimension, by an assumption that joins the two as a rate.

    Args:
        amount: In the upper or the lower unit of the rate, or in any unit of its dimension.
        to: The unit of the result.
        by: A rate: rounds by ``kilogram/round`` are tonnes, barrels by ``barrel/tonne`` are tonnes too.

    Raises:
        DimensionError: The rate does not lead from the one unit to the other.

    Example:
        >>> shell = assumption("round-mass", "munitions/artillery/shell", "130 mm")
        >>> print(convert_packed(Amount.parse("10000 round"), "tonne", shell).amount)
        334 tonne
    """
    _, slash, below = by.unit.partition("/")
    if not slash:
        raise DimensionError(
            f"{by.id!r} is no rate; an assumption like 'kilogram/round' leads from one unit to another"
        )
    per = definitions.same_dimension(definitions.unit(amount.unit), definitions.unit(below))
    found = _packed(amount, by.band, "x" if per else "/").amount.converted(to)
    working = f"{Band.of(amount)} {'x' if per else '/'} {by.band} = {found}"
    return Packed(amount=found, assumptions=(by,), working=(working,))


@guarded
def barrels_to_tonnes(amount: Figure, product: str, *, using: Sequence[Assumption] | None = None) -> Packed:
    """
    Return the mass of a volume of oil.

    Args:
        amount: A volume: barrels, litres, cubic metres.
        product: The path of the product, like ``fuel/refined/diesel``; ``fuel/refined`` where the kind is not known.
        using: Assumptions of one's own.

    Raises:
        DimensionError: The amount is no volume.
        UnknownIdError: No density is known for the product.

    Example:
        >>> print(barrels_to_tonnes(Amount.parse("4000000 barrel"), "fuel/crude").amount)
        524934..546448 tonne
    """
    return convert_packed(amount, "tonne", assumption("density", product, using=using))


@guarded
def barrels_per_voyage(
    dwt_low: float,
    dwt_high: float,
    product: str,
    *,
    using: Sequence[Assumption] | None = None,
) -> Packed:
    """
    Return how many barrels a tanker of this size carries on one voyage.

    Args:
        dwt_low: The lowest deadweight, in tonnes.
        dwt_high: The highest deadweight, in tonnes.
        product: The path of the product, like ``fuel/refined``.
        using: Assumptions of one's own.

    Raises:
        AmountError: ``amount-order``, the deadweights are not above zero or out of order.
        UnknownIdError: No density is known for the product.

    Example:
        >>> print(barrels_per_voyage(1000, 3000, "fuel/refined/diesel").amount)
        5784..21932.4 barrel/voyage
    """
    if not 0 < dwt_low <= dwt_high < math.inf:
        fix = "give the lower deadweight first, in tonnes above zero"
        raise AmountError("amount-order", "the deadweights are out of order", (dwt_low, dwt_high), fix)
    share = assumption("cargo-share", "ships", using=using)
    density = assumption("density", product, using=using)
    size = Band(low=float(dwt_low), high=float(dwt_high), unit="tonne")
    cargo = arithmetic.product(arithmetic.product(size, share.band), density.band)
    found = attrs.evolve(cargo, unit="barrel/voyage")
    working = f"{size} x {share.band} x {density.band} = {found}"
    return Packed(amount=found, assumptions=(share, density), working=(working,))


_ROUND = ("round-mass", "packing-mass", "round-length", "packing-section", "packing-length")
_CONTAINER = ("payload", "inner-length", "inner-volume")


def _packed(first: Figure, second: Figure, sign: str) -> Packed:
    found = (arithmetic.ratio if sign == "/" else arithmetic.product)(first, second)
    working = f"{Band.of(first)} {sign} {Band.of(second)} = {found}"
    return Packed(amount=found, assumptions=(), working=(working,))


def _ends(known: Assumption) -> tuple[float, float]:
    factor = definitions.unit(known.unit).factor
    return known.low * factor, known.high * factor


def _stowed(inner_length: float, inner_section: float, length: float, side: float) -> int:
    return _whole(inner_length / length) * _whole(inner_section / side**2)


def _whole(number: float) -> int:
    return math.floor(number + 1e-9)
