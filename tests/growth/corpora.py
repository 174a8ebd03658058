"""Corpora of any number of claims that attack whatever compares them: all about one thing, or one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import builders
import osintkp
from osintkp.claims import Claims

Shape = Callable[[int], list[osintkp.Claim]]
SPEAKERS = ("IR", "SY", "US", "un", None)
GIVEN: dict[str, Any] = {"sender": "IR", "recipient": "SY", "item": "vehicles/truck"}


def shipment(number: int, figure: str, **more: Any) -> osintkp.Claim:
    """Return a claim about a shipment, in a source of its own."""
    quote = f"{figure.lstrip('~<>=')}s were sent"
    fields = {**GIVEN, "amount": figure, "when": "2024-05", "quote": quote, **more}
    return builders.claim(f"s{number}/c", "shipment", **fields)


def day(number: int) -> str:
    """Return another day for each of some four thousand numbers."""
    return f"{2011 + number % 13}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"


def linked(kind: str, leads_to: Callable[[int, int], int]) -> Shape:
    """Return what gives claims each of which has a link to another."""

    def claims(size: int) -> list[osintkp.Claim]:
        made = []
        for number in range(size):
            target = leads_to(number, size)
            links = {kind: f"s{target}/c"} if 0 <= target != number else {}
            made.append(shipment(number, f"{100 + number % 5} truck", links=links))
        return made

    return claims


def one_source(size: int) -> list[osintkp.Claim]:
    """Return claims that one text tells."""
    return [
        builders.claim(
            f"s0/c{number}", **GIVEN, amount=f"{100 + number % 9} truck", when="2024-05", speaker="US"
        )
        for number in range(size)
    ]


def one_actor(size: int) -> list[osintkp.Claim]:
    """Return claims of many kinds about one state."""
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("loss", {"actor": "UA", "item": "vehicles/tank", "amount": "{} tank", "when": "2024-05"}),
        ("seizure", {"actor": "UA", "item": "vehicles/tank", "amount": "{} tank", "when": "2024-05"}),
        ("troop_deployment", {"sender": "UA", "place": "Goma", "amount": "{} person", "when": "2024-05"}),
        ("limit", {"authority": "UA", "item": "vehicles/tank", "amount": "<={} tank", "since": "2024"}),
        ("weapons_test", {"actor": "UA", "item": "missiles/ballistic", "amount": "{} missile", "when": "2024-05-02"}),
        ("statement", {"about": ("UA",)}),
        ("meeting", {"participants": ("UA", "FR"), "when": "2024-05-03"}),
    ]  # fmt: skip
    made = []
    for number in range(size):
        kind, given = kinds[number % len(kinds)]
        fields = {
            name: value.format(number % 50 + 1) if name == "amount" else value
            for name, value in given.items()
        }
        modality = ("alleged", "estimated", "stated")[number % 3]
        said: dict[str, Any] = {"speaker": ("UA", "FR", None)[number % 3], "modality": modality}
        made.append(builders.claim(f"s{number // 25}/c{number}", kind, **said, **fields))
    return made


SHAPES: dict[str, Shape] = {
    "one topic": lambda size: [
        shipment(number, f"{(number % 7 + 1) * 100} truck", speaker=SPEAKERS[number % 5]) for number in range(size)
    ],
    "one topic, every figure another": lambda size: [shipment(each, f"{1001 + each * 37} truck") for each in range(size)],
    "one topic, every figure nearly the same": lambda size: [
        shipment(each, f"~{100_000 + each} truck") for each in range(size)
    ],
    "one topic, every day another": lambda size: [shipment(each, "100 truck", when=day(each)) for each in range(size)],
    "running totals": lambda size: [
        shipment(each, f"{100 + each} truck", when=f"2010-01-01/{day(each)}", measure="cumulative")
        for each in range(size)
    ],
    "said and denied": lambda size: [
        shipment(each, f"{100 + each % 3} truck", speaker=("IR", "US")[each % 2], stance=("denies", "asserts")[each % 2])
        for each in range(size)
    ],
    "one source": one_source,
    "one actor": one_actor,
    "a long chain": linked("repeats", lambda number, _: number - 1),
    "a long circle": linked("repeats", lambda number, size: (number + 1) % size),
    "all repeat one": linked("repeats", lambda *_: 0),
    "parts of parts": linked("part_of", lambda number, _: number - 1),
    "parts of one": linked("part_of", lambda *_: 0),
    "loads of loads": linked("contained_in", lambda number, _: number - 1),
    "revised again and again": linked("revises", lambda number, _: number - 1),
}  # fmt: skip


@cache
def told(shape: str, size: int) -> tuple[tuple[osintkp.Claim, ...], tuple[osintkp.Source, ...]]:
    """Return the claims of a shape and their sources."""
    claims = tuple(SHAPES[shape](size))
    published = osintkp.When.parse("2024-06-30")
    names = dict.fromkeys(claim.source for claim in claims)
    return claims, tuple(osintkp.Source(id=name, published=published, publisher="reuters") for name in names)


def corpus(shape: str, size: int) -> osintkp.Corpus:
    """Return a corpus of a shape and size of which nothing was worked out yet."""
    return osintkp.Corpus(claims=Claims(*told(shape, size)))
