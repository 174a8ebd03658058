"""How much a text is about somebody: what part of all its names are theirs."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from osintkp.reading.names.board import is_state
from osintkp.vocabulary import actors

if TYPE_CHECKING:
    from osintkp.reading.clauses.ground import Ground

FEW = 3
BODIES = frozenset({"organisation", "armed_group"})
UNNAMED = ("anonymous", "pronoun")


class Prominence:
    """
    The part that each actor has in all the names of a text, a state's bodies, seats and people counted as the state.

    Args:
        ground: The text with its mentions.

    Example:
        >>> from osintkp.reading.clauses.ground import Ground
        >>> from osintkp.reading.mentions import ActorMention, Mentions
        >>> from osintkp.reading.tokens import Tokens
        >>> named = [ActorMention(start=0, end=5, quote="Kabul", actor="AF", by="metonym", state="AF")]
        >>> Prominence(Ground(Tokens("Kabul spoke."), Mentions(actors=named))).of("AF")
        1.0
    """

    __slots__ = ("_counts", "_ranked", "_total")

    def __init__(self, ground: Ground) -> None:
        mentions = (mention for _, mention in ground.actors.values() if mention.by not in UNNAMED)
        named = (mention.state or mention.actor for mention in mentions)
        self._counts = Counter(_whose(each) for each in named if each is not None)
        self._total = sum(self._counts.values())
        self._ranked = sorted(((count, each) for each, count in self._counts.items()), reverse=True)

    def of(self, actor: str) -> float:
        """Return an actor's part, from 0 to 1; 0 for whom the text does not name."""
        return self._counts[_whose(actor)] / self._total if self._total else 0.0

    def sole(self, known: set[str], part: float, times: int) -> str | None:
        """
        Return the state that makes up a good part of all the names, and is named far more often than any other.

        Args:
            known: Actors that it cannot be; their states neither.
            part: What part of the names it makes up at the least.
            times: How often more than any other.
        """
        out = {_whose(each) for each in known}
        best = list(islice((each for each in self._ranked if each[1] not in out), 2))
        if not best or not is_state(best[0][1]) or best[0][0] < max(FEW, part * self._total):
            return None
        return best[0][1] if len(best) == 1 or best[0][0] >= times * best[1][0] else None

    def main(self, part: float) -> str | None:
        """
        Return the state or body that is named most, where that is a good part of all the names; None where none is.

        Args:
            part: What part of the names it makes up at the least.
        """
        whole: Counter[str] = Counter()
        for each, times in self._counts.items():
            whole[actors.root(each) if actors.known(each) else each] += times
        for each, count in sorted(whole.items(), key=lambda pair: (-pair[1], pair[0])):
            if count < max(FEW, part * self._total):
                return None
            if is_state(each) or actors.kind(each) in BODIES:
                return each
        return None


def _whose(actor: str) -> str:
    """Return the state that an actor is of; one that is of no state, like a body of the United Nations, is its own."""
    top = actors.root(actor)
    return top if is_state(top) else actor
