"""What the clause around a limit says of it: whom it is over, who holds it, between which figures it moves."""

from __future__ import annotations

from typing import Final

import attrs

from osintkp.reading.clauses.pieces import PREPOSITION, Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.allowing import UpTo
from osintkp.reading.frames.capping import EACH, SIDES
from osintkp.reading.frames.figured import figured
from osintkp.reading.frames.limit_terms import LISTED, Terms
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.recalling import BOTH
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import Slots, pronoun
from osintkp.reading.mentions import AmountMention

HOLDS: Final = frozenset(("have", "agree", "vote", "decide", "keep", "maintain"))
GIVES: Final = frozenset(("give", "assign", "allot", "allocate", "grant", "set", "hand"))
MOVES: Final = ("from", "to")


class Binding(UpTo):
    """A sentence in which limits are looked for that the clause around them binds to somebody."""

    __slots__ = ()

    def figures(self, number: int, own: list[AmountMention]) -> list[AmountMention]:
        """
        Return the figures of a limit, in order: its own, those that its clause puts on it, those between which it moves.

        Args:
            number: The place of the limit's phrase.
            own: The figures in the phrase itself and right behind it.
        """
        matching, clauses = self.matching, self.matching.clauses
        governed, _, end = clauses.after_noun(number)
        if own:
            before = matching.row[number - 1].word if number else ""
            moved = [each.noun for each in governed if each.preposition == "to" and before == "from"]
            return own + [each for noun in moved for each in noun.amounts[:1]]
        lists = matching.ground.grammar.things
        found = [each.amount for each in figured(matching.row, end, clauses, lists)]
        verb = matching.row[number - 1] if number else None
        if not found and isinstance(verb, Verb) and not lists["changing"].isdisjoint(verb.lemmas):
            around = [*governed, *clauses.after(number - 1).governed]
            moved = list(dict.fromkeys(each.noun for each in around if each.preposition in MOVES))
            found = [each for noun in moved for each in noun.amounts[:1]]
        return found

    def around(self, number: int, slots: Slots) -> bool:
        """
        Fill whom a limit binds and who holds it from its clause: "Iran is under US sanctions", "the UN has an embargo".

        Args:
            number: The place of the limit's phrase.
            slots: Its fields so far.

        Returns:
            Whether somebody is told to be under it.
        """
        matching = self.matching
        before = matching.row[number - 1] if number else None
        if before is None:
            return False
        if before.kind == PREPOSITION:
            return self._under(number, slots)
        if not isinstance(before, Verb) or before.negated:
            return False
        subject = matching.clauses.subject(number - 1)
        if before.passive and not GIVES.isdisjoint(before.lemmas):
            self.hold(slots, "on", self.bound_to(subject))
        elif not before.passive and not HOLDS.isdisjoint(before.lemmas):
            self.hold(slots, "authority", self.bound_to(subject))
        elif not matching.ground.grammar.things["changing"].isdisjoint(before.lemmas):
            self._set_for(slots, self.bound_to(subject))
        return False

    def _under(self, number: int, slots: Slots) -> bool:
        """Take "is under", "was placed under", "is subject to", "agreed to"."""
        row, word = self.matching.row, self.matching.row[number - 1].word
        at = number - 2
        if word == "to" and at > 0 and row[at].word == "subject":
            word, at = "under", at - 1
        verb = row[at] if at >= 0 else None
        if not isinstance(verb, Verb) or verb.negated:
            return False
        bound = self.bound_to(self.matching.clauses.subject(at))
        if word == "under" and bound is not None and "on" not in slots:
            slots["on"] = bound
            return True
        if word in ("to", "on") and not HOLDS.isdisjoint(verb.lemmas):
            self.hold(slots, "authority", bound)
        return False

    def _set_for(self, slots: Slots, setter: Slot | None) -> None:
        """Tell whose limit it is from who moves it: "the bloc raised Chad's quota" binds Chad."""
        owner = slots.get("authority")
        if setter is None or (owner is not None and owner.value == setter.value):
            return
        if owner is not None and owner.rule != "pronoun":
            slots.setdefault("on", owner)
        slots["authority"] = setter

    def bound_to(self, nouns: list[Noun]) -> Slot | None:
        """Return whom phrases name, or that they mean both sides; None for nobody."""
        for noun in nouns:
            named = actors_of(noun, self.tokens) or pronoun(noun, self.tokens)
            if named is None and noun.word in SIDES and self.tokens.words[noun.first] in EACH:
                return Slot(value=BOTH, rule=BOTH, confidence=0.0)
            if named is not None:
                return named
        return None

    def contact(self, number: int, known: frozenset[str]) -> list[Noun]:
        """Return the limit that a clause without an object says more on: "the sanctions Washington has imposed"."""
        row = self.matching.row
        if number > 1 and isinstance(noun := row[number - 2], Noun) and noun.noun in known:
            return [noun] if isinstance(row[number - 1], Noun) else []
        return []

    def kept_from(self, number: int) -> Noun | None:
        """Return the goods that somebody is kept from: "barred Iran from buying tanks"."""
        row = self.matching.row
        for at in range(number + 1, min(len(row) - 1, number + 6)):
            if (
                row[at].kind == PREPOSITION
                and row[at].word == "from"
                and isinstance(verb := row[at + 1], Verb)
                and verb.ing
            ):
                objects = self.matching.clauses.after(at + 1).objects
                return next((each for each in objects if self.goods_of(each)), None)
            if (
                row[at].word == "from"
                and isinstance(noun := row[at + 1], Noun)
                and noun.nouns
                and self.goods_of(noun)
            ):
                return noun
        return None

    def sanctioned(self, objects: list[Noun]) -> tuple[Noun, Terms] | None:
        """Return whom sanctions are told to be on, and that nothing else is told of them; None for nobody."""
        for noun in objects:
            held = actors_of(noun, self.tokens) or beside_noun(noun, noun.last + 1, owner=False)
            listed = next(
                (each for each in noun.amounts if each.role == "count" and noun.word in LISTED), None
            )
            if listed is not None:  # also "sanctioned 16 entities", where nobody says whose they are
                return noun, Terms({} if held is None else {"on": held}, (), listed, [])
            if held is not None and "goods" not in noun.standing and not noun.items:
                return noun, Terms({"on": held}, (), None, [])
        return None


def share_authority(matching: Matching) -> None:
    """Give a limit without one the authority of that told before it: "agreed to sanctions that include a ban on oil"."""
    holder: Slot | None = None
    for told in matching.told:
        if told.kind != "limit":
            continue
        own = told.slots.get("authority")
        on = told.slots.get("on")
        if own is None and holder is not None and (on is None or on.value != holder.value):
            told.slots["authority"] = attrs.evolve(holder, confidence=min(holder.confidence, 0.6))
        holder = own or holder
