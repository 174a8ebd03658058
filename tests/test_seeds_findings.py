"""What the four seed sources have to give: the readings of issue 2, by code, verdict and arithmetic; no texts needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import osintkp
from osintkp.corpus import Corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TEXTS = Path(__file__).parents[2] / "shared" / "seeds"


@cache
def seeds() -> Corpus:
    return osintkp.load_seeds()


@cache
def findings() -> Findings:
    return seeds().check()


def among(name: str, *claims: str) -> list[Finding]:
    return [found for found in findings().of(name) if set(claims) <= set(found.claims)]


def one(name: str, *claims: str) -> Finding:
    (found,) = among(name, *claims)
    return found


def test_three_million_and_six_million_shells_are_one_factor_and_one_origin() -> None:
    found = one("SRC105", "s1/shells-152", "s3/shells-152")

    assert (Severity.INFO, Verdict.SAME_ORIGIN) == (found.severity, found.verdict)
    assert found.message.endswith("are one factor and one origin: KR")
    assert (
        "3,000,000 round / 6,700 container = 447.8 round/container",
        "6,000,000 round / 13,000 container = 461.5 round/container",
        "461.5 / 447.8 = 1.031: within 5 %",
    ) == found.working


def test_what_the_containers_could_hold_is_repeated_as_what_they_held() -> None:
    found = next(
        each
        for each in among("LOG101", "s1/shells-152", "s3/shells-152")
        if "what could be held" in each.message
    )

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert found.message.endswith(
        "at one factor, what could be held is repeated as what was held; both go back to KR"
    )
    assert "461.5 / 447.8 = 1.031: within 5 %" in found.working


def test_six_million_shells_cannot_be_only_a_part_of_thirteen_thousand_containers() -> None:
    found = next(
        each for each in among("LOG101", "s1/shells-152", "s3/shells-152") if "only a part" in each.message
    )

    assert (Severity.ERROR, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert (
        "at the factor of s1/shells-152 (KR), 447.8 round/container, they fill 13,400 container"
        in found.message
    )
    assert "they cannot be only a part of the munitions that s3/containers counts" in found.message
    assert (
        "3,000,000 round / 6,700 container = 447.8 round/container",
        "6,000,000 round / 447.8 round/container = 13,400 container",
        "13,400 container / 13,000 container = 1.031",
    ) == found.working


def test_the_oil_cap_is_passed_twice_if_the_oil_was_refined_and_not_if_it_was_crude() -> None:
    found = one("LAW101", "s3/oil")

    assert (Severity.WARNING, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert ("s3/oil", "s3/oil-cap") == found.claims
    assert (
        "2.0 times the cap if refined (500,000 barrel in 2024-01-01/2024-12-31, UNSCR 2397 (2017), paragraph 5)"
        in found.message
    )
    assert (
        "0.25 of the cap if crude (4,000,000 barrel in 12 month, UNSCR 2397 (2017), paragraph 4)"
        in found.message
    )
    assert found.message.endswith("missing: refined or crude?")
    assert "1,000,000 barrel / 500,000 barrel = 2.0" in found.working
    assert "1,000,000 barrel / 4,000,000 barrel = 0.25" in found.working
    assert any(line.startswith("pace: 1,000,000 barrel in ") for line in found.working)
    assert (
        "s3/oil-cap means the cap of UNSCR 2397 (2017), paragraph 5, which covers fuel/refined"
        in found.assumptions
    )


def test_six_thousand_seven_hundred_and_thirteen_thousand_containers_are_told_apart_by_window() -> None:
    found = one("QTY101", "s1/containers", "s3/containers")

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (found.severity, found.verdict)
    assert (
        "13,000 - 6,700 = 6,300 container more",
        "in 183 days from 2024-02-26 to 2024-08-27: 34.4 container a day",
    ) == found.working


@pytest.mark.parametrize("denial", ["s0/no-agreements-ru", "s0/no-agreements-kp", "s0/no-treaties"])
def test_the_denial_of_march_does_not_speak_of_the_treaty_of_june(denial: str) -> None:
    found = one("LOG102", denial, "s2/treaty", "s3/treaty")

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (found.severity, found.verdict)
    assert "speaks of what was so by 2024-03-18/2024-03-20" in found.message
    assert "s2/treaty was signed 2024-06" in found.working


@pytest.mark.parametrize("denial", ["s0/no-agreements-ru", "s1/no-exchange-kp"])
def test_the_containers_are_not_actually_denied(denial: str) -> None:
    found = one("LOG102", denial, "s1/containers", "s3/containers")

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (found.severity, found.verdict)
    assert found.message.startswith("not actually denied: shipment, as in s0/containers")


def test_nothing_in_the_seeds_is_asserted_and_denied_as_the_same_thing() -> None:
    assert set() == {found.verdict for found in findings().of("LOG102")} - {
        Verdict.DIFFERENT_SCOPE,
        Verdict.DIFFERENT_WINDOW,
    }


def test_three_sources_count_containers_and_all_have_it_from_one_government() -> None:
    found = one("SRC101", "s0/containers", "s1/containers", "s3/containers")

    assert (Severity.WARNING, Verdict.SAME_ORIGIN) == (found.severity, found.verdict)
    assert "3 sources, s0, s1 and s3," in found.message
    assert "all go back to KR" in found.message


@pytest.mark.parametrize(
    ("load", "rate", "severity"),
    [
        ("s1/shells-152", "3,000,000 round / 6,700 container = 447.8 round/container", Severity.WARNING),
        ("s3/shells-152", "6,000,000 round / 13,000 container = 461.5 round/container", Severity.WARNING),
        ("s1/rockets-122", "500,000 round / 6,700 container = 74.63 round/container", Severity.INFO),
        ("s3/oil", "1,000,000 barrel / 43 voyage = 23,256 barrel/voyage", Severity.INFO),
    ],
)
def test_the_loads_are_held_against_what_their_carriers_take(
    load: str, rate: str, severity: Severity
) -> None:
    found = one("PHY101", load)

    assert severity is found.severity
    assert rate == found.working[0]


def test_shells_fit_bare_and_not_with_the_most_packing() -> None:
    found = one("PHY101", "s1/shells-152")

    assert Verdict.UNDECIDED is found.verdict
    assert "19.48 to 19.7 tonne in each container" in found.message
    assert "it fits as bare rounds, not with the most packing" in found.message
    assert "what decides is packing-mass.shell" in found.message


def test_a_round_without_a_calibre_leaves_it_open() -> None:
    found = one("PHY101", "s1/rounds-arrived")

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert "the calibre of s1/rounds-arrived is not said" in found.message


def test_a_tanker_of_the_size_that_was_seen_carries_a_voyage() -> None:
    assert (
        "1,996 to 3,662 tonne / 0.8..0.98 = 2,037 to 4,578 tonne deadweight"
        in one("PHY101", "s3/oil").working
    )


def test_every_finding_names_claims_that_are_there() -> None:
    known = set(seeds().claims.ids())

    assert all(set(found.claims) <= known for found in findings())


def test_the_texts_change_none_of_these_findings() -> None:
    names = ("SRC101", "SRC105", "LOG101", "LOG102", "LAW101", "PHY101", "QTY101")
    texts = TEXTS if TEXTS.is_dir() else None

    assert findings().of(*names) == osintkp.load_seeds(texts=texts).check().of(*names)
