"""Every form in which text names actors, places and goods, and the words around names, each read when it is first met."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from osintkp.vocabulary.tables import Row, table, whole_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from osintkp.reading.tokens import Tokens

SMALL = -1
CAPITALS = -2
WORDS_IN_CAPITALS = frozenset({"who", "car", "let", "it", "as", "am", "aid", "ap", "ft", "sis", "ear"})
FIELDS: tuple[Any, ...] = ("", "", "", "", SMALL, "", ())


class Entry(NamedTuple):
    """
    What a phrase of the lexicon means.

    Attributes:
        kind: ``actor``, ``person``, ``place``, ``class`` and ``model`` (goods), or a class of the word lists, like ``title``.
        ids: Every id that it may stand for; of goods the one path.
        by: What kind of form it is.
        form: The form as the table has it, where it tells more than its words.
        capital: Which of its words needs a capital; -1 for none, -2 where the first is written in capitals.
        joins: Which of its words stand joined to the one before, like the number of ``T-72``.
    """

    kind: str
    ids: tuple[str, ...]
    by: str
    form: str
    capital: int
    joins: tuple[int, ...]


class Met(NamedTuple):
    """
    A phrase of the lexicon met in a text.

    Attributes:
        first: The number of its first word.
        last: The number of its last word.
        meaning: What it means.
    """

    first: int
    last: int
    meaning: Entry


class Phrases(NamedTuple):
    """The phrases that begin with one word: those of more words by the second, and what the word alone means."""

    longer: dict[str, list[tuple[tuple[str, ...], Entry]]]
    alone: list[Entry]


@functools.cache
def words() -> dict[str, Any]:
    """
    Return the word lists of ``tables/reading/names.toml``.

    Example:
        >>> "colonel" in words()["titles"]["rank"]
        True
    """
    return whole_table("reading/names")


@functools.cache
def word_set(section: str, field: str) -> frozenset[str]:
    """
    Return one word list as a set.

    Example:
        >>> "oblast" in word_set("places", "heads")
        True
    """
    return frozenset(words()[section][field])


@functools.cache
def mapping(section: str, field: str) -> dict[str, Any]:
    """
    Return what the words of one list mean.

    Example:
        >>> mapping("ships", "prefixes")["hms"]
        'GB'
    """
    return dict(words()[section][field])


@functools.cache
def _tables() -> tuple[dict[str, Any], Mapping[str, Row]]:
    return table("reading/gazetteer")


def body_of(state: str, phrase: tuple[str, ...]) -> str | None:
    """
    Return the agency of a state that some words after the state's name mean; None where the table has none.

    Example:
        >>> body_of("SD", ("army",)), body_of("SD", ("bakery",))
        ('sd-armed-forces', None)
    """
    found: str | None = _tables()[0]["bodies"].get(f"{state} {' '.join(phrase)}")
    return found


@functools.cache
def known_words(persons: bool) -> frozenset[str]:
    """
    Return every word that some name has.

    Args:
        persons: Whether the names of persons count too.

    Example:
        >>> "burhan" in known_words(True), "burhan" in known_words(False), "khartoum" in known_words(False)
        (True, False, True)
    """
    head = _tables()[0]
    return frozenset(head["words"].split()) | frozenset(head["words_of_persons"].split() if persons else ())


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(_tables()[1])


@functools.cache
def phrases(word: str) -> Phrases:
    """
    Return the phrases that begin with a word.

    Example:
        >>> [entry.ids for entry in phrases("khartoum").alone]
        [('SD',), ('khartoum',)]
    """
    found = Phrases({}, [])
    row: Any = _tables()[1].get(word, ())
    for given in row:
        rest, kind, ids, by, capital, form, joins = tuple(given) + FIELDS[len(given) :]
        entry = Entry(kind, tuple(ids.split(" ")), by, form, capital, tuple(joins))
        after = tuple(rest.split())
        if after:
            found.longer.setdefault(after[0], []).append((after[1:], entry))
        else:
            found.alone.append(entry)
    return found


def met(tokens: Tokens) -> dict[str, list[Met]]:
    """
    Return the phrases that a text has, by kind, in order; of those that begin at one word the longest first.

    Case and joints count: a name needs its capital, and the number of ``T-72`` its hyphen or nothing before it.

    Example:
        >>> from osintkp.reading.tokens import Tokens
        >>> [hit.meaning.ids for hit in met(Tokens("turkey for Turkey"))["actor"]]
        [('TR',)]
    """
    every = tokens.words
    after = [*every[1:], "", ""]
    kinds: dict[str, list[Met]] = {}
    for number in tokens.where(_first_words()):
        longer, alone = phrases(every[number])
        if after[number] in longer:
            third = after[number + 1]
            for rest, entry in longer[after[number]]:
                last = number + 1 + len(rest)
                if (not rest or (rest[0] == third and tuple(every[number + 2 : last + 1]) == rest)) and _fits(
                    tokens, number, last, entry
                ):
                    kinds.setdefault(entry.kind, []).append(Met(number, last, entry))
        for entry in alone:
            if _fits(tokens, number, number, entry):
                kinds.setdefault(entry.kind, []).append(Met(number, number, entry))
    return kinds


def _fits(tokens: Tokens, first: int, last: int, entry: Entry) -> bool:
    if entry.capital >= 0:
        if not tokens.text[tokens.starts[first + entry.capital]].isupper():
            return False
    elif entry.capital == CAPITALS and not _in_capitals(tokens, first, last, entry):
        return False
    return not entry.joins or all(map(tokens.joined, [first + each for each in entry.joins]))


def _in_capitals(tokens: Tokens, first: int, last: int, entry: Entry) -> bool:
    start = tokens.starts[first]
    if not tokens.text[start].isupper():
        return False
    piece = tokens.text[start : tokens.ends[first]]
    if piece.isupper():
        return (
            tokens.words[first] not in WORDS_IN_CAPITALS or "." in piece or not _shouted(tokens, first, last)
        )
    return tokens.text[start : tokens.ends[last]].replace(".", "") == entry.form.replace(".", "")


def _shouted(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the words around are in capitals too, as in a heading."""
    beside = [number for number in (first - 1, last + 1) if 0 <= number < len(tokens)]
    pieces = [tokens.text[tokens.starts[each] : tokens.ends[each]] for each in beside]
    return any(len(piece) > 1 and piece.isupper() for piece in pieces)
