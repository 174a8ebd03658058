"""Shares that a text states: what they come to, and whether they fit the part and the whole."""

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

GRAIN: dict[str, Any] = {"sender": "UA", "recipient": "SO", "item": "food"}


def found(*claims: Any) -> Findings:
    return corpus(*claims).check(select="share-disagrees")


def pair(mine: str | None, value: str | None, whole: str | None, **fields: Any) -> tuple[Any, Any]:
    link = ClaimLink(
        kind=LinkKind.SHARE_OF, claim="b/whole", value=None if value is None else Amount.parse(value)
    )
    one = claim("a/share", **{**GRAIN, "amount": mine, **fields})
    return attrs.evolve(one, links=(link,)), claim("b/whole", **GRAIN, amount=whole, modality="pledged")


def only(mine: str | None, value: str | None, whole: str | None) -> Finding:
    (finding,) = found(*pair(mine, value, whole))
    return finding


def test_a_share_without_an_amount_says_what_it_comes_to() -> None:
    finding = only(None, "~30 percent", "1000000 round")

    assert (Severity.INFO, Verdict.PART_OF, "QTY106") == (finding.severity, finding.verdict, finding.code)
    assert ("a/share", "b/whole") == finding.claims
    assert (
        "a/share gives no amount of its own; about 30 percent of b/whole (1,000,000 round) is 300,000 round (250,000 to 350,000)"
        == finding.message
    )
    assert ("30 percent of 1,000,000 round = 300,000 round (250,000 to 350,000)",) == finding.working
    assert "a share is of a whole that holds the part" == finding.assumptions[0]
    assert 2 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("value", "whole", "amount"),
    [
        ("25 percent", "80 tonne", "20 tonne"),
        ("0.25", "80 tonne", "20 tonne"),
        (">50 percent", "80 tonne", "40 tonne or more"),
        (">50 percent", ">80 tonne", "40 tonne or more"),
        ("50 percent", ">=80 tonne", "40 tonne or more"),
        ("20..30 percent", "80 tonne", "16 to 24 tonne"),
        ("~50 percent", "~80 tonne", "40 tonne (32.4 to 48.4)"),
    ],
)
def test_open_ends_stay_open(value: str, whole: str, amount: str) -> None:
    message = only(None, value, whole).message

    assert message.endswith(f" is {amount}")


def test_a_share_that_fits_part_and_whole_agrees() -> None:
    finding = only("18 vehicle", "~25 percent", "80 vehicle")

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert (
        "a/share is said to be about 25 percent of b/whole, and 18 vehicle of 80 vehicle is 22 %: they agree"
        == finding.message
    )
    assert (
        "a/share: 18 vehicle stands for 17.5 to 18.5 vehicle",
        "b/whole: 80 vehicle stands for 76 to 84 vehicle",
        "18 vehicle / 80 vehicle = 22.5 percent (20.83 to 24.34)",
        "about 25 percent stands for 22.5 to 27.5 percent",
    ) == finding.working


def test_a_share_that_does_not_fit_is_a_conflict() -> None:
    finding = only("40 vehicle", "25 percent", "80 vehicle")

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "a/share is said to be 25 percent of b/whole, but 40 vehicle of 80 vehicle is 50 %: they do not fit, hedges and rounding allowed for"
        == finding.message
    )


@pytest.mark.parametrize(
    ("mine", "value", "whole", "agrees"),
    [
        ("20 vehicle", "25 percent", "80 vehicle", True),
        ("20 vehicle", "0.25", "80 vehicle", True),
        ("20 vehicle", "25", "80 vehicle", None),
        ("24 vehicle", "25 percent", "80 vehicle", False),
        ("22 vehicle", "~25 percent", "80 vehicle", True),
        ("24 vehicle", ">25 percent", "80 vehicle", True),
        ("18 vehicle", ">25 percent", "80 vehicle", False),
        ("18 vehicle", "<=25 percent", "80 vehicle", True),
        ("30 vehicle", "~25 percent", "~80 vehicle", False),
        ("~26 vehicle", "~25 percent", "~80 vehicle", True),
        (">=30 vehicle", "25 percent", "80 vehicle", False),
        (">=10 vehicle", "25 percent", "80 vehicle", True),
        ("20 vehicle", "25 percent", "<=80 vehicle", True),
        ("80 vehicle", "100 percent", "80 vehicle", True),
        ("0 vehicle", "0 percent", "80 vehicle", True),
    ],
)
def test_hedges_and_rounding_are_allowed_for_on_all_three(
    mine: str, value: str, whole: str, *, agrees: bool | None
) -> None:
    finding = only(mine, value, whole)

    assert (agrees is not True) == (Severity.ERROR is finding.severity)
    assert (agrees is None) == ("above the whole" in finding.message)


def test_a_share_of_bounds_is_given_in_bounds() -> None:
    assert "is 11.9 percent or more: they agree" in only(">=10 vehicle", "25 percent", "80 vehicle").message


def test_units_of_one_kind_are_divided() -> None:
    assert Verdict.AGREEMENT is only("20000 kilogram", "25 percent", "80 tonne").verdict
    assert Verdict.CONFLICT is only("20 kilogram", "25 percent", "80 tonne").verdict


@pytest.mark.parametrize(
    ("value", "impossible"),
    [
        ("100 percent", False),
        ("100.4 percent", True),
        ("101 percent", True),
        ("~105 percent", False),
        ("~120 percent", True),
        (">100 percent", True),
        (">=100 percent", False),
        ("<=120 percent", False),
        ("1.2", True),
        ("1", False),
        ("-5 percent", True),
        ("<0 percent", True),
        ("<=0 percent", False),
        ("0 percent", False),
    ],
)
def test_no_share_is_above_the_whole_or_below_nothing(value: str, *, impossible: bool) -> None:
    finding = only(None, value, "80 vehicle")

    assert impossible == (finding.verdict is Verdict.CONFLICT)


def test_a_share_above_the_whole_says_what_it_stands_for() -> None:
    finding = only("5 vehicle", "~120 percent", "80 tonne")

    assert Severity.ERROR is finding.severity
    assert (
        "a/share is said to be about 120 percent of b/whole: no share is below nothing or above the whole"
        == finding.message
    )
    assert ("about 120 percent stands for 108 to 132 percent, outside 0 to 100 percent",) == finding.working
    assert 3 == len(finding.assumptions)
    assert "1.2 stands for 115 to 125 percent, outside" in only(None, "1.2", None).working[0]


@pytest.mark.parametrize(
    ("mine", "value", "whole", "message"),
    [
        (
            "20 vehicle",
            None,
            "80 vehicle",
            "the link gives no value; 25 percent (22.62 to 27.63) would agree",
        ),
        (None, None, "80 vehicle", "the link gives no value; nothing can be said either way"),
        ("20 vehicle", None, None, "the link gives no value; nothing can be said either way"),
        ("20 tonne", None, "80 vehicle", "the link gives no value; nothing can be said either way"),
        ("20 vehicle", "25 percent", None, "b/whole gives no amount; 80 vehicle would agree"),
        (None, "~25 percent", None, "b/whole gives no amount; a/share would be about 25 percent of it"),
        (
            "20 tonne",
            "25 percent",
            "80 vehicle",
            "20 tonne and 80 vehicle are not comparable; 20 vehicle would agree",
        ),
        (
            "20 vehicle",
            "3 tonne",
            "80 vehicle",
            "3 tonne is no share; a share is in percent or a pure number",
        ),
    ],
)
def test_what_is_missing_is_named_and_what_it_would_have_to_be(
    mine: str | None, value: str | None, whole: str | None, message: str
) -> None:
    finding = only(mine, value, whole)

    of_units = any(words in message for words in ("comparable", "is no ", "no value"))
    assert (Severity.INFO if of_units else Severity.WARNING, Verdict.UNDECIDED) == (
        finding.severity,
        finding.verdict,
    )
    assert f"a/share is given as a share of b/whole, but {message}" == finding.message


def test_a_denied_share_is_not_checked() -> None:
    assert 0 == len(found(*pair("40 vehicle", "25 percent", "80 vehicle", stance="denies")))


def test_other_links_play_no_part() -> None:
    one, whole = pair("40 vehicle", "25 percent", "80 vehicle")
    other = ClaimLink(kind=LinkKind.RATIO_TO, claim="b/whole", value=Amount.parse("9"))

    assert found(one, whole) == found(attrs.evolve(one, links=(*one.links, other)), whole)


def test_the_order_of_the_claims_plays_no_part() -> None:
    one, whole = pair("40 vehicle", "25 percent", "80 vehicle")
    claims = [one, whole, attrs.evolve(one, id="a/2"), attrs.evolve(one, id="c/3", source="c")]
    expected = found(*claims)

    assert 3 == len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_on_the_seeds_the_delivered_share_is_worked_out() -> None:
    (finding,) = osintkp.load_seeds().check(select="share-disagrees")

    assert ("s1/eu-delivered", "s1/eu-pledge", Severity.INFO) == (*finding.claims, finding.severity)
    assert ("30 percent of 1,000,000 round = 300,000 round (250,000 to 350,000)",) == finding.working


def test_a_share_that_is_coded_as_the_amount_is_the_share() -> None:
    finding = only("40 percent", "40 percent", "4300000 tonne")

    assert (Severity.INFO, Verdict.PART_OF) == (finding.severity, finding.verdict)
    assert (
        "a/share gives the share alone; 40 percent of b/whole (4,300,000 tonne) is 1,720,000 tonne"
        == finding.message
    )


def test_two_shares_of_one_part_cannot_both_hold() -> None:
    finding = only("40 percent", "30 percent", "4300000 tonne")

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "a/share gives 40 percent of b/whole, and its link to it 30 percent: one of the two shares is wrong"
        == finding.message
    )
    assert Severity.INFO is only("40 percent", "0.4", "4300000 tonne").severity


def test_a_share_that_misses_about_by_little_is_no_conflict() -> None:
    finding = only("97 truck", "~50 percent", "170 truck")

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith('is 57 %: they fit only if "about" reaches a fifth to either side')
    assert Severity.ERROR is only("97 truck", "50 percent", "170 truck").severity
    assert Severity.ERROR is only("117 truck", "~50 percent", "170 truck").severity
