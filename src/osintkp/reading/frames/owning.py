"""Which verb of a sentence each date belongs to: the one that it follows, or the one whose clause it stands in front of."""

from __future__ import annotations

from typing import Final

from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    NOUN,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    Dated,
    Noun,
    Verb,
)
from osintkp.reading.frames.matching import Matching

EDGES: Final = (STOP, RELATIVE, SUBORDINATOR)
FAR: Final = 40


class Owning:
    """
    The dates of a sentence, by the verb that each belongs to.

    Attributes:
        fronted: The dates that stand at the head of its main clause, and so can hold on in the sentence after it.
    """

    __slots__ = ("_matching", "_owned", "_row", "fronted")

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self._row = matching.row
        self._owned: dict[int, list[int]] = {}
        self.fronted: list[Dated] = []
        for number, piece in enumerate(self._row):
            if isinstance(piece, Dated):
                front = self._in_front(number)
                owner = self._verb_after(number) if front else self._verb_before(number)
                if owner is not None:
                    self._owned.setdefault(owner, []).append(number)
                if front and not (owner is not None and self._says(owner)):
                    self.fronted.append(piece)

    def _says(self, number: int) -> bool:
        verb = self._row[number]
        said = self._matching.ground.saying
        return isinstance(verb, Verb) and any(each in said for each in range(verb.first, verb.last + 1))

    def _in_front(self, number: int) -> bool:
        """Tell whether a date stands before the verb of its clause."""
        at = self._bare(number)
        if at >= 0 and self._row[at].kind == CONJUNCTION:
            return self._begins(number + 1)
        for each in range(at, max(-1, number - FAR), -1):
            piece = self._row[each]
            if piece.kind in EDGES and (piece.kind != SUBORDINATOR or self._begins(each + 1)):
                return True
            if isinstance(piece, Verb) and not self._gerund(each):
                return (
                    self._row[at].kind == COMMA
                    and self._kind(number + 1) == NOUN
                    and self._begins(number + 1)
                )
        return True

    def _gerund(self, number: int) -> bool:
        """Tell whether a form in -ing is a subject or an aside of its own: "shelling on Sunday killed"."""
        verb = self._row[number]
        return (
            isinstance(verb, Verb) and verb.ing and self._kind(number - 1) in ("", COMMA, CONJUNCTION, *EDGES)
        )

    def _bare(self, number: int) -> int:
        """Return the number of the piece before a date, over the preposition and article that lead it."""
        at = number - 1
        article = self._row[at] if at >= 0 else None
        if (
            isinstance(article, Noun)
            and not article.actors
            and article.last == article.first
            and self._kind(at - 1) == PREPOSITION
        ):
            return at - 2
        return at - 1 if self._kind(at) == PREPOSITION else at

    def _kind(self, at: int) -> str:
        return self._row[at].kind if 0 <= at < len(self._row) else ""

    def _begins(self, at: int) -> bool:
        """Tell whether a phrase with a finite verb of its own begins here."""
        if self._kind(at) == COMMA:
            at += 1
        for each in range(at, min(len(self._row), at + FAR)):
            piece = self._row[each]
            if isinstance(piece, Verb):
                return each > at and piece.finite and bool(self._matching.clauses.subject(each))
            if piece.kind not in (NOUN, PREPOSITION, QUOTE, DATE):
                return False
        return False

    def _verb_before(self, number: int) -> int | None:
        for at in range(number - 1, max(-1, number - FAR), -1):
            if self._kind(at) == STOP:
                return None
            if isinstance(self._row[at], Verb):
                return at
        return None

    def _verb_after(self, number: int) -> int | None:
        """Return the verb whose clause a date stands in front of, over asides and participles on its subject."""
        at = number + 1
        most = min(len(self._row), number + FAR)
        first: int | None = None
        while at < most:
            piece = self._row[at]
            if piece.kind == STOP:
                break
            if isinstance(piece, Verb) and not self._aside(at):
                if first is None:
                    first = at
                if not (piece.bare and isinstance(self._row[at - 1], Noun)):
                    return at if piece.finite or first == at else first
                if self._later_verb(at) is None:
                    return at
            at += 1
        return first

    def _aside(self, at: int) -> bool:
        """Tell whether a verb of saying stands between commas: "In May, officials say, ..."."""
        before = at - 1
        while self._kind(before) == NOUN:
            before -= 1
        return self._says(at) and self._kind(before) == COMMA and self._kind(at + 1) == COMMA

    def _later_verb(self, at: int) -> int | None:
        """Return the finite verb whose subject a participle says more on."""
        noun = self._row[at - 1]
        for each in range(at + 1, min(len(self._row), at + FAR)):
            piece = self._row[each]
            if piece.kind in EDGES:
                return None
            if isinstance(piece, Verb) and piece.finite:
                shared = self._kind(each - 1) in (CONJUNCTION, COMMA)
                same = any(one is noun for one in self._matching.clauses.subject(each))
                return each if same and not shared else None
        return None
