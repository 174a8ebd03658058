"""A hostile article costs no more than ten times what as many letters of plain news cost, in time and in memory."""

from __future__ import annotations

import os
import tracemalloc
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

import osintkp
from growth.attacks import ATTACKS, TWELVE, text
from growth.measured import seconds
from reading_bench import drawn, templates

LONG = bool(os.environ.get("OSINTKP_LONG"))
SIZE = 1_000_000 if LONG else 60_000
MEMORY = 200_000 if LONG else 20_000
TIMES = 10
NAMES = tuple(ATTACKS) if LONG else TWELVE
BEFORE, AFTER = "6,700 containers. ", " 7,000 containers.\n"


@cache
def news(size: int) -> str:
    """Return plain news: paragraph after paragraph of the sentences that the tests of reading are drawn from."""
    said = [instance.text for template in templates()[::5] for instance in drawn(template, 0, 2)]
    made, length = [], 0
    for number, sentence in enumerate(cycle(said)):
        made.append(sentence + ("\n\n" if number % 4 == 3 else " "))
        length += len(made[-1])
        if length >= size:
            break
    return "".join(made)[:size]


def hostile(name: str, size: int) -> str:
    return BEFORE + text(name, size - len(BEFORE) - len(AFTER)) + AFTER


def reading(words: str, floor: float = 0.0) -> float:
    return seconds(lambda _: lambda: osintkp.read(words, "2024-06-01"), 0, floor=floor)


@cache
def plain_time(size: int) -> float:
    osintkp.read(news(2000))
    return reading(news(size))


def peak(words: str) -> int:
    """Return how many bytes reading a text takes at its height, above what was taken before."""
    tracemalloc.start()
    try:
        osintkp.read(words, "2024-06-01")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@cache
def plain_peak(size: int) -> int:
    osintkp.read(news(2000))
    return peak(news(size))


def test_plain_news_is_news() -> None:
    corpus = osintkp.read(news(20_000))

    assert 20_000 == len(news(20_000))
    assert 50 < len(corpus.claims)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_article_is_read_in_ten_times_the_time_of_plain_news(name: str) -> None:
    least = plain_time(SIZE)
    words = hostile(name, SIZE)

    assert len(words) == SIZE
    assert TIMES * least > reading(words, TIMES * least)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_article_takes_ten_times_the_memory_of_plain_news(name: str) -> None:
    assert TIMES * plain_peak(MEMORY) > peak(hostile(name, MEMORY))


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_with_a_hostile_article_is_loaded_with_its_claims(name: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(hostile(name, 5_000).encode(errors="replace"))
    corpus = osintkp.load(tmp_path, read=True, lenient=True)

    assert 1 == len(corpus.sources)
