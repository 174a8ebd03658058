"""Large and hostile inputs: what they cost grows with their size as that of plain ones does, and what is told stays short."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import osintkp
from badinputs import CASES
from badinputs.attacks import ATTACKS, PLAIN, article
from badinputs.writing import (
    GOOD_CLAIMS,
    GOOD_FILES,
    HEAD,
    JSON_HEAD,
    Case,
    claim,
    jdoc,
    lay,
    on_file,
    put,
    toml,
)
from costs import cost

LARGE = 50_000
HEAVY = [case for case in CASES if case.content is not None and len(case.content) >= LARGE and not case.alone]
SIZE = 100_000
DEARER = 3
READ_DEARER = 10
READ_SIZE = 20_000
SLACK = 0.02


@cache
def plain_cost(size: int) -> float:
    """Return what it costs to load a plain coding of a size."""
    each = claim('shipment = { sender = "SD", amount = "12 truck" }')
    claims = "".join(each.replace('"b1"', f'"b{number}"') for number in range(size // len(each)))
    with TemporaryDirectory() as name:
        put(Path(name), {"plain.toml": HEAD + claims})
        return cost(lambda: osintkp.load(name))


@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.name)
def test_a_large_bad_input_costs_little_more_than_a_plain_one_of_its_size(case: Case, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    lay(case, tmp_path / "in")

    spent = cost(lambda: osintkp.load(tmp_path / "in", lenient=True))

    assert spent < DEARER * plain_cost(len(case.content or "")) + SLACK


def test_s31_twenty_thousand_bad_claims_are_all_listed_and_a_hundred_printed(tmp_path: Path) -> None:
    claims = [{"id": f"b{number}"} for number in range(20_000)]
    text = f'{JSON_HEAD}, "claim": {json.dumps(claims)}}}'
    put(tmp_path, {**GOOD_FILES, "bad.json": text})

    corpus = osintkp.load(tmp_path, lenient=True)

    assert 20_000 == len(corpus.problems)
    assert {"missing-record"} == {problem.code for problem in corpus.problems}
    assert set(GOOD_CLAIMS) == set(corpus.claims.ids())
    *lines, last = str(osintkp.CodingError(corpus.problems)).split("\n")
    assert 100 == len(lines)
    assert "... and 19,900 more" == last
    assert all(line.isascii() and line.isprintable() and len(line) <= 2000 for line in lines)


def test_s32_ten_megabytes_in_one_field_are_refused_in_one_short_line(tmp_path: Path) -> None:
    text = jdoc(json.dumps({"id": "b1", "quote": "w", "shipment": {"origin": "x" * 10_000_000}}))
    put(tmp_path, {**GOOD_FILES, "bad.json": text})

    (problem,) = osintkp.load(tmp_path, lenient=True).problems

    assert ("text-size", "bad/b1", "shipment.origin") == (problem.code, problem.claim, problem.field)
    assert "the text is too long" == problem.message
    assert "1,000,000 characters" in problem.fix
    assert len(str(problem)) < 400


def test_s35_one_bad_coding_of_a_thousand_takes_none_of_the_others_with_it(tmp_path: Path) -> None:
    sound = claim("treaty = {}")
    for number in range(1000):
        coding = toml("[[claim]]\nid = 'b1'\n" if number == 500 else sound, sound="")
        put(tmp_path, {f"m{number:04}.toml": coding.replace('"bad"', f'"m{number:04}"')})

    corpus = osintkp.load(tmp_path, lenient=True)

    assert [("missing-record", "m0500/b1")] == [(each.code, each.claim) for each in corpus.problems]
    assert {f"m{number:04}/b1" for number in range(1000) if number != 500} == set(corpus.claims.ids())


def loading_cost(text: str) -> float:
    with TemporaryDirectory() as name:
        coding = on_file(f"quote = {json.dumps(text[:9])}\nspan = [0, 9]")
        put(Path(name), {"bad.toml": coding, "bad.txt": text})
        return cost(lambda: osintkp.load(name))


@cache
def plain_costs() -> tuple[float, float]:
    text = (PLAIN * (SIZE // len(PLAIN) + 1))[:SIZE]
    return loading_cost(text), reading_cost(text[:READ_SIZE])


def reading_cost(text: str) -> float:
    return cost(lambda: osintkp.read(text, id="read", published="2024-05-07"))


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_article_costs_little_more_to_load_and_to_read_than_plain_news(name: str) -> None:
    text = article(ATTACKS[name], SIZE)
    load, read = plain_costs()

    assert loading_cost(text) < READ_DEARER * load + SLACK
    assert reading_cost(article(ATTACKS[name], READ_SIZE)) < READ_DEARER * read + SLACK
