"""Whom a phrase stands for: an actor by name, the army or port of one, those of a row, whoever owns what it names."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.events import Slot
from osintkp.reading.mentions import ActorMention
from osintkp.reading.tokens import Tokens

CARRIERS = 0.5
STANDS_FOR = 0.9
BY_PLACE = 0.7
# Nouns of those beside somebody, who are never somebody's own: "its allies" are not it.
OTHERS = frozenset(
    (
        "ally", "allies", "partner", "partners", "neighbour", "neighbours", "neighbor", "neighbors", "rival", "rivals", "enemy",
        "enemies", "foe", "foes", "friends", "supplier", "suppliers", "customer", "customers", "backer", "backers", "patron",
        "patrons", "proxy", "proxies", "adversary", "opponents", "members",
    )
)  # fmt: skip
PLANS = frozenset(("plan", "fund", "appeal", "programme", "program", "response", "project", "initiative", "effort", "efforts"))  # fmt: skip


def side(mention: ActorMention) -> str | None:
    """Return whom an actor stands for in a record: a person or an organ of a state for the state, others for themselves."""
    return mention.state or mention.actor


def actors_of(noun: Noun, tokens: Tokens) -> Slot | None:
    """Return the actor or actors that a phrase stands for; None where it stands for none by itself."""
    if noun.parts:
        found = [slot for each in noun.parts if (slot := actors_of(each, tokens)) is not None]
        values = tuple(dict.fromkeys(value for slot in found for value in _values(slot)))
        if not values:
            return None
        return Slot(
            value=values if len(values) > 1 else values[0], start=found[0].start, end=found[-1].end, rule="row",
            confidence=min(slot.confidence for slot in found),
        )  # fmt: skip
    if noun.named_last:
        return _named(noun, 1.0)
    if noun.actors and noun.standing & {"agent", "troops"}:
        return _named(noun, STANDS_FOR)
    if noun.actors and "firm" in noun.passing and not noun.amounts:  # "the Polish arms maker Karvon"
        return _named(noun, STANDS_FOR)
    if noun.actors and "carrier" in noun.standing:
        return _named(noun, CARRIERS)
    if noun.places and not noun.actors:
        place = noun.places[-1]
        if place.state is not None:
            return Slot(
                value=place.state, start=place.start, end=place.end, rule="place", confidence=BY_PLACE
            )
    if _is_firm_of(noun, tokens):
        return _named(noun, BY_PLACE)
    if noun.actors and ("site" in noun.standing or (noun.places and noun.actors[-1].owns)):
        return _named(noun, BY_PLACE)
    return None


def _is_firm_of(noun: Noun, tokens: Tokens) -> bool:
    """Tell whether a phrase is a state with a name of its own that nobody knows: "Mexico's Pemex"."""
    if not noun.actors or not noun.actors[-1].owns or noun.amounts or noun.items or noun.nouns or noun.places:
        return False
    return noun.last == noun.actors[-1].last + 2 and tokens.text[tokens.starts[noun.last]].isupper()


def _values(slot: Slot) -> tuple[str, ...]:
    return slot.value if isinstance(slot.value, tuple) else (str(slot.value),)


def _alone(mention: ActorMention, sure: float) -> Slot | None:
    value = side(mention)
    if value is None:
        return None
    confidence = round(sure * mention.confidence, 2)
    return Slot(value=value, start=mention.start, end=mention.end, rule=mention.by, confidence=confidence)


def _named(noun: Noun, sure: float) -> Slot | None:
    named = noun.actors
    if len(named) == 1:
        return _alone(named[0].mention, sure)
    if (sure == 1.0 and len(named) > 1 and named[-1].mention.by == "person") or (
        sure == 1.0 and len(named) > 1 and any(each.owns for each in named[:-1])
    ):
        named = named[-1:]
    elif sure < 1.0:
        named = tuple(each for each in named if each.mention.by == "adjective" or each.owns) or named
    values = tuple(dict.fromkeys(value for each in named if (value := side(each.mention)) is not None))
    if not values:
        return None
    first, last = named[0].mention, named[-1].mention
    return Slot(
        value=values if len(values) > 1 else values[0], start=first.start, end=last.end, rule=last.by,
        confidence=round(sure * min(each.mention.confidence for each in named), 2),
    )  # fmt: skip


def beside_noun(noun: Noun, before: int, *, owner: bool) -> Slot | None:
    """Return the actor that owns a phrase, or whose adjective stands before its noun; None for none."""
    fitting = [each for each in noun.actors if each.last < before and each.owns == owner]
    if not fitting:
        return None
    if not owner:
        fitting = [each for each in fitting if each.mention.by != "person"]
    values = tuple(dict.fromkeys(value for each in fitting if (value := side(each.mention)) is not None))
    if not values:
        return None
    return Slot(
        value=values if len(values) > 1 else values[0], start=fitting[0].mention.start, end=fitting[-1].mention.end,
        rule="owner" if owner else "adjective", confidence=min(each.mention.confidence for each in fitting),
    )  # fmt: skip


def owned(noun: Noun, tokens: Tokens) -> Slot:
    """Return "its" or "his" before a noun as a slot whose actor is still to be found."""
    start, end = tokens.starts[noun.first], tokens.ends[noun.first]
    return Slot(value=noun.owner, start=start, end=end, rule="pronoun", confidence=0.0)


def planned(field: str, noun: Noun) -> Slot | None:
    """Return whom a plan is for, and not whose it is: "in support of the UN's Yemen response plan"; None for none."""
    if field != "recipient" or noun.word not in PLANS:
        return None
    return beside_noun(noun, noun.last, owner=False)
