"""The numbers that the quoted words of a claim say, and what can be worked out from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from osintkp.checks._foreign import western
from osintkp.claim import Claim
from osintkp.errors import DimensionError, UnitError
from osintkp.group import Group
from osintkp.units.arithmetic import restated
from osintkp.units.definitions import factor
from osintkp.units.refusals import words
from osintkp.vocabulary.numbers import Form, NumberMention, counts, numbers
from osintkp.vocabulary.scales import LinkKind

REACH = 60


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Said:
    """
    A number in a quote.

    Attributes:
        mention: The number.
        rest: The words after it.

    Example:
        >>> Said(mention=numbers("5 to 7 tonnes")[0], rest=" tonnes").values
        (5.0, 7.0)
    """

    mention: NumberMention
    rest: str = ""

    @property
    def values(self) -> tuple[float, ...]:
        """Return the ends and the best value that it gives, each once."""
        ends = (self.mention.low, self.mention.best, self.mention.high)
        return tuple(dict.fromkeys(end for end in ends if end is not None))

    def units(self) -> Iterator[str]:
        """Give the names of units that the words after the number may stand for: one word, two, or a rate."""
        if self.mention.symbol == "%":
            yield "percent"
        if self.mention.form is Form.FRACTION:
            yield ""
        match = re.compile(r"[\s-]?([^\W\d_]+)(?:\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?)?").match(self.rest)
        if match is None:
            return
        first, second, third = match.groups()
        if first.startswith("cal") and (self.mention.best or 1) < 1:
            yield "inch"
        if second is not None:
            yield f"{first}_{second}".lower()
        if third is not None and second in ("per", "a"):
            yield f"{first}/{third}".lower()
        yield from _readings(first)


def _readings(word: str) -> Iterator[str]:
    yield from (word, word.lower())
    for name in (word, word.lower().removesuffix("s")):
        yield from words()["ambiguous"].get(name, ())
        yield words()["instead"].get(name, name)


def numbers_said(claim: Claim) -> list[Said]:
    """Return the numbers in the quotes of a claim."""
    return [
        Said(mention=mention, rest=span.quote[mention.end : mention.end + REACH])
        for span in claim.spans
        for mention in numbers(western(span.quote))
    ]


def in_unit(said: list[Said], unit: str) -> list[float]:
    """Return the numbers that stand in another unit of a unit's kind, in that unit; a bare fraction is a pure number."""
    found: list[float] = []
    for number in said:
        for name in number.units():
            try:
                times = factor(name, unit)
            except (DimensionError, UnitError):
                continue
            if times != 1 or number.mention.form is Form.FRACTION:
                found += [value * times for value in number.values]
    return found


def counted(claim: Claim) -> list[float]:
    """Return what words like "a", "both" and "no" count, unless they belong to a number."""
    found: list[float] = []
    for span in claim.spans:
        taken = {place for mention in numbers(span.quote) for place in range(mention.start, mention.end)}
        found += [
            mention.best
            for mention in counts(span.quote)
            if mention.best is not None and mention.start not in taken
        ]
    return found


def nothing(claim: Claim) -> bool:
    """
    Tell whether the quotes of a claim say in other words than a number that there is or may be nothing.

    Example:
        >>> from osintkp.evidence import Span
        >>> from osintkp.records.limit import Limit
        >>> nothing(Claim(id="a/1", source="a", record=Limit(), spans=(Span(quote="coal is banned"),)))
        True
    """
    words = (
        r"ban|banned|bans|ceased?|embargo|forbidden|forbids?|halted|halts?|neither|never|none|nothing|"
        r"prohibits?|prohibited|prohibition|stopped|stops?|suspended|without"
    )
    return re.search(rf"\b(?:{words})\b", claim.quote, re.IGNORECASE) is not None


def worked_out(said: list[Said], claim: Claim, unit: str, group: Group) -> list[float]:
    """Return what the shares and multiples in the quotes come to, of the figures that they may be of."""
    bases = _bases(said, claim, unit, group)
    return [base * share for share in _shares(said, claim) for base in bases]


def _bases(said: list[Said], claim: Claim, unit: str, group: Group) -> list[float]:
    """Return the figures that a share may be of: those in the quotes, and those of the claims that this one is linked to."""
    plain = (
        number for number in said if number.mention.form is not Form.FRACTION and number.mention.symbol != "%"
    )
    found = [value for number in plain for value in number.values]
    for link in claim.links:
        other = group.beyond.get(link.claim)
        if other is None or other.amount is None:
            continue
        try:
            amount = restated(other.amount, unit)
        except DimensionError:
            continue
        found += [end for end in (amount.low, amount.best, amount.high) if end is not None]
    return found


def _shares(said: list[Said], claim: Claim) -> list[float]:
    """Return the shares that the quotes name and, where the claim is linked by a ratio, the multiples."""
    found = [1.0] if re.search(r"\ball\b", claim.quote, re.IGNORECASE) else []
    for number in said:
        if number.mention.form is Form.FRACTION:
            found += number.values
        elif number.mention.symbol == "%":
            found += [
                part for value in number.values for part in (value / 100, 1 + value / 100, 1 - value / 100)
            ]
    if claim.linked(LinkKind.RATIO_TO):
        found += [*counted(claim), *(value for number in said for value in number.values)]
    return found
