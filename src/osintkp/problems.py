"""What a load could not take as it stood: where, which value, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from osintkp.errors import OsintkpError
from osintkp.resource_limits import DEFAULT
from osintkp.typed import typed
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Severity

LONGEST_LINE = 2000


@typed
@attrs.frozen(kw_only=True)
class Problem:
    """
    One thing in a coding that is wrong, or that was read otherwise than it is written.

    An error stops a strict load. A lenient one leaves out what it concerns: the claim, a field of the source, or the
    file; only a link that leads nowhere stays, since its claim is sound. A warning leaves nothing out.

    Attributes:
        code: Stable name of the fault, like ``unknown-key``.
        severity: ``error`` or ``warning``.
        file: The file's name as it was given; None for a value that came from no file.
        line: The line in a JSON Lines file, from 1; None where the format has none.
        claim: The whole id of the claim; None where the problem is the file's or the source's.
        field: The path of the key inside the claim or file, like ``shipment.amount``; None where it has none.
        value: The value, as one short line of ASCII; None where there is none.
        message: What is wrong.
        fix: What would be right.

    Example:
        >>> print(
        ...     Problem(
        ...         code="unit-unknown",
        ...         file="a.toml",
        ...         claim="a/1",
        ...         field="loss.amount",
        ...         value="'3 tnak'",
        ...         message="no unit has this name",
        ...         fix="did you mean 'tank'?",
        ...     )
        ... )
        a.toml: claim a/1: loss.amount: no unit has this name: '3 tnak'; did you mean 'tank'? [unit-unknown]
    """

    __repr__ = printed

    code: str
    severity: Severity = Severity.ERROR
    file: str | None = None
    line: int | None = None
    claim: str | None = None
    field: str | None = None
    value: str | None = None
    message: str
    fix: str

    def __str__(self) -> str:
        """Return it as one line of printable ASCII, at most 2,000 characters: what it tells of may be hostile."""
        file = self.file if self.line is None else f"{self.file}:{self.line}"
        claim = None if self.claim is None else f"claim {self.claim}"
        text = self.message if self.value is None else f"{self.message}: {self.value}"
        parts = [_plain(part) for part in (file, claim, self.field) if part is not None]
        line = f"{': '.join([*parts, _plain(text, LONGEST_LINE)])}; {_plain(self.fix, LONGEST_LINE)}"
        return f"{line[: LONGEST_LINE - len(self.code) - 3]} [{self.code}]"


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """
    Return those problems that stop a strict load, without the warnings.

    Example:
        >>> warning = Problem(code="file-link", severity=Severity.WARNING, message="a link", fix="none")
        >>> [each.code for each in errors_in([warning, attrs.evolve(warning, severity=Severity.ERROR)])]
        ['file-link']
    """
    return [each for each in problems if each.severity is Severity.ERROR]


def _plain(text: str, longest: int = 200) -> str:
    """Return a text without its middle if it is long, every letter outside printable ASCII escaped."""
    if len(text) > longest:
        text = f"{text[: longest // 2]}...{text[-longest // 2 :]}"
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if " " <= letter <= "~" else ascii(letter)[1:-1] for letter in text)


class CodingError(OsintkpError, ValueError):
    """
    A load met problems; all of them are listed, the first hundred are printed.

    Attributes:
        problems: Every :class:`Problem` of the load, in order of file and place.
        printed: How many of them are printed.
    """

    def __init__(self, problems: Iterable[Problem], printed: int = DEFAULT.problems_printed) -> None:
        self.problems = tuple(problems)
        self.printed = printed
        super().__init__(self.problems, printed)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems[: self.printed]]
        more = len(self.problems) - len(lines)
        if more:
            lines.append(f"... and {more:,} more")
        return "\n".join(lines)
