"""What the words around a limit say of it: whom it binds, who set it, on what goods, at what figure."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from osintkp.reading.clauses.governed import Governed
from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import DATE, RELATIVE, Dated, Noun, Verb
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.drafts.goods import class_of
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of, beside_noun, owned
from osintkp.reading.frames.told import Slots, pronoun
from osintkp.reading.mentions import AmountMention, ItemMention

ON = frozenset(("on", "against", "for", "to", "of", "over", "targeting"))
TAKES = frozenset(("to", "from", "into", "with", "against", "on", "for"))
FIGURE = frozenset(("to", "at", "beyond", "of", "above", "under"))
SET = frozenset(
    ("mandate", "impose", "set", "adopt", "introduce", "agree", "approve", "place", "enforce", "announce")
)
MOST = 8
LISTED = frozenset(("entity", "entities", "individuals", "people", "persons", "companies", "firms", "tankers", "vessels", "ships", "banks", "officials", "tycoons", "businessmen", "oligarchs", "organisations", "organizations", "networks", "groups", "leaders", "commanders", "generals", "ministers", "suppliers", "brokers", "traders", "airlines", "aircraft", "refineries", "figures", "members", "lawmakers", "settlers"))  # fmt: skip
AGAINST = ("on", "against", "targeting")
TAXES = frozenset(
    ("tariff", "levy", "import duty", "customs duty", "export duty", "import tax", "export tax")
)
PASSES = frozenset(("adopt", "pass", "approve", "enact", "sign", "issue", "have"))


class Terms(NamedTuple):
    """
    What the words around a limit say of it.

    Attributes:
        slots: Whom it binds, who set it and its name, as far as told.
        items: The goods.
        amount: The figure; None for none.
        dates: The dates that stand with it.
    """

    slots: Slots
    items: tuple[ItemMention, ...]
    amount: AmountMention | None
    dates: list[Dated]


class Around:
    """
    A sentence in which the terms of limits are looked for.

    Attributes:
        matching: The sentence.
        tokens: The words of the text.
        acts: Nouns for what is done with goods: "sale", "export".
    """

    __slots__ = ("acts", "matching", "tokens")

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.tokens = matching.ground.tokens
        self.acts = grammar().nouns_of("transfer")

    def terms(self, noun: Noun) -> Terms:
        """Return the terms of a limit from the words before and after its noun."""
        slots: Slots = {}
        for named in noun.actors:
            if named.last >= noun.last or named.mention.by == "person":
                continue
            whole = (
                named.mention.by == "name" and not named.owns and named.mention.state == named.mention.actor
            )
            field = "on" if whole and noun.noun not in TAXES else "authority"
            slots.setdefault(field, _slot_of(named.mention.state or named.mention.actor, named.mention))
        if not noun.actors and noun.owner:
            slots["authority"] = owned(noun, self.tokens)
        governed, dates = self.beside(noun)
        amount = next((each for each in noun.amounts if each.role != "multiple"), None)
        return self.bound(Terms(slots, self.goods_of(noun), amount, dates), governed)

    def bound(self, terms: Terms, governed: Sequence[Governed]) -> Terms:
        """Add what prepositions say: whom a limit binds, on what, by whom, at what figure."""
        slots, items, amount, dates = dict(terms.slots), list(terms.items), terms.amount, terms.dates
        waiting = list(governed[:MOST])
        further = True
        while waiting:
            preposition, noun = waiting.pop(0)
            if preposition == "by":
                self.set_by(slots, [noun])
            elif preposition == "from" and not further:  # whom a trade under a ban is from is who is limited
                self.hold(slots, "on", self.actor(noun))
            elif preposition in ON:
                if amount is None and preposition in ("of", "at") and noun.amounts:
                    amount = noun.amounts[0]
                    continue
                if amount is None and preposition in AGAINST and noun.word in LISTED:
                    amount = next((each for each in noun.amounts if each.role == "count"), None)
                goods = self.goods_of(noun)
                act = noun.noun is not None and noun.noun in self.acts
                if goods and not items:
                    items += goods
                if act:
                    self.matching.forbid(noun)
                if act or goods or preposition == "of":
                    for owner in (True, False):
                        self.hold(slots, "on", beside_noun(noun, noun.last, owner=owner))
                    if act and further:
                        waiting += [each for each in self.beside(noun)[0][:MOST] if each not in waiting]
                        further = False
                    if act or goods:
                        continue
                self.hold(slots, "on", self.actor(noun))
        return Terms(slots, tuple(items), amount, dates)

    def beside(self, noun: Noun) -> tuple[list[Governed], list[Dated]]:
        """Return the phrases that follow a phrase, over a participle that says who made it so."""
        row = self.matching.row
        number = self.matching.place(noun)
        governed, dates, end = self.matching.clauses.after_noun(number)
        at = end + 1
        verb = row[at] if at < len(row) else None
        if isinstance(verb, Verb) and verb.bare and SET.intersection(verb.lemmas):
            after = self.matching.clauses.after(at)
            if not after.objects:
                governed, dates = [*governed, *after.governed], [*dates, *after.dates]
        elif verb is not None and verb.kind == RELATIVE and at + 1 < len(row) and row[at + 1].kind == DATE:
            return governed, dates
        return governed, dates

    def actor(self, noun: Noun) -> Slot | None:
        """Return the actor that a phrase stands for, or whose it is."""
        return actors_of(noun, self.tokens) or _owner(noun) or pronoun(noun, self.tokens)

    def set_by(self, slots: Slots, nouns: Sequence[Noun]) -> None:
        """Take who set a limit: an actor, or whose resolution, law or sanctions it is."""
        for noun in nouns:
            instrument = "instrument" in noun.passing or noun.noun is not None
            if instrument:
                slots.update(
                    {key: value for key, value in self.instrument([noun]).items() if key not in slots}
                )
                self.passed_by(slots, noun)
                found = beside_noun(noun, noun.last + 1, owner=True) or beside_noun(
                    noun, noun.last, owner=False
                )
            else:
                found = actors_of(noun, self.tokens) or pronoun(noun, self.tokens)
            self.hold(slots, "authority", found)

    def passed_by(self, slots: Slots, noun: Noun) -> None:
        """Take who passed a resolution or law: "the Council adopted resolution 2745 lifting the embargo"."""
        governor = self.matching.governor(self.matching.place(noun))
        verb = self.matching.row[governor] if governor is not None else None
        if (
            governor is not None
            and isinstance(verb, Verb)
            and PASSES.intersection(verb.lemmas)
            and not verb.passive
        ):
            for each in self.matching.clauses.subject(governor):
                self.hold(slots, "authority", actors_of(each, self.tokens))

    def instrument(self, nouns: Sequence[Noun]) -> Slots:
        """Return the resolution, law or treaty that phrases name."""
        for noun in nouns:
            if "instrument" in noun.standing or "instrument" in noun.passing:
                start, end = self.tokens.starts[noun.first], self.tokens.ends[noun.last]
                words = self.tokens.text[start:end]
                return {
                    "instrument": Slot(value=words, start=start, end=end, rule="instrument", confidence=0.8)
                }
        return {}

    def goods_of(self, noun: Noun) -> tuple[ItemMention, ...]:
        """Return the goods of a phrase; words for goods that are none by themselves count ("arms embargo")."""
        found = tuple(each for each in noun.items if each.path)
        if found or "goods" not in noun.passing:
            return found
        tokens = self.tokens
        for number in range(noun.first, noun.last + 1):
            word = self.matching.ground.grammar.words.get(tokens.words[number])
            path = _path(tokens.words[number]) if word is not None and "goods" in word.standing else None
            if path is not None:
                start, end = tokens.starts[number], tokens.ends[number]
                return (ItemMention(start=start, end=end, quote=tokens.text[start:end], path=path),)
        return ()

    @staticmethod
    def hold(slots: Slots, field: str, slot: Slot | None) -> None:
        """Fill a field, unless it is filled."""
        if slot is not None and field not in slots:
            slots[field] = slot

    def of_goods(self, noun: Noun, after: Beside, figure: AmountMention | None) -> Terms:
        """Return the terms of a ban on goods, or on what is done with them: "the sale of drones to Mali"."""
        slots: Slots = {}
        items = list(self.goods_of(noun))
        governed = [*self.beside(noun)[0], *after.governed]
        for preposition, other in governed:
            if preposition == "of" and not items:
                items += self.goods_of(other)
                self.hold(slots, "on", beside_noun(other, other.last + 1, owner=True))
                self.hold(slots, "on", beside_noun(other, other.last, owner=False))
            elif preposition in TAKES and not other.amounts:
                self.hold(slots, "on", self.actor(other))
        for owner in (True, False):
            self.hold(slots, "on", beside_noun(noun, noun.last + 1, owner=owner))
        return Terms(slots, tuple(items), figure, after.dates)

    def figure(self, after: Beside, objects: Sequence[Noun]) -> AmountMention | None:
        """Return the figure that a limit is set at, after its preposition or in its object."""
        for preposition, noun in after.governed:
            if preposition in FIGURE and noun.amounts:
                return noun.amounts[0]
        return next((each.amounts[0] for each in objects if each.amounts), None)

    def counted(self, figure: AmountMention | None) -> tuple[ItemMention, ...]:
        """Return what a figure counts as goods."""
        path = class_of(figure.item) if figure is not None and figure.item else None
        if figure is None or path is None:
            return ()
        return (ItemMention(start=figure.start, end=figure.end, quote=figure.quote, path=path),)


def _owner(noun: Noun) -> Slot | None:
    return beside_noun(noun, noun.last + 1, owner=True) or beside_noun(noun, noun.last + 1, owner=False)


def _slot_of(value: str | None, mention: object) -> Slot:
    return Slot(
        value=value,
        start=getattr(mention, "start", None),
        end=getattr(mention, "end", None),
        rule=str(getattr(mention, "by", "name")),
        confidence=float(getattr(mention, "confidence", 1.0)),
    )


@functools.lru_cache(maxsize=512)
def _path(word: str) -> str | None:
    """Return the class of goods that one word names."""
    return class_of(word)
