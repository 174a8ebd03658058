"""A sentence set against the frame tables: its clauses, what is told of it so far, and what may not be told again."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.mood import mood
from osintkp.reading.clauses.pieces import DATE, PREPOSITION, QUOTE, VERB, Noun, Piece, Verb
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.events import Slot
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Told

NEVER_SENT = ("loss", "seizure", "limit")


class Matching:
    """
    A sentence set against the frame tables.

    Attributes:
        ground: The text.
        row: The pieces of the sentence.
        verbs: Its verbs, each with its place.
        nouns: Its phrases, each with its place.
        dated: Whether a date stands in it.
        clauses: Its clauses.
        told: The events so far.
        places: The place of each phrase in the sentence, by its identity.
        wholes: The delivery that holds a phrase, by the identity of the phrase.
    """

    __slots__ = (
        "_first",
        "_taken",
        "_used",
        "clauses",
        "dated",
        "ground",
        "nouns",
        "places",
        "row",
        "told",
        "verbs",
        "wholes",
    )

    def __init__(self, row: list[Piece], ground: Ground) -> None:
        self.row = row
        self.ground = ground
        self._used: set[tuple[str, int]] = set()
        self._taken: set[int] = set()
        self._first: dict[tuple[str, int], Told] = {}
        self.wholes: dict[int, Noun] = {}
        self.verbs: list[tuple[int, Verb]] = []
        self.nouns: list[tuple[int, Noun]] = []
        self.dated = False
        for number, piece in enumerate(row):
            if isinstance(piece, Noun):
                self.nouns.append((number, piece))
            elif isinstance(piece, Verb):
                self.verbs.append((number, piece))
            elif piece.kind == DATE:
                self.dated = True
        self.places = {id(noun): number for number, noun in self.nouns}
        self.clauses = Clauses(row, ground.grammar)
        self.told: list[Told] = []

    def topics(self, *, rows: bool = False) -> list[Slot]:
        """Return the actors that stand free in the sentence, and every person, in order: whom a pronoun can mean; also rows."""
        found = []
        for number, piece in self.nouns:
            if not piece.actors:
                continue
            free = number == 0 or self.row[number - 1].kind != PREPOSITION
            if not free and rows and any(each.owns for each in piece.actors):
                owner = beside_noun(
                    piece, piece.last, owner=True
                )  # "a reply to Chad's failure to keep its pledge"
                if owner is not None and isinstance(owner.value, str):
                    found.append(attrs.evolve(owner, rule="possessor"))
            elif free or (piece.named_last and piece.actors[-1].mention.by == "person"):
                slot = actors_of(piece, self.ground.tokens) or beside_noun(piece, piece.last, owner=True)
                if slot is not None and (isinstance(slot.value, str) or rows):
                    found.append(slot)
        return found

    def keep_fitting(self, told: Told) -> None:
        """Keep an event that has what its row needs."""
        if told.fits():
            self.keep(told)

    def keep(self, told: Told) -> bool:
        """Keep one event for one figure or phrase, the first that tells it; what a later one adds goes to the first."""
        thing = told.thing
        if thing is None:
            key = told.trigger[0]
        else:
            key = thing.amount.start if thing.amount is not None else -thing.noun.first - 1
        if (told.kind, key) in self._used:
            first = self._first.get((told.kind, key))
            if first is not None:
                first.complete(told)
            return False
        self._use(told.kind, key)
        self._first[told.kind, key] = told
        if told.kind in NEVER_SENT or told.row.get("forces"):
            self._use("shipment", key)
        if thing is not None:
            self._use(told.kind, -thing.noun.first - 1)
            self._first.setdefault((told.kind, -thing.noun.first - 1), told)
            load = self.wholes.get(id(thing.noun)) if "carrier" in thing.noun.standing else None
            if load is not None:  # what counted carriers hold is told by them
                self._used.add((told.kind, -load.first - 1))
        self.told.append(told)
        return True

    def place(self, noun: Noun) -> int:
        """Return the number of a phrase in its sentence; one past the last where it is not in it."""
        return self.places.get(id(noun), len(self.row))

    def forbid(self, noun: Noun, kind: str = "shipment") -> None:
        """Keep a phrase from being told by itself: what is done with goods under a ban is not done."""
        self._use(kind, -noun.first - 1)
        for each in noun.amounts:
            self._use(kind, each.start)

    def taken(self, noun: Noun) -> bool:
        """Tell whether an event of some kind already passes on what a phrase names."""
        return -noun.first - 1 in self._taken

    def _use(self, kind: str, key: int) -> None:
        self._used.add((kind, key))
        self._taken.add(key)

    def mood(self, number: int) -> tuple[str | None, bool]:
        """Return the modality that the words around a verb lend to it, None for none, and whether they negate it."""
        return mood(self.row, number, self.ground.grammar)

    def verb_at(self, word: int) -> tuple[int, Verb] | None:
        """Return the verb that is a word of the text, with its place; None where that is no verb."""
        return next((each for each in self.verbs if each[1].head == word), None)

    def piece_at(self, word: int) -> int | None:
        """Return the place of the piece that holds a word of the text; None where none does."""
        return next((number for number, each in enumerate(self.row) if each.first <= word <= each.last), None)

    def governor(self, number: int) -> int | None:
        """Return the verb that a phrase is the object of; None where a preposition stands between."""
        at = number - 1
        while at >= 0 and self.row[at].kind == QUOTE:
            at -= 1
        return at if at >= 0 and self.row[at].kind == VERB else None
