"""Columns: what a table holds, said once for its nested and its flat layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any

import attrs

Take = Callable[[Any], Any]


class Plain(StrEnum):
    """
    The shape of a single value, by Arrow's own name for it.

    Example:
        >>> Plain.DAY.value
        'date32'
    """

    TEXT = "string"
    DIGIT = "int8"
    WHOLE = "int64"
    NUMBER = "float64"
    TRUTH = "bool"
    DAY = "date32"


@attrs.frozen(kw_only=True)
class Struct:
    """
    The shape of a value with named parts; a flat table has a column for each part.

    Attributes:
        fields: The parts.
    """

    fields: tuple[Column, ...]


@attrs.frozen(kw_only=True)
class Items:
    """
    The shape of several values; a flat table has them as one text.

    Attributes:
        of: The shape of each.
        words: Gives each as text.
        between: What stands between them in that text.
        by_key: Whether each is a key with its value, in a struct of two: Arrow's own maps are strange to polars.
    """

    of: Shape
    words: Callable[[Any], str] = str
    between: str = "; "
    by_key: bool = False


Shape = Plain | Struct | Items


@attrs.frozen(kw_only=True)
class Column:
    """
    One column of a table, or one part of a column.

    Attributes:
        name: Its name in the nested layout; parts get the name of the whole before theirs in the flat one.
        shape: What its values look like.
        take: Gives its value from what the row tells of; for a part, from the value of the whole.
        note: What it holds, for whoever meets the table without this library.
        unit: Of its numbers; None where they have none or another column tells it.
        nested: Whether the nested layout has it.
        flat: Whether the flat layout has it.

    Example:
        >>> Column(name="quote").take(Column(name="x", note="a")) is None
        Traceback (most recent call last):
            ...
        AttributeError: 'Column' object has no attribute 'quote'
        >>> Column(name="note").take(Column(name="x", note="a"))
        'a'
    """

    name: str
    shape: Shape = Plain.TEXT
    take: Take = attrs.field(
        default=attrs.Factory(lambda column: attrgetter(column.name), takes_self=True), eq=False, repr=False
    )
    note: str = ""
    unit: str | None = None
    nested: bool = True
    flat: bool = True


def parts(**shapes: Shape) -> Struct:
    """
    Return the shape of a value whose parts are its attributes of the same names.

    Example:
        >>> [field.name for field in parts(scheme=Plain.TEXT, word=Plain.TEXT).fields]
        ['scheme', 'word']
    """
    return Struct(fields=tuple(Column(name=name, shape=shape) for name, shape in shapes.items()))


def by_key(key: str, value: str, shape: Shape = Plain.TEXT) -> Items:
    """
    Return the shape of a dictionary.

    Args:
        key: What its keys are.
        value: What its values are.
        shape: That of each value.

    Example:
        >>> plain(by_key("field", "reason"))({"when": "not told"})
        [{'field': 'when', 'reason': 'not told'}]
    """
    first = Column(name=key, take=itemgetter(0))
    second = Column(name=value, shape=shape, take=itemgetter(1))
    return Items(of=Struct(fields=(first, second)), words=_pair_words, by_key=True)


def _pair_words(pair: tuple[object, object]) -> str:
    return f"{pair[0]}: {pair[1]}"


def nested(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns of the nested layout."""
    return tuple(column for column in columns if column.nested)


def flattened(columns: Iterable[Column]) -> tuple[Column, ...]:
    """
    Return the columns of the flat layout, each with single values.

    Example:
        >>> [column.name for column in flattened([Column(name="amount", shape=parts(low=Plain.NUMBER))])]
        ['amount_low']
    """
    return tuple(leaf for column in columns if column.flat for leaf in _leaves(column))


def _leaves(column: Column) -> Iterator[Column]:
    shape = column.shape
    if isinstance(shape, Struct):
        for field in shape.fields:
            note = f"{column.note}: {field.note}" if column.note and field.note else column.note or field.note
            name, take = f"{column.name}_{field.name}", _through(column.take, field.take)
            yield from _leaves(attrs.evolve(field, name=name, take=take, note=note))
    elif isinstance(shape, Items):
        yield attrs.evolve(column, shape=Plain.TEXT, take=_joined(column.take, shape))
    else:
        yield column


def _through(whole: Take, part: Take) -> Take:
    def take(row: Any) -> Any:
        value = whole(row)
        return None if value is None else part(value)

    return take


def _joined(take: Take, shape: Items) -> Take:
    def text(row: Any) -> str | None:
        return shape.between.join(map(shape.words, _each(take(row) or ()))) or None

    return text


def _each(values: Any) -> Any:
    return values.items() if isinstance(values, dict) else values


def plain(shape: Shape) -> Take:
    """
    Return what gives a value of a shape as plain data: dictionaries, lists and single values.

    Example:
        >>> plain(Items(of=parts(real=Plain.NUMBER)))([1.5, 2.5])
        [{'real': 1.5}, {'real': 2.5}]
    """
    if isinstance(shape, Struct):
        return _plain_struct([(field.name, field.take, plain(field.shape)) for field in shape.fields])
    if isinstance(shape, Items):
        inner = plain(shape.of)
        return lambda values: None if values is None else [inner(value) for value in _each(values)]
    return lambda value: value


def _plain_struct(fields: list[tuple[str, Take, Take]]) -> Take:
    def struct(value: Any) -> Any:
        return None if value is None else {name: inner(take(value)) for name, take, inner in fields}

    return struct
