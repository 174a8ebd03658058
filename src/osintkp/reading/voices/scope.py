"""What a cue reaches: the words that somebody says, or says are not so."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from osintkp.reading.events import Speaker
from osintkp.reading.mentions import DateMention
from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.denial import Matter, reaches
from osintkp.reading.voices.page import Page
from osintkp.reading.voices.taking_up import Back


class Clause(NamedTuple):
    """
    What a reporting clause lends to what it reports.

    Attributes:
        speakers: Who says so, origin first.
        modality: The modality that cue and source lend.
        said: When it was said; None where the clause does not tell.
        loose: Whether the source is one that alleges whatever its verb.
    """

    speakers: tuple[Speaker, ...] = ()
    modality: str | None = None
    said: DateMention | None = None
    loose: bool = False


@attrs.define(kw_only=True)
class Scope:
    """
    The words that somebody says, or says are not so.

    Attributes:
        first: The number of the first word.
        last: The number of the last.
        cue: The cue.
        speakers: Who says so, origin first.
        denies: Whether it is denied.
        matter: Of a denial, what it reaches.
        back: Of a denial that takes up what was told before, what it takes up.
        loose: Whether the source is one that alleges whatever its verb.
        modality: The modality that the cue lends.
        said: When it was said; None for not told.
        rule: What decided it.
        confidence: From 0 to 1.
    """

    first: int
    last: int
    cue: Sighting
    speakers: tuple[Speaker, ...] = ()
    denies: bool = False
    matter: Matter | None = None
    back: Back | None = None
    loose: bool = False
    modality: str | None = None
    said: DateMention | None = None
    rule: str
    confidence: float = 0.9

    def holds(self, page: Page, trigger: int) -> bool:
        """Tell whether a trigger is among the words."""
        if self.denies and self.cue.first <= trigger <= self.cue.last:
            return self.matter is not None and self.matter.manner == "thing"
        if not self.first <= trigger <= self.last:
            return False
        return self.matter is None or reaches(page, self.matter, trigger)


def over(
    cue: Sighting, first: int, last: int, rule: str, clause: Clause | None = None, sure: float = 0.9
) -> Scope:
    """Return the scope of a cue over words that are said to be so, by whom a clause names."""
    if clause is None:
        return Scope(first=first, last=last, cue=cue, rule=rule, confidence=sure)
    return Scope(
        first=first, last=last, cue=cue, speakers=clause.speakers, loose=clause.loose, modality=clause.modality,
        said=clause.said, rule=rule, confidence=sure,
    )  # fmt: skip


def doubted(cue: Sighting, first: int, last: int, rule: str) -> Scope:
    """Return the scope of a cue over words that nobody vouches for and nobody denies."""
    return Scope(first=first, last=last, cue=cue, modality="alleged", rule=rule, confidence=0.7)


def denied(cue: Sighting, found: Matter, rule: str, clause: Clause | None = None, sure: float = 0.9) -> Scope:
    """Return the scope of a cue over words that are said not to be so."""
    by = clause or Clause()
    return Scope(
        first=found.first, last=found.last, cue=cue, speakers=by.speakers, denies=True, matter=found,
        modality=by.modality, said=by.said, rule=rule, confidence=sure,
    )  # fmt: skip


def answering(cue: Sighting, back: Back, rule: str, clause: Clause | None = None) -> Scope:
    """Return the scope of a cue that denies what was told before; among its own words nothing is denied."""
    by = clause or Clause()
    return Scope(
        first=back.first, last=back.last, cue=cue, speakers=by.speakers, denies=True, back=back, said=by.said, rule=rule,
        confidence=0.7,
    )  # fmt: skip
