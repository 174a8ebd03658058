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
