"""Laws of all checks together: they never raise, and nothing but the claims decides what they find."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp.checks import run
from osintkp.claim import ClaimLink
from osintkp.claims import Claims
from osintkp.facts import Facts, shipped
from osintkp.units import Amount
from osintkp.vocabulary.scales import LinkKind
from strategies import corpora
from strategies_close import close_claims
from test_exports import SCHEMAS

ROOT = Path(__file__).parents[1]
VALUED = (LinkKind.SHARE_OF, LinkKind.RATIO_TO)
many = settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
some = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def pack() -> osintkp.Corpus:
    return osintkp.load_seeds() | osintkp.load(ROOT / "examples" / "public_counts")


@many
@given(close_claims())
def test_no_check_raises_and_every_finding_is_whole(claims: Claims) -> None:
    findings = run(claims, shipped())

    for found in (*findings, *findings.suppressed):
        assert found.message.strip()
        assert found.claims
        assert set(found.claims) <= set(claims.ids())
        assert "\n" not in found.message
        assert {cited.claim for cited in found.cited} <= set(found.claims)


@some
@given(corpora())
def test_no_check_raises_on_claims_that_have_nothing_in_common(claims: Claims) -> None:
    run(claims, shipped())


@pytest.mark.parametrize("figure", ["9" * 40, "~" + "9" * 38, f"0.{'0' * 36}1", f"5{'0' * 38}..7{'0' * 38}"])
@pytest.mark.parametrize("units", [("tonne", "kilogram"), ("barrel", "litre"), ("percent", "")])
def test_figures_that_no_other_unit_has_room_for_are_checked_like_all(
    figure: str, units: tuple[str, str]
) -> None:
    rows = [(first, other, link) for first in units for other in units for link in LinkKind]
    for first, other, link in rows:
        told: dict[str, Any] = {
            "sender": "VN",
            "recipient": "ML",
            "item": "food/grain/rice",
            "measure": "cumulative",
        }
        one = claim("s0/1", "shipment", quote="x 5", **told, amount=f"{figure} {first}".strip(), when="2021")
        later = claim(
            "s1/1", "shipment", quote="12 of them", **told, amount=f"5 {other}".strip(), when="2022"
        )
        value = Amount.parse(f"{figure} {first}".strip()) if first in ("percent", "") else None
        tie = ClaimLink(kind=link, claim="s0/1", value=value if link in VALUED else None)
        whole = corpus(one, attrs.evolve(later, links=(tie,)))

        assert {"s0/1", "s1/1"} >= {name for found in whole.check() for name in found.claims}
        assert 2 == len(list(whole.figures()))


@pytest.mark.parametrize("sign", ["", "~", ">", "<"])
def test_figures_of_forty_digits_are_held_against_loads_headings_and_limits(sign: str) -> None:
    most = f"{sign}{'9' * 40} tonne"
    load = claim("s0/2", "shipment", sender="VN", recipient="ML", amount=most, links={"contained_in": "s0/1"})
    cap = claim("s2/1", "limit", on="KP", item="fuel/crude", amount="<=500000 barrel", window="12 month")
    sent = claim("s2/2", "shipment", sender="RU", recipient="KP", item="fuel/crude", amount=most, when="2023")
    rice: dict[str, Any] = {"sender": "VN", "recipient": "ML", "item": "food/grain"}
    headed = [
        claim("s3/1", **rice, amount=most, quote="Vast load"),
        claim("s3/2", **rice, amount="12 tonne", quote="12 tonnes"),
    ]
    carriers = claim("s0/1", "shipment", sender="VN", recipient="ML", amount="500 truck")
    whole = corpus(carriers, load, cap, sent, *headed, s3={"title": "Vast load"})

    assert {"LAW101", "PHY101", "QTY101"} <= {found.code for found in whole.check()}


@some
@given(close_claims())
def test_no_check_needs_reference_data(claims: Claims) -> None:
    run(claims, Facts())


@some
@given(close_claims(), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_claims_and_sources(
    claims: Claims, chance: random.Random
) -> None:
    shuffled, sources = list(claims), list(claims.sources)
    chance.shuffle(shuffled)
    chance.shuffle(sources)

    assert run(claims, shipped()) == run(Claims(shuffled, sources), shipped())


@settings(some, max_examples=60)
@given(close_claims())
def test_every_form_of_the_findings_is_valid(claims: Claims) -> None:
    corpus = osintkp.Corpus(claims=claims)
    for form, schema in SCHEMAS.items():
        text, _ = corpus.rendered(form)
        jsonschema.validators.validator_for(schema())(schema()).validate(json.loads(text))


def splits(whole: osintkp.Corpus, folder: Path) -> Iterator[osintkp.Corpus]:
    """Give a corpus as it comes back from one file for all, from one each source, and from one each claim."""
    whole.save(folder / "all.jsonl")
    yield osintkp.load(folder / "all.jsonl")
    (folder / "each").mkdir()
    whole.save(folder / "each")
    yield osintkp.load(folder / "each")
    yield osintkp.load(*sorted((folder / "each").glob("*.toml"), reverse=True))
    single = osintkp.Corpus()
    for each in reversed(list(whole.claims)):
        single |= osintkp.Corpus(claims=Claims([each], [whole.sources[each.source]]))
    yield single


def test_findings_do_not_depend_on_how_claims_are_split_over_files(tmp_path: Path) -> None:
    whole = pack()
    expected = whole.check()

    for split in splits(whole, tmp_path):
        assert expected == split.check()


def test_findings_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import osintkp\n"
        f"corpus = osintkp.load_seeds() | osintkp.load({str(ROOT / 'examples' / 'public_counts')!r})\n"
        "print(corpus.check(), corpus.rendered('sarif')[0], corpus.origins(), corpus.figures(unit='container').series)"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3")
    }

    assert 1 == len(printed)
    assert len(printed.pop()) > 20_000
