"""What lies left of a verb or phrase: asides, participles and heads of relative clauses that a walk to the subject meets."""

from __future__ import annotations

from osintkp.reading.clauses.pieces import (
    COMMA,
    CONJUNCTION,
    DATE,
    NOUN,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB,
    Noun,
    Piece,
    Verb,
)
from osintkp.reading.clauses.sorts import sort_of

FAR = 40
ASIDE = 16
LEAST = 2
PARTING = frozenset((COMMA, CONJUNCTION, RELATIVE, SUBORDINATOR, QUOTE))
SAYS = frozenset(
    (
        "say",
        "claim",
        "add",
        "think",
        "believe",
        "warn",
        "argue",
        "report",
        "allege",
        "insist",
        "announce",
        "confirm",
    )
)


def past_dependent(row: list[Piece], at: int) -> int | None:
    """Return where to go on left of a phrase that is no subject; None for one that can be."""
    before = row[at - 1] if at > 0 else None
    if before is None:
        return None
    if before.kind == PREPOSITION:
        return at - 2
    return participle_of(row, at - 1) if isinstance(before, Verb) and not before.bare else None


def head_of(row: list[Piece], at: int) -> int:
    """Return the place of the phrase on which another hangs, over all prepositions between them."""
    while at > 1 and row[at - 1].kind == PREPOSITION and isinstance(row[at - 2], Noun):
        at -= 2
    return at


def contact_head(row: list[Piece], at: int, number: int) -> int | None:
    """Return the goods or people that a clause says more on, at its subject: "the tanks it sent to Mali were hit"; None for none."""
    noun, verb = row[at], row[at + 1]
    if at + 1 >= number or not isinstance(noun, Noun) or not isinstance(verb, Verb) or verb.passive:
        return None
    head = at - 2 if at > 1 and row[at - 1].kind == RELATIVE else at - 1
    before = row[head] if head >= 0 else None
    given = (
        isinstance(before, Noun)
        and sort_of(before) in ("goods", "people")
        and bool(noun.pronoun or noun.actors)
    )
    return head if given else None


def participle_of(row: list[Piece], at: int) -> int | None:
    """Return the number of the phrase on which a participle says more, with what hangs on it; None for another verb."""
    last = at
    while at >= 0 and isinstance(verb := row[at], Verb):
        if verb.finite and not verb.bare:
            return None
        at -= 1
    lead = row[at + 1]
    if at < 0 or at == last or not isinstance(row[at], Noun) or (isinstance(lead, Verb) and lead.to):
        return None
    return at


def coordinated(row: list[Piece], at: int) -> list[Noun]:
    """Return a subject with the phrases before it that are coordinated with it."""
    first = row[at]
    assert isinstance(first, Noun)
    found = [first]
    while at > 1 and row[at - 1].kind in (CONJUNCTION, COMMA) and isinstance(more := row[at - 2], Noun):
        governed = at > 2 and row[at - 3].kind in (PREPOSITION, VERB)
        if governed or not sort_of(first) or sort_of(more) not in (sort_of(first), ""):
            break
        found.insert(0, more)
        at -= 2
    return found


def before_aside(row: list[Piece], comma: int) -> int:
    """Return the number of the phrase before an aside that a comma ends; -1 where it ends none."""
    for at in range(comma - 1, max(-1, comma - ASIDE), -1):
        if row[at].kind == STOP:  # a phrase that a break in the page cut off from what is before it
            return comma - 1 if row[at].word == "\n" and at == comma - 2 else -1
        if row[at].kind == COMMA and at > 0 and row[at - 1].kind in (NOUN, DATE):
            # "since May, Shin, the minister, met": a date that leads the sentence has no aside
            return comma - 1 if at == 1 and row[0].kind == DATE else at - 1
    return -1


def antecedent(row: list[Piece], attacks: frozenset[str], relative: int) -> list[Noun]:
    """
    Return what a relative clause says more on; a preposition between ("of which") is stepped over.

    Args:
        row: The pieces of the sentence.
        attacks: Nouns of attacks, which a clause says more on over what hangs on them.
        relative: The place of the word that begins the clause.
    """
    at = relative - 1
    while at >= 0 and row[at].kind in (COMMA, QUOTE, CONJUNCTION, DATE):
        at -= 1
    if at > 0 and row[at].kind == PREPOSITION:  # "90 percent of which"
        at -= 1
    noun = row[at] if at >= 0 else None
    if not isinstance(noun, Noun):
        return []
    head = head_of(row, at)
    top = row[head]
    if (
        head != at
        and isinstance(top, Noun)
        and (noun.bare_actor or noun.places or top.word in attacks)
        and (sort_of(noun) != "goods" or top.word in attacks)
    ):
        return [top]
    return [noun]


def verb_before(row: list[Piece], at: int, *, finite: bool = False) -> int | None:
    """Return the verb before a place in its clause; None for none."""
    for each in range(at - 1, max(-1, at - FAR), -1):
        piece = row[each]
        if piece.kind == STOP:
            return None
        if isinstance(piece, Verb) and (not finite or piece.finite):
            return each
    return None


def main_verb(row: list[Piece], at: int) -> int:
    """Return the verb of a clause, over a participle that says more on its object: "joined a plan aimed to buy shells"."""
    verb = row[at]
    earlier = verb_before(row, at, finite=True)
    if earlier is None or not isinstance(verb, Verb) or not verb.bare or at - earlier < LEAST:
        return at
    told = row[earlier].word in SAYS
    return at if told or any(each.kind in PARTING for each in row[earlier + 1 : at]) else earlier


def verb_after(row: list[Piece], at: int) -> int | None:
    """Return the first verb after a place and a comma that can have a subject; None for none."""
    comma = False
    for each in range(at + 1, min(len(row), at + FAR)):
        piece = row[each]
        if piece.kind == COMMA:
            comma = True
        if comma and isinstance(piece, Verb) and piece.finite:
            return each
    return None
