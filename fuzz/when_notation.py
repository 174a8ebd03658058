"""A text is a date whose bounds are in order and whose relations fit together, or is refused."""

from __future__ import annotations

from functools import partial

from _target import as_text, attempt
from osintkp import When
from osintkp.vocabulary.scales import Answer

KNOWN = ("2024-06-19", "2023-09/..", "2024-XX", "XXXX-09", "../2022", "0044~")


def check(data: bytes) -> None:
    """Read bytes as a date, print it, and ask every relation to a few others."""
    when = attempt(lambda: When.parse(as_text(data)))
    if when is None:
        return
    assert When.parse(str(when)) == when
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    whole = attempt(lambda: when.whole)
    assert whole is None or (whole.earliest, whole.latest) == (when.earliest, when.latest)
    assert when.days is None or 1 <= when.days[0] <= when.days[1]
    for other in map(When.parse, KNOWN):
        attempt(partial(when.until, other))
        assert when.overlaps(other) == other.overlaps(when)
        assert when.same(other) == other.same(when)
        assert not (when.before(other) is Answer.YES and when.after(other) is Answer.YES)
        assert when.certainly_before(other) is not Answer.YES or when.possibly_before(other) is Answer.YES
