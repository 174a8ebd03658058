"""How checks run: one's own, those of other packages, with the caller's severities and the coder's suppressions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks import Check, checks
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, UnknownCheckError
from osintkp.findings import Finding
from osintkp.group import Group, by_topic
from osintkp.triage import topic
from pages import corpus_of

CLASH = (
    claim("wire/tanks", "loss", actor="AM", item="vehicles/tank", amount="50 tank", when="2020"),
    claim("daily/tanks", "loss", actor="AM", item="vehicles/tank", amount="90 tank", when="2020"),
)


def even_hundreds(group: Group) -> Iterator[Finding]:
    """A figure is a whole number of hundreds."""
    amount = group.claims[0].amount
    if amount is not None and amount.best and amount.best % 100 == 0:
        yield group.finding("undecided", f"{amount} may be rounded", severity="info")


def crowded(group: Group, by: object = by_topic(topic)) -> Iterator[Finding]:  # noqa: ARG001  it is there to be read
    """Several figures stand beside each other."""
    yield group.finding("undecided", f"{len(group.claims)} figures")


def test_a_function_with_a_docstring_runs_as_a_check() -> None:
    trucks = corpus(
        claim("a/1", amount="300 truck", sender="EG"), claim("a/2", amount="301 truck", sender="EG")
    )

    (found,) = trucks.check(select="even-hundreds", also=[even_hundreds])

    assert ("USR", "even-hundreds", ("a/1",)) == (found.code, found.name, found.claims)
    assert "info" == found.severity
    assert "300 truck may be rounded" == found.message


def test_a_grouping_in_the_signature_decides_what_a_check_sees() -> None:
    (found,) = corpus(*CLASH).check(select="USR", also=[crowded])

    assert ("daily/tanks", "wire/tanks") == found.claims
    assert "2 figures" == found.message


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_groups_of_a_grouping_that_several_checks_have_are_formed_once(jobs: int, tmp_path: Path) -> None:
    log = tmp_path / "log"

    def asked(one: Claim) -> str:
        with log.open("a") as stream:
            stream.write(f"{one.id}\n")
        return "all"

    shared = by_topic(asked)
    own = [
        Check(code=f"XYZ10{number}", name=f"x{number}", page="X.", groups=shared, find=lambda group: [group.finding("undecided", "two")])
        for number in range(3)
    ]  # fmt: skip

    found = corpus(*CLASH).check(select="XYZ", also=own, jobs=jobs)

    assert [("XYZ100", "two"), ("XYZ101", "two"), ("XYZ102", "two")] == [
        (each.code, each.message) for each in found
    ]
    assert sorted(["daily/tanks", "wire/tanks"] * jobs) == sorted(log.read_text().split())


def test_own_checks_run_beside_the_others() -> None:
    names = {found.name for found in corpus(*CLASH).check(also=[crowded])}

    assert {"crowded", "figures-conflict"} <= names
    assert "crowded" not in {check.name for check in checks()}


def test_a_check_of_ones_own_takes_the_place_of_the_one_of_its_name() -> None:
    quiet = Check(
        code="QTY101", name="figures-conflict", page="Nothing.", groups=by_topic(topic), find=lambda _: ()
    )

    assert 0 == len(corpus(*CLASH).check(select="figures-conflict", also=[quiet]))


def test_a_function_without_a_docstring_is_refused() -> None:
    def silent(_: Group) -> Iterator[Finding]:
        yield from ()

    with pytest.raises(
        InvalidValueError, match="a check has to say what it does: 'silent'; say in a docstring"
    ):
        corpus(*CLASH).check(also=[silent])


@pytest.mark.parametrize("given", [3, "figures-conflict", lambda _: ()])
def test_what_is_no_function_with_a_name_is_refused(given: object) -> None:
    with pytest.raises(InvalidValueError, match="this is no check"):
        corpus(*CLASH).check(also=[given])  # type: ignore[list-item]  # what a caller may do all the same


def test_a_caller_sets_the_severity_of_a_check_by_name_code_and_family() -> None:
    for key in ("figures-conflict", "QTY101", "QTY"):
        (found,) = corpus(*CLASH).check(select="QTY101", severities={key: "warning"})

        assert "warning" == found.severity


def test_a_reconciliation_keeps_its_severity_unless_its_verdict_is_named() -> None:
    years = corpus(
        CLASH[0],
        claim("daily/tanks", "loss", actor="AM", item="vehicles/tank", amount="90 tank", when="2021"),
    )

    assert ["info"] == [found.severity for found in years.check("QTY101", severities={"QTY101": "error"})]
    told = years.check("QTY101", severities={"QTY101": "warning", "QTY101:different_window": "error"})
    assert ["error"] == [found.severity for found in told]


@pytest.mark.parametrize("severities", [{"QTY101": "grave"}, {"QTY101:clash": "error"}])
def test_an_unknown_severity_or_verdict_is_refused(severities: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError, match=r"no (severity|verdict) has this name"):
        corpus(*CLASH).check(severities=severities)


def test_a_severity_for_an_unknown_check_is_refused() -> None:
    with pytest.raises(UnknownCheckError, match="no check is named 'figures-clash'"):
        corpus(*CLASH).check(severities={"figures-clash": "info"})


def suppressing(**more: str) -> osintkp.Corpus:
    rule = osintkp.Suppression(
        check="figures-conflict", reason="the daily counts wrecks of both sides", **more
    )
    return corpus(CLASH[0], attrs.evolve(CLASH[1], suppress=(rule,)))


def test_a_suppressed_finding_is_set_aside_and_listed_with_its_reason() -> None:
    findings = suppressing().check("QTY101")

    assert 0 == len(findings)
    assert ["daily/tanks: the daily counts wrecks of both sides"] == [
        each.suppressed for each in findings.suppressed
    ]
    assert "1 set aside:" in str(findings)
    assert "the daily counts wrecks of both sides" in str(findings)


def test_a_suppression_against_one_claim_leaves_the_findings_against_others() -> None:
    third = claim("radio/tanks", "loss", actor="AM", item="vehicles/tank", amount="300 tank", when="2020")

    findings = (suppressing(claim="wire/tanks") | corpus(third)).check("QTY101")

    assert [("daily/tanks", "wire/tanks")] == [found.claims for found in findings.suppressed]
    assert {("daily/tanks", "radio/tanks"), ("radio/tanks", "wire/tanks")} == {
        found.claims for found in findings
    }


def test_a_suppression_that_meets_nothing_is_told() -> None:
    findings = suppressing(claim="wire/trucks").check("QTY101")

    assert 1 == len(findings)
    assert (
        "daily/tanks suppresses figures-conflict: the daily counts wrecks of both sides",
    ) == findings.unmet
    assert "no finding meets this any more: daily/tanks suppresses" in str(findings)


def test_a_suppression_of_a_check_that_did_not_run_is_not_told() -> None:
    assert () == suppressing(claim="wire/trucks").check("SRC").unmet


def test_a_suppression_of_a_check_that_does_not_exist_is_told() -> None:
    rule = osintkp.Suppression(check="figures-clash", reason="a slip of the pen")

    assert 1 == len(corpus(attrs.evolve(CLASH[0], suppress=(rule,))).check("SRC").unmet)


CODING = """
[source]
id = "wire"
[[claim]]
id = "dead"
quote = "120 dead"
loss = { actor = "SD", amount = "120 person", when = "2023-06" }
[[claim]]
id = "later"
quote = "300 dead"
loss = { actor = "SD", amount = "300 person", when = "2023-06" }
suppress = [{ check = "figures-conflict", claim = "dead", reason = "the second is of the whole state" }]
"""


def test_a_coding_suppresses_with_a_reason(tmp_path: Path) -> None:
    loaded = corpus_of(CODING)
    loaded.save(tmp_path / "again.toml")

    assert ["wire/later: the second is of the whole state"] == [
        each.suppressed for each in loaded.check("QTY101").suppressed
    ]
    assert loaded == osintkp.load(tmp_path / "again.toml")


@pytest.mark.parametrize(
    ("reason", "code"), [(', reason = " "', "no-reason"), ("", "missing-key"), (", reason = 3", "wrong-type")]
)  # fmt: skip
def test_a_suppression_without_a_reason_is_a_problem_of_the_load(reason: str, code: str) -> None:
    page = CODING.replace(', reason = "the second is of the whole state"', reason)

    (problem,) = corpus_of(page, lenient=True).problems

    assert (code, "wire/later") == (problem.code, problem.claim)
    assert problem.field is not None
    assert problem.field.startswith("suppress[0]")


PLUGIN = '''
def harbour(group):
    """A place is a harbour."""
    yield group.finding("undecided", "seen from a plugin")
'''


def test_checks_of_installed_packages_are_found_through_their_entry_point(tmp_path: Path) -> None:
    info = tmp_path / "harbours-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: harbours\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[osintkp.checks]\nharbour = harbours:harbour\n")
    (tmp_path / "harbours.py").write_text(PLUGIN)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import osintkp\n"
        "print('importlib.metadata' in sys.modules)\n"
        "print({found.message for found in osintkp.load_seeds().check(select='harbour')})\n"
        "print(osintkp.explain('harbour').splitlines()[0])"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ["False", "{'seen from a plugin'}", "USR harbour"] == run.stdout.splitlines()


def test_without_such_packages_no_metadata_are_read() -> None:
    code = "import sys, osintkp; osintkp.load_seeds().check(); print('importlib.metadata' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False" == run.stdout.strip()


def test_a_page_is_explained_by_code_name_and_family() -> None:
    page = osintkp.explain("part-exceeds-whole")

    assert page == osintkp.explain("QTY102")
    assert page.startswith("QTY102 part-exceeds-whole\n\n")
    assert "## Why it matters" in page
    assert page.strip() in osintkp.explain("QTY")
    with pytest.raises(UnknownCheckError, match="near it: part-exceeds-whole"):
        osintkp.explain("part-exceed-whole")


def test_a_finding_carries_the_words_of_its_claims() -> None:
    (found,) = corpus_of(CODING.partition("suppress")[0]).check("QTY101")

    assert [("wire/dead", "120 dead"), ("wire/later", "300 dead")] == [
        (each.claim, each.span.quote) for each in found.cited
    ]
    assert '    words     wire/dead "120 dead"' in str(found).splitlines()


def test_two_reasons_stand_in_the_order_of_the_claims_ids() -> None:
    rule = osintkp.Suppression(check="QTY", reason="wrecks")
    both = [attrs.evolve(each, suppress=(rule,)) for each in CLASH]

    for claims in (both, both[::-1]):
        (found,) = corpus(*claims).check("QTY101").suppressed
        assert "daily/tanks: wrecks; wire/tanks: wrecks" == found.suppressed


def test_claims_whose_source_is_not_there_are_checked_like_any_other() -> None:
    alone = claim("wire/trucks", sender="TD", amount="12 truck", quote="some 40 trucks")

    found = osintkp.Corpus(claims=Claims([alone])).check("TXT")

    assert ["figure-not-in-quote"] == [finding.name for finding in found]
