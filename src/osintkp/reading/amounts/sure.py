"""Whether a number surely is a figure: it counts something, measures something, or its noun stands elsewhere."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts import bare
from osintkp.reading.amounts.ellipsis import people_near, rests_on_change
from osintkp.reading.amounts.figures import Figure
from osintkp.reading.amounts.joining import joined_to
from osintkp.reading.amounts.words import TIMES, words
from osintkp.reading.mentions import AmountMention
from osintkp.vocabulary.number_phrases import Form

_SCALES = frozenset(
    (
        "thousand",
        "lakh",
        "million",
        "crore",
        "billion",
        "trillion",
        "hundred",
        "dozen",
        "mn",
        "mln",
        "bn",
        "bln",
        "tn",
    )
)


def is_sure(view: str, figure: Figure, last: AmountMention | None, after: Figure | None) -> bool:
    """
    Tell whether a number surely is a figure.

    Args:
        view: The text in small letters.
        figure: The number with the words around it.
        last: The figure before it.
        after: The number after it.

    Example:
        >>> from osintkp.reading.amounts.figures import figure_of
        >>> from osintkp.vocabulary.number_phrases import Phrase
        >>> is_sure("40 trucks", figure_of("40 trucks", "40 trucks", Phrase(0, 2, 40.0), -99), None, None)
        True
    """
    phrase, head = figure.phrase, figure.head
    if phrase.symbol or figure.money is not None:
        return True
    word = view[phrase.start : phrase.end]
    if word == "one":
        return _one_counts(view, figure) or _one_hit(view, figure)
    if phrase.form is Form.FRACTION:
        return _is_share(view, figure)
    if word == "zero" and head is None:
        return False
    if view[phrase.start : phrase.end] in _SCALES and head is None:
        return False
    if head is not None and (head.unit is not None or head.base is not None or head.known):
        return not (word in ("1", "0") and not head.known)
    if view[phrase.end : phrase.end + 1] in ("-", "\u2013") and figure.later is None:
        return False
    return _stands_alone(view, figure, last, after)


def _one_counts(view: str, figure: Figure) -> bool:
    head = figure.head
    if view.startswith((" of ", "\nof "), figure.phrase.end) and figure.hedge is None:
        return False
    bound = figure.hedge is not None and figure.hedge.sign in (">", ">=", "<=", "<")
    if head is None or (head.start is None and not bound):
        return False
    if bound:
        return True
    if (
        head.base is not None
        or view[head.start or 0 : head.end].rsplit(None, 1)[-1] in words().sets["speakers"]
    ):
        return False
    plain = " " not in view[head.start or 0 : head.end]
    return (
        head.unit not in _TIMES_OR_SO
        and not (plain and head.unit in _LOOSE)
        and not (
            figure.said
            and figure.said[-1] in ("no", "the", "this", "that", "any", "every")
            and not _clause(figure.said)
        )
    )


def _clause(said: list[str]) -> bool:
    """Return whether "that" opens what somebody says and shows nothing: "said that one missile fell"."""
    return said[-1] == "that" and len(said) > 1 and said[-2] in words().sets["saying"]


_TIMES_OR_SO = frozenset(("time", "day", "night", "second", "minute"))
_LOOSE = frozenset(("piece", "order", "set", "site", "meeting"))


def _one_hit(view: str, figure: Figure) -> bool:
    """Return whether "one" is somebody hit: "killed one and wounded three"."""
    if not figure.said or figure.said[-1] not in words().sets["people_before"]:
        return False
    return _hit_end().match(view, figure.phrase.end) is not None


@functools.cache
def _hit_end() -> re.Pattern[str]:
    return re.compile(r"[.,;]|\s(?:and\s(?:wound|injur|kill|captur)|in\s|on\s|near\s|at\s)")


def _is_share(view: str, figure: Figure) -> bool:
    end = figure.phrase.end
    if _of_time().match(view, end) is not None:
        return False
    if view[figure.phrase.start : end].count(" ") and (
        " in " in view[figure.phrase.start : end] or " out of " in view[figure.phrase.start : end]
    ):
        return True
    return (
        view.startswith((" of ", "\nof "), end)
        or _whole().match(view, end) is not None
        or (rests_on_change(view, figure.start) and not view.startswith((" a ", " an "), end))
        or (figure.hedge is not None and figure.hedge.sign != "")
    )


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile(r"\s(?:are|were|have|had|remain(?:ed)?|full|empty|complete)\b")


def _stands_alone(view: str, figure: Figure, last: AmountMention | None, after: Figure | None) -> bool:
    phrase = figure.phrase
    word = view[phrase.start : phrase.end]
    if phrase.form is Form.VAGUE:
        return (
            (word.rstrip("]").endswith("s") and not word.endswith(("tens", "scores")))
            or word.endswith("dozen")
            or "thousand" in word
            or "million" in word
            or "hundred" in word
            or (word in ("several", "a few") and people_near(view, phrase.end, _before_hedge(view, figure)))
        )
    if _large(word, phrase.scale, phrase.value):
        return True
    if figure.gapped and last is not None and last.role in ("count", "rate"):
        return True
    if _hedged(view, figure) or people_near(view, phrase.end, _before_hedge(view, figure)):
        return True
    if (
        joined_to(view, figure, after)
        or bare.company(view, figure)[0]
        or bare.votes(view, figure)
        or _per().match(view, phrase.end) is not None
    ):
        return True
    if len(word) > 4 and word.isdigit():
        return False
    return (
        rests_on_change(view, figure.start)
        or _labelled(view, figure)
        or _of_which().match(view, phrase.end) is not None
        or bare.rest(view, figure, last)
        or bare.subject(view, figure, last)
        or bare.patient(view, figure)
        or _of_these().search(view, max(0, figure.start - 40), figure.start) is not None
        or _moved(view, figure, last)
        or _goes_on(view, figure, last)
    )


def _large(word: str, scale: float, value: float) -> bool:
    return (
        scale >= 1000
        or "," in word
        or (value >= 1000 and not word[0].isdigit())
        or (" " in word and value >= 1000)
    )


def _hedged(view: str, figure: Figure) -> bool:
    if figure.later is not None and figure.later.sign != "~":
        return True
    hedge = figure.hedge
    if hedge is None or not hedge.sign:
        return False
    return view[hedge.start : hedge.end] not in words().sets["weak"] or figure.phrase.value >= 13


def _before_hedge(view: str, figure: Figure) -> list[str]:
    if figure.hedge is None:
        return figure.said
    return view[max(0, figure.start - 30) : figure.start].split()


def _labelled(view: str, figure: Figure) -> bool:
    """Return whether a label stands before a number: "Tanks: 45"."""
    said = figure.said
    return bare.label(view, figure) is not None or (
        len(said) > 2 and said[-1].endswith(":") and said[-2] == "of" and said[-3] in ("number", "total")
    )


def _moved(view: str, figure: Figure, last: AmountMention | None) -> bool:
    """Return whether a number is the object of a verb that takes what was just counted: "Guatemala sent 150."."""
    said = figure.said
    if not said or figure.phrase.value < 10:
        return False
    if last is not None and (figure.start - last.end > 120 or last.unit in TIMES):
        last = None
    if last is None and (said[-1] not in _OWNS or not view[figure.phrase.start].isdigit()):
        return False
    if said[-1] not in words().sets["moved"]:
        return False
    end = figure.phrase.end
    return view[end : end + 1] in (".", ",", ";", "") or _onward().match(view, end) is not None


_OWNS = frozenset(("ordered", "operates", "fields", "fielded", "received", "bought", "donated", "had", "has"))


def _goes_on(view: str, figure: Figure, last: AmountMention | None) -> bool:
    """Return whether a number goes on a count just made: "18 shipments with seven in October"."""
    if (
        last is None
        or last.role not in ("count", "rate", "measure")
        or last.unit in TIMES
        or figure.start - last.end > 90
    ):
        return False
    between = view[last.end : figure.start]
    if ". " in between or "\n\n" in between or last.unit is None:
        return False
    return _link().search(between) is not None and _onward().match(view, figure.phrase.end) is not None


@functools.cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:with|including|and|or|but|only|another|then|against|of which|of whom|of them|from|to|by)|[,(:])\s?$"
    )


@functools.cache
def _onward() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:in|on|from|of\s(?:them|which|whom|those)|were|was|are|had|have|at|by|to|each|per|full|more|others?|near|last|this|during|since|between|lost|sunk|burnt|shot|hit|down|[a-z]{3,12}ed|respectively|and\s\d{1,4})\b|[.,;)]"
    )


@functools.cache
def _per() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:(?:per|an?|each|every)\s(?:day|week|month|year|hour|minute|night)\b(?!\s(?:earlier|ago|before|later|after))"
        r"|per\s(?!se\b)[a-z]|(?:each|apiece)(?=[,.;)]|$|\sand\b))"
    )


@functools.cache
def _of_time() -> re.Pattern[str]:
    return re.compile(
        r"\sof\s(?:an?\s(?:century|year|decade|day|hour|mile)|the\s(?:year|month|century|decade|20|19)|[12][0-9]{3}\b|last\syear|this\syear|next\syear|january|february|march|april|may|june|july|august|september|october|november|december)"
    )


@functools.cache
def _of_these() -> re.Pattern[str]:
    return re.compile(
        r"\bof\s(?:these|those|them|which|whom|the\s(?:dead|wounded|injured|victims|survivors|detainees|casualties|prisoners|hostages)),?\s"
        r"(?:only\s|just\s|another\s|a\sfurther\s)?$"
    )


@functools.cache
def _of_which() -> re.Pattern[str]:
    return re.compile(r",\sof\s(?:which|whom|these)\b")
