"""How English bends words: the plural of a noun, which is also the third person of a verb."""

from __future__ import annotations

VOWELS = frozenset("aeiou")


def is_soft(word: str) -> bool:
    """
    Tell whether a word ends in a "y" that turns into "ie" when something follows.

    Example:
        >>> is_soft("supply"), is_soft("convoy")
        (True, False)
    """
    return word.endswith("y") and word[-2] not in VOWELS


def plural(noun: str) -> str:
    """
    Return the plural of a noun, or the third person of a verb.

    Example:
        >>> [plural(word) for word in ("supply", "truce", "launch", "convoy")]
        ['supplies', 'truces', 'launches', 'convoys']
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun if noun in ("sanctions", "talks", "negotiations") else noun + "es"
    if is_soft(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun in ("go", "do", "veto") else "s")
