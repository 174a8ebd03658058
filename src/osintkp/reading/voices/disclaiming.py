"""What is denied or put in doubt without a reporting verb: "no evidence that", "false", "it is unconfirmed", a pledge."""

from __future__ import annotations

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Speaker
from osintkp.reading.voices.attribution import read_source
from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.denial import Matter, matter
from osintkp.reading.voices.modality import clause_start
from osintkp.reading.voices.negation import negated
from osintkp.reading.voices.page import STOPS, Page, back, phrase_before
from osintkp.reading.voices.scope import Clause, Scope, answering, denied, doubted, over
from osintkp.reading.voices.taking_up import called_false
from osintkp.reading.voices.telling import Bounds

WIDE, NEAR, PLEDGED, PROMISED, GRANTED, MOST = 150, 60, 60, 25, 10, 40
ENDS = frozenset({";", ":", "\n", "(", ")", "but", "while", "although", "which", "who"})
LEADING = frozenset({"but", "while", "which", "who", "although", "according"})
SPLITS = frozenset({"but", "while", "whereas", "whilst"})
FILLERS = frozenset({
    "to", "suggest", "suggesting", "show", "showing", "indicate", "indicating", "support", "so", "far", "yet", "prove",
    "whatsoever",
})  # fmt: skip


def disclaimed(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    """Return what a cue reaches that names no speaker by itself."""
    row, high = cue.row, min(bounds.high, cue.last + WIDE)
    if row.verb == "no-evidence":
        return _evidence(page, cue, bounds)
    if row.verb == "unconfirmed":
        return [doubted(cue, cue.last + 1, high, "unconfirmed")]
    if row.group == "verdict":
        return _verdict(page, cue, bounds)
    if row.verb == "reportedly":
        return [_reportedly(page, cue, bounds)]
    if row.group == "likelihood" and cue.last < high and page.words[cue.last + 1] == "that":
        return [over(cue, cue.last + 1, high, "likely", Clause(modality="estimated"), 0.8)]
    if row.kind == "hedges" and page.words[cue.last] == "that":
        return [over(cue, cue.last + 1, high, row.verb, Clause(modality=row.modality), 0.8)]
    if row.kind == "pledges" and cue.last < high:
        return _promise(page, cue, bounds) if row.form == "noun" else _pledge(page, cue, bounds)
    return []


def _promise(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    """Return what a noun of promising reaches: "its pledge of sending tanks", "the approval for exports"."""
    words, first = page.words, cue.last + 1
    if words[first] not in ("to", "of", "for"):
        return []
    last = first
    far = PROMISED if words[first] == "to" else GRANTED
    while last < min(bounds.high, first + far):
        if (
            words[last + 1] in STOPS
            or words[last + 1] in page.lists.small["finite"]
            or words[last + 1] in ENDS
        ):
            break
        last += 1
    return [over(cue, first, last, "pledge", Clause(modality=cue.row.modality), 0.8)]


def _pledge(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    """Return what a promise or a permission reaches, or the refusal of one; none behind "the exports approved by"."""
    if cue.row.form in ("past", "participle") and page.words[cue.last + 1] == "by":
        return []
    last = min(_denied_by(page, cue, bounds.high).last, cue.last + PLEDGED)
    lent = Clause(modality=cue.row.modality)
    if negated(page, cue, bounds.low):
        return [denied(cue, Matter(cue.last + 1, last, "clause"), "not-pledged", lent, 0.8)]
    return [over(cue, cue.last + 1, last, "pledge", lent, 0.8)]


def _denied_by(page: Page, cue: Sighting, high: int) -> Matter:
    """Return what would be denied if a cue were a verb of denying."""
    return matter(page, Sighting(cue.first, cue.last, cue.row._replace(group="deny")), high)


def _reportedly(page: Page, cue: Sighting, bounds: Bounds) -> Scope:
    words, last = page.words, cue.last
    start, end = page.tokens.starts[cue.first], page.tokens.ends[last]
    speaker = Speaker(actor=UNKNOWN, verb=page.tokens.quote(cue.first, last), start=start, end=end)
    while last < min(bounds.high, cue.last + MOST) and words[last + 1] not in ENDS:
        if words[last + 1] == "," and last + 2 <= bounds.high and words[last + 2] in LEADING:
            break
        last += 1
    lent = Clause((speaker,), "alleged")
    return over(cue, clause_start(page, cue.first, bounds.low), last, "reportedly", lent, 0.8)


def _evidence(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    """Return what there is no evidence of: denied where somebody looked, in doubt where somebody only gave none."""
    words, small = page.words, page.lists.small
    last = cue.last - (words[cue.last] in ("that", "of"))
    if words[last] in ("believe", "think"):
        return [denied(cue, matter(page, cue, bounds.high), "no-evidence")]
    before = words[cue.first - 1] if cue.first > bounds.low else ""
    if before in small["giving"] or words[cue.first] == "little":
        return [doubted(cue, cue.last + 1, bounds.high, "evidence-lacking")]
    number = last + 1
    while number <= bounds.high and words[number] in FILLERS:
        number += 1
    if number > bounds.high or not _takes(page, number):
        return []
    at = number if words[number] == "of" else number - 1
    found = _denied_by(page, Sighting(at, at, cue.row), bounds.high)
    speakers = _speakers(page, cue.first - 2, bounds.low, before) if before in small["seeing"] else ()
    return [] if found.manner == "none" else [denied(cue, found, "no-evidence", Clause(speakers))]


def _takes(page: Page, number: int) -> bool:
    """Tell whether "evidence" goes on to say of what at a word."""
    word, small = page.words[number], page.lists.small
    if word in ("that", "of", "for") or word in small["content"] or word in small["determiners"]:
        return True
    return page.source_at(number)


def _speakers(page: Page, number: int, low: int, verb: str) -> tuple[Speaker, ...]:
    """Return who did what a verb says, by the phrase that ends before its auxiliaries."""
    end = back(page, number, low)
    if end > low and page.words[end] == "," and end - 1 in page.names:
        end = end - 1 if page.names[end - 1].mention.by == "person" else end
    if end < low or page.words[end] in STOPS:
        return ()
    source = read_source(page, phrase_before(page, end, low), end, verb)
    return source.speakers if source is not None else ()


def _verdict(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    """Return what a word like "false" or "baseless" does away with: "called reports of ... false", "claims that ... are false"."""
    words, small = page.words, page.lists.small
    number, low = cue.first - 1, max(bounds.low, cue.first - NEAR)
    while number > low and words[number] not in small["verdict_verbs"] and words[number] != ";":
        number -= 1
    called = number >= bounds.low and words[number] in small["verdict_verbs"]
    back = called_false(page, number, cue, bounds) if called else None
    if back is not None:
        lent = Clause(_speakers(page, number - 1, bounds.low, words[number]))
        return [answering(cue, back, "called-false/back", lent)]
    if called and any(words[each] in small["content"] for each in range(number + 1, cue.first)):
        lent = Clause(_speakers(page, number - 1, bounds.low, words[number]))
        return [denied(cue, Matter(number + 1, cue.first - 1, "clause"), "called-false", lent)]
    if called and words[cue.first - 1] == "as":
        found = _denied_by(page, Sighting(cue.last, cue.last, cue.row), bounds.high)
        if found.manner == "clause":
            lent = Clause(_speakers(page, number - 1, bounds.low, words[number]))
            return [denied(cue, found, "called-false", lent)]
    return _copula(page, cue, bounds)


def _copula(page: Page, cue: Sighting, bounds: Bounds) -> list[Scope]:
    words, small = page.words, page.lists.small
    be = cue.first - 1
    while be > bounds.low and (page.adverb(be) or words[be] in ("and", "as", "or", "not")):
        be -= 1
    if (words[be] not in small["being"] and words[be] != "'s") or "not" in words[be : cue.first]:
        return []
    if be > bounds.low and words[be - 1] == "it" and cue.last < bounds.high and words[cue.last + 1] == "that":
        found = _denied_by(page, Sighting(cue.last, cue.last, cue.row), bounds.high)
        return [denied(cue, found, "called-false")]
    first = max(bounds.low, be - NEAR)
    first = next(
        (each + 1 for each in range(be - 1, first, -1) if words[each] == ";" or words[each] in SPLITS), first
    )
    noun = next((each for each in range(first, be) if words[each] in small["content"]), be)
    return [denied(cue, Matter(noun + 1, be - 1, "clause"), "called-false")] if noun + 1 < be else []
