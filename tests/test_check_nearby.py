"""The claims near some others."""

from __future__ import annotations

import random
from typing import Any

from builders import claim
from osintkp.checks._nearby import FEWEST, NEIGHBOURS, Index, neighbours, room_for
from osintkp.claims import Claims

ARMS: dict[str, Any] = {"sender": "IR", "recipient": "YE", "item": "weapons", "amount": "40 truck"}


def test_the_linked_come_first_then_the_alike_then_those_of_one_actor() -> None:
    mine = claim("m/1", **ARMS, links={"part_of": "z/9", "revises": "q/1"})
    claims = [
        mine,
        claim("z/9", "loss", actor="SD"),
        claim("z/8", "statement", about=("ML",), links={"supports": "m/1"}),
        claim("y/1", **ARMS),
        claim("x/1", **{**ARMS, "item": "food"}),
        claim("w/1", "loss", actor="IR"),
        claim("v/1", "statement", about=("abbas-araghchi", "YE")),
        claim("u/1", "loss", actor="ET"),
        claim("t/1", "loss"),
    ]
    random.Random(2).shuffle(claims)
    index = Index(Claims(claims))

    assert ["z/9", "z/8"] == [each.id for each in index.near([mine])][:2]
    assert ["m/1", "z/9"] == [each.id for each in neighbours([mine], index, 1)]
    assert ["m/1", "y/1", "z/8", "z/9"] == [each.id for each in neighbours([mine], index, 3)]
    assert ["m/1", "x/1", "y/1", "z/8", "z/9"] == [each.id for each in neighbours([mine], index, 4)]
    every = {each.id for each in neighbours([mine], index)}
    assert {"m/1", "w/1", "x/1", "y/1", "z/8", "z/9"} <= every
    assert not every & {"u/1", "t/1"}
    assert ["t/1"] == [each.id for each in neighbours([next(each for each in claims if each.id == "t/1")], index)]  # fmt: skip


def test_many_occasions_share_what_is_looked_at() -> None:
    assert [NEIGHBOURS, NEIGHBOURS, 100, FEWEST] == [room_for(number) for number in (1, 20, 40, 10**6)]


def test_no_more_are_looked_at_than_there_is_room_for() -> None:
    claims = [claim(f"s{number:04}/1", **ARMS) for number in range(500)]
    index = Index(Claims(claims))

    assert NEIGHBOURS + 2 == len(neighbours(claims[:2], index))
    assert [each.id for each in claims[:5]] == [each.id for each in neighbours(claims[:2], index, 3)]
