"""Reading TOML that may be hostile: what makes the standard library's reader slow is refused before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from osintkp.errors import InvalidValueError
from osintkp.resource_limits import DEFAULT, ResourceLimits


def toml_table(text: str, limits: ResourceLimits = DEFAULT) -> dict[str, Any]:
    """
    Return a TOML document as plain data.

    Raises:
        InvalidValueError: It is none (``file-syntax``), a key has too many parts (``nesting``), or a whole number more digits
            than Python reads (``number-size``).
        RecursionError: It nests too deeply.

    Example:
        >>> toml_table("a.b = 1")
        {'a': {'b': 1}}
    """
    import tomllib

    dotted = any(line.count(".") >= limits.key_parts for line in text.split("\n"))
    if dotted and any(found.lastgroup for found in _keys(limits.key_parts).finditer(text)):
        raise InvalidValueError("nesting", "a key has too many parts", None, limits.room("key_parts"))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValueError("file-syntax", f"this is no TOML: {error}", None, "mend it there") from None
    except ValueError:
        raise too_many_digits() from None


@lru_cache(maxsize=8)
def _keys(most: int) -> re.Pattern[str]:
    """
    Return a pattern for what a TOML file holds, piece by piece; a dotted key of more parts than so many is a group.

    The standard library's reader takes quadratic time and memory for such a key. Texts and comments are passed over as a
    whole, so that no quote in them is taken for the beginning of another.
    """
    single, double = r"'[^'\n]*+'", r'"(?:[^"\\\n]|\\.)*+"'
    part = rf"(?:[A-Za-z0-9_-]++|{double}|{single})[ \t]*+"
    long = r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"""|\Z)' + r"|'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    return re.compile(
        rf"{long}|(?P<key>(?:{part}\.[ \t]*+){{{most}}})|(?:{part}\.[ \t]*+)*+{part}|[#\"'][^\n]*+"
    )


def too_many_digits() -> InvalidValueError:
    """Return the error for a whole number that Python does not read."""
    what = "a whole number has more digits than Python reads"
    return InvalidValueError("number-size", what, None, "write it shorter")
