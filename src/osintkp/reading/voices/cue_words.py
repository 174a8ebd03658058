"""The words of the cues: every form of every verb, noun and phrase, and the small words that tell them apart."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from osintkp.reading.bending import is_soft, plural
from osintkp.reading.lexicon import Lexicon
from osintkp.vocabulary.tables import whole_table

FORMS = ("s", "past", "participle", "ing")


class Row(NamedTuple):
    """
    What a form is entered with.

    Attributes:
        kind: As on a :class:`~osintkp.reading.mentions.CueMention`.
        verb: The base form.
        modality: The modality that it lends; None for a plain one.
        group: The class of the verb, the noun, or the phrase: what complement it takes.
        form: ``base``, ``s``, ``past``, ``participle``, ``ing``, ``noun``, or ``phrase``.
    """

    kind: str
    verb: str
    modality: str | None
    group: str
    form: str


class Grammar(NamedTuple):
    """The word lists of the table, ready to be asked."""

    lexicon: Lexicon[Row]
    ambiguous: frozenset[str]
    clause: frozenset[str]
    small: dict[str, frozenset[str]]
    medium: frozenset[str]
    people: frozenset[str]
    loose: frozenset[str]
    happen: frozenset[str]
    denial: dict[str, frozenset[str]]
    deeds: dict[str, str]


@functools.cache
def grammar() -> Grammar:
    """Return the word lists of the cues, read once."""
    table = whole_table("reading/cues")
    heads = table["heads"]
    return Grammar(
        Lexicon((tuple(form.replace("-", " ").split()), row) for form, row in _rows(table)),
        frozenset(table["noun"]["words"]),
        frozenset(table["clause"]["words"]),
        {name: frozenset(words) for name, words in table["grammar"].items()},
        frozenset(heads["medium"]),
        frozenset(heads["people"]),
        frozenset(heads["alleged"]),
        frozenset(table["happen"]["words"]),
        {name: frozenset(words) for name, words in table["denial"].items()},
        table["deeds"],
    )


def _rows(table: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    for group in table["verbs"]:
        for verb in group["words"]:
            for form, name in _bent(verb, table["irregular"].get(verb)):
                yield form, Row(group["kind"], verb, group.get("modality"), group["class"], name)
    for mood, nouns in table["nouns"].items():
        kind = "denies" if mood == "denies" else "pledges" if mood in ("pledged", "authorised") else "says"
        modality = None if mood in ("says", "denies") else mood
        for noun, verb in nouns.items():
            for form in (noun, plural(noun)):
                yield form, Row(kind, verb, modality, "noun", "noun")
    for phrase in table["phrases"]:
        group = phrase.get("only") or ("likelihood" if phrase.get("likelihood") else "phrase")
        for form in phrase["words"]:
            yield form, Row(phrase["kind"], phrase["verb"], phrase.get("modality"), group, "phrase")


def _bent(verb: str, irregular: list[str] | None) -> Iterator[tuple[str, str]]:
    """Give every form of a verb with its name; of several words the first is bent."""
    yield verb, "base"
    first, blank, rest = verb.partition(" ")
    regular = [plural(first), _past(first), _past(first), f"{first[:-1] if first[-1] == 'e' else first}ing"]
    forms = irregular or [f"{form}{blank}{rest}" for form in regular]
    seen = {verb}
    for form, name in zip(forms, (*FORMS, "past", "ing"), strict=False):
        if form not in seen:
            seen.add(form)
            yield form, name


def _past(word: str) -> str:
    if is_soft(word):
        return f"{word[:-1]}ied"
    return f"{word}d" if word[-1] == "e" else f"{word}ed"
