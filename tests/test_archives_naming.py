"""Ids for a stream of articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.archives.naming import BITS, LONGEST_NUMBER, Names
from osintkp.evidence import LONGEST_ID, legal_id


@given(
    wanted=st.lists(
        st.one_of(st.text(max_size=200), st.sampled_from(["a", "A", "a.n2", "a.n1", "Ü", "-", ""]))
    )
)
def test_every_id_is_legal_and_no_other_has_it_in_any_capitals(wanted: list[str]) -> None:
    names = Names(bits=2**16)

    found = [names.given(each) for each in wanted]

    assert all(map(legal_id, found))
    assert len(found) == len({each.lower() for each in found})


def test_a_full_filter_numbers_every_article_and_still_gives_each_its_own() -> None:
    names = Names(bits=8)

    found = [names.given(f"wire-{number % 50}") for number in range(100)]

    assert 100 == len(set(found))
    assert "wire-49.n100" == found[-1]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("2023-05-01.wire_7", "2023-05-01.wire_7"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b", "a-b"),
        ("<urn:uuid:12>", "urn-uuid-12"),
        ("...", "text"),
        ("Хартум", "text"),
        ("x" * (LONGEST_ID - LONGEST_NUMBER), "x" * (LONGEST_ID - LONGEST_NUMBER)),
        ("x" * (LONGEST_ID - LONGEST_NUMBER + 1), "x" * (LONGEST_ID - LONGEST_NUMBER)),
        ("y" * 10_000, "y" * (LONGEST_ID - LONGEST_NUMBER)),
        ("a.n7", "a.n7.n1"),
        ("a.N7", "a.N7.n1"),
        ("a.n7x", "a.n7x"),
        ("an7", "an7"),
    ],
)
def test_an_id_is_as_near_to_what_is_wanted_as_can_be(wanted: str, expected: str) -> None:
    assert expected == Names(bits=2**16).given(wanted)


def test_ids_alike_but_for_capitals_are_told_apart_by_the_number_of_the_article() -> None:
    names = Names(bits=2**16)

    assert ["Gao", "Mopti", "gao.n3", "GAO.n4"] == [
        names.given(each) for each in ("Gao", "Mopti", "gao", "GAO")
    ]


def test_two_long_ids_that_begin_alike_are_told_apart() -> None:
    names = Names(bits=2**16)

    one, other = names.given("z" * 10_000), names.given("z" * 10_000 + "1")

    assert f"{one}.n2" == other


def test_few_ids_get_a_number_that_they_do_not_need() -> None:
    names = Names(bits=2**16)

    assert 0 == sum(".n" in names.given(f"w{number}") for number in range(1000))
    assert 2**24 == BITS // 8
