"""Who is still left open at the end: the state where a force or a loss is told to be, or the side that a text is plainly about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.prominence import Prominence
from osintkp.reading.frames.told import PARTIES, Told, ids
from osintkp.reading.mentions import AmountMention
from osintkp.reading.names.board import is_state

LEAST = 3
CLEAR = 2
SCENE = 0.4
SOLE = 0.3
MAIN = 0.2
ARMS = frozenset({
    "weapons", "munitions", "missiles", "air-defence", "vehicles", "aircraft", "ships", "soldiers", "troops", "men", "personnel", "fighters", "servicemen",
    "peacekeepers", "militants", "terrorists", "tank", "tanks", "drone", "drones", "helicopter", "jet", "ship", "soldier", "fighter", "policemen", "officers",
})  # fmt: skip


def leaned(told: Sequence[Told], ground: Ground, prominence: Prominence) -> None:
    """
    Fill where a force was sent from the places of the text, and the open side of a delivery from whom it is plainly about.

    A force is sent to the state that the text names as a place at least three times and twice as often as any other. The
    open side of a delivery is the state that makes up a good part of all the names and is named three times as often as
    any third.

    Args:
        told: What the text tells.
        ground: The text.
        prominence: How much the text is about each actor.
    """
    open_ones = [each for each in told if _open(each) is not None]
    if not open_ones:
        return
    places = states_named(ground)
    for each in open_ones:
        field = _open(each)
        known = {name for slot in each.slots.values() for name in ids(slot)}
        sent = each.kind == "troop_deployment"
        value = _scene(places, known) if sent else prominence.sole(known, 0.3, 3)
        if field is not None and value is not None:
            rule, sure = ("scene", SCENE) if sent else ("lean", SOLE)
            each.slots[field] = Slot(value=value, rule=rule, confidence=sure)


def settled(events: Sequence[Event], ground: Ground) -> list[Event]:
    """
    Return events, with a limit that nobody is told to set given to whom the text is most about, a loss of nobody to the scene.

    Args:
        events: What the text tells.
        ground: The text.
    """
    bare = {"limit": ("authority", "on"), "loss": ("actor", "by")}
    if not any(_bare(each, bare.get(each.kind)) for each in events):
        return list(events)
    main = {"limit": _setter(events, Prominence(ground)), "loss": _scene(states_named(ground), set())}
    found = []
    for each in events:
        fields, value = bare.get(each.kind), main.get(each.kind)
        armed = each.kind == "loss" and _armed(each, ground)
        if fields is not None and value is not None and _bare(each, fields) and not armed:
            slot = Slot(value=value, rule="lean" if each.kind == "limit" else "scene", confidence=SOLE)
            found.append(attrs.evolve(each, slots={**each.slots, fields[0]: slot}))
        else:
            found.append(each)
    return found


def _bare(event: Event, fields: tuple[str, str] | None) -> bool:
    return (
        fields is not None and "own" not in event.slots and not any(field in event.slots for field in fields)
    )


def _armed(event: Event, ground: Ground) -> bool:
    """Tell whether a loss is of arms or of those who bear them: where they were hit does not tell whose they are."""
    slots = [event.slots[name].value for name in ("item", "amount") if name in event.slots]
    words = {
        word for value in slots
        for word in str(value.item or value.unit if isinstance(value, AmountMention) else value).lower().replace("/", " ").split()
    }  # fmt: skip
    return not slots or not words.isdisjoint(ARMS) or not words.isdisjoint(ground.grammar.things["armed"])


def _setter(events: Sequence[Event], prominence: Prominence) -> str | None:
    """Return who sets all limits of the text that somebody sets, else whom it is most about; None for nobody."""
    setters = [
        each.slots["authority"].value for each in events if each.kind == "limit" and "authority" in each.slots
    ]
    counts = Counter(value for value in setters if isinstance(value, str))
    return next(iter(counts)) if len(counts) == 1 else prominence.main(MAIN)


def states_named(ground: Ground) -> Counter[str]:
    """
    Return how often a text names each state, as a place or by its name.

    Args:
        ground: The text.
    """
    seen = {place.start: place.state for _, place in ground.places.values()}
    seen |= {actor.start: actor.actor for _, actor in ground.actors.values() if actor.by == "name"}
    return Counter(state for state in seen.values() if state is not None and is_state(state))


def _open(told: Told) -> str | None:
    """Return the one side of a movement that is still open; of a force only where it went."""
    missing = [field for field in PARTIES if field not in told.slots]
    if len(missing) != 1 or told.kind not in ("shipment", "troop_deployment"):
        return None
    own = told.slots.get("own")
    if own is not None and own.value == missing[0]:
        return None
    return missing[0] if told.kind == "shipment" or missing[0] == "recipient" else None


def _scene(places: Mapping[str, int], known: set[str]) -> str | None:
    """Return the state that is a place of the text far more often than any other; None where none is."""
    counts = Counter({state: times for state, times in places.items() if state not in known})
    best = counts.most_common(2)
    if not best or best[0][1] < LEAST or (len(best) > 1 and best[0][1] < CLEAR * best[1][1]):
        return None
    return best[0][0]
