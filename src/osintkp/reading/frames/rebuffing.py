"""Truces and pacts that somebody will not have: "rejected calls for a ceasefire", "snubbed an appeal to call a truce"."""

from __future__ import annotations

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.frames.agreeing import FAMILY, treaty_rows
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import beside_noun
from osintkp.reading.frames.told import Slots, Told, add
from osintkp.reading.names.board import is_state

REJECTS = frozenset(("reject", "rebuff", "snub", "dismiss", "spurn", "ignore", "turn down", "resist", "shun", "refuse", "decline", "brush off"))  # fmt: skip
CALLS = frozenset(("call", "calls", "appeal", "appeals", "proposal", "proposals", "offer", "offers", "plea", "pleas", "demand", "demands", "push", "bid", "pressure", "initiative", "suggestion"))  # fmt: skip
CALLING = frozenset(("call", "call for", "offer", "appeal"))
FAR = 7


def rebuffs(matching: Matching) -> None:
    """Find the agreements that somebody is called to make, and refuses."""
    for number, verb in matching.verbs:
        if verb.passive or verb.negated or REJECTS.isdisjoint(verb.lemmas):
            continue
        called = next(
            (each for each in matching.clauses.after(number).objects if _calls(matching, each)), None
        )
        pact = None if called is None else _asked(matching, matching.place(called))
        if called is None or pact is None:
            continue
        slots: Slots = {}
        bond = Bond(matching, "parties")
        bond.add(matching.clauses.subject(number), slots)
        caller = beside_noun(called, called.last + 1, owner=False)
        if caller is not None and isinstance(caller.value, str) and is_state(caller.value):
            add(slots, "parties", caller)
        around, _, _ = matching.clauses.after_noun(matching.place(pact))
        bond.governed(around, slots)
        for field in ("some", "pair"):
            slots.pop(field, None)
        told = Told(treaty_rows()[""], "rebuffed", (verb.head, verb.last), Thing(pact, None, (), pact.last))
        told.slots = slots
        told.modality, negated = matching.mood(number)
        told.negated = not negated
        told.date(matching.clauses.after(number).dates)
        if "parties" in slots or "one" in slots:
            matching.keep(told)


def _calls(matching: Matching, noun: Noun) -> bool:
    """Tell whether a phrase is a call for something; after an adjective it has the look of a verb: "Malian calls for"."""
    at = matching.place(noun) + 1
    after = matching.row[at] if at < len(matching.row) else None
    looks = noun.adjective_alone and isinstance(after, Verb) and not CALLING.isdisjoint(after.lemmas)
    return noun.word in CALLS or looks


def _asked(matching: Matching, place: int) -> Noun | None:
    """Return the agreement that a call is for: "calls for a truce", "an appeal to both to call a truce"."""
    nouns = grammar().nouns_of(FAMILY)
    for piece in matching.row[place + 1 : place + 1 + FAR]:
        if isinstance(piece, Verb) and piece.finite and CALLING.isdisjoint(piece.lemmas):
            return None
        if isinstance(piece, Noun) and piece.noun in nouns:
            return piece
    return None
