"""How the objects of the library print: their fields by name. Written once, for attrs would compile it for each class."""

from __future__ import annotations

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
