"""Clauses that say by themselves that a thing did not happen: not, never, no, failed to, never arrived."""

from __future__ import annotations

from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.page import CLAUSES, STOPS, Page

NEAR = 10
NOT = frozenset({"not", "never", "cannot", "nor", "neither", "without"})


def negative(word: str) -> bool:
    """
    Tell whether a word says "not".

    Example:
        >>> negative("never"), negative("hasn't"), negative("knot")
        (True, True, False)
    """
    return word in NOT or word.endswith("n't")


def past(page: Page, number: int) -> bool:
    """Tell whether a word is the past or participle of a verb, by its shape."""
    word = page.words[number]
    return word in page.lists.denial["past"] or (
        word.endswith("ed")
        and len(word) > 4
        and word not in ("indeed", "united", "hundred", "armed", "unmanned")
    )


def negated(page: Page, cue: Sighting, low: int) -> bool:
    """Tell whether a verb is negated: "has not said", "declined to confirm", "neither side has denied"."""
    words = page.words
    number = cue.first - 1
    if (
        cue.row.form == "base"
        and number > low
        and words[number] == "to"
        and _not_moved(page, number - 1, low)
    ):
        return True
    while number >= low and cue.first - number < NEAR:
        word = words[number]
        if negative(word) or word in (
            "hardly",
            "scarcely",
            "barely",
            "declined",
            "refused",
            "declines",
            "refuses",
            "unable",
            "failed",
            "yet",
            "hard",
            "impossible",
            "difficult",
        ):
            return words[number + 1] not in page.lists.small["not_alone"]
        if word == "longer" and words[number - 1] == "no":
            return True
        if (
            word not in page.lists.small["auxiliaries"]
            and not page.adverb(number)
            and word not in ("nor", "of", "short", "stopped")
        ):
            break
        number -= 1
    if number >= low + 1 and words[number] == "of" and words[number - 1] == "short":
        return True
    return _none(page, number, low)


def _not_moved(page: Page, number: int, low: int) -> bool:
    """Tell whether nobody goes so far as an infinitive says: "did not bother | to deny", "saw no reason | to deny"."""
    words = page.words
    for each in range(number, max(low, number - 3) - 1, -1):
        if negative(words[each]) or words[each] == "no":
            return words[each + 1] not in page.lists.small["not_alone"]
        if words[each] in STOPS or words[each] in CLAUSES or words[each] in ("and", "or", "who", "which"):
            return False
    return False


def _none(page: Page, number: int, low: int) -> bool:
    """Tell whether the subject that ends at a word is nobody: "neither Iran nor Iraq", "no official", "none of the"."""
    words = page.words
    for each in range(number, max(low, number - NEAR) - 1, -1):
        word = words[each]
        if (
            word in ("neither", "nobody", "none")
            or (word == "no" and words[each + 1] not in page.lists.small["less"])
            or (word == "not" and words[each + 1] in ("one", "a", "a single"))
        ):
            return True
        if word in STOPS or (
            word in ("that", "and", "but", "which", "who", "said") and each not in page.names
        ):
            return False
    return False


def denied_here(page: Page, trigger: int, low: int, high: int) -> bool:
    """Tell whether the clause of a trigger says by itself that it did not happen."""
    words, small = page.words, page.lists.small
    if trigger < high and _nothing_after(page, trigger, high):
        return True
    number = trigger - 1
    while number >= low and trigger - number < NEAR:
        word = words[number]
        if negative(word):
            return word in ("neither", "nor") or _truly(page, number, trigger, high)
        if word == "no":
            return words[number + 1] == "longer" or words[number + 1] not in small["less"]
        if word == "unable" or (word == "yet" and words[number + 1] == "to"):
            return True
        if word not in small["auxiliaries"] and word not in small["before_noun"] and not page.adverb(number):
            break
        number -= 1
    if _no_such(page, trigger, low):
        return True
    for each in range(trigger - 1, max(low, trigger - 5), -1):
        if words[each] == "that":
            return words[each - 1] == "not"
    return _none_before(page, number, trigger, low)


def _truly(page: Page, number: int, trigger: int, high: int) -> bool:
    """Tell a "not" that negates from "not only" and "not until"."""
    alone = page.words[number + 1] in page.lists.small["not_alone"]
    return not alone and not until_then(page, trigger, high)


def until_then(page: Page, trigger: int, high: int) -> bool:
    """Tell whether a clause goes on to say until when a thing had not happened: "did not deliver the boats until May"."""
    for each in range(trigger + 1, min(trigger + NEAR, high) + 1):
        if page.words[each] in STOPS or page.words[each] in CLAUSES:
            return False
        if page.words[each] == "until":
            return True
    return False


def _no_such(page: Page, trigger: int, low: int) -> bool:
    """Tell whether a noun is one of which there is none: "no Cuban troops"."""
    words, small = page.words, page.lists.small
    for each in range(trigger - 1, max(low, trigger - 4) - 1, -1):
        word = words[each]
        if word == "no":
            return words[each + 1] not in page.lists.small["less"]
        if word == "of" and words[each - 1] in ("absence", "lack"):
            return True
        adjective = each in page.names and page.names[each].mention.by == "adjective"
        if not adjective and (
            each in page.names
            or word in STOPS
            or word in small["auxiliaries"]
            or word in small["prepositions"]
            or word in CLAUSES
            or word in small["determiners"]
            or word in ("and", "or")
        ):
            return False
    return False


def _none_before(page: Page, number: int, trigger: int, low: int) -> bool:
    """Tell whether the subject of a trigger in the passive or active is nobody and nothing."""
    words, small = page.words, page.lists.small
    if number < low or words[number] in STOPS or "than" in words[trigger + 1 : trigger + 8]:
        return False
    verb = past(page, trigger) or words[trigger - 1] in small["auxiliaries"]
    if not verb:
        return False
    for each in range(number, max(low, number - 8) - 1, -1):
        word = words[each]
        if word in ("none", "neither", "nobody", "nothing"):
            return True
        if word == "no":
            return words[each + 1] not in page.lists.small["less"]
        if word == "not" and words[each + 1] in ("one", "a"):
            return True
        verbal = past(page, each) and each not in page.names and words[each - 1] not in small["determiners"]
        if (
            word in STOPS
            or word in CLAUSES
            or word in ("and", "which", "who", "with")
            or word in small["auxiliaries"]
            or verbal
        ):
            return False
    return False


def _nothing_after(page: Page, trigger: int, high: int) -> bool:
    """Tell whether what a verb takes is nothing: "sent no troops", "gave Chad no shells"."""
    words = page.words
    if not (past(page, trigger) or words[trigger].endswith(("s", "ing"))):
        return False
    for each in range(trigger + 1, min(trigger + 4, high) + 1):
        word = words[each]
        if word in ("no", "none", "nothing", "neither"):
            return each == high or words[each + 1] not in page.lists.small["less"]
        if each not in page.names and word not in page.lists.small["determiners"]:
            return False
    return False


def ended(page: Page, trigger: int, low: int) -> bool:
    """Tell whether somebody stopped doing a thing, which he did before: "stopped sending", "has ceased to pay"."""
    words, small = page.words, page.lists.small
    number = trigger - 1
    while number > low and (words[number] in ("to", "all", "any") or page.adverb(number)):
        number -= 1
    if words[number] not in page.lists.denial["ending"]:
        return False
    before = number - 1
    while before > low and page.adverb(before):
        before -= 1
    return words[before] not in small["auxiliaries"] or words[before] in ("has", "have", "had", "having")


def undone(page: Page, cue: Sighting, trigger: int) -> bool:
    """Tell whether a thing did not happen because somebody failed, refused or avoided to do it."""
    words, making = page.words, page.lists.denial["making"]
    number = cue.last + 1
    while number < trigger and (page.adverb(number) or words[number] in page.lists.small["determiners"]):
        number += 1
    if trigger == number:
        return True
    if not number < trigger <= number + NEAR:
        return False
    between = range(number, trigger)
    if any(words[each] in STOPS or words[each] in ("that", "and", "but", "who", "which") for each in between):
        return False
    return words[number] in making


def came_to_nothing(page: Page, trigger: int, high: int) -> bool:
    """Tell whether a noun that tells of a delivery is followed by "never arrived", "did not take place"."""
    words, happen = page.words, page.lists.happen
    for each in range(trigger + 1, min(trigger + 14, high) + 1):
        word = words[each]
        if word in STOPS or word in ("that", "which", "who", "and", "but"):
            return False
        if negative(word) or (word == "to" and words[each - 1] in ("failed", "yet")):
            after = each + 1
            while after <= high and (page.adverb(after) or words[after] in ("been", "have")):
                after += 1
            return after <= high and words[after] in happen
    return False
