"""Forces that states bring together to train: "Egypt and Greece held naval drills", "Oman joined the exercise with Chad"."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import PREPOSITION, Dated, Noun, Piece, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import Slots, Told, ids, put

FAMILY, RULE, KIND, MEETING = "deployment", "exercise", "troop_deployment", "meeting"
HELD = frozenset(("hold", "conduct", "stage", "launch", "begin", "start", "carry out", "organise", "organize", "host", "run", "kick off", "conclude", "end", "finish", "complete", "increase", "expand", "step up", "resume", "plan", "wrap up", "stage", "perform", "have", "continue", "prepare", "schedule", "announce", "intensify"))  # fmt: skip
JOINED = frozenset(("take part", "participate", "join", "engage", "sail", "train", "attend", "involve", "gather"))  # fmt: skip
HAPPENED = frozenset(("begin", "start", "take place", "end", "conclude", "finish", "follow", "involve", "include", "feature", "run", "continue", "open", "kick off", "last", "bring together", "be", "see"))  # fmt: skip
INVOLVED = frozenset(("involve", "include", "feature", "bring together", "see"))
KINDS = frozenset(("military", "naval", "joint", "live-fire", "air", "army", "maritime", "amphibious", "combined", "multinational", "trilateral", "bilateral", "combat", "war", "airborne", "anti-submarine", "anti-piracy", "field", "large-scale", "drills", "drill", "games", "manoeuvres", "maneuvers", "wargames"))  # fmt: skip
OTHER = frozenset(("fire", "evacuation", "rescue", "safety", "training", "communications", "core", "oil", "press", "table-top"))  # fmt: skip
WITH = ("with", "between", "by", "alongside", "involving", "including", "among", "of")
WHERE = ("in", "off", "near", "at", "over")
SEVERAL = 2


def exercises(matching: Matching) -> None:
    """Find the exercises that two or more states hold together."""
    reader = _Exercises(matching)
    known = grammar().nouns_of(FAMILY)
    for number, noun in matching.nouns:
        if noun.noun in known and noun.noun in exercise_nouns():
            reader.noun(number, noun)


def exercise_nouns() -> frozenset[str]:
    """Return the nouns of exercises, in the singular."""
    return frozenset(grammar().row(FAMILY, RULE)["nouns"])


class _Exercises(Bond):
    """A sentence read for exercises."""

    __slots__ = ()

    def __init__(self, matching: Matching) -> None:
        super().__init__(matching, "participants")

    def noun(self, number: int, noun: Noun) -> None:
        """Take an exercise that a verb of the sentence says to be held, and who holds it with whom."""
        words = self.tokens.words[noun.first : noun.last + 1]
        if noun.none or KINDS.isdisjoint(words) or not OTHER.isdisjoint(words):
            return
        slots: Slots = {}
        around, dates, _ = self.matching.clauses.after_noun(number)
        verb, dates = self._verb(number, noun, slots, dates)
        self.inside(noun, slots)
        self.add(led_by(around, WITH), slots)
        sides = ids(slots.get(self.field))
        if verb is None or len(sides) < SEVERAL or self._is_told(sides):
            return
        told = Told(grammar().row(FAMILY, RULE), "noun", (noun.last, noun.last), None)
        told.slots = self._sides(slots[self.field], sides)
        put(told.slots, "place", led_by(around, WHERE), self.tokens)
        if "place" in slots:
            told.slots.setdefault("place", slots["place"])
        told.slots.pop("there", None)
        told.modality, told.negated = self.matching.mood(verb)
        told.date(dates)
        hosted = [
            each
            for each in self.matching.told
            if each.kind == MEETING and each.trigger[0] == _head(self.row[verb])
        ]
        for each in hosted:
            self.matching.told.remove(each)  # "hosts an exercise with Peru" is no meeting
        self.matching.keep(told)

    def _is_told(self, sides: tuple[str, ...]) -> bool:
        """Tell whether the sentence tells of forces of one of the sides already."""
        return any(
            not set(sides).isdisjoint(ids(told.slots.get("sender")))
            for told in self.matching.told
            if told.kind == KIND
        )

    def _sides(self, slot: Slot, sides: tuple[str, ...]) -> Slots:
        """Return whose forces come, the first that is named, and with whom, where there is one other."""
        found = {"sender": attrs.evolve(slot, value=sides[0])}
        if len(sides) == SEVERAL:
            found["recipient"] = attrs.evolve(slot, value=sides[1])
        return found

    def _verb(
        self, number: int, noun: Noun, slots: Slots, dates: list[Dated]
    ) -> tuple[int | None, list[Dated]]:
        """Take who the verb beside an exercise names; return its number, None where no verb says that it is held."""
        clauses = self.matching.clauses
        at = self._before(number)
        verb = None if at is None else self.row[at]
        if at is not None and isinstance(verb, Verb) and not verb.passive:
            direct = at == self.matching.governor(number)
            if not (HELD if direct else JOINED).isdisjoint(verb.lemmas) or (direct and "join" in verb.lemmas):
                return at, [*dates, *self._around(at, slots, clauses.subject(at))]
            return None, dates
        for at in range(number + 1, len(self.row)):
            verb = self.row[at]
            if not isinstance(verb, Verb) or not verb.finite:
                continue
            if not any(each is noun for each in clauses.subject(at)):
                return None, dates
            if not (HELD if verb.passive else HAPPENED).isdisjoint(verb.lemmas):
                took = clauses.after(at).objects if not INVOLVED.isdisjoint(verb.lemmas) else []
                return at, [*dates, *self._around(at, slots, took)]
            return None, dates
        return None, dates

    def _before(self, number: int) -> int | None:
        """Return the verb that an exercise is the object of, or stands after with "in"; None for none."""
        governor = self.matching.governor(number)
        if governor is not None or number < SEVERAL:
            return governor
        at = number - 1
        if self.row[at].kind != PREPOSITION or self.row[at].word not in ("in", "for", "from", "at", "to"):
            return None
        while at >= 0 and not isinstance(self.row[at], Verb):
            at -= 1
        return at if at >= 0 else None

    def _around(self, at: int, slots: Slots, nouns: list[Noun]) -> list[Dated]:
        """Take who stands beside a verb: its subject or objects, and those after "with" and "by"."""
        after = self.matching.clauses.after(at)
        self.add(nouns, slots)
        self._owners(nouns, slots)
        joined = led_by(after.governed, WITH)
        self.add(joined, slots)
        self._owners(joined, slots)
        put(slots, "place", led_by(after.governed, WHERE), self.tokens)
        return after.dates

    def _owners(self, nouns: list[Noun], slots: Slots) -> None:
        """Take whose craft come: "Chinese and Pakistani warships"."""
        for noun in nouns:
            if noun.items or not noun.standing.isdisjoint(("troops", "carrier")):
                for named in noun.actors:
                    if named.mention.by == "adjective" or named.owns:
                        self.party(slots, named)


def _head(piece: Piece) -> int:
    return piece.head if isinstance(piece, Verb) else piece.last
