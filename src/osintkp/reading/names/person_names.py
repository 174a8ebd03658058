"""Names of persons that no table has: which words they are, the ids made of them, surnames of those whom the table has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.board import state_of
from osintkp.reading.names.gazetteer import word_set
from osintkp.vocabulary import actors, letters

if TYPE_CHECKING:
    from osintkp.reading.names.board import Board, Named

FAMILY_FIRST = frozenset({"KP", "KR", "CN", "TW", "VN", "MM", "KH", "HK", "MO"})
GIVEN_FIRST = frozenset({"ET", "ER", "IS"})
LONGEST_NAME = 6
LONGEST_ID = 64


def run_after(board: Board, start: int) -> int | None:
    """
    Return the last word of a name of a person that begins at a word; None where no name does.

    Example:
        >>> from osintkp.reading.names.board import board
        >>> from osintkp.reading.tokens import Tokens
        >>> run_after(board(Tokens("Ahmed bin Omar Hassan spoke")), 0)
        3
    """
    words, particles = board.tokens.words, word_set("persons", "particles")
    at, last, count = start, None, 0
    while at < len(words) and count < LONGEST_NAME:
        if name_word(board, at):
            last, count = at, count + 1
            if len(words[at]) == 1 and at + 1 < len(words) and words[at + 1] == ".":
                at += 1
        elif last is None and words[at] not in particles:
            return None
        elif words[at] == "'" and last is not None and board.tokens.joined(at):
            pass
        elif board.tokens.joined(at) and words[at].isalpha() and last == at - 1:
            last = at
        elif words[at] not in particles:
            break
        at += 1
    return None if count == 1 and last is not None and len(words[last]) == 1 else last


def name_word(board: Board, at: int) -> bool:
    """Tell whether a word can be part of a person's name that no table has."""
    words = board.tokens.words
    if not (0 <= at < len(words)) or not words[at].isalpha() or not board.capital(at):
        return False
    if words[at] in word_set("never", "words"):
        return False
    known = board.named.get(at)
    if known is None:
        return True
    return words[at] in word_set("persons", "states") and known.last == at


def begin_of(board: Board, last: int) -> int | None:
    """Give the first word of a name of two words or more that ends at a word; None where none does."""
    words, particles, tokens = board.tokens.words, word_set("persons", "particles"), board.tokens
    first, at = None, last
    while at >= 0 and last - at < LONGEST_NAME + 2:
        if name_word(board, at):
            first = at
        elif not (
            words[at] in particles
            or (words[at] in ("'", ".") and at != last)
            or (at < len(tokens) and tokens.joined(at) and words[at].isalpha())
        ) or (words[at] == "." and len(words[at - 1]) > 1):
            break
        at -= 1
    if first is None or first == last or run_after(board, first) != last:
        return None
    return first


def slug(name: str) -> str:
    """
    Return an id for a person whom no table has.

    Example:
        >>> slug("Souleymane Dembélé"), slug("Michael O'Hanlon")
        ('souleymane-dembele', 'michael-ohanlon')
    """
    found = "-".join("".join(filter(str.isascii, letters.fold(name))).split())[:LONGEST_ID].strip("-")
    return found if found and actors.legal_id(found) else "unknown"


def called(word: str, state: str) -> list[str]:
    """
    Return the persons of the table whom text calls by a surname and who belong to a state.

    Example:
        >>> called("lavrov", "RU"), called("lavrov", "UA")
        (['sergei-lavrov'], [])
    """
    found = {
        name: None
        for form, name, _ in actors.forms_with(word)
        if actors.kind(name) == "person" and state_of(name) == state and _surname(form, state) == word
    }
    return list(found)


def _surname(name: str, state: str | None) -> str:
    parts = letters.fold(name).split()
    while len(parts) > 1 and parts[-1] in word_set("persons", "endings"):
        parts.pop()
    return parts[0] if state in FAMILY_FIRST or state in GIVEN_FIRST else parts[-1]


def identified(board: Board, name: Named, state: str | None) -> tuple[tuple[str, ...], str | None]:
    """Give the ids that a name stands for: one surname of the table, or a slug of the name itself."""
    word = board.tokens.words[name.end]
    if name.name == name.end and state is not None:
        fit = called(word, state)
        if len(fit) == 1:
            return (fit[0],), state
    return (slug(board.tokens.quote(name.name, name.end)),), None
