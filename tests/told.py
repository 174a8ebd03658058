"""The events that the reader finds in a sentence, told shortly, for tests of its frames."""

from osintkp.reading.events import Event
from osintkp.reading.finding import Found
from osintkp.reading.frames.finder import events
from osintkp.reading.mentions import AmountMention, DateMention

NAMED = (
    "place",
    "origin",
    "destination",
    "when",
    "signed",
    "in_force",
    "ended",
    "window",
    "instrument",
    "outcome",
    "title",
)


def told(text: str) -> list[Event]:
    found = Found(text)
    return events(found.tokens, found.structure, found.mentions)


def shown(event: Event) -> str:
    """Return an event as one line: "shipment TR>ET 12 aircraft/uncrewed/armed when=2021-08 pledged not"."""
    slots = event.slots
    words = [event.kind]
    for left, right in (("sender", "recipient"), ("actor", "by"), ("authority", "on")):
        if left in slots or right in slots:
            words.append(f"{value(event, left)}>{value(event, right)}")
    words += [value(event, name) for name in ("participants", "parties", "amount", "item") if name in slots]
    words += [f"{name}={value(event, name)}" for name in NAMED if name in slots]
    if event.modality is not None:
        words.append(event.modality)
    if event.negated:
        words.append("not")
    return " ".join(words)


def value(event: Event, name: str) -> str:
    """Return what fills a field, as short as it can be said; "?" where nothing does."""
    if name not in event.slots:
        return "?"
    filled = event.slots[name].value
    if isinstance(filled, AmountMention):
        number = (
            filled.best if filled.best is not None else filled.low if filled.low is not None else filled.high
        )
        return f"{filled.comparator}{number:g}"
    if isinstance(filled, DateMention):
        return filled.when.edtf if filled.when is not None else filled.quote
    return "+".join(filled) if isinstance(filled, tuple) else str(filled)


def lines(text: str) -> list[str]:
    return [shown(event) for event in told(text)]
