"""Ratios that a text states, held against its own figures."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp import Amount, ClaimLink
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

DRONES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}


def found(*claims: Any) -> Findings:
    return corpus(*claims).check(select="ratio-disagrees")


def pair(mine: str | None, value: str | None, other: str | None, **fields: Any) -> tuple[Any, Any]:
    link = ClaimLink(
        kind=LinkKind.RATIO_TO, claim="b/base", value=None if value is None else Amount.parse(value)
    )
    one = claim("a/ratio", **{**DRONES, "amount": mine, **fields})
    return attrs.evolve(one, links=(link,)), claim("b/base", **DRONES, amount=other)


def only(mine: str | None, value: str | None, other: str | None) -> Finding:
    (finding,) = found(*pair(mine, value, other))
    return finding


def test_a_ratio_that_its_figures_give_agrees() -> None:
    finding = only("~9000 container", "~1.3", "~6700 container")

    assert (Severity.INFO, Verdict.AGREEMENT, "QTY105") == (finding.severity, finding.verdict, finding.code)
    assert ("a/ratio", "b/base") == finding.claims
    assert (
        "a/ratio is said to be about 1.3 times b/base, and the two figures give 1.343, 34 % more: they agree"
        == finding.message
    )
    assert (
        "9,000 container / 6,700 container = 1.343 (1.099 to 1.642)",
        "about 1.3 stands for 1.17 to 1.43",
    ) == finding.working
    assert 2 == len(finding.assumptions)


def test_a_ratio_that_its_figures_do_not_give_is_a_conflict() -> None:
    finding = only("640 drone", "2", "200 drone")

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "a/ratio is said to be 2 times b/base, but the two figures give 3.2, 220 % more: they do not fit, hedges and rounding allowed for"
        == finding.message
    )
    assert ("640 drone / 200 drone = 3.2 (3.024 to 3.395)", "2 stands for 1.9 to 2.1") == finding.working
    assert 2 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("mine", "value", "other", "agrees"),
    [
        ("400 drone", "2", "200 drone", True),
        ("420 drone", "2", "200 drone", True),
        ("500 drone", "2", "200 drone", False),
        ("500 drone", "~2", "200 drone", True),
        ("600 drone", "~2", "200 drone", False),
        ("600 drone", "~2", "~200 drone", True),
        ("600 drone", ">2", "200 drone", True),
        ("300 drone", ">2", "200 drone", False),
        ("300 drone", "<=2", "200 drone", True),
        ("300 drone", "1.5..2", "200 drone", True),
        ("100 drone", "0.5", "200 drone", True),
        ("100 drone", "50 percent", "200 drone", True),
        ("260 drone", "130 percent", "200 drone", True),
        ("260 drone", "1.3", "200 drone", True),
        ("260 drone", "30 percent", "200 drone", False),
        (">=500 drone", "2", "200 drone", False),
        (">=300 drone", "2", "200 drone", True),
        ("<=300 drone", "2", "200 drone", False),
        ("600 drone", "2", ">=200 drone", True),
        ("600 drone", "4", ">=200 drone", False),
        ("100..500 drone", "2", "200 drone", True),
        ("0 drone", "2", "200 drone", False),
        ("0 drone", "0", "200 drone", True),
        ("5 drone", "2", "<=3 drone", True),
    ],
)
def test_hedges_and_rounding_are_allowed_for_on_all_three(
    mine: str, value: str, other: str, *, agrees: bool
) -> None:
    assert (Verdict.AGREEMENT if agrees else Verdict.CONFLICT) is only(mine, value, other).verdict


def test_units_of_one_kind_are_divided() -> None:
    finding = only("3000 kilogram", "1.5", "2 tonne")

    assert Verdict.AGREEMENT is finding.verdict
    assert finding.working[0].startswith("3,000 kilogram / 2 tonne = 1.5 (")
    assert Verdict.CONFLICT is only("3000 kilogram", "1500", "2 tonne").verdict


def test_less_is_said_where_the_figure_is_smaller() -> None:
    assert "give 0.8, 20 % less: they agree" in only("80 drone", "~0.8", "100 drone").message
    assert "give 1, 0 % more: they agree" in only("80 drone", "1", "80 drone").message


def test_bounds_are_given_as_bounds() -> None:
    finding = only(">=300 drone", "~2", "200 drone")

    assert "the two figures give 1.429 or more: they agree" in finding.message
    assert "at least 300 drone / 200 drone = 1.429 or more" == finding.working[0]


def test_a_rate_of_two_counts_is_a_ratio_too() -> None:
    finding = only("3000000 round", "~450 round/container", "~6700 container")

    assert Verdict.AGREEMENT is finding.verdict
    assert (
        "about 450 round/container times b/base, and the two figures give 447.8 round/container ("
        in finding.message
    )
    assert "about 450 round/container stands for 405 to 495 round/container" == finding.working[1]
    assert Verdict.CONFLICT is only("3000000 round", "~200 round/container", "~6700 container").verdict


@pytest.mark.parametrize(
    ("mine", "value", "other", "message"),
    [
        (
            "400 drone",
            None,
            "200 drone",
            "the link gives no value; a ratio of 2 (1.81 to 2.211) would agree",
        ),
        (None, "~2", "200 drone", "a/ratio gives no amount; 400 drone (300 to 500) would agree"),
        ("400 drone", "~2", None, "b/base gives no amount; 200 drone (160 to 266.7) would agree"),
        (
            None,
            "~2",
            None,
            "a/ratio gives no amount and b/base gives no amount; nothing can be said either way",
        ),
        (
            None,
            None,
            "200 drone",
            "a/ratio gives no amount and the link gives no value; nothing can be said either way",
        ),
        (
            "5 drone",
            None,
            None,
            "b/base gives no amount and the link gives no value; nothing can be said either way",
        ),
        (
            None,
            "2 tonne",
            "200 drone",
            "a/ratio gives no amount; and their units give no ratio that has a name",
        ),
        (
            "40 drone",
            "2",
            "0 drone",
            "b/base gives 0 drone, and nothing has a ratio to it; with any other figure it could be decided",
        ),
        (
            "400 drone",
            "2 tonne",
            "200 drone",
            "2 tonne is no ratio of 400 drone to 200 drone; the two figures give 2 (1.81 to 2.211)",
        ),
        (
            "400 drone",
            "2",
            "200 container",
            "2 is no ratio of 400 drone to 200 container; the two figures give 2 drone/container (1.81 to 2.211)",
        ),
        (
            "5 barrel/day",
            "2",
            "200 container",
            "5 barrel/day and 200 container are not comparable; in units of one kind they could be divided",
        ),
    ],
)
def test_what_is_missing_is_named_and_what_it_would_have_to_be(
    mine: str | None, value: str | None, other: str | None, message: str
) -> None:
    finding = only(mine, value, other)

    of_units = any(words in message for words in ("comparable", "is no ", "no value"))
    assert (Severity.INFO if of_units else Severity.WARNING, Verdict.UNDECIDED) == (
        finding.severity,
        finding.verdict,
    )
    assert f"a/ratio is given as a ratio to b/base, but {message}" == finding.message
    assert () == finding.working


def test_a_denied_ratio_is_not_checked() -> None:
    one, base = pair("640 drone", "2", "200 drone", stance="denies")

    assert 0 == len(found(one, base))


def test_a_denied_base_is_not_checked() -> None:
    one, _ = pair("640 drone", "2", "200 drone")

    assert 0 == len(found(one, claim("b/base", **DRONES, amount="200 drone", stance="denies")))


def test_other_links_and_other_targets_play_no_part() -> None:
    one, base = pair("640 drone", "2", "200 drone")
    more = (
        ClaimLink(kind=LinkKind.RATIO_TO, claim="c/gone", value=Amount.parse("9")),
        ClaimLink(kind=LinkKind.SHARE_OF, claim="b/base", value=Amount.parse("9 percent")),
        ClaimLink(kind=LinkKind.RATIO_TO, claim="a/ratio", value=Amount.parse("7")),
    )

    assert found(one, base) == found(attrs.evolve(one, links=(*one.links, *more)), base)


def test_two_values_for_one_pair_are_judged_each() -> None:
    one, base = pair("640 drone", "2", "200 drone")
    second = ClaimLink(kind=LinkKind.RATIO_TO, claim="b/base", value=Amount.parse("3.2"))

    assert [Verdict.CONFLICT, Verdict.AGREEMENT] == [
        each.verdict for each in found(attrs.evolve(one, links=(*one.links, second)), base)
    ]


def test_the_order_of_the_claims_plays_no_part() -> None:
    one, base = pair("640 drone", "2", "200 drone")
    claims = [one, base, attrs.evolve(one, id="a/2"), attrs.evolve(one, id="c/3", source="c")]
    expected = found(*claims)

    assert 3 == len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_on_the_seeds_the_return_cargo_fits_its_ratio() -> None:
    (finding,) = osintkp.load_seeds().check(select="ratio-disagrees")

    assert ("s1/return-containers", "s1/containers", Severity.INFO) == (*finding.claims, finding.severity)
    assert "34 % more" in finding.message
    assert finding.working[0].startswith("9,000 container / 6,700 container = 1.343")
    assert "about 1.3 stands for 1.17 to 1.43" == finding.working[1]


def test_a_ratio_that_misses_about_by_little_is_no_conflict() -> None:
    finding = only("97 truck/day", "~0.5", "170 truck/day")

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith('43 % less: they fit only if "about" reaches a fifth to either side')
    assert Severity.ERROR is only("97 truck/day", "0.5", "170 truck/day").severity
    assert Severity.ERROR is only("117 truck/day", "~0.5", "170 truck/day").severity


@pytest.mark.parametrize(
    ("mine", "value", "hint"),
    [
        ("13000 tonne", "30 percent", "; as 30 percent more, the ratio 1.3, they would"),
        ("7000 tonne", "0.3", "; as 0.3 less, the ratio 0.7, they would"),
        ("15000 tonne", "30 percent", "hedges and rounding allowed for"),
        ("13000 tonne", ">20 percent", "hedges and rounding allowed for"),
    ],
)
def test_a_change_that_was_coded_as_a_ratio_is_named(mine: str, value: str, hint: str) -> None:
    finding = only(mine, value, "10000 tonne")

    if value.startswith(">"):
        assert Severity.INFO is finding.severity
    else:
        assert Severity.ERROR is finding.severity
        assert finding.message.endswith(hint)


def test_nothing_has_a_ratio_to_nothing() -> None:
    finding = only("30000 barrel", None, "0 barrel")

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith("the link gives no value; nothing has a ratio to 0")
