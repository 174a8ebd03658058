"""Treaties, pacts, truces and deals: who agreed with whom, when they signed, when it begins to bind and ends."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import CONJUNCTION, NOUN, PREPOSITION, QUOTE, RELATIVE, Dated, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import WITH
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.pacts import pact_of
from osintkp.reading.frames.signing import BACK, SIGNED, Signed
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Row, Slots, Told, ids, together

FAMILY = "treaty"
BROKERS = frozenset(("broker", "mediate"))
OBLIGES = frozenset(
    ("obligate", "oblige", "require", "commit", "bind", "provide", "stipulate", "call", "allow", "permit", "prohibit", "envisage", "envision", "foresee", "govern", "state", "give", "grant", "authorise", "authorize", "enable", "regulate", "protect", "specify", "limit", "curb", "cap", "cover", "entail", "guarantee")
)  # fmt: skip
ARMED = frozenset(("weapons", "vehicles", "missiles", "munitions", "aircraft", "ships", "equipment"))
FAR = 10
INSIDE = 0.7
PARTS = {"end": "withdraw", "ratify": "ratify"}


def agreements(matching: Matching) -> None:
    """Find the agreements that a sentence tells."""
    words = agreement_words()
    known = matching.ground.pacts
    found = [
        (number, piece)
        for number, piece in enumerate(matching.row)
        if isinstance(piece, Noun) and (piece.noun in words or piece.word in words or piece.word in known)
    ]
    reader = _Agreements(matching) if found else None
    for number, piece in found:
        if reader is not None:
            reader.noun(number, piece)


@functools.cache
def treaty_rows() -> dict[str, Row]:
    """Return the row of each verb of the family; under the empty string, that of its nouns."""
    rows = [row for row in grammar().rows if row["family"] == FAMILY]
    found = {verb: row for row in rows for verb in row.get("beside", ())}
    found[""] = next(row for row in rows if "nouns" in row)
    return found


@functools.cache
def _loose(rule: str) -> Row:
    """Return a row for a noun that tells an agreement only with two parties."""
    return next(row for row in treaty_rows().values() if row["rule"] == rule) | {"loose": True}


@functools.cache
def agreement_words() -> frozenset[str]:
    """Return the nouns for agreements, those that need two parties in both numbers."""
    loose = treaty_rows()[""]["words"]
    return grammar().nouns_of(FAMILY) | frozenset(loose) | frozenset(f"{word}s" for word in loose)


class _Agreements(Signed):
    """A sentence read for agreements."""

    __slots__ = ()

    def __init__(self, matching: Matching) -> None:
        super().__init__(matching, "parties")

    def noun(self, number: int, noun: Noun) -> None:
        """Take the agreement that a noun names, with the verb that says what became of it."""
        pact = pact_of(noun, self.matching.ground.pacts, self.tokens)
        firm = noun.noun in grammar().nouns_of(FAMILY) or pact is not None
        if not firm and noun.noun not in agreement_words() and noun.word not in agreement_words():
            return
        quoted = number > 0 and self.row[number - 1].kind == QUOTE
        if (noun.none and not quoted) or self._about_goods(number, noun, firm=firm):
            return
        slots: Slots = {}
        self.inside(noun, slots)
        dates = self._behind(number, slots)
        at, passive = self._verb(number)
        row = treaty_rows()[""]
        obliges = False
        if at is not None:
            verb = self.row[at]
            assert isinstance(verb, Verb)
            row = next((treaty_rows()[each] for each in verb.lemmas if each in treaty_rows()), row)
            obliges = bool(OBLIGES.intersection(verb.lemmas))
            dates = [*self._beside(at, slots, row, passive=passive), *dates]
        elif number > 0 and self.row[number - 1].word == "under":
            obliges = number == 1 or any(isinstance(each, Verb) for each in self.row[: number - 1])
            self.under(number, slots)
        if not slots.get("parties"):
            row = treaty_rows().get(PARTS.get(self.taking_part(number, slots), "-"), row)
        self._rest(number, slots, firm=firm)
        if not firm and not self._named(number, noun, row):
            return
        some = slots.pop("some", None) is not None and "parties" in slots
        told = Told(
            row if firm or some else _loose(str(row["rule"])),
            "noun" if at is None else "passive" if passive else "active",
            self._trigger(at, noun),
            Thing(noun, None, (), noun.last),
        )
        told.slots = slots
        self._date(told, row, at, dates)
        if at is not None and (row is not treaty_rows()[""] or obliges):
            told.modality, told.negated = self.matching.mood(at)
        told.negated |= self.absent(number)
        self.title(noun, slots)
        told_of = obliges or row is not treaty_rows()[""] or bool(self.inner(noun))
        self.by_name(pact, slots)
        told.open = self._points_back(noun, slots, row, obliges=obliges)
        reached = passive and row is not treaty_rows()[""] and row["rule"] == "sign"
        told.open |= firm and reached and "parties" not in slots
        if "parties" not in slots and (pact is not None or self.is_title(slots)):
            told.open = told_of
        if "parties" not in slots and told.open and firm:
            self.two_here(slots)
        if quoted and noun.none:  # the "no" of a name denies nothing
            told.trigger = (self.row[number - 2].last, noun.last)
        if self._enough(told, firm=firm or some):
            self.matching.keep(told)

    def _named(self, number: int, noun: Noun, row: Row) -> bool:
        """Tell whether a deal or partnership is one that was made: it has a name, or stands with a verb that says so."""
        before = self.row[number - 2] if number > 1 and self.row[number - 1].word == "of" else None
        if isinstance(before, Noun) and before.noun in grammar().nouns_of(FAMILY):
            return False
        if noun.word.startswith("deal") or row is not treaty_rows()[""]:
            return True
        text, starts = self.tokens.text, self.tokens.starts
        quoted = number > 0 and self.row[number - 1].kind == QUOTE
        least = max((each.last for each in noun.actors), default=noun.first)
        return quoted or any(
            text[starts[each]].isupper() for each in (noun.last - 1, noun.last) if each > least
        )

    def _enough(self, told: Told, *, firm: bool) -> bool:
        parties = len(ids(told.slots.get("parties"))) + ("one" in told.slots)
        return parties > (0 if firm else 1) or told.open

    def _points_back(self, noun: Noun, slots: Slots, row: Row, *, obliges: bool) -> bool:
        """Tell whether the parties can be those told before: "the treaty obliges", "both sides signed"."""
        if "pair" in slots:
            del slots["pair"]
            return True
        word = self.tokens.words[noun.first]
        return word in BACK and noun.noun is not None and (obliges or row is not treaty_rows()[""])

    def _about_goods(self, number: int, noun: Noun, *, firm: bool) -> bool:
        """Tell whether an agreement is one to buy or sell goods, which is told as a shipment."""
        if not firm and any((each.path or "").partition("/")[0] in ARMED for each in noun.items):
            return True
        if not firm and "arms" in self.tokens.words[noun.first : noun.last + 1]:
            return True
        after = self.row[number + 1] if number + 1 < len(self.row) else None
        if isinstance(after, Verb) and after.to:
            table = self.matching.ground.grammar
            numbers = (each for lemma in after.lemmas for each in table.verb_rows.get(lemma, ()))
            return any(table.rows[each]["kind"] == "shipment" for each in numbers)
        governed, _, _ = self.matching.clauses.after_noun(number)
        return any(
            each.preposition in ("for", "worth", "on", "of")
            and any(
                amount.role in ("count", "money") and amount.unit not in ("day", "year", "month", "hour")
                for amount in each.noun.amounts
            )
            for each in governed
        )

    def _behind(self, number: int, slots: Slots) -> list[Dated]:
        """Take the parties that follow the phrase, over a participle ("signed by", "brokered by"); return the dates."""
        clauses = self.matching.clauses
        governed, dates, end = clauses.after_noun(number)
        self.governed(governed, slots)
        at = end + 1
        while at < len(self.row) and self.row[at].kind in (",", QUOTE):
            at += 1
        verb = self.row[at] if at < len(self.row) else None
        if isinstance(verb, Verb) and verb.bare and SIGNED.intersection(verb.lemmas):
            after = clauses.after(at)
            if not after.objects:
                signers = led_by(after.governed, ("by",))
                if not BROKERS.intersection(verb.lemmas):
                    self.add(signers, slots)
                self.governed(after.governed, slots)
                dates = [*dates, *after.dates]
                end = after.end
        self._where(end + 1, slots)
        return dates

    def _where(self, at: int, slots: Slots) -> None:
        """Take who agrees in a clause that follows: "an accord where both Putin and Kim agreed", "under which Mali will"."""
        row = self.row
        while at < len(row) and row[at].kind in (",", PREPOSITION, QUOTE):
            at += 1
        if at >= len(row) or row[at].kind != RELATIVE or row[at].word not in ("where", "which", "whereby"):
            return
        if row[at].word == "which" and row[at - 1].kind != PREPOSITION:
            return
        verb = next((each for each in range(at + 1, min(len(row), at + FAR)) if row[each].kind == "V"), None)
        if verb is not None:
            self.add((each for each in row[at + 1 : verb] if isinstance(each, Noun)), slots)

    def _verb(self, number: int) -> tuple[int | None, bool]:
        """Return the verb that an agreement stands with, and whether the agreement is what it is done to as its subject."""
        row = self.row
        at = number - 1
        while at >= 0 and (row[at].kind in (QUOTE, PREPOSITION) or self._coordinated(at)):
            if row[at].kind == PREPOSITION and row[at].word not in ("to", "from", "on", "into", "up"):
                break
            at -= 1
        verb = row[at] if at >= 0 else None
        if isinstance(verb, Verb) and any(each in treaty_rows() for each in verb.lemmas):
            return at, False
        for each in range(number + 1, min(len(row), number + 4 * FAR)):
            verb = row[each]
            if isinstance(verb, Verb) and not (verb.bare and SIGNED.intersection(verb.lemmas)):
                subject = self.matching.clauses.subject(each)
                if any(one is row[number] for one in subject):
                    return each, verb.passive
                if verb.finite:
                    return None, False
        return None, False

    def _coordinated(self, at: int) -> bool:
        """Tell whether a phrase at a place is another agreement in the same list."""
        piece = self.row[at]
        if piece.kind == CONJUNCTION:
            return at > 0 and self.row[at - 1].kind == NOUN
        return isinstance(piece, Noun) and piece.noun in grammar().nouns_of(FAMILY)

    def _beside(self, at: int, slots: Slots, row: Row, *, passive: bool) -> list[Dated]:
        """Take the parties and the place that stand beside a verb; return its dates."""
        if row is treaty_rows()[""]:
            return []
        after = self.matching.clauses.after(at)
        subject = [] if passive else self.matching.clauses.subject(at)
        if not any(each.noun is not None and each.noun in agreement_words() for each in subject):
            self.add([*self.joined_before(subject), *subject], slots)
        if passive:
            for each in after.governed:
                if each.preposition == "by":
                    self.add([each.noun, *self.rest(each.noun)], slots)
        self.governed([each for each in after.governed if each.preposition in (*WITH, "in", "at")], slots)
        return after.dates

    def _rest(self, number: int, slots: Slots, *, firm: bool) -> None:
        """Take the parties from elsewhere in the sentence, where fewer than two are told beside the agreement."""
        known = len(ids(slots.get("parties")))
        if known == 0:
            found = (self._between() or self._facing(number)) if firm else None
            if found is not None:
                slots["parties"] = found
        elif known == 1:
            at = number - 1
            while at >= 0 and (
                self.row[at].kind in (CONJUNCTION, PREPOSITION, QUOTE) or isinstance(self.row[at], Noun)
            ):
                piece = self.row[at]
                if isinstance(piece, Noun) and piece.actors and piece.actors[0].owns:
                    self.party(slots, piece.actors[0])
                    return
                at -= 1

    def _between(self) -> Slot | None:
        """Return two actors that the sentence names together after "between"."""
        found: Slot | None = None
        for number, piece in enumerate(self.row[:-1]):
            noun = self.row[number + 1]
            if piece.kind == PREPOSITION and piece.word == "between" and isinstance(noun, Noun):
                slot = actors_of(noun, self.tokens)
                found = together(found, slot) if slot is not None else found
        return found if len(ids(found)) > 1 else None

    def _facing(self, number: int) -> Slot | None:
        """Return the two actors that an agreement did something to: "the truce left Moldovan and Russian forces"."""
        row = self.row
        verb = row[number + 1] if number + 1 < len(row) else None
        if not isinstance(verb, Verb) or verb.passive or OBLIGES.intersection(verb.lemmas):
            return None
        for noun in self.matching.clauses.after(number + 1).objects:
            slot = actors_of(noun, self.tokens)
            if len(ids(slot)) > 1:
                return slot
        return None

    def _trigger(self, at: int | None, noun: Noun) -> tuple[int, int]:
        verb = self.row[at] if at is not None else None
        if isinstance(verb, Verb) and (
            OBLIGES.intersection(verb.lemmas) or any(each in treaty_rows() for each in verb.lemmas)
        ):
            return verb.head, verb.last
        return noun.last, noun.last

    def _date(self, told: Told, row: Row, at: int | None, dates: Sequence[Dated]) -> None:
        """Give an agreement its date: of signing, of its beginning to bind or of its end."""
        field = {"sign": "signed", "end": "ended"}.get(str(row["rule"]))
        verb = self.row[at] if at is not None else None
        if isinstance(verb, Verb) and self.in_force(verb):
            field = "in_force"
            dates = self.matching.clauses.after(at or 0).dates or dates
        elif at is None or row is treaty_rows()[""]:
            field = "signed" if self.signed_before(told) else None
        if field is not None and dates:
            date = dates[0].date
            told.slots[field] = Slot(value=date, start=date.start, end=date.end, rule="beside")
        if isinstance(verb, Verb) and "ratify" in verb.lemmas and dates and at is not None:
            self.ratified(told, verb, at, dates[0].date)
        inner = self.inner(told.thing.noun) if told.thing is not None else []
        if inner:
            date = inner[0].date
            told.slots.setdefault(
                "signed", Slot(value=date, start=date.start, end=date.end, rule="inside", confidence=INSIDE)
            )
