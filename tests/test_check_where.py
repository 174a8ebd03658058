"""Whether two places in words lie apart."""

from __future__ import annotations

import pytest

from osintkp.checks._where import apart, holds
from osintkp.vocabulary.scales import Answer


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ("Goma", "Kisangani", 511),
        ("Goma", "Bukavu", 100),
        ("Goma", "Kampala", 425),
        ("Kursk Oblast", "Sumy", 131),
        ("Kursk Oblast", "Belgorod Oblast", 145),
        ("North Kivu", "Kinshasa", 1562),
        ("Khartoum", "Port Sudan", 675),
    ],
)
def test_far_towns_other_states_and_other_oblasts_lie_apart(one: str, other: str, km: int) -> None:
    found = apart(one, other)

    assert (Answer.YES, "") == (found.answer, found.why)
    assert found.km is not None
    assert km == pytest.approx(found.km, rel=0.05)


def test_two_states_lie_apart_without_a_distance() -> None:
    found = apart("Rwanda", "Goma")

    assert (Answer.YES, None) == (found.answer, found.km)
    assert Answer.YES is apart("Sudan", "Chad").answer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goma", "North Kivu"),
        ("North Kivu", "Goma"),
        ("Goma", "DR Congo"),
        ("goma", "Goma "),
        ("the hills", "The Hills"),
        ("Najin", "Rason"),
    ],
)
def test_a_place_is_not_apart_from_itself_and_from_what_holds_it(one: str, other: str) -> None:
    assert Answer.NO is apart(one, other).answer


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("the hills", "Goma", "the table of places does not know 'the hills'"),
        ("Goma", "the front", "the table of places does not know 'the front'"),
        ("Benghazi", "Tripoli", "Tripoli may be tripoli-lb or tripoli-ly"),
        ("Bukavu", "South Kivu", "the table of places does not say whether Bukavu and South Kivu have ground in common"),
        ("Kinshasa", "Brazzaville", "Kinshasa and Brazzaville lie only 8 km apart, and one may be named for the other"),
        ("North Kivu", "South Kivu", "the table of places does not say whether North Kivu and South Kivu have ground in common"),
        ("Red Sea", "Hodeidah", "the table of places does not say whether Red Sea and Hodeidah have ground in common"),
    ],
)  # fmt: skip
def test_what_the_table_does_not_tell_is_undecided(one: str, other: str, why: str) -> None:
    found = apart(one, other)

    assert Answer.UNDECIDED is found.answer
    assert why == found.why


def test_land_may_be_counted_to_the_state_that_holds_it() -> None:
    found = apart("Russia", "Sevastopol", frozenset({"RU"}))

    assert (Answer.UNDECIDED, "Sevastopol may be counted to Russia, if Russia holds it") == (
        found.answer,
        found.why,
    )
    assert Answer.UNDECIDED is apart("Sevastopol", "Russia", frozenset({"RU"})).answer
    assert Answer.YES is apart("Russia", "Sevastopol", frozenset({"UA"})).answer
    assert Answer.YES is apart("Russia", "Ukraine", frozenset({"RU", "UA"})).answer


def test_a_place_is_held_by_its_region_and_its_state() -> None:
    assert holds("Darfur", "El Fasher")
    assert holds("Sudan", "El Fasher")
    assert holds("El Fasher", "el fasher")
    assert not holds("El Fasher", "Darfur")
    assert not holds("the hills", "El Fasher")
    assert not holds("Sudan", "the hills")
