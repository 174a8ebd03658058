"""The word lists that tell how a page is laid out, in the forms in which they are looked up."""

from __future__ import annotations

import functools
from typing import NamedTuple

from osintkp.reading.tokens import Tokens
from osintkp.vocabulary.tables import whole_table

Phrases = dict[str, list[tuple[str, ...]]]


class Layout(NamedTuple):
    """
    Word lists of a page's layout.

    Attributes:
        shortened: Every abbreviation.
        abbreviations: By class: ``title``, ``title_or_end``, ``number``, ``month``, ``other``, ``never``.
        starters: Words that begin a sentence and are no part of a name.
        unfinished: Words that a sentence does not end in.
        says: Verbs that follow a quotation.
        calendar: Names of months and days of the week.
        dated: Other words and signs of a line that gives a date.
        zones: Words that follow a time of day.
        lines: Whole lines that are no reporting.
        before_title: Whole lines below which another page's title stands.
        begins: How lines begin that are no reporting.
        footer: How the foot of a page begins.
        footer_lines: Whole lines with which it begins.
        anywhere: Phrases that make a line that is not long no reporting, by a word of theirs.
        author: Words for those who write.
        address: Words of an address.
        captions: How captions begin.
        credits: Phrases that make a line a caption, by a word of theirs.

    Example:
        >>> ("get", "a", "summary") in layout().lines
        True
    """

    shortened: frozenset[str]
    abbreviations: dict[str, frozenset[str]]
    starters: frozenset[str]
    unfinished: frozenset[str]
    says: frozenset[str]
    calendar: frozenset[str]
    dated: frozenset[str]
    zones: frozenset[str]
    lines: frozenset[tuple[str, ...]]
    before_title: frozenset[tuple[str, ...]]
    begins: Phrases
    footer: Phrases
    footer_lines: frozenset[tuple[str, ...]]
    anywhere: Phrases
    author: frozenset[str]
    address: frozenset[str]
    captions: Phrases
    credits: Phrases


@functools.cache
def layout() -> Layout:
    """Return the lists, read on the first call."""
    raw = whole_table("reading/structure")
    words, junk = raw["words"], raw["boilerplate"]
    return Layout(
        shortened=frozenset().union(*raw["abbreviations"].values()),
        abbreviations={name: frozenset(short) for name, short in raw["abbreviations"].items()},
        starters=frozenset(words["starters"]),
        unfinished=frozenset(words["unfinished"]),
        says=frozenset(words["says"]),
        calendar=frozenset(words["calendar"]),
        dated=frozenset(words["dated"]),
        zones=frozenset(words["zones"]),
        lines=frozenset(map(_cut, [*junk["line"], *junk["before_title"]])),
        before_title=frozenset(map(_cut, junk["before_title"])),
        begins=_by_first(junk["start"]),
        footer=_by_first(junk["footer"]),
        footer_lines=frozenset(map(_cut, junk["footer_line"])),
        anywhere=_by_first(junk["anywhere"]),
        author=frozenset(junk["author"]),
        address=frozenset(junk["address"]),
        captions=_by_first(raw["caption"]["start"]),
        credits=_by_first(raw["caption"]["anywhere"]),
    )


def begins_with(phrases: Phrases, words: list[str], first: int, last: int) -> bool:
    """Tell whether the words from one to another, both included, begin with one of some phrases."""
    word = words[first]
    if word not in phrases:
        return False
    return any(
        first + len(phrase) - 1 <= last and tuple(words[first : first + len(phrase)]) == phrase
        for phrase in phrases[word]
    )


def holds(phrases: Phrases, words: list[str], first: int, last: int) -> bool:
    """Tell whether one of some phrases stands among the words from one to another."""
    if phrases.keys().isdisjoint(words[first : last + 1]):
        return False
    return any(begins_with(phrases, words, number, last) for number in range(first, last + 1))


def _cut(phrase: str) -> tuple[str, ...]:
    return tuple(Tokens(phrase).words)


def _by_first(phrases: list[str]) -> Phrases:
    found: Phrases = {}
    for phrase in map(_cut, phrases):
        found.setdefault(phrase[0], []).append(phrase)
    return found
