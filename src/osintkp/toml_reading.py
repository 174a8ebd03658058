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
    if dotted and _key_of_more_parts(limits.key_parts).search(text):
        raise InvalidValueError("nesting", "a key has too many parts", None, limits.room("key_parts"))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValueError("file-syntax", f"this is no TOML: {error}", None, "mend it there") from None
    except ValueError:
        raise too_many_digits() from None


@lru_cache(maxsize=8)
def _key_of_more_parts(most: int) -> re.Pattern[str]:
    """Return a pattern for dotted keys of more parts than so many, on which the reader takes quadratic time and memory."""
    part = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*"""
    return re.compile(rf"(?<![A-Za-z0-9_.-])(?:{part}\.[ \t]*){{{most}}}")


def too_many_digits() -> InvalidValueError:
    """Return the error for a whole number that Python does not read."""
    what = "a whole number has more digits than Python reads"
    return InvalidValueError("number-size", what, None, "write it shorter")
