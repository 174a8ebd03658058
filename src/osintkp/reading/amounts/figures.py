"""A number with the words around it, if it is one that may count something."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from osintkp.reading.amounts import gapping as amount_gapping
from osintkp.reading.amounts import hedges as amount_hedges
from osintkp.reading.amounts import keys as names
from osintkp.reading.amounts import times as negatives
from osintkp.reading.amounts.heads import noun_phrase
from osintkp.reading.amounts.hedges import Hedge
from osintkp.reading.amounts.measures import Head, measured
from osintkp.reading.amounts.models import unit_of_model
from osintkp.reading.amounts.words import Noun, words
from osintkp.vocabulary.number_phrases import Form, Phrase

BEFORE = 52


class Figure(NamedTuple):
    """
    A number that may be a figure.

    Attributes:
        phrase: The number.
        said: The words before it.
        hedge: What hedges it before.
        later: What hedges it after.
        head: What it counts.
        money: The ISO 4217 code of its currency mark or code before; None for none.
        start: Where the figure begins, hedge included.
        gapped: Whether it counts for another actor what was counted right before.
    """

    phrase: Phrase
    said: list[str]
    hedge: Hedge | None
    later: Hedge | None
    head: Head | None
    money: str | None
    start: int
    gapped: bool = False


def figure_of(view: str, text: str, phrase: Phrase, denied: int, counted: int = -1) -> Figure | None:
    """
    Return a number with the words around it; None for a date, a name, a key, an age.

    Args:
        view: The text in small letters.
        text: The text itself.
        phrase: The number.
        denied: Where the last number ends that was none.
        counted: Where the last figure ends, its noun included.

    Example:
        >>> said = "in June 2014"
        >>> figure_of(said.lower(), said, Phrase(8, 12, 2014.0), -99) is None
        True
    """
    start, end = phrase.start, phrase.end
    before = view[max(0, start - BEFORE) : start]
    if "\n\n" in before:
        before = before[before.rfind("\n\n") + 2 :]
    said = before.split()
    if start > BEFORE and len(before) == BEFORE and said and not before[0].isspace():
        del said[0]
    if phrase.symbol:
        return _with_symbol(view, phrase, said)
    digits = view[start].isdigit() or view[start] == "."
    if digits and (names.is_key(view, start, end) or _small_negative(view, text, phrase, said)):
        return None
    if not digits and names.is_proper(view, text, start, end, said):
        return None
    if negatives.is_age(view, end, said) or negatives.is_clock(view, start, end, said):
        return None
    if phrase.form is Form.FRACTION:
        phrase = _of_one(view, phrase)
        end = phrase.end
    money, begin = _code_before(view, start, said)
    later = amount_hedges.after(view, end)
    at = later.end if later is not None else end
    one = phrase.value == 1 and phrase.form is Form.PLAIN and view[start:end] in ("one", "1")
    if view[at : at + 1] == "\n" and said and _is_row(text, at, said[-1]):
        head = None
    else:
        head = one_thing(view, text, at) if one else noun_phrase(view, text, at)
    if head is not None and later is None and phrase.form is not Form.FRACTION:
        later = amount_hedges.after(view, head.end)
    hedge = amount_hedges.before(view, begin, said if begin == start else said[:-1])
    if hedge is not None and amount_hedges.is_period(view, hedge, None if head is None else head.unit):
        hedge = None
    if not digits and head is None and hedge is None and said and said[-1] in words().sets["designators"]:
        return None
    if head is None and said and said[-1] == "under" and phrase.value <= 21:
        return None
    gapped = head is None and amount_gapping.gapped(text, counted, begin, end)
    if digits and money is None and not gapped and _names(view, text, phrase, said, hedge, head, denied):
        return None
    if hedge is None and phrase.high is not None and said and said[-1] == "between":
        begin = view.rfind("between", 0, start)
    return Figure(phrase, said, hedge, later, head, money, begin if hedge is None else hedge.start, gapped)


def _of_one(view: str, phrase: Phrase) -> Phrase:
    """Return the number of "half a century" and "a quarter of an hour", which count parts of one measure; others as they are."""
    match = _one_measure().match(view, phrase.end)
    if match is None:
        return phrase
    head = measured(view, match.end(), glued=False)
    if head is None or head.unit in ("percent", "day", "USD") or head.role != "measure":
        return phrase
    return phrase._replace(end=match.end() - 1, form=Form.PLAIN)


def _is_row(text: str, at: int, last: str) -> bool:
    """Return whether a number ends the row of a list, its noun before it: "Tanks: 45", "Tanks 45"."""
    return last.endswith(":") or (last in words().nouns and text[at + 1 : at + 2].isupper())


def _with_symbol(view: str, phrase: Phrase, said: list[str]) -> Figure | None:
    if _broken_off().match(view, phrase.end) is not None:
        return None
    hedge = amount_hedges.before(view, phrase.start, said)
    later = amount_hedges.after(view, phrase.end)
    money = None
    if phrase.symbol != "%":
        money = _currency(phrase)
    begin = phrase.start if hedge is None else hedge.start
    if hedge is None and phrase.high is not None and said and said[-1] == "between":
        begin = view.rfind("between", 0, begin)
    return Figure(phrase, said, hedge, later, None, money, begin)


def _currency(phrase: Phrase) -> str | None:
    table = words()
    mark = phrase.symbol.lower().replace(" ", "").rstrip(".")
    return table.signs.get(mark) or table.codes.get(mark) or table.signs.get(mark[-1:])


def _small_negative(view: str, text: str, phrase: Phrase, said: list[str]) -> bool:
    start, end = phrase.start, phrase.end
    if end - start > 7 and phrase.high is None:
        return False
    if (phrase.value <= 31 or _is_year(phrase.value)) and negatives.is_date(view, text, start, end, said):
        return True
    return negatives.is_apposed_age(view, text, start, end)


def _is_year(value: float) -> bool:
    return negatives.YEARS[0] <= value <= negatives.YEARS[1]


def _round(phrase: Phrase) -> bool:
    return phrase.high is not None and not phrase.value % 100 and not phrase.high % 100


def _names(
    view: str, text: str, phrase: Phrase, said: list[str], hedge: Hedge | None, head: Head | None, denied: int
) -> bool:
    """Return whether digits are a year, part of a name, a house number or go on a list of such."""
    start, end = phrase.start, phrase.end
    counted = head is not None
    if _is_year(phrase.value) and (head is None or head.role == "count"):
        last = end if phrase.high is None else start + 4
        both = phrase.high is None or _is_year(phrase.high)
        known = head is not None and head.known
        if both and negatives.is_year(
            view,
            start,
            last,
            said,
            hedged=hedge is not None,
            counted=counted,
            known=known,
            round_range=_round(phrase),
        ):
            return True
    if hedge is None and names.is_named(view, text, start, end, said, counted=counted):
        return True
    if hedge is None and names.is_address(view, text, end):
        return True
    return bool(
        hedge is None
        and not counted
        and not phrase.value % 1
        and 0 < start - denied <= 6
        and view[denied:start] in _GOES_ON
        and not _after_year(view, phrase, denied)
    )


def _after_year(view: str, phrase: Phrase, denied: int) -> bool:
    """Return whether a count follows a year: "10 boats in 2017, 30 by 2019"."""
    year = view[denied - 4 : denied]
    gap = view[denied : phrase.start]
    listed = gap in (", ", " and ", ", and ") or (gap == " to " and "," in view[phrase.start : phrase.end])
    return listed and year.isdigit() and _is_year(int(year)) and not _is_year(phrase.value)


_GOES_ON = (", ", " and ", " or ", ", and ", "-", "\u2013", " to ", "/", " & ", " - ", " \u2013 ")


def _code_before(view: str, start: int, said: list[str]) -> tuple[str | None, int]:
    """Return the currency code or name before a number, as in "USD 5 million" and "Rs. 500", and where it begins."""
    if not said:
        return None, start
    word = said[-1].strip("(.\"'")
    code = words().codes.get(word) if len(word) > 2 or word == "rs" else None
    return (None, start) if code is None else (code, view.rfind(word, 0, start))


def one_thing(view: str, text: str, at: int) -> Head | None:
    """
    Return what "one soldier", "at least one of these missiles" count.

    Example:
        >>> one_thing("one mobile launcher", "one mobile launcher", 3).unit
        'launcher'
    """
    if view.startswith(" of ", at) or view[at : at + 1] == "-":
        return noun_phrase(view, text, at)
    end, last, found = at, "", None
    for match in _next_words().finditer(view, at, at + 70):
        if match.start() - end > 1:
            break
        end, word = match.end(), match[0]
        noun = _single(text, match, last, first=match.start() == at + 1)
        if noun is None and (
            found is not None or word in _BARRED or word in words().stops or word in words().nouns
        ):
            break
        if noun is not None:
            found = Head(end, noun.unit, noun.role, start=at + 1, known=True)
            if noun.role != "count":
                break
        last = word
    return found


_BARRED = ("and", "or")


def _single(text: str, match: re.Match[str], last: str, *, first: bool) -> Noun | None:
    """Return what a word counts in the singular: "missile", "vehicle" after "aerial", "Su-30"."""
    table, word = words(), match[0]
    if word in table.stops:
        return None
    pair = table.compounds.get(f"{last} {word}s")
    if pair is not None:
        return Noun(pair)
    noun = table.measures.get(word) if first else None
    noun = noun or table.alone.get(word)
    if noun is None and text[match.start()].isupper():
        unit = unit_of_model(word)
        noun = None if unit is None else Noun(unit)
    return noun


@functools.cache
def _one_measure() -> re.Pattern[str]:
    return re.compile(r"\s(?:of\s)?an?\s(?=[a-z])")


@functools.cache
def _next_words() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@functools.cache
def _broken_off() -> re.Pattern[str]:
    """Return a pattern for a word broken off after a sum, as in a transcript: "$20 mil- - $20 billion"."""
    return re.compile(r"\s[a-z]{1,8}-+\s|\s?\u2014\s?[$\u20ac\u00a3]")
