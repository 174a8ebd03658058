"""The only door to pint: one private registry, and the way into the registry of the program that embeds this library."""

import functools
import math
import threading
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from osintkp.errors import UnitError
from osintkp.units import definitions

if TYPE_CHECKING:
    import pint

    Registry: TypeAlias = pint.UnitRegistry[float]
    Quantity: TypeAlias = pint.Quantity[float]

_LOCK: Final = threading.Lock()

# What the three physical base units are called in a registry that was made from pint's own file.
_PHYSICAL: Final = {"metre": "meter", "kilogram": "kilogram", "second": "second"}

# Other names of one unit in pint's own file; each is taken only after its size was checked.
_ALSO: Final = {
    "barrel": ("oil_barrel",),
    "us_gallon": ("gallon",),
    "pound_mass": ("pound",),
    "kilometre_per_hour": ("kilometer_per_hour",),
}


@functools.cache
def _built() -> "Registry":
    import pint

    made: Registry = pint.UnitRegistry(None)
    made.load_definitions(definitions.text().splitlines())
    return made


def registry() -> "Registry":
    """
    Return the library's own registry: made from its definitions file when it is first asked for, and only once.

    It is never the application registry of pint, and nothing is defined in it at run time.

    Example:
        >>> registry() is registry()
        True
    """
    with _LOCK:
        return _built()


def quantity(value: float, unit: str) -> "Quantity":
    """
    Return a quantity in the library's own registry.

    Args:
        value: The number.
        unit: A canonical name or rate of the library; never a text from outside.

    Example:
        >>> quantity(3.0, "barrel/day").to("us_gallon/day").magnitude
        126.0
    """
    return registry().Quantity(value, unit or "dimensionless")


def hosted(value: float, unit: str, host: "Registry | None" = None) -> "Quantity":
    """
    Return a quantity in the registry of the program that embeds this library.

    Counts and currencies that the registry lacks are defined there, as dimensions of their own. A physical unit comes under its
    own name where the registry means the same by it, else under another name of the same size, else in base units.

    Args:
        value: The number.
        unit: A canonical name or rate of the library.
        host: The registry; None for pint's application registry.

    Raises:
        UnitError: ``unit-unknown``, the registry lacks metre, kilogram or second.

    Example:
        >>> import pint
        >>> str(hosted(40.0, "container", pint.UnitRegistry()))
        '40.0 container'
    """
    if host is None:
        import pint

        host = cast("Registry", pint.application_registry)
    above, slash, below = unit.partition("/")
    with _LOCK:
        name, factor = _host_name(host, above)
        if slash:
            per, divisor = _host_name(host, below)
            return host.Quantity(value * factor / divisor, f"({name or 1}) / ({per})")
    return host.Quantity(value * factor, name or "dimensionless")


def _host_name(host: "Registry", name: str) -> tuple[str, float]:
    unit = definitions.unit(name)
    if name == definitions.OFFSET:
        return ("degC" if _known(host, "degC") else _counted(host, name)), 1.0
    if all(base in _PHYSICAL for base, _ in unit.dimension):
        return _physical(host, unit)
    return _counted(host, name), 1.0


def _known(host: "Registry", name: str) -> str:
    import pint

    try:
        return str(host.get_name(name))
    except pint.UndefinedUnitError:
        return ""


def _physical(host: "Registry", unit: definitions.Unit) -> tuple[str, float]:
    for base, _ in unit.dimension:
        if not _known(host, _PHYSICAL[base]):
            fix = f"define {_PHYSICAL[base]} in it, or leave the registry out"
            raise UnitError("unit-unknown", "the registry of the host lacks a base unit", base, fix)
    in_base = " * ".join(f"{_PHYSICAL[base]} ** {power}" for base, power in unit.dimension)
    for name in (unit.name, *_ALSO.get(unit.name, ())):
        if (
            name
            and _known(host, name)
            and math.isclose(_size(host, name, in_base), unit.factor, rel_tol=1e-9)
        ):
            return name, 1.0
    return in_base, unit.factor


def _size(host: "Registry", name: str, in_base: str) -> float:
    one = host.Quantity(1.0, name)
    wanted = in_base or "dimensionless"
    return float(one.to(wanted).magnitude) if one.is_compatible_with(wanted) else math.nan


def _counted(host: "Registry", name: str) -> str:
    unit = definitions.unit(name)
    base = unit.dimension[0][0]
    safe = f"osintkp_{name}"
    word = name if _free(host, name, base) else safe
    if not _known(host, word):
        meaning = f"[{safe}]" if base == name else f"{unit.factor} * {_counted(host, base)}"
        host.define(f"{word} = {meaning}")
    return word


def _free(host: "Registry", name: str, base: str) -> bool:
    known = _known(host, name)
    if not known:
        return True
    _, made_of = host.get_base_units(name)
    return known == name and any(made_of == host.Unit(own) for own in (name, base) if _known(host, own))
