"""What a reporting clause lends to what it reports: the chain of speakers, the medium, the modality, the day."""

from __future__ import annotations

import attrs

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Speaker
from osintkp.reading.mentions import DateMention
from osintkp.reading.voices.page import STOPS, Page, back, phrase_after
from osintkp.reading.voices.scope import Clause
from osintkp.reading.voices.telling import Bounds, Told
from osintkp.vocabulary import actors

REACH = 14


def _spoken(page: Page, told: Told) -> tuple[Speaker, ...]:
    """Return the chain of a cue: the source, then whom it was told to where that is an outlet, and through what."""
    source, cue, words = told.source, told.cue, page.words
    if source is None:
        verb = page.tokens.quote(cue.first, cue.last)
        return (
            Speaker(
                actor=UNKNOWN, verb=verb, start=page.tokens.starts[cue.first], end=page.tokens.ends[cue.last]
            ),
        )
    speakers = source.speakers
    if told.way == "owner":
        return speakers
    after = (cue.last if told.way != "after" else told.end) + 1
    if (
        cue.row.verb in ("say", "confirm", "disclose", "write", "announce")
        and after < len(words)
        and words[after] == "to"
    ):
        after += 1
    elif cue.row.verb != "tell":
        after = len(words)
    if after < len(words) and speakers and words[after] in ("the", "a"):
        after += 1
    name = page.names.get(after)
    if name is not None and speakers and _outlet(name.mention.actor):
        outlet = Speaker(actor=name.mention.actor or UNKNOWN, start=name.mention.start, end=name.mention.end)
        speakers = (*speakers, outlet)
    medium = _medium(page, told)
    if medium is not None and speakers and speakers[0].medium is None:
        speakers = (attrs.evolve(speakers[0], medium=medium), *speakers[1:])
    return speakers


def _outlet(actor: str | None) -> bool:

    return actor is not None and actors.kind(actor) == "media"


def _medium(page: Page, told: Told) -> str | None:
    """Return through what somebody spoke: "in a statement", "on Telegram"."""
    words = page.words
    stop = min(told.end + REACH, len(words) - 1)
    for number in range(told.end + 1, stop):
        if words[number] in STOPS or words[number] == "that":
            return None
        if words[number] == "in" and words[number + 1] in ("a", "an") and number + 2 <= stop:
            noun = words[number + 2]
            if noun in page.lists.medium or noun in (
                "speech",
                "interview",
                "post",
                "tweet",
                "statement",
                "briefing",
            ):
                return page.tokens.quote(number + 1, number + 2)
        if words[number] == "on" and words[number + 1] in (
            "telegram",
            "x",
            "twitter",
            "facebook",
            "television",
            "radio",
        ):
            return page.tokens.quote(number + 1, number + 1)
    return None


def _lent(page: Page, told: Told) -> str | None:
    """Return the modality that a cue lends, seen with who speaks."""
    source, modality = told.source, told.cue.row.modality
    if source is None:
        return modality
    words = page.words[source.first : source.last + 1]
    if (
        modality == "alleged"
        and told.cue.row.group == "suggest"
        and source.speakers
        and source.speakers[0].medium
        and not _loose_medium(source.speakers[0].medium)
    ):
        return "estimated"
    if (
        modality is None
        and told.way in ("according", "before", "after")
        and any(word in page.lists.small["estimates"] for word in words)
    ):
        return "estimated"
    if told.way == "nobody" and modality is None:
        return "alleged"
    if (
        modality is None
        and source.speakers
        and source.speakers[0].medium
        in ("reports", "Reports", "rumours", "rumors", "media reports", "Media reports")
    ):
        return "alleged"
    return modality


def clause(page: Page, told: Told, bounds: Bounds) -> Clause:
    """Return what a reporting clause lends to what it reports."""
    vague = told.source is not None and told.source.loose
    return Clause(_spoken(page, told), _lent(page, told), _when(page, told, bounds), vague)


def _loose_medium(medium: str) -> bool:
    return any(
        word in medium.lower().split()
        for word in ("reports", "report", "rumours", "rumors", "claims", "posts", "media")
    )


def has_that(page: Page, number: int, high: int) -> bool:
    """Tell whether a "that" follows before any stop."""
    for each in range(number, min(number + REACH, high) + 1):
        if page.words[each] == "that":
            return True
        if page.words[each] in STOPS:
            return False
    return False


def _when(page: Page, told: Told, bounds: Bounds) -> DateMention | None:
    """Return the date that stands in a reporting clause."""
    words = page.words
    number, stop = told.end + 1, min(told.end + REACH, bounds.high)
    if told.cue.row.verb == "tell" and told.way == "before":
        number = min(phrase_after(page, number, bounds.high) + 1, stop) if number <= bounds.high else number
        for each in range(told.end + 1, number):
            if each in page.dates:
                return page.dates[each][1]
    while number <= stop:
        if number in page.dates:
            return page.dates[number][1]
        word = words[number]
        if (
            word in STOPS
            or word == "that"
            or (
                number not in page.names
                and word not in page.lists.small["adjuncts"]
                and word not in page.lists.small["determiners"]
                and word not in page.lists.medium
                and word not in ("speech", "television", "telegram", "reporters", "late")
            )
        ):
            break
        number += 1
    for first in range(max(bounds.low, told.cue.first - 6), told.cue.first):
        if first in page.dates and page.dates[first][0] >= back(page, told.cue.first - 1, bounds.low):
            return page.dates[first][1]
    lead = bounds.low + (words[bounds.low] in ("on", "in", "earlier"))
    if lead in page.dates and told.way != "according":
        end, date = page.dates[lead]
        if words[end + 1 : end + 2] == [","] and end + 2 >= told.begin - 1:
            return date
    return None
