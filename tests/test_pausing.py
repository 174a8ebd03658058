"""Garbage collection rests while many objects are made, and goes on as before."""

from __future__ import annotations

import gc

import pytest

import osintkp
from osintkp.pausing import collection_paused


def test_collection_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), collection_paused():
        raise KeyError

    assert gc.isenabled()


def test_collection_that_a_host_has_turned_off_stays_off() -> None:
    gc.disable()
    try:
        osintkp.load_seeds().check()

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_rests_while_claims_are_checked() -> None:
    seen = []

    def watch(_: object) -> list[osintkp.Finding]:
        """Whether collection runs."""
        seen.append(gc.isenabled())
        return []

    osintkp.load_seeds().check(select="watch", also=[watch])

    assert {False} == set(seen)
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_looked_through_by_the_next_collection() -> None:
    gc.collect()
    with collection_paused():
        kept = [[number] for number in range(5000)]
    young = gc.get_count()[0]

    assert 5000 == len(kept)
    assert 700 > young


def test_garbage_that_was_made_meanwhile_is_found_later() -> None:
    with collection_paused():
        for _ in range(50):
            circle: list[object] = []
            circle.append(circle)
        del circle

    assert 50 <= gc.collect()


def test_objects_that_a_host_has_frozen_stay_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collection_paused():
            pass

        assert frozen == gc.get_freeze_count()
    finally:
        gc.unfreeze()
