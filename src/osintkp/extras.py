"""Packages that a part of the library needs and an installation may not have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, TypeVar

from osintkp.errors import ArgumentError, MissingExtraError

T = TypeVar("T")
Progress = bool | Callable[[Sequence[Any]], Iterable[Any]]


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


def shown(progress: Progress, things: Sequence[T]) -> Iterable[T]:
    """
    Give each of some things in turn while a bar shows how far one has come.

    Args:
        progress: Whether to show a bar, which needs tqdm; or a function that is given the things and gives each in turn,
            like ``tqdm`` itself.
        things: What takes its time.

    Raises:
        MissingExtraError: A bar is asked for and tqdm is not installed.
        ArgumentError: The function takes no things, or gives nothing that can be gone through.

    Example:
        >>> list(shown(False, "ab")), list(shown(reversed, "ab"))
        (['a', 'b'], ['b', 'a'])
    """
    if callable(progress):
        fix = "give a function that takes things and gives each in turn, like tqdm"
        given = call(progress, things, fix=fix)
        if not isinstance(given, Iterable):
            raise ArgumentError(
                "wrong-type", "progress does not give the things", given, fix, field="progress"
            )
        return given
    if not progress:
        return things
    bar: Iterable[T] = extra("tqdm", "progress", "a progress bar").tqdm(things)
    return bar


def call(progress: Callable[..., Any], *given: object, fix: str) -> Any:
    """
    Return what a function of the caller's own gives; what goes wrong within it is its own affair, and goes on.

    Args:
        progress: The function.
        *given: What it is called with.
        fix: What would be right, where it cannot be called so.

    Raises:
        ArgumentError: It cannot be called with this.

    Example:
        >>> call(bool, 5, 10, fix="give a function of two numbers")
        Traceback (most recent call last):
            ...
        osintkp.errors.ArgumentError: progress cannot be called so: <class 'bool'>; give a function of two numbers
    """
    try:
        return progress(*given)
    except TypeError as error:
        if error.__traceback__ is None or error.__traceback__.tb_next is not None:
            raise
        what = "progress cannot be called so"
        raise ArgumentError("wrong-type", what, progress, fix, field="progress") from error
