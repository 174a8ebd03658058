"""Names of states and capitals that are misspelt or written in letters that only look right."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from osintkp.reading.names.board import Board, Named, is_state, state_of
from osintkp.reading.names.gazetteer import known_words, word_set
from osintkp.vocabulary import actors, letters, places

SHORTEST = 6
LONG = 8
VOWELS = str.maketrans("", "", "aeiouy")
LOOKS = 0.8
SPELT = 0.7
FAR = 0.5
TWO = 2


class Repair(NamedTuple):
    """A name that was meant: the actors and places that have it, and how many letters are wrong."""

    actors: tuple[str, ...]
    places: tuple[str, ...]
    wrong: int


def enter_repairs(board: Board) -> list[tuple[int, str]]:
    """Enter actors under repaired names; give the places meant, each with the number of its word."""
    return [*_lookalikes(board), *_misspelt(board)]


def _lookalikes(board: Board) -> list[tuple[int, str]]:
    text, found = board.tokens.text, []
    if text.isascii() or _foreign().search(text) is None:
        places_of = [match.start() for match in _capital_i().finditer(text)]
    else:
        places_of = [each.start for each in letters.lookalikes(text) if each.looks_like]
    numbers = dict.fromkeys(board.tokens.at(each + 1) - 1 for each in places_of)
    for number in numbers:
        if number < 0 or board.covering(number) is not None:
            continue
        actor, place = looking_like(
            board.tokens.text[board.tokens.starts[number] : board.tokens.ends[number]]
        )
        if actor is not None:
            board.put(Named(number, number, (actor,), "lookalike", None, state_of(actor), LOOKS))
        if place is not None:
            found.append((number, place))
    return found


@functools.lru_cache(maxsize=256)
def looking_like(word: str) -> tuple[str | None, str | None]:
    """
    Return the actor and the place whose name a word looks like, letters of other shapes and alphabets put right.

    Example:
        >>> looking_like("Yemen"), looking_like("TripoIi")[1], looking_like("McIntyre")
        ((None, None), None, (None, None))
    """
    actor = actors.resolve(word)
    if actor.by != "lookalike":
        return None, None
    return actor.actor, places.resolve(word).place


@functools.cache
def _capitalised() -> re.Pattern[str]:
    # The capital goes first, and what must not stand before it after: a search then looks at capitals alone.
    return re.compile(r"[A-Z](?<![^\W_][A-Z])[a-z]{5,15}(?![^\W_])")


@functools.cache
def _capital_i() -> re.Pattern[str]:
    return re.compile(r"I(?<=[a-z]I)(?![A-Z])")


@functools.cache
def _foreign() -> re.Pattern[str]:
    return re.compile("[\u0370-\u052f]")


def _misspelt(board: Board) -> list[tuple[int, str]]:
    text, found = board.tokens.text, []
    known, never = known_words(persons=True), word_set("never", "repair")
    likely = {}
    for printed in set(_capitalised().findall(text)):
        word = printed.lower()
        if word not in known and word not in never and (repair := meant(word)) is not None:
            likely[printed] = repair
    if not likely:
        return []
    small = _in_small(text)
    for match in _capitalised().finditer(text):
        if match[0] in likely and match[0].lower() not in small:
            number, repair = board.tokens.at(match.start()), likely[match[0]]
            if _sound(board, number, match[0], repair):
                found += _enter(board, number, repair)
    return found


def _sound(board: Board, number: int, word: str, repair: Repair) -> bool:
    """Tell whether a repair is safe: no part of a longer name, no word of the text's own, no sentence's first word."""
    if board.covering(number) is not None:
        return False
    if board.opens(number) and (repair.wrong > 1 or len(word) < LONG):
        return False
    return not any(_name(board, each) for each in (number - 1, number + 1))


def _name(board: Board, number: int) -> bool:
    words = board.tokens.words
    if not 0 <= number < len(words) or not words[number].isalpha() or board.opens(number):
        return False
    return board.capital(number) and number not in board.named and number not in board.ending


def _in_small(text: str) -> frozenset[str]:
    """Give the words that a text has in small letters: none of them is a misspelt name."""
    return frozenset(re.findall(r"(?<![^\W_])[a-z]{6,16}(?![^\W_])", text))


def _enter(board: Board, number: int, repair: Repair) -> list[tuple[int, str]]:
    if repair.actors:
        state = state_of(repair.actors[0]) if len(repair.actors) == 1 else None
        confidence = SPELT if repair.wrong == 1 else FAR
        board.put(Named(number, number, repair.actors, "spelling", None, state, confidence))
    return [(number, each) for each in repair.places[:1]]


@functools.lru_cache(maxsize=4096)
def meant(word: str) -> Repair | None:
    """
    Return the state, nationality or capital that a word in small letters is a misspelling of; None where it is of none.

    One wrong letter, or two that changed places, in names of six letters or more; two in those of eight.

    Example:
        >>> meant("ethopia").actors, meant("isreal").actors, meant("bolivar")
        (('ET',), ('IL',), None)
    """
    sounds = word.translate(VOWELS)
    likely: dict[str, None] = {}
    for each in _shorter(sounds):
        likely.update(dict.fromkeys(_by_sound().get(each, ())))
    best: dict[str, int] = {}
    for name in likely:
        allowed = TWO if min(len(name), len(word)) >= LONG else 1
        wrong = _wrong(word, name, allowed)
        if wrong <= allowed and word[0] == name[0]:
            best[name] = wrong
    least = min(best.values(), default=0)
    nearest = [name for name, wrong in best.items() if wrong == least]
    if len(nearest) != 1:
        return None
    ids, spots = _names()[nearest[0]]
    return Repair(ids, spots, least)


def _shorter(sounds: str) -> list[str]:
    """Give the consonants of a word, and those with one left out."""
    return [sounds, *dict.fromkeys(sounds[:at] + sounds[at + 1 :] for at in range(len(sounds)))]


@functools.cache
def _names() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the actors and places that each repairable name is of: states, nationalities, capitals."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for form, name, by in actors.forms():
        if (
            is_state(name)
            and by in ("name", "adjective", "metonym")
            and len(form) >= SHORTEST
            and form.isalpha()
            and form.isascii()
        ):
            ids, spots = found.get(form.lower(), ((), ()))
            found[form.lower()] = ((*ids, name) if name not in ids else ids, spots)
    for form, name in places.forms():
        low = form.lower()
        if low in found:
            found[low] = (found[low][0], (*found[low][1], name))
    return found


@functools.cache
def _by_sound() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in _names():
        for each in _shorter(name.translate(VOWELS)):
            found[each] = (*found.get(each, ()), name)
    return found


def _wrong(word: str, other: str, most: int) -> int:
    """Give how many letters are wrong, two that changed places counted once; more than the most as one more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(word, 1):
        new = [down]
        for right, against in enumerate(other, 1):
            cost = min(row[right] + 1, new[-1] + 1, row[right - 1] + (letter != against))
            if down > 1 < right and letter == other[right - 2] and word[down - 2] == against:
                cost = min(cost, before[right - 2] + 1)
            new.append(cost)
        before, row = row, new
        if min(row) > most:
            return most + 1
    return row[-1]
