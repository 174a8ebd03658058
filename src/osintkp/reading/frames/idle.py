"""Verbs that pass nothing on, whatever stands beside them: what something is made for, who is sanctioned, own forces supplied."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import COMMA, CONJUNCTION, Noun, Piece, Verb
from osintkp.reading.frames.sides import Clause
from osintkp.reading.frames.told import Row

MADE = frozenset(("design", "build", "engineer", "optimise", "optimize", "develop", "train", "equip"))
KEPT = frozenset(("supply", "equip", "arm", "resupply", "feed", "provide", "outfit", "rearm"))
OWN = frozenset(("its", "their", "his", "her"))
WON = frozenset(("secure", "win", "clinch", "land", "bag", "sign", "seal"))
DEALS = frozenset(("deal", "contract", "order", "agreement", "tender", "contracts", "deals", "orders"))
GUESTS = frozenset((
    "prisoner", "prisoners", "captive", "captives", "hostage", "hostages", "pows", "refugee", "refugees", "evacuee", "evacuees", "detainee", "detainees",
    "migrant", "migrants", "deportee", "deportees", "returnee", "returnees",
))  # fmt: skip


def is_idle(row: list[Piece], clause: Clause, frame: Row) -> bool:
    """
    Tell whether a verb of sending sends nothing and nobody after all.

    It is so where someone supplies his own forces, wins a contract, sanctions people, appears to do something else, or
    where those who come are prisoners or refugees.

    Args:
        row: The pieces of the sentence.
        clause: The verb with what stands beside it.
        frame: The row of the frame table.
    """
    lemmas, objects = frozenset(clause.verb.lemmas), clause.after.objects
    if "appear" in lemmas and clause.number + 1 < len(row):
        further = row[clause.number + 1]
        if further.word == "to" or (isinstance(further, Verb) and further.to):
            return True
    if frame["kind"] == "troop_deployment":
        if any(each.word in GUESTS for each in (*objects, *clause.subject)):
            return True
    else:
        won = frame["rule"] == "take" and lemmas & WON and any(each.word in DEALS for each in objects)
        if won or ("sanction" in lemmas and not _of_goods([*objects, *clause.subject])):
            return True
    return bool(lemmas & KEPT) and any(each.owner in OWN and "troops" in each.standing for each in objects)


def _of_goods(nouns: list[Noun]) -> bool:
    """Tell whether goods or their sale are sanctioned, which allows them; who is sanctioned gets nothing."""
    return any(each.items or each.noun is not None or "goods" in each.passing for each in nouns)


def is_for(row: list[Piece], number: int) -> bool:
    """Tell whether a verb only says what something is made for: "designed to find and destroy mines"."""
    verb = row[number]
    to = isinstance(verb, Verb) and verb.to
    for piece in reversed(row[:number]):
        if isinstance(piece, Verb):
            if to and not MADE.isdisjoint(piece.lemmas):
                return True
            if piece.finite:
                return False
            to |= piece.to
        elif isinstance(piece, Noun):
            if piece.first < piece.last or piece.actors or piece.items or piece.pronoun:
                return False  # "detect, track and destroy": a verb between may pass for a noun
        elif piece.kind not in (COMMA, CONJUNCTION):
            return False
    return False
