"""What the sentences of a text say to have happened: frames of verbs and nouns, and who stands in which place."""

from __future__ import annotations

from collections.abc import Mapping

from osintkp.reading.clauses.apposed import apposed
from osintkp.reading.clauses.asking import is_asked
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.passives import shared
from osintkp.reading.clauses.phrasing import phrased
from osintkp.reading.clauses.tagging import tagged
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.agreeing import agreement_words
from osintkp.reading.frames.arrivals import arrivals
from osintkp.reading.frames.comparing import COMPARED, compared
from osintkp.reading.frames.dating import Heading
from osintkp.reading.frames.downing import downed, flown
from osintkp.reading.frames.foes import FIGHTING, FIGHTS, foes
from osintkp.reading.frames.gapping import following, gapping
from osintkp.reading.frames.handing import handed
from osintkp.reading.frames.joining import joined
from osintkp.reading.frames.launching import launching
from osintkp.reading.frames.leaning import settled
from osintkp.reading.frames.limiting import broken
from osintkp.reading.frames.listing import listed
from osintkp.reading.frames.loose import loose
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.meeting import times
from osintkp.reading.frames.mourning import mourning, mourning_words
from osintkp.reading.frames.packages import packaged
from osintkp.reading.frames.pacts import pacts
from osintkp.reading.frames.passes import after_verbs, before_verbs, by_adjective, by_nouns, gist, run
from osintkp.reading.frames.returning import returned
from osintkp.reading.frames.selling import selling
from osintkp.reading.frames.spacing import spaced
from osintkp.reading.frames.stating import stating
from osintkp.reading.frames.stopping import hauls
from osintkp.reading.frames.told import Told
from osintkp.reading.frames.trials import outcomes
from osintkp.reading.frames.verbal import verbal
from osintkp.reading.mentions import Mentions
from osintkp.reading.pages.sentences import Sentence
from osintkp.reading.pages.structure import Structure
from osintkp.reading.tokens import Tokens

LONGEST = 400
FOUGHT = FIGHTS | FIGHTING


def events(tokens: Tokens, structure: Structure, mentions: Mentions) -> list[Event]:
    """
    Return what a text says to have happened, in the order of its sentences.

    Args:
        tokens: Its words.
        structure: Its sentences.
        mentions: What is seen in it.
    """
    ground = Ground(tokens, mentions)
    ground.pacts = pacts(ground)
    measures = ground.grammar.things["measures"]
    told: list[Told] = []
    leads: dict[int, Told] = {}
    topics: list[tuple[int, Slot]] = []
    fights: list[tuple[str, str]] = []
    heading = Heading()
    for number, sentence in enumerate(structure.sentences):
        if not _is_read(ground, sentence, leads):
            continue
        for first in range(sentence.first, sentence.last + 1, LONGEST):
            last = min(sentence.last, first + LONGEST - 1)
            matching = Matching(shared(phrased(apposed(tagged(ground, first, last)), measures)), ground)
            said = gist(matching.row, tokens.words[first : last + 1])
            if not ground.pacts.keys().isdisjoint(tokens.words[first : last + 1]):
                said |= agreement_words()
            lead = leads.get(sentence.lead) if sentence.lead is not None else None
            if lead is not None:
                listed(matching, lead)
            else:
                _tell(matching, said, told, number)
            _finish(matching, said)
            heading.run(matching, number, sentence.block)
            for each in matching.told:
                each.sentence = number
            told += matching.told
            if matching.told:
                leads[number] = lead or matching.told[-1]
            topics += [(number, each) for each in matching.topics(rows=True)]
            if not FOUGHT.isdisjoint(said):
                fights += foes(matching.clauses)
    found = joined(told, topics, fights, ground, structure)
    return settled([*found, *loose(found, tokens, structure, mentions)], ground)


def _is_read(ground: Ground, sentence: Sentence, leads: Mapping[int, Told]) -> bool:
    """Tell whether a sentence can tell anything: it is reporting and no question, and has a word that a frame knows."""
    words = ground.tokens.words
    if not sentence.reports or is_asked(words, sentence.first, sentence.last):
        return False
    said = words[sentence.first : sentence.last + 1]
    known = not (ground.grammar.triggers.isdisjoint(said) and ground.pacts.keys().isdisjoint(said))
    return known or sentence.lead in leads


def _tell(matching: Matching, said: frozenset[str], before: list[Told], sentence: int) -> None:
    """Set a sentence against every family, in the order in which one leaves to the next what it does not tell."""
    run(before_verbs(), matching, said)
    verbal(matching)
    run(after_verbs(), matching, said)
    times(matching)
    stating(matching)
    packaged(matching, before, sentence)
    arrivals(matching, before, sentence)
    run((by_nouns(),), matching, said)
    if matching.told:
        selling(matching)
        gapping(matching)
    following(matching, before)
    run((by_adjective(),), matching, said)
    if not mourning_words().isdisjoint(said):
        mourning(matching)
    if matching.told:
        for finish in (broken, launching, outcomes):
            finish(matching)
    hauls(matching, before)


def _finish(matching: Matching, said: frozenset[str]) -> None:
    """Set what a sentence tells against the rest of it: figures told by others, ways, goods brought back or lost by others."""
    if not COMPARED.isdisjoint(said):
        compared(matching)
    spaced(matching)
    if matching.told:
        downed(matching)
        flown(matching)
        returned(matching)
        handed(matching)
