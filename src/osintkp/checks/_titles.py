"""Titles as reports print them: the office, the state or body it is of, and words like "former" before it."""

from __future__ import annotations

from functools import lru_cache

import attrs

from osintkp.vocabulary import actors, names
from osintkp.vocabulary.fields import printed

FORMER = frozenset({"former", "ex", "formerly", "onetime", "erstwhile"})
OPEN = frozenset(
    {
        "then", "late", "acting", "interim", "caretaker", "transitional", "outgoing", "incoming", "designate", "elect",
        "nominee", "next", "future", "ousted", "deposed", "dismissed", "shadow",
    }
)  # fmt: skip
# Words of journalists for several offices at once: a head of government is a leader, a general a defence chief.
VAGUE = frozenset(
    {
        "leader", "ruler", "chief", "monarch", "top diplomat", "defence chief", "pentagon chief", "spy chief", "army chief",
        "foreign policy chief", "eu foreign policy chief", "eu top diplomat", "intelligence chief", "security chief",
    }
)  # fmt: skip
# Offices of which a state or body has one at a time, so that who holds it shows who does not.
SOLE = frozenset(
    {
        "defence minister", "foreign minister", "national security adviser", "chief of the general staff",
        "high representative", "ambassador to the un", "head of the european commission",
    }
)  # fmt: skip
SECRETARY = "secretary of state"
LONGEST = 200


@attrs.frozen(kw_only=True, repr=False)
class Title:
    """
    A title as it was printed.

    Attributes:
        office: The office that it is one of many words for.
        words: The words for it, folded, without what stands before and after.
        of: Id of the state or body that it names; None where it names none.
        former: Whether it says that the office was left.
    """

    __repr__ = printed

    office: str
    words: str
    of: str | None = None
    former: bool = False


def title_of(role: str, state: str) -> Title | None:
    """
    Return the title that some words give; None where the table knows no such office, or they may mean several.

    Titles not yet or not fully held, like "acting" and "designate", are among those.

    Args:
        role: The words.
        state: Id of the top body that the person belongs to.

    Example:
        >>> title_of("South Korea's former Minister of National Defence", "KR")
        Title(office='defence minister', words='minister of national defence', of='KR', former=True)
        >>> title_of("leader", "UA"), title_of("acting president", "ML"), title_of("poet", "CL")
        (None, None, None)
    """
    return None if len(role) > LONGEST else _title_of(role, state)


@lru_cache(maxsize=4096)  # of very many claims a few roles are told
def _title_of(role: str, state: str) -> Title | None:
    words = names.key(role).split()
    former = bool(FORMER.intersection(words))
    bare = [word for word in words if word not in FORMER]
    if OPEN.intersection(bare) or " ".join(bare) in VAGUE:
        return None
    found = _whole(bare) or _after(bare) or _before(bare)
    if found is None or found.words in VAGUE:
        return None
    if found.words == SECRETARY and (actors.root(found.of) if found.of else state) != "US":
        return None
    return attrs.evolve(found, former=former)


def _whole(words: list[str]) -> Title | None:
    joined = " ".join(words)
    office = actors.canonical_title(joined)
    return None if office is None else Title(office=office, words=joined)


def _after(words: list[str]) -> Title | None:
    """Read a state or body before the office, as in "Sudanese defence minister"."""
    for place in range(1, min(len(words), 5)):
        found = _whole(words[place:])
        if found is not None:
            return _within(found, words[:place])
    return None


def _before(words: list[str]) -> Title | None:
    """Read a state or body behind the office, as in "defence minister of Sudan"."""
    for place in range(len(words) - 2, 0, -1):
        found = _whole(words[:place]) if words[place] == "of" else None
        if found is not None:
            return _within(found, words[place + 1 :])
    return None


def _within(title: Title, words: list[str]) -> Title | None:
    name = " ".join(words)
    found = (
        actors.resolve(name).actor or actors.resolve(name.upper()).actor or actors.resolve(name.title()).actor
    )
    return None if found is None else attrs.evolve(title, of=found)


def same_office(title: Title, other: str) -> bool:
    """
    Tell whether an office of the table may be the one that a title means.

    Example:
        >>> same_office(Title(office="head of state", words="president"), "president of the European Council")
        True
    """
    if actors.canonical_title(other) == title.office:
        return True
    return names.key(other).startswith(f"{title.words} of ")


def only_office(title: Title, other: str) -> bool:
    """
    Tell whether an office of the table is certainly the one that a title means, and held by one person at a time.

    Example:
        >>> only_office(Title(office="head of state", words="president"), "king")
        False
    """
    if actors.canonical_title(other) != title.office:
        return False
    if title.office in SOLE:
        return True
    return title.office in ("head of state", "head of government") and names.key(other) == title.words
