"""What the checks found: findings with their working, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import overload

import attrs

from osintkp import inert
from osintkp.annotations import fits
from osintkp.evidence import Span
from osintkp.frames import Frame, Framed
from osintkp.inert import printable
from osintkp.markup import Html
from osintkp.typed import guarded, guarded_methods, not_of_its_type, typed
from osintkp.validating import word_of
from osintkp.vocabulary.fields import printed
from osintkp.vocabulary.scales import Severity, Verdict

LONGEST_QUOTE, LONGEST_MESSAGE = 100, 2_000
MOST_WORDS, MOST_CLAIMS, MOST_LINES = 6, 20, 12
_RANKS = {severity: severity.rank for severity in Severity}


@typed
@attrs.frozen(kw_only=True)
class Cited:
    """
    The words that one claim of a finding rests on.

    Attributes:
        claim: Whole id of the claim.
        source: Id of the source that they stand in.
        span: The words and their place.

    Example:
        >>> print(Cited(claim="a/1", source="a", span=Span(quote="12 trucks", start=20, end=29)))
        a/1 "12 trucks" [20, 29]
    """

    __repr__ = printed

    claim: str
    source: str
    span: Span

    def __str__(self) -> str:
        return f"{printable(self.claim)} {self.words}"

    @property
    def words(self) -> str:
        """Return the words between quote marks, on one line and cut where they are long, and their place."""
        words = printable(" ".join(self.span.quote.split()))
        shown = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 3]}..."
        place = "" if self.span.start is None else f" [{self.span.start}, {self.span.end}]"
        return f'"{shown}"{place}'


def _severity(given: Severity | str) -> Severity:
    return word_of(Severity, given)


def _verdict(given: Verdict | str) -> Verdict:
    return word_of(Verdict, given)


@typed
@attrs.frozen(kw_only=True)
class Finding:
    """
    What one check concludes of some claims, with the arithmetic that anyone can do again.

    Attributes:
        code: Of the check, like ``QTY101``.
        name: Of the check, like ``part-exceeds-whole``.
        severity: ``error``, ``warning`` or ``info``.
        verdict: What it comes to.
        message: The sentence that decides it.
        claims: Whole ids of the claims, the one that is spoken of first.
        working: The arithmetic line by line, numbers and units put in.
        assumptions: What had to be taken for granted, each with where it is from.
        cited: The quoted words of these claims, with their places.
        suppressed: Why a coder has set it aside, with the claim that says so; None for a finding that stands.

    Example:
        >>> finding = Finding(
        ...     code="QTY101",
        ...     name="part-exceeds-whole",
        ...     severity=Severity.ERROR,
        ...     verdict=Verdict.CONFLICT,
        ...     message="12 of 10",
        ...     claims=("a/1", "a/2"),
        ... )
        >>> finding.severity is Severity.ERROR
        True
    """

    __repr__ = printed

    code: str = ""
    name: str = ""
    severity: Severity = attrs.field(default=Severity.WARNING, converter=_severity)
    verdict: Verdict = attrs.field(converter=_verdict)
    message: str
    claims: tuple[str, ...]
    working: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    suppressed: str | None = None

    def __str__(self) -> str:
        """
        Return the finding with its words, working and assumptions, a line each.

        What is longer than a screen is cut and says so: the fields hold all. Words that several claims quote stand once.
        """
        lines = [f"{self.severity.upper():7} {self.code} {self.name} · {self.verdict}", f"    {self.message}"]
        lines += [f"    claims    {_cut(self.claims, MOST_CLAIMS)}"]
        lines += [f"    words     {words}" for words in _once(self.cited)[:MOST_WORDS]]
        if len(_once(self.cited)) > MOST_WORDS:
            lines += [f"    words     and {len(_once(self.cited)) - MOST_WORDS} more quotes"]
        lines += [f"    working   {line}" for line in self.working[:MOST_LINES]]
        if len(self.working) > MOST_LINES:
            lines += [f"    working   and {len(self.working) - MOST_LINES} more lines"]
        lines += [f"    assumes   {line}" for line in self.assumptions]
        if self.suppressed is not None:
            lines += [f"    set aside {self.suppressed}"]
        return inert.lines(lines)

    def _repr_html_(self) -> str:
        from osintkp.markup import block

        return block(self.markup())

    def markup(self) -> Html:
        """Return the finding as a part of a page: severity, name and sentence, with its working to unfold."""
        from osintkp.cards import badge, cut, lines
        from osintkp.markup import folded, pairs, tag

        head = (
            badge(self.severity), " ", tag("strong", self.name), " ", tag("span", f"{self.code} · {self.verdict}", class_="soft"),
        )  # fmt: skip
        words = [cut(words) for words in _once(self.cited)[:MOST_LINES]]
        words += [f"and {rest} more"] if (rest := len(_once(self.cited)) - MOST_LINES) > 0 else []
        rows = [
            ("claims", _cut(self.claims, MOST_CLAIMS)), ("words", lines(words)), ("working", lines(map(cut, self.working))),
            ("assumes", lines(map(cut, self.assumptions))), ("set aside", self.suppressed),
        ]  # fmt: skip
        inside = (
            tag("p", *head),
            tag("p", cut(self.message, LONGEST_MESSAGE)),
            folded("words and working", pairs(rows)),
        )
        return tag("div", *inside, class_=f"finding of-{self.severity}")

    def by(self, code: str, name: str) -> Finding:
        """Return the finding as that of a check, by its code and name."""
        return Finding(
            code=code, name=name, severity=self.severity, verdict=self.verdict, message=self.message, claims=self.claims,
            working=self.working, assumptions=self.assumptions, cited=self.cited, suppressed=self.suppressed,
        )  # fmt: skip

    def __hash__(self) -> int:
        return hash((self.code, self.claims, self.message))

    @property
    def rank(self) -> tuple[object, ...]:
        """Return what findings are ordered by: severity, code, claims, message."""
        return (_RANKS[self.severity], self.code, self.claims, self.message)


def _once(cited: tuple[Cited, ...]) -> list[str]:
    """Return the words of claims, each passage once, with all the claims that quote it before it."""
    claims: dict[tuple[str, str], list[str]] = {}
    for each in cited:
        claims.setdefault((each.source, each.words), []).append(each.claim)
    return [
        f"{_cut(tuple(dict.fromkeys(names)), MOST_WORDS)} {words}" for (_, words), names in claims.items()
    ]


def _cut(names: tuple[str, ...], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


@guarded_methods
class Findings(Framed, Sequence[Finding]):
    """
    Findings in a fixed order, the gravest first; empty when nothing was found.

    As a table they have those that are set aside too, with the reason in the column ``suppressed``.

    Attributes:
        suppressed: Those that a coder has set aside, each with its reason. They are not among the others, and listed below them.
        unmet: Suppressions that met no finding, a line each: they can be taken out of the coding.

    Example:
        >>> len(Findings([])), str(Findings([]))
        (0, 'no findings')
    """

    __slots__ = ("_findings", "suppressed", "unmet")

    @guarded
    def __init__(self, findings: Iterable[Finding], *, unmet: Iterable[str] = ()) -> None:
        ordered = sorted(dict.fromkeys(findings), key=attrgetter("rank"))
        self._findings = tuple(found for found in ordered if found.suppressed is None)
        self.suppressed = tuple(found for found in ordered if found.suppressed is not None)
        self.unmet = tuple(unmet)
        for name, values, kind in (("findings", ordered, Finding), ("unmet", self.unmet, str)):
            if not fits(tuple(values), tuple[kind, ...]):  # type: ignore[valid-type]  # at run time
                raise not_of_its_type(name, values, Iterable[kind])  # type: ignore[valid-type]  # likewise

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        return Findings(self._findings[index]) if isinstance(index, slice) else self._findings[index]

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Findings):
            return NotImplemented
        return self._findings == other._findings and self.suppressed == other.suppressed

    def _frame(self) -> Frame:
        from osintkp.finding_table import frame_of

        return frame_of((*self._findings, *self.suppressed), self.unmet)

    def of(self, *names: str) -> Findings:
        """Return those of some checks, by code, name or family of codes."""
        return self.where(lambda found: any(named(name, found.code, found.name) for name in names))

    def about(self, claim: str) -> Findings:
        """Return those that speak of a claim."""
        return self.where(lambda found: claim in found.claims)

    def where(self, test: Callable[[Finding], bool]) -> Findings:
        """Return those that pass a test, of the suppressed ones too."""
        return Findings(list(filter(test, (*self._findings, *self.suppressed))), unmet=self.unmet)

    def at_least(self, severity: Severity | str) -> Findings:
        """Return those of a severity and the graver ones."""
        least = word_of(Severity, severity).rank
        return self.where(lambda found: found.severity.rank <= least)

    def __str__(self) -> str:
        return "\n".join([self._told(), *map(printable, self._set_aside())])

    def _set_aside(self) -> Iterator[str]:
        if self.suppressed:
            count = len(self.suppressed)
            yield f"{count} set aside:" if count > 1 else "1 set aside:"
            yield from (
                f"    {found.code} {found.name} · {found.message} ({found.suppressed})"
                for found in self.suppressed
            )
        yield from (f"no finding meets this any more: {line}" for line in self.unmet)

    def _told(self) -> str:
        if not self._findings:
            return "no findings"
        counts = {severity: sum(found.severity is severity for found in self) for severity in Severity}
        head = ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)
        return "\n".join([f"{len(self)} finding{'' if len(self) == 1 else 's'}: {head}", *map(str, self)])

    def _repr_html_(self) -> str:
        from osintkp.cards import counted
        from osintkp.markup import block, folded, tag

        aside = (tag("ul", *(tag("li", line) for line in self._set_aside())),) if self.suppressed else ()
        first, rest = self._findings[:MOST_CLAIMS], self._findings[MOST_CLAIMS:]
        more = (
            (folded(counted(len(rest), "more finding"), *(each.markup() for each in rest)),) if rest else ()
        )
        return block(
            tag("p", tag("strong", self._told().partition("\n")[0])),
            *(each.markup() for each in first),
            *more,
            *aside,
        )

    def __repr__(self) -> str:
        return f"<{len(self)} findings>" if len(self) != 1 else "<1 finding>"


def named(name: str, code: str, check: str) -> bool:
    """Return whether a name that somebody gave means a check: its code, its name, or its family of codes."""
    return name in (code, check) or (name.isalpha() and name.isupper() and code.rstrip("0123456789") == name)
