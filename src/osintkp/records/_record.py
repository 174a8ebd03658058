"""What every record type shares."""

from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Annotated, Any, ClassVar

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.units import Amount
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.fields import printed

ActorId = Annotated[str, "actor"]
ItemPath = Annotated[str, "item"]


@attrs.frozen(kw_only=True)
class Record:
    """
    What is said to have happened, apart from who says so.

    Every field of every record type may be None: reporting is incomplete.
    The checks read the fields below from any record; a type that has no such field answers None.
    """

    __repr__ = printed

    kind: ClassVar[str]
    roles: ClassVar[tuple[str, ...]] = ()

    @property
    def actors(self) -> tuple[str | None, ...]:
        """Return the actors in the order of their roles, sorted within one role; None where nobody is named."""
        named = reading(tuple(self.roles))(self)
        for each in named:
            if isinstance(each, tuple):
                lists = (sorted(some) if isinstance(some, tuple) else (some,) for some in named)
                return tuple(chain.from_iterable(lists))
        return named

    @property
    def topic(self) -> tuple[str | None, ...]:
        """Return the actors without whom the record would be about something else; by default all of them."""
        return self.actors

    def of(self, name: str) -> object:
        """Return a field by name, or None where this type of record has no such field."""
        return getattr(self, name, None) if isinstance(name, str) else None


@lru_cache(maxsize=256)
def reading(fields: tuple[str, ...]) -> Callable[[Record], tuple[Any, ...]]:
    """Return what reads some fields of a record, as many as there are: ``attrgetter`` gives no tuple of fewer than two."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda record: tuple([getattr(record, field) for field in fields])


Validator = Callable[[Record, "attrs.Attribute[Amount | None]", Amount | None], None]


def measured_in(*units: str, like: str) -> Validator:
    """
    Return a validator for a field whose amounts are in some units, in others of their dimensions, or in rates of these.

    Args:
        *units: One unit of each dimension that fits.
        like: An amount that would be right, for the error's fix.
    """
    fits = _counted_in(units)

    def check(_: Record, field: "attrs.Attribute[Amount | None]", amount: Amount | None) -> None:
        if amount is not None and not fits(amount.unit):
            what = f"this is measured in {' or '.join(each or 'no unit' for each in units)}"
            raise _wrong_dimension(what, amount, f'write it like "{like}"', field.name)

    return check


def never_in(*units: str, fix: str) -> Validator:
    """
    Return a validator for a field whose amounts can be in many units, but not in some, nor in others of their dimensions.

    Args:
        *units: One unit of each dimension that does not fit.
        fix: What would be right.
    """
    fits_not = _counted_in(units)

    def check(_: Record, field: "attrs.Attribute[Amount | None]", amount: Amount | None) -> None:
        if amount is not None and fits_not(amount.unit):
            raise _wrong_dimension(f"this is not measured in {amount.unit}", amount, fix, field.name)

    return check


def _counted_in(units: tuple[str, ...]) -> Callable[[str], bool]:
    """Return what tells whether a unit, or what a rate in it counts, is of the dimension of one of some units."""

    @lru_cache(maxsize=1024)
    def counted(name: str) -> bool:
        above = unit(name.partition("/")[0])
        return any(same_dimension(above, unit(each)) for each in units)

    return counted


def _wrong_dimension(what: str, amount: Amount, fix: str, field: str) -> InvalidValueError:
    return InvalidValueError("wrong-dimension", what, str(amount), fix, field=field)


def when_of(record: Record) -> When | None:
    """Return the date or period that a record is about; None when it gives none."""
    value = getattr(record, "when", None) or record.of("signed") or record.of("since")
    return value if isinstance(value, When) else None
