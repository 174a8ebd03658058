"""Counts without verb and noun after the first of a row: "Germany gave 18 tanks, Sweden 10 and Norway eight"."""

from __future__ import annotations

import functools
import re

LONGEST = 40


def gapped(text: str, counted: int, start: int, end: int) -> bool:
    """
    Tell whether a number stands for another actor with what was counted right before.

    Args:
        text: The text itself.
        counted: Where the last figure ends, its noun included; below zero for none.
        start: Where the number begins.
        end: Where it ends.

    Example:
        >>> gapped("Chad sent 18 tanks, Mali 10.", 18, 25, 27), gapped("18 tanks, a Boeing 747.", 8, 19, 22)
        (True, False)
    """
    if not 0 <= counted < start <= counted + LONGEST:
        return False
    return _actor().fullmatch(text, counted, start) is not None and _ends().match(text, end) is not None


@functools.cache
def _actor() -> re.Pattern[str]:
    return re.compile(r"(?:[,;]\s|,?\s(?:and|while|but)\s)(?:the\s)?(?:[A-Z][\w'.-]{1,20}\s){1,3}")


@functools.cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[,.;)](?!\s?(?:and\s)?\d)|$|\s(?:and|while|but|in|by|of)\s(?!\d)")
