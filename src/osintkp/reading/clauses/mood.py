"""How surely a clause tells what its verb says: modal verbs, the verbs and nouns it hangs on, negation."""

from __future__ import annotations

from osintkp.reading.clauses.grammar import Grammar
from osintkp.reading.clauses.pieces import DATE, QUOTE, Noun, Piece, Verb

DEEPEST = 4
CAPABLE = frozenset(("carry", "hold", "contain", "load", "transport", "pack", "represent", "fit"))
MODALS = {
    "will": "predicted",
    "shall": "predicted",
    "'ll": "predicted",
    "would": "conditional",
    "could": "conditional",
}


def mood(row: list[Piece], number: int, grammar: Grammar) -> tuple[str | None, bool]:
    """Return the modality that the words around a verb lend to it, None for none, and whether they negate it."""
    modality: str | None = None
    negated = False
    for _ in range(DEEPEST):
        verb = row[number]
        if not isinstance(verb, Verb):
            break
        negated ^= verb.negated
        if modality is None:
            modality = _modal(verb)
        if verb.finite:
            break
        at = number - 1
        while at >= 0 and row[at].kind in (QUOTE, DATE):
            at -= 1
        before = row[at] if at >= 0 else None
        if isinstance(before, Verb):
            does = next(
                (grammar.catenative[each] for each in before.lemmas if each in grammar.catenative), None
            )
            if verb.to and not does and before.word == "be":
                does = "predicted"  # "is to send"
            if does is None:
                break
        elif isinstance(before, Noun) and before.complement is not None and verb.to:
            does = before.complement
        elif isinstance(before, Noun) and verb.to and at == 0:
            does = "predicted"  # a headline: "Chad to send troops"
        else:
            break
        if does == "negated":
            negated = not negated
        elif does and modality is None:
            modality = does
        if not isinstance(before, Verb):
            break
        number = at
    return modality, negated


def _modal(verb: Verb) -> str | None:
    if verb.modal in ("could", "can") and CAPABLE.intersection(verb.lemmas):
        return "capacity"
    return MODALS.get(verb.modal)
