"""What a load has taken, and where it stands."""

from __future__ import annotations

from pathlib import Path

from osintkp.claim import Claim
from osintkp.coding.places import Places
from osintkp.evidence import Source
from osintkp.records.loss import Loss

FILE, OTHER = Path("a.jsonl"), Path("b.toml")


def claim(name: str) -> Claim:
    return Claim(id=name, source=name.partition("/")[0], record=Loss())


def filled() -> Places:
    places = Places()
    places.open(Source(id="Wire"), (FILE, 1))
    for line, name in enumerate(("Wire/a", "Wire/B"), start=2):
        assert places.keep(name, claim(name), line)
    places.open(Source(id="paper"), (OTHER, None))
    assert places.keep("paper/a", claim("paper/a"), None)
    return places


def test_ids_are_kept_in_their_order_with_their_places() -> None:
    places = filled()

    assert ["Wire/a", "Wire/B", "paper/a"] == list(places.claims)
    assert ["Wire", "paper"] == list(places.sources)
    assert [(FILE, 1), (FILE, 2), (FILE, 3)] == [places.of(name) for name in ("Wire", "Wire/a", "Wire/B")]
    assert [(OTHER, None), (OTHER, None)] == [places.of(name) for name in ("paper", "paper/a")]


def test_an_id_in_other_capitals_is_taken() -> None:
    places = filled()

    assert ["Wire/a", "Wire/B", "paper/a", "Wire", None] == [
        places.taken(name) for name in ("wire/A", "wire/b", "PAPER/a", "WIRE", "wire/c")
    ]


def test_a_claim_whose_id_is_taken_is_not_kept() -> None:
    places = filled()
    first = places.claims["paper/a"]

    assert [False] * 4 == [
        places.keep(name, claim(name), 9) for name in ("wire/a", "Wire/b", "paper/a", "Paper/A")
    ]
    assert first is places.claims["paper/a"]
    assert 3 == len(places.claims)


def test_what_is_kept_after_a_place_was_asked_for_has_one_too() -> None:
    places = filled()
    places.of("Wire/a")
    places.keep("paper/z", claim("paper/z"), 7)

    assert (OTHER, 7) == places.of("paper/z")
    assert (FILE, 3) == places.of("Wire/B")
