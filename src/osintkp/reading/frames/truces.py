"""What actors agreed to do, without a word for the treaty: "agreed to stop fighting", "agreed to form a joint force"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.agreeing import FAMILY, agreement_words, treaty_rows
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Slots, Told, ids

STOPS = frozenset(
    ("stop", "cease", "halt", "end", "suspend", "pause", "restore", "normalise", "normalize", "resume")
)
STRIFE = frozenset(("fight", "attack", "shell", "bomb"))
ENDED = frozenset(("end", "culminate", "result", "conclude", "lead", "finish"))
INTO = ("in", "with", "to")
SWAPS = frozenset(("swap", "exchange", "trade", "free", "release", "return"))
HOSTILE = frozenset(("fighting", "hostilities", "attacks", "war", "strikes", "ties", "relations", "shelling"))


def truces(matching: Matching) -> None:
    """Find who agreed to stop fighting, or to restore ties."""
    row = matching.row
    for number, verb in enumerate(row[:-2]):
        if not isinstance(verb, Verb) or "agree" not in verb.lemmas or verb.negated:
            continue
        at = _stopped(matching, number + 1)
        if at is None:
            _agreed(matching, number, verb)
            continue
        slots: Slots = {}
        Bond(matching, "parties").add(matching.clauses.subject(number), slots)
        Bond(matching, "parties").add(_foes(matching, at), slots)
        told = Told(treaty_rows()[""], "truce", (verb.head, verb.last), None)
        told.slots = slots
        told.open = slots.pop("pair", None) is not None
        if _hostile(row, at) and ("parties" in slots or told.open):
            matching.keep(told)


def concluded(matching: Matching) -> None:
    """Find what talks ended in: "talks between Mali and Niger ended in a deal", the deal of those who talked."""
    talks, pacts = grammar().nouns_of("meeting"), agreement_words()
    for number, verb in matching.verbs:
        if ENDED.isdisjoint(verb.lemmas) or verb.passive or verb.negated:
            continue
        held = next((each for each in matching.clauses.subject(number) if each.noun in talks), None)
        made = led_by(matching.clauses.after(number).governed, INTO)
        pact = next((each for each in made if each.word in pacts and not each.none), None)
        if held is None or pact is None:
            continue
        slots: Slots = {}
        bond = Bond(matching, "parties")
        bond.inside(held, slots)
        for at in range(matching.place(held), number - 1):
            between = matching.row[at + 1]
            if matching.row[at].word == "between" and isinstance(between, Noun):
                bond.add([between, *bond.rest(between)], slots)
        told = Told(treaty_rows()[""], "ended", (pact.last, pact.last), Thing(pact, None, (), pact.last))
        told.slots = {"parties": slots["parties"]} if "parties" in slots else {}
        told.modality, told.negated = matching.mood(number)
        told.date(matching.clauses.after(number).dates)
        if len(ids(told.slots.get("parties"))) > 1:
            matching.keep(told)


def _agreed(matching: Matching, number: int, verb: Verb) -> None:
    """Take what two or more actors agreed to do together: "Mali and Niger agreed to form a joint force"."""
    after = matching.row[number + 1]
    sent = (
        isinstance(after, Verb)
        and after.to
        and (_swaps(matching, number + 1, after) or not _sends(matching, after))
    )
    governed = matching.clauses.after(number).governed
    paired = after.word == "with" and any(each.preposition in ("on", "over", "about") for each in governed)
    if not sent and not paired and after.word not in ("on", "upon"):
        return
    slots: Slots = {}
    Bond(matching, "parties").add(matching.clauses.subject(number), slots)
    if paired:  # "Kenya has agreed with Haiti on rules of engagement"
        Bond(matching, "parties").add(led_by(governed, ("with",)), slots)
    paired = slots.pop("pair", None) is not None and not slots.get("parties")
    if len(ids(slots.get("parties"))) < 2 and not paired:
        return
    told = Told(treaty_rows()["agree"], "agreed", (verb.head, verb.last), None)
    told.slots = slots
    told.open = paired
    told.modality, told.negated = matching.mood(number)
    told.date(matching.clauses.after(number).dates)
    if not any(each.kind == FAMILY for each in matching.told):
        matching.keep(told)


def _swaps(matching: Matching, number: int, verb: Verb) -> bool:
    """Tell whether a verb passes people from each to the other: "to exchange 200 prisoners"."""
    objects = matching.clauses.after(number).objects
    return not SWAPS.isdisjoint(verb.lemmas) and any("people" in each.standing for each in objects)


def _sends(matching: Matching, verb: Verb) -> bool:
    """Tell whether a verb passes goods or people on, which is told as such."""
    table = matching.ground.grammar
    return any(
        table.rows[each]["kind"] in ("shipment", "meeting")
        and not {"late", "strict"} & table.rows[each].keys()
        for lemma in verb.lemmas
        for each in table.verb_rows.get(lemma, ())
    )


def _stopped(matching: Matching, at: int) -> int | None:
    """Return the number of what somebody agrees to stop or restore; None where it is no such thing."""
    row, words = matching.row, matching.ground.tokens.words
    piece = row[at]
    if isinstance(piece, Verb):
        return at + 1 if piece.to and STOPS.intersection(piece.lemmas) else None
    if piece.word == "to" and isinstance(row[at + 1], Noun) and words[row[at + 1].first] in STOPS:
        return at + 1
    return None


def _hostile(row: Sequence[object], at: int) -> bool:
    piece = row[at] if at < len(row) else None
    if isinstance(piece, Verb):
        return bool(STRIFE.intersection(piece.lemmas))
    return isinstance(piece, Noun) and not HOSTILE.isdisjoint(piece.word.split())


def _foes(matching: Matching, at: int) -> Iterator[Noun]:
    """Give whom somebody stops fighting."""
    piece = matching.row[at] if at < len(matching.row) else None
    if isinstance(piece, Verb):
        yield from matching.clauses.after(at).objects
    elif isinstance(piece, Noun):
        yield from (
            each.noun
            for each in matching.clauses.after_noun(at)[0]
            if each.preposition in ("with", "against")
        )
