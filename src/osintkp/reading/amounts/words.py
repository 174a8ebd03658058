"""The words around a figure: what is counted, how it is hedged, what makes it no figure; read from one table."""

from __future__ import annotations

import functools
from typing import NamedTuple

from osintkp.vocabulary.tables import whole_table

PEOPLE = "person"
TIMES = ("day", "week", "month", "year", "hour", "minute", "night", "decade")


class Noun(NamedTuple):
    """
    What a counted word says.

    Attributes:
        unit: What is counted, singular.
        role: ``count``, ``measure`` or ``money``.
    """

    unit: str
    role: str = "count"


class Words(NamedTuple):
    """
    The words of the table, each kind under its forms in small letters.

    Attributes:
        nouns: Plural forms of counted things and people.
        measures: Measures and money of one word, singular and plural.
        longer: Measures and money of several words, by their first word, the longest first.
        alone: The singular of each counted noun, for "a 12-member panel" and "one soldier".
        compounds: Two words whose last alone would be counted otherwise.
        hedges: By the last word of a hedge: the words before it and its sign, the longest first.
        stops: Words that end a noun phrase.
        sets: Every other list of words, by name.
        singulars: Plurals that rules do not make.
        packages: Units whose goods stand after "of".
        signs: Currency marks.
        codes: Codes and names of currencies that stand before a sum.
        models: What one of the models of a class is, by the beginning of its path.
    """

    nouns: dict[str, Noun]
    measures: dict[str, Noun]
    longer: dict[str, tuple[tuple[str, Noun], ...]]
    alone: dict[str, Noun]
    compounds: dict[str, str]
    hedges: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    stops: frozenset[str]
    sets: dict[str, frozenset[str]]
    singulars: dict[str, str]
    packages: frozenset[str]
    signs: dict[str, str]
    codes: dict[str, str]
    models: dict[str, str]


@functools.cache
def words() -> Words:
    """
    Return the table, read once.

    Example:
        >>> words().nouns["tankers"].unit, words().measures["km"].role
        ('ship', 'measure')
    """
    table = whole_table("reading/amounts")
    forms = table["forms"]
    nouns = {word: Noun(unit) for unit, plurals in table["nouns"].items() for word in plurals}
    nouns |= {word: Noun(PEOPLE) for word in table["people"]["peoples"]}
    measured = {form: Noun(unit, "measure") for unit, all_of in table["measures"].items() for form in all_of}
    measured |= {form: Noun(unit, "money") for unit, all_of in table["money"].items() for form in all_of}
    alone = {word: Noun(word) for word in table["singles"]["words"]}
    alone |= {_singular(word, forms["singulars"]): noun for word, noun in nouns.items()}
    sets = {
        "stronger": table["hedges"]["stronger"], "between": table["hedges"]["between"], "not_over": table["hedges"]["not_over"],
        "not_plural": forms["not_plural"], "plurals": forms["plurals"], "joiners": table["stops"]["joiners"],
        "skipped": table["skipped"]["words"], "people_before": table["people"]["before"], "people_after": table["people"]["after"],
        "pronouns": table["people"]["pronouns"], "months": table["dates"]["months"],
        "before_year": table["dates"]["before_year"], "designators": table["names"]["designators"],
        "streets": table["names"]["streets"], "ages": table["names"]["ages"],
        "speakers": table["people"]["speakers"], "saying": table["people"]["saying"], "moved": table["people"]["moved"], "people_between": table["people"]["between"], "arming": table["people"]["arming"],
        "young": table["people"]["young"], "maybe_names": table["names"]["maybe"],
        "weak": table["hedges"]["weak"], "lasting": table["hedges"]["lasting"],
    }  # fmt: skip
    return Words(
        nouns=nouns,
        measures={form: noun for form, noun in measured.items() if " " not in form},
        longer=_by_first(measured),
        alone=alone,
        compounds=table["compounds"],
        hedges=_hedges(table["hedges"]),
        stops=frozenset(table["stops"]["words"]),
        sets={name: frozenset(each) for name, each in sets.items()},
        singulars=forms["singulars"],
        packages=frozenset(table["packages"]["words"]),
        signs=table["signs"],
        codes=table["codes"],
        models=table["models"],
    )


def _by_first(measured: dict[str, Noun]) -> dict[str, tuple[tuple[str, Noun], ...]]:
    found: dict[str, list[tuple[str, Noun]]] = {}
    for form, noun in sorted(measured.items(), key=lambda each: -len(each[0])):
        first, blank, _ = form.partition(" ")
        if blank:
            found.setdefault(first, []).append((form, noun))
    return {first: tuple(each) for first, each in found.items()}


def _hedges(table: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sign in (">", ">=", "<=", "<", "~"):
        for hedge in table[sign]:
            *before, last = hedge.split()
            found.setdefault(last, []).append((tuple(before), sign))
    return {last: tuple(sorted(each, key=lambda row: -len(row[0]))) for last, each in found.items()}


def singular(word: str) -> str:
    """
    Return the singular of a plural noun in small letters.

    Example:
        >>> singular("batteries"), singular("women"), singular("torches"), singular("warships")
        ('battery', 'woman', 'torch', 'warship')
    """
    return _singular(word, words().singulars)


def _singular(word: str, known: dict[str, str]) -> str:
    if word in known:
        return known[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
