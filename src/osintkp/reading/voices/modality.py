"""In what mode a clause puts what it tells: the modals, adverbs and verbs that stand with its trigger."""

from __future__ import annotations

from typing import NamedTuple

from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.page import STOPS, Page

RANKS = ("stated", "estimated", "alleged", "authorised", "predicted", "pledged", "capacity", "conditional")
LEFT, RIGHT = 24, 3
AUXILIARY = frozenset({"be", "been", "being", "get", "have", "had"})
SAME = frozenset({"put", "hit", "let", "left", "fed", "led", "found", "fell", "come", "shed"})
BREAKS = STOPS | {"that", "which", "who", "while", "but", "although", "though", "whereas"}


class Mode(NamedTuple):
    """
    The mode of a clause.

    Attributes:
        modality: By name; None where nothing marks it.
        likelihood: The word of likelihood as printed; None for none.
        would: Whether it is a bare "would", which after a verb of saying is no more than the future.
        rule: The word that decides it.
    """

    modality: str | None = None
    likelihood: str | None = None
    would: bool = False
    rule: str = ""


def stronger(one: str | None, other: str | None) -> str | None:
    """
    Return the one of two modalities that takes more away from a plain statement.

    Example:
        >>> stronger("alleged", "conditional"), stronger(None, "estimated"), stronger("stated", None)
        ('conditional', 'estimated', 'stated')
    """
    if one is None or other is None:
        return one or other
    return max(one, other, key=RANKS.index)


def mode(page: Page, trigger: int, low: int, high: int, near: list[Sighting]) -> Mode:
    """Return the mode that the words of its own clause give a trigger, between the first and last word of the sentence."""
    found = Mode()
    left, right = clause_start(page, trigger, low), _clause_end(page, trigger, high)
    for cue in near:
        if cue.row.kind == "hedges" and left <= cue.first <= right and cue.last != trigger:
            found = _with(page, found, cue, trigger)
    return found


def clause_start(page: Page, trigger: int, low: int) -> int:
    """Return the first word of the clause that a word stands in, within reach."""
    first = trigger
    words = page.words
    while first > low and trigger - first < LEFT and words[first - 1] not in BREAKS:
        if words[first - 1] in ("and", "or") and first < trigger and _finite(page, first):
            break
        first -= 1
    return first


def _finite(page: Page, number: int) -> bool:
    """Tell whether a clause of its own begins at a word, after "and"."""
    words = page.words
    return words[number] in page.lists.small["pronouns"] or words[number] in (
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "could",
        "may",
        "might",
        "did",
    )


def _clause_end(page: Page, trigger: int, high: int) -> int:
    last = trigger
    while last < high and last - trigger < RIGHT and page.words[last + 1] not in BREAKS:
        last += 1
    return last


def _with(page: Page, found: Mode, cue: Sighting, trigger: int) -> Mode:
    """Return a mode with one hedge more, where that hedge has to do with the trigger."""
    row, words = cue.row, page.words
    word = words[cue.first]
    if row.group == "adjective":
        return (
            _marked(found, row.modality, word)
            if 0 < trigger - cue.last <= 4 or cue.first == trigger
            else found
        )
    if row.group == "likelihood":
        return _likely(page, found, cue, trigger)
    if row.verb in ("could", "will"):
        return _modal(page, found, cue, trigger)
    if row.verb == "reportedly":
        return _marked(found, "alleged", word)
    if cue.first > trigger:
        return found
    if row.verb == "capable":
        return (
            _marked(found, "capacity", word)
            if trigger - cue.last <= 3 and words[trigger] in page.lists.small["holding"]
            else found
        )
    if row.group == "seek" and (word == "call" or _object_only(page, cue) or _called_off(page, cue)):
        return found
    if row.group == "ask" and "to" not in words[cue.last + 1 : trigger]:
        return found
    return _marked(found, row.modality, word)


def _object_only(page: Page, cue: Sighting) -> bool:
    """Tell whether a hope or a wish is told of what a relative clause or a "by" has already done."""
    return page.words[cue.last + 1] == "by" if cue.last + 1 < len(page.words) else False


def _called_off(page: Page, cue: Sighting) -> bool:
    """Tell whether what is sought is the end of something that goes on: "called for a halt in deliveries"."""
    number = cue.last + 1
    while number < len(page.words) and (
        page.words[number] in ("a", "an", "the", "any", "immediate", "for") or page.adverb(number)
    ):
        number += 1
    halting = page.lists.small["halting"]
    return number + 1 < len(page.words) and page.words[number] in halting and page.words[number + 1] in (
        "to", "in", "of", "on",
    )  # fmt: skip


def _marked(found: Mode, modality: str | None, word: str) -> Mode:
    best = stronger(found.modality, modality)
    return found if best == found.modality else found._replace(modality=best, rule=word)


def _likely(page: Page, found: Mode, cue: Sighting, trigger: int) -> Mode:
    words = page.words
    if cue.first > trigger and trigger + 1 != cue.first:
        return found
    printed = page.tokens.quote(cue.first, cue.last)
    sure = words[cue.last] in ("certainly", "undoubtedly", "doubtless") and words[cue.first] != "almost"
    later = (
        cue.last + 1 < trigger and words[cue.last + 1] == "to" and "have" not in words[cue.last + 1 : trigger]
    )
    modality = "predicted" if later else None if sure else "estimated"
    return _marked(found, modality, words[cue.first])._replace(likelihood=found.likelihood or printed)


def _modal(page: Page, found: Mode, cue: Sighting, trigger: int) -> Mode:
    words = page.words
    word = words[cue.first]
    if cue.first > trigger or not _leads(page, cue.last + 1, trigger):
        return found
    past = "have" in words[cue.last + 1 : trigger]
    if not past and _participle(page, trigger) and AUXILIARY.isdisjoint(words[cue.last + 1 : trigger]):
        return found  # "will exempt oil shipped by pipeline": what is shipped is not to come
    if cue.row.verb == "will":
        return _marked(found, "predicted", word)
    if word in ("can", "could") and words[trigger] in page.lists.small["holding"] and not past:
        return _marked(found, "capacity", word)
    if word in ("may", "might", "could", "should") and past:
        return _marked(found, "estimated", word)
    if word == "would":
        bare = found.modality in (None, "predicted") and not past and not _iffy(page, trigger)
        return _marked(found, "conditional", word)._replace(would=bare)
    return _marked(found, "conditional", word)


def _participle(page: Page, trigger: int) -> bool:
    word = page.words[trigger]
    return (word.endswith("ed") and len(word) > 4) or word in page.lists.denial["past"] - SAME


def _iffy(page: Page, trigger: int) -> bool:
    """Tell whether a clause goes on to its condition: "would send tanks if asked"."""
    for word in page.words[trigger + 1 : trigger + LEFT]:
        if word in (".", ";", "\n"):
            return False
        if word in ("if", "unless", "were"):
            return True
    return False


def _leads(page: Page, number: int, trigger: int) -> bool:
    """Tell whether a modal reaches a trigger: not over a subject of its own, nor over "be a mistake to"."""
    words, small = page.words, page.lists.small
    for each in range(number, trigger):
        if words[each] in small["pronouns"] and words[each] not in ("it", "that", "this"):
            return False
        if words[each] == "be" and (
            words[each + 1] in small["determiners"] or words[each + 1] in ("a", "an")
        ):
            return False
    return True
