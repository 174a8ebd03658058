"""When it happened: which verb of a sentence each date belongs to, and what that says of the events told there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, NOUN, Dated, Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.owning import EDGES, FAR, Owning
from osintkp.reading.frames.told import Told

DEEPEST: Final = 4
ALSO_WITHIN: Final = 6
SURE: Final = {
    "beside": 0.9, "front": 0.85, "shared": 0.75, "governor": 0.7, "aim": 0.7, "clause": 0.65, "before": 0.5,
}  # fmt: skip
RECKONED: Final = 0.85
OTHERS: Final = ("treaty", "statement")
BROKEN: Final = "limit.break"
PERFECT: Final = frozenset(("has", "have"))
GOING_ON: Final = frozenset(("it", "they", "he", "she"))


class Dating(Owning):
    """The dates of a sentence, set against the events that it tells."""

    __slots__ = ()

    def run(self) -> None:
        """Give each event of the sentence its date; take from it one that is another verb's."""
        for told in self._matching.told:
            if told.kind in OTHERS or told.rule.startswith(BROKEN):
                continue
            number = self._matching.piece_at(told.trigger[0])
            if number is None:
                continue
            fitting: dict[int, str] = {}
            for date, rule in self._fitting(number):
                if date not in self._of_parts(told):
                    fitting.setdefault(date, rule)
            slot = told.slots.get("when")
            if slot is not None:
                if slot.rule == "beside" and self._strange(told, slot, number, fitting):
                    del told.slots["when"]
                else:
                    told.slots["when"] = graded(slot, slot.rule)
            if "when" not in told.slots:
                self._give(told, fitting)

    def _give(self, told: Told, fitting: dict[int, str]) -> None:
        """Give an event the first date that is known, else the first at all."""
        order = sorted(fitting, key=lambda each: self._date(each).date.when is None)
        if order:
            date = self._date(order[0]).date
            rule = fitting[order[0]]
            told.slots["when"] = graded(Slot(value=date, start=date.start, end=date.end, rule=rule), rule)

    def _date(self, number: int) -> Dated:
        piece = self._row[number]
        assert isinstance(piece, Dated)
        return piece

    def _strange(self, told: Told, slot: Slot, number: int, fitting: dict[int, str]) -> bool:
        """Tell whether a date beside an event belongs to a verb of another clause."""
        at = next(
            (
                each
                for each, piece in enumerate(self._row)
                if isinstance(piece, Dated) and piece.date is slot.value
            ),
            None,
        )
        if at is None or at in fitting:
            return False
        if at in self._of_parts(told):
            return True
        owner = next((verb for verb, dates in self._owned.items() if at in dates), None)
        if owner is None or owner == number or not isinstance(self._row[number], Verb):
            return False
        verb = self._row[owner]
        return self._says(owner) or (isinstance(verb, Verb) and verb.finite)

    def _of_parts(self, told: Told) -> list[int]:
        """Return the numbers of the dates that follow a part of an event and so are of that part alone."""
        nouns = [
            each.thing.noun for each in self._matching.told if each.whole is told and each.thing is not None
        ]
        return (
            [
                number
                for number, piece in enumerate(self._row)
                if isinstance(piece, Dated) and any(self._row[number - 1] is noun for noun in nouns)
            ]
            if nouns
            else []
        )

    def _fitting(self, number: int) -> Iterator[tuple[int, str]]:
        """Give the dates that fit what a piece tells, the surest first, with what makes each fit."""
        verb: int | None = number
        rule = ""
        if not isinstance(self._row[number], Verb):
            verb, rule = self._verb_of(number), "clause"
            if verb is None or not self._happens(verb):
                return
        for depth in range(DEEPEST):
            if verb is None:
                return
            told_by = self._says(verb) and bool(depth or rule)
            for date in self._owned.get(verb, ()):
                if (rule != "shared" or date < verb) and (not told_by or self._goes_on(date)):
                    yield date, rule or ("front" if date < verb else "beside")
            if told_by:
                return
            yield from ((date, rule or "aim") for date in self._aims(verb))
            verb, rule = self._governor(verb)

    def _happens(self, number: int) -> bool:
        """Tell whether a verb says of a noun that it happens: what is halted or condemned in May was before."""
        verb = self._row[number]
        return isinstance(verb, Verb) and not self._matching.ground.grammar.things["happening"].isdisjoint(
            verb.lemmas
        )

    def _goes_on(self, number: int) -> bool:
        """Tell whether a date has an open end, so that it cannot be the day on which somebody spoke."""
        when = self._date(number).date.when
        return when is not None and when.edtf.endswith("/..")

    def _aims(self, number: int) -> Iterator[int]:
        """Give the dates of infinitives that hang on a verb: "sent trucks to help the army in May"."""
        for at in range(number + 1, min(len(self._row), number + FAR)):
            piece = self._row[at]
            if piece.kind in EDGES or (isinstance(piece, Verb) and not piece.to):
                return
            if isinstance(piece, Verb) and isinstance(self._row[at - 1], Noun):
                yield from self._owned.get(at, ())

    def _governor(self, number: int) -> tuple[int | None, str]:
        """Return the verb whose date holds for another too: the one that it hangs on, or shares its subject with."""
        verb = self._row[number]
        if not isinstance(verb, Verb):
            return None, ""
        before = self._kind(number - 1)
        if not verb.finite:
            at = self._clause_verb(number)
            if verb.ing and before == NOUN and not (at is not None and self._says(at)):
                return None, ""
            return at, "governor"
        if before == CONJUNCTION or (before == COMMA and verb.bare):
            return self._clause_verb(number), "shared"
        if self._matching.ground.tokens.words[verb.first] in PERFECT:
            at = self._verb_before(number)
            if at is not None and self._says(at):
                return at, "governor"
        return None, ""

    def _clause_verb(self, number: int) -> int | None:
        for at in range(number - 1, max(-1, number - FAR), -1):
            if self._kind(at) in EDGES:
                return None
            if isinstance(self._row[at], Verb):
                return at
        return None

    def _verb_of(self, number: int) -> int | None:
        """Return the verb of the clause that a phrase stands in: the one that it is the subject of, else the one before it."""
        noun = self._row[number]
        for at in range(number + 1, min(len(self._row), number + FAR)):
            piece = self._row[at]
            if piece.kind in (*EDGES, COMMA):
                break
            if isinstance(piece, Verb) and piece.finite:
                if any(each is noun for each in self._matching.clauses.subject(at)):
                    return at
                break
        return self._clause_verb(number)


def graded(slot: Slot, rule: str) -> Slot:
    """Return a date with how surely it is that of the event; less where it is reckoned from the day of publication."""
    anchored = getattr(slot.value, "anchored", False)
    return attrs.evolve(slot, confidence=round(SURE.get(rule, 1.0) * (RECKONED if anchored else 1.0), 2))


class Heading:
    """
    The date at the head of a sentence, which holds on in those that go on from it.

    Attributes:
        date: The date; None for none.
        sentence: The number of the last sentence that it holds for.
        block: The number of their block.
    """

    __slots__ = ("block", "date", "sentence")

    def __init__(self) -> None:
        self.date: Dated | None = None
        self.sentence = self.block = -1

    def run(self, matching: Matching, sentence: int, block: int) -> None:
        """Date the events of a sentence, from the sentence before it where it goes on from there ("It also ...")."""
        if matching.dated:
            dating = Dating(matching)
            dating.run()
            self.date = dating.fronted[0] if len(dating.fronted) == 1 else None
        elif sentence != self.sentence + 1 or block != self.block or not self._goes_on(matching):
            self.date = None
        elif self.date is not None:
            self._carry(matching, self.date)
        self.sentence, self.block = sentence, block

    def _goes_on(self, matching: Matching) -> bool:
        row = matching.row
        if not row:
            return False
        words = matching.ground.tokens.words
        return words[row[0].first] in GOING_ON or "also" in words[row[0].first : row[0].first + ALSO_WITHIN]

    def _carry(self, matching: Matching, dated: Dated) -> None:
        """Date what the sentence tells in the plain past; what has happened, or will, may be of another time."""
        date = dated.date
        plain = set()
        for each in matching.row:
            if each.kind in EDGES:
                break
            if isinstance(each, Verb) and each.bare:
                plain.add(each.head)
        for told in matching.told:
            if (
                told.kind not in OTHERS
                and "when" not in told.slots
                and told.trigger[0] in plain
                and told.modality is None
            ):
                slot = Slot(value=date, start=date.start, end=date.end, rule="before")
                told.slots["when"] = graded(slot, "before")
