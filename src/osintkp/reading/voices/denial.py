"""What a denial reaches: the clause, the act or the thing that is denied, and where the denial ends."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.denial_end import end_of, has_subject
from osintkp.reading.voices.negation import past
from osintkp.reading.voices.page import STOPS, Page

NEAR = 10


class Matter(NamedTuple):
    """
    What a denial reaches.

    Attributes:
        first: The number of its first word.
        last: The number of its last.
        manner: ``clause`` ("denied that it sent"), ``gerund`` ("denied sending"), ``thing`` ("denied the shipments"), or
            ``none`` where nothing that follows is denied.
    """

    first: int
    last: int
    manner: str


def matter(page: Page, cue: Sighting, high: int) -> Matter:
    """Return what the complement of a verb or noun of denying reaches, up to the last word of its sentence."""
    words = page.words
    number = cue.last + 1
    while number <= high and (page.adverb(number) or words[number] in (":", "as", '"')):
        number += 1
    number = _past_adjunct(page, number, high)
    if number > high:
        return Matter(number, number - 1, "none")
    if words[number] == "that":
        return Matter(number, end_of(page, number + 1, high, "clause"), "clause")
    if cue.row.group == "noun" and words[number] in ("of", "by", "from"):
        return _noun_matter(page, number, high)
    if cue.row.verb == "deny" and _withheld(page, number, high):
        return Matter(number, number - 1, "none")
    content = _content(page, number, high)
    if content is not None:
        return content
    if cue.row.group == "reject" and cue.row.verb not in ("dispute", "contradict"):
        return Matter(number, number - 1, "none")
    return _plain(page, number, high)


def _withheld(page: Page, number: int, high: int) -> bool:
    """Tell whether something is denied to one who is named: "denied Mali the parts"."""
    name = page.names.get(number)
    if name is None or name.last >= high or name.mention.by == "adjective":
        return False
    return page.words[name.last + 1] in (
        "the",
        "a",
        "an",
        "its",
        "any",
        "access",
        "entry",
        "permission",
        "their",
        "his",
        "her",
        "victory",
        "use",
    )


def _past_adjunct(page: Page, number: int, high: int) -> int:
    """Return the number of the "that" behind "on Monday" or "in a statement"; the same number where there is none."""
    words = page.words
    if number <= high and words[number] == ",":
        for each in range(number + 1, min(number + NEAR, high)):
            if words[each] == "," and words[each + 1] == "that":
                return each + 1
    if number <= high and (
        words[number] in ("on", "in", "at", "to", "late", "earlier", "last", "during") or number in page.dates
    ):
        for each in range(number, min(number + NEAR, high) + 1):
            if words[each] == "that":
                return each
            if words[each] in STOPS or words[each].endswith("ing"):
                break
        if number in page.dates:
            return page.dates[number][0] + 1
        if words[number] == "on" and number + 1 in page.dates:
            return page.dates[number + 1][0] + 1
    return number


def _noun_matter(page: Page, number: int, high: int) -> Matter:
    """Return the matter of "denials by X that", "denials of involvement in"."""
    if page.words[number] == "of":
        return _plain(page, number + 1, high)
    for each in range(number + 1, min(number + NEAR, high + 1)):
        if page.words[each] == "that":
            return Matter(each, end_of(page, each + 1, high, "clause"), "clause")
        if page.words[each] in STOPS:
            break
    return Matter(number, number - 1, "none")


def _content(page: Page, number: int, high: int) -> Matter | None:
    """Return the matter of "reports that ...", "Kyiv's claim of ..."; None where no such noun begins the complement."""
    words, small = page.words, page.lists.small
    for each in range(number, min(number + NEAR, high + 1)):
        word = words[each]
        if word in STOPS or (word in ("that", "to", "and", "while", "but") and each not in page.names):
            return None
        if word not in small["content"] or (each < high and words[each + 1] == "'s"):
            continue
        if words[each - 1] == "as" and words[each + 1 : each + 2] and words[each + 1] in small["determiners"]:
            continue
        after = past_owner(page, each + 1, high)
        ended = after > high or words[after] in STOPS or words[after] in page.lists.denial["turns"]
        if not ended and (words[after] in small["says_what"] or has_subject(page, after, high)):
            return Matter(after, end_of(page, after + 1, high, "clause"), "clause")
        return Matter(after, after - 1, "none")
    return None


def past_owner(page: Page, number: int, high: int) -> int:
    """Return the number of the word behind "by the UN", "from Kyiv", "in the media"."""
    words, before = page.words, ("from", "by", "in", "against", "on")
    after = number
    if number <= high and words[number] in ("from", "by"):
        that = _past_row(page, number + 1, high)
        if that is not None:
            return that
    while after <= high:
        named = after in page.names and (words[after - 1] in before or words[after - 1] == "the")
        plain = (
            words[after] in ("the", "un", "media", "western", "officials") and words[after - 1] in before[:3]
        )
        if not (named or plain or words[after] in before or words[after] == "made"):
            break
        after = page.names[after].last + 1 if after in page.names else after + 1
    return after


def _past_row(page: Page, number: int, high: int) -> int | None:
    """Return the "that" behind a row of owners: "reports from diplomats, aid workers and a UN panel | that"."""
    words = page.words
    for each in range(number, min(number + 2 * NEAR, high) + 1):
        if words[each] == "that":
            return each
        if (words[each] in STOPS and words[each] != ",") or words[each] in page.lists.small["auxiliaries"]:
            return None
    return None


def _plain(page: Page, number: int, high: int) -> Matter:
    words = page.words
    if number > high:
        return Matter(number, number - 1, "none")
    if words[number] in ("it", "this", "them") and (number == high or words[number + 1] in STOPS):
        return Matter(number, number, "none")
    if (words[number].endswith("ing") and words[number] not in page.lists.small["things"]) or words[
        number
    ] in (
        "having",
        "being",
    ):
        return Matter(number, end_of(page, number + 1, high, "gerund"), "gerund")
    if has_subject(page, number, high):
        return Matter(number, end_of(page, number + 1, high, "clause"), "clause")
    for each in range(number, min(number + 5, high + 1)):
        if words[each] in STOPS or words[each] in page.lists.small["prepositions"]:
            break
        if words[each].endswith("ing") and words[each] not in page.lists.small["things"] and each > number:
            return Matter(number, end_of(page, each + 1, high, "gerund"), "gerund")
    return Matter(number, end_of(page, number, high, "thing"), "thing")


def reaches(page: Page, found: Matter, trigger: int) -> bool:
    """Tell whether a trigger is among what is denied, and not what is taken for granted in it."""
    if not found.first <= trigger <= found.last:
        return False
    if found.manner == "clause":
        return True
    words = page.words
    if not past(page, trigger) or trigger in page.names:
        return True
    before = trigger - 1
    while before > found.first and page.adverb(before):
        before -= 1
    if words[before] in ("and", "or", ","):
        return any(
            past(page, each) or words[each] == "having"
            for each in range(max(found.first, before - 6), before)
        )
    return (
        before < found.first
        or words[before] in page.lists.small["led"]
        or words[before] in ("a", "an", "the", "any")
    )
