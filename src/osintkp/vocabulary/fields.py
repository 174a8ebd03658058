"""What the classes of the library share: how their objects print, and how very many are made at once."""

from __future__ import annotations

from functools import cache
from typing import Any


def printed(instance: object) -> str:
    """
    Return an instance of an attrs class as an expression that makes it, without the fields that are not to be shown.

    For a class body: ``__repr__ = printed``.

    Example:
        >>> from osintkp.evidence import Link
        >>> print(printed(Link(actor="houthis", verb="said")))
        Link(actor='houthis', role=None, verb='said', medium=None, when=None, basis=None)
    """
    shape: Any = type(instance)
    fields = (field.name for field in shape.__attrs_attrs__ if field.repr)
    return f"{shape.__qualname__}({', '.join(f'{name}={getattr(instance, name)!r}' for name in fields)})"


@cache
def opened(shape: Any) -> type[Any]:
    """
    Return a class with the slots of a frozen one and without its lock.

    An instance of it, once filled, becomes one of the frozen class by its ``__class__``. That takes a fifth of the time, and
    nothing is validated: it is for values of which each has been. The frozen class must not have a slot for weak references
    beside its own, for Python then holds the two to be laid out differently.

    Example:
        >>> from osintkp.evidence import Link
        >>> made = opened(Link)()
        >>> for name in Link.__slots__:
        ...     setattr(made, name, None)
        >>> made.actor, made.__class__ = "houthis", Link
        >>> made == Link(actor="houthis")
        True
    """
    free = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(shape.__name__, shape.__bases__, {"__slots__": shape.__slots__, **free})
