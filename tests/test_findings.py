"""Findings keep their order and print their working."""

from __future__ import annotations

import attrs
import pytest

from osintkp.evidence import Span
from osintkp.findings import Cited, Finding, Findings, named
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


def cited(claim: str, quote: str, *, source: str = "a") -> Cited:
    return Cited(claim=claim, source=source, span=Span(quote=quote, start=0, end=len(quote)))


def printed(finding: Finding, label: str) -> list[str]:
    lines = [line.strip() for line in str(finding).splitlines()]
    return [line.removeprefix(label).strip() for line in lines if line.startswith(label)]


def test_words_that_several_claims_quote_stand_once() -> None:
    finding = attrs.evolve(
        made(),
        cited=(
            cited("a/1", "forty trucks"),
            cited("a/2", "forty trucks"),
            cited("b/1", "forty trucks", source="b"),
        ),
    )

    assert ['a/1, a/2 "forty trucks" [0, 12]', 'b/1 "forty trucks" [0, 12]'] == printed(finding, "words")


def test_one_claim_is_named_once_before_its_words() -> None:
    twice = attrs.evolve(made(), cited=(cited("a/1", "forty trucks"), cited("a/1", "forty trucks")))

    assert ['a/1 "forty trucks" [0, 12]'] == printed(twice, "words")


@pytest.mark.parametrize(
    ("count", "claims", "words", "working"),
    [
        (3, "a/2", 3, 3),
        (6, "a/5", 6, 6),
        (7, "a/6", 7, 7),
        (20, "a/19", 7, 13),
        (23, "a/19 and 3 more", 7, 13),
    ],
)
def test_what_is_longer_than_a_screen_is_cut_and_says_so(
    count: int, claims: str, words: int, working: int
) -> None:
    finding = attrs.evolve(
        made(),
        claims=tuple(f"a/{number}" for number in range(count)),
        cited=tuple(cited(f"a/{number}", f"{number} trucks") for number in range(count)),
        working=tuple(f"{number} + 1" for number in range(count)),
    )

    assert printed(finding, "claims")[0].endswith(f" {claims}")
    assert (words, working) == (len(printed(finding, "words")), len(printed(finding, "working")))
    if count > 20:
        assert (f"and {count - 6} more quotes", f"and {count - 12} more lines") == (
            printed(finding, "words")[-1],
            printed(finding, "working")[-1],
        )
