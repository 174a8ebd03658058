"""What becomes of a finding: the severity that the caller gives it, and the coder's reason to set it aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from osintkp.claim import Suppression
from osintkp.errors import InvalidValueError
from osintkp.findings import Finding, Findings, named
from osintkp.vocabulary.scales import Severity, Verdict

Severities = Mapping[str, Severity | str]


def graded(findings: Iterable[Finding], severities: Severities) -> Iterator[Finding]:
    """
    Give findings with the severities that a caller sets for some checks.

    A key is a code, name or family, and means that check's findings above ``info``; ``name:verdict`` means those of one
    verdict, whatever their severity was. The more particular key wins.

    Raises:
        InvalidValueError: There is no such severity or verdict (``unknown-word``).
    """
    rules = sorted(
        (_rule(key, value) for key, value in severities.items()), key=lambda rule: rule[1] is not None
    )
    for found in findings:
        severity = found.severity
        for name, verdict, wanted in rules:
            met = found.severity is not Severity.INFO if verdict is None else found.verdict is verdict
            if met and named(name, found.code, found.name):
                severity = wanted
        yield found if severity is found.severity else attrs.evolve(found, severity=severity)


def severity_of(word: Severity | str) -> Severity:
    """
    Return the severity of a word.

    Raises:
        InvalidValueError: There is no such severity (``unknown-word``).

    Example:
        >>> severity_of("warning") is Severity.WARNING
        True
    """
    return Severity(_word(word, Severity))


def raised(code: str, name: str, severities: Severities) -> bool:
    """Tell whether a caller may have given findings of a check another severity than the check gives them."""
    return any(named(key.partition(":")[0], code, name) for key in severities)


def _rule(key: str, value: Severity | str) -> tuple[str, Verdict | None, Severity]:
    name, _, verdict = key.partition(":")
    return name, Verdict(_word(verdict, Verdict)) if verdict else None, Severity(_word(value, Severity))


def _word(word: str, scale: type[Severity | Verdict]) -> str:
    known = [str(each) for each in scale]
    if word not in known:
        what, fix = f"no {scale.__name__.lower()} has this name", f"use one of {', '.join(known)}"
        raise InvalidValueError("unknown-word", what, word, fix)
    return word


Rules = Iterable[tuple[str, Suppression]]


def settled(findings: Iterable[Finding], rules: Rules, ran: Iterable[tuple[str, str]]) -> Findings:
    """
    Return findings, those set aside that a coding suppresses, with the suppressions that no longer meet any.

    Args:
        findings: What was found.
        rules: What codings suppress, each with the id of its claim.
        ran: Code and name of every check that ran.
    """
    by_claim = Suppressed(rules)
    kept = list(map(by_claim.aside, findings)) if by_claim.rules else findings
    whole = Findings(kept)
    return (
        Findings((*whole, *whole.suppressed), unmet=by_claim.unmet(whole.suppressed, list(ran)))
        if by_claim.rules
        else whole
    )


class Suppressed:
    """
    What codings suppress.

    Attributes:
        rules: Each suppression with the id of its claim, by this.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules: dict[str, list[Suppression]] = {}
        for claim, rule in rules:
            self.rules.setdefault(claim, []).append(rule)

    def _meeting(self, found: Finding) -> list[tuple[str, Suppression]]:
        near = [(claim, rule) for claim in sorted(set(found.claims)) for rule in self.rules.get(claim, ())]
        return [
            (claim, rule)
            for claim, rule in near
            if (rule.claim is None or rule.claim in found.claims)
            and named(rule.check, found.code, found.name)
        ]

    def aside(self, found: Finding) -> Finding:
        """Return a finding, set aside with the reasons where something suppresses it."""
        why = self._meeting(found)
        reason = "; ".join(f"{claim}: {rule.reason}" for claim, rule in why)
        return attrs.evolve(found, suppressed=reason) if why else found

    def unmet(self, aside: Iterable[Finding], ran: list[tuple[str, str]]) -> list[str]:
        """Return a line for each suppression that met none of the findings that were set aside, though its check ran."""
        met = {each for found in aside for each in self._meeting(found)}
        return sorted(
            f"{claim} suppresses {rule.check}: {rule.reason}"
            for claim, rules in self.rules.items()
            for rule in rules
            if (claim, rule) not in met and _ran(rule, ran)
        )


def _ran(rule: Suppression, checks: list[tuple[str, str]]) -> bool:
    """Tell whether a suppression could have met anything: its check ran, or there is no such check."""
    from osintkp.checks import checks as every

    wanted = [(check.code, check.name) for check in every() if named(rule.check, check.code, check.name)]
    return not wanted or any(each in checks for each in wanted)
