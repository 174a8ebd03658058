"""How much a load takes in before it refuses: every limit with its name, its number and its reason, in one place."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from osintkp.errors import InvalidValueError
from osintkp.typed import guarded

MEBIBYTE = 1024 * 1024


def _at_least_one(_: ResourceLimits, field: attrs.Attribute[int], value: Any) -> None:
    if type(value) is not int or value < 1:
        what, fix = "a limit is a whole number from 1", f"give {field.name} = {field.default} or another"
        raise InvalidValueError("bad-limit", what, value, fix, field=field.name)


def _limit(number: int) -> Any:
    return attrs.field(default=number, validator=_at_least_one)


@attrs.frozen(kw_only=True, cache_hash=True)
class ResourceLimits:
    """
    How much is taken in before it is refused: of files, of what stands in them, and of what is said about them.

    A file is refused by its size before it is read, and read no further than its limit. Each limit is many times what articles
    and codings need, and far below what makes a parser slow or a process run out of memory. Every refusal names the limit and
    its number; give another to :func:`osintkp.load` where you know what you load.

    The notation has lengths of its own, which are no settings, as nothing longer is an amount or a date: an amount has at most
    200 characters (``AMOUNT_CHARACTERS``), its hedge 80 (``HEDGE_CHARACTERS``), a number 40 (``NUMBER_CHARACTERS``), a unit 64
    (``UNIT_CHARACTERS``), a date 64 (``DATE_CHARACTERS``).

    Attributes:
        coding_bytes: Of a coding file.
        article_bytes: Of the file that holds an article.
        article_characters: Of an article that claims are drafted from.
        field_characters: Of one text in a coding, but for the text of an article.
        name_characters: Of the name of an actor, of goods or of a text's file.
        claims: In one coding file; in JSON Lines the lines that open a source count as well.
        table_rows: In one table of claims.
        nesting: How deep tables and lists stand in one another, and folders.
        key_parts: Of a dotted key of TOML, on which the standard library's reader takes quadratic time.
        whole_number_digits: Of a whole number in JSON.
        combining_marks: That follow one letter; normalising takes quadratic time in them.
        problems_printed: In the message of a :class:`CodingError`; all of them are in its ``problems``.

    Raises:
        InvalidValueError: A limit is no whole number from 1 (``bad-limit``).

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> import osintkp
        >>> with TemporaryDirectory() as folder:
        ...     osintkp.load_seeds().save(f"{folder}/seeds.jsonl")
        ...     corpus = osintkp.load(folder, lenient=True, limits=ResourceLimits(coding_bytes=1000))
        >>> print(corpus.problems[0].message, "|", corpus.problems[0].fix)
        the file is too large | keep it within 1,000 bytes, or give limits=ResourceLimits(coding_bytes=...)
    """

    AMOUNT_CHARACTERS: ClassVar[int] = 200
    HEDGE_CHARACTERS: ClassVar[int] = 80
    NUMBER_CHARACTERS: ClassVar[int] = 40
    UNIT_CHARACTERS: ClassVar[int] = 64
    DATE_CHARACTERS: ClassVar[int] = 64

    coding_bytes: int = _limit(32 * MEBIBYTE)
    article_bytes: int = _limit(16 * MEBIBYTE)
    article_characters: int = _limit(4_000_000)
    field_characters: int = _limit(1_000_000)
    name_characters: int = _limit(1_024)
    claims: int = _limit(100_000)
    table_rows: int = _limit(5_000_000)
    nesting: int = _limit(64)
    key_parts: int = _limit(64)
    whole_number_digits: int = _limit(40)
    combining_marks: int = _limit(32)
    problems_printed: int = _limit(100)

    @guarded
    def room(self, name: str, what: str = "") -> str:
        """
        Return the advice for what is above a limit.

        Args:
            name: The limit.
            what: What it counts, if its name does not say so.

        Raises:
            InvalidValueError: There is no such limit (``unknown-word``).

        Example:
            >>> ResourceLimits().room("nesting", "levels")
            'keep it within 64 levels, or give limits=ResourceLimits(nesting=...)'
        """
        names = [field.name for field in attrs.fields(ResourceLimits)]
        if name not in names:
            raise InvalidValueError("unknown-word", "no limit has this name", name, f"give one of {names}")
        counted = what or name.rpartition("_")[2]
        number = getattr(self, name)
        return f"keep it within {number:,} {counted}, or give limits=ResourceLimits({name}=...)"


DEFAULT = ResourceLimits()
