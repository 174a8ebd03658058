"""Findings keep their order and print their working."""

from __future__ import annotations

from osintkp.findings import Finding, Findings, named
from osintkp.vocabulary.scales import Severity, Verdict


def made(
    code: str = "QTY101",
    severity: Severity = Severity.ERROR,
    claims: tuple[str, ...] = ("a/1",),
    message: str = "why",
) -> Finding:
    return Finding(
        code=code, name="some-check", severity=severity, verdict=Verdict.CONFLICT, message=message, claims=claims,
        working=("1 + 1 = 2",), assumptions=("arithmetic",),
    )  # fmt: skip


def test_the_gravest_come_first_then_codes_then_claims() -> None:
    info, warning, error = (made(severity=each) for each in (Severity.INFO, Severity.WARNING, Severity.ERROR))
    later, other = made("TXT101"), made(claims=("a/2",))

    assert [error, other, later, warning, info] == list(Findings([info, later, other, warning, error]))


def test_a_finding_stands_once() -> None:
    assert 1 == len(Findings([made(), made()]))


def test_findings_are_taken_by_code_name_family_claim_and_severity() -> None:
    findings = Findings([made(), made("TXT101", Severity.INFO, ("b/1",))])

    assert ["TXT101"] == [found.code for found in findings.of("TXT")]
    assert 2 == len(findings.of("some-check"))
    assert 0 == len(findings.of("TX"))
    assert ["QTY101"] == [found.code for found in findings.about("a/1")]
    assert ["QTY101"] == [found.code for found in findings.at_least("warning")]
    assert 2 == len(findings.at_least(Severity.INFO))


def test_a_slice_of_findings_is_findings() -> None:
    findings = Findings([made(), made("TXT101")])

    assert Findings([made()]) == findings[:1]
    assert "QTY101" == findings[0].code
    assert findings != [made(), made("TXT101")]


def test_printing_shows_counts_claims_working_and_assumptions() -> None:
    assert (
        "1 finding: 1 error\n"
        "ERROR   QTY101 some-check · conflict\n"
        "    why\n"
        "    claims    a/1\n"
        "    working   1 + 1 = 2\n"
        "    assumes   arithmetic"
    ) == str(Findings([made()]))
    assert "no findings" == str(Findings([]))
    assert "<1 finding>" == repr(Findings([made()]))
    assert "<0 findings>" == repr(Findings([]))


def test_a_name_means_a_code_a_check_or_a_family() -> None:
    assert named("QTY", "QTY101", "x")
    assert named("QTY101", "QTY101", "x")
    assert named("x", "QTY101", "x")
    assert not named("QT", "QTY101", "x")
    assert not named("qty", "QTY101", "x")
    assert not named("QTY1", "QTY101", "x")
