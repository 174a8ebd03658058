"""A sentence as a row of pieces: phrases around nouns, verbs with their auxiliaries, prepositions, conjunctions, signs."""

from __future__ import annotations

from osintkp.inert import printable
from osintkp.reading.mentions import ActorMention, AmountMention, DateMention, ItemMention, PlaceMention

NOUN, VERB, PREPOSITION, CONJUNCTION, RELATIVE, SUBORDINATOR, DATE = "N", "V", "P", "C", "R", "S", "Y"
COMMA, STOP, QUOTE = ",", ";", '"'
NOTHING: frozenset[str] = frozenset()


class Piece:
    """
    A piece of a sentence.

    Attributes:
        kind: One of the letters and signs above.
        first: The number of its first word.
        last: The number of its last word.
        word: The word, or what it comes to: a lemma, a preposition, a sign.
    """

    __slots__ = ("first", "kind", "last", "word")

    def __init__(self, kind: str, first: int, last: int, word: str) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.word = word

    def __repr__(self) -> str:
        return printable(f"{self.kind}:{self.word}")


class Dated(Piece):
    """
    A date in its place.

    Attributes:
        date: The date.
    """

    __slots__ = ("date",)

    def __init__(self, first: int, last: int, date: DateMention) -> None:
        super().__init__(DATE, first, last, date.quote)
        self.date = date


class Verb(Piece):
    """
    A verb with its auxiliaries; ``word`` is its lemma, of the likeliest verb where the form is of several.

    Attributes:
        forms: The forms that it can be, by letter (see :class:`osintkp.reading.clauses.grammar.Word`).
        lemmas: Every verb that it can be a form of.
        passive: Whether a form of "be" stands before its past participle.
        bare: Whether it is a past form without an auxiliary: a past tense or a participle.
        ing: Whether it is a form in -ing without a form of "be".
        to: Whether it is an infinitive with "to".
        negated: Whether "not", "never" or the like stands with it.
        modal: Its modal verb, or the empty string.
        head: The number of the word of the verb itself.
    """

    __slots__ = ("bare", "forms", "head", "ing", "lemmas", "modal", "negated", "passive", "to")

    def __init__(self, first: int, last: int, lemmas: tuple[str, ...], forms: str, head: int) -> None:
        self.kind, self.first, self.last, self.word = VERB, first, last, lemmas[0]
        self.lemmas = lemmas
        self.forms = forms
        self.head = head
        self.passive = self.bare = self.ing = self.to = self.negated = False
        self.modal = ""

    @property
    def finite(self) -> bool:
        """Return whether it can have a subject of its own before it."""
        return not self.ing and not self.to


class Named:
    """
    An actor inside a phrase.

    Attributes:
        mention: The actor.
        last: The number of its last word.
        owns: Whether "'s" follows.
    """

    __slots__ = ("last", "mention", "owns")

    def __init__(self, mention: ActorMention, last: int) -> None:
        self.mention = mention
        self.last = last
        self.owns = False


class Noun(Piece):
    """
    A phrase around a noun; ``word`` is its last word.

    Attributes:
        actors: The actors in it, in order.
        places: The places in it.
        items: The goods in it.
        amounts: The figures in it.
        bases: Figures that others in it are a part of ("1,000 of the 11,000 troops").
        nouns: Nouns that frames know, each with the number of its word.
        standing: What its last word can stand for.
        passing: What any of its words can stand for.
        owner: "its", "their" and the like; the empty string for none.
        pronoun: "it", "they" and the like, where it is nothing else.
        none: Whether it is "no ...".
        definite: Whether "the", "this", "those", "such" leads it.
        complement: What it does to a verb after it; None where it takes none.
        parts: Phrases that were joined in it, where it is a row of actors.
        bracketed: The figure in brackets right after it: "Chad ($3 million)"; None for none.
    """

    __slots__ = (
        "actors", "amounts", "bases", "bracketed", "complement", "definite", "items", "none", "nouns", "owner", "parts", "passing",
        "places", "pronoun", "standing",
    )  # fmt: skip

    def __init__(self, first: int) -> None:
        self.kind, self.first, self.last, self.word = NOUN, first, first, ""
        self.actors: tuple[Named, ...] = ()
        self.places: tuple[PlaceMention, ...] = ()
        self.items: tuple[ItemMention, ...] = ()
        self.amounts: tuple[AmountMention, ...] = ()
        self.bases: tuple[AmountMention, ...] = ()
        self.nouns: tuple[tuple[int, str], ...] = ()
        self.standing: frozenset[str] = NOTHING
        self.passing: frozenset[str] = NOTHING
        self.owner = ""
        self.pronoun = ""
        self.none = False
        self.definite = False
        self.complement: str | None = None
        self.parts: tuple[Noun, ...] = ()
        self.bracketed: AmountMention | None = None

    @property
    def noun(self) -> str | None:
        """Return the noun that frames know where it is the last word of the phrase; None for another."""
        return self.nouns[-1][1] if self.nouns and self.nouns[-1][0] == self.last else None

    @property
    def bare_actor(self) -> bool:
        """Return whether it names actors, with their titles, and nothing else."""
        return bool(self.actors) and not (self.amounts or self.items or self.nouns) and self.named_last

    @property
    def named_last(self) -> bool:
        """Return whether an actor that owns nothing is its last word."""
        return bool(self.actors) and self.actors[-1].last == self.last and not self.actors[-1].owns

    @property
    def adjective_alone(self) -> bool:
        """Return whether it is an adjective of an actor and nothing else, as in "Chinese and Russian arms"."""
        return (
            self.named_last
            and not self.items
            and not self.amounts
            and all(each.mention.by == "adjective" for each in self.actors)
        )
