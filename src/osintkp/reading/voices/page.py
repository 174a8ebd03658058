"""A text with its names, dates and cues in their place among the words, and the small phrases around a verb."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from osintkp.reading.events import Speaker
from osintkp.reading.mentions import ActorMention, DateMention, Mentions
from osintkp.reading.tokens import Tokens
from osintkp.reading.voices.cue_words import Grammar, grammar
from osintkp.reading.voices.cues import Sighting, sighting_at

FAR = 45
STOPS = frozenset({",", ";", ":", '"', "(", ")", "\u2014", "\n", ".", "?", "!", "[", "]"})
CLAUSES = frozenset(
    {
        "that",
        "but",
        "while",
        "although",
        "though",
        "because",
        "after",
        "when",
        "where",
        "if",
        "since",
        "whereas",
        "as",
        "so",
    }
)


class Name(NamedTuple):
    """
    An actor in its place among the words.

    Attributes:
        first: The number of its first word.
        last: The number of its last word.
        mention: The actor.
    """

    first: int
    last: int
    mention: ActorMention


class Page:
    """
    A text with its names, dates and cues in their place among the words, and who has spoken so far.

    Attributes:
        tokens: The words.
        words: The words in small letters.
        names: For each word that belongs to a name, the name.
        dates: For the first word of each date, its last word and the date.
        cues: The cues, in order.
        lists: The word lists.
        person: Who spoke last of the persons.
        body: Who spoke last of states, bodies, groups, outlets.
        anybody: Who spoke last.
        since: The word from which on the text is about the same matter: where its heading ends.
    """

    __slots__ = ("anybody", "body", "cues", "dates", "lists", "names", "person", "since", "tokens", "words")

    tokens: Tokens
    words: list[str]
    names: dict[int, Name]
    dates: dict[int, tuple[int, DateMention]]
    cues: list[Sighting]
    lists: Grammar
    person: Speaker | None
    body: Speaker | None
    anybody: Speaker | None
    since: int

    def __init__(self, tokens: Tokens, mentions: Mentions) -> None:
        self.tokens, self.words, self.lists = tokens, tokens.words, grammar()
        self.names, self.dates, self.cues = {}, {}, []
        self.person = self.body = self.anybody = None
        self.since = 0
        for actor in mentions.actors:
            first, last = self.span(actor.start, actor.end)
            for number in range(first, last + 1):
                if number not in self.names:
                    self.names[number] = Name(first, last, actor)
        for date in mentions.dates:
            first, last = self.span(date.start, date.end)
            self.dates[first] = (last, date)
        for cue in mentions.cues:
            seen = sighting_at(tokens, *self.span(cue.start, cue.end))
            if seen is not None:
                self.cues.append(seen)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first and last word of a stretch of text."""
        starts = self.tokens.starts
        first = bisect_left(starts, start)
        return first, max(bisect_left(starts, end, first) - 1, first)

    def spoke(self, speakers: tuple[Speaker, ...], first: int) -> None:
        """Remember who spoke, named from a word on, for "he said" and "the agency said"."""
        for speaker in speakers[:1]:
            name = self.names.get(first if speaker.start is None else self.tokens.at(speaker.start))
            person = name is not None and name.mention.by == "person"
            self.anybody = speaker
            if person or (speaker.role or "").split(" ")[0].lower() in ("a", "an", "one"):
                self.person = speaker
            if not person:
                self.body = speaker

    def forget(self, since: int) -> None:
        """Forget who has spoken: "he said" reaches back to nobody before a word."""
        self.person = self.body = self.anybody = None
        self.since = since

    def capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital letter."""
        return 0 <= number < len(self.words) and self.tokens.text[self.tokens.starts[number]].isupper()

    def adverb(self, number: int) -> bool:
        """Tell whether a word is an adverb."""
        word = self.words[number]
        return word in self.lists.small["adverbs"] or (
            word.endswith("ly")
            and word not in ("italy", "only", "july", "family", "supply", "ally", "assembly")
        )

    def source_at(self, number: int) -> bool:
        """Tell whether a word names or describes one who can speak."""
        word = self.words[number]
        return number in self.names or word in self.lists.people or word in self.lists.medium


def back(page: Page, number: int, low: int) -> int:
    """Return the number of the word before a verb's auxiliaries, adverbs and dates."""
    words, small = page.words, page.lists.small
    dated = {last: first for first, (last, _) in _near(page, number)}
    while number >= low:
        if number in dated:
            number = dated[number] - 1
        elif (
            words[number] in small["auxiliaries"]
            or page.adverb(number)
            or words[number]
            in (
                "continues",
                "continue",
                "continued",
                "went",
                "refused",
                "declined",
                "began",
                "sought",
                "wants",
                "hopes",
                "on",
                "was",
                "keen",
                "quick",
            )
        ):
            number -= 1
        else:
            return number
    return number


def _near(page: Page, number: int) -> list[tuple[int, tuple[int, DateMention]]]:
    return [
        (first, page.dates[first]) for first in range(max(0, number - 8), number + 1) if first in page.dates
    ]


def phrase_before(page: Page, number: int, low: int) -> int:
    """Return the number of the first word of the phrase that ends at a word."""
    first = number
    while first > max(low, number - FAR):
        word = page.words[first - 1]
        if word in STOPS or (word in CLAUSES and first - 1 not in page.names) or word == "which":
            break
        if word in ("and", "or") and not (page.source_at(first - 2) if first - 2 >= low else False):
            break
        first -= 1
    return first


def phrase_after(page: Page, number: int, high: int) -> int:
    """Return the number of the last word of the phrase that begins at a word."""
    last = number
    words = page.words
    while last < min(high, number + FAR) and (word := words[last + 1]) not in STOPS:
        if (
            last + 1 not in page.names
            and (
                word in CLAUSES
                or word in ("who", "which", "and", "or")
                or (word in page.lists.small["auxiliaries"] and word != "to")
            )
            and not (word == "and" and last + 2 <= high and last in page.names and last + 2 in page.names)
        ):
            break
        if last + 1 in page.dates and last in page.names:
            break
        last += 1
    return last
