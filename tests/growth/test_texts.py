"""Whatever is asked with a text takes no more than its length in time."""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest

from growth.attacks import ATTACKS, TWELVE, text
from growth.entries import ROWS, Ask, refused
from growth.measured import MOST, Act, growth

LONG = bool(os.environ.get("OSINTKP_LONG"))
SIZE = 50_000 if LONG else 10_000
NAMES = tuple(ATTACKS) if LONG else TWELVE


def slow(ask: Ask, size: int = SIZE, names: Iterable[str] = NAMES) -> dict[str, float]:
    """Return the attacks of which twice as much takes more than twice as long, with how much longer."""
    asked = refused(ask)
    asked("5 tanks")  # what is read and worked out once, whatever is asked

    def make(name: str, size: int) -> Act:
        words = text(name, size)
        return lambda: asked(words)

    found = {name: growth(lambda size, name=name: make(name, size), size) for name in names}  # type: ignore[misc]
    return {name: ratio for name, ratio in found.items() if ratio >= MOST}


def test_what_looks_at_every_two_letters_would_be_seen() -> None:
    assert {"digits"} == set(
        slow(lambda text: [one < text[-1] for one in text for _ in text[::4]], 1500, ["digits"])
    )


@pytest.mark.parametrize("row", ROWS)
def test_what_is_asked_takes_no_more_than_the_length_of_the_text(row: str) -> None:
    assert {} == slow(ROWS[row])
