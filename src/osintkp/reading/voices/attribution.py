"""Who is speaking: the source that a phrase names, with its office, its state, and who passed it on."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from osintkp.evidence import UNKNOWN
from osintkp.reading.events import Speaker
from osintkp.reading.mentions import ActorMention
from osintkp.reading.voices.earlier import body_called, holder, officer, speaker_named, topic
from osintkp.reading.voices.page import Name, Page

PERSONS = frozenset({"he", "she"})
MOUTHPIECES = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
OWN = frozenset({"we", "i", "our", "my"})


class Source(NamedTuple):
    """
    Who a cue passes on.

    Attributes:
        first: The number of the first word that names it.
        last: The number of the last.
        speakers: The chain, origin first; empty for the author's own "we".
        loose: Whether it is one that alleges whatever its verb: a channel, a rumour.
    """

    first: int
    last: int
    speakers: tuple[Speaker, ...]
    loose: bool = False


def read_source(
    page: Page, first: int, last: int, verb: str | None = None, *, own: bool = True
) -> Source | None:
    """Return who is named between two words, with who saw or put out what is named; None where nobody is."""
    words = page.words
    for each in range(first + 1, last - 1):
        if words[each] in page.lists.small["leaked"] and words[each + 1] in ("by", "to", "with"):
            origin, outlet = (
                _source(page, first, each - 1, verb, own=own),
                _source(page, each + 2, last, words[each], own=own),
            )
            if origin is None or outlet is None or not outlet.speakers:
                break
            if words[each] in page.lists.small["owning"]:
                medium = origin.speakers[0].medium if origin.speakers else None
                owner = attrs.evolve(outlet.speakers[0], verb=verb, medium=medium)
                return Source(first, last, (owner,), origin.loose)
            return Source(first, last, origin.speakers + outlet.speakers, origin.loose)
    return _source(page, first, last, verb, own=own)


def _source(page: Page, first: int, last: int, verb: str | None, *, own: bool) -> Source | None:
    words, small = page.words, page.lists.small
    while first < last and (words[first] in ("both", "either", "neither") or page.adverb(first)):
        first += 1
    if first <= last and words[first] in small["prepositions"] and first not in page.names:
        skipped = _after_first(page, first + 1, last)
        if skipped is not None:
            first = skipped
    if own and first <= last and words[first] in OWN:
        return Source(first, last, ())
    person = _person(page, first, last)
    if person is not None:
        return Source(first, last, (speaker_named(person, verb),))
    return _by_head(page, first, last, verb)


def _after_first(page: Page, first: int, last: int) -> int | None:
    """Return where the phrase goes on behind the name that a preposition at its head takes: "In Kyiv | officials"."""
    for number in range(first, last):
        if page.source_at(number):
            end = page.names[number].last if number in page.names else number
            rest = end + 1
            if (
                rest <= last
                and page.words[rest] not in page.lists.small["prepositions"]
                and page.words[rest] != "'s"
            ) and any(page.source_at(each) for each in range(rest, last + 1)):
                return rest
            return None
    return None


def _dependent(page: Page, first: int, low: int) -> bool:
    """Tell whether a name hangs on a preposition: "officials from | South Korea"."""
    number = first - 1
    while number >= low and (
        page.words[number] in page.lists.small["determiners"] or page.words[number].isdigit()
    ):
        number -= 1
    return number >= low and page.words[number] in page.lists.small["prepositions"]


def _names(page: Page, first: int, last: int) -> list[Name]:
    found: list[Name] = []
    for number in range(first, last + 1):
        name = page.names.get(number)
        if name is not None and (not found or found[-1] != name) and name.first >= first:
            found.append(name)
    return found


def _person(page: Page, first: int, last: int) -> Name | None:
    for name in _names(page, first, last):
        if name.mention.by == "person" and not _dependent(page, name.first, first):
            after = name.last + 1
            if not (after <= last and page.words[after] == "'s"):
                return name
    return None


def _by_head(page: Page, first: int, last: int, verb: str | None) -> Source | None:
    """Return the source that the head of a phrase without a person's name makes."""
    words, small = page.words, page.lists.small
    end = first
    while (
        end < last
        and (words[end + 1] not in small["prepositions"] or end + 1 in page.names)
        and words[end + 1] not in ("who", "whose", "which", "familiar")
    ):
        end += 1
    heads = [number for number in range(first, end + 1) if page.source_at(number)]
    names = _names(page, first, last)
    if not heads:
        heads = [number for number in range(first, last + 1) if page.source_at(number)][:1]
    if not heads:
        return _unlisted(page, first, last, verb)
    head = heads[-1]
    joined = [
        name for name in names if name.last <= end and name.last + 1 <= end and words[name.last + 1] == "and"
    ]
    if head in page.names and joined and page.names[head].mention.by != "adjective":
        return Source(first, last, (speaker_named(joined[0], verb),))
    if head in page.names and not _anonymous(page.names[head].mention):
        return Source(first, last, (speaker_named(page.names[head], verb),))
    known = page.names.get(head)
    if known is not None and known.mention.by == "pronoun" and known.mention.actor and known.first < head:
        return Source(first, last, (speaker_named(known, verb),))  # "the army", whose it is told before
    return _described(page, first, last, head, names, verb)


def _anonymous(mention: ActorMention) -> bool:
    return mention.by in ("anonymous", "pronoun") or mention.actor is None


def _unlisted(page: Page, first: int, last: int, verb: str | None) -> Source | None:
    """Return the source that words in capitals make, though no list has them."""
    capitals = [
        number
        for number in range(first, min(last, first + 8) + 1)
        if page.capital(number) and page.words[number] not in page.lists.small["determiners"]
    ]
    if not capitals or (capitals[0] == first and len(capitals) == 1 and last - first > 3):
        return None
    return Source(
        first, last, (_speaker(page, UNKNOWN, first, last, verb, role=_printed(page, first, last)),)
    )


def _described(
    page: Page, first: int, last: int, head: int, names: list[Name], verb: str | None
) -> Source | None:
    """Return the source that a noun makes: its office, and the state or body that it belongs to."""
    word, words = page.words[head], page.words
    if word in PERSONS or word in page.lists.small["many"] or word in OWN:
        return _pronoun(page, first, last, head, verb)
    loose = "familiar" in words[head : last + 1] or any(
        words[number] in page.lists.loose and _bare(page, number) for number in range(first, head + 1)
    )
    owner = _belongs_to(page, first, head, names)
    shows = word in page.lists.medium and word not in ("sources", "media", "channels")
    if owner is None and not shows and first == head - 1 and words[first] in ("the", "that", "this"):
        earlier = (
            holder(page, first, word, verb)
            if word in page.lists.small["offices"]
            else page.body or body_called(page, first, word, verb)
        )
        if earlier is not None:
            office = earlier.role or _printed(page, head, head)
            again = Speaker(actor=earlier.actor, role=office, verb=verb, medium=earlier.medium)
            return Source(first, last, (again,), loose)
    mouthpiece = not MOUTHPIECES.isdisjoint(words[first : last + 1])
    single = (
        words[first] in ("a", "an", "one", "another") and word not in page.lists.medium and not mouthpiece
    )
    actor = UNKNOWN if owner is None or (single and len(owner) == 2) else owner
    printed = _printed(page, first, last)
    told = {"role": None, "medium": printed} if shows else {"role": printed, "medium": None}
    return Source(first, last, (_speaker(page, actor, first, last, verb, **told),), loose)


def _belongs_to(page: Page, first: int, head: int, names: list[Name]) -> str | None:
    """Return the state or body that a noun is of: "Malian officials", "officials from Mali"."""
    own = page.names.get(head)
    low = own.first if own else head
    attached = [
        name.mention.actor
        for name in names
        if not _anonymous(name.mention)
        and (name.last < low or name.first > head or _dependent(page, name.first, first))
    ]
    if attached:
        return attached[-1]
    return own.mention.state if own is not None else None


def _bare(page: Page, number: int) -> bool:
    """Tell whether a word is no part of a name."""
    return number not in page.names or page.names[number].mention.by == "anonymous"


def _pronoun(page: Page, first: int, last: int, head: int, verb: str | None) -> Source | None:
    word = page.words[head]
    if word in OWN:
        return Source(first, last, ())
    name = page.names.get(head)
    if name is not None and name.mention.actor:
        meant = attrs.evolve(speaker_named(name, verb), start=None, end=None)
        return Source(first, last, (meant,))
    if word in PERSONS:
        earlier = page.person or page.anybody or officer(page, first, verb)
    elif word in ("it", "they"):
        earlier = (page.body if word == "it" else page.anybody) or page.anybody or topic(page, first, verb)
    else:
        return Source(
            first, last, (_speaker(page, UNKNOWN, first, last, verb, role=_printed(page, first, last)),)
        )
    if earlier is None:
        return (
            Source(first, last, (_speaker(page, UNKNOWN, first, last, verb, role=None),))
            if word != "it"
            else None
        )
    return Source(
        first, last, (Speaker(actor=earlier.actor, role=earlier.role, verb=verb, medium=earlier.medium),)
    )


def _speaker(
    page: Page,
    actor: str,
    first: int,
    last: int,
    verb: str | None,
    *,
    role: str | None,
    medium: str | None = None,
) -> Speaker:
    return Speaker(
        actor=actor,
        role=role,
        verb=verb,
        medium=medium,
        start=page.tokens.starts[first],
        end=page.tokens.ends[last],
    )


def _printed(page: Page, first: int, last: int) -> str:
    return " ".join(page.tokens.quote(first, min(last, first + 11)).split())
