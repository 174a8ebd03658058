"""Agreements by their names: those that everybody knows, and those that a text gives a short name ("the ... Agreement (EDCA)")."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import Noun
from osintkp.reading.events import Slot
from osintkp.reading.frames.told import Told, ids
from osintkp.reading.names.board import is_state
from osintkp.reading.tokens import Tokens

FAMILY = "treaty"
NAMED = 0.7
SAME = 0.6
DOCUMENT = 0.4
SHORTEST, LONGEST = 2, 8
REACH = 9
PART = 0.15
CLEAR = 2


class Pact(NamedTuple):
    """
    An agreement by its name.

    Attributes:
        words: The words of the name, small.
        title: The name, or the full one where this is its short form.
        parties: Who agreed; empty where only the text can say.
    """

    words: tuple[str, ...]
    title: str
    parties: tuple[str, ...]


Pacts = Mapping[str, Sequence[Pact]]


def pacts(ground: Ground) -> Pacts:
    """
    Return the agreements that a text names, by the last word of each name.

    Args:
        ground: The text.
    """
    found: dict[str, list[Pact]] = {}
    for pact in _named():
        if " ".join(pact.words) in ground.tokens.view:
            found.setdefault(pact.words[-1], []).append(pact)
    for pact in _shortened(ground.tokens):
        found.setdefault(pact.words[-1], []).append(pact)
    return found


def pact_of(noun: Noun, known: Pacts, tokens: Tokens) -> Pact | None:
    """
    Return the agreement that a phrase names by its last words; None for none.

    Args:
        noun: The phrase.
        known: The agreements that its text names.
        tokens: The words of the text.
    """
    for pact in known.get(noun.word, ()):
        first = noun.last - len(pact.words) + 1
        same = first >= noun.first and tuple(tokens.words[first : noun.last + 1]) == pact.words
        if same and (len(pact.words) > 1 or tokens.text[tokens.starts[noun.last]].isupper()):
            return pact
    return None


def by_title(told: Sequence[Told], ground: Ground) -> None:
    """
    Give agreements that go by name the parties that the text tells of them elsewhere, else the two states it is about.

    Args:
        told: What the text tells, in order.
        ground: The text.
    """
    treaties = [each for each in told if each.kind == FAMILY and "title" in each.slots]
    known: dict[str, tuple[str, ...]] = {}
    for each in treaties:
        parties = ids(each.slots.get("parties"))
        if len(parties) > len(known.get(_key(each), ())):
            known[_key(each)] = parties
    two: tuple[str, ...] | None = None
    for each in treaties:
        parties = ids(each.slots.get("parties"))
        whole = known.get(_key(each), ())
        if len(parties) < len(whole) and set(parties) <= set(whole):
            each.slots["parties"] = Slot(value=whole, rule="title", confidence=SAME)
        elif not parties and each.open:
            two = _two_states(ground) if two is None else two
            if two:
                each.slots["parties"] = Slot(value=two, rule="document", confidence=DOCUMENT)


def _key(told: Told) -> str:
    return str(told.slots["title"].value).lower()


def _two_states(ground: Ground) -> tuple[str, ...]:
    """Return the two states that a text names far more than any third; empty where there are not just two."""
    counts = Counter(
        state
        for _, mention in ground.actors.values()
        if (state := mention.state) is not None and is_state(state)
    )
    best = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:3]
    if len(best) < 2 or best[1][1] < max(2, PART * counts.total()):
        return ()
    if len(best) > 2 and best[1][1] < CLEAR * best[2][1]:
        return ()
    return tuple(sorted((best[0][0], best[1][0])))


def _shortened(tokens: Tokens) -> list[Pact]:
    """Return the short names that a text gives to agreements, in brackets behind their full ones."""
    words, text, starts, ends = tokens.words, tokens.text, tokens.starts, tokens.ends
    nouns = grammar().nouns_of(FAMILY)
    found: list[Pact] = []
    for number in range(2, len(words) - 1):
        if words[number - 1] != "(" or words[number + 1] != ")":
            continue
        short = text[starts[number] : ends[number]]
        if not (SHORTEST <= len(short) <= LONGEST and short.isupper() and short.isalpha()):
            continue
        last = next(
            (at for at in range(number - 2, max(-1, number - REACH), -1)
             if words[at] in nouns and text[starts[at]].isupper()), None,
        )  # fmt: skip
        first = last
        while (
            first is not None
            and first > 0
            and text[starts[first - 1]].isupper()
            and words[first - 1] != "the"
        ):
            first -= 1
        if last is not None and first is not None and text[starts[first]].lower() == short[0].lower():
            title = text[starts[first] : ends[number - 2]]
            found.append(Pact((words[number],), " ".join(title.split()), ()))
    return found


@functools.cache
def _named() -> tuple[Pact, ...]:
    rows = [row for row in grammar().rows if row["family"] == FAMILY and "named" in row]
    return tuple(
        Pact(tuple(name.split()), row["named"][0], tuple(row["parties"]))
        for row in rows
        for name in row["known"]
    )
