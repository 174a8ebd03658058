"""Meetings of which only the host, the place or those who came are told: "held a donor conference in Geneva"."""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import CONJUNCTION, PREPOSITION, RELATIVE, Dated, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Slots, Told, ids, put
from osintkp.reading.mentions import AmountMention

FAMILY, RULE = "meeting", "gathering"
HOST = frozenset(("hold", "host", "convene", "organise", "organize", "stage", "call", "chair", "open", "sponsor", "arrange", "co-host", "mediate", "broker", "facilitate"))  # fmt: skip
ATTEND = frozenset(("attend", "join", "take part", "participate", "gather", "skip", "boycott"))
MEET = frozenset(("meet", "gather", "convene", "assemble"))
HAPPEN = frozenset(("take place", "happen", "begin", "open", "start", "end", "conclude", "close", "bring together", "draw", "see"))  # fmt: skip
OCCASION = frozenset(("after", "during", "at", "before", "ahead of", "following", "since"))
WHERE = ("in", "at")
PRESS = frozenset(("press", "news", "training", "peace-keeping", "phone", "telephone", "video", "parliamentary", "cabinet", "closing", "party"))  # fmt: skip
ARRANGED = frozenset(("sponsored", "hosted", "led", "backed", "organised", "organized", "brokered", "mediated", "convened", "chaired"))  # fmt: skip
GREAT = frozenset(("summit", "conference", "talks", "negotiations", "consultations", "forum"))
CAME = frozenset(("person", "people", "leader", "president", "minister", "delegate", "participant", "head", "guest", "official", "representative", "envoy", "diplomat", "general", "chief", "monarch", "attendee"))  # fmt: skip
REMOTE = frozenset(("online", "virtually", "remotely"))
BACK = frozenset(("summit", "conference", "talks", "negotiations", "forum", "meeting"))
SAID = frozenset(("say", "tell", "add", "warn", "note", "speak", "announce", "urge"))
NEAR = 8


def gatherings(matching: Matching) -> None:
    """Find the meetings that name one side only, or none but the place and the day."""
    reader = _Gatherings(matching)
    nouns = grammar().nouns_of(FAMILY)
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Noun) and piece.noun in nouns:
            reader.noun(number, piece)
        elif isinstance(piece, Verb) and MEET.intersection(piece.lemmas):
            reader.met(number, piece)
        elif isinstance(piece, Noun) and piece.actors and "agent" in piece.standing:
            reader.guests(number, piece)


def gathering_words() -> frozenset[str]:
    """Return the words of which a sentence has one where it tells such a meeting."""
    return grammar().nouns_of(FAMILY) | MEET | {"visiting"}


class _Gatherings(Bond):
    """A sentence read for meetings of which one side is told."""

    __slots__ = ("_count", "_dates", "_firm", "_strange", "_verb")

    def __init__(self, matching: Matching) -> None:
        super().__init__(matching, "participants")
        self._clear()

    def _clear(self) -> None:
        self._dates: list[Dated] = []
        self._count = False
        self._verb: int | None = None
        self._firm = self._strange = False

    def noun(self, number: int, noun: Noun) -> None:
        """Take a meeting by its noun: who holds it, comes to it or speaks of it, and where."""
        words = self.tokens.words[noun.first : noun.last + 1]
        before = self.row[number - 2] if number > 1 and self.row[number - 1].word == "of" else None
        if isinstance(before, Noun) and before.noun in grammar().nouns_of(FAMILY):
            return  # "the session of the conference" is one
        if noun.none or not PRESS.isdisjoint(words) or self._is_told(noun):
            return
        self._clear()
        slots: Slots = {}
        self.inside(noun, slots)
        self._compound(noun, slots)
        around, dates, end = self.matching.clauses.after_noun(number)
        self._dates += dates
        self.governed(around, slots)
        self.add(led_by(around, ("of", "by")), slots)
        self._behind(end + 1, slots)
        self._governor(number, slots)
        self._said(number, noun, slots)
        if len(ids(slots.get(self.field))) < 2:
            self._occasion(number, slots)
        self._keep(noun, slots)

    def met(self, number: int, verb: Verb) -> None:
        """Take those who met of whom one is named: "OPEC and its allies will meet", "the Sahel's leaders met in Bamako"."""
        after = self.matching.clauses.after(number)
        objects = [each for each in after.objects if each.word not in REMOTE]
        if verb.passive or objects or any(each.preposition == "with" for each in after.governed):
            return
        if any(told.kind == FAMILY for told in self.matching.told):
            return
        self._clear()
        subject = self._with_allies(self.matching.clauses.subject(number))
        several = len(subject) > 1 or any(
            each.word.endswith("s") and "agent" in each.standing for each in subject
        )
        slots: Slots = {}
        self.add(subject, slots)
        bodies = any(named.mention.state is None for each in subject for named in each.actors)
        slot = slots.get(self.field)
        if slot is None or not (several or bodies) or len(ids(slot)) > 1:
            return
        self._held(after, slots)
        if not self._dates and "place" not in slots:
            return
        told = Told(grammar().row(FAMILY, RULE), "alone", (verb.head, verb.last), None)
        told.modality, told.negated = self.matching.mood(number)
        self._finish(told, slots)

    def _with_allies(self, subject: list[Noun]) -> list[Noun]:
        """Return a subject with whom it is joined to: "Chad and its neighbours"."""
        if len(subject) != 1 or not subject[0].owner:
            return subject
        at = self.matching.place(subject[0])
        before = self.row[at - 2] if at > 1 and self.row[at - 1].kind == CONJUNCTION else None
        return [before, *subject] if isinstance(before, Noun) else subject

    def guests(self, number: int, noun: Noun) -> None:
        """Take who receives guests: "showed the drones to a visiting Chadian delegation"."""
        if "visiting" not in self.tokens.words[noun.first : noun.last]:
            return
        self._clear()
        slots: Slots = {}
        for at in self._clauses(number):
            self.add(self.matching.clauses.subject(at), slots)
            self._dates += self.matching.clauses.after(at).dates
            break
        self.add([noun], slots)
        if len(ids(slots.get(self.field))) > 1:
            told = Told(grammar().row(FAMILY, RULE), "visiting", (noun.first, noun.last), None)
            self._finish(told, slots)

    def _is_told(self, noun: Noun) -> bool:
        """Tell whether the sentence tells the meeting of a phrase already, or another of those it names."""
        return any(
            told.kind == FAMILY and (told.thing is None or told.thing.noun is noun)
            for told in self.matching.told
        )

    def _compound(self, noun: Noun, slots: Slots) -> None:
        """Take who is the first part of a word: "the Russia-Africa summit", "UN-sponsored talks"."""
        words = self.tokens.words
        for named in noun.actors:
            after = words[named.last + 1 : named.last + 3]
            body = named.mention.state is None and named.last == noun.last - 1
            joined = self.tokens.text[named.mention.end : named.mention.end + 1] == "-"
            joined |= not ARRANGED.isdisjoint(after)
            if named.last < noun.last and (body or joined):
                self.party(slots, named)

    def _behind(self, at: int, slots: Slots) -> None:
        """Take who a participle behind the noun names: "a meeting hosted by Kuwait", "attended by 40 leaders"."""
        row = self.row
        while at < len(row) and row[at].kind == ",":
            at += 1
        verb = row[at] if at < len(row) else None
        if verb is not None and verb.kind == RELATIVE and verb.word == "where":
            self._firm = True
            slots.setdefault("pair", Slot(value=verb.word, rule="pair"))
        elif isinstance(verb, Verb) and verb.bare and (HOST | ATTEND).intersection(verb.lemmas):
            after = self.matching.clauses.after(at)
            if not after.objects:
                self._firm = True
                self._by(after, slots)

    def _by(self, after: Beside, slots: Slots) -> None:
        come = led_by(after.governed, ("by", "between", "with"))
        self.add(come, slots)
        self._number(come)
        self._held(after, slots)

    def _governor(self, number: int, slots: Slots) -> None:
        """Take who holds it or comes to it from the verb before."""
        row = self.row
        at = number - 1
        if at > 0 and row[at].kind == PREPOSITION and row[at].word in (*WHERE, "to"):
            at -= 1
        while at > 0 and row[at].kind in (CONJUNCTION, '"', "Y"):
            at -= 1
        verb = row[at] if at >= 0 else None
        if not isinstance(verb, Verb) or verb.passive or not (HOST | ATTEND).intersection(verb.lemmas):
            return
        subject = self.matching.clauses.subject(at)
        self._firm = True
        self._verb = at
        self.add(subject, slots)
        self._strange = bool(subject) and self.field not in slots and not {"pair", "one"} & slots.keys()
        self._number(subject)
        self._held(self.matching.clauses.after(at), slots)

    def _said(self, number: int, noun: Noun, slots: Slots) -> None:
        """Take what the verb of which it is the subject says: "was hosted by", "took place in", "drew 40 leaders"."""
        for at in range(number + 1, min(len(self.row), number + 2 * NEAR)):
            verb = self.row[at]
            if not isinstance(verb, Verb) or not verb.finite:
                continue
            if any(each is noun for each in self.matching.clauses.subject(at)):
                if (HOST | ATTEND).intersection(verb.lemmas) and verb.passive:
                    self._firm = True
                    self._verb = at
                    self._by(self.matching.clauses.after(at), slots)
                elif HAPPEN.intersection(verb.lemmas) and not verb.passive:
                    self._firm = True
                    self._verb = at
                    after = self.matching.clauses.after(at)
                    self._number([*after.objects, *(each.noun for each in after.governed)])
                    self._held(after, slots)
                return

    def _occasion(self, number: int, slots: Slots) -> None:
        """Take who acts in the clause that it is the occasion of: "after talks in Brussels, EU leaders agreed"."""
        row = self.row
        if number == 0 or row[number - 1].word not in OCCASION:
            return
        for at in self._clauses(number):
            verb = row[at]
            if row[number - 1].word == "at" and isinstance(verb, Verb) and SAID.intersection(verb.lemmas):
                return
            subject = self.matching.clauses.subject(at) or self.matching.clauses.after(at).objects
            for each in subject:
                slot = actors_of(each, self.tokens)
                if slot is not None and (slot.rule == "person" or "agent" in each.standing | each.passing):
                    self.add([each], slots)
            return

    def _clauses(self, number: int) -> Iterator[int]:
        """Give the finite verb before a phrase, else the first after it."""
        row = self.row
        before = [at for at in range(max(0, number - NEAR), number) if isinstance(row[at], Verb)]
        after = [
            at for at in range(number + 1, min(len(row), number + 2 * NEAR)) if isinstance(row[at], Verb)
        ]
        for at in (*reversed(before), *after):
            verb = row[at]
            if isinstance(verb, Verb) and verb.finite:
                yield at

    def _number(self, nouns: list[Noun]) -> None:
        """Take whether it is told how many people came."""
        for noun in nouns:
            for amount in noun.amounts:
                self._count |= amount.role == "count" and _of_people(amount)

    def _held(self, after: Beside, slots: Slots) -> None:
        put(slots, "place", led_by(after.governed, WHERE), self.tokens)
        self._dates += after.dates

    def _keep(self, noun: Noun, slots: Slots) -> None:
        place = "place" in slots
        who = self.field in slots
        occasion = bool(self._dates) or self._count
        great = noun.word in GREAT or (self._firm and "pair" in slots)
        back = noun.word in BACK and noun.definite and self._firm
        if not who and self._strange:
            return  # "the company held a conference"
        if not who and not back and not (place and great and (self._firm or occasion)):
            return
        if who and not (self._firm or place or occasion):
            return
        thing = Thing(noun, None, (), noun.last)
        told = Told(grammar().row(FAMILY, RULE), "noun", (noun.last, noun.last), thing)
        if self._verb is not None:
            told.modality, told.negated = self.matching.mood(self._verb)
        told.open = not who and back
        self._finish(told, slots)

    def _finish(self, told: Told, slots: Slots) -> None:
        for name in ("some", "pair", "one"):
            slots.pop(name, None)
        told.slots = slots
        told.date(self._dates)
        if told.open or told.fits():
            self.matching.keep(told)


def _of_people(amount: AmountMention) -> bool:
    """Tell whether a figure counts those who came by head: leaders and guests, no countries."""
    word = (amount.item or amount.unit or "").rpartition(" ")[2].lower()
    return amount.unit == "person" or word in CAME or word.removesuffix("s") in CAME
