"""Cut a sentence into its pieces: one pass over its words, which takes mentions whole."""

from __future__ import annotations

from osintkp.reading.clauses.cursor import Cursor, full
from osintkp.reading.clauses.grammar import Word
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    Noun,
    Piece,
)
from osintkp.reading.clauses.taking import (
    is_attributive,
    is_verb_in_disguise,
    take_amount,
    take_date,
    take_mention,
)
from osintkp.reading.clauses.verbhood import acts, is_infinitive, is_verb

LONGEST_ASIDE = 60
SIGNS = {
    ",": COMMA,
    ";": STOP,
    ":": STOP,
    '"': QUOTE,
    "\u2014": COMMA,
    "\u2013": COMMA,
    "-": COMMA,
    "\n": STOP,
}
BRACKETS = {"(": ")", "[": "]"}
CLOSED = {
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "relative": RELATIVE,
    "subordinator": SUBORDINATOR,
}
AUXILIARIES = frozenset(("be", "have", "do", "modal"))
SHORT = {
    "re": ("be", "are"),
    "ve": ("have", "have"),
    "ll": ("modal", "will"),
    "m": ("be", "am"),
    "d": ("modal", "would"),
}
DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
BEFORE_FIGURE = frozenset(("accounting", "with", "representing", "at"))
SHORTEST = 4
ENDINGS = frozenset("yd")
DEEDS = frozenset(("following", "including", "like"))
DOUBTFUL = DEEDS | {"to", "then", "since"}
FLOATING = frozenset(("each", "both", "all"))


def tagged(ground: Ground, first: int, last: int) -> list[Piece]:
    """Return the pieces of a sentence, from its first word to its last."""
    return Tagger(ground, first, last).run()


class Tagger(Cursor):
    """A pass over a sentence."""

    __slots__ = ()

    def run(self) -> list[Piece]:
        """Return the pieces of the sentence."""
        number, last = self.first, self.last
        begins, meanings = self.ground.begins, self.meanings
        while number <= last:
            after = self._mention(number) if number in begins else None
            if after is None:
                word = meanings[number]
                after = self._unknown(number) if word is None else self._known(number, word)
            number = after
        self.close()
        self.flush()
        return self.row

    def _mention(self, number: int) -> int | None:
        """Take the mention that begins at a word; None where the word is taken for itself."""
        ground = self.ground
        if number in ground.amounts:
            return take_amount(self, number)
        if number in ground.dates and not is_attributive(self, number):
            return take_date(self, number)
        named = number in ground.actors or number in ground.places
        if named or (number in ground.items and not is_verb_in_disguise(self, number)):
            return take_mention(self, number)
        return None

    def _aside(self, number: int, closing: str) -> int:
        """Step over what stands in brackets; a phrase keeps the figure that stands there alone."""
        noun = self.noun or (self.row[-1] if self.row else None)
        at = number + 1 + (self.after(number) in BEFORE_FIGURE) + (self.after(number) == "accounting")
        if isinstance(noun, Noun) and at in self.ground.amounts:
            noun.bracketed = self.ground.amounts[at][1]
        for each in range(number + 1, min(self.last, number + LONGEST_ASIDE) + 1):
            if self.words[each] == closing:
                return each + 1
        return number + 1

    def _sign(self, number: int, kind: str) -> int:
        if kind != QUOTE:
            self.close()
            self.flush()
            self.negated = False
        self.row.append(Piece(kind, number, number, self.words[number]))
        return number + 1

    def _phrase(self, number: int, word: Word) -> int | None:
        """Take a phrase of several words that is one to the grammar; None where none begins here."""
        following = self.after(number)
        for rest, closed, means in word.phrases:
            if rest and rest[0] != following:
                continue
            end = number + len(rest)
            if end > self.last or tuple(self.words[number + 1 : end + 1]) != rest:
                continue
            if means == "due to" and rest == ("to",) and is_infinitive(self, end):
                continue
            if closed.startswith("verb:"):
                kinds = closed[5:]
                if any(each in self.ground.amounts for each in range(number + 1, end + 1)):
                    continue  # "delivered up to 300 rifles" delivers nothing up
                waits = bool(self.aux) or self.to >= 0 or (self.noun is not None and self.noun.named_last)
                deed = (
                    kinds == "g"
                    and self.after(end) == "of"
                    and any(each == rest and other == "noun" for each, other, _ in word.phrases)
                )
                if deed or (kinds in ("b", "s") and not waits):
                    continue
                self.add_verb(number, end, ((means, kinds),))
            elif closed == "adverb":
                self.negated = self.negated or means == "not"
            elif closed == "noun":
                self.take_known(number, end, means)
            else:
                self.particle(number, end, CLOSED[closed], means)
            return end + 1
        return None

    def _known(self, number: int, word: Word) -> int:
        """Take a word that the grammar knows, or the phrase that it begins."""
        if word.plain:
            return self.take(number)
        seconds = word.seconds
        if seconds and (self.after(number) in seconds or "" in seconds):
            end = self._phrase(number, word)
            if end is not None:
                return end
        verbs, closed = word.verbs, word.closed
        if verbs and self._is_joined(number):
            return self.take(number)
        if closed is not None and self._closed(number, word, closed):
            return number + 1
        if verbs and is_verb(self, number, word.forms, word):
            self.add_verb(number, number, verbs)
        elif closed in CLOSED:
            self.particle(number, number, CLOSED[closed], self.words[number])
        else:
            return self.take(number)
        return number + 1

    def _is_joined(self, number: int) -> bool:
        """Tell whether a word is joined to the phrase that is open, as in "Iran-led"."""
        joined = self.noun is not None and self.ground.tokens.joined(number)
        return joined and self.words[number - 1] != '"'

    def _unknown(self, number: int) -> int:
        """Take what the grammar does not know: a sign, a noun, an adverb, a verb by its ending."""
        text = self.words[number]
        if not text[0].isalnum():
            return self._mark(number, text)
        if text[-1] in ENDINGS and len(text) > SHORTEST:
            if text.endswith("ly"):
                return number + 1
            if text.endswith("ed") and self._is_past(number):
                self.add_verb(number, number, ((text, "dn"),))
                return number + 1
        if text.endswith("n't"):
            self.negated = True
            self.auxiliary(
                number, "do" if text[0] == "d" else "have" if text.startswith("ha") else "be", text
            )
            return number + 1
        return self.take(number)

    def _mark(self, number: int, text: str) -> int:
        """Take a sign; one that parts nothing is stepped over."""
        joined = self.ground.tokens.joined
        if (
            text == "-"
            and self.noun is not None
            and number < self.last
            and joined(number)
            and joined(number + 1)
        ):
            self.noun.last = number  # "U.S.-sanctioned"
            return number + 1
        if text in SIGNS:
            return self._sign(number, SIGNS[text])
        if text in BRACKETS:
            return self._aside(number, BRACKETS[text])
        if text in ("'", "'s"):
            return self._apostrophe(number, text)
        return number + 1

    def _is_past(self, number: int) -> bool:
        """Tell whether a word in -ed that the grammar does not know is a verb."""
        if self.aux:
            return True
        noun = self.noun
        head = noun is not None and (noun.named_last or bool(noun.items) or self.ends_in_place(noun))
        return head and not self.ground.tokens.joined(number)

    def _apostrophe(self, number: int, text: str) -> int:
        noun = self.noun
        short = SHORT.get(self.after(number)) if text == "'" else None
        if short is not None and self.ground.tokens.joined(number + 1):
            self.auxiliary(number + 1, *short)
            return number + 2
        if noun is not None and noun.actors and noun.actors[-1].last == noun.last:
            noun.actors[-1].owns = True
        elif text == "'s" and noun is None and self.row:
            before = self.row[-1]
            if isinstance(before, Noun) and before.pronoun:
                self.auxiliary(number, "be", "is")
        return number + 1

    def _closed(self, number: int, word: Word, closed: str) -> bool:
        """Take a closed word; False where it is left to be a verb or a noun."""
        if word.verbs and self._waits() and acts(self, number, word):
            return False
        text = self.words[number]
        if closed in CLOSED:
            if text in DOUBTFUL:
                return self._linking(number, text, closed)
            self.particle(number, number, CLOSED[closed], text)
        elif closed == "determiner":
            self._determiner(number, text)
        elif closed in AUXILIARIES:
            self.auxiliary(number, closed, text)
        elif closed == "adverb":
            if self.noun is None and not self.aux and self.row and self.row[-1].kind == PREPOSITION:
                self.take(number)
        elif closed == "negative":
            self.negated = True
        elif closed == "pronoun":
            self._pronoun(number, text)
        else:
            self._leading(number, text, closed)
        return True

    def _waits(self) -> bool:
        """Tell whether "to", a modal verb or a form of "do" waits for a base form."""
        return self.to >= 0 or (bool(self.aux) and self.aux[-1].closed in ("modal", "do"))

    def _leading(self, number: int, text: str, closed: str) -> None:
        """Take a word that leads a phrase of its own: "no", "its"."""
        self.close()
        noun = self.open(number)
        if closed == "none":
            noun.none = True
        else:
            noun.owner = text

    def _pronoun(self, number: int, text: str) -> None:
        if text == "who" and self.row:
            self.particle(number, number, RELATIVE, text)
            return
        self.close()
        self.open(number).pronoun = text
        self.close()

    def _determiner(self, number: int, text: str) -> None:
        if text == "that" and (self.noun is not None or not self.row or self.row[-1].kind != PREPOSITION):
            self.particle(number, number, RELATIVE, text)
            return
        noun = self.noun
        led = noun is None and bool(self.row) and self.row[-1].kind == RELATIVE
        if text in FLOATING and (self.aux or led or (noun is not None and (full(noun) or noun.amounts))):
            return
        if noun is not None and (full(noun) or noun.last > noun.first or text in ("the", "a", "an")):
            self.close()
        noun = self.open(number)
        noun.definite = noun.definite or text in DEFINITE

    def _linking(self, number: int, text: str, closed: str) -> bool:
        """Take a particle that can be something else; False for one that is a verb here."""
        if text == "to" and is_infinitive(self, number):
            self.close()
            self.flush()
            self.to = number
            return True
        if text in DEEDS and self.aux:
            return False
        if text == "then" and self.noun is not None and self.noun.named_last:
            return True
        if text == "since" and self.aux and self.aux[-1].closed == "have":
            return True
        self.particle(number, number, CLOSED[closed], text)
        return True
