"""The mention that a figure makes: its bounds, its unit, its words, its rate and what it is a part of."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts import bare
from osintkp.reading.amounts.ellipsis import counted_before, people_near
from osintkp.reading.amounts.figures import Figure
from osintkp.reading.amounts.heads import contents
from osintkp.reading.amounts.joining import joined_to
from osintkp.reading.amounts.shares import rate, share_of, worth
from osintkp.reading.amounts.words import PEOPLE, TIMES, words
from osintkp.reading.mentions import AmountMention
from osintkp.vocabulary.number_phrases import Form

PERCENT = "percent"
SUM = 1e9
_FLOWS = ("bpd", "b/d", "bopd", "bd")
Bounds = tuple[float | None, float | None, float | None, str, bool]


def mention_of(
    view: str, text: str, figure: Figure, last: AmountMention | None, after: Figure | None
) -> AmountMention:
    """
    Return the mention that a figure makes.

    Args:
        view: The text in small letters.
        text: The text itself.
        figure: The number with the words around it.
        last: The figure before it, whose unit it may share.
        after: The number after it, whose unit it may share.

    Example:
        >>> from osintkp.reading.amounts.figures import figure_of
        >>> from osintkp.vocabulary.number_phrases import Phrase
        >>> figure = figure_of("40 trucks", "40 trucks", Phrase(0, 2, 40.0), -99)
        >>> mention_of("40 trucks", "40 trucks", figure, None, None).unit
        'truck'
    """
    phrase, head = figure.phrase, figure.head
    unit, role, end, item, base = _counted(view, text, figure, last, after)
    later = figure.later
    if later is not None:
        end = max(end, later.end)
    per, rate_end = rate(view, end, role)
    if per is not None:
        end, role = rate_end, role if role == "money" else "rate"
    elif unit == "barrel" and view.endswith(_FLOWS, 0, end):
        per, role = "day", "rate"
    if unit == "force" and phrase.value > 12:
        unit = PEOPLE
    share = unit == PERCENT and phrase.form is Form.FRACTION
    low, best, high, sign, about = _bounds(figure, role, share=share, metres=unit == "metre")
    hedge = figure.hedge if figure.hedge is not None and figure.hedge.sign else None
    printed = (
        text[hedge.start : hedge.end]
        if hedge is not None
        else text[later.start : later.end].strip(" ,")
        if later
        else None
    )
    if head is not None and head.base is not None and base is None:
        base = text[head.base[0] : head.base[1]]
    start = figure.start
    return AmountMention(
        start=start, end=end, quote=text[start:end], low=low, best=best, high=high, unit=unit, item=item, comparator=sign,
        hedge=printed, approximate=about, number=(phrase.start, phrase.end), role=role, base=base, per=per,
    )  # fmt: skip


def _bounds(figure: Figure, role: str, *, share: bool, metres: bool) -> Bounds:
    """Return low, best, high, the sign and whether it is approximate."""
    phrase = figure.phrase
    value = phrase.value
    if metres and phrase.other is not None and figure.head is None:
        value = phrase.other
    thousands = phrase.other is not None and phrase.other >= 1000 and value % 1
    if (
        thousands
        and phrase.other is not None
        and (role == "count" or (role == "money" and not phrase.other % 100))
    ):
        value = phrase.other
    if share:
        value = round(value * 100, 2)
    sign = figure.hedge.sign if figure.hedge is not None else ""
    about = sign == "~" or (figure.hedge is not None and figure.hedge.about)
    if figure.later is not None:
        sign, about = (figure.later.sign, about) if not sign or sign == "~" else (sign, about)
        about = about or figure.later.sign == "~"
    if phrase.high is not None:
        return value, None, phrase.high, "~" if about else "", about
    vague = phrase.form is Form.VAGUE
    if sign in (">", ">="):
        return value, None, None, sign, about or vague
    if sign in ("<", "<="):
        return None, None, value, sign, about or vague
    if vague and phrase.open_end:
        return value, None, None, "~", True
    if vague or about:
        return value, value, value, "~", True
    return value, value, value, "", False


def _counted(
    view: str, text: str, figure: Figure, last: AmountMention | None, after: Figure | None
) -> tuple[str | None, str, int, str | None, str | None]:
    """Return the unit, the role, the end, the item and the base of a figure."""
    phrase, head = figure.phrase, figure.head
    if phrase.symbol == "%":
        return PERCENT, PERCENT, phrase.end, None, share_of(view, text, phrase.end)
    if figure.money is not None:
        return figure.money, "money", phrase.end, worth(view, text, phrase.end), None
    if phrase.form is Form.FRACTION:
        return PERCENT, PERCENT, phrase.end, None, share_of(view, text, phrase.end)
    if _in_metres(view, figure):
        return "metre", "measure", phrase.end, None, None
    if head is None or (
        head.base is None and not head.known and (head.unit is None or _is_verb(view, figure))
    ):
        unit, role, end = _elsewhere(view, text, figure, last, after)
        return unit, role, end if head is None or head.unit is not None else head.end, None, None
    if head.role == "money":
        return head.unit, "money", head.end, worth(view, text, head.end), None
    if head.unit == PERCENT:
        return PERCENT, PERCENT, head.end, None, share_of(view, text, head.end)
    unit = head.unit or _inherited(view, text, figure, last)
    if unit == "time":
        met = figure.said and figure.said[-1].strip(",") in ("met", "meet", "meeting", "meets", "convened")
        compared = _compared().match(view, head.end) is not None
        return "meeting" if met else "time", "multiple" if compared else "count", head.end, None, None
    wide = _wider().match(view, head.end) if unit in _WIDER else None
    if wide is not None and head.start is not None and _WIDER[unit or ""] == _WIDE[wide[1]]:
        return _WIDE[wide[1]], head.role, wide.end(), text[head.start : wide.end()], None
    item = _item(view, text, head.start, head.end, unit, head.role)
    return unit, head.role, head.end, item, None


_WIDE = {
    "vehicles": "vehicle",
    "vessels": "ship",
    "ships": "ship",
    "weapons": "weapon",
    "aircraft": "aircraft",
}
_WIDER = {
    "tank": "vehicle", "truck": "vehicle", "launcher": "vehicle", "helicopter": "aircraft", "boat": "ship", "submarine": "ship",
    "rifle": "weapon", "gun": "weapon", "pistol": "weapon", "mortar": "weapon", "howitzer": "weapon",
}  # fmt: skip


@functools.cache
def _wider() -> re.Pattern[str]:
    """Return a pattern for the wider class in "130 tanks and other armoured vehicles"."""
    return re.compile(
        r"\sand\s(?:other\s)?(?:(?:armou?red|military|combat|infantry|fighting|naval|small|light|heavy|war)\s){0,2}"
        r"(vehicles|vessels|ships|weapons|aircraft)\b(?!\s(?:[a-z]{3,12}ing|that|which)\b)"
    )


def _is_verb(view: str, figure: Figure) -> bool:
    """Return whether what looks like a plural is the verb of "the town of 45,000 lies"."""
    head = figure.head
    if head is None or head.start is None or " " in view[head.start : head.end]:
        return False
    return bare.company(view, figure)[0]


def _in_metres(view: str, figure: Figure) -> bool:
    """Return whether the m of "1,200m above the sea" stands for metres."""
    phrase = figure.phrase
    if phrase.other is None or figure.head is not None or view[phrase.end - 1] != "m":
        return False
    return _distant().match(view, phrase.end) is not None


@functools.cache
def _distant() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:above|below|from|away|north|south|east|west|off|apart|underground|beneath|inside|deep|behind)\b"
    )


def _item(view: str, text: str, start: int | None, end: int, unit: str | None, role: str) -> str | None:
    if unit in words().packages and view.startswith(" of ", end):
        span = contents(view, text, end + 4)
        if span is not None:
            return text[span[0] : span[1]]
    return None if start is None or role != "count" else text[start:end]


def _elsewhere(
    view: str, text: str, figure: Figure, last: AmountMention | None, after: Figure | None
) -> tuple[str | None, str, int]:
    """Return the unit, role and end of a figure whose noun stands elsewhere."""
    end = figure.phrase.end
    if (
        view.startswith(" more", end)
        and not view[end + 5 : end + 6].isalpha()
        and not view.startswith(" than", end + 5)
    ):
        end += 5
    if after is not None and joined_to(view, figure, after) and after.phrase.symbol == "%":
        return PERCENT, PERCENT, end
    if after is not None and joined_to(view, figure, after) and after.head is not None:
        return after.head.unit, after.head.role, end
    said = figure.said if figure.hedge is None else view[max(0, figure.start - 30) : figure.start].split()
    if people_near(view, end, said):
        booty = last is not None and figure.start - last.end < 14 and view.startswith(" captured", end)
        return last.unit if booty and last is not None else PEOPLE, "count", end
    told = _told(view, figure)
    if told is not None:
        return told, "count", end
    if (
        last is not None
        and last.role == "measure"
        and figure.start - last.end < 60
        and said
        and said[-1] in ("from", "to", "against", "with", "than", "and")
    ):
        return last.unit, "measure", end
    unit = _inherited(view, text, figure, last)
    if (
        unit is None
        and last is not None
        and last.role == "measure"
        and last.unit not in TIMES
        and figure.start - last.end < 60
    ):
        return last.unit, "measure", end
    return unit or _of_nobody(figure), _role(figure, last), end


def _told(view: str, figure: Figure) -> str | None:
    """Return what the words beside a number say that it counts: votes, the members of a company, a label."""
    if bare.votes(view, figure):
        return "vote"
    return bare.company(view, figure)[1] or bare.label(view, figure)


def _role(figure: Figure, last: AmountMention | None) -> str:
    money = figure.phrase.value >= 1e8 and last is not None and last.role == "money"
    return "money" if money else "count"


def _inherited(view: str, text: str, figure: Figure, last: AmountMention | None) -> str | None:
    if _role(figure, last) == "money" and last is not None:
        return last.unit
    if figure.phrase.value >= SUM:
        return None
    if (
        last is not None
        and last.base is not None
        and figure.start - last.end < 60
        and _second().search(view, last.end, figure.start)
    ):
        return last.unit
    unit = counted_before(view, text, figure.start)
    near = 220 if figure.phrase.form is not Form.VAGUE else 60
    if (
        unit is None
        and last is not None
        and last.role in ("count", "rate")
        and figure.start - last.end < near
    ):
        return last.unit
    return unit


@functools.cache
def _second() -> re.Pattern[str]:
    """Return a pattern for what stands before the second part of a whole: "two of the boats had sails and five ..."."""
    return re.compile(r"[a-z]\s(?:and|while|but)\s$")


def _of_nobody(figure: Figure) -> str | None:
    """Return people for "thousands fled" and "numbering 4,000", where nothing else was counted."""
    numbered = any(word in ("numbering", "numbered") for word in figure.said[-3:]) and any(
        word.strip(",") in _BODIES for word in figure.said[:-1]
    )
    return PEOPLE if numbered or figure.phrase.form is Form.VAGUE else None


_BODIES = frozenset((
    "brigade", "unit", "force", "forces", "group", "army", "militia", "garrison", "contingent", "crowd", "battalion", "corps",
    "team", "division", "mission", "wing", "community", "diaspora",
))  # fmt: skip


@functools.cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:as\s(?:many|much|large|high|big|long)|more|less|fewer|larger|higher|bigger|greater|the\s(?:number|size|amount|rate|volume)|that\sof|what|over\b|its\b)"
    )
