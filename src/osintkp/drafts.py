"""What a reader says of its own work: by which rules a claim was drafted, how surely each field, and what stayed empty."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.typed import typed
from osintkp.units import Amount
from osintkp.validating import between
from osintkp.vocabulary.fields import printed

READER = "osintkp-reader"


_SHARE = between(0, 1)


def _shares(draft: "Draft", field: "attrs.Attribute[dict[str, float]]", value: dict[str, float]) -> None:
    for number in value.values():
        _SHARE(draft, field, number)


@typed
@attrs.frozen(kw_only=True)
class Draft:
    """
    How a claim was drafted, for whoever reviews it.

    Attributes:
        rules: The rules that made it, the frame first.
        confidence: How surely each field was read, from 0 to 1, by the field's name; ``kind`` is the record itself.
        unfilled: Why a field stayed empty or is to be looked at, by the field's name.

    Raises:
        InvalidValueError: A confidence lies outside of 0 to 1 (``bad-value``).

    Example:
        >>> draft = Draft(rules=("transfer.give",), confidence={"sender": 0.9, "amount": 0.7})
        >>> draft.weakest
        0.7
    """

    __repr__ = printed

    rules: tuple[str, ...] = ()
    confidence: dict[str, float] = attrs.field(factory=dict, hash=False, validator=_shares)
    unfilled: dict[str, str] = attrs.field(factory=dict, hash=False)

    @property
    def weakest(self) -> float:
        """Return the confidence of the field that was read least surely; 1 where none is graded."""
        return min(self.confidence.values(), default=1.0)


def from_notation(shape: "type[attrs.AttrsInstance]", values: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return values for the fields of a class; where a field holds an amount, a date or a word of a scale, a text is read as one.

    Args:
        shape: The class.
        values: Values by the names of its fields.

    Raises:
        InvalidValueError: A text is not in the notation, or no word of the scale (``unknown-word``).

    Example:
        >>> from osintkp.evidence import Link
        >>> str(from_notation(Link, {"when": "2023-04"})["when"])
        '2023-04'
    """
    types = {field.name: field.type for field in attrs.fields(shape)}
    return {name: _valued(types.get(name), name, each) for name, each in values.items()}


def _valued(kind: Any, name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    for each in (kind, *get_args(kind)):
        if each in (Amount, When):
            return each.parse(value)
        if isinstance(each, type) and issubclass(each, StrEnum):
            return one_word(each, name, value)
    return value


def one_word(scale: type[StrEnum], name: str, value: str) -> StrEnum:
    """
    Return the word of a scale that a text is.

    Raises:
        InvalidValueError: It is none of them (``unknown-word``).
    """
    if value not in tuple(scale):
        fix = f"use one of {', '.join(scale)}"
        raise InvalidValueError("unknown-word", f"{name} is none of its words", value, fix, field=name)
    return scale(value)
