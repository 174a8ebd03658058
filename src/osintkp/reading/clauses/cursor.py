"""Where a pass over a sentence stands: the phrase that is open, the auxiliaries that wait for their verb."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.clauses.forms import Verbs, fitting
from osintkp.reading.clauses.grammar import Word
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import NOTHING, Noun, Piece, Verb


class Auxiliary(NamedTuple):
    """
    An auxiliary verb that waits for its verb.

    Attributes:
        number: The number of its word.
        closed: ``be``, ``have``, ``do`` or ``modal``.
        text: The word.
    """

    number: int
    closed: str
    text: str


class Cursor:
    """
    Where a pass over a sentence stands.

    Attributes:
        ground: The text.
        words: Its words.
        meanings: What each of them can be; None for one that the grammar does not know.
        first: The number of the first word of the sentence.
        last: The number of its last word.
        noun: The phrase that is open; None for none.
        aux: The auxiliaries that wait for their verb.
        to: The number of a "to" that waits for its verb; -1 for none.
        negated: Whether "not" waits for its verb.
        row: The pieces so far, in order.
    """

    __slots__ = ("aux", "first", "ground", "last", "meanings", "negated", "noun", "row", "to", "words")

    def __init__(self, ground: Ground, first: int, last: int) -> None:
        self.ground = ground
        self.words = ground.tokens.words
        self.meanings = ground.meanings
        self.first = first
        self.last = last
        self.noun: Noun | None = None
        self.aux: list[Auxiliary] = []
        self.to = -1
        self.negated = False
        self.row: list[Piece] = []

    def after(self, number: int) -> str:
        """Return the word after another; the empty string at the end of the sentence."""
        return self.words[number + 1] if number < self.last else ""

    def closed_at(self, number: int) -> str | None:
        """Return the class of a closed word; None for an open one and at the end."""
        word = self.meanings[number] if number <= self.last else None
        return None if word is None else word.closed

    def phrased(self, number: int, word: Word) -> bool:
        """Tell whether the base form of a verb of several words begins at a word: "wipe out", "re-transfer"."""
        return bool(word.phrases) and any(
            closed.startswith("verb:b") and tuple(self.words[number + 1 : number + 1 + len(rest)]) == rest
            for rest, closed, _ in word.phrases
        )

    def begins_object(self, number: int) -> bool:
        """Tell whether a phrase that can be an object surely begins at a word."""
        if number > self.last:
            return False
        if number in self.ground.amounts or number in self.ground.actors:
            return True
        return self.closed_at(number) in ("determiner", "owner", "none", "pronoun", "relative")

    def open(self, number: int) -> Noun:
        """Return the phrase that is open, with a word in it; it is opened where there is none."""
        noun = self.noun
        if noun is None:
            self.flush()
            self.noun = noun = Noun(number)
            self.row.append(noun)
        elif noun.last < number:
            noun.last = number
        return noun

    def close(self) -> None:
        """Close the phrase that is open."""
        if self.noun is not None:
            self.noun.word = self.words[self.noun.last]
            self.noun = None

    def flush(self) -> None:
        """Give auxiliaries that no verb followed as a verb of their own: "was", "has"."""
        aux = self.aux
        if aux:
            number, closed, _ = aux[-1]
            verb = Verb(aux[0].number, number, ("be" if closed == "modal" else closed,), "d", number)
            verb.negated = self.negated
            verb.to = self.to >= 0
            verb.modal = self.modal()
            self.aux, self.negated = [], False
            self.row.append(verb)
        self.to = -1

    def modal(self) -> str:
        """Return the modal verb that waits; the empty string for none."""
        for each in self.aux:
            if each.closed == "modal":
                return each.text
        return ""

    def note(self, noun: Noun, number: int) -> None:
        """Keep what a word of a phrase can stand for."""
        word = self.meanings[number]
        if word is None:
            noun.standing, noun.complement = NOTHING, None
            return
        noun.standing = standing = word.standing
        if standing:
            noun.passing = noun.passing | standing if noun.passing else standing
        if word.noun is not None:
            noun.nouns += ((number, word.noun),)
        noun.complement = word.complement

    def take(self, number: int) -> int:
        """Take a word into the phrase that is open; return the number of the word after it."""
        noun = self.noun or self.open(number)
        self.note(noun, number)
        noun.last = number
        return number + 1

    def take_known(self, first: int, last: int, known: str) -> None:
        """Take words into the phrase that is open that are one noun to the frames."""
        for each in range(first, last + 1):
            self.take(each)
        if self.noun is not None:
            self.noun.nouns = (*(each for each in self.noun.nouns if each[0] < first), (last, known))

    def ends_in_place(self, noun: Noun) -> bool:
        """Tell whether a place is the last of a phrase, as in "near Gao"."""
        return bool(noun.places) and noun.places[-1].end == self.ground.tokens.ends[noun.last]

    def particle(self, first: int, last: int, kind: str, means: str) -> None:
        """Add a piece that is no phrase and no verb."""
        if self.noun is not None:
            self.close()
        if self.aux or self.to >= 0:
            self.flush()
        self.row.append(Piece(kind, first, last, means))

    def auxiliary(self, number: int, closed: str, text: str) -> None:
        """Let an auxiliary wait for its verb."""
        self.close()
        if closed == "modal":
            self.flush()
        self.aux.append(Auxiliary(number, closed, text))

    def add_verb(self, first: int, last: int, verbs: Verbs) -> None:
        """Add a verb with the auxiliaries that waited for it."""
        self.close()
        aux, to = self.aux, self.to >= 0
        start = aux[0].number if aux else self.to if to else first
        lemmas, kinds, forms = fitting(verbs, self._wanted())
        verb = Verb(start, last, lemmas, forms, first)
        verb.ing = not kinds.strip("g")
        if aux:
            is_be = aux[-1].closed == "be"
            verb.passive = is_be and "n" in kinds
            verb.ing = (verb.ing and not is_be) or (len(aux) == 1 and aux[0].text in ("being", "having"))
            verb.modal = self.modal()
            self.aux = []
        elif not to:
            verb.bare = "d" in kinds or kinds == "n"
        verb.to, verb.negated = to, self.negated
        self.to, self.negated = -1, False
        self.row.append(verb)

    def _wanted(self) -> str:
        """Return the kinds of form that can stand after the auxiliaries that wait; the empty string for any."""
        if not self.aux:
            return "b" if self.to >= 0 else ""
        closed = self.aux[-1].closed
        if closed in ("modal", "do"):
            return "b"
        return "ng" if closed == "be" else "n"


def full(noun: Noun) -> bool:
    """Tell whether a phrase has its noun already, so that a name or figure begins another."""
    if noun.pronoun or noun.items or noun.nouns:
        return True
    if noun.actors:
        last = noun.actors[-1]
        if last.owns:
            return noun.last > last.last + 1
        return last.mention.by != "adjective" or bool(noun.passing) or noun.last > last.last
    return bool(noun.passing)
