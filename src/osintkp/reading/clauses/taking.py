"""Mentions taken whole into the phrases of a sentence: figures, dates, actors, places and goods."""

from __future__ import annotations

from osintkp.reading.clauses.cursor import Cursor, full
from osintkp.reading.clauses.pieces import PREPOSITION, Dated, Named, Noun
from osintkp.reading.clauses.verbhood import is_verb

MODIFIERS = frozenset(("held", "led", "run", "hit", "torn", "stricken", "ridden"))
FIRM = frozenset(("agent", "firm"))


def is_verb_in_disguise(cursor: Cursor, number: int) -> bool:
    """Tell whether the word for goods is a verb here: "Iran supplies arms", "it ships fuel"."""
    word = cursor.meanings[number]
    before = cursor.row[-1] if cursor.row else None
    told = isinstance(before, Noun) and before.pronoun != ""
    led = cursor.noun.named_last if cursor.noun is not None else told
    if word is None or not word.verbs or not (led or cursor.aux or cursor.to >= 0):
        return False
    if cursor.words[number] == "arms" and cursor.ground.items[number][0] > number:
        return False  # "US arms supplies"
    cursor.ground.shorten(number)
    return is_verb(cursor, number, word.forms, word)


def is_attributive(cursor: Cursor, number: int) -> bool:
    """Tell whether a date stands inside a phrase, as in "Russia's 2022 invasion" or "last year's budget"."""
    last = cursor.ground.dates[number][0]
    after = cursor.after(last)
    if after == "'s":
        return True
    decade = cursor.ground.dates[number][1].quote.endswith("0s") and last + 1 in cursor.ground.actors
    if cursor.noun is None or not after.isalpha() or decade:
        return False
    return cursor.closed_at(last + 1) is None and not full(cursor.noun)


def take_amount(cursor: Cursor, number: int) -> int:
    """Take a figure into a phrase, with the words and the figures that it covers; return the number of the word after it."""
    amounts = cursor.ground.amounts
    last, mention = amounts[number]
    if cursor.noun is not None and full(cursor.noun):
        cursor.close()
    noun = cursor.open(number)
    noun.amounts += (mention,)
    noun.bases += tuple(amounts[each][1] for each in range(number + 1, last + 1) if each in amounts)
    while number <= min(last, cursor.last):
        number = _take_inside(cursor, noun, number)
    return number


def take_date(cursor: Cursor, number: int) -> int:
    """Take a date as a piece of its own, over the preposition before it; return the number of the word after it."""
    cursor.close()
    last, mention = cursor.ground.dates[number]
    before = cursor.row[-1] if cursor.row else None
    if before is not None and before.kind == PREPOSITION and not cursor.aux and before.last == number - 1:
        cursor.row.pop()
    cursor.row.append(Dated(number, last, mention))
    return last + 1


def take_mention(cursor: Cursor, number: int) -> int:
    """Take an actor, goods or a place into the phrase that is open, or into one of its own; return the word after it."""
    ground, noun = cursor.ground, cursor.noun
    named = number in ground.actors or number in ground.places
    if noun is not None and named and _is_modifier(cursor, noun, number):
        noun.items, noun.actors, noun.nouns, noun.passing = (), (), (), frozenset()
    if noun is not None and full(noun) and not ground.tokens.joined(number):
        by = ground.actors[number][1].by if number in ground.actors else ""
        titled = by == "person" and not noun.named_last and not noun.items
        if by and by != "adjective" and "firm" in noun.standing and not noun.amounts:
            return _take_firm(cursor, noun, number)
        if by == "adjective" or not (number in ground.items or titled):
            cursor.close()
    return _take_inside(cursor, cursor.open(number), number)


def _is_modifier(cursor: Cursor, noun: Noun, number: int) -> bool:
    """Tell whether a phrase is so far only a participle behind a hyphen: "gas-starved", "Iran-backed"."""
    word = cursor.words[number - 1]
    if noun.last != number - 1 or noun.amounts or not (word.endswith("ed") or word in MODIFIERS):
        return False
    tokens = cursor.ground.tokens
    return tokens.joined(number - 1) and not tokens.joined(number)


def _take_inside(cursor: Cursor, noun: Noun, number: int) -> int:
    """Take a word or mention into a phrase as it stands, whatever else it could be."""
    ground = cursor.ground
    end = number
    if number in ground.begins:
        if number in ground.items:
            end, item = ground.items[number]
            noun.items += (item,)
        if number in ground.actors:
            last, actor = ground.actors[number]
            noun.actors += (Named(actor, last),)
            end = max(end, last)
        elif number in ground.places:
            last, place = ground.places[number]
            noun.places += (place,)
            end = max(end, last)
    for each in range(number, end + 1):
        cursor.note(noun, each)
    if end == number and not noun.owner and cursor.closed_at(number) == "owner":
        noun.owner = cursor.words[number]
    noun.last = max(noun.last, end)
    return end + 1


def _take_firm(cursor: Cursor, noun: Noun, number: int) -> int:
    """Take the name of a firm into the phrase before it, which is about no arms; its state stands for it where it is told."""
    noun.items, noun.passing = (), noun.passing - {"goods"}
    if not noun.actors:
        return _take_inside(cursor, cursor.open(number), number)
    noun.last = cursor.ground.actors[number][0]
    noun.standing = FIRM
    return noun.last + 1
