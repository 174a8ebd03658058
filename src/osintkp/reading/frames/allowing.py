"""What is allowed up to a figure: "may not exceed 200 a year", "is allowed no more than 300 kilograms"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from osintkp.reading.clauses.governed import led_by
from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.clauses.walking import Beside
from osintkp.reading.frames.limit_terms import Around, Terms
from osintkp.reading.frames.told import Slots

Made = tuple[Noun, Terms, str]
UPPER = frozenset(("<", "<="))
NO_MORE = ("no more", "not more")


class UpTo(Around):
    """A sentence in which limits are looked for that are told by how much is allowed."""

    __slots__ = ()

    def exceeding(self, number: int) -> Made | None:
        """Take "imports may not exceed 200 a year", whose verb is the hedge of its figure."""
        row = self.matching.row
        after = row[number + 1] if number + 1 < len(row) else None
        figure = after.amounts[0] if isinstance(after, Noun) and after.amounts else None
        if figure is None or not (figure.hedge or "").startswith("exceed"):
            return None
        figure = attrs.evolve(figure, low=None, best=None, high=figure.low, comparator="<=")
        for noun in self.matching.clauses.subject(number):
            if noun.noun in self.acts or noun.items:
                terms = self.of_goods(noun, self.matching.clauses.after(number), figure)
                return noun, terms, "exceed"
        return None

    def may(self, number: int, lemma: str) -> Made | None:
        """Take "may import no more than 500,000 barrels a year"."""
        table = self.matching.ground.grammar
        if not any(table.rows[each]["kind"] == "shipment" for each in table.verb_rows.get(lemma, ())):
            return None
        for noun in self.matching.clauses.after(number).objects:
            figure = next(
                (each for each in noun.amounts if (each.hedge or "").startswith(NO_MORE)),
                None,
            )
            held = next(filter(None, map(self.actor, self.matching.clauses.subject(number))), None)
            if figure is not None and held is not None:
                self.matching.forbid(noun)
                terms = Terms({"on": held}, noun.items, figure, [])
                return noun, terms, "may"
        return None

    def allowed(self, objects: list[Noun], after: Beside, *, passive: bool) -> tuple[Noun, Terms] | None:
        """Return what is allowed up to a figure: "Iran is allowed no more than 300 kilograms"."""
        given = after.objects if passive else objects
        held = objects if passive else ([after.indirect] if after.indirect is not None else [])
        for noun in given:
            figure = next((each for each in noun.amounts if each.comparator in UPPER), None)
            if figure is not None and held:
                on = self.actor(held[0])
                if on is not None:
                    named = self.instrument(led_by(after.governed, ("under",)))
                    return noun, Terms({"on": on, **named}, noun.items, figure, [])
        return None

    def owned_by(self, slots: Slots, by: Sequence[Noun], *, passive: bool) -> None:
        """Tell whose limit it is from who set it: "Chad's quota was set by the bloc" binds Chad."""
        if passive and "authority" in slots and any(map(self.actor, by)):
            owner = slots.pop("authority")
            slots.setdefault("on", owner)
