"""Bytes near to others, without atheris: for the short pass that every run of the tests makes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

LETTERS = (
    b"\x00",
    b"\xff",
    b"\n",
    b'"',
    b".",
    b"-",
    b"9",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"\xd9\xa3",
    b"\\",
    b"{",
)


def near(kept: list[bytes], words: list[bytes], times: int, seed: int) -> Iterator[bytes]:
    """Give so many bytes, each made of some that are kept by a few steps: cut, doubled, overwritten, spliced."""
    random = Random(seed)
    for _ in range(times):
        data = random.choice(kept)
        for _ in range(random.randint(1, 4)):
            data = _step(random, data, kept, words)
        yield data[:4096]


def _step(random: Random, data: bytes, kept: list[bytes], words: list[bytes]) -> bytes:
    start, end = sorted(random.randint(0, len(data)) for _ in range(2))
    put = random.choice(
        [
            b"",
            data[start:end] * 2,
            random.choice([*LETTERS, *words]),
            random.choice(kept)[start:end],
            random.randbytes(2),
        ]
    )
    return data[:start] + put + data[end if random.random() < 0.5 else start :]
