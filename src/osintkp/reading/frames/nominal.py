"""Set the nouns of a sentence against the rows of the frame tables: "Turkey's sale of drones to Mali"."""

from __future__ import annotations

import attrs

from osintkp.reading.clauses.meant import whose
from osintkp.reading.clauses.pieces import Dated, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.events import DIRECTED
from osintkp.reading.frames.belonging import counts_only, no_forces, of_another
from osintkp.reading.frames.beside_thing import fill_beside
from osintkp.reading.frames.contracts import doer, fill_partner, governor, turn_won
from osintkp.reading.frames.figured import figured, grown
from osintkp.reading.frames.including import included
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun
from osintkp.reading.frames.told import PARTIES, Row, Slots, Told, add, owners, put, together

BY_SUBJECT = 0.6
PACKAGES = frozenset(("package", "packages"))
GIVERS = frozenset(("sender", "parties", "participants", "actor", "authority", "recipient"))
RETURNED = "in return for"


def nominal(matching: Matching) -> None:
    """Find the events that the nouns of a sentence tell and its verbs do not."""
    for number, piece in enumerate(matching.row):
        if piece.word == RETURNED and number + 1 < len(matching.row):
            _returned(matching, number + 1)
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Noun) and piece.noun is not None and not matching.taken(piece):
            rows = [
                matching.ground.grammar.rows[each]
                for each in matching.ground.grammar.noun_rows.get(piece.noun, ())
            ]
            found = [_Nominal(matching, row, number, piece) for row in rows if not row.get("own")]
            if (
                len({row["kind"] for row in rows}) > 1
            ):  # "a dispatch of rifles", "a dispatch of troops": of the one, not the other
                found = [each for each in found if each.tells()] or found
            for each in found:
                each.run()


def _returned(matching: Matching, number: int) -> None:
    """Find what was given in return: "in exchange for oil"."""
    noun, grammar = matching.row[number], matching.ground.grammar
    if not isinstance(noun, Noun) or matching.taken(noun):
        return
    row = grammar.rows[grammar.noun_rows["shipment"][0]]
    for thing in matching.ground.sorting.goods([noun]):
        told = Told(row, "return", (noun.last, noun.last), thing)
        told.open = told.back = True
        matching.keep(told)


class _Nominal:
    """A row set against a noun."""

    __slots__ = (
        "_dated",
        "_dates",
        "_end",
        "_governed",
        "_included",
        "_known",
        "_matching",
        "_noun",
        "_number",
        "_row",
        "_tokens",
    )

    def __init__(self, matching: Matching, row: Row, number: int, noun: Noun) -> None:
        self._matching = matching
        self._row = row
        self._number = number
        self._noun = noun
        self._tokens = matching.ground.tokens
        self._known = matching.ground.grammar.nouns_of(row["family"])
        self._governed, self._dates, self._end = matching.clauses.after_noun(number)
        self._dated: dict[int, list[Dated]] = {}
        self._included = included(matching.clauses, self._governed, self._end)

    def tells(self) -> bool:
        """Tell whether the row finds what is passed on beside the noun, and not only the noun itself."""
        return any(each.noun is not self._noun for each in self._passed())

    def run(self) -> None:
        """Add the events that the row finds."""
        row, matching = self._row, self._matching
        if row.get("direct") and any(each.noun.noun in self._known for each in self._governed):
            return
        slots = self._slots()
        modality, negated = self._lend(slots)
        fill_partner(
            matching, self._number, self._noun, slots, taken=row["roles"].get("owner") == "recipient"
        )
        turn_won(matching, self._number, self._noun, slots)
        if "host" in slots:
            self._host(slots)
        passed = self._passed()
        whole: Told | None = None
        for thing in passed or (None,):
            told = Told(row, "noun", (self._noun.last, self._noun.last), thing)
            told.slots = dict(slots)
            if thing is not None and thing.noun is not self._noun:
                if of_another(thing, told.slots.get("sender")):
                    del told.slots["sender"]
                fill_beside(matching, told, thing)
            told.modality = modality or told.modality or self._promised(thing)
            told.negated = negated or self._noun.none
            told.open = self._points_back(thing)
            told.back = self._number > 0 and matching.row[self._number - 1].word == RETURNED
            if thing is not None and thing.amount is not None:
                told.date(self._dated.get(thing.amount.start, []))
            told.date(self._dates)
            if not (told.fits() and self._enough(told)) or not matching.keep(told):
                continue
            if whole is not None and thing is not None and thing.noun in self._included:
                told.whole = whole
            elif thing is not None and thing.noun is self._noun:
                whole = told

    def _passed(self) -> list[Thing]:
        row, noun = self._row, self._noun
        of = [each.noun for each in self._governed if row["roles"].get(each.preposition) == "thing"]
        found = self._things(of)
        itself = bool(row.get("itself"))
        if (itself and not found and not self._included) or noun.amounts:
            found = [*self._itself(), *found]
        if not found and not itself:
            found = self._things([noun]) or self._inside()
        if row["kind"] == "shipment":
            found = self._figured(found)
        return found + (
            self._matching.ground.sorting.goods(self._included) if row["thing"] == "goods" else []
        )

    def _figured(self, found: list[Thing]) -> list[Thing]:
        """Give goods that have no figure the one that the sentence puts on them: "exports reached 40 tonnes"."""
        if self._included or any(each.amount is not None for each in found):
            return found
        matching, noun = self._matching, self._noun
        figures = [
            each
            for each in figured(matching.row, self._end, matching.clauses, matching.ground.grammar.things)
            if matching.ground.sorting.counts_goods(each.amount)
        ]
        if not figures:
            change = grown(
                matching.row, self._number, self._end, matching.clauses, matching.ground.grammar.things
            )
            if change is None or not found:
                return found
            figures = [change]
        self._dated = {each.amount.start: [each.date] for each in figures if each.date is not None}
        thing = found[0] if found else Thing(noun, None, noun.items, noun.last)
        return [thing._replace(amount=each.amount) for each in figures]

    def _things(self, nouns: list[Noun]) -> list[Thing]:
        return self._matching.ground.sorting.things(self._row["thing"], nouns, self._known)

    def _itself(self) -> list[Thing]:
        noun = self._noun
        is_goods = self._matching.ground.sorting.counts_goods
        wanted = self._row["thing"] != "goods"
        counted = [each for each in noun.amounts if each.role != "percent" and (wanted or is_goods(each))]
        if not counted and (self._included or noun.amounts):
            return []
        return [Thing(noun, each, noun.items, noun.last) for each in counted] or [
            Thing(noun, None, noun.items, noun.last)
        ]

    def _inside(self) -> list[Thing]:
        """Return what stands before the noun in its own phrase: "troop deployment", "missile test"."""
        noun, sort = self._noun, self._row["thing"]
        if sort == "people" and "troops" in noun.passing:
            return [Thing(noun, None, (), noun.last)]
        if sort == "weapons":
            fitting = [
                each
                for each in noun.items
                if (each.path or "").startswith("missiles") or each.path == "weapons"
            ]
            return [Thing(noun, None, fitting, noun.last)] if fitting else []
        return []

    def _slots(self) -> Slots:
        roles: dict[str, str] = self._row["roles"]
        adjective = roles.get("adjective")
        if adjective == "recipient" and beside_noun(self._noun, self._noun.last, owner=True) is not None:
            adjective = "sender"  # "India's Russian oil purchases"
        slots = owners(self._noun, roles.get("owner"), adjective, self._tokens)
        put(
            slots,
            "pair",
            [each.noun for each in self._governed if roles.get(each.preposition) == "pair"],
            self._tokens,
        )
        for place, (preposition, noun) in enumerate(self._governed):
            field = roles.get(preposition)
            if field is None or field == "pair":
                continue
            if field != "thing":
                meant = whose(self._governed, place) if field in PARTIES else noun
                put(slots, field, [meant], self._tokens)
            elif not self._things([noun]) and "owner" in roles:
                put(slots, roles["owner"], [noun], self._tokens)
        return slots

    def _promised(self, thing: Thing | None) -> str | None:
        """Return the modality of what is put together to be given: a "package" of aid is a promise until it is delivered."""
        nouns = {noun for _, noun in self._noun.nouns} | {self._noun.word}
        return "pledged" if thing is not None and not nouns.isdisjoint(PACKAGES) else None

    def _lend(self, slots: Slots) -> tuple[str | None, bool]:
        """Take from the verb that the noun is the object of how sure it is, and who does it ("began deliveries")."""
        matching = self._matching
        at = governor(matching, self._number)
        if at is None:
            return None, False
        verb = matching.row[at]
        field = self._row["roles"].get("owner", "")
        light = (
            isinstance(verb, Verb)
            and not verb.passive
            and matching.ground.grammar.light.intersection(verb.lemmas)
        )
        field = doer(field, verb)
        if light and field in GIVERS and field not in slots:
            for each in matching.clauses.subject(at):
                slot = actors_of(each, self._tokens)
                if slot is None and each.pronoun:
                    put(slots, field, [each], self._tokens)
                if slot is not None and "carrier" not in each.standing:
                    add(slots, field, attrs.evolve(slot, rule="light", confidence=BY_SUBJECT))
        modality, negated = matching.mood(at)
        rows = [
            matching.ground.grammar.rows[each]
            for each in matching.ground.grammar.verb_rows.get(verb.word, ())
        ]
        told = next((row["modality"] for row in rows if row.get("gives") and "modality" in row), None)
        if self._row["kind"] not in DIRECTED:
            told = None
        return modality or told, negated

    def _host(self, slots: Slots) -> None:
        """Join a guest and the host of "a visit to Moscow"; who is the guest stands before it where nothing else says."""
        host = slots.pop("host")
        if "participants" not in slots:
            before = [
                each
                for each in self._matching.topics()
                if (each.end or 0) <= self._tokens.starts[self._noun.first]
            ]
            if before:
                slots["participants"] = before[-1]
        slots["participants"] = together(slots.get("participants"), host)

    def _points_back(self, thing: Thing | None) -> bool:
        noun = self._noun
        if self._row.get("weak"):
            return noun.definite and bool(noun.amounts)
        counted = thing is not None and thing.amount is not None
        return (
            counted
            or (noun.definite and bool(self._included))
            or (self._number > 0 and self._matching.row[self._number - 1].word == RETURNED)
        )

    def _enough(self, told: Told) -> bool:
        """Tell whether a noun says more than that there were "Sudanese deliveries"."""
        thing = told.thing
        if told.kind == "loss" and not told.has("amount"):
            money = any(amount.role == "money" for each in self._governed for amount in each.noun.amounts)
            return not money and not counts_only(self._noun, self._tokens.words)
        if self._row.get("laden") and thing is not None and thing.amount is None:
            return self._matching.ground.sorting.is_convoy(thing.noun)
        if self._row.get("counted"):
            return thing is not None and thing.amount is not None
        if told.kind == "troop_deployment" and thing is None:  # "the arrival of the aid convoy"
            return not any(each.preposition == "of" and no_forces(each.noun) for each in self._governed)
        if told.kind not in DIRECTED or told.kind == "troop_deployment":
            return True
        said = thing is not None and (
            bool(thing.items) or thing.amount is not None or thing.noun is not self._noun
        )
        return said or told.back or {"sender", "recipient"} <= told.slots.keys()
