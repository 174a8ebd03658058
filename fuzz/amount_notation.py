"""A text is an amount that prints as it reads, or is refused in words that are safe to print."""

from __future__ import annotations

from _target import as_text, attempt
from osintkp import Amount


def check(data: bytes) -> None:
    """Read bytes as an amount, print it, read it again, and hold it against another."""
    amount = attempt(lambda: Amount.parse(as_text(data)))
    if amount is None:
        return
    assert Amount.parse(str(amount)) == amount
    ends = [end for end in (amount.low, amount.best, amount.high) if end is not None]
    assert ends == sorted(ends)
    assert ends
    amount.equal(amount)
    attempt(lambda: amount.less(Amount.parse("3 container")))
    doubled = attempt(lambda: amount.scaled(2))
    assert doubled is None or Amount.parse(str(doubled)) == doubled
