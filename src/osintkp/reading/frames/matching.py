"""Set the verbs of a sentence against the rows of the frame tables, and fill the fields that each row names."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.gaps import gap
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.meant import no_guests, whose, within
from osintkp.reading.clauses.mood import mood
from osintkp.reading.clauses.passives import closing
from osintkp.reading.clauses.pieces import COMMA, PREPOSITION, QUOTE, VERB, Noun, Piece, Verb
from osintkp.reading.clauses.subjects import Clauses
from osintkp.reading.clauses.things import Thing
from osintkp.reading.clauses.walking import Beside, alike
from osintkp.reading.events import Slot
from osintkp.reading.frames.belonging import belongs, pointing
from osintkp.reading.frames.holding import aboard, held
from osintkp.reading.frames.parting import parted
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import PARTIES, Row, Slots, Told, add, owners, put

Sides = list[tuple[str, list[Noun]]]
IMPLIED = 0.7
OWNED = "-owner"
LOADED = frozenset(("carry", "transport", "haul", "contain", "load", "lade", "ferry", "bring", "smuggle"))
NO_THING: tuple[None] = (None,)
THING_FIELDS = frozenset(("thing", "amount", "person"))
STOPPED = ("loss", "seizure")
NEVER_SENT = (*STOPPED, "limit")
MADE = frozenset(("make", "manufacture", "produce", "build", "supply", "provide", "send", "donate", "sell"))
ASIDE = 4
TURNED = frozenset(("turn", "look", "go", "approach"))


class Matching:
    """
    A sentence set against the frame tables.

    Attributes:
        ground: The text.
        row: The pieces of the sentence.
        clauses: Its clauses.
        told: The events so far.
    """

    __slots__ = ("_first", "_places", "_used", "_wholes", "clauses", "ground", "row", "told")

    def __init__(self, row: list[Piece], ground: Ground) -> None:
        self.row = row
        self.ground = ground
        self._used: set[tuple[str, int]] = set()
        self._first: dict[tuple[str, int], Told] = {}
        self._wholes: dict[int, Noun] = {}
        self._places = {id(piece): number for number, piece in enumerate(row)}
        self.clauses = Clauses(row, ground.grammar)
        self.told: list[Told] = []

    def topics(self, *, rows: bool = False) -> list[Slot]:
        """Return the actors that stand free in the sentence, and every person, in order: whom a pronoun can mean; also rows."""
        found = []
        for number, piece in enumerate(self.row):
            if not isinstance(piece, Noun) or not piece.actors:
                continue
            free = number == 0 or self.row[number - 1].kind != PREPOSITION
            if free or (piece.named_last and piece.actors[-1].mention.by == "person"):
                slot = actors_of(piece, self.ground.tokens) or beside_noun(piece, piece.last, owner=True)
                if slot is not None and (isinstance(slot.value, str) or rows):
                    found.append(slot)
        return found

    def run(self) -> None:
        """Find the events that the verbs of the sentence tell; last, those that only say where goods are from."""
        late: list[tuple[int, Verb]] = []
        for number, piece in enumerate(self.row):
            if isinstance(piece, Verb):
                self._verb(number, piece, late)
        for number, verb in late:
            self._verb(number, verb, None)

    def _verb(self, number: int, verb: Verb, late: list[tuple[int, Verb]] | None) -> None:
        grammar = self.ground.grammar
        numbers = [
            each
            for lemma in verb.lemmas
            for each in grammar.verb_rows.get(lemma, ())
            if not grammar.rows[each].get("own")
        ]
        if not numbers:
            return
        if late is not None and any(grammar.rows[each].get("late") for each in numbers):
            late.append((number, verb))
            numbers = [each for each in numbers if not grammar.rows[each].get("late")]
        elif late is None:
            numbers = [each for each in numbers if grammar.rows[each].get("late")]
        after = self.clauses.after(closing(self.row, number))
        reduced = not verb.passive and self._reduced(number, verb, after)
        if not (after.objects or verb.passive or reduced):
            after = after._replace(objects=gap(self.row, number))
        best: dict[str, tuple[float, list[Told]]] = {}
        for each in numbers:
            row = grammar.rows[each]
            goes = bool(row.get("goes"))
            passive = verb.passive or (reduced and not goes)
            if (row.get("passive") and not passive) or (goes and passive):
                continue
            subject = self._reduced_subject(number) if reduced and not goes else self.clauses.subject(number)
            made = self._made(row, number, verb, after, subject, passive=passive)
            whole = (
                bool(after.objects) and "object" in row["roles"]
            )  # of two that fit alike, the one that leaves no object over
            score = sum(10 + len(told.slots) + 5 * told.has("amount") for told in made) + whole / 2
            if made and score > best.get(row["kind"], (0, []))[0]:
                best[row["kind"]] = (score, made)
        for _, made in sorted(best.values(), key=lambda each: not each[1][0].row.get("forces")):
            self._commit(made)

    def _commit(self, made: list[Told]) -> None:
        kept = [told for told in made if self.claim(told)]
        for told in kept:
            if told.whole is not None and told.whole not in kept:
                told.whole = None
        self.told += kept

    def _reduced(self, number: int, verb: Verb, after: Beside) -> bool:
        """Tell whether a past form is a participle that says more on the phrase before it: "drones sent by Iran"."""
        if not verb.bare or "n" not in verb.forms or number == 0:
            return False
        before = self.row[number - 1]
        if before.kind == COMMA:
            given = any(each.preposition == "by" and _is_party(each.noun) for each in after.governed)
            return not after.objects and (
                self._over_aside(number) is not None or (given and self._before_comma(number) is not None)
            )
        if not isinstance(before, Noun) or before.pronoun:
            return False
        if any(each.preposition == "by" and _is_party(each.noun) for each in after.governed):
            return True
        if (
            any(each.preposition == "by" for each in after.governed)
            and after.objects
            and alike(before) == "actor"
        ):
            return False
        if after.objects:
            return False
        return alike(before) in ("goods", "people") or before.noun is not None or self._headline(number)

    def _over_aside(self, number: int) -> Noun | None:
        """Return whom a participle says more on, with the figure before them: "the 40, mostly women, killed in Gao"."""
        before = self.row[number - 2] if number > 1 else None
        if isinstance(before, Noun) and before.amounts and alike(before) == "people":
            return before
        if number < ASIDE:
            return None
        counted, comma, people, _ = self.row[number - ASIDE : number]
        if not (isinstance(counted, Noun) and isinstance(people, Noun) and comma.kind == COMMA):
            return None
        if (
            not counted.amounts
            or alike(people) != "people"
            or (people.amounts and people.amounts != counted.amounts)
        ):
            return None
        people.amounts = counted.amounts
        return people

    def _headline(self, number: int) -> bool:
        """Tell whether counted goods or people that begin a sentence are what its first verb strikes: "40 rifles for Chad seized"."""
        head = self.row[0]
        if not isinstance(head, Noun) or not head.amounts or alike(head) not in ("goods", "people"):
            return False
        return (
            all(
                self.row[at].kind == PREPOSITION and isinstance(self.row[at + 1], Noun)
                for at in range(1, number - 1, 2)
            )
            and number % 2 == 1
        )

    def _before_comma(self, number: int) -> Noun | None:
        """Return the goods that a participle after a comma says more on: "40 tonnes of flour, donated by Chad, arrived"."""
        at = number - 2
        while at > 1 and self.row[at - 1].kind == PREPOSITION and isinstance(self.row[at - 2], Noun):
            at -= 2
        noun = self.row[at] if at >= 0 else None
        return noun if isinstance(noun, Noun) and alike(noun) == "goods" else None

    def _reduced_subject(self, number: int) -> list[Noun]:
        """Return what a participle says more on: the phrase before it, or the figure that it hangs on."""
        row = self.row
        before = row[number - 1]
        if before.kind == COMMA:
            counted = self._over_aside(number) or self._before_comma(number)
            return [] if counted is None else [counted]
        found = [before] if isinstance(before, Noun) else []
        at = number - 1
        head = at
        while head > 1 and row[head - 1].kind == PREPOSITION and isinstance(top := row[head - 2], Noun):
            head -= 2
            if top.amounts and alike(top) == "goods" and found and not found[0].amounts:
                return [top]
        while at > 1 and row[at - 1].kind == "C" and isinstance(more := row[at - 2], Noun):
            if alike(more) not in ("goods", "people"):
                break
            found.insert(0, more)
            at -= 2
        return found

    def _sides(self, row: Row, after: Beside, subject: list[Noun], *, passive: bool) -> Sides:
        """Return for each field of a row the phrases that stand in its places beside the verb."""
        roles: dict[str, str] = row["roles"]
        sides: Sides = []
        if passive:
            retained = bool(after.objects) and "indirect" in roles
            given = retained and not any(alike(each) == "goods" for each in subject)
            sides.append((roles.get("indirect" if given else "object", ""), subject))
            if retained:
                sides.append((roles.get("object", ""), after.objects))
        else:
            first = (
                [within(noun, self.place(noun), self.clauses) for noun in subject]
                if roles.get("subject") in PARTIES
                else subject
            )
            sides += [(roles.get("subject", ""), first), (roles.get("object", ""), after.objects)]
            if after.indirect is not None:
                sides.append((roles.get("indirect", ""), [after.indirect]))
        for place, (preposition, noun) in enumerate(after.governed):
            field = roles.get(preposition) or roles.get(f"thing-{preposition}", "")
            if passive and preposition == "by":
                field = roles.get("subject", "")
            sides.append((field, [whose(after.governed, place) if field in PARTIES else noun]))
        if after.aim is not None and "aim" in roles:
            sides.append((roles["aim"], [after.aim]))
        if row["kind"] == "loss" and roles.get("subject") == "by" and not passive:
            for noun in subject:
                hanging, _, _ = self.clauses.after_noun(self._places.get(id(noun), len(self.row)))
                sides += [("by", [each.noun]) for each in hanging if each.preposition == "by"]
                sides += [("actor", [each.noun]) for each in hanging if each.preposition in ("on", "against")]
        return sides

    def _made(
        self, row: Row, number: int, verb: Verb, after: Beside, subject: list[Noun], *, passive: bool
    ) -> list[Told]:
        """Return the events that a row finds at a verb; none where it does not fit."""
        tokens = self.ground.tokens
        if row.get("goes") and any(each.amounts and not each.actors for each in after.objects):
            return []
        if row.get("alone") and after.objects:
            return []
        if row.get("several") and no_guests(verb, [*after.objects, *(subject if passive else ())]):
            return []
        if row.get("goes") and any(
            each.noun in self.ground.grammar.things["fallen"] for each in after.objects
        ):
            return []
        if row["kind"] == "loss" and any(
            each.noun in self.ground.grammar.nouns_of("transfer") for each in subject
        ):
            return []
        sides = self._sides(row, after, subject, passive=passive)
        passed = self._passed(row, sides, after.parts)
        if not passed and any(THING_FIELDS.issuperset(fields) for fields in row["needs"]):
            return []
        if passive and not verb.passive:
            passed = [
                each._replace(amount=each.noun.bases[-1]) if each.amount and each.noun.bases else each
                for each in passed
            ]
        slots: Slots = {}
        for field, nouns in sides:
            if field.endswith(OWNED):
                self._owned(slots, field.removesuffix(OWNED), nouns)
            elif field and field not in ("thing", "figure", "pair"):
                put(slots, field, nouns, tokens)
        put(slots, "pair", [noun for field, nouns in sides if field == "pair" for noun in nouns], tokens)
        self._given(row, slots, after, passive=passive)
        if "implied" in row:
            if any(each.preposition == "with" for each in after.governed):
                return []
            start, end = tokens.starts[verb.head], tokens.ends[verb.last]
            if row["implied"]:
                slots["item"] = Slot(
                    value=row["implied"], start=start, end=end, rule="implied", confidence=IMPLIED
                )
        self._turned(row, slots, number, verb)
        self._caused(row, slots, number, passive=passive)
        passed = self._figured(row, passed, sides)
        modality, negated = mood(self.row, number, self.ground.grammar)
        back = not row.get("strict") and any(
            _points_back(noun) for field, nouns in sides if field not in ("thing", "") for noun in nouns
        )
        made: list[Told] = []
        parties = (
            parted(self.row, passed, self._places, row, tokens) if len(passed) > 1 else [{}] * len(passed)
        )
        for place, thing in enumerate(passed or NO_THING):
            trigger = (verb.head, verb.last)
            if row.get("reported") and thing is not None:
                trigger = (thing.noun.last, thing.noun.last)
            told = Told(row, "passive" if passive else "active", trigger, thing)
            told.slots = dict(slots)
            if thing is not None:
                told.slots |= parties[place]
                self.beside(told, thing)
                told.negated = thing.noun.none
                told.open = thing.amount is not None and (
                    back or (thing.noun.definite and not row.get("strict"))
                )
            told.open = told.open or pointing(told, verb, subject)
            told.modality = modality or told.modality
            told.negated |= negated
            told.date(after.dates)
            if told.fits() and belongs(told, verb, subject, after, tokens.words):
                if thing is not None and made:
                    told.whole = made[0] if thing.part else None
                    told.instead = made[-1] if thing.noun in after.either else None
                made.append(told)
        return made

    def _passed(self, row: Row, sides: Sides, parts: Sequence[Noun]) -> list[Thing]:
        """Return what is passed on, with what it carries where it is stopped or lost, and counted carriers."""
        sorting, known = self.ground.sorting, self.ground.grammar.nouns_of(row["family"])
        nouns = [noun for field, each in sides if field == "thing" for noun in each]
        if row["kind"] in STOPPED:
            carried = [more for noun in nouns for more in self._carried(noun)]
            if carried and sorting.goods(carried):
                nouns = [noun for noun in nouns if noun.amounts or "carrier" not in noun.standing] + carried
        elif row["kind"] == "shipment" and row["thing"] == "goods":
            nouns = [more for noun in nouns for more in self._held(noun, known)]
            if row.get("goes"):
                nouns = [more for noun in nouns for more in aboard(noun, self._carried(noun))]
        found = sorting.things(row["thing"], nouns, known, parts)
        if (
            row["kind"] == "loss"
            and row["thing"] == "goods"
            and any(each.amount is not None for each in found)
        ):
            found = [each for each in found if each.amount is not None]
        if row.get("carries"):
            for field, each in sides:
                if field == "sender" and found:
                    found += [
                        Thing(noun, noun.amounts[-1], noun.items, noun.last)
                        for noun in each
                        if noun.amounts and "carrier" in noun.standing
                    ]
        return found

    def _held(self, noun: Noun, known: frozenset[str]) -> list[Noun]:
        """Return what a delivery is made of, each with the delivery in mind."""
        if noun.noun not in known:
            return [noun]
        inside = held(noun, self.place(noun), self.clauses, self.ground.sorting)
        self._wholes |= {id(each): noun for each in inside if each is not noun}
        return inside

    def _carried(self, noun: Noun) -> list[Noun]:
        at = self._places.get(id(noun), len(self.row)) + 1
        while (
            at + 1 < len(self.row)
            and self.row[at].kind == PREPOSITION
            and self.row[at + 1].kind in ("N", "Y")
        ):
            at += 2
        verb = self.row[at] if at < len(self.row) else None
        if not isinstance(verb, Verb) or not LOADED.intersection(verb.lemmas):
            governed, _, _ = self.clauses.after_noun(self.place(noun))
            return [each.noun for each in governed if each.preposition == "with" and each.noun.amounts]
        after = self.clauses.after(at)
        return after.objects or [each.noun for each in after.governed if each.preposition == "with"]

    def _given(self, row: Row, slots: Slots, after: Beside, *, passive: bool) -> None:
        """Take who gets the goods from before them: "sold Iran missiles" is one phrase to the eye."""
        field = row["roles"].get("indirect")
        if field is None or field in slots or passive or not after.objects:
            return
        first = after.objects[0]
        if not (first.actors and first.items) or "troops" in first.standing:
            return
        named = first.actors[0]
        if first.amounts and first.amounts[0].start < named.mention.start:
            return
        if named.mention.by == "adjective" or named.owns or first.items[0].start < named.mention.end:
            return
        slot = beside_noun(first, named.last + 1, owner=False)
        if slot is not None:
            slots[field] = slot

    def _turned(self, row: Row, slots: Slots, number: int, verb: Verb) -> None:
        """Take who sells from "turned to Iran to buy drones"."""
        if "sender" in slots or not verb.to or row["roles"].get("from") != "sender":
            return
        before = self.row[number - 1] if number > 1 else None
        if isinstance(before, Noun) and self.row[number - 2].word == "with":
            put(slots, "sender", [before], self.ground.tokens)
        for at in range(number - 1, max(-1, number - 6), -1):
            piece = self.row[at]
            if isinstance(piece, Verb):
                if TURNED.intersection(piece.lemmas):
                    put(
                        slots,
                        "sender",
                        [each.noun for each in self.clauses.after(at).governed if each.preposition == "to"],
                        self.ground.tokens,
                    )
                return

    def _caused(self, row: Row, slots: Slots, number: int, *, passive: bool) -> None:
        """Take who has it done: "Egypt had troops moved to the border"."""
        field = row["roles"].get("subject")
        if not passive or field != "sender" or field in slots or number < 2:
            return
        verb, noun = self.row[number - 2 : number]
        if isinstance(verb, Verb) and verb.word in ("have", "get") and isinstance(noun, Noun):
            put(slots, field, self.clauses.subject(number - 2), self.ground.tokens)

    def _owned(self, slots: Slots, field: str, nouns: Sequence[Noun]) -> None:
        """Take whose goods hold others: "chips in Russian missiles"."""
        for noun in nouns:
            if self.ground.sorting.is_goods(noun):
                for slot in owners(noun, field, field, self.ground.tokens).values():
                    slots.setdefault(field, slot)

    def _figured(self, row: Row, passed: list[Thing], sides: Sides) -> list[Thing]:
        """Give goods the figure that they are brought to: "aid was cut to $3 million"."""
        if not row.get("figures") or not passed or any(each.amount for each in passed):
            return passed
        told = [
            each
            for field, nouns in sides
            if field in ("recipient", "figure", "sender")
            for noun in nouns
            if field != "sender" or not noun.actors
            for each in noun.amounts
            if self.ground.sorting.counts_goods(each) or (row["thing"] == "strength" and each.role == "count")
        ]
        return [passed[0]._replace(amount=each) for each in told] or passed

    def beside(self, told: Told, thing: Thing) -> None:
        """Fill what is still open from the phrase of the thing itself and what follows it."""
        roles: dict[str, str] = told.row["roles"]
        noun = thing.noun
        owner = roles.get("thing-owner") or (None if noun.owner else roles.get("thing-adjective"))
        found = owners(noun, owner, roles.get("thing-adjective"), self.ground.tokens)
        whole = self._wholes.get(id(noun))
        if whole is not None:
            found |= owners(whole, roles.get("thing-owner"), roles.get("thing-adjective"), self.ground.tokens)
        for field, slot in found.items():
            if told.kind == "loss" and slot.rule == "adjective" and self._maker(slot):
                continue
            if told.row.get("foreign") and slot.rule == "adjective":
                told.slots[field] = slot
            add(told.slots, field, slot)
            share = thing.amount is not None and thing.amount.role == "percent" and slot.rule == "owner"
            if share and field == "sender" and told.slots["sender"] is not slot:
                told.slots["recipient"] = slot
        number = self._places.get(id(noun))
        if number is None:
            return
        maker = roles.get("thing-from")
        if maker is not None and maker not in told.slots:
            put(told.slots, maker, self._makers(number), self.ground.tokens)
        governed, dates, _ = self.clauses.after_noun(number)
        if whole is not None:
            governed = [*governed, *self.clauses.after_noun(self.place(whole))[0]]
        for preposition, other in governed:
            field_of = roles.get(f"thing-{preposition}")
            if field_of is not None and field_of not in told.slots:
                put(told.slots, field_of, [other], self.ground.tokens)
        told.date(dates)

    def _maker(self, slot: Slot) -> bool:
        """Tell whether an adjective says who made goods, and not whose they are: "Iranian-made drones"."""
        after = self.ground.tokens.at(slot.end or 0)
        words = self.ground.tokens.words[after : after + 2]
        return bool(words) and not self.ground.grammar.things["made"].isdisjoint(words)

    def _makers(self, number: int) -> list[Noun]:
        """Return who is said right after goods to have made or given them: "drones made in Turkey"."""
        row = self.row
        verb = row[number + 1] if number + 1 < len(row) else None
        if (
            not isinstance(verb, Verb)
            or not verb.bare
            or not MADE.intersection(verb.lemmas)
            or number + 3 >= len(row)
        ):
            return []
        noun = row[number + 3]
        return [noun] if row[number + 2].word in ("in", "by", "from") and isinstance(noun, Noun) else []

    def claim(self, told: Told) -> bool:
        """Keep one event for one figure or phrase: the first that tells it."""
        thing = told.thing
        if thing is None:
            key = told.trigger[0]
        else:
            key = thing.amount.start if thing.amount is not None else -thing.noun.first - 1
        if (told.kind, key) in self._used:
            first = self._first.get((told.kind, key))
            if first is not None:
                first.complete(told)
            return False
        self._used.add((told.kind, key))
        self._first[told.kind, key] = told
        if told.kind in NEVER_SENT or told.row.get("forces"):
            self._used.add(("shipment", key))
        if thing is not None:
            self._used.add((told.kind, -thing.noun.first - 1))
            self._first.setdefault((told.kind, -thing.noun.first - 1), told)
        return True

    def place(self, noun: Noun) -> int:
        """Return the number of a phrase in its sentence; one past the last where it is not in it."""
        return self._places.get(id(noun), len(self.row))

    def forbid(self, noun: Noun, kind: str = "shipment") -> None:
        """Keep a phrase from being told by itself: what is done with goods under a ban is not done."""
        self._used.add((kind, -noun.first - 1))
        self._used.update((kind, each.start) for each in noun.amounts)

    def taken(self, noun: Noun) -> bool:
        """Tell whether an event of some kind already passes on what a phrase names."""
        key = -noun.first - 1
        return any((kind, key) in self._used for kind in self.ground.grammar.kinds)

    def governor(self, number: int) -> int | None:
        """Return the verb that a phrase is the object of; None where a preposition stands between."""
        at = number - 1
        while at >= 0 and self.row[at].kind == QUOTE:
            at -= 1
        return at if at >= 0 and self.row[at].kind == VERB else None


def _is_party(noun: Noun) -> bool:
    return bool(noun.actors or noun.places or noun.pronoun) or "agent" in noun.standing


def _points_back(noun: Noun) -> bool:
    """Tell whether a phrase points back to goods, carriers or actors told before: "these journeys", "it"."""
    if noun.pronoun or noun.owner:
        return True
    return noun.definite and (
        noun.noun is not None or bool(noun.standing & {"goods", "carrier", "agent", "troops"})
    )
