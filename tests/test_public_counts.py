"""The public counts as a pack: coded whole, and held against the seeds' figures of their time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import osintkp
from osintkp.series import Change

PACK = Path(__file__).parents[1] / "examples" / "public_counts"


@cache
def counts() -> osintkp.Corpus:
    return osintkp.load(PACK)


@cache
def together() -> osintkp.Corpus:
    return osintkp.load_seeds() | counts()


def test_each_count_names_its_holder_and_its_report() -> None:
    assert 14 == len(counts().sources)
    assert all(claim.origin != claim.source for claim in counts().claims)
    assert all(source.publisher and source.published for source in counts().sources)
    assert {"missing-quote"} == {problem.code for problem in counts().problems}


def test_the_counts_are_the_published_ones() -> None:
    found = {
        claim.source: str(claim.amount)
        for claim in counts().select(sender="KP", unit="container").claims
        if claim.id.endswith("/containers")
    }

    assert {
        "n2310-us": ">1000 container", "n2312-shin": "5000 container", "n2402-us": ">10000 container",
        "n2402-shin": "~6700 container", "n2403-shin": "~7000 container", "n2405-us": ">11000 container",
        "n2406-shin": ">=10000 container", "n2408-dia": ">13000 container", "n2409-us": ">16500 container",
        "n2410-nis": ">13000 container", "n2505-msmt": ">20000 container", "n2507-dia": "~28000 container",
    } == found  # fmt: skip


def test_the_running_figures_of_two_governments_stand_apart() -> None:
    series = {each.origin.id: each for each in counts().figures(sender="KP", unit="container").series}

    assert {"KR", "US"} == set(series)
    assert [Change.FIRST, Change.GROWTH, Change.GROWTH, Change.GROWTH] == [
        step.change for step in series["US"].steps
    ]
    last = next(step for step in series["KR"].steps if step.point.claim.source == "n2410-nis")
    assert (Change.SAME, "but from 2023-08, not from 2022-06~") == (last.change, last.why)


def test_the_american_count_of_february_2024_clashes_with_the_korean_one() -> None:
    clashes = {found.claims for found in together().check("figures-conflict").at_least("error")}

    assert ("n2402-shin/containers", "n2402-us/containers") in clashes
    assert ("n2402-us/containers", "s1/containers") in clashes
    assert not any("n2408-dia/containers" in claims for claims in clashes)


def test_what_the_agency_said_could_be_held_was_repeated_as_held() -> None:
    (repeated, *_) = together().check("capacity-as-content")

    assert {"s3/shells-152", "n2408-dia/shells-152"} <= set(repeated.claims)


def test_two_different_first_days_of_one_number_are_told() -> None:
    found = [
        each for each in together().check("figures-conflict")
        if {"n2408-dia/containers", "n2410-nis/containers"} <= set(each.claims)
    ]  # fmt: skip

    assert ["info"] * len(found) == [str(each.severity) for each in found]
    assert found


def test_a_later_count_of_the_same_government_makes_an_earlier_one_stale() -> None:
    stale = [each.message for each in together().check("figure-stale")]

    assert any("13,000 container (KR) as of 2024-08-27, and s3 came out" in message for message in stale)
    assert any("superseded" in message and "s1/containers" in message for message in stale)
