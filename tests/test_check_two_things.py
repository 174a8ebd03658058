"""Losses that are counted of people and of goods."""

from __future__ import annotations

from typing import Any

from builders import claim, corpus
from osintkp.checks._two_things import people_and_goods
from osintkp.difference import facets
from osintkp.findings import Finding
from osintkp.vocabulary.scales import Severity, Verdict


def one_finding(*claims: Any) -> Finding:
    (found,) = corpus(*claims).check(select="figures-conflict")
    return found


def test_people_are_no_tanks() -> None:
    share: dict[str, Any] = {"kind": "loss", "actor": "SD", "when": "2023"}
    soldiers = claim("a/1", **share, amount="87 percent")
    tanks = claim("b/1", **share, item="vehicles/tank", amount="60 percent")

    found = one_finding(soldiers, tanks)

    assert (Severity.INFO, Verdict.DIFFERENT_ITEM) == (found.severity, found.verdict)
    assert found.message.endswith("; a/1 is about people, b/1 about vehicles/tank")
    assert found == one_finding(tanks, soldiers)


def test_pieces_without_goods_may_be_any_goods() -> None:
    share: dict[str, Any] = {"kind": "loss", "actor": "SD", "when": "2023"}
    pieces = claim("a/1", **share, amount="87 piece")
    tanks = claim("b/1", **share, item="vehicles/tank", amount="60 tank")

    assert Verdict.UNDECIDED is one_finding(pieces, tanks).verdict


def test_shipments_are_never_of_people() -> None:
    one = claim("a/1", sender="US", recipient="IL", amount="5 percent")
    other = claim("b/1", sender="US", recipient="IL", item="munitions", amount="9 percent")

    assert people_and_goods(facets(one), facets(other)) is None
