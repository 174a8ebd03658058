"""What the sentences of a text say to have happened: frames of verbs and nouns, and who stands in which place."""

from __future__ import annotations

from osintkp.reading.clauses.asking import is_asked
from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.passives import shared
from osintkp.reading.clauses.phrasing import phrased
from osintkp.reading.clauses.tagging import tagged
from osintkp.reading.events import Event, Slot
from osintkp.reading.frames.agreeing import agreements
from osintkp.reading.frames.capping import capping
from osintkp.reading.frames.comparing import compared
from osintkp.reading.frames.dating import Heading
from osintkp.reading.frames.foes import foes
from osintkp.reading.frames.gapping import following, gapping
from osintkp.reading.frames.handing import handed
from osintkp.reading.frames.joining import joined
from osintkp.reading.frames.launching import launching
from osintkp.reading.frames.limiting import broken, limits
from osintkp.reading.frames.listing import listed
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.meeting import meetings
from osintkp.reading.frames.nominal import nominal
from osintkp.reading.frames.returning import returned
from osintkp.reading.frames.selling import selling
from osintkp.reading.frames.sharing import sharing
from osintkp.reading.frames.spacing import spaced
from osintkp.reading.frames.stating import stating
from osintkp.reading.frames.stopping import hauls, stopped
from osintkp.reading.frames.supplying import supplied, supplying
from osintkp.reading.frames.swapping import swaps
from osintkp.reading.frames.told import Told
from osintkp.reading.frames.trials import outcomes, trials
from osintkp.reading.frames.truces import truces
from osintkp.reading.mentions import Mentions
from osintkp.reading.pages.structure import Structure
from osintkp.reading.tokens import Tokens

LONGEST = 400
SKIPPED = frozenset(("boilerplate", "byline"))


def events(tokens: Tokens, structure: Structure, mentions: Mentions) -> list[Event]:
    """
    Return what a text says to have happened, in the order of its sentences.

    Args:
        tokens: Its words.
        structure: Its sentences.
        mentions: What is seen in it.
    """
    ground = Ground(tokens, mentions)
    measures = ground.grammar.things["measures"]
    told: list[Told] = []
    leads: dict[int, Told] = {}
    topics: list[tuple[int, Slot]] = []
    fights: list[tuple[str, str]] = []
    heading = Heading()
    for number, sentence in enumerate(structure.sentences):
        asked = is_asked(tokens.words, sentence.first, sentence.last)
        if (
            sentence.part in SKIPPED
            or asked
            or (sentence.lead not in leads and not _worth(ground, sentence.first, sentence.last))
        ):
            continue
        for first in range(sentence.first, sentence.last + 1, LONGEST):
            row = shared(phrased(tagged(ground, first, min(sentence.last, first + LONGEST - 1)), measures))
            matching = Matching(row, ground)
            lead = leads.get(sentence.lead) if sentence.lead is not None else None
            if lead is not None:
                listed(matching, lead)
            else:
                limits(matching)
                capping(matching)
                swaps(matching)
                agreements(matching)
                truces(matching)
                trials(matching)
                stopped(matching)
                matching.run()
                sharing(matching)
                supplying(matching)
                meetings(matching)
                stating(matching)
                nominal(matching)
                selling(matching)
                gapping(matching)
                following(matching, told)
                supplied(matching)
                broken(matching)
                launching(matching)
                outcomes(matching)
                hauls(matching, told)
            compared(matching)
            spaced(matching)
            returned(matching)
            handed(matching)
            heading.run(matching, number, sentence.block)
            for each in matching.told:
                each.sentence = number
                told.append(each)
            if matching.told:
                leads[number] = lead or matching.told[-1]
            topics += [(number, each) for each in matching.topics(rows=True)]
            fights += foes(matching.clauses)
    return joined(told, topics, fights, ground, structure)


def _worth(ground: Ground, first: int, last: int) -> bool:
    """Tell whether a sentence has a word that a frame knows."""
    return not ground.grammar.triggers.isdisjoint(ground.tokens.words[first : last + 1])
