"""Documents: TOML, JSON and JSON Lines say the same, and no line is put under another's source."""

from __future__ import annotations

import json
from pathlib import Path

import osintkp
from badinputs.writing import JSON_SOUND, LINE_HEAD, LINE_SOUND, toml


def loaded(content: str, path: Path, *, lenient: bool = False) -> osintkp.Corpus:
    path.write_text(content, encoding="utf-8")
    return osintkp.load(path, lenient=lenient)


def source(name: str) -> str:
    return LINE_HEAD.replace("bad", name)


def told(corpus: osintkp.Corpus) -> list[tuple[int | None, str]]:
    return [(problem.line, problem.code) for problem in corpus.problems]


def test_the_three_formats_say_the_same(tmp_path: Path) -> None:
    data = {"schema": "osintkp/1", "source": {"id": "bad"}, "claim": [json.loads(JSON_SOUND)]}

    from_toml = loaded(toml(""), tmp_path / "a.toml")
    assert from_toml == loaded(json.dumps(data), tmp_path / "a.json")
    assert from_toml == loaded(LINE_HEAD + LINE_SOUND, tmp_path / "a.jsonl")
    assert ("bad/sound",) == from_toml.claims.ids()


def test_a_coding_may_have_a_source_and_no_claims(tmp_path: Path) -> None:
    corpus = loaded(toml("", sound=""), tmp_path / "a.toml")

    assert (("bad",), ()) == (corpus.sources.ids(), corpus.claims.ids())


def test_json_lines_hold_several_sources_each_with_the_claims_after_it(tmp_path: Path) -> None:
    lines = source("one") + LINE_SOUND + source("none") + "\n \t\n" + source("two") + LINE_SOUND
    corpus = loaded(lines, tmp_path / "a.jsonl")

    assert ("one", "none", "two") == corpus.sources.ids()
    assert ("one/sound", "two/sound") == corpus.claims.ids()


def test_a_line_of_a_source_may_hold_claims_too(tmp_path: Path) -> None:
    first = source("one").strip().removesuffix("}") + f', "claim": [{JSON_SOUND}]}}\n'
    corpus = loaded(first + LINE_SOUND.replace("sound", "more"), tmp_path / "a.jsonl")

    assert ("one/sound", "one/more") == corpus.claims.ids()


def test_claims_after_a_broken_source_are_not_put_under_the_one_before(tmp_path: Path) -> None:
    lines = source("one") + LINE_SOUND + source("two")[:30] + "\n" + LINE_SOUND.replace("sound", "lost")
    corpus = loaded(lines, tmp_path / "a.jsonl", lenient=True)

    assert ("one/sound",) == corpus.claims.ids()
    assert [(3, "line-json"), (4, "missing-source")] == told(corpus)


def test_claims_after_a_broken_claim_stay_under_their_source(tmp_path: Path) -> None:
    corpus = loaded(source("one") + '{"claim": \n' + LINE_SOUND, tmp_path / "a.jsonl", lenient=True)

    assert ("one/sound",) == corpus.claims.ids()
    assert [(2, "line-json")] == told(corpus)


def test_claims_after_a_source_with_bad_claims_are_not_put_under_the_one_before(tmp_path: Path) -> None:
    broken = '{"claim": 5, "schema": "osintkp/1", "source": {"id": "two"}}\n'
    corpus = loaded(source("one") + broken + LINE_SOUND, tmp_path / "a.jsonl", lenient=True)

    assert ((), ("one",)) == (corpus.claims.ids(), corpus.sources.ids())
    assert [(2, "wrong-type"), (3, "missing-source")] == told(corpus)
    assert "claim" == corpus.problems[0].field


def test_a_line_ends_at_a_line_feed_alone(tmp_path: Path) -> None:
    odd = "a\u2028b\u0085c\x1ed"
    corpus = loaded(
        LINE_HEAD + LINE_SOUND.replace("six rifles", odd.replace("\x1e", "\\u001e")), tmp_path / "a.jsonl"
    )

    assert odd == corpus.claims["bad/sound"].quote


def test_json_lines_may_end_in_carriage_returns(tmp_path: Path) -> None:
    corpus = loaded((LINE_HEAD + LINE_SOUND).replace("\n", "\r\n"), tmp_path / "a.jsonl")

    assert ("bad/sound",) == corpus.claims.ids()


def test_a_key_of_sixty_four_parts_is_not_yet_too_long(tmp_path: Path) -> None:
    under, over = (
        loaded(".".join("a" * parts) + " = 1", tmp_path / "a.toml", lenient=True) for parts in (64, 65)
    )

    assert ["unknown-key", "schema-version", "missing-key"] == [code for _, code in told(under)]
    assert ["nesting"] == [code for _, code in told(over)]


def test_dots_in_a_quote_are_no_key(tmp_path: Path) -> None:
    corpus = loaded(toml("").replace("six rifles", "six rifles" + "." * 500), tmp_path / "a.toml")

    assert "six rifles" + "." * 500 == corpus.claims["bad/sound"].quote
