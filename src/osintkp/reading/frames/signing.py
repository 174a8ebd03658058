"""What the words around an agreement say of its dates and its name."""

from __future__ import annotations

from typing import Any

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import CONJUNCTION, PREPOSITION, Dated, Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.pacts import NAMED, Pact
from osintkp.reading.frames.told import Slots, Told, ids
from osintkp.reading.mentions import DateMention

SIGNED = frozenset(
    ("sign", "conclude", "reach", "broker", "ink", "negotiate", "agree", "strike", "mediate", "seal", "make")
)
LEAST = 3
BOTH = 2
JOINED = 2
IN_SENTENCE = 0.5
LEAVING = frozenset(("withdrawal", "exit", "departure"))
TAKING_PART = LEAVING | {"participation", "accession", "adherence", "membership"}
STOPS = frozenset(("end", "terminate", "quit"))
BACK = frozenset(("the", "this", "that", "their"))


class Signed(Bond):
    """A sentence in which an agreement is dated and named."""

    __slots__ = ()

    def in_force(self, verb: Verb) -> bool:
        """Tell whether a verb says that an agreement begins to bind: "entered into force", "took effect"."""
        words = self.tokens.words[verb.head : verb.head + 4]
        return words[1:3] == ["into", "force"] or words[1:2] == ["effect"]

    def signed_before(self, told: Told) -> bool:
        """Tell whether an agreement is told as signed by a word beside it: "the signing of", "signed in June"."""
        thing = told.thing
        words = self.tokens.words
        if thing is None:
            return False
        return "signing" in words[max(0, thing.noun.first - 3) : thing.noun.first] or any(
            isinstance(each, Verb) and each.bare and SIGNED.intersection(each.lemmas) for each in self.row
        )

    def inner(self, noun: Noun) -> list[Dated]:
        """Return the year that stands inside the phrase itself: "the 2014 Cooperation Agreement"."""
        dates = self.matching.ground.dates
        return [
            Dated(number, dates[number][0], dates[number][1])
            for number in range(noun.first, noun.last)
            if number in dates
        ][:1]

    def is_title(self, slots: Slots) -> bool:
        """Tell whether the name of an agreement says which it is: "the Visiting Forces Agreement", not "the Defence Pact"."""
        slot = slots.get("title")
        return slot is not None and len(str(slot.value).split()) >= LEAST

    def title(self, noun: Noun, slots: Slots) -> None:
        """Take the name of an agreement, in capitals: "the Shusha Declaration"."""
        tokens = self.tokens
        first = noun.last
        for each in [*noun.actors]:
            first = first if each.last < noun.last else noun.last
        start = noun.last
        while start > noun.first and tokens.text[tokens.starts[start]].isupper():
            start -= 1
        if not tokens.text[tokens.starts[start]].isupper() or tokens.words[start] in BACK:
            start += 1
        if noun.last - start >= 1:
            begin, end = tokens.starts[start], tokens.ends[noun.last]
            slots["title"] = Slot(
                value=tokens.text[begin:end], start=begin, end=end, rule="capitals", confidence=0.8
            )

    def joined_before(self, subject: list[Noun]) -> list[Noun]:
        """Return whom a conjunction joins to a subject over its apposition: "the army and the rebel group M23 agreed"."""
        at = self.matching.place(subject[0]) if len(subject) == 1 else 0
        if (
            at < len(self.row)
            and at > JOINED
            and isinstance(self.row[at - 1], Noun)
            and self.row[at - 2].kind == CONJUNCTION
        ):
            other = self.row[at - 3]
            return [other] if isinstance(other, Noun) and other.actors else []
        return []

    def under(self, number: int, slots: Slots) -> None:
        """Take who did something under an agreement with others: "the rebels disarmed under a deal with Bogotá"."""
        noun = self.row[number]
        if "some" not in slots or "parties" in slots or (isinstance(noun, Noun) and noun.definite):
            return
        verbs = [at for at in range(number - 1) if isinstance(self.row[at], Verb)]
        if verbs:
            self.add(self.matching.clauses.subject(verbs[-1]), slots)

    def by_name(self, pact: Pact | None, slots: Slots) -> None:
        """Take the name and the parties of an agreement that goes by a name known of old, or short for one in the text."""
        if pact is None:
            return
        slots["title"] = Slot(value=pact.title, rule="named", confidence=NAMED)
        known = set(pact.parties)
        if known and set(ids(slots.get("parties"))) <= known and "one" not in slots:
            slots["parties"] = Slot(value=pact.parties, rule="named", confidence=NAMED)

    def two_here(self, slots: Slots) -> None:
        """Take the two states that the sentence names where it names just two: "under the pact, Chad may use a port in Sudan"."""
        named = [each.mention for piece in self.row if isinstance(piece, Noun) for each in piece.actors]
        states = tuple(sorted({each.state for each in named if each.state is not None}))
        if len(states) == BOTH:
            slots["parties"] = Slot(value=states, rule="sentence", confidence=IN_SENTENCE)

    def taking_part(self, number: int, slots: Slots) -> str:
        """Take who leaves or takes part: "Egypt's withdrawal from the accord", "froze its participation in the treaty"."""
        noun = self.row[number - 2] if number > 1 and self.row[number - 1].kind == PREPOSITION else None
        at = number - 3
        if isinstance(noun, Noun) and at > 0 and self.row[at].word == "of" and noun.actors:
            self.add([noun], slots)  # "the withdrawal of Chad from the pact"
            noun, at = self.row[at - 1], at - 2
        if not isinstance(noun, Noun) or noun.word not in TAKING_PART or noun.none:
            slots.pop("parties", None)
            return "none"
        self.inside(noun, slots)
        slots.pop("one", None)
        verb = self.row[at] if at >= 0 else None
        if isinstance(verb, Verb) and "parties" not in slots and not verb.passive:
            self.add(self.matching.clauses.subject(at), slots)
        leaves = noun.word in LEAVING or (isinstance(verb, Verb) and bool(STOPS.intersection(verb.lemmas)))
        if not ids(slots.get("parties")):
            return "none"
        return "end" if leaves else "ratify"

    def ratified(self, told: Told, verb: Verb, at: int, date: DateMention) -> None:
        """Note who ratified an agreement, and when."""
        clauses = self.matching.clauses
        by = led_by(clauses.after(at).governed, ("by",))
        slots: Slots = {}
        self.add(by if verb.passive else clauses.subject(at), slots)
        who = ids(slots.get("parties"))
        if who and not verb.negated:
            value: Any = (who, date)
            told.slots["ratified"] = Slot(value=value, start=date.start, end=date.end, rule="beside")

    def absent(self, number: int) -> bool:
        """Tell whether a phrase says that there is none: "in the absence of a treaty"."""
        row = self.row
        return number > 1 and row[number - 1].word == "of" and row[number - 2].word in ("absence", "lack")
