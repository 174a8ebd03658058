"""Where a denial ends, though its sentence goes on: at a turn, at what is taken for granted, at a clause of its own."""

from __future__ import annotations

from osintkp.reading.voices.negation import past
from osintkp.reading.voices.page import STOPS, Page

FAR, NEAR = 120, 10


def has_subject(page: Page, number: int, high: int) -> bool:
    """Tell whether a clause without "that" begins at a word: "it sent", "Iran had sent", "its troops were"."""
    words, small = page.words, page.lists.small
    if words[number] in ("it", "they", "he", "she", "we", "i", "there"):
        return True
    for each in range(number, min(number + NEAR, high + 1)):
        word = words[each]
        if (
            word in STOPS
            or word in ("to", "that", "which")
            or (word in small["prepositions"] and word != "of" and each not in page.names)
        ):
            return False
        if each > number and (word in small["auxiliaries"] and word != "to"):
            return True
        if (
            each > number
            and each not in page.names
            and past(page, each)
            and (each - 1 in page.names or words[each - 1].endswith("s"))
        ):
            after = words[each + 1] if each < high else "."
            return after not in ("by", "in", "to", "at", "on", "from", "for") or each - 1 in page.names
    return False


def end_of(page: Page, number: int, high: int, manner: str) -> int:
    """Return the last word of what is denied, from a word of it on."""
    words, turns = page.words, page.lists.denial["turns"]
    stop = min(high, number + FAR)
    each = number
    while each <= stop:
        word = words[each]
        if word in (";", "\u2014", "\n", "?") or (word in turns and each not in page.names):
            return _trimmed(page, each - 1, number)
        if word == "that" and _relative(page, each, stop):
            return each - 1
        if word == "as" and words[each - 1] in ("\n", ",") and not _as_well(page, each):
            return _trimmed(page, each - 1, number)
        if manner != "clause" and word in page.lists.small["finite"]:
            return each - 1
        if word in (",", "and", "or") and _turns_away(page, number, each, stop, manner):
            return _trimmed(page, each - 1, number)
        each += 1
    return stop


def _trimmed(page: Page, last: int, number: int) -> int:
    return last - 1 if last >= number and page.words[last] == "," else last


def _as_well(page: Page, number: int) -> bool:
    return page.words[number + 1 : number + 2] == ["well"]


def _relative(page: Page, number: int, stop: int) -> bool:
    """Tell whether a "that" takes up the noun before it: "missiles that killed"."""
    words = page.words
    if (
        words[number - 1] in ("and", "or", ",", "said", "is", "was")
        or words[number - 1] in page.lists.small["content"]
    ):
        return False
    after = number + 1
    while after <= stop and page.adverb(after):
        after += 1
    return (
        after <= stop
        and after not in page.names
        and (words[after] in page.lists.small["auxiliaries"] or past(page, after))
    )


def _turns_away(page: Page, start: int, number: int, stop: int, manner: str) -> bool:
    """Tell whether a comma or an "and" leads out of what is denied."""
    words = page.words
    after, comma = number + 1, words[number] == ","
    conjoined = not comma
    if comma and after <= stop and words[after] in ("and", "or"):
        after, conjoined = after + 1, True
    while after <= stop and page.adverb(after):
        after += 1
    if after > stop or words[after] in ("that", "or"):
        return False
    word = words[after]
    if word in page.lists.denial["turns"] or word in ("with", "according"):
        return True
    if words[number] == "or" or words[after - 1] == "or":
        return False
    if after not in page.names and (past(page, after) or _auxiliary(page, word)):
        return _verb_turns(page, start, number, after, manner, conjoined=conjoined)
    if comma and not conjoined and manner != "gerund" and gerund(page, after):
        return True
    return _own_clause(page, after, stop, manner, comma=comma)


def _verb_turns(page: Page, start: int, number: int, after: int, manner: str, *, conjoined: bool) -> bool:
    """Tell whether a verb behind a comma or an "and" is no longer denied."""
    words = page.words
    if words[number] == "and":
        return manner != "clause" and words[number - 1] != "having" and not past(page, number - 1)
    if manner != "clause":
        return True
    finite = page.lists.small["finite"]
    if not any(words[each] in finite or past(page, each) for each in range(start, number)):
        return False
    return conjoined or _auxiliary(page, words[after])


def _auxiliary(page: Page, word: str) -> bool:
    return word in page.lists.small["auxiliaries"] and word not in ("to", "not", "being", "having")


def gerund(page: Page, number: int) -> bool:
    """Tell whether a word is the -ing form of a verb, by its shape."""
    word = page.words[number]
    return (word.endswith("ing") and word not in page.lists.small["things"]) or word == "being"


def _own_clause(page: Page, number: int, stop: int, manner: str, *, comma: bool) -> bool:
    """Tell whether a clause with its own subject begins at a word, which is not denied."""
    words, small = page.words, page.lists.small
    if manner == "clause" and not comma:
        return False
    if words[number] in ("it", "he", "she", "they", "there"):
        return True
    for each in range(number, min(number + NEAR, stop + 1)):
        word = words[each]
        if (
            word in STOPS
            or word in ("and", "or")
            or (word in small["prepositions"] and each not in page.names)
        ):
            return False
        if each > number and each not in page.names:
            if word in small["auxiliaries"] and word not in ("to", "not", "being", "having"):
                return True
            if (
                past(page, each)
                and (each - 1 in page.names or words[each - 1].endswith("s"))
                and words[each - 1] != "'s"
            ):
                after = words[each + 1] if each < stop else "."
                return after not in ("by", "to", "from", "in", ".", ",")
    return False
