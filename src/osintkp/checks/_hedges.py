"""What a telling has lost of another: the hedge of its figure, its mode, its likelihood, whose words they are."""

from __future__ import annotations

import attrs

from osintkp.checks._figures import quoted, worded
from osintkp.checks._loads import nominal
from osintkp.checks._wording import figure
from osintkp.claim import JOURNALISTIC, Claim
from osintkp.difference import REAL
from osintkp.evidence import UNKNOWN
from osintkp.units import Amount, Comparator
from osintkp.units.definitions import same_dimension, unit
from osintkp.vocabulary.scales import Modality

EXACT = 1e-9
REACH = 30
SIDES = {
    Comparator.ABOVE: 1,
    Comparator.AT_LEAST: 1,
    Comparator.FROM_ABOUT: 1,
    Comparator.BELOW: -1,
    Comparator.AT_MOST: -1,
}
ONLY = {
    Modality.CAPACITY: "tells as a fact what only could be",
    Modality.PREDICTED: "tells as a fact what is only predicted",
    Modality.CONDITIONAL: "tells as a fact what would only be on a condition",
    Modality.PLEDGED: "tells as done what is only pledged",
    Modality.AUTHORISED: "tells as done what is only authorised",
}
TO_COME = frozenset({Modality.PREDICTED, Modality.PLEDGED, Modality.AUTHORISED})
DOUBT = frozenset({
    "alleged", "allegedly", "apparently", "assessed", "believed", "could", "estimate", "estimated", "estimates", "likely",
    "may", "maybe", "might", "perhaps", "possible", "possibly", "potentially", "presumably", "probably", "purported",
    "reported", "reportedly", "rumoured", "suspected", "unconfirmed",
})  # fmt: skip
REPORTING = frozenset({
    "according", "accused", "accuses", "alleges", "announced", "announces", "claim", "claimed", "claims", "officials",
    "report", "reports", "said", "say", "saying", "says", "sources", "told",
})  # fmt: skip
BEFORE = (
    "about", "above", "almost", "approximately", "around", "as many as", "as much as", "at least", "at most", "below", "between",
    "circa", "close to", "estimated", "exceeding", "fewer than", "less than", "more than", "nearly", "no fewer than",
    "no more than", "over", "roughly", "some", "under", "up to", "upwards of",
)  # fmt: skip
AFTER = ("or more", "or so", "or fewer", "or less", "at least", "at most", "plus")


@attrs.frozen(kw_only=True, repr=False)
class Lost:
    """
    One thing that a telling has lost or changed.

    Attributes:
        words: What it does, as the rest of a sentence about it.
        grave: Whether it misleads; what is only rounder or shorter does not.
        apart: Whether the two cannot both hold.
        larger: Whether it is a larger figure.
    """

    words: str
    grave: bool = True
    apart: bool = False
    larger: bool = False


def same_number(one: Amount | None, other: Amount | None) -> bool:
    """
    Tell whether two amounts of one dimension print the same number, whatever their units and hedges.

    Example:
        >>> same_number(Amount.parse(">2 tonne"), Amount.parse("2000 kilogram"))
        True
    """
    if one is None or other is None:
        return False
    mine, theirs = nominal(one), nominal(other)
    if mine is None or theirs is None:
        return False
    if one.unit == other.unit and mine == theirs:
        return True
    alike = same_dimension(unit(one.unit), unit(other.unit))
    return alike and near(based(one, mine), based(other, theirs))


def end_of(exact: Amount | None, band: Amount | None) -> bool:
    """
    Tell whether an exact figure is an end of a range.

    Example:
        >>> end_of(Amount.parse("4000 person"), Amount.parse("3000..4000 person"))
        True
    """
    if exact is None or band is None or not _out_of(exact, band) or exact.best is None:
        return False
    value = based(exact, exact.best)
    return any(near(end, value) for end in band.band)


def near(one: float, other: float) -> bool:
    """Tell whether two numbers are one but for the error of a conversion."""
    return abs(one - other) <= EXACT * max(abs(one), abs(other))


def based(amount: Amount, value: float) -> float:
    """Return a value of an amount in base units."""
    return value * unit(amount.unit).factor


def hedged(amount: Amount) -> str:
    """
    Return an amount in words, with the hedge as printed where it was kept.

    Example:
        >>> hedged(Amount.parse('>10000 person "well over"')), hedged(Amount.parse("<=40 truck"))
        ('well over 10,000 person', 'at most 40 truck')
    """
    value = nominal(amount)
    if amount.hedge is None or value is None:
        return worded(amount)
    return f"{amount.hedge} {figure(value)} {amount.unit}".strip()


def figure_lost(copy: Claim, original: Claim) -> Lost | None:
    """
    Return what the hedge of a figure became, where the printed number is the same or an exact one out of a range.

    None where nothing was lost: another wording of the same hedge, a hedge that was added, a hedge that was not coded
    but stands in the quote.
    """
    mine, theirs = copy.amount, original.amount
    if mine is None or theirs is None or mine.comparator is theirs.comparator:
        return None
    if not (same_number(mine, theirs) or _out_of(mine, theirs)):
        return None
    if mine.comparator is Comparator.EXACT:
        kept = mine.hedge is not None or hedged_in_quote(copy)
        kept = kept or (theirs.comparator is Comparator.ABOUT and doubted(copy))
        return None if kept else Lost(words=_became(theirs, mine))
    sides = SIDES.get(mine.comparator, 0), SIDES.get(theirs.comparator, 0)
    if sides in ((1, -1), (-1, 1)):
        return Lost(words=f"{_became(theirs, mine)}, the hedge reversed", apart=True)
    firmer = theirs.comparator is Comparator.ABOUT and sides[0] != 0
    return Lost(words=_became(theirs, mine), grave=False) if firmer else None


def _became(one: Amount, other: Amount) -> str:
    return f'turns "{hedged(one)}" into "{hedged(other)}"'


def _out_of(exact: Amount, band: Amount) -> bool:
    """Tell whether an exact figure is one out of a range."""
    if (exact.comparator, band.comparator) != (Comparator.EXACT, Comparator.BETWEEN):
        return False
    if not same_dimension(unit(exact.unit), unit(band.unit)) or exact.best is None:
        return False
    low, high = band.band
    value = based(exact, exact.best)
    return low < value < high or near(low, value) or near(high, value)


def hedged_in_quote(claim: Claim) -> bool:
    """Tell whether the quoted words hedge the figure, although its amount was coded without a hedge."""
    from osintkp.vocabulary.numbers import numbers

    value = nominal(claim.amount)
    for span in claim.spans:
        for mention in numbers(span.quote):
            if value is not None and value not in (mention.low, mention.best, mention.high):
                continue
            head = span.quote[max(0, mention.start - REACH) : mention.start].casefold()
            tail = span.quote[mention.end : mention.end + REACH].casefold()
            if _has(head, BEFORE) or _has(tail, AFTER) or head.endswith(("~", ">", "<", "c. ")):
                return True
            if tail.startswith("+"):
                return True
    return False


def _has(text: str, phrases: tuple[str, ...]) -> bool:
    line = f" {' '.join(_letters(text))} "
    return any(f" {phrase} " in line for phrase in phrases)


def _letters(text: str) -> list[str]:
    return "".join(letter if letter.isalpha() else " " for letter in text.casefold()).split()


def _has_word(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text has one of some words; May beside a number is the month."""
    found = "".join(letter if letter.isalnum() else " " for letter in text).split()
    for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        month = word == "May" and (before.isdigit() or after.isdigit())
        if word.casefold() in words and not month:
            return True
    return False


def doubted(claim: Claim) -> bool:
    """Tell whether a claim keeps a doubt: a word of likelihood, or a word in its hedge or quote."""
    if claim.likelihood is not None:
        return True
    hedge = "" if claim.amount is None else claim.amount.hedge or ""
    return _has_word(f"{hedge} {claim.quote}", DOUBT)


def reported(claim: Claim) -> bool:
    """Tell whether a claim is put as somebody's words: by its attribution in the text, its mode, or a word of its quote."""
    named = claim.speaker is not None or claim.modality is Modality.ALLEGED
    return named or _has_word(claim.quote, DOUBT | REPORTING)


def mode_lost(copy: Claim, original: Claim) -> Lost | None:
    """Return how a telling is put in a firmer mode than another; None where it is not."""
    mine, theirs = copy.modality, original.modality
    if theirs in ONLY and mine in REAL:
        return Lost(words=ONLY[theirs])
    if theirs is Modality.CONDITIONAL and mine in TO_COME:
        return Lost(words="drops the condition")
    if mine is not Modality.STATED or theirs not in (Modality.ALLEGED, Modality.ESTIMATED) or doubted(copy):
        return None
    if theirs is Modality.ALLEGED:
        return None if reported(copy) else Lost(words=f"states as a fact what {_who(original, 'alleges')}")
    # An estimate of how much is no estimate of whether.
    bare = copy.amount is None and original.amount is None
    firm = copy.amount is not None and copy.amount.comparator is Comparator.EXACT
    return Lost(words=f"states as a fact what {_who(original, 'estimates')}", grave=bare or firm)


def likelihood_lost(copy: Claim, original: Claim) -> Lost | None:
    """Return how a telling is surer than another: its word of likelihood is gone or raised; None where it is not."""
    theirs = original.likelihood
    if theirs is None:
        if original.amount is None or copy.amount is None:
            return None
        lost = _doubt_lost(original.amount)
        return None if lost is None or doubted(copy) else lost
    if copy.likelihood is None:
        return None if doubted(copy) else Lost(words=f"drops {quoted(theirs.word)}")
    if copy.likelihood.scheme != theirs.scheme or theirs.scheme == JOURNALISTIC:
        return None
    from osintkp.vocabulary.likelihood import likelihood

    bands = likelihood(theirs.scheme, theirs.word), likelihood(theirs.scheme, copy.likelihood.word)
    raised = bands[1].low >= bands[0].high
    return Lost(words=f"raises {quoted(theirs.word)} to {quoted(copy.likelihood.word)}") if raised else None


def _doubt_lost(amount: Amount) -> Lost | None:
    """Return the word of doubt that a hedge holds."""
    if amount.hedge is None:
        return None
    word = next((word for word in _letters(amount.hedge) if word in DOUBT), None)
    return None if word is None else Lost(words=f'drops "{word}"')


def voice_lost(copy: Claim, original: Claim, *, grave: bool) -> Lost | None:
    """Return that a telling gives in its own voice what another gives as somebody's words; None where it does not."""
    if original.speaker is None or reported(copy) or doubted(copy):
        return None
    return Lost(words=f"gives in its own voice what {_who(original, 'says')}", grave=grave)


def _who(claim: Claim, verb: str) -> str:
    if claim.speaker in (None, UNKNOWN):
        return {"alleges": "is only alleged", "estimates": "is only an estimate"}.get(
            verb, "is only reported"
        )
    return f"{claim.speaker} {verb}"


def losses(copy: Claim, original: Claim, *, voice: bool | None) -> list[Lost]:
    """
    Return everything that a telling has lost of another.

    Args:
        copy: The telling.
        original: The one that it is held against.
        voice: Whether a lost attribution is grave; None not to ask for it.
    """
    number, mode = figure_lost(copy, original), mode_lost(copy, original)
    sure = likelihood_lost(copy, original) if number is None or original.likelihood is not None else None
    own = voice_lost(copy, original, grave=voice) if voice is not None and mode is None else None
    return [lost for lost in (number, mode, sure, own) if lost is not None]
