"""Whether one figure can count what another counts, which every check of sums asks."""

from __future__ import annotations

from typing import Any

import pytest

from builders import claim
from osintkp import Claim
from osintkp.checks._totals import holds, sums_up

BORE: dict[str, Any] = {"calibre": "155 mm"}


def lost(name: str, **fields: Any) -> Claim:
    return claim(f"wire/{name}", "loss", **{"actor": "SD", "when": "2023-05", "amount": "9 piece", **fields})


@pytest.mark.parametrize(
    ("expected", "whole", "part"),
    [
        (True, {"item": "vehicles"}, {"item": "vehicles/truck"}),
        (False, {"item": "vehicles/truck"}, {"item": "vehicles"}),
        (False, {"item": "vehicles"}, {"item": "food/grain"}),
        (False, {"item": "vehicles"}, {}),
        (True, {}, {"item": "vehicles"}),
        (True, {"actor": "SD"}, {"actor": "SD"}),
        (False, {"actor": "SD"}, {"actor": "ET"}),
        (True, {"when": "2023"}, {"when": "2023-05"}),
        (False, {"when": "2022"}, {"when": "2023-05"}),
    ],
)  # fmt: skip
def test_a_figure_counts_what_is_of_its_goods_parties_and_window(
    expected: bool, whole: dict[str, Any], part: dict[str, Any]
) -> None:
    assert expected is holds(lost("whole", **whole), lost("part", **part))


@pytest.mark.parametrize(
    ("expected", "whole", "part"),
    [(True, BORE, BORE), (False, BORE, {"calibre": "122 mm"}), (False, BORE, {}), (True, {}, BORE)],
)
def test_a_figure_of_one_calibre_counts_no_other(
    expected: bool, whole: dict[str, Any], part: dict[str, Any]
) -> None:
    given: dict[str, Any] = {"sender": "EG", "recipient": "SD", "item": "ammunition", "amount": "9 piece"}
    one, other = claim("wire/whole", **given | whole), claim("wire/part", **given | part)

    assert expected is holds(one, other)


@pytest.mark.parametrize(
    ("expected", "whole", "parts"),
    [
        (True, "9 piece", ("4 piece", "5 piece")),
        (False, "9 piece", ("4 piece", "6 piece")),
        (False, "9 piece", ("9 piece", "0 piece")),
        (True, "~9000 piece", ("4100 piece", "4900 piece")),
    ],
)
def test_a_sum_needs_each_of_its_parts(expected: bool, whole: str, parts: tuple[str, ...]) -> None:
    found = sums_up(
        lost("whole", amount=whole),
        tuple(lost(f"part-{number}", amount=part) for number, part in enumerate(parts)),
    )

    assert expected is found
