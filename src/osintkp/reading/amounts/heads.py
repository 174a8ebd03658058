"""What stands after a number: its unit of measure, or the noun that it counts, found without a parser."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.measures import Head, cartridge, hyphened, measured
from osintkp.reading.amounts.models import unit_of_model
from osintkp.reading.amounts.noun_walk import Walk
from osintkp.reading.amounts.words import PEOPLE, TIMES


def noun_phrase(view: str, text: str, at: int) -> Head | None:
    """
    Return what a number counts whose words begin at a place; None where no noun or unit follows.

    Args:
        view: The text in small letters.
        text: The text itself.
        at: The end of the number.

    Example:
        >>> said = "40 armoured personnel carriers and shells"
        >>> noun_phrase(said, said, 2)
        Head(end=30, unit='vehicle', role='count', start=3, base=None, known=True)
    """
    sign = view[at : at + 1]
    if sign in ("x", "\u00d7") or view.startswith(" x ", at):
        return _times_sign(view, text, at)
    if sign in ("-", "\u2013"):
        return hyphened(view, at)
    if sign in ('"', "\u201d"):
        quoted = Walk(view, text).run(at + 1)
        return quoted if quoted is not None and quoted.known else None
    start = at + 1 if sign in (" ", "\n") else at
    if sign == " ":
        if view.startswith(("calib", "cal "), start):
            return Head(
                start + (7 if view.startswith("calib", start) else 3),
                "inch",
                "calibre",
                start=start,
                known=True,
            )
        bore = _bore().match(view, at) if view.startswith(".", start) else None
        if bore is not None:
            start = bore.end()
    if sign in _LEADING:
        match = _aside().match(view, at)
        start = start if match is None else match.end()
    measure = measured(view, start, glued=start == at)
    if measure is not None:
        return measure
    if view.startswith("strong", start) and not view[start + 6 : start + 7].isalpha():
        return Head(start + 6, PEOPLE, start=start, known=True)
    part = _part(view, start) if view.startswith("of ", start) else None
    if part is None:
        if view.startswith("of ", start):
            start += 3
            measure = measured(view, start, glued=False)
            if measure is not None:
                return measure
        return _fighting(view, Walk(view, text).run(start))
    inner, base_at, pronoun = part
    if pronoun is not None:
        return Head(inner, PEOPLE if pronoun else None, start=None, base=(base_at, inner), known=pronoun)
    found = Walk(view, text).run(inner)
    if found is None:
        return None
    return found._replace(base=(base_at, found.end))


_LEADING = frozenset((" ", ",", "\n"))


@functools.cache
def _aside() -> re.Pattern[str]:
    """Return a pattern for what may stand between a number and its noun: "35 such detainees", "40, mostly civilians"."""
    return re.compile(r"\ssuch\s|,?\s(?:mostly|mainly|largely|chiefly|predominantly|overwhelmingly)\s")


@functools.cache
def _bore() -> re.Pattern[str]:
    """Return a pattern for the calibre in inches between a number and the guns it counts: "21 .50 calibre guns"."""
    return re.compile(r"\s\.\d{2,3}[- ]cal(?:iber|ibre|\.)?\s")


def _times_sign(view: str, text: str, at: int) -> Head | None:
    """Return what "2 x 12.7 mm machine guns" counts; a cartridge like 7.62x39mm is a calibre."""
    match = cartridge().match(view, at)
    if match is not None and view[at] != " ":
        return Head(match.end(), "millimetre", "calibre", start=at, known=True)
    jump = 3 if view.startswith(" x ", at) else 2 if view.startswith("x ", at) else 0
    if jump == 2:
        counted = noun_phrase(view, text, at + 1)
        if text[at + 2 : at + 3].isupper() or (
            counted is not None and counted.known and counted.unit not in TIMES
        ):
            return counted
        return Head(at + 1, "time", start=at, known=True)
    return noun_phrase(view, text, at + jump - 1) if jump else Walk(view, text).run(at)


def _fighting(view: str, found: Head | None) -> Head | None:
    """Return "12 Su-30 fighters" as aircraft, where fighters by themselves are people."""
    if (
        found is not None
        and found.unit == PEOPLE
        and found.start is not None
        and view.startswith("fighters", found.end - 8)
    ):
        phrase = view[found.start : found.end]
        if unit_of_model(phrase[:-9]) == "aircraft" or re.search(
            r"[0-9]|stealth|jet|multirole|combat air", phrase
        ):
            return found._replace(unit="aircraft")
    return found


def _part(view: str, at: int) -> tuple[int, int, bool | None] | None:
    """Return where the words go on after "of the 11,000", where the part's base begins, and whether it is a pronoun."""
    match = _part_of().match(view, at)
    if match is None:
        return None
    base = match.start("base")
    if match["pronoun"]:
        return match.end("pronoun"), base, match["pronoun"] in ("us", "you", "whom")
    return match.end(), base, None


@functools.cache
def _part_of() -> re.Pattern[str]:
    return re.compile(
        r"of\s(?P<base>(?P<pronoun>(?:them|whom|which)\b|(?:us|you|those|these)\b(?=\s*(?:[.,;:)!?\"\u2014\n]|$|who\b|are\b|were\b|have\b|had\b|in\b|on\b|at\b|is\b|was\b|left\b|will\b|from\b|to\b|had\b|killed\b|still\b)))"
        r"|(?:all\s|some\s)?(?:the|its|their|those|these|his|her|our|your|my|an|a)\s(?:(?:estimated|roughly|about|nearly|some|more\sthan|around|approximately|almost|over|at\sleast|up\sto)\s)?"
        r"(?:[$\u20ac\u00a3]?\d[\d,.]*+\s(?:(?:thousand|million|billion)\s)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\s(?:(?:hundred|thousand|million|billion)\s)?)?)"
    )


def contents(view: str, text: str, at: int) -> tuple[int, int] | None:
    """
    Return where a noun phrase begins and ends whose words begin at a place, countable or not; None for none.

    Example:
        >>> contents("body armour for 40 men", "body armour for 40 men", 0)
        (0, 11)
    """
    walk = Walk(view, text)
    found = walk.run(at)
    if found is not None and found.start is not None:
        return found.start, found.end
    said = walk.modified
    return (said[0][1], said[-1][2]) if said else None
