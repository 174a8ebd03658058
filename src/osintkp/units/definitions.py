"""The units that the library knows: their names, factors and dimensions, read from one definitions file."""

import functools
import pkgutil
from typing import Final

import attrs

from osintkp.errors import DimensionError, UnitError
from osintkp.units.refusals import refuse_unit
from osintkp.vocabulary.fields import printed

CALENDAR: Final = frozenset({"month", "year"})
SIGNED: Final = frozenset({"", "percent", "degree_celsius"})
OFFSET: Final = "degree_celsius"

Dimension = tuple[tuple[str, int], ...]


@attrs.frozen(kw_only=True)
class Unit:
    """
    A unit of the closed table, or a rate of two of them.

    Attributes:
        name: The canonical name, singular; the empty string for a pure number.
        factor: How many base units it is.
        dimension: The base units with their powers, sorted; empty for a pure number.

    Example:
        >>> unit("barrel/day").dimension
        (('metre', 3), ('second', -1))
    """

    __repr__ = printed

    name: str
    factor: float
    dimension: Dimension

    @property
    def signed(self) -> bool:
        """Tell whether an amount in this unit may be below zero: a change in percent may, a count may not."""
        return self.name.partition("/")[0] in SIGNED

    @property
    def calendar(self) -> bool:
        """Tell whether the unit is a mean length of something that the calendar makes longer or shorter."""
        return not CALENDAR.isdisjoint(self.name.split("/"))


PURE: Final = Unit(name="", factor=1.0, dimension=())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Table:
    """
    Every unit under each of its names.

    Attributes:
        units: From a name or alias to its unit.
        words: The names and aliases that have a plural in -s.
    """

    units: dict[str, Unit]
    words: frozenset[str]


def text() -> str:
    """
    Return the definitions file of the library, in the definition syntax of pint.

    Example:
        >>> "barrel = 42 * us_gallon" in text()
        True
    """
    return (pkgutil.get_data("osintkp", "data/units.txt") or b"").decode()


@functools.cache
def table() -> Table:
    """
    Return the table of units, read once.

    Example:
        >>> table().units["bbl"].name
        'barrel'
    """
    units = {"": PURE}
    words = []
    for line in text().splitlines():
        if not line or line[0] == "#":
            continue
        name, body, *aliases = line.split(" = ")
        made = _unit(name, body, units)
        units[name] = made
        units.update((alias, made) for alias in aliases if alias != "_")
        words += [name, *aliases[1:]]
    return Table(units=units, words=frozenset(word for word in words if word.islower() and word[-1] != "s"))


def unit(name: str) -> Unit:
    """
    Return the unit that a name, an alias, a plural or a rate stands for.

    The match is exact and knows upper from lower letters. A rate is one known unit per another: ``barrel/year``.

    Args:
        name: The name as it was written; the empty string is a pure number.

    Raises:
        UnitError: ``unit-unknown``, ``unit-ambiguous``, ``unit-syntax``, ``unit-size``, ``unit-offset`` or ``wrong-type``.

    Example:
        >>> unit("tonnes").name, unit("kg/round").name
        ('tonne', 'kilogram/round')
        >>> unit("ton")
        Traceback (most recent call last):
            ...
        osintkp.errors.UnitError: the unit has several readings: 'ton'; write one of tonne, short_ton, long_ton
    """
    if not isinstance(name, str):
        raise UnitError("wrong-type", "a unit is a text", name, "write its name in quotes, like 'container'")
    return table().units.get(name) or _composed(name)


def canonical(name: str) -> str:
    """
    Return the canonical name of a unit.

    Raises:
        UnitError: It is unknown, ambiguous or no unit at all.

    Example:
        >>> canonical("kg/rounds")
        'kilogram/round'
    """
    return unit(name).name


def is_unit(name: str) -> bool:
    """
    Tell whether a name is a known unit or a rate of two.

    Example:
        >>> is_unit("mm"), is_unit("ton")
        (True, False)
    """
    try:
        unit(name)
    except UnitError:
        return False
    return True


def same_dimension(first: Unit, second: Unit) -> bool:
    """
    Tell whether two units measure the same thing.

    Example:
        >>> same_dimension(unit("barrel"), unit("litre")), same_dimension(unit("container"), unit("TEU"))
        (True, False)
    """
    return first.dimension == second.dimension


def comparable(first: str, second: str) -> tuple[Unit, Unit]:
    """
    Return two units by name after a look at whether they measure the same thing.

    Raises:
        DimensionError: They do not.
        UnitError: One of them is unknown, ambiguous or no unit at all.

    Example:
        >>> comparable("barrel", "litre")[1].factor
        0.001
    """
    here, there = unit(first), unit(second)
    if not same_dimension(here, there):
        pair = " and ".join(repr(each.name) if each.name else "a pure number" for each in (here, there))
        raise DimensionError(
            f"{pair} measure different things; use two units of one dimension or a packing assumption"
        )
    return here, there


def factor(name: str, into: str | None = None) -> float:
    """
    Return how many of another unit a unit is.

    Args:
        name: A unit.
        into: Another unit of its dimension; None for base units.

    Raises:
        DimensionError: The two measure different things.
        UnitError: One of them is unknown, ambiguous or no unit at all.

    Example:
        >>> factor("FEU", "TEU"), factor("hour")
        (2.0, 3600.0)
    """
    if into is None:
        return unit(name).factor
    here, there = comparable(name, into)
    return 1.0 if here is there else here.factor / there.factor


@functools.lru_cache(maxsize=1024)
def _composed(name: str) -> Unit:
    known = table()
    singular = name[:-1]
    if name[-1] == "s" and singular in known.words:
        return known.units[singular]
    above, slash, below = name.partition("/")
    if not slash or not above or not below or "/" in below or len(name) > 2 * 64:
        refuse_unit(name, {word: meant.name for word, meant in known.units.items()})
    return _rate(unit(above), unit(below))


def _rate(above: Unit, below: Unit) -> Unit:
    name = f"{above.name}/{below.name}"
    if OFFSET in (above.name, below.name):
        raise UnitError(
            "unit-offset", "a temperature is no part of a rate", name, "write the temperature alone"
        )
    factor = above.factor / below.factor
    return Unit(name=name, factor=factor, dimension=_joined(above.dimension, below.dimension, -1))


def _unit(name: str, body: str, known: dict[str, Unit]) -> Unit:
    if body[0] == "[":
        return Unit(name=name, factor=1.0, dimension=((name, 1),))
    factor, sign = 1.0, 1
    dimension: Dimension = ()
    parts = body.split(" ")
    while parts:
        part = parts.pop(0)
        if part in "*/":
            sign = 1 if part == "*" else -1
        elif part[0].isdigit():
            factor *= float(part)
        else:
            power = sign * (int(parts[1]) if parts[:1] == ["**"] else 1)
            del parts[: 2 * (parts[:1] == ["**"])]
            factor *= known[part].factor ** power
            dimension = _joined(dimension, known[part].dimension, power)
    return Unit(name=name, factor=factor, dimension=dimension)


def _joined(first: Dimension, second: Dimension, power: int) -> Dimension:
    powers = dict(first)
    for base, count in second:
        powers[base] = powers.get(base, 0) + power * count
    return tuple(sorted((base, count) for base, count in powers.items() if count))
