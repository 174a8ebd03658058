"""What is known so far of who is named where: mentions by the words that they begin and end with."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import attrs

from osintkp.reading.names.gazetteer import met
from osintkp.vocabulary import actors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from osintkp.reading.names.gazetteer import Met
    from osintkp.reading.tokens import Tokens

CODE = 2
FARTHEST = 40
ENDS = frozenset({".", "!", "?", "\n", '"', ":", ";", "\u2014", "\u2022", "*", "|", "#"})
SHORT = frozenset(
    {"gen", "col", "lt", "maj", "brig", "capt", "adm", "sgt", "cmdr", "mr", "mrs", "ms", "dr", "prof", "rep", "sen", "st", "rev", "gov", "no"}
)  # fmt: skip


class Named(NamedTuple):
    """
    Words that name somebody.

    Attributes:
        first: The number of the first word.
        last: That of the last.
        ids: Every id that fits.
        by: As on a mention of an actor.
        role: Title, office or body as printed.
        state: Code of the state that it belongs to.
        confidence: From 0 to 1.
        name: The number of the word with which the bare name begins.
        end: That of the word with which it ends.
    """

    first: int
    last: int
    ids: tuple[str, ...]
    by: str
    role: str | None = None
    state: str | None = None
    confidence: float = 1.0
    name: int = -1
    end: int = -1


@attrs.frozen(kw_only=True)
class Board:
    """
    The words of a text, the phrases of the lexicon met in them, and who is named so far.

    Attributes:
        tokens: The words.
        hits: The phrases met, by kind, in order; of those that begin at one word the longest first.
        named: Who is named, by the number of the first word.
        ending: The number of the first word, by that of the last.
        openings: The words that begin a sentence; empty where nobody has told, and then the signs before a word tell.
    """

    tokens: Tokens
    hits: Mapping[str, Sequence[Met]]
    named: dict[int, Named] = attrs.field(factory=dict)
    ending: dict[int, int] = attrs.field(factory=dict)
    openings: AbstractSet[int] = frozenset()

    def put(self, found: Named) -> None:
        """Enter somebody named; what is named by some of the same words goes."""
        for number in range(found.first, found.last + 1):
            if number in self.named:
                self.drop(number)
            if number in self.ending:
                self.drop(self.ending[number])
        self.named[found.first] = found
        self.ending[found.last] = found.first

    def drop(self, first: int) -> None:
        """Take out what begins at a word, if anything does."""
        old = self.named.pop(first, None)
        if old is not None:
            del self.ending[old.last]

    def before(self, number: int) -> Named | None:
        """Return who is named by the words that end right before a word, possessive or not."""
        words = self.tokens.words
        last = number - 1
        if last > 0 and words[last] in ("'s", "'"):
            last -= 1
        first = self.ending.get(last)
        return None if first is None else self.named[first]

    def covering(self, number: int) -> Named | None:
        """Return who is named by words of which one is a word, if anybody is."""
        for first in range(number, max(number - FARTHEST, -1), -1):
            if first in self.named:
                found = self.named[first]
                return found if found.last >= number else None
        return None

    def capital(self, number: int) -> bool:
        """Tell whether a word is written with a capital."""
        return self.tokens.text[self.tokens.starts[number]].isupper()

    def opens(self, number: int) -> bool:
        """Tell whether a word begins a sentence, as far as the signs before it tell."""
        words = self.tokens.words
        if number in self.openings:
            return True
        if number == 0 or words[number - 1] not in ENDS:
            return number == 0
        return not (words[number - 1] == "." and number > 1 and words[number - 2] in SHORT)

    def in_order(self) -> list[Named]:
        """Return who is named, in the order of the text."""
        return [self.named[first] for first in sorted(self.named)]


def board(tokens: Tokens, openings: AbstractSet[int] = frozenset()) -> Board:
    """
    Return a text's words with the phrases of the lexicon met in them.

    Example:
        >>> from osintkp.reading.tokens import Tokens
        >>> [hit.meaning.ids for hit in board(Tokens("turkey for Turkey")).hits["actor"]]
        [('TR',)]
    """
    return Board(tokens=tokens, hits=met(tokens), openings=openings)


def longest(hits: Iterable[Met]) -> list[Met]:
    """Return the hits that stand, each the longest of those that begin first, none with a word of another."""
    found: list[Met] = []
    end = -1
    for hit in hits:
        if hit.first > end:
            found.append(hit)
            end = hit.last
    return found


def first_of(hits: Iterable[Met]) -> dict[int, Met]:
    """Return the longest hit that begins at each word."""
    found: dict[int, Met] = {}
    for hit in hits:
        found.setdefault(hit.first, hit)
    return found


def is_state(actor_id: str) -> bool:
    """
    Tell whether an id is a state's code.

    Example:
        >>> is_state("SD"), is_state("un")
        (True, False)
    """
    return len(actor_id) == CODE and actor_id.isupper()


@functools.lru_cache(maxsize=4096)
def state_of(actor_id: str) -> str | None:
    """
    Return the code of the state that an actor belongs to; None for those of none.

    Example:
        >>> state_of("SD"), state_of("sd-armed-forces"), state_of("rsf")
        ('SD', 'SD', None)
    """
    root = actors.root(actor_id)
    return root if is_state(root) else None
