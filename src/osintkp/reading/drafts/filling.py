"""The record of an event: each slot brought to what its field holds, and what could not be, with the reason."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin

import attrs

from osintkp.dates import When
from osintkp.errors import InvalidValueError, OsintkpError
from osintkp.evidence import UNKNOWN
from osintkp.reading.drafts.amounting import PIECE, amount_of, calibre_of
from osintkp.reading.drafts.goods import LONGEST_WORDS, class_of, goods
from osintkp.reading.events import Event, Slot
from osintkp.reading.mentions import ActorMention, AmountMention, DateMention, ItemMention
from osintkp.records import ActorId, ItemPath, Record, record_types
from osintkp.units import Amount
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import Measure

DATED: Final = ("when", "signed", "since")
NOT_TOLD: Final = "not told"
MEASURED: Final = ("measure", "money")
ONE_OF_SEVERAL: Final = 0.5
Kept = TypeVar("Kept")


class Filled(NamedTuple):
    """
    A record that was put together from slots.

    Attributes:
        record: The record.
        confidence: How surely each of its fields was read.
        unfilled: Why a field stayed empty, or what it leaves open.
    """

    record: Record
    confidence: dict[str, float]
    unfilled: dict[str, str]


class Value(NamedTuple):
    """What a slot gives a field, what it leaves open, and how far that lowers the confidence; None for nothing."""

    value: object
    note: str | None = None
    share: float = 1.0


def filled(event: Event, published: When | None = None) -> Filled:
    """
    Return the record of an event; what its type refuses is left out, and said so.

    Args:
        event: The event, of a kind that has a record type.
        published: When its text was published, the anchor of dates that are reckoned from it.
    """
    kinds = _kinds(event.kind)
    values: dict[str, Any] = {}
    sure: dict[str, float] = {}
    notes: dict[str, str] = {}
    for name, slot in event.slots.items():
        field = _field(name, kinds)
        if field is None or field in values:
            continue
        try:
            made = MAKERS[kinds[field]](slot, event.kind, published)
        except OsintkpError as error:
            notes[field] = _why(error)
            continue
        if made.note is not None:
            notes[field] = made.note
        if made.value not in (None, (), {}):
            values[field] = made.value
            sure[field] = round(min(max(slot.confidence * made.share, 0.0), 1.0), 2)
    if "item" in kinds:
        _settle_goods(event, values, sure, notes)
    record = _made(record_types()[event.kind], values, notes)
    for field in _asked(event.kind):
        if field not in values:
            notes.setdefault(field, NOT_TOLD)
    return Filled(record, _ordered(sure, kinds, values), _ordered(notes, kinds, notes))


def _ordered(told: dict[str, Kept], kinds: Iterable[str], only: Mapping[str, object]) -> dict[str, Kept]:
    """Return what is told of some fields, in the order in which a record type has them."""
    return {name: told[name] for name in kinds if name in only}


def _made(shape: type[Record], values: dict[str, Any], notes: dict[str, str]) -> Record:
    """Return a record of the values that its type takes; the others are dropped, with the reason."""
    while True:
        try:
            return shape(**values)
        except InvalidValueError as error:
            field = str(error.field)
            del values[field]
            notes[field] = _why(error)


def _why(error: OsintkpError) -> str:
    what = error.what if isinstance(error, InvalidValueError) else str(error)
    return f"refused: {what}"


def _field(name: str, kinds: Mapping[str, str]) -> str | None:
    """Return the field that a slot fills; a date fills whichever date the record is about."""
    if name in kinds or name not in DATED:
        return name if name in kinds else None
    return next((each for each in DATED if each in kinds), None)


def _settle_goods(
    event: Event, values: dict[str, Any], sure: dict[str, float], notes: dict[str, str]
) -> None:
    """Drop words that name no goods; where nothing names them, take the words after the figure, or what it counts."""
    slot, named = event.slots.get("amount"), event.slots.get("item")
    mention = slot.value if slot is not None and isinstance(slot.value, AmountMention) else None
    if "item" in values:
        found = _measured(mention) if _holds(named, mention) else goods(values["item"])
        if found is not None:
            values["item"] = found
            return
        notes["item"] = f"{values.pop('item')!r} names no goods"
        del sure["item"]
    if slot is None or mention is None or mention.role != "count" or mention.unit == "person":
        return
    found = class_of(mention.item) or class_of(mention.unit)
    if found is None and "amount" in values and values["amount"].unit == PIECE:
        found = goods(mention.item) or _plain(mention.unit)
    if found is not None:
        notes.pop("item", None)
        values["item"] = found
        sure["item"] = round(min(max(slot.confidence, 0.0), 1.0) * ONE_OF_SEVERAL, 2)


def _measured(mention: AmountMention | None) -> str | None:
    """Return the class of what is measured or paid for: the crude of "150 barrels of crude"."""
    return None if mention is None or mention.role not in MEASURED else class_of(mention.item)


def _holds(named: Slot | None, mention: AmountMention | None) -> bool:
    """Tell whether the words for the goods hold the figure itself."""
    if named is None or mention is None or named.start is None or named.end is None:
        return False
    return named.start <= mention.number[0] < named.end


def _plain(words: object) -> str | None:
    """Return words of a text on one line; None for none."""
    if not isinstance(words, str):
        words = getattr(words, "quote", None) or ""
    return " ".join(words.split())[:LONGEST_WORDS].strip() or None


@functools.lru_cache(maxsize=4096)
def actor_id(words: str) -> str | None:
    """
    Return the id that a coding takes for an actor: that of the table, or a slug of the words; None where no letter is left.

    Example:
        >>> actor_id("SD"), actor_id("Khartoum"), actor_id("the Lion Cubs!"), actor_id("?")
        ('SD', 'SD', 'the-lion-cubs', None)
    """
    slug = "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in words.lower()).split()
    )
    for each in (words, slug[:64].strip("-")):
        if each == UNKNOWN or actors.known(each):
            return each
        found = actors.resolve(each[:LONGEST_WORDS]).actor
        if found is not None or (each and actors.legal_id(each)):
            return found or each
    return None


def _actor(slot: Slot, _: str, __: When | None) -> Value:
    found = _actor_ids(slot.value)
    if len(found) < 2:
        return Value(found[0] if found else None)
    return Value(found[0], f"the first of {', '.join(found)}", ONE_OF_SEVERAL)


def _actors(slot: Slot, _: str, __: When | None) -> Value:
    return Value(_actor_ids(slot.value))


def _actor_ids(value: object) -> tuple[str, ...]:
    each = value if isinstance(value, (tuple, list)) else (value,)
    named = (one.actor if isinstance(one, ActorMention) else one for one in each)
    ids = (actor_id(one) for one in named if isinstance(one, str))
    return tuple(dict.fromkeys(one for one in ids if one is not None and one != UNKNOWN))


def _item(slot: Slot, _: str, __: When | None) -> Value:
    words = slot.value.path or slot.value.quote if isinstance(slot.value, ItemMention) else slot.value
    return Value(_plain(words))


def _amount(slot: Slot, kind: str, _: When | None) -> Value:
    value = slot.value
    if isinstance(value, AmountMention):
        return Value(*amount_of(value, kind))
    if isinstance(value, float):
        return Value(calibre_of(value))
    if isinstance(value, str):
        return Value(Amount.parse(value))
    return Value(value if isinstance(value, Amount) else None)


def _when(slot: Slot, _: str, published: When | None) -> Value:
    if isinstance(slot.value, DateMention):
        found = dated(slot.value, published)
        return Value(
            found,
            None if found is not None else f"{_plain(slot.value.quote)!r} needs a date to be reckoned from",
        )
    return Value(When.of(slot.value) if isinstance(slot.value, (str, When)) else None)


def dated(mention: DateMention, published: When | None) -> When | None:
    """
    Return a date of a text with its words and, where it was reckoned from the day of publication, that day.

    Example:
        >>> found = dated(DateMention(start=0, end=4, quote="2023", when=When.parse("2023")), None)
        >>> found.words, found.anchor
        ('2023', None)
    """
    if mention.when is None:
        return None
    day = None if published is None or not mention.anchored else published.earliest
    sole = day is not None and published is not None and published.earliest == published.latest
    anchor = mention.when.anchor or (day if sole else None)
    return attrs.evolve(mention.when, words=mention.when.words or _plain(mention.quote), anchor=anchor)


def _words(slot: Slot, _: str, __: When | None) -> Value:
    return Value(_plain(slot.value))


def _texts(slot: Slot, _: str, __: When | None) -> Value:
    each = slot.value if isinstance(slot.value, (tuple, list)) else (slot.value,)
    return Value(tuple(found for found in map(_plain, each) if found is not None))


def _measure(slot: Slot, _: str, __: When | None) -> Value:
    return Value(Measure(str(slot.value)) if slot.value in tuple(Measure) else None)


def _dated_by(slot: Slot, _: str, published: When | None) -> Value:
    """Return the day for each of those who did it, from those and the date."""
    who, date = slot.value if isinstance(slot.value, tuple) and len(slot.value) == 2 else ((), None)
    when = dated(date, published) if isinstance(date, DateMention) else None
    return Value(dict.fromkeys(_actor_ids(who), when) if when is not None else None)


MAKERS: Final[dict[str, Callable[[Slot, str, When | None], Value]]] = {
    "actor": _actor, "actors": _actors, "item": _item, "amount": _amount, "when": _when, "words": _words, "texts": _texts,
    "measure": _measure, "dated": _dated_by,
}  # fmt: skip


@functools.cache
def _asked(kind: str) -> tuple[str, ...]:
    """Return the fields of a record type of which it is said that they are not told."""
    fields = dict.fromkeys((*record_types()[kind].roles, "item", "amount", *DATED))
    return tuple(field for field in fields if field in _kinds(kind))


@functools.cache
def _kinds(kind: str) -> dict[str, str]:
    """Return what each field of a record type holds, by the name of its maker; a field of another sort is left alone."""
    sorts: list[tuple[object, str]] = [
        (tuple[ActorId, ...], "actors"), (tuple[str, ...], "texts"), (ActorId, "actor"), (ItemPath, "item"),
        (Amount, "amount"), (When, "when"), (Measure, "measure"), (str, "words"),
    ]  # fmt: skip
    found = {}
    for field in attrs.fields(record_types()[kind]):
        if get_origin(field.type) is dict:
            found[field.name] = "dated"
            continue
        types = (field.type, *get_args(field.type))
        sort = next((name for each, name in sorts if each in types), None)
        if sort is not None:
            found[field.name] = sort
    return found
