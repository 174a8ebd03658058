"""Meetings told by a noun ("the summit between", "talks with"), by a visit, by a call; and how often actors met."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import PREPOSITION, Dated, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.speaking import spoken
from osintkp.reading.frames.told import Slots, Told, ids, put, together

FAMILY = "meeting"
HELD = frozenset(
    ("hold", "attend", "begin", "open", "have", "join", "conclude", "end", "resume", "convene", "stage", "pay", "conduct", "start", "make", "finish", "continue", "complete", "restart")
)  # fmt: skip
COOLED = frozenset(("cool", "stall", "falter", "collapse", "freeze", "cooled", "stalled", "faltered"))
GONE = frozenset(("travel", "fly", "go", "come", "arrive", "head", "return", "be"))
ENGAGED = frozenset(("be", "engage", "remain", "stay"))
ON_OCCASION = frozenset(
    ("for", "after", "during", "at", "before", "in", "following", "ahead of", "to", "since", "from")
)
PHONES = frozenset(("phone", "telephone"))
SPOKEN = frozenset(("speak", "talk", "discuss", "confer"))
OPENING = ("in", "at", "during", "after", "following")
REACHED = frozenset(("get", "reach", "have", "catch"))


def meetings(matching: Matching) -> None:
    """Find the meetings that verbs with places of their own do not tell."""
    reader = _Meetings(matching)
    nouns = grammar().nouns_of(FAMILY)
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb):
            if "visit" in piece.lemmas:
                reader.visit(number, piece)
            elif "meet" in piece.lemmas:
                reader.often(number, piece)
            elif not (SPOKEN | REACHED).isdisjoint(piece.lemmas):
                reader.call(number, piece)
        elif isinstance(piece, Noun) and piece.noun in nouns and not matching.taken(piece):
            reader.noun(number, piece)


def meeting_words() -> frozenset[str]:
    """Return the verbs and nouns of which a sentence has one where it tells a meeting of this family."""
    return grammar().nouns_of(FAMILY) | SPOKEN | REACHED | {"visit", "meet"}


def times(matching: Matching) -> None:
    """Give "met six times" its figure."""
    if not any(told.kind == "meeting" for told in matching.told):
        return
    heads = {verb.head: number for number, verb in matching.verbs}
    for told in matching.told:
        number = heads.get(told.trigger[0])
        if told.kind != "meeting" or told.thing is not None or number is None:
            continue
        for noun in matching.clauses.after(number).objects:
            amount = next((each for each in noun.amounts if each.unit == "meeting"), None)
            if amount is not None:
                told.thing = Thing(noun, amount, (), noun.last)
                break


class _Meetings(Bond):
    """A sentence read for meetings."""

    __slots__ = ()

    def __init__(self, matching: Matching) -> None:
        super().__init__(matching, "participants")

    def visit(self, number: int, verb: Verb) -> None:
        """Take a visit: who visits whom, or whose place."""
        after = self.matching.clauses.after(number)
        slots: Slots = {}
        hosts = led_by(after.governed, ("by",)) if verb.passive else after.objects
        guests = hosts if verb.passive else self.matching.clauses.subject(number)
        seen = self.matching.clauses.subject(number) if verb.passive else hosts
        self.add(guests, slots)
        for noun in seen[:1]:
            slot = actors_of(noun, self.tokens)
            if slot is not None:
                self.add([noun], slots)
                put(slots, "place", [noun] if noun.places else [], self.tokens)
        places = led_by(after.governed, ("in", "at"))
        if len(ids(slots.get(self.field))) < 2 and seen:
            self.add(places, slots)
        put(slots, "place", places, self.tokens)
        self._tell("visit", "active", (verb.head, verb.last), None, slots, after.dates, number)

    def often(self, number: int, verb: Verb) -> None:
        """Take "met the envoy three times", in which the figure stands as the object."""
        after = self.matching.clauses.after(number)
        if not after.objects and not any(each.preposition == "with" for each in after.governed):
            self._members(number, verb, after)
            return
        if after.indirect is None or not after.objects or after.objects[0].word != "times":
            return
        noun = after.objects[0]
        slots: Slots = {}
        self.add([*self.matching.clauses.subject(number), after.indirect], slots)
        put(slots, "place", led_by(after.governed, ("in", "at")), self.tokens)
        amount = next((attrs.evolve(each, unit="meeting") for each in noun.amounts), None)
        thing = Thing(noun, amount, (), noun.last)
        self._tell("meet", "times", (verb.head, verb.last), thing, slots, after.dates, number)

    def _members(self, number: int, verb: Verb, after: Beside) -> None:
        """Take a meeting of the members of one body: "NATO ministers met in Brussels"."""
        for noun in self.matching.clauses.subject(number):
            bodies = [
                each.mention
                for each in noun.actors
                if each.mention.state is None and each.mention.by != "person"
            ]
            if (
                len(noun.actors) != 1
                or not bodies
                or "agent" not in noun.standing
                or not noun.word.endswith("s")
            ):
                return
            slots: Slots = {}
            self.add([noun], slots)
            if not slots:
                slots[self.field] = Slot(
                    value=bodies[0].actor,
                    start=bodies[0].start,
                    end=bodies[0].end,
                    rule="members",
                    confidence=0.8,
                )
            put(slots, "place", led_by(after.governed, ("in", "at")), self.tokens)
            told = Told(grammar().row(FAMILY, "meeting"), "members", (verb.head, verb.last), None)
            told.slots = slots
            told.modality, told.negated = self.matching.mood(number)
            told.date(after.dates)
            if "place" in slots or "when" in slots:
                self.matching.keep(told)

    def call(self, number: int, verb: Verb) -> None:
        """Take a conversation by telephone."""
        after = self.matching.clauses.after(number)
        if not any(
            each.noun.word in PHONES for each in after.governed if each.preposition in ("by", "on", "over")
        ):
            made = spoken(self, number, verb)
            if made is not None:
                sides, thing = made
                self._tell("meeting", "spoke", (verb.head, verb.last), thing, sides, after.dates, number)
            return
        slots: Slots = {}
        self.add(self.matching.clauses.subject(number), slots)
        self.add(led_by(after.governed, ("with", "to")), slots)
        if not SPOKEN.intersection(verb.lemmas):
            self.add(after.objects, slots)
        self._tell("meeting", "call", (verb.head, verb.last), None, slots, after.dates, number)

    def noun(self, number: int, noun: Noun) -> None:
        """Take a meeting that a noun names, with what the verbs beside it say."""
        slots: Slots = {}
        self.inside(noun, slots)
        self._later(number, slots)
        around, dates, _ = self.matching.clauses.after_noun(number)
        self.governed(around, slots)
        self.add(led_by(around, ("of", "by")), slots)
        for preposition, place in around:
            if preposition == "to" and noun.noun == "visit":
                self.add([place], slots)
        self._engaged(number, slots)
        number_of_verb, dates = self._verbs(number, noun, slots, dates)
        if number_of_verb is None:
            return
        if len(ids(slots.get(self.field))) < 2 and "one" not in slots:
            self._comers(number, slots)
        slots.pop("some", None)
        slots.pop("pair", None)
        amount = next((each for each in noun.amounts if each.role == "count"), None)
        thing = Thing(noun, amount, (), noun.last)
        self._tell("meeting", "noun", (noun.last, noun.last), thing, slots, dates, number_of_verb)

    def _engaged(self, number: int, slots: Slots) -> None:
        """Take who is in talks: "Chad is in talks with Niger"."""
        verb = self.row[number - 2] if number > 1 and self.row[number - 1].word == "in" else None
        if isinstance(verb, Verb) and ENGAGED.intersection(verb.lemmas):
            self.add(self.matching.clauses.subject(number - 2), slots)

    def _later(self, number: int, slots: Slots) -> None:
        """Put who is named after "his" for it, where nobody is named before: "after his meeting with him, Putin flew"."""
        if "one" not in slots or any(isinstance(each, Noun) and each.actors for each in self.row[:number]):
            return
        for at in range(number + 1, len(self.row)):
            verb = self.row[at]
            if isinstance(verb, Verb) and verb.finite:
                del slots["one"]
                self.add(self.matching.clauses.subject(at), slots)
                return

    def _verbs(
        self, number: int, noun: Noun, slots: Slots, dates: list[Dated]
    ) -> tuple[int | None, list[Dated]]:
        """Take what the verb before or after a meeting says; return its number, -1 for none, None where it was none."""
        row = self.row
        governor = self.matching.governor(number)
        if governor is not None:
            verb = row[governor]
            assert isinstance(verb, Verb)
            if HELD.intersection(verb.lemmas) and not verb.passive:
                self._goer(governor, slots)
                return governor, [*dates, *self._held(self.matching.clauses.after(governor), slots)]
            return governor, dates
        for at in range(number + 1, len(row)):
            verb = row[at]
            if (
                isinstance(verb, Verb)
                and verb.finite
                and any(each is noun for each in self.matching.clauses.subject(at))
            ):
                if COOLED.intersection(verb.lemmas) and noun.noun != "meeting":
                    return None, dates
                return at, [*dates, *self._held(self.matching.clauses.after(at), slots)]
        return -1, dates

    def _goer(self, governor: int, slots: Slots) -> None:
        """Take who holds a meeting from the verb before; "his" in "Chad's president paid his first visit" is the same."""
        before = ids(slots.get(self.field))
        self.add(self.matching.clauses.subject(governor), slots)
        if ids(slots.get(self.field)) != before:
            slots.pop("one", None)

    def _opening(self, number: int, slots: Slots) -> bool:
        """Take who acts in the clause that a meeting opens: "in a meeting with the Emir, the minister renewed the offer"."""
        if number != 1 or len(ids(slots.get(self.field))) != 1:
            return False
        for at in range(number + 1, len(self.row)):
            verb = self.row[at]
            if isinstance(verb, Verb) and verb.finite:
                people = [
                    each
                    for each in self.matching.clauses.subject(at)
                    if each.named_last or "agent" in each.standing
                ]
                self.add(people[:1], slots)
                return True
        return False

    def _held(self, after: Beside, slots: Slots) -> list[Dated]:
        """Take the place and the guests after a verb; return its dates."""
        for preposition, noun in after.governed:
            if preposition in ("in", "at"):
                put(slots, "place", [noun], self.tokens)
            elif preposition in ("with", "between", "by"):
                self.add([noun], slots)
        return after.dates

    def _comers(self, number: int, slots: Slots) -> None:
        """Take who comes to a meeting: "flew to Ankara for talks with", "after his meeting with him, Putin"."""
        row = self.row
        if self._topic(number, slots):
            return
        if number and row[number - 1].word in OPENING and self._opening(number, slots):
            return
        if number == 0 or row[number - 1].kind != PREPOSITION or row[number - 1].word not in ON_OCCASION:
            return
        before = (at for at in range(number - 2, -1, -1) if isinstance(row[at], Verb))
        at = next(before, None)
        verb = row[at] if at is not None else None
        if at is not None and isinstance(verb, Verb) and GONE.intersection(verb.lemmas):
            self.add(self.matching.clauses.subject(at), slots)
            put(slots, "place", led_by(self.matching.clauses.after(at).governed, ("to",)), self.tokens)

    def _topic(self, number: int, slots: Slots) -> bool:
        """Take the guest of a visit from before it: "Choe, on a visit to Moscow"; False where there is none."""
        noun = self.row[number]
        if not isinstance(noun, Noun) or noun.noun != "visit" or len(ids(slots.get(self.field))) != 1:
            return False
        start = self.tokens.starts[noun.first]
        before = [each for each in self.matching.topics() if (each.end or 0) <= start]
        if before:
            slots[self.field] = together(before[-1], slots[self.field])
        return bool(before)

    def _tell(
        self, rule: str, construction: str, trigger: tuple[int, int], thing: Thing | None, slots: Slots,
        dates: Sequence[Dated], verb: int,
    ) -> None:  # fmt: skip
        if len(ids(slots.get(self.field))) + ("one" in slots) < 2:
            return
        told = Told(grammar().row(FAMILY, rule), construction, trigger, thing)
        told.slots = slots
        if not told.has("amount") and self._again(told, dates):
            return
        if verb >= 0 and isinstance(self.row[verb], Verb):
            told.modality, told.negated = self.matching.mood(verb)
        told.negated |= thing is not None and thing.noun.none
        told.date(dates)
        self.matching.keep(told)

    def _again(self, told: Told, dates: Sequence[Dated]) -> bool:
        """Tell whether the sentence tells a meeting of the same already, which then gets the place and the date."""
        sides = set(ids(told.slots.get(self.field)))
        for other in self.matching.told:
            if other.kind == told.kind and sides and sides <= set(ids(other.slots.get(self.field))):
                if "place" in told.slots:
                    other.slots.setdefault("place", told.slots["place"])
                other.date(dates)
                return True
        return False
