"""Caps, quotas, bans, embargoes and sanctions: who set them, whom they bind, on what goods, at what figure."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from osintkp.reading.clauses.governed import Governed, led_by
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, STOP, Noun, Verb
from osintkp.reading.clauses.things import Thing
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.events import Slot
from osintkp.reading.frames.allowing import NO_MORE
from osintkp.reading.frames.binding import Binding, share_authority
from osintkp.reading.frames.limit_terms import ON, TAXES, Terms
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Row, Told
from osintkp.reading.mentions import AmountMention

FAMILY = "limit"
SIZED = frozenset(
    ("ceiling", "quota", "allowable catch", "catch limit", "output target", "production target")
)
FIGURED = SIZED | {"cap", "limit", "price cap"}
COUNTED = SIZED | {"limit"}
WINDOWS = {"year": "12 month", "month": "1 month", "day": "1 day", "week": "7 day", "quarter": "3 month"}
CURBS = frozenset(("restrict", "curb"))
REACHES = frozenset(("cover", "affect", "hit", "target", "apply", "impact", "concern", "include", "exempt"))
MAY = frozenset(("may", "can", "must", "shall"))
TARGETS = frozenset(("target", "threshold", "exceed", "exceeding"))
BEGINS = frozenset(("ban", "cap", "impose", "sanction"))
SHOWN_BY_VERB = frozenset(("impose", "ease", "break"))
SURE_BY_WORD = 0.7
MOVED = frozenset(
    ("raise", "increase", "hike", "double", "charge", "slash", "cut", "lower", "halve", "reduce")
)
RATES = ("from", "to", "at")
TRADES = frozenset(("import", "export"))
FAR = 10
NO_FIGURE: tuple[None, ...] = (None,)


def limits(matching: Matching) -> None:
    """Find the limits that a sentence tells; first of all, so that what is banned is not told as shipped."""
    if not any(
        word in TARGETS or word.startswith(NO_MORE) or word in _rows("verbs") or word in _rows("nouns")
        for word in _words(matching)
    ):
        return
    reader = _Limits(matching)
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Verb):
            reader.verb(number, piece)
    for number, piece in enumerate(matching.row):
        if isinstance(piece, Noun) and (piece.noun in reader.nouns or piece.word in TARGETS):
            reader.noun(number, piece)
    share_authority(matching)


@functools.cache
def limit_words() -> frozenset[str]:
    """Return the words of which a sentence has one where it tells a limit; a hedge like "no more than" counts by its first."""
    return TARGETS.union(_rows("verbs"), _rows("nouns"), (each.partition(" ")[0] for each in NO_MORE))


@functools.cache
def _rows(sort: str) -> dict[str, Row]:
    """Return the row of each verb, or of each noun, of the family."""
    keys = ("verbs", "beside") if sort == "verbs" else (sort,)
    rows = [row for row in grammar().rows if row["family"] == FAMILY]
    return {word: row for row in rows for key in keys for word in row.get(key, ())}


def broken(matching: Matching) -> None:
    """Take whom a broken limit binds from what broke it: "shipped 40 tanks to Mali, breaking the embargo"."""
    for told in matching.told:
        if told.kind == "limit" and told.rule.startswith("limit.break") and "on" not in told.slots:
            other = next(
                (each for each in matching.told if each.kind == "shipment" and "recipient" in each.slots),
                None,
            )
            if other is not None and other.slots["recipient"].rule != "pronoun":
                told.slots["on"] = attrs.evolve(other.slots["recipient"], rule="broken", confidence=0.6)


def _words(matching: Matching) -> Iterator[str]:
    for piece in matching.row:
        if isinstance(piece, Verb):
            yield from piece.lemmas
        elif isinstance(piece, Noun):
            yield piece.noun or piece.word
            yield from (each.hedge or "" for each in piece.amounts)


class _Limits(Binding):
    """A sentence read for limits."""

    __slots__ = ("_done", "nouns")

    def __init__(self, matching: Matching) -> None:
        super().__init__(matching)
        self.nouns = grammar().nouns_of(FAMILY)
        self._done: set[int] = set()

    def verb(self, number: int, verb: Verb) -> None:
        """Take the limit that a verb tells."""
        for lemma in verb.lemmas:
            row = _rows("verbs").get(lemma)
            if row is None:
                self._up_to(number, verb, lemma)
                if lemma in REACHES:
                    self._reach(number, verb)
                continue
            rule = str(row["rule"])
            after = self.matching.clauses.after(number)
            passive = verb.passive or self._participle(number, verb, after)
            subject = self._subject(number, verb, passive=passive)
            by = led_by(after.governed, ("by",)) if passive else subject
            if passive:
                by += [
                    each.noun
                    for each in after.governed
                    if each.preposition == "under" and "instrument" in each.noun.passing
                ]
            objects = subject if passive else (after.objects or self.contact(number, self.nouns))
            made = self._of_verb(rule, number, objects, after, passive=passive)
            if made is not None:
                noun, terms = made
                if rule in (*BEGINS, "ease", "allow"):
                    self.owned_by(terms.slots, by, passive=passive)
                    self.set_by(terms.slots, by)
                told = noun.noun not in TAXES or terms.amount is not None
                for amount in (terms.amount,) if told else self._behind(noun):
                    held = terms._replace(amount=amount)
                    self._tell(row, "passive" if passive else "active", number, noun, held, after)
                return

    def _behind(self, noun: Noun) -> Sequence[AmountMention | None]:
        """Return the percentages after "from" and "to" behind a tariff, up to the end of its clause."""
        row, place = self.matching.row, self.matching.place(noun)
        found: list[AmountMention] = []
        for at in range(place + 1, min(len(row) - 1, place + FAR)):
            piece, other = row[at], row[at + 1]
            if isinstance(piece, Verb) and TRADES.isdisjoint(piece.lemmas):
                break
            if piece.kind in (COMMA, STOP, CONJUNCTION):
                break
            if piece.word in RATES and isinstance(other, Noun):
                found += [each for each in other.amounts[:1] if each.role == "percent"]
        return found or NO_FIGURE

    def _reach(self, number: int, verb: Verb) -> None:
        """Take what a limit covers: "the ban will affect 75 percent of Syrian oil imports"."""
        after = self.matching.clauses.after(number)
        found = after.objects if not verb.passive else self.matching.clauses.subject(number)
        doers = led_by(after.governed, ("by",))
        held = doers if verb.passive else self.matching.clauses.subject(number)
        noun = next((each for each in held if each.noun in self.nouns), None)
        goods = [each for each in found if each.items or each.noun in self.acts]
        if noun is None or not goods or noun.noun in COUNTED:
            return
        terms = self.bound(self.terms(noun), [Governed("on", each) for each in goods])
        shares = [each for thing in goods for each in thing.amounts if each.role in ("percent", "count")]
        for each in goods:
            self.matching.forbid(each)
        for amount in shares or NO_FIGURE:
            row = _rows("nouns")[noun.noun or "limit"]
            self._tell(row, "reach", number, noun, terms._replace(amount=amount), None)

    def _up_to(self, number: int, verb: Verb, lemma: str) -> None:
        """Take a limit that a modal verb tells, with the figure after it."""
        made = None
        if lemma == "be" and verb.modal and verb.negated:
            made = self.exceeding(number)
        elif verb.modal in MAY:
            made = self.may(number, lemma)
        if made is not None:
            noun, terms, construction = made
            self._tell(_rows("nouns")["limit"], construction, self.matching.place(noun), noun, terms, None)

    def _subject(self, number: int, verb: Verb, *, passive: bool) -> list[Noun]:
        """Return who or what stands before a verb: for a participle, the phrase that it says more on."""
        before = self.matching.row[number - 1] if number else None
        if passive and not verb.passive and isinstance(before, Noun):
            return [before]
        return self.matching.clauses.subject(number)

    def _participle(self, number: int, verb: Verb, after: Beside) -> bool:
        """Tell whether a past form says more on the phrase before it: "the cap set by the UN"."""
        before = self.matching.row[number - 1] if number else None
        if not verb.bare or "n" not in verb.forms or not isinstance(before, Noun) or before.pronoun:
            return False
        return any(each.preposition == "by" for each in after.governed) or (
            before.noun in self.nouns and not after.objects
        )

    def _of_verb(
        self, rule: str, number: int, objects: list[Noun], after: Beside, *, passive: bool
    ) -> tuple[Noun, Terms] | None:
        """Return the phrase that a verb of a class limits, with its terms; None where it limits nothing."""
        if rule == "sanction":
            return self.sanctioned(objects)
        if rule == "allow":
            return self.allowed(objects, after, passive=passive)
        if rule in SHOWN_BY_VERB:
            moved = not MOVED.isdisjoint(getattr(self.matching.row[number], "lemmas", ()))
            known = TAXES if moved else self.nouns
            noun = next((each for each in objects if each.noun in known), None)
            if noun is None:
                return None
            terms = self.terms(noun)
            rest = [each for each in after.governed if each.preposition in ON]
            if after.indirect is not None:
                rest.append(Governed("on", after.indirect))
            doer = rule == "ease" and not passive and self.bound_to(self.matching.clauses.subject(number))
            return (noun, self.bound(terms, rest)) if self._known(terms, noun) or rest or doer else None
        return self._forbidden(rule, number, objects, after)

    def _forbidden(
        self, rule: str, number: int, objects: list[Noun], after: Beside
    ) -> tuple[Noun, Terms] | None:
        """Return what is banned or capped: goods, what is done with them, or an actor kept from it."""
        figure = self.figure(after, objects) if rule == "cap" else None
        curbed = not CURBS.isdisjoint(getattr(self.matching.row[number], "lemmas", ()))
        for noun in objects:
            if noun.noun in self.nouns or noun.pronoun:
                continue
            act = noun.noun is not None and noun.noun in self.acts
            if act or (noun.items and (rule == "ban" or figure is not None)):
                terms = self.of_goods(noun, after, figure)
                if (
                    rule == "ban"
                    or figure is not None
                    or "on" in terms.slots
                    or (curbed and terms.items and noun.first < noun.last)
                ):
                    return noun, terms
                continue
            held = actors_of(noun, self.tokens)
            goods = self.kept_from(number)
            if goods is not None or (held is not None and figure is not None):
                if goods is not None:
                    self.matching.forbid(goods)
                return goods or noun, Terms(
                    {} if held is None else {"on": held},
                    self.goods_of(goods) if goods else self.counted(figure),
                    figure,
                    after.dates,
                )
        return None

    def noun(self, number: int, noun: Noun) -> None:
        """Take the limit that a noun tells by itself: "the UN arms embargo on Sudan covers fuel"."""
        if number in self._done or self.matching.taken(noun):
            return
        terms = self.terms(noun)
        amounts = [] if terms.amount is None else [terms.amount]
        if noun.noun in FIGURED | TAXES:
            amounts = self.figures(number, amounts)
        if noun.noun in TAXES and not amounts:
            amounts = [each for each in self._behind(noun) if each is not None]
        terms = terms._replace(amount=amounts[-1] if amounts else None)
        slots = terms.slots
        under = self.around(number, slots)
        acted = any(each.noun.noun in self.acts for each in self.beside(noun)[0])
        goods = bool(terms.items) or terms.amount is not None or acted or noun.noun == "price cap"
        if noun.word in TARGETS and (terms.amount is None or terms.amount.role != "percent"):
            return
        if noun.noun in COUNTED and terms.amount is None:
            return
        if noun.noun in FIGURED and not goods:
            return
        sized = noun.noun in SIZED and terms.amount is not None
        if len(slots.keys() & {"on", "authority"}) + goods + under + sized < 2:
            return
        row = _rows("nouns")[noun.noun or "limit"]
        for amount in amounts or NO_FIGURE:
            self._tell(row, "noun", number, noun, terms._replace(amount=amount), None)

    def _known(self, terms: Terms, noun: Noun) -> bool:
        """Tell whether a limit that a verb tells has more to it than its name."""
        if noun.noun in COUNTED:
            return terms.amount is not None
        return bool(terms.slots or terms.items or terms.amount is not None)

    def _tell(
        self, row: Row, construction: str, number: int, noun: Noun, terms: Terms, after: Beside | None
    ) -> None:
        """Add a limit, unless too little is said of it."""
        slots, amount = dict(terms.slots), terms.amount
        capped = row["rule"] == "cap" and amount is not None and noun.noun in self.acts
        rules = capped or ("instrument" in slots and (amount is not None or bool(terms.items)))
        sized = noun.noun in SIZED and amount is not None
        if not (slots.keys() & {"on", "authority"} or rules or sized):
            return
        if amount is not None and amount.per in WINDOWS:
            slots["window"] = Slot(
                value=WINDOWS[amount.per],
                start=amount.start,
                end=amount.end,
                rule="per",
                confidence=SURE_BY_WORD,
            )
            amount = attrs.evolve(amount, per=None)
        verb = self.matching.row[number]
        words = (verb.head, verb.last) if isinstance(verb, Verb) else (noun.last, noun.last)
        told = Told(row, construction, words, Thing(noun, amount, terms.items, noun.last))
        told.slots = slots
        if isinstance(verb, Verb):
            told.modality, told.negated = self.matching.mood(number)
            if row["rule"] == "break":
                told.negated = False
        if row["rule"] in BEGINS:
            told.date([*(after.dates if after is not None else ()), *terms.dates])
        if self.matching.keep(told):
            self._done.add(self.matching.place(noun))
            if not terms.items and noun.noun not in self.acts:  # the phrase names a limit, not goods
                told.thing = None
                if amount is not None:
                    told.slots["amount"] = Slot(
                        value=amount, start=amount.start, end=amount.end, rule="figure"
                    )
