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


def counts(many: int, before: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is done of moving and collecting where so many objects were made, and so many were old before."""
    done: list[str] = []
    monkeypatch.setattr(gc, "get_count", lambda: (many, 0, 0))
    monkeypatch.setattr(gc, "get_freeze_count", int)  # Python 3.12 begins with some
    monkeypatch.setattr(gc, "get_objects", lambda generation: range(before * (generation == 2)))
    monkeypatch.setattr(gc, "freeze", lambda: done.append("freeze"))
    monkeypatch.setattr(gc, "unfreeze", lambda: done.append("unfreeze"))
    monkeypatch.setattr(gc, "collect", lambda: done.append("collect"))
    with collection_paused():
        pass
    return done


MOVED = ["freeze", "unfreeze"]


@pytest.mark.parametrize(
    ("many", "before", "done"),
    [
        (9_999, 0, []), (10_000, 0, MOVED), (10_000, 39_999, MOVED), (10_000, 40_000, []),
        (100_000, 300_000, MOVED), (100_000, 300_001, [*MOVED, "collect"]), (100_000, 400_000, []),
        (200_000, 400_000, MOVED), (200_000, 400_001, [*MOVED, "collect"]),
    ],
)  # fmt: skip
def test_many_new_objects_become_old_and_garbage_cannot_pile_up(
    many: int, before: int, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert done == counts(many, before, monkeypatch)


def test_many_objects_that_were_made_meanwhile_are_not_young() -> None:
    gc.collect()
    with collection_paused():
        kept = [[number] for number in range(200_000)]
    young = gc.get_count()[0]

    assert 200_000 == len(kept)
    assert 10_000 > young


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
