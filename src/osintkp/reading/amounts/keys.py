"""Numbers that belong to names and keys: resolutions, models, addresses, telephones, lists."""

from __future__ import annotations

import functools
import re

from osintkp.reading.amounts.models import is_model, unit_of_model
from osintkp.reading.amounts.words import words


def is_key(view: str, start: int, end: int) -> bool:
    """
    Tell whether digits are part of an address, a telephone number, a reference, a list or a score.

    Example:
        >>> is_key("see [12]", 5, 7), is_key("won 3-1", 4, 5), is_key("sent 12 tanks", 5, 7)
        (True, True, False)
    """
    before, after = view[start - 1 : start], view[end : end + 1]
    if (before and before in "#@_=\\&\u00a7\u2116*+") or (after and after in "@_=\\#"):
        return True
    digits = view[start:end]
    if digits[0] == "0" and digits != "0" and not digits.startswith("0.") and digits.isdigit():
        return True
    if before == "[" and after == "]":
        return True
    if before == "(" and after == ")" and len(digits) < 5 and digits.isdigit():
        return not _counts_before(view, start)
    if after and after in "-\u2013/:" and view[end + 1 : end + 2].isdigit():
        return True
    if (
        before
        and before in "-\u2013/:"
        and view[start - 2 : start - 1].isalnum()
        and view[start - 4 : start] not in ("-to-", "-or-")
    ):
        return True
    if after == "\u00b0" and view[end + 1 : end + 3].strip()[:1] not in ("c", "f"):
        return True
    return _listed(view, start, end)


def _counts_before(view: str, start: int) -> bool:
    """Return whether a counted noun stands before a bracket: "tanks (45)"."""
    said = view[max(0, start - 20) : start - 1].split()
    if not said or view[start - 2 : start - 1] != " ":
        return False
    return said[-1] in words().nouns or ("-" in said[-1] and unit_of_model(said[-1]) is not None)


def _listed(view: str, start: int, end: int) -> bool:
    """Return whether a number at the beginning of a line is the number of a list: "3. Ammunition"."""
    if end - start > 3 or view[end : end + 1] not in (".", ")", ":"):
        return False
    line = view[max(0, start - 4) : start]
    opened = not line.strip(" (") if start < 5 else line.rstrip(" (").endswith("\n")
    return opened and view[end + 1 : end + 2] in (" ", "\n", "")


def is_named(view: str, text: str, start: int, end: int, said: list[str], *, counted: bool) -> bool:
    """
    Tell whether a number belongs to a name: "Resolution 1718", "Leopard 2 tanks", "No. 3".

    Args:
        view: The text in small letters.
        text: The text itself.
        start: Where the number begins.
        end: Where it ends.
        said: The words before.
        counted: Whether a noun or unit follows.

    Example:
        >>> is_named("resolution 1718 on", "Resolution 1718 on", 11, 15, ["resolution"], counted=False)
        True
    """
    if not said:
        return False
    if said[-1] == "of" and said[-2:-1] == ["group"] and text[view.rfind("group", 0, start)].isupper():
        return True
    last = said[-1].lstrip("(\"'[\u2014")
    if last == "war" and said[-2:-1] == ["world"]:
        return True
    if last in words().nouns and view[end : end + 1] in ("", "\n"):
        return False
    spelt = not view[start:end].isdigit()
    if last in words().sets["designators"]:
        if last in (
            "no",
            "order",
            "round",
            "call",
            "item",
            "unit",
            "class",
            "day",
            "act",
            "press",
            "top",
            "base",
            "plant",
            "camp",
            "route",
        ) and (spelt or counted):
            return False
        if not (spelt and text[view.rfind(last, 0, start)].islower()):
            return not (counted and last in words().sets["maybe_names"])
    if spelt or last[-1:] in ",.;:!?)\"'" or not last[-1:].isalnum():
        return False
    at = view.rfind(last, 0, start)
    if not text[at : at + 1].isupper() or (_starts_sentence(view, at) and last in words().stops):
        return False
    if last in words().stops or last in words().sets["months"] or len(view[start:end]) > 4:
        return False
    if counted:
        return (len(view[start:end]) == 1 and _is_model_name(last)) or _is_model(said, last, view[start:end])
    return True


def _is_model(said: list[str], last: str, digits: str) -> bool:
    """Return whether a number ends the name of a model that stands before what it is: "Mirage 2000 jets"."""
    if is_model(last, digits):
        return True
    return len(said) > 1 and is_model(f"{said[-2]} {last}", digits)


def _is_model_name(word: str) -> bool:
    return (
        unit_of_model(word) is not None
        or unit_of_model(word + " 2") is not None
        or word in ("type", "mark", "mk")
    )


def _starts_sentence(view: str, at: int) -> bool:
    earlier = view[max(0, at - 3) : at].rstrip(" \"'(")
    return not earlier or earlier[-1] in ".!?\n:;\u2022-\u2014"


def is_address(view: str, text: str, end: int) -> bool:
    """
    Tell whether a number is that of a house: "1600 Pennsylvania Avenue".

    Example:
        >>> said = "10 Downing Street"
        >>> is_address(said.lower(), said, 2)
        True
    """
    if not text[end + 1 : end + 2].isupper():
        return False
    match = _street().match(view, end)
    return match is not None


def is_proper(view: str, text: str, start: int, end: int, said: list[str]) -> bool:
    """
    Tell whether a number in words is part of a name: "Group of Seven", "the Five Eyes".

    Example:
        >>> said = "the Five Eyes partners"
        >>> is_proper(said.lower(), said, 4, 8, ["the"])
        True
    """
    if not text[start].isupper():
        return False
    if len(said) > 1 and said[-1] == "of" and said[-2] in ("group", "gang", "class", "club", "band"):
        return True
    if not said or _starts_sentence(view, start) or said[-1][-1:] in ".!?:;-\u2014\u2022*":
        return False
    return said[-1] in ("the", "big", "of", "and", "'s") and (
        text[end + 1 : end + 2].isupper() or said[-1] == "big"
    )


@functools.cache
def _street() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:[a-z.']{2,16}\s){1,3}(?:street|avenue|ave|road|rd|lane|boulevard|blvd|drive)\b|\sdowning\b"
    )
