"""Figures whose noun stands elsewhere: "killed 50 and wounded 80", "down to nine", "22,729"."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.heads import noun_phrase
from osintkp.reading.amounts.words import PEOPLE, words

WINDOW = 150


def people_near(view: str, end: int, said: list[str]) -> bool:
    """
    Tell whether the words beside a number show that it counts people.

    Example:
        >>> people_near("killed 50 and", 9, ["killed"]), people_near("50 were wounded", 2, [])
        (True, True)
    """
    sets = words().sets
    for word in reversed(said[-3:]):
        bare = word.strip("(,:\"'")
        if bare in sets["people_before"]:
            return True
        if bare not in sets["people_between"]:
            break
    match = _then().match(view, end)
    return match is not None and match[1] in sets["people_after"]


def counted_before(view: str, text: str, start: int) -> str | None:
    """
    Return the unit of the last counted noun before a number in its sentence: "the number of tanks ... to nine".

    Example:
        >>> said = "the number of tanks in storage fell to nine"
        >>> counted_before(said, said, 39)
        'tank'
    """
    low = max(0, start - WINDOW)
    window = view[low:start]
    cut = max(window.rfind(". "), window.rfind("\n\n"), window.rfind("; "))
    table = words()
    if cut >= 0:
        window = window[cut + 1 :]
    if _toll().search(window) is not None:
        return PEOPLE
    told = max(window.rfind("number of "), window.rfind("numbers of "))
    if told >= 0:
        head = noun_phrase(view, text, low + (cut + 1 if cut >= 0 else 0) + window.index(" of", told) + 3)
        if head is not None and head.role == "count":
            return head.unit
    for match in reversed(list(_letters().finditer(window))):
        word = match[0]
        if word.endswith("ans") and len(word) > 5 and text[start - len(window) + match.start()].isupper():
            return PEOPLE
        noun = table.nouns.get(word) or (table.alone.get(word) if word in _SINGULAR else None)
        if noun is not None and (noun.unit not in _LOOSE or view.find(" of them", start, start + 20) >= 0):
            return noun.unit
    return None


_LOOSE = frozenset(("time", "country", "piece", "order", "site", "base", "strike", "airstrike"))
_SINGULAR = frozenset(
    (
        "troop",
        "troops",
        "tank",
        "ammunition",
        "missile",
        "drone",
        "container",
        "prisoner",
        "refugee",
        "soldier",
        "shell",
        "artillery",
    )
)


def rests_on_change(view: str, start: int) -> bool:
    """
    Tell whether the words before a number make it a figure by itself: "rose to", "a total of", "the number is".

    Example:
        >>> rests_on_change("the toll rose to 45", 17), rests_on_change("go to 45", 6)
        (True, False)
    """
    return _figure_before().search(view, max(0, start - 70), start) is not None


@functools.cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r",?\s(?:(?:more|others?|people|of\sthem|were|was|are|have|had|been|(?:believed|thought|feared|reported|said|known|presumed|understood|estimated)\sto\s(?:have|be)|feared|confirmed|have\sbeen|had\sbeen|has\sbeen|being|remained|remain|still|reported|also|later|reportedly|was|had\salso\sbeen)\s){0,4}([a-z]+)"
    )


@functools.cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@functools.cache
def _toll() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:death toll|toll|casualt|fatalit|deaths\b|populat|headcount|manpower|wounded|injured|dead\b)"
    )


@functools.cache
def _figure_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:number|numbers|total|toll|figure|count|tally|estimates?|strength|rate|average|quota|target|ceiling|cap|limit|minimum|maximum|record|level|size|fleet|force|population|quantity|volume|output)\b[^.;\n]{0,48}?"
        r"\b(?:to|at|of|is|was|are|were|by|from|reached|hit|stood\sat|exceeded|than)"
        r"|\b(?:r[io]se|risen|rising|gr[eo]w|grown|increase[ds]?|increasing|jump(?:ed|s)?|climb(?:ed|s)?|f[ae]ll(?:en|s|ing)?|drop(?:ped|s)?|decline[ds]?|decrease[ds]?|shrank|shrunk|cut|reduce[ds]?|reducing|down|up|surged|soared|"
        r"doubled|tripled|expand(?:ed|ing)?|boost(?:ed)?|raise[ds]?|raising|lower(?:ed)?|bringing|brings?|brought|amount(?:s|ed|ing)?|come|came|number(?:ed|s|ing)?|total(?:l?ed|s|l?ing)?|limited|equivalent|averag(?:e[ds]?|ing))\b[^.;\n]{0,44}?\b(?:to|by|from|at)?)\s+$"
    )
