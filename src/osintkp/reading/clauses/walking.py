"""What stands to the right of a verb: its objects, one by one, its prepositions and dates, up to the end of its clause."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.clauses.governed import Governed, past_governed
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    Dated,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.sorts import sort_of

FARTHEST = 80
LOADED = frozenset(("pack", "load", "fill", "call", "know", "dub", "name"))
COUNTING = frozenset(("between", "about", "over", "around", "under", "near", "above", "below", "up"))
SPANS = frozenset(("hour", "day", "week", "month", "quarter", "year", "annum"))
ENDS = frozenset(("according to", "in return for", "due to", "instead of"))
BESIDES = ("for", "alongside", "with")
AIMS = frozenset(
    ("help", "aid", "support", "back", "assist", "bolster", "reinforce", "defend", "join", "fight")
)


class Beside(NamedTuple):
    """
    What stands after a verb.

    Attributes:
        objects: Its objects, those of a list one by one.
        indirect: The phrase before the object without a preposition ("gave Chad trucks"); None for none.
        governed: The phrases with prepositions.
        dates: The dates.
        parts: Phrases that are parts of what stands before them ("arms, including 40 mortars").
        either: Phrases that are alternatives to what stands before them ("3 million rounds or 500,000 rockets").
        aim: The phrase that a purpose is about ("to help the army"); None for none.
        end: The number of the last piece that belongs to it.
    """

    objects: list[Noun]
    indirect: Noun | None
    governed: list[Governed]
    dates: list[Dated]
    parts: list[Noun]
    either: list[Noun]
    aim: Noun | None
    end: int


def is_subject(row: list[Piece], at: int) -> bool:
    """Tell whether a phrase is the subject of the verb after it."""
    after = past_governed(row, at + 1)
    piece = row[after] if after < len(row) else None
    return (
        isinstance(piece, Verb)
        and piece.finite
        and (not piece.bare or (after + 1 < len(row) and isinstance(row[after + 1], Noun)))
    )


class Walk:
    """A walk to the right from a verb."""

    __slots__ = (
        "_aim", "_at", "_dates", "_either", "_end", "_governed", "_indirect", "_number", "_objects", "_parts", "_row",
    )  # fmt: skip

    def __init__(self, row: list[Piece], number: int) -> None:
        self._row = row
        self._number = number
        self._at = number + 1
        self._end = number
        self._objects: list[Noun] = []
        self._indirect: Noun | None = None
        self._governed: list[Governed] = []
        self._dates: list[Dated] = []
        self._parts: list[Noun] = []
        self._either: list[Noun] = []
        self._aim: Noun | None = None

    def run(self) -> Beside:
        """Return what stands after the verb."""
        row = self._row
        most = min(len(row), self._number + FARTHEST)
        while self._at < most and self._step(row[self._at]):
            pass
        return Beside(
            self._objects,
            self._indirect,
            self._governed,
            self._dates,
            self._parts,
            self._either,
            self._aim,
            self._end,
        )

    def _step(self, piece: Piece) -> bool:
        """Take a piece; False where the clause ends."""
        if isinstance(piece, Dated):
            self._dates.append(piece)
            self._take(1)
            return True
        if (
            isinstance(piece, Noun)
            and piece.word in SPANS
            and not (piece.amounts or piece.actors or piece.items)
        ):
            self._take(1)
            return True
        if isinstance(piece, Noun):
            return self._object(piece)
        if piece.kind == PREPOSITION:
            return self._preposition(piece)
        if piece.kind in (COMMA, CONJUNCTION):
            return self._more()
        if piece.kind == QUOTE:
            self._at += 1
            return True
        if piece.kind == STOP and piece.word == ":" and not self._objects:
            after = self._next(1)
            self._at += 1
            return not isinstance(after, Noun) or sort_of(after) in (
                "goods",
                "people",
            )  # "40 rifles seized: navy"
        if isinstance(piece, Verb):
            return self._verb(piece)
        return False

    def _take(self, count: int) -> None:
        self._at += count
        self._end = self._at - 1

    def _object(self, noun: Noun) -> bool:
        if self._at > self._number + 1 and is_subject(self._row, self._at):
            return False
        if self._governed and not self._objects and sort_of(noun) != "goods":
            return False
        if len(self._objects) == 1 and self._indirect is None and not self._governed:
            self._indirect = self._objects.pop()
        elif self._objects:
            return False
        self._objects.append(noun)
        self._take(1)
        return True

    def _preposition(self, piece: Piece) -> bool:
        if piece.word in ENDS:
            return False
        after = self._next(1)
        if piece.word == "including" and isinstance(after, Noun):
            self._parts.append(after)
            if (self._objects and sort_of(self._objects[-1]) != "actor") or not self._governed:
                self._objects.append(after)
            else:
                self._governed.append(Governed(self._governed[-1].preposition, after))
            self._take(2)
            return True
        if isinstance(after, Noun):
            counted = (
                piece.word in COUNTING and bool(after.amounts) and not self._objects and not after.actors
            )
            if counted and (piece.word != "between" or len(after.amounts) == 1):
                self._objects.append(after)
            else:
                self._governed.append(Governed(piece.word, after))
            self._take(2)
            return True
        if isinstance(after, Dated):
            self._dates.append(after)
            self._take(2)
            return True
        if after is not None and after.kind in (PREPOSITION, QUOTE):
            self._at += 1
            return True
        return False

    def _next(self, far: int) -> Piece | None:
        return self._row[self._at + far] if self._at + far < len(self._row) else None

    def _more(self) -> bool:
        """Go on after a comma or conjunction where a list, a date or a preposition does."""
        far = 1
        after = self._next(far)
        if self._row[self._at].word == "or" and isinstance(after, Noun) and after.amounts:
            self._either.append(after)
        while after is not None and after.kind in (COMMA, CONJUNCTION, QUOTE):
            far += 1
            after = self._next(far)
        if after is None:
            return False
        if isinstance(after, Dated):
            return self._skip(far)
        if after.kind == PREPOSITION:
            return self._skip(far)
        if isinstance(after, Noun) and not is_subject(self._row, self._at + far):
            return self._listed(after, far)
        return False

    def _skip(self, far: int) -> bool:
        self._at += far
        return True

    def _listed(self, noun: Noun, far: int) -> bool:
        sort = sort_of(noun)
        row = self._row
        ahead = self._at + far + 1
        if ahead + 1 < len(row) and row[ahead].kind == PREPOSITION and row[ahead + 1].kind == RELATIVE:
            return False
        before = row[self._at - 1] if self._at > 0 else None
        last = self._governed[-1] if self._governed else None
        if (
            last is not None
            and before is last.noun
            and (sort in ("", sort_of(last.noun)) or last.preposition == "between")
        ):
            if last.noun in self._parts:
                self._parts.append(noun)
            self._governed.append(Governed(last.preposition, noun))
            self._take(far + 1)
            return True
        if self._objects and (
            sort in ("goods", "people") or (sort == "" and sort_of(self._objects[-1]) != "actor")
        ):
            if self._parts and self._objects[-1] in self._parts:
                self._parts.append(noun)
            self._objects.append(noun)
            self._take(far + 1)
            return True
        return False

    def _verb(self, verb: Verb) -> bool:
        """Go on over a purpose ("to help the army") and over what goods are packed with."""
        if verb.to and verb.word in AIMS:
            self._purpose(verb)
            return False
        after = self._next(1)
        if (
            verb.bare
            and self._objects
            and isinstance(self._row[self._at - 1], Noun)
            and after is not None
            and after.kind in (PREPOSITION, DATE)
            and after.word != "by"
            and not LOADED.intersection(verb.lemmas)
        ):
            self._take(1)
            return True
        if verb.bare and self._objects and (verb.word in LOADED or verb.word == "make"):
            self._load()
            return True
        return False

    def _purpose(self, verb: Verb) -> None:
        """Take whom a purpose is about: "to help the army", "to fight alongside the army"."""
        far = 1
        after = self._next(far)
        if after is not None and after.kind == PREPOSITION and after.word in BESIDES:
            far += 1
            after = self._next(far)
        elif verb.word == "fight":  # "to fight the rebels": they are not whom it helps
            return
        if isinstance(after, Noun):
            self._aim = after
            self._take(far + 1)

    def _load(self) -> None:
        """Take what goods are packed with, or called, which says what they are where they do not."""
        self._take(1)
        after = self._next(0)
        if after is not None and after.kind == PREPOSITION and isinstance(inside := self._next(1), Noun):
            if not self._objects[-1].items:
                self._objects[-1].items += inside.items
            self._take(2)
