"""What the words of a loss say became of whom: killed or wounded, civilians or soldiers, destroyed or damaged."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from osintkp.claim import Claim
from osintkp.lineage.matters import is_part

CASUALTIES = "killed and wounded"
FATES = {
    "killed": "killed killing dead died deaths death martyr martyrs bodies slain fatalities perished toll",
    "wounded": "wounded wounding injured injuring wounds injuries maimed hurt",
    "captured": "captured captives prisoners pows hostages detained abducted kidnapped",
    "missing": "missing",
    "displaced": "displaced fled refugees",
    "destroyed": "destroyed sunk downed",
    "damaged": "damaged",
    CASUALTIES: "casualties",
}
VICTIMS = {
    "civilians": "civilian civilians women children villagers residents journalists medics worshippers patients",
    "armed": "soldier soldiers troops servicemen serviceman fighters militants combatants policemen army militiamen",
}
LOST = {"killed", "destroyed"}
FATE = {word: name for name, words in FATES.items() for word in words.split()}
VICTIM = {word: name for name, words in VICTIMS.items() for word in words.split()}


def fates(claim: Claim) -> frozenset[str]:
    """
    Return what the quoted words say became of those whom a loss counts; empty where they do not say.

    Of several numbers each has the word of fate behind it ("84 killed and 1,200 wounded"), or the one before it where the
    first number has one before it ("killed 84 and wounded 1,200").

    Example:
        >>> from osintkp import Amount, Loss, Span
        >>> quote = Span(quote="84 killed and 1,200 wounded")
        >>> hurt = Claim(
        ...     id="a/1", source="a", record=Loss(amount=Amount.parse("1200 person")), spans=(quote,)
        ... )
        >>> fates(hurt)
        frozenset({'wounded'})
    """
    return _fates(*_told(claim))


@lru_cache(maxsize=8192)
def _fates(text: str, number: str | None) -> frozenset[str]:
    words = _words(text)
    places = _numbers(words)
    own = _own(words, number)
    if len(places) < 2 or own is None:
        return _found(words, FATE)
    if _found(words[: places[0]], FATE):
        return _found(next(([word] for word in reversed(words[:own]) if word in FATE), []), FATE)
    return _found(words[own : _next(places, words, own)], FATE) or _found(words, FATE)


def victims(claim: Claim) -> frozenset[str]:
    """
    Return whom the quoted words of a loss name, ``civilians`` or ``armed``; empty where they do not say.

    Example:
        >>> from osintkp import Amount, Loss, Span
        >>> quote = Span(quote="12 women and children")
        >>> victims(
        ...     Claim(id="a/1", source="a", record=Loss(amount=Amount.parse("12 person")), spans=(quote,))
        ... )
        frozenset({'civilians'})
    """
    return _victims(*_told(claim))


@lru_cache(maxsize=8192)
def _victims(text: str, number: str | None) -> frozenset[str]:
    words = _words(text)
    places = _numbers(words)
    own = _own(words, number)
    return _found([] if own is None else words[own : _next(places, words, own)], VICTIM) or _found(
        words, VICTIM
    )


def read(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """
    Return both: what became of those whom a loss counts, and whom its words name.

    Example:
        >>> from osintkp import Loss, Span
        >>> words = (Span(quote="12 women and children wounded"),)
        >>> [sorted(each) for each in read(Claim(id="a/1", source="a", record=Loss(), spans=words))]
        [['wounded'], ['civilians']]
    """
    words = _told(claim)
    return _fates(*words), _victims(*words)


def other_people(one: Claim, other: Claim) -> str | None:
    """
    Return why two losses count others: the killed and the wounded, civilians and soldiers; None where nothing says so.

    Example:
        >>> from osintkp import Loss, Span
        >>> dead, hurt = (
        ...     Claim(id=f"a/{words}", source="a", record=Loss(), spans=(Span(quote=words),))
        ...     for words in ("killed", "wounded")
        ... )
        >>> other_people(dead, hurt)
        'a/killed counts killed, a/wounded wounded'
    """
    words, others = _told(one), _told(other)
    for read in (_fates, _victims):
        mine, theirs = read(*words), read(*others)
        if mine and theirs and not mine & theirs and CASUALTIES not in mine | theirs:
            return f"{one.id} counts {' or '.join(sorted(mine))}, {other.id} {' or '.join(sorted(theirs))}"
    return None


def only(narrow: Claim, broad: Claim) -> str:
    """
    Return to what the words of one loss narrow it that those of another leave open; empty where they do not.

    Example:
        >>> from osintkp import Loss, Span
        >>> some, every = (
        ...     Claim(id="a/1", source="a", record=Loss(), spans=(Span(quote=words),))
        ...     for words in ("women and children died", "all who died")
        ... )
        >>> only(some, every), only(every, some)
        ('civilians', '')
    """
    words, others = _told(narrow), _told(broad)
    fate = _fates(*words)
    if fate and CASUALTIES in _fates(*others) - fate:
        return " or ".join(sorted(fate))
    return "civilians" if _victims(*words) == {"civilians"} and not _victims(*others) else ""


def narrowed(claim: Claim) -> Hashable:
    """
    Return to what a figure is narrowed that its record does not show, so that running figures are compared with their like.

    The dead, the destroyed and losses of which nothing is said are alike, and so are soldiers and people; the wounded, the
    civilians and what is linked as a part or a share are not.

    Example:
        >>> from osintkp import Amount, Loss, Span
        >>> def told(words: str) -> Claim:
        ...     return Claim(id="a/1", source="a", record=Loss(), spans=(Span(quote=words),))
        >>> narrowed(told("40 killed")) == narrowed(told("40 lost")) != narrowed(told("40 wounded"))
        True
    """
    part = is_part(claim)
    if claim.kind != "loss":
        return part
    return part, frozenset(fates(claim) - LOST), "civilians" in victims(claim)


def _found(words: list[str], table: dict[str, str]) -> frozenset[str]:
    return frozenset(table[word] for word in words if word in table)


def _next(places: list[int], words: list[str], own: int) -> int:
    return next((place for place in places if place > own), len(words))


def _numbers(words: list[str]) -> list[int]:
    return [place for place, word in enumerate(words) if word[0].isdigit()]


def _own(words: list[str], number: str | None) -> int | None:
    """Return where the claim's own number stands; None where it does not stand in the words, or more than once."""
    mine = [place for place, word in enumerate(words) if word == number]
    return mine[0] if len(mine) == 1 else None


def _told(claim: Claim) -> tuple[str, str | None]:
    """Return the words of a claim, and its number as words may have it; None where it has none."""
    text, amount = " ".join([span.quote for span in claim.spans]), claim.amount
    if amount is None:
        return text, None
    given = amount.best if amount.best is not None else amount.low if amount.low is not None else amount.high
    return text, None if given is None else f"{given:.0f}"


def _words(text: str) -> list[str]:
    kept = "".join([letter if letter.isalnum() else "" if letter == "," else " " for letter in text])
    return kept.casefold().split()
