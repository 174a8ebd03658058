"""The two ends of a period as dates of their own."""

from __future__ import annotations

from osintkp.dates.when import When


def first_of(when: When) -> When | None:
    """
    Return the start of a period, or the date itself; None where the start is open or not said.

    Example:
        >>> str(first_of(When.parse("2023-09/.."))), first_of(When.parse("../2024"))
        ('2023-09', None)
    """
    return _end(when, when.edtf.partition("/")[0])


def last_of(when: When) -> When | None:
    """
    Return the end of a period, or the date itself; None where the end is open or not said.

    Example:
        >>> str(last_of(When.parse("2023-09/2024-02-26"))), last_of(When.parse("2023-09/.."))
        ('2024-02-26', None)
    """
    return _end(when, when.edtf.rpartition("/")[2])


def _end(when: When, text: str) -> When | None:
    if text == when.edtf and when.words is None and when.anchor is None:
        return when
    return None if text in ("", "..") else When.parse(text)
