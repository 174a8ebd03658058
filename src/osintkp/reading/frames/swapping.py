"""Deals that are denied: "Minsk denied any arms-for-gold exchange" denies the bargain, not that arms were sent."""

from __future__ import annotations

from typing import Final

from osintkp.reading.clauses.pieces import Noun, Verb
from osintkp.reading.events import Slot
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.slots import actors_of
from osintkp.reading.frames.told import Row, Told, ids

BARGAINS: Final = frozenset(
    ("exchange", "exchanges", "swap", "swaps", "trade", "trades", "deal", "deals", "barter", "bargain", "bargains", "arrangement", "arrangements")
)  # fmt: skip
DENYING: Final = frozenset(("deny", "reject", "dismiss", "refute"))
ROW: Final[Row] = {
    "kind": "statement",
    "family": "denial",
    "rule": "bargain",
    "roles": {},
    "needs": [["about"]],
}
LONGEST: Final = 12


def swaps(matching: Matching) -> None:
    """Find the statements that a sentence denies: an exchange of one sort of goods for another."""
    for number, verb in matching.verbs:
        if DENYING.intersection(verb.lemmas) and not verb.passive:
            words = _bargain(matching, verb)
            if words is not None:
                _state(matching, number, words)


def _bargain(matching: Matching, verb: Verb) -> tuple[int, int] | None:
    """Return the first and last word of "arms-for-arms exchanges" right after a verb; None for no such words."""
    words = matching.ground.tokens.words
    most = min(verb.last + LONGEST, matching.row[-1].last) + 1
    for at in range(verb.last + 1, most):
        if words[at] in (",", ";", "that"):
            return None
        if words[at] in BARGAINS and _for(words[verb.last + 1 : at]):
            return verb.last + 1, at
    return None


def _for(words: list[str]) -> bool:
    """Tell whether words name what is given for what: "direct arms - for - oil"."""
    return "for" in words[1:] or any("-for-" in word for word in words)


def _state(matching: Matching, number: int, words: tuple[int, int]) -> None:
    tokens = matching.ground.tokens
    verb = matching.row[number]
    assert isinstance(verb, Verb)
    slots = [
        slot for each in matching.clauses.subject(number) if (slot := actors_of(each, tokens)) is not None
    ]
    about = tuple(dict.fromkeys(value for slot in slots for value in ids(slot)))
    if not about:
        return
    start, end = tokens.starts[words[0]], tokens.ends[words[1]]
    told = Told(ROW, "denied", words, None)
    told.slots["about"] = Slot(
        value=about, start=slots[0].start, end=slots[-1].end, rule="subject", confidence=0.8
    )
    told.slots["text"] = Slot(
        value=tokens.text[start:end], start=start, end=end, rule="object", confidence=0.8
    )
    told.modality, told.negated = matching.mood(number)
    matching.told.append(told)
    for piece in matching.row:
        if isinstance(piece, Noun) and words[0] <= piece.first <= words[1]:
            matching.forbid(piece)
