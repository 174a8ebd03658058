"""Who does what in a clause: the subject of a verb, found by walking left from it, and what stands after it."""

from __future__ import annotations

from osintkp.reading.clauses.complements import after_noun
from osintkp.reading.clauses.governed import Governed
from osintkp.reading.clauses.grammar import Grammar
from osintkp.reading.clauses.leftward import (
    FAR,
    antecedent,
    before_aside,
    contact_head,
    coordinated,
    main_verb,
    participle_of,
    past_dependent,
    verb_after,
    verb_before,
)
from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    Dated,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.sorts import sort_of
from osintkp.reading.clauses.walking import Beside, Walk

Hanging = tuple[list[Governed], list[Dated], int]
DEEPEST = 8
GOALS = frozenset(("in", "at", "to", "into", "near", "off", "for"))
MOTIVES = frozenset(("retaliation", "reprisal", "revenge", "retribution", "punishment", "response", "reason", "grounds", "blame", "anger"))  # fmt: skip
OWN_FORMS = ("have", "be", "remain", "stay")
BLAMED = frozenset(
    ("accuse", "suspect", "blame", "convict", "charge", "condemn", "criticise", "criticize", "find")
)
REPAID = frozenset(
    (
        "praise",
        "thank",
        "reward",
        "punish",
        "supply",
        "provide",
        "give",
        "pay",
        "compensate",
        "sanction",
        "send",
    )
)


class Clauses:
    """
    The clauses of a sentence.

    Attributes:
        row: The pieces of the sentence.
    """

    __slots__ = ("_after", "_after_noun", "_attacks", "_grammar", "_subjects", "row")

    def __init__(self, row: list[Piece], grammar: Grammar) -> None:
        self.row = row
        self._grammar = grammar
        self._attacks = grammar.things["attacks"]
        self._subjects: dict[int, list[Noun]] = {}
        self._after: dict[int, Beside] = {}
        self._after_noun: dict[int, Hanging] = {}

    def subject(self, number: int, depth: int = 0) -> list[Noun]:
        """Return the phrases that are the subject of a verb; empty where it has none in this sentence."""
        if number not in self._subjects:
            self._subjects[number] = []
            verb = self.row[number]
            assert isinstance(verb, Verb)
            if depth < DEEPEST:
                found = self._own(number, depth) if verb.finite else self._taken(number, depth)
                self._subjects[number] = found
        return self._subjects[number]

    def _own(self, number: int, depth: int) -> list[Noun]:
        """Walk left from a verb to its subject, over prepositions, dates, asides and participles."""
        row = self.row
        at = number - 1
        least = max(0, number - FAR)
        while at >= least:
            piece = row[at]
            kind = piece.kind
            if isinstance(piece, Noun):
                further = past_dependent(row, at)
                further = contact_head(row, at, number) if further is None else further
                if further is None:
                    return coordinated(row, at)
                at = further
            elif isinstance(piece, Verb):
                head = participle_of(row, at)
                if head is None and at > 1 and row[at - 2].kind == RELATIVE and isinstance(row[at - 1], Noun):
                    # "the jet which it claims was shot down"
                    return antecedent(row, self._attacks, at - 2)
                if head is None and (piece.word not in OWN_FORMS or piece.negated):
                    return []
                at = at - 1 if head is None else head
            elif kind in (DATE, QUOTE):
                at -= 1
            elif kind == COMMA:
                at = before_aside(row, at)
            elif kind == RELATIVE:
                return antecedent(row, self._attacks, at)
            elif kind == CONJUNCTION or (piece.word == "but" and at == number - 1):
                other = verb_before(row, at)
                return [] if other is None else self.subject(other, depth + 1)
            else:
                return []
        return []

    def _taken(self, number: int, depth: int) -> list[Noun]:
        """Return the subject of an infinitive or a form in -ing: that of the verb that it hangs on, or its object."""
        row = self.row
        at = number - 1
        while at >= 0 and row[at].kind in (DATE, QUOTE):
            at -= 1
        if at < 0:
            after = verb_after(row, number)
            return [] if after is None else self.subject(after, depth + 1)
        piece = row[at]
        if isinstance(piece, Verb):
            return self.subject(at, depth + 1)
        if isinstance(piece, Noun):
            return self._from_noun(number, at, depth)
        if piece.kind == PREPOSITION:
            return self._from_preposition(number, at, depth)
        other = verb_before(row, at, finite=piece.kind == COMMA)
        if other is not None and piece.kind == COMMA:
            other = main_verb(row, other)
        if other is not None:
            return self.subject(other, depth + 1)
        after = verb_after(row, number)
        return [] if after is None else self.subject(after, depth + 1)

    def _from_noun(self, number: int, at: int, depth: int) -> list[Noun]:
        row = self.row
        verb, noun = row[number], row[at]
        assert isinstance(verb, Verb)
        assert isinstance(noun, Noun)
        governor = verb_before(row, at)
        if verb.ing and governor is not None and _is_goal(row, at):
            return self.subject(governor, depth + 1)
        if verb.ing:
            return [noun]
        if noun.complement is not None and (noun.actors or noun.owner):
            return [noun]
        if governor is None:
            return [noun] if noun.complement is None else []
        main = row[governor]
        assert isinstance(main, Verb)
        direct = at - governor <= 2 and row[at - 1].kind != PREPOSITION
        if (
            direct
            and any(lemma in self._grammar.control for lemma in main.lemmas)
            and noun.complement is None
        ):
            return [noun]
        return self.subject(governor, depth + 1)

    def _from_preposition(self, number: int, at: int, depth: int) -> list[Noun]:
        row = self.row
        word = row[at].word
        before = at - 1
        while before >= 0 and row[before].kind == DATE:
            before -= 1
        governor = verb_before(row, at)
        noun = row[before] if before >= 0 else None
        if isinstance(noun, Noun) and noun.complement is not None and (noun.actors or noun.owner):
            return [noun]
        if governor is None:
            if isinstance(noun, Noun) and (noun.actors or noun.owner):
                return [noun]
            after = verb_after(row, number)
            return [] if after is None else self.subject(after, depth + 1)
        main = row[governor]
        assert isinstance(main, Verb)
        if word == "for" and main.word in ("impose", "slap"):
            return [
                each.noun for each in self.after(governor).governed if each.preposition in ("on", "against")
            ]
        if (word == "of" and BLAMED.intersection(main.lemmas)) or (
            word == "for" and REPAID.intersection(main.lemmas)
        ):
            if main.passive:
                return self.subject(governor, depth + 1)
            found = self.after(governor).indirect
            objects = self.after(governor).objects
            if found is not None:
                return [found]
            whom = next((each for each in objects if sort_of(each) == "actor"), None)
            if whom is not None:
                return [whom]
        return self.subject(governor, depth + 1)

    def after(self, number: int) -> Beside:
        """Return what stands after a verb, up to the end of its clause."""
        found = self._after.get(number)
        if found is None:
            found = self._after[number] = Walk(self.row, number).run()
        return found

    def after_noun(self, number: int) -> Hanging:
        """Return the phrases with prepositions that follow a phrase at once, and the dates, and where they end."""
        found = self._after_noun.get(number)
        if found is None:
            found = self._after_noun[number] = after_noun(self.row, number)
        return found


def _is_goal(row: list[Piece], at: int) -> bool:
    """Tell whether a phrase only says where somebody came to, as in "docked at Assab carrying rifles"."""
    noun = row[at]
    if at == 0 or row[at - 1].word not in GOALS or not isinstance(noun, Noun):
        return False
    if row[at - 1].word == "for" and at > 1 and row[at - 2].word in MOTIVES:
        return False
    return bool(noun.places or noun.actors) and not (noun.items or noun.amounts) and sort_of(noun) != "people"
