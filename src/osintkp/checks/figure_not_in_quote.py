"""
The coded figure can be derived from the quoted words: it stands there in digits or words, or follows from a figure it is linked to.

The number in the notation has to be one of the numbers in the quote: "three million", "6.7 thousand", "dozens" for 24 or more.
The unit may be another one of its kind: 74,000 tonnes are 74,000,000 kilogram. "Half of them" is half of the figure that the
claim is linked to; "a limousine" is one; "no shells" is none, and so is what is banned. A calibre has to stand in the quote in the same way.

## Why it matters
A slip of a digit, a multiplier that was overlooked, a figure taken from the next sentence: each makes a claim whose words do
not say what its figure says. A machine reader makes such slips in bulk, and nobody sees them in a table of figures.

## Found
```toml
[source]
id = "wire"
[[claim]]
id = "rifles"
quote = "a dhow with 2,000 rifles for the Houthis"
seizure = { actor = "US", recipient = "houthis", item = "weapons/small-arms", amount = "20000 rifle" }
```

## Not found
```toml
[source]
id = "wire"
[[claim]]
id = "rifles"
quote = "a dhow with some two thousand rifles for the Houthis"
seizure = { actor = "US", recipient = "houthis", item = "weapons/small-arms", amount = "~2000 rifle" }
[[claim]]
id = "new"
quote = "half of them unused"
seizure = { actor = "US", recipient = "houthis", item = "weapons/small-arms", amount = "1000 rifle" }
links = [{ kind = "part_of", claim = "wire/rifles" }]
```

## Assumptions
A point is a decimal point; where only the reading as thousands gives the figure ("6.700" for 6,700), the finding says so.
Digits may be of any script. Words for numbers are read in English alone: in a text of another language a figure
that no digit gives is no error.
Vague words have the lower ends of this library: "thousands" is 2,000 or more, "several" 3 or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

import attrs

from osintkp.checks._figures import quoted, worded
from osintkp.checks._foreign import UNREAD, Reading, foreign, readings
from osintkp.checks._said import Said, counted, in_unit, nothing, numbers_said, worked_out
from osintkp.checks._wording import figure, listed
from osintkp.claim import Claim
from osintkp.findings import Finding
from osintkp.group import Group, finding, one_by_one
from osintkp.units import Amount
from osintkp.units.looseness import rounding
from osintkp.units.notation import plain
from osintkp.vocabulary.numbers import NumberMention
from osintkp.vocabulary.numeral import sole_numeral
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "TXT102"
SAME = 1e-9
VAGUE = 'vague words have lower ends of their own here: "thousands" is 2,000 or more; other coders begin with 1,000'
POINT = "a point before three digits may set thousands apart, as in other languages than English"
METRES = "an m that is glued to a number may stand for millions or for metres"
SHARED = "a multiplier after the second of two numbers may belong to the first as well"


def _coded(claim: Claim) -> list[tuple[str, Amount]]:
    """Return the figures of a claim that its words have to give, each with what it is called."""
    calibre = claim.record.of("calibre")
    found = [] if claim.amount is None else [("", claim.amount)]
    return [*found, ("calibre ", calibre)] if isinstance(calibre, Amount) else found


def _has_figure(claim: Claim) -> bool:
    return bool(claim.spans) and (claim.amount is not None or claim.record.of("calibre") is not None)


GROUPS = one_by_one(_has_figure)


def find(group: Group) -> Iterator[Finding]:
    """Give a finding for each figure of a claim that its quotes do not give, or give only in another reading."""
    claim = group.claims[0]
    coded = [each for each in _coded(claim) if not _plainly_said(claim, each[1])]
    said = numbers_said(claim) if coded else []
    for name, amount in coded:
        if any(_ways(said, claim, amount, group)):
            continue
        others = ((each.mention, each.mention.other) for each in said if each.mention.other is not None)
        loose = next(((mention, other) for mention, other in others if _gives([other], amount)), None)
        if loose is not None:
            yield _read_otherwise(claim, name, amount, *loose)
            continue
        abroad = foreign(claim, group.beyond.sources.get(claim.source))
        other = next(
            (each for each in readings(claim, multiplied=abroad) if _gives(each.values, amount)), None
        )
        if other is not None:
            yield _on_condition(claim, name, amount, other)
        else:
            yield _unread(claim, name, amount, said) if abroad else _missing(claim, name, amount, said)


def _plainly_said(claim: Claim, amount: Amount) -> bool:
    """Tell whether a quote has no other number than the figure, in digits: what is so for most needs no closer look."""
    alone = (sole_numeral(span.quote) for span in claim.spans)
    return any(value is not None and _gives((value,), amount) for value in alone)


def _ways(said: list[Said], claim: Claim, amount: Amount, group: Group) -> Iterator[bool]:
    """Give whether each way of deriving the figure leads to it, from the plainest to the most roundabout."""
    yield _gives([value for each in said for value in each.values], amount)
    yield _gives(in_unit(said, amount.unit), amount, rounded=True)
    if amount is claim.amount:
        yield _gives(counted(claim), amount)
        yield amount.high == 0 and nothing(claim)
        yield _gives(worked_out(said, claim, amount.unit, group), amount, rounded=True)


def _gives(values: Sequence[float], amount: Amount, *, rounded: bool = False) -> bool:
    """Return whether the best value of an amount, or else each of its bounds, is among some values."""

    def among(end: float) -> bool:
        return any(_same(abs(end), value, rounded=rounded) for value in values)

    ends = [end for end in (amount.low, amount.high) if end is not None]
    return (amount.best is not None and among(amount.best)) or all(map(among, ends))


def _same(coded: float, value: float, *, rounded: bool) -> bool:
    """Return whether a coded number is a number of the text; one that was worked out may have been rounded for it."""
    low, high = rounding(plain(coded)) if rounded else (coded, coded)
    return low <= value <= high or isclose(coded, value, rel_tol=SAME)


def _missing(claim: Claim, name: str, amount: Amount, said: list[Said]) -> Finding:
    has = listed((in_digits(each.mention) for each in said), most=6) or "no number"
    message = f"{claim.id} codes {name}{worded(amount)}, which its quote does not give: the quote has {has}"
    working = dict.fromkeys(f"{quoted(each.mention.words)} = {in_digits(each.mention)}" for each in said)
    return finding(
        Verdict.CONFLICT,
        f"{message}{_slip(amount, said)}",
        (claim,),
        working=tuple(working) or (f"{quoted(claim.quote)}: no number",),
        severity=Severity.ERROR,
    )


def _unread(claim: Claim, name: str, amount: Amount, said: list[Said]) -> Finding:
    """Return that a quote in another language does not give a figure in digits; its words are not read."""
    found = _missing(claim, name, amount, said)
    return attrs.evolve(
        found,
        verdict=Verdict.UNDECIDED,
        message=f"{found.message}; words for numbers in its language are not read: a slip if none of them gives it",
        assumptions=(UNREAD,),
        severity=Severity.WARNING if said else Severity.INFO,
    )


def _on_condition(claim: Claim, name: str, amount: Amount, other: Reading) -> Finding:
    message = f"{claim.id} codes {name}{worded(amount)}, which {quoted(other.words)} gives only if {other.condition}"
    return finding(
        Verdict.AGREEMENT, message, (claim,), working=(quoted(claim.quote),), assumptions=(other.why,)
    )


def _read_otherwise(claim: Claim, name: str, amount: Amount, mention: NumberMention, other: float) -> Finding:
    said = quoted(mention.words)
    return finding(
        Verdict.AGREEMENT,
        f"{claim.id} codes {name}{worded(amount)}, which {said} gives only if it is read as {figure(other)}",
        (claim,),
        working=(f"{said} = {in_digits(mention)}, or {figure(other)}",),
        assumptions=(_why_two_readings(mention, other),),
    )


def _why_two_readings(mention: NumberMention, other: float) -> str:
    if mention.approximate:
        return VAGUE
    if mention.words.lower().endswith("m"):
        return METRES
    return SHARED if mention.best is not None and other < mention.best else POINT


def in_digits(mention: NumberMention) -> str:
    """
    Return what a number in a quote says, in digits.

    Example:
        >>> from osintkp.vocabulary.numbers import numbers
        >>> [in_digits(mention) for mention in numbers("dozens, or 5 to 7 thousand, or 30 percent")]
        ['24 or more', '5,000 to 7,000', '30 percent']
    """
    unit = " percent" if mention.symbol == "%" else ""
    ends = [figure(end) for end in (mention.low, mention.high) if end is not None]
    if mention.best is not None:
        return f"{figure(mention.best)}{unit}"
    return f"{' to '.join(ends)}{'' if len(ends) == 2 else ' or more'}{unit}"


def _slip(amount: Amount, said: list[Said]) -> str:
    """Return a hint where the coded figure is a number of the quote times a power of ten."""
    coded = next(end for end in (amount.best, amount.low, amount.high) if end is not None)
    for value in (value for each in said for value in each.values):
        for times in (10.0**power for power in range(1, 10)):
            if isclose(coded, value * times, rel_tol=SAME) or isclose(coded * times, value, rel_tol=SAME):
                return f"; {figure(value)} and {figure(coded)} are {figure(times)} times apart"
    return ""
