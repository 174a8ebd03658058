"""Every check proves the examples on its own page."""

from __future__ import annotations

import random
import re

import pytest

import osintkp
from osintkp.checks import Check, checks, chosen, run
from osintkp.claims import Claims
from osintkp.errors import UnknownCheckError
from osintkp.facts import shipped
from osintkp.vocabulary.scales import Severity
from pages import corpus_of

HEADINGS = ("## Why it matters", "## Found", "## Not found", "## Assumptions")
FAMILIES = {"SRC", "QTY", "TIM", "LOG", "PHY", "LAW", "ENT", "TXT"}

every_check = pytest.mark.parametrize("check", checks(), ids=lambda check: check.name)


def example(check: Check, heading: str) -> str:
    found = re.search(rf"(?s)## {heading}\n.*?```toml\n(.*?)```", check.page)
    assert found is not None, f"{check.name} has no example under {heading!r}"
    return found[1]


NAMES = """
figures-conflict part-exceeds-whole alternatives-summed cumulative-falls ratio-disagrees share-disagrees headline-differs
hedge-dropped capacity-as-content limit-exceeded embargo-breached obligation-not-in-force treaty-status payload-exceeded
load-implausible conversion-fingerprint density-impossible distance-disagrees unit-mismatch single-origin circular-sourcing
unknown-origin interested-party denied-elsewhere said-before-event published-before-said period-inverted date-unanchored
figure-stale place-conflict office-not-held name-variant lookalike-letters quote-missing figure-not-in-quote
"""


def test_every_name_of_the_contract_is_a_check() -> None:
    assert set(NAMES.split()) <= {check.name for check in checks()}


@every_check
def test_a_check_finds_what_its_page_says_it_finds(check: Check) -> None:
    corpus = corpus_of(example(check, "Found"))

    assert check.code in {found.code for found in corpus.check()}
    assert not [problem for problem in corpus.problems if problem.severity is Severity.ERROR]


@every_check
def test_a_check_is_silent_where_its_page_says_so(check: Check) -> None:
    corpus = corpus_of(example(check, "Not found"))

    assert [] == list(corpus.check(select=check.code).at_least("warning"))


@every_check
def test_a_page_has_its_headings_in_order(check: Check) -> None:
    places = [check.page.find(heading) for heading in HEADINGS]

    assert sorted(places) == places
    assert -1 not in places
    assert check.page.strip().splitlines()[0].endswith(".")


def test_codes_and_names_are_unique_and_of_a_known_family() -> None:
    codes = [check.code for check in checks()]

    assert len(codes) == len(set(codes)) == len({check.name for check in checks()})
    assert {re.sub(r"\d{3}$", "", code) for code in codes} <= FAMILIES


def test_findings_do_not_depend_on_the_order_of_the_claims() -> None:
    claims = osintkp.load_seeds().claims
    expected = run(claims, shipped())
    for seed in range(5):
        shuffled, sources = list(claims), list(claims.sources)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(sources)

        assert expected == run(Claims(shuffled, sources), shipped())


def test_checks_are_chosen_by_code_name_and_family() -> None:
    assert ["QTY101"] == [check.code for check in chosen(["QTY101"])]
    assert ["QTY101"] == [check.code for check in chosen("figures-conflict")]
    assert {"QTY"} == {check.code[:3] for check in chosen(["QTY"])}
    assert "figures-conflict" not in {check.name for check in chosen(ignore=["QTY"])}


def test_an_unknown_check_is_named_with_the_nearest() -> None:
    with pytest.raises(
        UnknownCheckError, match="no check is named 'figure-conflict'; near it: figures-conflict"
    ):
        chosen(["figure-conflict"])
