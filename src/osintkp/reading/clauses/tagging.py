"""Cut a sentence into its pieces: one pass over its words, which takes mentions whole."""

from __future__ import annotations

from osintkp.reading.clauses.cursor import UNKNOWN, Cursor, full
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
    Dated,
    Named,
    Noun,
    Piece,
    Verb,
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
FIRM = frozenset(("agent", "firm"))
SHORTEST = 4
FLOATING = frozenset(("each", "both", "all"))


def tagged(ground: Ground, first: int, last: int) -> list[Piece]:
    """Return the pieces of a sentence, from its first word to its last."""
    return Tagger(ground, first, last).run()


class Tagger(Cursor):
    """A pass over a sentence."""

    __slots__ = ()

    def run(self) -> list[Piece]:
        """Return the pieces of the sentence."""
        number = self.first
        while number <= self.last:
            number = self._step(number)
        self.close()
        self.flush()
        return self.row

    def _step(self, number: int) -> int:
        """Take what stands at a word; return the number of the word after it."""
        ground = self.ground
        if number in ground.begins:
            if number in ground.amounts:
                return self._amount(number)
            if number in ground.dates and not self._attributive(number):
                return self._date(number)
            named = number in ground.actors or number in ground.places
            if named or (number in ground.items and not self._verb_in_disguise(number)):
                return self._mention(number)
        text = self.words[number]
        word = self.known.get(text)
        if word is None:
            if text in SIGNS:
                return self._sign(number, SIGNS[text])
            if text in BRACKETS:
                return self._aside(number, BRACKETS[text])
            return self._unknown(number, text)
        if word.phrases:
            end = self._phrase(number, word)
            if end is not None:
                return end
        return self._word(number, text, word)

    def _verb_in_disguise(self, number: int) -> bool:
        """Tell whether the word for goods is a verb here: "Iran supplies arms", "it ships fuel"."""
        word = self.known.get(self.words[number])
        before = self.row[-1] if self.row else None
        told = isinstance(before, Noun) and before.pronoun != ""
        led = self.noun.named_last if self.noun is not None else told
        if word is None or not word.verbs or not (led or self.aux or self.to >= 0):
            return False
        self.ground.shorten(number)
        return is_verb(self, number, "".join(kinds for _, kinds in word.verbs), word)

    def _amount(self, number: int) -> int:
        amounts = self.ground.amounts
        last, mention = amounts[number]
        if self.noun is not None and full(self.noun):
            self.close()
        noun = self.open(number)
        noun.amounts += (mention,)
        noun.bases += tuple(amounts[each][1] for each in range(number + 1, last + 1) if each in amounts)
        while number <= min(last, self.last):
            number = self._inside(noun, number)
        return number

    def _inside(self, noun: Noun, number: int) -> int:
        """Take a word or mention into a phrase as it stands, whatever else it could be."""
        ground = self.ground
        end = number
        if number in ground.begins:
            if number in ground.items:
                end, item = ground.items[number]
                noun.items += (item,)
            if number in ground.actors:
                last, actor = ground.actors[number]
                noun.actors += (Named(actor, last),)
                end = max(end, last)
            elif number in ground.places:
                last, place = ground.places[number]
                noun.places += (place,)
                end = max(end, last)
        for each in range(number, end + 1):
            self.note(noun, each)
        if end == number and not noun.owner and self.closed_at(number) == "owner":
            noun.owner = self.words[number]
        noun.last = max(noun.last, end)
        return end + 1

    def _attributive(self, number: int) -> bool:
        """Tell whether a date stands inside a phrase, as in "Russia's 2022 invasion" or "last year's budget"."""
        last = self.ground.dates[number][0]
        after = self.after(last)
        if after == "'s":
            return True
        decade = self.ground.dates[number][1].quote.endswith("0s") and last + 1 in self.ground.actors
        if self.noun is None or not after.isalpha() or decade:
            return False
        return self.known.get(after, UNKNOWN).closed is None and not full(self.noun)

    def _date(self, number: int) -> int:
        self.close()
        last, mention = self.ground.dates[number]
        if self.row and self.row[-1].kind == PREPOSITION and not self.aux and self.row[-1].last == number - 1:
            self.row.pop()
        self.row.append(Dated(number, last, mention))
        return last + 1

    def _mention(self, number: int) -> int:
        """Take an actor, goods or a place into the phrase that is open, or into one of its own."""
        ground, noun = self.ground, self.noun
        if noun is not None and full(noun) and not ground.tokens.joined(number):
            by = ground.actors[number][1].by if number in ground.actors else ""
            titled = by == "person" and not noun.named_last and not noun.items
            if by and by != "adjective" and "firm" in noun.standing and not noun.amounts:
                return self._firm(noun, number)
            if by == "adjective" or not (number in ground.items or titled):
                self.close()
        return self._inside(self.open(number), number)

    def _firm(self, noun: Noun, number: int) -> int:
        """Take the name of a firm into the phrase before it, which is about no arms; its state stands for it where it is told."""
        noun.items, noun.passing = (), noun.passing - {"goods"}
        if not noun.actors:
            return self._inside(self.open(number), number)
        noun.last = self.ground.actors[number][0]
        noun.standing = FIRM
        return noun.last + 1

    def _aside(self, number: int, closing: str) -> int:
        """Step over what stands in brackets; a phrase keeps the figure that stands there alone."""
        noun = self.noun or (self.row[-1] if self.row else None)
        if isinstance(noun, Noun) and number + 1 in self.ground.amounts:
            noun.bracketed = self.ground.amounts[number + 1][1]
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
        for rest, closed, means in word.phrases:
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
                self._add_verb(number, end, ((means, kinds),))
            elif closed == "adverb":
                self.negated = self.negated or means == "not"
            elif closed == "noun":
                self.take(number, end, means)
            else:
                self.particle(number, end, CLOSED[closed], means)
            return end + 1
        return None

    def _word(self, number: int, text: str, word: Word) -> int:
        closed = word.closed
        if (
            self.noun is not None
            and word.verbs
            and self.ground.tokens.joined(number)
            and self.words[number - 1] != '"'
        ):
            self.take(number, number)
            return number + 1
        if closed is not None and self._closed(number, text, closed):
            return number + 1
        if word.verbs and is_verb(self, number, "".join(kinds for _, kinds in word.verbs), word):
            self._add_verb(number, number, word.verbs)
        elif closed in CLOSED:
            self.particle(number, number, CLOSED[closed], text)
        else:
            self.take(number, number)
        return number + 1

    def _unknown(self, number: int, text: str) -> int:
        """Take a word that the grammar does not know: a noun, an adverb, a verb by its ending."""
        noun = self.noun
        if text in ("'", "'s"):
            return self._apostrophe(number, text)
        if not text[0].isalnum() or (text.endswith("ly") and len(text) > SHORTEST):
            return number + 1
        if text.endswith("n't"):
            self.negated = True
            self.auxiliary(
                number, "do" if text[0] == "d" else "have" if text.startswith("ha") else "be", text
            )
            return number + 1
        if text.endswith("ed") and len(text) > SHORTEST:
            head = noun is not None and (noun.named_last or bool(noun.items) or self._ends_in_place(noun))
            if self.aux or (head and not self.ground.tokens.joined(number)):
                self._add_verb(number, number, ((text, "dn"),))
                return number + 1
        self.take(number, number)
        return number + 1

    def _ends_in_place(self, noun: Noun) -> bool:
        return bool(noun.places) and noun.places[-1].end == self.ground.tokens.ends[noun.last]

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

    def _closed(self, number: int, text: str, closed: str) -> bool:
        """Take a closed word; False where it is left to be a verb or a noun."""
        waits = self.to >= 0 or (bool(self.aux) and self.aux[-1].closed in ("modal", "do"))
        if waits and acts(self, number, self.known[text]):
            return False
        if closed in AUXILIARIES:
            self.auxiliary(number, closed, text)
        elif closed == "adverb":
            if self.noun is None and not self.aux and self.row and self.row[-1].kind == PREPOSITION:
                self.take(number, number)
        elif closed == "negative":
            self.negated = True
        elif closed == "pronoun":
            self._pronoun(number, text)
        elif closed == "none":
            self.close()
            self.open(number).none = True
        elif closed == "owner":
            self.close()
            self.open(number).owner = text
        elif closed == "determiner":
            self._determiner(number, text)
        else:
            return self._linking(number, text, closed)
        return True

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
        if text in FLOATING and (self.aux or (noun is not None and full(noun))):
            return
        if noun is not None and (full(noun) or noun.last > noun.first or text in ("the", "a", "an")):
            self.close()
        noun = self.open(number)
        noun.definite = noun.definite or text in DEFINITE

    def _linking(self, number: int, text: str, closed: str) -> bool:
        """Take a preposition, conjunction, relative or subordinator; False for one that is a verb here."""
        if text == "to" and is_infinitive(self, number):
            self.close()
            self.flush()
            self.to = number
            return True
        if text in ("following", "including", "like") and self.aux:
            return False
        if text == "then" and self.noun is not None and self.noun.named_last:
            return True
        if text == "since" and self.aux and self.aux[-1].closed == "have":
            return True
        self.particle(number, number, CLOSED[closed], text)
        return True

    def _add_verb(self, first: int, last: int, verbs: tuple[tuple[str, str], ...]) -> None:
        """Add a verb with the auxiliaries that waited for it."""
        self.close()
        aux = self.aux
        start = aux[0].number if aux else self.to if self.to >= 0 else first
        fitting = self._fitting(verbs)
        kinds = "".join(kinds for _, kinds in fitting)
        forms = "".join(kinds for _, kinds in verbs)
        verb = Verb(start, last, tuple(dict.fromkeys(lemma for lemma, _ in fitting)), forms, first)
        is_be = bool(aux) and aux[-1].closed == "be"
        verb.passive = is_be and "n" in kinds
        verb.ing = (kinds.strip("g") == "" and not is_be) or (
            len(aux) == 1 and aux[0].text in ("being", "having")
        )
        verb.to = self.to >= 0
        verb.bare = not aux and not verb.to and ("d" in kinds or kinds == "n")
        verb.negated = self.negated
        verb.modal = self.modal()
        self.aux, self.to, self.negated = [], -1, False
        self.row.append(verb)

    def _fitting(self, verbs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """Return the verbs of which a form can stand after the auxiliaries that wait; all where none can."""
        if (self.to >= 0 and not self.aux) or (self.aux and self.aux[-1].closed in ("modal", "do")):
            wanted = "b"
        elif self.aux:
            wanted = "ng" if self.aux[-1].closed == "be" else "n"
        else:
            return verbs
        return tuple(each for each in verbs if any(kind in each[1] for kind in wanted)) or verbs
