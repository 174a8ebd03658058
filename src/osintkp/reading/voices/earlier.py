"""Who spoke or was named before: the holder of an office, a body by the last word of its name, the topic of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Speaker
from osintkp.reading.voices.page import STOPS, Name, Page
from osintkp.vocabulary.letters import fold

NEARBY = 80


def speaker_named(name: Name, verb: str | None) -> Speaker:
    """Return the speaker that a name in the text is, with its office as printed."""
    mention = name.mention
    return Speaker(
        actor=mention.actor or UNKNOWN,
        role=mention.role if mention.actor else mention.role or mention.quote,
        verb=verb,
        start=mention.start,
        end=mention.end,
    )


def holder(page: Page, number: int, word: str, verb: str | None) -> Speaker | None:
    """Return who holds the office of "the minister": who spoke last, unless it is another office, else who was named last with it."""
    earlier, high = page.person, page.lists.small["high_offices"]
    if earlier is not None and (earlier.role is None or word not in high or _has_office(earlier.role, word)):
        return earlier
    for _, name in _nearby(page, number):
        if name.mention.by == "person" and _has_office(name.mention.role or "", word):
            return speaker_named(name, verb)
    return None


def _nearby(page: Page, number: int) -> Iterator[tuple[int, Name]]:
    """Give the words shortly before one that are of a name, the nearest first, with that name."""
    for each in range(number - 1, max(page.since, number - NEARBY) - 1, -1):
        if each in page.names:
            yield each, page.names[each]


def _has_office(role: str, word: str) -> bool:
    return word in fold(role).casefold().split()


def body_called(page: Page, number: int, word: str, verb: str | None) -> Speaker | None:
    """Return the one body whose name ended in a word shortly before: "Mali's army ... The | army"; None where there are two."""
    found: list[Name] = []
    for each, name in _nearby(page, number):
        if name.last != each or page.words[each] != word or name.mention.actor is None:
            continue
        if found and found[0].mention.actor != name.mention.actor:
            return None
        found.append(name)
    return speaker_named(found[0], verb) if found else None


def officer(page: Page, number: int, verb: str | None) -> Speaker | None:
    """Return who was named last by an office alone: "Niger's minister spoke. He | said"."""
    for _, name in _nearby(page, number):
        if name.mention.by != "name" or not name.mention.actor:
            continue
        if any(_has_office(name.mention.role or "", word) for word in page.lists.small["officers"]):
            return speaker_named(name, verb)
    return None


def topic(page: Page, number: int, verb: str | None) -> Speaker | None:
    """Return the actor that the sentence before begins with."""
    for each in range(number - 1, max(0, number - 60) - 1, -1):
        name = page.names.get(each)
        if name is not None and name.first == each and name.mention.actor and name.mention.by != "adjective":
            before = page.words[each - 1] if each else "\n"
            if before in STOPS or (before == "the" and (each < 2 or page.words[each - 2] in STOPS)):
                return speaker_named(name, verb)
    return None
