"""What the words around an agreement say of its dates and its name."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.bonds import Bond
from osintkp.reading.frames.told import Slots, Told

SIGNED = frozenset(
    ("sign", "conclude", "reach", "broker", "ink", "negotiate", "agree", "strike", "mediate", "seal", "make")
)
BACK = frozenset(("the", "this", "that", "their"))


class Signed(Bond):
    """A sentence in which an agreement is dated and named."""

    __slots__ = ()

    def in_force(self, verb: Verb) -> bool:
        """Tell whether a verb says that an agreement begins to bind: "entered into force", "took effect"."""
        words = self.tokens.words[verb.head : verb.head + 4]
        return words[1:3] == ["into", "force"] or words[1:2] == ["effect"]

    def signed_before(self, told: Told) -> bool:
        """Tell whether an agreement is told as signed by a word beside it: "the signing of", "signed in June"."""
        thing = told.thing
        words = self.tokens.words
        if thing is None:
            return False
        return "signing" in words[max(0, thing.noun.first - 3) : thing.noun.first] or any(
            isinstance(each, Verb) and each.bare and SIGNED.intersection(each.lemmas) for each in self.row
        )

    def title(self, noun: Noun, slots: Slots) -> None:
        """Take the name of an agreement, in capitals: "the Shusha Declaration"."""
        tokens = self.tokens
        first = noun.last
        for each in [*noun.actors]:
            first = first if each.last < noun.last else noun.last
        start = noun.last
        while start > noun.first and tokens.text[tokens.starts[start]].isupper():
            start -= 1
        if not tokens.text[tokens.starts[start]].isupper() or tokens.words[start] in BACK:
            start += 1
        if noun.last - start >= 1:
            begin, end = tokens.starts[start], tokens.ends[noun.last]
            slots["title"] = Slot(
                value=tokens.text[begin:end], start=begin, end=end, rule="capitals", confidence=0.8
            )
