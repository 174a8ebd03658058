"""What a denial takes up that was told before: "denies the accusations", "denied this", "a claim which Ankara denies"."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.denial import past_owner
from osintkp.reading.voices.page import STOPS, Page, phrase_before
from osintkp.reading.voices.telling import Bounds, Told

MOST = 8
POINTING = frozenset({"it", "this", "that", "them", "so"})
OPEN = frozenset({"a", "an", "any", "no", "another", "other", "some"})
GOING_ON = frozenset({
    "as", "and", "but", "or", "while", "although", "though", "whereas", "saying", "calling", "insisting", "when", "after", "through",
    "via", "at", "on", "in", "with", "during", "despite", "since", "before", "amid", "to", "for", "because", "if",
})  # fmt: skip


class Back(NamedTuple):
    """
    What a denial takes up.

    Attributes:
        first: The number of the first word of the denial.
        last: The number of its last.
        kind: The kind of record that its noun names ("the sale"); None for whatever was said.
        near: Whether it was told in the same sentence ("a claim which Ankara denies").
        said: Whether it must be something that somebody says ("rejected it"), not what the text tells by itself.
    """

    first: int
    last: int
    kind: str | None = None
    near: bool = False
    said: bool = False


def taken_up(page: Page, told: Told, bounds: Bounds) -> Back | None:
    """Return what a verb or noun of denying takes up; None where it says itself what is denied, or nothing fits."""
    cue, words = told.cue, page.words
    if told.way in ("by", "nobody"):
        return _passive(page, told, bounds)
    number = cue.last + 1
    if cue.row.form == "noun":
        of = number <= bounds.high and words[number] == "of"
        return _object(page, told, number + 1, bounds.high) if of else None
    while number <= bounds.high and (page.adverb(number) or words[number] in ('"', "any")):
        number += 1
    found = None
    if number <= bounds.high and words[number] not in STOPS:
        found = _object(page, told, number, bounds.high)
    return found or (_relative(page, told, bounds) if ended(page, number, bounds.high) else None)


def ended(page: Page, number: int, high: int) -> bool:
    """Tell whether nothing more is denied from a word on: the sentence ends, or goes on to when, where and why."""
    if number > high or number in page.dates or page.adverb(number):
        return True
    return page.words[number] in STOPS or page.words[number] in GOING_ON


def sayings(page: Page, number: int, high: int) -> int | None:
    """Return the last of the nouns like "claims and allegations" that a phrase ends with; None where it has none."""
    words, lists = page.words, page.lists
    if words[number] in OPEN and words[number + 1 : number + 2] != ["such"]:
        return None
    found = None
    for each in range(number, min(number + MOST, high) + 1):
        word = words[each]
        if word in lists.denial["said_before"] and words[each + 1 : each + 2] != ["'s"]:
            found = each
        elif found is not None:
            return None if word == "and" and _more(page, each + 1, high) else found
        elif (
            (word in STOPS and word != '"')
            or word in lists.small["prepositions"]
            or word in ("that", "and", "to")
        ):
            return None
    return found


def _more(page: Page, number: int, high: int) -> bool:
    """Tell whether a phrase goes on with a noun of another sort behind an "and": "the claims and the offer"."""
    words = page.words
    return (
        number < high and words[number] in page.lists.small["determiners"] and words[number + 1] not in STOPS
    )


def _object(page: Page, told: Told, number: int, high: int) -> Back | None:
    """Return what the object of a denial takes up."""
    words, denial = page.words, page.lists.denial
    if number > high:
        return None
    rejects = told.cue.row.group == "reject"
    if words[number] == "doing" and words[number + 1 : number + 2] == ["so"]:
        number += 1
    if (
        words[number] in POINTING
        and ended(page, number + 1, high)
        and words[number + 1 : number + 2] != ["to"]
    ):
        return Back(told.begin, number, said=rejects)
    noun = sayings(page, number, high)
    if noun is not None:
        after = past_owner(page, noun + 1, high)
        return Back(told.begin, after - 1) if ended(page, after, high) else None
    if rejects:
        return None
    deed = next(
        (each for each in range(number, min(number + 3, high) + 1) if words[each] in page.lists.deeds), None
    )
    if deed is not None and words[number] in ("the", "this", "such", "these") and ended(page, deed + 1, high):
        return Back(told.begin, deed, kind=page.lists.deeds[words[deed]])
    part = next(
        (each for each in range(number, min(number + 3, high) + 1) if words[each] in denial["taking_part"]),
        None,
    )
    if (
        part is not None
        and ended(page, part + 1, high)
        and words[part + 1 : part + 2] not in (["in"], ["with"], ["for"])
    ):
        return Back(told.begin, part)
    return None


def _relative(page: Page, told: Told, bounds: Bounds) -> Back | None:
    """Return what a relative clause takes up: "a claim which Ankara denies", "something Caracas denies"."""
    if told.way != "before" or told.source is None:
        return None
    taken = _object_before(page, told.begin, told.cue.first, bounds.low)
    return Back(told.begin, told.cue.last, near=True) if taken else None


def _object_before(page: Page, begin: int, verb: int, low: int) -> bool:
    """Tell whether a clause has its object before it, in a noun for what was said: "a claim which | Ankara denies"."""
    words, said = page.words, page.lists.denial["said_before"]
    if begin <= low:
        return False
    if words[begin - 1] in ("which", "that"):
        before = begin - 2
        comma = words[before] == "," and words[begin - 1] == "which"
        return before >= low and (comma or words[before] in said or words[before] == "something")
    if words[begin] not in ("a", "an", "something", "the") or words[begin - 1] not in STOPS:
        return False
    return any(
        words[each] in said or words[each] == "something" for each in range(begin, min(begin + 4, verb))
    )


def _passive(page: Page, told: Told, bounds: Bounds) -> Back | None:
    """Return what a denial in the passive takes up: "the claims were denied by Kigali", "claims denied by Kigali"."""
    words, said, small = page.words, page.lists.denial["said_before"], page.lists.small
    number = told.cue.first - 1
    while number > bounds.low and (page.adverb(number) or words[number] in small["auxiliaries"]):
        number -= 1
    reduced = not any(words[each] in small["auxiliaries"] for each in range(number + 1, told.cue.first))
    if number > bounds.low and words[number] == "which" and words[number - 1] == ",":
        return Back(number, told.end, near=True)
    if words[number] in ("this", "it", "that", "something") and (reduced or number == bounds.low):
        return Back(number, told.end, near=reduced) if words[number] != "something" or reduced else None
    if words[number] not in said or told.end > bounds.high:
        return None
    first = number
    while first > bounds.low and number - first < MOST and words[first - 1] not in STOPS:
        first -= 1
    if any(words[each] in ("that", "of", "to") for each in range(first, number)):
        return None
    return Back(first, told.end, near=reduced)


def called_false(page: Page, verb: int, cue: Sighting, bounds: Bounds) -> Back | None:
    """Return what a verdict takes up: "called | the reports | baseless", "described it as lies"."""
    words, number = page.words, verb + 1
    first = phrase_before(page, verb - 1, bounds.low) if verb > bounds.low else verb
    if number >= cue.first:
        return Back(first, cue.last, near=True) if _object_before(page, first, verb, bounds.low) else None
    if words[number] in POINTING and words[number + 1] in ("as", '"', words[cue.first]):
        return Back(first, cue.last, said=True)
    noun = sayings(page, number, cue.first - 1)
    if noun is None:
        return None
    after = past_owner(page, noun + 1, cue.first)
    told = any(words[each] in ("that", "of", "about") for each in range(after, cue.first))
    return None if told else Back(first, cue.last)
