"""Reporting clauses that stand behind what they report, or within it: "the ship, Chad said, carried arms"."""

from __future__ import annotations

from osintkp.reading.voices.lending import REACH, has_that
from osintkp.reading.voices.page import STOPS, Page, phrase_after
from osintkp.reading.voices.telling import Bounds, Told

WIDE = 150


def words_before(page: Page, told: Told, bounds: Bounds) -> tuple[int, int] | None:
    """Return the words before a reporting clause, where it stands behind what it reports or within it."""
    words, begin, high = page.words, told.begin, bounds.high
    if told.way not in ("before", "after") or begin - bounds.low < 2:
        return None
    if words[begin - 1] not in (",", '"', ")", "\u2014", "?", "!") or _goes_on(page, told, high):
        return None
    if words[begin - 1] == "," and _only_frames(page, told, bounds):
        return None
    after = _behind(page, told, high)
    if after <= high and words[after] in (":", '"') and words[begin - 1] != '"':
        return None
    within = after < high and words[after] == "," and words[after + 1] != '"'
    if within and words[begin - 1] == "," and not trails(page, told, after + 1):
        return (bounds.low, high)
    low = max(bounds.low, begin - WIDE)
    low = next((each + 1 for each in range(begin - 2, low, -1) if words[each] == ";"), low)
    return (low, begin - 1)


def trails(page: Page, told: Told, number: int) -> bool:
    """
    Tell whether the text itself goes on behind a reporting clause: ", days after Chad had fired one".

    A plain "after" may be what is told ("died, he said, after a raid"), but not behind "said Michel, after talks".
    """
    following = page.words[number : number + 5]
    if told.way == "after" and following[:1] and following[0] in ("after", "following", "before"):
        return True
    return any(each in ("after", "before") for each in following[1:])


def _only_frames(page: Page, told: Told, bounds: Bounds) -> bool:
    """Tell whether what stands before a reporting clause tells nothing, and the clause behind it does: "In May, Chad said last year, ..."."""
    words, after = page.words, _behind(page, told, bounds.high)
    if any(trigger < told.begin for trigger in bounds.triggers) or after > bounds.high or words[after] == ",":
        return False
    if any(words[each] in ("has", "have") for each in range(bounds.low, told.begin - 1)):
        return False
    comma = next(
        (each for each in range(after, min(after + REACH, bounds.high)) if words[each] in STOPS), None
    )
    if comma is None or words[comma] != "," or words[comma + 1] in page.lists.small["joins"]:
        return False
    return words[comma + 1] not in page.lists.denial["turns"] and any(
        trigger > comma for trigger in bounds.triggers
    )


def _behind(page: Page, told: Told, high: int) -> int:
    """Return the number of the word behind a reporting clause, and whom it was told to."""
    after = (told.end if told.way == "after" else told.cue.last) + 1
    if told.cue.row.verb == "tell" and told.way == "before" and after <= high:
        return phrase_after(page, after, high) + 1
    return after


def _goes_on(page: Page, told: Told, high: int) -> bool:
    """Tell whether what a verb reports follows it: "Haftar, a general, said that"."""
    if told.way != "before":
        return False
    after = _behind(page, told, high)
    if has_that(page, told.cue.last + 1, high):
        return True
    word = page.words[after] if after <= high else "."
    return word not in STOPS and word not in page.lists.small["adjuncts"] and after not in page.dates
