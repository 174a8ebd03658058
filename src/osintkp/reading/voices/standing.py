"""How an event stands in its own clause: said not to have happened, or only supposed."""

from __future__ import annotations

from osintkp.reading.events import Event
from osintkp.reading.voices.cues import Sighting
from osintkp.reading.voices.negation import came_to_nothing, denied_here, ended, negated, undone, until_then
from osintkp.reading.voices.page import Page


def said_not(
    page: Page, event: Event, trigger: int, low: int, high: int, near: list[Sighting], *, denied: bool
) -> bool:
    """Tell whether the clause itself says that an event did not happen."""
    no = denied_here(page, trigger, low, high) or came_to_nothing(page, trigger, high)
    for cue in near:
        if cue.row.group == "fail" and cue.last < trigger and undone(page, cue, trigger):
            no = not negated(page, cue, low)
    if event.negated and not no and (until_then(page, trigger, high) or ended(page, trigger, low)):
        return False
    return no if denied else no or event.negated


def supposed(page: Page, trigger: int, low: int, near: list[Sighting]) -> bool:
    """Tell whether a trigger stands in a clause that begins with "if" or "whether"."""
    words = page.words
    for cue in near:
        if (
            cue.row.verb == "if"
            and low <= cue.first < trigger
            and words[cue.first] in ("if", "unless", "whether", "should", "were")
        ) and not any(words[each] in (",", ";", ".") for each in range(cue.last + 1, trigger)):
            return True
    return False
