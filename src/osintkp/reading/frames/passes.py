"""The families that a sentence is set against one by one, each only where it has a word without which it finds nothing."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

from osintkp.reading.clauses.grammar import grammar
from osintkp.reading.clauses.pieces import Noun, Piece, Verb
from osintkp.reading.frames.agreeing import agreement_words, agreements
from osintkp.reading.frames.capping import CAPS, capping
from osintkp.reading.frames.comparing import COMPARED
from osintkp.reading.frames.exercises import exercise_nouns, exercises
from osintkp.reading.frames.foes import FIGHTING, FIGHTS
from osintkp.reading.frames.gathering import gathering_words, gatherings
from osintkp.reading.frames.limiting import limit_words, limits
from osintkp.reading.frames.marching import march_words, marches
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.meeting import meeting_words, meetings
from osintkp.reading.frames.missions import mission_words, missions
from osintkp.reading.frames.mourning import mourning_words
from osintkp.reading.frames.nominal import RETURNED, nominal
from osintkp.reading.frames.output import BY_DAY, CUTS, MOVING, output
from osintkp.reading.frames.pledging import ASKS, PAYS, PLEDGES, RAISES, pledging
from osintkp.reading.frames.rebuffing import CALLS, rebuffs
from osintkp.reading.frames.sharing import SHARE, TRADES, share_verbs, sharing
from osintkp.reading.frames.stopping import FOILED, FOUND, SEIZES, stopped
from osintkp.reading.frames.supplying import RULES, supplied, supplying
from osintkp.reading.frames.swapping import DENYING, swaps
from osintkp.reading.frames.trials import FIRED, PUT, TESTS, trials
from osintkp.reading.frames.truces import ENDED, concluded, truces
from osintkp.reading.frames.uprooting import uprooted, uprooting_words


class Pass(NamedTuple):
    """
    A family that a sentence is set against.

    Attributes:
        words: Of these a sentence has one, or the family finds nothing in it.
        find: What adds to the events of a sentence those of the family.
    """

    words: frozenset[str]
    find: Callable[[Matching], None]


@functools.cache
def before_verbs() -> tuple[Pass, ...]:
    """Return the families that come before the rows of the verbs, in order."""
    return (
        Pass(limit_words(), limits),
        Pass(CUTS | MOVING | BY_DAY, output),
        Pass(CAPS, capping),
        Pass(DENYING, swaps),
        Pass(CALLS, rebuffs),
        Pass(agreement_words(), agreements),
        Pass(frozenset(("agree",)), truces),
        Pass(ENDED, concluded),
        Pass(RAISES | ASKS | PAYS | PLEDGES, pledging),
        Pass(TESTS | PUT | FIRED, trials),
        Pass(march_words(), marches),
        Pass(SEIZES | FOUND | FOILED, stopped),
    )


@functools.cache
def after_verbs() -> tuple[Pass, ...]:
    """Return the families that come right after the rows of the verbs, in order."""
    return (
        Pass(share_verbs() | {SHARE} | TRADES, sharing),
        Pass(_nouns(lambda row: row["rule"] in RULES), supplying),
        Pass(meeting_words(), meetings),
        Pass(gathering_words(), gatherings),
        Pass(mission_words(), missions),
        Pass(exercise_nouns(), exercises),
        Pass(uprooting_words(), uprooted),
    )


@functools.cache
def by_nouns() -> Pass:
    """Return the rows of the nouns."""
    return Pass(_nouns(lambda row: not row.get("own")) | {RETURNED}, nominal)


@functools.cache
def by_adjective() -> Pass:
    """Return what finds who gave from a participle before the goods."""
    return Pass(grammar().things["supplied"], supplied)


def _nouns(wanted: Callable[[dict[str, object]], bool]) -> frozenset[str]:
    known = grammar()
    return frozenset(
        noun for noun, numbers in known.noun_rows.items() if any(wanted(known.rows[each]) for each in numbers)
    )


def run(passes: tuple[Pass, ...], matching: Matching, said: frozenset[str]) -> None:
    """
    Set a sentence against families.

    Args:
        passes: The families.
        matching: The sentence.
        said: What they need of its words.
    """
    for words, find in passes:
        if not words.isdisjoint(said):
            find(matching)


@functools.cache
def _wanted() -> frozenset[str]:
    """Return every word that some family needs."""
    passes = (*before_verbs(), *after_verbs(), by_nouns(), by_adjective())
    known = frozenset(word for each in passes for word in each.words)
    return known | FIGHTS | FIGHTING | COMPARED | mourning_words()


def gist(row: list[Piece], words: list[str]) -> frozenset[str]:
    """Return what families need of a sentence: of its words, lemmas, nouns, particles and first words of hedges."""
    said = words[:]
    for piece in row:
        if isinstance(piece, Noun):
            for _, noun in piece.nouns:
                said.append(noun)
            for amount in piece.amounts:
                if amount.hedge:
                    said.append(amount.hedge.partition(" ")[0])
        elif isinstance(piece, Verb):
            said += piece.lemmas
        elif piece.last > piece.first:
            said.append(piece.word)
    return _wanted().intersection(said)
