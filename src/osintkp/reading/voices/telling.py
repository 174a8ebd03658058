"""Each reporting cue of a sentence with its source: before the verb, behind it, behind "by", shared with the verb before."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Speaker
from osintkp.reading.voices.attribution import Source, read_source
from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.page import STOPS, Page, back, phrase_after, phrase_before


class Told(NamedTuple):
    """
    A cue with its source.

    Attributes:
        cue: The cue.
        source: Who; None where nobody is named.
        way: How it was met: ``before``, ``after``, ``by``, ``carried``, ``relative``, ``owner``, ``nobody``.
        begin: The number of the first word that belongs to the reporting clause.
        end: The number of the last word of cue and source.
    """

    cue: Sighting
    source: Source | None
    way: str
    begin: int
    end: int


class Bounds(NamedTuple):
    """
    Where a cue may look.

    Attributes:
        low: The first word of its sentence or quotation.
        high: The last.
        triggers: The words that tell events there, in order.
    """

    low: int
    high: int
    triggers: tuple[int, ...]


def tell(page: Page, cue: Sighting, bounds: Bounds, previous: Told | None) -> Told | None:
    """Return a cue with its source; None where it passes nothing on."""
    _words, row = page.words, cue.row
    verb = page.tokens.quote(cue.first, cue.last)
    if row.group == "cite" and row.form == "ing":
        return Told(cue, _forward(page, cue.last + 1, bounds.high, verb), "citing", cue.first, cue.last)
    if row.kind == "according":
        source = _forward(page, cue.last + 1, bounds.high, None)
        return None if source is None else Told(cue, source, "according", cue.first, source.last)
    if row.form == "noun":
        return _noun(page, cue, bounds, verb)
    if row.form == "phrase" and row.verb not in ("clear", "say", "claim"):
        return None
    if _passive(page, cue, bounds):
        return _by(page, cue, bounds, verb)
    if _inverted(page, cue, bounds):
        source = _forward(page, cue.last + 1, bounds.high, verb)
        if source is not None:
            return Told(cue, source, "after", cue.first, source.last)
    return _subject(page, cue, bounds, previous, verb)


def _forward(page: Page, number: int, high: int, verb: str | None) -> Source | None:
    """Return the source named from a word on, with who saw or put it out behind it."""
    if number > high:
        return None
    last = phrase_after(page, number, high)
    return read_source(page, number, last, verb)


def _noun(page: Page, cue: Sighting, bounds: Bounds, verb: str) -> Told:
    """Return a noun that carries what somebody says, with its owner."""
    words = page.words
    if cue.last + 2 <= bounds.high and words[cue.last + 1] in ("by", "from"):
        source = _forward(page, cue.last + 2, bounds.high, verb)
        if source is not None:
            return Told(cue, source, "owner", cue.first, cue.last)
    owner = _owner(page, cue.first - 1, bounds.low)
    if owner is not None:
        begin = phrase_before(page, owner, bounds.low)
        source = read_source(page, max(begin, owner - 8), owner, verb, own=False)
        if source is not None:
            return Told(cue, source, "owner", begin, cue.last)
    if cue.first and words[cue.first - 1] in ("a", "an", "any", "no"):
        return Told(cue, None, "owner", cue.first, cue.last)
    start, end = page.tokens.starts[cue.first], page.tokens.ends[cue.last]
    nobody = Speaker(
        actor=UNKNOWN, medium=" ".join(page.tokens.text[start:end].split()), start=start, end=end
    )
    return Told(cue, Source(cue.first, cue.last, (nobody,)), "owner", cue.first, cue.last)


def _owner(page: Page, number: int, low: int) -> int | None:
    """Return the last word of the owner of a noun: "Kyiv's latest | claim"; None where there is none."""
    words, furthest = page.words, number - 4
    while number > max(low, furthest) and words[number] != "'s" and number not in page.names:
        if words[number] in page.lists.small["prepositions"]:
            return None
        number -= 1
    if number < low or (words[number] != "'s" and number not in page.names):
        return None
    owner = number - 1 if words[number] == "'s" else number
    return owner if owner >= low else None


def _passive(page: Page, cue: Sighting, bounds: Bounds) -> bool:
    if cue.row.form not in ("past", "participle") and page.words[cue.first] not in (
        "put",
        "forecast",
        "broadcast",
    ):
        return False
    number = cue.first - 1
    while number > bounds.low and (page.adverb(number) or page.words[number] in ("not", "never")):
        number -= 1
    if number >= bounds.low and page.words[number] in page.lists.small["being"]:
        return True
    return cue.last < bounds.high and page.words[cue.last + 1] == "by" and cue.row.group != "cite"


def _by(page: Page, cue: Sighting, bounds: Bounds, verb: str) -> Told:
    words = page.words
    for each in range(cue.last + 1, min(cue.last + 9, bounds.high) + 1):
        if words[each] == "by" and each < bounds.high and each + 1 not in page.dates:
            source = _forward(page, each + 1, bounds.high, verb)
            if source is not None:
                return Told(cue, source, "by", cue.first, source.last)
        if words[each] in STOPS or words[each] in ("that", "to", "of"):
            break
    if cue.row.group in ("estimate", "predict", "suggest", "show") or cue.row.modality in (
        "estimated",
        "predicted",
    ):
        return Told(cue, Source(cue.first, cue.last, ()), "nobody", cue.first, cue.last)
    start, end = page.tokens.starts[cue.first], page.tokens.ends[cue.last]
    return Told(
        cue,
        Source(cue.first, cue.last, (Speaker(actor=UNKNOWN, verb=verb, start=start, end=end),)),
        "nobody",
        cue.first,
        cue.last,
    )


def _inverted(page: Page, cue: Sighting, bounds: Bounds) -> bool:
    """Tell whether the speaker follows the verb: '..., " said the minister'."""
    words = page.words
    if cue.row.form not in ("past", "s", "base", "participle") or cue.first <= bounds.low:
        return False
    before = words[cue.first - 1]
    if before not in (",", '"', "'", "?", "!") or cue.last + 1 > bounds.high:
        return False
    after = cue.last + 1
    if words[after] in ("that", "to", "it", "they", "in", "on", ",", ".") or (
        words[after] in ("he", "she") and before == "," and not _speaks(page, after)
    ):
        return False
    if before == "," and not _ends_there(page, after, bounds):
        return False
    return (
        page.source_at(after)
        or words[after]
        in ("the", "a", "an", "one", "another", "former", "senior", "its", "his", "her", "their")
        or page.capital(after)
    )


def _ends_there(page: Page, number: int, bounds: Bounds) -> bool:
    """Tell whether a phrase behind a verb is its subject: nothing that a subject does follows."""
    last = phrase_after(page, number, bounds.high)
    if any(number <= trigger <= last for trigger in bounds.triggers):
        return False
    after = page.words[last + 1] if last < bounds.high else "."
    return after in STOPS or after in ("who", "which") or last + 1 in page.dates


def _speaks(page: Page, number: int) -> bool:
    after = page.words[number + 1] if number + 1 < len(page.words) else "."
    return after in STOPS


def _subject(page: Page, cue: Sighting, bounds: Bounds, previous: Told | None, verb: str) -> Told | None:
    """Return a cue with the subject before it, or the one that it shares with the cue before."""
    words, low = page.words, bounds.low
    number = back(page, cue.first - 1, low)
    while number >= low and words[number] in ("'", "ve", "re", "ll", "d", "m"):
        number -= 1
    if number > low and words[number] == '"' and words[number - 1] not in (",", ".", "?", "!"):
        number = back(page, number - 1, low)
    word = words[number] if number >= low else ""
    if (
        number < low
        or word
        in ("and", "but", "or", "then", "yet", "by", "without", "while", "after", "before", "in", "despite")
        or (word in (",", "\u2014") and cue.row.form == "ing")
    ):
        return _carried(page, cue, bounds, previous, verb)
    if word in ("who", "which", "that"):
        end = number - 1
        while end > low and words[end] == ",":
            end -= 1
        return Told(cue, _antecedent(page, low, end, word, verb), "relative", number, cue.last)
    if word in (",", "\u2014", ")"):
        return _parenthesis(page, cue, bounds, number, verb)
    begin = phrase_before(page, number, low)
    first = max(begin, number - 3) if cue.row.form == "ing" else begin
    source = read_source(page, first, number, verb)
    if source is None and cue.row.kind != "denies":
        return None
    return Told(cue, source, "relative" if words[begin] == "whose" else "before", begin, cue.last)


def _antecedent(page: Page, low: int, end: int, pronoun: str, verb: str) -> Source | None:
    """Return the source that a "who" or "which" takes up."""
    if end < low:
        return None
    name = page.names.get(end)
    if name is not None and (pronoun != "who" or name.mention.by in ("person", "anonymous")):
        return read_source(page, name.first, end, verb)
    return read_source(page, phrase_before(page, end, low), end, verb)


def _carried(page: Page, cue: Sighting, bounds: Bounds, previous: Told | None, verb: str) -> Told | None:
    if previous is not None and previous.source is not None and previous.way not in ("nobody", "citing"):
        speakers = tuple(
            attrs.evolve(each, verb=verb) if number == 0 else each
            for number, each in enumerate(previous.source.speakers)
        )
        return Told(
            cue, Source(cue.first, cue.first, speakers, previous.source.loose), "carried", cue.first, cue.last
        )
    last = (
        phrase_after(page, bounds.low, min(cue.first - 1, bounds.high))
        if cue.first > bounds.low
        else bounds.low - 1
    )
    source = read_source(page, bounds.low, last, verb) if last >= bounds.low else None
    if source is None and cue.row.kind != "denies":
        return None
    return Told(cue, source, "carried", cue.first, cue.last)


def _parenthesis(page: Page, cue: Sighting, bounds: Bounds, number: int, verb: str) -> Told | None:
    """Return the source before or inside what commas, dashes or brackets set apart: "Name, a general, said"."""
    words, low = page.words, bounds.low
    inside = page.names.get(number - 1)
    if inside is not None and inside.mention.by == "person" and "," in words[inside.first : inside.last]:
        return Told(cue, read_source(page, inside.first, inside.last, verb), "before", inside.first, cue.last)
    sign = {")": "("}.get(words[number], words[number])
    parts: list[tuple[int, int]] = []
    end = number - 1
    for each in range(number - 1, max(low, number - 60) - 1, -1):
        if words[each] == sign or words[each] in (";", '"', "\n"):
            parts.append((each + 1, end))
            end = each - 1
            if words[each] != sign or len(parts) == 4:
                break
    else:
        each = max(low, number - 60)
        parts.append((each, end))
    for first, last in parts:
        if first <= last and first in page.names and page.names[first].mention.by == "person":
            source = read_source(page, first, last, verb)
            return Told(cue, source, "before", _outer(parts), cue.last)
    for first, last in reversed(parts[1:] or parts):
        begin = phrase_before(page, last, max(first, low)) if last >= first else first
        source = read_source(page, begin, last, verb) if begin <= last else None
        if source is not None:
            return Told(cue, source, "before", begin, cue.last)
    return Told(cue, None, "before", cue.first, cue.last) if cue.row.kind == "denies" else None


def _outer(parts: list[tuple[int, int]]) -> int:
    return parts[1][0] if len(parts) > 1 else parts[0][0]
