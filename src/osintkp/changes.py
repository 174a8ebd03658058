"""What becomes of the findings when claims fall away or come in: what became known, and what rests on one source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

import attrs

from osintkp import inert
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.findings import Finding, Findings
from osintkp.lineage.matters import bodies
from osintkp.vocabulary.scales import Severity


@attrs.frozen(kw_only=True, repr=False)
class Changes:
    """
    Two states of one corpus, the smaller against the whole.

    Attributes:
        claims: Whole ids of the claims that only the whole has.
        only_whole: Findings that only the whole gives: what became known since, or what falls with a source.
        only_part: Findings that only the part gives: what has been settled since, or what a source had settled.
        kept: Findings that both give.
        sole: Claims of the whole about something of which the part says nothing at all.

    Example:
        >>> print(changes(Claims(), Findings([]), Claims(), Findings([])))
        no claim and no finding differs
    """

    claims: tuple[str, ...]
    only_whole: Findings
    only_part: Findings
    kept: Findings
    sole: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.claims or self.only_whole or self.only_part)

    def __str__(self) -> str:
        if not self:
            return "no claim and no finding differs"
        lines = [
            f"{_count(self.claims, 'claim')} more in the whole, {len(self.sole)} of them on what nothing else tells of"
        ]
        lines += [f"  alone   {name}" for name in self.sole]
        lines.append(
            f"{_count(self.only_whole, 'finding')} only with them, {len(self.only_part)} only without, {len(self.kept)} either way"
        )
        lines += [f"  with    {line}" for line in _lines(self.only_whole)]
        lines += [f"  without {line}" for line in _lines(self.only_part)]
        return inert.lines(lines)

    __repr__ = __str__


def changes(whole: Claims, found: Findings, part: Claims, left: Findings) -> Changes:
    """Return how the findings of a part of some claims differ from those of the whole."""
    gone = [claim for claim in whole if claim.id not in part]
    told = {_matter(claim) for claim in part}
    return Changes(
        claims=tuple(claim.id for claim in gone),
        only_whole=Findings(set(found) - set(left)),
        only_part=Findings(set(left) - set(found)),
        kept=Findings(set(left) & set(found)),
        sole=tuple(claim.id for claim in gone if claim.kind != "statement" and _matter(claim) not in told),
    )


def _matter(claim: Claim) -> Hashable:
    return claim.kind, bodies(claim), claim.item


def _lines(findings: Findings) -> Iterator[str]:
    """Give the grave findings in full, and how many of each check only inform."""
    yield from map(_told, findings.at_least(Severity.WARNING))
    counts = Counter(found.name for found in findings if found.severity is Severity.INFO)
    yield from (f"info: {count} {name}" for name, count in sorted(counts.items()))


def _told(found: Finding) -> str:
    return f"{found.severity:7} {found.code} {found.name} · {found.verdict}: {found.message}"


def _count(things: tuple[str, ...] | Findings, name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
