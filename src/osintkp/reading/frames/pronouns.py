"""Whom "it", "they" and "its" mean: the actor named before them in their sentence, else the first of the one before."""

from __future__ import annotations

from osintkp.reading.events import Slot
from osintkp.reading.frames.told import LAND, Told
from osintkp.reading.names.board import is_state
from osintkp.reading.tokens import Tokens
from osintkp.vocabulary import actors

PERSONAL = frozenset(("he", "she", "him", "her", "his"))
MOST = 24
REACH = 30
CARRIERS = frozenset((
    "boat", "boats", "ship", "ships", "vessel", "vessels", "dhow", "dhows", "tanker", "tankers", "truck", "trucks", "lorry", "lorries", "plane",
    "planes", "convoy", "convoys", "freighter", "freighters", "aircraft", "barge", "barges", "trawler", "trawlers", "jet", "submarine", "skiff",
))  # fmt: skip
STATE = 2
POSSESSOR = "possessor"
OPPOSED = (("sender", "recipient"), ("actor", "by"))
SPEAKERS = frozenset(("we", "i", "our", "us", "my"))
HEARERS = frozenset(("you", "your"))


def resolve(told: list[Told], topics: list[tuple[int, Slot]], tokens: Tokens) -> None:
    """Put for "it", "they", "its" the actor named before them: in their sentence, else the first of the sentence before."""
    at = 0
    for each in told:
        while at < len(topics) and topics[at][0] < each.sentence:
            at += 1
        for field, slot in list(each.slots.items()):
            if slot.rule != "pronoun" or slot.confidence > 0.0:  # "the country" means whom its mention says
                continue
            del each.slots[field]
            if slot.value in HEARERS:
                continue
            if slot.value in SPEAKERS:  # whom it means shows when it is known who speaks
                each.slots.setdefault("own", Slot(value=field, start=slot.start, end=slot.end, rule="own"))
                continue
            if _carrier(tokens, each, slot):
                continue
            taken = {
                str(other.value)
                for name, other in each.slots.items()
                if any(name in pair and field in pair for pair in OPPOSED)
            }
            if slot.value == LAND and not taken:
                continue  # of two states near, only the other side of what is told shows which
            source = _meant(topics, at, each.sentence, slot, taken)
            if slot.value in ("his", "her"):  # "his country" of a speaker who is named by his office
                place, rule = (slot, "own") if source is None else (source, "his")
                each.slots.setdefault("own", Slot(value=field, start=place.start, end=place.end, rule=rule))
            if source is not None:
                each.slots[field] = Slot(
                    value=source.value, start=slot.start, end=slot.end, rule="pronoun", confidence=0.6
                )


def _carrier(tokens: Tokens, told: Told, slot: Slot) -> bool:
    """Tell whether "it" or "they" is the boat or truck named before it, which carries for nobody who is named."""
    if slot.value not in ("it", "they") or ".carry" not in told.rule:
        return False
    at = tokens.at(slot.start or 0)
    return not CARRIERS.isdisjoint(tokens.words[max(0, at - REACH) : at])


def _meant(
    topics: list[tuple[int, Slot]], at: int, sentence: int, slot: Slot, taken: set[str]
) -> Slot | None:
    """Return the actor that a pronoun means: the last before it in its sentence, else the first of the one before."""
    person = slot.value in PERSONAL
    owning = slot.value in ("its", "their", LAND)
    several = slot.value in ("they", "them", "their")
    place = slot.start or 0
    fitting = [
        each for number, each in topics[max(0, at - MOST) : at + MOST]
        if number == sentence and (each.start or 0) < place and _can_be(each, taken, person=person, several=several)
        and (owning or each.rule != POSSESSOR)
    ]  # fmt: skip
    if slot.value == LAND:
        fitting = [each for each in fitting if is_state(str(each.value))]
    if fitting:
        return fitting[-1]
    before = at - 1
    if before < 0 or topics[before][0] < sentence - 2:
        return None
    number = topics[before][0]
    fitting = [
        each for other, each in topics[max(0, at - MOST) : at]
        if other == number and each.rule != POSSESSOR and _can_be(each, taken, person=person, several=several)
        and (slot.value != LAND or is_state(str(each.value)))
    ]  # fmt: skip
    return fitting[0] if fitting else None


def _can_be(slot: Slot, taken: set[str], *, person: bool, several: bool = False) -> bool:
    """Tell whether a pronoun can mean somebody: "it" and "they" no person who stands for himself alone."""
    if isinstance(slot.value, tuple):
        return several and taken.isdisjoint(slot.value)
    if not isinstance(slot.value, str) or slot.value in taken:
        return False
    if person:
        return slot.rule == "person"
    return slot.rule not in ("person", "pronoun") or not _alone(slot.value)


def _alone(actor: str) -> bool:
    return len(actor) > STATE and (not actors.known(actor) or actors.kind(actor) == "person")
