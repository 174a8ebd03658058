"""Packages that a part of the library needs and an installation may not have."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from osintkp.errors import MissingExtraError


def extra(module: str, name: str, purpose: str) -> Any:
    """
    Return a module that comes with an extra of the library.

    Args:
        module: Its name, like ``altair``.
        name: Of the extra, like ``plots``.
        purpose: What needs it, as the start of a sentence.

    Raises:
        MissingExtraError: It is not installed.

    Example:
        >>> extra("no_such_module", "plots", "a picture")
        Traceback (most recent call last):
            ...
        osintkp.errors.MissingExtraError: a picture needs no_such_module: pip install "osintkp[plots]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        raise MissingExtraError(purpose, module.partition(".")[0], name) from None
