"""Groupings of every check: keys bring together what a group needs, and rounds know what is known at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from builders import claim, corpus
from osintkp import Link, load_seeds
from osintkp.checks import Check, checks
from osintkp.claims import Claims
from osintkp.corpus import Corpus
from osintkp.errors import InvalidValueError
from osintkp.facts import shipped
from osintkp.findings import Finding
from osintkp.group import Group, Grouping, by_link, by_topic, stable
from osintkp.vocabulary.scales import LinkKind
from strategies import corpora

PARTS = [(check.name, part) for check in checks() for part in check.parts]
every_part = pytest.mark.parametrize("part", [part for _, part in PARTS], ids=[name for name, _ in PARTS])


def by_rounds(part: Grouping) -> Grouping:
    return attrs.evolve(part, at_once=None, concerned=None)


def groups(part: Grouping, claims: Claims) -> dict[object, tuple[str, ...]]:
    return {group.key: tuple(each.id for each in group.claims) for group in part(claims, shipped())}


def rumours() -> Corpus:
    """Return claims with circles of every sort, loose dates, denials, alternatives and names nearly alike."""
    lost: dict[str, Any] = {"actor": "tigray-forces", "amount": "~3000 person", "when": "2021-06"}
    told = [
        claim("afp/1", "loss", **lost),
        claim("bbc/1", "loss", **lost),
        claim("a/1", "loss", links={"repeats": "b/1"}, **lost),
        claim("b/1", "loss", links={"repeats": "a/1"}, **lost),
        claim("c/1", "loss", actor="amin-walid", amount="12 tank", when="XXXX-05"),
        claim("d/1", "loss", actor="amin-waled", amount="30 tank", when="2019-05"),
        claim("d/2", "shipment", sender="AE", recipient="SD", amount="9 truck", stance="denies"),
        claim("e/1", "shipment", sender="AE", recipient="SD", amount="9 truck", when="2023"),
        claim("e/2", "shipment", sender="AE", recipient="TD", amount="4 truck", links={"alternative_to": "e/1"}),
        claim("e/3", "shipment", sender="AE", amount="13 truck", links={"part_of": "e/1"}),
    ]  # fmt: skip
    chains = {"afp/1": ("bbc",), "bbc/1": ("afp",), "c/1": ("reuters", "afp", "reuters")}
    said = [
        attrs.evolve(each, attribution=tuple(Link(actor=actor) for actor in chains.get(each.id, ())))
        for each in told
    ]
    return corpus(
        *said, afp={"publisher": "AFP"}, bbc={"publisher": "BBC"}, d={"derived_from": "e"}, e={"derived_from": "d"}
    )  # fmt: skip


@every_part
@pytest.mark.parametrize("whole", [rumours(), load_seeds()], ids=["rumours", "seeds"])
def test_rounds_make_known_what_is_known_at_once(part: Grouping, whole: Corpus) -> None:
    assert groups(part, whole.claims) == groups(by_rounds(part), whole.claims)


@given(whole=corpora())
@settings(max_examples=25, deadline=None)
def test_rounds_make_known_what_is_known_at_once_of_any_claims(whole: Claims) -> None:
    for _, part in PARTS:
        if part.rounds:
            assert groups(part, whole) == groups(by_rounds(part), whole)


@every_part
@pytest.mark.parametrize("whole", [rumours(), load_seeds()], ids=["rumours", "seeds"])
def test_the_claims_of_one_key_make_the_group_that_all_claims_make(part: Grouping, whole: Corpus) -> None:
    known = part.known(whole.claims)
    for key, names in groups(part, whole.claims).items():
        alone = [each for each in whole.claims if key in part.keys(each, known)]
        group = part.group(key, reversed(alone), whole.claims, shipped(), known)

        assert names == tuple(each.id for each in group.claims) if group is not None else ()


def test_the_rumours_show_every_sort_of_circle() -> None:
    (check,) = (check for check in checks() if check.name == "circular-sourcing")

    assert ["a/1 > b/1 > a/1", "afp > bbc > afp", "afp > reuters > afp", "d > e > d"] == sorted(
        str(group.key) for group in check.groups(rumours().claims, shipped())
    )


def test_a_link_that_is_written_twice_makes_one_member() -> None:
    twice = claim("a/part", amount="5 truck", links={"part_of": "a/whole"})
    some = corpus(attrs.evolve(twice, links=twice.links * 2), claim("a/whole", amount="9 truck")).claims

    assert {"a/whole": ("a/part", "a/whole")} == groups(by_link(LinkKind.PART_OF), some)


def test_a_group_of_too_few_is_none() -> None:
    alone = by_topic(lambda _: "all")
    some = corpus(claim("a/1")).claims

    assert alone.group("all", some, some, shipped(), None) is None
    assert isinstance(by_topic(lambda _: "all", least=1).group("all", some, some, shipped(), None), Group)


def test_every_check_says_by_which_keys_it_groups() -> None:
    assert [] == [check.name for check in checks() if not check.parts]


def test_a_grouping_without_keys_is_refused_where_keys_are_asked_for() -> None:
    def own(group: Group, by: object = lambda _claims, _facts: iter(())) -> Iterator[Finding]:  # noqa: ARG001  it is there to be read
        """Nothing."""
        yield from ()

    check = Check.of(own)

    assert [] == list(check.groups(Claims(), shipped()))
    with pytest.raises(InvalidValueError, match="has to see all claims at once"):
        _ = check.parts


def test_a_key_has_one_number_in_every_process() -> None:
    code = (
        "from osintkp.group import stable; from osintkp.vocabulary.scales import Measure\n"
        "from osintkp.lineage.circles import Circle; from osintkp.lineage.edges import How\n"
        "circle = Circle(nodes=(), hows=frozenset(How), claims=())\n"
        "words = 'shipment', frozenset({'SD', 'AE', 'TD'}), None, Measure.FLOW, ('x', 1.5), \"it's\"\n"
        "print(stable((*words, circle)))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert 1 == len(told)
    assert stable(("a", "b")) != stable(("a,b",))
    assert stable("\ud800") != stable("\ud801")
