"""The plan puts every group that is large enough into one bucket, whole, whatever slices its keys were put down in."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osintkp.sharded import plan
from osintkp.sharded.steps import KEYED, _batch, schema_of

Row = tuple[int, int, int, int]
KEY = st.sampled_from([0, 1, -1, 5 << 20, -(7 << 20), 2**62, -(2**63), 2**63 - 1])
ROW = st.tuples(st.integers(0, 2), KEY, st.integers(0, 10**12), st.integers(0, 3))
LEAST = [1, 2, 3]


def planned(rows: list[Row], parts: int, folder: Path) -> tuple[list[int], dict[int, plan.Groups]]:
    keys = plan.Keys(folder, schema_of(KEYED), parts)
    for start in range(0, len(rows), 5):
        keys.add(_batch(KEYED, rows[start : start + 5]))
    keys.close()
    buckets = plan.plan(folder, parts, LEAST)
    return buckets, {bucket: plan.members_of(folder, bucket) for bucket in buckets}


@pytest.mark.parametrize("alone", [3, 100_000])
@settings(max_examples=40, deadline=None)
@given(rows=st.lists(ROW, max_size=40), parts=st.sampled_from([1, 4, 16]))
def test_every_group_is_in_one_bucket_with_all_its_claims(rows: list[Row], parts: int, alone: int) -> None:
    expected: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for grouping, key, number, _ in rows:
        expected[grouping, key].append(number)
    large = {of: sorted(numbers) for of, numbers in expected.items() if len(numbers) >= LEAST[of[0]]}

    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "ALONE", alone)
        buckets, found = planned(rows, parts, Path(name))
        left = [path.name for path in Path(name).iterdir()]

    held = [(of, key, sorted(numbers)) for each in found.values() for of, keys in each.items() for key, numbers in keys.items()]  # fmt: skip
    assert sorted((*of, numbers) for of, numbers in large.items()) == sorted(held)
    assert [plan.PLAN] == left
    crowded = {key for (_, key), numbers in large.items() if len(numbers) > alone}
    for bucket in buckets:
        keys = {key for of in found[bucket].values() for key in of}
        assert keys
        assert len(keys) == 1 if keys & crowded else bucket < max(4, parts)


def test_a_group_whose_claims_are_of_one_part_is_looked_into_there(tmp_path: Path) -> None:
    rows = [(0, 1 << 30, 7, 2), (0, 1 << 30, 9, 2), (1, 6, 1, 0), (1, 6, 2, 3)]

    buckets, found = planned(rows, 4, tmp_path)

    assert [2] == buckets
    assert {0: {1 << 30: [7, 9]}, 1: {6: [1, 2]}} == {of: {key: sorted(numbers) for key, numbers in keys.items()} for of, keys in found[2].items()}  # fmt: skip
