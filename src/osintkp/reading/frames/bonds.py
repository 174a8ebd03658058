"""Who stands on the sides of an agreement or a meeting: owners, adjectives, and who follows "between" and "with"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.pieces import CONJUNCTION, QUOTE, Named, Noun, Verb
from osintkp.reading.clauses.walking import is_subject
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, owned, side
from osintkp.reading.frames.told import Slots, add, pronoun, put, together

WITH = frozenset(("with", "between", "among", "amongst"))
PAIRS = frozenset(
    (
        "sides",
        "countries",
        "parties",
        "nations",
        "states",
        "leaders",
        "governments",
        "neighbours",
        "neighbors",
        "allies",
    )
)
MEMBERS = frozenset(("delegations", "delegation", "ministers", "leaders", "representatives", "officials", "envoys", "negotiators", "diplomats", "teams", "presidents", "chiefs", "generals", "mediators"))  # fmt: skip
LEAD = frozenset(("lead", "head", "chair"))


def sent_by(matching: Matching, noun: Noun) -> list[Noun]:
    """Return who sent those who meet, where their phrase does not say it: "delegations from Mali and Niger"."""
    if noun.actors or noun.word not in MEMBERS:
        return [noun]
    around, _, _ = matching.clauses.after_noun(matching.place(noun))
    return led_by(around, ("from", "of")) or [noun]


class Bond:
    """
    A sentence read for those whom a noun binds together.

    Attributes:
        field: The field of the record that holds them.
        matching: The sentence.
        row: Its pieces.
        tokens: The words of the text.
    """

    __slots__ = ("field", "matching", "row", "tokens")

    def __init__(self, matching: Matching, field: str) -> None:
        self.field = field
        self.matching = matching
        self.row = matching.row
        self.tokens = matching.ground.tokens

    def inside(self, noun: Noun, slots: Slots) -> None:
        """Take the actors named inside the phrase: owners, adjectives, "the Russia-Mali pact"."""
        before = [each for each in noun.actors if each.last < noun.last]
        pair = len(before) > 1
        for named in before:
            organ = "'" in named.mention.quote or "\u2019" in named.mention.quote
            organ |= named.mention.state is not None and named.mention.actor != named.mention.state
            if named.owns or named.mention.by == "adjective" or organ or pair:
                self.party(slots, named)
        at = self.matching.place(noun)
        if at > 1 and self.row[at - 1].kind == QUOTE and isinstance(owner := self.row[at - 2], Noun):
            for named in owner.actors[-1:]:
                if named.owns:
                    self.party(slots, named)
        if not before and noun.owner:
            slots["one"] = owned(noun, self.tokens)
        self._owners_before(noun, slots)

    def _owners_before(self, noun: Noun, slots: Slots) -> None:
        """Take owners in a row: "Chad's and Niger's accord"."""
        at = self.matching.place(noun) - 1
        while at > 0 and self.row[at].kind == CONJUNCTION and isinstance(other := self.row[at - 1], Noun):
            owned_by = any(each.owns for each in noun.actors)
            if not other.actors or not owned_by or not (other.actors[-1].owns or other.bare_actor):
                return
            for named in other.actors:
                self.party(slots, named)
            at -= 2

    def party(self, slots: Slots, named: Named) -> None:
        """Take an actor inside a phrase as a side."""
        mention = named.mention
        who = side(mention)
        if who is not None and mention.by != "anonymous":
            slots[self.field] = together(
                slots.get(self.field),
                Slot(
                    value=who,
                    start=mention.start,
                    end=mention.end,
                    rule=mention.by,
                    confidence=mention.confidence,
                ),
            )

    def governed(self, governed: Iterable[Governed], slots: Slots) -> None:
        """Take the sides and the place that prepositions name."""
        for preposition, noun in governed:
            if preposition in WITH:
                self.add([noun, *self.rest(noun)], slots)
                if any(actors_of(each, self.tokens) is None for each in (noun, *self.rest(noun))):
                    slots["some"] = Slot(value=noun.word, rule="unnamed")
            elif preposition in ("in", "at"):
                put(slots, "place", [noun], self.tokens)

    def add(self, nouns: Iterable[Noun], slots: Slots) -> None:
        """Take phrases as sides: actors, pronouns that are still to be found, "both countries"."""
        for noun in nouns:
            if noun.word in PAIRS and not noun.actors:
                slots["pair"] = Slot(value=noun.word, rule="pair")
                continue
            slot = actors_of(noun, self.tokens) or self._leader(noun)
            if slot is not None:
                add(slots, self.field, slot)
            elif noun.word in MEMBERS and not noun.owner:
                governed, _, _ = self.matching.clauses.after_noun(self.matching.place(noun))
                for each in governed:
                    other = actors_of(each.noun, self.tokens) if each.preposition in ("from", "of") else None
                    if other is not None:
                        add(slots, self.field, other)
            elif noun.pronoun or noun.owner:
                found = pronoun(noun, self.tokens)
                if found is not None:
                    slots.setdefault("one", found)

    def rest(self, noun: Noun) -> Iterator[Noun]:
        """Give the phrases that a conjunction joins to one: "between the army and the RSF"."""
        at = self.matching.place(noun) + 1
        while at + 1 < len(self.row) and self.row[at].kind == CONJUNCTION:
            more = self.row[at + 1]
            if not isinstance(more, Noun) or is_subject(self.row, at + 1):
                return
            yield more
            at += 2

    def _leader(self, noun: Noun) -> Slot | None:
        """Return the actor of whoever leads a phrase that names none: "a delegation led by the minister of Niger"."""
        at = self.matching.place(noun) + 1
        if noun.actors or at + 2 >= len(self.row):
            return None
        verb, by, leader = self.row[at : at + 3]
        if not isinstance(verb, Verb) or not LEAD.intersection(verb.lemmas) or by.word != "by":
            return None
        return actors_of(leader, self.tokens) if isinstance(leader, Noun) else None
