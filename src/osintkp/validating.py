"""Validators for fields that hold a word of a few, or a number between two."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from osintkp.errors import InvalidValueError

Word = TypeVar("Word", bound=StrEnum)
Validator = Callable[[Any, Any, Any], None]


def one_of(*words: str) -> Validator:
    """
    Return a validator for a field that holds one of some words.

    Example:
        >>> import attrs
        >>> way = attrs.make_class("Way", {"way": attrs.field(validator=one_of("to", "from"))})
        >>> way("by")
        Traceback (most recent call last):
            ...
        osintkp.errors.InvalidValueError: way is none of its words: 'by'; use one of to, from
    """

    def check(_: Any, field: Any, value: Any) -> None:
        if value not in words:
            fix = f"use one of {', '.join(words)}"
            raise InvalidValueError(
                "unknown-word", f"{field.name} is none of its words", value, fix, field=field.name
            )

    return check


def between(low: float, high: float) -> Validator:
    """
    Return a validator for a field that holds a number between two, both counted in.

    Example:
        >>> import attrs
        >>> spot = attrs.make_class("Spot", {"lat": attrs.field(validator=between(-90, 90))})
        >>> spot(91)
        Traceback (most recent call last):
            ...
        osintkp.errors.InvalidValueError: lat lies outside of -90 to 90: 91; give a number between them
    """

    def check(_: Any, field: Any, value: Any) -> None:
        if not low <= value <= high:
            what = f"{field.name} lies outside of {low:g} to {high:g}"
            raise InvalidValueError("bad-value", what, value, "give a number between them", field=field.name)

    return check


def word_of(scale: type[Word], given: object) -> Word:
    """
    Return a word of a scale, which may be given as a text.

    Raises:
        InvalidValueError: The scale has no such word (``unknown-word``).

    Example:
        >>> from osintkp.vocabulary.scales import Severity
        >>> word_of(Severity, "error") is Severity.ERROR
        True
    """
    if isinstance(given, scale):
        return given
    if not isinstance(given, str) or given not in map(str, scale):
        fix = f"use one of {', '.join(scale)}"
        what = f"no {scale.__name__.lower()} has this name"
        raise InvalidValueError("unknown-word", what, given, fix)
    return scale(given)
