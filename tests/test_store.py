"""Stores: what was written comes back equal, whole or not at all, and nothing that was touched is trusted."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import attrs
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings

import osintkp
from builders import claim, corpus
from export_cases import CASES, full, hostile, orphaned
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, MissingExtraError, WritingError
from osintkp.evidence import Source, Span
from osintkp.store import exchanging, layout, shelf, spooling, write_store, writing
from osintkp.store.decoding import Decoder, restored, source_of
from osintkp.store.rows import Rows, stable
from osintkp.store.shelf import Settings, Shelf
from osintkp.vocabulary.scales import SpanStatus
from strategies import corpora

TEXTS = Path(__file__).parents[2] / "shared" / "seeds"
TRUCKS = corpus(
    claim("wire/trucks", sender="EG", recipient="SD", amount="~40 truck", when="2023-04", speaker="rsf"),
    claim("wire/denied", sender="EG", recipient="SD", stance="denies", links={"revises": "wire/trucks"}),
    claim("post/again", sender="EG", recipient="SD", amount="40 truck", links={"repeats": "wire/trucks"}),
    claim("post/loss", "loss", actor="AM", by="AZ", amount="~250 tank", when="2020-09-27/2020-11-10"),
    wire={"publisher": "Nile Wire", "published": osintkp.When.parse("2023-04-18"), "derived_from": "post"},
)


def whole(some: Claims) -> list[object]:
    """Return all there is to know of some claims, with what is no part of ``==``."""
    met = [[span.status for span in each.spans] for each in some]
    return [[*some], [*some.sources], met, [source.text for source in some.sources]]


def stored(some: osintkp.Corpus, folder: Path) -> Path:
    """Return a store that holds a corpus."""
    some.to_parquet(folder / "store")
    return folder / "store"


@pytest.mark.parametrize("case", sorted(set(CASES) - {"odd"}))
def test_a_store_comes_back_equal_and_in_order(case: str, tmp_path: Path) -> None:
    made = CASES[case]()

    with osintkp.open(stored(made, tmp_path)) as back:
        assert whole(made.claims) == whole(back.load().claims)
        assert (len(made.claims), len(made.sources)) == (len(back), len(back.sources))


def test_the_seeds_come_back_with_their_texts_and_how_their_quotes_were_met(tmp_path: Path) -> None:
    seeds = osintkp.load_seeds(TEXTS if TEXTS.is_dir() else None)

    with osintkp.open(stored(seeds, tmp_path)) as back:
        assert whole(seeds.claims) == whole(back.load().claims)
        assert seeds.check() == back.load().check()


def test_a_text_at_hand_comes_back_with_every_way_that_a_quote_was_met(tmp_path: Path) -> None:
    text = "Port Sudan received 12 trucks of \u201cflour\u201d. \x00\r\n"
    spans = tuple(Span(quote=quote) for quote in ("12 trucks", '"flour"', "13 trucks", "not asked"))
    met = (*(span.located(text) for span in spans[:3]), spans[3])
    one = attrs.evolve(claim("a/1"), spans=met)
    made = osintkp.Corpus(claims=Claims([one, claim("a/2")], [Source(id="a").attached(text)]))

    with osintkp.open(stored(made, tmp_path)) as back:
        assert text == back.sources["a"].text
        assert [
            SpanStatus.VERBATIM, SpanStatus.NORMALISED, SpanStatus.MISSING, None
        ] == [span.status for span in back.claims["a/1"].spans]  # fmt: skip
        assert whole(made.claims) == whole(back.load().claims)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_corpus_comes_back_from_its_rows(some: Claims) -> None:
    rows, decoder = Rows(), Decoder()
    named = dict(zip(layout.CLAIM_COLUMNS, range(99), strict=False))

    for each in some:
        row = rows.claim(7, each, some.sources[each.source])
        coded, met = row[named["coded"]], row[named["met"]]
        assert each == decoder.claim(each.source, coded, met) == restored(each.source, coded, met)
        assert len(layout.CLAIM_COLUMNS) == len(row)
    for source in some.sources:
        assert source == source_of(*rows.source(0, source)[-2:])


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_every_corpus_comes_back_from_its_store(some: Claims) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        write_store(some, Path(folder, "store"))
        with osintkp.open(Path(folder, "store")) as back:
            assert whole(some) == whole(back.load().claims)
            assert [some[name] for name in some.ids()] == [back.claims[name] for name in some.ids()]
            assert [*some.sources] == [back.sources[name] for name in some.sources.ids()]


def test_names_that_no_coding_may_have_come_back_as_they_are(tmp_path: Path) -> None:
    made = corpus(claim("odd/a", "statement", about=("North Korea", "", "a:b/c%zz"), speaker=""))

    with osintkp.open(stored(made, tmp_path)) as back:
        assert made == back.load()


@pytest.mark.parametrize(
    "odd",
    [
        claim("a/1", quote="a\0b"),
        claim("a/1", "statement", text="x" * 1_000_001),
        claim("a/1", links={"repeats": "2"}),
    ],
)
def test_a_claim_that_no_coding_can_say_is_refused_before_anything_is_written(
    odd: osintkp.Claim, tmp_path: Path
) -> None:
    with pytest.raises(
        InvalidValueError, match="no coding can say this claim as it is: 'a/1'; leave out"
    ) as caught:
        corpus(claim("b/1"), odd).to_parquet(tmp_path / "store")

    assert "not-codable" == caught.value.code
    assert [] == [*tmp_path.iterdir()]


def test_long_words_and_the_spelling_of_nul_come_back(tmp_path: Path) -> None:
    made = corpus(claim("a/1", "statement", text="y" * 600_000), claim("a/2", "statement", text="\\u0000"))

    with osintkp.open(stored(made, tmp_path)) as back:
        assert made == back.load()


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    made = corpus(claim("a/1"), a={"title": "half \ud83d"})

    with pytest.raises(InvalidValueError, match="a text of the store holds half a character") as caught:
        made.to_parquet(tmp_path / "store")

    assert ("text-surrogate", "\ud83d") == (caught.value.code, caught.value.value)
    assert [] == [*tmp_path.iterdir()]


def test_claims_whose_source_is_missing_stay(tmp_path: Path) -> None:
    made = orphaned()

    with osintkp.open(stored(made, tmp_path)) as back:
        assert made == back.load()
        assert made.claims.ids() == tuple(each.id for each in back.claims)
        assert "gone" not in back.sources


def test_a_store_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    stored(corpus(claim("a/1")), tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "store")

    corpus(claim("a/1"), claim("a/2")).to_parquet(tmp_path / "link")

    assert ["link", "store"] == sorted(path.name for path in tmp_path.iterdir())
    with osintkp.open(tmp_path / "store") as back:
        assert 2 == len(back)
    assert (tmp_path / "link").is_symlink()


def test_a_store_that_was_replaced_has_to_be_opened_anew(tmp_path: Path) -> None:
    made = corpus(claim("a/1"), claim("a/2"))
    with osintkp.open(stored(made, tmp_path)) as back:
        assert made == back.load()
        corpus(claim("a/1")).to_parquet(tmp_path / "store")

        for ask in (back.load, back.select, lambda: back.claims.get("a/1")):
            with pytest.raises(InvalidValueError, match=r"was opened: .*; open it anew") as caught:
                ask()
            assert "store-replaced" == caught.value.code
    with osintkp.open(tmp_path / "store") as anew:
        assert 1 == len(anew.load().claims)


def test_a_store_is_written_to_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    corpus(claim("a/1")).to_parquet(".")

    with osintkp.open(tmp_path / "here") as back:
        assert 1 == len(back)


def test_the_same_corpus_gives_the_same_bytes_and_another_store_is_replaced_whole(tmp_path: Path) -> None:
    hostile().to_parquet(tmp_path / "one")
    TRUCKS.to_parquet(tmp_path / "one")
    (tmp_path / "two").mkdir()
    TRUCKS.to_parquet(tmp_path / "two")

    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {"osintkp.json", "sources.parquet", "links.parquet", "claims/part=000/claims.parquet"} == set(
        contents(tmp_path / "one")
    )
    assert ["one", "two"] == sorted(path.name for path in tmp_path.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("taken", ["file", "folder", "store"])
def test_what_is_no_store_is_never_replaced(taken: str, tmp_path: Path) -> None:
    target = tmp_path / "store"
    if taken == "store":
        TRUCKS.to_parquet(target)
    if taken == "file":
        target.write_text("mine")
    else:
        target.mkdir(exist_ok=True)
        (target / "mine.txt").write_text("mine")

    with pytest.raises(InvalidValueError, match="something else than a store lies there") as caught:
        write_store(TRUCKS.claims, target)

    assert ("folder-taken", str(target)) == (caught.value.code, caught.value.value)
    assert "mine" == (target if taken == "file" else target / "mine.txt").read_text()


@pytest.mark.parametrize("above", ["file", "loop"])
def test_a_store_below_what_can_be_no_folder_is_an_error_of_writing(above: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    TRUCKS.to_parquet(tmp_path / "new" / "store")

    assert osintkp.open(tmp_path / "new" / "store").load() == TRUCKS
    with pytest.raises(WritingError, match="nothing was changed") as caught:
        TRUCKS.to_parquet(tmp_path / above / "store")
    assert not caught.value.in_place
    assert "mine" == (tmp_path / "file").read_text()


@pytest.mark.parametrize("name", ["a.parquet", "a.PQ"])
def test_a_name_that_ends_like_a_file_of_parquet_is_one(name: str, tmp_path: Path) -> None:
    TRUCKS.to_parquet(tmp_path / name)
    (tmp_path / "named").write_text("there")
    TRUCKS.to_parquet(tmp_path / "named")

    assert (4, 4) == (pq.read_table(tmp_path / name).num_rows, pq.read_table(tmp_path / "named").num_rows)


def test_a_fault_while_writing_leaves_the_store_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored(TRUCKS, tmp_path)
    before = contents(folder)

    def fails(*_: Any) -> None:
        raise OSError("no space left")

    for name in ("_write_links", "_write_parts", "_flush"):
        with monkeypatch.context() as patch:
            patch.setattr(writing, name, fails)
            with pytest.raises(OSError, match="no space left"):
                full().to_parquet(folder)
        assert before == contents(folder)
        assert ["store"] == [path.name for path in tmp_path.iterdir()]


def test_a_store_that_cannot_be_set_in_place_gives_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored(TRUCKS, tmp_path)
    monkeypatch.setattr(exchanging, "exchange", lambda *_: False)
    before, rename = contents(folder), Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "made":
            raise OSError("not permitted")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    for place in (folder, tmp_path / "new"):
        with pytest.raises(OSError, match="not permitted"):
            full().to_parquet(place)

    assert before == contents(folder)
    assert ["store"] == [path.name for path in tmp_path.iterdir()]


def test_claims_lie_in_parts_by_what_they_are_about_and_come_back_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "PER_PART", 12)
    monkeypatch.setattr(writing, "KEPT", 20_000)
    monkeypatch.setattr(spooling, "BATCH", 17)
    monkeypatch.setattr(writing, "BATCH", 25)
    seeds = osintkp.load_seeds()
    folder = stored(seeds, tmp_path)

    with osintkp.open(folder) as back:
        parts = [back.shelf.part(part, ["number", "topic"], 5) for part in range(16)]
        found = [row for part in parts for batch in part for row in batch.to_pylist()]
        assert 16 == back.shelf.manifest.parts
        assert sorted(range(114)) == sorted(row["number"] for row in found)
        assert seeds == back.load()
        for rows in (1, 7, 50, 200):
            batches = list(back.batches(("number", "id"), rows))
            assert [rows] * (114 // rows) == [batch.num_rows for batch in batches][: 114 // rows]
            assert list(seeds.claims.ids()) == [name for batch in batches for name in batch["id"].to_pylist()]
            assert {("number", "id")} == {tuple(batch.schema.names) for batch in batches}
    for part in range(16):
        topics = pq.read_table(folder / layout.part_file(part))["topic"]
        assert pc.all(pc.equal(pc.bit_wise_and(topics, 15), part)).as_py() in (True, None)


def test_a_topic_has_one_place_in_every_process() -> None:
    rows = Rows()
    names = ("wire/trucks", "post/again", "wire/denied")
    one, other, denied = (rows.claim(0, TRUCKS.claims[name], None) for name in names)
    place = list(layout.CLAIM_COLUMNS).index("topic")

    assert one[place] == other[place] == stable(("shipment", ("EG", "SD"), (("piece", 1),)))
    assert stable("wire/denied") == denied[place]
    assert 0 <= stable("x") < 2**63


@pytest.mark.parametrize(
    ("claims", "parts"), [(0, 1), (100_000, 1), (100_001, 2), (800_001, 16), (10**7, 128), (10**9, 256)]
)
def test_a_part_has_about_a_hundred_thousand_claims(claims: int, parts: int) -> None:
    assert parts == layout.parts_for(claims)


def test_every_flipped_bit_and_every_cut_is_refused_with_the_name_of_its_file(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)

    for name, raw in contents(folder).items():
        path = folder / name
        step = max(1, len(raw) // 25)
        for place in (*range(0, len(raw), step), len(raw) - 1):
            path.write_bytes(raw[:place] + bytes([raw[place] ^ 1 << place % 8]) + raw[place + 1 :])
            with pytest.raises(InvalidValueError) as caught:
                osintkp.open(folder)
            assert name == caught.value.value or (
                name == "osintkp.json" and caught.value.code == "schema-version"
            )
        for cut in (b"", raw[:-1], raw[: len(raw) // 2], raw + b"\n"):
            path.write_bytes(cut)
            for verify in (True, False):
                with pytest.raises(InvalidValueError, match="is not as it was written") as caught:
                    osintkp.open(folder, verify=verify)
                assert ("store-damaged", name) == (caught.value.code, caught.value.value)
        path.write_bytes(raw)

    osintkp.open(folder).close()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)

    for name in set(contents(folder)) - {"osintkp.json"}:
        raw = (folder / name).read_bytes()
        (folder / name).unlink()
        with pytest.raises(InvalidValueError, match="a file of the store is missing") as caught:
            osintkp.open(folder)
        assert ("store-damaged", name) == (caught.value.code, caught.value.value)
        (folder / name).write_bytes(raw)


def test_a_page_that_was_touched_is_refused_when_it_is_read_in_order(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)
    path = folder / layout.part_file(0)
    raw = path.read_bytes()
    column = pq.ParquetFile(path).metadata.row_group(0).column(list(layout.CLAIM_COLUMNS).index("coded"))
    place = (column.dictionary_page_offset or column.data_page_offset) + column.total_compressed_size - 20
    path.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])

    with osintkp.open(folder, verify=False) as back:
        with pytest.raises(InvalidValueError, match="a file of the store cannot be read") as caught:
            back.load()
        assert ("store-damaged", layout.part_file(0)) == (caught.value.code, caught.value.value)
        assert 4 == sum(batch.num_rows for batch in back.batches(["id"]))


def test_a_file_that_duckdb_cannot_read_is_refused(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)
    path = folder / layout.SOURCES
    path.write_bytes(bytes(len(path.read_bytes())))

    with (
        osintkp.open(folder, verify=False) as back,
        pytest.raises(InvalidValueError, match="cannot be read") as caught,
    ):
        _ = back.claims["wire/trucks"]

    assert ("store-damaged", str(folder)) == (caught.value.code, caught.value.value)


def touched(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a manifest says, and give it the hash that it would have."""
    plain = json.loads((folder / layout.MANIFEST).read_text())
    del plain["sha256"]
    change(plain)
    plain["sha256"] = layout._digest(plain)
    (folder / layout.MANIFEST).write_text(json.dumps(plain, indent=1) + "\n")


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)
    touched(folder, lambda plain: plain.update(schema="osintkp/store/2", more={}))

    with pytest.raises(
        InvalidValueError, match="this version of a store is not known: 'osintkp/store/2'"
    ) as caught:
        osintkp.open(folder)

    assert ("schema-version", "this osintkp reads 'osintkp/store/1': upgrade it if the store is newer") == (
        caught.value.code, caught.value.fix
    )  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["files"][0].update(name="../../../etc/passwd"),
        lambda plain: plain["files"].pop(),
        lambda plain: plain.update(parts=10**9),
        lambda plain: plain.update(parts="1"),
        lambda plain: plain.update(claims=None),
        lambda plain: plain["files"][0].update(more=1),
        lambda plain: plain.pop("files"),
        lambda plain: plain.pop("schema"),
    ],
)
def test_a_manifest_that_this_library_has_not_written_is_refused(
    change: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    folder = stored(TRUCKS, tmp_path)
    touched(folder, change)

    with pytest.raises(InvalidValueError) as caught:
        osintkp.open(folder)

    assert ("store-damaged", "osintkp.json") == (caught.value.code, caught.value.value)


@pytest.mark.parametrize("raw", [b"[]", b"{}", b"\xff", b"null", b"[" * 200_000, b"1" * 5000])
def test_a_manifest_that_is_none_is_refused(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / layout.MANIFEST).write_bytes(raw)

    with pytest.raises(InvalidValueError, match="a file of the store is not as it was written"):
        osintkp.open(tmp_path)


@pytest.mark.parametrize("name", ["nowhere", "file", "empty"])
def test_a_folder_that_is_no_store_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()

    with pytest.raises(InvalidValueError, match="this is no store") as caught:
        osintkp.open(tmp_path / name)

    assert ("no-store", str(tmp_path / name), "give a folder that corpus.to_parquet(folder) has written") == (
        caught.value.code, caught.value.value, caught.value.fix
    )  # fmt: skip


def test_a_row_that_this_library_has_not_written_is_refused() -> None:
    for coded in (
        "",
        "{}",
        '{"id":"x"}',
        '{"id":"x","loss":{"actor":7}}',
        '{"id":"../x","loss":{}}',
        "[]",
        "[" * 100_000,
        cast("str", None),
    ):
        with pytest.raises(InvalidValueError, match="a row of the store is no claim"):
            Decoder().claim("a", coded, None)
        with pytest.raises(InvalidValueError, match="a row of the store is no source"):
            source_of(coded if coded != '{"id":"x"}' else '{"id":"-"}', None)
    with pytest.raises(InvalidValueError, match="a row of the store is no claim"):
        Decoder().claim("a", '{"id":"x","quote":"q","loss":{}}', "verbatim,missing")


@pytest.mark.parametrize("package", ["pyarrow", "duckdb"])
def test_a_missing_package_is_named_with_its_extra(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored(TRUCKS, tmp_path)
    for name in (f"{package}.parquet", f"{package}.compute"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, package, None)

    message = rf'a store needs {package}: pip install "osintkp\[store\]"'
    with pytest.raises(MissingExtraError, match=message):
        osintkp.open(folder)
    with pytest.raises(MissingExtraError, match=message):
        TRUCKS.to_parquet(tmp_path / "new")


def test_without_the_faster_reader_the_same_claims_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored(full(), tmp_path)
    monkeypatch.setitem(sys.modules, "orjson", None)

    with osintkp.open(folder) as back:
        assert full() == back.load()


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "a*b[1]?'\"; DROP TABLE claims; --" / "né\u202e*"
    TRUCKS.to_parquet(folder)
    other = tmp_path / "aXb1Y'\"; DROP TABLE claims; --" / "néX\u202eZ"
    full().to_parquet(other)

    with osintkp.open(folder) as back:
        assert TRUCKS == back.load()
        assert 4 == len(back.select())


def test_an_opened_store_goes_to_another_process_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folder, scratch = stored(TRUCKS, tmp_path), tmp_path / "scratch"
    scratch.mkdir()
    back = osintkp.open(folder, scratch=scratch, memory="128MB", threads=1)
    back.select()
    there = pickle.loads(pickle.dumps(back))  # noqa: S301  its own

    assert TRUCKS == there.load() == back.load()
    assert 1 == len(there.select(kind="loss"))
    assert back.shelf.scratch.is_dir()
    assert there.shelf.scratch != back.shelf.scratch
    assert 2 == len(list(scratch.iterdir()))
    back.close()
    there.close()
    assert [] == list(scratch.iterdir())
    assert 4 == len(back.select())
    back.close()


def test_a_long_question_draws_no_bar_even_where_nobody_wrote_a_script(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from osintkp.store.opened import connected\n"
        "with connected(None, Path(sys.argv[1])) as base:\n"
        "    for each in (base, base.cursor()):\n"
        "        print(*each.execute(\"SELECT current_setting('enable_progress_bar')\").fetchone())"
    )
    run = [sys.executable, "-c", code, str(tmp_path)]

    assert "False\nFalse\n" == subprocess.run(run, capture_output=True, text=True, check=True).stdout


def test_what_duckdb_may_use_is_set(tmp_path: Path) -> None:
    with osintkp.open(stored(TRUCKS, tmp_path), memory="100MiB", threads=3) as back:
        asked = "SELECT current_setting('memory_limit'), current_setting('threads')"
        assert [("100.0 MiB", 3)] == list(back.shelf.rows(asked))
    assert Settings() == shelf.Settings(memory=None, threads=None, scratch=None)
    with Shelf(tmp_path / "store").cursor() as cursor:
        assert ("244.1 MiB",) == cursor.execute("SELECT current_setting('memory_limit')").fetchone()


def test_a_store_that_was_thrown_away_meanwhile_is_refused(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)

    with osintkp.open(folder) as back:
        shutil.rmtree(folder)
        with pytest.raises(InvalidValueError, match="cannot be read"):
            back.load()
        with pytest.raises(InvalidValueError, match="cannot be read"):
            back.select()


def test_pages_have_checksums_and_files_say_what_they_hold(tmp_path: Path) -> None:
    folder = stored(TRUCKS, tmp_path)
    manifest = layout.manifest_of(folder)

    assert [("claims/part=000/claims.parquet", 4), ("sources.parquet", 2), ("links.parquet", 2)] == [
        (each.name, each.rows) for each in manifest.files
    ]
    assert (4, 2, 1) == (manifest.claims, manifest.sources, manifest.parts)
    for name, columns in (
        (layout.part_file(0), layout.CLAIM_COLUMNS), (layout.SOURCES, layout.SOURCE_COLUMNS), (layout.LINKS, layout.LINK_COLUMNS),
    ):  # fmt: skip
        file = pq.ParquetFile(folder / name, page_checksum_verification=True)
        assert file.schema_arrow.equals(layout.schema(columns))
        assert "ZSTD" == file.metadata.row_group(0).column(0).compression


def test_links_know_the_numbers_of_both_their_ends(tmp_path: Path) -> None:
    folder = stored(full(), tmp_path)
    ids = full().claims.ids()

    for row in pq.read_table(folder / layout.LINKS).to_pylist():
        target = row["target"]
        assert row["claim"] in {link.claim for link in full().claims[ids[row["number"]]].links}
        assert (None if row["claim"] not in ids else row["claim"]) == (
            None if target is None else ids[target]
        )
