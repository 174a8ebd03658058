"""The forms of English verbs, and of which verb a form can be where it stands."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from osintkp.reading.bending import is_soft, plural

Verbs = tuple[tuple[str, str], ...]


class Fitting(NamedTuple):
    """
    What a form can be where it stands.

    Attributes:
        lemmas: The verbs that fit there, each once.
        kinds: The forms that it can be of these.
        forms: The forms that it can be of any.
    """

    lemmas: tuple[str, ...]
    kinds: str
    forms: str


@functools.lru_cache(maxsize=4096)
def fitting(verbs: Verbs, wanted: str) -> Fitting:
    """
    Return what a form can be where some kinds of form can stand; of all its verbs where none fits.

    Example:
        >>> fitting((("find", "dn"), ("found", "b")), "ng")
        Fitting(lemmas=('find',), kinds='dn', forms='dnb')
    """
    fit = tuple(each for each in verbs if any(kind in each[1] for kind in wanted)) or verbs
    return Fitting(lemmas_of(fit), forms_of(fit), forms_of(verbs))


def forms_of(verbs: Verbs) -> str:
    """
    Return the kinds of form that a word can be, of all the verbs that it can be a form of.

    Example:
        >>> forms_of((("find", "dn"), ("found", "b")))
        'dnb'
    """
    return "".join(kinds for _, kinds in verbs)


def lemmas_of(verbs: Verbs) -> tuple[str, ...]:
    """
    Return the verbs that a word can be a form of, each once.

    Example:
        >>> lemmas_of((("put", "bn"), ("put", "d")))
        ('put',)
    """
    return tuple(dict.fromkeys(lemma for lemma, _ in verbs))


def forms(verb: str, bending: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """
    Give the forms of a verb with the kinds that each is.

    Example:
        >>> dict(forms("ship", {"double": ["ship"], "irregular": {}}))
        {'ship': 'b', 'ships': 's', 'shipped': 'dn', 'shipping': 'g'}
    """
    stem = verb + verb[-1] if verb in bending["double"] else verb.removesuffix("e")
    soft = is_soft(verb)
    yield verb, "b"
    yield plural(verb), "s"
    irregular = bending["irregular"].get(verb)
    if irregular is None:
        yield (verb[:-1] + "ied" if soft else stem + "ed"), "dn"
    else:
        pasts, *participles = irregular
        for past in pasts.split("/"):
            yield past, "dn" if past in participles else "d"
        for participle in participles:
            if participle not in pasts.split("/"):
                yield participle, "n"
    yield (stem if verb[-2:] not in ("ee", "ye", "oe") else verb) + "ing", "g"
    if stem.endswith("ll"):  # one l in American, two in British spelling
        yield verb + "ed", "dn"
        yield verb + "ing", "g"
