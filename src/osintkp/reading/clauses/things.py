"""What phrases tell as passed on, lost or launched: goods by the figure and by class, people, weapons, treaties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.mentions import AmountMention, ItemMention
from osintkp.reading.tokens import Tokens

Lists = dict[str, frozenset[str]]


class Thing(NamedTuple):
    """
    What an event passes on, loses or counts.

    Attributes:
        noun: The phrase that names it.
        amount: Its figure; None for none.
        items: Its goods.
        last: The number of its last word.
        part: Whether it is a part of the thing before it.
    """

    noun: Noun
    amount: AmountMention | None
    items: Sequence[ItemMention]
    last: int
    part: bool = False


def has_item(noun: Noun | Thing, paths: str | tuple[str, ...]) -> bool:
    """Tell whether goods of a phrase, or of what is passed on, are of one of some branches of the list of goods."""
    return any((each.path or "").startswith(paths) for each in noun.items)


class Sorting:
    """
    What the phrases of a text tell, by sort.

    Attributes:
        tokens: The words of the text.
        lists: The word lists of the grammar.
    """

    __slots__ = ("lists", "tokens")

    def __init__(self, tokens: Tokens, lists: Lists) -> None:
        self.tokens = tokens
        self.lists = lists

    def things(
        self, sort: str, nouns: Sequence[Noun], known: frozenset[str], parts: Sequence[Noun] = ()
    ) -> list[Thing]:
        """
        Return what phrases tell of a sort.

        Args:
            sort: ``goods``, ``people``, ``victims``, ``losses``, ``weapons``, ``limits``; for any other, a noun of the family.
            nouns: The phrases.
            known: The nouns of the family.
            parts: Those that are parts of what stands before them.
        """
        if sort == "goods":
            return self.goods(nouns, parts)
        if sort in ONE_BY_ONE:
            return self._one_by_one(ONE_BY_ONE[sort], nouns, parts)
        return [
            Thing(each, _last_amount(each), each.items, each.last)
            for each in nouns
            if each.noun is not None and each.noun in known
        ]

    def _one_by_one(
        self, tell: Callable[[Sorting, Noun], list[Thing]], nouns: Sequence[Noun], parts: Sequence[Noun]
    ) -> list[Thing]:
        """Return what phrases tell one by one; of a part without a figure of its own nothing."""
        found: list[Thing] = []
        for noun in nouns:
            part = bool(found) and noun in parts
            told = [] if noun.pronoun else tell(self, noun)
            if found and tell is Sorting.warships:  # several by name are one sending
                told = [each for each in told if each.amount is not None]
            found += [each._replace(part=part) for each in told if not part or each.amount is not None]
        return found

    def goods(self, nouns: Sequence[Noun], parts: Sequence[Noun] = ()) -> list[Thing]:
        """
        Return the goods that phrases tell: one for each figure, and one for all of a class that have none.

        Arms are one class, fuel another: what a limit or an embargo treats apart stays apart. What a sum of money pays
        for is no thing of its own, nor is an uncounted part of what is counted.
        """
        found: list[Thing] = []
        plain: dict[str, int] = {}
        for noun in nouns:
            if not self.is_goods(noun):
                continue
            part = bool(found) and noun in parts
            counted = [each for each in noun.amounts if self.counts_goods(each)]
            if not noun.amounts and noun.bracketed is not None and self.counts_goods(noun.bracketed):
                counted = [noun.bracketed]
            if counted:
                found += [Thing(noun, each, noun.items, noun.last, part) for each in counted]
            elif found and _pays(found[0]):
                continue
            else:
                group = next(reversed(plain), None) if part else self.class_of(noun)
                if group in plain:
                    before = found[plain[group]]
                    found[plain[group]] = before._replace(items=(*before.items, *noun.items), last=noun.last)
                elif group is not None:
                    plain[group] = len(found)
                    found.append(Thing(noun, None, noun.items, noun.last))
        return found

    def class_of(self, noun: Noun) -> str:
        """Return the class of goods of a phrase: ``arms`` for all that is military, else the root of their path."""
        path = next((each.path for each in noun.items if each.path), None)
        root = (path or "arms").partition("/")[0]
        return root if root in self.lists["apart"] else "arms"

    def is_goods(self, noun: Noun) -> bool:
        """Tell whether a phrase is about goods: they are its last words, or it counts them."""
        if noun.pronoun:
            return False
        ends = bool(noun.items) and self._ends_in_item(noun)
        if not ends and self.is_people(noun):
            return False
        if noun.amounts and any(self.counts_goods(each) for each in noun.amounts):
            return True
        if noun.word in self.lists["packets"]:
            return bool(noun.items)
        if self.is_convoy(noun):
            return True
        return (ends and noun.items[-1].quote.lower() not in self.lists["light"]) or "goods" in noun.standing

    def is_convoy(self, noun: Noun) -> bool:
        """Tell whether a phrase is about a column that carries relief or goods: "a huge humanitarian convoy"."""
        words = self.tokens.words[noun.first : noun.last]
        return noun.word in self.lists["convoys"] and not self.lists["relief"].isdisjoint(words)

    def counts_goods(self, amount: AmountMention) -> bool:
        """Tell whether a figure can be one of goods: no people, no stretch of time, no way."""
        counted = amount.item if amount.unit == "piece" else amount.unit
        word = (counted or "").rpartition(" ")[2]
        known = self.lists["no_goods"]
        return word not in known and word.removesuffix("s") not in known and amount.role != "multiple"

    def is_people(self, noun: Noun) -> bool:
        """Tell whether a phrase is about forces or people."""
        if "troops" in noun.standing or "people" in noun.standing:
            return True
        return bool(noun.amounts) and any(self._counts_people(each) for each in noun.amounts)

    def _counts_people(self, amount: AmountMention) -> bool:
        return amount.unit in self.lists["persons"]

    def _ends_in_item(self, noun: Noun) -> bool:
        end = self.tokens.ends[noun.last]
        return any(each.end >= end for each in noun.items)

    def people(self, noun: Noun) -> list[Thing]:
        """Return the forces that a phrase tells, one for each figure."""
        forces = "troops" in noun.standing
        if "carrier" in noun.standing and not forces:
            return []
        counted = [each for each in noun.amounts if forces or self._counts_people(each)]
        if not forces and not counted:
            return []
        return [Thing(noun, each, (), noun.last) for each in counted] or [Thing(noun, None, (), noun.last)]

    def victims(self, noun: Noun) -> list[Thing]:
        """Return the people that a phrase tells as killed, wounded or taken."""
        people = self.is_people(noun)
        if noun.named_last and noun.actors[-1].mention.by == "person" and not noun.amounts:
            return [Thing(noun, None, (), noun.last)]
        counted = [
            each for each in noun.amounts
            if each.role in ("count", "percent") and (people or noun.actors or not each.unit)
        ]  # fmt: skip
        if not counted and (noun.amounts or not people):
            return []
        return [Thing(noun, each, (), noun.last) for each in counted] or [Thing(noun, None, (), noun.last)]

    def losses(self, noun: Noun) -> list[Thing]:
        """Return what a phrase tells as lost: people, equipment, or "losses" itself."""
        if noun.noun in self.lists["lost"]:
            counted = [each for each in noun.amounts if each.role == "count"]
            return [Thing(noun, each, noun.items, noun.last) for each in counted] or [
                Thing(noun, None, noun.items, noun.last)
            ]
        told = (self.victims(noun) or self.goods([noun])) if noun.amounts else []
        return [each for each in told if each.amount is not None and each.amount.role != "money"]

    def lost(self, noun: Noun) -> list[Thing]:
        """Return what a phrase tells as lost after "lost": also arms without a figure, "lost a frigate"."""
        told = self.losses(noun)
        if told or noun.amounts or noun.none or not noun.items or not self.is_goods(noun):
            return told
        return [Thing(noun, None, noun.items, noun.last)] if self.class_of(noun) == "arms" else []

    def lives(self, noun: Noun) -> list[Thing]:
        """Return the people of whom a phrase tells that their lives were taken."""
        words = self.tokens.words[noun.first : noun.last + 1]
        return [] if self.lists["lives"].isdisjoint(words) else self.victims(noun)

    def fallen(self, noun: Noun) -> list[Thing]:
        """Return the people whom a phrase tells to be dead or wounded: "40 dead"."""
        if noun.noun not in self.lists["fallen"]:
            return []
        return [Thing(noun, each, (), noun.last) for each in noun.amounts if each.role == "count"]

    def forces(self, noun: Noun) -> list[Thing]:
        """Return the counted forces that a phrase tells."""
        return (
            [each for each in self.people(noun) if each.amount is not None]
            if "troops" in noun.standing
            else []
        )

    def bases(self, noun: Noun) -> list[Thing]:
        """Return the bases of forces that a phrase tells: "11 military bases"."""
        if noun.word not in self.lists["bases"] or noun.none:
            return []
        return [Thing(noun, each, (), noun.last) for each in noun.amounts] or [
            Thing(noun, None, (), noun.last)
        ]

    def warcraft(self, noun: Noun) -> list[Thing]:
        """Return the warplanes and warships that a phrase tells, which a state moves as forces of its own."""
        if noun.word not in self.lists["warplanes"] and not self._has(noun, "warcraft"):
            return []
        counted = [each for each in noun.amounts if self.counts_goods(each)]
        return [Thing(noun, each, (), noun.last) for each in counted] or [Thing(noun, None, (), noun.last)]

    def warships(self, noun: Noun) -> list[Thing]:
        """Return the warships that a phrase tells."""
        return self.warcraft(noun) if self._has(noun, "warships") else []

    def _has(self, noun: Noun, paths: str) -> bool:
        """Tell whether a phrase has goods of a list of paths."""
        return has_item(noun, tuple(self.lists[paths]))

    def strength(self, noun: Noun) -> list[Thing]:
        """Return the forces whose size a phrase tells of: "its strength", "its forces"."""
        return [Thing(noun, None, (), noun.last)] if noun.word in self.lists["strength"] else []

    def weapons(self, noun: Noun) -> list[Thing]:
        """Return what a phrase tells as launched: missiles, rockets, satellites."""
        if noun.word in self.lists["ventures"]:
            return []
        launched = tuple(self.lists["launched"])
        fitting = [each for each in noun.items if (each.path or "").startswith(launched)]
        amount = next((each for each in noun.amounts if each.role == "count"), None)
        return [Thing(noun, amount, fitting, noun.last)] if fitting else []

    def limits(self, noun: Noun) -> list[Thing]:
        """Return what a phrase tells as forbidden or capped: goods, or what is done with them."""
        return [Thing(noun, None, noun.items, noun.last)] if noun.items or "goods" in noun.passing else []


ONE_BY_ONE: dict[str, Callable[[Sorting, Noun], list[Thing]]] = {
    "people": Sorting.people, "victims": Sorting.victims, "losses": Sorting.losses, "weapons": Sorting.weapons,
    "limits": Sorting.limits, "lives": Sorting.lives, "fallen": Sorting.fallen, "forces": Sorting.forces,
    "bases": Sorting.bases, "warcraft": Sorting.warcraft, "warships": Sorting.warships, "strength": Sorting.strength,
    "lost": Sorting.lost,
}  # fmt: skip


def _pays(thing: Thing) -> bool:
    return thing.amount is not None and thing.amount.role in ("money", "measure") and bool(thing.items)


def _last_amount(noun: Noun) -> AmountMention | None:
    return noun.amounts[-1] if noun.amounts else None
