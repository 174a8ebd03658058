"""Whether two places named in words lie apart, as far as the table of places tells."""

from __future__ import annotations

import attrs

from osintkp.checks._wording import listed
from osintkp.vocabulary import places
from osintkp.vocabulary.places import Place
from osintkp.vocabulary.scales import Answer

NEAR_KM = 50.0
FAR_KM = 1000.0
WIDE = frozenset({"area", "canal", "oblast", "region", "river", "sea", "strait", "state"})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Apart:
    """
    Whether two places lie apart: what stands in the one does not stand in the other.

    Attributes:
        answer: Yes, no (one is, or holds, the other) or undecided.
        why: What is not known, where it is undecided; else empty.
        km: The great-circle distance in kilometres; None where a state, which is no point, is one of them.
    """

    answer: Answer
    why: str = ""
    km: float | None = None


def apart(one: str, other: str, holders: frozenset[str] = frozenset()) -> Apart:
    """
    Return whether two places named in words lie apart.

    Towns nearer to each other than 50 km are undecided, since one may be named for the other; so is a region and a place
    of its state, unless 1,000 km lie between them, since the table may not say what the region holds.

    Args:
        one: A place in words.
        other: Another.
        holders: States whose name may stand for land that they hold, whose it is or not.

    Example:
        >>> apart("Goma", "North Kivu").answer, apart("Benghazi", "Tripoli").why
        (<Answer.NO: 'no'>, 'Tripoli may be tripoli-lb or tripoli-ly')
        >>> found = apart("Goma", "Kinshasa")
        >>> found.answer, round(found.km)
        (<Answer.YES: 'yes'>, 1573)
    """
    matches = [places.resolve(words) for words in (one, other)]
    if one.strip().casefold() == other.strip().casefold():
        return Apart(answer=Answer.NO)
    for words, match in zip((one, other), matches, strict=True):
        if match.place is None:
            may = f"{words} may be {listed(match.candidates).replace(' and ', ' or ')}"
            why = may if match.candidates else f"the table of places does not know {words!r}"
            return Apart(answer=Answer.UNDECIDED, why=why)
    here, there = (match.place or "" for match in matches)
    if places.within(here, there) or places.within(there, here):
        return Apart(answer=Answer.NO)
    return _of(places.place(here), places.place(there), holders)


def _of(here: Place, there: Place, holders: frozenset[str]) -> Apart:
    km = None if None in (here.lat, there.lat) else places.distance_km(here.id, there.id)
    if km is not None and km < NEAR_KM:
        why = f"{here.name} and {there.name} lie only {km:,.0f} km apart, and one may be named for the other"
        return Apart(answer=Answer.UNDECIDED, why=why, km=km)
    for state, land in ((here, there), (there, here)):
        if state.kind == "state" and state.id in holders and land.kind != "state":
            why = f"{land.name} may be counted to {state.name}, if {state.name} holds it"
            return Apart(answer=Answer.UNDECIDED, why=why)
    if here.state is not None and there.state is not None and here.state != there.state:
        return Apart(answer=Answer.YES, km=km)
    wide = {place.kind for place in (here, there)} & WIDE
    if not wide or here.kind == there.kind == "oblast" or (km is not None and km >= FAR_KM):
        return Apart(answer=Answer.YES, km=km)
    why = f"the table of places does not say whether {here.name} and {there.name} have ground in common"
    return Apart(answer=Answer.UNDECIDED, why=why, km=km)


def holds(area: str, words: str) -> bool:
    """
    Tell whether a place named in words certainly lies in another, or is it.

    Example:
        >>> holds("North Kivu", "Goma"), holds("Goma", "North Kivu"), holds("nowhere", "Goma")
        (True, False, False)
    """
    outer = places.resolve(area).place
    return outer is not None and places.within(places.resolve(words).place, outer)
