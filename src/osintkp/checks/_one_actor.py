"""Which ids of actors may mean one actor: one name but for hyphens, sound or one letter."""

from __future__ import annotations

from collections.abc import Collection

from osintkp.checks._spelling import SHORTEST, one_name, romanised
from osintkp.vocabulary import actors, letters

LONGEST, BESIDE = 64, 8
SAME = "are one name"


def pairs(together: Collection[Collection[str]]) -> list[tuple[str, str]]:
    """
    Return the pairs of ids that may mean one actor, found without holding every two against each other.

    Args:
        together: The ids that claims name, those of one claim together: who is named beside another is somebody else.

    Example:
        >>> pairs([("amin-walid",), ("72-brigade", "SD"), ("amin-waled", "73-brigade")])
        [('amin-waled', 'amin-walid')]
    """
    naming = {actor for named in together for actor in named}
    short = sorted(actor for actor in naming if len(actor) <= LONGEST)
    unknown = {actor for actor in short if not actors.known(actor)}
    if not unknown:
        return []
    buckets: dict[str, dict[str, None]] = {key: {} for actor in unknown for key in _keys(actor)}
    for actor in short:
        for name in _names(actor) if actor not in unknown else (actor,):
            for key in _keys(name) & buckets.keys():
                buckets[key][actor] = None
    near: set[tuple[str, str]] = set()
    for members in buckets.values():
        ids = list(members)
        for place, actor in enumerate(ids):
            near |= {(other, actor) for other in ids[max(0, place - BESIDE) : place]}
    alone = ({one, other} & unknown for one, other in near)
    return sorted(
        (one, other)
        for (one, other), strange in zip(near, alone, strict=True)
        if strange and reason(one, other) and not any(one in named and other in named for named in together)
    )


def _keys(name: str) -> set[str]:
    """Return keys of which two names share one if they are one letter apart, or of one sound."""
    parts = letters.fold(name[:LONGEST]).split()
    joined = "".join(parts)
    less = {joined[:place] + joined[place + 1 :] for place in range(len(joined))}
    return {joined, " ".join(map(romanised, parts))} | (less if len(joined) >= SHORTEST else set())


def _names(actor: str) -> tuple[str, ...]:
    known = actors.actor(actor)
    return (actor, known.name, *known.names, *known.spellings)


def reason(one: str, other: str) -> str | None:
    """
    Return why two ids may mean one actor: what they are called, and how near that is; None where nothing says so.

    Example:
        >>> reason("amin-walid", "amin-waled")
        '"amin-walid" and "amin-waled" are one letter apart'
    """
    ours = _names(one) if actors.known(one) else (one,)
    theirs = _names(other) if actors.known(other) else (other,)
    reasons = {
        (mine, name): why
        for mine in ours
        for name in theirs
        if (why := one_name(mine, name)) and not _two_states(mine, name)
    }
    told = min(reasons, key=lambda pair: (reasons[pair] != SAME, *pair), default=None)
    return None if told is None else f'"{told[0]}" and "{told[1]}" {reasons[told]}'


def _two_states(one: str, other: str) -> bool:
    """Tell whether two names differ in a word that names one actor here and another there, like Iran and Iraq."""
    mine, theirs = letters.fold(one).split(), letters.fold(other).split()
    for a, b in zip(mine, theirs, strict=False):
        if a != b:
            here, there = actors.resolve(a.title()), actors.resolve(b.title())
            if "name" in (here.by, there.by) and here.actor and there.actor and here.actor != there.actor:
                return True
    return False
