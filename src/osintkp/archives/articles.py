"""Articles as an archive gives them, before anything was read from them, and what was wrong with those that are none."""

from __future__ import annotations

from typing import Literal

import attrs

from osintkp.coding.faults import WARNINGS
from osintkp.errors import InvalidValueError, shown
from osintkp.paths import unicode_name
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity

Form = Literal["txt", "md", "html"]
LONGEST_FIELD = 2000


@attrs.frozen(kw_only=True)
class Article:
    """
    One article of an archive.

    Attributes:
        id: The id that its source gets; no other article has it.
        content: The text, or the bytes that were collected.
        form: What the content is.
        encoding: What the archive says of the bytes, like ``koi8-r``; None where it says nothing.
        file: The file of the archive.
        line: Its line there, from 1; None where there are none.
        record: Its number among the records, from 1; None where there are none.
        name: Of the file that holds this article alone; None where there is none.
        published: When it came out, as the archive has it.
        retrieved: When it was collected.
        title: As printed.
        publisher: Who put it out.
        author: Who wrote it.
        address: Where it was collected from.
        language: BCP 47 tag.
        odd: Fields that are in the archive and could not be used.
    """

    id: str
    content: str | bytes
    form: Form = "txt"
    encoding: str | None = None
    file: str
    line: int | None = None
    record: int | None = None
    name: str | None = None
    published: str | None = None
    retrieved: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    address: str | None = None
    language: str | None = None
    odd: tuple[str, ...] = ()

    def problem(self, error: InvalidValueError) -> Problem:
        """Return what is wrong with the article as a problem at its place."""
        return problem_at(error, self.file, line=self.line, record=self.record)


def problem_at(
    error: InvalidValueError,
    file: str,
    *,
    line: int | None = None,
    record: int | None = None,
) -> Problem:
    """
    Return the problem that an error is at a place in an archive.

    Example:
        >>> error = InvalidValueError("article-size", "the article is too large", None, "leave it out")
        >>> print(problem_at(error, "crawl.warc.gz", record=7))
        crawl.warc.gz: record 7: the article is too large; leave it out [article-size]
    """
    named = [
        *([] if record is None else [f"record {record}"]),
        *([] if error.field is None else [error.field]),
    ]
    return Problem(
        code=error.code,
        severity=Severity.WARNING if error.code in WARNINGS else Severity.ERROR,
        file=unicode_name(file),
        line=line,
        field=": ".join(named) or None,
        value=None if error.value is None else shown(error.value),
        message=error.what,
        fix=error.fix,
    )


def damaged(what: str) -> InvalidValueError:
    """Return the error for a file that breaks off, or does not unpack."""
    fix = "fetch the file again; what could be read of it was read"
    return InvalidValueError("archive-damaged", what, None, fix)
