"""Limits: what is above one is refused by its name, what is at it is taken, and whoever knows better gives another."""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread
from time import process_time
from typing import Any

import attrs
import pytest

import osintkp
from osintkp import ResourceLimits
from osintkp.coding import lines, sound
from osintkp.errors import InvalidValueError
from osintkp.problems import Problem
from osintkp.store import gather

FORMS = ("toml", "json", "jsonl", "jsonl without msgspec")
CLAIM = {"id": "a", "quote": "nine trucks", "shipment": {"sender": "SD", "item": "vehicles/truck"}}
SOUND = {"id": "sound", "quote": "six rifles", "seizure": {"amount": "6 rifle"}}


def coding(folder: Path, form: str, *claims: dict[str, Any], **source: Any) -> Path:
    """Write a coding in a form."""
    ending = form.partition(" ")[0]
    path = folder / f"c.{ending}"
    head = {"schema": "osintkp/1", "source": {"id": "s", **source}}
    if ending == "jsonl":
        rows = [head, *({"claim": each} for each in claims)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    elif ending == "json":
        path.write_text(json.dumps({**head, "claim": list(claims)}))
    else:
        from osintkp.coding.toml import toml_document

        path.write_text(toml_document({**head, "claim": list(claims)}))
    return path


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give each form of a coding, JSON Lines by the fast way and by the other."""
    if "without" in request.param:
        monkeypatch.setattr(sound, "line_reader", lines._slow_reader)
    found: str = request.param
    return found


def load(*paths: Path, **given: Any) -> osintkp.Corpus:
    limits = ResourceLimits(**{name: value for name, value in given.items() if name in NAMES})
    others = {name: value for name, value in given.items() if name not in NAMES}
    return osintkp.load(*paths, lenient=True, limits=limits, **others)


NAMES = {field.name for field in attrs.fields(ResourceLimits)}


def told(corpus: osintkp.Corpus) -> list[tuple[str, str | None, str]]:
    return [(each.code, each.field, each.fix) for each in corpus.problems]


def room(name: str, number: str, what: str) -> str:
    return f"keep it within {number} {what}, or give limits=ResourceLimits({name}=...)"


def test_the_limits_are_those_that_are_documented() -> None:
    expected = {
        "coding_bytes": 33_554_432,
        "article_bytes": 16_777_216,
        "article_characters": 4_000_000,
        "field_characters": 1_000_000,
        "name_characters": 1_024,
        "claims": 100_000,
        "table_rows": 5_000_000,
        "nesting": 64,
        "key_parts": 64,
        "whole_number_digits": 40,
        "combining_marks": 32,
        "problems_printed": 100,
    }

    assert expected == attrs.asdict(ResourceLimits())
    assert ResourceLimits() == osintkp.ResourceLimits()
    for name in expected:
        assert f"    {name}: " in (inspect.getdoc(ResourceLimits) or "")


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "5", None])
def test_a_limit_is_a_whole_number_from_one(value: Any) -> None:
    with pytest.raises(InvalidValueError) as raised:
        ResourceLimits(nesting=value)

    assert ("bad-limit", "nesting", "give nesting = 64 or another") == (
        raised.value.code,
        raised.value.field,
        raised.value.fix,
    )
    assert 1 == ResourceLimits(nesting=1).nesting


def test_the_notation_has_lengths_that_are_no_settings() -> None:
    most = ResourceLimits
    assert (200, 80, 40, 64, 64) == (
        most.AMOUNT_CHARACTERS,
        most.HEDGE_CHARACTERS,
        most.NUMBER_CHARACTERS,
        most.UNIT_CHARACTERS,
        most.DATE_CHARACTERS,
    )
    for text, words in (
        (f"{'9' * 41} truck", "a number has at most 40 characters"),
        (f"5 {'a' * 65}", "a unit has at most 64 characters"),
        ("5" + " " * 195 + "truck", "an amount has at most 200 characters"),
    ):
        with pytest.raises(InvalidValueError, match=words):
            osintkp.Amount.parse(text)
    with pytest.raises(InvalidValueError, match="a date has at most 64 characters, this has 65"):
        osintkp.When.parse("2" * 65)


def test_a_coding_file_has_so_many_bytes(form: str, tmp_path: Path) -> None:
    path = coding(tmp_path, form, CLAIM)
    size = path.stat().st_size

    assert [] == told(load(path, coding_bytes=size))
    assert [("file-size", None, room("coding_bytes", f"{size - 1:,}", "bytes"))] == told(
        load(path, coding_bytes=size - 1)
    )


@pytest.mark.parametrize("name", ["text", "sha256"])
def test_an_article_has_so_many_bytes(name: str, form: str, tmp_path: Path) -> None:
    from hashlib import sha256

    words = "Port Sudan received nine trucks."
    (tmp_path / "wire.txt").write_text(words)
    told_by = {"text": "wire.txt", "sha256": sha256(words.encode()).hexdigest()}
    path = coding(tmp_path, form, CLAIM, **{name: told_by[name]})

    assert words == load(path, article_bytes=len(words)).sources["s"].text
    found = load(path, article_bytes=len(words) - 1)
    assert found.sources["s"].text is None
    assert [("article-size", "source.text", room("article_bytes", "31", "bytes"))] * (name == "text") == told(
        found
    )


def test_an_article_that_is_drafted_has_so_many_bytes_and_characters(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Chad sent 40 trucks to Sudan. Café.")
    (tmp_path / "other.md").write_text("Words.")

    assert [] == told(load(tmp_path, read=True, article_bytes=36, article_characters=35))
    for limit, number in (("article_bytes", 35), ("article_characters", 34)):
        corpus = load(tmp_path, read=True, **{limit: number})
        words = limit.partition("_")[2]
        assert [("article-size", None, room(limit, str(number), words))] == told(corpus)
        assert ("other",) == corpus.sources.ids()


def test_a_text_that_is_read_has_so_many_characters() -> None:
    limits = ResourceLimits(article_characters=20)

    assert "x" * 20 == osintkp.read("x" * 20, limits=limits).sources["draft"].text
    with pytest.raises(InvalidValueError) as raised:
        osintkp.read("x" * 21, limits=limits)
    assert ("article-size", "21 characters", room("article_characters", "20", "characters")) == (
        raised.value.code,
        raised.value.value,
        raised.value.fix,
    )


def test_an_archive_is_read_within_limits_that_its_journal_knows(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text('{"text": "Chad sent 40 trucks to Sudan."}\n{"text": "Words."}\n')
    small = ResourceLimits(article_bytes=20)

    report = osintkp.read_archive(tmp_path / "wire.jsonl", tmp_path / "out", jobs=1, limits=small)
    assert (1, ["article-size"]) == (report.articles, [each.code for each in report.problems])
    with pytest.raises(InvalidValueError) as raised:
        osintkp.read_archive(tmp_path / "wire.jsonl", tmp_path / "out", jobs=1)
    assert "reading-changed" == raised.value.code
    other = attrs.evolve(small, problems_printed=1)
    osintkp.read_archive(tmp_path / "wire.jsonl", tmp_path / "out", jobs=1, limits=other)


FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "title": ({"statement": {"text": "x" * 2001}}, "statement.text"),
    "quote": ({"quote": "y" * 2001, "statement": {}}, "quote"),
    "role": ({"speaker": "SD", "role": "z" * 2001, "statement": {}}, "role"),
    "link": ({"links": [{"kind": "repeats", "claim": "l" * 2001}], "statement": {}}, "links[0].claim"),
    "draft": ({"draft": {"rules": ["r" * 2001]}, "statement": {}}, "draft.rules[0]"),
}


@pytest.mark.parametrize("case", FIELDS)
def test_a_text_has_so_many_characters(case: str, form: str, tmp_path: Path) -> None:
    fields, place = FIELDS[case]
    path = coding(tmp_path, form, {"id": "a", "quote": "words", **fields}, SOUND)

    assert "text-size" not in [code for code, _, _ in told(load(path, field_characters=2001))]
    found = load(path, field_characters=2000)
    assert [("text-size", place, room("field_characters", "2,000", "characters"))] == told(found)
    assert ("s/sound",) == found.claims.ids()


def test_the_title_of_a_source_has_so_many_characters(form: str, tmp_path: Path) -> None:
    path = coding(tmp_path, form, CLAIM, title="x" * 21)

    assert [] == told(load(path, field_characters=21))
    found = load(path, field_characters=20)
    assert [("text-size", "source.title", room("field_characters", "20", "characters"))] == told(found)
    assert ("s/a",) == found.claims.ids()


@pytest.mark.parametrize("field", ["sender", "item"])
def test_a_name_has_so_many_characters(field: str, form: str, tmp_path: Path) -> None:
    record = {"sender": "SD", "item": "vehicles/truck", field: "a-" * 600}
    path = coding(tmp_path, form, {**CLAIM, "shipment": record}, SOUND)

    assert "text-size" not in [code for code, _, _ in told(load(path, name_characters=1200))]
    for given, number in (({"name_characters": 1199}, "1,199"), ({}, "1,024")):
        found = load(path, **given)
        assert [("text-size", f"shipment.{field}", room("name_characters", number, "characters"))] == told(
            found
        )
        assert ("s/sound",) == found.claims.ids()


def test_the_name_of_a_text_has_so_many_characters(form: str, tmp_path: Path) -> None:
    path = coding(tmp_path, form, CLAIM, text="a/" * 600 + "b", sha256="0" * 64)

    assert [("path-bad", "source.text", room("name_characters", "1,024", "characters"))] == told(load(path))
    assert [] == told(load(path, name_characters=1201))


def test_a_file_has_so_many_claims(form: str, tmp_path: Path) -> None:
    claims = [{**SOUND, "id": f"c{number}"} for number in range(5)]
    path = coding(tmp_path, form, *claims)
    whole = 5 + form.startswith("jsonl")  # in JSON Lines the line of the source counts

    assert 5 == len(load(path, claims=whole).claims)
    found = load(path, claims=whole - 1)
    assert [("file-claims", None, room("claims", f"{whole - 1}", "claims"))] == told(found)
    assert (4 if form.startswith("jsonl") else 0) == len(found.claims)
    assert [6 if form.startswith("jsonl") else None] == [each.line for each in found.problems]
    with pytest.raises(osintkp.CodingError):
        osintkp.load(path, limits=ResourceLimits(claims=1))


def test_blank_lines_are_no_claims(tmp_path: Path) -> None:
    path = coding(tmp_path, "jsonl", SOUND)
    path.write_text(path.read_text().replace("\n", "\n \n\n"))

    assert (1, []) == (len(load(path, claims=2).claims), told(load(path, claims=2)))


def test_bad_lines_are_told_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("x\n" * 10)

    assert ["line-json"] * 3 + ["file-claims"] == sorted(code for code, _, _ in told(load(path, claims=3)))[
        ::-1
    ]


def nested(levels: int) -> Any:
    made: Any = 1
    for _ in range(levels):
        made = [made]
    return made


def test_tables_nest_so_deep(form: str, tmp_path: Path) -> None:
    path = coding(tmp_path, form, {**CLAIM, "links": nested(40)}, SOUND)

    assert "nesting" not in [code for code, _, _ in told(load(path))]
    (problem,) = load(path, nesting=40).problems
    assert ("nesting", f"a coding nests at most five deep; {room('nesting', '40', 'levels')}") == (
        problem.code,
        problem.fix,
    )


def test_a_key_has_so_many_parts(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(".".join("a" * 20) + " = 1")

    assert "nesting" not in [code for code, _, _ in told(load(path, key_parts=20))]
    assert [("nesting", None, room("key_parts", "19", "parts"))] == told(load(path, key_parts=19))


@pytest.mark.parametrize("where", ["json", "jsonl", "jsonl without msgspec"])
def test_a_whole_number_has_so_many_digits(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "without" in where:
        monkeypatch.setattr(sound, "line_reader", lines._slow_reader)
    path = coding(tmp_path, where, {**CLAIM, "span": [1, 10**40]}, SOUND)

    assert [("number-size", "span[1]", "keep it under 9,007,199,254,740,992")] == told(
        load(path, whole_number_digits=41)
    )
    found = load(path)
    assert [("number-size", "span[1]", room("whole_number_digits", "40", "digits"))] == told(found)
    assert ("s/sound",) == found.claims.ids()


def test_a_number_of_a_megabyte_takes_no_time_and_loses_no_other_claim(tmp_path: Path) -> None:
    path = coding(tmp_path, "json", {**CLAIM, "span": [1, 2]}, SOUND)
    path.write_text(path.read_text().replace("[1, 2]", f"[1, {'9' * 1_000_000}]"))
    start = process_time()

    found = load(path)
    assert process_time() - start < 2
    assert ("s/sound",) == found.claims.ids()
    assert len(str(found.problems[0])) <= 2000


def test_so_many_problems_are_printed(tmp_path: Path) -> None:
    path = coding(tmp_path, "toml", *({"id": f"c{number}"} for number in range(5)))

    with pytest.raises(osintkp.CodingError) as raised:
        osintkp.load(path, limits=ResourceLimits(problems_printed=3))
    assert [*["missing-record"] * 3, "... and 2 more"] == [
        line.partition("[")[2].strip("]") or line for line in str(raised.value).split("\n")
    ]
    assert (5, 3) == (len(raised.value.problems), raised.value.printed)


def test_a_table_goes_by_the_same_limits() -> None:
    table = osintkp.load_seeds().to_arrow()

    with pytest.raises(InvalidValueError) as raised:
        osintkp.from_arrow(table, limits=ResourceLimits(table_rows=table.num_rows - 1))
    assert room("table_rows", f"{table.num_rows - 1}", "rows") == raised.value.fix
    assert table.num_rows == len(
        osintkp.from_arrow(table, limits=ResourceLimits(table_rows=table.num_rows)).claims
    )
    found = osintkp.from_arrow(table, lenient=True, limits=ResourceLimits(field_characters=30))
    assert {"text-size"} == {each.code for each in found.problems if each.severity == "error"}


def test_a_file_of_another_form_goes_by_the_same_limits(tmp_path: Path) -> None:
    osintkp.load_seeds().export("csv", tmp_path / "claims.csv")
    size = (tmp_path / "claims.csv").stat().st_size

    assert [] == [
        each
        for each in load(tmp_path / "claims.csv", form="csv", coding_bytes=size).problems
        if each.code == "file-size"
    ]
    assert ["file-size"] == [
        each.code for each in load(tmp_path / "claims.csv", form="csv", coding_bytes=size - 1).problems
    ]


def test_a_store_is_gathered_within_the_same_limits(tmp_path: Path) -> None:
    path = coding(tmp_path, "jsonl", *({**SOUND, "id": f"c{number}"} for number in range(5)))
    limits = ResourceLimits(claims=4, field_characters=8)

    problems: tuple[Problem, ...] = gather(path, tmp_path / "store", lenient=True, limits=limits)
    assert osintkp.load(path, lenient=True, limits=limits).problems == problems
    assert {"file-claims", "text-size"} == {each.code for each in problems}


def test_limits_of_one_load_are_none_of_another(form: str, tmp_path: Path) -> None:
    path = coding(tmp_path, form, {**CLAIM, "quote": "x" * 50}, SOUND)
    barrier, found = Barrier(4), dict[int, list[int]]()

    def often(most: int) -> None:
        barrier.wait()
        found[most] = [len(load(path, field_characters=most).claims) for _ in range(10)]

    threads = [Thread(target=often, args=(most,)) for most in (49, 50, 48, 1_000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {48: [1] * 10, 49: [1] * 10, 50: [2] * 10, 1_000: [2] * 10} == found


def test_a_file_of_more_claims_than_the_limit_loads_for_whoever_raises_it(tmp_path: Path) -> None:
    count = 1_000_000 if os.environ.get("OSINTKP_LONG") else 3_000
    path = tmp_path / "many.jsonl"
    with path.open("w") as file:
        file.writelines(_many(count))

    raised = ResourceLimits(claims=count + 1, coding_bytes=2**30)
    assert count == len(osintkp.load(path, limits=raised).claims)
    assert count - 1 == len(load(path, claims=count, coding_bytes=2**30).claims)


def _many(count: int) -> Iterator[str]:
    yield json.dumps({"schema": "osintkp/1", "source": {"id": "s"}}) + "\n"
    for number in range(count):
        yield json.dumps({"claim": {**SOUND, "id": f"c{number}"}}) + "\n"


def test_a_number_of_more_digits_than_python_reads_is_a_problem_whatever_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text(f'{{"schema": "osintkp/1", "source": {{"id": "wire", "length": {"9" * 5_000}}}}}')
    (problem,) = osintkp.load(path, limits=ResourceLimits(whole_number_digits=10_000), lenient=True).problems

    assert "number-size" == problem.code
