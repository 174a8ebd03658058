"""Saved codings that were cut off: each still parses, and none is taken for what it says now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import osintkp
from badinputs.writing import GOOD_CLAIMS, GOOD_FILES, claim, put, toml

LAST = claim('loss = { amount = "350 truck" }', name='"b2"', more="credibility = 2")


def at_last_claim(raw: bytes, mark: bytes) -> bytes:
    return raw[: raw.rindex(mark)]


def at_last_line(raw: bytes) -> bytes:
    return b"".join(raw.splitlines(keepends=True)[:-1])


CUTS: list[tuple[str, str, Callable[[bytes], bytes]]] = [
    ("E12 TOML cut before its last claim", "bad.toml", lambda raw: at_last_claim(raw, b"[[claim]]")),
    ("E13 JSON Lines cut at the end of a line", "bad.jsonl", at_last_line),
    ("TOML cut in its last line", "bad.toml", lambda raw: raw[:-1]),
    ("JSON Lines cut in the last line end", "bad.jsonl", lambda raw: raw[:-1]),
    ("TOML cut after its first line", "bad.toml", lambda raw: raw[: raw.index(b"\n") + 1]),
    ("JSON Lines cut after its first line", "bad.jsonl", lambda raw: raw[: raw.index(b"\n") + 1]),
]


@pytest.mark.parametrize(("name", "cut"), [each[1:] for each in CUTS], ids=[each[0] for each in CUTS])
def test_a_saved_coding_that_was_cut_off_is_refused(
    name: str, cut: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    (tmp_path / "given").mkdir()
    (tmp_path / "saved").mkdir()
    put(tmp_path / "given", {"given.toml": toml(LAST)})
    osintkp.load(tmp_path / "given").save(tmp_path / "saved" / name)
    whole = (tmp_path / "saved" / name).read_bytes()
    put(tmp_path / "saved", {**GOOD_FILES, name: cut(whole)})

    corpus = osintkp.load(tmp_path / "saved", lenient=True)

    (problem,) = corpus.problems
    assert ("file-incomplete", str(tmp_path / "saved" / name)) == (problem.code, problem.file)
    assert problem.fix
    assert len(str(problem)) <= 2000
    assert set(GOOD_CLAIMS) == set(corpus.claims.ids())
