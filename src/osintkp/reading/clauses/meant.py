"""Who is meant by phrases that name nobody: "a trader in Chad", "a network of firms in Dubai", "receive 40 drones"."""

from __future__ import annotations

from collections.abc import Sequence

from osintkp.reading.clauses.governed import Governed
from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.clauses.subjects import Clauses

NETWORKS = frozenset(("network", "ring", "group", "firms", "companies", "factory", "plant", "factories"))
RECEIVES = frozenset(("receive", "host", "greet"))
INSIDE = frozenset(("of", "in", "at", "near", "inside", "outside"))


def whose(governed: Sequence[Governed], place: int) -> Noun:
    """
    Return who is meant by a phrase after a preposition that names nobody: "from a plant of the army", "to a trader in Chad".

    Args:
        governed: The phrases with prepositions that follow each other.
        place: The place of the phrase among them.
    """
    noun = governed[place].noun
    if noun.actors or noun.places or noun.items or noun.amounts or noun.pronoun or noun.owner:
        return noun
    for preposition, other in governed[place + 1 :]:
        if preposition not in INSIDE or other.amounts or other.items:
            break
        if other.named_last or other.places:
            return other
    return noun


def within(noun: Noun, place: int, clauses: Clauses) -> Noun:
    """
    Return who is meant by a subject that names nobody: "a network of firms in Chad supplied".

    Args:
        noun: The subject.
        place: Its place in the sentence.
        clauses: The clauses of the sentence.
    """
    if "firm" not in noun.standing and noun.word not in NETWORKS:
        return noun
    governed, _, _ = clauses.after_noun(place)
    return whose([Governed("of", noun), *governed], 0)


def no_guests(verb: Verb, nouns: Sequence[Noun]) -> bool:
    """Tell whether what somebody receives is no guest: goods, forces or figures."""
    return not RECEIVES.isdisjoint(verb.lemmas) and any(
        each.amounts or _goods(each) or "troops" in each.standing for each in nouns
    )


def _goods(noun: Noun) -> bool:
    """Tell whether a phrase is goods by its last word: "arms", not "an arms fair"."""
    return bool(noun.items) and noun.items[-1].quote.lower().endswith(noun.word)
